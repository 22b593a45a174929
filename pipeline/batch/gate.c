/* A gate is one query that returns what stands in the way; its columns fill the wording's
 * placeholders, and those named like a field of a finding fill that field too. */
#include "batch/gate.h"

#include "store/row_wording.h"

/* The Chinese label of the field, if the row says of which kind it speaks. */
static const char *label_of(struct session *session, const char *kind_name, const char *field)
{
    const struct kind *kind =
        kind_name && session->kinds ? kind_lookup(session->kinds, kind_name) : NULL;
    const struct kind_column *column = kind && field ? kind_column_lookup(kind, field, NULL) : NULL;
    return column ? column->label : NULL;
}

/* What is missing is still told when the job may go on without it. */
static enum finding_level level_of(const struct session *session, const struct stage *stage)
{
    bool waived = stage->about_missing && session->options->allow_missing;
    return waived && stage->level == FINDING_ERROR ? FINDING_WARNING : stage->level;
}

static void add_row(struct session *session, const struct stage *stage, struct query *query)
{
    struct arena *arena = session->arena;
    int line = query_column_index(query, "line");
    struct finding finding = {
        .id = stage->id,
        .level = level_of(session, stage),
        .kind = arena_copy(arena, row_wording_text(query, "kind")),
        .file = arena_copy(arena, row_wording_text(query, "file")),
        .line = line < 0 ? 0 : (long)query_integer(query, (size_t)line),
        .record = arena_copy(arena, row_wording_text(query, "record")),
        .path = arena_copy(arena, row_wording_text(query, "field")),
        .value = arena_copy(arena, row_wording_text(query, "value")),
    };
    finding.label = label_of(session, finding.kind, finding.path);
    finding.rule = row_wording_fill(arena, stage->chinese, stage->english, query, finding.label);
    finding.mend =
        row_wording_fill(arena, stage->mend_chinese, stage->mend_english, query, finding.label);
    finding_add(session->findings, &finding);
}

int gate_check(struct session *session, const struct stage *stage,
               const struct parameter_values *values)
{
    struct query *query;
    if (session_need_kinds(session) != 0 ||
        store_query(session->workspace->store, stage->origin, stage->sql, &query) != 0)
        return -1;
    for (size_t i = 0; i < values->count; i++)
        query_bind_text(query, values->items[i].name, values->items[i].value);
    int step;
    while ((step = query_step(query)) == 1)
        add_row(session, stage, query);
    query_done(query);
    return step;
}
