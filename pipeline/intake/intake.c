/* Intake: the order of things. All paths are registered; then each is decided in its turn, by the
 * rank of its kind (a plan before what answers it), then by arrival; then its file is settled.
 * Every step is committed before the next begins, and each finds out from the database what is left
 * to do, so a run that was killed is completed by the next one. Called by batch/. */
#include "intake/intake.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/progress.h"
#include "intake/decision.h"
#include "intake/intake_messages.h"
#include "intake/kind_tables.h"
#include "intake/settle.h"
#include "intake/validate.h"

struct intake {
    struct workspace *workspace;
    const struct kind_set *kinds;
    xmlSchema **schemas; /* beside the kinds; NULL until first used */
    char *kind_names;    /* titles of all kinds */
};

/* --- Opening -----------------------------------------------------------------------------------
 */

static char *list_kinds(const struct kind_set *kinds)
{
    struct buffer names = BUFFER_EMPTY;
    for (size_t i = 0; i < kind_set_count(kinds); i++) {
        const struct kind *kind = kind_set_at(kinds, i);
        buffer_print(&names, "%s%s（%s）", i ? message_choose("、", ", ") : "", kind->title,
                     kind->root);
    }
    return names.bytes ? names.bytes : memory_copy("");
}

struct intake *intake_open(struct workspace *workspace, const struct kind_set *kinds)
{
    if (kind_tables_prepare(workspace->store, kinds) != 0)
        return NULL;
    struct intake *intake = memory_new(1, sizeof *intake);
    intake->workspace = workspace;
    intake->kinds = kinds;
    intake->schemas = memory_new(kind_set_count(kinds) + 1, sizeof *intake->schemas);
    intake->kind_names = list_kinds(kinds);
    return intake;
}

void intake_close(struct intake *intake)
{
    if (!intake)
        return;
    for (size_t i = 0; i < kind_set_count(intake->kinds); i++)
        xmlSchemaFree(intake->schemas[i]);
    free(intake->schemas);
    free(intake->kind_names);
    free(intake);
}

static void keep_first_error(void *state, xmlError *error)
{
    struct buffer *said = state;
    if (!said->length && error->message)
        buffer_append(said, error->message, strcspn(error->message, "\r\n"));
}

static int compile(const struct kind *kind, xmlSchema **schema)
{
    struct buffer said = BUFFER_EMPTY;
    xmlSchemaParserCtxt *context = xmlSchemaNewParserCtxt(kind->schema_path);
    if (context) {
        xmlSetStructuredErrorFunc(&said, keep_first_error);
        xmlSchemaSetParserStructuredErrors(context, keep_first_error, &said);
        *schema = xmlSchemaParse(context);
        xmlSetStructuredErrorFunc(NULL, NULL);
        xmlSchemaFreeParserCtxt(context);
    }
    if (!*schema)
        failure(&MESSAGE_INTAKE_SCHEMA, kind->schema_path, buffer_string(&said), NULL);
    buffer_free(&said);
    return *schema ? 0 : -1;
}

/* The compiled XSD of a kind, whose staging is made with it; NULL in `*schema` for no kind. -1:
 * reported. */
static int schema_of(struct intake *intake, const struct kind *kind, xmlSchema **schema)
{
    *schema = NULL;
    for (size_t i = 0; kind && i < kind_set_count(intake->kinds); i++) {
        if (kind_set_at(intake->kinds, i) != kind)
            continue;
        if (!intake->schemas[i] && (kind_tables_stage(intake->workspace->store, kind) != 0 ||
                                    compile(kind, &intake->schemas[i]) != 0))
            return -1;
        *schema = intake->schemas[i];
    }
    return 0;
}

/* --- One submission ----------------------------------------------------------------------------
 */

static void detect_kind(struct intake *intake, struct arena *arena, struct arrival *arrival)
{
    if (arrival->refused || arrival->size == 0 || !arrival->sha256[0])
        return;
    char *path = register_archive_path(intake->workspace, arrival->sha256);
    struct validate_root root = validate_detect(arena, path);
    free(path);
    arrival->root = root.name;
    arrival->name_space = root.name_space;
    if (root.name)
        arrival->kind = kind_lookup_root(intake->kinds, root.name_space, root.name);
}

/* What stands on record for bytes, or a name of what cannot be read, that came before. */
struct standing {
    int64_t accepted; /* current; 0 = none */
    int64_t returned; /* the last */
};

static int find_standing(struct store *store, const struct arrival *arrival,
                         struct standing *standing)
{
    const char *values[] = {arrival->sha256, arrival->name};
    standing->accepted =
        store_integer(store,
                      "SELECT max(id) FROM submission WHERE sha256 = ?1 AND sha256 != ''"
                      " AND state = 'accepted' AND superseded_by IS NULL",
                      values, 1, 0);
    standing->returned = store_integer(store,
                                       "SELECT max(id) FROM submission WHERE sha256 = ?1"
                                       " AND (sha256 != '' OR file = ?2) AND state = 'returned'",
                                       values, 2, 0);
    return standing->accepted < 0 || standing->returned < 0 ? -1 : 0;
}

static int decide(struct intake *intake, const struct arrival *arrival, int64_t submission,
                  int64_t former, struct examination *examination, struct intake_result *result)
{
    struct candidate candidate = {.arrival = arrival,
                                  .kind_names = intake->kind_names,
                                  .submission = submission,
                                  .former = former};
    examination->kind = arrival->kind;
    if (schema_of(intake, arrival->kind, &candidate.schema) != 0)
        return -1;
    return decision_make(intake->workspace, &candidate, examination, result);
}

