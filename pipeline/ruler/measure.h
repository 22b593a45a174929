/* The measuring, a function for each group of elements. Each enters what it finds; what is not on
 * the pages and need not be there is not entered. Private to ruler/. */
#ifndef YINFA_RULER_MEASURE_H
#define YINFA_RULER_MEASURE_H

#include "ruler/document_reading.h"
#include "ruler/rules.h"

void measure_sheet(struct ruling *ruling, const struct document_reading *document);
void measure_grid(struct ruling *ruling, const struct document_reading *document);
void measure_head(struct ruling *ruling, const struct document_reading *document);
void measure_title(struct ruling *ruling, const struct document_reading *document);
void measure_signature(struct ruling *ruling, const struct document_reading *document);
void measure_annexes(struct ruling *ruling, const struct document_reading *document);
void measure_colophon(struct ruling *ruling, const struct document_reading *document);
void measure_page_numbers(struct ruling *ruling, const struct document_reading *document);

/* Where text may stand on page `index`: the type area; on page 1 of a letter down to 7/8 of a 3号
 * glyph above the second double rule (§10.1). */
struct mark_box usable_area(const struct ruling *ruling, const struct document_reading *document,
                            size_t index);

/* What "空N行" may come to between the em boxes of two elements: N row pitches, and up to half a
 * pitch more where a row's glyphs stand in the middle of its pitch. */
void measure_blank_rows(struct ruling *ruling, enum rule rule, unsigned page, millipoint found,
                        int rows);

#endif
