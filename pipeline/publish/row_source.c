/* The row source: a tree walk, and at y:rows a query that is stepped as the formatter asks. The
 * rows of a chunk are hung into the data document as /data/rows, the stylesheet is applied from "/"
 * in the mode that stylesheet_loader.c added, and the result's elements are handed out one by one.
 * Only one y:rows is open at a time: tables are not nested in streamed rows (that is refused).
 *
 * A chunk is freed when the formatter asks for what comes after its last node, as fo_source.h
 * allows. Called by the formatter through fo_source; opened by produce.c. */
#include "publish/row_source.h"

#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/format.h"
#include "publish/publish_messages.h"

enum { CHUNK_ROWS = 200, CHUNK_ROWS_MOST = 10000 };

struct row_source {
    struct composition_request request;
    struct stylesheet *stylesheet;
    xmlDoc *data;
    const xmlDoc *result;
    struct stylesheet_where where;
    bool failed, found;

    /* The y:rows that is open; NULL: none. */
    const xmlNode *rows;
    const struct publication_query *definition;
    struct query *query;
    bool exhausted; /* the query has no more rows: stepping it again would begin anew */
    char *mode;
    size_t chunk_rows;
    xmlDoc *chunk; /* the result of the current chunk; NULL: none yet */
};

struct row_source *row_source_open(const struct composition_request *request,
                                   struct stylesheet *stylesheet, xmlDoc *data,
                                   const xmlDoc *result, const struct stylesheet_where *where)
{
    struct row_source *source = memory_new(1, sizeof *source);
    source->request = *request;
    source->stylesheet = stylesheet;
    source->data = data;
    source->result = result;
    source->where = *where;
    return source;
}

/* Ends the open y:rows. */
static void leave_rows(struct row_source *source)
{
    if (source->query)
        query_done(source->query);
    xmlFreeDoc(source->chunk);
    xmlFree(source->mode);
    source->rows = NULL;
    source->query = NULL;
    source->chunk = NULL;
    source->mode = NULL;
}

void row_source_close(struct row_source *source)
{
    leave_rows(source);
    free(source);
}

bool row_source_found(const struct row_source *source)
{
    return source->found;
}

static const xmlNode *stop(struct row_source *source)
{
    source->failed = true;
    leave_rows(source);
    return NULL;
}

/* --- y:rows ----------------------------------------------------------------------------------- */

static bool is_named(const xmlNode *node, const char *name_space, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           strcmp((const char *)node->ns->href, name_space) == 0 &&
           strcmp((const char *)node->name, name) == 0;
}

/* Reports what is wrong with a y:rows and fails the source. */
static bool refuse(struct row_source *source, const xmlNode *rows, const char *what)
{
    struct finding where = {.kind = source->where.kind,
                            .record = source->where.record,
                            .file = stylesheet_name(source->stylesheet),
                            .line = xmlGetLineNo((xmlNode *)rows)};
    finding_report(source->where.findings, &MESSAGE_ROWS_INVALID, &where, what, NULL);
    source->found = true;
    return false;
}

static bool read_chunk_rows(struct row_source *source, const xmlNode *rows)
{
    source->chunk_rows = CHUNK_ROWS;
    xmlChar *text = xmlGetNoNsProp(rows, BAD_CAST "chunk");
    if (!text)
        return true;
    char *end;
    long number = strtol((const char *)text, &end, 10);
    bool good = end != (const char *)text && !*end && number >= 1 && number <= CHUNK_ROWS_MOST;
    xmlFree(text);
    if (good)
        source->chunk_rows = (size_t)number;
    return good || refuse(source, rows, "chunk");
}

