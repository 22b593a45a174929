/* The SQL functions that look for patterns, asked the way a rule asks them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "store/store_functions.h"

static sqlite3 *handle;

static int begin(void **state)
{
    (void)state;
    return sqlite3_open(":memory:", &handle) == SQLITE_OK ? store_functions_register(handle) : -1;
}

static int end(void **state)
{
    (void)state;
    return sqlite3_close(handle);
}

/* The single value of an expression; "NULL", or "error: …". */
static const char *value(const char *expression)
{
    static char text[400];
    char sql[400];
    sqlite3_stmt *statement;
    snprintf(sql, sizeof sql, "SELECT %s", expression);
    assert_int_equal(sqlite3_prepare_v2(handle, sql, -1, &statement, NULL), SQLITE_OK);
    if (sqlite3_step(statement) != SQLITE_ROW)
        snprintf(text, sizeof text, "error: %s", sqlite3_errmsg(handle));
    else if (sqlite3_column_type(statement, 0) == SQLITE_NULL)
        strcpy(text, "NULL");
    else
        snprintf(text, sizeof text, "%s", (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    return text;
}

static void the_first_match_is_found(void **state)
{
    (void)state;
    assert_string_equal(value("find('质量强省,深入实施,', '..(?<=\\p{Han}),')"), "强省,");
    assert_string_equal(value("find('质量强省，深入实施', ',')"), "NULL");
    assert_string_equal(value("find('𠮷林,', '𠮷.')"), "𠮷林");
    assert_string_equal(value("find('', '^$')"), "");
    assert_string_equal(value("find(NULL, 'a')"), "NULL");
    assert_string_equal(value("find('a', NULL)"), "NULL");
    assert_string_equal(value("length(find('a' || char(0) || 'b', '.+'))"), "1"); /* up to NUL */
}

static void places_are_shown_with_what_stands_around(void **state)
{
    (void)state;
    assert_string_equal(value("find_places('甲,', ',')"), "甲,");
    assert_string_equal(value("find_places('一二三四五六七八,九十一二三四五六', ',')"),
                        "三四五六七八,九十一二三四");
    /* near each other: together; apart: each for itself */
    assert_string_equal(value("find_places('一二三四五六七,八九十;一二三四五六七八', '[,;]')"),
                        "二三四五六七,八九十;一二三四五六");
    assert_string_equal(value("find_places('甲,一二三四五六七八九十一二三四乙,', ',')"),
                        "甲,一二三四五六”“十一二三四乙,");
    assert_string_equal(value("find_places('𠮷𠮷𠮷𠮷𠮷𠮷𠮷,𠮷𠮷𠮷𠮷𠮷𠮷𠮷', ',')"),
                        "𠮷𠮷𠮷𠮷𠮷𠮷,𠮷𠮷𠮷𠮷𠮷𠮷");
    assert_string_equal(value("find_places('一二三', '[,;]')"), "NULL");
    assert_string_equal(value("find_places('', '^')"), "NULL");
    assert_string_equal(value("find_places(NULL, ',')"), "NULL");
}

static void five_places_are_enough(void **state)
{
    (void)state;
    assert_string_equal(
        value("find_places(replace(',------------', '-', 'abcdefghijklmn,'), 'n,')"),
        "hijklmn,abcdef”“hijklmn,abcdef”“hijklmn,abcdef”“hijklmn,abcdef”“"
        "hijklmn,abcdef……");
}

static void matches_are_counted(void **state)
{
    (void)state;
    assert_string_equal(value("find_count('（一）、（二）、', '）、')"), "2");
    assert_string_equal(value("find_count('', 'a')"), "0");
    assert_string_equal(value("find_count(NULL, 'a')"), "NULL");
}

static void matches_are_replaced(void **state)
{
    (void)state;
    assert_string_equal(
        value("find_replace('2024.1.10', '(\\d+)\\.(\\d+)\\.(\\d+)', '$1年$2月$3日')"),
        "2024年1月10日");
    assert_string_equal(value("find_replace('王 样 例', ' ', '')"), "王样例");
    assert_string_equal(value("find_replace(' ', ' ', '')"), "");
    assert_string_equal(value("find_replace(NULL, ' ', '')"), "NULL");
    assert_string_equal(value("find_replace('a', 'a', NULL)"), "NULL");
}

static void a_document_number_gets_its_brackets(void **state)
{
    (void)state;
    assert_string_equal(value("document_number('样质强办〔2024〕1号')"), "样质强办〔2024〕1号");
    static const char *const wrong[] = {"【2024】", "[2024]",  "［2024］", "(2024)",
                                        "（2024）", "〔2024]", "〈2024〉"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char expression[80];
        snprintf(expression, sizeof expression, "document_number('样质强办%s1号')", wrong[i]);
        assert_string_equal(value(expression), "样质强办〔2024〕1号");
    }
    assert_string_equal(value("document_number('样质强办（试点）【24】1号')"),
                        "样质强办（试点）【24】1号");
    assert_string_equal(value("document_number('第9号')"), "第9号");
    assert_string_equal(value("document_number('')"), "");
    assert_string_equal(value("document_number(NULL)"), "NULL");
}

static void a_pattern_that_is_none_is_an_error(void **state)
{
    (void)state;
    assert_string_equal(value("find('a', '(')"), "error: U_REGEX_MISMATCHED_PAREN");
    assert_string_equal(value("find('a', '')"), "error: U_ILLEGAL_ARGUMENT_ERROR");
}

static void a_pattern_without_end_is_cut_off(void **state)
{
    (void)state;
    assert_string_equal(
        value("find('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '(a+)+b')"),
        "error: U_REGEX_TIME_OUT");
}

/* One statement, many rows, patterns from constants and from columns. */
static void each_row_is_searched_with_its_pattern(void **state)
{
    (void)state;
    assert_string_equal(value("group_concat(find(column1, column2) || find(column1, '.$'), ' ')"
                              " FROM (VALUES ('一二', '.'), ('三四', '四'), ('五六', '..'))"),
                        "一二 四四 五六六");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_match_is_found),
        cmocka_unit_test(places_are_shown_with_what_stands_around),
        cmocka_unit_test(five_places_are_enough),
        cmocka_unit_test(matches_are_counted),
        cmocka_unit_test(matches_are_replaced),
        cmocka_unit_test(a_document_number_gets_its_brackets),
        cmocka_unit_test(a_pattern_that_is_none_is_an_error),
        cmocka_unit_test(a_pattern_without_end_is_cut_off),
        cmocka_unit_test(each_row_is_searched_with_its_pattern),
    };
    return cmocka_run_group_tests_name("text search", tests, begin, end);
}
