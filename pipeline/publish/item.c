/* Items: reading the each query, naming, binding. All rows of the each query are kept while a
 * publication is made (some hundred bytes an item), so that the order and the file names are known
 * before the first is drawn. Called by publish.c, composition.c, csv.c and row_source.c. */
#include "publish/item.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "publish/publish_messages.h"

/* --- Binding ---------------------------------------------------------------------------------- */

static void bind_value(struct query *query, const char *name, const char *value, bool number)
{
    char *end = NULL;
    errno = 0;
    long long integer = number ? strtoll(value, &end, 10) : 0;
    if (number && errno == 0 && end != value && *end == '\0')
        query_bind_integer(query, name, integer);
    else
        query_bind_text(query, name, value);
}

static bool is_integer(const struct publication *publication, const char *name)
{
    for (size_t i = 0; i < publication->parameter_count; i++)
        if (strcmp(publication->parameters[i].name, name) == 0)
            return publication->parameters[i].type == PARAMETER_INTEGER;
    return false;
}

void item_bind_parameters(struct query *query, const struct publication *publication,
                          const struct parameter_values *values)
{
    for (size_t i = 0; i < values->count; i++)
        bind_value(query, values->items[i].name, values->items[i].value,
                   is_integer(publication, values->items[i].name));
}

int item_query(struct store *store, const struct publication *publication,
               const struct parameter_values *values, const struct item *item,
               const struct publication_query *definition, struct query **query)
{
    if (store_query(store, definition->origin, definition->sql, query) != 0)
        return -1;
    item_bind_parameters(*query, publication, values);
    for (size_t i = 0; item && i < item->column_count; i++)
        bind_value(*query, item->columns[i].name, item->columns[i].value, item->numbers[i]);
    return 0;
}

/* --- Names ------------------------------------------------------------------------------------ */

/* when="name=wanted"; no name: always. */
static bool holds(const char *name, const char *wanted, const struct parameter_values *values)
{
    const char *value = name ? parameter_lookup(values, name) : NULL;
    return !name || (value && strcmp(value, wanted) == 0);
}

bool item_has_output(const struct publication_output *output, const struct parameter_values *values)
{
    return holds(output->when_name, output->when_value, values);
}

bool item_is_certificate(const struct publication *publication,
                         const struct parameter_values *values)
{
    const struct publication_ledger *ledger = &publication->ledger;
    return ledger->query && holds(ledger->when_name, ledger->when_value, values);
}

const char *item_file(const struct publication_output *output,
                      const struct parameter_values *values, const struct item *item,
                      struct arena *arena)
{
    size_t count = item->column_count + values->count;
    struct parameter_value *all = arena_new_array(arena, count + 1, sizeof *all);
    if (item->column_count)
        memcpy(all, item->columns, item->column_count * sizeof *all);
    if (values->count)
        memcpy(all + item->column_count, values->items, values->count * sizeof *all);
    struct buffer file = BUFFER_EMPTY;
    parameter_fill(&file, output->file, &(struct parameter_values){all, count}, true);
    const char *copy = arena_copy(arena, buffer_string(&file));
    buffer_free(&file);
    return copy;
}

const char *item_name(const struct publication *publication, const struct parameter_values *values,
                      const char *key, struct arena *arena)
{
    struct buffer name = BUFFER_EMPTY;
    buffer_print(&name, "%s/", publication->name);
    parameter_write(&name, values);
    if (key) {
        struct buffer pair = BUFFER_EMPTY;
        struct parameter_value one = {"k", key};
        parameter_write(&pair, &(struct parameter_values){&one, 1});
        buffer_print(&name, "#%s", buffer_string(&pair) + strlen("k="));
        buffer_free(&pair);
    }
    const char *copy = arena_copy(arena, buffer_string(&name));
    buffer_free(&name);
    return copy;
}

/* --- The list --------------------------------------------------------------------------------- */

static void fault(struct item *item, const struct message *message, const char *first,
                  const char *second, const char *third)
{
    if (item->fault)
        return;
    item->fault = message;
    item->fault_arguments[0] = first;
    item->fault_arguments[1] = second;
    item->fault_arguments[2] = third;
}

static void keep_row(struct query *query, struct arena *arena, struct item *item)
{
    size_t count = query_column_count(query);
    struct parameter_value *columns = arena_new_array(arena, count, sizeof *columns);
    bool *numbers = arena_new_array(arena, count, sizeof *numbers);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (query_is_null(query, i))
            continue;
        columns[kept].name = arena_copy(arena, query_column_name(query, i));
        columns[kept].value = arena_copy(arena, query_text(query, i));
        numbers[kept++] = query_is_number(query, i);
    }
    item->columns = columns;
    item->numbers = numbers;
    item->column_count = kept;
}

