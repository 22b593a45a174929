/* The text of a certificate's QR code: what may stand in it, and that anything else is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/signature.h"
#include "store/certificate_payload.h"

#define SIGNATURE                                                                                  \
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_ABCDEFGHIJKLMNOPQRSTUA"

static const struct certificate_payload good = {.number = "YLZG20240000017",
                                                .name = "阿依古丽·买买提",
                                                .issued_on = "2025-02-28",
                                                .identity_tail = "001X",
                                                .key = "0a1b2c3d"};
static struct arena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int free_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void what_is_written_is_read_again(void **state)
{
    (void)state;
    assert_null(certificate_payload_fault(&good));
    struct buffer text = BUFFER_EMPTY;
    certificate_payload_write(&text, &good);
    assert_string_equal(buffer_string(&text),
                        "YF1|YLZG20240000017|阿依古丽·买买提|2025-02-28|001X|0a1b2c3d");
    size_t length = text.length, signed_length = 0;
    buffer_text(&text, "|" SIGNATURE);
    struct certificate_payload read;
    assert_true(certificate_payload_read(text.bytes, arena, &read, &signed_length));
    assert_int_equal(signed_length, length);
    assert_string_equal(read.number, good.number);
    assert_string_equal(read.name, good.name);
    assert_string_equal(read.issued_on, good.issued_on);
    assert_string_equal(read.identity_tail, good.identity_tail);
    assert_string_equal(read.key, good.key);
    assert_string_equal(read.signature, SIGNATURE);
    buffer_free(&text);
}

static void a_field_that_could_be_read_in_two_ways_is_refused(void **state)
{
    (void)state;
    static const char *const names[] = {"",         "张|三",          "张\n三",   "张\x7F",
                                        "\xC2\x85", "\xE2\x80\xA8三", "\xFF\xFE", "张\xE4\xB8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct certificate_payload payload = good;
        payload.name = names[i];
        assert_string_equal(certificate_payload_fault(&payload), "姓名");
        payload = good;
        payload.number = names[i];
        assert_string_equal(certificate_payload_fault(&payload), "证书编号");
    }
    static const char *const tails[] = {"", "001", "00123", "001x", "00 1", "１234"};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        struct certificate_payload payload = good;
        payload.identity_tail = tails[i];
        assert_string_equal(certificate_payload_fault(&payload), "证件号码末四位");
    }
    struct certificate_payload payload = good;
    payload.issued_on = "2025-02-29";
    assert_string_equal(certificate_payload_fault(&payload), "发证日期");
    payload = good;
    payload.key = "0A1B2C3D";
    assert_string_equal(certificate_payload_fault(&payload), "密钥号");
}

static void names_of_forty_rare_characters_fit(void **state)
{
    (void)state;
    struct buffer name = BUFFER_EMPTY;
    for (int i = 0; i < 40; i++)
        buffer_text(&name, "𬭬");
    struct certificate_payload payload = good;
    payload.name = name.bytes;
    assert_null(certificate_payload_fault(&payload));
    buffer_byte(&name, 'a');
    payload.name = name.bytes;
    assert_non_null(certificate_payload_fault(&payload));
    buffer_free(&name);
}

static void garbage_is_no_payload(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "YF1",
        "||||||",
        "YF1||||||",
        "yf1|N1|张三|2025-02-28|001X|0a1b2c3d|" SIGNATURE,
        "YF2|N1|张三|2025-02-28|001X|0a1b2c3d|" SIGNATURE,
        " YF1|N1|张三|2025-02-28|001X|0a1b2c3d|" SIGNATURE,
        "YF1|N1|张三|2025-02-28|001X|0a1b2c3d|" SIGNATURE "|",
        "YF1|N1|张三|2025-02-28|001X|0a1b2c3d|" SIGNATURE "\n",
        "YF1|N1|张三|2025-02-28|001X|0a1b2c3d|",
        "YF1|N1|张三|2025-02-28|001X|0a1b2c3d|" SIGNATURE "=",
        "YF1|N1|张三|2025-2-28|001X|0a1b2c3d|" SIGNATURE,
        "https://example.org/?n=N1",
    };
    struct certificate_payload payload;
    size_t length;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(certificate_payload_read(texts[i], arena, &payload, &length));
    assert_true(certificate_payload_read("YF1|N1|张三|2025-02-28|001X|0a1b2c3d|" SIGNATURE, arena,
                                         &payload, &length));
}

static void a_million_characters_cost_nothing(void **state)
{
    (void)state;
    char *text = malloc(1000001);
    assert_non_null(text);
    memset(text, '|', 1000000);
    text[1000000] = '\0';
    size_t used = arena_used(arena), length;
    struct certificate_payload payload;
    assert_false(certificate_payload_read(text, arena, &payload, &length));
    memcpy(text, "YF1|", 4);
    assert_false(certificate_payload_read(text, arena, &payload, &length));
    assert_int_equal(arena_used(arena), used);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_again),
        cmocka_unit_test(a_field_that_could_be_read_in_two_ways_is_refused),
        cmocka_unit_test(names_of_forty_rare_characters_fit),
        cmocka_unit_test(garbage_is_no_payload),
        cmocka_unit_test(a_million_characters_cost_nothing),
    };
    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
