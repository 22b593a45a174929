/* Marks are kept as a ruler sees them; a tee gives two devices the same document. */
#include "document.h"

#include "base/buffer.h"
#include "draw/marks.h"
#include "draw/tee.h"
#include "draw/trace.h"

static const struct colour red = {255, 0, 0, false}, nothing = {.none = true};

/* A level line and a filled square, each as two or four points. */
static void draw_line(const struct device *device, millipoint x, millipoint y, millipoint length)
{
    const enum path_verb verbs[] = {PATH_MOVE, PATH_LINE};
    const millipoint points[][2] = {{x, y}, {x + length, y}};
    const struct path shape = {.verbs = verbs,
                               .verb_count = 2,
                               .points = points,
                               .point_count = 2,
                               .fill = nothing,
                               .stroke = red,
                               .stroke_width = 1000};
    assert_int_equal(device->path(device->state, &shape), 0);
}

static void draw_square(const struct device *device, millipoint x, millipoint y, millipoint size)
{
    const enum path_verb verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    const millipoint points[][2] = {{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}};
    const struct path shape = {.verbs = verbs,
                               .verb_count = 5,
                               .points = points,
                               .point_count = 4,
                               .fill = red,
                               .stroke = nothing};
    assert_int_equal(device->path(device->state, &shape), 0);
}

static void assert_box(const struct mark_box *box, millipoint left, millipoint top,
                       millipoint right, millipoint bottom)
{
    assert_int_equal(box->left, left);
    assert_int_equal(box->top, top);
    assert_int_equal(box->right, right);
    assert_int_equal(box->bottom, bottom);
}

static void text_is_kept_with_its_place_and_ink(void **state)
{
    (void)state;
    struct marks *marks = marks_open();
    const struct device *device = marks_as_device(marks);
    begin_page(device, 1, "1");
    draw(device, "仿宋", 100000, 200000, "国一");
    assert_int_equal(device->end_page(device->state), 0);
    assert_int_equal(marks_page_count(marks), 1);
    const struct page_marks *page = marks_page(marks, 0);
    assert_int_equal(page->text_count, 2);
    assert_string_equal(page->texts[0].text, "国");
    assert_int_equal(page->texts[0].width, 16000);
    assert_int_equal(page->texts[1].x, 116000);
    struct mark_box ink;
    assert_true(text_mark_ink(&page->texts[0], &ink));
    /* 国 of this face is inked from 0.740 em above the baseline to 0.148 em below it */
    assert_in_range(ink.top, 200000 - 0.75 * 16000, 200000 - 0.73 * 16000);
    assert_in_range(ink.bottom, 200000 + 0.14 * 16000, 200000 + 0.16 * 16000);
    marks_close(marks);
}

static void a_level_line_grows_by_its_width_to_its_sides_only(void **state)
{
    (void)state;
    struct marks *marks = marks_open();
    const struct device *device = marks_as_device(marks);
    begin_page(device, 1, "1");
    draw_line(device, 80000, 300000, 442000);
    const struct page_marks *page = marks_page(marks, 0);
    assert_int_equal(page->shape_count, 1);
    assert_box(&page->shapes[0].box, 80000, 299500, 522000, 300500);
    marks_close(marks);
}

static void art_is_one_figure_each_time_it_is_placed(void **state)
{
    (void)state;
    struct marks *marks = marks_open();
    const struct device *device = marks_as_device(marks);
    begin_page(device, 1, "1");
    tag(device, STRUCTURE_FIGURE, 4);
    assert_int_equal(
        device->begin_group(device->state, &(struct group){"seal", 10000, 20000, 1000, false}), 0);
    draw_square(device, 0, 0, 5000);
    draw_square(device, 95000, 95000, 5000);
    assert_int_equal(device->end_group(device->state), 0);
    end_tag(device);
    assert_int_equal(
        device->begin_group(device->state, &(struct group){"seal", 300000, 20000, 1000, false}), 1);
    assert_int_equal(device->end_group(device->state), 0);
    draw_square(device, 1, 2, 3);
    const struct page_marks *page = marks_page(marks, 0);
    assert_int_equal(page->figure_count, 2);
    assert_box(&page->figures[0].box, 10000, 20000, 110000, 120000);
    assert_box(&page->figures[1].box, 300000, 20000, 400000, 120000);
    assert_false(page->figures[0].colour.none);
    assert_int_equal(page->figures[0].colour.red, 255);
    assert_int_equal(page->shape_count, 1); /* what came after them */
    marks_close(marks);
}

static void letters_in_a_figure_are_no_text_of_the_page(void **state)
{
    (void)state;
    struct marks *marks = marks_open();
    const struct device *device = marks_as_device(marks);
    begin_page(device, 1, "1");
    tag(device, STRUCTURE_FIGURE, 4);
    draw(device, "仿宋", 100000, 200000, "样章");
    end_tag(device);
    assert_int_equal(marks_page(marks, 0)->text_count, 0);
    assert_int_equal(marks_page(marks, 0)->figure_count, 1);
    marks_close(marks);
}

