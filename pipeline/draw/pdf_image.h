/* Image XObjects from PNG (ISO/IEC 15948) and JPEG (ITU-T T.81) files: compressed data pass through
 * as they are; only alpha is taken apart. Equal digests are stored once. Private to draw/. */
#ifndef YINFA_DRAW_PDF_IMAGE_H
#define YINFA_DRAW_PDF_IMAGE_H

#include "draw/pdf_file.h"
#include "format/device.h"

struct pdf_images;

struct pdf_images *pdf_images_new(struct pdf_file *file);
void pdf_images_free(struct pdf_images *images);

/* The number N of XObject "IN" for the image, written at its first use; 0: it cannot be used
 * (reported). */
unsigned pdf_image_of(struct pdf_images *images, const struct image *image);

/* Adds all images to the XObject resources. */
void pdf_images_put(struct pdf_images *images, HPDF_Dict objects);

#endif
