/* Images in PDF: PNGs made here and a JPEG made by poppler go in and come out again as they were;
 * hostile ones are refused. */
#include "document.h"

#include <zlib.h>

/* --- Making images
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
    if (length)
        buffer_append(out, data, length);
    put32(out, (uint32_t)crc32(0, (const Bytef *)out->bytes + start, (uInt)(length + 4)));
}

struct png {
    uint32_t width, height;
    unsigned char bits, type, interlace;
    const char *palette;
    size_t palette_length;
    const char *transparency;
    size_t transparency_length;
};

/* A PNG with this header and these rows, each with its filter byte. */
static struct buffer make_png(struct png png, const void *rows, size_t length)
{
    struct buffer out = BUFFER_EMPTY, header = BUFFER_EMPTY;
    unsigned char deflated[256];
    uLongf deflated_length = sizeof deflated;
    assert_int_equal(compress(deflated, &deflated_length, rows, (uLong)length), Z_OK);
    buffer_append(&out, "\x89PNG\r\n\x1A\n", 8);
    put32(&header, png.width);
    put32(&header, png.height);
    unsigned char rest[] = {png.bits ? png.bits : 8, png.type, 0, 0, png.interlace};
    buffer_append(&header, rest, sizeof rest);
    put_chunk(&out, "IHDR", header.bytes, header.length);
    if (png.palette)
        put_chunk(&out, "PLTE", png.palette, png.palette_length);
    if (png.transparency)
        put_chunk(&out, "tRNS", png.transparency, png.transparency_length);
    put_chunk(&out, "IDAT", deflated, deflated_length);
    put_chunk(&out, "IEND", "", 0);
    buffer_free(&header);
    return out;
}

/* Draws the image twice, an inch square, an inch from the page's upper left corner. */
static int draw_image_as(struct buffer bytes, enum pdf_archive archive)
{
    struct document document = begin_as(false, archive);
    const struct device *device = document.device;
    char digest[DIGEST_HEX_SIZE];
    digest_bytes(bytes.bytes, bytes.length, digest);
    begin_page(device, 1, "1");
    struct image image = {.bytes = bytes.bytes,
                          .length = bytes.length,
                          .digest = digest,
                          .x = 72000,
                          .y = 72000,
                          .width = 72000,
                          .height = 72000};
    int result = device->image(device->state, &image);
    if (result == 0) {
        assert_int_equal(device->image(device->state, &image), 0);
        assert_int_equal(device->end_page(device->state), 0);
        end(&document, NULL);
    } else {
        pdf_abandon(document.pdf);
        file_writer_abandon(document.writer);
    }
    buffer_free(&bytes);
    return result;
}

static int draw_image(struct buffer bytes)
{
    return draw_image_as(bytes, PDF_ARCHIVE_2U);
}

/* The colour drawn in the middle of quarter (column, row) of the image. */
static unsigned colour_at(int column, int row)
{
    unsigned char pixel[3];
    char command[256];
    snprintf(command, sizeof command,
             "pdftoppm -r 72 -aa no -aaVector no -x %d -y %d -W 1 -H 1 '%s' | tail -c 3",
             72 + 18 + 36 * column, 72 + 18 + 36 * row, path);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    assert_int_equal(fread(pixel, 1, 3, pipe), 3);
    assert_int_equal(pclose(pipe), 0);
    return (unsigned)pixel[0] << 16 | (unsigned)pixel[1] << 8 | pixel[2];
}

/* --- Those that are drawn
 * ------------------------------------------------------------------------------------------- */

static void a_png_is_drawn_as_it_is_and_stored_once(void **state)
{
    (void)state;
    static const char rows[] = "\0\xFF\0\0\0\0\xFF\0\0\xFF\0\0\0\xFF\0"; /* red blue, green blue */
    struct png png = {.width = 2, .height = 2, .type = 2};
    assert_int_equal(draw_image(make_png(png, rows, 14)), 0);
    assert_sound();
    assert_string_equal(
        answer("pdfimages -list '%s' | tail -n +3 | awk '{print $11}' | sort -u | wc -l"), "1\n");
    assert_int_equal(colour_at(0, 0), 0xFF0000);
    assert_int_equal(colour_at(1, 0), 0x0000FF);
    assert_int_equal(colour_at(0, 1), 0x00FF00);
}

