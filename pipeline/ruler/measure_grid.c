/* §5.2.2, §5.2.3: 3号 type, 22 rows a page, 28 characters a row. Only rows of running text are
 * measured: those of 3号 type with neither rules nor pictures on the page between them. Called by
 * ruler.c. */
#include "ruler/measure.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { FINE_PITCH = 283 }; /* 0.1 mm: what a row pitch may be off */

/* Whether a rule or picture lies between two heights of the page. */
static bool is_interrupted(const struct page_reading *page, millipoint top, millipoint bottom)
{
    for (size_t i = 0; i < page->rule_count; i++)
        if (page->rules[i].box.top < bottom && page->rules[i].box.bottom > top)
            return true;
    for (size_t i = 0; i < page->marks->figure_count; i++)
        if (page->marks->figures[i].box.top < bottom && page->marks->figures[i].box.bottom > top)
            return true;
    return false;
}

static bool is_text(const struct ruling *ruling, const struct row *row)
{
    return !row->red && row_has_size(row, ruling->profile->text_size);
}

/* --- Rows ------------------------------------------------------------------------------------- */

static void measure_pitch(struct ruling *ruling, const struct page_reading *page)
{
    const struct profile *profile = ruling->profile;
    for (size_t i = 1; i < page->row_count; i++) {
        const struct row *above = &page->rows[i - 1], *row = &page->rows[i];
        const millipoint pitch = row->baseline - above->baseline;
        /* twice the size: the next row; more than a pitch and a half: something is left blank */
        if (!is_text(ruling, above) || !is_text(ruling, row) || pitch > profile->pitch * 3 / 2 ||
            pitch < profile->text_size / 2 || is_interrupted(page, above->box.bottom, row->box.top))
            continue;
        ruling_length(ruling, RULE_ROW_PITCH, page->number, pitch, profile->pitch, FINE_PITCH);
    }
}

/* A page that is nothing but text from the type area's top edge to its foot has all its rows. */
static void measure_rows(struct ruling *ruling, const struct page_reading *page)
{
    const struct profile *profile = ruling->profile;
    const size_t count = page->row_count;
    if (count < 2 || abs(page->rows[0].box.top - page->area.top) > profile->margin_tolerance ||
        abs(page->rows[count - 1].box.bottom - page->area.bottom) > profile->margin_tolerance)
        return;
    for (size_t i = 0; i < count; i++)
        if (!is_text(ruling, &page->rows[i]) ||
            (i && page->rows[i].baseline - page->rows[i - 1].baseline > profile->pitch * 3 / 2))
            return;
    if (!is_interrupted(page, page->area.top, page->area.bottom))
        ruling_count(ruling, RULE_ROWS, page->number, (int)count, profile->rows, profile->rows);
}

/* --- Characters ------------------------------------------------------------------------------- */

static bool is_han(uint32_t character)
{
    return (character >= 0x3400 && character <= 0x9FFF) || character >= 0x20000;
}

/* How wide the row's characters are by nature, in half cells: Han and full-width marks two, all
 * else one. `pure`: all of them are Han characters. */
static int count_halves(const struct row *row, bool *pure)
{
    int halves = 0;
    *pure = true;
    for (size_t i = 0; i < row->text_count; i++) {
        const struct text_mark *text = row->texts[i];
        for (size_t at = 0; at < text->length;) {
            uint32_t character;
            at += utf8_decode(text->text + at, text->length - at, &character);
            bool han = is_han(character);
            bool full = han || (character >= 0x2E80 && character <= 0xFFEF) ||
                        (character >= 0x2014 && character <= 0x2026 && character != 0x2022);
            halves += full ? 2 : 1;
            *pure = *pure && han;
        }
    }
    return halves;
}

/* Whether the row begins with something that had to stay together, so that the row above could not
 * be filled: a mark or a number among its first characters. */
static bool begins_unbroken(const struct row *row)
{
    enum { FIRST_CHARACTERS = 3 };
    const char *text = row->text;
    for (size_t i = 0, left = strlen(text); i < FIRST_CHARACTERS && left; i++) {
        uint32_t character;
        size_t step = utf8_decode(text, left, &character);
        if (!is_han(character))
            return true;
        text += step;
        left -= step;
    }
    return false;
}

/* How many characters the row from edge to edge holds; 0: it is none. */
static int count_characters(const struct ruling *ruling, const struct page_reading *page,
                            const struct row *row, bool *pure)
{
    const struct profile *profile = ruling->profile;
    const millipoint tolerance = profile->margin_tolerance;
    if (!is_text(ruling, row) || abs(row->box.left - page->area.left) > tolerance ||
        abs(row->box.right - page->area.right) > tolerance ||
        is_interrupted(page, row->box.top - profile->pitch, row->box.bottom + profile->pitch))
        return 0;
    const int characters = count_halves(row, pure) / 2;
    return characters < profile->characters / 2 ? 0 : characters; /* else: two things at its ends */
}

/* Rows from edge to edge hold 28 Han characters. With marks that are pressed together or letters
 * among them they hold one more or fewer, before something that must stay together fewer still:
 * what most rows of the page hold is measured. */
static void measure_characters(struct ruling *ruling, const struct page_reading *page)
{
    enum { MOST = 64 };
    const int wanted = ruling->profile->characters;
    size_t rows[MOST] = {0};
    int usual = 0;
    for (size_t i = 0; i < page->row_count; i++) {
        bool pure;
        int characters = count_characters(ruling, page, &page->rows[i], &pure);
        if (characters == 0 || characters >= MOST)
            continue;
        if (pure && i + 1 < page->row_count && !begins_unbroken(&page->rows[i + 1]))
            ruling_count(ruling, RULE_CHARACTERS, page->number, characters, wanted, wanted);
        if (++rows[characters] > rows[usual])
            usual = characters;
    }
    if (usual)
        ruling_count(ruling, RULE_CHARACTERS, page->number, usual, wanted - 1, wanted + 1);
}

/* --- Size ------------------------------------------------------------------------------------- */

/* Most rows of a page without rules or pictures (which is no page of tables) are of 3号. */
static void measure_size(struct ruling *ruling, const struct document_reading *document,
                         const struct part *part)
{
    for (size_t i = part->first; i <= part->last; i++) {
        const struct page_reading *page = &document->pages[i];
        size_t right = 0;
        const struct row *other = NULL;
        size_t others = 0;
        for (size_t j = 0; j < page->row_count; j++) {
            const struct row *row = &page->rows[j];
            if (row->red || row_has_size(row, ruling->profile->title_size) ||
                row_has_size(row, ruling->profile->colophon_size))
                continue;
            right += is_text(ruling, row);
            if (!is_text(ruling, row)) {
                others++;
                other = row;
            }
        }
        bool held = right >= others;
        if (page->landscape || right + others == 0 || (!held && page->rule_count))
            continue;
        ruling_length(ruling, RULE_TEXT_SIZE, page->number,
                      held ? ruling->profile->text_size : other->size, ruling->profile->text_size,
                      100);
    }
}

void measure_grid(struct ruling *ruling, const struct document_reading *document)
{
    for (size_t i = 0; i < document->page_count; i++) {
        const struct page_reading *page = &document->pages[i];
        if (page->landscape)
            continue;
        measure_pitch(ruling, page);
        measure_rows(ruling, page);
        measure_characters(ruling, page);
    }
    for (size_t i = 0; i < document->part_count; i++)
        if (document->parts[i].kind != PART_ANNEX)
            measure_size(ruling, document, &document->parts[i]);
}
