/* The one place that asks what time it is, apart from progress (which shows a rate to a person). */
#include "base/clock.h"

#include <stdint.h>
#include <stdlib.h>
#include <time.h>

enum { BEIJING_SECONDS = 8 * 60 * 60 }; /* ahead of UTC */

/* The present moment in UTC, `ahead` seconds later. */
static struct tm moment_parts(long ahead)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    long long seconds = epoch ? strtoll(epoch, &end, 10) : 0;
    time_t moment = (epoch && *epoch && *end == '\0' ? (time_t)seconds : time(NULL));
    struct tm parts;
    if (moment < INT64_MAX - ahead)
        moment += ahead;
    if (!gmtime_r(&moment, &parts) || parts.tm_year < 0 || parts.tm_year > 8099) {
        moment = 0;
        gmtime_r(&moment, &parts);
    }
    return parts;
}

void clock_timestamp(char timestamp[CLOCK_TIMESTAMP_SIZE])
{
    struct tm parts = moment_parts(0);
    strftime(timestamp, CLOCK_TIMESTAMP_SIZE, "%Y-%m-%dT%H:%M:%SZ", &parts);
}

void clock_day(char day[CLOCK_DAY_SIZE])
{
    struct tm parts = moment_parts(BEIJING_SECONDS);
    strftime(day, CLOCK_DAY_SIZE, "%Y-%m-%d", &parts);
}
