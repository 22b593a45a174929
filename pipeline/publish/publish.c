/* Publishing: the gate over all texts, the run over all items, the data document on request. Called
 * by batch/. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "publish/delivery.h"
#include "publish/inclusion.h"
#include "publish/publisher.h"
#include "publish/workers.h"
#include "publish/xml_column.h"
#include "type/coverage.h"

/* --- The gate before printing ----------------------------------------------------------------- */

struct gate {
    struct coverage *coverage;
    struct finding_list *findings;
    const struct publication *publication;
    const struct item *item;
    size_t errors;
    struct buffer path; /* "query.column" of the text being checked */
};

/* What a clerk calls the row: its name if it has one, else its key, else the item's. */
static const char *record_of(const struct gate *gate, const struct publication_query *definition,
                             struct query *row)
{
    const char *const columns[] = {"name", definition->key};
    for (size_t i = 0; i < 2; i++) {
        int index = columns[i] ? query_column_index(row, columns[i]) : -1;
        if (index >= 0 && !query_is_null(row, (size_t)index))
            return query_text(row, (size_t)index);
    }
    return gate->item ? gate->item->key : NULL;
}

static void check_text(struct gate *gate, const char *query, const char *column, const char *record,
                       const char *text)
{
    buffer_clear(&gate->path);
    buffer_text(&gate->path, query);
    buffer_byte(&gate->path, '.');
    buffer_text(&gate->path, column);
    const struct finding where = {.kind = gate->publication->name,
                                  .record = record,
                                  .path = buffer_string(&gate->path),
                                  .value = text};
    gate->errors += coverage_check(gate->coverage, text, strlen(text), &where, gate->findings);
}

/* As check_text(), of a column that is XML. -1: reported. */
static int check_xml(struct gate *gate, const struct publication_query *definition,
                     const char *record, const char *text)
{
    const struct finding where = {.kind = gate->publication->name, .record = record};
    int wrong = xml_column_check(text, definition->origin, gate->coverage, &where, gate->findings);
    gate->errors += wrong > 0 ? (size_t)wrong : 0;
    return wrong < 0 ? -1 : 0;
}

static int check_row(void *state, const struct publication_query *definition, struct query *row)
{
    struct gate *gate = state;
    char *record = NULL;
    int status = 0;
    for (size_t i = 0; i < query_column_count(row) && status == 0; i++) {
        if (query_is_null(row, i) || query_is_number(row, i))
            continue;
        if (!record) {
            const char *known = record_of(gate, definition, row);
            record = memory_copy(known ? known : "");
        }
        const char *column = query_column_name(row, i), *named = *record ? record : NULL;
        if (definition->xml && strcmp(definition->xml, column) == 0)
            status = check_xml(gate, definition, named, query_text(row, i));
        else
            check_text(gate, definition->name, column, named, query_text(row, i));
    }
    free(record);
    return status;
}

/* The rows of what the item includes. */
static int check_included(struct gate *gate, const struct edition *edition,
                          const struct composition_request *request)
{
    struct inclusion_list list;
    const struct publication *publication = gate->publication;
    const struct item *item = gate->item;
    int status = inclusion_survey(edition, request, edition->arena, &list);
    for (size_t i = 0; i < list.count && status == 0; i++) {
        const struct composition_request rows = inclusion_request(edition, &list.items[i]);
        if (rows.naming)
            continue; /* it shows such characters by name */
        gate->publication = rows.publication;
        gate->item = rows.item;
        status = composition_visit(&rows, check_row, gate);
    }
    gate->publication = publication;
    gate->item = item;
    return status;
}

/* The rows that certificates will be issued from. */
static int check_entitled(struct gate *gate, const struct edition *edition)
{
    const struct publication *publication = edition->request->publication;
    const struct publication_query *definition =
        publication->ledger.query ? publication_query_lookup(publication, publication->ledger.query)
                                  : NULL;
    struct query *row;
    if (!definition)
        return 0;
    if (item_query(edition->publisher->store, publication, edition->request->values, NULL,
                   definition, &row) != 0)
        return -1;
    int step, status = 0;
    while (status == 0 && (step = query_step(row)) != 0)
        status = step < 0 ? -1 : check_row(gate, definition, row);
    query_done(row);
    return status;
}

static int check_item(struct gate *gate, const struct edition *edition, size_t index)
{
    const struct publish_request *request = edition->request;
    gate->item = &edition->items.items[index];
    for (size_t i = 0; i < gate->item->column_count; i++)
        if (!gate->item->numbers[i])
            check_text(gate, request->publication->each_query, gate->item->columns[i].name,
                       gate->item->key, gate->item->columns[i].value);
    const struct composition_request rows = {.store = edition->publisher->store,
                                             .publication = request->publication,
                                             .values = request->values,
                                             .item = gate->item};
    int status = composition_visit(&rows, check_row, gate);
    return status == 0 ? check_included(gate, edition, &rows) : -1;
}

