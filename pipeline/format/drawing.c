/* Painting a drawing, and keeping the drawings of a run. A drawing with a key is a group of the
 * device, recorded from its own corner and shifted; turned ones are groups of their own, because a
 * group is only ever shifted. Callers: painter.c paints; graphic.c, qr_code.c keep. */
#include "format/drawing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/measure.h"

/* --- Painting --------------------------------------------------------------------------------- */

/* Quarter turn and shift: page x = x + a u + c v, page y = y + b u + d v. */
struct placing {
    millipoint x, y;
    int a, b, c, d;
    int rotation;
};

static struct placing placing_of(millipoint x, millipoint y, int rotation)
{
    static const int cosine[] = {1, 0, -1, 0}, sine[] = {0, 1, 0, -1};
    int quarter = rotation / 90 & 3;
    return (struct placing){
        x, y, cosine[quarter], -sine[quarter], sine[quarter], cosine[quarter], quarter * 90};
}

static millipoint place_x(const struct placing *placing, millipoint u, millipoint v)
{
    return measure_clamp((int64_t)placing->x + (int64_t)placing->a * u + (int64_t)placing->c * v);
}

static millipoint place_y(const struct placing *placing, millipoint u, millipoint v)
{
    return measure_clamp((int64_t)placing->y + (int64_t)placing->b * u + (int64_t)placing->d * v);
}

/* The turn after the matrix; factors of a drawing are bounded, so that none can be INT32_MIN. */
static struct matrix placed_matrix(const struct placing *placing, const struct matrix *matrix)
{
    return (struct matrix){.a = placing->a * matrix->a + placing->c * matrix->b,
                           .b = placing->b * matrix->a + placing->d * matrix->b,
                           .c = placing->a * matrix->c + placing->c * matrix->d,
                           .d = placing->b * matrix->c + placing->d * matrix->d,
                           .x = place_x(placing, matrix->x, matrix->y),
                           .y = place_y(placing, matrix->x, matrix->y)};
}

static bool is_still(const struct placing *placing)
{
    return !placing->x && !placing->y && !placing->rotation;
}

/* Gives the path to `draw`, placed. */
static int paint_path(const struct path *path, const struct placing *placing,
                      int (*draw)(void *state, const struct path *path), void *state)
{
    if (is_still(placing))
        return draw(state, path);
    static const struct matrix identity = {MATRIX_ONE, 0, 0, MATRIX_ONE, 0, 0};
    struct path placed = *path;
    struct gradient gradient;
    struct matrix matrix;
    if (path->gradient) {
        gradient = *path->gradient;
        matrix = placed_matrix(placing, gradient.matrix ? gradient.matrix : &identity);
        gradient.matrix = &matrix;
        placed.gradient = &gradient;
    }
    millipoint(*points)[2] = memory_new(path->point_count ? path->point_count : 1, sizeof *points);
    for (size_t i = 0; i < path->point_count; i++) {
        points[i][0] = place_x(placing, path->points[i][0], path->points[i][1]);
        points[i][1] = place_y(placing, path->points[i][0], path->points[i][1]);
    }
    placed.points = (const millipoint(*)[2])points;
    int result = draw(state, &placed);
    free(points);
    return result;
}

static int paint_run(const struct glyph_run *run, const struct placing *placing,
                     const struct device *device)
{
    struct glyph_run placed = *run;
    struct matrix matrix;
    placed.x = place_x(placing, run->x, run->y);
    placed.y = place_y(placing, run->x, run->y);
    placed.rotation = (run->rotation + placing->rotation) % 360;
    if (run->matrix) {
        matrix = placed_matrix(placing, run->matrix);
        placed.matrix = &matrix;
        placed.rotation = 0;
    }
    return device->glyphs(device->state, &placed);
}

