/* The SQL functions that rules and queries may use, registered on every connection by store.c:
 *   identity_birth(t)  identity_mask(t)  identity_valid(t)  identity_fault(t)
 *   identity_check_digit(t)  credit_code_check_digit(t)  organization_check_digit(t)
 *   credit_code_valid(t)  credit_code_fault(t)  name_fault(t)  date_valid(t)  chinese_date(t)
 *   sha256(t)  anniversary(date, years)  rounded_ratio(numerator, denominator, decimals)
 * those that look for patterns (text_search.h) and those for names in pinyin (pinyin_functions.h).
 * All are deterministic and give NULL for NULL. Private to store/. */
#ifndef YINFA_STORE_FUNCTIONS_H
#define YINFA_STORE_FUNCTIONS_H

#include <sqlite3.h>

/* An sqlite result code. */
int store_functions_register(sqlite3 *handle);

#endif
