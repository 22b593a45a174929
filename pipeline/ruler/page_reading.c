/* Reading a page: glyph rows on one baseline become a row of text; thin level boxes become rules.
 * A page whose text is turned a quarter (§8: tables laid sideways) is read with the head tilted:
 * its coordinates are turned upright first. Called by document_reading.c. */
#include "ruler/page_reading.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "ruler/wording.h"

enum {
    MILLIMETRE = 2835,               /* 1/1000 pt */
    SHORTEST_RULE = 20 * MILLIMETRE, /* shorter ones are underlines and the like */
    THICKEST_RULE = 2 * MILLIMETRE,  /* thicker ones are areas */
    SMALLEST_SEAL = 35 * MILLIMETRE, /* §7.3.5.1 and 国发〔1999〕25号: 42 to 60 */
    LARGEST_SEAL = 65 * MILLIMETRE,
    SEAL_ROUNDNESS = 1 * MILLIMETRE, /* width and height of a seal agree that far */
    FINE_SIZE = 100                  /* sizes that agree to 0.1 pt are one */
};

/* --- Colours and sizes ------------------------------------------------------------------------ */

static bool is_red(struct colour colour)
{
    return !colour.none && colour.red >= 0xA0 && colour.green <= 0x60 && colour.blue <= 0x60;
}

static bool is_white(struct colour colour)
{
    return colour.none || (colour.red == 255 && colour.green == 255 && colour.blue == 255);
}

bool row_has_size(const struct row *row, millipoint size)
{
    return abs(row->size - size) < FINE_SIZE;
}

/* --- Glyphs of a row -------------------------------------------------------------------------- */

static bool is_blank(uint32_t code_point)
{
    return code_point <= 0x20 || code_point == 0xA0 || code_point == 0x3000 ||
           (code_point >= 0x2000 && code_point <= 0x200F) || code_point == 0xFEFF;
}

/* The box of the glyphs that are no white space; false if there are none. */
static bool text_box(const struct text_mark *text, struct mark_box *box)
{
    millipoint x = text->x;
    bool any = false;
    for (size_t i = 0; i < text->count; x += text->glyphs[i++].advance) {
        uint32_t code_point, cluster = text->glyphs[i].cluster;
        if (cluster >= text->length)
            continue;
        utf8_decode(text->text + cluster, text->length - cluster, &code_point);
        if (is_blank(code_point))
            continue;
        if (!any)
            box->left = x;
        box->right = x + text->glyphs[i].advance;
        any = true;
    }
    box->top = text->y - text->size / 100 * 88;
    box->bottom = text->y + text->size / 100 * 12;
    return any;
}

bool row_ink(const struct row *row, struct mark_box *box)
{
    bool any = false;
    for (size_t i = 0; i < row->text_count; i++) {
        struct mark_box ink;
        if (!text_mark_ink(row->texts[i], &ink))
            continue;
        if (any)
            mark_box_join(box, &ink);
        else
            *box = ink;
        any = true;
    }
    return any;
}

/* --- Turning ---------------------------------------------------------------------------------- */

/* The text as one sees it with the head tilted: rotated 90 degrees anticlockwise, it runs up the
 * sheet; 270, down. */
static struct text_mark upright(const struct text_mark *text, const struct page_marks *page)
{
    struct text_mark seen = *text;
    seen.rotation = 0;
    if (text->rotation == 90) {
        seen.x = page->height - text->y;
        seen.y = text->x;
    } else if (text->rotation == 270) {
        seen.x = text->y;
        seen.y = page->width - text->x;
    } else if (text->rotation == 180) {
        seen.x = page->width - text->x;
        seen.y = page->height - text->y;
    }
    return seen;
}

static struct mark_box box_upright(struct mark_box box, int rotation, const struct page_marks *page)
{
    if (rotation == 90)
        return (struct mark_box){page->height - box.bottom, box.left, page->height - box.top,
                                 box.right};
    if (rotation == 270)
        return (struct mark_box){box.top, page->width - box.right, box.bottom,
                                 page->width - box.left};
    return box;
}

