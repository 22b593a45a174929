/* Findings of items and gates in the database, replaced whole each time: they say what stands now.
 */
#include "batch/stored_finding.h"

#include <stdio.h>

int stored_finding_replace(struct store *store, const char *item,
                           const struct finding_list *findings)
{
    if (store_run(store, "DELETE FROM finding WHERE item = ?1", &item, 1) < 0)
        return -1;
    for (size_t i = 0; i < finding_count(findings); i++) {
        const struct finding *finding = finding_at(findings, i);
        char line[24];
        snprintf(line, sizeof line, "%ld", finding->line);
        const char *values[] = {item,
                                finding->id,
                                finding_level_name(finding->level),
                                finding->kind,
                                finding->file,
                                finding->sha256,
                                finding->line > 0 ? line : NULL,
                                finding->record,
                                finding->path,
                                finding->label,
                                finding->value,
                                finding->rule,
                                finding->mend};
        if (store_run(store,
                      "INSERT INTO finding (item, rule_id, level, kind, file, sha256, line, record,"
                      " path, label, value, rule, mend)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                      values, sizeof values / sizeof *values) < 0)
            return -1;
    }
    return 0;
}
