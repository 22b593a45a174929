/* Callers: the verbs that take a number, and verify for the number that a file names. */
#include "store/certificate_number.h"

#include <string.h>

#include "base/utf8.h"

/* The character in ASCII, letters large; 0: it has no place in a number. */
static char plain_form(uint32_t character)
{
    enum { WIDE = 0xFF01, WIDE_END = 0xFF5E };
    if (character >= WIDE && character <= WIDE_END)
        character = character - WIDE + '!';
    if (character >= 'a' && character <= 'z')
        character = character - 'a' + 'A';
    bool stands = (character >= 'A' && character <= 'Z') ||
                  (character >= '0' && character <= '9') || character == '-';
    return stands ? (char)character : '\0';
}

const char *certificate_number_plain(const char *text, char plain[LEDGER_NUMBER_SIZE])
{
    enum { MOST_BYTES = 8 * LEDGER_NUMBER_SIZE };
    size_t length = strnlen(text, MOST_BYTES), count = 0;
    for (size_t at = 0; at < length;) {
        uint32_t character;
        at += utf8_decode(text + at, length - at, &character);
        if (utf8_is_blank(character))
            continue;
        char form = plain_form(character);
        if (!form || count + 1 >= LEDGER_NUMBER_SIZE)
            return NULL;
        plain[count++] = form;
    }
    plain[count] = '\0';
    return count > 0 && length < MOST_BYTES ? plain : NULL;
}
