/* What is found in wrong submissions, held word for word: every tests/lint/CASE.xml is taken in
 * after the regions and the plan of the samples, and its findings are compared with CASE.findings.
 * Hostile cases that are large are made here. REGEN=1 rewrites the goldens. */
#include <glob.h>

#include "desk.h"

static const char *const before[] = {
    "schemas/regions/hubei.xml", "samples/targets-2024/00-regions-samples.xml",
    "samples/targets-2024/target-plan-2024.xml", "samples/targets-2024/enrolment-420100.xml"};

static int setup(void **state)
{
    desk_setup(state);
    struct desk *desk = *state;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        assert_int_equal(desk_take(desk, before[i]), INTAKE_ACCEPTED);
    return 0;
}

static int64_t stored_rows(struct desk *desk)
{
    return desk_number(desk, "SELECT (SELECT count(*) FROM region) + (SELECT count(*) FROM target)"
                             " + (SELECT count(*) FROM enrolment_person)"
                             " + (SELECT count(*) FROM enrolment)"
                             " + (SELECT count(*) FROM target_plan)");
}

static void each_wrong_file_is_returned_with_all_that_is_wrong(void **state)
{
    struct desk *desk = *state;
    int64_t rows = stored_rows(desk);
    static const char *const patterns[] = {"tests/lint/*.xml", "samples/targets-2024/broken/*.xml"};
    glob_t found;
    assert_int_equal(glob(patterns[0], 0, NULL, &found), 0);
    assert_true(found.gl_pathc >= 15);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        enum intake_state became = desk_take(desk, found.gl_pathv[i]);
        if (became != INTAKE_RETURNED)
            print_message("%s\n", found.gl_pathv[i]);
        assert_int_equal(became, INTAKE_RETURNED);
        assert_int_equal(desk->count, 1);
        assert_int_equal(stored_rows(desk), rows);
        const char *path = found.gl_pathv[i];
        desk_compare(desk, arena_print(desk->arena, "%.*s.findings", (int)strlen(path) - 4, path));
    }
    globfree(&found);
    assert_int_equal(glob(patterns[1], 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        assert_int_not_equal(desk_take(desk, found.gl_pathv[i]), INTAKE_ACCEPTED);
        assert_int_equal(stored_rows(desk), rows);
    }
    globfree(&found);
}

/* --- Large hostile files ------------------------------------------------------------------------
 */

static const char opening[] = "<enrolment xmlns=\"urn:yinfa:enrolment\" year=\"2024\" "
                              "sent=\"2024-03-25\">";

/* Takes in what was built; it must be returned, fast, with a finding of that id. */
static void expect_refused(struct desk *desk, const char *name, struct buffer *bytes,
                           const char *id)
{
    const char *path = desk_write(desk, name, bytes->bytes, bytes->length);
    buffer_free(bytes);
    assert_int_equal(desk_take(desk, path), INTAKE_RETURNED);
    if (!strstr(buffer_string(&desk->text), id))
        print_message("%s: %s", name, buffer_string(&desk->text));
    assert_non_null(strstr(buffer_string(&desk->text), id));
}

static void twenty_thousand_attributes_are_refused_before_the_parser_sees_them(void **state)
{
    struct buffer bytes = BUFFER_EMPTY;
    buffer_text(&bytes, "<enrolment xmlns=\"urn:yinfa:enrolment\"");
    for (int i = 0; i < 20000; i++)
        buffer_print(&bytes, " a%d='<>'", i);
    buffer_text(&bytes, "/>");
    expect_refused(*state, "attributes.xml", &bytes, "intake.attributes");
}

static void attributes_in_utf_16_are_counted_too(void **state)
{
    struct buffer bytes = BUFFER_EMPTY;
    buffer_append(&bytes, "\xFF\xFE<\0a\0", 6);
    for (int i = 0; i < 100; i++)
        buffer_append(&bytes, " \0b\0=\0'\0'\0", 10);
    expect_refused(*state, "attributes-16.xml", &bytes, "intake.attributes");
}

static void ten_thousand_levels_are_refused(void **state)
{
    struct buffer bytes = BUFFER_EMPTY;
    buffer_text(&bytes, opening);
    for (int i = 0; i < 10000; i++)
        buffer_text(&bytes, "<a>");
    expect_refused(*state, "depth.xml", &bytes, "intake.depth");
}

static void ten_megabytes_of_text_in_an_element_are_refused(void **state)
{
    struct buffer bytes = BUFFER_EMPTY;
    buffer_print(&bytes, "%s<office>", opening);
    for (int i = 0; i < 10 * 1024; i++)
        buffer_print(&bytes, "%01024d", i);
    buffer_text(&bytes, "</office></enrolment>");
    expect_refused(*state, "text.xml", &bytes, "intake.text-length");
}

static void a_tag_of_a_megabyte_is_refused(void **state)
{
    struct buffer bytes = BUFFER_EMPTY;
    buffer_print(&bytes, "<enrolment sent=\"%01048576d\"/>", 0);
    expect_refused(*state, "tag.xml", &bytes, "intake.tag-length");
}

static void nul_bytes_are_refused(void **state)
{
    struct buffer bytes = BUFFER_EMPTY;
    buffer_text(&bytes, opening);
    buffer_append(&bytes, "<office>a\0b</office></enrolment>", 32);
    expect_refused(*state, "nul.xml", &bytes, "intake.not-well-formed");
}

static void ucs_4_is_refused(void **state)
{
    struct buffer bytes = BUFFER_EMPTY;
    buffer_append(&bytes, "\0\0\xFE\xFF\0\0\0<\0\0\0a\0\0\0/\0\0\0>", 20);
    expect_refused(*state, "ucs-4.xml", &bytes, "intake.encoding");
}

static void findings_beyond_a_thousand_are_counted(void **state)
{
    struct desk *desk = *state;
    struct buffer bytes = BUFFER_EMPTY;
    buffer_print(&bytes, "%s<region code='420200'>黄石市</region><office>样例办</office>", opening);
    for (int i = 0; i < 1500; i++)
        buffer_text(&bytes, "\n<person><name>样例</name><identity-number>1</identity-number>"
                            "<major></major><employer>样例厂</employer><post>职工</post></person>");
    buffer_text(&bytes, "<summary><count major='质量管理与认证（专科）'>0</count>"
                        "<total>1500</total></summary></enrolment>");
    expect_refused(desk, "findings.xml", &bytes, "intake.more-findings");
    assert_int_equal(desk->results[0].errors, 1001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_wrong_file_is_returned_with_all_that_is_wrong),
        cmocka_unit_test(twenty_thousand_attributes_are_refused_before_the_parser_sees_them),
        cmocka_unit_test(attributes_in_utf_16_are_counted_too),
        cmocka_unit_test(ten_thousand_levels_are_refused),
        cmocka_unit_test(ten_megabytes_of_text_in_an_element_are_refused),
        cmocka_unit_test(a_tag_of_a_megabyte_is_refused),
        cmocka_unit_test(nul_bytes_are_refused),
        cmocka_unit_test(ucs_4_is_refused),
        cmocka_unit_test(findings_beyond_a_thousand_are_counted),
    };
    progress_set_quiet(true);
    return cmocka_run_group_tests(tests, setup, desk_teardown);
}
