/* Calendar dates: read digit by digit, so that neither locale nor clock has a say. */
#include "base/calendar_date.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* The number in `count` digits, -1 if one of them is none. */
static int digits(const char *text, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static bool read_date(const char *text, int *year, int *month, int *day)
{
    static const int month_days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return false;
    *year = digits(text, 4);
    *month = digits(text + 5, 2);
    *day = digits(text + 8, 2);
    if (*year < 1 || *month < 1 || *month > 12 || *day < 1)
        return false;
    return *day <= month_days[*month - 1] + (*month == 2 && is_leap(*year) ? 1 : 0);
}

bool calendar_date_valid(const char *text)
{
    int year, month, day;
    return read_date(text, &year, &month, &day);
}

bool calendar_date_chinese(const char *text, char chinese[CALENDAR_DATE_CHINESE_SIZE])
{
    int year, month, day;
    if (!read_date(text, &year, &month, &day))
        return false;
    snprintf(chinese, CALENDAR_DATE_CHINESE_SIZE, "%d年%d月%d日", year, month, day);
    return true;
}

bool calendar_date_anniversary(const char *text, int64_t years, char date[CALENDAR_DATE_SIZE])
{
    int year, month, day;
    if (!read_date(text, &year, &month, &day) || years < 1 - year || years > 9999 - year)
        return false;
    year += (int)years;
    if (month == 2 && day == 29 && !is_leap(year))
        day = 28;
    snprintf(date, CALENDAR_DATE_SIZE, "%04d-%02d-%02d", year, month, day);
    return true;
}
