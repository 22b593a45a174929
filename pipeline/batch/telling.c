/* Telling, in either form. Called by explain.c and explain_certificate.c. */
#include "batch/telling.h"

void tell(struct telling *telling, const char *name, const char *chinese, const char *value)
{
    if (telling->output == BATCH_JSON)
        json_text(&telling->json, name, value);
    else if (value)
        buffer_print(&telling->text, "%s%s%s\n", message_choose(chinese, name),
                     message_choose("：", ": "), value);
}

void tell_column(struct telling *telling, struct query *query, size_t column, const char *chinese)
{
    tell(telling, query_column_name(query, column), chinese, query_text(query, column));
}

int tell_source(struct session *session, struct telling *telling, int64_t submission, int64_t line)
{
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT file, sha256, place, sender FROM submission WHERE id = :id",
                    &query) != 0)
        return -1;
    query_bind_integer(query, "id", submission);
    int step = query_step(query);
    if (step == 1 && telling->output == BATCH_JSON) {
        json_object_begin(&telling->json, NULL);
        json_integer(&telling->json, "submission", submission);
        json_text(&telling->json, "file", query_text(query, 0));
        json_text(&telling->json, "sha256", query_text(query, 1));
        json_integer(&telling->json, "line", line);
        json_text(&telling->json, "place", query_text(query, 2));
        json_object_end(&telling->json);
    } else if (step == 1) {
        const char *place = query_text(query, 2);
        buffer_print(&telling->text,
                     message_choose("  收件号 %lld，%s 第 %lld 行，摘要 %s（%s）\n",
                                    "  submission %lld, %s line %lld, SHA-256 %s (%s)\n"),
                     (long long)submission, query_text(query, 0), (long long)line,
                     query_text(query, 1), place ? place : "—");
    }
    query_done(query);
    return step < 0 ? -1 : 0;
}
