/* Keywords by linear search: properties are resolved once per distinct attribute list (property.c
 * caches), so this is never in a hot loop. */
#include "format/keyword.h"

#include <string.h>

#define KEYWORD_TEXT(name, text) text,
static const char *const names[] = {KEYWORD_LIST(KEYWORD_TEXT)};
#undef KEYWORD_TEXT

bool keyword_is_token(const char *allowed, const char *text, size_t length)
{
    while (allowed) {
        const char *end = strchr(allowed, '|');
        size_t size = end ? (size_t)(end - allowed) : strlen(allowed);
        if (size == length && memcmp(allowed, text, length) == 0)
            return true;
        allowed = end ? end + 1 : NULL;
    }
    return false;
}

int keyword_find(const char *allowed, const char *text, size_t length)
{
    if (!length || !keyword_is_token(allowed, text, length))
        return -1;
    for (int keyword = 0; keyword < KEYWORD_COUNT; keyword++)
        if (strlen(names[keyword]) == length && memcmp(names[keyword], text, length) == 0)
            return keyword;
    return -1;
}
