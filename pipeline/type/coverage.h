/* The gate before printing: can every character of these texts be drawn by the font set? Decided
 * from outlines, never from text extraction. batch asks before a batch's first page, `yinfa fonts
 * --check` on demand. */
#ifndef YINFA_TYPE_COVERAGE_H
#define YINFA_TYPE_COVERAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/finding.h"
#include "type/font_set.h"

struct coverage;

/* Starts a check of the whole set (any face may serve). Freed with coverage_free(). Answers are
 * kept per code point, so that checking a million names costs one look-up per different character.
 */
struct coverage *coverage_new(struct font_set *set);
void coverage_free(struct coverage *coverage);

/* Whether a character can be shown: some face draws it, or it needs no glyph (white space,
 * selectors). */
bool coverage_has(struct coverage *coverage, uint32_t code_point);

/* Checks `length` bytes of UTF-8. For each character (once per call and character) that no face can
 * draw, and for each malformed byte or control character, reports an error finding that names the
 * character and its code point (U+XXXX), with the other fields from `where`. Returns how many. */
size_t coverage_check(struct coverage *coverage, const char *text, size_t length,
                      const struct finding *where, struct finding_list *findings);

#endif
