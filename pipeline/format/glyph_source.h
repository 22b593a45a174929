/* Glyphs for characters: which face draws a character, and shaped Western words. Both are kept,
 * because the same few thousand characters and words come again and again. */
#ifndef YINFA_FORMAT_GLYPH_SOURCE_H
#define YINFA_FORMAT_GLYPH_SOURCE_H

#include "base/arena.h"
#include "type/font_face.h"
#include "type/font_set.h"

struct glyph_source;

struct drawn {
    struct font_face *face; /* NULL: no face of the chain draws it */
    uint32_t glyph;
    int advance;             /* design units */
    int ink_left, ink_right; /* of marks: where the outline begins and ends; else 0, advance */
    unsigned units_per_em;
};

struct glyph_source *glyph_source_new(void);
void glyph_source_free(struct glyph_source *source);

struct drawn glyph_source_find(struct glyph_source *source, const struct font_chain *chain,
                               uint32_t code_point, uint32_t variation, bool han_context);

/* The same in the form that a language wants: traditional Chinese, Japanese, Korean; NULL or any
 * other language: as the face has it, which is simplified Chinese. `language` must live as long as
 * the source. */
struct drawn glyph_source_find_local(struct glyph_source *source, const struct font_chain *chain,
                                     uint32_t code_point, uint32_t variation, bool han_context,
                                     const char *language);

/* Advance at a size, rounded to the nearest. */
millipoint glyph_source_advance(const struct drawn *drawn, millipoint size);

/* Glyphs of a word that `face` draws wholly. Borrowed: from the cache, good until
 * glyph_source_trim(); or, when that is full, from `arena`. */
const struct glyph *glyph_source_shape(struct glyph_source *source, struct font_face *face,
                                       const struct shaping *shaping, const char *text,
                                       size_t length, struct arena *arena, size_t *count);

/* Between paragraphs: empties the cache of words if it is full. */
void glyph_source_trim(struct glyph_source *source);

#endif
