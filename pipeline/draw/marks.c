/* The marks device: copies what is drawn into an arena, page by page. Marks within a group or a
 * figure only widen that figure's box. A group that comes again is not drawn again: its box is
 * remembered relative to its place. Called by publish/ and the verb check-format, mostly through
 * tee.h beside the PDF. */
#include "draw/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "format/measure.h"

/* A list in memory of its own that grows. */
struct list {
    void *items;
    size_t count, capacity;
};

struct page {
    struct page_marks marks;
    struct list texts, shapes, figures;
};

/* Art that was drawn once. */
struct art {
    const char *key;
    struct figure_mark figure; /* its box from where the art was placed */
};

struct marks {
    struct device device;
    struct arena *arena;
    struct list pages; /* struct page */
    struct list art;
    struct list later;         /* size_t: the page of place id n at [n - 1] */
    struct figure_mark figure; /* being drawn */
    unsigned depth;            /* open tags and groups */
    unsigned figure_depth;     /* … when the figure began; 0 = none is being drawn */
    const char *art_key;       /* the figure is new art of that key, placed at … */
    struct group placed;
};

/* --- Lists ------------------------------------------------------------------------------------ */

static void *list_add(struct list *list, size_t size)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? list->capacity * 2 : 16;
        list->items = memory_resize(list->items, list->capacity, size);
    }
    void *item = (char *)list->items + list->count++ * size;
    memset(item, 0, size);
    return item;
}

static struct page *page_at(const struct marks *marks, size_t index)
{
    return (struct page *)marks->pages.items + index;
}

static struct page *current_page(const struct marks *marks)
{
    return page_at(marks, marks->pages.count - 1);
}

/* --- Boxes ------------------------------------------------------------------------------------ */

void mark_box_join(struct mark_box *box, const struct mark_box *other)
{
    if (other->left < box->left)
        box->left = other->left;
    if (other->top < box->top)
        box->top = other->top;
    if (other->right > box->right)
        box->right = other->right;
    if (other->bottom > box->bottom)
        box->bottom = other->bottom;
}

static millipoint placed(millipoint corner, millipoint from, millipoint unit)
{
    return measure_clamp(corner + (int64_t)from * unit / MILLIPOINT_PER_POINT);
}

static struct mark_box box_placed(struct mark_box box, const struct group *group)
{
    return (struct mark_box){
        placed(group->x, box.left, group->unit), placed(group->y, box.top, group->unit),
        placed(group->x, box.right, group->unit), placed(group->y, box.bottom, group->unit)};
}

/* The box of a path's points, control points too: a curve lies within them. */
static struct mark_box path_box(const struct path *path)
{
    struct mark_box box = {path->points[0][0], path->points[0][1], path->points[0][0],
                           path->points[0][1]};
    for (size_t i = 1; i < path->point_count; i++) {
        const millipoint x = path->points[i][0], y = path->points[i][1];
        mark_box_join(&box, &(struct mark_box){x, y, x, y});
    }
    if (path->stroke.none)
        return box;
    millipoint half = path->stroke_width / 2;
    /* a level or upright line with butt ends grows to its sides only */
    bool line = path->point_count == 2 && path->cap == CAP_BUTT;
    if (!line || box.top != box.bottom) {
        box.left -= half;
        box.right += half;
    }
    if (!line || box.left != box.right) {
        box.top -= half;
        box.bottom += half;
    }
    return box;
}

static bool is_curved(const struct path *path)
{
    for (size_t i = 0; i < path->verb_count; i++)
        if (path->verbs[i] == PATH_CURVE)
            return true;
    return false;
}

static millipoint scaled(int units, const struct text_mark *text)
{
    return (millipoint)((int64_t)units * text->size / (int64_t)font_face_units_per_em(text->face));
}

bool text_mark_ink(const struct text_mark *text, struct mark_box *box)
{
    bool any = false;
    millipoint x = text->x;
    for (size_t i = 0; i < text->count; i++) {
        const struct glyph *glyph = &text->glyphs[i];
        int left, bottom, right, top;
        if (font_face_glyph_box(text->face, glyph->id, &left, &bottom, &right, &top)) {
            millipoint origin = x + glyph->x_offset, baseline = text->y - glyph->y_offset;
            struct mark_box ink = {origin + scaled(left, text), baseline - scaled(top, text),
                                   origin + scaled(right, text), baseline - scaled(bottom, text)};
            if (any)
                mark_box_join(box, &ink);
            else
                *box = ink;
            any = true;
        }
        x += glyph->advance;
    }
    return any;
}

