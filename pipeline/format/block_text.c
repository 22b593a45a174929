/* Paragraphs of a block: collecting, fitting, building and pushing, line by line, with the breaks
 * that widows and orphans allow. Called by block_layout.c. */
#include "format/block_text.h"

#include <string.h>

#include "format/character_align.h"
#include "format/column.h"
#include "format/format_messages.h"
#include "format/inline_layout.h"
#include "format/line_build.h"
#include "format/title_sense.h"
#include "format/title_wrap.h"

/* --- Lines ----------------------------------------------------------------------------------- */

static enum keyword alignment(const struct text_block *block, bool last)
{
    const struct traits *traits = block->traits;
    enum keyword align = (enum keyword)traits->text_align;
    if (character_align_code(traits)) /* outside of table cells: XSL 1.1 §7.16.9 */
        align = block->formatter->behind ? KEYWORD_END : KEYWORD_START;
    if (last && traits->text_align_last != KEYWORD_RELATIVE)
        align = (enum keyword)traits->text_align_last;
    else if (last && align == KEYWORD_JUSTIFY)
        align = KEYWORD_START;
    switch (align) {
    case KEYWORD_LEFT:
        return KEYWORD_START;
    case KEYWORD_RIGHT:
        return KEYWORD_END;
    default:
        return align;
    }
}

enum { START_SIZE = 64 };