static void an_alpha_channel_becomes_a_soft_mask(void **state)
{
    (void)state;
    /* Row 1 by filter 1 (Sub), row 2 by filter 2 (Up), row 3 by 4 (Paeth), row 4 by 3 (Average) */
    static const unsigned char rows[] = {1, 200, 10, 10, 255, 0, 0, 0,   1, 2, 0, 0,
                                         0, 0,   0,  0,  0,   0, 4, 0,   0, 0, 0, 0,
                                         0, 0,   0,  3,  100, 5, 5, 128, 0, 0, 0, 0};
    struct png png = {.width = 2, .height = 4, .type = 6};
    assert_int_equal(draw_image(make_png(png, rows, sizeof rows)), 0);
    assert_sound();
    assert_non_null(strstr(answer("pdfimages -list '%s'"), "smask"));
    assert_int_equal(colour_at(0, 0), 0xC80A0A); /* opaque */
    assert_int_equal(colour_at(1, 0), 0xFFFFFF); /* 255 + 1 = 0: transparent */
    assert_int_equal(colour_at(0, 1), 0xC80A0A);
}

/* A seal is often saved with a palette: what is transparent there stays so. */
static void a_palette_keeps_its_transparency(void **state)
{
    (void)state;
    struct png png = {.width = 2,
                      .height = 2,
                      .bits = 2,
                      .type = 3,
                      .palette = "\xFF\0\0\0\xFF\0\0\0\xFF",
                      .palette_length = 9,
                      .transparency = "\xFF\0",
                      .transparency_length = 2};
    assert_int_equal(draw_image(make_png(png, "\0\x10\0\x90", 4)), 0); /* 0 1, 2 1 */
    assert_sound();
    assert_int_equal(colour_at(0, 0), 0xFF0000);
    assert_int_equal(colour_at(1, 0), 0xFFFFFF);
    assert_int_equal(colour_at(0, 1), 0x0000FF);
    assert_int_equal(colour_at(1, 1), 0xFFFFFF);
}

/* PDF/A-1 allows no transparency: what was transparent lies on white, in eight bits a sample. */
static void without_transparency_images_lie_on_white(void **state)
{
    (void)state;
    static const char half[] = "\0\x80\0\0\x80\0\0\xFF\0"; /* a half red, a clear blue */
    struct png alpha = {.width = 2, .height = 1, .type = 6};
    assert_int_equal(draw_image_as(make_png(alpha, half, 9), PDF_ARCHIVE_1B), 0);
    assert_sound();
    assert_null(strstr(answer("pdfimages -list '%s'"), "smask"));
    assert_int_equal(colour_at(0, 0), 0xBF7F7F);
    assert_int_equal(colour_at(1, 0), 0xFFFFFF);
    struct png palette = {.width = 2,
                          .height = 1,
                          .bits = 1,
                          .type = 3,
                          .palette = "\xFF\0\0\0\xFF\0",
                          .palette_length = 6,
                          .transparency = "\xFF\0",
                          .transparency_length = 2};
    assert_int_equal(draw_image_as(make_png(palette, "\0\x40", 2), PDF_ARCHIVE_1B), 0);
    assert_int_equal(colour_at(0, 0), 0xFF0000);
    assert_int_equal(colour_at(1, 0), 0xFFFFFF);
    struct png deep = {.width = 1, .height = 1, .bits = 16, .type = 2};
    assert_int_equal(draw_image_as(make_png(deep, "\0\x12\x34\x56\x78\x9A\xBC", 7), PDF_ARCHIVE_1B),
                     0);
    assert_int_equal(colour_at(0, 0), 0x12569A);
}

static void one_colour_may_be_transparent(void **state)
{
    (void)state;
    struct png png = {.width = 2,
                      .height = 1,
                      .type = 2,
                      .transparency = "\0\x01\0\x02\0\x03",
                      .transparency_length = 6};
    assert_int_equal(draw_image(make_png(png, "\0\x01\x02\x03\x7F\0\0", 7)), 0);
    assert_sound();
    assert_int_equal(colour_at(0, 0), 0xFFFFFF);
    assert_int_equal(colour_at(1, 0), 0x7F0000);
}

/* Poppler makes the JPEG, from a document of ours. */
static struct buffer make_jpeg(void)
{
    struct buffer jpeg = BUFFER_EMPTY;
    struct document document = begin(false);
    begin_page(document.device, 1, "1");
    draw(document.device, "黑体", 1000, 16000, "照片");
    assert_int_equal(document.device->end_page(document.device->state), 0);
    end(&document, NULL);
    size_t length = strtoul(answer("pdftoppm -jpeg -r 20 -W 40 -H 20 '%s' | wc -c"), NULL, 10);
    char *bytes = answer("pdftoppm -jpeg -r 20 -W 40 -H 20 '%s'");
    buffer_append(&jpeg, bytes, length);
    return jpeg;
}

