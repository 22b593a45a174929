/* Reports of libxml2 and libxslt as findings. libxslt says an error in two calls of a printf-like
 * function: first a line "…: file F line N element E", then the text; the place is taken from the
 * first call's arguments. xsl:message comes through the same function, in pieces, while the
 * xsl:message instruction runs. XPath errors at run time come through the structured hook, without
 * a place; the running instruction knows it. Called by stylesheet_loader.c and stylesheet.c. */
#include "publish/diagnostics.h"

#include <libxml/uri.h>
#include <libxml/xmlerror.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "publish/publish_messages.h"

void diagnostics_write_name(struct buffer *out, const char *root, const char *path)
{
    if (strncmp(path, "file://", 7) == 0)
        path += 7;
    size_t length = root ? strlen(root) : 0;
    if (length && strncmp(path, root, length) == 0 && path[length] == '/') {
        const char *last = strrchr(root, '/');
        buffer_text(out, last ? last + 1 : root);
        path += length;
    }
    buffer_text(out, path);
}

/* Whether that fault was the last one reported; it is from now on. An instruction that fails fails
 * for every row. */
static bool is_told(struct diagnostics *diagnostics, const char *file, long line,
                    const char *argument)
{
    struct buffer fault = BUFFER_EMPTY;
    buffer_print(&fault, "%s:%ld:%s", file, line, argument ? argument : "");
    bool told = diagnostics->told.length && strcmp(diagnostics->told.bytes, fault.bytes) == 0;
    buffer_free(&diagnostics->told);
    diagnostics->told = fault;
    return told;
}

/* A finding at `file` (a path or URL, as the library knows it) and `line`. */
static void report_at(struct diagnostics *diagnostics, const struct message *message,
                      const char *file, long line, const char *argument)
{
    struct buffer name = BUFFER_EMPTY;
    if (file) {
        char *path = xmlURIUnescapeString(file, 0, NULL);
        diagnostics_write_name(&name, diagnostics->root, path ? path : file);
        xmlFree(path);
    }
    struct finding where = {.kind = diagnostics->kind,
                            .record = diagnostics->record,
                            .file = file ? buffer_string(&name) : NULL,
                            .line = line};
    if (message != &MESSAGE_STYLESHEET_INVALID ||
        !is_told(diagnostics, buffer_string(&name), line, argument))
        finding_report(diagnostics->findings, message, &where, argument, NULL);
    buffer_free(&name);
}

void diagnostics_report(struct diagnostics *diagnostics, const struct message *message,
                        const xmlNode *node, const char *argument)
{
    const char *file = node && node->doc ? (const char *)node->doc->URL : NULL;
    report_at(diagnostics, message, file, node ? xmlGetLineNo((xmlNode *)node) : 0, argument);
}

static void trim(struct buffer *text)
{
    while (text->length && strchr(" \t\r\n", text->bytes[text->length - 1]))
        text->bytes[--text->length] = '\0';
}

static xmlNode *running_instruction(const struct diagnostics *diagnostics)
{
    return diagnostics->transform ? diagnostics->transform->inst : NULL;
}

static const struct message *wording(const xmlNode *instruction)
{
    if (strcmp((const char *)instruction->name, "message") != 0)
        return &MESSAGE_STYLESHEET_INVALID;
    xmlChar *terminate = xmlGetNoNsProp(instruction, BAD_CAST "terminate");
    bool stop = terminate && strcmp((const char *)terminate, "yes") == 0;
    xmlFree(terminate);
    return stop ? &MESSAGE_STYLESHEET_STOPPED : &MESSAGE_STYLESHEET_SAYS;
}

/* A complete text has arrived. */
static void end_text(struct diagnostics *diagnostics)
{
    trim(&diagnostics->text);
    xmlNode *instruction = running_instruction(diagnostics);
    if (diagnostics->text.length && diagnostics->file)
        report_at(diagnostics, &MESSAGE_STYLESHEET_INVALID, diagnostics->file, diagnostics->line,
                  buffer_string(&diagnostics->text));
    else if (diagnostics->text.length && instruction)
        diagnostics_report(diagnostics, wording(instruction), instruction,
                           buffer_string(&diagnostics->text));
    else if (diagnostics->text.length)
        report_at(diagnostics, &MESSAGE_STYLESHEET_INVALID, diagnostics->sheet, 0,
                  buffer_string(&diagnostics->text));
    buffer_clear(&diagnostics->text);
}

static void __attribute__((format(printf, 2, 0)))
append_print(struct buffer *text, const char *format, va_list arguments)
{
    char *said = NULL;
    if (vasprintf(&said, format, arguments) >= 0)
        buffer_text(text, said);
    free(said);
}

static void take_text(void *state, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void take_text(void *state, const char *format, ...)
{
    struct diagnostics *diagnostics = state;
    va_list arguments;
    va_start(arguments, format);
    if (strncmp(format, "%s: file %s line %d", 19) == 0) {
        end_text(diagnostics);
        free(diagnostics->file);
        (void)va_arg(arguments, const char *); /* "runtime error" */
        diagnostics->file = memory_copy(va_arg(arguments, const char *));
        diagnostics->line = va_arg(arguments, int);
    } else if (strncmp(format, "%s: ", 4) != 0 && strcmp(format, "%s\n") != 0) {
        append_print(&diagnostics->text, format, arguments);
        size_t used = diagnostics->text.length;
        if (used && diagnostics->text.bytes[used - 1] == '\n') {
            end_text(diagnostics);
            free(diagnostics->file);
            diagnostics->file = NULL;
        }
    }
    va_end(arguments);
}

static void take_error(void *state, xmlError *error)
{
    struct diagnostics *diagnostics = state;
    xmlNode *instruction = running_instruction(diagnostics);
    /* While compiling, libxslt repeats an XPath error with its place; the hook does not know it. */
    if (error->domain == XML_FROM_XPATH && !instruction)
        return;
    struct buffer text = BUFFER_EMPTY;
    buffer_text(&text, error->message ? error->message : "?");
    trim(&text);
    if (error->str1 && error->domain == XML_FROM_XPATH)
        buffer_print(&text, " (%s)", error->str1);
    if (error->domain == XML_FROM_XPATH)
        diagnostics_report(diagnostics, &MESSAGE_STYLESHEET_INVALID, instruction,
                           buffer_string(&text));
    else
        report_at(diagnostics, &MESSAGE_STYLESHEET_INVALID,
                  error->file ? error->file : diagnostics->sheet, error->line,
                  buffer_string(&text));
    buffer_free(&text);
}

/* libxml2 prints some XPath errors a second time through its generic hook. */
static void ignore_text(void *state, const char *format, ...)
{
    (void)state;
    (void)format;
}

void diagnostics_begin(struct diagnostics *diagnostics)
{
    xmlSetStructuredErrorFunc(diagnostics, take_error);
    xmlSetGenericErrorFunc(NULL, ignore_text);
    xsltSetGenericErrorFunc(diagnostics, take_text);
}

void diagnostics_listen(struct diagnostics *diagnostics, xsltTransformContext *transform)
{
    diagnostics->transform = transform;
    xsltSetTransformErrorFunc(transform, diagnostics, take_text);
}

void diagnostics_end(struct diagnostics *diagnostics)
{
    end_text(diagnostics);
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlSetGenericErrorFunc(NULL, NULL);
    xsltSetGenericErrorFunc(NULL, NULL);
    free(diagnostics->file);
    diagnostics->file = NULL;
    buffer_free(&diagnostics->text);
    buffer_free(&diagnostics->told);
}
