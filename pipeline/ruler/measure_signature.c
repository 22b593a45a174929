/* §7.3.5: signature, date and seals, of the document and of those it passes on. Called by ruler.c.
 */
#include "ruler/measure.h"

#include <stdlib.h>

#include "ruler/wording.h"

/* In cells from the type area's left edge: text and annex notes begin before it, organ names of a
 * signature behind it. */
enum { SIGNATURE_CELLS = 8 };

static const struct page_reading *page_of(const struct document_reading *document,
                                          const struct part *part)
{
    return &document->pages[part->date_page];
}

/* Whether a row is a name that a seal lies over: its middle is in the lower three quarters of the
 * seal. */
static bool lies_under_seal(const struct page_reading *page, const struct row *row)
{
    const millipoint middle = row->box.top + (row->box.bottom - row->box.top) / 2;
    for (size_t i = 0; i < page->seal_count; i++) {
        const struct mark_box *seal = &page->seals[i];
        if (middle > seal->top + (seal->bottom - seal->top) / 4 && middle < seal->bottom &&
            row->box.left < seal->right && row->box.right > seal->left)
            return true;
    }
    return false;
}

static bool ends_like_text(const char *text)
{
    static const char *const marks[] = {"。", "：", "；", "，", "、"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (wording_ends(text, marks[i]))
            return true;
    return wording_begins(text, "附件：");
}

/* The last row of the text above the signature that ends with `date`; NULL: none. Names follow one
 * another and the date without a blank row, or lie under seals, or stand far in; text ends with a
 * mark, or a blank row follows it. */
static const struct row *find_text_above(const struct ruling *ruling,
                                         const struct page_reading *page, const struct row *date)
{
    millipoint below = date->baseline;
    for (const struct row *row = date; row-- > page->rows; below = row->baseline) {
        if (row->red)
            continue;
        if (ends_like_text(row->text))
            return row;
        if (below - row->baseline > ruling->profile->pitch * 3 / 2 && !lies_under_seal(page, row) &&
            row->box.left - page->area.left < SIGNATURE_CELLS * ruling->profile->cell)
            return row;
    }
    return NULL;
}

/* --- The date --------------------------------------------------------------------------------- */

static void measure_date(struct ruling *ruling, const struct document_reading *document,
                         const struct part *part)
{
    if (!part->date_row && (document->draft || document->format == FORMAT_MINUTES))
        return;
    ruling_words(
        ruling, RULE_DATE, document->pages[part->date_row ? part->date_page : part->last].number,
        part->date_row && !part->date_wrong,
        part->date_row ? part->date.text : message_choose("没有", "none"), "2024年1月10日");
}

static bool overlaps(const struct mark_box *a, const struct mark_box *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static bool is_sealed(const struct page_reading *page, const struct row *date)
{
    for (size_t i = 0; i < page->seal_count; i++)
        if (overlaps(&page->seals[i], &date->box))
            return true;
    return false;
}

/* Whether somebody has signed in person: a large red name (签名章, §7.3.5.3) above the date. */
static bool is_signed(const struct ruling *ruling, const struct page_reading *page,
                      const struct row *date)
{
    for (const struct row *row = page->rows; row < date; row++)
        if (row->red && row->size > ruling->profile->text_size &&
            date->baseline - row->baseline < 4 * ruling->profile->pitch)
            return true;
    return false;
}

/* Of several seals the last lies over name and date, wherever that is. Sealed or signed in person:
 * 4 characters blank to the right. Not sealed: the date begins 2
 * characters behind the name, or, being longer, ends 2 characters from the edge. */
static void measure_date_place(struct ruling *ruling, const struct document_reading *document,
                               const struct part *part)
{
    const struct profile *profile = ruling->profile;
    const struct page_reading *page = page_of(document, part);
    const struct row *date = &part->date;
    const struct row *name = part->date_row > page->rows ? part->date_row - 1 : NULL;
    const millipoint blank = page->area.right - date->box.right;
    if (page->seal_count > 1)
        return;
    if (is_sealed(page, date) || is_signed(ruling, page, part->date_row)) {
        ruling_length(ruling, RULE_DATE_PLACE, page->number, blank, 4 * profile->cell,
                      profile->margin_tolerance);
        return;
    }
    bool after_name = name && abs(date->box.left - name->box.left - 2 * profile->cell) <=
                                  profile->margin_tolerance;
    ruling_length(ruling, RULE_DATE_PLACE, page->number, after_name ? 2 * profile->cell : blank,
                  2 * profile->cell, profile->margin_tolerance);
}

static void measure_company(struct ruling *ruling, const struct document_reading *document,
                            const struct part *part)
{
    const struct page_reading *page = page_of(document, part);
    bool held = find_text_above(ruling, page, part->date_row) != NULL;
    ruling_words(ruling, RULE_SIGNATURE_PAGE, page->number, held,
                 held ? message_choose("有正文", "with text")
                      : message_choose("没有正文", "without text"),
                 message_choose("有正文", "with text"));
}

/* --- Seals ------------------------------------------------------------------------------------ */

/* How far two seals, being round, are apart; negative: they overlap. */
static int64_t gap_between(const struct mark_box *a, const struct mark_box *b)
{
    const int64_t across = box_middle(a) - box_middle(b);
    const int64_t down = (a->top + (a->bottom - a->top) / 2) - (b->top + (b->bottom - b->top) / 2);
    const int64_t square = across * across + down * down;
    const int64_t radii = (a->right - a->left) / 2 + (b->right - b->left) / 2;
    int64_t low = 0, high = llabs(across) + llabs(down) + 1; /* the root by halving */
    while (high - low > 1) {
        const int64_t middle = low + (high - low) / 2;
        if (middle * middle <= square)
            low = middle;
        else
            high = middle;
    }
    return low - radii;
}

static void measure_gaps(struct ruling *ruling, const struct page_reading *page)
{
    for (size_t i = 0; i < page->seal_count; i++)
        for (size_t j = i + 1; j < page->seal_count; j++) {
            const int64_t gap = gap_between(&page->seals[i], &page->seals[j]);
            const millipoint told =
                (millipoint)(gap > ruling->profile->type_width ? ruling->profile->type_width : gap);
            ruling_range(ruling, RULE_SEAL_APART, page->number, told,
                         ruling->profile->length_tolerance * 2, ruling->profile->type_width);
        }
}

/* The seals of a signature, the lowest over its date; the topmost within one row of the text. */
static void measure_seals(struct ruling *ruling, const struct document_reading *document,
                          const struct part *part)
{
    const struct profile *profile = ruling->profile;
    const struct page_reading *page = page_of(document, part);
    const struct row *text = find_text_above(ruling, page, part->date_row);
    const struct mark_box *top = NULL, *last = NULL;
    for (size_t i = 0; i < page->seal_count; i++) {
        const struct mark_box *seal = &page->seals[i];
        top = !top || seal->top < top->top ? seal : top;
        last = overlaps(seal, &part->date.box) ? seal : last;
    }
    if (!top)
        return;
    if (text)
        ruling_range(ruling, RULE_SEAL_PLACE, page->number, top->top - text->box.bottom, 0,
                     profile->pitch);
    if (!last) {
        ruling_words(ruling, RULE_SEAL_OVER_DATE, page->number, false,
                     message_choose("没有压在日期上", "not over the date"),
                     message_choose("压在日期上", "over the date"));
        return;
    }
    /* of a joint document the last name may be longer than the date is */
    const millipoint tolerance =
        page->seal_count == 1 ? profile->margin_tolerance : (last->right - last->left) / 4;
    ruling_length(ruling, RULE_SEAL_OVER_DATE, page->number,
                  abs(box_middle(last) - box_middle(&part->date.box)), 0, tolerance);
}

void measure_signature(struct ruling *ruling, const struct document_reading *document)
{
    for (size_t i = 0; i < document->part_count; i++) {
        const struct part *part = &document->parts[i];
        if (part->kind == PART_ANNEX)
            continue;
        measure_date(ruling, document, part);
        if (!part->date_row)
            continue;
        measure_date_place(ruling, document, part);
        measure_company(ruling, document, part);
        measure_seals(ruling, document, part);
        measure_gaps(ruling, page_of(document, part));
    }
}
