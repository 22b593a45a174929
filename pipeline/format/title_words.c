/* Four steps: the characters; words as ICU finds them, which cuts names and newer terms into single
 * characters; words that are known here, as far as they are made of whole words of ICU's; and what
 * belongs together (试 行 → 试行, 教育 厅 → 教育厅, 第 12 届 → 第12届). Caller: title_sense.c. */
#include "format/title_words.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>

#include "base/memory.h"
#include "base/utf8.h"

struct title_words_state {
    UBreakIterator *iterator;
    bool failed;
    bool *starts; /* ICU begins a word with the character; one more */
    size_t capacity;
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

/* Longer words before the shorter ones that they begin with. */
static const struct {
    const char *text;
    enum title_word_kind kind;
} known[] = {
    {"关于", TITLE_LEADS},
    {"以及", TITLE_AND},
    {"及其", TITLE_AND},
    {"领导小组", TITLE_HEAD},
    {"办公室", TITLE_HEAD},
    {"办公厅", TITLE_HEAD},
    {"委员会", TITLE_HEAD},
    {"有限责任公司", TITLE_HEAD},
    {"股份有限公司", TITLE_HEAD},
    {"有限公司", TITLE_HEAD},
    {"公司", TITLE_HEAD},
    {"协会", TITLE_HEAD},
    {"学会", TITLE_HEAD},
    {"中心", TITLE_HEAD},
    {"研究院", TITLE_HEAD},
    {"管理局", TITLE_HEAD},
    {"方法", TITLE_TAIL},
    {"管理", TITLE_TAIL},
    {"人员", TITLE_TAIL},
    {"单位", TITLE_TAIL},
    {"机构", TITLE_TAIL},
    {"工作", TITLE_TAIL},
    {"情况", TITLE_TAIL},
    {"会议", TITLE_TAIL},
    {"办法", TITLE_TAIL},
    {"体系", TITLE_TAIL},
    {"制度", TITLE_TAIL},
    {"项目", TITLE_TAIL},
    {"名单", TITLE_TAIL},
    {"组织", TITLE_TAIL},
    {"城市", TITLE_TAIL},
    {"经理", TITLE_TAIL},
    {"资格", TITLE_TAIL},
    {"加强", TITLE_VERB},
    {"改进", TITLE_VERB},
    {"开展", TITLE_VERB},
    {"推进", TITLE_VERB},
    {"推广", TITLE_VERB},
    {"提升", TITLE_VERB},
    {"提高", TITLE_VERB},
    {"促进", TITLE_VERB},
    {"做好", TITLE_VERB},
    {"落实", TITLE_VERB},
    {"完善", TITLE_VERB},
    {"实施", TITLE_VERB},
    {"规范", TITLE_VERB},
    {"建立", TITLE_VERB},
    {"健全", TITLE_VERB},
    {"深化", TITLE_VERB},
    {"加快", TITLE_VERB},
    {"印发", TITLE_PLAIN},
    {"转发", TITLE_VERB},
    {"批转", TITLE_VERB},
    {"报送", TITLE_VERB},
    {"公布", TITLE_VERB},
    {"举办", TITLE_VERB},
    {"召开", TITLE_VERB},
    {"表彰", TITLE_VERB},
    {"认定", TITLE_VERB},
    {"调整", TITLE_VERB},
    {"征求", TITLE_VERB},
    {"同意", TITLE_VERB},
    {"审议", TITLE_VERB},
    {"设立", TITLE_VERB},
    {"变更", TITLE_VERB},
    {"给予", TITLE_VERB},
    {"发展和改革", TITLE_PLAIN},
    {"工业和信息化", TITLE_PLAIN},
    {"经济和信息化", TITLE_PLAIN},
    {"人力资源和社会保障", TITLE_PLAIN},
    {"住房和城乡建设", TITLE_PLAIN},
    {"文化和旅游", TITLE_PLAIN},
    {"自然资源和规划", TITLE_PLAIN},
    {"试点", TITLE_PLAIN},
    {"专业技术", TITLE_PLAIN},
    {"职业资格", TITLE_PLAIN},
};

/* --- Characters ------------------------------------------------------------------------------- */

bool title_words_is_one_of(const char *set, uint32_t code)
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

/* --- ICU's words ------------------------------------------------------------------------------ */

void title_words_begin(struct title_words *words)
{
    *words = (struct title_words){.state = memory_new(1, sizeof *words->state)};
}

void title_words_end(struct title_words *words)
{
    if (!words->state)
        return;
    if (words->state->iterator)
        ubrk_close(words->state->iterator);
    free(words->state->starts);
    free(words->state);
    free(words->codes);
    free(words->offsets);
    free(words->words);
}

/* There are never more characters, or words, than bytes. */
static void make_room(struct title_words *words, size_t length)
{
    struct title_words_state *state = words->state;
    if (length < state->capacity)
        return;
    state->capacity = length + length / 2 + 64;
    words->codes = memory_resize(words->codes, state->capacity, sizeof *words->codes);
    words->offsets = memory_resize(words->offsets, state->capacity, sizeof *words->offsets);
    words->words = memory_resize(words->words, state->capacity, sizeof *words->words);
    state->starts = memory_resize(state->starts, state->capacity, sizeof *state->starts);
}

static void decode(struct title_words *words, const char *text, size_t length)
{
    words->count = 0;
    for (size_t at = 0; at < length;) {
        words->offsets[words->count] = at;
        at += utf8_decode(text + at, length - at, &words->codes[words->count]);
        words->count++;
    }
    words->offsets[words->count] = length;
}

static bool open_iterator(struct title_words *words)
{
    if (words->state->iterator || words->state->failed)
        return words->state->iterator != NULL;
    UErrorCode status = U_ZERO_ERROR;
    words->state->iterator = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
    words->state->failed = U_FAILURE(status) || !words->state->iterator;
    return !words->state->failed;
}

static void find_starts(struct title_words *words, const char *text, size_t length)
{
    UErrorCode status = U_ZERO_ERROR;
    bool asked = length <= INT32_MAX && open_iterator(words);
    for (size_t i = 0; i < words->count; i++)
        words->state->starts[i] = !asked;
    words->state->starts[words->count] = true;
    UText *bytes = asked ? utext_openUTF8(NULL, text, (int64_t)length, &status) : NULL;
    if (!bytes)
        return;
    ubrk_setUText(words->state->iterator, bytes, &status);
    size_t at = 0;
    for (int32_t found = ubrk_first(words->state->iterator);
         U_SUCCESS(status) && found != UBRK_DONE; found = ubrk_next(words->state->iterator)) {
        while (at < words->count && words->offsets[at] < (size_t)found)
            at++;
        if (at < words->count)
            words->state->starts[at] = true;
    }
    utext_close(bytes);
}

/* --- Words that are known here ---------------------------------------------------------------- */

static enum title_word_kind kind_of_single(uint32_t code)
{
    if (code == ' ' || code == 0x200B || code == 0x3000)
        return TITLE_SPACE;
    if (title_words_is_one_of("《〈（“‘〔【「『([", code))
        return TITLE_OPEN;
    if (title_words_is_one_of("》〉）”’〕】」』)]", code))
        return TITLE_CLOSE;
    if (is_digit(code) || title_words_is_one_of(numerals, code))
        return TITLE_NUMBER;
    if (title_words_is_one_of(ands, code))
        return TITLE_AND;
    if (title_words_is_one_of("的地得了等", code))
        return TITLE_TRAILS;
    if (title_words_is_one_of(leaders, code))
        return TITLE_LEADS;
    if (title_words_is_one_of("，、；：。？！", code))
        return TITLE_PAUSE;
    if (title_words_is_one_of("·—～／…", code))
        return TITLE_TIE;
    return is_han(code) ? TITLE_SINGLE : TITLE_PLAIN;
}

bool title_words_reads(const struct title_words *words, const struct title_word *word,
                       const char *text)
{
    size_t length = strlen(text), at = 0, i = word->first;
    for (; at < length && i < word->end; i++) {
        uint32_t code;
        at += utf8_decode(text + at, length - at, &code);
        if (words->codes[i] != code)
            return false;
    }
    return at == length && i == word->end;
}

static enum title_word_kind kind_of(const struct title_words *words, size_t first, size_t end)
{
    if (end - first == 1)
        return kind_of_single(words->codes[first]);
    for (size_t i = first; i < end; i++)
        if (!is_digit(words->codes[i]) && !title_words_is_one_of(numerals, words->codes[i]))
            return TITLE_PLAIN;
    return TITLE_NUMBER;
}

/* The word of the text that begins with character `first`: a known one, if it ends where one of
 * ICU's does, else ICU's. */
static struct title_word word_at(const struct title_words *words, const char *text, size_t first)
{
    const bool *starts = words->state->starts;
    size_t at = words->offsets[first], rest = words->offsets[words->count] - at;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t length = strlen(known[i].text), end = first;
        if (rest < length || memcmp(text + at, known[i].text, length) != 0)
            continue;
        while (words->offsets[end] < at + length)
            end++;
        if (starts[end])
            return (struct title_word){first, end, known[i].kind};
    }
    size_t end = first + 1;
    while (!starts[end])
        end++;
    return (struct title_word){first, end, kind_of(words, first, end)};
}

