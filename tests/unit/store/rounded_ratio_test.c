/* Shares are rounded once, half up, in whole numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "store/rounded_ratio.h"

static void the_exact_quotient_is_rounded_once_half_away_from_zero(void **state)
{
    (void)state;
    static const struct {
        int64_t numerator, denominator;
        int decimals;
        const char *text;
    } right[] = {
        {1, 8, 2, "0.13"},
        {-1, 8, 2, "-0.13"},
        {1, -8, 2, "-0.13"},
        {3, 5, 1, "0.6"},
        {59999, 100000, 3, "0.600"},
        {599499, 1000000, 3, "0.599"},
        {2, 3, 0, "1"},
        {1, 3, 0, "0"},
        {-1, 300, 1, "0.0"},
        {0, 7, 2, "0.00"},
        {995, 1000, 1, "1.0"},
        {10000, 16, 1, "625.0"},
        {INT64_MAX, 1, 0, "9223372036854775807"},
        {7, 2, 9, "3.500000000"},
    };
    char text[ROUNDED_RATIO_SIZE];
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        assert_true(
            rounded_ratio(right[i].numerator, right[i].denominator, right[i].decimals, text));
        assert_string_equal(text, right[i].text);
    }
}

static void what_has_no_quotient_or_is_too_large_is_refused(void **state)
{
    (void)state;
    char text[ROUNDED_RATIO_SIZE];
    assert_false(rounded_ratio(1, 0, 1, text));
    assert_false(rounded_ratio(1, 2, 10, text));
    assert_false(rounded_ratio(1, 2, -1, text));
    assert_false(rounded_ratio(INT64_MIN, 3, 1, text));
    assert_false(rounded_ratio(INT64_MAX, 1, 1, text));
    assert_false(rounded_ratio(INT64_MAX - 1, INT64_MAX, 1, text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_exact_quotient_is_rounded_once_half_away_from_zero),
        cmocka_unit_test(what_has_no_quotient_or_is_too_large_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
