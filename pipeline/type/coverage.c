/* Coverage: one look-up per different character over all faces of the set, kept in two bit maps
 * (asked, drawable), so that a million names cost a million table reads. */
#include "type/coverage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "type/type_messages.h"

enum { CODE_POINTS = 0x110000 };

struct coverage {
    const struct font_chain *chain; /* every family of the set, by way of its last resort */
    unsigned char *asked;           /* one bit a code point */
    unsigned char *drawable;
};

struct coverage *coverage_new(struct font_set *set)
{
    struct coverage *coverage = memory_new(1, sizeof *coverage);
    coverage->chain = font_set_chain(set, font_set_families(set), false, false, NULL);
    coverage->asked = memory_new(CODE_POINTS / 8, 1);
    coverage->drawable = memory_new(CODE_POINTS / 8, 1);
    return coverage;
}

void coverage_free(struct coverage *coverage)
{
    if (!coverage)
        return;
    free(coverage->asked);
    free(coverage->drawable);
    free(coverage);
}

static bool is_drawable(struct coverage *coverage, uint32_t code_point)
{
    unsigned char bit = (unsigned char)(1u << (code_point % 8));
    if (!(coverage->asked[code_point / 8] & bit)) {
        uint32_t glyph;
        coverage->asked[code_point / 8] |= bit;
        if (font_chain_face(coverage->chain, code_point, 0, true, &glyph))
            coverage->drawable[code_point / 8] |= bit;
    }
    return coverage->drawable[code_point / 8] & bit;
}

/* Variation selectors and joiners draw nothing by themselves; white space in text is allowed. */
static bool needs_no_glyph(uint32_t code_point)
{
    return code_point == '\t' || code_point == '\n' || code_point == '\r' ||
           (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
           (code_point >= 0xE0100 && code_point <= 0xE01EF) || code_point == 0x200C ||
           code_point == 0x200D || code_point == 0x200B || code_point == 0x2060;
}

bool coverage_has(struct coverage *coverage, uint32_t code_point)
{
    return needs_no_glyph(code_point) ||
           (code_point <= 0x10FFFF && is_drawable(coverage, code_point));
}

static bool is_malformed(uint32_t code_point, size_t used)
{
    return (code_point == 0xFFFD && used == 1) || code_point < 0x20 ||
           (code_point >= 0x7F && code_point < 0xA0);
}

static bool came_before(const char *text, size_t at, const char *character, size_t used)
{
    for (size_t i = 0; i + used <= at; i++)
        if (memcmp(text + i, character, used) == 0)
            return true;
    return false;
}

size_t coverage_check(struct coverage *coverage, const char *text, size_t length,
                      const struct finding *where, struct finding_list *findings)
{
    size_t found = 0;
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t used = utf8_decode(text + at, length - at, &code_point);
        bool malformed = !needs_no_glyph(code_point) && is_malformed(code_point, used);
        if (!needs_no_glyph(code_point) && (malformed || !is_drawable(coverage, code_point)) &&
            !came_before(text, at, text + at, used)) {
            char character[5] = "", name[16];
            memcpy(character, text + at, used);
            if (malformed && used == 1)
                snprintf(name, sizeof name, "0x%02X", (unsigned char)text[at]);
            else
                snprintf(name, sizeof name, "U+%04X", (unsigned)code_point);
            if (malformed)
                finding_report(findings, &MESSAGE_CHARACTER_MALFORMED, where, name, NULL);
            else
                finding_report(findings, &MESSAGE_CHARACTER_NOT_DRAWABLE, where, character, name,
                               NULL);
            found++;
        }
        at += used;
    }
    return found;
}
