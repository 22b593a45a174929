/* Attachments of a kind: which columns of which table name a file and its digest. The record, its
 * line and its labels are the table's, so nothing of them is said twice. Called by kind.c. */
#include "definitions/kind_attachment.h"

#include <string.h>

#include "definitions/definition_messages.h"

static const struct kind_table *find_table(const struct kind *kind, const char *name)
{
    for (size_t i = 0; i < kind->table_count; i++)
        if (strcmp(kind->tables[i].name, name) == 0)
            return &kind->tables[i];
    return NULL;
}

/* The column that `attribute` names; NULL: it has none of that name, which is a mistake. */
static const struct kind_column *read_column(const struct definition *definition,
                                             const xmlNode *node, const char *attribute,
                                             const struct kind_table *table)
{
    const char *name = definition_attribute(definition, node, attribute);
    for (size_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return &table->columns[i];
    definition_mistake(definition, node, &MESSAGE_KIND_ATTACHMENT_COLUMN, name, table->name);
    return NULL;
}

/* "png jpeg": the schema has seen to the names; nothing said: all. */
static void read_types(const struct definition *definition, const xmlNode *node,
                       struct kind_attachment *attachment)
{
    const char *types = definition_attribute(definition, node, "types");
    for (int type = 0; type < PICTURE_TYPES; type++)
        attachment->types[type] = !types;
    while (types && *types) {
        size_t length = strcspn(types, " ");
        for (int type = 0; type < PICTURE_TYPES; type++) {
            const char *name = picture_type_name((enum picture_type)type);
            if (strlen(name) == length && memcmp(name, types, length) == 0)
                attachment->types[type] = true;
        }
        types += length + (types[length] == ' ');
    }
}

void kind_attachment_read(const struct definition *definition, struct kind *kind)
{
    struct kind_attachment *attachments =
        arena_new_array(definition->arena, definition_count(definition->root, "attachment") + 1,
                        sizeof *attachments);
    kind->attachments = attachments;
    for (const xmlNode *node = xml_child(definition->root, "attachment"); node;
         node = xml_next(node, "attachment")) {
        const char *name = definition_attribute(definition, node, "table");
        struct kind_attachment attachment = {.table = find_table(kind, name)};
        if (!attachment.table) {
            definition_mistake(definition, node, &MESSAGE_KIND_ATTACHMENT_TABLE, name, NULL);
            continue;
        }
        attachment.file = read_column(definition, node, "file", attachment.table);
        attachment.digest = read_column(definition, node, "digest", attachment.table);
        read_types(definition, node, &attachment);
        attachments[kind->attachment_count++] = attachment;
    }
}