/* How a line begins: what a finding says about it. */
static void line_start(const struct paragraph *paragraph, const struct fit_line *line,
                       char start[START_SIZE])
{
    size_t at = line->first;
    while (at + 1 < line->end && !paragraph->items[at].length)
        at++;
    const char *text = paragraph->kept_text + paragraph->items[at].text;
    size_t length = 0;
    while (length < START_SIZE - 1 && text[length])
        length++;
    while (length && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    memcpy(start, text, length);
    start[length] = '\0';
}

static void report_line_width(const struct text_block *block, const struct fit_line *line,
                              millipoint overfull)
{
    char start[START_SIZE], points[REPORT_POINTS_SIZE];
    line_start(block->formatter->paragraph, line, start);
    report_points(overfull, points);
    if (overfull)
        report_at(block->formatter->report, &MESSAGE_LINE_OVERFULL, block->node, points, start,
                  NULL);
    else
        report_at(block->formatter->report, &MESSAGE_LINE_BROKEN, block->node, start, NULL);
}

static int32_t strength_between(const struct text_block *block, size_t index, size_t count)
{
    const struct traits *traits = block->traits;
    bool widow = (int64_t)(count - index) < traits->widows || (int64_t)index < traits->orphans;
    int32_t strength = widow ? BREAK_WIDOW : BREAK_FREE;
    int32_t together = block->flow->list->together;
    return together > strength ? together : strength;
}

/* What is attached to a line goes with the next box. */
static void attach(struct formatter *formatter, const struct fit_line *line)
{
    const struct paragraph *paragraph = formatter->paragraph;
    for (size_t i = line->first; formatter->pending && i < line->end; i++) {
        const struct item *item = &paragraph->items[i];
        if (item->kind == ITEM_OPEN && item->of.box->attached)
            attachment_append(formatter->pending, item->of.box->attached);
    }
}

/* A line higher than the grid's by less than a sixteenth is one line of it: 29pt on 225mm div 22.
 */
enum { GRID_TOLERANCE = 16 };

/* A line on a grid takes whole steps of it and stands in their middle (CLREQ §4.2.2: type that is
 * larger than the body's takes two or more lines). */
static struct area *on_grid(struct text_block *block, struct area *line)
{
    millipoint pitch = block->traits->line_grid;
    if (pitch <= 0 || !block->flow->list->streaming)
        return line;
    int64_t least = (int64_t)line->height - pitch / GRID_TOLERANCE;
    millipoint height = measure_clamp(column_snap(least > 0 ? least : 1, pitch));
    struct area *steps = area_new(vertical_arena(block->flow->list), AREA_BLOCK);
    steps->width = line->width;
    steps->height = height;
    line->y = (height - line->height) / 2;
    area_append(steps, line);
    return steps;
}

/* Where the block's lines begin in the reference area, or in the column. */
static millipoint reference_x(const struct text_block *block)
{
    bool page = block->traits->leader_alignment == KEYWORD_PAGE;
    return block->extent.content_x - (page ? 0 : block->flow->left);
}

/* What a line that is aligned on a character leaves to the lines of its column that have more
 * behind it. */
static millipoint room_behind(const struct text_block *block, const struct fit_line *line)
{
    uint32_t code = character_align_code(block->traits);
    millipoint most = block->formatter->behind;
    if (!code || !most)
        return 0;
    millipoint own =
        character_align_behind(block->formatter->paragraph, line->first, line->end, code);
    return most > own ? most - own : 0;
}

static void push_lines(struct text_block *block, const struct fit_line *lines, size_t count)
{
    struct formatter *formatter = block->formatter;
    struct vertical_list *list = block->flow->list;
    struct paragraph *paragraph = formatter->paragraph;
    struct open_boxes open = {0};
    millipoint indent =
        block->started ? 0
                       : measure_resolve(block->traits->text_indent, block->extent.content_width);
    if (block->traits->line_grid > 0)
        vertical_push_snap(list, block->traits->line_grid);
    for (size_t i = 0; i < count; i++) {
        bool last = i + 1 == count || paragraph->fits[lines[i].end - 1].after == FIT_FORCED;
        millipoint x = i == 0 ? indent : 0, overfull;
        enum keyword align = alignment(block, last);
        const struct line_request request = {.line = &lines[i],
                                             .x = x,
                                             .width = block->extent.content_width - x -
                                                      room_behind(block, &lines[i]),
                                             .reference_x = reference_x(block),
                                             .align = align,
                                             .spread_all = last && align == KEYWORD_JUSTIFY};
        struct area *area = line_build(paragraph, &request, &open, &overfull);
        if (overfull || (lines[i].emergency && block->style->mode != LINE_BREAK_ANYWHERE))
            report_line_width(block, &lines[i], overfull);
        area = on_grid(block, area);
        area->x = block->extent.content_x;
        attach(formatter, &lines[i]);
        if (i > 0)
            vertical_push_break(list, strength_between(block, i, count));
        vertical_push_box(list, area, area->height, formatter_line(block->node));
    }
    open_boxes_free(&open);
}

/* --- Paragraphs ------------------------------------------------------------------------------ */

void block_text_open_link(struct text_block *block)
{
    struct formatter *formatter = block->formatter;
    if (!formatter->link || block->link)
        return;
    block->link =
        inline_link_box(formatter, formatter->paragraph->arena, formatter->link, block->around);
    paragraph_add_box(formatter->paragraph, block->around, block->link, true);
}

void block_text_close_link(struct text_block *block)
{
    if (block->link)
        paragraph_add_box(block->formatter->paragraph, block->around, block->link, false);
    block->link = NULL;
}

void block_text_place_id(struct text_block *block, const char *id)
{
    struct frame *frame = vertical_open(block->flow->list, block->extent.content_x, 0, NULL, NULL);
    frame->id = id;
    vertical_close(block->flow->list, frame);
}

/* What has an id and nothing else makes no line, but it stands somewhere. */
static void place_ids(struct text_block *block)
{
    const struct paragraph *paragraph = block->formatter->paragraph;
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct paragraph_character *character = &paragraph->characters[i];
        if (character->code == CODE_OPEN && character->of.box->id)
            block_text_place_id(block, character->of.box->id);
    }
}

/* What is known of the title's text, from bytes to items. */
static void find_senses(const struct paragraph *paragraph, struct title_senses *words, size_t count,
                        uint8_t *senses, size_t *whole)
{
    const struct title_sense_map map =
        title_senses_find(words, paragraph->kept_text, paragraph->text.length);
    size_t open[NESTING_LIMIT], depth = 0, end = 0;
    for (size_t i = 0; i < count; i++) {
        const struct item *item = &paragraph->items[i];
        whole[i] = 0;
        if (item->length)
            end = item->text + item->length;
        senses[i] = map.senses[end];
        if (item->length && map.whole[item->text] && depth < NESTING_LIMIT)
            open[depth++] = i;
        while (depth && map.whole[paragraph->items[open[depth - 1]].text] <= end)
            whole[open[--depth]] = i + 1;
    }
}

