/* explain: from what was printed back to where it came from — a cell to the submissions, lines and
 * digests behind its figure; an item to why it was made and whether it would be made again; a
 * submission to what became of it; a published file to its item. Certificates are explained in
 * explain_certificate.c. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/exit_status.h"
#include "base/progress.h"
#include "batch/batch.h"
#include "batch/batch_messages.h"
#include "batch/item_name.h"
#include "batch/items.h"
#include "batch/report.h"
#include "batch/session.h"
#include "batch/telling.h"
#include "batch/wording.h"
#include "publish/item.h"
#include "store/certificate_number.h"

/* --- A submission
 * ------------------------------------------------------------------------------------ */

/* The pictures that came with it. */
static int tell_attachments(struct session *session, struct telling *telling, int64_t submission)
{
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT file, line, type, size, sha256 FROM attachment"
                    " WHERE submission = :submission ORDER BY ordinal",
                    &query) != 0)
        return -1;
    query_bind_integer(query, "submission", submission);
    if (telling->output == BATCH_JSON)
        json_array_begin(&telling->json, "attachments");
    int step;
    while ((step = query_step(query)) == 1) {
        if (telling->output == BATCH_JSON) {
            json_object_begin(&telling->json, NULL);
            json_text(&telling->json, "file", query_text(query, 0));
            json_integer(&telling->json, "line", query_integer(query, 1));
            json_text(&telling->json, "type", query_text(query, 2));
            json_integer(&telling->json, "size", query_integer(query, 3));
            json_text(&telling->json, "sha256", query_text(query, 4));
            json_object_end(&telling->json);
        } else {
            buffer_print(&telling->text,
                         message_choose("图片：%s（第 %lld 行），%s，%lld 字节，摘要 %s\n",
                                        "picture: %s (line %lld), %s, %lld bytes, SHA-256 %s\n"),
                         query_text(query, 0), (long long)query_integer(query, 1),
                         query_text(query, 2), (long long)query_integer(query, 3),
                         query_text(query, 4));
        }
    }
    query_done(query);
    if (telling->output == BATCH_JSON)
        json_array_end(&telling->json);
    return step;
}

static int explain_submission(struct session *session, int64_t id, struct telling *telling)
{
    static const char *const chinese[] = {"收件号",
                                          "种类",
                                          "年度",
                                          "报送单位",
                                          "文件",
                                          "摘要",
                                          "字节",
                                          "状态",
                                          "被收件号取代",
                                          "现在位置",
                                          "登记时间",
                                          "问题数",
                                          "被它取代的收件号"};
    struct query *query;
    if (store_query(
            session->workspace->store, __func__,
            "SELECT id, kind, period, sender, file, sha256, size, state, superseded_by, place,"
            " registered_at, (SELECT count(*) FROM finding WHERE submission = s.id) AS findings,"
            " (SELECT group_concat(id, ' ') FROM submission WHERE superseded_by = s.id)"
            " AS supersedes FROM submission AS s WHERE id = :id",
            &query) != 0)
        return -1;
    query_bind_integer(query, "id", id);
    int step = query_step(query);
    for (size_t i = 0; step == 1 && i < query_column_count(query); i++)
        tell_column(telling, query, i, chinese[i]);
    query_done(query);
    if (step == 0) {
        char number[24];
        snprintf(number, sizeof number, "%lld", (long long)id);
        return failure(&MESSAGE_NO_ITEM, number, NULL);
    }
    return step < 0 ? -1 : tell_attachments(session, telling, id);
}

/* --- A cell or row
 * ---------------------------------------------------------------------------------- */

/* Runs the query until the row whose key column says `key`. 1 found, 0 not, -1 failed; `seen` lists
 * keys met on the way, for the message. */
