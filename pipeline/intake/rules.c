/* Rules: SQL in, findings out. A row's columns line, field, value and record say where; all its
 * columns are placeholders of the wording. Called by intake.c within the submission's transaction.
 */
#include "intake/rules.h"

#include <string.h>

#include "intake/intake_messages.h"

/* --- Fields ------------------------------------------------------------------------------------
 */

static const struct kind_column *column_named(const struct kind_table *table, const char *name)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return &table->columns[i];
    return NULL;
}

/* The path of a rule's field: "table.column", a column's name, or a path as it is. */
static const char *field_path(struct examination *examination, const char *field)
{
    const char *dot = strchr(field, '.');
    for (size_t i = 0; i < examination->kind->table_count; i++) {
        const struct kind_table *table = &examination->kind->tables[i];
        const char *name = field;
        if (dot) {
            size_t length = (size_t)(dot - field);
            if (strncmp(table->name, field, length) != 0 || table->name[length] != '\0')
                continue;
            name = dot + 1;
        }
        const struct kind_column *column = column_named(table, name);
        if (column)
            return examination_column_path(examination->arena, table, column);
    }
    return field;
}

/* --- Rows --------------------------------------------------------------------------------------
 */

struct row {
    struct query *query;
    const char *label, *value;
};

static const char *text_of(struct query *query, const char *name)
{
    int column = query_column_index(query, name);
    return column < 0 ? NULL : query_text(query, (size_t)column);
}

static const char *lookup(void *state, const char *name, size_t length)
{
    struct row *row = state;
    if (length == strlen("label") && strncmp(name, "label", length) == 0)
        return row->label ? row->label : "";
    if (length == strlen("value") && strncmp(name, "value", length) == 0)
        return row->value ? row->value : "";
    for (size_t i = 0; i < query_column_count(row->query); i++) {
        const char *column = query_column_name(row->query, i);
        if (strncmp(column, name, length) == 0 && column[length] == '\0') {
            const char *text = query_text(row->query, i);
            return text ? text : "";
        }
    }
    return NULL;
}

static const char *filled(struct arena *arena, const char *chinese, const char *english,
                          struct row *row)
{
    const char *wording = message_choose(chinese, english);
    if (!wording)
        return NULL;
    struct buffer out = BUFFER_EMPTY;
    message_fill(&out, wording, lookup, row);
    const char *copy = arena_copy(arena, buffer_string(&out));
    buffer_free(&out);
    return copy;
}

static void add_row(struct examination *examination, const struct kind_rule *rule,
                    struct query *query)
{
    struct arena *arena = examination->arena;
    const char *field = text_of(query, "field"), *record = text_of(query, "record");
    int line = query_column_index(query, "line");
    struct finding finding = {
        .id = rule->id,
        .level = rule->level,
        .line = line < 0 ? 0 : (long)query_integer(query, (size_t)line),
        .record = record && *record ? arena_copy(arena, record) : NULL,
        .path = field ? field_path(examination, field) : NULL,
        .value = arena_copy(arena, text_of(query, "value")),
    };
    if (finding.path)
        finding.label = kind_label_lookup(examination->kind, finding.path);
    struct row row = {.query = query, .label = finding.label, .value = finding.value};
    finding.rule = filled(arena, rule->chinese, rule->english, &row);
    finding.mend = filled(arena, rule->mend_chinese, rule->mend_english, &row);
    examination_add(examination, &finding);
}

static void run(struct examination *examination, struct store *store, const struct kind_rule *rule,
                int64_t submission, const char *sender, const char *period)
{
    struct query *query;
    int step = store_query(store, rule->origin, rule->sql, &query);
    if (step == 0) {
        query_bind_integer(query, "submission", submission);
        query_bind_text(query, "kind", examination->kind->name);
        query_bind_text(query, "sender", sender);
        query_bind_text(query, "period", period);
        query_bind_text(query, "file", examination->file);
        while ((step = query_step(query)) == 1) {
            if (!examination_is_full(examination, rule->level))
                add_row(examination, rule, query);
        }
        query_done(query);
    }
    if (step < 0) /* sqlite's words were reported; the sender is told which rule */
        examination_report(examination, &MESSAGE_INTAKE_RULE_FAILED, NULL, rule->id, NULL, NULL);
}

void rules_run(struct examination *examination, struct store *store, int64_t submission,
               const char *sender, const char *period)
{
    for (size_t i = 0; i < examination->kind->rule_count; i++)
        if (examination->kind->rules[i].scope == RULE_FILE)
            run(examination, store, &examination->kind->rules[i], submission, sender, period);
}
