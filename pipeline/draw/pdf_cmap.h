/* The CMaps of a font (ISO 32000-1 §9.7.5, §9.10.3). Private to draw/. */
#ifndef YINFA_DRAW_PDF_CMAP_H
#define YINFA_DRAW_PDF_CMAP_H

#include "draw/pdf_font.h"

/* Write a stream and return its object number: the encoding, where `cid` has the CID of code c at
 * [c]; and the text that each code stands for. */
unsigned pdf_cmap_write_encoding(struct pdf_file *file, const struct pdf_font *font,
                                 const uint16_t *cid);
unsigned pdf_cmap_write_to_unicode(struct pdf_file *file, const struct pdf_font *font);

#endif
