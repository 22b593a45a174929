/* Formats one document with the devices that users have. The font set is kept between inputs, as it
 * is between the documents of a batch. */
#include "formatting.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/xml.h"
#include "draw/pdf.h"
#include "draw/trace.h"
#include "format/format.h"

static struct font_set *fonts;

static void say_nothing(void *state, const char *format, ...)
{
    (void)state;
    (void)format;
}

void formatting_prepare(void)
{
    xml_guard_install();
    xml_allow_folder("fonts");
    struct arena *arena = arena_new();
    fonts = font_set_read("fonts/font-set.xml", "fonts/files", NULL, NULL, finding_list_new(arena));
    arena_free(arena);
    if (!fonts) {
        fprintf(stderr,
                "fuzz: no font set here; run it in the project's folder after make fonts\n");
        exit(3);
    }
    xmlSetGenericErrorFunc(NULL, say_nothing);
}

struct picture {
    const void *bytes;
    size_t length;
};

static int fetch(void *state, const char *uri, const void **bytes, size_t *length,
                 const char **digest)
{
    (void)uri;
    const struct picture *picture = state;
    if (!picture->bytes)
        return -1;
    *bytes = picture->bytes;
    *length = picture->length;
    *digest = "0000000000000000000000000000000000000000000000000000000000000000";
    return 0;
}

static int swallow(void *state, const void *bytes, size_t length)
{
    (void)state;
    (void)bytes;
    (void)length;
    return 0;
}

static bool run_trace(struct format_request *request)
{
    struct buffer text = BUFFER_EMPTY;
    struct trace_device *trace = trace_open(&text);
    struct format_result result = {0};
    request->device = trace_as_device(trace);
    if (format_document(request, &result) != 0 && !result.failed)
        abort();
    trace_close(trace);
    buffer_free(&text);
    return !result.failed;
}

static void run_pdf(struct format_request *request)
{
    struct pdf_device *pdf =
        pdf_open(swallow, NULL, &(struct pdf_options){.title = "fuzz", .tagged = true});
    struct format_result result = {0};
    request->device = pdf_as_device(pdf);
    if (format_document(request, &result) != 0 || pdf_close(pdf) != 0)
        abort();
}

void formatting_run(const xmlDoc *document, const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new();
    struct picture picture = {bytes, length};
    struct format_request request = {.source = fo_source_tree(document),
                                     .fonts = fonts,
                                     .findings = finding_list_new(arena),
                                     .file = "fuzz.fo",
                                     .relaxed = true,
                                     .fetch = fetch,
                                     .fetch_state = &picture};
    if (run_trace(&request))
        run_pdf(&request);
    arena_free(arena);
}
