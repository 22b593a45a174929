/* The manifest: published/manifest.tsv, one line for each published file: what it is, its digest
 * and size, and the digest of what it was made from. For whoever files or checks what was issued.
 */
#ifndef YINFA_BATCH_PUBLISHED_MANIFEST_H
#define YINFA_BATCH_PUBLISHED_MANIFEST_H

#include "batch/session.h"

/* Writes it anew from the database if it would differ. 0, or -1 reported. */
int published_manifest_write(struct session *session);

#endif
