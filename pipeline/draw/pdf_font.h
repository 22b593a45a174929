/* Fonts of one document: the glyphs used of each face, their codes, and the Type 0 font written at
 * the end (ISO 32000-1 §9.7). Codes are given as glyphs appear, since pages leave memory before the
 * subset is known; an embedded CMap leads from code to CID. Private to draw/. */
#ifndef YINFA_DRAW_PDF_FONT_H
#define YINFA_DRAW_PDF_FONT_H

#include "draw/pdf_file.h"
#include "type/font_face.h"

struct pdf_fonts;

struct pdf_fonts *pdf_fonts_new(void);
void pdf_fonts_free(struct pdf_fonts *fonts);

/* The face's entry in this document, made at its first use; NULL never. */
struct pdf_font;
struct pdf_font *pdf_font_of(struct pdf_fonts *fonts, struct font_face *face);

/* Its name in content streams: "F" and this number. */
unsigned pdf_font_number(const struct pdf_font *font);

/* The code of a glyph. `text` is what the glyph stands for; the first text given for a glyph goes
 * into ToUnicode; `*same` tells whether this one equals it (if not, the caller writes ActualText).
 * 0 if the document uses too many glyphs (reported). */
unsigned pdf_font_code(struct pdf_font *font, uint32_t glyph, const char *text, size_t length,
                       bool *same);

/* Advance that a reader will use for the glyph: 1/1000 em, as /W says. */
int pdf_font_width(struct pdf_font *font, uint32_t glyph);

/* Appends UTF-8 text as UTF-16BE in hexadecimal. */
void pdf_put_utf16(struct buffer *out, const char *text, size_t length);

/* Writes all fonts and adds them to the resource dictionary. -1: a subset failed (reported). */
int pdf_fonts_write(struct pdf_fonts *fonts, struct pdf_file *file, HPDF_Dict resources);

#endif
