/* The verbs that only look: status (where does this office stand) and list (what is there). */
#include <stdio.h>
#include <string.h>

#include "base/exit_status.h"
#include "base/json.h"
#include "batch/batch.h"
#include "batch/batch_messages.h"
#include "batch/items.h"
#include "batch/report.h"
#include "batch/session.h"
#include "batch/table_text.h"
#include "batch/wording.h"

enum { LARGEST_TABLE = 11 };

struct listing {
    const char *name;    /* as said on the command line; JSON has a "list" member of that name */
    const char *chinese; /* heading */
    const char *sql;
    struct table_column columns[LARGEST_TABLE]; /* ends with a column without name */
};

/* Days and hours are those of the office's clocks, as in the ledger. */
#define BEGAN "strftime('%Y-%m-%dT%H:%M:%S+08:00', began_at, '+8 hours')"

/* Runs are shown by both verbs. */
#define RUN_COLUMNS                                                                                \
    {                                                                                              \
        {"id", "批次号"}, {"job", "任务"}, {"parameters", "参数"}, {"state", "状态"},              \
            {"accepted", "接收"}, {"returned", "退回"}, {"made", "新做"}, {"kept", "未变"},        \
            {"began_at", "开始"},                                                                  \
    }

static const struct listing listings[] = {
    {"submissions",
     "收件",
     "SELECT id, kind, period, sender, file,"
     " CASE WHEN superseded_by IS NOT NULL THEN 'superseded' ELSE state END, superseded_by,"
     " (SELECT count(*) FROM finding WHERE submission = s.id), substr(sha256, 1, 12), place"
     " FROM submission AS s ORDER BY id",
     {{"id", "收件号"},
      {"kind", "种类"},
      {"period", "年度"},
      {"sender", "报送单位"},
      {"file", "文件"},
      {"state", "状态"},
      {"superseded_by", "被取代"},
      {"findings", "问题"},
      {"sha256", "摘要"},
      {"place", "位置"}}},
    {"findings",
     "问题",
     "SELECT coalesce(submission, item), level, rule_id, file, line, record, label, value, rule,"
     " mend FROM finding ORDER BY id",
     {{"of", "收件号/印发件"},
      {"level", "级别"},
      {"id", "规则"},
      {"file", "文件"},
      {"line", "行"},
      {"record", "记录"},
      {"label", "栏目"},
      {"value", "填写内容"},
      {"rule", "问题"},
      {"mend", "办法"}}},
    {"items",
     "印发件",
     "SELECT name, state, made_in_run, reason, date, substr(input_digest, 1, 12) FROM item"
     " ORDER BY name",
     {{"item", "印发件"},
      {"state", "状态"},
      {"made_in_run", "批次号"},
      {"reason", "原因"},
      {"date", "日期"},
      {"input_digest", "依据摘要"}}},
    {"outputs",
     "文件",
     "SELECT path, format, size, substr(sha256, 1, 12), item FROM output ORDER BY path",
     {{"path", "文件"},
      {"format", "格式"},
      {"size", "字节"},
      {"sha256", "摘要"},
      {"item", "印发件"}}},
    {"certificates",
     "证书",
     "SELECT number, content ->> '$.name', identity_mask(holder), issued_on, state,"
     " (SELECT day FROM certificate_event AS e WHERE e.number = c.number ORDER BY id DESC LIMIT 1),"
     " (SELECT group_concat(reason, '；') FROM (SELECT reason FROM certificate_event AS e"
     "  WHERE e.number = c.number ORDER BY id)), replaces, replaced_by, substr(pdf_sha256, 1, 12), "
     "publication || '/' || parameters"
     " FROM certificate AS c ORDER BY series, serial",
     {{"number", "编号"},
      {"name", "姓名"},
      {"holder", "持证人"},
      {"issued_on", "发证日期"},
      {"state", "状态"},
      {"day", "状态日期"},
      {"reason", "原因"},
      {"replaces", "替代"},
      {"replaced_by", "被替代"},
      {"pdf_sha256", "文件摘要"},
      {"publication", "印发件"}}},
    {"runs", "批次",
     "SELECT id, job, parameters, state, accepted, returned, made, kept, " BEGAN " FROM run"
     " ORDER BY id",
     RUN_COLUMNS},
};

static size_t column_count(const struct listing *listing)
{
    size_t count = 0;
    while (count < LARGEST_TABLE && listing->columns[count].name)
        count++;
    return count;
}

static const char *wording_of(const char *column, const char *value)
{
    if (strcmp(column, "state") == 0 || strcmp(column, "level") == 0)
        return wording_of_state(value);
    return strcmp(column, "reason") == 0 ? item_reason_wording_of(value) : value;
}

