/* Compression of streams (RFC 1950, level 6). One z_stream serves the whole process, since a new
 * one costs three times a small stream; what returns in document after document (font programs,
 * guilloches, the colour profile) is compressed once. Private to draw/. */
#ifndef YINFA_DRAW_PDF_DEFLATE_H
#define YINFA_DRAW_PDF_DEFLATE_H

#include "base/buffer.h"

/* Replaces the content of `out` by the compressed bytes. -1: zlib refused (not reported). */
int pdf_deflate(const void *bytes, size_t length, struct buffer *out);

enum { PDF_DEFLATE_MOST_KEPT = 256 * 1024 }; /* bytes worth remembering */

/* The same, remembered for the next document that holds the same bytes. Borrowed until the next
 * call; NULL: zlib refused (not reported). */
const struct buffer *pdf_deflate_kept(const void *bytes, size_t length);

#endif
