/* Months of work, at the limits that decide whether somebody may be certified. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/calendar_date.h"
#include "store/months_worked.h"

enum { PERIODS = 3 };

struct life {
    const char *from_until[PERIODS][2];
    const char *day;
    int64_t months;
};

static void full_months_are_counted(void **state)
{
    (void)state;
    static const struct life lives[] = {
        /* Five years to the day, and a day less. */
        {{{"2019-10-19", NULL}}, "2024-10-19", 60},
        {{{"2019-10-20", NULL}}, "2024-10-19", 59},
        {{{"2019-10-19", ""}}, "2024-10-19", 60},
        /* A last day that is given is worked; what lies behind the day does not count. */
        {{{"2018-01-01", "2022-12-31"}}, "2024-10-19", 60},
        {{{"2018-01-01", "2022-12-30"}}, "2024-10-19", 59},
        {{{"2019-10-19", "2030-01-01"}}, "2024-10-19", 60},
        {{{"2024-10-19", NULL}}, "2024-10-19", 0},
        {{{"2025-01-01", NULL}}, "2024-10-19", 0},
        /* Periods that touch are one stretch, in whatever order; a day counts once. */
        {{{"2021-02-15", "2021-02-28"}, {"2021-02-01", "2021-02-14"}}, "2024-10-19", 1},
        {{{"2021-02-01", "2021-02-20"}, {"2021-02-10", "2021-02-28"}}, "2024-10-19", 1},
        {{{"2021-01-01", "2021-12-31"}, {"2021-03-01", "2021-03-31"}}, "2024-10-19", 12},
        /* Days left over of several stretches: 31 are a month. */
        {{{"2020-01-01", "2020-01-16"}, {"2020-03-01", "2020-03-15"}}, "2024-10-19", 1},
        {{{"2020-01-01", "2020-01-15"}, {"2020-03-01", "2020-03-15"}}, "2024-10-19", 0},
        /* The month's last day where there is no such day. */
        {{{"2024-02-29", NULL}}, "2025-02-28", 12},
        {{{"2024-08-31", NULL}}, "2024-09-30", 1},
        {{{"2024-08-31", NULL}}, "2024-09-29", 0},
        /* What is no date is no period. */
        {{{"2024-13-01", NULL}, {"2024-01-01", "x"}, {NULL, NULL}}, "2024-10-19", 0},
        {{{"2024-01-01", NULL}}, "x", 0},
        {{{"2024-05-01", "2024-04-01"}}, "2024-10-19", 0},
    };
    for (size_t i = 0; i < sizeof lives / sizeof *lives; i++) {
        struct work_period periods[PERIODS];
        size_t count = 0;
        for (size_t j = 0; j < PERIODS; j++)
            if (work_period_read(lives[i].from_until[j][0], lives[i].from_until[j][1], lives[i].day,
                                 &periods[count]))
                count++;
        int64_t months = months_worked(periods, count);
        if (months != lives[i].months)
            fail_msg("from %s: %d months", lives[i].from_until[0][0], (int)months);
    }
    assert_int_equal(months_worked(NULL, 0), 0);
}

/* Each day of the calendar has the number behind that of the day before it. */
static void days_are_numbered_without_a_gap(void **state)
{
    (void)state;
    int32_t first, last, number;
    char date[CALENDAR_DATE_SIZE];
    assert_true(calendar_date_number("0001-01-01", &first));
    assert_true(calendar_date_number("9999-12-31", &last));
    assert_int_equal(last - first, 3652058);
    for (int32_t day = first; day <= last; day++) {
        calendar_date_numbered(day, date);
        assert_true(calendar_date_number(date, &number));
        assert_int_equal(number, day);
    }
    assert_false(calendar_date_number("2023-02-29", &number));
}

static void months_later_ends_with_the_month(void **state)
{
    (void)state;
    char date[CALENDAR_DATE_SIZE];
    assert_true(calendar_date_months_later("2024-08-31", 1, date));
    assert_string_equal(date, "2024-09-30");
    assert_true(calendar_date_months_later("2024-01-31", -11, date));
    assert_string_equal(date, "2023-02-28");
    assert_false(calendar_date_months_later("9999-12-01", 1, date));
    assert_false(calendar_date_months_later("0001-01-01", -1, date));
    assert_false(calendar_date_months_later("2024-01-01", INT64_MAX, date));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(full_months_are_counted),
        cmocka_unit_test(days_are_numbered_without_a_gap),
        cmocka_unit_test(months_later_ends_with_the_month),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
