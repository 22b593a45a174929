/* Text: UTF-8, buffers, messages, JSON, arenas, findings as a clerk and as a program read them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/finding.h"
#include "base/json.h"
#include "base/utf8.h"

static void well_formed_characters_decode_and_encode_to_themselves(void **state)
{
    (void)state;
    static const uint32_t code_points[] = {0,      0x7F,   0x80,   0x7FF,   0x800,   0xD7FF,
                                           0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x2CC56, 0x10FFFF};
    for (size_t i = 0; i < sizeof code_points / sizeof *code_points; i++) {
        char encoded[4];
        uint32_t decoded;
        size_t length = utf8_encode(code_points[i], encoded);
        assert_int_equal(utf8_decode(encoded, length, &decoded), length);
        assert_int_equal(decoded, code_points[i]);
        assert_true(utf8_valid(encoded, length));
    }
}

/* Table 3-7 of the Unicode Standard: overlong forms, surrogates and cut sequences are malformed. */
static void malformed_bytes_become_one_replacement_each(void **state)
{
    (void)state;
    static const char *const malformed[] = {"\x80",
                                            "\xC0\x80",
                                            "\xE0\x80\x80",
                                            "\xED\xA0\x80",
                                            "\xF0\x80\x80\x80",
                                            "\xF4\x90\x80\x80",
                                            "\xE4\xBD",
                                            "\xFF"};
    for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++) {
        uint32_t decoded;
        assert_int_equal(utf8_decode(malformed[i], strlen(malformed[i]), &decoded), 1);
        assert_int_equal(decoded, 0xFFFD);
        assert_false(utf8_valid(malformed[i], strlen(malformed[i])));
    }
    assert_int_equal(utf8_count("王䶮𬱖", strlen("王䶮𬱖")), 3);
}

static void arena_text_survives_growth_and_a_reset_forgets_it(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *first = arena_copy(arena, "第一");
    for (int i = 0; i < 10000; i++)
        assert_non_null(arena_print(arena, "row %d", i));
    char *large = arena_alloc(arena, 1000000);
    large[999999] = 'x';
    assert_string_equal(first, "第一");
    arena_reset(arena);
    assert_int_equal(arena_used(arena), 0);
    unsigned char *zeroed = arena_alloc(arena, 4096);
    for (size_t i = 0; i < 4096; i++)
        assert_int_equal(zeroed[i], 0);
    arena_free(arena);
}

static const struct message MESSAGE_SAMPLE = {
    .id = "sample.rule",
    .level = FINDING_ERROR,
    .chinese = "“{label}”应为{1}，现为“{value}”{{原样}，{unknown}",
    .english = "{label} must be {1}",
    .mend_chinese = "改为{1}",
    .mend_english = "make it {1}",
};

static void a_finding_says_where_what_and_how_to_mend(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct finding_list *findings = finding_list_new(arena);
    struct finding where = {.file = "名单.xml",
                            .line = 70001,
                            .record = "王䶮",
                            .path = "person/identity-number",
                            .label = "身份证件号码",
                            .value = "42"};
    finding_report(findings, &MESSAGE_SAMPLE, &where, "十八位", NULL);
    assert_int_equal(finding_count_level(findings, FINDING_ERROR), 1);
    const struct finding *finding = finding_at(findings, 0);
    assert_string_equal(finding->rule, "“身份证件号码”应为十八位，现为“42”{原样}，{unknown}");
    assert_string_equal(finding->mend, "改为十八位");
    struct buffer text = BUFFER_EMPTY;
    finding_write_text(&text, finding);
    for (const char *const *part =
             (const char *const[]){"名单.xml 第70001行", "王䶮", "身份证件号码", "42",
                                   "办法：改为十八位", "sample.rule", NULL};
         *part; part++)
        assert_non_null(strstr(text.bytes, *part));
    buffer_clear(&text);
    finding_write_json(&text, finding);
    assert_non_null(strstr(text.bytes, "\"line\":70001"));
    assert_non_null(strstr(text.bytes, "\"sha256\":null"));
    buffer_free(&text);
    arena_free(arena);
}

static void json_escapes_what_rfc_8259_says(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    struct json json = json_begin(&text);
    json_object_begin(&json, NULL);
    json_text(&json, "a", "\"\\\n\x01王");
    json_array_begin(&json, "b");
    json_integer(&json, NULL, -1);
    json_boolean(&json, NULL, true);
    json_array_end(&json);
    json_object_end(&json);
    assert_string_equal(buffer_string(&text), "{\"a\":\"\\\"\\\\\\n\\u0001王\",\"b\":[-1,true]}");
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(well_formed_characters_decode_and_encode_to_themselves),
        cmocka_unit_test(malformed_bytes_become_one_replacement_each),
        cmocka_unit_test(arena_text_survives_growth_and_a_reset_forgets_it),
        cmocka_unit_test(a_finding_says_where_what_and_how_to_mend),
        cmocka_unit_test(json_escapes_what_rfc_8259_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
