/* The one place that asks what time it is, apart from progress (which shows a rate to a person). */
#include "base/clock.h"

#include <stdlib.h>
#include <time.h>

void clock_timestamp(char timestamp[CLOCK_TIMESTAMP_SIZE])
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    long long seconds = epoch ? strtoll(epoch, &end, 10) : 0;
    time_t moment = epoch && *epoch && *end == '\0' ? (time_t)seconds : time(NULL);
    struct tm parts;
    if (!gmtime_r(&moment, &parts) || parts.tm_year < 0 || parts.tm_year > 8099) {
        moment = 0;
        gmtime_r(&moment, &parts);
    }
    strftime(timestamp, CLOCK_TIMESTAMP_SIZE, "%Y-%m-%dT%H:%M:%SZ", &parts);
}