/* --- Rows ------------------------------------------------------------------------------------- */

static int compare_texts(const void *left, const void *right)
{
    const struct text_mark *a = *(const struct text_mark *const *)left;
    const struct text_mark *b = *(const struct text_mark *const *)right;
    if (a->y != b->y)
        return a->y < b->y ? -1 : 1;
    return (a->x > b->x) - (a->x < b->x);
}

static int compare_in_row(const void *left, const void *right)
{
    const struct text_mark *a = *(const struct text_mark *const *)left;
    const struct text_mark *b = *(const struct text_mark *const *)right;
    return (a->x > b->x) - (a->x < b->x);
}

/* Whether the text stands in the row: raised and lowered characters do too. */
static bool belongs(const struct row *row, const struct text_mark *text)
{
    const millipoint size = row->size > text->size ? row->size : text->size;
    return row->red == is_red(text->colour) && abs(text->y - row->baseline) * 100LL < size * 45LL;
}

static void add_text(struct row *row, const struct text_mark *text, const struct mark_box *box)
{
    if (row->text_count == 0)
        *row = (struct row){.box = *box, .red = is_red(text->colour), .texts = row->texts};
    if (text->size > row->size) { /* raised and lowered characters have no say in its height */
        row->size = text->size;
        row->baseline = text->y;
        row->box.top = box->top;
        row->box.bottom = box->bottom;
    }
    row->box.left = box->left < row->box.left ? box->left : row->box.left;
    row->box.right = box->right > row->box.right ? box->right : row->box.right;
    row->texts[row->text_count++] = text;
}

static bool stands_apart(const struct row *row, const struct text_mark *before,
                         const struct text_mark *text)
{
    return text->x - before->x - before->width > row->size / 2;
}

/* Joins the texts from left to right; where they stand apart, a blank. */
static void read_text(struct row *row, struct arena *arena)
{
    struct buffer text = BUFFER_EMPTY;
    qsort(row->texts, row->text_count, sizeof *row->texts, compare_in_row);
    for (size_t i = 0; i < row->text_count; i++) {
        const struct text_mark *before = i ? row->texts[i - 1] : NULL;
        if (before && stands_apart(row, before, row->texts[i]))
            buffer_byte(&text, ' ');
        buffer_append(&text, row->texts[i]->text, row->texts[i]->length);
    }
    const char *string = buffer_string(&text);
    size_t begin = 0, end = text.length;
    for (uint32_t code_point; begin < end;) {
        size_t step = utf8_decode(string + begin, end - begin, &code_point);
        if (!is_blank(code_point))
            break;
        begin += step;
    }
    while (end > begin && (string[end - 1] == ' ' ||
                           (end - begin >= 3 && memcmp(string + end - 3, "\u3000", 3) == 0)))
        end -= string[end - 1] == ' ' ? 1 : 3;
    row->text = arena_copy_bytes(arena, string + begin, end - begin);
    buffer_free(&text);
}

struct row row_tail(const struct row *row, struct arena *arena)
{
    size_t first = row->text_count - 1;
    while (first > 0 && !stands_apart(row, row->texts[first - 1], row->texts[first]))
        first--;
    struct row tail = {.texts = row->texts + first};
    for (size_t i = first; i < row->text_count; i++) {
        struct mark_box box;
        if (text_box(row->texts[i], &box))
            add_text(&tail, row->texts[i], &box);
    }
    if (tail.text_count)
        read_text(&tail, arena);
    return tail.text_count ? tail : *row;
}

/* Whether anything of the row is seen: a glyph with an outline. */
static bool is_inked(const struct row *row)
{
    int left, bottom, right, top;
    for (size_t i = 0; i < row->text_count; i++)
        for (size_t j = 0; j < row->texts[i]->count; j++)
            if (font_face_glyph_box(row->texts[i]->face, row->texts[i]->glyphs[j].id, &left,
                                    &bottom, &right, &top))
                return true;
    return false;
}

