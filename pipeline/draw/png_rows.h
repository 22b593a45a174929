/* The rows of a PNG, inflated together and unfiltered one after the other (ISO/IEC 15948 §9, §10).
 * Private to draw/. */
#ifndef YINFA_DRAW_PNG_ROWS_H
#define YINFA_DRAW_PNG_ROWS_H

#include <stdbool.h>
#include <stddef.h>

struct png_rows;

/* `count` rows of `row_length` bytes, whose pixels take `pixel` bytes (at least 1), from the IDAT
 * data. Freed with png_rows_close(). NULL: the data are damaged, are not that many rows, or their
 * filters are none. */
struct png_rows *png_rows_open(const void *data, size_t length, size_t row_length, size_t count,
                               size_t pixel);
void png_rows_close(struct png_rows *rows);

/* The next row; there must be one. Good until the rows are closed. */
const unsigned char *png_rows_next(struct png_rows *rows);

#endif
