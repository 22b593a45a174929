/* Composition: SQL → XML. One attribute per column keeps a row at one node, and a NULL column is an
 * attribute that is not there. Everything a query returns is digested as it passes, also the rows
 * that are later streamed, so that an item's input is known before anything is formatted. Called by
 * publish.c and produce.c; rows also by row_source.c. */
#include "publish/composition.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "publish/publish_messages.h"
#include "publish/xml_column.h"

/* --- Rows ------------------------------------------------------------------------------------- */

static int visit_query(const struct composition_request *request,
                       const struct publication_query *definition, composition_row *row,
                       void *state)
{
    struct query *query;
    if (item_query(request->store, request->publication, request->values, request->item, definition,
                   &query) != 0)
        return -1;
    int more, result = 0;
    while (result == 0 && (more = query_step(query)) != 0)
        result = more < 0 ? -1 : row(state, definition, query);
    query_done(query);
    return result;
}

/* Queries that say which items there are, and who is to have one, are no item's data. */
static bool is_apart(const struct publication *publication, const char *query)
{
    return (publication->each_query && strcmp(publication->each_query, query) == 0) ||
           (publication->ledger.query && strcmp(publication->ledger.query, query) == 0);
}

int composition_visit(const struct composition_request *request, composition_row *row, void *state)
{
    const struct publication *publication = request->publication;
    for (size_t i = 0; i < publication->query_count; i++) {
        const struct publication_query *definition = &publication->queries[i];
        if (is_apart(publication, definition->name))
            continue;
        if (visit_query(request, definition, row, state) != 0)
            return -1;
    }
    return 0;
}

/* --- XML -------------------------------------------------------------------------------------- */

static bool is_xml_character(uint32_t code_point, size_t taken)
{
    if (code_point < 0x20)
        return code_point == '\t' || code_point == '\n' || code_point == '\r';
    bool malformed = code_point == 0xFFFD && taken == 1;
    return !malformed && code_point != 0xFFFE && code_point != 0xFFFF;
}

/* `value`, or in `shown` a copy in which what XML 1.0 cannot hold is U+FFFD (stored text may quote
 * a broken file) and what `naming` cannot draw is named. */
static const char *showable(const char *value, struct coverage *naming, struct buffer *shown)
{
    size_t length = strlen(value), kept = 0; /* kept: bytes already in `shown` */
    bool changed = false;
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t taken = utf8_decode(value + at, length - at, &code_point);
        bool holds = is_xml_character(code_point, taken);
        if (!holds || (naming && !coverage_has(naming, code_point))) {
            buffer_append(shown, value + kept, at - kept);
            if (holds)
                buffer_print(shown, "［U+%04X］", (unsigned)code_point);
            else
                buffer_code_point(shown, 0xFFFD);
            kept = at + taken;
            changed = true;
        }
        at += taken;
    }
    if (!changed)
        return value;
    buffer_append(shown, value + kept, length - kept);
    return buffer_string(shown);
}

static void set_attribute(xmlNode *element, const char *name, const char *value,
                          struct coverage *naming)
{
    struct buffer shown = BUFFER_EMPTY;
    xmlNewNsProp(element, NULL, BAD_CAST name, BAD_CAST showable(value, naming, &shown));
    buffer_free(&shown);
}

int composition_add_row(xmlNode *parent, const struct publication_query *definition,
                        struct query *row, struct coverage *naming)
{
    xmlNode *element = xmlNewChild(parent, NULL, BAD_CAST "row", NULL);
    size_t count = query_column_count(row);
    for (size_t i = 0; i < count; i++) {
        const char *name = query_column_name(row, i);
        if (xmlValidateNCName(BAD_CAST name, 0) != 0)
            return failure(&MESSAGE_PUBLISH_COLUMN_NAME, definition->origin, name, NULL);
        if (query_is_null(row, i))
            continue;
        if (!definition->xml || strcmp(definition->xml, name) != 0)
            set_attribute(element, name, query_text(row, i), naming);
        else if (xml_column_add(element, name, query_text(row, i), definition->origin) != 0)
            return -1;
    }
    return 0;
}

/* --- The document ----------------------------------------------------------------------------- */

struct reading {
    const struct publication *publication;
    struct composition *composition;
    struct arena *arena;
    struct digest *digest;
    const struct stylesheet *stylesheet;
    struct coverage *naming;                    /* as in the request */
    const struct publication_query *definition; /* of the row before */
    xmlNode *query;                             /* its element; NULL: not part of the document */
    xmlNode *data;                              /* NULL: no document is built */
};

static xmlNode *query_element(struct reading *reading, const char *name)
{
    if (!reading->data || (reading->stylesheet && stylesheet_streams(reading->stylesheet, name)))
        return NULL;
    for (xmlNode *child = reading->data->children; child; child = child->next) {
        xmlChar *is = xmlGetNoNsProp(child, BAD_CAST "name");
        bool found = strcmp((const char *)child->name, "query") == 0 && is &&
                     strcmp((const char *)is, name) == 0;
        xmlFree(is);
        if (found)
            return child;
    }
    return NULL;
}

/* The value of `column` if this is the first row of the query that `wanted` names. */
static const char *first_value(struct reading *reading, const char *wanted, const char *column,
                               struct query *row)
{
    if (!wanted || !column || strcmp(wanted, reading->definition->name) != 0)
        return NULL;
    int index = query_column_index(row, column);
    return index < 0 ? NULL : arena_copy(reading->arena, query_text(row, (size_t)index));
}

