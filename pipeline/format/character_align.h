/* text-align="." (XSL 1.1 §7.16.9): the lines of a table column stand with that character below
 * each other, figures at their decimal points. A line without it ends where the character would be.
 */
#ifndef YINFA_FORMAT_CHARACTER_ALIGN_H
#define YINFA_FORMAT_CHARACTER_ALIGN_H

#include "format/paragraph.h"

/* The character that text-align names; 0 if it is a keyword. */
static inline uint32_t character_align_code(const struct traits *traits)
{
    return traits->text_align >= TEXT_ALIGN_CHARACTER
               ? (uint32_t)(traits->text_align - TEXT_ALIGN_CHARACTER)
               : 0;
}

/* The width of items [first, end) from the first `code` on; 0 if it does not occur. */
millipoint character_align_behind(const struct paragraph *paragraph, size_t first, size_t end,
                                  uint32_t code);

#endif
