/* Kinds: reads every kind.xml with its XSD, then judges them together (kind_order.c). Every mistake
 * of every file is told in one go; a set with a mistake in it is never handed out. Called by
 * batch/, used by intake/. */
#include "definitions/kind.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/memory.h"
#include "definitions/definition.h"
#include "definitions/definition_messages.h"
#include "definitions/kind_attachment.h"
#include "definitions/kind_labels.h"
#include "definitions/kind_order.h"
#include "definitions/kind_table.h"

struct kind_set {
    struct arena *arena;
    struct kind *kinds;
    size_t count;
    char digest[DIGEST_HEX_SIZE];
};

/* --- One kind -----------------------------------------------------------------------------------
 */

static struct kind_rule read_rule(const struct definition *definition, const xmlNode *node)
{
    int level = finding_level_from_name(definition_attribute(definition, node, "level"));
    struct kind_rule rule = {
        .id = definition_attribute(definition, node, "id"),
        .level = level < 0 ? FINDING_ERROR : (enum finding_level)level,
        .chinese = definition_child_text(definition, node, "message"),
        .english = definition_child_text(definition, node, "message-en"),
        .mend_chinese = definition_child_text(definition, node, "mend"),
        .mend_english = definition_child_text(definition, node, "mend-en"),
        .sql = definition_sql(definition, xml_child(node, "sql")),
        .origin = definition_origin(definition, xml_child(node, "sql")),
    };
    size_t length = strlen(definition->name);
    if (strncmp(rule.id, definition->name, length) != 0 || rule.id[length] != '.' ||
        !rule.id[length + 1])
        definition_mistake(definition, node, &MESSAGE_KIND_RULE_NAME, rule.id, definition->name);
    return rule;
}

static void read_rules(const struct definition *definition, struct kind *kind)
{
    struct kind_rule *rules = arena_new_array(
        definition->arena, definition_count(definition->root, "rule") + 1, sizeof *rules);
    for (const xmlNode *node = xml_child(definition->root, "rule"); node;
         node = xml_next(node, "rule")) {
        struct kind_rule rule = read_rule(definition, node);
        for (size_t i = 0; i < kind->rule_count; i++)
            if (strcmp(rules[i].id, rule.id) == 0)
                definition_mistake(definition, node, &MESSAGE_DEFINITION_DOUBLED, rule.id, NULL);
        rules[kind->rule_count++] = rule;
    }
    kind->rules = rules;
}

static void read_after(struct kind_entry *entry)
{
    const struct definition *definition = entry->definition;
    size_t count = definition_count(definition->root, "after");
    const char **names = arena_new_array(definition->arena, count + 1, sizeof *names);
    long *lines = arena_new_array(definition->arena, count + 1, sizeof *lines);
    for (const xmlNode *node = xml_child(definition->root, "after"); node;
         node = xml_next(node, "after")) {
        names[entry->kind.after_count] = definition_attribute(definition, node, "kind");
        lines[entry->kind.after_count++] = xmlGetLineNo(node);
    }
    entry->kind.after = names;
    entry->after_lines = lines;
}

/* <sender path=""/> or <period path=""/>; NULL if it is not there. */
static const char *read_path(const struct definition *definition, const char *element,
                             const struct kind_labels *labels, const struct kind *kind)
{
    const xmlNode *node = xml_child(definition->root, element);
    if (!node)
        return NULL;
    const char *path = definition_attribute(definition, node, "path");
    kind_table_check_path(definition, node, labels, kind->schema_path, ".", path, false);
    return path;
}

static void read_asides(const struct definition *definition, const struct kind_labels *labels,
                        struct kind *kind)
{
    const char **names = arena_new_array(
        definition->arena, definition_count(definition->root, "aside") + 1, sizeof *names);
    for (const xmlNode *node = xml_child(definition->root, "aside"); node;
         node = xml_next(node, "aside")) {
        const char *name = definition_attribute(definition, node, "element");
        kind_table_check_path(definition, node, labels, kind->schema_path, ".",
                              arena_print(definition->arena, "//%s", name), true);
        names[kind->aside_count++] = name;
    }
    kind->asides = names;
}