static void begin_query(struct reading *reading, const struct publication_query *definition,
                        struct query *row)
{
    const struct publication *publication = reading->publication;
    reading->definition = definition;
    reading->query = query_element(reading, definition->name);
    digest_add_text(reading->digest, definition->name);
    size_t count = query_column_count(row);
    for (size_t i = 0; i < count; i++)
        digest_add_text(reading->digest, query_column_name(row, i));
    const char *title =
        first_value(reading, publication->title_query, publication->title_column, row);
    const char *date = first_value(reading, publication->date_query, publication->date_column, row);
    if (title)
        reading->composition->title = title;
    if (date)
        reading->composition->date = date;
}

static int take_row(void *state, const struct publication_query *definition, struct query *row)
{
    struct reading *reading = state;
    if (definition != reading->definition)
        begin_query(reading, definition, row);
    size_t count = query_column_count(row);
    for (size_t i = 0; i < count; i++)
        digest_add_text(reading->digest, query_is_null(row, i) ? NULL : query_text(row, i));
    return reading->query ? composition_add_row(reading->query, definition, row, reading->naming)
                          : 0;
}

/* <data publication=…> with the parameters, the row of mode each and an empty element per query. */
static xmlDoc *begin_document(const struct composition_request *request,
                              const struct stylesheet *stylesheet)
{
    const struct publication *publication = request->publication;
    xmlDoc *document = xmlNewDoc(BAD_CAST "1.0");
    document->dict = xmlDictCreate(); /* column names are kept once */
    xmlNode *data = xmlNewDocRawNode(document, NULL, BAD_CAST "data", NULL);
    xmlDocSetRootElement(document, data);
    set_attribute(data, "publication", publication->name, NULL);
    if (request->annex)
        set_attribute(data, "annex", request->annex, NULL);
    for (size_t i = 0; i < request->values->count; i++) {
        xmlNode *parameter = xmlNewChild(data, NULL, BAD_CAST "parameter", NULL);
        set_attribute(parameter, "name", request->values->items[i].name, request->naming);
        set_attribute(parameter, "value", request->values->items[i].value, request->naming);
    }
    if (publication->each_query) {
        xmlNode *each = xmlNewChild(data, NULL, BAD_CAST "each", NULL);
        xmlNode *row = xmlNewChild(each, NULL, BAD_CAST "row", NULL);
        for (size_t i = 0; i < request->item->column_count; i++)
            set_attribute(row, request->item->columns[i].name, request->item->columns[i].value,
                          request->naming);
    }
    for (size_t i = 0; i < publication->query_count; i++) {
        const char *name = publication->queries[i].name;
        if (is_apart(publication, name) || (stylesheet && stylesheet_streams(stylesheet, name)))
            continue;
        xmlNode *query = xmlNewChild(data, NULL, BAD_CAST "query", NULL);
        set_attribute(query, "name", name, NULL);
    }
    return document;
}

static void digest_request(struct digest *digest, const struct composition_request *request)
{
    for (size_t i = 0; i < request->values->count; i++) {
        digest_add_text(digest, request->values->items[i].name);
        digest_add_text(digest, request->values->items[i].value);
    }
    for (size_t i = 0; i < request->item->column_count; i++) {
        digest_add_text(digest, request->item->columns[i].name);
        digest_add_text(digest, request->item->columns[i].value);
    }
}

/* The title as the publication words it, and what the row of mode each says of date and title. */
static void begin_titles(const struct composition_request *request, struct arena *arena,
                         struct composition *composition)
{
    const struct publication *publication = request->publication;
    struct parameter_values row = {request->item->columns, request->item->column_count};
    struct buffer title = BUFFER_EMPTY;
    parameter_fill(&title, publication->title, request->values, false);
    composition->title = arena_copy(arena, buffer_string(&title));
    buffer_free(&title);
    if (!publication->each_query)
        return;
    const char *named;
    if (publication->title_query &&
        strcmp(publication->title_query, publication->each_query) == 0 &&
        (named = parameter_lookup(&row, publication->title_column)) != NULL)
        composition->title = arena_copy(arena, named);
    if (publication->date_query && strcmp(publication->date_query, publication->each_query) == 0)
        composition->date = arena_copy(arena, parameter_lookup(&row, publication->date_column));
}

int composition_read(const struct composition_request *request, bool build,
                     const struct stylesheet *stylesheet, struct arena *arena,
                     struct composition *composition)
{
    *composition = (struct composition){0};
    struct reading reading = {.publication = request->publication,
                              .composition = composition,
                              .arena = arena,
                              .digest = digest_new(),
                              .stylesheet = stylesheet,
                              .naming = request->naming};
    if (build) {
        composition->document = begin_document(request, stylesheet);
        reading.data = xmlDocGetRootElement(composition->document);
    }
    begin_titles(request, arena, composition);
    digest_request(reading.digest, request);
    int result = composition_visit(request, take_row, &reading);
    digest_finish(reading.digest, composition->digest);
    if (result != 0)
        composition_free(composition);
    return result;
}

void composition_free(struct composition *composition)
{
    xmlFreeDoc(composition->document);
    composition->document = NULL;
}
