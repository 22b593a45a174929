/* The structure tree (ISO 32000-1 §14.7–14.8): tags the formatter opens and closes become structure
 * elements, marks within them marked-content sequences. A tag begun again with the same key on a
 * later page continues its element. Private to draw/. */
#ifndef YINFA_DRAW_PDF_STRUCTURE_H
#define YINFA_DRAW_PDF_STRUCTURE_H

#include "base/buffer.h"
#include "draw/pdf_file.h"
#include "format/device.h"

struct pdf_structure;

struct pdf_structure *pdf_structure_new(struct pdf_file *file);
void pdf_structure_free(struct pdf_structure *structure);

/* A tag opens or closes; open marked content is closed in `operators`. */
void pdf_structure_begin(struct pdf_structure *structure, const struct structure_tag *tag,
                         struct buffer *operators);
void pdf_structure_end(struct pdf_structure *structure, struct buffer *operators);

/* To be called before marks are drawn: opens marked content for the innermost tag, or for an
 * artifact if there is none. Decoration (rules, borders, backgrounds) is an artifact too, unless it
 * is part of a figure. */
void pdf_structure_mark(struct pdf_structure *structure, bool decoration, struct buffer *operators);

/* Text was drawn: if it is in the label of a list's first item, it tells how the list is numbered.
 */
void pdf_structure_label(struct pdf_structure *structure, const char *text, size_t length);

/* Closes open marked content (at the end of a page or before a link). */
void pdf_structure_pause(struct pdf_structure *structure, struct buffer *operators);

/* A page of this height begins under this object number; returns its StructParents key. */
int pdf_structure_page(struct pdf_structure *structure, unsigned page_object, millipoint height);

/* An annotation object belongs to the innermost tag; returns its StructParent key, -1 if none is
 * open. */
int pdf_structure_annotation(struct pdf_structure *structure, unsigned annotation_object);

/* Writes all elements and the parent tree; returns the number of the StructTreeRoot. */
unsigned pdf_structure_write(struct pdf_structure *structure);

#endif
