/* Full-width marks: their advance is ruled (one em, or half of one), the glyph stands where the
 * mark's class wants it, and what is blank beside the ink may give way. How much that is says the
 * face: half an em at most, and less where the ink reaches further, as in ？ and ！ of some faces.
 * Called by paragraph_items.c and paragraph_gap.c. */
#include "format/line_grid.h"
#include "format/paragraph_parts.h"

enum { BEARING = 20 }; /* a twentieth of an em stays beside ink that reaches over the middle */

static millipoint at_size(const struct drawn *drawn, int units, millipoint size)
{
    return drawn->units_per_em ? measure_clamp((int64_t)units * size / drawn->units_per_em) : 0;
}

/* The blank that may go beside ink which leaves `room`. */
static millipoint blank(millipoint room, millipoint size)
{
    if (room >= size / 2)
        return size / 2;
    return room > size / BEARING ? room - size / BEARING : 0;
}

bool paragraph_mark(struct paragraph *paragraph, size_t at, const struct drawn *drawn,
                    struct mark *mark)
{
    const struct paragraph_character *character = &paragraph->characters[at];
    bool by_rule = !character_is_shared(character->code) || character->han_context;
    int rule = by_rule ? character_rule_width(paragraph_as_character(character)) : 0;
    if (!rule)
        return false;
    millipoint size = character->style->size;
    millipoint full = measure_clamp((int64_t)size * rule / 1000);
    if (line_grid_holds(paragraph, full))
        full = paragraph->pitch;
    millipoint slack = full - glyph_source_advance(drawn, size);
    enum character_class class = character->class;
    *mark = (struct mark){.width = full};
    if (character_blank_before(class)) {
        mark->blank_before = blank(slack + at_size(drawn, drawn->ink_left, size), size);
        mark->offset = slack - mark->blank_before;
    } else if (character_blank_after(class)) {
        mark->blank_after = blank(full - at_size(drawn, drawn->ink_right, size), size);
    } else if (class == CLASS_DASH && slack > 0) { /* the halves of —— meet */
        const struct paragraph_character *before = paragraph_neighbour(paragraph, at, -1);
        mark->offset = before && before->code == character->code ? 0 : slack;
    } else {
        mark->offset = slack / 2;
    }
    mark->width -= mark->blank_before + mark->blank_after;
    return true;
}
