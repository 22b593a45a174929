/* Entitled rows are read through the publisher's reading connection, where stored views are
 * computed once, and all of them before the ledger is written to. Called by issue.c and
 * certificate.c. */
#include "batch/entitled.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar_date.h"
#include "base/json.h"
#include "base/memory.h"
#include "batch/certificate_messages.h"
#include "publish/item.h"
#include "store/ledger.h"
#include "store/view_snapshot.h"

struct reading {
    struct session *session;
    const struct publication *publication;
    struct entitled_list *list;
    size_t capacity;
};

/* --- One row ---------------------------------------------------------------------------------- */

static bool is_integer(const char *text)
{
    errno = 0;
    char *end;
    (void)strtoll(text, &end, 10);
    return errno == 0 && end != text && *end == '\0' && !isspace((unsigned char)*text);
}

/* The row as a JSON object: what is NULL stays a member, so that every row has the same ones. */
static const char *content_of(struct query *row, struct arena *arena)
{
    struct buffer text = BUFFER_EMPTY;
    struct json json = json_begin(&text);
    json_object_begin(&json, NULL);
    for (size_t i = 0; i < query_column_count(row); i++) {
        const char *name = query_column_name(row, i);
        bool number = query_is_number(row, i);
        const char *value = query_text(row, i);
        if (number && is_integer(value))
            json_integer(&json, name, query_integer(row, i));
        else
            json_text(&json, name, value);
    }
    json_object_end(&json);
    const char *content = arena_copy(arena, buffer_string(&text));
    buffer_free(&text);
    return content;
}

/* NULL for a column that is not there, is NULL or is empty. */
static const char *text_of(struct query *row, const char *column, struct arena *arena)
{
    int index = query_column_index(row, column);
    const char *text = index < 0 ? NULL : query_text(row, (size_t)index);
    return text && *text ? arena_copy(arena, text) : NULL;
}

static void find(struct reading *reading, struct entitled *entitled, const struct message *message,
                 const char *value)
{
    entitled->sound = false;
    reading->list->sound = false;
    finding_report(reading->session->findings, message,
                   &(struct finding){.kind = reading->publication->name,
                                     .record = entitled->name ? entitled->name : entitled->holder,
                                     .value = value},
                   value, NULL);
}

static void judge(struct reading *reading, struct entitled *entitled)
{
    const struct publication_ledger *ledger = &reading->publication->ledger;
    entitled->sound = true;
    if (!entitled->holder)
        find(reading, entitled, &MESSAGE_ISSUE_EMPTY, ledger->holder);
    else if (!entitled->series)
        find(reading, entitled, &MESSAGE_ISSUE_EMPTY, ledger->series);
    else if (!entitled->date)
        find(reading, entitled, &MESSAGE_ISSUE_EMPTY, ledger->date);
    else if (!ledger_series_valid(entitled->series))
        find(reading, entitled, &MESSAGE_ISSUE_SERIES, entitled->series);
    else if (!calendar_date_valid(entitled->date))
        find(reading, entitled, &MESSAGE_ISSUE_DATE, entitled->date);
}

static void take_row(struct reading *reading, struct query *row)
{
    struct entitled_list *list = reading->list;
    struct arena *arena = reading->session->arena;
    const struct publication_ledger *ledger = &reading->publication->ledger;
    if (list->count == reading->capacity) {
        struct entitled *old = list->items;
        reading->capacity = reading->capacity ? reading->capacity * 2 : 64;
        list->items = arena_new_array(arena, reading->capacity, sizeof *list->items);
        if (list->count)
            memcpy(list->items, old, list->count * sizeof *old);
    }
    struct entitled *entitled = &list->items[list->count++];
    *entitled = (struct entitled){.series = text_of(row, ledger->series, arena),
                                  .holder = text_of(row, ledger->holder, arena),
                                  .date = text_of(row, ledger->date, arena),
                                  .content = content_of(row, arena),
                                  .name = text_of(row, "name", arena)};
    judge(reading, entitled);
}

/* --- Named twice ------------------------------------------------------------------------------ */

static int compare(const void *left, const void *right)
{
    const struct entitled *const *a = left, *const *b = right;
    int order = strcmp((*a)->series, (*b)->series);
    if (order == 0)
        order = strcmp((*a)->holder, (*b)->holder);
    return order ? order : (*a > *b) - (*a < *b); /* of one array */
}

static void find_doubled(struct reading *reading)
{
    struct entitled_list *list = reading->list;
    struct entitled **sorted = memory_new(list->count + 1, sizeof *sorted);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].series && list->items[i].holder)
            sorted[count++] = &list->items[i];
    qsort(sorted, count, sizeof *sorted, compare);
    for (size_t i = 1; i < count; i++)
        if (strcmp(sorted[i]->series, sorted[i - 1]->series) == 0 &&
            strcmp(sorted[i]->holder, sorted[i - 1]->holder) == 0)
            find(reading, sorted[i], &MESSAGE_ISSUE_DOUBLED, NULL); /* no whole number */
    free(sorted);
}

/* --- The list --------------------------------------------------------------------------------- */

static int check_columns(const struct publication *publication,
                         const struct publication_query *definition, const struct query *row)
{
    const struct publication_ledger *ledger = &publication->ledger;
    const char *const columns[] = {ledger->series, ledger->holder, ledger->date};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (query_column_index(row, columns[i]) < 0)
            return failure(&MESSAGE_ISSUE_COLUMN, definition->origin, columns[i], NULL);
    return 0;
}

int entitled_read(struct session *session, const struct publication *publication,
                  const struct parameter_values *values, struct entitled_list *list)
{
    *list = (struct entitled_list){.sound = true};
    const struct publication_query *definition =
        publication_query_lookup(publication, publication->ledger.query);
    struct query *row;
    if (session_need_publisher(session) != 0 ||
        view_snapshot_cover(session->reader->store, definition->sql) != 0 ||
        item_query(session->reader->store, publication, values, NULL, definition, &row) != 0)
        return -1;
    struct reading reading = {.session = session, .publication = publication, .list = list};
    int step = 0, result = check_columns(publication, definition, row);
    while (result == 0 && (step = query_step(row)) == 1)
        take_row(&reading, row);
    query_done(row);
    if (result != 0 || step < 0)
        return -1;
    find_doubled(&reading);
    return 0;
}
