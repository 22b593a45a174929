/* The lines of a title (y:text-wrap="title"; GB/T 9704-2012 §7.3.1: one or more centred lines,
 * words whole, in the shape of a trapezium or rhombus). Pure: widths and senses in, line ends out.
 */
#ifndef YINFA_FORMAT_TITLE_WRAP_H
#define YINFA_FORMAT_TITLE_WRAP_H

#include "format/line_fit.h"

/* A longer text is no title. */
enum { TITLE_ITEMS = 256 };

struct title_request {
    const struct fit_item *items;
    size_t count;        /* at most TITLE_ITEMS */
    uint8_t *senses;     /* enum title_sense of a break after each item; changed inside
                          * what is kept whole */
    const size_t *whole; /* for an item with which something begins that is better kept whole: one
                          * past its last; else 0 */
    millipoint width;    /* of each line */
    millipoint size;     /* an em of the title's type */
};

/* Finds the lines; returns how many, 0 if some part without a break is wider than a line. `lines`
 * has room for `count`. */
size_t title_wrap(const struct title_request *request, struct fit_line *lines);

#endif