static int print_listing(struct session *session, const struct listing *listing, bool heading)
{
    struct buffer text = BUFFER_EMPTY;
    if (heading && session->options->output == BATCH_TEXT)
        buffer_print(&text, "【%s】\n", message_choose(listing->chinese, listing->name));
    size_t before = text.length;
    long rows = table_text(session, listing->sql, listing->columns, column_count(listing),
                           wording_of, &text);
    if (rows == 0 && session->options->output == BATCH_TEXT && text.length == before)
        buffer_text(&text, message_choose("（没有）\n", "(none)\n"));
    report_print(&text);
    return rows < 0 ? -1 : 0;
}

static void print_definition(struct session *session, struct buffer *text, const char *name,
                             const char *title)
{
    if (session->options->output == BATCH_TEXT) {
        buffer_print(text, "%-24s%s\n", name, title);
        return;
    }
    struct json json = json_begin(text);
    json_object_begin(&json, NULL);
    json_text(&json, "name", name);
    json_text(&json, "title", title);
    json_object_end(&json);
    buffer_byte(text, '\n');
}

/* Kinds, publications and jobs are in definition files, not in the database. */
static int print_definitions(struct session *session, const char *what)
{
    struct buffer text = BUFFER_EMPTY;
    int result = 0;
    if (strcmp(what, "kinds") == 0 && (result = session_need_kinds(session)) == 0)
        for (size_t i = 0; i < kind_set_count(session->kinds); i++)
            print_definition(session, &text, kind_set_at(session->kinds, i)->name,
                             kind_set_at(session->kinds, i)->title);
    else if (strcmp(what, "publications") == 0 &&
             (result = session_need_publications(session)) == 0)
        for (size_t i = 0; i < publication_set_count(session->publications); i++)
            print_definition(session, &text, publication_set_at(session->publications, i)->name,
                             publication_set_at(session->publications, i)->title);
    else if (strcmp(what, "jobs") == 0 && (result = session_need_jobs(session)) == 0)
        for (size_t i = 0; i < job_set_count(session->jobs); i++)
            print_definition(session, &text, job_set_at(session->jobs, i)->name,
                             job_set_at(session->jobs, i)->title);
    report_print(&text);
    return result;
}

int batch_list(const struct batch_options *options, const char *what)
{
    struct session session;
    int result = session_open(&session, options, STORE_READ);
    if (result == 0 && what &&
        (strcmp(what, "kinds") == 0 || strcmp(what, "publications") == 0 ||
         strcmp(what, "jobs") == 0)) {
        result = print_definitions(&session, what);
    } else if (result == 0) {
        bool found = false;
        for (size_t i = 0; i < sizeof listings / sizeof *listings && result == 0; i++) {
            if (what && strcmp(what, listings[i].name) != 0)
                continue;
            found = true;
            result = print_listing(&session, &listings[i], what == NULL);
        }
        if (!found)
            result = failure(&MESSAGE_UNKNOWN_LIST, what, NULL);
    }
    session_close(&session);
    return result == 0 ? EXIT_CLEAN : EXIT_FAILED;
}

static const struct listing status_listings[] = {
    {"submissions",
     "收件",
     "SELECT ifnull(kind, '（种类不明）'), period, sum(state = 'accepted' AND superseded_by IS "
     "NULL),"
     " sum(superseded_by IS NOT NULL), sum(state = 'returned'), sum(state = 'registered')"
     " FROM submission GROUP BY kind, period ORDER BY kind, period",
     {{"kind", "种类"},
      {"period", "年度"},
      {"current", "有效"},
      {"superseded", "已被取代"},
      {"returned", "退回"},
      {"registered", "待处理"}}},
    {"publications",
     "印发",
     "SELECT publication, count(*), sum(state = 'done'), sum(state = 'failed'),"
     " (SELECT count(*) FROM output JOIN item AS i ON i.name = output.item"
     "  WHERE i.publication = item.publication)"
     " FROM item GROUP BY publication ORDER BY publication",
     {{"publication", "印发件"},
      {"items", "件数"},
      {"done", "做成"},
      {"failed", "没有做成"},
      {"files", "文件"}}},
    {"certificates",
     "证书",
     "SELECT publication, series, sum(state = 'issued'), sum(state = 'printed'),"
     " sum(state = 'voided'), sum(state = 'replaced'), max(serial)"
     " FROM certificate GROUP BY publication, series ORDER BY publication, series",
     {{"publication", "印发件"},
      {"series", "编号开头"},
      {"issued", "待印"},
      {"printed", "已印"},
      {"voided", "作废"},
      {"replaced", "已替代"},
      {"last_serial", "最后一号"}}},
    {"runs", "最近的批次",
     "SELECT * FROM (SELECT id, job, parameters, state, accepted, returned, made, kept, " BEGAN
     " FROM run ORDER BY id DESC LIMIT 5) ORDER BY id",
     RUN_COLUMNS},
};

int batch_status(const struct batch_options *options)
{
    struct session session;
    int result = session_open(&session, options, STORE_READ);
    for (size_t i = 0; i < sizeof status_listings / sizeof *status_listings && result == 0; i++)
        result = print_listing(&session, &status_listings[i], true);
    session_close(&session);
    return result == 0 ? EXIT_CLEAN : EXIT_FAILED;
}
