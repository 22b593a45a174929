/* Item names: parsing. What is written with parameter_write() is read back here. */
#include "batch/item_name.h"

#include <string.h>

static int hexadecimal(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    return -1;
}

/* Percent-decodes `length` bytes into the arena. */
static char *decode(struct arena *arena, const char *text, size_t length)
{
    char *out = arena_alloc(arena, length + 1);
    size_t put = 0;
    for (size_t at = 0; at < length; at++) {
        if (text[at] == '%' && at + 2 < length && hexadecimal(text[at + 1]) >= 0 &&
            hexadecimal(text[at + 2]) >= 0) {
            out[put++] = (char)(hexadecimal(text[at + 1]) * 16 + hexadecimal(text[at + 2]));
            at += 2;
        } else {
            out[put++] = text[at];
        }
    }
    out[put] = '\0';
    return out;
}

static const char *const *parse_parameters(const char *text, size_t length, struct arena *arena)
{
    size_t count = 1;
    for (size_t i = 0; i < length; i++)
        count += text[i] == '&';
    const char **parameters = arena_new_array(arena, count + 1, sizeof *parameters);
    size_t put = 0;
    for (size_t start = 0; start < length;) {
        const char *end = memchr(text + start, '&', length - start);
        size_t part = end ? (size_t)(end - text) - start : length - start;
        if (part)
            parameters[put++] = decode(arena, text + start, part);
        start += part + 1;
    }
    return parameters;
}

int item_name_parse(const char *text, struct arena *arena, struct item_name *name)
{
    const char *hash = strchr(text, '#');
    const char *end = hash ? hash : text + strlen(text);
    const char *slash = memchr(text, '/', (size_t)(end - text));
    const char *publication_end = slash ? slash : end;
    if ((!slash && !hash) || publication_end == text)
        return -1;
    *name = (struct item_name){.publication =
                                   arena_copy_bytes(arena, text, (size_t)(publication_end - text))};
    const char *parameters = slash ? slash + 1 : end;
    name->parameters = parse_parameters(parameters, (size_t)(end - parameters), arena);
    if (!hash || !hash[1])
        return 0;

    const char *rest = hash + 1;
    const char *inner = strchr(rest, '/');
    if (inner) {
        name->each = decode(arena, rest, (size_t)(inner - rest));
        rest = inner + 1;
    }
    const char *colon = strchr(rest, ':');
    if (colon) {
        name->query = decode(arena, rest, (size_t)(colon - rest));
        rest = colon + 1;
    }
    const char *dot = strrchr(rest, '.');
    name->key = decode(arena, rest, dot ? (size_t)(dot - rest) : strlen(rest));
    name->column = dot ? decode(arena, dot + 1, strlen(dot + 1)) : NULL;
    return 0;
}
