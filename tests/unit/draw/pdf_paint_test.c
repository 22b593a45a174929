/* What the PDF device paints, judged by the raster that poppler makes of it: gradients,
 * transparency, line ends, art that does not take its colours from what stood before it, text that
 * leans, grows heavy or lies along any line. */
#include "document.h"

static const enum path_verb rectangle_verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE,
                                                 PATH_CLOSE};

/* A rectangle of a hundred points at (100, 100) with what `as` says of paint. */
static void draw_square(const struct device *device, struct path as)
{
    static const millipoint corners[][2] = {
        {100000, 100000}, {200000, 100000}, {200000, 200000}, {100000, 200000}};
    as.verbs = rectangle_verbs;
    as.verb_count = 5;
    as.points = corners;
    as.point_count = 4;
    assert_int_equal(device->path(device->state, &as), 0);
}

static void draw_line(const struct device *device, struct path as)
{
    static const enum path_verb verbs[] = {PATH_MOVE, PATH_LINE};
    static const millipoint ends[][2] = {{100000, 100000}, {200000, 100000}};
    as.verbs = verbs;
    as.verb_count = 2;
    as.points = ends;
    as.point_count = 2;
    as.fill.none = true;
    assert_int_equal(device->path(device->state, &as), 0);
}

struct pixel {
    int red, green, blue;
};

/* The colour at a point of page 1, a pixel a point. */
static struct pixel look(int x, int y)
{
    char command[160];
    snprintf(command, sizeof command,
             "pdftoppm -r 72 -x %d -y %d -W 1 -H 1 '%%s' | tail -c 3 | od -An -tu1", x, y);
    struct pixel pixel;
    assert_int_equal(sscanf(answer(command), "%d %d %d", &pixel.red, &pixel.green, &pixel.blue), 3);
    return pixel;
}

static void assert_near(struct pixel pixel, int red, int green, int blue)
{
    if (abs(pixel.red - red) > 6 || abs(pixel.green - green) > 6 || abs(pixel.blue - blue) > 6)
        fail_msg("%d %d %d instead of %d %d %d", pixel.red, pixel.green, pixel.blue, red, green,
                 blue);
}

static struct document one_page(void)
{
    struct document document = begin(false);
    begin_page(document.device, 1, "1");
    return document;
}

static void close_page(struct document *document)
{
    assert_int_equal(document->device->end_page(document->device->state), 0);
    end(document, NULL);
    assert_sound();
}

static void a_linear_gradient_runs_through_its_stops(void **state)
{
    (void)state;
    static const struct gradient_stop stops[] = {
        {0, {255, 0, 0, false}}, {500, {255, 255, 0, false}}, {1000, {0, 0, 255, false}}};
    const struct gradient gradient = {
        .from = {100000, 0}, .to = {200000, 0}, .stops = stops, .stop_count = 3};
    struct document document = one_page();
    draw_square(document.device, (struct path){.gradient = &gradient, .stroke.none = true});
    close_page(&document);
    assert_near(look(101, 150), 255, 4, 0);
    assert_near(look(150, 150), 253, 253, 2);
    assert_near(look(125, 150), 255, 128, 0);
    assert_near(look(198, 150), 5, 5, 250);
    assert_near(look(90, 150), 255, 255, 255); /* clipped to the path */
}

/* The gradient's own coordinates are mapped to the page by its matrix; beyond the circle the last
 * colour goes on. */
static void a_radial_gradient_lies_as_its_matrix_says(void **state)
{
    (void)state;
    static const struct gradient_stop stops[] = {{0, {0, 0, 0, false}}, {1000, {0, 255, 0, false}}};
    const struct matrix half_wide = {MATRIX_ONE / 2, 0, 0, MATRIX_ONE, 100000, 100000};
    const struct gradient gradient = {.radial = true,
                                      .from = {100000, 50000},
                                      .to = {100000, 50000},
                                      .radius = 50000,
                                      .matrix = &half_wide,
                                      .stops = stops,
                                      .stop_count = 2};
    struct document document = one_page();
    draw_square(document.device, (struct path){.gradient = &gradient, .stroke.none = true});
    close_page(&document);
    assert_near(look(150, 150), 0, 3, 0);
    assert_near(look(162, 150), 0, 128, 0);
    assert_near(look(150, 175), 0, 130, 0);
    assert_near(look(195, 150), 0, 255, 0);
}

/* Two stops at one place: the colour changes at once. */
static void a_gradient_may_change_its_colour_at_once(void **state)
{
    (void)state;
    static const struct gradient_stop stops[] = {{300, {255, 0, 0, false}},
                                                 {500, {255, 0, 0, false}},
                                                 {500, {0, 0, 255, false}},
                                                 {700, {0, 0, 255, false}}};
    const struct gradient gradient = {
        .from = {100000, 0}, .to = {200000, 0}, .stops = stops, .stop_count = 4};
    struct document document = one_page();
    draw_square(document.device, (struct path){.gradient = &gradient, .stroke.none = true});
    close_page(&document);
    assert_near(look(102, 150), 255, 0, 0);
    assert_near(look(148, 150), 255, 0, 0);
    assert_near(look(152, 150), 0, 0, 255);
    assert_near(look(198, 150), 0, 0, 255);
}

