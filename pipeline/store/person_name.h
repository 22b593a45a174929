/* Names of persons as certificates print them. Pure functions; store_functions.c offers
 * person_name_fault() to SQL as name_fault(name). */
#ifndef YINFA_STORE_PERSON_NAME_H
#define YINFA_STORE_PERSON_NAME_H

#include <stdbool.h>
#include <stdint.h>

/* The longest name, in characters. */
enum { PERSON_NAME = 20 };

/* Unified ideographs with their extensions, compatibility ideographs, 〇. */
bool person_name_is_chinese(uint32_t code_point);

/* The first thing wrong with a name, NULL if there is nothing:
 *   empty    it is the empty text
 *   space    spaces, controls, invisible characters; names in Latin letters keep single spaces
 *   private  a character of somebody's own making (U+E000 and planes 15, 16)
 *   radical  a sign for a radical (⼥ U+2F25), as copied from some PDF files: not the character 女
 *   twin     a compatibility ideograph (郎 U+F92C), not the usual one that looks the same (郎
 *            U+90CE): the same person's name would differ from itself
 *   dot      another dot than · (U+00B7, CLREQ §3.1.1.2) between the parts of a minority name, or
 *            one at an end
 *   sign     anything else but characters, letters and ·: ? □ × * where one was lost or masked
 *   long     more than PERSON_NAME characters */
const char *person_name_fault(const char *name);

#endif