/* --- What belongs together -------------------------------------------------------------------- */

static bool is_ending(const struct title_words *words, const struct title_word *word)
{
    return word->kind == TITLE_SINGLE && title_words_is_one_of(endings, words->codes[word->first]);
}

static bool is_plain(const struct title_word *word)
{
    return word->kind == TITLE_PLAIN || word->kind == TITLE_HEAD || word->kind == TITLE_TAIL ||
           word->kind == TITLE_VERB;
}

/* Whether the word goes on with the one before it. */
static bool goes_with(const struct title_words *words, const struct title_word *before,
                      const struct title_word *word)
{
    uint32_t last = words->codes[before->end - 1];
    if (before->kind == TITLE_NUMBER) /* 12 届, 2024 年度, 十四 五 */
        return word->kind == TITLE_NUMBER || word->kind == TITLE_SINGLE || is_plain(word);
    if (before->kind == TITLE_LEADS) /* 第 12 */
        return last == 0x7B2C && word->kind == TITLE_NUMBER;
    if (before->kind == TITLE_SINGLE) /* 试 行 */
        return word->kind == TITLE_SINGLE;
    return is_plain(before) && /* 教育 厅, 3月 15 */
           (is_ending(words, word) ||
            (word->kind == TITLE_NUMBER && title_words_is_one_of("年月", last) &&
             is_digit(words->codes[before->first])));
}

