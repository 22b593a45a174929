/* Ingest as batch does it: intake, the printed result of each file, and a slip for every submission
 * that was returned and has none yet (also from a run that was killed in between). */
#ifndef YINFA_BATCH_INGEST_H
#define YINFA_BATCH_INGEST_H

#include "batch/session.h"

/* Takes in the paths and makes the slips that are due; counts into the session. 0, or -1 reported.
 */
int ingest_paths(struct session *session, const char *const *paths, size_t count);

/* Validates every returned submission again that nothing has superseded, and makes due slips. */
int ingest_retry(struct session *session);

#endif
