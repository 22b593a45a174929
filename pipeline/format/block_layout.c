/* Blocks become frames around lines. Inline children between two block-level ones form one
 * paragraph. Chunks are held over a block, because its styles live in the chunk it began in. */
#include "format/block_layout.h"

#include <string.h>

#include "format/column.h"
#include "format/container_layout.h"
#include "format/footnote_layout.h"
#include "format/format_messages.h"
#include "format/inline_layout.h"
#include "format/line_build.h"
#include "format/link.h"
#include "format/list_layout.h"
#include "format/marker.h"
#include "format/retrieve.h"
#include "format/structure.h"
#include "format/table_layout.h"

/* --- Before and after ------------------------------------------------------------------------ */

void block_begin(struct flow *flow, const struct traits *traits, bool first)
{
    struct vertical_list *list = flow->list;
    if (!first)
        vertical_push_keep(list, keep_strength(&traits->keep_with_previous));
    if (traits->break_before != KEYWORD_AUTO)
        vertical_push_force_before(list, traits->break_before);
    vertical_push_space(list, &traits->space_before);
}

void block_end(struct flow *flow, const struct traits *traits)
{
    struct vertical_list *list = flow->list;
    int32_t keep = keep_strength(&traits->keep_with_next);
    list->keep_next = keep > list->keep_next ? keep : list->keep_next;
    vertical_push_space(list, &traits->space_after);
    if (traits->break_after != KEYWORD_AUTO)
        vertical_push_force_after(list, traits->break_after);
}

millipoint block_reference_width(const struct flow *flow)
{
    return flow->block_width ? flow->block_width : flow->width;
}

struct extent block_extent(const struct flow *flow, const struct traits *traits,
                           const struct box *box)
{
    millipoint start = measure_resolve(traits->start_indent, flow->width);
    millipoint end = measure_resolve(traits->end_indent, flow->width);
    struct extent extent = {.content_x = measure_clamp((int64_t)flow->left + start),
                            .content_width = measure_clamp((int64_t)flow->width - start - end)};
    extent.x = extent.content_x - box_edge(box, SIDE_START);
    extent.width = extent.content_width + box_edge(box, SIDE_START) + box_edge(box, SIDE_END);
    return extent;
}

/* --- Paragraphs ------------------------------------------------------------------------------ */

/* A block's text: what the lines of its paragraphs share. */
struct text_block {
    struct formatter *formatter;
    struct flow *flow;
    const xmlNode *node;
    const struct traits *traits;
    const struct run_style *style;
    const struct run_style *around; /* of the inlines that a block parts; `style` if none */
    const struct inline_box *link;  /* open in the paragraph; NULL if none */
    struct extent extent;
    bool marked;  /* its markers have been read */
    bool open;    /* a paragraph is being collected */
    bool started; /* something of the block stands already: no more text-indent, breaks apply */
};

static enum keyword alignment(const struct traits *traits, bool last)
{
    enum keyword align = (enum keyword)traits->text_align;
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

static void report_text(const struct text_block *block, const struct fit_line *line,
                        millipoint overfull)
{
    const struct paragraph *paragraph = block->formatter->paragraph;
    char start[64], points[REPORT_POINTS_SIZE];
    size_t at = line->first;
    while (at + 1 < line->end && !paragraph->items[at].length)
        at++;
    const struct item *item = &paragraph->items[at];
    size_t length = 0;
    const char *text = paragraph->kept_text + item->text;
    while (length < sizeof start - 1 && text[length])
        length++;
    while (length && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    memcpy(start, text, length);
    start[length] = '\0';
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

/* A line on a grid takes whole steps of it and stands in their middle (CLREQ §4.2.2: type that is
 * larger than the body's takes two or more lines). */
static struct area *on_grid(struct text_block *block, struct area *line)
{
    millipoint pitch = block->traits->line_grid;
    if (pitch <= 0 || !block->flow->list->streaming)
        return line;
    millipoint height = measure_clamp(column_snap(line->height, pitch));
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
        enum keyword align = alignment(block->traits, last);
        const struct line_request request = {.line = &lines[i],
                                             .x = x,
                                             .width = block->extent.content_width - x,
                                             .reference_x = reference_x(block),
                                             .align = align,
                                             .spread_all = last && align == KEYWORD_JUSTIFY};
        struct area *area = line_build(paragraph, &request, &open, &overfull);
        if (overfull || (lines[i].emergency && block->style->mode != LINE_BREAK_ANYWHERE))
            report_text(block, &lines[i], overfull);
        area = on_grid(block, area);
        area->x = block->extent.content_x;
        attach(formatter, &lines[i]);
        if (i > 0)
            vertical_push_break(list, strength_between(block, i, count));
        vertical_push_box(list, area, area->height, formatter_line(block->node));
    }
    open_boxes_free(&open);
}

/* The part of a link that parts of a paragraph lie in (see walk_inline). */
static void open_link(struct text_block *block)
{
    struct formatter *formatter = block->formatter;
    if (!formatter->link || block->link)
        return;
    block->link =
        inline_link_box(formatter, formatter->paragraph->arena, formatter->link, block->around);
    paragraph_add_box(formatter->paragraph, block->around, block->link, true);
}

static void close_link(struct text_block *block)
{
    if (block->link)
        paragraph_add_box(block->formatter->paragraph, block->around, block->link, false);
    block->link = NULL;
}

static void place_id(struct text_block *block, const char *id)
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
            place_id(block, character->of.box->id);
    }
}

