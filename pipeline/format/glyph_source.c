/* Characters: a direct-mapped table. Words: a chained hash table in an arena that is emptied as a
 * whole when it has grown large. */
#include "format/glyph_source.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"

enum { FACE_SLOTS = 8192, WORD_SLOTS = 4096, WORD_LIMIT = 16384, WORD_BYTES = 64 };

struct face_slot {
    const struct font_chain *chain;
    const char *language; /* NULL: simplified Chinese */
    uint32_t code_point, variation;
    bool han_context;
    struct drawn drawn;
};

struct word {
    struct word *next;
    struct font_face *face;
    struct shaping shaping;
    uint32_t length; /* bytes of text */
    uint32_t count;  /* glyphs */
    const struct glyph *glyphs;
    char text[];
};

struct glyph_source {
    struct face_slot faces[FACE_SLOTS];
    struct word *words[WORD_SLOTS];
    size_t word_count;
    struct arena *arena;
    const char *language; /* last asked about, and the answer */
    bool language_has_forms;
};

struct glyph_source *glyph_source_new(void)
{
    struct glyph_source *source = memory_new(1, sizeof *source);
    source->arena = arena_new();
    return source;
}

void glyph_source_free(struct glyph_source *source)
{
    if (!source)
        return;
    arena_free(source->arena);
    free(source);
}

/* Marks whose blank is asked about: general, CJK and full-width punctuation. */
static bool is_punctuation(uint32_t code_point)
{
    return (code_point >= 0x2010 && code_point <= 0x203F) ||
           (code_point >= 0x3000 && code_point <= 0x303F) ||
           (code_point >= 0xFE10 && code_point <= 0xFE6F) ||
           (code_point >= 0xFF00 && code_point <= 0xFF65);
}

static void find_ink(struct drawn *drawn, uint32_t code_point)
{
    int bottom, top;
    drawn->ink_right = drawn->advance;
    if (is_punctuation(code_point))
        font_face_glyph_box(drawn->face, drawn->glyph, &drawn->ink_left, &bottom, &drawn->ink_right,
                            &top);
}

/* Languages whose Han forms differ from those of simplified Chinese. */
static bool has_forms(const char *language)
{
    static const char *const tags[] = {"zh-TW", "zh-HK", "zh-MO", "zh-Hant", "ja", "ko"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (strncasecmp(language, tags[i], strlen(tags[i])) == 0)
            return true;
    return false;
}

/* The language if its Han forms differ, else NULL. */
static const char *language_of_forms(struct glyph_source *source, const char *language)
{
    if (language && language != source->language) {
        source->language = language;
        source->language_has_forms = has_forms(language);
    }
    return language && source->language_has_forms ? language : NULL;
}

struct drawn glyph_source_find_local(struct glyph_source *source, const struct font_chain *chain,
                                     uint32_t code_point, uint32_t variation, bool han_context,
                                     const char *language)
{
    language = language_of_forms(source, language);
    size_t hash = (code_point * 2654435761u) ^ (variation * 40503u) ^ (han_context ? 77u : 0u) ^
                  (size_t)((uintptr_t)chain >> 4) * 31u ^ (language ? 5003u : 0u);
    struct face_slot *slot = &source->faces[(hash ^ hash >> 13) % FACE_SLOTS];
    if (slot->chain == chain && slot->code_point == code_point && slot->variation == variation &&
        slot->han_context == han_context && slot->language == language)
        return slot->drawn;
    struct drawn drawn = {0};
    drawn.face = font_chain_face(chain, code_point, variation, han_context, &drawn.glyph);
    if (drawn.face) {
        if (language && !variation)
            drawn.glyph = font_face_local_glyph(drawn.face, code_point, drawn.glyph, language);
        drawn.advance = font_face_advance_units(drawn.face, drawn.glyph);
        drawn.units_per_em = font_face_units_per_em(drawn.face);
        find_ink(&drawn, code_point);
    }
    *slot = (struct face_slot){chain, language, code_point, variation, han_context, drawn};
    return drawn;
}

struct drawn glyph_source_find(struct glyph_source *source, const struct font_chain *chain,
                               uint32_t code_point, uint32_t variation, bool han_context)
{
    return glyph_source_find_local(source, chain, code_point, variation, han_context, NULL);
}

millipoint glyph_source_advance(const struct drawn *drawn, millipoint size)
{
    int64_t product = (int64_t)drawn->advance * size;
    int64_t units = drawn->units_per_em ? drawn->units_per_em : 1000;
    return (millipoint)((product + units / 2) / units);
}

static struct glyph *copy_glyphs(struct arena *arena, const struct glyph *glyphs, size_t count)
{
    struct glyph *copy = arena_new_array(arena, count ? count : 1, sizeof *copy);
    if (count)
        memcpy(copy, glyphs, count * sizeof *copy);
    return copy;
}

static size_t word_slot(const struct font_face *face, const struct shaping *shaping,
                        const char *text, size_t length)
{
    uint64_t hash = font_face_number(face) * 1000003u ^ (uint64_t)shaping->size * 69069u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 1099511628211u;
    return (size_t)(hash ^ hash >> 32) % WORD_SLOTS;
}

/* Languages live with the run, so that one is known by its place. */
static bool same_shaping(const struct shaping *a, const struct shaping *b)
{
    return a->size == b->size && a->language == b->language && a->no_ligatures == b->no_ligatures;
}

const struct glyph *glyph_source_shape(struct glyph_source *source, struct font_face *face,
                                       const struct shaping *shaping, const char *text,
                                       size_t length, struct arena *arena, size_t *count)
{
    const struct glyph *glyphs;
    bool cacheable = length <= WORD_BYTES;
    size_t slot = cacheable ? word_slot(face, shaping, text, length) : 0;
    for (const struct word *word = cacheable ? source->words[slot] : NULL; word;
         word = word->next) {
        if (word->face == face && word->length == length && same_shaping(&word->shaping, shaping) &&
            memcmp(word->text, text, length) == 0) {
            *count = word->count;
            return word->glyphs;
        }
    }
    *count = font_face_shape(face, text, length, shaping, &glyphs);
    if (!cacheable || source->word_count >= WORD_LIMIT)
        return copy_glyphs(arena, glyphs, *count);
    struct word *word = arena_alloc(source->arena, sizeof *word + length);
    *word = (struct word){.next = source->words[slot],
                          .face = face,
                          .shaping = *shaping,
                          .length = (uint32_t)length,
                          .count = (uint32_t)*count,
                          .glyphs = copy_glyphs(source->arena, glyphs, *count)};
    memcpy(word->text, text, length);
    source->words[slot] = word;
    source->word_count++;
    return word->glyphs;
}

void glyph_source_trim(struct glyph_source *source)
{
    if (source->word_count < WORD_LIMIT)
        return;
    arena_reset(source->arena);
    memset(source->words, 0, sizeof source->words);
    source->word_count = 0;
}
