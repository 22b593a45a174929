/* SQL functions that look for patterns in text, registered by store_functions.c. A pattern is a
 * regular expression of ICU (UTS #18), in which \p{Han} is a Chinese character:
 *   find(t, pattern)              the first match, NULL if there is none
 *   find_places(t, pattern)       the first five for a clerk to find, or NULL (see below)
 *   find_count(t, pattern)        how many there are
 *   find_replace(t, pattern, by)  t with every match replaced; $1 in `by` is the first group
 *   document_number(t)            a 发文字号 as it is printed: its year in 〔〕
 * All are deterministic and give NULL for NULL. A place is shown with six characters either side,
 * those near each other together; as they stand within “” they are parted by ”“, and …… says that
 * there are more. Private to store/. */
#ifndef YINFA_STORE_TEXT_SEARCH_H
#define YINFA_STORE_TEXT_SEARCH_H

#include <sqlite3.h>

/* An sqlite result code. */
int text_search_register(sqlite3 *handle);

#endif
