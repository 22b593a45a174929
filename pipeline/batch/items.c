/* Items: state in the tables item and output, keyed by name and digests, never by file times. State
 * is committed for every ITEMS_PER_COMMIT items together, after publish has synced their files;
 * what was made but not yet committed when the program is killed is made again, with the same
 * bytes. */
#include "batch/items.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "batch/printed.h"
#include "batch/report.h"
#include "batch/withdrawn.h"
#include "batch/wording.h"
#include "publish/item.h"
#include "store/stored_finding.h"

enum { ITEMS_PER_COMMIT = 64 };

/* Names are what the table item stores; wordings are for people. */
static const struct wording reasons[] = {
    [ITEM_CURRENT] = {"current", "没有变化，不必重做",
                      "nothing changed, it need not be made again"},
    [ITEM_PRINTED] = {"printed", "已印发的证书不再重做", "a printed certificate is not made again"},
    [ITEM_NEW] = {"new", "还没有做过", "it was not made before"},
    [ITEM_FAILED] = {"failed", "上次没有做成", "it failed the last time"},
    [ITEM_ROWS] = {"rows", "数据变了", "its rows changed"},
    [ITEM_STYLESHEET] = {"stylesheet", "样式或定义变了", "its stylesheets or definition changed"},
    [ITEM_FONTS] = {"fonts", "字体变了", "the fonts changed"},
    [ITEM_PROGRAM] = {"program", "程序版本变了", "the program changed"},
    [ITEM_OUTPUT] = {"output", "印发的文件不见了或被改动过",
                     "a published file is missing or altered"},
    [ITEM_FORCED] = {"forced", "要求重做", "it was asked for"},
};

const char *item_reason_wording(enum item_reason reason)
{
    return message_choose(reasons[reason].chinese, reasons[reason].english);
}

const char *item_reason_wording_of(const char *name)
{
    return wording_find(reasons, sizeof reasons / sizeof *reasons, name);
}

/* --- Is it up to date?
 * ---------------------------------------------------------------------------- */

static bool output_intact(struct session *session, const char *path, const char *sha256)
{
    char *below = path[0] == '/' ? NULL : workspace_path(session->workspace, path);
    char hex[DIGEST_HEX_SIZE];
    bool intact = file_digest(below ? below : path, hex, NULL) == 0 && strcmp(hex, sha256) == 0;
    free(below);
    return intact;
}

static enum item_reason outputs_reason(struct session *session, const char *item,
                                       const char *folder)
{
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT path, sha256 FROM output"
                    " WHERE item = :item AND substr(path, 1, length(:folder) + 1) = :folder || '/'",
                    &query) != 0)
        return ITEM_NEW;
    query_bind_text(query, "item", item);
    query_bind_text(query, "folder", folder);
    enum item_reason reason = ITEM_NEW;
    while (reason != ITEM_OUTPUT && query_step(query) == 1)
        reason = output_intact(session, query_text(query, 0), query_text(query, 1)) ? ITEM_CURRENT
                                                                                    : ITEM_OUTPUT;
    query_done(query);
    return reason;
}

enum item_reason items_reason(struct session *session, const struct publish_item *item,
                              const char *folder)
{
    struct query *query;
    if (printed_has(session, item->name))
        return ITEM_PRINTED;
    if (store_query(session->workspace->store, __func__,
                    "SELECT state, rows_digest, stylesheet_digest, fonts_digest, program_digest"
                    " FROM item WHERE name = :name",
                    &query) != 0)
        return ITEM_NEW;
    query_bind_text(query, "name", item->name);
    enum item_reason reason = ITEM_CURRENT;
    if (query_step(query) != 1)
        reason = ITEM_NEW;
    else if (strcmp(query_text(query, 0), "done") != 0)
        reason = ITEM_FAILED;
    else if (strcmp(query_text(query, 1), item->rows_digest) != 0)
        reason = ITEM_ROWS;
    else if (strcmp(query_text(query, 2), item->stylesheet_digest) != 0)
        reason = ITEM_STYLESHEET;
    else if (strcmp(query_text(query, 3), item->fonts_digest) != 0)
        reason = ITEM_FONTS;
    else if (strcmp(query_text(query, 4), item->program_digest) != 0)
        reason = ITEM_PROGRAM;
    query_done(query);
    return reason == ITEM_CURRENT ? outputs_reason(session, item->name, folder) : reason;
}

