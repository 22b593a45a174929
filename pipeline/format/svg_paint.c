/* From an outline and a style to a path with its paint. Gradients are brought to one form: a linear
 * one runs from the origin along the x axis, a radial one ends at a circle about the origin, and
 * the matrix says where that lies; so equal stops make equal gradients wherever they are used.
 * Callers: svg.c; svg_text.c asks for colours. */
#include <math.h>
#include <string.h>

#include "format/format_messages.h"
#include "format/svg_context.h"
#include "format/svg_number.h"

enum { GRADIENT_LENGTH = 100, STOPS = 256 }; /* points */

int32_t svg_paint_transparency(double opacity)
{
    return (int32_t)floor((1 - opacity) * 1000 + 0.5);
}

struct colour svg_paint_colour(const struct svg_style *style, const struct svg_paint *paint)
{
    return paint->kind == SVG_PAINT_CURRENT ? style->colour : paint->colour;
}

/* --- Gradients ----------------------------------------------------------------------------------
 */

/* A gradient element and those it refers to (§13.2.2): an attribute is the first one's that has
 * it. */
struct gradient_chain {
    const xmlNode *nodes[SVG_REFERENCE_STEPS];
    size_t count;
};

static bool is_gradient(const xmlNode *node)
{
    return svg_is_element(node, "linearGradient") || svg_is_element(node, "radialGradient");
}

static void follow(const struct svg *svg, const xmlNode *node, struct gradient_chain *chain)
{
    chain->count = 0;
    while (node && is_gradient(node) && chain->count < SVG_REFERENCE_STEPS) {
        chain->nodes[chain->count++] = node;
        const char *href = svg_href(node);
        const char *id = href ? svg_style_reference(href, svg->scratch) : NULL;
        node = id ? svg_find(svg, id) : NULL;
    }
}

static const char *chain_attribute(const struct gradient_chain *chain, const char *name)
{
    for (size_t i = 0; i < chain->count; i++) {
        const char *value = svg_attribute(chain->nodes[i], name);
        if (value)
            return value;
    }
    return NULL;
}

static const xmlNode *first_stop(const struct gradient_chain *chain)
{
    for (size_t i = 0; i < chain->count; i++)
        for (const xmlNode *child = chain->nodes[i]->children; child; child = child->next)
            if (svg_is_element(child, "stop"))
                return child;
    return NULL;
}

static size_t read_stops(struct svg *svg, const struct gradient_chain *chain,
                         const struct svg_style *style, struct gradient_stop stops[STOPS])
{
    size_t count = 0;
    int32_t least = 0;
    for (const xmlNode *child = first_stop(chain); child && count < STOPS; child = child->next) {
        if (!svg_is_element(child, "stop"))
            continue;
        const struct svg_style own = svg_style_at(svg, child, style);
        double offset = svg_length(&own, child, "offset", 1, 0);
        int32_t share = (int32_t)floor(fmin(fmax(offset, 0), 1) * 1000 + 0.5);
        least = share > least ? share : least;
        stops[count++] = (struct gradient_stop){least, svg_paint_colour(&own, &own.stop)};
    }
    return count;
}

/* The frame of a gradient's coordinates: the user's, or the box of what is painted. */
struct frame {
    struct svg_matrix matrix; /* to the page */
    double width, height;     /* what percentages refer to */
    bool usable;
};

static struct frame frame_of(const struct svg *svg, const struct gradient_chain *chain,
                             const struct svg_matrix *matrix)
{
    struct frame frame = {*matrix, svg->width, svg->height, true};
    const char *units = chain_attribute(chain, "gradientUnits");
    if (!units || strcmp(units, "userSpaceOnUse") != 0) {
        struct svg_box box;
        frame.usable = svg_outline_box(&svg->outline, &box) && box.width > 0 && box.height > 0;
        if (!frame.usable)
            return frame;
        const struct svg_matrix to_box = {box.width, 0, 0, box.height, box.x, box.y};
        frame.matrix = svg_matrix_product(matrix, &to_box);
        frame.width = frame.height = 1;
    }
    svg_matrix_transform(chain_attribute(chain, "gradientTransform"), &frame.matrix);
    return frame;
}

