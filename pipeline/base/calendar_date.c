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

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

static bool read_date(const char *text, int *year, int *month, int *day)
{
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return false;
    *year = digits(text, 4);
    *month = digits(text + 5, 2);
    *day = digits(text + 8, 2);
    if (*year < 1 || *month < 1 || *month > 12 || *day < 1)
        return false;
    return *day <= days_in_month(*year, *month);
}

static void write_digits(char *digits, size_t count, int value)
{
    for (size_t i = count; i-- > 0; value /= 10)
        digits[i] = (char)('0' + value % 10);
}

static void write_date(int year, int month, int day, char date[CALENDAR_DATE_SIZE])
{
    memcpy(date, "0000-00-00", CALENDAR_DATE_SIZE);
    write_digits(date, 4, year);
    write_digits(date + 5, 2, month);
    write_digits(date + 8, 2, day);
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
    return years >= -9999 && years <= 9999 && calendar_date_months_later(text, years * 12, date);
}

bool calendar_date_months_later(const char *text, int64_t months, char date[CALENDAR_DATE_SIZE])
{
    int year, month, day;
    if (!read_date(text, &year, &month, &day) || months < -9999 * 12 || months > 9999 * 12)
        return false;
    int count = year * 12 + month - 1 + (int)months; /* of months since the year 0 */
    if (count < 12 || count >= 10000 * 12)
        return false;
    year = count / 12;
    month = count % 12 + 1;
    if (day > days_in_month(year, month))
        day = days_in_month(year, month);
    write_date(year, month, day, date);
    return true;
}

/* --- Numbered days: years begin in March, so that a leap day is the last of its year ------------
 */

enum { DAYS_IN_YEAR = 365, DAYS_IN_CENTURY = 36524, DAYS_IN_ERA = 146097 /* 400 years */ };

/* Of a month counted from March: 0, 31, 61, 92 … (five months are 153 days). */
static int days_before_month(int month)
{
    return (153 * month + 2) / 5;
}

bool calendar_date_number(const char *text, int32_t *number)
{
    int year, month, day;
    if (!read_date(text, &year, &month, &day))
        return false;
    if (month < 3)
        year--;
    *number = year * DAYS_IN_YEAR + year / 4 - year / 100 + year / 400 +
              days_before_month((month + 9) % 12) + day - 1;
    return true;
}

void calendar_date_numbered(int32_t number, char date[CALENDAR_DATE_SIZE])
{
    int era = number / DAYS_IN_ERA, rest = number % DAYS_IN_ERA;
    int year =
        (rest - rest / (4 * DAYS_IN_YEAR) + rest / DAYS_IN_CENTURY - rest / (DAYS_IN_ERA - 1)) /
        DAYS_IN_YEAR;
    rest -= year * DAYS_IN_YEAR + year / 4 - year / 100;
    int month = (5 * rest + 2) / 153;
    int day = rest - days_before_month(month) + 1;
    year += era * 400 + (month >= 10);
    write_date(year, (month + 2) % 12 + 1, day, date);
}
