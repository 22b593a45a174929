/* Columns of rows that were made from a submission, as a clerk calls them. */
#ifndef YINFA_BATCH_COLUMN_LABEL_H
#define YINFA_BATCH_COLUMN_LABEL_H

#include "batch/session.h"

/* The label of `column` in `kind` (NULL: not known), the submission's of which the row was made;
 * else in one of those that it builds on and that the same senders send: what was sent once is not
 * sent twice. `column` itself if neither has it, and in English, for labels are Chinese. Borrowed
 * of the session's kinds. */
const char *column_label(struct session *session, const char *kind, const char *column);

#endif
