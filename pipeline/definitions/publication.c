/* Publications: reads every publication.xml and checks that what it names is there. SQL is checked
 * when it is first prepared, where the database is at hand. Called by batch/, used by publish/. */
#include "definitions/publication.h"

#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "definitions/definition.h"
#include "definitions/definition_messages.h"
#include "definitions/parameter_declaration.h"
#include "definitions/publication_output.h"

struct publication_set {
    struct arena *arena;
    struct publication *publications;
    size_t count;
};

/* --- Queries ------------------------------------------------------------------------------------
 */

/* Whether an element has text of its own beside child elements. */
static bool has_own_text(const xmlNode *element)
{
    for (const xmlNode *node = element->children; node; node = node->next)
        if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
            !xmlIsBlankNode(node))
            return true;
    return false;
}

static struct publication_query read_query(const struct definition *definition, const xmlNode *node)
{
    const xmlNode *sql = xml_child(node, "sql");
    const xmlNode *origin = xml_child(node, "origin");
    struct publication_query query = {
        .name = definition_attribute(definition, node, "name"),
        .key = definition_attribute(definition, node, "key"),
        .xml = definition_attribute(definition, node, "xml"),
        .sql = definition_sql(definition, sql ? sql : node),
        .origin = definition_origin(definition, sql ? sql : node),
    };
    if (sql && has_own_text(node))
        definition_mistake(definition, node, &MESSAGE_DEFINITION_QUERY_MIXED, query.name, NULL);
    if (origin) {
        query.origin_sql = definition_sql(definition, origin);
        query.origin_origin = definition_origin(definition, origin);
    }
    return query;
}

static void read_queries(const struct definition *definition, struct publication *publication)
{
    size_t count = definition_count(definition->root, "query");
    struct publication_query *queries =
        arena_new_array(definition->arena, count + 1, sizeof *queries);
    publication->queries = queries;
    for (const xmlNode *node = xml_child(definition->root, "query"); node;
         node = xml_next(node, "query")) {
        struct publication_query query = read_query(definition, node);
        if (publication_query_lookup(publication, query.name))
            definition_mistake(definition, node, &MESSAGE_DEFINITION_DOUBLED, query.name, NULL);
        queries[publication->query_count++] = query;
    }
}

/* Attribute `attribute` of `node`, which names a query; NULL if node or attribute is absent. */
static const char *read_query_name(const struct definition *definition, const xmlNode *node,
                                   const char *attribute, const struct publication *publication)
{
    const char *name = node ? definition_attribute(definition, node, attribute) : NULL;
    if (name && !publication_query_lookup(publication, name))
        definition_mistake(definition, node, &MESSAGE_DEFINITION_NO_QUERY, name, NULL);
    return name;
}

static const char *read_optional(const struct definition *definition, const xmlNode *node,
                                 const char *attribute)
{
    return node ? definition_attribute(definition, node, attribute) : NULL;
}

/* Certificates are items of their own, named by their numbers. */
static void read_ledger(const struct definition *definition, struct publication *publication)
{
    const xmlNode *node = xml_child(definition->root, "ledger");
    struct publication_ledger *ledger = &publication->ledger;
    ledger->query = read_query_name(definition, node, "query", publication);
    ledger->series = read_optional(definition, node, "series");
    ledger->holder = read_optional(definition, node, "holder");
    ledger->date = read_optional(definition, node, "date");
    if (!node)
        return;
    publication_when_read(definition, node, publication, &ledger->when_name, &ledger->when_value);
    if (!publication->each_query)
        definition_mistake(definition, node, &MESSAGE_DEFINITION_LEDGER_EACH, NULL, NULL);
    else if (strcmp(publication->each_query, ledger->query) == 0)
        definition_mistake(definition, node, &MESSAGE_DEFINITION_LEDGER_QUERY, ledger->query, NULL);
}

/* --- One publication ----------------------------------------------------------------------------
 */

static const char *digest_of(const struct definition *definition)
{
    char hex[DIGEST_HEX_SIZE] = "";
    if (file_digest(definition->path, hex, NULL) != 0)
        definition_mistake(definition, NULL, &MESSAGE_DEFINITION_FILE_MISSING, definition->path,
                           NULL);
    return arena_copy(definition->arena, hex);
}

static void read_publication(const struct definition *definition, struct publication *publication)
{
    const xmlNode *root = definition->root;
    const xmlNode *each = xml_child(root, "each");
    const xmlNode *date = xml_child(root, "date");
    const xmlNode *title = xml_child(root, "document-title");

    publication->name = definition->name;
    publication->title = definition_child_text(definition, root, "title");
    const char *undrawable = definition_attribute(definition, root, "undrawable");
    publication->names_undrawable = undrawable && strcmp(undrawable, "name") == 0;
    publication->folder = definition->folder;
    publication->digest = digest_of(definition);
    publication->parameters = parameter_declaration_read(definition, &publication->parameter_count);
    read_queries(definition, publication);
    publication->rows_query = read_query_name(definition, root, "rows", publication);
    publication->each_query = read_query_name(definition, each, "query", publication);
    publication->each_key = read_optional(definition, each, "key");
    read_ledger(definition, publication);
    publication->date_query = read_query_name(definition, date, "query", publication);
    publication->date_column = read_optional(definition, date, "column");
    publication->title_query = read_query_name(definition, title, "query", publication);
    publication->title_column = read_optional(definition, title, "column");
    parameter_declaration_check_pattern(definition, xml_child(root, "title"), publication->title,
                                        publication->parameters, publication->parameter_count,
                                        each != NULL);
    publication_output_read(definition, publication);
}

/* --- The set ------------------------------------------------------------------------------------
 */

struct publication_set *publication_set_read(const char *const *folders,
                                             const char *definition_schema_folder,
                                             struct finding_list *findings)
{
    struct arena *arena = arena_new();
    size_t before = finding_count(findings), count = 0;
    struct definition *definitions =
        definition_find(folders, "publication.xml", arena, findings, &count);
    struct publication_set *set = arena_alloc(arena, sizeof *set);
    *set = (struct publication_set){
        arena, arena_new_array(arena, count + 1, sizeof *set->publications), count};
    for (size_t i = 0; i < count; i++) {
        if (definition_open(&definitions[i], definition_schema_folder, "publication.xsd") == 0)
            read_publication(&definitions[i], &set->publications[i]);
        definition_close(&definitions[i]);
    }
    if (finding_count(findings) == before)
        return set;
    arena_free(arena);
    return NULL;
}

void publication_set_free(struct publication_set *set)
{
    if (set)
        arena_free(set->arena); /* the set itself is in it */
}

size_t publication_set_count(const struct publication_set *set)
{
    return set->count;
}

const struct publication *publication_set_at(const struct publication_set *set, size_t index)
{
    return index < set->count ? &set->publications[index] : NULL;
}

const struct publication *publication_lookup(const struct publication_set *set, const char *name)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->publications[i].name, name) == 0)
            return &set->publications[i];
    return NULL;
}

const struct publication_query *publication_query_lookup(const struct publication *publication,
                                                         const char *name)
{
    for (size_t i = 0; i < publication->query_count; i++)
        if (strcmp(publication->queries[i].name, name) == 0)
            return &publication->queries[i];
    return NULL;
}
