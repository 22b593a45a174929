/* Judging a certificate against the ledger: by its number, by the text of its QR code, by its file.
 * Reads only. Whatever is handed in may be hostile; it is never more than data. */
#ifndef YINFA_BATCH_VERIFICATION_H
#define YINFA_BATCH_VERIFICATION_H

#include "base/arena.h"
#include "base/message.h"
#include "store/store.h"

enum verdict {
    VERDICT_VALID,
    VERDICT_VOIDED,  /* was ours; does not count any more */
    VERDICT_ALTERED, /* not what was issued under that number */
    VERDICT_UNKNOWN  /* nothing of ours, as far as the ledger tells */
};

/* Strings live in the arena given; NULL where nothing is known. */
struct verification {
    enum verdict verdict;
    const struct message *why;        /* verify_messages.h */
    const char *number;               /* as asked for, if it was read */
    const char *name, *issued_on;     /* as in the ledger */
    const char *ended_on, *reason;    /* voided or replaced */
    const char *replaced_by;          /* number of the successor */
    const char *key, *key_retired_on; /* which key signed; NULL: still in use */
};

/* Each stores its judgement and returns 0, or -1: reported (the database, the file). */
int verification_of_number(struct store *store, const char *number, struct arena *arena,
                           struct verification *result);
int verification_of_payload(struct store *store, const char *text, struct arena *arena,
                            struct verification *result);
int verification_of_file(struct store *store, const char *path, struct arena *arena,
                         struct verification *result);

#endif
