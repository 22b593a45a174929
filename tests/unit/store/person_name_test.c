/* Names of persons: what certificates can print, and what is wrong with the rest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "store/person_name.h"

static void names_of_all_kinds_are_good(void **state)
{
    (void)state;
    static const char *const good[] = {
        "王芳",
        "玥",
        "欧阳文",
        "阿卜杜克里木江·买买提热依木江·样例艾力",
        "张𬭎",
        "王\uFA0E", /* among the compatibility ideographs, but a unified one */
        "John A. Smith",
        "Anne-Marie O'Neil",
        "José Ruiz",
        "二十个字的姓名二十个字的姓名二十个字的姓",
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_null(person_name_fault(good[i]));
}

static void each_fault_has_its_word(void **state)
{
    (void)state;
    static const char *const wrong[][2] = {
        {"", "empty"},
        {"王 芳", "space"},
        {"王　芳", "space"},
        {"王\u200B芳", "space"},
        {"John  Smith", "space"},
        {"王\uE123", "private"},
        {"王\U000F1234", "private"},
        {"王⼥", "radical"},
        {"\uF92C芳", "twin"},
        {"王\uFA10", "twin"},
        {"王\U0002F800", "twin"},
        {"买买提•艾力", "dot"},
        {"买买提．艾力", "dot"},
        {"买买提.艾力", "dot"},
        {"买买提·", "dot"},
        {"买买提··艾力", "dot"},
        {"王?", "sign"},
        {"王□", "sign"},
        {"王*", "sign"},
        {"王1", "sign"},
        {"王Ａ", "sign"},
        {"王（女）", "sign"},
        {"王-芳", "sign"},
        {"二十一个字的姓名二十个字的姓名二十个字的姓", "long"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const char *fault = person_name_fault(wrong[i][0]);
        assert_non_null(fault);
        assert_string_equal(fault, wrong[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_all_kinds_are_good),
        cmocka_unit_test(each_fault_has_its_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