static int paint_mark(const struct drawing_mark *mark, const struct placing *placing,
                      const struct device *device)
{
    switch (mark->kind) {
    case DRAWING_PATH:
        return paint_path(&mark->of.path, placing, device->path, device->state);
    case DRAWING_CLIP:
        return paint_path(&mark->of.path, placing, device->begin_clip, device->state);
    case DRAWING_GLYPHS:
        return paint_run(&mark->of.run, placing, device);
    case DRAWING_END_CLIP:
        break;
    }
    return device->end_clip(device->state);
}

static int paint_marks(const struct drawing *drawing, const struct placing *placing,
                       const struct device *device)
{
    for (const struct drawing_mark *mark = drawing->first; mark; mark = mark->next)
        if (paint_mark(mark, placing, device) != 0)
            return -1;
    return 0;
}

int drawing_paint(const struct drawing *drawing, const struct device *device, millipoint x,
                  millipoint y, int rotation)
{
    if (!drawing || !drawing->first)
        return 0;
    struct placing placing = placing_of(x, y, rotation);
    if (!drawing->key)
        return paint_marks(drawing, &placing, device);
    char turned[128];
    snprintf(turned, sizeof turned, "%.100s@%d", drawing->key, placing.rotation);
    const struct group group = {.key = placing.rotation ? turned : drawing->key,
                                .x = x,
                                .y = y,
                                .unit = drawing->unit ? drawing->unit : MILLIPOINT_PER_POINT,
                                .is_single = drawing->is_single};
    int known = device->begin_group(device->state, &group);
    placing.x = placing.y = 0;
    if (known < 0 || (known == 0 && paint_marks(drawing, &placing, device) != 0))
        return -1;
    return device->end_group(device->state);
}

struct drawing_mark *drawing_add(struct arena *arena, struct drawing *drawing,
                                 enum drawing_mark_kind kind)
{
    struct drawing_mark *mark = arena_alloc(arena, sizeof *mark);
    mark->kind = kind;
    if (drawing->last)
        drawing->last->next = mark;
    else
        drawing->first = mark;
    drawing->last = mark;
    return mark;
}

/* --- Keeping -----------------------------------------------------------------------------------
 */

enum { KEPT_SLOTS = 1024, KEPT_MOST = KEPT_SLOTS / 2, KEPT_BYTES = 16 * 1024 * 1024 };

struct drawings {
    struct arena *arena;
    const struct drawing *kept[KEPT_SLOTS]; /* open addressing */
    size_t count;
};

struct drawings *drawings_new(void)
{
    struct drawings *drawings = memory_new(1, sizeof *drawings);
    drawings->arena = arena_new();
    return drawings;
}

void drawings_free(struct drawings *drawings)
{
    if (!drawings)
        return;
    arena_free(drawings->arena);
    free(drawings);
}

/* The slot of the key, or the free one where it belongs (FNV-1a). */
static size_t slot_of(const struct drawings *drawings, const char *key)
{
    uint32_t hash = UINT32_C(2166136261);
    for (const char *c = key; *c; c++)
        hash = (hash ^ (unsigned char)*c) * UINT32_C(16777619);
    size_t slot = hash % KEPT_SLOTS;
    while (drawings->kept[slot] && strcmp(drawings->kept[slot]->key, key) != 0)
        slot = (slot + 1) % KEPT_SLOTS;
    return slot;
}

const struct drawing *drawings_find(const struct drawings *drawings, const char *key)
{
    return drawings->kept[slot_of(drawings, key)];
}

bool drawings_have_room(const struct drawings *drawings)
{
    return drawings->count < KEPT_MOST && arena_used(drawings->arena) < KEPT_BYTES;
}

struct arena *drawings_arena(struct drawings *drawings, struct arena *otherwise)
{
    return drawings_have_room(drawings) ? drawings->arena : otherwise;
}

void drawings_keep(struct drawings *drawings, const struct drawing *drawing,
                   const struct arena *made_in)
{
    size_t slot = slot_of(drawings, drawing->key);
    if (made_in != drawings->arena || drawings->kept[slot])
        return;
    drawings->kept[slot] = drawing;
    drawings->count++;
}