/* The digest over kind.xml and its schema. */
static const char *digest_both(const struct definition *definition, const char *schema_path)
{
    char own[DIGEST_HEX_SIZE] = "", schema[DIGEST_HEX_SIZE] = "", both[DIGEST_HEX_SIZE];
    if (file_digest(definition->path, own, NULL) != 0 ||
        file_digest(schema_path, schema, NULL) != 0)
        return ""; /* the schema is missing, which is told */
    struct digest *digest = digest_new();
    digest_add_text(digest, own);
    digest_add_text(digest, schema);
    digest_finish(digest, both);
    return arena_copy(definition->arena, both);
}

/* The schema's labels; false if the schema cannot be used (told). */
static bool read_schema(const struct definition *definition, struct kind *kind,
                        struct kind_labels *labels)
{
    const xmlNode *root = definition->root;
    const char *schema = definition_attribute(definition, root, "schema");
    kind->schema_path = arena_print(definition->arena, "%s/%s", definition->folder, schema);
    if (!definition_is_inner_path(schema)) {
        definition_mistake(definition, root, &MESSAGE_DEFINITION_INNER_PATH, schema, NULL);
        return false;
    }
    if (!file_exists(kind->schema_path)) {
        definition_mistake(definition, root, &MESSAGE_DEFINITION_FILE_MISSING, kind->schema_path,
                           NULL);
        return false;
    }
    return kind_labels_read(definition, root, kind->schema_path, kind->name_space, kind->root,
                            labels) == 0;
}

/* Paths without a label of their own are left out: look-up falls back to what encloses them. */
static void keep_labels(const struct definition *definition, const struct kind_labels *all,
                        struct kind *kind)
{
    struct kind_label *labels = arena_new_array(definition->arena, all->count + 1, sizeof *labels);
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].label)
            labels[kind->label_count++] = all->items[i];
    kind->labels = labels;
}

static void read_table_lines(struct kind_entry *entry)
{
    const struct definition *definition = entry->definition;
    long *lines = arena_new_array(definition->arena, entry->kind.table_count + 1, sizeof *lines);
    size_t count = 0;
    for (const xmlNode *node = xml_child(definition->root, "table"); node;
         node = xml_next(node, "table"))
        lines[count++] = xmlGetLineNo(node);
    entry->table_lines = lines;
}

static void read_kind(struct kind_entry *entry)
{
    const struct definition *definition = entry->definition;
    struct kind *kind = &entry->kind;
    kind->name = definition->name;
    kind->title = definition_child_text(definition, definition->root, "title");
    kind->root = definition_attribute(definition, definition->root, "root");
    kind->name_space = definition_attribute(definition, definition->root, "namespace");
    entry->root_line = xmlGetLineNo(definition->root);

    struct kind_labels all = {0};
    bool known = read_schema(definition, kind, &all);
    const struct kind_labels *labels = known ? &all : NULL;
    keep_labels(definition, &all, kind);
    kind->digest = digest_both(definition, kind->schema_path);
    kind->sender_path = read_path(definition, "sender", labels, kind);
    kind->period_path = read_path(definition, "period", labels, kind);
    read_asides(definition, labels, kind);
    read_after(entry);
    kind_table_read(definition, labels, kind);
    kind_table_read_views(definition, kind);
    read_table_lines(entry);
    kind_attachment_read(definition, kind);
    read_rules(definition, kind);
    entry->usable = true;
}

/* --- The set ------------------------------------------------------------------------------------
 */

static struct kind_set *set_new(struct arena *arena, const struct kind_entry *entries, size_t count)
{
    struct kind_set *set = arena_alloc(arena, sizeof *set);
    *set = (struct kind_set){.arena = arena,
                             .kinds = arena_new_array(arena, count + 1, sizeof *set->kinds),
                             .count = count};
    for (size_t i = 0; i < count; i++)
        set->kinds[i] = entries[i].kind;
    return set;
}

/* By name and content: where they lie is of no matter. */
static bool digest_all(const struct definition *definitions, size_t count,
                       char hex[DIGEST_HEX_SIZE])
{
    static const char made[] = "tables 2"; /* to be raised when other SQL is made of a kind.xml */
    struct digest *digest = digest_new();
    bool read = true;
    digest_add_text(digest, made);
    for (size_t i = 0; i < count; i++) {
        char own[DIGEST_HEX_SIZE];
        read = read && file_digest(definitions[i].path, own, NULL) == 0;
        digest_add_text(digest, definitions[i].name);
        digest_add_text(digest, read ? own : "");
    }
    digest_finish(digest, hex);
    return read;
}

