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
    unsigned char *told; /* within one check; after the code points, the 256 bytes */
};

struct coverage *coverage_new(struct font_set *set)
{
    struct coverage *coverage = memory_new(1, sizeof *coverage);
    coverage->chain = font_set_chain(set, font_set_families(set), false, false, NULL);
    coverage->asked = memory_new(CODE_POINTS / 8, 1);
    coverage->drawable = memory_new(CODE_POINTS / 8, 1);
    coverage->told = memory_new((CODE_POINTS + 256) / 8, 1);
    return coverage;
}

void coverage_free(struct coverage *coverage)
{
    if (!coverage)
        return;
    free(coverage->asked);
    free(coverage->drawable);
    free(coverage->told);
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

/* What a text may hold that cannot be shown: a character, or a byte that is part of none. */
static size_t offence(uint32_t code_point, bool malformed, unsigned char byte)
{
    return malformed && code_point == 0xFFFD ? CODE_POINTS + (size_t)byte : code_point;
}

/* Calls of one check share `told`; afterwards its bits are cleared by walking the text again, which
 * costs less than clearing the map for every name. */
static bool tell_once(struct coverage *coverage, size_t offence)
{
    unsigned char bit = (unsigned char)(1u << (offence % 8));
    bool first = !(coverage->told[offence / 8] & bit);
    coverage->told[offence / 8] |= bit;
    return first;
}

static void report(struct finding_list *findings, const struct finding *where, const char *text,
                   size_t used, uint32_t code_point, bool malformed)
{
    char character[5] = "", name[16];
    memcpy(character, text, used);
    if (malformed && used == 1)
        snprintf(name, sizeof name, "0x%02X", (unsigned char)text[0]);
    else
        snprintf(name, sizeof name, "U+%04X", (unsigned)code_point);
    if (malformed)
        finding_report(findings, &MESSAGE_CHARACTER_MALFORMED, where, name, NULL);
    else
        finding_report(findings, &MESSAGE_CHARACTER_NOT_DRAWABLE, where, character, name, NULL);
}

size_t coverage_check(struct coverage *coverage, const char *text, size_t length,
                      const struct finding *where, struct finding_list *findings)
{
    size_t found = 0;
    uint32_t code_point;
    for (size_t at = 0, used; at < length; at += used) {
        used = utf8_decode(text + at, length - at, &code_point);
        if (needs_no_glyph(code_point))
            continue;
        bool malformed = is_malformed(code_point, used);
        if (!malformed && is_drawable(coverage, code_point))
            continue;
        if (tell_once(coverage, offence(code_point, malformed, (unsigned char)text[at]))) {
            report(findings, where, text + at, used, code_point, malformed);
            found++;
        }
    }
    for (size_t at = 0; found && at < length;) {
        unsigned char byte = (unsigned char)text[at];
        at += utf8_decode(text + at, length - at, &code_point);
        coverage->told[code_point / 8] = 0;
        coverage->told[(CODE_POINTS + (size_t)byte) / 8] = 0;
    }
    return found;
}
