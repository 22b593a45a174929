/* PNG files (ISO/IEC 15948) as image XObjects. Private to draw/. */
#ifndef YINFA_DRAW_PDF_PNG_H
#define YINFA_DRAW_PDF_PNG_H

#include <stdbool.h>

#include "draw/pdf_file.h"

/* Whether the bytes begin like a PNG. */
bool pdf_png_is(const unsigned char *bytes, size_t length);

/* Writes the image and returns its object number, with a soft mask where it is transparent, or laid
 * on white if the file may have none; 0: it cannot be used (nothing is written then). */
unsigned pdf_png_write(struct pdf_file *file, const unsigned char *bytes, size_t length);

#endif
