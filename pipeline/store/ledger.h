/* The ledger of certificates (ledger_schema.sql): giving numbers, and what becomes of a certificate
 * afterwards. Pure bookkeeping inside the caller's transaction: batch/ decides who is entitled, has
 * payloads signed and keeps the printed files. Every change is written down as an event with its
 * day. Failures are reported once and return -1; the caller then rolls back. */
#ifndef YINFA_STORE_LEDGER_H
#define YINFA_STORE_LEDGER_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"

/* Bytes of the longest series, and of a number: series, six digits, check digit, NUL. */
enum { LEDGER_SERIES_MOST = 16, LEDGER_NUMBER_SIZE = LEDGER_SERIES_MOST + 8 };

/* A certificate to be entered. */
struct ledger_entry {
    const char *series, *holder;
    const char *publication, *parameters; /* that prints it: "certificates", "exam=2024" */
    const char *content;                  /* JSON object: the row it is issued from */
    const char *issued_on;                /* ISO 8601 */
    const char *replaces;                 /* number; NULL: it replaces none */
    const char *reason;                   /* of the replacement, or NULL */
};

/* What its number was signed as; all NULL: it was not. */
struct ledger_seal {
    const char *payload, *signature, *key;
};

/* Whether `series` may begin a number: 1 to LEDGER_SERIES_MOST capitals, digits and '-'. A number
 * names files and items, and is read aloud. */
bool ledger_series_valid(const char *series);

/* The next number of the series: its serial is one more than the greatest ever given, whatever
 * became of that. -1 also when the series is used up. */
int ledger_next_number(struct store *store, const char *series, char number[LEDGER_NUMBER_SIZE],
                       int64_t *serial);

/* Enters a certificate under the number that ledger_next_number() gave, with its event. `run`: row
 * of table run, 0 for none. */
int ledger_enter(struct store *store, const struct ledger_entry *entry, const char *number,
                 int64_t serial, const struct ledger_seal *seal, int64_t run);

enum ledger_standing {
    LEDGER_NONE,     /* the holder has had no certificate of the series */
    LEDGER_IN_FORCE, /* has one */
    LEDGER_VOIDED    /* had one that was voided and not replaced */
};

/* How the holder stands; `number` receives that of the certificate. */
int ledger_stand(struct store *store, const char *series, const char *holder,
                 char number[LEDGER_NUMBER_SIZE], enum ledger_standing *standing);

/* Takes a certificate out of force: voided, or replaced by one that is entered next (then
 * ledger_succeed() names it). One that is voided may still be replaced; nothing else changes twice.
 * A number that is unknown or no longer in force is refused. */
int ledger_void(struct store *store, const char *number, const char *reason, const char *day,
                int64_t run);
int ledger_replace(struct store *store, const char *number, const char *reason, const char *day,
                   int64_t run);
int ledger_succeed(struct store *store, const char *number, const char *successor);

/* The certificate was printed as the PDF of that digest (NULL: as something else). Only the first
 * time counts. */
int ledger_mark_printed(struct store *store, const char *number, const char *pdf_sha256,
                        const char *day, int64_t run);

#endif