static int find_row(struct query *query, const char *key_column, const char *key,
                    struct buffer *seen)
{
    int column = -1, step;
    while ((step = query_step(query)) == 1) {
        if (column < 0 && (column = query_column_index(query, key_column)) < 0)
            return 0;
        const char *value = query_text(query, (size_t)column);
        if (value && strcmp(value, key) == 0)
            return 1;
        if (value && seen->length < 400)
            buffer_print(seen, "%s ", value);
    }
    return step;
}

static void tell_row(struct telling *telling, struct query *query, const char *column)
{
    if (column) {
        tell(telling, "value", "内容",
             query_text(query, (size_t)query_column_index(query, column)));
        return;
    }
    for (size_t i = 0; i < query_column_count(query); i++)
        tell_column(telling, query, i, query_column_name(query, i));
}

/* The records behind a row: what its <origin> query returns, or the row's own submission and line.
 */
static int tell_sources(struct session *session, struct telling *telling,
                        const struct publication *publication,
                        const struct publication_query *definition,
                        const struct parameter_values *values, const char *key, int64_t submission,
                        int64_t line)
{
    if (telling->output == BATCH_JSON)
        json_array_begin(&telling->json, "sources");
    else
        buffer_text(&telling->text, message_choose("来自：\n", "from:\n"));
    int result = 0;
    if (!definition->origin_sql) {
        result = submission > 0 ? tell_source(session, telling, submission, line) : 0;
    } else {
        struct query *query;
        result = store_query(session->workspace->store, definition->origin_origin,
                             definition->origin_sql, &query);
        int step = 0;
        if (result == 0) {
            item_bind_parameters(query, publication, values);
            query_bind_text(query, "key", key);
            while (result == 0 && (step = query_step(query)) == 1)
                result =
                    tell_source(session, telling, query_integer(query, 0), query_integer(query, 1));
            query_done(query);
        }
        result = step < 0 ? -1 : result;
    }
    if (telling->output == BATCH_JSON)
        json_array_end(&telling->json);
    return result;
}

static int64_t integer_of(struct query *query, const char *name)
{
    int column = query_column_index(query, name);
    return column < 0 ? 0 : query_integer(query, (size_t)column);
}

static int no_such_column(struct query *query, const char *publication, const char *column)
{
    struct buffer names = BUFFER_EMPTY;
    for (size_t i = 0; i < query_column_count(query); i++)
        buffer_print(&names, "%s ", query_column_name(query, i));
    failure(&MESSAGE_NO_COLUMN, publication, column, buffer_string(&names), NULL);
    buffer_free(&names);
    return -1;
}

static int explain_row(struct session *session, const struct publication *publication,
                       const struct publication_query *definition,
                       const struct parameter_values *values, const struct item_name *name,
                       struct telling *telling)
{
    if (!definition || !definition->key)
        return failure(&MESSAGE_NO_ROW, publication->name, name->key, "—", NULL);
    struct query *query;
    if (store_query(session->workspace->store, definition->origin, definition->sql, &query) != 0)
        return -1;
    item_bind_parameters(query, publication, values);
    struct buffer seen = BUFFER_EMPTY;
    int found = find_row(query, definition->key, name->key, &seen);
    int result = found < 0 ? -1 : 0;
    int64_t submission = 0, line = 0;
    if (found == 0)
        result = failure(&MESSAGE_NO_ROW, publication->name, name->key, buffer_string(&seen), NULL);
    else if (found == 1 && name->column && query_column_index(query, name->column) < 0)
        result = no_such_column(query, publication->name, name->column);
    if (result == 0) {
        submission = integer_of(query, "submission");
        line = integer_of(query, "line");
        tell_row(telling, query, name->column);
    }
    query_done(query);
    buffer_free(&seen);
    return result == 0 ? tell_sources(session, telling, publication, definition, values, name->key,
                                      submission, line)
                       : result;
}

/* --- An item
 * ------------------------------------------------------------------------------------------ */

