/* SVG into drawings (W3C SVG 1.1, second edition): the subset that charts, seals and guilloches are
 * made of.
 *
 * Drawn: svg (nested too), g, a (without its link), defs, symbol, use; path with all commands,
 * rect, circle, ellipse, line, polyline, polygon; text, tspan, textPath; linearGradient and
 * radialGradient as fills (spreadMethod pad, opaque stops); clipPath; switch (its first child).
 * Attributes: viewBox, preserveAspectRatio, transform, units px pt mm cm in pc em ex %, style and
 * presentation attributes: fill, fill-rule, stroke and its width, cap, join, miter limit, dashes;
 * opacity (multiplied down the tree, so that the parts of a transparent group show through each
 * other), colours with all names, display, visibility, clip-path, fonts, text-anchor,
 * letter-spacing, dominant-baseline; of text x, y, dx, dy, rotate for each character. Strokes under
 * a transform that scales unevenly are as wide as the root of its area says.
 *
 * What is not in the list (filter, mask, pattern, marker, image, style sheets, scripts, animation,
 * foreignObject …) is refused by name and line. Elements and attributes of other namespaces,
 * metadata, and properties that only hint at quality are passed over. */
#ifndef YINFA_FORMAT_SVG_H
#define YINFA_FORMAT_SVG_H

#include <libxml/tree.h>

#include "format/drawing.h"
#include "format/glyph_source.h"
#include "format/report.h"
#include "type/font_set.h"

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"

/* What a drawing needs from the text it stands in. */
struct svg_environment {
    struct report *report;
    struct font_set *fonts;
    struct glyph_source *glyphs;
    bool relaxed;            /* what is not supported warns instead of being refused */
    const char *font_family; /* where the SVG says nothing */
    millipoint font_size;
    struct colour colour; /* currentColor */
};

/* Whether the node is an svg element. */
bool svg_is(const xmlNode *node);

/* The size the SVG wants to have: its width and height at 96 pixels an inch; a missing one follows
 * from the viewBox, else 300 × 150 pixels (CSS 2.1 §10.3.2). */
void svg_size(const xmlNode *root, millipoint *width, millipoint *height);

/* The title of the drawing, its alternative text; borrowed, NULL if it has none. */
const char *svg_title(const xmlNode *root);

/* Draws into `arena`, stretched from the size it wants to width × height. Findings are reported at
 * the SVG's nodes; what is wrong is left out. The tree is read only now and may go afterwards. */
struct drawing *svg_draw(const struct svg_environment *environment, const xmlNode *root,
                         millipoint width, millipoint height, struct arena *arena);

#endif
