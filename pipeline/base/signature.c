/* Keys and verification by OpenSSL's EVP interface, signing by ecdsa.c. Texts from outside (public
 * keys, signatures) are held to their exact form before they are decoded. Called by
 * store/certificate_signer.c and batch/. */
#include "base/signature.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "base/digest.h"
#include "base/ecdsa.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/signature_messages.h"

enum {
    PUBLIC_BYTES = 91, /* a SubjectPublicKeyInfo of an uncompressed point on P-256 */
    PEM_LIMIT = 4096
};

struct signing_key {
    EVP_PKEY *pair;
    unsigned char secret[ECDSA_SCALAR_SIZE];
    char id[SIGNING_KEY_ID_SIZE];
    char public[SIGNING_KEY_PUBLIC_SIZE];
};

static void require(bool succeeded)
{
    if (succeeded)
        return;
    fputs("yinfa: 签名算法不可用 (libcrypto refused P-256)\n", stderr);
    exit(3);
}

/* --- Keys ---------------------------------------------------------------------------------------
 */

/* The key around `pair`, which it takes over; NULL, and `pair` freed, if it is none of P-256. */
static struct signing_key *key_of(EVP_PKEY *pair)
{
    struct signing_key *key = memory_new(1, sizeof *key);
    key->pair = pair;
    unsigned char *bytes = NULL;
    char curve[16] = "", digest[DIGEST_HEX_SIZE];
    BIGNUM *secret = NULL;
    bool good = EVP_PKEY_get_utf8_string_param(pair, OSSL_PKEY_PARAM_GROUP_NAME, curve,
                                               sizeof curve, NULL) &&
                strcmp(curve, "prime256v1") == 0 && i2d_PUBKEY(pair, &bytes) == PUBLIC_BYTES &&
                EVP_PKEY_get_bn_param(pair, OSSL_PKEY_PARAM_PRIV_KEY, &secret) &&
                BN_bn2binpad(secret, key->secret, ECDSA_SCALAR_SIZE) == ECDSA_SCALAR_SIZE;
    if (good) {
        EVP_EncodeBlock((unsigned char *)key->public, bytes, PUBLIC_BYTES);
        digest_bytes(bytes, PUBLIC_BYTES, digest);
        snprintf(key->id, sizeof key->id, "%.8s", digest);
    }
    BN_clear_free(secret);
    OPENSSL_free(bytes);
    if (good)
        return key;
    signing_key_free(key);
    return NULL;
}

struct signing_key *signing_key_generate(void)
{
    EVP_PKEY *pair = EVP_EC_gen("P-256");
    require(pair != NULL);
    struct signing_key *key = key_of(pair);
    require(key != NULL);
    return key;
}

void signing_key_free(struct signing_key *key)
{
    if (!key)
        return;
    EVP_PKEY_free(key->pair);
    OPENSSL_cleanse(key, sizeof *key);
    free(key);
}

/* No passphrase is asked for: an encrypted file is no key of ours. */
static int no_passphrase(char *passphrase, int size, int writing, void *state)
{
    (void)passphrase, (void)size, (void)writing, (void)state;
    return 0;
}

struct signing_key *signing_key_read(const char *path)
{
    struct stat status;
    struct buffer pem = BUFFER_EMPTY;
    struct signing_key *key = NULL;
    if (stat(path, &status) != 0) {
        failure(&MESSAGE_KEY_UNREADABLE, path, NULL);
    } else if (status.st_mode & (S_IRWXG | S_IRWXO)) {
        failure(&MESSAGE_KEY_OPEN_TO_OTHERS, path, NULL);
    } else if (file_read(path, PEM_LIMIT, &pem) == 0) {
        BIO *source = BIO_new_mem_buf(buffer_string(&pem), (int)pem.length);
        require(source != NULL);
        EVP_PKEY *pair = PEM_read_bio_PrivateKey(source, NULL, no_passphrase, NULL);
        BIO_free(source);
        key = pair ? key_of(pair) : NULL;
        if (!key)
            failure(&MESSAGE_KEY_UNREADABLE, path, NULL);
    }
    if (pem.bytes)
        OPENSSL_cleanse(pem.bytes, pem.length);
    buffer_free(&pem);
    return key;
}

int signing_key_write(const struct signing_key *key, const char *path)
{
    BIO *memory = BIO_new(BIO_s_secmem());
    require(memory != NULL &&
            PEM_write_bio_PKCS8PrivateKey(memory, key->pair, NULL, NULL, 0, NULL, NULL) == 1);
    char *bytes = NULL;
    long length = BIO_get_mem_data(memory, &bytes);
    int result = file_write(path, 0600, bytes, (size_t)length);
    BIO_free(memory);
    return result;
}

const char *signing_key_id(const struct signing_key *key)
{
    return key->id;
}

const char *signing_key_public(const struct signing_key *key)
{
    return key->public;
}