/* Rows of the texts, sorted here by their baselines. */
static void read_rows(const struct text_mark **texts, size_t count, struct arena *arena,
                      struct row **rows, size_t *row_count)
{
    qsort(texts, count, sizeof *texts, compare_texts);
    const struct text_mark **places = arena_new_array(arena, count + 1, sizeof *places);
    struct row *all = arena_new_array(arena, count + 1, sizeof *all);
    size_t used = 0;
    bool *taken = memory_new(count + 1, sizeof *taken);
    for (size_t i = 0, place = 0; i < count; i++) {
        struct mark_box box;
        if (taken[i] || !text_box(texts[i], &box))
            continue;
        struct row *row = &all[used++];
        row->texts = places + place;
        add_text(row, texts[i], &box);
        /* those that follow are lower; one em further down nothing belongs any more */
        for (size_t j = i + 1; j < count && texts[j]->y - texts[i]->y < row->size; j++) {
            if (taken[j] || !belongs(row, texts[j]) || !text_box(texts[j], &box))
                continue;
            taken[j] = true;
            add_text(row, texts[j], &box);
        }
        place += row->text_count;
        if (is_inked(row))
            read_text(row, arena);
        else
            used--;
    }
    free(taken);
    *rows = all;
    *row_count = used;
}

static int compare_rows(const void *left, const void *right)
{
    const struct row *a = left, *b = right;
    if (a->box.top != b->box.top)
        return a->box.top < b->box.top ? -1 : 1;
    return (a->box.left > b->box.left) - (a->box.left < b->box.left);
}

/* --- Rules and seals -------------------------------------------------------------------------- */

static int compare_rules(const void *left, const void *right)
{
    const struct level_rule *a = left, *b = right;
    if (a->box.top != b->box.top)
        return a->box.top < b->box.top ? -1 : 1;
    return (a->box.left > b->box.left) - (a->box.left < b->box.left);
}

/* Pieces of one rule that touch (the cells' borders of a table row) are one. */
static void join_rules(struct page_reading *page)
{
    size_t kept = 0;
    for (size_t i = 0; i < page->rule_count; i++) {
        struct level_rule *last = kept ? &page->rules[kept - 1] : NULL;
        const struct level_rule *rule = &page->rules[i];
        if (last && last->red == rule->red && abs(last->box.top - rule->box.top) < FINE_SIZE &&
            rule->box.left <= last->box.right + FINE_SIZE)
            mark_box_join(&last->box, &rule->box);
        else
            page->rules[kept++] = *rule;
    }
    page->rule_count = 0;
    for (size_t i = 0; i < kept; i++)
        if (page->rules[i].box.right - page->rules[i].box.left >= SHORTEST_RULE)
            page->rules[page->rule_count++] = page->rules[i];
}

/* What is curved is no rule: the dots under emphasised text. */
static void read_rules(struct page_reading *page, int rotation, struct arena *arena)
{
    const struct page_marks *marks = page->marks;
    page->rules = arena_new_array(arena, marks->shape_count + 1, sizeof *page->rules);
    page->painted = (struct mark_box){box_middle(&page->area), page->area.top,
                                      box_middle(&page->area), page->area.top};
    for (size_t i = 0; i < marks->shape_count; i++) {
        const struct shape_mark *shape = &marks->shapes[i];
        struct mark_box box = box_upright(shape->box, rotation, marks);
        if (is_white(shape->colour) || shape->curved)
            continue;
        if (!is_red(shape->colour))
            mark_box_join(&page->painted, &box);
        if (box.bottom - box.top > THICKEST_RULE || box.right - box.left < box.bottom - box.top)
            continue;
        page->rules[page->rule_count++] = (struct level_rule){box, is_red(shape->colour)};
    }
    qsort(page->rules, page->rule_count, sizeof *page->rules, compare_rules);
    join_rules(page);
}

