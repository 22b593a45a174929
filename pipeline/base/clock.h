/* The clock, for the record of what happened when (registered_at, began_at); no output ever shows
 * it. SOURCE_DATE_EPOCH takes its place where it is set, so that a whole run can be repeated
 * exactly. */
#ifndef YINFA_BASE_CLOCK_H
#define YINFA_BASE_CLOCK_H

enum { CLOCK_TIMESTAMP_SIZE = 21 }; /* "2024-01-10T08:00:00Z" and the NUL */

/* Writes the present time in UTC, ISO 8601. */
void clock_timestamp(char timestamp[CLOCK_TIMESTAMP_SIZE]);

#endif
