/* ECDSA over P-256 (FIPS 186-4 §6.4) whose nonce comes from the key and the digest (RFC 6979 §3.2):
 * signing the same text with the same key again gives the same bytes, and no random number can be
 * drawn badly. Private to signature.c, apart so that the vectors of RFC 6979 can test it. */
#ifndef YINFA_BASE_ECDSA_H
#define YINFA_BASE_ECDSA_H

enum { ECDSA_SCALAR_SIZE = 32, ECDSA_SIGNATURE_SIZE = 2 * ECDSA_SCALAR_SIZE };

/* Signs a SHA-256 digest; all numbers big-endian, the signature r followed by s. `secret` must lie
 * between 1 and the order of the group less one, as every key's does. */
void ecdsa_sign(const unsigned char secret[ECDSA_SCALAR_SIZE],
                const unsigned char digest[ECDSA_SCALAR_SIZE],
                unsigned char signature[ECDSA_SIGNATURE_SIZE]);

#endif
