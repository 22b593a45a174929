/* Findings on record: the fields of base/finding.h, a column each. */
#include "store/stored_finding.h"

#include <stdio.h>

/* One of `submission` and `item` is NULL. */
static int insert(struct store *store, const char *submission, const char *item,
                  const struct finding *finding)
{
    char line[24];
    snprintf(line, sizeof line, "%ld", finding->line);
    const char *values[] = {
        submission,      item,          finding->id,     finding_level_name(finding->level),
        finding->kind,   finding->file, finding->sha256, finding->line > 0 ? line : NULL,
        finding->record, finding->path, finding->label,  finding->value,
        finding->rule,   finding->mend};
    return store_run(store,
                     "INSERT INTO finding (submission, item, rule_id, level, kind, file, sha256,"
                     " line, record, path, label, value, rule, mend)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
                     values, sizeof values / sizeof *values) < 0
               ? -1
               : 0;
}

static int insert_all(struct store *store, const char *submission, const char *item,
                      const struct finding_list *findings)
{
    int result = 0;
    for (size_t i = 0; i < finding_count(findings) && result == 0; i++)
        result = insert(store, submission, item, finding_at(findings, i));
    return result;
}

int stored_finding_replace_submission(struct store *store, int64_t submission,
                                      const struct finding_list *findings)
{
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)submission);
    const char *row = number;
    if (store_run(store, "DELETE FROM finding WHERE submission = ?1", &row, 1) < 0)
        return -1;
    return insert_all(store, number, NULL, findings);
}

int stored_finding_replace_item(struct store *store, const char *item,
                                const struct finding_list *findings)
{
    if (store_run(store, "DELETE FROM finding WHERE item = ?1", &item, 1) < 0)
        return -1;
    return insert_all(store, NULL, item, findings);
}
