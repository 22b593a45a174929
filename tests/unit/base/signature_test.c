/* Signatures: the vectors of RFC 6979, keys in files, and that nothing altered passes. */
#include "scratch_folder.h"

#include <sys/stat.h>

#include "base/buffer.h"
#include "base/digest.h"
#include "base/ecdsa.h"
#include "base/file.h"
#include "base/message.h"
#include "base/signature.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
static char file[SCRATCH_PATH_SIZE];

static int name_file(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    in_folder(file, "key.pem");
    return 0;
}

static void bytes_of(const char *hex, unsigned char *bytes)
{
    for (; *hex; hex += 2) {
        unsigned value;
        assert_int_equal(sscanf(hex, "%2x", &value), 1);
        *bytes++ = (unsigned char)value;
    }
}

static void nonces_are_those_of_rfc_6979_a_2_5(void **state)
{
    (void)state;
    static const struct {
        const char *text, *signature; /* r, s */
    } vectors[] = {
        {"sample", "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                   "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"},
        {"test", "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367"
                 "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083"},
    };
    unsigned char secret[ECDSA_SCALAR_SIZE];
    bytes_of("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721", secret);
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        char hex[DIGEST_HEX_SIZE];
        unsigned char digest[ECDSA_SCALAR_SIZE], expected[ECDSA_SIGNATURE_SIZE],
            signature[ECDSA_SIGNATURE_SIZE];
        digest_bytes(vectors[i].text, strlen(vectors[i].text), hex);
        bytes_of(hex, digest);
        bytes_of(vectors[i].signature, expected);
        ecdsa_sign(secret, digest, signature);
        assert_memory_equal(signature, expected, sizeof expected);
    }
}

static void a_key_read_again_signs_the_same(void **state)
{
    (void)state;
    struct signing_key *key = signing_key_generate();
    assert_int_equal(signing_key_write(key, file), 0);
    struct stat status;
    assert_int_equal(stat(file, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    struct signing_key *again = signing_key_read(file);
    assert_non_null(again);
    assert_string_equal(signing_key_id(key), signing_key_id(again));
    assert_int_equal(strlen(signing_key_id(key)), SIGNING_KEY_ID_SIZE - 1);
    assert_string_equal(signing_key_public(key), signing_key_public(again));
    assert_int_equal(strlen(signing_key_public(key)), SIGNING_KEY_PUBLIC_SIZE - 1);
    char one[SIGNATURE_SIZE], other[SIGNATURE_SIZE];
    signing_key_sign(key, "印发", strlen("印发"), one);
    signing_key_sign(again, "印发", strlen("印发"), other);
    assert_string_equal(one, other);
    assert_int_equal(strspn(one, alphabet), SIGNATURE_SIZE - 1);
    signing_key_free(key);
    signing_key_free(again);
}

static void no_altered_character_of_text_or_signature_passes(void **state)
{
    (void)state;
    struct signing_key *key = signing_key_generate();
    const char *public = signing_key_public(key);
    char text[] = "YF1|number|name", signature[SIGNATURE_SIZE];
    size_t length = strlen(text);
    signing_key_sign(key, text, length, signature);
    assert_true(signature_verify(public, text, length, signature));
    for (size_t i = 0; i < length; i++) {
        text[i] ^= 1;
        assert_false(signature_verify(public, text, length, signature));
        text[i] ^= 1;
    }
    for (size_t i = 0; i < SIGNATURE_SIZE - 1; i++) {
        char kept = signature[i];
        /* the neighbour in the alphabet: in the last place it differs in bits that say nothing */
        signature[i] = alphabet[(size_t)(strchr(alphabet, kept) - alphabet) ^ 1];
        assert_false(signature_verify(public, text, length, signature));
        signature[i] = kept;
    }
    assert_true(signature_verify(public, text, length, signature));
    assert_false(signature_verify(public, text, length - 1, signature));
    signing_key_free(key);
}

static void malformed_keys_and_signatures_verify_nothing(void **state)
{
    (void)state;
    struct signing_key *key = signing_key_generate(), *other = signing_key_generate();
    char signature[SIGNATURE_SIZE], wrong[SIGNATURE_SIZE + 8];
    signing_key_sign(key, "x", 1, signature);
    assert_false(signature_verify(signing_key_public(other), "x", 1, signature));
    const char *const publics[] = {"", "?", "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE"};
    for (size_t i = 0; i < sizeof publics / sizeof *publics; i++)
        assert_false(signature_verify(publics[i], "x", 1, signature));
    char zeros[SIGNATURE_SIZE];
    memset(zeros, 'A', SIGNATURE_SIZE - 1); /* r = s = 0 */
    zeros[SIGNATURE_SIZE - 1] = '\0';
    assert_false(signature_verify(signing_key_public(key), "x", 1, zeros));
    assert_false(signature_verify(signing_key_public(key), "x", 1, ""));
    snprintf(wrong, sizeof wrong, "%s=", signature);
    assert_false(signature_verify(signing_key_public(key), "x", 1, wrong));
    snprintf(wrong, sizeof wrong, "%.84s==", signature);
    assert_false(signature_verify(signing_key_public(key), "x", 1, wrong));
    snprintf(wrong, sizeof wrong, " %.85s", signature);
    assert_false(signature_verify(signing_key_public(key), "x", 1, wrong));
    signing_key_free(key);
    signing_key_free(other);
}

static void a_key_file_must_be_private_and_whole(void **state)
{
    (void)state;
    struct signing_key *key = signing_key_generate();
    assert_int_equal(signing_key_write(key, file), 0);
    signing_key_free(key);
    assert_int_equal(chmod(file, 0640), 0);
    unsigned long failures = failure_count();
    assert_null(signing_key_read(file));
    assert_int_equal(chmod(file, 0600), 0);
    struct buffer pem = BUFFER_EMPTY;
    assert_int_equal(file_read(file, 4096, &pem), 0);
    assert_int_equal(file_write(file, 0600, pem.bytes, pem.length / 2), 0);
    assert_null(signing_key_read(file));
    /* of another curve */
    static const char other[] = "-----BEGIN PRIVATE KEY-----\n"
                                "MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n"
                                "-----END PRIVATE KEY-----\n";
    assert_int_equal(file_write(file, 0600, other, sizeof other - 1), 0);
    assert_null(signing_key_read(file));
    assert_int_equal(file_remove(file), 0);
    assert_null(signing_key_read(file));
    assert_int_equal(failure_count(), failures + 4);
    buffer_free(&pem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nonces_are_those_of_rfc_6979_a_2_5),
        cmocka_unit_test(a_key_read_again_signs_the_same),
        cmocka_unit_test(no_altered_character_of_text_or_signature_passes),
        cmocka_unit_test(malformed_keys_and_signatures_verify_nothing),
        cmocka_unit_test(a_key_file_must_be_private_and_whole),
    };
    return cmocka_run_group_tests(tests, name_file, remove_folder);
}
