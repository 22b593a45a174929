/* Property expressions: units, arithmetic, functions, colours, and what is no expression. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "format/expression.h"

static const struct traits parent = {.font_size = 12000,
                                     .start_indent = {.length = 10000},
                                     .distance_between_starts = {.length = 24000},
                                     .label_separation = {.length = 6000}};

static bool evaluate(const char *text, struct value *value)
{
    const struct expression_context context = {.font_size = 16000, .parent = &parent};
    return expression_evaluate(text, strlen(text), &context, value);
}

static void expect_length(const char *text, millipoint length)
{
    struct value value;
    if (!evaluate(text, &value) || value.number)
        fail_msg("%s is no length", text);
    if (value.measure.length != length)
        fail_msg("%s is %d", text, value.measure.length);
}

static void units_become_thousandths_of_a_point(void **state)
{
    (void)state;
    expect_length("1pt", 1000);
    expect_length("37mm", 104882);
    expect_length("2.54cm", 72000);
    expect_length("1in", 72000);
    expect_length("1pc", 12000);
    expect_length("96px", 72000);
    expect_length("2em", 32000);
    expect_length("-.5pt", -500);
}

static void arithmetic_follows_precedence(void **state)
{
    (void)state;
    expect_length("10pt + 2 * 5pt", 20000);
    expect_length("(10pt + 2pt) * 3", 36000);
    expect_length("10pt - 2pt - 3pt", 5000);
    expect_length("10pt div 4", 2500);
    expect_length("max(1em, 10pt)", 16000);
    expect_length("min(1em, 10pt)", 10000);
    expect_length("abs(-3pt)", 3000);
    struct value value;
    assert_true(evaluate("7 mod 4", &value) && value.number && value.amount == 3 * EXPRESSION_ONE);
    assert_true(evaluate("10pt div 4pt", &value) && value.number);
    assert_int_equal(value.amount, 2500000);
    assert_true(evaluate("round(2.5)", &value) && value.amount == 3 * EXPRESSION_ONE);
}

static void percentages_and_shares_wait_for_their_reference(void **state)
{
    (void)state;
    struct value value;
    assert_true(evaluate("50% - 10pt", &value));
    assert_int_equal(measure_resolve(value.measure, 100000), 40000);
    assert_true(evaluate("proportional-column-width(2.5)", &value));
    assert_int_equal(value.measure.share, 2500);
    assert_true(evaluate("body-start()", &value));
    assert_int_equal(value.measure.length, 34000);
    assert_true(evaluate("label-end()", &value));
    assert_int_equal(measure_resolve(value.measure, 100000), 100000 - 28000);
}

static void nonsense_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",       "pt",       "10 pt", "10pt +",     "1pt + 2",
                                        "10qq",   "2pt *3pt", "(1pt",  "1pt)",       "1 div 0",
                                        "foo(1)", "1pt 2pt",  "--",    "max(1pt, 2)"};
    struct value value;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (evaluate(wrong[i], &value))
            fail_msg("%s was taken", wrong[i]);
}

static void enormous_and_deep_expressions_stay_bounded(void **state)
{
    (void)state;
    struct value value;
    expect_length("99999999999999999999mm", MEASURE_LIMIT);
    expect_length("999999pt * 999999", MEASURE_LIMIT);
    char deep[2000];
    memset(deep, '(', sizeof deep);
    assert_false(expression_evaluate(deep, sizeof deep,
                                     &(struct expression_context){.font_size = 1}, &value));
}

static void colours_are_read_in_all_notations(void **state)
{
    (void)state;
    static const char *const reds[] = {"red",
                                       "#f00",
                                       "#FF0000",
                                       "rgb(255, 0, 0)",
                                       "rgb(100%,0%,0%)",
                                       "cmyk(0, 1, 1, 0)",
                                       "rgb-icc(255, 0, 0, profile, 1, 2)",
                                       "Red"};
    struct colour colour;
    for (size_t i = 0; i < sizeof reds / sizeof *reds; i++) {
        assert_true(expression_colour(reds[i], strlen(reds[i]), &colour));
        assert_true(colour.red == 255 && !colour.green && !colour.blue && !colour.none);
    }
    assert_true(expression_colour("transparent", 11, &colour) && colour.none);
    assert_true(expression_colour("LightGoldenrodYellow", 20, &colour) && colour.blue == 210);
    assert_false(expression_colour("#12345", 6, &colour));
    assert_false(expression_colour("system-color(x)", 15, &colour));
    assert_false(expression_colour("reddish", 7, &colour));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_become_thousandths_of_a_point),
        cmocka_unit_test(arithmetic_follows_precedence),
        cmocka_unit_test(percentages_and_shares_wait_for_their_reference),
        cmocka_unit_test(nonsense_is_refused),
        cmocka_unit_test(enormous_and_deep_expressions_stay_bounded),
        cmocka_unit_test(colours_are_read_in_all_notations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
