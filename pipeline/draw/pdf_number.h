/* Numbers of content streams and other PDF syntax (ISO 32000-1 §7.3.3), written by hand from
 * integers: a page is mostly numbers, and no locale may change them. Private to draw/. */
#ifndef YINFA_DRAW_PDF_NUMBER_H
#define YINFA_DRAW_PDF_NUMBER_H

#include <stdint.h>

#include "base/buffer.h"

/* `value` in units of the last of `decimals` (at most 9) decimal places, without trailing zeros. */
void pdf_number_put(struct buffer *out, int64_t value, int decimals);

/* 1/1000 as a decimal: what lengths and shares come in. */
void pdf_number_thousandths(struct buffer *out, int64_t value);

/* A code of two bytes in four hexadecimal digits, as strings and CMaps hold it. */
void pdf_number_code(struct buffer *out, unsigned code);

/* A factor given in 1/65536, with six decimals. */
void pdf_number_factor(struct buffer *out, int64_t factor);

#endif