static int tell_outputs(struct session *session, struct telling *telling, const char *item)
{
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT path, sha256 FROM output WHERE item = :item ORDER BY path",
                    &query) != 0)
        return -1;
    query_bind_text(query, "item", item);
    if (telling->output == BATCH_JSON)
        json_array_begin(&telling->json, "outputs");
    int step;
    while ((step = query_step(query)) == 1) {
        if (telling->output == BATCH_JSON) {
            json_object_begin(&telling->json, NULL);
            json_text(&telling->json, "path", query_text(query, 0));
            json_text(&telling->json, "sha256", query_text(query, 1));
            json_object_end(&telling->json);
        } else {
            buffer_print(&telling->text,
                         message_choose("文件：%s，摘要 %s\n", "file: %s, SHA-256 %s\n"),
                         query_text(query, 0), query_text(query, 1));
        }
    }
    query_done(query);
    if (telling->output == BATCH_JSON)
        json_array_end(&telling->json);
    return step;
}

/* Asks the publisher for the item's present digests without making anything. */
struct question {
    struct session *session;
    const char *item;
    enum item_reason reason;
    const char *included; /* names of the items whose pages it holds; NULL: none */
    bool answered;
};

static const char *join_names(struct arena *arena, const char *const *names)
{
    const char *joined = names ? *names : NULL;
    for (size_t i = 1; joined && names[i]; i++)
        joined = arena_print(arena, "%s %s", joined, names[i]);
    return arena_copy(arena, joined);
}

static bool note_reason(void *state, const struct publish_item *item)
{
    struct question *question = state;
    if (strcmp(item->name, question->item) == 0) {
        question->reason = items_reason(question->session, item, "published");
        question->included = join_names(question->session->arena, item->included);
        question->answered = true;
    }
    return false;
}

static void ignore_done(void *state, const struct publish_item *item, bool made,
                        const struct publish_output *outputs, size_t output_count, const char *date,
                        const struct finding_list *findings)
{
    (void)state, (void)item, (void)made, (void)outputs, (void)output_count, (void)date;
    (void)findings;
}

static int explain_item(struct session *session, const struct publication *publication,
                        const struct parameter_values *values, const char *item,
                        struct telling *telling)
{
    static const char *const chinese[] = {"印发件",     "状态", "在第几批做的",
                                          "当时的原因", "日期", "依据摘要"};
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT name AS item, state, made_in_run, reason, date, input_digest FROM item"
                    " WHERE name = :name",
                    &query) != 0)
        return -1;
    query_bind_text(query, "name", item);
    int step = query_step(query);
    for (size_t i = 0; step == 1 && i < query_column_count(query); i++) {
        const char *name = query_column_name(query, i), *value = query_text(query, i);
        if (value && strcmp(name, "reason") == 0)
            value = item_reason_wording_of(value);
        else if (value && strcmp(name, "state") == 0 && telling->output == BATCH_TEXT)
            value = wording_of_state(value);
        tell(telling, name, chinese[i], value);
    }
    query_done(query);
    if (step < 0 || tell_outputs(session, telling, item) != 0)
        return -1;
    struct question question = {.session = session, .item = item};
    struct publish_request request = {.publication = publication,
                                      .values = values,
                                      .folder = "published",
                                      .wanted = note_reason,
                                      .done = ignore_done,
                                      .state = &question};
    if (publish_run(session->publisher, &request) != 0)
        return -1;
    if (!question.answered && step == 0)
        return failure(&MESSAGE_NO_ITEM, item, NULL);
    if (question.included)
        tell(telling, "included", "并入", question.included);
    if (question.answered)
        tell(telling, "next", "再次运行时", item_reason_wording(question.reason));
    return 0;
}

/* --- Which of them is it?
 * ---------------------------------------------------------------------------- */

