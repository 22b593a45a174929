/* The walk over the tree: structure, coordinate systems, clips; shapes, paint and text stand in
 * files of their own. Every element met counts, also when `use` repeats it, so that a few lines
 * that multiply themselves end soon. Callers: graphic.c; the fuzz target. */
#include "format/svg.h"

#include <math.h>
#include <string.h>

#include "format/format_messages.h"
#include "format/formatter.h"
#include "format/svg_context.h"
#include "format/svg_number.h"

#define POINTS_PER_PIXEL 0.75

enum { DEFAULT_WIDTH = 300, DEFAULT_HEIGHT = 150 }; /* pixels */

/* --- Sizes --------------------------------------------------------------------------------------
 */

bool svg_is(const xmlNode *node)
{
    return svg_is_element(node, "svg");
}

/* The size in user units. */
static void wanted_size(const xmlNode *root, double *width, double *height)
{
    const struct svg_style style = svg_style_initial(NULL, 16, (struct colour){0});
    const char *across = svg_attribute(root, "width"), *down = svg_attribute(root, "height");
    struct svg_box box = {0, 0, DEFAULT_WIDTH, DEFAULT_HEIGHT};
    svg_matrix_view_box(svg_attribute(root, "viewBox"), &box);
    /* A percentage says nothing about the drawing itself. */
    bool has_width = across && !strchr(across, '%'), has_height = down && !strchr(down, '%');
    *width = has_width ? svg_length(&style, root, "width", 0, 0) : 0;
    *height = has_height ? svg_length(&style, root, "height", 0, 0) : 0;
    if (*width <= 0 && *height > 0)
        *width = svg_number_bounded(*height * box.width / box.height);
    else if (*height <= 0 && *width > 0)
        *height = svg_number_bounded(*width * box.height / box.width);
    else if (*width <= 0) {
        *width = box.width;
        *height = box.height;
    }
}

static millipoint bounded_size(double pixels)
{
    millipoint size = svg_matrix_millipoint(pixels * POINTS_PER_PIXEL);
    return size < 1 ? 1 : size;
}

void svg_size(const xmlNode *root, millipoint *width, millipoint *height)
{
    double across, down;
    wanted_size(root, &across, &down);
    *width = bounded_size(across);
    *height = bounded_size(down);
}

const char *svg_title(const xmlNode *root)
{
    for (const xmlNode *child = root->children; child; child = child->next)
        if (svg_is_element(child, "title") && child->children && child->children->content)
            return (const char *)child->children->content;
    return NULL;
}

/* --- Clips --------------------------------------------------------------------------------------
 */

static void begin_clip(struct svg *svg, const struct svg_outline *outline,
                       const struct svg_matrix *matrix, bool even_odd)
{
    struct path path = {.fill.none = true, .stroke.none = true, .even_odd = even_odd};
    svg_outline_path(outline, matrix, svg->arena, &path);
    drawing_add(svg->arena, svg->drawing, DRAWING_CLIP)->of.path = path;
}

static void end_clips(struct svg *svg, int count)
{
    for (; count > 0; count--)
        drawing_add(svg->arena, svg->drawing, DRAWING_END_CLIP);
}

/* A clip to a rectangle in user units. */
static void begin_box_clip(struct svg *svg, const struct svg_box *box,
                           const struct svg_matrix *matrix)
{
    struct svg_outline outline = {0};
    svg_outline_move(&outline, box->x, box->y);
    svg_outline_line(&outline, box->x + box->width, box->y);
    svg_outline_line(&outline, box->x + box->width, box->y + box->height);
    svg_outline_line(&outline, box->x, box->y + box->height);
    svg_outline_close(&outline);
    begin_clip(svg, &outline, matrix, false);
    svg_outline_free(&outline);
}

