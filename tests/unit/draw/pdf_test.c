/* The PDF device, judged by other programs: qpdf for syntax, poppler and mupdf for text, pdffonts
 * for embedding, a raster for what is really drawn. */
#include "document.h"

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

/* One glyph drawn for different characters (a hyphen for a soft hyphen, an ideograph for its
 * compatibility form) is extracted as what each was; so are characters that share a glyph, and
 * glyphs that share a character. */
static void every_glyph_is_extracted_as_the_text_it_stands_for(void **state)
{
    (void)state;
    static const struct glyph_text {
        const char *text;
        struct glyph glyphs[3]; /* advances; ids are filled in */
        size_t count;
    } runs[] = {
        {"国", {{.advance = 16000}}, 1},
        {"囯", {{.advance = 16000}}, 1},                                   /* the same shape */
        {"囻国", {{.advance = 16000}}, 1},                                 /* a ligature */
        {"甲", {{.advance = 8000}, {.advance = 8000}}, 2},                 /* one in two pieces */
        {"乙丙", {{.advance = 16000}, {.advance = 0, .y_offset = 900}}, 2} /* base and mark */
    };
    struct document document = begin(false);
    const struct device *device = document.device;
    uint32_t glyph_id;
    struct font_face *face = font_chain_face(font_set_chain(fonts, "仿宋", false, false, NULL),
                                             0x56FD, 0, false, &glyph_id);
    begin_page(device, 1, "1");
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
        struct glyph glyphs[3];
        for (size_t g = 0; g < 3; g++) {
            glyphs[g] = runs[i].glyphs[g];
            glyphs[g].id = glyph_id;
        }
        struct glyph_run run = {.face = face,
                                .size = 16000,
                                .x = 72000,
                                .y = 72000 + 30000 * (millipoint)i,
                                .glyphs = glyphs,
                                .count = runs[i].count,
                                .text = runs[i].text,
                                .length = strlen(runs[i].text)};
        assert_int_equal(device->glyphs(device->state, &run), 0);
    }
    assert_int_equal(device->end_page(device->state), 0);
    end(&document, NULL);
    assert_sound();
    /* U+200B stands for the piece without a character of its own. */
    assert_string_equal(answer("pdftotext '%s' - | sed 's/\xE2\x80\x8B//g' | tr -d '\n\f'"),
                        "国囯囻国甲乙丙");
    /* mupdf knows one text a glyph: it must be the first. */
    assert_non_null(strstr(answer("mutool draw -q -F txt '%s' 2>/dev/null"), "国"));
}

/* What is laid out to the thousandth of a point is found there again, also turned by a quarter. */
static void glyphs_stand_where_they_were_laid_out(void **state)
{
    (void)state;
    struct document document = begin(false);
    const struct device *device = document.device;
    uint32_t glyph_id;
    struct font_face *face = font_chain_face(font_set_chain(fonts, "仿宋", false, false, NULL),
                                             0x56FD, 0, false, &glyph_id);
    struct glyph glyphs[100];
    char text[301] = "";
    for (uint32_t i = 0; i < 100; i++) {
        glyphs[i] = (struct glyph){.id = glyph_id, .cluster = i * 3, .advance = 3001};
        strcat(text, "国");
    }
    struct glyph_run run = {.face = face,
                            .size = 3000,
                            .x = 72000,
                            .y = 500000,
                            .glyphs = glyphs,
                            .count = 100,
                            .text = text,
                            .length = 300};
    begin_page(device, 1, "1");
    assert_int_equal(device->glyphs(device->state, &run), 0);
    run.rotation = 90;
    assert_int_equal(device->glyphs(device->state, &run), 0);
    assert_int_equal(device->end_page(device->state), 0);
    end(&document, NULL);
    char *boxes = answer("mutool draw -q -F stext '%s' 2>/dev/null | grep '<char ' |"
                         " sed 's/.* x=\"\\([^\"]*\\)\" y=\"\\([^\"]*\\)\".*/\\1 \\2/'");
    size_t along = 0, up = 0;
    for (char *line = strtok(boxes, "\n"); line; line = strtok(NULL, "\n")) {
        double x, y, at = along < 100 ? (double)along : (double)up;
        assert_int_equal(sscanf(line, "%lf %lf", &x, &y), 2);
        double wanted_x = along < 100 ? 72 + at * 3.001 : 72;
        double wanted_y = along < 100 ? 500 : 500 - at * 3.001;
        if (x < wanted_x - 0.02 || x > wanted_x + 0.02 || y < wanted_y - 0.02 ||
            y > wanted_y + 0.02)
            fail_msg("glyph %zu+%zu stands at %f %f, not %f %f", along, up, x, y, wanted_x,
                     wanted_y);
        if (along < 100)
            along++;
        else
            up++;
    }
    assert_int_equal(along + up, 200);
}

