/* The verbs that change something: ingest, publish, run, retry. A job is its stages in order; every
 * stage finds out by itself what is still to be done, so taking up a killed job is running it
 * again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/exit_status.h"
#include "base/file.h"
#include "batch/batch.h"
#include "batch/batch_messages.h"
#include "batch/gate.h"
#include "batch/ingest.h"
#include "batch/issue.h"
#include "batch/items.h"
#include "batch/published_manifest.h"
#include "batch/report.h"
#include "batch/session.h"
#include "batch/withdrawn.h"
#include "store/stored_finding.h"

/* Ends the run's row and tells the exit status. `result` is that of the work: 0, -1, EXIT_STOPPED,
 * or EXIT_USAGE if it never began. */
static int finish(struct session *session, int result)
{
    const char *state = result == 0 ? "done" : result == EXIT_STOPPED ? "stopped" : "failed";
    if (session->run > 0 && session_end_run(session, state) != 0)
        result = -1;
    /* What was taken away is not named any more, even if a later stage failed. */
    bool taken_away = session->withdrawn > 0 || session->left_over > 0;
    if ((result == 0 || taken_away) && published_manifest_write(session) != 0)
        result = -1;
    bool warned = finding_count_level(session->findings, FINDING_WARNING) > 0 ||
                  finding_count_level(session->findings, FINDING_ERROR) > 0;
    bool findings = warned || session->returned > 0 || session->failed > 0;
    session_close(session);
    if (result == EXIT_STOPPED || result == EXIT_USAGE)
        return result;
    return result != 0 ? EXIT_FAILED : findings ? EXIT_FINDINGS : EXIT_CLEAN;
}

static void print_made(const struct session *session)
{
    if (session->options->output == BATCH_JSON)
        return;
    struct buffer text = BUFFER_EMPTY;
    buffer_print(&text,
                 message_choose("印发：新做 %zu 件，未变 %zu 件，没有做成 %zu 件\n",
                                "published: %zu made, %zu unchanged, %zu failed\n"),
                 session->made, session->kept, session->failed);
    if (session->restored)
        buffer_print(
            &text,
            message_choose(
                "  补回已印发的证书文件 %zu 个（印发的从存档补，存档的从印发的补）\n",
                "  %zu files of printed certificates put back, from the archive or into it\n"),
            session->restored);
    if (session->withdrawn)
        buffer_print(&text,
                     message_choose("  撤下已作废、已换发的证书文件 %zu 个，原件留在存档\n",
                                    "  %zu files of certificates out of force taken out of "
                                    "published/; the archive keeps them\n"),
                     session->withdrawn);
    if (session->left_over)
        buffer_print(&text,
                     message_choose("  撤下数据中已不再有的文件 %zu 个\n",
                                    "  %zu files of what the data name no more taken out\n"),
                     session->left_over);
    if (session->options->force && session->printed)
        buffer_print(
            &text,
            message_choose("  已印发的证书 %zu 张不再重做，--force 也不重做\n",
                           "  %zu printed certificates were not made again, --force or not\n"),
            session->printed);
    report_print(&text);
}

/* --- Single verbs
 * ---------------------------------------------------------------------------------- */

int batch_ingest(const struct batch_options *options, const char *const *paths, size_t count)
{
    struct session session;
    int result = session_open(&session, options, STORE_WRITE);
    if (result == 0)
        result = session_begin_run(&session, "ingest", "");
    if (result == 0)
        result = ingest_paths(&session, paths, count);
    return finish(&session, result);
}

int batch_retry(const struct batch_options *options)
{
    struct session session;
    int result = session_open(&session, options, STORE_WRITE);
    if (result == 0)
        result = session_begin_run(&session, "retry", "");
    if (result == 0)
        result = ingest_retry(&session);
    return finish(&session, result);
}

/* Where files go: published/ of the workspace, or what -o names, made absolute. */
static char *output_folder(struct session *session)
{
    const char *wanted = session->options->output_folder;
    if (!wanted)
        return arena_copy(session->arena, "published");
    if (file_make_directory(wanted, 0755) != 0)
        return NULL;
    char *resolved = realpath(wanted, NULL);
    char *folder = arena_copy(session->arena, resolved);
    free(resolved);
    return folder;
}

/* Checks every character of the publication's rows against the fonts. 0 clear, EXIT_STOPPED, -1. */
static int check_characters(struct session *session, const struct publication *publication,
                            const struct parameter_values *values)
{
    if (session_need_publisher(session) != 0)
        return -1;
    struct publish_request request = {.publication = publication, .values = values};
    size_t before = finding_count(session->findings);
    int errors = publish_check(session->publisher, &request, session->findings);
    report_findings(session->findings, before, session->options->output, stdout);
    return errors < 0 ? -1 : errors > 0 ? EXIT_STOPPED : 0;
}

/* The name or the parameters on the command line are wrong; told. */
static int wrong_usage(struct session *session)
{
    (void)session_refuse(session);
    return EXIT_USAGE;
}

