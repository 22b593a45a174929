/* A content stream being built (ISO 32000-1 §7.8.2): operators with as little state as needed.
 * Positions come in 1/1000 pt with y downwards from `top`. Private to draw/. */
#ifndef YINFA_DRAW_PDF_CONTENT_H
#define YINFA_DRAW_PDF_CONTENT_H

#include "base/buffer.h"
#include "draw/pdf_font.h"
#include "format/device.h"

struct pdf_content {
    struct buffer operators;
    millipoint top;     /* y of the page's upper edge in PDF space; 0 inside a group */
    struct colour fill; /* as set in the graphics state */
    struct colour stroke;
    millipoint line_width;
    bool dashed;
    unsigned font; /* number of the font selected; 0 = none */
    millipoint font_size;
    unsigned *objects; /* the XObjects painted, by object number, each once */
    size_t object_count, object_capacity;
};

/* The graphics state at the start of a page or form. */
void pdf_content_begin(struct pdf_content *content, millipoint top);

void pdf_content_free(struct pdf_content *content);

/* A run of glyphs. -1: too many glyphs (reported). */
int pdf_content_glyphs(struct pdf_content *content, struct pdf_fonts *fonts,
                       const struct glyph_run *run);

void pdf_content_path(struct pdf_content *content, const struct path *path);

/* Makes the path the clip until pdf_content_restore(). */
void pdf_content_clip(struct pdf_content *content, const struct path *path);
void pdf_content_restore(struct pdf_content *content);

/* Paints an XObject, given by its object number, moved to (x, y), scaled to width × height if these
 * are not 0. `y` is the top. */
void pdf_content_object(struct pdf_content *content, unsigned object, millipoint x, millipoint y,
                        millipoint width, millipoint height);

/* The resource dictionary of the stream: what it paints, and the fonts (`fonts` is the object
 * number of their dictionary; all streams share it). */
HPDF_Dict pdf_content_resources(const struct pdf_content *content, struct pdf_file *file,
                                unsigned fonts);

#endif
