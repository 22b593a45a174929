/* §7.4: 版记. It need not be there; where it is, it ends the document. Called by ruler.c. */
#include "ruler/measure.h"

enum { FINE_THICKNESS = 142 }; /* 0.05 mm: half of what tells a thick rule from a thin one */

static const struct page_reading *page_of(const struct document_reading *document)
{
    return &document->pages[document->colophon_page];
}

static void measure_page(struct ruling *ruling, const struct document_reading *document)
{
    const unsigned page = page_of(document)->number;
    ruling_count(ruling, RULE_COLOPHON_PAGE, page, (int)page, (int)document->page_count,
                 (int)document->page_count);
}

/* The last rule; of a letter, which has none, the last row, whose glyphs may stand in the middle of
 * its pitch. */
static void measure_foot(struct ruling *ruling, const struct document_reading *document)
{
    const struct page_reading *page = page_of(document);
    const struct row *row = &document->colophon.first[document->colophon.count - 1];
    const millipoint foot = usable_area(ruling, document, document->colophon_page).bottom;
    if (document->colophon_rule_count)
        ruling_length(ruling, RULE_COLOPHON_FOOT, page->number,
                      document->colophon_rules[document->colophon_rule_count - 1].box.bottom,
                      page->area.bottom, ruling->profile->length_tolerance);
    else
        ruling_range(ruling, RULE_COLOPHON_FOOT, page->number, row->box.bottom,
                     foot - (ruling->profile->pitch - row->size) / 2, foot);
}

static void measure_rules(struct ruling *ruling, const struct document_reading *document)
{
    const struct profile *profile = ruling->profile;
    const unsigned page = page_of(document)->number;
    for (size_t i = 0; i < document->colophon_rule_count; i++) {
        const struct mark_box *box = &document->colophon_rules[i].box;
        bool outer = i == 0 || i + 1 == document->colophon_rule_count;
        ruling_length(ruling, RULE_COLOPHON_RULE_LENGTH, page, box->right - box->left,
                      profile->type_width, profile->length_tolerance);
        ruling_length(ruling, RULE_COLOPHON_RULE_THICKNESS, page, box->bottom - box->top,
                      outer ? profile->colophon_outer_rule : profile->colophon_inner_rule,
                      FINE_THICKNESS);
    }
}

/* One character, of the colophon's own size, is blank on both sides; only the row of organ and date
 * reaches to the right. */
static void measure_rows(struct ruling *ruling, const struct document_reading *document)
{
    const struct profile *profile = ruling->profile;
    const struct page_reading *page = page_of(document);
    for (size_t i = 0; i < document->colophon.count; i++) {
        const struct row *row = &document->colophon.first[i];
        ruling_length(ruling, RULE_COLOPHON_SIZE, page->number, row->size, profile->colophon_size,
                      100);
        if (row == document->colophon.first || row == document->imprint)
            ruling_length(ruling, RULE_COLOPHON_INDENT, page->number,
                          row->box.left - page->area.left, profile->colophon_size,
                          profile->length_tolerance);
        if (row == document->imprint)
            ruling_length(ruling, RULE_COLOPHON_INDENT, page->number,
                          page->area.right - row->box.right, profile->colophon_size,
                          profile->length_tolerance);
    }
}

void measure_colophon(struct ruling *ruling, const struct document_reading *document)
{
    if (!document->colophon.count)
        return;
    measure_page(ruling, document);
    measure_foot(ruling, document);
    measure_rules(ruling, document);
    measure_rows(ruling, document);
    if (document->format == FORMAT_LETTER) {
        bool held = !document->imprint && !document->colophon_rule_count;
        ruling_words(ruling, RULE_LETTER_COLOPHON, page_of(document)->number, held,
                     held ? message_choose("没有", "none") : message_choose("有", "some"),
                     message_choose("没有", "none"));
    }
}
