/* 姓名拼音 as GB/T 28039-2011 (中国人名汉语拼音字母拼写规则) has it: how a name in pinyin is to be
 * written, judged beside the name in characters. Pure functions; store_functions.c offers them to
 * SQL. The readings of characters are pinyin_reading.h's business. */
#ifndef YINFA_STORE_PINYIN_SPELLING_H
#define YINFA_STORE_PINYIN_SPELLING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* The first thing wrong with the spelling of a name, NULL if there is nothing:
 *   empty       it is the empty text
 *   wide        characters, full-width letters or spaces in it
 *   tone        tone marks or digits
 *   letter      anything else but letters, ü, space, apostrophe and hyphen
 *   space       not surname, one space, given name (§5.1.1); of a single character: no space
 *   syllable    letters that are no syllables of Hanyu Pinyin
 *   apostrophe  not where a syllable that begins with a, o or e follows another, or elsewhere
 *   count       not as many syllables as the name has characters
 *   hyphen      not between two surnames (§5.1.3), or in a surname of two characters (§5.1.2)
 *   surname     two syllables, but of a surname of two characters that is not known: mostly two
 *               surnames without their hyphen, or the space stands in the wrong place
 *   capital     not the first letter of each surname and of the given name, and only those
 * ü may be written ü, yu (lyu, nyu: GB/T 28039 §6), v or u. A name with anything but Chinese
 * characters (买买提·艾力) is spelled by the rules of its language, with · or spaces between its
 * parts: of it only letters and capitals are judged. */
const char *pinyin_fault(const char *pinyin, const char *name);

/* Whether two spellings read the same: capitals, spaces, marks and the ways to write ü aside. */
bool pinyin_same(const char *one, const char *other);

/* Whether all of a name are Chinese characters, PERSON_NAME at most; how many in `*count`. */
bool pinyin_is_chinese(const char *name, size_t *count);

/* Appends the spelling of a Chinese name from its syllables in small letters (ü for ü), one for
 * each character, parted by single spaces. False, with nothing written, if they do not fit. Four
 * characters that begin with no known surname of two are taken for two surnames (Zheng-Li Sufang).
 */
bool pinyin_spell(struct buffer *out, const char *syllables, const char *name);

#endif
