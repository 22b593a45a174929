/* See uri.h; called by graphic.c and link.c. */
#include "format/uri.h"

#include <stdbool.h>
#include <string.h>

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

const char *uri_specification(struct arena *arena, const char *text)
{
    const char *end = text + strlen(text);
    while (is_space(*text))
        text++;
    while (end > text && is_space(end[-1]))
        end--;
    if (end - text >= 5 && strncmp(text, "url(", 4) == 0 && end[-1] == ')') {
        text += 4;
        end--;
        while (is_space(*text))
            text++;
        while (end > text && is_space(end[-1]))
            end--;
    }
    if (end - text >= 2 && (*text == '\'' || *text == '"') && end[-1] == *text) {
        text++;
        end--;
    }
    return arena_copy_bytes(arena, text, (size_t)(end - text));
}
