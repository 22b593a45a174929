/* What the files that make a paragraph's items share: classes in context, marks, gaps. Nobody else
 * includes this. */
#ifndef YINFA_FORMAT_PARAGRAPH_PARTS_H
#define YINFA_FORMAT_PARAGRAPH_PARTS_H

#include "format/paragraph.h"

/* Gives every character its class, and what its neighbours decide (paragraph_context.c). */
void paragraph_classify(struct paragraph *paragraph);

/* Whether a line may end between the characters `at` and `next`; only spaces and box edges lie
 * between them. */
bool paragraph_may_break(const struct paragraph *paragraph, size_t at, size_t next);

/* The nearest character in a direction (1 or -1), box edges passed over; NULL if something else
 * comes first. */
const struct paragraph_character *paragraph_neighbour(const struct paragraph *paragraph, size_t at,
                                                      int direction);

/* The next thing in the line after `at`, box edges passed over; the count if there is none. */
size_t paragraph_next(const struct paragraph *paragraph, size_t at);

static inline bool paragraph_is_character(const struct paragraph_character *character)
{
    return character->code < CODE_OBJECT;
}

static inline struct character paragraph_as_character(const struct paragraph_character *character)
{
    return (struct character){character->code, (enum character_class)character->class,
                              character->apart};
}

/* Classes of which Western words are made: they are shaped together. */
bool paragraph_is_western(enum character_class class);

/* The face and glyph of a character (paragraph_items.c); one that no face draws is reported. */
struct drawn paragraph_draw(struct paragraph *paragraph,
                            const struct paragraph_character *character, uint32_t variation);

/* A full-width mark as it is set: its ink and what is blank beside it (paragraph_mark.c). */
struct mark {
    millipoint width;  /* without the blank */
    millipoint offset; /* of the glyph from where that begins */
    millipoint blank_before, blank_after;
};

/* False if the character's width is not ruled: then it is as wide as its glyph. */
bool paragraph_mark(struct paragraph *paragraph, size_t at, const struct drawn *drawn,
                    struct mark *mark);

/* Decides gap and break after the item that ends with character `at` (paragraph_gap.c). */
void paragraph_join(struct paragraph *paragraph, size_t item, size_t at);

/* The typed spaces between the characters `at` and `next`, as the gap after an item. */
void paragraph_set_space(struct paragraph *paragraph, size_t item, size_t at, size_t next);

#endif