/* What the two are together. Single characters are collected until an ending comes: 样 例 省. */
static enum title_word_kind kind_of_both(const struct title_words *words,
                                         const struct title_word *before,
                                         const struct title_word *word)
{
    if (before->kind == TITLE_NUMBER && word->kind == TITLE_NUMBER)
        return TITLE_NUMBER;
    if (before->kind == TITLE_SINGLE && !is_ending(words, word))
        return TITLE_SINGLE;
    return TITLE_PLAIN;
}

static void collect(struct title_words *words, const char *text)
{
    words->word_count = 0;
    for (size_t first = 0; first < words->count;) {
        struct title_word word = word_at(words, text, first);
        struct title_word *before = words->word_count ? &words->words[words->word_count - 1] : NULL;
        first = word.end;
        if (before && goes_with(words, before, &word)) {
            before->kind = kind_of_both(words, before, &word);
            before->end = word.end;
        } else {
            words->words[words->word_count++] = word;
        }
    }
    for (size_t i = 0; i < words->word_count; i++)
        if (words->words[i].kind == TITLE_SINGLE && words->words[i].end - words->words[i].first > 1)
            words->words[i].kind = TITLE_PLAIN;
}

void title_words_find(struct title_words *words, const char *text, size_t length)
{
    make_room(words, length);
    decode(words, text, length);
    find_starts(words, text, length);
    collect(words, text);
}