static void transparency_ends_with_its_path(void **state)
{
    (void)state;
    struct document document = one_page();
    draw_square(document.device, (struct path){.fill_transparency = 500, .stroke.none = true});
    draw_line(document.device, (struct path){.stroke = {255, 0, 0, false}, .stroke_width = 10000});
    close_page(&document);
    assert_near(look(150, 150), 128, 128, 128);
    assert_near(look(150, 98), 255, 0, 0);
}

/* The colour below shows through fill and stroke, each by its own share. */
static void fill_and_stroke_are_transparent_each_by_itself(void **state)
{
    (void)state;
    struct document document = one_page();
    draw_square(document.device, (struct path){.fill = {0, 0, 255, false},
                                               .fill_transparency = 800,
                                               .stroke = {255, 0, 0, false},
                                               .stroke_width = 20000,
                                               .stroke_transparency = 500});
    close_page(&document);
    assert_near(look(150, 150), 204, 204, 255);
    assert_near(look(93, 150), 255, 128, 128);  /* stroke over paper */
    assert_near(look(106, 150), 230, 102, 128); /* stroke over the fill */
}

/* A picture is turned to fill its rectangle, after it was mirrored. */
static void images_are_turned_and_mirrored(void **state)
{
    (void)state;
    /* A PNG of a red pixel and a green one beside it. */
    static const unsigned char png[] = {
        0x89, 'P',  'N',  'G', 13,   10, 26, 10,  0,    0,   0,    13,   'I',  'H',  'D',
        'R',  0,    0,    0,   2,    0,  0,  0,   1,    8,   2,    0,    0,    0,    0x7B,
        0x40, 0xE8, 0xDD, 0,   0,    0,  18, 'I', 'D',  'A', 'T',  0x78, 1,    1,    7,
        0,    0xF8, 0xFF, 0,   0xFF, 0,  0,  0,   0xFF, 0,   0x07, 0xFF, 0x01, 0xFF, 0xC5,
        0x0E, 0xE2, 0x6A, 0,   0,    0,  0,  'I', 'E',  'N', 'D',  0xAE, 0x42, 0x60, 0x82};
    static const struct {
        int rotation;
        bool mirrored;
        int x, y; /* where the red half is */
    } cases[] = {{0, false, 125, 150},   {0, true, 175, 150},    {90, false, 150, 175},
                 {90, true, 150, 125},   {180, false, 175, 150}, {180, true, 125, 150},
                 {270, false, 150, 125}, {270, true, 150, 175}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document = one_page();
        const struct image image = {.bytes = png,
                                    .length = sizeof png,
                                    .digest = "0123456789abcdef",
                                    .x = 100000,
                                    .y = 100000,
                                    .width = 100000,
                                    .height = 100000,
                                    .rotation = cases[i].rotation,
                                    .mirrored = cases[i].mirrored};
        assert_int_equal(document.device->image(document.device->state, &image), 0);
        close_page(&document);
        assert_near(look(cases[i].x, cases[i].y), 255, 0, 0);
        assert_near(look(300 - cases[i].x, 300 - cases[i].y), 0, 255, 0);
    }
}

static void lines_end_as_their_caps_say(void **state)
{
    (void)state;
    for (int cap = CAP_BUTT; cap <= CAP_SQUARE; cap++) {
        struct document document = one_page();
        draw_line(document.device, (struct path){.stroke_width = 20000, .cap = (enum line_cap)cap});
        close_page(&document);
        assert_near(look(95, 100), cap == CAP_BUTT ? 255 : 0, cap == CAP_BUTT ? 255 : 0,
                    cap == CAP_BUTT ? 255 : 0);
        assert_near(look(91, 92), cap == CAP_SQUARE ? 0 : 255, cap == CAP_SQUARE ? 0 : 255,
                    cap == CAP_SQUARE ? 0 : 255);
    }
}

/* A form finds the graphics state of whoever paints it; art says everything anew. */
static void art_does_not_take_its_colour_from_what_stood_before(void **state)
{
    (void)state;
    struct document document = one_page();
    const struct device *device = document.device;
    draw_line(device, (struct path){.stroke = {255, 0, 0, false}, .stroke_width = 2000});
    draw(device, "仿宋", 300000, 300000, "文");
    struct path red = {.fill = {255, 0, 0, false}, .stroke.none = true, .fill_transparency = 300};
    draw_square(device, red);
    assert_int_equal(
        device->begin_group(device->state, &(struct group){"art", 200000, 200000, 1000, false}), 0);
    draw_square(device, (struct path){.stroke.none = true});
    assert_int_equal(device->end_group(device->state), 0);
    close_page(&document);
    assert_near(look(350, 350), 0, 0, 0);
}

