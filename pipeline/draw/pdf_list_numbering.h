/* How the items of a list are numbered (ISO 32000-1 table 347, ListNumbering), as its first label
 * tells. Private to draw/. */
#ifndef YINFA_DRAW_PDF_LIST_NUMBERING_H
#define YINFA_DRAW_PDF_LIST_NUMBERING_H

#include <stddef.h>

/* The name for a label, "Decimal" for "（一）" or "1."; "None" if the standard has no name for it.
 */
const char *pdf_list_numbering(const char *label, size_t length);

#endif
