/* PNG files (ISO/IEC 15948) as image XObjects. Private to draw/. */
#ifndef YINFA_DRAW_PDF_PNG_H
#define YINFA_DRAW_PDF_PNG_H

#include <stdbool.h>

#include "base/message.h"
#include "draw/pdf_file.h"

/* Whether the bytes begin like a PNG. */
bool pdf_png_is(const unsigned char *bytes, size_t length);

/* Writes the image under its reserved number, with a soft mask where it is transparent. Returns
 * NULL, or what is wrong with it (nothing is written then). */
const struct message *pdf_png_write(struct pdf_file *file, unsigned number,
                                    const unsigned char *bytes, size_t length);

#endif