static void append(struct svg_outline *to, const struct svg_outline *from)
{
    const double(*points)[2] = (const double(*)[2])from->points;
    for (size_t i = 0, point = 0; i < from->verb_count; i++) {
        const double(*at)[2] = points + point;
        switch (from->verbs[i]) {
        case PATH_MOVE:
            svg_outline_move(to, at[0][0], at[0][1]);
            break;
        case PATH_LINE:
            svg_outline_line(to, at[0][0], at[0][1]);
            break;
        case PATH_CURVE:
            svg_outline_curve(to, at[0][0], at[0][1], at[1][0], at[1][1], at[2][0], at[2][1]);
            break;
        case PATH_CLOSE:
            svg_outline_close(to);
            break;
        }
        point += from->verbs[i] == PATH_CURVE ? 3 : from->verbs[i] != PATH_CLOSE;
    }
}

/* Gathers the outlines of a clipPath's shapes, or of the shape that a `use` in it leads to. */
static void gather_clip(struct svg *svg, const xmlNode *clip, const struct svg_style *style,
                        struct svg_outline *outline, bool *even_odd)
{
    for (const xmlNode *child = clip->children; child && !svg->stopped; child = child->next) {
        if (!svg_is_element(child, NULL) || svg_is_element(child, "title") ||
            svg_is_element(child, "desc"))
            continue;
        const char *href = svg_is_element(child, "use") ? svg_href(child) : NULL;
        const char *id = href ? svg_style_reference(href, svg->scratch) : NULL;
        const xmlNode *shape = id ? svg_find(svg, id) : child;
        struct svg_style own = svg_style_at(svg, child, style);
        struct svg_matrix matrix = SVG_IDENTITY;
        svg_matrix_transform(svg_attribute(child, "transform"), &matrix);
        if (shape && shape != child) {
            const struct svg_matrix move = {1,
                                            0,
                                            0,
                                            1,
                                            svg_length(&own, child, "x", svg->width, 0),
                                            svg_length(&own, child, "y", svg->height, 0)};
            matrix = svg_matrix_product(&matrix, &move);
            svg_matrix_transform(svg_attribute(shape, "transform"), &matrix);
            own = svg_style_at(svg, shape, &own);
        }
        if (!shape || !own.displayed || !own.visible)
            continue;
        if (!svg_shape_outline(svg, shape, &own)) {
            svg_refuse_element(svg, shape);
            continue;
        }
        if (!svg_count(svg, child, &svg->segments, svg->outline.verb_count, SVG_SEGMENTS))
            return;
        *even_odd = own.clip_even_odd;
        svg_outline_map(&svg->outline, 0, &matrix);
        append(outline, &svg->outline);
    }
}

/* Begins the clip that the style asks for: the number of clips begun. -1: nothing is to be seen. */
static int begin_style_clip(struct svg *svg, const xmlNode *node, const struct svg_style *style,
                            const struct svg_matrix *matrix)
{
    const xmlNode *clip = svg_find(svg, style->clip);
    if (!clip || !svg_is_element(clip, "clipPath")) {
        report_at(svg->environment->report, &MESSAGE_SVG_REFERENCE, node, style->clip, NULL);
        return 0;
    }
    struct svg_matrix frame = *matrix;
    const char *units = svg_attribute(clip, "clipPathUnits");
    if (units && strcmp(units, "objectBoundingBox") == 0) {
        struct svg_box box;
        if (!svg_shape_outline(svg, node, style) || !svg_outline_box(&svg->outline, &box)) {
            svg_refuse_property(svg, clip, "clipPathUnits", units);
            return 0;
        }
        const struct svg_matrix to_box = {box.width, 0, 0, box.height, box.x, box.y};
        frame = svg_matrix_product(&frame, &to_box);
    }
    struct svg_style own = svg_style_at(svg, clip, style);
    int count = 0;
    if (own.clip && svg->depth < NESTING_LIMIT) { /* a clip of the clip */
        svg->depth++;
        count = begin_style_clip(svg, clip, &own, &frame);
        svg->depth--;
        if (count < 0)
            return -1;
    }
    svg_matrix_transform(svg_attribute(clip, "transform"), &frame);
    struct svg_outline outline = {0};
    bool even_odd = false;
    gather_clip(svg, clip, &own, &outline, &even_odd);
    bool empty = outline.verb_count < 2;
    if (!empty)
        begin_clip(svg, &outline, &frame, even_odd);
    svg_outline_free(&outline);
    if (empty)
        end_clips(svg, count);
    return empty ? -1 : count + 1;
}