/* Art of paths alone is drawn for the first document of a process; the next ones hold the same
 * bytes, and show it wherever and as large as they place it. */
static void art_lasts_from_document_to_document(void **state)
{
    (void)state;
    static const struct group first = {"lasting", 200000, 200000, 1000, false};
    static const struct group twice_as_large = {"lasting", 100000, 100000, 2000, false};
    static const struct group single = {"single", 200000, 200000, 1000, true};
    const struct group *const groups[] = {&first, &first, &twice_as_large, &single, &single};
    static const int known[] = {0, 1, 1, 0, 0};
    char digests[sizeof groups / sizeof *groups][DIGEST_HEX_SIZE];
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        struct document document = one_page();
        const struct device *device = document.device;
        assert_int_equal(device->begin_group(device->state, groups[i]), known[i]);
        /* what is drawn although it is known is passed over: a tee may do so */
        draw_square(device, (struct path){.stroke.none = true});
        assert_int_equal(device->end_group(device->state), 0);
        close_page(&document);
        assert_int_equal(file_digest(path, digests[i], NULL), 0);
        assert_near(look(350, 350), 0, 0, 0);
        bool large = groups[i] == &twice_as_large;
        assert_near(look(450, 450), large ? 0 : 255, large ? 0 : 255, large ? 0 : 255);
    }
    assert_string_equal(digests[0], digests[1]);
}

/* --- Text ---------------------------------------------------------------------------------------
 */

static void draw_character(const struct device *device, struct glyph_run run, const char *text)
{
    uint32_t id;
    const struct font_chain *chain = font_set_chain(fonts, "黑体", false, false, NULL);
    uint32_t code_point;
    size_t length = utf8_decode(text, strlen(text), &code_point);
    run.face = font_chain_face(chain, code_point, 0, true, &id);
    const struct glyph glyph = {.id = id, .advance = 100000};
    run.size = 100000;
    run.x = 200000;
    run.y = 200000;
    run.glyphs = &glyph;
    run.count = 1;
    run.text = text;
    run.length = length;
    assert_int_equal(device->glyphs(device->state, &run), 0);
}

/* How many pixels of a square of the page are not white. */
static long ink(int x, int y, int size)
{
    char command[160];
    snprintf(command, sizeof command,
             "pdftoppm -r 72 -gray -x %d -y %d -W %d -H %d '%%s' | tail -c %d | tr -d '\\377' |"
             " wc -c",
             x, y, size, size, size * size);
    return strtol(answer(command), NULL, 10);
}

static long ink_of(struct glyph_run run)
{
    struct document document = one_page();
    draw_character(document.device, run, "一");
    draw(document.device, "黑体", 100000, 500000, "一"); /* what follows is plain again */
    close_page(&document);
    assert_non_null(strstr(answer("pdftotext '%s' -"), "一"));
    return ink(200, 100, 100);
}

static void synthetic_weight_and_transparency_are_painted(void **state)
{
    (void)state;
    long plain = ink_of((struct glyph_run){.size = 0}), plain_after = ink(100, 480, 20);
    long heavy = ink_of((struct glyph_run){.embolden = 4000});
    assert_true(plain > 0 && heavy > plain * 5 / 4);
    assert_int_equal(ink(100, 480, 20), plain_after);
    long faint = ink_of((struct glyph_run){.transparency = 1000});
    assert_int_equal(faint, 0);
}

/* 一 is a stroke at half the height of its em: turned by an eighth it climbs to the right; slanted,
 * it is shifted to the right. */
static void text_lies_along_any_line(void **state)
{
    (void)state;
    const int32_t eighth = 46341; /* cos 45° in 1/65536 */
    const struct matrix climbing = {eighth, -eighth, eighth, eighth, 0, 0};
    assert_int_equal(ink_of((struct glyph_run){.matrix = &climbing}) > 0, 1);
    assert_true(ink(200, 80, 40) > 0);
    struct document document = one_page();
    draw_character(document.device, (struct glyph_run){.slant = 1000}, "一");
    close_page(&document);
    assert_int_equal(ink(200, 140, 36), 0);
    assert_true(ink(300, 140, 30) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_linear_gradient_runs_through_its_stops),
        cmocka_unit_test(a_radial_gradient_lies_as_its_matrix_says),
        cmocka_unit_test(a_gradient_may_change_its_colour_at_once),
        cmocka_unit_test(transparency_ends_with_its_path),
        cmocka_unit_test(fill_and_stroke_are_transparent_each_by_itself),
        cmocka_unit_test(images_are_turned_and_mirrored),
        cmocka_unit_test(lines_end_as_their_caps_say),
        cmocka_unit_test(art_does_not_take_its_colour_from_what_stood_before),
        cmocka_unit_test(art_lasts_from_document_to_document),
        cmocka_unit_test(synthetic_weight_and_transparency_are_painted),
        cmocka_unit_test(text_lies_along_any_line),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
