/* Too long a line first loses the blank at its end, then shrinks word spaces, interpuncts,
 * brackets, commas, Han–Western gaps and stops, in that order (CLREQ §3.5.3). Too short a one grows
 * word spaces to ½ em, Han–Western gaps to ⅓ em, then all gaps between Han characters alike
 * (§3.5.4). Distributed lines (分散对齐) grow between all characters, letters too. Rounding is
 * cumulative, so that a line ends exactly at its width. Called by line_build.c. */
#include "format/line_justify.h"

#include "format/line_grid.h"

struct justification {
    const struct item *items; /* of the line */
    const struct fit_item *fits;
    size_t count;
    millipoint *gaps, *letters;
    const struct traits *block;
};

/* --- Shrinking ------------------------------------------------------------------------------- */

/* By how much a gap can still become smaller. */
static int64_t give(const struct justification *line, size_t i)
{
    const struct fit_item *fit = &line->fits[i];
    int64_t left = (int64_t)line->gaps[i] - fit->gap + fit->shrink;
    return left > 0 ? left : 0;
}

static int64_t shrink_class(struct justification *line, int64_t need, enum gap_class class)
{
    int64_t available = 0, seen = 0, given = 0;
    for (size_t i = 0; i + 1 < line->count; i++)
        available += line->items[i].gap == class ? give(line, i) : 0;
    int64_t take = available < need ? available : need;
    for (size_t i = 0; i + 1 < line->count && take > 0; i++) {
        if (line->items[i].gap != class)
            continue;
        seen += give(line, i);
        int64_t upto = take * seen / available;
        line->gaps[i] -= (millipoint)(upto - given);
        given = upto;
    }
    return need - take;
}

/* Returns what could not be saved. */
static int64_t shrink(struct justification *line, int64_t need)
{
    millipoint *blank = &line->gaps[line->count - 1];
    int64_t take = need < *blank ? need : *blank;
    *blank -= (millipoint)take;
    need -= take;
    for (int class = GAP_NONE; class < GAP_CLASS_COUNT && need > 0; class ++)
        need = shrink_class(line, need, (enum gap_class) class);
    return need;
}

/* --- Stretching ------------------------------------------------------------------------------ */

/* Grows gaps of one class up to a limit each; returns what is left to give. */
static int64_t stretch_class(struct justification *line, int64_t need, enum gap_class class,
                             int limit_per_mille)
{
    int64_t available = 0, seen = 0, given = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i + 1 < line->count; i++) {
            if (line->items[i].gap != class)
                continue;
            int64_t room =
                (int64_t)line->items[i].style->size * limit_per_mille / 1000 - line->fits[i].gap;
            if (room <= 0)
                continue;
            if (!pass) {
                available += room;
                continue;
            }
            seen += room;
            int64_t upto = (available < need ? available : need) * seen / available;
            line->gaps[i] += (millipoint)(upto - given);
            given = upto;
        }
        if (!available)
            return need;
    }
    return need - given;
}

enum spread_over { SPREAD_WORDS, SPREAD_HAN, SPREAD_ALL };

static bool takes_space(const struct justification *line, size_t i, enum spread_over over)
{
    const struct item *item = &line->items[i];
    if (i + 1 == line->count || item->kind == ITEM_OPEN || item[1].kind == ITEM_CLOSE)
        return false;
    return over == SPREAD_ALL     ? !item->fixed
           : over == SPREAD_WORDS ? item->gap == GAP_WORD
                                  : item->spread || item->gap == GAP_WORD;
}

/* Places between the letters of a word. */
static int64_t letter_places(const struct item *item)
{
    return item->kind == ITEM_GLYPHS && item->glyph_count > 1 ? item->glyph_count - 1 : 0;
}

/* Shares `need` equally; false if there is no place that may take it. */
static bool spread(struct justification *line, int64_t need, enum spread_over over)
{
    int64_t count = 0, seen = 0, given = 0;
    for (size_t i = 0; i < line->count; i++)
        count +=
            takes_space(line, i, over) + (over == SPREAD_ALL ? letter_places(&line->items[i]) : 0);
    if (!count)
        return false;
    for (size_t i = 0; i < line->count; i++) {
        if (over == SPREAD_ALL) {
            seen += letter_places(&line->items[i]);
            line->letters[i] = (millipoint)(need * seen / count - given);
            given += line->letters[i];
        }
        if (!takes_space(line, i, over))
            continue;
        int64_t upto = need * ++seen / count;
        line->gaps[i] += (millipoint)(upto - given);
        given = upto;
    }
    return true;
}

static void stretch(struct justification *line, int64_t need, bool distributed)
{
    int32_t way = line->block->text_justify;
    if (way == KEYWORD_NONE && !distributed)
        return;
    if ((distributed || way == KEYWORD_INTER_CHARACTER) && spread(line, need, SPREAD_ALL))
        return;
    bool words = way == KEYWORD_INTER_WORD;
    need = stretch_class(line, need, GAP_WORD, 500);
    if (need > 0 && !words)
        need = stretch_class(line, need, GAP_AUTOSPACE, 333);
    if (need > 0 && !spread(line, need, words ? SPREAD_WORDS : SPREAD_HAN))
        spread(line, need, SPREAD_WORDS);
}

/* Gives the difference to leaders if there are any; what is left. */
static int64_t fill_leaders(const struct justification *line, int64_t difference,
                            millipoint *leader)
{
    int64_t count = 0, most = 0;
    for (size_t i = 0; i < line->count; i++) {
        const struct item *item = &line->items[i];
        if (item->kind == ITEM_OBJECT && item->of.object->leader) {
            count++;
            most += item->of.object->stretch;
        }
    }
    if (!count || !most)
        return difference;
    int64_t each = (difference < most ? difference : most) / count;
    *leader = measure_clamp(each);
    return difference - each * count;
}

/* --- The line -------------------------------------------------------------------------------- */

static int64_t natural_width(const struct justification *line)
{
    int64_t width = line->fits[0].start_blank;
    for (size_t i = 0; i < line->count; i++)
        width += (int64_t)line->gaps[i] +
                 (i + 1 < line->count ? line->fits[i].width : line->fits[i].end_width);
    return width;
}

struct justified line_justify(const struct paragraph *paragraph, const struct line_request *request,
                              millipoint *gaps, millipoint *letters)
{
    size_t first = request->line->first;
    struct justification line = {.items = &paragraph->items[first],
                                 .fits = &paragraph->fits[first],
                                 .count = request->line->end - first,
                                 .gaps = gaps,
                                 .letters = letters,
                                 .block = paragraph->block};
    for (size_t i = 0; i < line.count; i++) {
        gaps[i] = i + 1 < line.count ? line.fits[i].gap : line.fits[i].end_blank;
        letters[i] = 0;
    }
    if (paragraph->pitch)
        line_grid_start(paragraph, request->line, gaps);
    struct justified result = {.x = request->x + line.fits[0].start_blank};
    int64_t difference = request->width - natural_width(&line);
    if (difference < 0) {
        result.overfull = measure_clamp(shrink(&line, -difference));
    } else if (request->align == KEYWORD_JUSTIFY) {
        difference = fill_leaders(&line, difference, &result.leader);
        if (difference > 0)
            stretch(&line, difference, request->spread_all);
    } else {
        result.slack = (millipoint)difference;
        result.x += (millipoint)(request->align == KEYWORD_CENTER ? difference / 2
                                 : request->align == KEYWORD_END  ? difference
                                                                  : 0);
    }
    return result;
}
