/* Tables of a kind: every name becomes part of SQL that intake/ makes, so it must be a plain name
 * and not one the program uses itself. Called by kind.c. */
#include "definitions/kind_table.h"

#include <string.h>

#include "definitions/definition_messages.h"
#include "definitions/kind_path.h"

void kind_table_check_path(const struct definition *definition, const xmlNode *node,
                           const struct kind_labels *labels, const char *schema_path,
                           const char *record, const char *path, bool element)
{
    if (!kind_path_is_formed(path, element)) {
        definition_mistake(definition, node, &MESSAGE_KIND_PATH, path, NULL);
        return;
    }
    if (!labels || !labels->complete || !kind_path_is_formed(record, true))
        return;
    if (kind_path_is_anywhere(path) && kind_labels_nest(labels, path + 2))
        definition_mistake(definition, node, &MESSAGE_KIND_RECORD_NESTS, path, schema_path);
    const char *whole = kind_path_join(definition->arena, record, path);
    if (!kind_labels_at(labels->items, labels->count, whole))
        definition_mistake(definition, node, &MESSAGE_KIND_PATH_UNKNOWN, whole, schema_path);
}

/* --- Names --------------------------------------------------------------------------------------
 */

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

/* The tables of store/'s own schema, and prefixes of what is made beside a kind's tables. */
static bool is_reserved_table(const char *name)
{
    static const char *const tables[] = {"submission",
                                         "attachment",
                                         "finding",
                                         "item",
                                         "output",
                                         "run",
                                         "kinds",
                                         "certificate",
                                         "certificate_event",
                                         "certificate_file",
                                         "signing_key",
                                         NULL};
    return is_one_of(name, tables) || starts_with(name, "current_") ||
           starts_with(name, "staged_") || starts_with(name, "sqlite_");
}

/* Columns the program adds to every table and view. NAME_line is a staged column's line. */
static bool is_reserved_column(const char *name)
{
    static const char *const columns[] = {
        "submission",        "ordinal",         "parent", "line",
        "position",          "rowid",           "oid",    "submission_sender",
        "submission_period", "submission_file", NULL};
    size_t length = strlen(name);
    return is_one_of(name, columns) || (length > 5 && strcmp(name + length - 5, "_line") == 0);
}

static void check_name(const struct definition *definition, const xmlNode *node, const char *name,
                       bool reserved, bool doubled)
{
    if (!definition_is_sql_name(name))
        definition_mistake(definition, node, &MESSAGE_DEFINITION_SQL_NAME, name, NULL);
    else if (reserved)
        definition_mistake(definition, node, &MESSAGE_DEFINITION_RESERVED, name, NULL);
    else if (doubled)
        definition_mistake(definition, node, &MESSAGE_DEFINITION_DOUBLED, name, NULL);
}

/* --- Columns ------------------------------------------------------------------------------------
 */

static enum column_type type_of(const char *name)
{
    static const char *const names[] = {"text", "integer", "decimal", "date", "xml"};
    enum column_type type = COLUMN_TEXT;
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            type = (enum column_type)i;
    return type;
}

static bool is_yes(const struct definition *definition, const xmlNode *node, const char *name)
{
    const char *value = definition_attribute(definition, node, name);
    return value && strcmp(value, "yes") == 0;
}

static const struct kind_column *lookup_column(const struct kind_table *table, const char *name)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return &table->columns[i];
    return NULL;
}

