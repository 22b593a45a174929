/* Line-break classes and the pair rules, example by example (CLREQ §3.1, GB/T 15834). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "format/character_class.h"

static struct character character(const char *text)
{
    uint32_t code;
    utf8_decode(text, strlen(text), &code);
    return (struct character){.code_point = code, .class = character_classify(code, true)};
}

static bool breaks(const char *left, const char *right, enum line_break_mode mode)
{
    return character_may_break(0, character(left), character(right), mode);
}

static void closing_marks_never_start_a_line(void **state)
{
    (void)state;
    static const char *const marks[] = {"。", "，", "、", "；", "：", "？", "！", "”",  "’",  "）",
                                        "〕", "】", "》", "〉", "」", "』", "·",  "～", "／", "％",
                                        "℃",  "%",  ",",  ".",  ")",  "!",  "……", "々"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (breaks("质", marks[i], LINE_BREAK_NORMAL))
            fail_msg("%s may start a line", marks[i]);
}

static void opening_marks_never_end_a_line(void **state)
{
    (void)state;
    static const char *const marks[] = {"“",  "‘",  "（", "〔", "【", "《", "〈",
                                        "「", "『", "￥", "$",  "(",  "／"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (breaks(marks[i], "量", LINE_BREAK_NORMAL))
            fail_msg("%s may end a line", marks[i]);
}

static void opening_marks_may_start_and_closing_marks_may_end_a_line(void **state)
{
    (void)state;
    assert_true(breaks("质", "（", LINE_BREAK_NORMAL));
    assert_true(breaks("：", "“", LINE_BREAK_NORMAL));
    assert_true(breaks("。", "量", LINE_BREAK_NORMAL));
    assert_true(breaks("”", "（", LINE_BREAK_NORMAL));
    assert_true(breaks("质", "量", LINE_BREAK_NORMAL));
    assert_true(breaks("质", "Q", LINE_BREAK_NORMAL));
}

static void pairs_and_numbers_stay_together(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {{"—", "—"},  {"…", "…"},  {"2", "0"},  {"4", "年"},
                                           {"3", "月"}, {"1", "号"}, {"第", "3"}, {"〕", "1"},
                                           {"5", "%"},  {"￥", "5"}, {"a", "b"},  {"T", "9"},
                                           {"3", "."},  {".", "5"},  {"-", "5"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (breaks(pairs[i][0], pairs[i][1], LINE_BREAK_NORMAL))
            fail_msg("%s%s may be parted", pairs[i][0], pairs[i][1]);
    struct character space = {.code_point = ' ', .class = CLASS_SPACE};
    assert_false(character_may_break('T', space, character("9"), LINE_BREAK_NORMAL));
    assert_true(character_may_break('e', space, character("9"), LINE_BREAK_NORMAL));
}

static void modes_differ_where_the_rules_do(void **state)
{
    (void)state;
    assert_true(breaks("质", "—", LINE_BREAK_NORMAL));
    assert_false(breaks("质", "—", LINE_BREAK_STRICT));
    assert_true(breaks("质", "…", LINE_BREAK_LOOSE));
    assert_true(breaks("a", "b", LINE_BREAK_ANYWHERE));
    assert_false(breaks("a", "\xCC\x81", LINE_BREAK_ANYWHERE)); /* a combining acute */
}

static void quotes_belong_to_their_context(void **state)
{
    (void)state;
    assert_int_equal(character_classify(0x201C, true), CLASS_OPEN);
    assert_int_equal(character_classify(0x201C, false), CLASS_WESTERN_OPEN);
    assert_int_equal(character_classify(0x2019, false), CLASS_WESTERN_CLOSE);
    assert_int_equal(character_rule_width(character("·")), 500);
    assert_int_equal(character_rule_width(character("—")), 1000);
    assert_int_equal(character_rule_width(character("质")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(closing_marks_never_start_a_line),
        cmocka_unit_test(opening_marks_never_end_a_line),
        cmocka_unit_test(opening_marks_may_start_and_closing_marks_may_end_a_line),
        cmocka_unit_test(pairs_and_numbers_stay_together),
        cmocka_unit_test(modes_differ_where_the_rules_do),
        cmocka_unit_test(quotes_belong_to_their_context),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
