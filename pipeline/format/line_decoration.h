/* What goes along text: lines under, over and through it (XSL 1.1 §7.17.4), and emphasis marks
 * (着重号, CLREQ §3.3.2). */
#ifndef YINFA_FORMAT_LINE_DECORATION_H
#define YINFA_FORMAT_LINE_DECORATION_H

#include "format/paragraph.h"

/* The items of a line as placed. */
struct placed_items {
    const struct item *items;
    size_t count;
    const millipoint *starts, *ends; /* in the line; ends without the gap after */
    millipoint baseline;             /* from the line's top */
};

/* Appends the decorations to the line. */
void line_decorate(struct area *line, struct arena *arena, const struct placed_items *placed);

/* How far emphasis marks reach from the baseline, for the line's height: 0 if there are none. */
millipoint line_emphasis_above(const struct run_style *style);
millipoint line_emphasis_below(const struct run_style *style);

#endif
