/* Forms of text, each read from left to right by small steps. Called by page_reading.c and
 * document_reading.c. */
#include "ruler/wording.h"

#include <stdlib.h>
#include <string.h>

bool wording_begins(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

bool wording_ends(const char *text, const char *ending)
{
    size_t length = strlen(text), wanted = strlen(ending);
    return length >= wanted && strcmp(text + length - wanted, ending) == 0;
}

/* Steps over `word` if it stands at `*at`. */
static bool step_word(const char **at, const char *word)
{
    if (!wording_begins(*at, word))
        return false;
    *at += strlen(word);
    return true;
}

/* Steps over as many ASCII digits as there are; how many. */
static size_t step_digits(const char **at)
{
    size_t count = strspn(*at, "0123456789");
    *at += count;
    return count;
}

/* A number without leading zeros, of at most `most` digits. */
static bool step_number(const char **at, size_t most)
{
    const char *begin = *at;
    size_t count = step_digits(at);
    return count >= 1 && count <= most && *begin != '0';
}

static bool step_date(const char **at)
{
    const char *year = *at;
    return step_number(at, 4) && *at - year == 4 && step_word(at, "年") && step_number(at, 2) &&
           step_word(at, "月") && step_number(at, 2) && step_word(at, "日");
}

static void step_blanks(const char **at)
{
    while (step_word(at, " ") || step_word(at, "\u3000") || step_word(at, "\u00A0"))
        ;
}

bool wording_is_date(const char *text)
{
    return step_date(&text) && !*text;
}

/* Digits, Arabic or Chinese, at least one. */
static bool step_any_digits(const char **at)
{
    static const char *const chinese[] = {"〇", "○",  "零", "一", "二", "三", "四",
                                          "五", "六", "七", "八", "九", "十"};
    const char *begin = *at;
    for (bool more = true; more;) {
        more = step_digits(at) > 0;
        for (size_t i = 0; i < sizeof chinese / sizeof *chinese; i++)
            more = step_word(at, chinese[i]) || more;
    }
    return *at > begin;
}

bool wording_is_wrong_date(const char *text)
{
    if (wording_is_date(text))
        return false;
    return step_any_digits(&text) && step_word(&text, "年") && step_any_digits(&text) &&
           step_word(&text, "月") && step_any_digits(&text) && step_word(&text, "日") && !*text;
}

bool wording_is_imprint(const char *text)
{
    for (const char *year = strstr(text, "年"); year; year = strstr(year + 1, "年")) {
        const char *date = year - 4;
        if (date >= text && step_date(&date)) {
            step_blanks(&date);
            if (strcmp(date, "印发") == 0)
                return true;
        }
    }
    return false;
}

/* The bracket at `*at`, opening or closing. */
static bool step_bracket(const char **at, bool *right)
{
    static const char *const brackets[] = {"〔", "〕", "[",  "]",  "［", "］", "(",  ")",
                                           "（", "）", "【", "】", "{",  "}",  "﹝", "﹞"};
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        if (step_word(at, brackets[i])) {
            *right = *right && i < 2;
            return true;
        }
    }
    return false;
}

/* 〔2024〕1号 at `*at`. */
static enum number_form step_year_and_serial(const char **at)
{
    bool right = true;
    if (!step_bracket(at, &right) || step_digits(at) != 4 || !step_bracket(at, &right))
        return NUMBER_NONE;
    if (step_word(at, "第"))
        right = false;
    const char *serial = *at;
    if (step_digits(at) == 0 || !step_word(at, "号"))
        return NUMBER_NONE;
    return right && *serial != '0' ? NUMBER_RIGHT : NUMBER_WRONG;
}

enum number_form wording_number(const char *text, size_t *begin, size_t *length)
{
    for (const char *at = text; *at; at++) {
        const char *end = at;
        enum number_form form = step_year_and_serial(&end);
        if (form == NUMBER_NONE)
            continue;
        const char *word = at; /* the code of the organ before it, up to a blank */
        while (word > text && word[-1] != ' ' &&
               !wording_begins(word - (word - text >= 3 ? 3 : 0), "\u3000"))
            word--;
        *begin = (size_t)(word - text);
        *length = (size_t)(end - word);
        return word == at ? NUMBER_WRONG : form;
    }
    return NUMBER_NONE;
}

bool wording_is_serial(const char *text)
{
    if (!step_word(&text, "第"))
        return false;
    step_blanks(&text);
    if (!step_any_digits(&text))
        return false;
    step_blanks(&text);
    return (step_word(&text, "号") || step_word(&text, "期")) && !*text;
}

static bool step_dash(const char **at)
{
    return step_word(at, "—") || step_word(at, "–") || step_word(at, "-") || step_word(at, "－");
}

long wording_page_number(const char *text)
{
    if (!step_dash(&text))
        return -1;
    step_blanks(&text);
    const char *number = text;
    if (!step_number(&text, 6))
        return -1;
    step_blanks(&text);
    return step_dash(&text) && !*text ? strtol(number, NULL, 10) : -1;
}

int wording_annex_label(const char *text)
{
    if (!step_word(&text, "附件"))
        return -1;
    step_blanks(&text);
    const char *number = text;
    bool numbered = step_number(&text, 2);
    if (!numbered && text != number)
        return -1;
    if (!step_word(&text, "："))
        step_word(&text, ":");
    return *text ? -1 : numbered ? (int)strtol(number, NULL, 10) : 0;
}
