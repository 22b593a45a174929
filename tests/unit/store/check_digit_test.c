/* Check characters and dates, with the worked numbers of the standards' tables. Region 429999
 * belongs to nobody. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/calendar_date.h"
#include "store/check_digit.h"
#include "store/credit_code.h"
#include "store/identity_number.h"

static void identity_check_characters_are_those_of_gb_11643(void **state)
{
    (void)state;
    assert_int_equal(check_digit_identity("42999919900101001"), '5');
    assert_int_equal(check_digit_identity("429999199001010014"),
                     '5'); /* wrong, and what is right */
    assert_int_equal(check_digit_identity("429999199001010023"), '3');
    assert_int_equal(check_digit_identity("42999919900101004X"), 'X');
    assert_int_equal(check_digit_identity("420102209912310014"), '4');
}

static void what_is_no_identity_number_has_no_check_character(void **state)
{
    (void)state;
    const char *const wrong[] = {"",
                                 "4299991990010100",
                                 "42999919900101004x",
                                 "42999919900101001 ",
                                 "4299991990010100155",
                                 "42999919900I01001",
                                 "４２9999199001010015"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(check_digit_identity(wrong[i]), '\0');
}

struct judgement {
    const char *text, *fault; /* fault NULL: the text is good */
};

static void expect_faults(const char *(*fault)(const char *), const struct judgement *cases,
                          size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *found = fault(cases[i].text);
        assert_string_equal(found ? found : "good", cases[i].fault ? cases[i].fault : "good");
    }
}

static void identity_numbers_are_judged_by_form_birth_check_and_province(void **state)
{
    (void)state;
    static const struct judgement cases[] = {
        {"429999199001010015", NULL},
        {"429999199001010023", NULL},
        {"42999919900101004X", NULL},
        {"420102209912310014", NULL}, /* the future is a rule's business */
        {"", "empty"},
        {"429999900101001", "old"},
        {"42999919900101004x", "small"},
        {"429999 19900101004", "wide"},
        {"４29999199001010015", "wide"},
        {"42999919900101004Ｘ", "wide"},
        {"42999919900101001", "form"}, /* 17 characters */
        {"029999199001010015", "form"},
        {"42999919900I010015", "form"},
        {"429999189912310012", "date"}, /* before 1900, whatever the check character */
        {"429999199002300015", "date"}, /* 30 February */
        {"429999199001010014", "check"},
        {"990102199001010015", "province"},
    };
    expect_faults(identity_number_fault, cases, sizeof cases / sizeof *cases);
}

static void births_are_iso_dates(void **state)
{
    (void)state;
    char birth[CALENDAR_DATE_SIZE];
    assert_true(
        identity_number_birth("429999199001010014", birth)); /* the check is another matter */
    assert_string_equal(birth, "1990-01-01");
    assert_false(identity_number_birth("429999199013010014", birth));
    assert_false(identity_number_birth("42999919900101001", birth));
}

static void expect_mask(const char *number, const char *masked)
{
    struct buffer out = BUFFER_EMPTY;
    identity_number_mask(&out, number);
    assert_string_equal(buffer_string(&out), masked);
    buffer_free(&out);
}

static void masks_keep_the_ends_and_leak_no_short_number(void **state)
{
    (void)state;
    expect_mask("429999199001010015", "429999********0015");
    expect_mask("42999919900101001", "429999*******1001");
    expect_mask("42999919900101", "**************");
    expect_mask("张三李四", "****");
    expect_mask("", "");
}

static void credit_codes_have_two_check_characters(void **state)
{
    (void)state;
    const char *const right[] = {"91429999MA0ABCDE6M", "51429999MJ0000AB37", "11429999000000AB4T",
                                 "12429999000000CD32"};
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        assert_null(credit_code_fault(right[i]));
        assert_int_equal(check_digit_credit_code(right[i]), right[i][17]);
        assert_int_equal(check_digit_organization(right[i] + 8), right[i][16]);
    }
}

