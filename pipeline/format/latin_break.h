/* Where lines may end inside a run of Western text: UAX #14 as ICU has it. Only runs that hold more
 * than letters, digits and closing marks are asked about; Han text never is (its rules are in
 * character_class.c). */
#ifndef YINFA_FORMAT_LATIN_BREAK_H
#define YINFA_FORMAT_LATIN_BREAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct latin_break;

struct latin_break *latin_break_new(void);
void latin_break_free(struct latin_break *breaker);

/* Whether the run must be asked about: a line may end somewhere inside. */
bool latin_break_is_needed(const uint32_t *codes, size_t count);

/* For `count` code points: the array tells before which of them a line may end. Borrowed until the
 * next call; NULL if ICU fails (then a line may end nowhere inside). Addresses and paths part after
 * slashes; short codes (GB/T, km/h) do not. */
const bool *latin_break_find(struct latin_break *breaker, const uint32_t *codes, size_t count);

#endif
