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
    const char *title;        /* what it shows, in words; may be NULL */
    const char *key;          /* equal keys, equal marks: stored once by the device; may be NULL */
    millipoint unit;          /* with a key: a point of its marks when placed; 0: a point */
    bool is_single;           /* stands in one document only */
    struct drawing_mark *first, *last;
};

/* A new mark at the end of the drawing, in `arena`; the caller fills it. */
struct drawing_mark *drawing_add(struct arena *arena, struct drawing *drawing,
                                 enum drawing_mark_kind kind);

/* Paints with the drawing's corner at x, y of the page, turned about it by quarter turns
 * anticlockwise: 0, 90, 180, 270. -1 if the device failed. */
int drawing_paint(const struct drawing *drawing, const struct device *device, millipoint x,
                  millipoint y, int rotation);

/* Drawings by key, so that a seal on a thousand pages, or on a thousand certificates, is read once.
 */
struct drawings;

struct drawings *drawings_new(void);
void drawings_free(struct drawings *drawings);

/* The drawing with that key; NULL if there is none. */
const struct drawing *drawings_find(const struct drawings *drawings, const char *key);

/* Whether the next one can be kept. */
bool drawings_have_room(const struct drawings *drawings);

/* Where the next drawing should be made: among the kept ones as long as there is room, else in
 * `otherwise`. */
struct arena *drawings_arena(struct drawings *drawings, struct arena *otherwise);

/* Keeps a drawing that was made in the arena of drawings_arena(); others are not remembered. */
void drawings_keep(struct drawings *drawings, const struct drawing *drawing,
                   const struct arena *made_in);

#endif
