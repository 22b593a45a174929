/* The key of an office, and what is signed with it. Its private half is keys/ID.pem in the
 * workspace, its public half a row of signing_key; the one row without retired_on signs. */
#ifndef YINFA_STORE_CERTIFICATE_SIGNER_H
#define YINFA_STORE_CERTIFICATE_SIGNER_H

#include "base/buffer.h"
#include "base/signature.h"
#include "store/workspace.h"

/* What is signed. Borrowed, NUL-terminated; NULL counts as empty, which is refused. */
struct certificate_facts {
    const char *number, *name;
    const char *issued_on; /* YYYY-MM-DD */
    const char *identity;  /* identity number of the holder, of which the last four are told */
};

struct certificate_signer;

/* Takes up the key that signs. -1: reported — there is none, its file is missing, open to others,
 * or another key's. The caller releases with certificate_signer_close(). */
int certificate_signer_open(const struct workspace *workspace, struct certificate_signer **signer);
void certificate_signer_close(struct certificate_signer *signer); /* NULL is allowed */

/* Its id, for column `key`. Borrowed. */
const char *certificate_signer_key(const struct certificate_signer *signer);

/* Appends the whole text of the QR code to `payload` (certificate_payload.h) and stores its last
 * field in `signature`. -1: reported — a fact that cannot stand in a payload; nothing appended. */
int certificate_signer_sign(const struct certificate_signer *signer,
                            const struct certificate_facts *facts, struct buffer *payload,
                            char signature[SIGNATURE_SIZE]);

/* Makes a new key that signs from now on and retires the one before it; the workspace is open for
 * writing and no transaction is. `retired` receives the id of the older one, "" if there was none.
 * -1: reported; what signed before signs still. */
int certificate_signer_renew(const struct workspace *workspace, const char *day,
                             char id[SIGNING_KEY_ID_SIZE], char retired[SIGNING_KEY_ID_SIZE]);

#endif