/* Looks the publication up and fits the parameters. -1, EXIT_USAGE: reported. */
static int find_publication(struct session *session, const char *name,
                            const char *const *parameters, const struct publication **publication,
                            struct parameter_values *values)
{
    if (session_need_publications(session) != 0)
        return -1;
    *publication = publication_lookup(session->publications, name);
    if (!*publication) {
        failure(&MESSAGE_NO_PUBLICATION, name, NULL);
        return EXIT_USAGE;
    }
    if (parameter_fit((*publication)->parameters, (*publication)->parameter_count, parameters,
                      session->arena, session->findings, values) != 0)
        return wrong_usage(session);
    return 0;
}

/* A publication of one file a row that has no row makes nothing, and says so to whoever asked for
 * it by name; in a job, whose stages hold for every year, that is nothing to tell. A shard may have
 * none. */
static void tell_nothing(struct session *session, const struct publication *publication,
                         const char *parameters)
{
    if (!publication->each_query || session->options->shards > 1 ||
        session->made + session->kept + session->failed > 0)
        return;
    size_t before = finding_count(session->findings);
    finding_report(session->findings, &MESSAGE_NO_ITEMS, NULL, publication->name, parameters, NULL);
    report_findings(session->findings, before, session->options->output, stdout);
}

int batch_publish(const struct batch_options *options, const char *name,
                  const char *const *parameters)
{
    struct session session;
    const struct publication *publication;
    struct parameter_values values;
    int result = session_open(&session, options, STORE_WRITE);
    if (result == 0)
        result = session_settle_kinds(&session);
    if (result == 0)
        result = find_publication(&session, name, parameters, &publication, &values);
    if (result == 0)
        result = check_characters(&session, publication, &values);
    if (result == 0) {
        struct buffer text = BUFFER_EMPTY;
        parameter_write(&text, &values);
        const char *folder = output_folder(&session);
        result = folder ? session_begin_run(&session, name, buffer_string(&text)) : -1;
        if (result == 0) /* what a void that was killed has left; items are forgotten after it */
            result = withdrawn_remove(&session);
        if (result == 0)
            result = items_publish(&session, publication, &values, folder);
        print_made(&session);
        if (result == 0)
            tell_nothing(&session, publication, buffer_string(&text));
        buffer_free(&text);
    }
    return finish(&session, result);
}

/* --- Jobs
 * ------------------------------------------------------------------------------------------- */

static int run_ingest(struct session *session, const struct stage *stage)
{
    static const char shipped[] = "shipped:";
    const char *path = stage->path;
    if (strncmp(path, shipped, sizeof shipped - 1) == 0) {
        path = session_shipped(session, stage->path + sizeof shipped - 1);
        if (!path)
            return failure(&MESSAGE_NO_SHIPPED_FILE, stage->path + sizeof shipped - 1,
                           stage->origin, NULL);
    } else if (path[0] != '/') {
        path = arena_print(session->arena, "%s/%s", session->workspace->folder, stage->path);
    }
    return ingest_paths(session, &path, 1);
}

/* Prints what a stage has found, from index `before` on, and stores it in place of what it found
 * the last time. EXIT_STOPPED: there is an error among it; 0; -1: reported. */
static int keep_findings(struct session *session, const struct job *job,
                         const struct parameter_values *values, const char *stage, size_t before)
{
    report_findings(session->findings, before, session->options->output, stdout);
    struct finding_list *found = finding_list_new(session->arena);
    for (size_t i = before; i < finding_count(session->findings); i++)
        finding_add(found, finding_at(session->findings, i));
    struct buffer parameters = BUFFER_EMPTY; /* another year's run has findings of its own */
    parameter_write(&parameters, values);
    const char *item = arena_print(session->arena, "%s/%s%s%s", job->name,
                                   buffer_string(&parameters), parameters.length ? "/" : "", stage);
    buffer_free(&parameters);
    struct store *store = session->workspace->store;
    if (store_begin(store) != 0)
        return -1;
    if (stored_finding_replace_item(store, item, found) != 0) {
        store_rollback(store);
        return -1;
    }
    if (store_commit(store) != 0)
        return -1;
    return finding_count_level(found, FINDING_ERROR) ? EXIT_STOPPED : 0;
}

static int run_gate(struct session *session, const struct job *job, const struct stage *stage,
                    const struct parameter_values *values)
{
    size_t before = finding_count(session->findings);
    if (gate_check(session, stage, values) != 0)
        return -1;
    return keep_findings(session, job, values, stage->id, before);
}

/* The stage's publication and its parameters from the job's. */
static int stage_publication(struct session *session, const struct stage *stage,
                             const struct parameter_values *values,
                             const struct publication **publication, struct parameter_values *own)
{
    const char *given[64];
    size_t count = 0;
    for (const char *const *with = stage->with; with && *with && count < 63; with++) {
        struct buffer text = BUFFER_EMPTY;
        parameter_fill(&text, *with, values, false);
        given[count++] = arena_copy(session->arena, buffer_string(&text));
        buffer_free(&text);
    }
    given[count] = NULL;
    return find_publication(session, stage->publication, given, publication, own);
}

