/* The inside of a face, shared by the files of type/ that use HarfBuzz. Private to type/. */
#ifndef YINFA_TYPE_FONT_PROGRAM_H
#define YINFA_TYPE_FONT_PROGRAM_H

#include <hb.h>

#include "type/font_definition.h"
#include "type/font_face.h"

enum { GLYPH_PAGE = 256, GLYPH_PAGES = 0x110000 / GLYPH_PAGE };

struct font_face {
    const struct font_face_definition *definition;
    unsigned number;     /* in order of opening in the process */
    hb_face_t *face;     /* the mapped file */
    hb_font_t *font;     /* scaled to design units */
    hb_face_t *outlines; /* what font_subset.c cuts; NULL until needed */
    hb_buffer_t *buffer; /* reused by shaping */
    unsigned units_per_em;
    unsigned glyph_count;
    uint32_t *pages[GLYPH_PAGES]; /* code point → glyph, filled as asked; UNKNOWN_GLYPH */
    int32_t *advances; /* glyph → advance in design units; UNKNOWN_ADVANCE; NULL until needed */
    struct glyph *shaped; /* result of the last shaping */
    size_t shaped_capacity;
};

/* Maps the file of face->definition. -1: it is missing, another one, or no font; a finding. */
int font_face_open(struct font_face *face, struct finding_list *findings);

/* The glyph of a code point (with a variation selector, or 0); 0: none that can be seen. */
uint32_t font_face_glyph(struct font_face *face, uint32_t code_point, uint32_t variation);

/* Releases what opening took, and the face's subsets. */
void font_face_close(struct font_face *face);

/* Drops what font_subset.c keeps of the face. */
void font_subset_forget(const struct font_face *face);

#endif
