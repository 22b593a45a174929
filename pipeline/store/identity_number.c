/* Identity numbers: form and birth come from fixed places, the check character from check_digit.c.
 */
#include "store/identity_number.h"

#include <string.h>

#include "base/utf8.h"
#include "store/check_digit.h"

bool identity_number_birth(const char *number, char birth[CALENDAR_DATE_SIZE])
{
    if (strlen(number) != 18 || !check_digit_identity(number))
        return false;
    const char *date = number + 6;
    const char text[CALENDAR_DATE_SIZE] = {date[0], date[1], date[2], date[3], '-', date[4],
                                           date[5], '-',     date[6], date[7], '\0'};
    if (!calendar_date_valid(text))
        return false;
    memcpy(birth, text, CALENDAR_DATE_SIZE);
    return true;
}

/* The provinces of GB/T 2260; 81 to 83 also stand in the residence permits of 港澳台 residents. */
static bool is_province(const char *number)
{
    static const char provinces[] =
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 "
        "50 51 52 53 54 61 62 63 64 65 71 81 82 83 ";
    for (const char *at = provinces; *at; at += 3)
        if (memcmp(at, number, 2) == 0)
            return true;
    return false;
}

/* What keeps a text from having the form of a number. */
static const char *form_fault(const char *number, size_t length)
{
    size_t digits = strspn(number, "0123456789");
    if (length == 0)
        return "empty";
    if (length == 15 && digits == length)
        return "old";
    if (length == 18 && digits == 17 && number[17] == 'x')
        return "small";
    return utf8_has_wide(number, length) ? "wide" : "form";
}

const char *identity_number_fault(const char *number)
{
    size_t length = strlen(number);
    char last = length == 18 && number[0] != '0' ? check_digit_identity(number) : '\0';
    char birth[CALENDAR_DATE_SIZE];
    if (!last)
        return form_fault(number, length);
    if (!identity_number_birth(number, birth) || strcmp(birth, "1900-01-01") < 0)
        return "date";
    if (last != number[17])
        return "check";
    return is_province(number) ? NULL : "province";
}

void identity_number_mask(struct buffer *out, const char *number)
{
    enum { HEAD = 6, TAIL = 4, SHORTEST = 15 };
    size_t length = strlen(number);
    size_t count = utf8_count(number, length);
    size_t place = 0;
    for (size_t at = 0; at < length; place++) {
        uint32_t code_point;
        size_t size = utf8_decode(number + at, length - at, &code_point);
        if (count >= SHORTEST && (place < HEAD || place >= count - TAIL))
            buffer_append(out, number + at, size);
        else
            buffer_byte(out, '*');
        at += size;
    }
}
