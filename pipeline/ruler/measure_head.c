/* §7.2 and the heads of §10: the mark, the number, the red rule; a letter's double rules. Called by
 * ruler.c. */
#include "ruler/measure.h"

enum { PAGE_1 = 1 };

void measure_blank_rows(struct ruling *ruling, enum rule rule, unsigned page, millipoint found,
                        int rows)
{
    const struct profile *profile = ruling->profile;
    ruling_range(ruling, rule, page, found, rows * profile->pitch,
                 rows * profile->pitch + profile->pitch / 2);
}

/* --- The mark --------------------------------------------------------------------------------- */

/* Where the mark's top edge lies, from the sheet's. */
static millipoint wanted_top(const struct document_reading *document, const struct profile *profile)
{
    switch (document->format) {
    case FORMAT_LETTER:
        return profile->letter_mark_drop; /* §10.1 */
    case FORMAT_ORDER:
        return profile->head + profile->order_mark_drop; /* §10.2 */
    case FORMAT_MINUTES:
        return profile->head + profile->minutes_mark_drop; /* §10.3 */
    case FORMAT_GENERAL:
        break;
    }
    return profile->head + profile->mark_drop;
}

/* By its ink: the type is so large that its body says little about its edge. */
static void measure_mark(struct ruling *ruling, const struct document_reading *document)
{
    const struct profile *profile = ruling->profile;
    bool there = document->mark_rows > 0;
    ruling_words(ruling, RULE_MARK, PAGE_1, there,
                 there ? message_choose("有", "yes") : message_choose("没有", "none"),
                 message_choose("有", "yes"));
    if (!there)
        return;
    ruling_length(ruling, RULE_MARK_TOP, PAGE_1, document->mark_ink.top,
                  wanted_top(document, profile), profile->margin_tolerance);
    ruling_length(ruling, RULE_MARK_CENTRE, PAGE_1, box_middle(&document->mark),
                  box_middle(&document->pages[0].area), profile->margin_tolerance);
}

/* --- The number ------------------------------------------------------------------------------- */

static const char *wanted_form(const struct document_reading *document)
{
    return document->format == FORMAT_ORDER     ? "第1号"
           : document->format == FORMAT_MINUTES ? "〔2024〕1号, 第1期"
                                                : "〔2024〕1号";
}

/* A draft has no number yet, and minutes need none. */
static void measure_form(struct ruling *ruling, const struct document_reading *document)
{
    if (!document->number && (document->draft || document->format == FORMAT_MINUTES))
        return;
    ruling_words(ruling, RULE_NUMBER, PAGE_1, document->number && document->number_right,
                 document->number ? document->number->text : message_choose("没有", "none"),
                 wanted_form(document));
}

/* General format and orders: 2 rows below the mark. A letter: below the first double rule, as far
 * as its other elements (7/8 of a 3号 glyph). */
static void measure_place(struct ruling *ruling, const struct document_reading *document)
{
    const struct profile *profile = ruling->profile;
    const millipoint top = document->number->box.top;
    if (document->format == FORMAT_LETTER) {
        if (document->letter_rule_count >= 2)
            ruling_length(ruling, RULE_NUMBER_PLACE, PAGE_1,
                          top - document->letter_rules[1]->box.bottom, profile->text_size * 7 / 8,
                          profile->length_tolerance);
    } else if (document->mark_rows && document->format != FORMAT_MINUTES && !document->upward) {
        measure_blank_rows(ruling, RULE_NUMBER_PLACE, PAGE_1, top - document->mark.bottom,
                           profile->rows_below_mark);
    }
}

/* Centred; of 上行文 at the left, one character in; of letters at the right. */
static void measure_align(struct ruling *ruling, const struct document_reading *document)
{
    const struct profile *profile = ruling->profile;
    const struct mark_box *box = &document->number->box, *area = &document->pages[0].area;
    if (document->format == FORMAT_LETTER)
        ruling_length(ruling, RULE_NUMBER_ALIGN, PAGE_1, box->right, area->right,
                      profile->margin_tolerance);
    else if (document->upward)
        ruling_length(ruling, RULE_NUMBER_ALIGN, PAGE_1, box->left, area->left + profile->text_size,
                      profile->margin_tolerance);
    else if (document->format != FORMAT_MINUTES)
        ruling_length(ruling, RULE_NUMBER_ALIGN, PAGE_1, box_middle(box), box_middle(area),
                      profile->margin_tolerance);
}

/* --- Rules ------------------------------------------------------------------------------------ */

static void measure_red_rule(struct ruling *ruling, const struct document_reading *document)
{
    const struct profile *profile = ruling->profile;
    const struct level_rule *rule = document->red_rule;
    if (!rule) {
        if (document->format == FORMAT_GENERAL && !document->draft)
            ruling_words(ruling, RULE_RED_RULE_PLACE, PAGE_1, false, message_choose("没有", "none"),
                         message_choose("有", "yes"));
        return;
    }
    if (document->number && document->format == FORMAT_GENERAL)
        ruling_length(ruling, RULE_RED_RULE_PLACE, PAGE_1,
                      rule->box.top - document->number->box.bottom, profile->red_rule_drop,
                      profile->length_tolerance);
    ruling_length(ruling, RULE_RED_RULE_LENGTH, PAGE_1, rule->box.right - rule->box.left,
                  profile->type_width, profile->length_tolerance);
}

/* The first double rule 4 mm below the mark's ink, the second one's lower line 20 mm above the
 * sheet's foot. Of the two entries the worse stays. */
static void measure_letter_rules(struct ruling *ruling, const struct document_reading *document)
{
    const struct profile *profile = ruling->profile;
    const struct page_marks *sheet = document->pages[0].marks;
    if (document->format != FORMAT_LETTER)
        return;
    if (document->letter_rule_count != 4) {
        ruling_count(ruling, RULE_LETTER_RULES, PAGE_1, (int)document->letter_rule_count, 4, 4);
        return;
    }
    const struct mark_box *first = &document->letter_rules[0]->box;
    const struct mark_box *last = &document->letter_rules[3]->box;
    if (document->mark_rows)
        ruling_length(ruling, RULE_LETTER_RULES, PAGE_1, first->top - document->mark_ink.bottom,
                      profile->letter_rule_drop, profile->margin_tolerance);
    ruling_length(ruling, RULE_LETTER_RULES, PAGE_1, sheet->height - last->bottom,
                  profile->letter_rule_rise, profile->margin_tolerance);
    for (size_t i = 0; i < 4; i++) {
        const struct mark_box *box = &document->letter_rules[i]->box;
        ruling_length(ruling, RULE_LETTER_RULE_LENGTH, PAGE_1, box->right - box->left,
                      profile->letter_rule_length, profile->length_tolerance);
    }
}

void measure_head(struct ruling *ruling, const struct document_reading *document)
{
    measure_mark(ruling, document);
    measure_form(ruling, document);
    if (document->number) {
        measure_place(ruling, document);
        measure_align(ruling, document);
    }
    measure_red_rule(ruling, document);
    measure_letter_rules(ruling, document);
}