/* --- Signing and verifying ----------------------------------------------------------------------
 */

/* Between base64 (RFC 4648 §4) and base64url (§5): two characters, and the padding. */
static void exchange(char *text, const char from[2], const char to[2])
{
    for (; *text; text++)
        for (int i = 0; i < 2; i++)
            if (*text == from[i]) {
                *text = to[i];
                break;
            }
}

static void encode(const unsigned char bytes[ECDSA_SIGNATURE_SIZE], char text[SIGNATURE_SIZE])
{
    char padded[SIGNATURE_SIZE + 2];
    EVP_EncodeBlock((unsigned char *)padded, bytes, ECDSA_SIGNATURE_SIZE);
    padded[SIGNATURE_SIZE - 1] = '\0';
    exchange(padded, "+/", "-_");
    memcpy(text, padded, SIGNATURE_SIZE);
}

/* False unless encode() would write exactly this text. */
static bool decode(const char *text, unsigned char bytes[ECDSA_SIGNATURE_SIZE])
{
    char padded[SIGNATURE_SIZE + 2], again[SIGNATURE_SIZE];
    unsigned char decoded[ECDSA_SIGNATURE_SIZE + 2]; /* and the padding's zeros */
    if (strnlen(text, SIGNATURE_SIZE) != SIGNATURE_SIZE - 1)
        return false;
    snprintf(padded, sizeof padded, "%s==", text);
    exchange(padded, "-_", "+/");
    if (EVP_DecodeBlock(decoded, (const unsigned char *)padded, SIGNATURE_SIZE + 1) !=
        (int)sizeof decoded)
        return false;
    encode(decoded, again);
    if (strcmp(again, text) != 0)
        return false;
    memcpy(bytes, decoded, ECDSA_SIGNATURE_SIZE);
    return true;
}

void signing_key_sign(const struct signing_key *key, const char *text, size_t length,
                      char signature[SIGNATURE_SIZE])
{
    unsigned char digest[EVP_MAX_MD_SIZE], bytes[ECDSA_SIGNATURE_SIZE];
    unsigned int size = 0;
    require(EVP_Digest(text, length, digest, &size, EVP_sha256(), NULL) == 1 &&
            size == ECDSA_SCALAR_SIZE);
    ecdsa_sign(key->secret, digest, bytes);
    encode(bytes, signature);
}

/* The key that the text of signing_key_public() tells; NULL if it tells none. */
static EVP_PKEY *public_key_of(const char *text)
{
    unsigned char bytes[PUBLIC_BYTES + 2];
    if (strnlen(text, SIGNING_KEY_PUBLIC_SIZE) != SIGNING_KEY_PUBLIC_SIZE - 1 ||
        EVP_DecodeBlock(bytes, (const unsigned char *)text, SIGNING_KEY_PUBLIC_SIZE - 1) !=
            (int)sizeof bytes)
        return NULL;
    const unsigned char *at = bytes;
    EVP_PKEY *key = d2i_PUBKEY(NULL, &at, PUBLIC_BYTES);
    char curve[16] = "";
    if (key && at == bytes + PUBLIC_BYTES &&
        EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, curve, sizeof curve,
                                       NULL) &&
        strcmp(curve, "prime256v1") == 0)
        return key;
    EVP_PKEY_free(key);
    return NULL;
}

/* OpenSSL wants r and s as DER; the caller releases with OPENSSL_free(). */
static unsigned char *der_of(const unsigned char bytes[ECDSA_SIGNATURE_SIZE], size_t *length)
{
    ECDSA_SIG *pair = ECDSA_SIG_new();
    BIGNUM *r = BN_bin2bn(bytes, ECDSA_SCALAR_SIZE, NULL);
    BIGNUM *s = BN_bin2bn(bytes + ECDSA_SCALAR_SIZE, ECDSA_SCALAR_SIZE, NULL);
    require(pair && r && s && ECDSA_SIG_set0(pair, r, s));
    unsigned char *der = NULL;
    int size = i2d_ECDSA_SIG(pair, &der);
    require(size > 0);
    *length = (size_t)size;
    ECDSA_SIG_free(pair);
    return der;
}

bool signature_verify(const char *public_key, const char *text, size_t length,
                      const char *signature)
{
    unsigned char bytes[ECDSA_SIGNATURE_SIZE];
    if (!decode(signature, bytes))
        return false;
    EVP_PKEY *key = public_key_of(public_key);
    if (!key)
        return false;
    size_t der_length;
    unsigned char *der = der_of(bytes, &der_length);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    require(context != NULL && EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) == 1);
    bool good =
        EVP_DigestVerify(context, der, der_length, (const unsigned char *)text, length) == 1;
    EVP_MD_CTX_free(context);
    OPENSSL_free(der);
    EVP_PKEY_free(key);
    return good;
}
