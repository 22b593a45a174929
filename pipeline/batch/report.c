/* Printing for a clerk. JSON is one object a line, so that a long run can be followed by a program.
 */
#include "batch/report.h"

#include <stdio.h>

#include "base/json.h"

static void print(struct buffer *text, FILE *to)
{
    fwrite(buffer_string(text), 1, text->length, to);
    fflush(to);
    buffer_free(text);
}

void report_print(struct buffer *text)
{
    print(text, stdout);
}

void report_findings(const struct finding_list *findings, size_t from, enum batch_output output,
                     FILE *to)
{
    struct buffer text = BUFFER_EMPTY;
    for (size_t i = from; i < finding_count(findings); i++) {
        if (output == BATCH_JSON) {
            finding_write_json(&text, finding_at(findings, i));
            buffer_byte(&text, '\n');
        } else {
            finding_write_text(&text, finding_at(findings, i));
        }
    }
    print(&text, to);
}

static const char *state_name(enum intake_state state)
{
    switch (state) {
    case INTAKE_ACCEPTED:
        return "accepted";
    case INTAKE_RETURNED:
        return "returned";
    case INTAKE_UNCHANGED:
        return "unchanged";
    case INTAKE_STILL_RETURNED:
        return "still-returned";
    }
    return "?";
}

static const char *state_wording(enum intake_state state)
{
    switch (state) {
    case INTAKE_ACCEPTED:
        return message_choose("已接收", "accepted");
    case INTAKE_RETURNED:
        return message_choose("退回", "returned");
    case INTAKE_UNCHANGED:
        return message_choose("与已接收的相同，未作处理", "same as accepted before, nothing done");
    case INTAKE_STILL_RETURNED:
        return message_choose("与已退回的相同，仍退回", "same as returned before, still returned");
    }
    return "?";
}

void report_submission(const struct intake_result *result, const struct finding_list *findings,
                       enum batch_output output)
{
    struct buffer text = BUFFER_EMPTY;
    if (output == BATCH_JSON) {
        struct json json = json_begin(&text);
        json_object_begin(&json, NULL);
        json_text(&json, "file", result->file);
        json_text(&json, "state", state_name(result->state));
        json_integer(&json, "submission", result->submission);
        json_integer(&json, "supersedes", result->supersedes);
        json_integer(&json, "errors", (int64_t)result->errors);
        json_integer(&json, "warnings", (int64_t)result->warnings);
        json_integer(&json, "notes", (int64_t)result->notes);
        json_object_end(&json);
        buffer_byte(&text, '\n');
    } else {
        buffer_print(&text, "%s%s%s", result->file, message_choose("：", ": "),
                     state_wording(result->state));
        if (result->submission > 0)
            buffer_print(&text, message_choose("（收件号 %lld", " (submission %lld"),
                         (long long)result->submission);
        if (result->supersedes > 0)
            buffer_print(&text, message_choose("，取代收件号 %lld", ", supersedes %lld"),
                         (long long)result->supersedes);
        if (result->submission > 0)
            buffer_text(&text, message_choose("）", ")"));
        buffer_byte(&text, '\n');
    }
    report_print(&text);
    report_findings(findings, 0, output, stdout);
}

void report_totals(size_t accepted, size_t returned, size_t unchanged, enum batch_output output)
{
    if (output == BATCH_JSON)
        return; /* the objects before say it */
    struct buffer text = BUFFER_EMPTY;
    buffer_print(&text,
                 message_choose("收件：接收 %zu 件，退回 %zu 件，无变化 %zu 件\n",
                                "submissions: %zu accepted, %zu returned, %zu unchanged\n"),
                 accepted, returned, unchanged);
    report_print(&text);
}