/* --- Figures ---------------------------------------------------------------------------------- */

static bool same_colour(struct colour a, struct colour b)
{
    return a.none == b.none && a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void add_to_figure(struct marks *marks, struct mark_box box, struct colour colour)
{
    struct figure_mark *figure = &marks->figure;
    if (figure->empty) {
        *figure = (struct figure_mark){.box = box, .colour = colour};
        return;
    }
    mark_box_join(&figure->box, &box);
    if (!same_colour(figure->colour, colour))
        figure->colour.none = true;
}

static void keep_figure(struct marks *marks, struct figure_mark figure)
{
    struct page *page = current_page(marks);
    *(struct figure_mark *)list_add(&page->figures, sizeof figure) = figure;
}

/* Begins a figure unless one is being drawn already. */
static void begin_figure(struct marks *marks)
{
    marks->depth++;
    if (marks->figure_depth)
        return;
    marks->figure_depth = marks->depth;
    marks->figure = (struct figure_mark){.empty = true};
}

/* A tag or group ends, and with it perhaps the figure. */
static void end_nested(struct marks *marks)
{
    if (marks->figure_depth == marks->depth) {
        marks->figure_depth = 0;
        if (!marks->figure.empty)
            keep_figure(marks, marks->figure);
    }
    marks->depth--;
}

/* --- The device ------------------------------------------------------------------------------- */

static int information(void *state, const struct document_information *told)
{
    (void)state, (void)told;
    return 0;
}

static int begin_page(void *state, const struct page_geometry *geometry)
{
    struct marks *marks = state;
    struct page *page = list_add(&marks->pages, sizeof *page);
    page->marks = (struct page_marks){
        .number = geometry->number, .width = geometry->width, .height = geometry->height};
    return 0;
}

static int end_page(void *state)
{
    (void)state;
    return 0;
}

static void keep_run(struct marks *marks, struct page *page, const struct glyph_run *run)
{
    struct text_mark *text = list_add(&page->texts, sizeof *text);
    struct glyph *glyphs = arena_new_array(marks->arena, run->count, sizeof *glyphs);
    memcpy(glyphs, run->glyphs, run->count * sizeof *glyphs);
    *text = (struct text_mark){.face = run->face,
                               .size = run->size,
                               .colour = run->colour,
                               .x = run->x,
                               .y = run->y,
                               .glyphs = glyphs,
                               .count = run->count,
                               .text = arena_copy_bytes(marks->arena, run->text, run->length),
                               .length = run->length,
                               .rotation = run->rotation,
                               .askew = run->matrix != NULL};
    for (size_t i = 0; i < run->count; i++)
        text->width += run->glyphs[i].advance;
}

static int glyphs(void *state, const struct glyph_run *run)
{
    struct marks *marks = state;
    if (run->count == 0 || run->transparency >= 1000)
        return 0; /* nothing is seen of it */
    if (!marks->figure_depth)
        keep_run(marks, current_page(marks), run);
    else /* letters reach no further than the figure they name */
        add_to_figure(marks, (struct mark_box){run->x, run->y, run->x, run->y}, run->colour);
    return 0;
}

static int path(void *state, const struct path *drawn)
{
    struct marks *marks = state;
    if (drawn->point_count == 0 || (drawn->fill.none && drawn->stroke.none && !drawn->gradient))
        return 0;
    struct mark_box box = path_box(drawn);
    struct colour colour = drawn->fill.none ? drawn->stroke : drawn->fill;
    if (marks->figure_depth) {
        add_to_figure(marks, box, colour);
    } else {
        struct page *page = current_page(marks);
        *(struct shape_mark *)list_add(&page->shapes, sizeof(struct shape_mark)) =
            (struct shape_mark){box, colour, is_curved(drawn)};
    }
    return 0;
}

static int image(void *state, const struct image *placed)
{
    struct marks *marks = state;
    const struct mark_box box = {placed->x, placed->y, placed->x + placed->width,
                                 placed->y + placed->height};
    const struct colour several = {.none = true};
    if (marks->figure_depth)
        add_to_figure(marks, box, several);
    else
        keep_figure(marks, (struct figure_mark){.box = box, .colour = several});
    return 0;
}

static int begin_clip(void *state, const struct path *clip)
{
    (void)state, (void)clip;
    return 0;
}

static int end_clip(void *state)
{
    (void)state;
    return 0;
}

static int begin_tag(void *state, const struct structure_tag *tag)
{
    struct marks *marks = state;
    if (tag->type == STRUCTURE_FIGURE)
        begin_figure(marks);
    else
        marks->depth++;
    return 0;
}

static int end_tag(void *state)
{
    end_nested(state);
    return 0;
}

static const struct art *find_art(const struct marks *marks, const char *key)
{
    const struct art *art = marks->art.items;
    for (size_t i = 0; i < marks->art.count; i++)
        if (strcmp(art[i].key, key) == 0)
            return &art[i];
    return NULL;
}

/* Within a group marks come relative to its place, so a figure of its own is gathered; one within a
 * tagged figure is that figure's whole content (a drawing). */
static int begin_group(void *state, const struct group *group)
{
    struct marks *marks = state;
    const struct art *known = find_art(marks, group->key);
    marks->figure_depth = 0;
    begin_figure(marks);
    marks->art_key = known ? NULL : arena_copy(marks->arena, group->key);
    marks->placed = *group;
    if (!known)
        return 0;
    marks->figure = known->figure;
    return 1;
}

static int end_group(void *state)
{
    struct marks *marks = state;
    struct figure_mark *figure = &marks->figure;
    if (marks->art_key)
        *(struct art *)list_add(&marks->art, sizeof(struct art)) =
            (struct art){marks->art_key, *figure};
    if (!figure->empty)
        figure->box = box_placed(figure->box, &marks->placed);
    marks->art_key = NULL;
    end_nested(marks);
    return 0;
}

static int link_area(void *state, const struct link *link)
{
    (void)state, (void)link;
    return 0;
}

static int bookmark(void *state, const struct bookmark *entry)
{
    (void)state, (void)entry;
    return 0;
}

static int destination(void *state, const char *name, millipoint y)
{
    (void)state, (void)name, (void)y;
    return 0;
}

static int later(void *state, unsigned *id)
{
    struct marks *marks = state;
    *(size_t *)list_add(&marks->later, sizeof(size_t)) = marks->pages.count - 1;
    *id = (unsigned)marks->later.count;
    return 0;
}

static int settle(void *state, unsigned id, const struct glyph_run *run)
{
    struct marks *marks = state;
    if (run->count)
        keep_run(marks, page_at(marks, ((const size_t *)marks->later.items)[id - 1]), run);
    return 0;
}

/* --- Opening, asking, closing ----------------------------------------------------------------- */

struct marks *marks_open(void)
{
    struct marks *marks = memory_new(1, sizeof *marks);
    marks->arena = arena_new();
    marks->device = (struct device){.state = marks,
                                    .information = information,
                                    .begin_page = begin_page,
                                    .end_page = end_page,
                                    .glyphs = glyphs,
                                    .path = path,
                                    .image = image,
                                    .begin_clip = begin_clip,
                                    .end_clip = end_clip,
                                    .begin_tag = begin_tag,
                                    .end_tag = end_tag,
                                    .begin_group = begin_group,
                                    .end_group = end_group,
                                    .link = link_area,
                                    .bookmark = bookmark,
                                    .destination = destination,
                                    .later = later,
                                    .settle = settle};
    return marks;
}

const struct device *marks_as_device(struct marks *marks)
{
    return &marks->device;
}

void marks_close(struct marks *marks)
{
    for (size_t i = 0; i < marks->pages.count; i++) {
        free(page_at(marks, i)->texts.items);
        free(page_at(marks, i)->shapes.items);
        free(page_at(marks, i)->figures.items);
    }
    free(marks->pages.items);
    free(marks->art.items);
    free(marks->later.items);
    arena_free(marks->arena);
    free(marks);
}

size_t marks_page_count(const struct marks *marks)
{
    return marks->pages.count;
}

const struct page_marks *marks_page(const struct marks *marks, size_t index)
{
    struct page *page = page_at(marks, index);
    page->marks.texts = page->texts.items;
    page->marks.text_count = page->texts.count;
    page->marks.shapes = page->shapes.items;
    page->marks.shape_count = page->shapes.count;
    page->marks.figures = page->figures.items;
    page->marks.figure_count = page->figures.count;
    return &page->marks;
}
