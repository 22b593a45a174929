/* The ledger: statements over certificate and certificate_event. That numbers run without a gap and
 * none is given twice rests on the one writer, on the caller's transaction and on the unique
 * indices; that what was issued stays as it is, on the triggers of ledger_schema.sql and
 * ledger_guard_schema.sql. Called by batch/. */
#include "store/ledger.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "store/check_digit.h"
#include "store/store_messages.h"

enum { SERIAL_MOST = 999999 };

/* --- Numbers ---------------------------------------------------------------------------------- */

bool ledger_series_valid(const char *series)
{
    static const char usable[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    size_t length = strlen(series);
    return length >= 1 && length <= LEDGER_SERIES_MOST && strspn(series, usable) == length;
}

int ledger_next_number(struct store *store, const char *series, char number[LEDGER_NUMBER_SIZE],
                       int64_t *serial)
{
    int64_t last = store_integer(
        store, "SELECT ifnull(max(serial), 0) FROM certificate WHERE series = ?1", &series, 1, -1);
    if (last < 0)
        return -1;
    if (last >= SERIAL_MOST)
        return failure(&MESSAGE_LEDGER_FULL, series, NULL);
    *serial = last + 1;
    int length =
        snprintf(number, LEDGER_NUMBER_SIZE, "%.*s%06" PRId64, LEDGER_SERIES_MOST, series, *serial);
    number[length] = check_digit_certificate(number);
    number[length + 1] = '\0';
    return 0;
}

/* --- Events ----------------------------------------------------------------------------------- */

static int add_event(struct store *store, const char *number, const char *event, const char *reason,
                     const char *day, int64_t run)
{
    char row[24];
    snprintf(row, sizeof row, "%" PRId64, run);
    const char *values[] = {number, event, reason, day, run > 0 ? row : NULL};
    return store_run(store,
                     "INSERT INTO certificate_event (number, event, reason, day, run)"
                     " VALUES (?1, ?2, ?3, ?4, ?5)",
                     values, 5) < 0
               ? -1
               : 0;
}

int ledger_enter(struct store *store, const struct ledger_entry *entry, const char *number,
                 int64_t serial, const struct ledger_seal *seal, int64_t run)
{
    char digest[DIGEST_HEX_SIZE], serial_text[24];
    digest_bytes(entry->content, strlen(entry->content), digest);
    snprintf(serial_text, sizeof serial_text, "%" PRId64, serial);
    const char *values[] = {
        number,          entry->series,  serial_text,    entry->publication, entry->parameters,
        entry->holder,   entry->content, digest,         entry->issued_on,   seal->payload,
        seal->signature, seal->key,      entry->replaces};
    if (store_run(store,
                  "INSERT INTO certificate (number, series, serial, publication, parameters,"
                  " holder, content, content_digest, issued_on, state, payload, signature, key,"
                  " replaces) VALUES (?1, ?2, CAST(?3 AS INTEGER), ?4, ?5, ?6, ?7, ?8, ?9,"
                  " 'issued', ?10, ?11, ?12, ?13)",
                  values, sizeof values / sizeof *values) < 0)
        return -1;
    return add_event(store, number, "issued", entry->reason, entry->issued_on, run);
}

/* --- What the ledger holds -------------------------------------------------------------------- */

int ledger_stand(struct store *store, const char *series, const char *holder,
                 char number[LEDGER_NUMBER_SIZE], enum ledger_standing *standing)
{
    struct query *query;
    if (store_query(store, __func__,
                    "SELECT number, state = 'voided' FROM certificate"
                    " WHERE series = :series AND holder = :holder AND state <> 'replaced'"
                    " ORDER BY state = 'voided', serial DESC LIMIT 1",
                    &query) != 0)
        return -1;
    query_bind_text(query, "series", series);
    query_bind_text(query, "holder", holder);
    int step = query_step(query);
    *standing = LEDGER_NONE;
    number[0] = '\0';
    if (step == 1) {
        *standing = query_integer(query, 1) ? LEDGER_VOIDED : LEDGER_IN_FORCE;
        snprintf(number, LEDGER_NUMBER_SIZE, "%s", query_text(query, 0));
    }
    query_done(query);
    return step < 0 ? -1 : 0;
}

/* --- Out of force ----------------------------------------------------------------------------- */

/* Whether the certificate may take the state; else why not is told, with what became of it. */
static int check_change(struct store *store, const char *number, bool may_be_voided)
{
    struct query *query;
    if (store_query(store, __func__,
                    "SELECT state, ifnull(replaced_by, ''), (SELECT day FROM certificate_event"
                    " WHERE number = :number ORDER BY id DESC LIMIT 1)"
                    " FROM certificate WHERE number = :number",
                    &query) != 0)
        return -1;
    query_bind_text(query, "number", number);
    int step = query_step(query), result = step < 0 ? -1 : 0;
    if (step == 0)
        result = failure(&MESSAGE_LEDGER_UNKNOWN, number, NULL);
    if (step == 1) {
        const char *state = query_text(query, 0), *day = query_text(query, 2);
        if (strcmp(state, "replaced") == 0)
            result = failure(&MESSAGE_LEDGER_REPLACED, number, day, query_text(query, 1), NULL);
        else if (strcmp(state, "voided") == 0 && !may_be_voided)
            result = failure(&MESSAGE_LEDGER_VOIDED, number, day, NULL);
    }
    query_done(query);
    return result;
}

static int set_state(struct store *store, const char *number, const char *state, const char *reason,
                     const char *day, int64_t run)
{
    const char *values[] = {number, state};
    if (store_run(store, "UPDATE certificate SET state = ?2 WHERE number = ?1", values, 2) < 0)
        return -1;
    return add_event(store, number, state, reason, day, run);
}

int ledger_void(struct store *store, const char *number, const char *reason, const char *day,
                int64_t run)
{
    return check_change(store, number, false) == 0
               ? set_state(store, number, "voided", reason, day, run)
               : -1;
}

int ledger_replace(struct store *store, const char *number, const char *reason, const char *day,
                   int64_t run)
{
    return check_change(store, number, true) == 0
               ? set_state(store, number, "replaced", reason, day, run)
               : -1;
}

int ledger_succeed(struct store *store, const char *number, const char *successor)
{
    const char *values[] = {number, successor};
    return store_run(store, "UPDATE certificate SET replaced_by = ?2 WHERE number = ?1", values,
                     2) < 0
               ? -1
               : 0;
}

/* --- Printed ---------------------------------------------------------------------------------- */

int ledger_mark_printed(struct store *store, const char *number, const char *pdf_sha256,
                        const char *day, int64_t run)
{
    const char *values[] = {number, pdf_sha256};
    int64_t issued = store_integer(
        store, "SELECT state = 'issued' FROM certificate WHERE number = ?1", values, 1, -1);
    if (issued < 0)
        return failure(&MESSAGE_LEDGER_UNKNOWN, number, NULL);
    if (store_run(store,
                  "UPDATE certificate SET pdf_sha256 = ifnull(pdf_sha256, ?2),"
                  " state = CASE state WHEN 'issued' THEN 'printed' ELSE state END"
                  " WHERE number = ?1",
                  values, 2) < 0)
        return -1;
    return issued ? add_event(store, number, "printed", NULL, day, run) : 0;
}
