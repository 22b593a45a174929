/* The stage `issue`: everyone who is entitled and has no certificate yet gets the next number. */
#ifndef YINFA_BATCH_ISSUE_H
#define YINFA_BATCH_ISSUE_H

#include "batch/session.h"
#include "store/ledger.h"

/* Enters a certificate under its series' next number, signed, in the open transaction; `number`
 * receives that. `name`: the holder's, for the signature. -1: reported. */
int issue_enter(struct session *session, const struct ledger_entry *entry, const char *name,
                char number[LEDGER_NUMBER_SIZE]);

/* Issues all certificates of the publication that are due, in one transaction, and prints how many.
 * What is to be looked at — rows that cannot be issued, certificates that no longer fit the data —
 * is added to the session's findings. 0; EXIT_STOPPED: a row cannot be issued, so none was; -1. */
int issue_certificates(struct session *session, const struct publication *publication,
                       const struct parameter_values *values);

#endif
