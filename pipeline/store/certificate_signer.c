/* Signing for the ledger. The file of a new key is there, synced, before its row is; a crash
 * between the two leaves a key that signs nothing. Called by batch/: the stage `issue`, and keygen.
 */
#include "store/certificate_signer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "store/certificate_payload.h"
#include "store/signer_messages.h"

struct certificate_signer {
    struct signing_key *key;
};

/* The private key's file below the workspace; the caller frees. */
static char *key_path(const struct workspace *workspace, const char *id)
{
    char name[32];
    snprintf(name, sizeof name, "keys/%s.pem", id);
    return workspace_path(workspace, name);
}

/* The row that signs. 1: there, 0: there is none, -1: reported. */
static int find_live(const struct workspace *workspace, char id[SIGNING_KEY_ID_SIZE],
                     char public[SIGNING_KEY_PUBLIC_SIZE])
{
    struct query *query;
    if (store_query(workspace->store, __func__,
                    "SELECT id, public_key FROM signing_key WHERE retired_on IS NULL"
                    " ORDER BY made_on DESC, id LIMIT 1",
                    &query) != 0)
        return -1;
    int step = query_step(query);
    if (step == 1) {
        snprintf(id, SIGNING_KEY_ID_SIZE, "%s", query_text(query, 0));
        snprintf(public, SIGNING_KEY_PUBLIC_SIZE, "%s", query_text(query, 1));
    }
    query_done(query);
    return step;
}

int certificate_signer_open(const struct workspace *workspace, struct certificate_signer **result)
{
    char id[SIGNING_KEY_ID_SIZE], public[SIGNING_KEY_PUBLIC_SIZE];
    int found = find_live(workspace, id, public);
    if (found < 0)
        return -1;
    if (found == 0)
        return failure(&MESSAGE_SIGNER_NO_KEY, workspace->folder, NULL);
    char *path = key_path(workspace, id);
    struct signing_key *key = signing_key_read(path);
    int status = key ? 0 : -1;
    if (key && strcmp(signing_key_public(key), public) != 0)
        status = failure(&MESSAGE_SIGNER_OTHER_KEY, path, id, signing_key_id(key), NULL);
    free(path);
    if (status != 0) {
        signing_key_free(key);
        return -1;
    }
    *result = memory_new(1, sizeof **result);
    (*result)->key = key;
    return 0;
}

void certificate_signer_close(struct certificate_signer *signer)
{
    if (!signer)
        return;
    signing_key_free(signer->key);
    free(signer);
}

const char *certificate_signer_key(const struct certificate_signer *signer)
{
    return signing_key_id(signer->key);
}

static const char *text_or_empty(const char *text)
{
    return text ? text : "";
}

int certificate_signer_sign(const struct certificate_signer *signer,
                            const struct certificate_facts *facts, struct buffer *payload,
                            char signature[SIGNATURE_SIZE])
{
    const char *identity = text_or_empty(facts->identity);
    size_t length = strlen(identity);
    struct certificate_payload fields = {
        .number = text_or_empty(facts->number),
        .name = text_or_empty(facts->name),
        .issued_on = text_or_empty(facts->issued_on),
        .identity_tail = length > CERTIFICATE_TAIL ? identity + length - CERTIFICATE_TAIL : "",
        .key = signing_key_id(signer->key),
    };
    const char *fault = certificate_payload_fault(&fields);
    if (fault)
        return failure(&MESSAGE_SIGNER_FIELD, fields.number, fields.name, fault, NULL);
    size_t start = payload->length;
    certificate_payload_write(payload, &fields);
    signing_key_sign(signer->key, payload->bytes + start, payload->length - start, signature);
    buffer_print(payload, "|%s", signature);
    return 0;
}

/* The new row takes the place of the one that signs. */
static int record(struct store *store, const struct signing_key *key, const char *day)
{
    const char *values[] = {signing_key_id(key), signing_key_public(key), day};
    if (store_begin(store) != 0)
        return -1;
    if (store_run(store, "UPDATE signing_key SET retired_on = ?3 WHERE retired_on IS NULL", values,
                  3) < 0 ||
        store_run(store, "INSERT INTO signing_key (id, public_key, made_on) VALUES (?1, ?2, ?3)",
                  values, 3) < 0) {
        store_rollback(store);
        return -1;
    }
    return store_commit(store);
}

int certificate_signer_renew(const struct workspace *workspace, const char *day,
                             char id[SIGNING_KEY_ID_SIZE], char retired[SIGNING_KEY_ID_SIZE])
{
    char public[SIGNING_KEY_PUBLIC_SIZE];
    *retired = '\0';
    if (find_live(workspace, retired, public) < 0)
        return -1;
    struct signing_key *key = signing_key_generate();
    snprintf(id, SIGNING_KEY_ID_SIZE, "%s", signing_key_id(key));
    char *path = key_path(workspace, id);
    int status = signing_key_write(key, path);
    if (status == 0)
        status = record(workspace->store, key, day);
    free(path);
    signing_key_free(key);
    return status;
}