/* --- Elements -----------------------------------------------------------------------------------
 */

static void draw_element(struct svg *svg, const xmlNode *node, const struct svg_style *parent,
                         const struct svg_matrix *outer);

static void draw_children(struct svg *svg, const xmlNode *node, const struct svg_style *style,
                          const struct svg_matrix *matrix)
{
    for (const xmlNode *child = node->children; child && !svg->stopped; child = child->next)
        if (svg_is_element(child, NULL))
            draw_element(svg, child, style, matrix);
}

/* A viewport of its own (§7.2): nested svg, and symbols where they are used. */
static void draw_viewport(struct svg *svg, const xmlNode *node, const struct svg_style *style,
                          const struct svg_matrix *outer, const struct svg_box *place)
{
    double width = svg->width, height = svg->height;
    struct svg_box box = {0, 0, place->width, place->height};
    const struct svg_matrix move = {1, 0, 0, 1, place->x, place->y};
    struct svg_matrix matrix = svg_matrix_product(outer, &move);
    if (place->width <= 0 || place->height <= 0)
        return;
    const struct svg_box viewport = box;
    const struct svg_matrix clip = matrix;
    if (svg_matrix_view_box(svg_attribute(node, "viewBox"), &box)) {
        struct svg_matrix fit = svg_matrix_fit(&box, place->width, place->height,
                                               svg_attribute(node, "preserveAspectRatio"));
        matrix = svg_matrix_product(&matrix, &fit);
    }
    const char *overflow = svg_attribute(node, "overflow");
    bool clips = !overflow || strcmp(overflow, "visible") != 0;
    if (clips)
        begin_box_clip(svg, &viewport, &clip);
    svg->width = box.width;
    svg->height = box.height;
    draw_children(svg, node, style, &matrix);
    svg->width = width;
    svg->height = height;
    end_clips(svg, clips);
}

static struct svg_box place_of(const struct svg *svg, const xmlNode *node,
                               const struct svg_style *style)
{
    return (struct svg_box){svg_length(style, node, "x", svg->width, 0),
                            svg_length(style, node, "y", svg->height, 0),
                            svg_length(style, node, "width", svg->width, svg->width),
                            svg_length(style, node, "height", svg->height, svg->height)};
}

static void draw_use(struct svg *svg, const xmlNode *node, const struct svg_style *style,
                     const struct svg_matrix *matrix)
{
    const char *href = svg_href(node);
    const char *id = href ? svg_style_reference(href, svg->scratch) : NULL;
    const xmlNode *target = id ? svg_find(svg, id) : NULL;
    if (!target) {
        report_at(svg->environment->report, &MESSAGE_SVG_REFERENCE, node, href ? href : "", NULL);
        return;
    }
    struct svg_box place = place_of(svg, node, style);
    if (svg_is_element(target, "symbol") || svg_is_element(target, "svg")) {
        struct svg_style own = svg_style_at(svg, target, style);
        draw_viewport(svg, target, &own, matrix, &place);
        return;
    }
    const struct svg_matrix move = {1, 0, 0, 1, place.x, place.y};
    const struct svg_matrix moved = svg_matrix_product(matrix, &move);
    draw_element(svg, target, style, &moved);
}

static bool is_one_of(const xmlNode *node, const char *const names[])
{
    for (size_t i = 0; names[i]; i++)
        if (strcmp((const char *)node->name, names[i]) == 0)
            return true;
    return false;
}

static void draw_switch(struct svg *svg, const xmlNode *node, const struct svg_style *style,
                        const struct svg_matrix *matrix)
{
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (!svg_is_element(child, NULL) || svg_is_element(child, "foreignObject"))
            continue;
        draw_element(svg, child, style, matrix);
        return;
    }
}