bool kind_definitions_digest(const char *const *folders, char hex[DIGEST_HEX_SIZE])
{
    struct arena *arena = arena_new();
    size_t count = 0;
    struct definition *definitions =
        definition_find(folders, "kind.xml", arena, finding_list_new(arena), &count);
    bool read = digest_all(definitions, count, hex);
    arena_free(arena);
    return read;
}

const char *kind_set_digest(const struct kind_set *set)
{
    return set->digest;
}

struct kind_set *kind_set_read(const char *const *folders, const char *definition_schema_folder,
                               struct finding_list *findings)
{
    struct arena *arena = arena_new();
    size_t before = finding_count(findings), count = 0;
    struct definition *definitions = definition_find(folders, "kind.xml", arena, findings, &count);
    struct kind_entry *entries = arena_new_array(arena, count + 1, sizeof *entries);
    for (size_t i = 0; i < count; i++) {
        entries[i].definition = &definitions[i];
        if (definition_open(&definitions[i], definition_schema_folder, "kind.xsd") == 0)
            read_kind(&entries[i]);
        definition_close(&definitions[i]);
    }
    kind_order_set(entries, count);
    if (finding_count(findings) == before) {
        struct kind_set *set = set_new(arena, entries, count);
        if (digest_all(definitions, count, set->digest))
            return set;
    }
    arena_free(arena);
    return NULL;
}

void kind_set_free(struct kind_set *set)
{
    if (set)
        arena_free(set->arena); /* the set itself is in it */
}

size_t kind_set_count(const struct kind_set *set)
{
    return set->count;
}

const struct kind *kind_set_at(const struct kind_set *set, size_t index)
{
    return index < set->count ? &set->kinds[index] : NULL;
}

const struct kind *kind_lookup(const struct kind_set *set, const char *name)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->kinds[i].name, name) == 0)
            return &set->kinds[i];
    return NULL;
}

const struct kind *kind_lookup_root(const struct kind_set *set, const char *name_space,
                                    const char *local_name)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->kinds[i].root, local_name) == 0 &&
            strcmp(set->kinds[i].name_space, name_space ? name_space : "") == 0)
            return &set->kinds[i];
    return NULL;
}

static const struct kind_column *column_named(const struct kind_table *table, const char *name)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return &table->columns[i];
    return NULL;
}

const struct kind_column *kind_column_lookup(const struct kind *kind, const char *field,
                                             const struct kind_table **table)
{
    const char *dot = strchr(field, '.');
    size_t length = dot ? (size_t)(dot - field) : 0; /* of the table's name */
    for (size_t i = 0; i < kind->table_count; i++) {
        const struct kind_table *candidate = &kind->tables[i];
        if (dot && (strncmp(candidate->name, field, length) != 0 || candidate->name[length]))
            continue;
        const struct kind_column *column = column_named(candidate, dot ? dot + 1 : field);
        if (column && table)
            *table = candidate;
        if (column)
            return column;
    }
    return NULL;
}

bool kind_is_aside(const struct kind *kind, const char *name)
{
    for (size_t i = 0; i < kind->aside_count; i++)
        if (strcmp(kind->asides[i], name) == 0)
            return true;
    return false;
}

/* What follows the innermost root element that stands inside another: there the labels begin
 * anew. */
static const char *below_inner_root(const struct kind *kind, const char *path)
{
    size_t length = strlen(kind->root);
    for (const char *step = path; *step;) {
        size_t step_length = strcspn(step, "/");
        if (step_length == length && strncmp(step, kind->root, length) == 0 && step[length] == '/')
            path = step + length + 1;
        step += step_length + (step[step_length] == '/');
    }
    return path;
}

const char *kind_label_lookup(const struct kind *kind, const char *path)
{
    char *enclosing = memory_copy(below_inner_root(kind, path));
    const struct kind_label *found;
    while (!(found = kind_labels_at(kind->labels, kind->label_count, enclosing)) && *enclosing) {
        char *slash = strrchr(enclosing, '/');
        *(slash ? slash : enclosing) = '\0';
    }
    free(enclosing);
    return found ? found->label : NULL;
}
