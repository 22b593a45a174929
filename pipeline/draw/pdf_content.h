/* A content stream being built (ISO 32000-1 §7.8.2): operators with as little state as needed.
 * Positions come in 1/1000 pt with y downwards from `top`. Private to draw/. */
#ifndef YINFA_DRAW_PDF_CONTENT_H
#define YINFA_DRAW_PDF_CONTENT_H

#include "base/buffer.h"
#include "draw/pdf_font.h"
#include "draw/pdf_shading.h"
#include "format/device.h"

/* What the operators so far have set (§8.4); nothing is set twice. */
struct pdf_graphics_state {
    struct colour fill, stroke; /* none: not known */
    millipoint line_width;
    bool dashed;
    int cap, join; /* enum line_cap, line_join; -1: not known */
    int32_t miter_limit;
    int32_t fill_transparency, stroke_transparency;
    unsigned font; /* number of the font selected; 0 = none */
    millipoint font_size;
};

/* Objects that the stream names as resources, in ascending order, each once. */
struct pdf_names {
    unsigned *objects;
    size_t count, capacity;
};

struct pdf_content {
    struct buffer operators;
    millipoint top; /* y of the page's upper edge in PDF space; 0 inside a group */
    struct pdf_graphics_state state;
    struct pdf_names xobjects, shadings;
    struct pdf_names transparencies; /* fill · 1001 + stroke */
    bool has_glyphs;
};

/* Begins a page; or a form, which finds the state of whoever paints it (§8.10.1). */
void pdf_content_begin(struct pdf_content *content, millipoint top);
void pdf_content_begin_form(struct pdf_content *content, millipoint top);

void pdf_content_free(struct pdf_content *content);

/* A run of glyphs. -1: too many glyphs (reported). */
int pdf_content_glyphs(struct pdf_content *content, struct pdf_fonts *fonts,
                       const struct glyph_run *run);

void pdf_content_path(struct pdf_content *content, struct pdf_shadings *shadings,
                      const struct path *path);

/* Makes the path the clip until pdf_content_restore(). */
void pdf_content_clip(struct pdf_content *content, const struct path *path);
void pdf_content_restore(struct pdf_content *content);

/* Paint XObjects, given by their object number: a form moved to (x, y), its points `unit` long; an
 * image in its rectangle. */
void pdf_content_form(struct pdf_content *content, unsigned object, millipoint x, millipoint y,
                      millipoint unit);
void pdf_content_image(struct pdf_content *content, unsigned object, const struct image *image);

/* The resource dictionary of the stream: what it paints, and the fonts (`fonts` is the object
 * number of their dictionary; all streams share it). */
HPDF_Dict pdf_content_resources(const struct pdf_content *content, struct pdf_file *file,
                                unsigned fonts);

/* Whether the stream says the same in any document: paths alone, which need no resources. */
bool pdf_content_stands_alone(const struct pdf_content *content);

/* Parts of the state, set if they are not so already; for pdf_text.c. */
void pdf_content_set_fill(struct pdf_content *content, struct colour colour);
void pdf_content_set_stroke(struct pdf_content *content, struct colour colour, millipoint width,
                            enum line_join join);
void pdf_content_set_transparency(struct pdf_content *content, int32_t fill, int32_t stroke);

#endif
