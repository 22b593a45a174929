/* How a Chinese name is read, by the data of ICU (CLDR's Han-Latin/Names, which knows how surnames
 * are read: 单 Shan, 仇 Qiu). Only a suggestion: characters have several readings, and what a
 * person says of the own name stands. */
#ifndef YINFA_STORE_PINYIN_READING_H
#define YINFA_STORE_PINYIN_READING_H

#include <stdbool.h>

#include "base/buffer.h"

/* Opened when a first name is read: that takes a fifth of a second. */
struct pinyin_reader;

struct pinyin_reader *pinyin_reader_new(void);
void pinyin_reader_free(struct pinyin_reader *reader);

/* Appends the name as GB/T 28039 spells it. False, with nothing written: it has anything but
 * Chinese characters, or one whose reading is not known or not to be
 * relied on. */
bool pinyin_suggest(struct pinyin_reader *reader, struct buffer *out, const char *name);

#endif
