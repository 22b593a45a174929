/* The clock, for the record of what happened when (registered_at, began_at); no output ever shows
 * it. SOURCE_DATE_EPOCH takes its place where it is set, so that a whole run can be repeated
 * exactly. */
#ifndef YINFA_BASE_CLOCK_H
#define YINFA_BASE_CLOCK_H

enum {
    CLOCK_TIMESTAMP_SIZE = 21, /* "2024-01-10T08:00:00Z" and the NUL */
    CLOCK_DAY_SIZE = 11        /* "2024-01-10" and the NUL */
};

/* Writes the present time in UTC, ISO 8601. */
void clock_timestamp(char timestamp[CLOCK_TIMESTAMP_SIZE]);

/* Writes the present day as the office's calendar has it: in Beijing time (UTC+8), whatever zone
 * the machine is set to. */
void clock_day(char day[CLOCK_DAY_SIZE]);

#endif
