/* Findings on record, in the table `finding`: those of a submission (written by intake/), or of an
 * item or gate (written by batch/). They are replaced whole: they say what stands now. */
#ifndef YINFA_STORE_STORED_FINDING_H
#define YINFA_STORE_STORED_FINDING_H

#include "base/finding.h"
#include "store/store.h"

/* Replaces what is stored for the submission or item, within the caller's transaction. -1:
 * reported. */
int stored_finding_replace_submission(struct store *store, int64_t submission,
                                      const struct finding_list *findings);
int stored_finding_replace_item(struct store *store, const char *item,
                                const struct finding_list *findings);

#endif
