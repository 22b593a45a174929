/* Finding the elements: the mark is what is red at the head of page 1; the number is what has the
 * form of one; the title is what is large and black below; and so on down the page. Called by
 * ruler.c. */
#include "ruler/document_reading.h"

#include <string.h>

#include "ruler/wording.h"

enum {
    MILLIMETRE = 2835,
    LARGE_TYPE = 18000,              /* titles are larger, text is smaller */
    LETTER_RULE = 165 * MILLIMETRE,  /* longer than any rule within the type area */
    IMPRINT_REACH = 15 * MILLIMETRE, /* a rule that belongs to a row of the colophon is that near */
    HEAD_ROWS = 6                    /* a forwarded document's title is among so many first rows */
};

/* --- Page 1: the head ------------------------------------------------------------------------- */

static void find_mark(struct document_reading *document)
{
    const struct page_reading *page = &document->pages[0];
    bool inked = false;
    for (size_t i = 0; i < page->row_count; i++) {
        const struct row *row = &page->rows[i];
        struct mark_box ink;
        const millipoint edge =
            document->mark_rows ? document->mark.bottom + 2 * row->size : page->marks->height / 2;
        if (!row->red || row->box.top > edge)
            continue; /* a name signed in red stands far below */
        if (document->mark_rows++ == 0)
            document->mark = row->box;
        mark_box_join(&document->mark, &row->box);
        if (wording_ends(row->text, "纪要"))
            document->format = FORMAT_MINUTES;
        else if (wording_ends(row->text, "令"))
            document->format = FORMAT_ORDER;
        if (!row_ink(row, &ink))
            continue;
        if (inked)
            mark_box_join(&document->mark_ink, &ink);
        else
            document->mark_ink = ink;
        inked = true;
    }
}

/* Red rules longer than the type area is wide make a letter. */
static void find_letter_rules(struct document_reading *document)
{
    const struct page_reading *page = &document->pages[0];
    for (size_t i = 0; i < page->rule_count && document->letter_rule_count < 4; i++) {
        const struct level_rule *rule = &page->rules[i];
        if (rule->red && rule->box.right - rule->box.left > LETTER_RULE)
            document->letter_rules[document->letter_rule_count++] = rule;
    }
    if (document->letter_rule_count)
        document->format = FORMAT_LETTER;
}

static const struct row *find_title_row(const struct page_reading *page, millipoint below)
{
    for (size_t i = 0; i < page->row_count; i++)
        if (!page->rows[i].red && page->rows[i].size > LARGE_TYPE && page->rows[i].box.top >= below)
            return &page->rows[i];
    return NULL;
}

static bool is_number(const struct document_reading *document, const struct row *row, bool *right)
{
    size_t begin, length;
    enum number_form form = wording_number(row->text, &begin, &length);
    *right = form == NUMBER_RIGHT;
    if (form == NUMBER_NONE && wording_is_serial(row->text))
        *right = document->format == FORMAT_ORDER || document->format == FORMAT_MINUTES;
    return form != NUMBER_NONE || *right;
}

/* The number stands between mark and title. A text that only mentions one is wider than it. */
static void find_number(struct document_reading *document)
{
    const struct page_reading *page = &document->pages[0];
    const struct row *title = find_title_row(page, document->mark.bottom);
    for (size_t i = 0; i < page->row_count; i++) {
        const struct row *row = &page->rows[i];
        if (title && row->box.top >= title->box.top)
            break;
        if (!document->upward)
            document->upward = strstr(row->text, "签发人") != NULL;
        bool right;
        if (row->red || document->number || !is_number(document, row, &right))
            continue;
        document->number = row;
        document->number_right = right;
    }
}

static void find_red_rule(struct document_reading *document)
{
    const struct page_reading *page = &document->pages[0];
    const millipoint above =
        document->number ? document->number->box.bottom : document->mark.bottom;
    if (document->format == FORMAT_LETTER)
        return; /* it has double rules instead */
    for (size_t i = 0; i < page->rule_count && !document->red_rule; i++)
        if (page->rules[i].red && page->rules[i].box.bottom >= above)
            document->red_rule = &page->rules[i];
}

/* --- Page 1: title, recipients, body ---------------------------------------------------------- */

static void find_title(struct document_reading *document)
{
    const struct page_reading *page = &document->pages[0];
    const struct row *row = find_title_row(page, document->mark.bottom);
    document->title.first = row;
    for (; row && row < page->rows + page->row_count && !row->red && row->size > LARGE_TYPE; row++)
        document->title.count++;
}

/* From the row after title, number or rule: rows at the edge up to a colon are the recipients, the
 * first row that is indented is text. */
static void find_body(struct document_reading *document, const struct profile *profile)
{
    const struct page_reading *page = &document->pages[0];
    const struct row *end = page->rows + page->row_count, *row = page->rows;
    millipoint below = document->number ? document->number->box.bottom : document->mark.bottom;
    if (document->red_rule && document->red_rule->box.bottom > below)
        below = document->red_rule->box.bottom;
    if (document->title.count)
        row = document->title.first + document->title.count;
    for (; row < end; row++) {
        const millipoint indent = row->box.left - page->area.left;
        if (row->red || row->box.top < below || row->size > LARGE_TYPE)
            continue;
        if (indent > profile->cell && indent < 3 * profile->cell) {
            document->body = row;
            return;
        }
        if (indent > profile->cell / 2 || !document->title.count)
            continue;
        bool more =
            !document->recipients.first ||
            !wording_ends(document->recipients.first[document->recipients.count - 1].text, "：");
        if (more && !document->recipients.count++)
            document->recipients.first = row;
    }
}

/* --- Parts ------------------------------------------------------------------------------------ */

