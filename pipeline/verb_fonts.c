/* yinfa fonts: the font set, and which characters of a text or file no face of it can draw. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/exit_status.h"
#include "base/file.h"
#include "base/json.h"
#include "base/xml.h"
#include "batch/report.h"
#include "type/coverage.h"
#include "type/font_set.h"
#include "verbs.h"

enum { LARGEST_TEXT = 256 * 1024 * 1024 };

struct font_set *verb_read_fonts(const struct options *options)
{
    struct arena *arena = arena_new();
    struct finding_list *findings = finding_list_new(arena);
    const char *home = options->batch.home;
    const char *office = options->batch.font_definition;
    const char *slash = office ? strrchr(office, '/') : NULL;
    const char *office_folder = !office ? NULL
                                : slash ? arena_copy_bytes(arena, office, (size_t)(slash - office))
                                        : ".";
    const char *fonts = arena_print(arena, "%s/fonts", home);
    xml_allow_folder(fonts);
    if (office)
        xml_allow_folder(office_folder);
    struct font_set *set =
        font_set_read(arena_print(arena, "%s/font-set.xml", fonts),
                      arena_print(arena, "%s/files", fonts), office, office_folder, findings);
    report_findings(findings, 0, BATCH_TEXT, stderr);
    arena_free(arena);
    return set;
}

static int list_fonts(struct font_set *set, enum batch_output output)
{
    bool complete = true;
    for (size_t i = 0; i < font_set_count(set); i++) {
        struct font_entry entry = font_set_entry(set, i);
        complete = complete && entry.present;
        if (output == BATCH_JSON) {
            struct buffer text = BUFFER_EMPTY;
            struct json json = json_begin(&text);
            json_object_begin(&json, NULL);
            json_text(&json, "face", entry.name);
            json_text(&json, "file", entry.file);
            json_integer(&json, "index", entry.index);
            json_text(&json, "package", entry.package);
            json_text(&json, "licence", entry.licence);
            json_text(&json, "families", entry.families);
            json_boolean(&json, "present", entry.present);
            json_object_end(&json);
            puts(buffer_string(&text));
            buffer_free(&text);
        } else {
            printf("%s %-26s %s #%u  %s\n      %s\n",
                   entry.present ? message_choose("有", "ok") : message_choose("缺", "MISSING"),
                   entry.name, entry.file, entry.index, entry.families, entry.licence);
        }
    }
    return complete ? EXIT_CLEAN : EXIT_FINDINGS;
}

/* Checks line by line, so that a finding names the line. */
static void check_lines(struct coverage *coverage, const char *text, size_t length,
                        const char *file, struct finding_list *findings)
{
    long line = 1;
    for (size_t start = 0; start < length; line++) {
        const char *end = memchr(text + start, '\n', length - start);
        size_t part = end ? (size_t)(end - text) - start : length - start;
        size_t shown = part && text[start + part - 1] == '\r' ? part - 1 : part;
        struct finding where = {.file = file, .line = file ? line : 0};
        coverage_check(coverage, text + start, shown, &where, findings);
        start += part + 1;
    }
}

static int check_text(struct font_set *set, const char *what, enum batch_output output)
{
    struct buffer content = BUFFER_EMPTY;
    bool is_file = file_exists(what);
    if (is_file && file_read(what, LARGEST_TEXT, &content) != 0)
        return EXIT_FAILED;
    if (!is_file)
        buffer_text(&content, what);
    struct arena *arena = arena_new();
    struct finding_list *findings = finding_list_new(arena);
    struct coverage *coverage = coverage_new(set);
    check_lines(coverage, buffer_string(&content), content.length, is_file ? what : NULL, findings);
    report_findings(findings, 0, output, stdout);
    size_t errors = finding_count(findings);
    if (errors == 0 && output == BATCH_TEXT)
        puts(message_choose("每个字都画得出来", "every character can be drawn"));
    coverage_free(coverage);
    arena_free(arena);
    buffer_free(&content);
    return errors ? EXIT_FINDINGS : EXIT_CLEAN;
}

int verb_fonts(const struct options *options)
{
    struct font_set *set = verb_read_fonts(options);
    if (!set)
        return EXIT_FAILED;
    int status = options->check ? check_text(set, options->check, options->batch.output)
                                : list_fonts(set, options->batch.output);
    font_set_free(set);
    return status;
}
