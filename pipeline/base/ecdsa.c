/* ECDSA by OpenSSL's numbers and curves; what depends on a secret runs in its constant-time ways.
 * libcrypto 3.0 signs with random nonces only, hence this file. An error here can only be a lack of
 * memory or a broken library, and ends the process, as in digest.c. */
#include "base/ecdsa.h"

#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/hmac.h>
#include <openssl/objects.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void require(bool succeeded)
{
    if (succeeded)
        return;
    fputs("yinfa: 签名算法不可用 (libcrypto refused ECDSA on P-256)\n", stderr);
    exit(3);
}

/* --- The nonce, RFC 6979 §3.2 -------------------------------------------------------------------
 */

/* HMAC-SHA-256 as a generator: its key and its value. */
struct generator {
    unsigned char key[ECDSA_SCALAR_SIZE], value[ECDSA_SCALAR_SIZE];
};

static void hash(const struct generator *generator, const unsigned char *bytes, size_t length,
                 unsigned char result[ECDSA_SCALAR_SIZE])
{
    unsigned int size = 0;
    require(HMAC(EVP_sha256(), generator->key, ECDSA_SCALAR_SIZE, bytes, length, result, &size) !=
                NULL &&
            size == ECDSA_SCALAR_SIZE);
}

static void next_value(struct generator *generator)
{
    unsigned char value[ECDSA_SCALAR_SIZE];
    hash(generator, generator->value, sizeof value, value);
    memcpy(generator->value, value, sizeof value);
}

/* K = HMAC(K, V || round || seed), V = HMAC(K, V): steps d to g, and h.3 with an empty seed. */
static void stir(struct generator *generator, unsigned char round, const unsigned char *seed,
                 size_t seed_length)
{
    unsigned char input[3 * ECDSA_SCALAR_SIZE + 1], key[ECDSA_SCALAR_SIZE];
    memcpy(input, generator->value, ECDSA_SCALAR_SIZE);
    input[ECDSA_SCALAR_SIZE] = round;
    if (seed_length)
        memcpy(input + ECDSA_SCALAR_SIZE + 1, seed, seed_length);
    hash(generator, input, ECDSA_SCALAR_SIZE + 1 + seed_length, key);
    memcpy(generator->key, key, sizeof key);
    next_value(generator);
    OPENSSL_cleanse(input, sizeof input);
    OPENSSL_cleanse(key, sizeof key);
}

static void generator_begin(struct generator *generator,
                            const unsigned char secret[ECDSA_SCALAR_SIZE],
                            const unsigned char digest[ECDSA_SCALAR_SIZE], const BIGNUM *order)
{
    unsigned char seed[2 * ECDSA_SCALAR_SIZE];
    memcpy(seed, secret, ECDSA_SCALAR_SIZE);
    /* bits2octets: the digest is less than twice the order, so one subtraction reduces it. */
    BIGNUM *reduced = BN_bin2bn(digest, ECDSA_SCALAR_SIZE, NULL);
    require(reduced != NULL && (BN_cmp(reduced, order) < 0 || BN_sub(reduced, reduced, order)));
    require(BN_bn2binpad(reduced, seed + ECDSA_SCALAR_SIZE, ECDSA_SCALAR_SIZE) ==
            ECDSA_SCALAR_SIZE);
    BN_free(reduced);
    memset(generator->key, 0x00, sizeof generator->key);
    memset(generator->value, 0x01, sizeof generator->value);
    stir(generator, 0x00, seed, sizeof seed);
    stir(generator, 0x01, seed, sizeof seed);
    OPENSSL_cleanse(seed, sizeof seed);
}

/* The next candidate between 1 and the order less one. */
static void draw_nonce(struct generator *generator, const BIGNUM *order, BIGNUM *nonce)
{
    for (;;) {
        next_value(generator);
        require(BN_bin2bn(generator->value, ECDSA_SCALAR_SIZE, nonce) != NULL);
        if (!BN_is_zero(nonce) && BN_cmp(nonce, order) < 0)
            return;
        stir(generator, 0x00, NULL, 0);
    }
}

/* --- The signature, FIPS 186-4 §6.4 -------------------------------------------------------------
 */

/* r = x(kG) mod n, s = (e + rd) / k mod n; false if one of them is zero. */
static bool make(const EC_GROUP *group, const BIGNUM *secret, const BIGNUM *nonce,
                 const BIGNUM *digest, BIGNUM *r, BIGNUM *s, BN_CTX *context)
{
    const BIGNUM *order = EC_GROUP_get0_order(group);
    EC_POINT *point = EC_POINT_new(group);
    BN_CTX_start(context);
    BIGNUM *exponent = BN_CTX_get(context), *inverse = BN_CTX_get(context);
    require(point != NULL && inverse != NULL);
    require(EC_POINT_mul(group, point, nonce, NULL, NULL, context) &&
            EC_POINT_get_affine_coordinates(group, point, r, NULL, context) &&
            BN_nnmod(r, r, order, context));
    /* 1/k = k^(n-2), n being prime: an exponentiation whose time tells nothing of k. */
    require(BN_copy(exponent, order) && BN_sub_word(exponent, 2) &&
            BN_mod_exp_mont_consttime(inverse, nonce, exponent, order, context, NULL));
    require(BN_mod_mul(s, r, secret, order, context) && BN_mod_add(s, s, digest, order, context) &&
            BN_mod_mul(s, s, inverse, order, context));
    BN_clear(inverse);
    BN_CTX_end(context);
    EC_POINT_clear_free(point);
    return !BN_is_zero(r) && !BN_is_zero(s);
}

void ecdsa_sign(const unsigned char secret[ECDSA_SCALAR_SIZE],
                const unsigned char digest[ECDSA_SCALAR_SIZE],
                unsigned char signature[ECDSA_SIGNATURE_SIZE])
{
    EC_GROUP *group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
    BN_CTX *context = BN_CTX_secure_new();
    BIGNUM *key = BN_bin2bn(secret, ECDSA_SCALAR_SIZE, BN_secure_new());
    BIGNUM *hashed = BN_bin2bn(digest, ECDSA_SCALAR_SIZE, NULL);
    BIGNUM *nonce = BN_secure_new(), *r = BN_new(), *s = BN_new();
    require(group && context && key && hashed && nonce && r && s);
    BN_set_flags(key, BN_FLG_CONSTTIME);
    BN_set_flags(nonce, BN_FLG_CONSTTIME);
    const BIGNUM *order = EC_GROUP_get0_order(group);
    struct generator generator;
    generator_begin(&generator, secret, digest, order);
    draw_nonce(&generator, order, nonce);
    while (!make(group, key, nonce, hashed, r, s, context)) {
        stir(&generator, 0x00, NULL, 0);
        draw_nonce(&generator, order, nonce);
    }
    require(BN_bn2binpad(r, signature, ECDSA_SCALAR_SIZE) == ECDSA_SCALAR_SIZE &&
            BN_bn2binpad(s, signature + ECDSA_SCALAR_SIZE, ECDSA_SCALAR_SIZE) == ECDSA_SCALAR_SIZE);
    OPENSSL_cleanse(&generator, sizeof generator);
    BN_clear_free(key);
    BN_clear_free(nonce);
    BN_free(hashed);
    BN_free(r);
    BN_free(s);
    BN_CTX_free(context);
    EC_GROUP_free(group);
}
