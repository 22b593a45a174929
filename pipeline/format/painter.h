/* From areas to the device's marks. */
#ifndef YINFA_FORMAT_PAINTER_H
#define YINFA_FORMAT_PAINTER_H

#include "format/area.h"
#include "format/formatter.h"

struct painter {
    struct formatter *formatter;
    const struct device *device;
    const char *label;  /* of the page, for page numbers */
    bool even;          /* its number is */
    unsigned artifacts; /* depth of artifacts: no tags inside */
};

/* Paints an area with its top left corner at x, y of the page. -1 if the device failed. */
int painter_paint(struct painter *painter, const struct area *area, millipoint x, millipoint y);

/* The id stands on the current page, `y` below its top: for citations, links and bookmarks. -1 if
 * the device failed. */
int painter_place(struct painter *painter, const char *id, millipoint y);

/* Draws what waited for its page number. -1 if the device failed. */
int painter_settle(struct painter *painter);

#endif