static void read_columns(const struct definition *definition, const xmlNode *table_node,
                         const struct kind_labels *labels, const struct kind *kind,
                         struct kind_table *table)
{
    struct kind_column *columns = arena_new_array(
        definition->arena, definition_count(table_node, "column") + 1, sizeof *columns);
    table->columns = columns;
    for (const xmlNode *node = xml_child(table_node, "column"); node;
         node = xml_next(node, "column")) {
        struct kind_column column = {
            .name = definition_attribute(definition, node, "name"),
            .type = type_of(definition_attribute(definition, node, "type")),
            .path = definition_attribute(definition, node, "path"),
            .key = is_yes(definition, node, "key"),
            .personal = is_yes(definition, node, "personal"),
        };
        check_name(definition, node, column.name, is_reserved_column(column.name),
                   lookup_column(table, column.name) != NULL);
        kind_table_check_path(definition, node, labels, kind->schema_path, table->record,
                              column.path, false);
        column.label =
            kind_label_lookup(kind, kind_path_join(definition->arena, table->record, column.path));
        columns[table->column_count++] = column;
    }
}

/* --- Tables -------------------------------------------------------------------------------------
 */

static int lookup_table(const struct kind_table *tables, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(tables[i].name, name) == 0)
            return (int)i;
    return -1;
}

/* The index of the parent among the tables above, -1 if none is named or found. */
static int find_parent(const struct definition *definition, const xmlNode *node,
                       const struct kind_table *tables, size_t count, const char *record)
{
    const char *name = definition_attribute(definition, node, "parent");
    if (!name)
        return -1;
    int parent = lookup_table(tables, count, name);
    if (parent < 0)
        definition_mistake(definition, node, &MESSAGE_KIND_PARENT, name, NULL);
    else if (!kind_path_encloses(tables[parent].record, record))
        definition_mistake(definition, node, &MESSAGE_KIND_PARENT_RECORD, record,
                           tables[parent].record);
    return parent;
}

void kind_table_read(const struct definition *definition, const struct kind_labels *labels,
                     struct kind *kind)
{
    struct kind_table *tables = arena_new_array(
        definition->arena, definition_count(definition->root, "table") + 1, sizeof *tables);
    size_t count = 0;
    for (const xmlNode *node = xml_child(definition->root, "table"); node;
         node = xml_next(node, "table")) {
        struct kind_table table = {
            .name = definition_attribute(definition, node, "name"),
            .record = definition_attribute(definition, node, "record"),
            .label = definition_attribute(definition, node, "label"),
        };
        check_name(definition, node, table.name, is_reserved_table(table.name),
                   lookup_table(tables, count, table.name) >= 0);
        kind_table_check_path(definition, node, labels, kind->schema_path, ".", table.record, true);
        table.parent = find_parent(definition, node, tables, count, table.record);
        read_columns(definition, node, labels, kind, &table);
        if (table.label && !lookup_column(&table, table.label))
            definition_mistake(definition, node, &MESSAGE_KIND_LABEL, table.label, table.name);
        tables[count++] = table;
    }
    kind->tables = tables;
    kind->table_count = count;
}

/* --- Views --------------------------------------------------------------------------------------
 */

static bool is_view(const struct kind_view *views, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(views[i].name, name) == 0)
            return true;
    return false;
}

void kind_table_read_views(const struct definition *definition, struct kind *kind)
{
    size_t count = definition_count(definition->root, "view") + 1;
    struct kind_view *staged = arena_new_array(definition->arena, count, sizeof *staged);
    struct kind_view *stored = arena_new_array(definition->arena, count, sizeof *stored);
    for (const xmlNode *node = xml_child(definition->root, "view"); node;
         node = xml_next(node, "view")) {
        const char *scope = definition_attribute(definition, node, "scope");
        struct kind_view view = {
            .name = definition_attribute(definition, node, "name"),
            .sql = definition_sql(definition, node),
            .origin = definition_origin(definition, node),
            .line = xmlGetLineNo(node),
        };
        check_name(definition, node, view.name, is_reserved_table(view.name),
                   lookup_table(kind->tables, kind->table_count, view.name) >= 0 ||
                       is_view(staged, kind->view_count, view.name) ||
                       is_view(stored, kind->stored_view_count, view.name));
        if (scope && strcmp(scope, "stored") == 0)
            stored[kind->stored_view_count++] = view;
        else
            staged[kind->view_count++] = view;
    }
    kind->views = staged;
    kind->stored_views = stored;
}
