/* SHA-256 through OpenSSL's EVP interface; an error there can only be a lack of memory or a broken
 * library, and ends the process. */
#include "base/digest.h"

#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct digest {
    EVP_MD_CTX *context;
};

static void require(int succeeded)
{
    if (succeeded == 1)
        return;
    fputs("yinfa: SHA-256 不可用 (libcrypto refused SHA-256)\n", stderr);
    exit(3);
}

struct digest *digest_new(void)
{
    struct digest *digest = memory_new(1, sizeof *digest);
    digest->context = EVP_MD_CTX_new();
    require(digest->context != NULL);
    require(EVP_DigestInit_ex(digest->context, EVP_sha256(), NULL));
    return digest;
}

void digest_add(struct digest *digest, const void *bytes, size_t length)
{
    require(EVP_DigestUpdate(digest->context, bytes, length));
}

void digest_add_text(struct digest *digest, const char *text)
{
    if (text)
        digest_add(digest, text, strlen(text) + 1);
    else
        digest_add(digest, "\xFF", 2);
}

void digest_finish(struct digest *digest, char hex[DIGEST_HEX_SIZE])
{
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    require(EVP_DigestFinal_ex(digest->context, bytes, &length));
    EVP_MD_CTX_free(digest->context);
    free(digest);
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < 32; i++) {
        hex[2 * i] = digits[bytes[i] >> 4];
        hex[2 * i + 1] = digits[bytes[i] & 15];
    }
    hex[64] = '\0';
}

void digest_bytes(const void *bytes, size_t length, char hex[DIGEST_HEX_SIZE])
{
    struct digest *digest = digest_new();
    digest_add(digest, bytes, length);
    digest_finish(digest, hex);
}

bool digest_is_hex(const char *text)
{
    return strlen(text) == DIGEST_HEX_SIZE - 1 &&
           strspn(text, "0123456789abcdef") == DIGEST_HEX_SIZE - 1;
}