/* What an element is once its style, transform and clip are known. */
static void draw_inside(struct svg *svg, const xmlNode *node, const struct svg_style *style,
                        const struct svg_matrix *matrix)
{
    static const char *const groups[] = {"g", "a", NULL};
    if (is_one_of(node, groups)) {
        draw_children(svg, node, style, matrix);
    } else if (svg_is_element(node, "svg")) {
        struct svg_box place = place_of(svg, node, style);
        draw_viewport(svg, node, style, matrix, &place);
    } else if (svg_is_element(node, "use")) {
        draw_use(svg, node, style, matrix);
    } else if (svg_is_element(node, "switch")) {
        draw_switch(svg, node, style, matrix);
    } else if (svg_is_element(node, "text")) {
        svg_text_draw(svg, node, style, matrix);
    } else if (svg_shape_outline(svg, node, style)) {
        svg_paint_outline(svg, node, style, matrix);
    } else {
        svg_refuse_element(svg, node);
    }
}

static void draw_element(struct svg *svg, const xmlNode *node, const struct svg_style *parent,
                         const struct svg_matrix *outer)
{
    /* Drawn only where something refers to them, or spoken of by svg_names_read(). */
    static const char *const unseen[] = {
        "defs",    "symbol", "clipPath",     "linearGradient", "radialGradient",
        "title",   "desc",   "metadata",     "style",          "script",
        "animate", "set",    "animateColor", "animateMotion",  "animateTransform",
        "filter",  "mask",   "pattern",      "marker",         NULL};
    if (is_one_of(node, unseen) || !svg_count(svg, node, &svg->elements, 1, SVG_ELEMENTS))
        return;
    if (svg->depth >= NESTING_LIMIT) {
        report_at(svg->environment->report, &MESSAGE_NESTED_TOO_DEEP, node, "200", NULL);
        svg->stopped = true;
        return;
    }
    struct svg_style style = svg_style_at(svg, node, parent);
    struct svg_matrix matrix = *outer;
    if (!style.displayed)
        return;
    const char *transform = svg_attribute(node, "transform");
    if (!svg_matrix_transform(transform, &matrix))
        report_at(svg->environment->report, &MESSAGE_SVG_DATA, node, "transform",
                  (const char *)node->name, NULL);
    svg->depth++;
    int clips = style.clip ? begin_style_clip(svg, node, &style, &matrix) : 0;
    if (clips >= 0) {
        draw_inside(svg, node, &style, &matrix);
        end_clips(svg, clips);
    }
    svg->depth--;
}

/* --- The whole ----------------------------------------------------------------------------------
 */

struct drawing *svg_draw(const struct svg_environment *environment, const xmlNode *root,
                         millipoint width, millipoint height, struct arena *arena)
{
    struct svg svg = {.environment = environment, .arena = arena, .scratch = arena_new()};
    svg.drawing = arena_alloc(arena, sizeof *svg.drawing);
    svg.drawing->width = width;
    svg.drawing->height = height;
    wanted_size(root, &svg.width, &svg.height);
    svg_names_read(&svg, root);
    const struct svg_style initial = svg_style_initial(
        environment->font_family,
        environment->font_size / (POINTS_PER_PIXEL * MILLIPOINT_PER_POINT), environment->colour);
    struct svg_style style = svg_style_at(&svg, root, &initial);
    const struct svg_matrix stretch = {width / (svg.width * MILLIPOINT_PER_POINT),   0, 0,
                                       height / (svg.height * MILLIPOINT_PER_POINT), 0, 0};
    const struct svg_box place = {0, 0, svg.width, svg.height};
    if (style.displayed)
        draw_viewport(&svg, root, &style, &stretch, &place);
    svg_names_free(svg.names);
    svg_outline_free(&svg.outline);
    arena_free(svg.scratch);
    return svg.drawing;
}
