/* One face of the font set: metrics, glyph advances, shaping. Sizes and results in 1/1000 pt. */
#ifndef YINFA_TYPE_FONT_FACE_H
#define YINFA_TYPE_FONT_FACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/length.h"

struct font_face;

/* A glyph as laid out. */
struct glyph {
    uint32_t id;         /* glyph id in the face */
    uint32_t cluster;    /* byte offset of its character(s) in the shaped text */
    millipoint advance;  /* to the next glyph's origin */
    millipoint x_offset; /* from the origin, right */
    millipoint y_offset; /* from the baseline, up */
};

/* Stable identity: name in the definition; a small number unique in the process (0, 1, …). */
const char *font_face_name(const struct font_face *face);
unsigned font_face_number(const struct font_face *face);

/* Design units per em; advance of a glyph in those units (cached). */
unsigned font_face_units_per_em(const struct font_face *face);
int font_face_advance_units(struct font_face *face, uint32_t glyph);

/* Advance of a glyph at `size`, rounded to the nearest 1/1000 pt. */
millipoint font_face_advance(struct font_face *face, uint32_t glyph, millipoint size);

/* Nominal ascent and descent (descent positive downwards) at `size`: from the em box, 0.88 and 0.12
 * em unless the definition says otherwise, never from the font's own ascender (fonts differ by
 * 0.4 em; GB/T 9704 measures are em-box measures). */
millipoint font_face_ascent(const struct font_face *face, millipoint size);
millipoint font_face_descent(const struct font_face *face, millipoint size);

/* The tight box of a glyph's outline in design units; false if it has no outline. */
bool font_face_glyph_box(struct font_face *face, uint32_t glyph, int *left, int *bottom, int *right,
                         int *top);

/* How text is shaped. */
struct shaping {
    millipoint size;
    const char *language; /* BCP 47, "zh-Hans"; NULL: simplified Chinese */
    bool no_ligatures;    /* letters are spaced out: each keeps its own glyph */
};

/* Shapes `length` bytes of UTF-8 that this face covers wholly (HarfBuzz; kerning and ligatures for
 * Latin, forms local to the language). Glyphs are written to `*glyphs`, an array owned by the face
 * and good until the next call with it; returns how many. */
size_t font_face_shape(struct font_face *face, const char *text, size_t length,
                       const struct shaping *shaping, const struct glyph **glyphs);

/* The form of a character's glyph that the language wants (feature locl): zh-TW and ja have other
 * shapes of many Han characters, and marks in the middle of the em. `glyph` itself if there is
 * none. */
uint32_t font_face_local_glyph(struct font_face *face, uint32_t code_point, uint32_t glyph,
                               const char *language);

#endif
