/* Rules: SQL in, findings out. A row's columns line, field, value and record say where; all its
 * columns are placeholders of the wording. Called by intake.c within the submission's transaction.
 */
#include "intake/rules.h"

#include "intake/intake_messages.h"
#include "intake/kind_views.h"
#include "store/row_wording.h"

/* --- Fields ------------------------------------------------------------------------------------
 */

/* The path of a rule's field: that of the column it names, or the path it is itself. */
static const char *field_path(struct examination *examination, const char *field)
{
    const struct kind_table *table;
    const struct kind_column *column = kind_column_lookup(examination->kind, field, &table);
    return column ? examination_column_path(examination->arena, table, column) : field;
}

/* --- Rows --------------------------------------------------------------------------------------
 */

static void add_row(struct examination *examination, const struct kind_rule *rule,
                    struct query *query)
{
    struct arena *arena = examination->arena;
    const char *field = row_wording_text(query, "field"),
               *record = row_wording_text(query, "record");
    int line = query_column_index(query, "line");
    struct finding finding = {
        .id = rule->id,
        .level = rule->level,
        .line = line < 0 ? 0 : (long)query_integer(query, (size_t)line),
        .record = record && *record ? arena_copy(arena, record) : NULL,
        .path = field ? field_path(examination, field) : NULL,
        .value = arena_copy(arena, row_wording_text(query, "value")),
    };
    if (finding.path)
        finding.label = kind_label_lookup(examination->kind, finding.path);
    finding.rule = row_wording_fill(arena, rule->chinese, rule->english, query, finding.label);
    finding.mend =
        row_wording_fill(arena, rule->mend_chinese, rule->mend_english, query, finding.label);
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
    const struct kind *kind = examination->kind;
    for (size_t i = 0; i < kind->view_count; i++)
        if (kind_views_fill(store, &kind->views[i]) != 0)
            examination_report(examination, &MESSAGE_INTAKE_RULE_FAILED, NULL, kind->views[i].name,
                               NULL, NULL);
    for (size_t i = 0; i < kind->rule_count; i++)
        run(examination, store, &kind->rules[i], submission, sender, period);
}
