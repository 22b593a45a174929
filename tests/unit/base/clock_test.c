/* The clock: in UTC for the record, and as the office's calendar has it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/clock.h"

static void expect(const char *epoch, const char *timestamp, const char *day)
{
    char got_timestamp[CLOCK_TIMESTAMP_SIZE], got_day[CLOCK_DAY_SIZE];
    assert_int_equal(setenv("SOURCE_DATE_EPOCH", epoch, 1), 0);
    clock_timestamp(got_timestamp);
    clock_day(got_day);
    assert_string_equal(got_timestamp, timestamp);
    assert_string_equal(got_day, day);
}

static void the_day_begins_at_midnight_in_beijing(void **state)
{
    (void)state;
    expect("1704902399", "2024-01-10T15:59:59Z", "2024-01-10");
    expect("1704902400", "2024-01-10T16:00:00Z", "2024-01-11");
}

static void a_moment_out_of_range_is_the_beginning(void **state)
{
    (void)state;
    expect("9223372036854775807", "1970-01-01T00:00:00Z", "1970-01-01");
    expect("-9223372036854775808", "1970-01-01T00:00:00Z", "1970-01-01");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_day_begins_at_midnight_in_beijing),
        cmocka_unit_test(a_moment_out_of_range_is_the_beginning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