/* A page with a title near its head begins a document of its own. */
static bool begins_document(const struct page_reading *page)
{
    for (size_t i = 0; i < page->row_count && i < HEAD_ROWS; i++)
        if (!page->rows[i].red && page->rows[i].size > LARGE_TYPE)
            return true;
    return false;
}

/* Continuation pages of an annex may have large type on them, never in row 1. */
static bool begins_part(const struct page_reading *page, enum part_kind current, struct part *part)
{
    if (page->row_count == 0)
        return false;
    part->annex_number = wording_annex_label(page->rows[0].text);
    if (part->annex_number >= 0) {
        part->kind = PART_ANNEX;
        return true;
    }
    part->annex_number = 0;
    part->kind = PART_FORWARDED;
    return current != PART_ANNEX && begins_document(page);
}

static void find_parts(struct document_reading *document, struct arena *arena)
{
    document->parts = arena_new_array(arena, document->page_count, sizeof *document->parts);
    document->part_count = 1;
    for (size_t i = 1; i < document->page_count; i++) {
        struct part *last = &document->parts[document->part_count - 1];
        struct part next = {.first = i};
        if (begins_part(&document->pages[i], last->kind, &next)) {
            last->last = i - 1;
            document->parts[document->part_count++] = next;
        }
    }
    document->parts[document->part_count - 1].last = document->page_count - 1;
}

/* The last row of the part that is a date, or ends with one apart from the rest, in the right half
 * of the type area. */
static void find_date(const struct document_reading *document, struct part *part,
                      struct arena *arena)
{
    for (size_t i = part->last + 1; i > part->first && !part->date_row; i--) {
        const struct page_reading *page = &document->pages[i - 1];
        for (size_t j = page->row_count; j > 0 && !part->date_row; j--) {
            const struct row tail = row_tail(&page->rows[j - 1], arena);
            bool wrong = wording_is_wrong_date(tail.text);
            if ((!wrong && !wording_is_date(tail.text)) ||
                tail.box.right <= box_middle(&page->area))
                continue;
            part->date_row = &page->rows[j - 1];
            part->date = tail;
            part->date_page = i - 1;
            part->date_wrong = wrong;
        }
    }
}

/* --- 版记 ------------------------------------------------------------------------------------- */

static bool is_wide(const struct level_rule *rule, const struct page_reading *page)
{
    return !rule->red &&
           rule->box.right - rule->box.left >= (page->area.right - page->area.left) * 9LL / 10;
}

/* Whether a wide black rule lies close to the row. */
static bool has_rule_near(const struct page_reading *page, const struct row *row)
{
    for (size_t i = 0; i < page->rule_count; i++) {
        const struct mark_box *rule = &page->rules[i].box;
        if (is_wide(&page->rules[i], page) && rule->top < row->box.bottom + IMPRINT_REACH &&
            rule->bottom > row->box.top - IMPRINT_REACH)
            return true;
    }
    return false;
}

static bool is_colophon_row(const struct document_reading *document,
                            const struct page_reading *page, const struct row *row)
{
    const bool near = has_rule_near(page, row);
    return (near || document->format == FORMAT_LETTER) &&
           (wording_is_imprint(row->text) || wording_begins(row->text, "公开方式：") ||
            wording_begins(row->text, "主送：") || wording_begins(row->text, "抄送："));
}

/* Its rows from the first one down; its rules from the last one above these. */
static void gather_colophon(struct document_reading *document, const struct page_reading *page,
                            const struct row *first)
{
    const struct row *end = page->rows + page->row_count;
    document->colophon.first = first;
    document->colophon.count = (size_t)(end - first);
    for (size_t i = 0; i < page->rule_count; i++) {
        const struct level_rule *rule = &page->rules[i];
        const bool above = rule->box.bottom < first->box.top;
        if (!is_wide(rule, page) || rule->box.bottom < first->box.top - IMPRINT_REACH)
            continue;
        if (above || !document->colophon_rule_count) {
            document->colophon_rules = rule;
            document->colophon_rule_count = 1;
        } else {
            document->colophon_rule_count++;
        }
    }
}

static void find_colophon(struct document_reading *document)
{
    const struct row *first = NULL;
    for (size_t i = 0; i < document->page_count; i++) {
        const struct page_reading *page = &document->pages[i];
        if (page->landscape)
            continue;
        for (size_t j = 0; j < page->row_count; j++) {
            const struct row *row = &page->rows[j];
            if (!is_colophon_row(document, page, row))
                continue;
            if (!first || document->colophon_page != i)
                first = row;
            document->colophon_page = i;
            if (wording_is_imprint(row->text))
                document->imprint = row;
        }
    }
    if (first)
        gather_colophon(document, &document->pages[document->colophon_page], first);
}

/* --- The document ----------------------------------------------------------------------------- */

static bool says_draft(const struct page_reading *page)
{
    for (size_t i = 0; i < page->row_count; i++)
        if (strstr(page->rows[i].text, "征求意见稿"))
            return true;
    return false;
}

void document_read(const struct marks *marks, const struct profile *profile, struct arena *arena,
                   struct document_reading *document)
{
    *document = (struct document_reading){.page_count = marks_page_count(marks)};
    document->pages = arena_new_array(arena, document->page_count, sizeof *document->pages);
    for (size_t i = 0; i < document->page_count; i++)
        page_read(marks_page(marks, i), profile, arena, &document->pages[i]);
    document->draft = says_draft(&document->pages[0]);
    find_mark(document);
    find_letter_rules(document);
    find_number(document);
    find_red_rule(document);
    find_title(document);
    find_body(document, profile);
    find_parts(document, arena);
    for (size_t i = 0; i < document->part_count; i++)
        find_date(document, &document->parts[i], arena);
    find_colophon(document);
}
