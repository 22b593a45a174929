/* §7.3.1 – §7.3.3: title, recipients, and text on page 1. Called by ruler.c. */
#include "ruler/measure.h"

#include "ruler/wording.h"

enum { PAGE_1 = 1 };

/* Orders have no title (§10.2), minutes may do without. */
static bool needs_title(const struct document_reading *document)
{
    return document->format == FORMAT_GENERAL || document->format == FORMAT_LETTER;
}

/* The lower edge of what stands above the title: the red rule; in letters the last of number, class
 * mark and the like. */
static bool find_above(const struct document_reading *document, millipoint *edge)
{
    if (document->red_rule && document->format != FORMAT_LETTER)
        *edge = document->red_rule->box.bottom;
    else if (document->number && document->title.first > document->pages[0].rows)
        *edge = document->title.first[-1].box.bottom;
    else
        return false;
    return true;
}

/* --- Shape ------------------------------------------------------------------------------------ */

/* A trapezium's rows grow or shrink all the way, a rhombus's grow and then shrink; rows within a
 * quarter of a character are as long as one another. All rows alike make a rectangle; shrinking and
 * then growing is no shape of the standard. */
static bool is_well_shaped(const struct row_span *title)
{
    bool grown = false, shrunk = false, hollow = false;
    for (size_t i = 1; i < title->count; i++) {
        const struct row *above = &title->first[i - 1], *row = &title->first[i];
        const int64_t change =
            (int64_t)(row->box.right - row->box.left) - (above->box.right - above->box.left);
        hollow = hollow || (shrunk && change > row->size / 4);
        grown = grown || change > row->size / 4;
        shrunk = shrunk || change < -row->size / 4;
    }
    return title->count < 2 || ((grown || shrunk) && !hollow);
}

static void measure_shape(struct ruling *ruling, const struct row_span *title)
{
    struct buffer found = BUFFER_EMPTY;
    for (size_t i = 0; i < title->count; i++) {
        const struct row *row = &title->first[i];
        buffer_print(&found, i ? " / %d" : "%d",
                     (row->box.right - row->box.left + row->size / 2) / row->size);
    }
    buffer_text(&found, message_choose(" 字", " characters"));
    ruling_words(ruling, RULE_TITLE_SHAPE, PAGE_1, is_well_shaped(title), buffer_string(&found),
                 message_choose("上短下长、上长下短或中间长", "a trapezium or rhombus"));
    buffer_free(&found);
}

/* --- Title and recipients --------------------------------------------------------------------- */

static void measure_rows_of_title(struct ruling *ruling, const struct document_reading *document)
{
    const struct profile *profile = ruling->profile;
    const struct row_span *title = &document->title;
    millipoint above;
    for (size_t i = 0; i < title->count; i++) {
        ruling_length(ruling, RULE_TITLE_SIZE, PAGE_1, title->first[i].size, profile->title_size,
                      100);
        ruling_length(ruling, RULE_TITLE_CENTRE, PAGE_1, box_middle(&title->first[i].box),
                      box_middle(&document->pages[0].area), profile->margin_tolerance);
    }
    if (needs_title(document) && find_above(document, &above))
        measure_blank_rows(ruling, RULE_TITLE_PLACE, PAGE_1, title->first->box.top - above,
                           profile->rows_below_red_rule);
    if (title->count > 1)
        measure_shape(ruling, title);
}

static void measure_recipients(struct ruling *ruling, const struct document_reading *document)
{
    const struct row_span *recipients = &document->recipients;
    if (!recipients->count || !document->title.count)
        return;
    const char *end = recipients->first[recipients->count - 1].text;
    bool held = wording_ends(end, "：");
    ruling_words(ruling, RULE_RECIPIENT, PAGE_1, held, held ? "：" : message_choose("没有", "none"),
                 "：");
    /* the title's last row, or a line of its own below it such as （征求意见稿） */
    const struct row *above = recipients->first - 1;
    measure_blank_rows(ruling, RULE_RECIPIENT_PLACE, PAGE_1,
                       recipients->first->box.top - above->box.bottom, 1);
}

void measure_title(struct ruling *ruling, const struct document_reading *document)
{
    const bool there = document->title.count > 0;
    if (there || needs_title(document))
        ruling_words(ruling, RULE_TITLE, PAGE_1, there,
                     there ? message_choose("有", "yes") : message_choose("没有", "none"),
                     message_choose("有", "yes"));
    if (there)
        measure_rows_of_title(ruling, document);
    measure_recipients(ruling, document);
    ruling_words(ruling, RULE_BODY_FIRST_PAGE, PAGE_1, document->body != NULL,
                 document->body ? message_choose("有", "yes") : message_choose("没有", "none"),
                 message_choose("有", "yes"));
}