static int explain_name(struct session *session, const struct item_name *name,
                        struct telling *telling)
{
    const struct publication *publication =
        publication_lookup(session->publications, name->publication);
    if (!publication)
        return failure(&MESSAGE_NO_PUBLICATION, name->publication, NULL);
    struct parameter_values values;
    if (parameter_fit(publication->parameters, publication->parameter_count, name->parameters,
                      session->arena, session->findings, &values) != 0)
        return session_refuse(session);

    bool each = publication->each_query != NULL;
    const char *item_key = each ? (name->each ? name->each : name->key) : NULL;
    /* A cell of the row that an item is made for is named as the item is: #NUMBER.name. */
    const char *row_key = each && !name->each && !name->column ? NULL : name->key;
    if (!row_key)
        return explain_item(session, publication, &values,
                            item_name(publication, &values, item_key, session->arena), telling);

    struct item_name row = *name;
    row.key = row_key;
    const char *query_name = name->query           ? name->query
                             : each && !name->each ? publication->each_query
                                                   : publication->rows_query;
    struct parameter_value *extended =
        arena_new_array(session->arena, values.count + 1, sizeof *extended);
    memcpy(extended, values.items, values.count * sizeof *extended);
    if (item_key)
        extended[values.count] =
            (struct parameter_value){.name = publication->each_key, .value = item_key};
    struct parameter_values bound = {extended, values.count + (item_key ? 1 : 0)};
    return explain_row(session, publication,
                       query_name ? publication_query_lookup(publication, query_name) : NULL,
                       &bound, &row, telling);
}

/* The item that a published file belongs to; NULL if no output has that name. In the arena. */
static const char *item_of_file(struct session *session, const char *file)
{
    char *resolved = realpath(file, NULL);
    const char *base = strrchr(file, '/');
    struct query *query;
    const char *item = NULL;
    if (store_query(
            session->workspace->store, __func__,
            "SELECT item FROM output WHERE path IN (:given, :resolved, 'published/' || :base)"
            " ORDER BY path = :resolved DESC, path LIMIT 1",
            &query) == 0) {
        query_bind_text(query, "given", file);
        query_bind_text(query, "resolved", resolved);
        query_bind_text(query, "base", base ? base + 1 : file);
        if (query_step(query) == 1)
            item = arena_copy(session->arena, query_text(query, 0));
        query_done(query);
    }
    free(resolved);
    return item;
}

static int explain(struct session *session, const char *what, struct telling *telling)
{
    char plain[LEDGER_NUMBER_SIZE];
    const char *typed = certificate_number_plain(what, plain);
    int certificate = explain_certificate(session, typed ? typed : what, telling);
    if (certificate != 0)
        return certificate < 0 ? -1 : 0;
    char *end;
    long long number = strtoll(what, &end, 10);
    if (isdigit((unsigned char)what[0]) && *end == '\0')
        return explain_submission(session, number, telling);
    const char *file_item = item_of_file(session, what);
    struct item_name name;
    if (item_name_parse(file_item ? file_item : what, session->arena, &name) != 0)
        return failure(&MESSAGE_NO_ITEM, what, NULL);
    return session_need_publisher(session) == 0 ? explain_name(session, &name, telling) : -1;
}

int batch_explain(const struct batch_options *options, const char *what)
{
    struct session session;
    struct telling telling = {.text = BUFFER_EMPTY, .output = options->output};
    int result = session_open(&session, options, STORE_READ);
    progress_set_quiet(true); /* items are only asked about, not made */
    if (options->output == BATCH_JSON) {
        telling.json = json_begin(&telling.text);
        json_object_begin(&telling.json, NULL);
    }
    if (result == 0)
        result = explain(&session, what, &telling);
    if (options->output == BATCH_JSON) {
        json_object_end(&telling.json);
        buffer_byte(&telling.text, '\n');
    }
    if (result == 0)
        report_print(&telling.text);
    else
        buffer_free(&telling.text);
    session_close(&session);
    return result == 0 ? EXIT_CLEAN : EXIT_FAILED;
}
