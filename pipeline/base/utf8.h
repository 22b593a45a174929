/* UTF-8 (RFC 3629): shortest form only, no surrogates, nothing above U+10FFFF. */
#ifndef YINFA_BASE_UTF8_H
#define YINFA_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes the character at the start of `text` (`length` bytes, at least 1). Stores its code point
 * and returns how many bytes it takes; a malformed sequence stores U+FFFD and returns 1. */
size_t utf8_decode(const char *text, size_t length, uint32_t *code_point);

/* Encodes a code point (U+FFFD in place of an impossible one); returns 1 to 4 bytes written. */
size_t utf8_encode(uint32_t code_point, char encoded[4]);

/* Whether all `length` bytes are well-formed UTF-8. */
bool utf8_valid(const char *text, size_t length);

/* Whether they are well-formed and stay on their line of a terminal: no control character (C0, DEL,
 * C1), no separator of lines or paragraphs. */
bool utf8_is_line(const char *text, size_t length);

/* How many code points `length` bytes hold (malformed bytes count one each). */
size_t utf8_count(const char *text, size_t length);

/* Whether it shows nothing and comes along with pasting: a blank, a line end, U+00A0, U+3000, and
 * U+200B and U+FEFF, which are not even wide. */
bool utf8_is_blank(uint32_t code_point);

/* Whether there is a full-width form (U+FF01 to U+FF5E) or a space (also U+00A0, U+3000) in it:
 * what an input method left in a number. */
bool utf8_has_wide(const char *text, size_t length);

#endif
