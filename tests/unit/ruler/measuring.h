/* Formatting an FO text onto marks and measuring them: what the ruler's tests share. */
#ifndef YINFA_TESTS_RULER_MEASURING_H
#define YINFA_TESTS_RULER_MEASURING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/xml.h"
#include "draw/marks.h"
#include "format/format.h"
#include "ruler/ruler.h"
#include "../type/real_fonts.h"

static struct profile profile;

static int start(void **state)
{
    if (read_fonts(state) != 0)
        return -1;
    xml_allow_folder("schemas");
    xml_allow_folder("stylesheets");
    return profile_read("stylesheets/common/profiles.xml", "schemas/definitions", profile_national,
                        font_findings, &profile);
}

/* The text of an FO file. */
static const char *read_fo(const char *path)
{
    struct buffer content = BUFFER_EMPTY;
    assert_int_equal(file_read(path, 1 << 20, &content), 0);
    const char *copy = arena_copy_bytes(arena, content.bytes, content.length);
    buffer_free(&content);
    return copy;
}

/* The text with the first `old` (which must be there) replaced. */
static const char *changed(const char *text, const char *old, const char *new)
{
    const char *at = strstr(text, old);
    if (!at)
        fail_msg("“%s” is not in the FO", old);
    return arena_print(arena, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

/* … with all of them replaced; `new` must not hold `old`. */
static inline const char *changed_everywhere(const char *text, const char *old, const char *new)
{
    do
        text = changed(text, old, new);
    while (strstr(text, old));
    return text;
}

/* Formats and measures; formatting must go through. */
static const struct ruler_report *measured(const char *fo)
{
    struct buffer wrong = BUFFER_EMPTY;
    struct finding_list *findings = finding_list_new(arena);
    xmlDoc *document = xml_read_bytes(fo, strlen(fo), "test.fo", &wrong);
    if (!document)
        fail_msg("%s", buffer_string(&wrong));
    struct marks *marks = marks_open();
    struct format_result result = {0};
    const struct format_request request = {.source = fo_source_tree(document),
                                           .fonts = fonts,
                                           .device = marks_as_device(marks),
                                           .findings = findings,
                                           .file = "test.fo"};
    assert_int_equal(format_document(&request, &result), 0);
    if (result.failed)
        fail_msg("%s: %s", finding_at(findings, 0)->id, finding_at(findings, 0)->rule);
    const struct ruler_report *report = ruler_measure(marks, &profile, arena);
    marks_close(marks);
    xmlFreeDoc(document);
    return report;
}

/* The ids of the broken rules, a blank before each. */
static const char *broken(const struct ruler_report *report)
{
    const char *ids = "";
    for (size_t i = 0; i < report->rule_count; i++)
        if (report->rules[i].broken)
            ids = arena_print(arena, "%s %s", ids, report->rules[i].rule->id);
    return ids;
}

static inline const struct ruled *ruled(const struct ruler_report *report, const char *id)
{
    for (size_t i = 0; i < report->rule_count; i++)
        if (strcmp(report->rules[i].rule->id, id) == 0)
            return &report->rules[i];
    fail_msg("no rule %s", id);
    return NULL;
}

#endif