static void credit_codes_are_judged_from_the_coarse_to_the_fine(void **state)
{
    (void)state;
    static const struct judgement cases[] = {
        {"", "empty"},
        {"91429999 MA0ABCDE6", "wide"},
        {"９1429999MA0ABCDE6M", "wide"},
        {"429999000012345", "old"},
        {"91429999ma0abcde6m", "small"},
        {"91429999MA0ABCDE6", "length"},
        {"91429999MA0ABCDE6MM", "length"},
        {"91429999MA0ABCDE样6", "letter"},
        {"91429999MAOABCDE6M", "letter"}, /* O for 0 */
        {"B1429999MA0ABCDE6M", "kind"},
        {"9142999XMA0ABCDE6M", "region"},
        {"91429999MA0ABCDF6M", "organization"},
        {"91429999MA0ABCDE6N", "check"},
        {"91429999MA0ABCDE61", "check"},
        {"91429998MA0ABCDE6M", "check"},
    };
    expect_faults(credit_code_fault, cases, sizeof cases / sizeof *cases);
}

static void dates_are_days_of_the_calendar(void **state)
{
    (void)state;
    const char *const right[] = {"2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"};
    for (size_t i = 0; i < sizeof right / sizeof *right; i++)
        assert_true(calendar_date_valid(right[i]));
    const char *const wrong[] = {"2023-02-29", "1900-02-29",  "2024-04-31", "2024-13-01",
                                 "2024-00-10", "2024-01-00",  "0000-01-01", "2024-1-10",
                                 "2024/01/10", "2024-01-10 ", "",           "2024-0a-10",
                                 "-024-01-10"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(calendar_date_valid(wrong[i]));
    char chinese[CALENDAR_DATE_CHINESE_SIZE];
    assert_true(calendar_date_chinese("2024-01-10", chinese));
    assert_string_equal(chinese, "2024年1月10日");
    assert_true(calendar_date_chinese("2024-12-31", chinese));
    assert_string_equal(chinese, "2024年12月31日");
    assert_false(calendar_date_chinese("2024-02-30", chinese));
}

/* A term of five years ends on its anniversary; one that begins on a leap day ends on 28 February.
 */
static void anniversaries_end_with_the_month(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int years;
        const char *to;
    } right[] = {
        {"2020-03-01", 5, "2025-03-01"}, {"2020-02-29", 5, "2025-02-28"},
        {"2020-02-29", 4, "2024-02-29"}, {"2019-02-28", 5, "2024-02-28"},
        {"2024-12-31", 0, "2024-12-31"}, {"2024-02-29", -1, "2023-02-28"},
    };
    char date[CALENDAR_DATE_SIZE];
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        assert_true(calendar_date_anniversary(right[i].from, right[i].years, date));
        assert_string_equal(date, right[i].to);
    }
    assert_false(calendar_date_anniversary("2023-02-29", 1, date));
    assert_false(calendar_date_anniversary("9999-01-01", 1, date));
    assert_false(calendar_date_anniversary("0001-01-01", -1, date));
    assert_false(calendar_date_anniversary("2024-01-01", INT64_MAX, date));
}

/* The standard's own example: 0794 is completed to 07945. */
static void certificates_end_with_the_digit_of_iso_7064(void **state)
{
    (void)state;
    assert_int_equal(check_digit_certificate("0794"), '5');
    assert_int_equal(check_digit_certificate("2024000001"),
                     check_digit_certificate("JY2024-000001"));
    assert_int_equal(check_digit_certificate(""), '\0');
    assert_int_equal(check_digit_certificate("JY"), '\0');
    char number[] = "2024000127"; /* every other digit in any place asks for another */
    char right = check_digit_certificate(number);
    for (size_t i = 0; number[i]; i++) {
        char kept = number[i];
        for (number[i] = '0'; number[i] <= '9'; number[i]++)
            assert_true(number[i] == kept || check_digit_certificate(number) != right);
        number[i] = kept;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(identity_check_characters_are_those_of_gb_11643),
        cmocka_unit_test(what_is_no_identity_number_has_no_check_character),
        cmocka_unit_test(identity_numbers_are_judged_by_form_birth_check_and_province),
        cmocka_unit_test(births_are_iso_dates),
        cmocka_unit_test(masks_keep_the_ends_and_leak_no_short_number),
        cmocka_unit_test(credit_codes_have_two_check_characters),
        cmocka_unit_test(credit_codes_are_judged_from_the_coarse_to_the_fine),
        cmocka_unit_test(certificates_end_with_the_digit_of_iso_7064),
        cmocka_unit_test(dates_are_days_of_the_calendar),
        cmocka_unit_test(anniversaries_end_with_the_month),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