/* Every publication of the job is looked at before the first page of any is drawn. */
static int check_all_characters(struct session *session, const struct job *job,
                                const struct parameter_values *values)
{
    int result = 0;
    for (size_t i = 0; i < job->stage_count && result >= 0; i++) {
        if (job->stages[i].type != STAGE_PUBLISH)
            continue;
        const struct publication *publication;
        struct parameter_values own;
        int checked = stage_publication(session, &job->stages[i], values, &publication, &own);
        if (checked == 0)
            checked = check_characters(session, publication, &own);
        if (checked != 0)
            result = checked;
    }
    return result;
}

static int run_issue(struct session *session, const struct job *job, const struct stage *stage,
                     const struct parameter_values *values)
{
    const struct publication *publication;
    struct parameter_values own;
    if (stage_publication(session, stage, values, &publication, &own) != 0)
        return -1;
    size_t before = finding_count(session->findings);
    int issued = issue_certificates(session, publication, &own);
    int told = keep_findings(session, job, values, stage->publication, before);
    return issued != 0 ? issued : told;
}

static int run_publish(struct session *session, const struct stage *stage,
                       const struct parameter_values *values)
{
    const struct publication *publication;
    struct parameter_values own;
    if (stage_publication(session, stage, values, &publication, &own) != 0)
        return -1;
    const char *folder = output_folder(session);
    return folder ? items_publish(session, publication, &own, folder) : -1;
}

static int run_stages(struct session *session, const struct job *job,
                      const struct parameter_values *values)
{
    bool checked = false; /* characters, before the first publication */
    size_t issued;
    bool stopped = false; /* at a gate: the further gates are still looked at, all at once */
    for (size_t i = 0; i < job->stage_count; i++) {
        const struct stage *stage = &job->stages[i];
        int result = 0;
        switch (stage->type) {
        case STAGE_INGEST:
            result = run_ingest(session, stage);
            break;
        case STAGE_GATE:
            result = run_gate(session, job, stage, values);
            break;
        case STAGE_ISSUE: /* what it adds to the ledger is looked at too, before it is printed */
        case STAGE_PUBLISH:
            issued = session->issued;
            if (!stopped && !checked)
                result = check_all_characters(session, job, values);
            if (!stopped && result == 0)
                result = stage->type == STAGE_ISSUE ? run_issue(session, job, stage, values)
                                                    : run_publish(session, stage, values);
            checked = session->issued == issued;
            break;
        }
        if (result < 0)
            return -1;
        stopped = stopped || result == EXIT_STOPPED;
    }
    return stopped ? EXIT_STOPPED : 0;
}

static void print_outputs(struct session *session)
{
    struct query *query;
    if (session->options->output == BATCH_JSON ||
        store_query(session->workspace->store, __func__,
                    "SELECT path FROM output JOIN item ON item.name = output.item"
                    " WHERE path GLOB 'published/*' AND state = 'done' ORDER BY path",
                    &query) != 0)
        return;
    struct buffer text = BUFFER_EMPTY;
    buffer_text(&text, message_choose("印发的文件：\n", "published files:\n"));
    while (query_step(query) == 1)
        buffer_print(&text, "  %s/%s\n", session->workspace->folder, query_text(query, 0));
    query_done(query);
    report_print(&text);
}

/* Whether some gate of the job asks for what may be missing. */
static bool can_miss(const struct job *job)
{
    for (size_t i = 0; i < job->stage_count; i++)
        if (job->stages[i].type == STAGE_GATE && job->stages[i].about_missing)
            return true;
    return false;
}

int batch_run(const struct batch_options *options, const char *name, const char *const *parameters)
{
    struct session session;
    struct parameter_values values;
    int result = session_open(&session, options, STORE_WRITE);
    const struct job *job = NULL;
    if (result == 0 && (result = session_need_jobs(&session)) == 0) {
        job = job_lookup(session.jobs, name);
        if (!job) {
            failure(&MESSAGE_NO_JOB, name, NULL);
            result = EXIT_USAGE;
        } else if (parameter_fit(job->parameters, job->parameter_count, parameters, session.arena,
                                 session.findings, &values) != 0) {
            result = wrong_usage(&session);
        }
    }
    if (result == 0 && options->allow_missing && !can_miss(job)) {
        failure(&MESSAGE_NOTHING_TO_MISS, name, NULL);
        result = EXIT_USAGE;
    }
    if (result == 0) {
        struct buffer text = BUFFER_EMPTY;
        parameter_write(&text, &values);
        result = session_begin_run(&session, name, buffer_string(&text));
        buffer_free(&text);
    }
    if (result == 0) {
        result = withdrawn_remove(&session); /* as in batch_publish() */
        if (result == 0)
            result = run_stages(&session, job, &values);
        if (result == 0) {
            print_made(&session);
            print_outputs(&session);
        }
    }
    return finish(&session, result);
}
