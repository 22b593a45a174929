/* UTF-8 decoding and encoding after table 3-7 of the Unicode Standard (well-formed byte
 * sequences): the second byte's range depends on the first. */
#include "base/utf8.h"

size_t utf8_decode(const char *text, size_t length, uint32_t *code_point)
{
    const unsigned char *byte = (const unsigned char *)text;
    unsigned char low = 0x80, high = 0xBF;
    size_t more;
    uint32_t value;
    if (byte[0] < 0x80) {
        *code_point = byte[0];
        return 1;
    }
    if (byte[0] >= 0xC2 && byte[0] <= 0xDF) {
        more = 1;
        value = byte[0] & 0x1Fu;
    } else if (byte[0] >= 0xE0 && byte[0] <= 0xEF) {
        more = 2;
        value = byte[0] & 0x0Fu;
        if (byte[0] == 0xE0)
            low = 0xA0;
        if (byte[0] == 0xED)
            high = 0x9F;
    } else if (byte[0] >= 0xF0 && byte[0] <= 0xF4) {
        more = 3;
        value = byte[0] & 0x07u;
        if (byte[0] == 0xF0)
            low = 0x90;
        if (byte[0] == 0xF4)
            high = 0x8F;
    } else {
        *code_point = 0xFFFD;
        return 1;
    }
    for (size_t i = 1; i <= more; i++) {
        if (i >= length || byte[i] < low || byte[i] > high) {
            *code_point = 0xFFFD;
            return 1;
        }
        value = value << 6 | (byte[i] & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    *code_point = value;
    return more + 1;
}

size_t utf8_encode(uint32_t code_point, char encoded[4])
{
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        code_point = 0xFFFD;
    if (code_point < 0x80) {
        encoded[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        encoded[0] = (char)(0xC0 | code_point >> 6);
        encoded[1] = (char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        encoded[0] = (char)(0xE0 | code_point >> 12);
        encoded[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
        encoded[2] = (char)(0x80 | (code_point & 0x3F));
        return 3;
    }
    encoded[0] = (char)(0xF0 | code_point >> 18);
    encoded[1] = (char)(0x80 | (code_point >> 12 & 0x3F));
    encoded[2] = (char)(0x80 | (code_point >> 6 & 0x3F));
    encoded[3] = (char)(0x80 | (code_point & 0x3F));
    return 4;
}

bool utf8_valid(const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t used = utf8_decode(text + at, length - at, &code_point);
        if (code_point == 0xFFFD && used == 1)
            return false;
        at += used;
    }
    return true;
}

bool utf8_is_line(const char *text, size_t length)
{
    if (!utf8_valid(text, length))
        return false;
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        at += utf8_decode(text + at, length - at, &code_point);
        if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
            code_point == 0x2028 || code_point == 0x2029)
            return false;
    }
    return true;
}

size_t utf8_count(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t at = 0; at < length; count++) {
        uint32_t code_point;
        at += utf8_decode(text + at, length - at, &code_point);
    }
    return count;
}

bool utf8_is_blank(uint32_t code_point)
{
    return code_point == ' ' || code_point == '\t' || code_point == '\r' || code_point == '\n' ||
           code_point == 0xA0 || code_point == 0x3000 || code_point == 0x200B ||
           code_point == 0xFEFF;
}

bool utf8_has_wide(const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        at += utf8_decode(text + at, length - at, &code_point);
        if ((code_point >= 0xFF01 && code_point <= 0xFF5E) || code_point == ' ' ||
            code_point == 0xA0 || code_point == 0x3000)
            return true;
    }
    return false;
}