static int take_in(struct intake *intake, const struct arrival *arrival, intake_report *report,
                   void *report_state)
{
    struct arena *arena = arena_new();
    struct examination examination =
        examination_begin(arena, arrival->name, arrival->sha256[0] ? arrival->sha256 : NULL);
    struct intake_result result = {.file = arrival->given ? arrival->given : arrival->name};
    struct standing standing = {0, 0};
    int status = 0;
    if (!arrival->submission)
        status = find_standing(intake->workspace->store, arrival, &standing);
    if (status == 0 && standing.accepted) {
        result.submission = standing.accepted;
        result.state = INTAKE_UNCHANGED;
    } else if (status == 0) {
        status =
            decide(intake, arrival, arrival->submission, standing.returned, &examination, &result);
    }
    if (status == 0)
        status = settle_decided(intake->workspace);
    if (status == 0)
        status = settle_clear_inbox(intake->workspace, arrival, result.submission);
    if (status == 0)
        report(report_state, &result, examination.findings);
    arena_free(arena);
    return status;
}

/* --- All of them -------------------------------------------------------------------------------
 */

static int by_rank(const void *one, const void *other)
{
    const struct arrival *first = one, *second = other;
    int first_rank = first->kind ? first->kind->rank : INT_MAX;
    int second_rank = second->kind ? second->kind->rank : INT_MAX;
    if (first_rank != second_rank)
        return first_rank < second_rank ? -1 : 1;
    return first->order < second->order ? -1 : first->order > second->order;
}

/* All rows of a batch in one transaction: were it killed half-way, those registered would be
 * decided without the ones they depend on. Their bytes are in the archive all the same. */
static int register_together(struct workspace *workspace, const char *const *paths, size_t count,
                             struct arrivals *arrivals)
{
    if (store_begin(workspace->store) != 0)
        return -1;
    if (register_paths(workspace, paths, count, arrivals) == 0)
        return store_commit(workspace->store);
    store_rollback(workspace->store);
    return -1;
}

int intake_run(struct intake *intake, const char *const *paths, size_t count, intake_report *report,
               void *report_state)
{
    struct arrivals arrivals = {.arena = arena_new()};
    int result = settle_decided(intake->workspace); /* what a run that was killed has left */
    if (result == 0)
        result = register_together(intake->workspace, paths, count, &arrivals);
    for (size_t i = 0; i < arrivals.count && result == 0; i++)
        detect_kind(intake, arrivals.arena, &arrivals.items[i]);
    if (arrivals.count)
        qsort(arrivals.items, arrivals.count, sizeof *arrivals.items, by_rank);
    struct progress *progress =
        progress_begin(message_choose("收件", "submissions"), arrivals.count);
    for (size_t i = 0; i < arrivals.count && result == 0; i++) {
        result = take_in(intake, &arrivals.items[i], report, report_state);
        progress_step(progress, i + 1);
    }
    progress_end(progress);
    free(arrivals.items);
    arena_free(arrivals.arena);
    return result;
}

/* --- Again -------------------------------------------------------------------------------------
 */

/* Reads a returned row. 1: there is one; 0: there is not; -1: reported. */
static int read_returned(struct store *store, struct arena *arena, int64_t submission,
                         struct arrival *arrival)
{
    struct query *query;
    if (store_query(store, __func__,
                    "SELECT file, sha256, size, folder FROM submission"
                    " WHERE id = :submission AND state = 'returned'",
                    &query) != 0)
        return -1;
    query_bind_integer(query, "submission", submission);
    int step = query_step(query);
    if (step == 1) {
        arrival->name = arena_copy(arena, query_text(query, 0));
        memcpy(arrival->sha256, query_text(query, 1),
               strnlen(query_text(query, 1), DIGEST_HEX_SIZE - 1));
        arrival->size = query_integer(query, 2);
        arrival->folder = arena_copy(arena, query_text(query, 3));
        arrival->submission = submission;
    }
    query_done(query);
    return step;
}

int intake_retry(struct intake *intake, int64_t submission, intake_report *report,
                 void *report_state)
{
    struct arena *arena = arena_new();
    struct arrival arrival = {.given = NULL};
    int status = read_returned(intake->workspace->store, arena, submission, &arrival);
    if (status == 0) {
        char *id = arena_print(arena, "%lld", (long long)submission);
        status = failure(&MESSAGE_INTAKE_NO_SUBMISSION, id, NULL);
    } else if (status == 1) {
        struct examination examination =
            examination_begin(arena, arrival.name, arrival.sha256[0] ? arrival.sha256 : NULL);
        struct intake_result result = {
            .file = arrival.name, .submission = submission, .state = INTAKE_STILL_RETURNED};
        status = 0;
        if (arrival.sha256[0]) { /* what could not be read is not in the archive */
            detect_kind(intake, arena, &arrival);
            status = decide(intake, &arrival, submission, submission, &examination, &result);
        }
        if (status == 0)
            status = settle_decided(intake->workspace);
        if (status == 0)
            status = settle_clear_inbox(intake->workspace, &arrival, submission);
        if (status == 0)
            report(report_state, &result, examination.findings);
    }
    arena_free(arena);
    return status;
}
