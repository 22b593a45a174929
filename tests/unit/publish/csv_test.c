/* CSV: RFC 4180, and what spreadsheets would make of it. */
#include "desk.h"

#include "publish/csv.h"

static void assert_cell(const char *text, const char *expected)
{
    struct buffer line = BUFFER_EMPTY;
    csv_cell(&line, text);
    assert_string_equal(buffer_string(&line), expected);
    buffer_free(&line);
}

static void plain_text_and_numbers_stand_bare(void **state)
{
    (void)state;
    assert_cell("武汉市", "武汉市");
    assert_cell("", "");
    assert_cell("100", "100");
    assert_cell("-3.50", "-3.50");
    assert_cell("+7", "+7");
    assert_cell("420100", "420100");
}

static void text_with_commas_quotes_or_line_ends_is_quoted(void **state)
{
    (void)state;
    assert_cell("甲,乙", "\"甲,乙\"");
    assert_cell("含\"县\"", "\"含\"\"县\"\"\"");
    assert_cell("上\n下", "\"上\n下\"");
    assert_cell(" 前", "\" 前\"");
    assert_cell("后 ", "\"后 \"");
}

static void formulas_are_disarmed_but_numbers_are_not(void **state)
{
    (void)state;
    assert_cell("=1+1", "'=1+1");
    assert_cell("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"");
    assert_cell("@SUM(A1)", "'@SUM(A1)");
    assert_cell("-2+3", "'-2+3");
    assert_cell("+", "'+");
    assert_cell("-1.", "'-1.");
    assert_cell("\t=1", "'\t=1");
    assert_cell("＝1", "'＝1");
    assert_cell("1=1", "1=1");
}

/* A spreadsheet keeps 15 digits of a number and no leading zero. */
static void digits_that_are_no_number_are_guarded(void **state)
{
    (void)state;
    assert_cell("429999199001010015", "'429999199001010015");
    assert_cell("42999919900101004X", "42999919900101004X");
    assert_cell("0017", "'0017");
    assert_cell("0", "0");
    assert_cell("123456789012345", "123456789012345");
}

static void a_publication_gives_exactly_these_bytes(void **state)
{
    struct desk *desk = *state;
    const struct csv_column columns[] = {
        {"name", "地区"}, {"head_count", "人数"}, {"remark", "备注,说明"}};
    const struct publication_query queries[] = {
        {.name = "cities", .sql = "SELECT * FROM city ORDER BY code", .origin = "test:1"}};
    const struct publication_output outputs[] = {{.format = OUTPUT_CSV,
                                                  .query = "cities",
                                                  .file = "cities.csv",
                                                  .mode = 0640,
                                                  .columns = columns,
                                                  .column_count = 3}};
    const struct publication publication = {.name = "cities",
                                            .title = "地区",
                                            .folder = desk->stylesheets,
                                            .digest = "d",
                                            .queries = queries,
                                            .query_count = 1,
                                            .outputs = outputs,
                                            .output_count = 1};
    assert_int_equal(desk_publish(desk, &publication, &no_values, "published", 1), 0);
    assert_string_equal(buffer_string(&desk->log), "cities/ made published/cities.csv\n");
    assert_string_equal(desk_read(desk, "office/published/cities.csv", NULL),
                        "\xEF\xBB\xBF地区,人数,\"备注,说明\"\r\n"
                        "武汉市,100,\r\n"
                        "宜昌市,60,\"含\"\"县\"\"\"\r\n"
                        "襄阳市,55,'=1+1\r\n"
                        "仙桃市,15,\"甲,乙\"\r\n");
    struct stat status;
    assert_int_equal(stat(desk_path(desk, "office/published/cities.csv"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

static void without_columns_all_of_the_query_are_written(void **state)
{
    struct desk *desk = *state;
    const struct publication_query queries[] = {
        {.name = "cities",
         .sql = "SELECT code, name FROM city WHERE head_count > 90",
         .origin = "test:1"}};
    const struct publication_output outputs[] = {
        {.format = OUTPUT_CSV, .query = "cities", .file = "a.csv", .mode = 0644}};
    const struct publication publication = {.name = "cities",
                                            .title = "地区",
                                            .folder = desk->stylesheets,
                                            .digest = "d",
                                            .queries = queries,
                                            .query_count = 1,
                                            .outputs = outputs,
                                            .output_count = 1};
    assert_int_equal(desk_publish(desk, &publication, &no_values, "published", 1), 0);
    assert_string_equal(desk_read(desk, "office/published/a.csv", NULL),
                        "\xEF\xBB\xBF"
                        "code,name\r\n420100,武汉市\r\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_that_are_no_number_are_guarded),
        cmocka_unit_test(plain_text_and_numbers_stand_bare),
        cmocka_unit_test(text_with_commas_quotes_or_line_ends_is_quoted),
        cmocka_unit_test(formulas_are_disarmed_but_numbers_are_not),
        DESK_TEST(a_publication_gives_exactly_these_bytes),
        DESK_TEST(without_columns_all_of_the_query_are_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
