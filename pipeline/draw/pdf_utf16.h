/* UTF-16BE, in which PDF keeps text beyond ASCII (ISO 32000-1 §7.9.2.2). Private to draw/. */
#ifndef YINFA_DRAW_PDF_UTF16_H
#define YINFA_DRAW_PDF_UTF16_H

#include "base/buffer.h"

/* Appends UTF-8 text as UTF-16BE, without a byte order mark. */
void pdf_utf16_append(struct buffer *out, const char *text, size_t length);

/* Replaces the content of `out` by a text string: the mark FE FF and the text, cut after as many
 * units as PDF/A allows (32 767 bytes, ISO 19005-2 §6.1.13). */
void pdf_utf16_text(struct buffer *out, const char *text);

#endif
