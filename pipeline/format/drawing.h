/* Vector art as a list of marks: what an SVG or a QR code becomes before it is painted. Coordinates
 * are 1/1000 pt from the drawing's top left corner, y downwards, all transforms of the source
 * applied, so that the painter only shifts and turns. A drawing lives in the arena it was made in
 * and is not changed once made: one drawing may stand on every page. */
#ifndef YINFA_FORMAT_DRAWING_H
#define YINFA_FORMAT_DRAWING_H

#include "base/arena.h"
#include "format/device.h"

enum drawing_mark_kind { DRAWING_PATH, DRAWING_GLYPHS, DRAWING_CLIP, DRAWING_END_CLIP };

struct drawing_mark {
    enum drawing_mark_kind kind;
    union {
        struct path path; /* PATH, CLIP */
        struct glyph_run run;
    } of;
    struct drawing_mark *next;
};

struct drawing {
    millipoint width, height; /* intrinsic size */
    const char *key;          /* equal keys, equal marks: stored once by the device; may be NULL */
    struct drawing_mark *first, *last;
};

#endif
