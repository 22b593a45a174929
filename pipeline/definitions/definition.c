/* Definition files, what the three kinds of them have in common. Found by folder in byte order, so
 * that nothing depends on the order in which a file system lists names. Called by kind.c,
 * publication.c and job.c. */
#include "definitions/definition.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "definitions/definition_messages.h"

/* --- Finding them -------------------------------------------------------------------------------
 */

struct search {
    const char *file; /* NULL: NAME.xml */
    struct arena *arena;
    struct finding_list *findings;
    struct definition *items; /* heap while it grows */
    size_t count;
};

static bool is_found(const struct search *search, const char *name)
{
    for (size_t i = 0; i < search->count; i++)
        if (strcmp(search->items[i].name, name) == 0)
            return true;
    return false;
}

/* An entry of a folder that holds definitions; most entries are none. */
static void consider(struct search *search, const char *folder, const char *entry)
{
    static const char ending[] = ".xml";
    size_t length = strlen(entry);
    const char *own_folder, *name, *path;
    if (entry[0] == '.')
        return;
    if (search->file) {
        name = arena_copy(search->arena, entry);
        own_folder = arena_print(search->arena, "%s/%s", folder, entry);
        path = arena_print(search->arena, "%s/%s", own_folder, search->file);
        if (!file_exists(path))
            return;
    } else {
        if (length < sizeof ending || strcmp(entry + length - strlen(ending), ending) != 0)
            return;
        name = arena_copy_bytes(search->arena, entry, length - strlen(ending));
        own_folder = arena_copy(search->arena, folder);
        path = arena_print(search->arena, "%s/%s", folder, entry);
    }
    if (is_found(search, name))
        return; /* an earlier folder's wins */
    search->items = memory_resize(search->items, search->count + 1, sizeof *search->items);
    search->items[search->count++] = (struct definition){.name = name,
                                                         .path = path,
                                                         .folder = own_folder,
                                                         .arena = search->arena,
                                                         .findings = search->findings};
}

static int by_name(const void *left, const void *right)
{
    const struct definition *a = left, *b = right;
    return strcmp(a->name, b->name);
}

struct definition *definition_find(const char *const *folders, const char *file,
                                   struct arena *arena, struct finding_list *findings,
                                   size_t *count)
{
    struct search search = {.file = file, .arena = arena, .findings = findings};
    for (; *folders; folders++) {
        DIR *directory = opendir(*folders);
        if (!directory && errno == ENOENT)
            continue;
        if (!directory) {
            finding_report(findings, &MESSAGE_DEFINITION_FOLDER,
                           &(struct finding){.file = *folders}, strerror(errno), NULL);
            continue;
        }
        for (const struct dirent *entry; (entry = readdir(directory)) != NULL;)
            consider(&search, *folders, entry->d_name);
        closedir(directory);
    }
    struct definition *items = arena_new_array(arena, search.count + 1, sizeof *items);
    if (search.count) {
        qsort(search.items, search.count, sizeof *search.items, by_name);
        memcpy(items, search.items, search.count * sizeof *items);
    }
    free(search.items);
    *count = search.count;
    return items;
}

/* --- Reading one --------------------------------------------------------------------------------
 */

int definition_open(struct definition *definition, const char *schema_folder, const char *schema)
{
    const char *schema_path = arena_print(definition->arena, "%s/%s", schema_folder, schema);
    definition->document = xml_read_definition(definition->path, schema_path, definition->findings);
    if (!definition->document)
        return -1;
    definition->root = xmlDocGetRootElement(definition->document);
    const char *name = definition_attribute(definition, definition->root, "name");
    if (strcmp(name, definition->name) != 0)
        definition_mistake(definition, definition->root, &MESSAGE_DEFINITION_NAME, name,
                           definition->name);
    return 0;
}

void definition_close(struct definition *definition)
{
    xmlFreeDoc(definition->document);
    definition->document = NULL;
    definition->root = NULL;
}

void definition_mistake(const struct definition *definition, const xmlNode *node,
                        const struct message *message, const char *first, const char *second)
{
    struct finding where = {.file = definition->path, .line = node ? xmlGetLineNo(node) : 0};
    finding_report(definition->findings, message, &where, first, second, NULL);
}

const char *definition_origin(const struct definition *definition, const xmlNode *node)
{
    return arena_print(definition->arena, "%s:%ld", definition->path, xmlGetLineNo(node));
}

const char *definition_attribute(const struct definition *definition, const xmlNode *node,
                                 const char *name)
{
    return xml_attribute(definition->arena, node, name);
}

const char *definition_child_text(const struct definition *definition, const xmlNode *node,
                                  const char *child)
{
    const xmlNode *found = xml_child(node, child);
    if (!found)
        return NULL;
    const char *text = xml_text(definition->arena, found);
    if (!*text)
        definition_mistake(definition, found, &MESSAGE_DEFINITION_TEXT_EMPTY, child, NULL);
    return text;
}

size_t definition_count(const xmlNode *parent, const char *child)
{
    size_t count = 0;
    for (const xmlNode *node = xml_child(parent, child); node; node = xml_next(node, child))
        count++;
    return count;
}

const char *definition_sql(const struct definition *definition, const xmlNode *node)
{
    const char *sql = xml_text(definition->arena, node);
    if (!*sql)
        definition_mistake(definition, node, &MESSAGE_DEFINITION_SQL_EMPTY, NULL, NULL);
    return sql;
}

/* --- Forms --------------------------------------------------------------------------------------
 */

bool definition_is_sql_name(const char *text)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    static const char inner[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
    return *text && strchr(letters, *text) && text[strspn(text, inner)] == '\0';
}

bool definition_is_inner_path(const char *text)
{
    if (!*text || *text == '/' || strchr(text, '\\'))
        return false;
    for (const char *step = text; step; step = strchr(step, '/')) {
        step += *step == '/';
        size_t length = strcspn(step, "/");
        if (length == 0 || (length == 2 && memcmp(step, "..", 2) == 0))
            return false;
    }
    return true;
}
