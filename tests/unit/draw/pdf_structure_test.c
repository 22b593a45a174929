/* The structure tree: what stands where, as poppler and qpdf read it. */
#include "document.h"

#include "draw/pdf_list_numbering.h"

static const struct device *device;

static struct document begin_tagged(void)
{
    struct document document = begin(true);
    device = document.device;
    begin_page(device, 1, "1");
    return document;
}

static void end_tagged(struct document *document)
{
    assert_int_equal(device->end_page(device->state), 0);
    end(document, NULL);
    assert_sound();
}

static void rule(millipoint x, millipoint y)
{
    static const enum path_verb verbs[] = {PATH_MOVE, PATH_LINE};
    const millipoint points[][2] = {{x, y}, {x + 50000, y}};
    const struct path path_drawn = {.verbs = verbs,
                                    .verb_count = 2,
                                    .points = points,
                                    .point_count = 2,
                                    .fill = {.none = true},
                                    .stroke_width = 500};
    assert_int_equal(device->path(device->state, &path_drawn), 0);
}

/* Borders and rules in a paragraph are not its content; text on both sides of one is. */
static void rules_are_artifacts_but_not_in_figures(void **state)
{
    (void)state;
    struct document document = begin_tagged();
    tag(device, STRUCTURE_PARAGRAPH, 1);
    draw(device, "仿宋", 80000, 80000, "前");
    rule(80000, 82000);
    draw(device, "仿宋", 100000, 80000, "后");
    end_tag(device);
    struct structure_tag figure = {.type = STRUCTURE_FIGURE,
                                   .key = 2,
                                   .columns = 1,
                                   .rows = 1,
                                   .alternative = "一条线",
                                   .x = 80000,
                                   .y = 100000,
                                   .width = 50000,
                                   .height = 41890};
    assert_int_equal(device->begin_tag(device->state, &figure), 0);
    rule(80000, 120000);
    end_tag(device);
    end_tagged(&document);
    assert_string_equal(
        answer(
            "mutool show -b '%s' pages/1/Contents | grep -aE 'BDC|EMC|S$|TJ' | sed 's/.*TJ/TJ/'"),
        "/P<</MCID 0>>BDC\nTJ\nEMC\n/Artifact<</Type/Layout>>BDC\nS\nEMC\n/P<</MCID "
        "1>>BDC\nTJ\nEMC\n"
        "/Figure<</MCID 2>>BDC\nS\nEMC\n");
    char *tree = answer("pdfinfo -struct-text '%s'");
    assert_non_null(strstr(tree, "/BBox [80 700 130 741.89]"));
    assert_non_null(strstr(answer("qpdf --json '%s' | grep -F /Alt"), "一条线"));
}

static void what_holds_nothing_is_left_out_but_for_cells(void **state)
{
    (void)state;
    struct document document = begin_tagged();
    tag(device, STRUCTURE_SECTION, 1);
    tag(device, STRUCTURE_PARAGRAPH, 2);
    end_tag(device);
    end_tag(device);
    tag(device, STRUCTURE_TABLE, 3);
    tag(device, STRUCTURE_TABLE_ROW, 4);
    tag(device, STRUCTURE_TABLE_CELL, 5);
    end_tag(device);
    tag(device, STRUCTURE_TABLE_CELL, 6);
    draw(device, "仿宋", 80000, 80000, "有");
    end_tag(device);
    end_tag(device);
    tag(device, STRUCTURE_TABLE_ROW, 7);
    end_tag(device);
    end_tag(device);
    end_tagged(&document);
    assert_string_equal(answer("pdfinfo -struct '%s' | tr -d ' ' | tr '\\n' ' '"),
                        "Document Table(block) TR TD TD ");
}

static void cell(unsigned key, int columns, int rows)
{
    struct structure_tag structure = {
        .type = STRUCTURE_TABLE_CELL, .key = key, .columns = columns, .rows = rows};
    assert_int_equal(device->begin_tag(device->state, &structure), 0);
    end_tag(device);
}

/* Three columns: the second row has one cell beside one that spans both rows, the third one cell.
 */
static void short_rows_are_filled_up(void **state)
{
    (void)state;
    struct document document = begin_tagged();
    tag(device, STRUCTURE_TABLE, 1);
    tag(device, STRUCTURE_TABLE_BODY, 2);
    tag(device, STRUCTURE_TABLE_ROW, 3);
    cell(4, 1, 2);
    cell(5, 2, 1);
    end_tag(device);
    tag(device, STRUCTURE_TABLE_ROW, 6);
    cell(7, 1, 1);
    end_tag(device);
    tag(device, STRUCTURE_TABLE_ROW, 8);
    cell(9, 1, 9); /* beyond the table's end */
    end_tag(device);
    end_tag(device);
    end_tag(device);
    end_tagged(&document);
    assert_string_equal(answer("pdfinfo -struct '%s' | tr -d ' ' | tr '\\n' ' '"),
                        "Document Table(block) TBody TR TD: /RowSpan2 TD: /ColSpan2 TR TD TD TR "
                        "TD: /RowSpan9 TD: /ColSpan2 ");
}

