/* yinfa format: the formatter alone, from an FO file to a PDF file or a trace. Images are read from
 * the FO file's own folder and below. */
#include <errno.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

static const struct message MESSAGE_FORMAT_UNWRITABLE = {
    .id = "format.unwritable",
    .level = FINDING_ERROR,
    .chinese = "写不进去：{1}：{2}",
    .english = "cannot be written to: {1}: {2}",
    .mend_chinese = "检查名称和写入权限",
    .mend_english = "check the name and the permissions",
};

/* --- Output
 * --------------------------------------------------------------------------------------------- */

/* Where the document goes: a file all or nothing, or straight into what is there already and no
 * file, such as a pipe or /dev/null, which must not be replaced by one. */
struct output {
    const char *path;
    struct file_writer *writer; /* NULL: */
    FILE *stream;
};

static int output_failed(const struct output *output)
{
    return failure(&MESSAGE_FORMAT_UNWRITABLE, output->path, strerror(errno), NULL);
}

static int output_open(struct output *output, const char *path)
{
    struct stat status;
    *output = (struct output){.path = path};
    if (stat(path, &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))
        return file_writer_open(path, 0644, &output->writer);
    output->stream = fopen(path, "wb");
    return output->stream ? 0 : output_failed(output);
}

static int output_write(void *state, const void *bytes, size_t length)
{
    struct output *output = state;
    if (output->writer)
        return file_writer_write(output->writer, bytes, length);
    return fwrite(bytes, 1, length, output->stream) == length ? 0 : output_failed(output);
}

static int output_commit(struct output *output)
{
    if (output->writer)
        return file_writer_commit(output->writer, true, NULL);
    return fclose(output->stream) == 0 ? 0 : output_failed(output);
}

static void output_abandon(struct output *output)
{
    if (output->writer)
        file_writer_abandon(output->writer);
    else
        (void)fclose(output->stream); /* what is lost has been reported */
}

/* Puts the trace where it is wanted; "-" is standard output. */
static int write_trace(const char *path, const struct buffer *text)
{
    struct output output;
    if (strcmp(path, "-") == 0)
        return fwrite(buffer_string(text), 1, text->length, stdout) == text->length ? 0 : -1;
    if (output_open(&output, path) != 0)
        return -1;
    if (output_write(&output, buffer_string(text), text->length) == 0)
        return output_commit(&output);
    output_abandon(&output);
    return -1;
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
    struct output output;
    if (output_open(&output, path) != 0)
        return -1;
    struct pdf_options options = {
        .title = title_of(request->file), .language = "zh-CN", .claims = *claims, .tagged = true};
    struct pdf_device *pdf = pdf_open(output_write, &output, &options);
    request->device = pdf_as_device(pdf);
    int status = format_document(request, result);
    if (status != 0 || result->failed) {
        pdf_abandon(pdf);
        output_abandon(&output);
        return status;
    }
    if (pdf_close(pdf) != 0) {
        output_abandon(&output);
        return -1;
    }
    return output_commit(&output);
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
    struct images *images = images_open(folder, root ? root : folder);
    struct format_result result = {0};
    struct format_request request = {.source = fo_source_tree(document),
                                     .fonts = fonts,
                                     .findings = findings,
                                     .file = in,
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
