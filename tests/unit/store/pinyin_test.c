/* 姓名拼音 (GB/T 28039-2011): what is wrong with a spelling, and what is suggested. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "store/pinyin_reading.h"
#include "store/pinyin_spelling.h"

static void good_spellings_have_no_fault(void **state)
{
    (void)state;
    static const char *const good[][2] = {
        {"Wang Fang", "王芳"},
        {"Yang Weimin", "杨为民"},
        {"Ouyang Wen", "欧阳文"},
        {"Sima Xiangnan", "司马相南"},
        {"Zheng-Li Sufang", "郑李素芳"},
        {"Xiang-Situ Wenliang", "项司徒文良"},
        {"Li Xi'an", "李西安"},
        {"Li Xian", "李先"},
        {"Fang Angang", "方安刚"},
        {"Fang Gang'an", "方刚安"},
        {"Lü Bu", "吕布"},
        {"Lyu Bu", "吕布"},
        {"Lv Bu", "吕布"},
        {"Lu Bu", "吕布"},
        {"Ou Yang", "欧阳"},
        {"E Yu'e", "鄂玉娥"},
        {"Qi", "祁"},
        {"Xie Yi", "谢燚"},
        {"Zhang Hong", "张𬭎"},
        {"Maimaiti Aili", "买买提·艾力"},
        {"Maimaiti·Aili", "买买提·艾力"},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_null(pinyin_fault(good[i][0], good[i][1]));
}

static void each_fault_has_its_word(void **state)
{
    (void)state;
    static const char *const wrong[][3] = {
        {"", "王芳", "empty"},
        {"王芳", "王芳", "wide"},
        {"Wang　Fang", "王芳", "wide"},
        {"Ｗang Fang", "王芳", "wide"},
        {"Wáng Fāng", "王芳", "tone"},
        {"Wang2 Fang1", "王芳", "tone"},
        {"Wang, Fang", "王芳", "letter"},
        {"Wang·Fang", "王芳", "letter"},
        {"Wang. Fang", "王芳", "letter"},
        {"Wangfang", "王芳", "space"},
        {"Wang  Fang", "王芳", "space"},
        {"Yang Wei Min", "杨为民", "space"},
        {"Q i", "祁", "space"},
        {"Wnag Fang", "王芳", "syllable"},
        {"Wang Fxng", "王芳", "syllable"},
        {"Li Xian", "李西安", "apostrophe"},
        {"Li Xi’an", "李西安", "apostrophe"},
        {"Yang Wei'min", "杨为民", "apostrophe"},
        {"Yang Wei", "杨为民", "count"},
        {"Wang Fangfang", "王芳", "count"},
        {"Ou-yang Wen", "欧阳文", "hyphen"},
        {"Yang Wei-Min", "杨为民", "hyphen"},
        {"Zheng–Li Sufang", "郑李素芳", "hyphen"},
        {"Zhengli Sufang", "郑李素芳", "surname"},
        {"wang fang", "王芳", "capital"},
        {"WANG FANG", "王芳", "capital"},
        {"Yang WeiMin", "杨为民", "capital"},
        {"Maimaiti aili", "买买提·艾力", "capital"},
        {"Maimaiti 1", "买买提·艾力", "tone"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const char *fault = pinyin_fault(wrong[i][0], wrong[i][1]);
        assert_non_null(fault);
        assert_string_equal(fault, wrong[i][2]);
    }
}

/* However long they are. */
static void endless_spellings_are_read_in_no_time(void **state)
{
    (void)state;
    char letters[5000];
    memset(letters, 'a', sizeof letters - 1);
    letters[sizeof letters - 1] = '\0';
    assert_string_equal(pinyin_fault(letters, "王芳"), "count");
    letters[159] = '\0';
    assert_string_equal(pinyin_fault(letters, "王芳"), "space");
    letters[80] = ' ';
    assert_string_equal(pinyin_fault(letters, "王芳"), "count");
}

static void ways_to_write_one_reading_are_the_same(void **state)
{
    (void)state;
    static const char *const ways[] = {"Lü Xi'an", "LYU XIAN", "lv xi-an", "Lu Xian"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        assert_true(pinyin_same(ways[0], ways[i]));
    assert_false(pinyin_same("Wang Fang", "Fang Wang"));
    assert_false(pinyin_same("Li Yu", "Li U"));
    assert_false(pinyin_same("Li 1", "Li 1"));
}

static void names_are_suggested_as_the_standard_spells_them(void **state)
{
    (void)state;
    static const char *const names[][2] = {
        {"王芳", "Wang Fang"},        {"欧阳文", "Ouyang Wen"},  {"郑李素芳", "Zheng-Li Sufang"},
        {"李西安", "Li Xi'an"},       {"吕布", "Lü Bu"},         {"单雄信", "Shan Xiongxin"},
        {"司马相如", "Sima Xiangru"}, {"诸葛亮", "Zhuge Liang"}, {"祁", "Qi"},
    };
    struct pinyin_reader *reader = pinyin_reader_new();
    struct buffer spelled = BUFFER_EMPTY;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        buffer_clear(&spelled);
        assert_true(pinyin_suggest(reader, &spelled, names[i][0]));
        assert_string_equal(buffer_string(&spelled), names[i][1]);
        assert_null(pinyin_fault(buffer_string(&spelled), names[i][0]));
    }
    buffer_clear(&spelled);
    assert_false(pinyin_suggest(reader, &spelled, "买买提·艾力"));
    assert_false(pinyin_suggest(reader, &spelled, "王𬱖")); /* not to be relied on */
    assert_false(pinyin_suggest(reader, &spelled, "王王王王王王王王王王王王王王王王王王王王王"));
    assert_int_equal(spelled.length, 0);
    buffer_free(&spelled);
    pinyin_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_spellings_have_no_fault),
        cmocka_unit_test(each_fault_has_its_word),
        cmocka_unit_test(endless_spellings_are_read_in_no_time),
        cmocka_unit_test(ways_to_write_one_reading_are_the_same),
        cmocka_unit_test(names_are_suggested_as_the_standard_spells_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
