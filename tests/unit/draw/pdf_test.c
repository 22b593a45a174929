/* The PDF device, judged by other programs: qpdf for syntax, poppler and mupdf for text, pdffonts
 * for embedding, a raster for what is really drawn. The documents are made through the device as
 * the formatter would. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <sys/resource.h>
#include <zlib.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "draw/pdf.h"
#include "type/font_set.h"

static char folder[] = "/tmp/yinfa-pdf-test-XXXXXX";
static char path[64];
static struct arena *arena;
static struct font_set *set;

static int start(void **state)
{
    (void)state;
    xml_guard_install();
    xml_allow_folder("fonts");
    arena = arena_new();
    set = font_set_read("fonts/font-set.xml", "fonts/files", NULL, NULL, finding_list_new(arena));
    if (!set || !mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/a.pdf", folder);
    return 0;
}

static int finish(void **state)
{
    (void)state;
    char command[128];
    font_set_free(set);
    arena_free(arena);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

/* --- Making documents
 * ------------------------------------------------------------------------------ */

static int to_file(void *state, const void *bytes, size_t length)
{
    return file_writer_write(state, bytes, length);
}

struct document {
    struct file_writer *writer;
    struct pdf_device *pdf;
    const struct device *device;
};

static struct document begin(bool tagged)
{
    struct document document;
    struct pdf_options options = {.title = "测试 <&> 𬱖",
                                  .author = "样例质量协会",
                                  .date = "2024-01-10",
                                  .language = "zh-CN",
                                  .number = "2024-00017",
                                  .tagged = tagged};
    assert_int_equal(file_writer_open(path, 0600, &document.writer), 0);
    document.pdf = pdf_open(to_file, document.writer, &options);
    document.device = pdf_as_device(document.pdf);
    return document;
}

static void end(struct document *document, char hex[DIGEST_HEX_SIZE])
{
    assert_int_equal(pdf_close(document->pdf), 0);
    assert_int_equal(file_writer_commit(document->writer, false, hex), 0);
}

static void begin_page(const struct device *device, unsigned number, const char *label)
{
    struct page_geometry page = {
        .number = number, .label = label, .width = 595276, .height = 841890};
    assert_int_equal(device->begin_page(device->state, &page), 0);
}

/* One run per character: what it looks like to the device is the same as laid-out text. */
static void draw(const struct device *device, const char *family, millipoint x, millipoint y,
                 const char *text)
{
    const struct font_chain *chain = font_set_chain(set, family, false, false, NULL);
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        uint32_t code_point, glyph_id;
        size_t used = utf8_decode(text + at, length - at, &code_point);
        struct font_face *face = font_chain_face(chain, code_point, 0, true, &glyph_id);
        assert_non_null(face);
        struct glyph glyph = {.id = glyph_id, .advance = font_face_advance(face, glyph_id, 16000)};
        struct glyph_run run = {.face = face,
                                .size = 16000,
                                .x = x,
                                .y = y,
                                .glyphs = &glyph,
                                .count = 1,
                                .text = text + at,
                                .length = used};
        assert_int_equal(device->glyphs(device->state, &run), 0);
        x += glyph.advance;
        at += used;
    }
}

static void tag(const struct device *device, enum structure_type type, unsigned key)
{
    struct structure_tag structure = {
        .type = type, .key = key, .level = 1, .columns = 1, .rows = 1};
    assert_int_equal(device->begin_tag(device->state, &structure), 0);
}

static void end_tag(const struct device *device)
{
    assert_int_equal(device->end_tag(device->state), 0);
}

/* --- Asking other programs
 * ------------------------------------------------------------------------- */

/* The standard output of a shell command with the file's name for %s; the command must succeed. */
static char *answer(const char *format)
{
    static char output[1 << 16];
    char command[512];
    snprintf(command, sizeof command, format, path);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t length = fread(output, 1, sizeof output - 1, pipe);
    output[length] = '\0';
    if (pclose(pipe) != 0)
        fail_msg("%s\n%s", command, output);
    return output;
}

static void assert_sound(void)
{
    char *said = answer("qpdf --check '%s' 2>&1");
    assert_non_null(strstr(said, "No syntax or stream encoding errors found"));
    assert_null(strstr(said, "WARNING"));
}

