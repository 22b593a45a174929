/* Findings of items and gates in the table `finding` (those of submissions are intake's). */
#ifndef YINFA_BATCH_STORED_FINDING_H
#define YINFA_BATCH_STORED_FINDING_H

#include "base/finding.h"
#include "store/store.h"

/* Replaces what is stored for `item` with `findings`. To be called within a transaction. */
int stored_finding_replace(struct store *store, const char *item,
                           const struct finding_list *findings);

#endif
