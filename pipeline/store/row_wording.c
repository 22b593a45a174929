/* A rule's wording from its row: see row_wording.h. */
#include "store/row_wording.h"

#include <string.h>

#include "base/message.h"

struct row {
    struct query *query;
    const char *label;
};

const char *row_wording_text(struct query *query, const char *name)
{
    int column = query_column_index(query, name);
    return column < 0 ? NULL : query_text(query, (size_t)column);
}

static const char *lookup(void *state, const char *name, size_t length)
{
    const struct row *row = state;
    if (length == strlen("label") && strncmp(name, "label", length) == 0)
        return row->label ? row->label : "";
    for (size_t i = 0; i < query_column_count(row->query); i++) {
        const char *column = query_column_name(row->query, i);
        if (strncmp(column, name, length) == 0 && column[length] == '\0') {
            const char *text = query_text(row->query, i);
            return text ? text : "";
        }
    }
    return NULL;
}

const char *row_wording_fill(struct arena *arena, const char *chinese, const char *english,
                             struct query *query, const char *label)
{
    const char *wording = message_choose(chinese, english);
    if (!wording)
        return NULL;
    struct row row = {query, label};
    struct buffer out = BUFFER_EMPTY;
    message_fill(&out, wording, lookup, &row);
    const char *copy = arena_copy(arena, buffer_string(&out));
    buffer_free(&out);
    return copy;
}
