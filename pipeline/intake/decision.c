/* One transaction a submission: staging, rules, and then either the rows with what they supersede
 * or only the findings. Nothing is written to a kind's tables before it is known that there is no
 * error, so a returned submission leaves nothing behind but its own row and findings. Called by
 * intake.c. */
#include "intake/decision.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "intake/attachment.h"
#include "intake/intake_messages.h"
#include "intake/kind_tables.h"
#include "intake/rules.h"
#include "intake/validate.h"
#include "store/stored_finding.h"

struct number {
    char text[24];
};

static struct number number_of(int64_t value)
{
    struct number number;
    snprintf(number.text, sizeof number.text, "%lld", (long long)value);
    return number;
}

/* What a submission says of itself. */
struct content {
    const char *sender, *period; /* in the examination's arena */
    struct attachment_list attachments;
};

/* --- Examining ---------------------------------------------------------------------------------
 */

/* Bytes to findings and staged rows. */
static int examine_bytes(struct workspace *workspace, const struct candidate *candidate,
                         struct examination *examination, int64_t submission,
                         struct content *content)
{
    const struct arrival *arrival = candidate->arrival;
    const struct kind *kind = examination->kind;
    struct store *store = workspace->store;
    if (kind && kind_tables_clear_staging(store, kind) != 0)
        return -1;
    struct staging *staging = kind ? staging_begin(examination->arena, store, kind) : NULL;
    char *path = register_archive_path(workspace, arrival->sha256);
    int outcome = validate_file(examination, path, candidate->schema, staging);
    free(path);
    if (staging) {
        content->sender = arena_copy(examination->arena, staging_sender(staging));
        content->period = arena_copy(examination->arena, staging_period(staging));
        staging_end(staging);
    }
    if (kind && outcome == VALIDATE_WHOLE) {
        if (attachment_examine(examination, workspace, arrival->folder, &content->attachments) !=
                0 ||
            attachment_stage(store, &content->attachments) != 0)
            return -1;
        rules_run(examination, store, submission, content->sender, content->period);
    }
    if (!kind && arrival->root)
        examination_report(examination, &MESSAGE_INTAKE_UNKNOWN_KIND, NULL, arrival->root,
                           arrival->name_space ? arrival->name_space : "", candidate->kind_names);
    return outcome < 0 ? -1 : 0;
}

static int examine(struct workspace *workspace, const struct candidate *candidate,
                   struct examination *examination, int64_t submission, struct content *content)
{
    const struct arrival *arrival = candidate->arrival;
    int result = 0;
    if (arrival->renamed)
        examination_report(examination, &MESSAGE_INTAKE_NAME, NULL, arrival->name, NULL, NULL);
    if (arrival->refused)
        examination_report(examination, arrival->refused, NULL, arrival->reason, NULL, NULL);
    else if (arrival->size == 0)
        examination_report(examination, &MESSAGE_INTAKE_EMPTY, NULL, NULL, NULL, NULL);
    else
        result = examine_bytes(workspace, candidate, examination, submission, content);
    examination_close(examination);
    return result;
}

/* --- Findings on record ------------------------------------------------------------------------
 */

static bool same_text(const char *one, const char *other)
{
    return one == other || (one && other && strcmp(one, other) == 0);
}

/* Whether the findings on record are these: by rule, place and value, whatever the language. 1, 0
 * or -1: reported. */
static int same_findings(struct store *store, int64_t submission,
                         const struct finding_list *findings)
{
    struct query *query;
    if (store_query(store, __func__,
                    "SELECT rule_id, line, path, value FROM finding"
                    " WHERE submission = :submission ORDER BY id",
                    &query) != 0)
        return -1;
    query_bind_integer(query, "submission", submission);
    size_t at = 0;
    int step, same = 1;
    while ((step = query_step(query)) == 1 && same) {
        const struct finding *finding = finding_at(findings, at++);
        same = finding && same_text(finding->id, query_text(query, 0)) &&
               finding->line == (long)query_integer(query, 1) &&
               same_text(finding->path, query_text(query, 2)) &&
               same_text(finding->value, query_text(query, 3));
    }
    query_done(query);
    if (step < 0)
        return -1;
    return same && at == finding_count(findings);
}

