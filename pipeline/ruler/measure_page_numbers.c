/* §7.5: page numbers. Called by ruler.c. */
#include "ruler/measure.h"

#include "ruler/wording.h"

/* The first page of a letter has none (§10.1), nor has a blank page, nor the colophon's page after
 * one. */
static bool needs_number(const struct document_reading *document, size_t index)
{
    if (index == 0 && document->format == FORMAT_LETTER)
        return false;
    if (index > 0 && index + 1 == document->page_count &&
        page_is_blank(&document->pages[index - 1]))
        return false;
    return !page_is_blank(&document->pages[index]);
}

static void measure_number(struct ruling *ruling, const struct page_reading *page, bool needed)
{
    const long number = page->page_number ? wording_page_number(page->page_number->text) : 0;
    if (needed)
        ruling_count(ruling, RULE_PAGE_NUMBER, page->number, (int)number, (int)page->number,
                     (int)page->number);
    else if (page->page_number)
        ruling_words(ruling, RULE_PAGE_NUMBER, page->number, false, page->page_number->text,
                     message_choose("没有", "none"));
}

/* The upper edge of a row's dashes in ink: its first glyph is one. */
static bool find_dash(const struct row *row, struct mark_box *ink)
{
    struct text_mark dash = *row->texts[0];
    dash.count = 1;
    return text_mark_ink(&dash, ink);
}

static void measure_place(struct ruling *ruling, const struct page_reading *page)
{
    const struct profile *profile = ruling->profile;
    const struct mark_box *box = &page->page_number->box;
    /* the sheet's own type area: turned pages are read turned, but not their page numbers */
    const millipoint left = profile->mirrored && page->number % 2 == 0
                                ? page->marks->width - profile->binding - profile->type_width
                                : profile->binding;
    struct mark_box ink;
    if (find_dash(page->page_number, &ink))
        ruling_length(ruling, RULE_PAGE_NUMBER_DROP, page->number,
                      ink.top - profile->head - profile->type_height, profile->page_number_drop,
                      profile->length_tolerance);
    if (page->number % 2)
        ruling_length(ruling, RULE_PAGE_NUMBER_SIDE, page->number,
                      left + profile->type_width - box->right, profile->page_number_indent,
                      profile->length_tolerance);
    else
        ruling_length(ruling, RULE_PAGE_NUMBER_SIDE, page->number, box->left - left,
                      profile->page_number_indent, profile->length_tolerance);
}

void measure_page_numbers(struct ruling *ruling, const struct document_reading *document)
{
    for (size_t i = 0; i < document->page_count; i++) {
        const struct page_reading *page = &document->pages[i];
        measure_number(ruling, page, needs_number(document, i));
        if (page->page_number)
            measure_place(ruling, page);
    }
}