static void notes_have_identifiers_and_the_tree_knows_them(void **state)
{
    (void)state;
    struct document document = begin_tagged();
    for (unsigned key = 1; key <= 3; key++) {
        tag(device, key == 2 ? STRUCTURE_PARAGRAPH : STRUCTURE_NOTE, key);
        draw(device, "仿宋", 80000, (millipoint)(80000 * key), "注");
        end_tag(device);
    }
    end_tagged(&document);
    assert_string_equal(answer("qpdf --json '%s' | grep -c '\"u:note000000000[13]\"'"), "4\n");
}

static void a_language_is_said_where_it_changes(void **state)
{
    (void)state;
    struct document document = begin_tagged();
    struct structure_tag english = {
        .type = STRUCTURE_PARAGRAPH, .key = 1, .columns = 1, .rows = 1, .language = "en"};
    assert_int_equal(device->begin_tag(device->state, &english), 0);
    draw(device, "Times New Roman", 80000, 80000, "note");
    end_tag(device);
    end_tagged(&document);
    assert_string_equal(answer("qpdf --json '%s' | grep -c '\"/Lang\": \"u:en\"'"), "1\n");
}

static void labels_tell_how_a_list_is_numbered(void **state)
{
    (void)state;
    static const struct {
        const char *label, *numbering;
    } labels[] = {
        {"1.", "Decimal"},     {"（一）", "Decimal"}, {"第三条", "Decimal"}, {"①", "Decimal"},
        {"(12)", "Decimal"},   {"•", "Disc"},         {"○", "Circle"},       {"■", "Square"},
        {"a)", "LowerAlpha"},  {"B.", "UpperAlpha"},  {"iv.", "LowerRoman"}, {"I", "UpperRoman"},
        {"十一、", "Decimal"}, {"—", "None"},         {"", "None"},          {"（", "None"},
        {"\xFF\xFE", "None"},
    };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        assert_string_equal(pdf_list_numbering(labels[i].label, strlen(labels[i].label)),
                            labels[i].numbering);
    struct document document = begin_tagged();
    tag(device, STRUCTURE_LIST, 1);
    for (unsigned item = 0; item < 2; item++) {
        tag(device, STRUCTURE_LIST_ITEM, 2 + 3 * item);
        tag(device, STRUCTURE_LIST_LABEL, 3 + 3 * item);
        draw(device, "仿宋", 80000, (millipoint)(80000 + 20000 * item), item ? "•" : "一、");
        end_tag(device);
        tag(device, STRUCTURE_LIST_BODY, 4 + 3 * item);
        draw(device, "仿宋", 120000, (millipoint)(80000 + 20000 * item), "项");
        end_tag(device);
        end_tag(device);
    }
    end_tag(device);
    end_tagged(&document);
    assert_non_null(strstr(answer("pdfinfo -struct '%s'"), "/ListNumbering /Decimal"));
}

/* The formatter says more of a document than the program that opens it. */
static void what_the_document_says_of_itself_goes_first(void **state)
{
    (void)state;
    struct document document = begin(true);
    struct document_information told = {.title = "通知", .language = "en-GB"};
    assert_int_equal(document.device->information(document.device->state, &told), 0);
    begin_page(document.device, 1, "1");
    assert_int_equal(document.device->end_page(document.device->state), 0);
    end(&document, NULL);
    assert_sound();
    char *information = answer("pdfinfo '%s'");
    assert_non_null(strstr(information, "通知"));
    assert_non_null(strstr(information, "样例质量协会")); /* of what it was opened with */
    assert_non_null(strstr(answer("mutool show '%s' trailer/Root/Lang"), "en-GB"));
    assert_non_null(strstr(answer("pdfinfo -meta '%s'"), "x-default\">通知<"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_are_artifacts_but_not_in_figures),
        cmocka_unit_test(what_holds_nothing_is_left_out_but_for_cells),
        cmocka_unit_test(short_rows_are_filled_up),
        cmocka_unit_test(notes_have_identifiers_and_the_tree_knows_them),
        cmocka_unit_test(a_language_is_said_where_it_changes),
        cmocka_unit_test(labels_tell_how_a_list_is_numbered),
        cmocka_unit_test(what_the_document_says_of_itself_goes_first),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
