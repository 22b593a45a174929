/* Text of an SVG between its two steps: the characters gathered from text, tspan and textPath with
 * what is said about their places (SVG 1.1 §10.4–10.5), and the rows of glyphs made of them.
 * Private to the svg files. */
#ifndef YINFA_FORMAT_SVG_TEXT_H
#define YINFA_FORMAT_SVG_TEXT_H

#include "format/svg_context.h"

enum svg_place { SVG_PLACE_X, SVG_PLACE_Y, SVG_PLACE_DX, SVG_PLACE_DY, SVG_PLACE_ROTATE };
enum { SVG_PLACES = SVG_PLACE_ROTATE + 1 };

struct svg_character {
    uint32_t code;
    const struct svg_style *style; /* equal pointers, equal style */
    const xmlNode *node;           /* the element, for findings */
    const xmlNode *text_path;      /* the textPath it stands in; NULL = none */
    double place[SVG_PLACES];      /* user units, degrees */
    uint8_t given;                 /* bits: which of them are given */
};

struct svg_text {
    struct svg *svg;
    const struct svg_matrix *matrix; /* to points of the drawing */
    struct svg_character *characters;
    size_t count, capacity;
    bool han;      /* Han characters are among them */
    bool preserve; /* xml:space: blanks stay */
};

static inline bool svg_is_given(const struct svg_character *character, enum svg_place place)
{
    return character->given >> place & 1;
}

/* svg_glyphs.c: adds the rows of glyphs to the drawing. */
void svg_glyphs_draw(const struct svg_text *text);

#endif
