/* A Han character is set as wide as its cell (paragraph_items.c), so only what stands between Han
 * characters needs care. Such a piece is filled up to whole cells: before and after it alike if it
 * begins with Western text, else after it. The filling is the first thing that gives way when the
 * line must shrink, so that no line is overfull because of the grid. Called by paragraph_items.c
 * and line_justify.c. */
#include "format/line_grid.h"

enum { TOLERANCE = 16 }; /* of a pitch: so much too wide is not one cell more */

bool line_grid_holds(const struct paragraph *paragraph, millipoint advance)
{
    millipoint pitch = paragraph->pitch;
    return advance <= pitch + pitch / 8 && advance > pitch / 2;
}

/* What is missing from `width` to whole cells. */
static millipoint missing(millipoint pitch, int64_t width)
{
    int64_t cells = (width - pitch / TOLERANCE + pitch - 1) / pitch;
    return measure_clamp((cells > 0 ? cells : 0) * pitch - width);
}

static void pad(struct paragraph *paragraph, size_t index, millipoint amount)
{
    struct fit_item *fit = &paragraph->fits[index];
    fit->gap += amount;
    fit->shrink += amount > 0 ? amount : 0;
    paragraph->items[index].pad = amount;
}

static bool is_western(const struct item *item)
{
    return item->glyph_count > 0 && !item->cell && !item->mark;
}

/* The piece [first, end), a cell before it if first > 0. */
static void pad_piece(struct paragraph *paragraph, size_t first, size_t end, int64_t width)
{
    millipoint amount = missing(paragraph->pitch, width), half = 0;
    if (first && amount > 0 && is_western(&paragraph->items[first])) {
        half = amount / 2;
        pad(paragraph, first - 1, half);
    }
    pad(paragraph, end - 1, amount - half);
}

void line_grid_pad(struct paragraph *paragraph)
{
    size_t first = 0;
    int64_t width = 0;
    for (size_t i = 0; i < paragraph->item_count; i++) {
        const struct fit_item *fit = &paragraph->fits[i];
        const struct item *item = &paragraph->items[i];
        if (item->cell) {
            if (i > first)
                pad_piece(paragraph, first, i, width);
            first = i + 1;
            width = fit->gap;
        } else {
            width += (int64_t)fit->width + fit->gap + (i == 0 ? fit->start_blank : 0);
        }
        if (fit->after == FIT_FORCED) {
            first = i + 1;
            width = 0;
        }
    }
}

void line_grid_start(const struct paragraph *paragraph, const struct fit_line *line,
                     millipoint *gaps)
{
    size_t end = line->first;
    int64_t width = paragraph->fits[end].start_blank;
    while (end < line->end && !paragraph->items[end].cell) {
        width += (int64_t)paragraph->fits[end].width + paragraph->fits[end].gap -
                 paragraph->items[end].pad;
        end++;
    }
    if (end == line->first || end == line->end)
        return;
    size_t last = end - 1;
    gaps[last - line->first] =
        paragraph->fits[last].gap - paragraph->items[last].pad + missing(paragraph->pitch, width);
}
