/* A search in the text of the items, then in the clusters of the item that has it. Called by
 * block_text.c for lines and by table_align.c for columns. */
#include "format/character_align.h"

#include <string.h>

#include "base/utf8.h"

/* Width of an item's glyphs from a place in its text on. */
static int64_t width_from(const struct item *item, size_t place)
{
    int64_t width = 0;
    for (uint32_t i = 0; i < item->glyph_count; i++)
        width += item->glyphs[i].cluster >= place ? item->glyphs[i].advance : 0;
    return width;
}

millipoint character_align_behind(const struct paragraph *paragraph, size_t first, size_t end,
                                  uint32_t code)
{
    char encoded[4];
    size_t length = utf8_encode(code, encoded), at = first;
    const char *found = NULL;
    for (; at < end; at++) {
        const struct item *item = &paragraph->items[at];
        if (item->kind != ITEM_GLYPHS || !item->length)
            continue;
        const char *text = paragraph->kept_text + item->text;
        found = memmem(text, item->length, encoded, length);
        if (found)
            break;
    }
    if (!found)
        return 0;
    const struct item *item = &paragraph->items[at];
    int64_t width = width_from(item, (size_t)(found - paragraph->kept_text) - item->text);
    for (size_t i = at + 1; i < end; i++)
        width += paragraph->fits[i - 1].gap + paragraph->fits[i].width;
    return measure_clamp(width);
}
