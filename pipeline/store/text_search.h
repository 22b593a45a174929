/* SQL functions that look for patterns in text, registered by store_functions.c. A pattern is a
 * regular expression of ICU (UTS #18), in which \p{Han} is a Chinese character:
 *   find(t, pattern)               the first match, NULL if there is none
 *   find_all(t, pattern, between)  the first five with `between` between them, …… if there are more
 *   find_count(t, pattern)         how many there are
 *   find_replace(t, pattern, by)   t with every match replaced; $1 in `by` is the first group
 *   document_number(t)             a 发文字号 as it is printed: its year in 〔〕
 * All are deterministic and give NULL for NULL. Private to store/. */
#ifndef YINFA_STORE_TEXT_SEARCH_H
#define YINFA_STORE_TEXT_SEARCH_H

#include <sqlite3.h>

/* An sqlite result code. */
int text_search_register(sqlite3 *handle);

#endif
