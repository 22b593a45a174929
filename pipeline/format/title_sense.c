/* Three passes over the characters: words as ICU finds them, which cuts names and newer terms into
 * single characters; words as they belong together (办公 室 → 办公室, 试 点 → 试点, 第 12 届 →
 * 第12届); then the sense of a break between each two. Caller: block_text.c. */
#include "format/title_sense.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>

#include "base/memory.h"
#include "base/utf8.h"

enum { BRACKET_LIMIT = 16 };

/* What a word does to the words beside it. */
enum word_kind {
    WORD_PLAIN,
    WORD_SINGLE, /* one Han character that nothing is known of */
    WORD_NUMBER,
    WORD_JOINS_LEFT,  /* 的, 等: belongs to what is before it */
    WORD_JOINS_RIGHT, /* 第, 关于: belongs to what follows */
    WORD_AND,
    WORD_OPEN,
    WORD_CLOSE,
    WORD_PAUSE, /* ，、 */
    WORD_TIE,   /* · —: ties what is on both sides */
    WORD_SPACE
};

struct word {
    size_t first, end; /* characters */
    enum word_kind kind;
};

struct title_senses {
    UBreakIterator *iterator;
    bool failed;
    uint32_t *codes;
    size_t *offsets; /* of each character in the text; one more */
    bool *starts;    /* ICU begins a word with it */
    struct word *words;
    uint8_t *senses;   /* by byte */
    uint32_t *closing; /* by byte */
    size_t count, word_count, capacity;
};

/* --- What is known of Chinese titles ---------------------------------------------------------- */

/* Characters that end a compound or stand as a unit after a number. */
static const char endings[] =
    "省市县区州盟旗镇乡村街道厅局部委办处科室院所站会组队团党社校厂店司馆网台奖"
    "官长员者家师生性化率度式型类法案书表证号届次年月日期级项个条款章节名件批"
    "台套人岁元吨户制力量点品业";
/* Words of one character that lead to what follows. */
static const char leaders[] = "第各全新总副非原本被对为向在以从由将把按给";
static const char ands[] = "和与及或暨";
static const char numerals[] = "〇零一二三四五六七八九十百千万亿两";

/* What ends the name of an office or an enterprise: it is read with what stands before it. */
static const char *const heads[] = {"领导小组", "办公室", "办公厅", "委员会", "有限",  "公司",
                                    "协会",     "学会",   "中心",   "研究院", "管理局"};
/* The same, less strongly, of words that end a compound more often than they begin one. */
static const char *const tails[] = {"方法", "管理", "人员", "单位", "机构", "工作", "情况",
                                    "会议", "办法", "体系", "制度", "项目", "名单", "组织"};
/* Names of authorities that hold an “and”. */
static const char *const whole_names[] = {"发展和改革",     "工业和信息化", "人力资源和社会保障",
                                          "住房和城乡建设", "文化和旅游",   "自然资源和规划",
                                          "退役军人事务",   "经济和信息化"};

static bool is_one_of(const char *set, uint32_t code)
{
    size_t length = strlen(set);
    for (size_t at = 0; at < length;) {
        uint32_t member;
        at += utf8_decode(set + at, length - at, &member);
        if (member == code)
            return true;
    }
    return false;
}

