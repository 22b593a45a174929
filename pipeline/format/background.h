/* Background images (XSL 1.1 §7.8.3 – 7.8.7, after CSS2 §14.2.1): an image behind a box, repeated
 * and placed, cut at the inner edges of the box's border. */
#ifndef YINFA_FORMAT_BACKGROUND_H
#define YINFA_FORMAT_BACKGROUND_H

#include "format/area.h"
#include "format/formatter.h"

/* The image of a background-image value as an area at its own size, opened once for each distinct
 * list of attributes (property.h); NULL, once reported at `node`, if it cannot be drawn. `state` is
 * the formatter. */
const struct area *background_open(void *state, const xmlNode *node, const char *value,
                                   const struct traits *traits);

/* The images behind a box of that size with its edges, as one area in `arena`. */
struct area *background_area(struct arena *arena, const struct box *box, millipoint width,
                             millipoint height);

#endif
