/* Signatures that every browser can verify: ECDSA over P-256 with SHA-256, r and s one after the
 * other in base64url without padding (RFC 4648 §5), which is what WebCrypto takes. Keys are kept as
 * PEM (PKCS #8), public keys told as base64 of their SubjectPublicKeyInfo (RFC 5480). */
#ifndef YINFA_BASE_SIGNATURE_H
#define YINFA_BASE_SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

enum {
    SIGNATURE_SIZE = 87,          /* 86 characters and the NUL */
    SIGNING_KEY_ID_SIZE = 9,      /* 8 hexadecimal digits: the first of the public key's SHA-256 */
    SIGNING_KEY_PUBLIC_SIZE = 125 /* base64 of 91 bytes, and the NUL */
};

/* A key pair. */
struct signing_key;

/* A new one; the caller releases with signing_key_free(). */
struct signing_key *signing_key_generate(void);

/* Reads what signing_key_write() wrote. NULL: reported — not there, open to others than its owner,
 * or no such key. */
struct signing_key *signing_key_read(const char *path);

/* Writes the private key, 0600, all or nothing. -1: reported. */
int signing_key_write(const struct signing_key *key, const char *path);

void signing_key_free(struct signing_key *key); /* NULL is allowed */

const char *signing_key_id(const struct signing_key *key);     /* borrowed */
const char *signing_key_public(const struct signing_key *key); /* borrowed, base64 */

/* Signs `length` bytes. The same bytes again give the same signature (ecdsa.h). */
void signing_key_sign(const struct signing_key *key, const char *text, size_t length,
                      char signature[SIGNATURE_SIZE]);

/* Whether `signature` is one of these bytes by the owner of that public key. Whatever is malformed
 * is false, also a last character with bits that say nothing, so that no altered character passes.
 */
bool signature_verify(const char *public_key, const char *text, size_t length,
                      const char *signature);

#endif