static void rare_characters_are_extracted_and_embedded(void **state)
{
    (void)state;
    struct document document = begin(false);
    const char *text = "姓名：王䶮𬱖，“甲—乙”·…GB/T 9704";
    begin_page(document.device, 1, "1");
    draw(document.device, "Times New Roman, 仿宋", 80000, 160000, text);
    draw(document.device, "小标宋", 80000, 200000, "质量经理");
    draw(document.device, "楷体", 80000, 240000, "特发此证");
    assert_int_equal(document.device->end_page(document.device->state), 0);
    end(&document, NULL);
    assert_sound();
    assert_non_null(strstr(answer("pdftotext '%s' -"), text));
    assert_non_null(strstr(answer("mutool draw -q -F txt '%s' 2>/dev/null"), text));
    assert_string_equal(answer("pdffonts '%s' | tail -n +3 | grep -vcE 'yes +yes +yes' || true"),
                        "0\n");
}

/* Extraction proves nothing about drawing: the place where the rare name stands must have ink. */
static void every_character_leaves_ink(void **state)
{
    (void)state;
    static const char *const characters[] = {"国", "䶮", "𬱖", "A", "7", "，", "—"};
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        struct document document = begin(false);
        begin_page(document.device, 1, "1");
        draw(document.device, "Times New Roman, 仿宋", 80000, 160000, characters[i]);
        assert_int_equal(document.device->end_page(document.device->state), 0);
        end(&document, NULL);
        long ink =
            strtol(answer("pdftoppm -r 72 -gray -x 78 -y 140 -W 24 -H 26 '%s' | tail -c +12 |"
                          " tr -d '\\377' | wc -c"),
                   NULL, 10);
        if (ink < 8)
            fail_msg("%s left %ld grey pixels", characters[i], ink);
    }
}

static void the_same_calls_give_the_same_bytes_and_an_id_from_them(void **state)
{
    (void)state;
    char first[DIGEST_HEX_SIZE], second[DIGEST_HEX_SIZE];
    for (int i = 0; i < 2; i++) {
        struct document document = begin(true);
        begin_page(document.device, 1, "1");
        draw(document.device, "仿宋", 80000, 160000, "印发");
        assert_int_equal(document.device->end_page(document.device->state), 0);
        end(&document, i ? second : first);
    }
    assert_string_equal(first, second);
    assert_non_null(strstr(answer("pdfinfo '%s'"), "样例质量协会"));
    char *metadata = answer("pdfinfo -meta '%s'");
    assert_non_null(strstr(metadata, "测试 &lt;&amp;&gt; 𬱖"));
    assert_non_null(strstr(metadata, "<yinfa:number>2024-00017</yinfa:number>"));
    assert_non_null(strstr(metadata, "<pdfaid:part>2</pdfaid:part>"));
}

/* A table cell that goes on over the page is one structure element; furniture is an artifact. */
static void tags_continue_across_pages_and_artifacts_stay_out(void **state)
{
    (void)state;
    struct document document = begin(true);
    const struct device *device = document.device;
    for (unsigned page = 1; page <= 2; page++) {
        begin_page(device, page, page == 1 ? "1" : "2");
        tag(device, STRUCTURE_ARTIFACT, 0);
        draw(device, "仿宋", 80000, 40000, "页眉");
        end_tag(device);
        if (page == 1) {
            tag(device, STRUCTURE_HEADING, 1);
            draw(device, "仿宋", 80000, 80000, "标题");
            end_tag(device);
        }
        tag(device, STRUCTURE_TABLE, 2);
        tag(device, STRUCTURE_TABLE_ROW, 3);
        tag(device, STRUCTURE_TABLE_CELL, 4);
        draw(device, "仿宋", 80000, 120000, page == 1 ? "上半" : "下半");
        end_tag(device);
        end_tag(device);
        end_tag(device);
        assert_int_equal(device->end_page(device->state), 0);
    }
    end(&document, NULL);
    assert_sound();
    char *tree = answer("pdfinfo -struct-text '%s'");
    assert_null(strstr(tree, "页眉"));
    assert_non_null(strstr(tree, "H1"));
    char *first_cell = strstr(tree, "TD");
    assert_non_null(first_cell);
    assert_null(strstr(first_cell + 1, "TD"));
    assert_non_null(strstr(first_cell, "上半"));
    assert_non_null(strstr(first_cell, "下半"));
}

