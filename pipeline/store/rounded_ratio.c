/* Long division, digit by digit, in whole numbers: floating point would print 0.125 as 0.12 on one
 * value and 0.13 on its neighbour. */
#include "store/rounded_ratio.h"

#include <inttypes.h>
#include <stdio.h>

bool rounded_ratio(int64_t numerator, int64_t denominator, int decimals,
                   char text[ROUNDED_RATIO_SIZE])
{
    const int64_t limit = (INT64_MAX - 9) / 10; /* a digit can still be taken in below it */
    if (denominator == 0 || decimals < 0 || decimals > ROUNDED_RATIO_DECIMALS ||
        numerator == INT64_MIN || denominator == INT64_MIN)
        return false;
    bool negative = (numerator < 0) != (denominator < 0);
    int64_t whole = numerator < 0 ? -numerator : numerator;
    int64_t divisor = denominator < 0 ? -denominator : denominator;
    int64_t value = whole / divisor, rest = whole % divisor, unit = 1;
    for (int i = 0; i < decimals; i++) {
        if (value > limit || rest > limit)
            return false;
        value = value * 10 + rest * 10 / divisor;
        rest = rest * 10 % divisor;
        unit *= 10;
    }
    if (rest >= divisor - rest) {
        if (value == INT64_MAX)
            return false;
        value++;
    }
    const char *sign = negative && value ? "-" : "";
    if (decimals == 0)
        snprintf(text, ROUNDED_RATIO_SIZE, "%s%" PRId64, sign, value);
    else
        snprintf(text, ROUNDED_RATIO_SIZE, "%s%" PRId64 ".%0*" PRId64, sign, value / unit, decimals,
                 value % unit);
    return true;
}
