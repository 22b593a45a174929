/* The rows of a PNG, inflated and unfiltered one after the other (ISO/IEC 15948 §9, §10). Private
 * to draw/. */
#ifndef YINFA_DRAW_PNG_ROWS_H
#define YINFA_DRAW_PNG_ROWS_H

#include <stdbool.h>
#include <stddef.h>

struct png_rows;

/* Rows of `row_length` bytes, whose pixels take `pixel` bytes (at least 1), from the IDAT data
 * (borrowed). Freed with png_rows_close(). NULL: no zlib data. */
struct png_rows *png_rows_open(const void *data, size_t length, size_t row_length, size_t pixel);
void png_rows_close(struct png_rows *rows);

/* The next row, good until the one after it is asked for; NULL if the data end or are wrong. */
const unsigned char *png_rows_next(struct png_rows *rows);

/* Passes over the next row: false if the data end or are wrong. Once passed over, no row may be
 * asked for. */
bool png_rows_pass(struct png_rows *rows);

#endif
