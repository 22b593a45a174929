/* Certificates out of force (voided, replaced) do not stay among the published files. */
#ifndef YINFA_BATCH_WITHDRAWN_H
#define YINFA_BATCH_WITHDRAWN_H

#include "batch/session.h"

/* Takes the files of certificates out of force, copies with masked numbers too, out of published/;
 * counted in session->withdrawn. The bytes of what was printed stay in the archive; what was
 * published into another folder is not touched. Outside of a transaction. -1: reported. */
int withdrawn_remove(struct session *session);

#endif