/* --- Deciding ----------------------------------------------------------------------------------
 */

/* The current submission of the same kind, sender and period, 0 if there is none. */
static int64_t current_of(struct store *store, const char *id, const char *kind, const char *sender,
                          const char *period)
{
    const char *values[] = {id, kind, sender, period};
    return store_integer(store,
                         "SELECT max(id) FROM submission WHERE kind = ?2 AND sender IS ?3"
                         " AND period IS ?4 AND state = 'accepted' AND superseded_by IS NULL"
                         " AND id != ?1",
                         values, 4, 0);
}

static int supersede(struct store *store, const char *id, int64_t former)
{
    struct number number = number_of(former);
    const char *values[] = {id, number.text};
    return store_run(store, "UPDATE submission SET superseded_by = ?1 WHERE id = ?2", values, 2) < 0
               ? -1
               : 0;
}

/* Writes the outcome: state, kind, sender, period, findings, and if it is taken rows and
 * attachments. */
static int record(struct store *store, const struct examination *examination, int64_t submission,
                  const struct content *content, struct intake_result *result)
{
    struct number id = number_of(submission);
    const struct kind *kind = examination->kind;
    if (result->state == INTAKE_ACCEPTED) {
        result->supersedes =
            current_of(store, id.text, kind->name, content->sender, content->period);
        if (kind_tables_insert(store, kind, submission) != 0 ||
            attachment_insert(store, submission, &content->attachments) != 0 ||
            (result->supersedes && supersede(store, id.text, result->supersedes) != 0))
            return -1;
    }
    const char *values[] = {id.text, kind ? kind->name : NULL, content->sender, content->period,
                            result->state == INTAKE_ACCEPTED ? "accepted" : "returned"};
    if (store_run(store,
                  "UPDATE submission SET kind = ?2, sender = ?3, period = ?4, state = ?5,"
                  " place = NULL WHERE id = ?1",
                  values, 5) < 0)
        return -1;
    return stored_finding_replace_submission(store, submission, examination->findings);
}

static int decide(struct workspace *workspace, const struct candidate *candidate,
                  struct examination *examination, struct intake_result *result)
{
    struct content content = {.sender = NULL};
    int64_t submission = candidate->submission;
    if (!submission)
        submission = register_row(workspace->store, candidate->arrival);
    if (submission < 0 || examine(workspace, candidate, examination, submission, &content) != 0)
        return -1;
    bool wrong = examination_has_errors(examination);
    int same = wrong && candidate->former
                   ? same_findings(workspace->store, candidate->former, examination->findings)
                   : 0;
    if (same < 0)
        return -1;
    result->submission = same ? candidate->former : submission;
    result->state = same ? INTAKE_STILL_RETURNED : wrong ? INTAKE_RETURNED : INTAKE_ACCEPTED;
    result->errors = finding_count_level(examination->findings, FINDING_ERROR);
    result->warnings = finding_count_level(examination->findings, FINDING_WARNING);
    result->notes = finding_count_level(examination->findings, FINDING_NOTE);
    return same ? 0 : record(workspace->store, examination, submission, &content, result);
}

int decision_make(struct workspace *workspace, const struct candidate *candidate,
                  struct examination *examination, struct intake_result *result)
{
    if (store_begin(workspace->store) != 0)
        return -1;
    if (decide(workspace, candidate, examination, result) == 0) {
        if (result->state != INTAKE_STILL_RETURNED)
            return store_commit(workspace->store);
        store_rollback(workspace->store);
        return 0;
    }
    store_rollback(workspace->store);
    return -1;
}
