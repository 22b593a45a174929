/* Pages, their tree and labels. Only its number is kept of a page that is done. Private to draw/.
 */
#ifndef YINFA_DRAW_PDF_PAGES_H
#define YINFA_DRAW_PDF_PAGES_H

#include "base/buffer.h"
#include "draw/pdf_file.h"
#include "format/device.h"

struct pdf_pages;

struct pdf_pages *pdf_pages_new(struct pdf_file *file);
void pdf_pages_free(struct pdf_pages *pages);

/* A page begins; returns its object number. */
unsigned pdf_pages_begin(struct pdf_pages *pages, const struct page_geometry *geometry);

/* An annotation of the current page. */
void pdf_pages_add_annotation(struct pdf_pages *pages, unsigned object);

/* Writes the current page and its content; `resources` goes with it. `structure_parent` -1: none.
 */
void pdf_pages_end(struct pdf_pages *pages, const struct buffer *operators, HPDF_Dict resources,
                   int structure_parent);

/* The object number of a page, counted from 0; 0: there is no such page. */
unsigned pdf_pages_object(const struct pdf_pages *pages, size_t page);

/* Writes tree and labels and puts them into the catalog. */
void pdf_pages_write(struct pdf_pages *pages, HPDF_Dict catalog);

#endif
