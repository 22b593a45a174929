/* The first character of a label that is not a bracket decides. Chinese numerals count as decimal:
 * the standard has no name for them, and what matters is that the list is an ordered one. Caller:
 * the structure tree. */
#include "draw/pdf_list_numbering.h"

#include <stdint.h>

#include "base/utf8.h"

/* Characters of one kind in a row, from first to last. */
struct range {
    uint32_t first, last;
    const char *name; /* NULL: a bracket, look further */
};

static const struct range ranges[] = {
    {'(', ')', NULL},
    {'0', '9', "Decimal"},
    {'I', 'I', "UpperRoman"},
    {'i', 'i', "LowerRoman"},
    {'A', 'Z', "UpperAlpha"},
    {'a', 'z', "LowerAlpha"},
    {'[', '[', NULL},
    {0x2022, 0x2022, "Disc"},
    {0x25CF, 0x25CF, "Disc"},
    {0xB7, 0xB7, "Disc"},
    {0x25CB, 0x25CB, "Circle"},
    {0x25E6, 0x25E6, "Circle"},
    {0x25A0, 0x25A1, "Square"},
    {0x25AA, 0x25AB, "Square"},
    {0x2460, 0x249B, "Decimal"},
    {0x3220, 0x3229, "Decimal"},
    {0xFF08, 0xFF08, NULL},
    {0xFF10, 0xFF19, "Decimal"},
    {0x3014, 0x3014, NULL},
    {0x3010, 0x3010, NULL},
    {0x7B2C, 0x7B2C, NULL},      /* 第 */
    {0x4E00, 0x4E00, "Decimal"}, /* 一 … 十 and the larger ones, by code point */
    {0x4E03, 0x4E03, "Decimal"},
    {0x4E09, 0x4E09, "Decimal"},
    {0x4E5D, 0x4E5D, "Decimal"},
    {0x4E8C, 0x4E8C, "Decimal"},
    {0x4E94, 0x4E94, "Decimal"},
    {0x516B, 0x516B, "Decimal"},
    {0x516D, 0x516D, "Decimal"},
    {0x5341, 0x5341, "Decimal"},
    {0x56DB, 0x56DB, "Decimal"},
    {0x767E, 0x767E, "Decimal"},
};

const char *pdf_list_numbering(const char *label, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        at += utf8_decode(label + at, length - at, &code_point);
        const struct range *range = ranges, *end = ranges + sizeof ranges / sizeof *ranges;
        while (range < end && (code_point < range->first || code_point > range->last))
            range++;
        if (range == end)
            return "None";
        if (range->name)
            return range->name;
    }
    return "None";
}