static void read_seals(struct page_reading *page, struct arena *arena)
{
    const struct page_marks *marks = page->marks;
    page->seals = arena_new_array(arena, marks->figure_count + 1, sizeof *page->seals);
    for (size_t i = 0; i < marks->figure_count; i++) {
        const struct figure_mark *figure = &marks->figures[i];
        const struct mark_box *box = &figure->box;
        const millipoint width = box->right - box->left, height = box->bottom - box->top;
        bool picture = figure->colour.none; /* an image: its colours are not known */
        if (width >= SMALLEST_SEAL && width <= LARGEST_SEAL &&
            abs(width - height) <= SEAL_ROUNDNESS && (picture || is_red(figure->colour)))
            page->seals[page->seal_count++] = *box;
    }
}

/* --- The page --------------------------------------------------------------------------------- */

static struct mark_box type_area(const struct page_marks *marks, const struct profile *profile)
{
    bool mirrored = profile->mirrored && marks->number % 2 == 0;
    millipoint left =
        mirrored ? marks->width - profile->binding - profile->type_width : profile->binding;
    return (struct mark_box){left, profile->head, left + profile->type_width,
                             profile->head + profile->type_height};
}

/* Takes the lowest row of the form — 1 — out of the rows. */
static void take_page_number(struct page_reading *page, struct row *rows, size_t *count,
                             struct arena *arena)
{
    for (size_t i = *count; i > 0; i--) {
        if (wording_page_number(rows[i - 1].text) < 0)
            continue;
        struct row *number = arena_alloc(arena, sizeof *number);
        *number = rows[i - 1];
        page->page_number = number;
        memmove(&rows[i - 1], &rows[i], (*count - i) * sizeof *rows);
        --*count;
        return;
    }
}

/* The quarter turn of most of the turned text; 0: none is turned. */
static int find_turn(struct page_reading *page)
{
    size_t quarters[4] = {0};
    for (size_t i = 0; i < page->marks->text_count; i++) {
        const struct text_mark *text = &page->marks->texts[i];
        struct mark_box box;
        if (text->rotation == 0 || text->askew || is_white(text->colour) || !text_box(text, &box))
            continue;
        page->turned = true;
        page->wrongly_turned = page->wrongly_turned || text->rotation != 90;
        quarters[text->rotation / 90 % 4]++;
    }
    return !page->turned ? 0 : quarters[1] >= quarters[3] ? 90 : 270;
}

/* The texts of that rotation, seen upright; white ones are not seen. */
static size_t gather(const struct page_marks *marks, int rotation, struct arena *arena,
                     const struct text_mark ***texts)
{
    struct text_mark *seen = arena_new_array(arena, marks->text_count + 1, sizeof *seen);
    *texts = arena_new_array(arena, marks->text_count + 1, sizeof **texts);
    size_t count = 0;
    for (size_t i = 0; i < marks->text_count; i++) {
        if (marks->texts[i].rotation != rotation || marks->texts[i].askew ||
            is_white(marks->texts[i].colour))
            continue;
        seen[count] = upright(&marks->texts[i], marks);
        (*texts)[count] = &seen[count];
        count++;
    }
    return count;
}

void page_read(const struct page_marks *marks, const struct profile *profile, struct arena *arena,
               struct page_reading *page)
{
    *page = (struct page_reading){
        .marks = marks, .number = marks->number, .area = type_area(marks, profile)};
    const struct text_mark **texts;
    size_t count = gather(marks, 0, arena, &texts);
    read_rows(texts, count, arena, &page->rows, &page->row_count);
    qsort(page->rows, page->row_count, sizeof *page->rows, compare_rows);
    take_page_number(page, page->rows, &page->row_count, arena);
    int turn = find_turn(page);
    page->landscape = turn != 0 && page->row_count == 0;
    if (page->landscape) {
        page->area = box_upright(page->area, turn, marks);
        count = gather(marks, turn, arena, &texts);
        read_rows(texts, count, arena, &page->rows, &page->row_count);
        qsort(page->rows, page->row_count, sizeof *page->rows, compare_rows);
    }
    read_rules(page, page->landscape ? turn : 0, arena);
    if (!page->landscape)
        read_seals(page, arena);
}

bool page_is_blank(const struct page_reading *page)
{
    return page->row_count == 0 && !page->turned && page->rule_count == 0 &&
           page->marks->figure_count == 0;
}
