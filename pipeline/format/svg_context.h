/* What the svg files share while one drawing is made. Private to them. */
#ifndef YINFA_FORMAT_SVG_CONTEXT_H
#define YINFA_FORMAT_SVG_CONTEXT_H

#include "format/svg.h"
#include "format/svg_outline.h"
#include "format/svg_style.h"

enum {
    SVG_ELEMENTS = 200000,   /* drawn at most, those that `use` repeats counted each time */
    SVG_SEGMENTS = 4000000,  /* of all outlines together */
    SVG_GRADIENTS = 2000,    /* fills: a PDF dictionary names no more than 4095 things */
    SVG_REFERENCE_STEPS = 16 /* gradients that refer to gradients */
};

struct svg {
    const struct svg_environment *environment;
    struct arena *arena;   /* of the drawing */
    struct arena *scratch; /* of what is needed while it is made */
    struct drawing *drawing;
    struct svg_outline outline; /* of the shape at hand */
    struct svg_names *names;    /* elements by id */
    double width, height;       /* of the viewport, user units: what percentages refer to */
    size_t elements, segments, gradients;
    unsigned depth;
    bool stopped; /* a limit was passed: nothing more is drawn */
};

/* What percentages that belong to neither axis refer to (SVG 1.1 §7.10). */
double svg_viewport(const struct svg *svg);

/* An attribute in no namespace, or the href of either namespace; borrowed, NULL if absent. */
const char *svg_attribute(const xmlNode *node, const char *name);
const char *svg_href(const xmlNode *node);

/* Whether the node is an SVG element of that name. */
bool svg_is_element(const xmlNode *node, const char *name);

/* The length in an attribute, in user units; `otherwise` if it is absent or malformed. */
double svg_length(const struct svg_style *style, const xmlNode *node, const char *name,
                  double whole, double otherwise);

/* Learns the ids below `root`, and refuses what speaks for the whole drawing: style sheets,
 * scripts, animation. */
void svg_names_read(struct svg *svg, const xmlNode *root);
void svg_names_free(struct svg_names *names);

/* The element with that id; NULL if there is none. */
const xmlNode *svg_find(const struct svg *svg, const char *id);

/* Says that an element, or a value of a property, cannot be drawn. `state` is a struct svg. */
void svg_refuse_element(struct svg *svg, const xmlNode *node);
void svg_refuse_property(void *state, const xmlNode *node, const char *name, const char *value);

/* The node's style below `parent`. */
struct svg_style svg_style_at(struct svg *svg, const xmlNode *node, const struct svg_style *parent);

/* Counts towards a limit; false, once reported, when it is passed. */
bool svg_count(struct svg *svg, const xmlNode *node, size_t *counter, size_t amount, size_t limit);

/* svg_shape.c: puts the outline of a basic shape or path into svg->outline, which is cleared first.
 * False if the node is no shape. */
bool svg_shape_outline(struct svg *svg, const xmlNode *node, const struct svg_style *style);

/* svg_paint.c: adds svg->outline as a path, filled and stroked as `style` says. */
void svg_paint_outline(struct svg *svg, const xmlNode *node, const struct svg_style *style,
                       const struct svg_matrix *matrix);

/* The colour a paint comes down to where no gradient can be used. */
struct colour svg_paint_colour(const struct svg_style *style, const struct svg_paint *paint);

/* 1/1000 of transparency for an opacity of 0 … 1. */
int32_t svg_paint_transparency(double opacity);

/* svg_text.c: adds the glyphs of a text element. */
void svg_text_draw(struct svg *svg, const xmlNode *node, const struct svg_style *style,
                   const struct svg_matrix *matrix);

#endif
