/* Names of persons: each character by itself, then how they stand together. Called by
 * store_functions.c and pinyin_spelling.c. */
#include "store/person_name.h"

#include <stddef.h>
#include <string.h>

#include "base/utf8.h"

/* Code points from `first` to `last`. */
struct range {
    uint32_t first, last;
};

static bool is_within(uint32_t code, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return false;
}

#define WITHIN(code, ranges) is_within(code, ranges, sizeof ranges / sizeof *ranges)

bool person_name_is_chinese(uint32_t code_point)
{
    static const struct range chinese[] = {
        {0x3007, 0x3007}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF}};
    return WITHIN(code_point, chinese);
}

static bool is_latin(uint32_t code)
{
    static const struct range latin[] = {
        {'A', 'Z'}, {'a', 'z'}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x24F}};
    return WITHIN(code, latin);
}

static bool is_invisible(uint32_t code)
{
    static const struct range invisible[] = {{0, 0x1F},        {0x7F, 0xA0},     {0xAD, 0xAD},
                                             {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F},
                                             {0x3000, 0x3000}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};
    return WITHIN(code, invisible);
}

/* A compatibility ideograph: Unicode normalises it to the unified one, which looks the same. Twelve
 * of the block are unified ones themselves. */
static bool is_compatible(uint32_t code)
{
    static const struct range compatible[] = {{0xF900, 0xFAFF}, {0x2F800, 0x2FA1F}},
                              unified[] = {{0xFA0E, 0xFA0F}, {0xFA11, 0xFA11}, {0xFA13, 0xFA14},
                                           {0xFA1F, 0xFA1F}, {0xFA21, 0xFA21}, {0xFA23, 0xFA24},
                                           {0xFA27, 0xFA29}};
    return WITHIN(code, compatible) && !WITHIN(code, unified);
}

/* What is wrong with a character wherever it stands in a name. */
static const char *character_fault(uint32_t code)
{
    static const struct range private_use[] = {{0xE000, 0xF8FF}, {0xF0000, 0x10FFFF}},
                              radicals[] = {{0x2E80, 0x2FDF}},
                              dots[] = {{0x2022, 0x2022}, {0x2027, 0x2027}, {0x2219, 0x2219},
                                        {0x22C5, 0x22C5}, {0x30FB, 0x30FB}, {0xFF0E, 0xFF0E},
                                        {0xFF65, 0xFF65}},
                              marks[] = {{' ', ' '}, {'\'', '\''}, {'-', '.'}, {0xB7, 0xB7}};
    if (is_compatible(code))
        return "twin";
    if (person_name_is_chinese(code) || is_latin(code) || WITHIN(code, marks))
        return NULL;
    if (is_invisible(code))
        return "space";
    if (WITHIN(code, private_use))
        return "private";
    if (WITHIN(code, radicals))
        return "radical";
    return WITHIN(code, dots) ? "dot" : "sign";
}

/* What is wrong with a space, mark or dot for what stands before and after it (0: nothing). */
static const char *mark_fault(uint32_t before, uint32_t code, uint32_t after)
{
    bool between_letters = (is_latin(before) || before == '.') && is_latin(after);
    if (code == ' ')
        return between_letters ? NULL : "space";
    if (code == '.')
        return is_latin(before) ? NULL : "dot";
    if (code == '\'' || code == '-')
        return between_letters ? NULL : "sign";
    bool letters_around = (is_latin(before) || person_name_is_chinese(before)) &&
                          (is_latin(after) || person_name_is_chinese(after));
    return code != 0xB7 || letters_around ? NULL : "dot";
}

const char *person_name_fault(const char *name)
{
    size_t length = strlen(name), count = 0;
    uint32_t before = 0, code = 0;
    for (size_t at = 0; at < length; count++) {
        uint32_t after = 0;
        at += utf8_decode(name + at, length - at, &code);
        if (at < length)
            utf8_decode(name + at, length - at, &after);
        const char *fault = character_fault(code);
        if (!fault)
            fault = mark_fault(before, code, after);
        if (fault)
            return fault;
        before = code;
    }
    return count == 0 ? "empty" : count > PERSON_NAME ? "long" : NULL;
}
