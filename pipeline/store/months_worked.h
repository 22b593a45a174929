/* How long somebody has worked, from the periods of a list. Pure functions; store_functions.c
 * offers them to SQL as the aggregate months_worked(from, until, day). */
#ifndef YINFA_STORE_MONTHS_WORKED_H
#define YINFA_STORE_MONTHS_WORKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Days by number (calendar_date_number); `ends` is the first day no longer worked. */
struct work_period {
    int32_t begins, ends;
};

/* Reads a period as it stands in a return: first and last day, `until` NULL or empty if it still
 * goes on; what lies on or after `day` does not count. False if nothing is left of it, or a date is
 * none. */
bool work_period_read(const char *from, const char *until, const char *day,
                      struct work_period *period);

/* Full months of all periods together; sorts them. A day counts once; periods that touch are one
 * unbroken stretch. A stretch has the months to the same day of a later month (民法典 articles 201,
 * 202: the day it begins on does not count, its anniversary is the last day); the days left over of
 * all stretches make a month for every 31, since a single stretch has up to 30. So who begins on 19
 * October 2019 has 60 months on 19 October 2024, and 59 if on the 20th. */
int64_t months_worked(struct work_period *periods, size_t count);

#endif
