/* A certificate explained: what the ledger says of it, field by field what it was issued from, what
 * became of it day by day, and the record of the submission behind it. Called by explain.c. */
#include <string.h>

#include "batch/column_label.h"
#include "batch/telling.h"
#include "batch/wording.h"

/* The facts of the entry. 1: there is one; 0; -1. */
static int tell_entry(struct session *session, const char *number, struct telling *telling)
{
    static const char *const chinese[] = {"证书编号", "姓名",       "状态",   "发证日期",
                                          "印发件",   "替代的编号", "被替代", "签名密钥",
                                          "内容摘要", "文件摘要"};
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT number AS certificate, content ->> '$.name' AS name, state, issued_on,"
                    " publication || '/' || parameters AS publication, replaces, replaced_by, key,"
                    " content_digest, pdf_sha256 FROM certificate WHERE number = :number",
                    &query) != 0)
        return -1;
    query_bind_text(query, "number", number);
    int step = query_step(query);
    for (size_t i = 0; step == 1 && i < query_column_count(query); i++) {
        const char *name = query_column_name(query, i), *value = query_text(query, i);
        bool state = strcmp(name, "state") == 0 && telling->output == BATCH_TEXT;
        tell(telling, name, chinese[i], state ? wording_of_state(value) : value);
    }
    query_done(query);
    return step;
}

/* The row it was issued from, column by column, identity numbers masked, also that of the holder
 * where it is part of a longer name. */
static int tell_content(struct session *session, const char *number, struct telling *telling)
{
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT part.key, iif(identity_valid(part.value), identity_mask(part.value),"
                    "  replace(part.value, ifnull(content ->> '$.identity_number', ''),"
                    "   ifnull(identity_mask(content ->> '$.identity_number'), ''))),"
                    " (SELECT kind FROM submission WHERE id = content ->> '$.submission')"
                    " FROM certificate, json_each(content) AS part"
                    " WHERE number = :number AND part.key NOT IN ('submission', 'line')",
                    &query) != 0)
        return -1;
    query_bind_text(query, "number", number);
    if (telling->output == BATCH_JSON)
        json_object_begin(&telling->json, "content");
    else
        buffer_text(&telling->text, message_choose("内容：\n", "content:\n"));
    int step;
    while ((step = query_step(query)) == 1) {
        const char *value = query_text(query, 1);
        if (telling->output == BATCH_JSON)
            json_text(&telling->json, query_text(query, 0), value);
        else if (value)
            buffer_print(&telling->text, "  %s%s%s\n",
                         column_label(session, query_text(query, 2), query_text(query, 0)),
                         message_choose("：", ": "), value);
    }
    query_done(query);
    if (telling->output == BATCH_JSON)
        json_object_end(&telling->json);
    return step;
}

static const char *event_wording(const char *event)
{
    static const struct wording wordings[] = {{"issued", "发证", "issued"},
                                              {"printed", "印出", "printed"},
                                              {"voided", "作废", "voided"},
                                              {"replaced", "换发", "replaced"}};
    return wording_find(wordings, sizeof wordings / sizeof *wordings, event);
}

static int tell_history(struct session *session, const char *number, struct telling *telling)
{
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT day, event, reason, run FROM certificate_event"
                    " WHERE number = :number ORDER BY id",
                    &query) != 0)
        return -1;
    query_bind_text(query, "number", number);
    if (telling->output == BATCH_JSON)
        json_array_begin(&telling->json, "history");
    else
        buffer_text(&telling->text, message_choose("经过：\n", "history:\n"));
    int step;
    while ((step = query_step(query)) == 1) {
        const char *reason = query_text(query, 2);
        if (telling->output == BATCH_JSON) {
            json_object_begin(&telling->json, NULL);
            json_text(&telling->json, "day", query_text(query, 0));
            json_text(&telling->json, "event", query_text(query, 1));
            json_text(&telling->json, "reason", reason);
            json_integer(&telling->json, "run", query_integer(query, 3));
            json_object_end(&telling->json);
        } else {
            buffer_print(&telling->text,
                         message_choose("  %s %s（批次号 %lld）%s\n", "  %s %s (run %lld) %s\n"),
                         query_text(query, 0), event_wording(query_text(query, 1)),
                         (long long)query_integer(query, 3), reason ? reason : "");
        }
    }
    query_done(query);
    if (telling->output == BATCH_JSON)
        json_array_end(&telling->json);
    return step;
}

/* The record it was issued from, if the row named one. */
static int tell_origin(struct session *session, const char *number, struct telling *telling)
{
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT content ->> '$.submission', content ->> '$.line' FROM certificate"
                    " WHERE number = :number",
                    &query) != 0)
        return -1;
    query_bind_text(query, "number", number);
    int step = query_step(query);
    bool known = step == 1 && !query_is_null(query, 0);
    int64_t submission = known ? query_integer(query, 0) : 0;
    int64_t line = known ? query_integer(query, 1) : 0;
    query_done(query);
    if (step < 0 || !known)
        return step < 0 ? -1 : 0;
    if (telling->output == BATCH_JSON)
        json_array_begin(&telling->json, "sources");
    else
        buffer_text(&telling->text, message_choose("来自：\n", "from:\n"));
    int result = tell_source(session, telling, submission, line);
    if (telling->output == BATCH_JSON)
        json_array_end(&telling->json);
    return result;
}

int explain_certificate(struct session *session, const char *number, struct telling *telling)
{
    int found = tell_entry(session, number, telling);
    if (found != 1)
        return found;
    bool told = tell_content(session, number, telling) == 0 &&
                tell_history(session, number, telling) == 0 &&
                tell_origin(session, number, telling) == 0;
    return told ? 1 : -1;
}
