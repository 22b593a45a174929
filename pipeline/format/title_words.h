/* The words of a Chinese title, and what each does to the words beside it: ICU's dictionary, and
 * what it does not know of official documents (format of GB/T 9704-2012, names of offices). */
#ifndef YINFA_FORMAT_TITLE_WORDS_H
#define YINFA_FORMAT_TITLE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum title_word_kind {
    TITLE_PLAIN,
    TITLE_SINGLE, /* one Han character that nothing is known of */
    TITLE_NUMBER,
    TITLE_HEAD, /* 办公室, 公司: ends the name of an office, read with what stands before it */
    TITLE_TAIL, /* 人员, 工作: the same, less strongly */
    TITLE_VERB, /* 开展, 加强: read with what follows */
    TITLE_LEADS,  /* 关于, 第: never ends a line */
    TITLE_TRAILS, /* 的, 等: belongs to what is before it */
    TITLE_AND,
    TITLE_OPEN,
    TITLE_CLOSE,
    TITLE_PAUSE, /* ，、 */
    TITLE_TIE,   /* · —: ties what is on both sides */
    TITLE_SPACE
};

struct title_word {
    size_t first, end; /* characters */
    enum title_word_kind kind;
};

/* A title taken apart; arrays are this struct's own. */
struct title_words {
    uint32_t *codes;
    size_t *offsets; /* of each character in the text, in bytes; one more */
    struct title_word *words;
    size_t count, word_count;
    struct title_words_state *state;
};

/* Zeroed by title_words_begin(). */
void title_words_begin(struct title_words *words);
void title_words_end(struct title_words *words);

/* Takes the text apart; what was there is overwritten. If ICU fails, words are single characters.
 */
void title_words_find(struct title_words *words, const char *text, size_t length);

/* Whether the characters of `set`, UTF-8, hold the code. */
bool title_words_is_one_of(const char *set, uint32_t code);

/* Whether the word reads so. */
bool title_words_reads(const struct title_words *words, const struct title_word *word,
                       const char *text);

#endif