static bool enter_rows(struct row_source *source, const xmlNode *rows)
{
    leave_rows(source);
    if (!rows->parent || !is_named(rows->parent, FO_NAMESPACE, "table-body"))
        return refuse(source, rows, "fo:table-body");
    if (!read_chunk_rows(source, rows))
        return false;
    xmlChar *query = xmlGetNoNsProp(rows, BAD_CAST "query");
    source->mode = (char *)xmlGetNoNsProp(rows, BAD_CAST "mode");
    source->definition =
        query ? publication_query_lookup(source->request.publication, (const char *)query) : NULL;
    /* A y:rows made by xsl:element was not seen when the stylesheet was read. */
    bool known = source->definition &&
                 stylesheet_streams_in(source->stylesheet, (const char *)query, source->mode);
    if (!known)
        refuse(source, rows, query ? (const char *)query : "query");
    xmlFree(query);
    if (!known ||
        item_query(source->request.store, source->request.publication, source->request.values,
                   source->request.item, source->definition, &source->query) != 0)
        return false;
    source->exhausted = false;
    source->rows = rows;
    return true;
}

/* Hangs the next rows into the data document; how many, or -1. */
static int read_rows(struct row_source *source, xmlNode *rows)
{
    size_t count = 0;
    int more = source->exhausted ? 0 : 1;
    while (more == 1 && count < source->chunk_rows && (more = query_step(source->query)) == 1) {
        if (composition_add_row(rows, source->definition, source->query, source->request.naming) !=
            0)
            return -1;
        count++;
    }
    source->exhausted = more == 0;
    return more < 0 ? -1 : (int)count;
}

/* Makes the next chunk that is not empty: 1; 0: no more rows; -1: failed. */
static int next_chunk(struct row_source *source)
{
    int count;
    do {
        xmlFreeDoc(source->chunk);
        source->chunk = NULL;
        xmlNode *rows =
            xmlNewChild(xmlDocGetRootElement(source->data), NULL, BAD_CAST "rows", NULL);
        count = read_rows(source, rows);
        if (count > 0) {
            source->chunk = stylesheet_apply_rows(source->stylesheet, source->data, source->mode,
                                                  &source->where);
            if (!source->chunk) {
                source->found = true;
                count = -1;
            }
        }
        xmlUnlinkNode(rows);
        xmlFreeNode(rows);
    } while (count > 0 && !source->chunk->children);
    return count > 0 ? 1 : count;
}

/* --- The walk --------------------------------------------------------------------------------- */

static const xmlNode *root(void *state)
{
    struct row_source *source = state;
    return xmlDocGetRootElement(source->result);
}

/* `node`, or if it is a y:rows the first thing its rows make, or what follows it. */
static const xmlNode *settle(struct row_source *source, const xmlNode *node)
{
    while (node && is_named(node, YINFA_NAMESPACE, "rows")) {
        /* a table inside a streamed row may not stream itself */
        if (node->doc != source->result) {
            refuse(source, node, "y:rows / y:rows");
            return stop(source);
        }
        int more = enter_rows(source, node) ? next_chunk(source) : -1;
        if (more < 0)
            return stop(source);
        if (more > 0)
            return settle(source, source->chunk->children);
        leave_rows(source);
        node = node->next;
    }
    return node;
}

static const xmlNode *next(void *state, const xmlNode *parent, const xmlNode *previous)
{
    struct row_source *source = state;
    if (source->failed)
        return NULL;
    if (!previous)
        return settle(source, parent->children);
    if (previous->next)
        return settle(source, previous->next);
    if (!source->chunk || previous->parent != (const xmlNode *)source->chunk)
        return NULL;
    /* the last of a chunk */
    const xmlNode *rows = source->rows;
    int more = next_chunk(source);
    if (more < 0)
        return stop(source);
    if (more > 0)
        return settle(source, source->chunk->children);
    leave_rows(source);
    return settle(source, rows->next);
}

static int failed(void *state)
{
    const struct row_source *source = state;
    return source->failed;
}

struct fo_source row_source_as_source(struct row_source *source)
{
    return (struct fo_source){source, root, next, failed};
}
