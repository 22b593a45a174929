/* What is kept from one document to the next shows in none: every document of tests/layout makes
 * the same marks and findings when it comes after others, and when it comes again, as when it is
 * formatted alone. Twice over, forwards and backwards, so that each meets what both its neighbours
 * left. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <glob.h>

#include "base/file.h"
#include "base/xml.h"
#include "draw/trace.h"
#include "format/format.h"
#include "format/lasting.h"

enum { IMAGE_LIMIT = 64, IMAGE_SIZE_LIMIT = 1024 * 1024 };

static struct font_set *fonts;
static struct arena *arena;

static struct picture {
    const char *uri;
    struct buffer bytes;
    char digest[DIGEST_HEX_SIZE];
} images[IMAGE_LIMIT];
static size_t image_count;

/* A format_fetch for what lies beside the documents. */
static int fetch(void *state, const char *uri, const void **bytes, size_t *length,
                 const char **digest)
{
    (void)state;
    size_t i = 0;
    while (i < image_count && strcmp(images[i].uri, uri) != 0)
        i++;
    if (i == image_count) {
        const char *path = arena_print(arena, "tests/layout/%s", uri);
        if (i == IMAGE_LIMIT || !file_exists(path) ||
            file_read(path, IMAGE_SIZE_LIMIT, &images[i].bytes) != 0)
            return -1;
        images[i].uri = arena_copy(arena, uri);
        digest_bytes(images[i].bytes.bytes, images[i].bytes.length, images[i].digest);
        image_count++;
    }
    *bytes = images[i].bytes.bytes;
    *length = images[i].bytes.length;
    *digest = images[i].digest;
    return 0;
}

/* Marks and findings of the document. */
static struct buffer format_file(const char *path, struct lasting *lasting)
{
    struct buffer text = BUFFER_EMPTY;
    struct arena *own = arena_new();
    struct finding_list *findings = finding_list_new(own);
    xmlDoc *document = xml_read_definition(path, NULL, findings);
    assert_non_null(document);
    struct trace_device *trace = trace_open(&text);
    const struct format_request request = {.source = fo_source_tree(document),
                                           .fonts = fonts,
                                           .device = trace_as_device(trace),
                                           .findings = findings,
                                           .file = path,
                                           .accessible = strstr(path, "-accessible.") != NULL,
                                           .relaxed = strstr(path, "-relaxed.") != NULL,
                                           .lasting = lasting,
                                           .fetch = fetch};
    struct format_result result = {0};
    assert_int_equal(format_document(&request, &result), 0);
    trace_close(trace);
    for (size_t i = 0; i < finding_count(findings); i++)
        finding_write_json(&text, finding_at(findings, i));
    xmlFreeDoc(document);
    arena_free(own);
    return text;
}

static void what_lasts_shows_in_no_document(void **state)
{
    (void)state;
    glob_t found;
    assert_int_equal(glob("tests/layout/*.fo", 0, NULL, &found), 0);
    struct lasting *lasting = lasting_new(fonts);
    for (size_t i = 0; i < 2 * found.gl_pathc; i++) {
        const char *path = found.gl_pathv[i < found.gl_pathc ? i : 2 * found.gl_pathc - 1 - i];
        struct buffer alone = format_file(path, NULL), after = format_file(path, lasting);
        if (strcmp(buffer_string(&alone), buffer_string(&after)) != 0)
            fail_msg("%s: alone\n%s\nafter others\n%s", path, buffer_string(&alone),
                     buffer_string(&after));
        buffer_free(&alone);
        buffer_free(&after);
    }
    lasting_free(lasting);
    globfree(&found);
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    fonts = font_set_read("fonts/font-set.xml", "fonts/files", NULL, NULL, finding_list_new(arena));
    return fonts ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    for (size_t i = 0; i < image_count; i++)
        buffer_free(&images[i].bytes);
    font_set_free(fonts);
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_lasts_shows_in_no_document)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
