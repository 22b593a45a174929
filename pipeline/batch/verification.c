/* The judgement. A payload is first what its signature says, then what the ledger says of its
 * number; an entry of the ledger is itself held against what was signed when it was made; a file is
 * known by the digest of its bytes, and only a stranger is asked for the number it names (the XMP
 * packet stands uncompressed, draw/pdf_metadata.c). Called by verify.c. */
#include "batch/verification.h"

#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/signature.h"
#include "batch/verify_messages.h"
#include "store/certificate_number.h"
#include "store/certificate_payload.h"
#include "store/check_digit.h"

enum { FILE_LIMIT = 64 * 1024 * 1024 };

static int judge(struct verification *result, enum verdict verdict, const struct message *why)
{
    result->verdict = verdict;
    result->why = why;
    return 0;
}

/* --- The ledger ---------------------------------------------------------------------------------
 */

/* An entry, in the arena. */
struct entry {
    const char *state, *payload, *content, *content_digest, *name, *issued_on, *pdf_sha256;
};

/* 1: there, 0: not, -1: reported. What the certificate says of itself goes into `result`. */
static int find_entry(struct store *store, const char *number, struct arena *arena,
                      struct entry *entry, struct verification *result)
{
    struct query *query;
    if (store_query(store, __func__,
                    "SELECT state, payload, content, content_digest, content ->> '$.name',"
                    " issued_on, pdf_sha256, key, replaced_by,"
                    " (SELECT retired_on FROM signing_key WHERE id = key)"
                    " FROM certificate WHERE number = :number",
                    &query) != 0)
        return -1;
    query_bind_text(query, "number", number);
    int step = query_step(query);
    if (step == 1) {
        const char **const texts[] = {&entry->state,          &entry->payload, &entry->content,
                                      &entry->content_digest, &entry->name,    &entry->issued_on,
                                      &entry->pdf_sha256,     &result->key,    &result->replaced_by,
                                      &result->key_retired_on};
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            *texts[i] = arena_copy(arena, query_text(query, i));
        result->name = entry->name;
        result->issued_on = entry->issued_on;
    }
    query_done(query);
    return step;
}

/* When and why it ceased to count. */
static int find_end(struct store *store, const char *number, struct arena *arena,
                    struct verification *result)
{
    struct query *query;
    if (store_query(store, __func__,
                    "SELECT day, reason FROM certificate_event WHERE number = :number"
                    " AND event IN ('voided', 'replaced') ORDER BY id LIMIT 1",
                    &query) != 0)
        return -1;
    query_bind_text(query, "number", number);
    int step = query_step(query);
    if (step == 1) {
        result->ended_on = arena_copy(arena, query_text(query, 0));
        result->reason = arena_copy(arena, query_text(query, 1));
    }
    query_done(query);
    return step < 0 ? -1 : 0;
}

/* The public key of that id, in the arena, NULL in *public if it is none of this office's. -1:
 * reported. */
static int find_key(struct store *store, const char *id, struct arena *arena, const char **public,
                    const char **retired_on)
{
    struct query *query;
    if (store_query(store, __func__,
                    "SELECT public_key, retired_on FROM signing_key WHERE id = :id", &query) != 0)
        return -1;
    query_bind_text(query, "id", id);
    int step = query_step(query);
    *public = step == 1 ? arena_copy(arena, query_text(query, 0)) : NULL;
    *retired_on = step == 1 ? arena_copy(arena, query_text(query, 1)) : NULL;
    query_done(query);
    return step < 0 ? -1 : 0;
}

static bool same(const char *one, const char *other)
{
    return one && other && strcmp(one, other) == 0;
}

/* Whether an entry is what was signed when it was made. 1, 0, or -1: reported. */
static int entry_holds(struct store *store, const char *number, const struct entry *entry,
                       struct arena *arena)
{
    char digest[DIGEST_HEX_SIZE];
    digest_bytes(entry->content, strlen(entry->content), digest);
    if (strcmp(digest, entry->content_digest) != 0)
        return 0;
    if (!entry->payload)
        return 1;
    struct certificate_payload payload;
    size_t signed_length;
    const char *public, *retired_on;
    if (!certificate_payload_read(entry->payload, arena, &payload, &signed_length))
        return 0;
    if (find_key(store, payload.key, arena, &public, &retired_on) != 0)
        return -1;
    return public && signature_verify(public, entry->payload, signed_length, payload.signature) &&
           same(payload.number, number) && same(payload.name, entry->name) &&
           same(payload.issued_on, entry->issued_on);
}

/* What the ledger says of an entry that is there. */
static int judge_entry(struct store *store, const struct entry *entry, struct arena *arena,
                       struct verification *result, const struct message *valid)
{
    int holds = entry_holds(store, result->number, entry, arena);
    if (holds < 0)
        return -1;
    if (holds == 0)
        return judge(result, VERDICT_ALTERED, &VERIFY_ALTERED_LEDGER);
    if (find_end(store, result->number, arena, result) != 0)
        return -1;
    bool in_force = strcmp(entry->state, "issued") == 0 || strcmp(entry->state, "printed") == 0;
    if (in_force == (result->ended_on != NULL)) /* its state is not what became of it */
        return judge(result, VERDICT_ALTERED, &VERIFY_ALTERED_LEDGER);
    if (in_force)
        return judge(result, VERDICT_VALID, entry->payload ? valid : &VERIFY_VALID_UNSIGNED);
    return judge(result, VERDICT_VOIDED, result->replaced_by ? &VERIFY_REPLACED : &VERIFY_VOIDED);
}

