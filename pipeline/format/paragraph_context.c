/* Classes that need more than the character: “ ” — · are Chinese or Western as the text is, an
 * apostrophe is Western in any text, —— and …… go in units of two, and inside Western runs ICU says
 * where lines may end. Called by paragraph_items.c. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/latin_break.h"
#include "format/paragraph_parts.h"

/* --- Neighbours ------------------------------------------------------------------------------ */

static bool is_edge(const struct paragraph_character *character)
{
    return character->code == CODE_OPEN || character->code == CODE_CLOSE;
}

const struct paragraph_character *paragraph_neighbour(const struct paragraph *paragraph, size_t at,
                                                      int direction)
{
    for (;;) {
        if (direction < 0 ? at == 0 : at + 1 >= paragraph->count)
            return NULL;
        at = direction < 0 ? at - 1 : at + 1;
        const struct paragraph_character *character = &paragraph->characters[at];
        if (!is_edge(character))
            return paragraph_is_character(character) ? character : NULL;
    }
}

size_t paragraph_next(const struct paragraph *paragraph, size_t at)
{
    for (at++; at < paragraph->count; at++)
        if (!is_edge(&paragraph->characters[at]))
            break;
    return at;
}

bool paragraph_is_western(enum character_class class)
{
    switch (class) {
    case CLASS_LETTER:
    case CLASS_DIGIT:
    case CLASS_PREFIX:
    case CLASS_POSTFIX:
    case CLASS_WESTERN_OPEN:
    case CLASS_WESTERN_CLOSE:
    case CLASS_HYPHEN:
    case CLASS_SLASH:
    case CLASS_GLUE:
    case CLASS_COMBINING:
        return true;
    default:
        return false;
    }
}

/* --- Classes --------------------------------------------------------------------------------- */

/* Text in a language that is not written with Han characters keeps Western marks. */
static bool speaks_western(const struct traits *traits)
{
    const char *language = traits->language;
    return language && language[0] && strncmp(language, "zh", 2) != 0 &&
           strncmp(language, "ja", 2) != 0 && strncmp(language, "ko", 2) != 0;
}

static bool is_apostrophe(const struct paragraph *paragraph, size_t at)
{
    const struct paragraph_character *before = paragraph_neighbour(paragraph, at, -1),
                                     *after = paragraph_neighbour(paragraph, at, 1);
    return paragraph->characters[at].code == 0x2019 && before && after &&
           character_script(before->code) == -1 && character_script(after->code) == -1;
}

/* Every other — and … begins a unit of two; a — that stands alone connects. */
static void find_units(struct paragraph *paragraph)
{
    uint32_t last = 0;
    bool second = false;
    for (size_t i = 0; i < paragraph->count; i++) {
        struct paragraph_character *character = &paragraph->characters[i];
        if (is_edge(character))
            continue;
        bool pairs = character->class == CLASS_DASH || character->class == CLASS_ELLIPSIS;
        second = pairs && character->code == last && !second;
        character->apart = pairs && !second && character->code == last;
        last = pairs ? character->code : 0;
        if (character->code != 0x2014 || character->class != CLASS_DASH || second)
            continue;
        const struct paragraph_character *after = paragraph_neighbour(paragraph, i, 1);
        if (!after || after->code != 0x2014)
            character->class = CLASS_CONNECTOR;
    }
}

/* --- Western runs ---------------------------------------------------------------------------- */

/* Asks about the run of `count` characters that begins at `first`. */
static void break_run(struct paragraph *paragraph, size_t first, size_t count)
{
    uint32_t *codes = memory_new(count, sizeof *codes);
    for (size_t i = 0; i < count; i++)
        codes[i] = paragraph->characters[first + i].code;
    const bool *may = latin_break_is_needed(codes, count)
                          ? latin_break_find(paragraph->latin, codes, count)
                          : NULL;
    for (size_t i = 1; i < count; i++)
        paragraph->characters[first + i].inside = may && may[i] ? INSIDE_WORD_BREAK : INSIDE_WORD;
    free(codes);
}

static void break_runs(struct paragraph *paragraph)
{
    size_t first = 0, count = 0;
    bool plain = true; /* only letters and digits: nothing to ask */
    for (size_t i = 0; i <= paragraph->count; i++) {
        const struct paragraph_character *character = &paragraph->characters[i];
        if (i < paragraph->count && paragraph_is_character(character) &&
            paragraph_is_western((enum character_class)character->class)) {
            if (!count)
                first = i;
            plain &= character->class == CLASS_LETTER || character->class == CLASS_DIGIT;
            count++;
            continue;
        }
        if (count > 2 && !plain)
            break_run(paragraph, first, count);
        count = 0;
        plain = true;
    }
}

void paragraph_classify(struct paragraph *paragraph)
{
    bool chinese = paragraph->has_han || !paragraph->has_latin;
    bool units = false, western = false;
    for (size_t i = 0; i < paragraph->count; i++) {
        struct paragraph_character *character = &paragraph->characters[i];
        if (!paragraph_is_character(character) || character->code == ' ')
            continue;
        character->han_context = true;
        if (character_is_shared(character->code))
            character->han_context = chinese && !speaks_western(character->style->traits) &&
                                     !is_apostrophe(paragraph, i);
        character->class = (uint8_t)character_classify(character->code, character->han_context);
        units |= character->class == CLASS_DASH || character->class == CLASS_ELLIPSIS;
        western |= character->class >= CLASS_PREFIX && character->class <= CLASS_GLUE;
    }
    if (units)
        find_units(paragraph);
    if (western)
        break_runs(paragraph);
}

/* --- Breaks ---------------------------------------------------------------------------------- */

/* Whether the word that begins at `at` is the sign of a unit. */
static bool is_unit(const struct paragraph *paragraph, size_t at)
{
    uint32_t codes[4];
    size_t count = 0;
    while (at + count < paragraph->count && count < 4 &&
           paragraph->characters[at + count].class == CLASS_LETTER) {
        codes[count] = paragraph->characters[at + count].code;
        count++;
    }
    return count && character_is_unit(codes, count);
}

bool paragraph_may_break(const struct paragraph *paragraph, size_t at, size_t next)
{
    const struct paragraph_character *characters = paragraph->characters;
    const struct paragraph_character *left = &characters[at], *right = &characters[next];
    if (right->tied || (left->style->kept && left->style->kept == right->style->kept))
        return false;
    for (size_t i = at + 1; i < next; i++) {
        if (characters[i].code != ' ')
            continue;
        const struct character space = {' ', CLASS_SPACE, false};
        if (left->class == CLASS_DIGIT && is_unit(paragraph, next))
            return false;
        return character_may_break(left->code, space, paragraph_as_character(right),
                                   right->style->mode);
    }
    enum line_break_mode mode = left->style->mode;
    if (right->inside && next == at + 1 && mode != LINE_BREAK_ANYWHERE)
        return right->inside == INSIDE_WORD_BREAK;
    uint32_t before = at ? characters[at - 1].code : 0;
    return character_may_break(before, paragraph_as_character(left), paragraph_as_character(right),
                               mode);
}
