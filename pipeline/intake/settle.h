/* Settling: putting a decided submission's file where it belongs, accepted/NNNN-name.xml or
 * returned/NNNN-name/name.xml. Private to intake/. */
#ifndef YINFA_INTAKE_SETTLE_H
#define YINFA_INTAKE_SETTLE_H

#include "intake/register.h"

/* Settles every decided submission that has no place yet: the one just decided, and what a run that
 * was killed has left. -1: reported. */
int settle_decided(struct workspace *workspace);

/* Takes a file that has been dealt with out of the inbox, unless it is not the one that was read
 * any more; with it the pictures that the submission, if it was accepted, names and the archive
 * has. -1: reported. */
int settle_clear_inbox(struct workspace *workspace, const struct arrival *arrival,
                       int64_t submission);

#endif
