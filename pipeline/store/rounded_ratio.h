/* Shares and rates as they are printed: the exact quotient of two whole numbers, rounded once.
 * Pure function; store_functions.c offers it to SQL. */
#ifndef YINFA_STORE_ROUNDED_RATIO_H
#define YINFA_STORE_ROUNDED_RATIO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ROUNDED_RATIO_SIZE = 48, ROUNDED_RATIO_DECIMALS = 9 }; /* bytes with the NUL; the most */

/* `numerator` / `denominator` with that many decimals, half away from zero: 1, 8, 2 → "0.13". False
 * if the denominator is 0, the decimals are not 0 to ROUNDED_RATIO_DECIMALS, or 64 bits are not
 * enough. */
bool rounded_ratio(int64_t numerator, int64_t denominator, int decimals,
                   char text[ROUNDED_RATIO_SIZE]);

#endif