static void add_row(const struct publication *publication, const struct parameter_values *values,
                    struct query *query, struct arena *arena, struct item_list *list)
{
    struct item *item = &list->items[list->count++];
    *item = (struct item){0};
    keep_row(query, arena, item);
    item->key = parameter_lookup(&(struct parameter_values){item->columns, item->column_count},
                                 publication->each_key);
    if (!item->key || !*item->key) {
        const char *ordinal = arena_print(arena, "%zu", list->count);
        item->key = arena_print(arena, "?%s", ordinal);
        fault(item, &MESSAGE_PUBLISH_KEY_MISSING, publication->each_query, ordinal,
              publication->each_key);
    }
    item->name = item_name(publication, values, item->key, arena);
}

static int read_each(struct store *store, const struct publication *publication,
                     const struct parameter_values *values, struct arena *arena,
                     struct item_list *list)
{
    const struct publication_query *each =
        publication_query_lookup(publication, publication->each_query);
    if (!each)
        return failure(&MESSAGE_PUBLISH_QUERY_MISSING, publication->name, publication->each_query,
                       NULL);
    struct query *query;
    if (item_query(store, publication, values, NULL, each, &query) != 0)
        return -1;
    int more, result = 0;
    size_t capacity = 0;
    while ((more = query_step(query)) == 1 && result == 0) {
        if (list->count == capacity) {
            struct item *old = list->items;
            capacity = capacity ? capacity * 2 : 32;
            list->items = arena_new_array(arena, capacity, sizeof *list->items);
            if (list->count)
                memcpy(list->items, old, list->count * sizeof *old);
        }
        if (!publication->each_key || query_column_index(query, publication->each_key) < 0)
            result = failure(&MESSAGE_PUBLISH_COLUMN_MISSING, each->origin,
                             publication->each_key ? publication->each_key : "key", NULL);
        else
            add_row(publication, values, query, arena, list);
    }
    query_done(query);
    return more < 0 ? -1 : result;
}

/* --- Names that are taken --------------------------------------------------------------------- */

struct taken {
    const char *text; /* a key or a file name */
    size_t item;      /* index of the item that has it */
};

static int compare_taken(const void *left, const void *right)
{
    const struct taken *a = left, *b = right;
    int order = strcmp(a->text, b->text);
    return order ? order : (a->item > b->item) - (a->item < b->item);
}

static void check_keys(const struct publication *publication, struct item_list *list)
{
    struct taken *keys = memory_new(list->count, sizeof *keys);
    for (size_t i = 0; i < list->count; i++)
        keys[i] = (struct taken){list->items[i].key, i};
    qsort(keys, list->count, sizeof *keys, compare_taken);
    for (size_t i = 1; i < list->count; i++)
        if (strcmp(keys[i].text, keys[i - 1].text) == 0)
            fault(&list->items[keys[i].item], &MESSAGE_PUBLISH_KEY_DOUBLED, publication->each_query,
                  publication->each_key, keys[i].text);
    free(keys);
}

/* A pattern may lead into sub-folders; a part of it may not be empty, "." or "..". */
static bool is_usable(const char *file)
{
    if (!*file || *file == '/' || file[strlen(file) - 1] == '/')
        return false;
    for (const char *part = file; part; part = strchr(part, '/')) {
        part += *part == '/';
        size_t length = strcspn(part, "/");
        if (length == 0 || (length <= 2 && strncmp(part, "..", length) == 0))
            return false;
    }
    return true;
}

static void check_files(const struct publication *publication,
                        const struct parameter_values *values, struct arena *arena,
                        struct item_list *list)
{
    size_t count = 0;
    struct taken *files = memory_new(list->count * publication->output_count + 1, sizeof *files);
    for (size_t i = 0; i < list->count; i++) {
        for (size_t j = 0; j < publication->output_count; j++) {
            if (!item_has_output(&publication->outputs[j], values))
                continue;
            const char *file = item_file(&publication->outputs[j], values, &list->items[i], arena);
            if (!is_usable(file))
                fault(&list->items[i], &MESSAGE_PUBLISH_FILE_NAME, file, NULL, NULL);
            files[count++] = (struct taken){file, i};
        }
    }
    qsort(files, count, sizeof *files, compare_taken);
    for (size_t i = 1; i < count; i++)
        if (strcmp(files[i].text, files[i - 1].text) == 0)
            fault(&list->items[files[i].item], &MESSAGE_PUBLISH_FILE_DOUBLED, files[i].text,
                  list->items[files[i - 1].item].name, NULL);
    free(files);
}

int item_list_read(struct store *store, const struct publication *publication,
                   const struct parameter_values *values, struct arena *arena,
                   struct item_list *list)
{
    *list = (struct item_list){0};
    if (publication->each_query) {
        if (read_each(store, publication, values, arena, list) != 0)
            return -1;
    } else {
        list->items = arena_new_array(arena, 1, sizeof *list->items);
        list->items[0] = (struct item){.name = item_name(publication, values, NULL, arena)};
        list->count = 1;
    }
    if (list->count) {
        if (publication->each_query)
            check_keys(publication, list);
        check_files(publication, values, arena, list);
    }
    return 0;
}