/* --- Recording what was made
 * ----------------------------------------------------------------------- */

struct publishing {
    struct session *session;
    const char *publication;
    const char *folder;
    bool certificates;  /* what is made is kept for good */
    bool unsynced;      /* files were put into the archive since the last commit */
    size_t uncommitted; /* items recorded in the open transaction */
    bool failed;        /* recording failed: reported */
};

static bool wanted(void *state, const struct publish_item *item)
{
    struct publishing *publishing = state;
    enum item_reason reason = items_reason(publishing->session, item, publishing->folder);
    return reason != ITEM_PRINTED &&
           (publishing->session->options->force || reason != ITEM_CURRENT);
}

static int record_item(struct publishing *publishing, const struct publish_item *item,
                       const char *date, bool done, enum item_reason reason)
{
    struct session *session = publishing->session;
    char run[24];
    snprintf(run, sizeof run, "%lld", (long long)session->run);
    const char *values[] = {item->name,
                            publishing->publication,
                            done ? "done" : "failed",
                            item->input_digest,
                            reasons[reason].name,
                            item->rows_digest,
                            item->stylesheet_digest,
                            item->fonts_digest,
                            item->program_digest,
                            session->run > 0 ? run : NULL,
                            date};
    return store_run(
               session->workspace->store,
               "INSERT INTO item (name, publication, state, input_digest, reason, rows_digest,"
               " stylesheet_digest, fonts_digest, program_digest, made_in_run, date)"
               " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
               " ON CONFLICT (name) DO UPDATE SET state = ?3, input_digest = ?4, reason = ?5,"
               " rows_digest = ?6, stylesheet_digest = ?7, fonts_digest = ?8,"
               " program_digest = ?9, made_in_run = ?10, date = ?11",
               values, sizeof values / sizeof *values) < 0
               ? -1
               : 0;
}

static int record_output(struct publishing *publishing, const struct publish_output *output)
{
    char size[24], mode[24];
    snprintf(size, sizeof size, "%llu", (unsigned long long)output->size);
    snprintf(mode, sizeof mode, "%u", output->mode);
    const char *values[] = {output->path, output->item, output->format, output->sha256, size, mode};
    return store_run(publishing->session->workspace->store,
                     "INSERT INTO output (path, item, format, sha256, size, mode)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (path) DO UPDATE SET"
                     " item = ?2, format = ?3, sha256 = ?4, size = ?5, mode = ?6",
                     values, sizeof values / sizeof *values) < 0
               ? -1
               : 0;
}

/* Opens the transaction, if none is open, in which one more item is recorded. */
static int begin(struct publishing *publishing)
{
    if (publishing->uncommitted == 0 && store_begin(publishing->session->workspace->store) != 0)
        return -1;
    publishing->uncommitted++;
    return 0;
}

static void commit(struct publishing *publishing)
{
    if (publishing->uncommitted == 0)
        return;
    if ((publishing->unsynced && printed_sync(publishing->session) != 0) ||
        store_commit(publishing->session->workspace->store) != 0) {
        store_rollback(publishing->session->workspace->store);
        publishing->failed = true;
    }
    publishing->unsynced = false;
    publishing->uncommitted = 0;
}

/* A printed certificate, left as it is: its files are put back where they are missing or altered,
 * and recorded where they were published into another folder. */
