/* A length that may depend on something the layout knows only later: a percentage of a reference
 * width, a share of what is left among table columns (XSL 1.1 §5.9). Sums and multiples of
 * measures are measures, so expressions stay linear. */
#ifndef YINFA_FORMAT_MEASURE_H
#define YINFA_FORMAT_MEASURE_H

#include <stdbool.h>

#include "base/length.h"

enum { MEASURE_PERCENT = 1000, MEASURE_WHOLE = 100 * MEASURE_PERCENT, MEASURE_SHARE = 1000 };

struct measure {
    millipoint length;
    int32_t percent; /* of the reference length, 1/1000 % */
    int32_t share;   /* proportional-column-width() units, 1/1000 */
    bool automatic;  /* auto, none or normal: the fields above are 0 */
    int16_t keyword; /* the token that made it automatic: enum keyword */
};

/* The largest length a page position may take: sums of a few of them stay in 32 bits. */
#define MEASURE_LIMIT 500000000

static inline millipoint measure_clamp(int64_t length)
{
    return length > MEASURE_LIMIT    ? MEASURE_LIMIT
           : length < -MEASURE_LIMIT ? -MEASURE_LIMIT
                                     : (millipoint)length;
}

/* The length against a reference length; 0 for auto. */
static inline millipoint measure_resolve(struct measure measure, millipoint reference)
{
    return measure_clamp(measure.length + (int64_t)measure.percent * reference / MEASURE_WHOLE);
}

static inline struct measure measure_of(millipoint length)
{
    return (struct measure){.length = length};
}

#endif
