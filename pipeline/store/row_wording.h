/* Wordings of business rules and gates: a query returns what is wrong, a row each, and its columns
 * fill the placeholders of the rule's text. Used by intake/rules.c and batch/gate.c. */
#ifndef YINFA_STORE_ROW_WORDING_H
#define YINFA_STORE_ROW_WORDING_H

#include "base/arena.h"
#include "store/store.h"

/* The current row's column of that name as text; NULL if there is none or it is NULL. Borrowed
 * until the next step. */
const char *row_wording_text(struct query *query, const char *name);

/* `chinese` or `english` by the language set, {label} filled with `label` and every other {name}
 * with the column of that name ('' for NULL); copied into `arena`. NULL if both wordings are NULL.
 */
const char *row_wording_fill(struct arena *arena, const char *chinese, const char *english,
                             struct query *query, const char *label);

#endif
