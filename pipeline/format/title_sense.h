/* Where a title may be broken without tearing its sense (GB/T 9704-2012 §7.3.1: 词意完整): how well
 * a line ends before each character. Words come from ICU's dictionary; what it cuts too small is
 * put together again by what is known of Chinese titles. */
#ifndef YINFA_FORMAT_TITLE_SENSE_H
#define YINFA_FORMAT_TITLE_SENSE_H

#include <stddef.h>
#include <stdint.h>

/* From best to worst. */
enum title_sense {
    SENSE_BEST,   /* before 关于, after 》, where U+200B or a space stands */
    SENSE_GOOD,   /* after 和 */
    SENSE_FAIR,   /* between two words */
    SENSE_WEAK,   /* after the name of a place, which belongs to what follows */
    SENSE_POOR,   /* beside a word of one character, before 办公室 and the like */
    SENSE_SPARED, /* inside a bracket or a name that fits a line */
    SENSE_BAD     /* inside a word, between a number and its unit, before 的 */
};

/* What is known of a title, by byte of its text; borrowed until the next call. */
struct title_sense_map {
    const uint8_t *senses; /* enum title_sense of a break before the character there */
    const uint32_t *whole; /* where something begins that is better kept whole, a bracket or the
                            * name of an office that issues: the byte behind it; else 0 */
};

struct title_senses;

struct title_senses *title_senses_new(void);
void title_senses_free(struct title_senses *senses);

/* What is better kept whole does not count in the senses. If ICU fails, words are single
 * characters. */
struct title_sense_map title_senses_find(struct title_senses *senses, const char *text,
                                         size_t length);

#endif
