/* §5, §7.1, §8: the sheet, its margins, and that nothing lies outside the type area. Called by
 * ruler.c. */
#include "ruler/measure.h"

#include <stdlib.h>

enum { FULL_WIDTH_CELLS = 20 }; /* a row so long has begun at the edge or two cells in */

static void measure_size(struct ruling *ruling, const struct page_reading *page)
{
    const struct profile *profile = ruling->profile;
    const struct page_marks *marks = page->marks;
    /* the side that is further off tells */
    bool width =
        abs(marks->width - profile->sheet_width) > abs(marks->height - profile->sheet_height);
    ruling_length(ruling, RULE_SHEET, page->number, width ? marks->width : marks->height,
                  width ? profile->sheet_width : profile->sheet_height, profile->length_tolerance);
}

/* Only a blank page before the last, put there so that the colophon lies on an even page, may have
 * nothing on it. */
static void measure_text(struct ruling *ruling, const struct document_reading *document,
                         size_t index)
{
    const struct page_reading *page = &document->pages[index];
    if (page_is_blank(page) && !page->page_number && document->colophon.count &&
        index + 2 == document->page_count)
        return;
    bool held = !page_is_blank(page);
    ruling_words(ruling, RULE_PAGE_TEXT, page->number, held,
                 held ? message_choose("有", "yes") : message_choose("空白", "blank"),
                 message_choose("有", "yes"));
}

/* The upper edge of what stands first on the page. */
static millipoint find_top(const struct page_reading *page)
{
    millipoint top = page->marks->height;
    if (page->row_count)
        top = page->rows[0].box.top;
    if (page->rule_count && page->rules[0].box.top < top)
        top = page->rules[0].box.top;
    return top;
}

/* A page that holds the colophon alone, or begins with a picture, says nothing of the 天头. */
static void measure_head_margin(struct ruling *ruling, const struct document_reading *document,
                                size_t index)
{
    const struct page_reading *page = &document->pages[index];
    if (index == 0 || page->landscape || page->row_count == 0)
        return;
    if (document->colophon.count && document->colophon_page == index &&
        page->rows == document->colophon.first)
        return;
    const millipoint top = find_top(page);
    for (size_t i = 0; i < page->marks->figure_count; i++)
        if (page->marks->figures[i].box.top < top)
            return;
    ruling_length(ruling, RULE_HEAD_MARGIN, page->number, top, page->area.top,
                  ruling->profile->margin_tolerance);
}

/* An opening mark at the head of a row has lost its blank half, or stands half a cell further in.
 */
static bool begins_trimmed(const struct row *row)
{
    return row->texts[0]->glyphs[0].x_offset != 0;
}

/* Names under seals stand side by side and are no running text. */
static bool lies_in_seals(const struct page_reading *page, const struct row *row)
{
    for (size_t i = 0; i < page->seal_count; i++)
        if (row->box.top < page->seals[i].bottom && row->box.bottom > page->seals[i].top)
            return true;
    return false;
}

/* By rows of running text that begin at the edge or two cells in; where all stand further in (items
 * of a list, 附件说明), there is nothing to measure. */
static void measure_binding_margin(struct ruling *ruling, const struct page_reading *page)
{
    const struct profile *profile = ruling->profile;
    millipoint left = page->marks->width;
    for (size_t i = 0; i < page->row_count && !page->landscape; i++) {
        const struct row *row = &page->rows[i];
        if (row->red || !row_has_size(row, profile->text_size) || begins_trimmed(row) ||
            lies_in_seals(page, row) ||
            row->box.right - row->box.left < FULL_WIDTH_CELLS * profile->cell)
            continue;
        bool indented = row->box.left - page->area.left > profile->cell * 3 / 2;
        millipoint edge = row->box.left - (indented ? 2 * profile->cell : 0);
        left = edge < left ? edge : left;
    }
    if (left - page->area.left < profile->cell)
        ruling_length(ruling, RULE_BINDING_MARGIN, page->number, left, page->area.left,
                      profile->margin_tolerance);
}

/* --- Outside the type area -------------------------------------------------------------------- */

/* What reaches out furthest: how far, on which side. */
struct reach {
    millipoint most;
    size_t side; /* of side_words */
};

static const char *const side_words[][2] = {
    {"左", "left"}, {"上", "above"}, {"右", "right"}, {"下", "below"}};

static void reach_out(struct reach *reach, const struct mark_box *box, const struct mark_box *area)
{
    const millipoint sides[] = {area->left - box->left, area->top - box->top,
                                box->right - area->right, box->bottom - area->bottom};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        if (sides[i] > reach->most)
            *reach = (struct reach){sides[i], i};
}

struct mark_box usable_area(const struct ruling *ruling, const struct document_reading *document,
                            size_t index)
{
    struct mark_box area = document->pages[index].area;
    if (index == 0 && document->letter_rule_count == 4)
        area.bottom = document->letter_rules[2]->box.top - ruling->profile->text_size * 7 / 8;
    return area;
}

static void measure_type_area(struct ruling *ruling, const struct document_reading *document,
                              size_t index)
{
    const struct page_reading *page = &document->pages[index];
    bool letter_head = index == 0 && document->format == FORMAT_LETTER;
    const struct mark_box area = usable_area(ruling, document, index);
    struct reach reach = {0};
    for (size_t i = 0; i < page->row_count; i++) {
        if (letter_head && page->rows[i].red)
            continue; /* the mark stands 30 mm below the sheet's top */
        reach_out(&reach, &page->rows[i].box, &area);
    }
    for (size_t i = 0; i < page->rule_count; i++) {
        if (letter_head && page->rules[i].red)
            continue;
        reach_out(&reach, &page->rules[i].box, &area);
    }
    reach_out(&reach, &page->painted, &area);
    for (size_t i = 0; i < page->marks->figure_count && !page->landscape; i++)
        reach_out(&reach, &page->marks->figures[i].box, &area);
    ruling_length(ruling, RULE_TYPE_AREA, page->number, reach.most, 0,
                  ruling->profile->length_tolerance);
    if (reach.most > ruling->profile->length_tolerance)
        ruling_remark(ruling, RULE_TYPE_AREA,
                      message_choose(side_words[reach.side][0], side_words[reach.side][1]));
}

static void measure_turn(struct ruling *ruling, const struct page_reading *page)
{
    if (!page->turned)
        return;
    ruling_words(ruling, RULE_LANDSCAPE, page->number, !page->wrongly_turned,
                 page->wrongly_turned ? message_choose("转错方向", "turned the wrong way")
                                      : message_choose("在左", "left"),
                 message_choose("在左（逆时针转 90°）", "left (turned 90° anticlockwise)"));
}

void measure_sheet(struct ruling *ruling, const struct document_reading *document)
{
    for (size_t i = 0; i < document->page_count; i++) {
        const struct page_reading *page = &document->pages[i];
        measure_size(ruling, page);
        measure_text(ruling, document, i);
        measure_head_margin(ruling, document, i);
        measure_binding_margin(ruling, page);
        measure_type_area(ruling, document, i);
        measure_turn(ruling, page);
    }
}
