/* Compression of streams (RFC 1950) by libdeflate, whole buffers at once: half the time of zlib for
 * the same size. One compressor of each effort serves the whole process, since a new one costs
 * three times a small stream; what returns in document after document (font programs, the colour
 * profile) is compressed once. Private to draw/. */
#ifndef YINFA_DRAW_PDF_DEFLATE_H
#define YINFA_DRAW_PDF_DEFLATE_H

#include "base/buffer.h"

/* How much time a stream is worth: PDF_DEFLATE_THOROUGH takes five times as long for a twentieth
 * less, which is for what is compressed once and stands in every document. */
enum pdf_effort { PDF_DEFLATE_QUICK, PDF_DEFLATE_THOROUGH };

/* Replaces the content of `out` by the compressed bytes. -1: refused (not reported). */
int pdf_deflate(const void *bytes, size_t length, enum pdf_effort effort, struct buffer *out);

enum { PDF_DEFLATE_MOST_KEPT = 256 * 1024 }; /* bytes worth remembering */

/* The same, remembered for the next document that holds the same bytes. Borrowed until the next
 * call; NULL: refused (not reported). */
const struct buffer *pdf_deflate_kept(const void *bytes, size_t length);

#endif