static int keep_printed(struct publishing *publishing, const struct publish_item *item)
{
    struct session *session = publishing->session;
    struct finding_list *found = finding_list_new(session->arena);
    struct printed_file *files;
    size_t count;
    if (printed_restore(session, item->name, publishing->folder, found, &files, &count) != 0)
        return -1;
    session->printed += count > 0;
    session->failed += finding_count(found) > 0;
    report_findings(found, 0, session->options->output, stdout);
    for (size_t i = 0; i < finding_count(found); i++)
        finding_add(session->findings, finding_at(found, i));
    bool other_findings =
        finding_count(found) > 0 ||
        store_integer(session->workspace->store, "SELECT 1 FROM finding WHERE item = ?1 LIMIT 1",
                      &item->name, 1, 0) == 1;
    int result = 0;
    if (other_findings)
        result = begin(publishing) == 0
                     ? stored_finding_replace_item(session->workspace->store, item->name, found)
                     : -1;
    for (size_t i = 0; i < count && result == 0; i++)
        if (!files[i].recorded)
            result = begin(publishing) == 0 ? record_output(publishing, &files[i].output) : -1;
    return result;
}

/* An item was finished: record it. The reason is asked for again here, before its row changes,
 * since with workers an answer given long ago belongs to another item. */
static void done(void *state, const struct publish_item *item, bool made,
                 const struct publish_output *outputs, size_t output_count, const char *date,
                 const struct finding_list *findings)
{
    struct publishing *publishing = state;
    struct session *session = publishing->session;
    bool failed = finding_count_level(findings, FINDING_ERROR) > 0;
    report_findings(findings, 0, session->options->output, stdout);
    for (size_t i = 0; i < finding_count(findings); i++)
        finding_add(session->findings, finding_at(findings, i));
    if (publishing->failed)
        return;
    if (withdrawn_note(session, item->name) != 0) {
        publishing->failed = true;
        return;
    }
    if (!made && !failed) {
        session->kept++;
        publishing->failed = publishing->certificates && keep_printed(publishing, item) != 0;
        return;
    }
    enum item_reason reason = items_reason(session, item, publishing->folder);
    if (begin(publishing) != 0) {
        publishing->failed = true;
        return;
    }
    int result =
        record_item(publishing, item, date, made, reason == ITEM_CURRENT ? ITEM_FORCED : reason);
    for (size_t i = 0; i < output_count && result == 0; i++)
        result = record_output(publishing, &outputs[i]);
    if (result == 0 && made && publishing->certificates) {
        publishing->unsynced = true;
        result = printed_keep(session, item, publishing->folder, outputs, output_count);
    }
    if (result == 0)
        result = stored_finding_replace_item(session->workspace->store, item->name, findings);
    if (result != 0)
        publishing->failed = true;
    session->made += made;
    session->failed += failed;
    if (publishing->uncommitted >= ITEMS_PER_COMMIT)
        commit(publishing);
}

int items_publish(struct session *session, const struct publication *publication,
                  const struct parameter_values *values, const char *folder)
{
    if (session_need_publisher(session) != 0)
        return -1;
    struct publishing publishing = {.session = session,
                                    .publication = publication->name,
                                    .folder = folder,
                                    .certificates = item_is_certificate(publication, values)};
    struct publish_request request = {.publication = publication,
                                      .values = values,
                                      .folder = folder,
                                      .workers = session->options->workers,
                                      .shard = session->options->shard,
                                      .shards = session->options->shards,
                                      .wanted = wanted,
                                      .done = done,
                                      .state = &publishing};
    if (withdrawn_begin(session) != 0)
        return -1;
    int result = publish_run(session->publisher, &request);
    if (publishing.failed) {
        store_rollback(session->workspace->store);
        return -1;
    }
    commit(&publishing);
    if (result == 0 && !publishing.failed && publication->each_query && !request.shards)
        result = withdrawn_unnamed(session, publication, values, folder);
    return publishing.failed ? -1 : result;
}
