/* JPEG files (ITU-T T.81) as image XObjects. Private to draw/. */
#ifndef YINFA_DRAW_PDF_JPEG_H
#define YINFA_DRAW_PDF_JPEG_H

#include <stdbool.h>

#include "base/message.h"
#include "draw/pdf_file.h"

/* Whether the bytes begin like a JPEG. */
bool pdf_jpeg_is(const unsigned char *bytes, size_t length);

/* Writes the image under its reserved number. Returns NULL, or what is wrong with it (nothing is
 * written then). */
const struct message *pdf_jpeg_write(struct pdf_file *file, unsigned number,
                                     const unsigned char *bytes, size_t length);

#endif