/* The total of pages stands on page 1 although it is known last; pages do not wait for it. */
static void a_number_known_later_stands_where_it_was_reserved(void **state)
{
    (void)state;
    struct document document = begin(true);
    const struct device *device = document.device;
    unsigned id;
    begin_page(device, 1, "1");
    assert_int_equal(device->later(device->state, &id), 0);
    assert_int_equal(device->end_page(device->state), 0);
    begin_page(device, 2, "2");
    assert_int_equal(device->end_page(device->state), 0);
    uint32_t glyph_id;
    struct font_face *face =
        font_chain_face(font_set_chain(set, "宋体", false, false, NULL), '2', 0, false, &glyph_id);
    struct glyph glyph = {.id = glyph_id, .advance = 8000};
    struct glyph_run run = {.face = face,
                            .size = 14000,
                            .x = 300000,
                            .y = 800000,
                            .glyphs = &glyph,
                            .count = 1,
                            .text = "2",
                            .length = 1};
    assert_int_equal(device->settle(device->state, id, &run), 0);
    end(&document, NULL);
    assert_sound();
    char *words = answer("pdftotext -f 1 -l 1 -bbox '%s' -");
    char *word = strstr(words, "<word xMin=\"300.");
    assert_non_null(word);
    assert_non_null(strstr(word, ">2</word>"));
}

static void links_bookmarks_and_labels_lead_to_their_pages(void **state)
{
    (void)state;
    struct document document = begin(true);
    const struct device *device = document.device;
    static const char *const labels[] = {"封面", "1", "2", "3"};
    for (unsigned page = 1; page <= 4; page++) {
        begin_page(device, page, labels[page - 1]);
        struct link link = {.kind = LINK_PAGE, .page = 4, .width = 9000, .height = 9000};
        struct link uri = {.kind = LINK_URI, .uri = "urn:x", .width = 9000, .height = 9000};
        assert_int_equal(device->link(device->state, page == 1 ? &link : &uri), 0);
        struct bookmark bookmark = {.title = "第一章", .level = page == 1 ? 1 : 2, .page = page};
        assert_int_equal(device->bookmark(device->state, &bookmark), 0);
        assert_int_equal(device->end_page(device->state), 0);
    }
    end(&document, NULL);
    assert_sound();
    char *outline = answer("mutool show '%s' outline");
    assert_non_null(strstr(outline, "第一章"));
    char *labelled = answer("qpdf --json '%s' | grep -A3 '\"label\"' | head -40");
    assert_non_null(strstr(labelled, "封面"));
    assert_non_null(strstr(labelled, "\"/D\""));
}

static void repeated_art_is_stored_once(void **state)
{
    (void)state;
    struct document document = begin(false);
    const struct device *device = document.device;
    enum path_verb verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    static const millipoint points[][2] = {{0, 0}, {50000, 0}, {0, 50000}};
    struct path path_drawn = {.verbs = verbs,
                              .verb_count = 4,
                              .points = points,
                              .point_count = 3,
                              .fill = {255, 0, 0, false},
                              .stroke = {.none = true}};
    for (unsigned page = 1; page <= 3; page++) {
        begin_page(device, page, "1");
        int known = device->begin_group(device->state, "seal", 100000, 100000);
        assert_int_equal(known, page == 1 ? 0 : 1);
        if (!known)
            assert_int_equal(device->path(device->state, &path_drawn), 0);
        assert_int_equal(device->end_group(device->state), 0);
        assert_int_equal(device->end_page(device->state), 0);
    }
    end(&document, NULL);
    assert_sound();
    assert_string_equal(
        answer("qpdf --qdf --object-streams=disable '%s' - | grep -ac '/Subtype /Form'"), "1\n");
    long ink =
        strtol(answer("pdftoppm -f 3 -l 3 -r 72 -gray -x 101 -y 101 -W 10 -H 10 '%s' | tail -c"
                      " 100 | tr -d '\\377' | wc -c"),
               NULL, 10);
    assert_int_equal(ink, 100);
}

/* --- Images
 * ---------------------------------------------------------------------------------------- */

static void put32(struct buffer *out, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buffer_byte(out, (char)(value >> shift & 0xFF));
}

static void put_chunk(struct buffer *out, const char *type, const void *data, size_t length)
{
    put32(out, (uint32_t)length);
    size_t start = out->length;
    buffer_append(out, type, 4);
    buffer_append(out, data, length);
    put32(out, (uint32_t)crc32(0, (const Bytef *)out->bytes + start, (uInt)(length + 4)));
}

/* A PNG whose header says width × height; the pixels of the first rows follow. */
static struct buffer make_png(uint32_t width, uint32_t height, unsigned char type,
                              unsigned char interlace, const unsigned char *rows, size_t length)
{
    struct buffer png = BUFFER_EMPTY, header = BUFFER_EMPTY;
    unsigned char deflated[256];
    uLongf deflated_length = sizeof deflated;
    assert_int_equal(compress(deflated, &deflated_length, rows, (uLong)length), Z_OK);
    buffer_append(&png, "\x89PNG\r\n\x1A\n", 8);
    put32(&header, width);
    put32(&header, height);
    unsigned char rest[] = {8, type, 0, 0, interlace};
    buffer_append(&header, rest, sizeof rest);
    put_chunk(&png, "IHDR", header.bytes, header.length);
    put_chunk(&png, "IDAT", deflated, deflated_length);
    put_chunk(&png, "IEND", "", 0);
    buffer_free(&header);
    return png;
}