static void a_jpeg_goes_in_byte_for_byte(void **state)
{
    (void)state;
    struct buffer jpeg = make_jpeg(), copy = BUFFER_EMPTY;
    buffer_append(&copy, jpeg.bytes, jpeg.length);
    assert_int_equal(draw_image(jpeg), 0);
    assert_sound();
    answer("cd \"$(dirname '%s')\" && pdfimages -all a.pdf a.pdf-image");
    char name[SCRATCH_PATH_SIZE];
    in_folder(name, "a.pdf-image-000.jpg");
    FILE *file = fopen(name, "rb");
    assert_non_null(file);
    char *out = calloc(1, copy.length + 1);
    assert_non_null(out);
    assert_int_equal(fread(out, 1, copy.length + 1, file), copy.length);
    assert_memory_equal(out, copy.bytes, copy.length);
    assert_int_equal(fclose(file), 0);
    free(out);
    buffer_free(&copy);
}

/* --- Those that are refused
 * -------------------------------------------------------------------------------------- */

enum { END_CHUNK = 12 };

static void hostile_pngs_are_refused(void **state)
{
    (void)state;
    static const char row[] = "\0\x01\x02\x03\x04\x05\x06\x07\x08";
    static const struct png hostile[] = {
        {.width = 30000, .height = 30000, .type = 6}, /* more than the data can hold */
        {.width = 2, .height = 2, .type = 6, .interlace = 1},
        {.width = 0, .height = 2, .type = 2},
        {.width = 0xFFFFFFFF, .height = 2, .type = 2},
        {.width = 2, .height = 2, .type = 1},
        {.width = 2, .height = 2, .type = 7},
        {.width = 2, .height = 1, .type = 2, .bits = 4},
        {.width = 2, .height = 1, .type = 0, .bits = 3},
        {.width = 4, .height = 4, .type = 4}, /* too few rows */
        {.width = 4, .height = 4, .type = 2},
        {.width = 2, .height = 1, .type = 3},                                      /* no palette */
        {.width = 2, .height = 1, .type = 3, .palette = "ab", .palette_length = 2} /* half one */
    };
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
        if (draw_image(make_png(hostile[i], row, 9)) != 1)
            fail_msg("hostile PNG %zu was taken", i);
    struct png bad_filter = {.width = 2, .height = 1, .type = 2};
    assert_int_equal(draw_image(make_png(bad_filter, "\x05\1\2\3\4\5\6", 7)), 1);
}

/* Whatever byte is wrong before the end of the pixels: the chunks' CRC tell. */
static void damaged_pngs_are_refused(void **state)
{
    (void)state;
    struct png png = {.width = 2, .height = 2, .type = 2};
    struct buffer whole = make_png(png, "\0\xFF\0\0\0\0\xFF\0\0\xFF\0\0\xFF\0", 14);
    for (size_t at = 0; at + END_CHUNK < whole.length; at++) {
        struct buffer damaged = BUFFER_EMPTY;
        buffer_append(&damaged, whole.bytes, whole.length);
        damaged.bytes[at] ^= 0x10;
        assert_int_equal(draw_image(damaged), 1);
    }
    buffer_free(&whole);
}

/* Every prefix of a file that was sound. */
static void cut_images_are_refused(void **state)
{
    (void)state;
    struct png png = {.width = 2, .height = 2, .type = 2};
    struct buffer whole = make_png(png, "\0\xFF\0\0\0\0\xFF\0\0\xFF\0\0\xFF\0", 14);
    for (size_t length = 0; length + 40 < whole.length; length++) {
        struct buffer part = BUFFER_EMPTY;
        buffer_append(&part, whole.bytes, length);
        assert_int_equal(draw_image(part), 1);
    }
    buffer_free(&whole);
    struct buffer jpeg = make_jpeg();
    for (size_t length = 0; length < 100; length++) {
        struct buffer part = BUFFER_EMPTY;
        buffer_append(&part, jpeg.bytes, length);
        assert_int_equal(draw_image(part), 1);
    }
    buffer_free(&jpeg);
}

/* PDF/A with an sRGB intent has no place for four inks. */
static void a_cmyk_jpeg_is_refused(void **state)
{
    (void)state;
    static const char frame[] = "\xFF\xD8\xFF\xC0\0\x14\x08\0\x08\0\x08\x04"
                                "\1\x11\0\2\x11\0\3\x11\0\4\x11\0\xFF\xD9";
    struct buffer jpeg = BUFFER_EMPTY;
    buffer_append(&jpeg, frame, sizeof frame - 1);
    assert_int_equal(draw_image(jpeg), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_png_is_drawn_as_it_is_and_stored_once),
        cmocka_unit_test(an_alpha_channel_becomes_a_soft_mask),
        cmocka_unit_test(a_palette_keeps_its_transparency),
        cmocka_unit_test(without_transparency_images_lie_on_white),
        cmocka_unit_test(one_colour_may_be_transparent),
        cmocka_unit_test(a_jpeg_goes_in_byte_for_byte),
        cmocka_unit_test(hostile_pngs_are_refused),
        cmocka_unit_test(damaged_pngs_are_refused),
        cmocka_unit_test(cut_images_are_refused),
        cmocka_unit_test(a_cmyk_jpeg_is_refused),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
