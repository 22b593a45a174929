/* Subsetting (HarfBuzz subsetter) for embedding: a set of glyphs in, a small font program out.
 * draw/pdf is the caller. */
#ifndef YINFA_TYPE_FONT_SUBSET_H
#define YINFA_TYPE_FONT_SUBSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "type/font_face.h"

/* What a PDF font descriptor and CIDFont need (ISO 32000-1 §9.7–9.9). */
struct font_program {
    const unsigned char *bytes;  /* TrueType program, or the bare CFF table; owned by the program */
    size_t length;               /* bytes */
    unsigned glyph_count;        /* glyphs in it, .notdef and parts of composites among them */
    bool cff;                    /* true: CIDFontType0C; false: TrueType */
    const char *postscript_name; /* without subset prefix */
    uint16_t *cid;               /* for each requested glyph, the CID to write in the page: the new
                                  * glyph id for TrueType and name-keyed CFF, the CID that the
                                  * charset gives for CID-keyed CFF; owned by the program */
    int *advance;                /* for each requested glyph, 1/1000 em; owned */
    int box[4];                  /* FontBBox, 1/1000 em: left bottom right top */
    int ascent, descent, cap_height; /* 1/1000 em; descent negative */
    int italic_angle;                /* degrees */
    unsigned flags;                  /* ISO 32000-1 table 123 */
    int stem_v;                      /* 1/1000 em */
};

/* Subsets `face` to `count` glyph ids (sorted ascending, without 0, no doubles; .notdef is always
 * kept). The same glyphs give the same bytes, whatever was asked for before. Results are kept and
 * shared: borrowed, good until 64 others have been asked for or the face is freed. NULL if the
 * subsetter refused (reported once). */
const struct font_program *font_subset(struct font_face *face, const uint32_t *glyphs,
                                       size_t count);

#endif
