/* Dates as the program keeps them: ISO 8601, "2024-01-10". Pure functions; store/ offers them to
 * SQL, definitions/ judges parameters by them. */
#ifndef YINFA_BASE_CALENDAR_DATE_H
#define YINFA_BASE_CALENDAR_DATE_H

#include <stdbool.h>
#include <stdint.h>

enum { CALENDAR_DATE_SIZE = 11, CALENDAR_DATE_CHINESE_SIZE = 24 }; /* bytes with the NUL */

/* Whether `text` is a real day of the Gregorian calendar, written YYYY-MM-DD, year 0001 to 9999. */
bool calendar_date_valid(const char *text);

/* "2024-01-10" as GB/T 9704 prints it: "2024年1月10日". False if it is no real date. */
bool calendar_date_chinese(const char *text, char chinese[CALENDAR_DATE_CHINESE_SIZE]);

/* The same day `years` later (or earlier): "2020-03-01", 5 → "2025-03-01"; 29 February becomes 28
 * February where there is none, as a period reckoned in years ends with the month's last day
 * (民法典 article 202). False if it is no real date, or the year is not 0001 to 9999. */
bool calendar_date_anniversary(const char *text, int64_t years, char date[CALENDAR_DATE_SIZE]);

/* The same day `months` later (or earlier), the month's last day where there is no such day (same
 * article): "2024-08-31", 1 → "2024-09-30". False as above. */
bool calendar_date_months_later(const char *text, int64_t months, char date[CALENDAR_DATE_SIZE]);

/* The number of a real day, counted from 1 March of the year 0. False if it is no real date. */
bool calendar_date_number(const char *text, int32_t *number);

/* The day of that number, which must lie in the years 0001 to 9999. */
void calendar_date_numbered(int32_t number, char date[CALENDAR_DATE_SIZE]);

#endif
