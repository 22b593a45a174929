/* UTF-8 to UTF-16BE; code points above U+FFFF become surrogate pairs. Callers: text strings, and
 * ToUnicode. */
#include "draw/pdf_utf16.h"

#include <string.h>

#include "base/utf8.h"

static void put_unit(struct buffer *out, uint32_t unit)
{
    buffer_byte(out, (char)(unit >> 8 & 0xFF));
    buffer_byte(out, (char)(unit & 0xFF));
}

void pdf_utf16_append(struct buffer *out, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        at += utf8_decode(text + at, length - at, &code_point);
        if (code_point > 0xFFFF) {
            put_unit(out, 0xD800 + ((code_point - 0x10000) >> 10));
            put_unit(out, 0xDC00 + ((code_point - 0x10000) & 0x3FF));
        } else {
            put_unit(out, code_point);
        }
    }
}

void pdf_utf16_text(struct buffer *out, const char *text)
{
    enum { MOST_BYTES = 32766 };
    size_t length = strlen(text);
    buffer_clear(out);
    buffer_append(out, "\xFE\xFF", 2);
    for (size_t at = 0; at < length && out->length + 4 <= MOST_BYTES;) {
        uint32_t code_point;
        size_t used = utf8_decode(text + at, length - at, &code_point);
        pdf_utf16_append(out, text + at, used);
        at += used;
    }
}
