/* Where the lines of a paragraph end. Pure: widths and permissions in, line ends out. Justified
 * text is fitted as a whole (Knuth–Plass: the sum of demerits over all lines is smallest), other
 * text line by line. Both take time in proportion to the number of items. */
#ifndef YINFA_FORMAT_LINE_FIT_H
#define YINFA_FORMAT_LINE_FIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/length.h"

enum fit_after { FIT_NEVER, FIT_BREAK, FIT_FORCED };

/* An unbreakable piece of a line and what may happen after it. The gap is dropped at a line's end.
 */
struct fit_item {
    millipoint width;
    millipoint end_width;   /* if it ends a line: hanging punctuation is narrower there */
    millipoint end_blank;   /* beside that, if the line has room: the first to give way */
    millipoint start_blank; /* before it, if it begins a line; negative: it hangs out */
    millipoint gap;         /* to the next item, as it is best */
    millipoint shrink;      /* by which the gap may become smaller */
    millipoint stretch;     /* by which it may grow and still look well */
    uint8_t after;          /* enum fit_after */
    uint8_t solid; /* characters that count against a lone last one: no marks; 2 = enough */
};

struct fit_line {
    size_t first, end; /* items [first, end) */
    bool emergency;    /* ended where no break was allowed */
};

struct fit_request {
    const struct fit_item *items;
    size_t count;
    millipoint first_width, width; /* of the first line and of the others */
    bool total;                    /* fit as a whole */
};

struct line_fit; /* work space, kept between paragraphs */

struct line_fit *line_fit_new(void);
void line_fit_free(struct line_fit *fit);

/* Fits the items; at least one line if there are items. Returns how many lines; `*lines` is
 * borrowed until the next call. */
size_t line_fit(struct line_fit *fit, const struct fit_request *request,
                const struct fit_line **lines);

/* The same in as few lines, line by line, but these as narrow as so many lines can be: about
 * equally long (CSS Text 4, text-wrap-style: balance). */
size_t line_fit_balanced(struct line_fit *fit, const struct fit_request *request,
                         const struct fit_line **lines);

#endif
