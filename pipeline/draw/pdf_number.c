/* Digits are put down from the last to the first. Callers: content streams, shadings,
 * fonts. */
#include "draw/pdf_number.h"

#include "format/device.h"

void pdf_number_put(struct buffer *out, int64_t value, int decimals)
{
    char digits[32];
    char *at = digits + sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    for (; decimals > 0 && rest % 10 == 0; decimals--)
        rest /= 10;
    for (int i = decimals; i > 0; i--, rest /= 10)
        *--at = (char)('0' + rest % 10);
    if (decimals)
        *--at = '.';
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (value < 0)
        *--at = '-';
    buffer_append(out, at, (size_t)(digits + sizeof digits - at));
}

void pdf_number_thousandths(struct buffer *out, int64_t value)
{
    pdf_number_put(out, value, 3);
}

void pdf_number_code(struct buffer *out, unsigned code)
{
    static const char digits[] = "0123456789ABCDEF";
    const char hex[] = {digits[code >> 12 & 15], digits[code >> 8 & 15], digits[code >> 4 & 15],
                        digits[code & 15]};
    buffer_append(out, hex, sizeof hex);
}

void pdf_number_factor(struct buffer *out, int64_t factor)
{
    int64_t product = factor * 1000000;
    int64_t half = product < 0 ? -(MATRIX_ONE / 2) : MATRIX_ONE / 2;
    pdf_number_put(out, (product + half) / MATRIX_ONE, 6);
}
