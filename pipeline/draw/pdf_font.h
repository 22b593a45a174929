/* Fonts of one document: the glyphs used of each face, their codes, and the Type 0 font written at
 * the end (ISO 32000-1 §9.7). Codes are given as glyphs appear, since pages leave memory before the
 * subset is known; an embedded CMap leads from code to CID. Private to draw/. */
#ifndef YINFA_DRAW_PDF_FONT_H
#define YINFA_DRAW_PDF_FONT_H

#include "draw/pdf_file.h"
#include "type/font_face.h"

struct pdf_fonts;

/* `private_refused`: PDF/A-2a wants text in which no character is of the private use areas. */
struct pdf_fonts *pdf_fonts_new(bool private_refused);
void pdf_fonts_free(struct pdf_fonts *fonts);

/* The face's entry in this document, made at its first use; NULL never. */
struct pdf_font;
struct pdf_font *pdf_font_of(struct pdf_fonts *fonts, struct font_face *face);

/* Its name in content streams: "F" and this number. */
unsigned pdf_font_number(const struct pdf_font *font);

/* The code under which a page shows a glyph that stands for `text`; the same glyph with another
 * text is another code, so that every reader extracts what was meant. 0 if the document uses too
 * many, or the text is refused (reported). */
unsigned pdf_font_code(struct pdf_font *font, uint32_t glyph, const char *text, size_t length);

/* Advance that a reader will use for the code, as /W says: in parts of which PDF_WIDTH_PARTS make
 * 1/1000 em. */
enum { PDF_WIDTH_PARTS = 100 };
int pdf_font_width(const struct pdf_font *font, unsigned code);

/* The codes given, in ascending order: the one after `code` (0: the first), 0 at the end; how many;
 * and the text that one stands for (borrowed, `length` bytes). */
unsigned pdf_font_code_after(const struct pdf_font *font, unsigned code);
size_t pdf_font_code_count(const struct pdf_font *font);
const char *pdf_font_text(const struct pdf_font *font, unsigned code, size_t *length);

/* A new CIDSystemInfo: Adobe-Identity. */
HPDF_Dict pdf_font_system_info(struct pdf_file *file);

/* Writes all fonts and the resource dictionary that names them, under its reserved number. -1: a
 * subset failed (reported). */
int pdf_fonts_write(struct pdf_fonts *fonts, struct pdf_file *file, unsigned number);

#endif