static double coordinate(const struct gradient_chain *chain, const struct svg_style *style,
                         const char *name, double whole, double otherwise)
{
    const char *value = chain_attribute(chain, name);
    double number;
    return value && svg_number_length(value, style->font_size, whole, &number) ? number : otherwise;
}

static bool linear(const struct gradient_chain *chain, const struct svg_style *style,
                   const struct frame *frame, struct gradient *gradient, struct svg_matrix *place)
{
    double x1 = coordinate(chain, style, "x1", frame->width, 0);
    double y1 = coordinate(chain, style, "y1", frame->height, 0);
    double x2 = coordinate(chain, style, "x2", frame->width, frame->width);
    double y2 = coordinate(chain, style, "y2", frame->height, 0);
    double x = (x2 - x1) / GRADIENT_LENGTH, y = (y2 - y1) / GRADIENT_LENGTH;
    gradient->to[0] = GRADIENT_LENGTH * MILLIPOINT_PER_POINT;
    *place = (struct svg_matrix){x, y, -y, x, x1, y1};
    return x != 0 || y != 0;
}

static bool radial(const struct gradient_chain *chain, const struct svg_style *style,
                   const struct frame *frame, struct gradient *gradient, struct svg_matrix *place)
{
    double diagonal = sqrt((frame->width * frame->width + frame->height * frame->height) / 2);
    double x = coordinate(chain, style, "cx", frame->width, frame->width / 2);
    double y = coordinate(chain, style, "cy", frame->height, frame->height / 2);
    double radius = coordinate(chain, style, "r", diagonal, diagonal / 2);
    if (radius <= 0)
        return false;
    double u = (coordinate(chain, style, "fx", frame->width, x) - x) / radius;
    double v = (coordinate(chain, style, "fy", frame->height, y) - y) / radius;
    double away = sqrt(u * u + v * v);
    double pull = away > 0.99 ? 0.99 / away : 1; /* the focus lies within the circle */
    gradient->radial = true;
    gradient->from[0] = svg_matrix_millipoint(u * pull * GRADIENT_LENGTH);
    gradient->from[1] = svg_matrix_millipoint(v * pull * GRADIENT_LENGTH);
    gradient->radius = GRADIENT_LENGTH * MILLIPOINT_PER_POINT;
    double factor = radius / GRADIENT_LENGTH;
    *place = (struct svg_matrix){factor, 0, 0, factor, x, y};
    return true;
}

/* Keeps the gradient with the drawing and makes it the path's fill. */
static void set_gradient(struct svg *svg, struct path *path, const struct gradient *made,
                         const struct svg_matrix *place, const struct gradient_stop *stops)
{
    struct gradient *gradient = arena_alloc(svg->arena, sizeof *gradient);
    struct matrix *matrix = arena_alloc(svg->arena, sizeof *matrix);
    struct gradient_stop *kept = arena_new_array(svg->arena, made->stop_count, sizeof *kept);
    memcpy(kept, stops, made->stop_count * sizeof *kept);
    *matrix = (struct matrix){svg_matrix_factor(place->a),     svg_matrix_factor(place->b),
                              svg_matrix_factor(place->c),     svg_matrix_factor(place->d),
                              svg_matrix_millipoint(place->e), svg_matrix_millipoint(place->f)};
    *gradient = *made;
    gradient->matrix = matrix;
    gradient->stops = kept;
    path->gradient = gradient;
}

static void fill_with_gradient(struct svg *svg, const xmlNode *node, const xmlNode *element,
                               const struct svg_style *style, const struct svg_matrix *matrix,
                               struct path *path)
{
    struct gradient_chain chain;
    struct gradient_stop stops[STOPS];
    follow(svg, element, &chain);
    const char *spread = chain_attribute(&chain, "spreadMethod");
    if (spread && strcmp(spread, "pad") != 0)
        svg_refuse_property(svg, element, "spreadMethod", spread);
    struct gradient gradient = {.stop_count = read_stops(svg, &chain, style, stops)};
    struct frame frame = frame_of(svg, &chain, matrix);
    if (!gradient.stop_count || !frame.usable)
        return;
    struct svg_matrix place;
    bool runs = svg_is_element(element, "radialGradient")
                    ? radial(&chain, style, &frame, &gradient, &place)
                    : linear(&chain, style, &frame, &gradient, &place);
    place = svg_matrix_product(&frame.matrix, &place);
    path->fill = stops[gradient.stop_count - 1].colour;
    if (!runs || gradient.stop_count == 1 || svg_matrix_scale(&place) < 1e-5)
        return; /* the last colour alone (§13.2.2) */
    if (svg_count(svg, node, &svg->gradients, 1, SVG_GRADIENTS))
        set_gradient(svg, path, &gradient, &place, stops);
}

