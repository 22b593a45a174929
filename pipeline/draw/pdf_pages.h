/* Pages, their tree and labels, and the outline: what leads into the document. Only numbers are
 * kept of a page that is done. Private to draw/. */
#ifndef YINFA_DRAW_PDF_PAGES_H
#define YINFA_DRAW_PDF_PAGES_H

#include "base/buffer.h"
#include "draw/pdf_file.h"
#include "format/device.h"

struct pdf_pages;

struct pdf_pages *pdf_pages_new(struct pdf_file *file);
void pdf_pages_free(struct pdf_pages *pages);

/* A page begins; returns its object number (which a link may have asked for before). */
unsigned pdf_pages_begin(struct pdf_pages *pages, const struct page_geometry *geometry);

/* An annotation of the current page. */
void pdf_pages_add_annotation(struct pdf_pages *pages, unsigned object);

/* Writes the current page and its content; `resources` goes with it. `structure_parent` -1: none.
 */
void pdf_pages_end(struct pdf_pages *pages, const struct buffer *operators, HPDF_Dict resources,
                   int structure_parent);

/* An outline entry; a copy is kept. */
void pdf_pages_add_bookmark(struct pdf_pages *pages, const struct bookmark *bookmark);

/* An explicit destination: the page, scrolled to `y` below its upper edge. */
HPDF_Array pdf_pages_destination(struct pdf_pages *pages, unsigned page, millipoint y);

/* Writes tree, labels and outline and puts them into the catalog. */
void pdf_pages_write(struct pdf_pages *pages, HPDF_Dict catalog);

#endif
