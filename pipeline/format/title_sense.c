/* What stands on both sides of a break says how well it makes sense. Caller: block_text.c. */
#include "format/title_sense.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/title_words.h"

enum { BRACKET_LIMIT = 16 };

static const char places[] = "省市县区州";

struct title_senses {
    struct title_words words;
    uint8_t *senses; /* by byte */
    uint32_t *whole; /* by byte */
    size_t capacity;
};

struct title_senses *title_senses_new(void)
{
    struct title_senses *senses = memory_new(1, sizeof *senses);
    title_words_begin(&senses->words);
    return senses;
}

void title_senses_free(struct title_senses *senses)
{
    if (!senses)
        return;
    title_words_end(&senses->words);
    free(senses->senses);
    free(senses->whole);
    free(senses);
}

static uint32_t first_of(const struct title_words *words, const struct title_word *word)
{
    return words->codes[word->first];
}

static uint32_t last_of(const struct title_words *words, const struct title_word *word)
{
    return words->codes[word->end - 1];
}

/* 样例省, 样例市, but not 质量强省. */
static bool is_place(const struct title_words *words, const struct title_word *word)
{
    return word->end - word->first > 1 && title_words_is_one_of(places, last_of(words, word)) &&
           !title_words_is_one_of("强全各", words->codes[word->end - 2]);
}

/* Whether no line may end between the two. */
static bool is_tied(const struct title_word *left, const struct title_word *right)
{
    return left->kind == TITLE_LEADS || left->kind == TITLE_NUMBER || left->kind == TITLE_OPEN ||
           left->kind == TITLE_TIE || right->kind == TITLE_CLOSE || right->kind == TITLE_PAUSE ||
           right->kind == TITLE_TIE || right->kind == TITLE_TRAILS || right->kind == TITLE_AND;
}

/* What reads badly when it is parted, from bad to not so bad; SENSE_FAIR: nothing. */
static enum title_sense weakness(const struct title_words *words, const struct title_word *left,
                                 const struct title_word *right)
{
    uint32_t before = last_of(words, left), next = first_of(words, right);
    if (left->kind == TITLE_SINGLE || right->kind == TITLE_SINGLE || right->kind == TITLE_HEAD)
        return SENSE_POOR;
    if (title_words_is_one_of(places, next)) /* 样例|省政府 */
        return SENSE_POOR;
    if (title_words_is_one_of("届次", before) && right->kind == TITLE_PLAIN &&
        title_words_is_one_of("一二三四五六七八九十0123456789", next)) /* 十三届|三次会议 */
        return SENSE_POOR;
    if (right->kind == TITLE_TAIL || left->kind == TITLE_VERB || is_place(words, left))
        return SENSE_WEAK;
    return SENSE_FAIR;
}

static enum title_sense between(const struct title_words *words, const struct title_word *left,
                                const struct title_word *right)
{
    uint32_t before = last_of(words, left), next = first_of(words, right);
    if (left->kind == TITLE_SPACE || (right->kind == TITLE_SPACE && next != 0x3000))
        return SENSE_BEST; /* a wide space would shift the line that it begins */
    if (right->kind == TITLE_SPACE || is_tied(left, right))
        return SENSE_BAD;
    if (title_words_reads(words, right, "关于"))
        return SENSE_BEST;
    if (before == 0x300B)
        return SENSE_BEST;
    if (next == 0xFF08 && words->codes[words->count - 1] == 0xFF09) /* （征求意见稿） */
        return SENSE_BEST;
    if (left->kind == TITLE_AND || left->kind == TITLE_PAUSE || before == 0xFF09 || next == 0xFF08)
        return SENSE_GOOD;
    return weakness(words, left, right);
}

static void pair_brackets(struct title_senses *senses)
{
    const struct title_words *words = &senses->words;
    size_t open[BRACKET_LIMIT], depth = 0;
    for (size_t i = 0; i < words->word_count; i++) {
        const struct title_word *word = &words->words[i];
        if (word->kind == TITLE_OPEN && depth < BRACKET_LIMIT)
            open[depth++] = words->offsets[word->first];
        else if (word->kind == TITLE_CLOSE && depth)
            senses->whole[open[--depth]] = (uint32_t)words->offsets[word->end];
    }
}

/* Offices that issue stand before 关于, with spaces between. A verb there is no part of a name:
 * what was to be one is none. */
static void find_names(struct title_senses *senses)
{
    const struct title_words *words = &senses->words;
    size_t about = 0, first = 0;
    while (about < words->word_count && !title_words_reads(words, &words->words[about], "关于"))
        about++;
    if (about == words->word_count)
        return;
    for (size_t i = 0; i <= about; i++) {
        const struct title_word *word = &words->words[i];
        bool ends = i == about || word->kind == TITLE_SPACE;
        if (ends && i > first)
            senses->whole[words->offsets[words->words[first].first]] =
                (uint32_t)words->offsets[word->first];
        if (word->kind == TITLE_VERB || word->kind == TITLE_OPEN || word->kind == TITLE_CLOSE)
            return;
        if (ends)
            first = i + 1;
    }
}

struct title_sense_map title_senses_find(struct title_senses *senses, const char *text,
                                         size_t length)
{
    struct title_words *words = &senses->words;
    if (length >= senses->capacity) {
        senses->capacity = length + length / 2 + 64;
        senses->senses = memory_resize(senses->senses, senses->capacity, sizeof *senses->senses);
        senses->whole = memory_resize(senses->whole, senses->capacity, sizeof *senses->whole);
    }
    title_words_find(words, text, length);
    memset(senses->senses, SENSE_BAD, (length + 1) * sizeof *senses->senses);
    memset(senses->whole, 0, (length + 1) * sizeof *senses->whole);
    for (size_t i = 1; i < words->word_count; i++)
        senses->senses[words->offsets[words->words[i].first]] =
            (uint8_t)between(words, &words->words[i - 1], &words->words[i]);
    pair_brackets(senses);
    find_names(senses);
    return (struct title_sense_map){senses->senses, senses->whole};
}