/* --- Paths --------------------------------------------------------------------------------------
 */

static const xmlNode *referred(struct svg *svg, const xmlNode *node, const struct svg_paint *paint)
{
    const xmlNode *element = svg_find(svg, paint->reference);
    if (!element)
        report_at(svg->environment->report, &MESSAGE_SVG_REFERENCE, node, paint->reference, NULL);
    else if (!is_gradient(element))
        svg_refuse_element(svg, element);
    return element && is_gradient(element) ? element : NULL;
}

static void set_fill(struct svg *svg, const xmlNode *node, const struct svg_style *style,
                     const struct svg_matrix *matrix, struct path *path)
{
    path->fill = svg_paint_colour(style, &style->fill);
    path->even_odd = style->even_odd;
    path->fill_transparency = svg_paint_transparency(style->opacity * style->fill_opacity);
    if (style->fill.kind != SVG_PAINT_REFERENCE)
        return;
    const xmlNode *element = referred(svg, node, &style->fill);
    if (element)
        fill_with_gradient(svg, node, element, style, matrix, path);
}

static void set_dashes(struct svg *svg, const struct svg_style *style, double scale,
                       struct path *path)
{
    millipoint *dashes = arena_new_array(svg->arena, style->dash_count, sizeof *dashes);
    int64_t sum = 0;
    for (size_t i = 0; i < style->dash_count; i++)
        sum += dashes[i] = svg_matrix_millipoint(style->dashes[i] * scale);
    if (sum <= 0)
        return; /* too small to be seen as dashes */
    path->dashes = dashes;
    path->dash_count = style->dash_count;
    int64_t offset = svg_matrix_millipoint(style->dash_offset * scale) % sum;
    path->dash_offset = (millipoint)(offset < 0 ? offset + sum : offset);
}

static void set_stroke(struct svg *svg, const xmlNode *node, const struct svg_style *style,
                       const struct svg_matrix *matrix, struct path *path)
{
    path->stroke = svg_paint_colour(style, &style->stroke);
    if (style->stroke.kind == SVG_PAINT_REFERENCE && referred(svg, node, &style->stroke))
        svg_refuse_property(svg, node, "stroke", style->stroke.reference);
    double scale = svg_matrix_scale(matrix);
    path->stroke_width = svg_matrix_millipoint(style->stroke_width * scale);
    if (path->stroke.none || path->stroke_width <= 0) {
        path->stroke.none = true;
        return;
    }
    path->stroke_transparency = svg_paint_transparency(style->opacity * style->stroke_opacity);
    path->cap = style->cap;
    path->join = style->join;
    path->miter_limit = (int32_t)(fmin(style->miter_limit, 100000) * 1000);
    if (style->dash_count)
        set_dashes(svg, style, scale, path);
}

void svg_paint_outline(struct svg *svg, const xmlNode *node, const struct svg_style *style,
                       const struct svg_matrix *matrix)
{
    struct path path = {.fill.none = true};
    if (svg->outline.verb_count < 2 || !style->visible)
        return;
    if (!svg_count(svg, node, &svg->segments, svg->outline.verb_count, SVG_SEGMENTS))
        return;
    set_fill(svg, node, style, matrix, &path);
    set_stroke(svg, node, style, matrix, &path);
    if (path.fill.none && !path.gradient && path.stroke.none)
        return;
    svg_outline_path(&svg->outline, matrix, svg->arena, &path);
    drawing_add(svg->arena, svg->drawing, DRAWING_PATH)->of.path = path;
}
