/* The width of a line made of some of a paragraph's items: what line_fit.c and title_wrap.c measure
 * lines with. Sums over the items before each make it a subtraction. */
#ifndef YINFA_FORMAT_LINE_WIDTH_H
#define YINFA_FORMAT_LINE_WIDTH_H

#include "format/line_fit.h"

/* Sums over the items before an index. */
struct line_sums {
    int64_t width, shrink, stretch;
};

/* A line as it is best, and by how much it may become narrower and wider. */
struct line_width {
    int64_t width, shrink, stretch;
};

/* Fills sums[0] … sums[count]. */
void line_width_add_up(struct line_sums *sums, const struct fit_item *items, size_t count);

/* The line of items first … last, inclusive. */
struct line_width line_width_between(const struct line_sums *sums, const struct fit_item *items,
                                     size_t first, size_t last);

/* The line set as it is best, but for the blank at its end. */
int64_t line_width_least(const struct line_sums *sums, const struct fit_item *items, size_t first,
                         size_t last);

#endif
