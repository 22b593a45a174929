/* The report for people (one line a rule that holds, one line a page where it does not), as JSON,
 * and as findings. Called by publish/product.c and the verb check-format. */
#include "ruler/ruler.h"

#include <string.h>

#include "base/json.h"

static const struct message MESSAGE_FORMAT_RULE = {
    .id = "format.rule",
    .level = FINDING_ERROR,
    .chinese = "GB/T 9704—2012 第 {1} 条，{2}：第 {3} 页为 {4}，应为 {5}",
    .english = "GB/T 9704-2012 §{1}, {2}: on page {3} it is {4}, it must be {5}",
    .mend_chinese = "yinfa check-format 逐条列出量得的结果；版式由样式表和 profiles.xml 决定，"
                    "内容过长时改短标题、主送机关或发文机关名称",
    .mend_english = "yinfa check-format lists all that was measured; stylesheets and profiles.xml "
                    "decide the format; where the content is too long, shorten title, recipients "
                    "or organ names",
};

/* The measurement that is furthest off. */
static const struct measurement *worst_of(const struct ruled *ruled)
{
    const struct measurement *worst = &ruled->measurements[0];
    for (size_t i = 1; i < ruled->count; i++)
        if (ruled->measurements[i].off > worst->off)
            worst = &ruled->measurements[i];
    return worst;
}

static const char *wording_of(const struct format_rule *rule)
{
    return message_choose(rule->chinese, rule->english);
}

/* --- Text ------------------------------------------------------------------------------------- */

static void write_measurement(struct buffer *out, const struct ruled *ruled, const char *verdict,
                              const struct measurement *measurement)
{
    buffer_print(out,
                 message_choose("%s §%s %s：第 %u 页 %s（应为 %s）\n",
                                "%s §%s %s: page %u %s (wanted %s)\n"),
                 verdict, ruled->rule->clause, wording_of(ruled->rule), measurement->page,
                 measurement->found, measurement->wanted);
}

static void write_held(struct buffer *out, const struct ruled *ruled)
{
    const struct measurement *worst = worst_of(ruled);
    if (ruled->count == 1)
        write_measurement(out, ruled, message_choose("符合", "held  "), worst);
    else
        buffer_print(out,
                     message_choose("符合 §%s %s：量 %zu 页，相差最多的第 %u 页 %s（应为 %s）\n",
                                    "held   §%s %s: %zu pages, furthest off page %u %s (wanted "
                                    "%s)\n"),
                     ruled->rule->clause, wording_of(ruled->rule), ruled->count, worst->page,
                     worst->found, worst->wanted);
}

static void write_broken(struct buffer *out, const struct ruled *ruled)
{
    const char *verdict = ruled->rule->level == FINDING_ERROR ? message_choose("不符", "BROKEN")
                                                              : message_choose("提醒", "warned");
    for (size_t i = 0; i < ruled->count; i++)
        if (!ruled->measurements[i].held)
            write_measurement(out, ruled, verdict, &ruled->measurements[i]);
}

static const char *format_wording(const struct ruler_report *report)
{
    static const char *const names[][2] = {{"general", "通用格式"},
                                           {"letter", "信函格式"},
                                           {"order", "命令格式"},
                                           {"minutes", "纪要格式"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(report->format, names[i][0]) == 0)
            return message_choose(names[i][1], names[i][0]);
    return report->format;
}

void ruler_write_text(struct buffer *out, const struct ruler_report *report, const char *name)
{
    size_t held = 0, broken = 0;
    buffer_print(out,
                 message_choose("%s：%s，%zu 页，按 GB/T 9704—2012 量\n",
                                "%s: %s format, %zu pages, by GB/T 9704-2012\n"),
                 name, format_wording(report), report->page_count);
    for (size_t i = 0; i < report->rule_count; i++) {
        const struct ruled *ruled = &report->rules[i];
        if (ruled->broken)
            write_broken(out, ruled);
        else if (ruled->count)
            write_held(out, ruled);
        broken += ruled->broken > 0;
        held += ruled->count > 0 && !ruled->broken;
    }
    buffer_print(out,
                 message_choose("%zu 条符合，%zu 条不符，%zu 条用不上\n",
                                "%zu rules held, %zu broken, %zu not applicable\n"),
                 held, broken, report->rule_count - held - broken);
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void write_ruled(struct json *json, const struct ruled *ruled)
{
    json_object_begin(json, NULL);
    json_text(json, "rule", ruled->rule->id);
    json_text(json, "clause", ruled->rule->clause);
    json_text(json, "level", finding_level_name(ruled->rule->level));
    json_text(json, "wording", wording_of(ruled->rule));
    json_boolean(json, "held", ruled->broken == 0);
    json_array_begin(json, "pages");
    for (size_t i = 0; i < ruled->count; i++) {
        const struct measurement *measurement = &ruled->measurements[i];
        json_object_begin(json, NULL);
        json_integer(json, "page", measurement->page);
        json_boolean(json, "held", measurement->held);
        json_text(json, "found", measurement->found);
        json_text(json, "wanted", measurement->wanted);
        json_object_end(json);
    }
    json_array_end(json);
    json_object_end(json);
}

void ruler_write_json(struct buffer *out, const struct ruler_report *report, const char *name)
{
    struct json json = json_begin(out);
    json_object_begin(&json, NULL);
    json_text(&json, "document", name);
    json_text(&json, "format", report->format);
    json_integer(&json, "pages", (int64_t)report->page_count);
    json_boolean(&json, "held", ruler_is_held(report, FINDING_NOTE));
    json_array_begin(&json, "rules");
    for (size_t i = 0; i < report->rule_count; i++)
        if (report->rules[i].count)
            write_ruled(&json, &report->rules[i]);
    json_array_end(&json);
    json_object_end(&json);
    buffer_byte(out, '\n');
}

/* --- Findings --------------------------------------------------------------------------------- */

/* Written out as a message would be, but with the rule's own id and level. */
static void tell(const struct format_rule *rule, const struct measurement *measurement,
                 const struct finding *where, struct finding_list *findings)
{
    struct arena *arena = arena_new();
    const struct message message = {.id = arena_print(arena, "format.%s", rule->id),
                                    .level = rule->level,
                                    .chinese = MESSAGE_FORMAT_RULE.chinese,
                                    .english = MESSAGE_FORMAT_RULE.english,
                                    .mend_chinese = MESSAGE_FORMAT_RULE.mend_chinese,
                                    .mend_english = MESSAGE_FORMAT_RULE.mend_english};
    finding_report(findings, &message, where, rule->clause, wording_of(rule),
                   arena_print(arena, "%u", measurement->page), measurement->found,
                   measurement->wanted, NULL);
    arena_free(arena);
}

void ruler_tell(const struct ruler_report *report, const struct finding *where,
                struct finding_list *findings)
{
    for (size_t i = 0; i < report->rule_count; i++)
        for (size_t j = 0; j < report->rules[i].count; j++)
            if (!report->rules[i].measurements[j].held)
                tell(report->rules[i].rule, &report->rules[i].measurements[j], where, findings);
}