static void end_paragraph(struct text_block *block)
{
    struct formatter *formatter = block->formatter;
    struct paragraph *paragraph = formatter->paragraph;
    if (!block->open)
        return;
    close_link(block);
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
    size_t count = line_fit(formatter->fit, &request, &lines);
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
    open_link(block);
}

static void add_inline(struct text_block *block, const xmlNode *child)
{
    begin_paragraph(block);
    inline_add(block->formatter, block->formatter->paragraph, child, block->around);
}

/* --- Children -------------------------------------------------------------------------------- */

/* Whether an inline holds blocks, at whatever depth: XSL 1.1 §6.9.2, §6.6.7 and §6.13.4 allow it.
 */
static bool holds_blocks(const struct formatter *formatter, const xmlNode *node, unsigned depth)
{
    const xmlNode *child = NULL;
    if (!inline_is_container(object_of(node)) || depth >= NESTING_LIMIT)
        return false;
    while ((child = formatter_next(formatter, node, child)) != NULL)
        if (child->type == XML_ELEMENT_NODE &&
            (object_is_block_level(object_of(child)) || holds_blocks(formatter, child, depth + 1)))
            return true;
    return false;
}

static void walk_content(struct text_block *block, const xmlNode *node, const struct traits *traits,
                         bool inlines);

/* The content of the marker that a retrieval chooses stands in its place. */
static void add_retrieved(struct text_block *block, const xmlNode *node,
                          const struct traits *traits, bool inlines)
{
    const xmlNode *marker = retrieve_marker(block->formatter, node);
    if (marker)
        walk_content(block, marker, property_resolve(block->formatter->properties, node, traits),
                     inlines);
}

/* An inline that holds blocks: they stand between its lines. Its edges do not; its link and its id
 * do, on whatever lines there are. */
static void walk_inline(struct text_block *block, const xmlNode *node, const struct traits *outer,
                        bool inlines)
{
    struct formatter *formatter = block->formatter;
    if (formatter->depth >= NESTING_LIMIT) {
        report_at(formatter->report, &MESSAGE_NESTED_TOO_DEEP, node, "200", NULL);
        return;
    }
    formatter->depth++;
    struct arena *arena = vertical_arena(block->flow->list);
    const struct traits *traits = property_resolve(formatter->properties, node, outer);
    const struct run_style *around = block->around;
    const struct link_target *link = formatter->link;
    const char *id = formatter_id(formatter, arena, node);
    if (!block->open && id)
        place_id(block, id);
    else if (id)
        inline_mark(formatter->paragraph, around, id);
    if (object_of(node) == OBJECT_BASIC_LINK) {
        formatter->link = link_target_new(formatter, formatter->arena, node);
        if (block->open)
            open_link(block);
    }
    if (inlines)
        block->around = inline_style(arena, traits, around);
    walk_content(block, node, traits, inlines);
    block->around = around;
    if (formatter->link != link)
        close_link(block);
    formatter->link = link;
    formatter->depth--;
}

static void walk_content(struct text_block *block, const xmlNode *node, const struct traits *traits,
                         bool inlines)
{
    struct formatter *formatter = block->formatter;
    const xmlNode *child = NULL;
    while (!block->flow->list->stopped &&
           (child = formatter_next(formatter, node, child)) != NULL) {
        enum object object = object_of(child);
        if (object_is_block_level(object)) {
            end_paragraph(block);
            block_layout_object(formatter, block->flow, child, traits, !block->started);
            block->started = true;
        } else if (object == OBJECT_MARKER) {
            if (!block->marked)
                marker_add(formatter, child);
        } else if (object == OBJECT_RETRIEVE_MARKER || object == OBJECT_RETRIEVE_TABLE_MARKER) {
            add_retrieved(block, child, traits, inlines);
        } else if (object == OBJECT_FLOAT && !block->open) {
            float_layout(formatter, block->flow, child, traits);
        } else if ((object == OBJECT_WRAPPER && !inlines) || holds_blocks(formatter, child, 0)) {
            walk_inline(block, child, traits, inlines);
        } else if (inlines && inline_is_level(child)) {
            add_inline(block, child);
        } else {
            object_refuse(formatter->report, child);
        }
    }
}

