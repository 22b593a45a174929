/* yinfa format: the formatter alone, from an FO file to a PDF file or a trace. Images are read from
 * the FO file's own folder and below. */
#include <errno.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/exit_status.h"
#include "base/file.h"
#include "base/xml.h"
#include "batch/report.h"
#include "draw/pdf.h"
#include "draw/trace.h"
#include "format/format.h"
#include "publish/images.h"
#include "verbs.h"

static const struct message MESSAGE_FORMAT_USAGE = {
    .id = "usage.format",
    .level = FINDING_ERROR,
    .chinese = "用法：yinfa format IN.fo -o OUT.pdf",
    .english = "usage: yinfa format IN.fo -o OUT.pdf",
    .mend_chinese = "yinfa format --help 有说明和例子",
    .mend_english = "yinfa format --help explains it with an example",
};

static const struct message MESSAGE_FORMAT_UNREADABLE = {
    .id = "format.unreadable",
    .level = FINDING_ERROR,
    .chinese = "文件打不开：{1}：{2}",
    .english = "the file cannot be read: {1}: {2}",
    .mend_chinese = "检查文件名和读取权限",
    .mend_english = "check the name and the permissions",
};

/* --- Output
 * --------------------------------------------------------------------------------------------- */

static int write_to_file(void *state, const void *bytes, size_t length)
{
    return file_writer_write(state, bytes, length);
}

/* Puts the trace where it is wanted; "-" is standard output. */
static int write_trace(const char *path, const struct buffer *text)
{
    if (strcmp(path, "-") != 0)
        return file_write(path, 0644, buffer_string(text), text->length);
    return fwrite(buffer_string(text), 1, text->length, stdout) == text->length ? 0 : -1;
}

static int format_to_trace(struct format_request *request, const char *path,
                           struct format_result *result)
{
    struct buffer text = BUFFER_EMPTY;
    struct trace_device *trace = trace_open(&text);
    request->device = trace_as_device(trace);
    int status = format_document(request, result);
    trace_close(trace);
    if (status == 0)
        status = write_trace(path, &text);
    buffer_free(&text);
    return status;
}

static const char *title_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static int format_to_pdf(struct format_request *request, const struct pdf_claims *claims,
                         const char *path, struct format_result *result)
{
    struct file_writer *writer;
    if (file_writer_open(path, 0644, &writer) != 0)
        return -1;
    struct pdf_options options = {
        .title = title_of(request->file), .language = "zh-CN", .claims = *claims, .tagged = true};
    struct pdf_device *pdf = pdf_open(write_to_file, writer, &options);
    request->device = pdf_as_device(pdf);
    int status = format_document(request, result);
    if (status != 0 || result->failed) {
        pdf_abandon(pdf);
        file_writer_abandon(writer);
        return status;
    }
    if (pdf_close(pdf) != 0) {
        file_writer_abandon(writer);
        return -1;
    }
    return file_writer_commit(writer, true, NULL);
}

/* --- The verb
 * -------------------------------------------------------------------------------------------- */

/* Formats the document; images are read from `folder` (that of the FO file) and below. */
static int format_document_file(const struct options *options, const xmlDoc *document,
                                const char *folder, const char *in, const char *out,
                                struct finding_list *findings)
{
    struct font_set *fonts = verb_read_fonts(options);
    if (!fonts)
        return -1;
    char *root = realpath(folder, NULL);
    struct images *images = images_open(folder, root ? root : folder, NULL);
    struct format_result result = {0};
    struct format_request request = {.source = fo_source_tree(document),
                                     .fonts = fonts,
                                     .findings = findings,
                                     .file = in,
                                     .accessible = pdf_claims_structure(&options->claims),
                                     .relaxed = options->relaxed,
                                     .fetch = images_fetch,
                                     .fetch_state = images};
    int status = options->trace ? format_to_trace(&request, out, &result)
                                : format_to_pdf(&request, &options->claims, out, &result);
    images_close(images);
    free(root);
    font_set_free(fonts);
    return status;
}

static int format_file(const struct options *options, const char *in, const char *out,
                       struct arena *arena, struct finding_list *findings)
{
    const char *slash = strrchr(in, '/');
    const char *folder = slash ? arena_copy_bytes(arena, in, (size_t)(slash - in)) : ".";
    if (access(in, R_OK) != 0) {
        failure(&MESSAGE_FORMAT_UNREADABLE, in, strerror(errno), NULL);
        return EXIT_FAILED;
    }
    xml_allow_folder(folder);
    xmlDoc *document = xml_read_definition(in, NULL, findings);
    if (!document)
        return EXIT_FINDINGS;
    int status = format_document_file(options, document, folder, in, out, findings);
    xmlFreeDoc(document);
    return status != 0 ? EXIT_FAILED : finding_count(findings) ? EXIT_FINDINGS : EXIT_CLEAN;
}

int verb_format(const struct options *options)
{
    const char *out = options->batch.output_folder;
    size_t expected = out ? 1 : 2;
    if (!out && options->trace && options->operand_count == 1) {
        out = "-";
        expected = 1;
    }
    if (options->operand_count != expected) {
        failure(&MESSAGE_FORMAT_USAGE, NULL);
        return EXIT_USAGE;
    }
    if (!out)
        out = options->operands[1];
    struct arena *arena = arena_new();
    struct finding_list *findings = finding_list_new(arena);
    int status = format_file(options, options->operands[0], out, arena, findings);
    report_findings(findings, 0, BATCH_TEXT, stderr);
    arena_free(arena);
    return status;
}
