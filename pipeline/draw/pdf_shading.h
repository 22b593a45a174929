/* Gradients as shading dictionaries (ISO 32000-1 §8.7.4.5): axial and radial, in the gradient's own
 * coordinates, so that one shading serves wherever the gradient is placed. Private to draw/. */
#ifndef YINFA_DRAW_PDF_SHADING_H
#define YINFA_DRAW_PDF_SHADING_H

#include "draw/pdf_file.h"
#include "format/device.h"

struct pdf_shadings;

/* Freed with pdf_shadings_free(). */
struct pdf_shadings *pdf_shadings_new(struct pdf_file *file);
void pdf_shadings_free(struct pdf_shadings *shadings);

/* The object number of the gradient's shading, which is written at its first use; the gradient's
 * matrix is left to whoever paints. */
unsigned pdf_shading_of(struct pdf_shadings *shadings, const struct gradient *gradient);

#endif
