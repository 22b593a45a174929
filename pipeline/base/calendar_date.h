/* Dates as the program keeps them: ISO 8601, "2024-01-10". Pure functions; store/ offers them to
 * SQL, definitions/ judges parameters by them. */
#ifndef YINFA_BASE_CALENDAR_DATE_H
#define YINFA_BASE_CALENDAR_DATE_H

#include <stdbool.h>

enum { CALENDAR_DATE_SIZE = 11, CALENDAR_DATE_CHINESE_SIZE = 24 }; /* bytes with the NUL */

/* Whether `text` is a real day of the Gregorian calendar, written YYYY-MM-DD, year 0001 to 9999. */
bool calendar_date_valid(const char *text);

/* "2024-01-10" as GB/T 9704 prints it: "2024年1月10日". False if it is no real date. */
bool calendar_date_chinese(const char *text, char chinese[CALENDAR_DATE_CHINESE_SIZE]);

#endif
