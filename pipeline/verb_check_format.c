/* yinfa check-format: the finished pages of an official document against GB/T 9704-2012, rule by
 * rule in millimetres. An FO file is formatted here, onto marks only; an item of a publication is
 * made again in memory by batch/. Nothing is written. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/exit_status.h"
#include "base/file.h"
#include "base/xml.h"
#include "batch/report.h"
#include "draw/marks.h"
#include "format/format.h"
#include "publish/images.h"
#include "ruler/ruler.h"
#include "verbs.h"

static const struct message MESSAGE_CHECK_FORMAT_USAGE = {
    .id = "usage.check-format",
    .level = FINDING_ERROR,
    .chinese = "用法：yinfa check-format ITEM|IN.fo",
    .english = "usage: yinfa check-format ITEM|IN.fo",
    .mend_chinese = "yinfa check-format --help 有说明和例子",
    .mend_english = "yinfa check-format --help explains it with an example",
};

static const struct message MESSAGE_CHECK_FORMAT_NOTHING = {
    .id = "check-format.nothing",
    .level = FINDING_ERROR,
    .chinese = "“{1}”既不是文件，也不是印发件的名称",
    .english = "\"{1}\" is neither a file nor the name of an item",
    .mend_chinese = "写 FO 文件名，或印发件/参数，例如 official-document/document=notice-2024-1",
    .mend_english = "give an FO file, or publication/parameters, for instance "
                    "official-document/document=notice-2024-1",
};

/* --- An FO file ------------------------------------------------------------------------------- */

static int measure_marks(const struct options *options, const struct marks *marks, const char *in,
                         struct arena *arena, struct finding_list *findings)
{
    const char *home = options->batch.home;
    struct profile profile;
    if (profile_read(arena_print(arena, "%s/stylesheets/common/profiles.xml", home),
                     arena_print(arena, "%s/schemas/definitions", home), profile_national, findings,
                     &profile) != 0)
        return EXIT_FAILED;
    const struct ruler_report *report = ruler_measure(marks, &profile, arena);
    struct buffer text = BUFFER_EMPTY;
    if (options->batch.output == BATCH_JSON)
        ruler_write_json(&text, report, in);
    else
        ruler_write_text(&text, report, in);
    report_print(&text);
    return ruler_is_held(report, FINDING_WARNING) ? EXIT_CLEAN : EXIT_FINDINGS;
}

static int format_and_measure(const struct options *options, const xmlDoc *document,
                              const char *folder, const char *in, struct arena *arena,
                              struct finding_list *findings)
{
    struct font_set *fonts = verb_read_fonts(options);
    if (!fonts)
        return EXIT_FAILED;
    char *root = realpath(folder, NULL);
    struct images *images = images_open(folder, root ? root : folder, NULL);
    struct marks *marks = marks_open();
    struct format_result result = {0};
    const struct format_request request = {.source = fo_source_tree(document),
                                           .fonts = fonts,
                                           .device = marks_as_device(marks),
                                           .findings = findings,
                                           .file = in,
                                           .fetch = images_fetch,
                                           .fetch_state = images};
    int status = format_document(&request, &result) != 0 ? EXIT_FAILED
                 : result.failed                         ? EXIT_FINDINGS
                                 : measure_marks(options, marks, in, arena, findings);
    marks_close(marks);
    images_close(images);
    free(root);
    font_set_free(fonts);
    return status;
}

static int check_file(const struct options *options, const char *in)
{
    struct arena *arena = arena_new();
    struct finding_list *findings = finding_list_new(arena);
    const char *slash = strrchr(in, '/');
    const char *folder = slash ? arena_copy_bytes(arena, in, (size_t)(slash - in)) : ".";
    xml_allow_folder(folder);
    xml_allow_folder(arena_print(arena, "%s/schemas/definitions", options->batch.home));
    xml_allow_folder(arena_print(arena, "%s/stylesheets", options->batch.home));
    xmlDoc *document = xml_read_definition(in, NULL, findings);
    int status = document ? format_and_measure(options, document, folder, in, arena, findings)
                          : EXIT_FINDINGS;
    if (document)
        xmlFreeDoc(document);
    report_findings(findings, 0, BATCH_TEXT, stderr);
    arena_free(arena);
    return status;
}

/* --- The verb --------------------------------------------------------------------------------- */

int verb_check_format(const struct options *options)
{
    if (options->operand_count != 1) {
        failure(&MESSAGE_CHECK_FORMAT_USAGE, NULL);
        return EXIT_USAGE;
    }
    const char *what = options->operands[0];
    if (file_exists(what))
        return check_file(options, what);
    const char *dot = strrchr(what, '.');
    if (!strchr(what, '/') || (dot && strcmp(dot, ".fo") == 0)) {
        failure(&MESSAGE_CHECK_FORMAT_NOTHING, what, NULL);
        return EXIT_FAILED;
    }
    return batch_check_format(&options->batch, what);
}
