/* Paths of kind.xml: a form small enough to be followed while a file streams by. Names are those of
 * XML without colon; that a name exists is checked against the schema (kind_table.c). */
#include "definitions/kind_path.h"

#include <libxml/tree.h>
#include <string.h>

static bool is_name(const char *text, size_t length)
{
    char name[256];
    if (length == 0 || length >= sizeof name)
        return false;
    memcpy(name, text, length);
    name[length] = '\0';
    return xmlValidateNCName((const xmlChar *)name, 0) == 0;
}

bool kind_path_is_anywhere(const char *path)
{
    return path[0] == '/' && path[1] == '/';
}

bool kind_path_is_formed(const char *path, bool element)
{
    if (strcmp(path, ".") == 0)
        return true;
    if (element && kind_path_is_anywhere(path))
        return is_name(path + 2, strlen(path + 2));
    for (const char *step = path;;) {
        size_t length = strcspn(step, "/");
        bool last = step[length] == '\0';
        bool attribute = step[0] == '@';
        if (attribute && (element || !last))
            return false;
        if (!is_name(step + attribute, length - attribute))
            return false;
        if (last)
            return true;
        step += length + 1;
    }
}

const char *kind_path_join(struct arena *arena, const char *record, const char *path)
{
    const char *outer = strcmp(record, ".") == 0 ? "" : record;
    const char *inner = strcmp(path, ".") == 0 ? "" : path;
    return arena_print(arena, "%s%s%s", outer, *outer && *inner ? "/" : "", inner);
}

bool kind_path_encloses(const char *outer, const char *inner)
{
    if (kind_path_is_anywhere(outer) || kind_path_is_anywhere(inner))
        return strcmp(outer, inner) != 0;
    if (strcmp(outer, ".") == 0)
        return strcmp(inner, ".") != 0;
    size_t length = strlen(outer);
    return strncmp(outer, inner, length) == 0 && inner[length] == '/';
}
