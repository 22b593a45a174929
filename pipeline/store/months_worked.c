/* Stretches of work, merged and counted in calendar months: days alone would make five years of
 * 1 826 or 1 827 days. Called by store_functions.c. */
#include "store/months_worked.h"

#include <stdlib.h>

#include "base/calendar_date.h"

enum { DAYS_A_MONTH = 31 }; /* of what is left over */

bool work_period_read(const char *from, const char *until, const char *day,
                      struct work_period *period)
{
    int32_t limit, last;
    if (!from || !day || !calendar_date_number(from, &period->begins) ||
        !calendar_date_number(day, &limit))
        return false;
    period->ends = limit;
    if (until && *until) {
        if (!calendar_date_number(until, &last))
            return false;
        if (last < limit)
            period->ends = last + 1;
    }
    return period->begins < period->ends;
}

static int by_beginning(const void *one, const void *other)
{
    const struct work_period *left = one, *right = other;
    return (left->begins > right->begins) - (left->begins < right->begins);
}

static int month_of(const char *date)
{
    return (int)strtol(date, NULL, 10) * 12 + (int)strtol(date + 5, NULL, 10);
}

/* The full months of one stretch; `*days` grows by those left over. */
static int64_t months_of_stretch(struct work_period stretch, int64_t *days)
{
    char begins[CALENDAR_DATE_SIZE], ends[CALENDAR_DATE_SIZE], reached[CALENDAR_DATE_SIZE];
    calendar_date_numbered(stretch.begins, begins);
    calendar_date_numbered(stretch.ends, ends);
    int64_t months = month_of(ends) - month_of(begins);
    int32_t day = stretch.begins;
    if (!calendar_date_months_later(begins, months, reached) ||
        !calendar_date_number(reached, &day))
        return 0; /* both dates are real, so this does not happen */
    if (day > stretch.ends) {
        months--;
        if (!calendar_date_months_later(begins, months, reached) ||
            !calendar_date_number(reached, &day))
            return 0;
    }
    *days += stretch.ends - day;
    return months;
}

int64_t months_worked(struct work_period *periods, size_t count)
{
    int64_t months = 0, days = 0;
    if (count > 1)
        qsort(periods, count, sizeof *periods, by_beginning);
    for (size_t i = 0; i < count;) {
        struct work_period stretch = periods[i];
        for (i++; i < count && periods[i].begins <= stretch.ends; i++)
            if (periods[i].ends > stretch.ends)
                stretch.ends = periods[i].ends;
        months += months_of_stretch(stretch, &days);
    }
    return months + days / DAYS_A_MONTH;
}
