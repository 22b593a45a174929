/* Documents for the tests of the PDF device, made through it as the formatter would with the real
 * faces, and questions to the programs that judge them. */
#ifndef YINFA_TESTS_DRAW_DOCUMENT_H
#define YINFA_TESTS_DRAW_DOCUMENT_H

#include "../base/scratch_folder.h"
#include "../type/real_fonts.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/utf8.h"
#include "draw/pdf.h"

static char path[SCRATCH_PATH_SIZE];

static inline int start(void **state)
{
    if (read_fonts(state) != 0 || make_folder(state) != 0)
        return -1;
    in_folder(path, "a.pdf");
    return 0;
}

static inline int finish(void **state)
{
    free_fonts(state);
    return remove_folder(state);
}

/* --- Making documents
 * ------------------------------------------------------------------------------ */

static inline int to_file(void *state, const void *bytes, size_t length)
{
    return file_writer_write(state, bytes, length);
}

struct document {
    struct file_writer *writer;
    struct pdf_device *pdf;
    const struct device *device;
};

static inline struct document begin_as(bool tagged, enum pdf_archive archive)
{
    struct document document;
    struct pdf_options options = {.title = "测试 <&> 𬱖",
                                  .author = "样例质量协会",
                                  .date = "2024-01-10",
                                  .language = "zh-CN",
                                  .number = "2024-00017",
                                  .tagged = tagged,
                                  .claims.archive = archive};
    assert_int_equal(file_writer_open(path, 0600, &document.writer), 0);
    document.pdf = pdf_open(to_file, document.writer, &options);
    document.device = pdf_as_device(document.pdf);
    return document;
}

static inline struct document begin(bool tagged)
{
    return begin_as(tagged, PDF_ARCHIVE_2U);
}

static inline void end(struct document *document, char hex[DIGEST_HEX_SIZE])
{
    assert_int_equal(pdf_close(document->pdf), 0);
    assert_int_equal(file_writer_commit(document->writer, false, hex), 0);
}

static inline void begin_page(const struct device *device, unsigned number, const char *label)
{
    struct page_geometry page = {
        .number = number, .label = label, .width = 595276, .height = 841890};
    assert_int_equal(device->begin_page(device->state, &page), 0);
}

/* Puts the digit 2 into a place reserved for a number known later. */
static inline int settle_two(const struct device *device, unsigned place)
{
    uint32_t glyph_id;
    struct font_face *face = font_chain_face(font_set_chain(fonts, "宋体", false, false, NULL), '2',
                                             0, false, &glyph_id);
    struct glyph glyph = {.id = glyph_id, .advance = 8000};
    struct glyph_run run = {.face = face,
                            .size = 14000,
                            .x = 300000,
                            .y = 800000,
                            .glyphs = &glyph,
                            .count = 1,
                            .text = "2",
                            .length = 1};
    return device->settle(device->state, place, &run);
}

/* One run per character: what it looks like to the device is the same as laid-out text. */
static inline void draw(const struct device *device, const char *family, millipoint x, millipoint y,
                        const char *text)
{
    const struct font_chain *chain = font_set_chain(fonts, family, false, false, NULL);
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

static inline void tag(const struct device *device, enum structure_type type, unsigned key)
{
    struct structure_tag structure = {
        .type = type, .key = key, .level = 1, .columns = 1, .rows = 1};
    assert_int_equal(device->begin_tag(device->state, &structure), 0);
}

static inline void end_tag(const struct device *device)
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

static inline void assert_sound(void)
{
    char *said = answer("qpdf --check '%s' 2>&1");
    assert_non_null(strstr(said, "No syntax or stream encoding errors found"));
    assert_null(strstr(said, "WARNING"));
}

#endif
