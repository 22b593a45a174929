/* 公民身份号码 (GB 11643-1999): what can be told from the number alone. Pure functions; used by
 * store_functions.c, and by intake/ for masking what goes into findings. */
#ifndef YINFA_STORE_IDENTITY_NUMBER_H
#define YINFA_STORE_IDENTITY_NUMBER_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/calendar_date.h"

/* The birth date in it as ISO 8601; false if the number has not the form or the date is not real.
 */
bool identity_number_birth(const char *number, char birth[CALENDAR_DATE_SIZE]);

/* The first thing wrong with a number, NULL if there is nothing:
 *   empty     it is the empty text
 *   old       15 digits: the form that was given until 1999
 *   small     right but for a small x at the end
 *   wide      full-width digits or letters, or spaces, in it
 *   form      anything else but 17 digits and a digit or X, not beginning with 0
 *   date      characters 7 to 14 are no real date, or one before 1900
 *   check     the last character is not the one that the others ask for
 *   province  characters 1 and 2 are those of no province (GB/T 2260)
 * Whether the birth lies in the future is a rule's business: it needs a date to compare with, and
 * the program asks no clock. So is region 429999, the samples' own. */
const char *identity_number_fault(const char *number);

/* Appends the number for lists and logs: "429999********0015" (first 6, stars, last 4 characters).
 * A text of fewer than 15 characters becomes stars altogether, so that a mistyped one does not
 * leak. */
void identity_number_mask(struct buffer *out, const char *number);

#endif