static int draw_png(struct buffer png)
{
    struct document document = begin(false);
    const struct device *device = document.device;
    begin_page(device, 1, "1");
    struct image image = {.bytes = png.bytes,
                          .length = png.length,
                          .digest = "d",
                          .x = 100000,
                          .y = 100000,
                          .width = 72000,
                          .height = 72000};
    int result = device->image(device->state, &image);
    if (result == 0 && device->image(device->state, &image) == 0 &&
        device->end_page(device->state) == 0)
        end(&document, NULL);
    else {
        pdf_abandon(document.pdf);
        file_writer_abandon(document.writer);
    }
    buffer_free(&png);
    return result;
}

static void pngs_with_and_without_alpha_are_drawn_once_stored(void **state)
{
    (void)state;
    static const unsigned char colour[] = {0, 255, 0, 0, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0};
    assert_int_equal(draw_png(make_png(2, 2, 2, 0, colour, sizeof colour)), 0);
    assert_sound();
    assert_string_equal(
        answer("pdfimages -list '%s' | tail -n +3 | awk '{print $11}' | sort -u | wc -l"), "1\n");
    /* row 1 by filter 1 (Sub), row 2 by filter 2 (Up): one red pixel opaque, one transparent */
    static const unsigned char alpha[] = {1, 255, 0, 0, 255, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0};
    assert_int_equal(draw_png(make_png(2, 2, 6, 0, alpha, sizeof alpha)), 0);
    assert_sound();
    assert_non_null(strstr(answer("pdfimages -list '%s'"), "smask"));
}

static void hostile_pngs_are_refused(void **state)
{
    (void)state;
    static const unsigned char row[] = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    assert_int_equal(draw_png(make_png(30000, 30000, 6, 0, row, sizeof row)), -1);
    assert_int_equal(draw_png(make_png(2, 2, 6, 1, row, sizeof row)), -1);
    assert_int_equal(draw_png(make_png(0, 2, 2, 0, row, sizeof row)), -1);
    assert_int_equal(draw_png(make_png(0xFFFFFFFF, 2, 2, 0, row, sizeof row)), -1);
    assert_int_equal(draw_png(make_png(2, 2, 1, 0, row, sizeof row)), -1);
    assert_int_equal(draw_png(make_png(4, 4, 4, 0, row, sizeof row)), -1); /* too few rows */
    struct buffer text = BUFFER_EMPTY;
    buffer_text(&text, "not an image at all, but long enough to be looked at");
    assert_int_equal(draw_png(text), -1);
}

/* A page leaves memory when it is done; the page tree goes beyond libharu's 32 768. */
static void forty_thousand_pages_take_flat_memory(void **state)
{
    (void)state;
    struct rusage before, after;
    struct document document = begin(false);
    for (unsigned page = 1; page <= 40000; page++) {
        char label[12];
        snprintf(label, sizeof label, "%u", page);
        begin_page(document.device, page, label);
        draw(document.device, "仿宋", 80000, 160000, "第");
        assert_int_equal(document.device->end_page(document.device->state), 0);
        if (page == 1000)
            getrusage(RUSAGE_SELF, &before);
    }
    end(&document, NULL);
    getrusage(RUSAGE_SELF, &after);
#ifndef __SANITIZE_ADDRESS__ /* which keeps freed memory for a while */
    assert_true(after.ru_maxrss - before.ru_maxrss < 40 * 1024); /* kB: 1 kB a page at the most */
#endif
    assert_non_null(strstr(answer("pdfinfo '%s'"), "Pages:           40000"));
    assert_non_null(strstr(answer("pdftotext -f 39999 -l 40000 '%s' -"), "第"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rare_characters_are_extracted_and_embedded),
        cmocka_unit_test(every_character_leaves_ink),
        cmocka_unit_test(the_same_calls_give_the_same_bytes_and_an_id_from_them),
        cmocka_unit_test(tags_continue_across_pages_and_artifacts_stay_out),
        cmocka_unit_test(a_number_known_later_stands_where_it_was_reserved),
        cmocka_unit_test(links_bookmarks_and_labels_lead_to_their_pages),
        cmocka_unit_test(repeated_art_is_stored_once),
        cmocka_unit_test(pngs_with_and_without_alpha_are_drawn_once_stored),
        cmocka_unit_test(hostile_pngs_are_refused),
        cmocka_unit_test(forty_thousand_pages_take_flat_memory),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
