/* Measuring a document: the pages are read, then measured, group by group; what was entered becomes
 * the report. Called by publish/product.c and the verb check-format. */
#include "ruler/ruler.h"

#include "ruler/measure.h"

static const char *const format_names[] = {[FORMAT_GENERAL] = "general",
                                           [FORMAT_LETTER] = "letter",
                                           [FORMAT_ORDER] = "order",
                                           [FORMAT_MINUTES] = "minutes"};

static const struct ruler_report *report_of(const struct ruling *ruling, size_t page_count,
                                            enum document_format format)
{
    struct ruled *rules = arena_new_array(ruling->arena, RULE_COUNT, sizeof *rules);
    for (size_t i = 0; i < RULE_COUNT; i++) {
        rules[i] = (struct ruled){.rule = &format_rules[i],
                                  .measurements = ruling->measured[i].items,
                                  .count = ruling->measured[i].count};
        for (size_t j = 0; j < rules[i].count; j++)
            rules[i].broken += !rules[i].measurements[j].held;
    }
    struct ruler_report *report = arena_alloc(ruling->arena, sizeof *report);
    *report = (struct ruler_report){format_names[format], page_count, rules, RULE_COUNT};
    return report;
}

const struct ruler_report *ruler_measure(const struct marks *marks, const struct profile *profile,
                                         struct arena *arena)
{
    struct ruling ruling = {.profile = profile, .arena = arena};
    struct document_reading document = {0};
    if (marks_page_count(marks) == 0) {
        ruling_words(&ruling, RULE_PAGE_TEXT, 1, false, message_choose("没有页面", "no page"),
                     message_choose("有", "yes"));
        return report_of(&ruling, 0, FORMAT_GENERAL);
    }
    document_read(marks, profile, arena, &document);
    measure_sheet(&ruling, &document);
    measure_grid(&ruling, &document);
    measure_head(&ruling, &document);
    measure_title(&ruling, &document);
    measure_signature(&ruling, &document);
    measure_annexes(&ruling, &document);
    measure_colophon(&ruling, &document);
    measure_page_numbers(&ruling, &document);
    return report_of(&ruling, document.page_count, document.format);
}

bool ruler_is_held(const struct ruler_report *report, enum finding_level level)
{
    for (size_t i = 0; i < report->rule_count; i++)
        if (report->rules[i].broken && report->rules[i].rule->level >= level)
            return false;
    return true;
}
