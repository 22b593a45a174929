/* Form XObjects (ISO 32000-1 §8.10) of a document: art that repeats, stored once under its key, and
 * places whose marks are known only later. Both are known by their object numbers. Private to
 * draw/. */
#ifndef YINFA_DRAW_PDF_FORM_H
#define YINFA_DRAW_PDF_FORM_H

#include "draw/pdf_content.h"
#include "draw/pdf_file.h"

struct pdf_forms;

/* `fonts` is the object number of the font resources. */
struct pdf_forms *pdf_forms_new(struct pdf_file *file, unsigned fonts);
void pdf_forms_free(struct pdf_forms *forms);

/* The form of the art with this key, written now if an earlier document of the process left it; 0
 * if there is none yet. */
unsigned pdf_form_of_art(struct pdf_forms *forms, const char *key);

/* Writes art under a key not used before; returns its number. `lasts`: it is kept for the next
 * documents if it says the same there. */
unsigned pdf_form_add_art(struct pdf_forms *forms, const char *key, bool lasts,
                          const struct pdf_content *content);

/* Reserves a place on a page of this height; `*id` counts from 1. Returns its number. */
unsigned pdf_form_reserve_place(struct pdf_forms *forms, millipoint height, unsigned *id);

/* The height of the page on which the place is. */
millipoint pdf_form_place_height(const struct pdf_forms *forms, unsigned id);

/* Writes what stands in the place, once. */
void pdf_form_settle_place(struct pdf_forms *forms, unsigned id, const struct pdf_content *content);

/* Places that nobody settled stay empty. */
void pdf_forms_finish(struct pdf_forms *forms);

#endif
