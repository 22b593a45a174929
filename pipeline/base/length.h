/* The unit of every length in this program: 1/1000 pt, as an integer, so that traces and re-runs
 * are exact. A page position fits 32 bits (2 147 483 pt); totals along a flow need 64. */
#ifndef YINFA_BASE_LENGTH_H
#define YINFA_BASE_LENGTH_H

#include <stdint.h>

typedef int32_t millipoint;     /* a length or position on one page, 1/1000 pt */
typedef int64_t millipoint_sum; /* a total along a flow, 1/1000 pt */

#define MILLIPOINT_PER_POINT 1000

#endif
