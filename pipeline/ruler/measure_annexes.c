/* §7.3.7: the head of each annex. Called by ruler.c. */
#include "ruler/measure.h"

enum { TITLE_ROW = 3, MOST_ANNEXES = 99 };

static void measure_label(struct ruling *ruling, const struct page_reading *page)
{
    const struct profile *profile = ruling->profile;
    const struct row *label = &page->rows[0];
    /* of the two entries the worse stays */
    ruling_length(ruling, RULE_ANNEX_LABEL, page->number, label->box.top - page->area.top, 0,
                  profile->margin_tolerance);
    ruling_length(ruling, RULE_ANNEX_LABEL, page->number, label->box.left - page->area.left, 0,
                  profile->margin_tolerance);
}

/* The middle of the title's body lies in that of row 3, and in the middle of the type area. Turned
 * pages may be wider than a row is long: only their title's height tells. */
static void measure_annex_title(struct ruling *ruling, const struct page_reading *page)
{
    const struct profile *profile = ruling->profile;
    if (page->row_count < 2)
        return;
    const struct row *title = &page->rows[1];
    const millipoint middle = title->box.top + (title->box.bottom - title->box.top) / 2;
    ruling_length(ruling, RULE_ANNEX_TITLE, page->number, middle - page->area.top,
                  (TITLE_ROW - 1) * profile->pitch + profile->text_size / 2,
                  profile->margin_tolerance);
    ruling_length(ruling, RULE_ANNEX_TITLE, page->number, box_middle(&title->box),
                  box_middle(&page->area), profile->margin_tolerance);
}

/* Numbers ascend; one may be missing whose annex is sent apart (另附). Two annexes have numbers. */
void measure_annexes(struct ruling *ruling, const struct document_reading *document)
{
    int last = -1;
    for (size_t i = 0; i < document->part_count; i++) {
        const struct part *part = &document->parts[i];
        if (part->kind != PART_ANNEX)
            continue;
        const struct page_reading *page = &document->pages[part->first];
        measure_label(ruling, page);
        measure_annex_title(ruling, page);
        ruling_count(ruling, RULE_ANNEX_ORDER, page->number, last == 0 ? 0 : part->annex_number,
                     last + 1, MOST_ANNEXES);
        last = part->annex_number;
    }
}