static void a_late_number_is_kept_on_the_page_that_waited_for_it(void **state)
{
    (void)state;
    struct marks *marks = marks_open();
    const struct device *device = marks_as_device(marks);
    unsigned id;
    begin_page(device, 1, "1");
    assert_int_equal(device->later(device->state, &id), 0);
    begin_page(device, 2, "2");
    uint32_t glyph_id;
    const struct glyph glyph = {.advance = 16000};
    const struct glyph_run run = {
        .face = font_chain_face(font_set_chain(fonts, "仿宋", false, false, NULL), '2', 0, false,
                                &glyph_id),
        .size = 16000,
        .glyphs = &glyph,
        .count = 1,
        .text = "2",
        .length = 1};
    assert_int_equal(device->settle(device->state, id, &run), 0);
    assert_int_equal(marks_page(marks, 0)->text_count, 1);
    assert_int_equal(marks_page(marks, 1)->text_count, 0);
    marks_close(marks);
}

static void both_devices_of_a_tee_get_the_whole_document(void **state)
{
    (void)state;
    struct buffer one = BUFFER_EMPTY, two = BUFFER_EMPTY, alone = BUFFER_EMPTY;
    struct trace_device *traces[] = {trace_open(&one), trace_open(&two), trace_open(&alone)};
    struct tee_device *tee = tee_open(trace_as_device(traces[0]), trace_as_device(traces[1]));
    const struct device *devices[] = {tee_as_device(tee), trace_as_device(traces[2])};
    for (size_t i = 0; i < 2; i++) {
        const struct device *device = devices[i];
        unsigned id;
        begin_page(device, 1, "1");
        tag(device, STRUCTURE_PARAGRAPH, 1);
        draw(device, "仿宋", 100000, 200000, "正文");
        end_tag(device);
        draw_line(device, 1, 2, 3);
        assert_int_equal(
            device->begin_group(device->state, &(struct group){"seal", 1, 2, 1000, false}), 0);
        assert_int_equal(device->end_group(device->state), 0);
        assert_int_equal(device->later(device->state, &id), 0);
        assert_int_equal(device->destination(device->state, "place", 7), 0);
        assert_int_equal(device->end_page(device->state), 0);
        const struct glyph_run run = {
            .face = font_chain_first(font_set_chain(fonts, "仿宋", false, false, NULL)),
            .text = ""};
        assert_int_equal(device->settle(device->state, id, &run), 0);
    }
    assert_string_equal(buffer_string(&one), buffer_string(&alone));
    assert_string_equal(buffer_string(&two), buffer_string(&alone));
    tee_close(tee);
    for (size_t i = 0; i < 3; i++)
        trace_close(traces[i]);
    buffer_free(&one);
    buffer_free(&two);
    buffer_free(&alone);
}

/* One of the two may know art that the other has not seen. */
static void a_tee_draws_art_that_one_of_them_lacks(void **state)
{
    (void)state;
    static const struct group seal = {"seal", 10000, 20000, 1000, false};
    struct marks *knowing = marks_open(), *lacking = marks_open();
    struct tee_device *tee = tee_open(marks_as_device(knowing), marks_as_device(lacking));
    const struct device *devices[] = {marks_as_device(knowing), tee_as_device(tee)};
    begin_page(tee_as_device(tee), 1, "1");
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(devices[i]->begin_group(devices[i]->state, &seal), 0);
        draw_square(devices[i], 0, 0, 5000);
        assert_int_equal(devices[i]->end_group(devices[i]->state), 0);
    }
    assert_int_equal(marks_page(knowing, 0)->figure_count, 2);
    assert_int_equal(marks_page(lacking, 0)->figure_count, 1);
    assert_box(&marks_page(knowing, 0)->figures[1].box, 10000, 20000, 15000, 25000);
    assert_box(&marks_page(lacking, 0)->figures[0].box, 10000, 20000, 15000, 25000);
    tee_close(tee);
    marks_close(knowing);
    marks_close(lacking);
}

/* A group's marks may be measured in units of their own. */
static void art_is_as_large_as_its_unit_says(void **state)
{
    (void)state;
    struct marks *marks = marks_open();
    const struct device *device = marks_as_device(marks);
    begin_page(device, 1, "1");
    assert_int_equal(
        device->begin_group(device->state, &(struct group){"code", 10000, 20000, 1500, true}), 0);
    draw_square(device, 4000, 4000, 2000);
    assert_int_equal(device->end_group(device->state), 0);
    assert_box(&marks_page(marks, 0)->figures[0].box, 16000, 26000, 19000, 29000);
    marks_close(marks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_kept_with_its_place_and_ink),
        cmocka_unit_test(a_level_line_grows_by_its_width_to_its_sides_only),
        cmocka_unit_test(art_is_one_figure_each_time_it_is_placed),
        cmocka_unit_test(letters_in_a_figure_are_no_text_of_the_page),
        cmocka_unit_test(a_late_number_is_kept_on_the_page_that_waited_for_it),
        cmocka_unit_test(both_devices_of_a_tee_get_the_whole_document),
        cmocka_unit_test(a_tee_draws_art_that_one_of_them_lacks),
        cmocka_unit_test(art_is_as_large_as_its_unit_says),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
