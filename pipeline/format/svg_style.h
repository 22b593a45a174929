/* Properties of SVG elements (SVG 1.1 §6): presentation attributes and the style attribute, with
 * inheritance. Private to the svg files. */
#ifndef YINFA_FORMAT_SVG_STYLE_H
#define YINFA_FORMAT_SVG_STYLE_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "format/device.h"

enum svg_paint_kind { SVG_PAINT_COLOUR, SVG_PAINT_CURRENT, SVG_PAINT_REFERENCE };

struct svg_paint {
    enum svg_paint_kind kind;
    struct colour colour;  /* COLOUR; REFERENCE: what serves if it leads nowhere */
    const char *reference; /* id */
};

enum { SVG_DASHES = 32 };

enum svg_anchor { SVG_ANCHOR_START, SVG_ANCHOR_MIDDLE, SVG_ANCHOR_END };
enum svg_baseline { SVG_BASELINE_ALPHABETIC, SVG_BASELINE_MIDDLE, SVG_BASELINE_HANGING };

struct svg_style {
    /* Inherited. */
    struct svg_paint fill, stroke;
    double fill_opacity, stroke_opacity;
    bool even_odd, clip_even_odd;
    double stroke_width, miter_limit, dash_offset;
    double dashes[SVG_DASHES]; /* an even number */
    size_t dash_count;
    enum line_cap cap;
    enum line_join join;
    struct colour colour; /* currentColor */
    const char *font_family;
    double font_size;
    bool bold, italic;
    enum svg_anchor anchor;
    enum svg_baseline baseline;
    double letter_spacing;
    bool visible;
    double opacity; /* not inherited in SVG; here the product along the tree */
    /* Not inherited. */
    bool displayed;
    const char *clip; /* id of a clipPath; NULL = none */
    struct svg_paint stop;
    double stop_opacity;
};

/* The values at the root: initial ones, with the font and colour of the text around the drawing. */
struct svg_style svg_style_initial(const char *font_family, double font_size, struct colour colour);

/* What a property asks for that we cannot draw: its name and value go to the caller. */
typedef void svg_style_refuse(void *state, const xmlNode *node, const char *name,
                              const char *value);

/* The style of `node` below an element with `parent`. Texts are copied to `arena`; `viewport` is
 * what percentages of lengths refer to, in user units. */
struct svg_style svg_style_of(const xmlNode *node, const struct svg_style *parent, double viewport,
                              struct arena *arena, svg_style_refuse *refuse, void *state);

/* The id in url(#id) or #id, copied to `arena`; NULL if it is neither. */
const char *svg_style_reference(const char *value, struct arena *arena);

#endif
