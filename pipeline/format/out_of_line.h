/* What stands on pages outside the columns (XSL 1.1 §6.12): floats above the text, footnotes below
 * it, and those that wait for the next page because theirs had no room. */
#ifndef YINFA_FORMAT_OUT_OF_LINE_H
#define YINFA_FORMAT_OUT_OF_LINE_H

#include "format/column.h"

struct out_of_line;

/* What is too high for a page is reported to `report`. */
struct out_of_line *out_of_line_new(struct report *report);
void out_of_line_free(struct out_of_line *outside);

/* A page begins, or begins anew: adds to `used` what of the waiting stands on it. */
void out_of_line_begin_page(struct out_of_line *outside, millipoint height,
                            struct column_outside *used);

/* Whether anything that waited stands on this page; whether anything waits for a page after it. */
bool out_of_line_on_page(const struct out_of_line *outside);
bool out_of_line_waiting(const struct out_of_line *outside);

/* The element stands on this page: its footnotes do, too, and its floats unless deferred. */
void out_of_line_collect(struct out_of_line *outside, const struct element *element);

struct out_of_line_page {
    millipoint width, height; /* of the body */
    millipoint free, foot;    /* of `text`: free height in it, and below that what ends it */
    struct area *note_separator, *float_separator; /* NULL = none */
};

/* The height of the floats on this page, once what stands on it was collected. */
int64_t out_of_line_floats(const struct out_of_line *outside, const struct area *separator);

/* Puts floats, `text` and footnotes into `body`. Footnotes end at the body's foot, or above what
 * the text has there; of those that are too high for what the text leaves, the rest waits. */
void out_of_line_place(struct out_of_line *outside, const struct out_of_line_page *page,
                       struct area *text, struct area *body, struct arena *arena);

/* The page has been painted: lets go what stood on it. */
void out_of_line_end_page(struct out_of_line *outside);

#endif
