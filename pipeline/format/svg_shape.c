/* Basic shapes (SVG 1.1 §9) and paths as outlines. Callers: svg.c for shapes and clips, svg_text.c
 * for the path that text stands on. */
#include <math.h>
#include <string.h>

#include "format/format_messages.h"
#include "format/svg_context.h"
#include "format/svg_number.h"
#include "format/svg_path.h"

/* What a shape is made from. */
struct shape {
    struct svg *svg;
    const xmlNode *node;
    const struct svg_style *style;
};

static double across(const struct shape *shape, const char *name, double otherwise)
{
    return svg_length(shape->style, shape->node, name, shape->svg->width, otherwise);
}

static double down(const struct shape *shape, const char *name, double otherwise)
{
    return svg_length(shape->style, shape->node, name, shape->svg->height, otherwise);
}

static void malformed(const struct shape *shape, const char *name)
{
    report_at(shape->svg->environment->report, &MESSAGE_SVG_DATA, shape->node, name,
              (const char *)shape->node->name, NULL);
}

static void make_path(const struct shape *shape)
{
    const char *data = svg_attribute(shape->node, "d");
    if (data && !svg_path_read(data, &shape->svg->outline))
        malformed(shape, "d");
}

static void make_rectangle(const struct shape *shape)
{
    struct svg_outline *outline = &shape->svg->outline;
    double x = across(shape, "x", 0), y = down(shape, "y", 0);
    double width = across(shape, "width", 0), height = down(shape, "height", 0);
    double rx = across(shape, "rx", -1), ry = down(shape, "ry", -1);
    if (width <= 0 || height <= 0)
        return;
    rx = rx < 0 ? ry : rx; /* one given stands for both */
    ry = ry < 0 ? rx : ry;
    rx = fmin(fmax(rx, 0), width / 2);
    ry = fmin(fmax(ry, 0), height / 2);
    double right = x + width, bottom = y + height;
    svg_outline_move(outline, x + rx, y);
    svg_outline_line(outline, right - rx, y);
    svg_outline_arc(outline, rx, ry, 0, false, true, right, y + ry);
    svg_outline_line(outline, right, bottom - ry);
    svg_outline_arc(outline, rx, ry, 0, false, true, right - rx, bottom);
    svg_outline_line(outline, x + rx, bottom);
    svg_outline_arc(outline, rx, ry, 0, false, true, x, bottom - ry);
    svg_outline_line(outline, x, y + ry);
    svg_outline_arc(outline, rx, ry, 0, false, true, x + rx, y);
    svg_outline_close(outline);
}

static void make_circle(const struct shape *shape)
{
    double radius = svg_length(shape->style, shape->node, "r", svg_viewport(shape->svg), 0);
    if (radius > 0)
        svg_outline_ellipse(&shape->svg->outline, across(shape, "cx", 0), down(shape, "cy", 0),
                            radius, radius);
}

static void make_ellipse(const struct shape *shape)
{
    double rx = across(shape, "rx", 0), ry = down(shape, "ry", 0);
    if (rx > 0 && ry > 0)
        svg_outline_ellipse(&shape->svg->outline, across(shape, "cx", 0), down(shape, "cy", 0), rx,
                            ry);
}

static void make_line(const struct shape *shape)
{
    svg_outline_move(&shape->svg->outline, across(shape, "x1", 0), down(shape, "y1", 0));
    svg_outline_line(&shape->svg->outline, across(shape, "x2", 0), down(shape, "y2", 0));
}

static void make_points(const struct shape *shape)
{
    struct svg_outline *outline = &shape->svg->outline;
    const char *text = svg_attribute(shape->node, "points");
    double x, y;
    bool any = false;
    for (text = text ? svg_number_skip(text) : ""; *text; any = true) {
        if (!svg_number_read(&text, &x) ||
            !(text = svg_number_skip(text), svg_number_read(&text, &y))) {
            malformed(shape, "points");
            return;
        }
        text = svg_number_skip(text);
        if (any)
            svg_outline_line(outline, x, y);
        else
            svg_outline_move(outline, x, y);
    }
}

static void make_polygon(const struct shape *shape)
{
    make_points(shape);
    svg_outline_close(&shape->svg->outline);
}

bool svg_shape_outline(struct svg *svg, const xmlNode *node, const struct svg_style *style)
{
    static const struct {
        const char *name;
        void (*make)(const struct shape *shape);
    } shapes[] = {{"path", make_path},       {"rect", make_rectangle}, {"circle", make_circle},
                  {"ellipse", make_ellipse}, {"line", make_line},      {"polyline", make_points},
                  {"polygon", make_polygon}};
    const struct shape shape = {svg, node, style};
    svg_outline_clear(&svg->outline);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        if (strcmp((const char *)node->name, shapes[i].name) == 0) {
            shapes[i].make(&shape);
            return true;
        }
    }
    return false;
}
