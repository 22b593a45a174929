/* One function for each kind of number. */
#include "format/page_number.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static void roman(unsigned number, char *label)
{
    static const struct {
        unsigned value;
        const char *letters;
    } parts[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    *label = '\0';
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (; number >= parts[i].value; number -= parts[i].value)
            strcat(label, parts[i].letters);
}

static void letters(unsigned number, char *label)
{
    char reversed[16];
    size_t count = 0, at = 0;
    for (; number; number = (number - 1) / 26)
        reversed[count++] = (char)('a' + (number - 1) % 26);
    while (count)
        label[at++] = reversed[--count];
    label[at] = '\0';
}

/* 1 … 9999 in Han numerals: 一百〇五 is written 一百零五, 10 … 19 without the leading 一. */
static void han(unsigned number, char *label)
{
    static const char *const digits[] = {"零", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};
    static const char *const places[] = {"", "十", "百", "千"};
    *label = '\0';
    bool zero = false, any = false;
    for (unsigned place = 4, power = 1000; place-- > 0; power /= 10) {
        unsigned digit = number / power % 10;
        if (!digit) {
            zero = any;
            continue;
        }
        if (zero)
            strcat(label, digits[0]);
        zero = false;
        if (!(place == 1 && digit == 1 && !any))
            strcat(label, digits[digit]);
        strcat(label, places[place]);
        any = true;
    }
}

static void to_capitals(char *label)
{
    for (; *label; label++)
        if (*label >= 'a' && *label <= 'z')
            *label = (char)(*label - 'a' + 'A');
}

void page_number_format(unsigned number, const char *format, char label[PAGE_NUMBER_SIZE])
{
    const char *token = format ? format : "1";
    size_t zeros = strspn(token, "0");
    if ((*token == 'i' || *token == 'I') && number && number < 4000)
        roman(number, label);
    else if ((*token == 'a' || *token == 'A') && number)
        letters(number, label);
    else if (strncmp(token, "一", 3) == 0 && number && number < 10000)
        han(number, label);
    else
        snprintf(label, PAGE_NUMBER_SIZE, "%0*u", zeros < 20 ? (int)zeros + 1 : 1, number);
    if (*token == 'I' || *token == 'A')
        to_capitals(label);
}
