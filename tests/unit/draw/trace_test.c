/* The trace: each call is one line of the form that trace.h promises. */
#include "document.h"

#include "draw/trace.h"

static struct buffer out;
static struct trace_device *trace;
static const struct device *device;

static int open_trace(void **state)
{
    (void)state;
    trace = trace_open(&out);
    device = trace_as_device(trace);
    return 0;
}

static int close_trace(void **state)
{
    (void)state;
    trace_close(trace);
    buffer_free(&out);
    return 0;
}

static void a_page_of_tagged_text_reads_line_by_line(void **state)
{
    (void)state;
    struct page_geometry page = {
        .number = 3, .label = "— 3 —", .width = 595276, .height = 841890, .rotate = 90};
    struct glyph glyphs[] = {{.advance = 16000},
                             {.advance = 16000, .cluster = 3},
                             {.advance = -5, .cluster = 6, .x_offset = 1, .y_offset = -1500}};
    uint32_t glyph_id;
    struct glyph_run run = {.face =
                                font_chain_face(font_set_chain(fonts, "仿宋", false, false, NULL),
                                                0x56FD, 0, false, &glyph_id),
                            .size = 16000,
                            .colour = {255, 0, 16, false},
                            .x = 28000,
                            .y = -40,
                            .glyphs = glyphs,
                            .count = 3,
                            .text = "国\"\xE3\x80\x80",
                            .length = 7,
                            .rotation = 270};
    struct structure_tag cell = {
        .type = STRUCTURE_TABLE_HEADER_CELL, .key = 7, .columns = 2, .rows = 1, .row_scope = true};
    assert_int_equal(device->begin_page(device->state, &page), 0);
    assert_int_equal(device->begin_tag(device->state, &cell), 0);
    assert_int_equal(device->glyphs(device->state, &run), 0);
    assert_int_equal(device->end_tag(device->state), 0);
    assert_int_equal(device->end_page(device->state), 0);
    struct buffer wanted = BUFFER_EMPTY;
    buffer_print(&wanted,
                 "page 3 \"— 3 —\" 595.276 x 841.890 rotate 90\n"
                 "tag TH #7 span 2x1 row-scope\n"
                 "  text 28.000 -0.040 %s 16.000 #ff0010 \"国\\\"\\u{3000}\""
                 " 16.000*2 -0.005(0.001,-1.500) rotate 270\n"
                 "end tag\n"
                 "end page\n",
                 font_face_name(run.face));
    assert_string_equal(buffer_string(&out), buffer_string(&wanted));
    buffer_free(&wanted);
}

static void paths_images_links_and_places_have_their_lines(void **state)
{
    (void)state;
    static const enum path_verb verbs[] = {PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE};
    static const millipoint points[][2] = {{0, 0}, {1000, 0}, {1, 2}, {3, 4}, {5, 6}};
    static const millipoint dashes[] = {3000, 1000};
    struct path path_drawn = {.verbs = verbs,
                              .verb_count = 4,
                              .points = points,
                              .point_count = 5,
                              .fill = {.none = true},
                              .stroke = {0, 0, 255, false},
                              .stroke_width = 500,
                              .dashes = dashes,
                              .dash_count = 2};
    struct image image = {.digest = "0123456789abcdef", .width = 1000};
    struct link uri = {.kind = LINK_URI, .uri = "urn:x"};
    struct link there = {.kind = LINK_DESTINATION, .destination = "附件", .alternative = "附件一"};
    struct bookmark bookmark = {.title = "一", .level = 1, .destination = "附件", .closed = true};
    unsigned first, second;
    assert_int_equal(device->begin_group(device->state, &(struct group){"seal", 0, 0, 1000, false}),
                     0);
    assert_int_equal(device->path(device->state, &path_drawn), 0);
    assert_int_equal(device->end_group(device->state), 0);
    assert_int_equal(device->image(device->state, &image), 0);
    assert_int_equal(device->link(device->state, &uri), 0);
    assert_int_equal(device->link(device->state, &there), 0);
    assert_int_equal(device->bookmark(device->state, &bookmark), 0);
    assert_int_equal(device->destination(device->state, "附件", 1), 0);
    assert_int_equal(device->later(device->state, &first), 0);
    assert_int_equal(device->later(device->state, &second), 0);
    assert_int_not_equal(first, second);
    assert_string_equal(buffer_string(&out),
                        "group seal 0.000 0.000\n"
                        "  path stroke #0000ff 0.500 dash 3.000 1.000 M 0.000 0.000 L 1.000 0.000"
                        " C 0.001 0.002 0.003 0.004 0.005 0.006 Z\n"
                        "end group\n"
                        "image 0123456789ab 0.000 0.000 1.000 0.000\n"
                        "link uri \"urn:x\" 0.000 0.000 0.000 0.000\n"
                        "link to \"附件\" 0.000 0.000 0.000 0.000 \"附件一\"\n"
                        "bookmark 1 \"一\" to \"附件\" closed\n"
                        "destination \"附件\" 0.001\n"
                        "later 1\n"
                        "later 2\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_page_of_tagged_text_reads_line_by_line, open_trace,
                                        close_trace),
        cmocka_unit_test_setup_teardown(paths_images_links_and_places_have_their_lines, open_trace,
                                        close_trace),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