/* A number that nobody was given: was it copied wrongly? */
static int judge_stranger(struct verification *result, struct arena *arena)
{
    const char *number = result->number;
    size_t length = strlen(number);
    char wanted =
        length ? check_digit_certificate(arena_copy_bytes(arena, number, length - 1)) : '\0';
    bool fits = wanted == '\0' || wanted == number[length - 1];
    return judge(result, VERDICT_UNKNOWN,
                 fits ? &VERIFY_UNKNOWN_NUMBER : &VERIFY_UNKNOWN_MISCOPIED);
}

int verification_of_number(struct store *store, const char *number, struct arena *arena,
                           struct verification *result)
{
    char plain[LEDGER_NUMBER_SIZE];
    *result = (struct verification){.verdict = VERDICT_UNKNOWN};
    if (!certificate_number_plain(number, plain))
        return judge(result, VERDICT_UNKNOWN, &VERIFY_UNKNOWN_TEXT);
    result->number = arena_copy(arena, plain);
    struct entry entry;
    int found = find_entry(store, result->number, arena, &entry, result);
    if (found < 0)
        return -1;
    return found ? judge_entry(store, &entry, arena, result, &VERIFY_VALID)
                 : judge_stranger(result, arena);
}

/* --- The text of a QR code ----------------------------------------------------------------------
 */

int verification_of_payload(struct store *store, const char *text, struct arena *arena,
                            struct verification *result)
{
    *result = (struct verification){.verdict = VERDICT_UNKNOWN};
    struct certificate_payload payload;
    size_t signed_length;
    text = certificate_payload_begin(text);
    if (!certificate_payload_read(text, arena, &payload, &signed_length))
        return judge(result, VERDICT_UNKNOWN, &VERIFY_UNKNOWN_TEXT);
    result->number = payload.number;
    result->key = payload.key;
    const char *public;
    if (find_key(store, payload.key, arena, &public, &result->key_retired_on) != 0)
        return -1;
    if (!public)
        return judge(result, VERDICT_UNKNOWN, &VERIFY_UNKNOWN_KEY);
    if (!signature_verify(public, text, signed_length, payload.signature))
        return judge(result, VERDICT_ALTERED, &VERIFY_ALTERED_PAYLOAD);
    struct entry entry;
    int found = find_entry(store, payload.number, arena, &entry, result);
    if (found < 0)
        return -1;
    if (found == 0)
        return judge(result, VERDICT_UNKNOWN, &VERIFY_UNKNOWN_SIGNED);
    /* Not the signature: another that holds says no other thing, and (r, n - s) always is one. */
    if (!entry.payload || strncmp(entry.payload, text, signed_length + 1) != 0)
        return judge(result, VERDICT_ALTERED, &VERIFY_ALTERED_FACTS);
    return judge_entry(store, &entry, arena, result, &VERIFY_VALID);
}

/* --- A file -------------------------------------------------------------------------------------
 */

/* The number that the XMP packet names, in the arena; NULL: none, or what can be none: the file may
 * be anybody's, and what it says comes onto a screen. */
static const char *number_in(const struct buffer *file, struct arena *arena)
{
    static const char begin[] = "<yinfa:number>", end[] = "</yinfa:number>";
    const char *bytes = buffer_string(file);
    const char *at = memmem(bytes, file->length, begin, sizeof begin - 1);
    if (!at)
        return NULL;
    at += sizeof begin - 1;
    size_t rest = file->length - (size_t)(at - bytes);
    const char *stop = memmem(at, rest, end, sizeof end - 1);
    if (!stop || stop - at >= LEDGER_NUMBER_SIZE)
        return NULL;
    char plain[LEDGER_NUMBER_SIZE];
    const char *number =
        certificate_number_plain(arena_copy_bytes(arena, at, (size_t)(stop - at)), plain);
    return number ? arena_copy(arena, number) : NULL;
}

/* The number under which a file of that digest was printed, in the arena; NULL: none. -1: reported.
 */
static int number_of_digest(struct store *store, const char *digest, struct arena *arena,
                            const char **number)
{
    struct query *query;
    if (store_query(store, __func__, "SELECT number FROM certificate WHERE pdf_sha256 = :digest",
                    &query) != 0)
        return -1;
    query_bind_text(query, "digest", digest);
    int step = query_step(query);
    *number = step == 1 ? arena_copy(arena, query_text(query, 0)) : NULL;
    query_done(query);
    return step < 0 ? -1 : 0;
}

int verification_of_file(struct store *store, const char *path, struct arena *arena,
                         struct verification *result)
{
    *result = (struct verification){.verdict = VERDICT_UNKNOWN};
    struct buffer file = BUFFER_EMPTY;
    char digest[DIGEST_HEX_SIZE];
    int status = file_read(path, FILE_LIMIT, &file);
    digest_bytes(buffer_string(&file), file.length, digest);
    if (status == 0)
        status = number_of_digest(store, digest, arena, &result->number);
    bool printed = result->number != NULL;
    if (status == 0 && !printed)
        result->number = number_in(&file, arena);
    buffer_free(&file);
    if (status != 0)
        return -1;
    if (!result->number)
        return judge(result, VERDICT_UNKNOWN, &VERIFY_UNKNOWN_FILE);
    struct entry entry;
    int found = find_entry(store, result->number, arena, &entry, result);
    if (found < 0)
        return -1;
    if (printed)
        return judge_entry(store, &entry, arena, result, &VERIFY_VALID_FILE);
    if (found == 0)
        return judge_stranger(result, arena);
    if (!entry.pdf_sha256)
        return judge(result, VERDICT_UNKNOWN, &VERIFY_UNKNOWN_PRINT);
    return judge(result, VERDICT_ALTERED, &VERIFY_ALTERED_FILE);
}
