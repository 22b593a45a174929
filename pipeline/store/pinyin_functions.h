/* SQL functions for 姓名拼音, registered by store_functions.c:
 *   pinyin_fault(pinyin, name)   NULL or one word (pinyin_spelling.h)
 *   pinyin_suggest(name)         how the name is likely read and spelled, NULL if that is not known
 *   pinyin_same(one, other)      1 if both read the same, however they are written, otherwise 0
 * All are deterministic and give NULL for NULL. Private to store/. */
#ifndef YINFA_STORE_PINYIN_FUNCTIONS_H
#define YINFA_STORE_PINYIN_FUNCTIONS_H

#include <sqlite3.h>

/* An sqlite result code. */
int pinyin_functions_register(sqlite3 *handle);

#endif
