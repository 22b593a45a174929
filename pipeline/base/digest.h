/* SHA-256 (FIPS 180-4, by OpenSSL libcrypto): the identity of every file, row set and output. */
#ifndef YINFA_BASE_DIGEST_H
#define YINFA_BASE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

enum { DIGEST_HEX_SIZE = 65 }; /* 64 hexadecimal digits and the NUL */

struct digest;

/* A digest in progress; the caller ends it with digest_finish(). */
struct digest *digest_new(void);
void digest_add(struct digest *digest, const void *bytes, size_t length);

/* Adds a NUL-terminated string with its NUL, so that ("ab","c") and ("a","bc") differ. NULL counts
 * as a value of its own. */
void digest_add_text(struct digest *digest, const char *text);

/* Writes the digest in lower-case hexadecimal and frees `digest`. */
void digest_finish(struct digest *digest, char hex[DIGEST_HEX_SIZE]);

/* The digest of `length` bytes at once. */
void digest_bytes(const void *bytes, size_t length, char hex[DIGEST_HEX_SIZE]);

/* Whether `text` has the form of a digest: 64 digits, lower-case hexadecimal. */
bool digest_is_hex(const char *text);

#endif