static void dates_come_from_the_data_or_not_at_all(void **state)
{
    (void)state;
    static const struct {
        const char *given, *information, *packet;
    } dates[] = {
        {"2024-01-10", "(D:20240110000000+08'00')", ">2024-01-10T00:00:00+08:00<"},
        {"2024-01-10T08:30:59", "(D:20240110083059+08'00')", ">2024-01-10T08:30:59+08:00<"},
        {"2024-01-10T08:30:59Z", "(D:20240110083059+00'00')", ">2024-01-10T08:30:59+00:00<"},
        {"2024-02-30", NULL, NULL},
        {"2024-01-10T25:00:00", NULL, NULL},
        {"2024-01-10</x:xmpmeta>", NULL, NULL},
        {"今天", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        struct document document;
        struct pdf_options options = {.title = "日期", .date = dates[i].given};
        assert_int_equal(file_writer_open(path, 0600, &document.writer), 0);
        document.pdf = pdf_open(to_file, document.writer, &options);
        document.device = pdf_as_device(document.pdf);
        begin_page(document.device, 1, "1");
        assert_int_equal(document.device->end_page(document.device->state), 0);
        end(&document, NULL);
        assert_sound();
        char *information = answer("mutool show '%s' trailer/Info");
        if (dates[i].information)
            assert_non_null(strstr(information, dates[i].information));
        else
            assert_null(strstr(information, "Date"));
        char *packet = answer("pdfinfo -meta '%s'");
        if (dates[i].packet)
            assert_non_null(strstr(packet, dates[i].packet));
        else
            assert_null(strstr(packet, "Date>"));
    }
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
    assert_int_equal(settle_two(device, id), 0);
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
    static const char *const titles[] = {"第一章", "第一节", "一、", "第二章"};
    static const int levels[] = {1, 2, 3, 1};
    for (unsigned page = 1; page <= 4; page++) {
        begin_page(device, page, labels[page - 1]);
        struct link link = {.kind = LINK_DESTINATION,
                            .destination = page == 1 ? "末页" : "没有的地方",
                            .alternative = "第 3 页",
                            .width = 9000,
                            .height = 9000};
        struct link uri = {
            .kind = LINK_URI, .uri = "https://example.invalid/证书", .width = 9000, .height = 9000};
        assert_int_equal(device->link(device->state, page % 2 ? &link : &uri), 0);
        struct bookmark bookmark = {.title = titles[page - 1],
                                    .level = levels[page - 1],
                                    .destination = "末页",
                                    .closed = page == 2};
        assert_int_equal(device->bookmark(device->state, &bookmark), 0);
        if (page >= 3) /* the first place of a name counts */
            assert_int_equal(device->destination(device->state, "末页", 41890), 0);
        assert_int_equal(device->end_page(device->state), 0);
    }
    end(&document, NULL);
    assert_sound();
    assert_non_null(strstr(answer("mutool show '%s' pages/2/Annots/1/A/URI"),
                           "https://example.invalid/%E8%AF%81%E4%B9%A6"));
    assert_non_null(strstr(answer("mutool show '%s' pages/1/Annots/1/Dest"), "XYZ null 800 null"));
    assert_non_null(strstr(answer("mutool show '%s' pages/3/Annots/1/Dest"), "null null null"));
    assert_non_null(strstr(answer("mutool show '%s' pages/1/Annots/1/Contents"), "7B2C"));
    assert_string_equal(answer("mutool show '%s' outline"),
                        "-\t\"第一章\"\t#page=3&zoom=nan,nan,41.890016\n"
                        "+\t\t\"第一节\"\t#page=3&zoom=nan,nan,41.890016\n"
                        "|\t\t\t\"一、\"\t#page=3&zoom=nan,nan,41.890016\n"
                        "|\t\"第二章\"\t#page=3&zoom=nan,nan,41.890016\n");
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
        int known = device->begin_group(device->state,
                                        &(struct group){"seal", 100000, 100000, 1000, false});
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rare_characters_are_extracted_and_embedded),
        cmocka_unit_test(every_character_leaves_ink),
        cmocka_unit_test(the_same_calls_give_the_same_bytes_and_an_id_from_them),
        cmocka_unit_test(every_glyph_is_extracted_as_the_text_it_stands_for),
        cmocka_unit_test(glyphs_stand_where_they_were_laid_out),
        cmocka_unit_test(dates_come_from_the_data_or_not_at_all),
        cmocka_unit_test(tags_continue_across_pages_and_artifacts_stay_out),
        cmocka_unit_test(a_number_known_later_stands_where_it_was_reserved),
        cmocka_unit_test(links_bookmarks_and_labels_lead_to_their_pages),
        cmocka_unit_test(repeated_art_is_stored_once),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
