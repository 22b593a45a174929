/* The images of a document: PNG and JPEG files as XObjects, equal digests stored once. Private to
 * draw/. */
#ifndef YINFA_DRAW_PDF_IMAGE_H
#define YINFA_DRAW_PDF_IMAGE_H

#include "draw/pdf_file.h"
#include "format/device.h"

struct pdf_images;

struct pdf_images *pdf_images_new(struct pdf_file *file);
void pdf_images_free(struct pdf_images *images);

/* The object number of the image, which is written at its first use; 0: it cannot be used.
 */
unsigned pdf_image_of(struct pdf_images *images, const struct image *image);

#endif
