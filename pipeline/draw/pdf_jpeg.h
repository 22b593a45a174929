/* JPEG files (ITU-T T.81) as image XObjects. Private to draw/. */
#ifndef YINFA_DRAW_PDF_JPEG_H
#define YINFA_DRAW_PDF_JPEG_H

#include <stdbool.h>

#include "draw/pdf_file.h"

/* Whether the bytes begin like a JPEG. */
bool pdf_jpeg_is(const unsigned char *bytes, size_t length);

/* Writes the image and returns its object number; 0: it cannot be used, since it is damaged or has
 * four colours (nothing is written then). */
unsigned pdf_jpeg_write(struct pdf_file *file, const unsigned char *bytes, size_t length);

#endif
