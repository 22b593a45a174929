/* Ingest: intake does the work; this file prints what became of each file and asks publish for the
 * slips. A slip is owed by every returned submission without an output of its item, so a run that
 * was killed between the return and its slip is completed by the next one. */
#include "batch/ingest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "batch/items.h"
#include "batch/report.h"

struct tally {
    struct session *session;
    size_t unchanged;
    size_t warned; /* files taken with a warning */
};

static void count_and_print(void *state, const struct intake_result *result,
                            const struct finding_list *findings)
{
    struct tally *tally = state;
    switch (result->state) {
    case INTAKE_ACCEPTED:
        tally->session->accepted++;
        break;
    case INTAKE_RETURNED:
    case INTAKE_STILL_RETURNED:
        tally->session->returned++;
        break;
    case INTAKE_UNCHANGED:
        tally->unchanged++;
        break;
    }
    report_submission(result, findings, tally->session->options->output);
}

struct owed_slip {
    int64_t submission;
    char *folder; /* below the workspace */
};

/* The folder a slip goes to: that of the returned file. */
static char *slip_folder(struct session *session, int64_t submission, const char *place)
{
    const char *slash = place ? strrchr(place, '/') : NULL;
    if (slash)
        return arena_copy_bytes(session->arena, place, (size_t)(slash - place));
    return arena_print(session->arena, "returned/%04lld", (long long)submission);
}

static int make_slip(struct session *session, const struct publication *publication,
                     const struct owed_slip *slip)
{
    char *folder = workspace_path(session->workspace, slip->folder);
    int made = file_make_directory(folder, 0700);
    free(folder);
    if (made != 0)
        return -1;
    const char *given[] = {
        arena_print(session->arena, "submission=%lld", (long long)slip->submission), NULL};
    struct parameter_values values;
    if (parameter_fit(publication->parameters, publication->parameter_count, given, session->arena,
                      session->findings, &values) != 0)
        return session_refuse(session);
    return items_publish(session, publication, &values, slip->folder);
}

static int finish_ingest(struct session *session)
{
    if (session->publisher && publisher_refresh(session->publisher) != 0)
        return -1;
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT id, place FROM submission WHERE state = 'returned' AND NOT EXISTS"
                    " (SELECT 1 FROM output WHERE item = 'return-slip/submission=' || id)"
                    " ORDER BY id",
                    &query) != 0)
        return -1;
    struct owed_slip *slips = NULL;
    size_t count = 0;
    int step;
    while ((step = query_step(query)) == 1) {
        slips = memory_resize(slips, count + 1, sizeof *slips);
        slips[count].submission = query_integer(query, 0);
        slips[count].folder = slip_folder(session, slips[count].submission, query_text(query, 1));
        count++;
    }
    query_done(query);
    int result = step;
    if (result == 0 && count && (result = session_need_publisher(session)) == 0) {
        const struct publication *publication =
            publication_lookup(session->publications, "return-slip");
        for (size_t i = 0; publication && i < count && result == 0; i++)
            result = make_slip(session, publication, &slips[i]);
    }
    free(slips);
    return result;
}

int ingest_paths(struct session *session, const char *const *paths, size_t count)
{
    if (session_need_intake(session) != 0)
        return -1;
    struct tally tally = {.session = session};
    size_t accepted = session->accepted, returned = session->returned;
    int result = intake_run(session->intake, paths, count, count_and_print, &tally);
    report_totals(session->accepted - accepted, session->returned - returned, tally.unchanged,
                  session->options->output);
    return result == 0 ? finish_ingest(session) : result;
}

int ingest_retry(struct session *session)
{
    if (session_need_intake(session) != 0)
        return -1;
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT id FROM submission AS returned WHERE state = 'returned' AND NOT EXISTS"
                    " (SELECT 1 FROM submission AS later WHERE later.id > returned.id"
                    "  AND later.kind IS returned.kind AND later.sender IS returned.sender"
                    "  AND later.period IS returned.period AND returned.kind IS NOT NULL)"
                    " ORDER BY id",
                    &query) != 0)
        return -1;
    int64_t *submissions = NULL;
    size_t count = 0;
    int step;
    while ((step = query_step(query)) == 1) {
        submissions = memory_resize(submissions, count + 1, sizeof *submissions);
        submissions[count++] = query_integer(query, 0);
    }
    query_done(query);
    struct tally tally = {.session = session};
    int result = step;
    for (size_t i = 0; i < count && result == 0; i++)
        result = intake_retry(session->intake, submissions[i], count_and_print, &tally);
    free(submissions);
    report_totals(session->accepted, session->returned, tally.unchanged, session->options->output);
    return result == 0 ? finish_ingest(session) : result;
}