static void walk(struct text_block *block, const xmlNode *node, const struct traits *traits,
                 bool inlines)
{
    walk_content(block, node, traits, inlines);
    end_paragraph(block);
}

static void walk_children(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                          const struct traits *traits, const struct extent *extent, bool inlines,
                          bool marked)
{
    struct text_block block = {.formatter = formatter,
                               .flow = flow,
                               .node = node,
                               .traits = traits,
                               .extent = *extent,
                               .marked = marked};
    if (inlines)
        block.style = block.around = inline_style(vertical_arena(flow->list), traits, NULL);
    walk(&block, node, traits, inlines);
}

void block_layout_children(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                           const struct traits *traits, bool inlines)
{
    const struct extent extent = {.x = flow->left,
                                  .content_x = flow->left,
                                  .width = flow->width,
                                  .content_width = flow->width};
    walk_children(formatter, flow, node, traits, &extent, inlines, false);
}

/* --- fo:block -------------------------------------------------------------------------------- */

static void layout_block(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                         const struct traits *traits)
{
    struct vertical_list *list = flow->list;
    struct chunk *held = chunk_hold(list->chunk);
    struct arena *arena = vertical_arena(list);
    const struct box *box = box_new(arena, traits, flow->width);
    const struct extent extent = block_extent(flow, traits, box);
    const struct structure_tag *tag = structure_of_block(formatter, arena, node, traits);
    const char *id = formatter_id(formatter, arena, node);
    const struct marker *markers = marker_read(formatter, list, node);
    struct frame *frame = NULL;
    if (box || tag || id || markers || traits->relative_position == KEYWORD_RELATIVE) {
        frame = vertical_open(list, extent.x, extent.width, box, tag);
        area_relative_offset(traits, flow->width, list->height, &frame->moved_x, &frame->moved_y);
        frame->id = id;
        frame->markers = markers;
    }
    int32_t together = list->together;
    int32_t own = keep_strength(&traits->keep_together);
    list->together = own > together ? own : together;
    millipoint outer = flow->block_width;
    flow->block_width = extent.content_width > 0 ? extent.content_width : 1;
    uint64_t boxes = list->boxes;
    walk_children(formatter, flow, node, traits, &extent, true, list->streaming);
    if (list->boxes ==
        boxes) /* an empty block has an area all the same: spaces do not meet in it */
        vertical_push_box(list, area_new(arena, AREA_BLOCK), 0, formatter_line(node));
    flow->block_width = outer;
    list->together = together;
    if (frame)
        vertical_close(list, frame);
    chunk_release(held);
}

void block_layout_object(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                         const struct traits *parent, bool first)
{
    if (formatter->depth >= NESTING_LIMIT) {
        report_at(formatter->report, &MESSAGE_NESTED_TOO_DEEP, node, "200", NULL);
        return;
    }
    formatter->depth++;
    const struct traits *traits = property_resolve(formatter->properties, node, parent);
    enum object object = object_of(node);
    if (object == OBJECT_BLOCK_CONTAINER && (traits->absolute_position == KEYWORD_ABSOLUTE ||
                                             traits->absolute_position == KEYWORD_FIXED)) {
        container_layout_absolute(formatter, flow, node, traits);
        formatter->depth--;
        return;
    }
    bool spans =
        traits->span == KEYWORD_ALL && flow->span_width && object_of(node->parent) == OBJECT_FLOW;
    millipoint column = flow->width;
    if (spans) {
        vertical_push_span(flow->list, true);
        flow->width = flow->span_width;
    }
    block_begin(flow, traits, first);
    switch (object) {
    case OBJECT_BLOCK:
        layout_block(formatter, flow, node, traits);
        break;
    case OBJECT_BLOCK_CONTAINER:
        container_layout(formatter, flow, node, traits);
        break;
    case OBJECT_LIST_BLOCK:
        list_layout(formatter, flow, node, traits);
        break;
    case OBJECT_TABLE:
    case OBJECT_TABLE_AND_CAPTION:
        table_layout(formatter, flow, node, traits);
        break;
    default:
        break;
    }
    block_end(flow, traits);
    if (spans) {
        vertical_push_span(flow->list, false);
        flow->width = column;
    }
    formatter->depth--;
}

struct area *block_layout_area(struct formatter *formatter, struct arena *arena, millipoint width,
                               const xmlNode *node, const struct traits *traits)
{
    struct vertical_list list;
    vertical_begin(&list, arena);
    struct flow flow = {.list = &list, .width = width};
    block_layout_children(formatter, &flow, node, traits, false);
    struct area *area = column_place_all(&list, width, arena);
    vertical_end(&list);
    return area;
}