static bool is_han(uint32_t code)
{
    return (code >= 0x3400 && code <= 0x9FFF) || code == 0x3007 || code >= 0x20000;
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static bool is_opening(uint32_t code)
{
    return is_one_of("《〈（“‘〔【「『([", code);
}

static bool is_closing(uint32_t code)
{
    return is_one_of("》〉）”’〕】」』)]", code);
}

/* --- Characters and ICU's words --------------------------------------------------------------- */

struct title_senses *title_senses_new(void)
{
    return memory_new(1, sizeof(struct title_senses));
}

void title_senses_free(struct title_senses *senses)
{
    if (!senses)
        return;
    if (senses->iterator)
        ubrk_close(senses->iterator);
    free(senses->codes);
    free(senses->offsets);
    free(senses->starts);
    free(senses->words);
    free(senses->senses);
    free(senses->closing);
    free(senses);
}

/* There are never more characters, or words, than bytes. */
static void make_room(struct title_senses *senses, size_t length)
{
    if (length < senses->capacity)
        return;
    senses->capacity = length + length / 2 + 64;
    senses->codes = memory_resize(senses->codes, senses->capacity, sizeof *senses->codes);
    senses->offsets = memory_resize(senses->offsets, senses->capacity, sizeof *senses->offsets);
    senses->starts = memory_resize(senses->starts, senses->capacity, sizeof *senses->starts);
    senses->words = memory_resize(senses->words, senses->capacity, sizeof *senses->words);
    senses->senses = memory_resize(senses->senses, senses->capacity, sizeof *senses->senses);
    senses->closing = memory_resize(senses->closing, senses->capacity, sizeof *senses->closing);
}

static void decode(struct title_senses *senses, const char *text, size_t length)
{
    senses->count = 0;
    for (size_t at = 0; at < length;) {
        senses->offsets[senses->count] = at;
        at += utf8_decode(text + at, length - at, &senses->codes[senses->count]);
        senses->count++;
    }
    senses->offsets[senses->count] = length;
}

static bool open_iterator(struct title_senses *senses)
{
    if (senses->iterator || senses->failed)
        return senses->iterator != NULL;
    UErrorCode status = U_ZERO_ERROR;
    senses->iterator = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
    senses->failed = U_FAILURE(status) || !senses->iterator;
    return !senses->failed;
}

static void find_starts(struct title_senses *senses, const char *text, size_t length)
{
    UErrorCode status = U_ZERO_ERROR;
    bool asked = length <= INT32_MAX && open_iterator(senses);
    for (size_t i = 0; i < senses->count; i++)
        senses->starts[i] = !asked;
    UText *bytes = asked ? utext_openUTF8(NULL, text, (int64_t)length, &status) : NULL;
    if (!bytes)
        return;
    ubrk_setUText(senses->iterator, bytes, &status);
    size_t at = 0;
    for (int32_t found = ubrk_first(senses->iterator); U_SUCCESS(status) && found != UBRK_DONE;
         found = ubrk_next(senses->iterator)) {
        while (at < senses->count && senses->offsets[at] < (size_t)found)
            at++;
        if (at < senses->count)
            senses->starts[at] = true;
    }
    utext_close(bytes);
}

/* --- Words that belong together --------------------------------------------------------------- */

static enum word_kind kind_of_single(uint32_t code)
{
    if (code == ' ' || code == 0x200B || code == 0x3000)
        return WORD_SPACE;
    if (is_opening(code))
        return WORD_OPEN;
    if (is_closing(code))
        return WORD_CLOSE;
    if (is_digit(code) || is_one_of(numerals, code))
        return WORD_NUMBER;
    if (is_one_of(ands, code))
        return WORD_AND;
    if (is_one_of("的地得了等", code))
        return WORD_JOINS_LEFT;
    if (is_one_of(leaders, code))
        return WORD_JOINS_RIGHT;
    if (is_one_of("，、；：。？！", code))
        return WORD_PAUSE;
    if (is_one_of("·—～／…", code))
        return WORD_TIE;
    return is_han(code) ? WORD_SINGLE : WORD_PLAIN;
}

static bool is_word(const struct title_senses *senses, size_t first, size_t end, const char *word)
{
    size_t length = strlen(word);
    for (size_t at = 0; at < length; first++) {
        uint32_t code;
        at += utf8_decode(word + at, length - at, &code);
        if (first == end || senses->codes[first] != code)
            return false;
    }
    return first == end;
}

static enum word_kind kind_of(const struct title_senses *senses, size_t first, size_t end)
{
    if (end - first == 1)
        return kind_of_single(senses->codes[first]);
    if (is_word(senses, first, end, "关于"))
        return WORD_JOINS_RIGHT;
    if (is_word(senses, first, end, "以及"))
        return WORD_AND;
    for (size_t i = first; i < end; i++)
        if (!is_digit(senses->codes[i]) && !is_one_of(numerals, senses->codes[i]))
            return WORD_PLAIN;
    return WORD_NUMBER;
}

static bool is_ending(const struct title_senses *senses, const struct word *word)
{
    return word->kind == WORD_SINGLE && is_one_of(endings, senses->codes[word->first]);
}

/* Whether the word goes on with the one before it. */
static bool goes_with(const struct title_senses *senses, const struct word *before,
                      const struct word *word)
{
    uint32_t last = senses->codes[before->end - 1];
    switch (before->kind) {
    case WORD_NUMBER: /* 12 届, 2024 年度, 十四 五 */
        return word->kind == WORD_NUMBER || word->kind == WORD_PLAIN || word->kind == WORD_SINGLE;
    case WORD_JOINS_RIGHT: /* 第 12 */
        return last == 0x7B2C && word->kind == WORD_NUMBER;
    case WORD_PLAIN: /* 办公 室, 3月 15 */
        return is_ending(senses, word) || (word->kind == WORD_NUMBER && is_one_of("年月", last) &&
                                           is_digit(senses->codes[before->first]));
    case WORD_SINGLE: /* 试 点 */
        return word->kind == WORD_SINGLE;
    default:
        return false;
    }
}

/* What the two are together. Single characters are collected until an ending comes: 样 例 省. */
static enum word_kind kind_of_both(const struct title_senses *senses, const struct word *before,
                                   const struct word *word)
{
    if (before->kind == WORD_NUMBER && word->kind == WORD_NUMBER)
        return WORD_NUMBER;
    if (before->kind == WORD_SINGLE && !is_ending(senses, word))
        return WORD_SINGLE;
    return WORD_PLAIN;
}

static void collect_words(struct title_senses *senses)
{
    senses->word_count = 0;
    for (size_t first = 0, end; first < senses->count; first = end) {
        end = first + 1;
        while (end < senses->count && !senses->starts[end])
            end++;
        struct word word = {first, end, kind_of(senses, first, end)};
        struct word *before = senses->word_count ? &senses->words[senses->word_count - 1] : NULL;
        if (before && goes_with(senses, before, &word)) {
            before->kind = kind_of_both(senses, before, &word);
            before->end = end;
        } else {
            senses->words[senses->word_count++] = word;
        }
    }
    for (size_t i = 0; i < senses->word_count; i++)
        if (senses->words[i].kind == WORD_SINGLE &&
            senses->words[i].end - senses->words[i].first > 1)
            senses->words[i].kind = WORD_PLAIN;
}

/* --- The sense between two words -------------------------------------------------------------- */

/* Whether the 的 at `at` leads to the genre that ends the title: 的通知, 的实施意见（试行）. */
static bool leads_to_genre(const struct title_senses *senses, size_t at)
{
    size_t length = 0;
    for (size_t i = at + 1; i < senses->count && !is_opening(senses->codes[i]); i++, length++)
        if (senses->codes[i] == senses->codes[at] || !is_han(senses->codes[i]))
            return false;
    return length > 0 && length <= 4;
}

static enum title_sense between(const struct title_senses *senses, const struct word *left,
                                const struct word *right)
{
    uint32_t next = senses->codes[right->first], before = senses->codes[left->end - 1];
    if (left->kind == WORD_SPACE || right->kind == WORD_SPACE)
        return SENSE_BEST;
    if (left->kind == WORD_JOINS_RIGHT || left->kind == WORD_NUMBER || left->kind == WORD_OPEN ||
        left->kind == WORD_TIE || right->kind == WORD_CLOSE || right->kind == WORD_PAUSE ||
        right->kind == WORD_TIE)
        return SENSE_BAD;
    if (is_word(senses, right->first, right->end, "关于"))
        return SENSE_BEST;
    if (next == 0x7684 && leads_to_genre(senses, right->first))
        return before == 0x300B ? SENSE_BEST : SENSE_GOOD;
    if (right->kind == WORD_JOINS_LEFT || right->kind == WORD_AND)
        return SENSE_POOR;
    if (before == 0x300B)
        return SENSE_BEST;
    if (next == 0xFF08 && senses->codes[senses->count - 1] == 0xFF09) /* （征求意见稿） */
        return SENSE_BEST;
    if (left->kind == WORD_AND || left->kind == WORD_PAUSE || before == 0xFF09 || next == 0xFF08)
        return SENSE_GOOD;
    if (left->kind == WORD_SINGLE || right->kind == WORD_SINGLE)
        return SENSE_POOR;
    if (is_one_of("省市县区州", before))
        return SENSE_WEAK;
    return SENSE_FAIR;
}

static void set_sense(struct title_senses *senses, size_t character, enum title_sense value)
{
    senses->senses[senses->offsets[character]] = (uint8_t)value;
}

/* --- Names and brackets ----------------------------------------------------------------------- */

static void pair_brackets(struct title_senses *senses)
{
    size_t open[BRACKET_LIMIT], depth = 0;
    for (size_t i = 0; i < senses->count; i++) {
        if (is_opening(senses->codes[i]) && depth < BRACKET_LIMIT)
            open[depth++] = i;
        else if (is_closing(senses->codes[i]) && depth)
            senses->closing[senses->offsets[open[--depth]]] = (uint32_t)senses->offsets[i + 1];
    }
}

/* Whether the text at character `i` begins with the name. */
static bool begins(const struct title_senses *senses, const char *text, size_t i, const char *name)
{
    size_t at = senses->offsets[i], length = strlen(name);
    return senses->offsets[senses->count] - at >= length && memcmp(text + at, name, length) == 0;
}

/* No line ends inside such a name. */
static void spare_name(struct title_senses *senses, size_t first, const char *name)
{
    size_t end = senses->offsets[first] + strlen(name);
    for (size_t i = first + 1; i < senses->count && senses->offsets[i] < end; i++)
        set_sense(senses, i, SENSE_BAD);
}

/* The word at character `first` goes with what stands before it. */
static void tie(struct title_senses *senses, size_t first, const char *word, enum title_sense sense)
{
    uint8_t *before = &senses->senses[senses->offsets[first]];
    spare_name(senses, first, word);
    if (*before >= SENSE_FAIR && *before < sense)
        *before = (uint8_t)sense;
}

static void spare_names(struct title_senses *senses, const char *text)
{
    for (size_t i = 0; i < senses->count; i++) {
        for (size_t n = 0; n < sizeof whole_names / sizeof *whole_names; n++)
            if (begins(senses, text, i, whole_names[n]))
                spare_name(senses, i, whole_names[n]);
        for (size_t n = 0; n < sizeof heads / sizeof *heads; n++)
            if (begins(senses, text, i, heads[n]))
                tie(senses, i, heads[n], SENSE_POOR);
        for (size_t n = 0; n < sizeof tails / sizeof *tails; n++)
            if (begins(senses, text, i, tails[n]))
                tie(senses, i, tails[n], SENSE_WEAK);
    }
}

struct title_sense_map title_senses_find(struct title_senses *senses, const char *text,
                                         size_t length)
{
    make_room(senses, length);
    decode(senses, text, length);
    find_starts(senses, text, length);
    collect_words(senses);
    memset(senses->senses, SENSE_BAD, (length + 1) * sizeof *senses->senses);
    memset(senses->closing, 0, (length + 1) * sizeof *senses->closing);
    for (size_t i = 1; i < senses->word_count; i++)
        set_sense(senses, senses->words[i].first,
                  between(senses, &senses->words[i - 1], &senses->words[i]));
    spare_names(senses, text);
    pair_brackets(senses);
    return (struct title_sense_map){senses->senses, senses->closing};
}