int publish_check(struct publisher *publisher, const struct publish_request *request,
                  struct finding_list *findings)
{
    struct edition *edition;
    if (request->publication->names_undrawable)
        return 0; /* it shows such characters by name */
    if (edition_open(publisher, request, false, &edition) != 0)
        return -1;
    struct gate gate = {.coverage = publisher->coverage,
                        .findings = findings,
                        .publication = request->publication,
                        .path = BUFFER_EMPTY};
    int status = check_entitled(&gate, edition);
    for (size_t i = 0; i < request->values->count; i++)
        check_text(&gate, "parameter", request->values->items[i].name, NULL,
                   request->values->items[i].value);
    for (size_t i = 0; i < edition->items.count && status == 0; i++)
        if (edition_has(edition, i))
            status = check_item(&gate, edition, i);
    buffer_free(&gate.path);
    edition_close(edition);
    return status == 0 ? (int)gate.errors : -1;
}

/* --- The run ---------------------------------------------------------------------------------- */

static bool is_wanted(const struct publish_request *request, const struct product *product)
{
    return product_is_sound(product) &&
           (!request->wanted || request->wanted(request->state, &product->item));
}

/* One item after the other in this process: rows are read once. */
static int run_here(const struct edition *edition, const size_t *indices, size_t count,
                    struct delivery *delivery)
{
    int status = 0;
    for (size_t i = 0; i < count && status == 0; i++) {
        struct product *product = product_new(edition, indices[i]);
        status = product_compose(edition, indices[i], true, product);
        if (status == 0 && is_wanted(edition->request, product))
            status = product_make(edition, indices[i], product);
        composition_free(&product->composition);
        if (status == 0)
            status = delivery_add(delivery, product);
        else
            product_free(product);
    }
    return status;
}

/* First what is wanted, asked in this process; then the workers, who read the rows again. */
static int run_workers(const struct edition *edition, const size_t *indices, size_t count,
                       struct delivery *delivery)
{
    struct worker_item *items = memory_new(count, sizeof *items);
    int status = 0;
    for (size_t i = 0; i < count && status == 0; i++) {
        struct product *product = product_new(edition, indices[i]);
        status = product_compose(edition, indices[i], false, product);
        items[i].index = indices[i];
        items[i].wanted = status == 0 && is_wanted(edition->request, product);
        if (status != 0 || items[i].wanted)
            product_free(product);
        else
            items[i].product = product;
    }
    if (status == 0)
        status = workers_run(edition, edition->request->workers, items, count, delivery);
    else
        for (size_t i = 0; i < count; i++)
            product_free(items[i].product);
    free(items);
    return status;
}

int publish_run(struct publisher *publisher, const struct publish_request *request)
{
    struct edition *edition;
    if (edition_open(publisher, request, false, &edition) != 0)
        return -1;
    size_t *indices = memory_new(edition->items.count + 1, sizeof *indices);
    size_t count = 0;
    for (size_t i = 0; i < edition->items.count; i++)
        if (edition_has(edition, i))
            indices[count++] = i;
    struct delivery *delivery = delivery_open(edition, count);
    int status = request->workers > 1 && count > 1 && !request->measured
                     ? run_workers(edition, indices, count, delivery)
                     : run_here(edition, indices, count, delivery);
    if (delivery_close(delivery) != 0)
        status = -1;
    free(indices);
    edition_close(edition);
    return status;
}

/* --- The data document ------------------------------------------------------------------------ */

int publish_write_data(struct publisher *publisher, const struct publish_request *request,
                       struct buffer *out)
{
    struct edition *edition;
    if (edition_open(publisher, request, true, &edition) != 0)
        return -1;
    size_t index = 0;
    while (index < edition->items.count && !edition_has(edition, index))
        index++;
    int status = 0;
    if (index < edition->items.count) {
        const struct composition_request rows = {.store = publisher->store,
                                                 .publication = request->publication,
                                                 .values = request->values,
                                                 .item = &edition->items.items[index]};
        struct composition composition;
        status = composition_read(&rows, true, NULL, edition->arena, &composition);
        xmlChar *text = NULL;
        int length = 0;
        if (status == 0) {
            xmlDocDumpFormatMemoryEnc(composition.document, &text, &length, "UTF-8", 1);
            buffer_append(out, text, (size_t)length);
            composition_free(&composition);
        }
        xmlFree(text);
    }
    edition_close(edition);
    return status;
}
