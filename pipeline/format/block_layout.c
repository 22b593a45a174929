/* Blocks become frames around their children; the text between two block-level children is one
 * paragraph (block_text.c). Chunks are held over a block, because its styles live in the chunk it
 * began in. Called by page_builder.c and by every layout file that holds blocks. */
#include "format/block_layout.h"

#include "format/block_text.h"
#include "format/column.h"
#include "format/container_layout.h"
#include "format/footnote_layout.h"
#include "format/format_messages.h"
#include "format/inline_layout.h"
#include "format/inline_style.h"
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

/* One block-level object. `first`: nothing precedes it in its parent. */
static void layout_object(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                          const struct traits *parent, bool first);

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
        block_text_place_id(block, id);
    else if (id)
        inline_mark(formatter->paragraph, around, id);
    if (inlines && box_new(arena, traits, 0))
        report_at(formatter->report, &MESSAGE_INLINE_EDGES, node, (const char *)node->name, NULL);
    if (object_of(node) == OBJECT_BASIC_LINK) {
        formatter->link = link_target_new(formatter, formatter->arena, node);
        if (block->open)
            block_text_open_link(block);
    }
    if (inlines)
        block->around = inline_style(arena, traits, around);
    walk_content(block, node, traits, inlines);
    block->around = around;
    if (formatter->link != link)
        block_text_close_link(block);
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
        bool filled = block->filled;
        block->filled |= object != OBJECT_NONE ? object != OBJECT_MARKER : object_is_text(child);
        if (object_is_block_level(object)) {
            block_text_end(block);
            layout_object(formatter, block->flow, child, traits, !block->started);
            block->started = true;
        } else if (object == OBJECT_MARKER && !filled) {
            if (!block->marked)
                marker_add(formatter, child);
        } else if (object == OBJECT_RETRIEVE_MARKER || object == OBJECT_RETRIEVE_TABLE_MARKER) {
            add_retrieved(block, child, traits, inlines);
        } else if (object == OBJECT_FLOAT && !block->open) {
            float_layout(formatter, block->flow, child, traits);
        } else if ((object == OBJECT_WRAPPER && !inlines) || holds_blocks(formatter, child, 0)) {
            walk_inline(block, child, traits, inlines);
        } else if (inlines && inline_is_level(child) && object != OBJECT_MARKER) {
            block_text_add(block, child);
        } else {
            object_refuse(formatter->report, child);
        }
    }
}

static void walk(struct text_block *block, const xmlNode *node, const struct traits *traits,
                 bool inlines)
{
    walk_content(block, node, traits, inlines);
    block_text_end(block);
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
    if (box || tag || id || markers) {
        frame = vertical_open(list, extent.x, extent.width, box, tag);
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
    bool empty = list->boxes == boxes;
    if (empty) /* it has an area all the same, in which spaces do not meet */
        vertical_push_box(list, area_new(arena, AREA_BLOCK), 0, formatter_line(node));
    flow->block_width = outer;
    list->together = together;
    if (frame)
        vertical_close(list, frame);
    chunk_release(held);
}

/* Lays the object out; one that relative-position moves stands in a frame that is moved with it. */
static void layout_kind(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                        const struct traits *traits)
{
    struct vertical_list *list = flow->list;
    struct chunk *held = chunk_hold(list->chunk);
    struct frame *moved = NULL;
    if (traits->relative_position == KEYWORD_RELATIVE) {
        moved = vertical_open(list, 0, flow->width, NULL, NULL);
        area_relative_offset(traits, flow->width, list->height, &moved->moved_x, &moved->moved_y);
    }
    switch (object_of(node)) {
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
    if (moved)
        vertical_close(list, moved);
    chunk_release(held);
}

/* Whether y:block-fill is asked for and can be met: there must be a foot of a column, and no label
 * beside what would be parted from it. */
static bool fills(const struct formatter *formatter, const struct flow *flow, const xmlNode *node,
                  const struct traits *traits, bool absolute)
{
    if (traits->block_fill == KEYWORD_NONE)
        return false;
    bool possible = flow->list->streaming && !absolute;
    for (const xmlNode *around = node->parent; around; around = around->parent)
        possible &= object_of(around) != OBJECT_LIST_ITEM;
    if (!possible)
        report_at(formatter->report, &MESSAGE_BLOCK_FILL_PLACE, node,
                  traits->block_fill == KEYWORD_BEFORE ? "before" : "before-even", NULL);
    return possible;
}

/* The object ends at the foot of its column, in one piece if it can, and what follows it begins the
 * next; "before-even" only on a page of even number. */
static void layout_filling(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                           const struct traits *traits)
{
    struct vertical_list *list = flow->list;
    if (traits->block_fill == KEYWORD_BEFORE_EVEN)
        vertical_push_force_before(list, KEYWORD_BEFORE_EVEN);
    vertical_push_fill(list);
    int32_t together = list->together;
    list->together = KEEP_ALWAYS;
    layout_kind(formatter, flow, node, traits);
    list->together = together;
    block_end(flow, traits);
    vertical_push_force_after(list, KEYWORD_COLUMN);
}

static void layout_object(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                          const struct traits *parent, bool first)
{
    if (formatter->depth >= NESTING_LIMIT) {
        report_at(formatter->report, &MESSAGE_NESTED_TOO_DEEP, node, "200", NULL);
        return;
    }
    formatter->depth++;
    const struct traits *traits = property_resolve(formatter->properties, node, parent);
    enum object object = object_of(node);
    bool absolute =
        object == OBJECT_BLOCK_CONTAINER && (traits->absolute_position == KEYWORD_ABSOLUTE ||
                                             traits->absolute_position == KEYWORD_FIXED);
    bool fill = fills(formatter, flow, node, traits, absolute);
    if (absolute) {
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
    if (fill) {
        layout_filling(formatter, flow, node, traits);
    } else {
        layout_kind(formatter, flow, node, traits);
        block_end(flow, traits);
    }
    if (spans) {
        vertical_push_span(flow->list, false);
        flow->width = column;
    }
    formatter->depth--;
}

struct area *block_layout_area(struct formatter *formatter, struct arena *arena, millipoint width,
                               millipoint height, const xmlNode *node, const struct traits *traits)
{
    struct vertical_list list;
    vertical_begin(&list, arena);
    struct flow flow = {.list = &list, .width = width, .height = height};
    block_layout_children(formatter, &flow, node, traits, false);
    struct area *area = column_place_all(&list, width, arena);
    vertical_end(&list);
    return area;
}
