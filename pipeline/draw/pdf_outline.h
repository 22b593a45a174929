/* The outline (ISO 32000-1 §12.3.3): the bookmarks beside the pages. Private to draw/. */
#ifndef YINFA_DRAW_PDF_OUTLINE_H
#define YINFA_DRAW_PDF_OUTLINE_H

#include "draw/pdf_destination.h"
#include "draw/pdf_file.h"
#include "format/device.h"

struct pdf_outline;

/* `destinations` are borrowed. */
struct pdf_outline *pdf_outline_new(struct pdf_file *file, struct pdf_destinations *destinations);
void pdf_outline_free(struct pdf_outline *outline);

/* An entry; its texts are copied. */
void pdf_outline_add(struct pdf_outline *outline, const struct bookmark *bookmark);

/* Writes the entries and puts the outline into the catalog; nothing if there are none. What leads
 * to a place that never came leads to `first_page`. */
void pdf_outline_write(struct pdf_outline *outline, unsigned first_page, HPDF_Dict catalog);

#endif
