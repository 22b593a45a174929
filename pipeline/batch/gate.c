/* A gate is one query that returns what stands in the way; its columns fill the wording's
 * placeholders, and those named like a field of a finding fill that field too. */
#include "batch/gate.h"

#include <string.h>

static const char *lookup_column(void *state, const char *name, size_t length)
{
    struct query *query = state;
    for (size_t column = 0; column < query_column_count(query); column++) {
        const char *candidate = query_column_name(query, column);
        if (strlen(candidate) == length && memcmp(candidate, name, length) == 0) {
            const char *value = query_text(query, column);
            return value ? value : "";
        }
    }
    return NULL;
}

static const char *text_of(struct query *query, const char *name)
{
    int column = query_column_index(query, name);
    return column < 0 ? NULL : query_text(query, (size_t)column);
}

static void add_row(struct session *session, const struct stage *stage, struct query *query)
{
    struct buffer rule = BUFFER_EMPTY, mend = BUFFER_EMPTY;
    const char *mend_wording = message_choose(stage->mend_chinese, stage->mend_english);
    message_fill(&rule, message_choose(stage->chinese, stage->english), lookup_column, query);
    if (mend_wording)
        message_fill(&mend, mend_wording, lookup_column, query);
    int line = query_column_index(query, "line");
    struct finding finding = {
        .id = stage->id,
        .level = stage->level,
        .kind = text_of(query, "kind"),
        .file = text_of(query, "file"),
        .line = line < 0 ? 0 : (long)query_integer(query, (size_t)line),
        .record = text_of(query, "record"),
        .path = text_of(query, "field"),
        .value = text_of(query, "value"),
        .rule = buffer_string(&rule),
        .mend = mend_wording ? buffer_string(&mend) : NULL,
    };
    finding_add(session->findings, &finding);
    buffer_free(&rule);
    buffer_free(&mend);
}

int gate_check(struct session *session, const struct stage *stage,
               const struct parameter_values *values)
{
    struct query *query;
    if (store_query(session->workspace->store, stage->origin, stage->sql, &query) != 0)
        return -1;
    for (size_t i = 0; i < values->count; i++)
        query_bind_text(query, values->items[i].name, values->items[i].value);
    int step;
    while ((step = query_step(query)) == 1)
        add_row(session, stage, query);
    query_done(query);
    return step;
}