/* How many lines; 0 if there are none such. */
static size_t fit_title(const struct text_block *block, const struct fit_request *request,
                        const struct fit_line **lines)
{
    const struct paragraph *paragraph = block->formatter->paragraph;
    struct arena *arena = paragraph->arena;
    size_t items = request->count;
    if (items > TITLE_ITEMS)
        return 0;
    struct fit_line *found = arena_new_array(arena, items + 1, sizeof *found);
    uint8_t *senses = arena_new_array(arena, items + 1, sizeof *senses);
    size_t *whole = arena_new_array(arena, items + 1, sizeof *whole);
    find_senses(paragraph, block->formatter->title, items, senses, whole);
    const struct title_request title = {
        .items = request->items,
        .count = items,
        .senses = senses,
        .whole = whole,
        .width = request->first_width < request->width ? request->first_width : request->width,
        .size = block->style->size};
    size_t count = title_wrap(&title, found);
    if (count)
        *lines = found;
    return count;
}

/* Chooses the lines as y:text-wrap says. A title that fits one line needs no look at its words:
 * ICU's dictionary costs a process 9 ms. */
static size_t fit_lines(const struct text_block *block, const struct fit_request *request,
                        bool no_wrap, const struct fit_line **lines)
{
    struct line_fit *fit = block->formatter->fit;
    if (block->traits->text_wrap == KEYWORD_BALANCE && !no_wrap)
        return line_fit_balanced(fit, request, lines);
    size_t count = line_fit(fit, request, lines);
    if (no_wrap || block->traits->text_wrap == KEYWORD_NORMAL || count < 2)
        return count;
    size_t title = fit_title(block, request, lines);
    if (title)
        return title;
    char start[START_SIZE];
    line_start(block->formatter->paragraph, *lines, start);
    report_at(block->formatter->report, &MESSAGE_TITLE_LONG, block->node, start, NULL);
    return count;
}

void block_text_end(struct text_block *block)
{
    struct formatter *formatter = block->formatter;
    struct paragraph *paragraph = formatter->paragraph;
    if (!block->open)
        return;
    block_text_close_link(block);
    block->open = false;
    if (paragraph_is_empty(paragraph)) {
        place_ids(block);
        return;
    }
    if (block->started)
        vertical_push_keep(block->flow->list, KEEP_AUTO);
    millipoint width = block->extent.content_width;
    millipoint indent = block->started ? 0 : measure_resolve(block->traits->text_indent, width);
    bool no_wrap = block->traits->wrap_option == KEYWORD_NO_WRAP;
    millipoint least = indent > 0 ? width - indent : width;
    paragraph_make_items(paragraph, no_wrap ? MEASURE_LIMIT : least);
    paragraph_add_end_indent(paragraph,
                             measure_resolve(block->traits->last_line_end_indent, width));
    const struct fit_request request = {.items = paragraph->fits,
                                        .count = paragraph->item_count,
                                        .first_width = no_wrap ? MEASURE_LIMIT : width - indent,
                                        .width = no_wrap ? MEASURE_LIMIT : width,
                                        .total = block->traits->text_align == KEYWORD_JUSTIFY &&
                                                 !no_wrap};
    const struct fit_line *lines;
    size_t count = fit_lines(block, &request, no_wrap, &lines);
    push_lines(block, lines, count);
    block->started = true;
    vertical_flush(block->flow->list);
}

static void begin_paragraph(struct text_block *block)
{
    if (block->open)
        return;
    glyph_source_trim(block->formatter->glyphs);
    paragraph_begin(block->formatter->paragraph, vertical_arena(block->flow->list), block->style,
                    block->node, block->extent.content_width);
    block->open = true;
    block_text_open_link(block);
}

void block_text_add(struct text_block *block, const xmlNode *child)
{
    begin_paragraph(block);
    inline_add(block->formatter, block->formatter->paragraph, child, block->around);
}
