/* The walk over a table: columns, head and foot (table_repeat.c), then body rows pulled one by one
 * from the source and pushed as soon as no span ties them to the next (table_part.c), so that a
 * table may be of any length. Called by block_layout.c. */
#include "format/table_layout.h"

#include "format/block_layout.h"
#include "format/footnote_layout.h"
#include "format/format_messages.h"
#include "format/table.h"

enum { TAGGED_ROWS = 5000 }; /* longer tables, and streamed ones, are tagged as a whole */

static const xmlNode *first_element(const struct formatter *formatter, const xmlNode *node)
{
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, node, child)) != NULL)
        if (child->type == XML_ELEMENT_NODE)
            return child;
    return NULL;
}

/* Tables without fo:table-column have as many columns as their first row. */
static void guess_columns(struct table *table, const xmlNode *part)
{
    struct formatter *formatter = table->formatter;
    const xmlNode *row = first_element(formatter, part), *cell = NULL;
    size_t count = 0;
    if (row && object_of(row) == OBJECT_TABLE_CELL)
        row = part;
    while (row && (cell = formatter_next(formatter, row, cell)) != NULL) {
        if (object_of(cell) != OBJECT_TABLE_CELL)
            continue;
        const struct traits *traits = property_resolve(formatter->properties, cell, table->traits);
        count += traits->columns_spanned > 0 ? (size_t)traits->columns_spanned : 1;
        if (row == part && traits->ends_row == KEYWORD_TRUE)
            break;
    }
    table_columns_guess(table, count ? count : 1);
}

/* Whether rows are few enough, and not streamed, to be tagged one by one. */
static bool has_row_tags(const struct table *table, const xmlNode *part)
{
    bool whole = table->formatter->request->device->whole_structure;
    size_t count = 0;
    if (table->formatter->untagged)
        return false;
    for (const xmlNode *child = part->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE &&
            (object_of(child) == OBJECT_NONE || (!whole && ++count > TAGGED_ROWS)))
            return false;
    return true;
}

/* --- The table ------------------------------------------------------------------------------- */

static void begin_columns(struct table *table, const xmlNode *table_node, const xmlNode *part)
{
    if (table->last_after)
        return;
    if (!table->column_count)
        guess_columns(table, part);
    table_align_measure(table, table_node);
    table_measure(table, table_node);
    table_columns_resolve(table, table_node);
    millipoint room = table->room - table->width;
    if (room > 0 && (table->align == KEYWORD_CENTER || table->align == KEYWORD_END))
        table->left += table->align == KEYWORD_CENTER ? room / 2 : room;
    table->last_after = table_border_none(table->arena, table->column_count);
}

/* The table's frame: with collapsing borders the cells draw them. */
static struct frame *open_frame(struct table *table, struct arena *arena, const xmlNode *node)
{
    const struct traits *traits = table->traits;
    const struct box *box = box_new(arena, traits, table->flow->width);
    if (table->collapse && box) {
        struct box *plain = arena_alloc(arena, sizeof *plain);
        for (int side = 0; side < SIDE_COUNT; side++)
            plain->border[side].style = KEYWORD_NONE;
        plain->background = traits->background;
        box = traits->background.none ? NULL : plain;
    }
    struct frame *frame =
        vertical_open(table->flow->list, table->left - box_edge(box, SIDE_START),
                      table->width + box_edge(box, SIDE_START) + box_edge(box, SIDE_END), box,
                      formatter_tag(table->formatter, arena, STRUCTURE_TABLE));
    frame->id = formatter_id(table->formatter, arena, node);
    frame->omit_head = traits->table_omit_header == KEYWORD_TRUE;
    frame->omit_foot = traits->table_omit_footer == KEYWORD_TRUE;
    return frame;
}

/* The forced break before the first row stands before the table, or its header would stand alone.
 */
static void break_before(struct table *table, const xmlNode *body)
{
    const xmlNode *row = xmlFirstElementChild((xmlNode *)body);
    while (row && object_of(row) == OBJECT_MARKER)
        row = xmlNextElementSibling((xmlNode *)row);
    if (!row || object_of(row) != OBJECT_TABLE_ROW)
        return;
    struct properties *properties = table->formatter->properties;
    const struct traits *traits =
        property_resolve(properties, row, property_resolve(properties, body, table->traits));
    if (traits->break_before == KEYWORD_AUTO)
        return;
    vertical_push_force_before(table->flow->list, traits->break_before);
    table->broke = true;
}

/* A table while its children are read. */
struct reading {
    struct table *table;
    const xmlNode *node;
    struct arena *arena;
    struct area *head, *foot;
    struct frame *frame;         /* NULL until the first rows come */
    struct table_repeat *repeat; /* NULL: header and footer are the same on each page */
    const struct marker *markers;
};

static void begin_frame(struct reading *reading)
{
    struct table *table = reading->table;
    if (reading->frame)
        return;
    reading->frame = open_frame(table, vertical_arena(table->flow->list), reading->node);
    reading->frame->head = reading->head;
    reading->frame->foot = reading->foot;
    reading->frame->markers = reading->markers;
    if (reading->repeat)
        table_repeat_attach(reading->repeat, reading->frame);
    millipoint page = table->flow->list->height;
    if (reading->foot && page && reading->foot->height > page / 2) {
        report_at(table->formatter->report, &MESSAGE_TABLE_HEAD_HIGH, reading->node, NULL);
        reading->frame->omit_foot = true;
    }
}

static void layout_rows(struct reading *reading, const xmlNode *part, enum structure_type type)
{
    struct table *table = reading->table;
    struct formatter *formatter = table->formatter;
    struct vertical_list *list = table->flow->list;
    if (!reading->frame)
        break_before(table, part);
    begin_frame(reading);
    const struct traits *traits = property_resolve(formatter->properties, part, table->traits);
    const xmlNode *first = xmlFirstElementChild((xmlNode *)part);
    const struct marker *markers = first && object_of(first) == OBJECT_MARKER
                                       ? marker_read(formatter, list, part)
                                       : NULL; /* a streamed body is not looked into */
    struct frame *body = NULL;
    if (table->row_tags || markers) {
        const struct structure_tag *tag =
            table->row_tags ? formatter_tag(formatter, vertical_arena(list), type) : NULL;
        body = vertical_open(list, table->left, table->width, NULL, tag);
        body->markers = markers;
    }
    table_part_read(table, list, part, traits,
                    type == STRUCTURE_TABLE_HEAD ? TABLE_HEADER : TABLE_BODY);
    table->any_body = true;
    if (body)
        vertical_close(list, body);
}

/* A header or footer: drawn on each page, unless it would take most of it. */
static void layout_repeated(struct reading *reading, const xmlNode *part, bool header)
{
    struct table *table = reading->table;
    struct vertical_list *list = table->flow->list;
    if (!reading->frame && list->streaming && !reading->repeat &&
        table_repeat_retrieves(reading->node))
        reading->repeat = table_repeat_new(table, reading->arena);
    struct area *area =
        reading->repeat ? table_repeat_reserve(reading->repeat, table, list->chunk, part, header)
                        : table_repeat_layout(table, reading->arena, part, header);
    if (!header) {
        reading->foot = area;
        table->has_foot = true;
    } else if (area && list->height && area->height > list->height * 3 / 4) {
        report_at(table->formatter->report, &MESSAGE_TABLE_HEAD_HIGH, part, NULL);
        table->first_row = true;
        reading->repeat = NULL;
        layout_rows(reading, part, STRUCTURE_TABLE_HEAD);
    } else {
        reading->head = area;
    }
}

static void read_child(struct reading *reading, const xmlNode *child)
{
    struct table *table = reading->table;
    enum object object = object_of(child);
    bool header = object == OBJECT_TABLE_HEADER;
    if (object == OBJECT_TABLE_COLUMN && !table->last_after) { /* before the first part only */
        table_columns_read(table, child);
        return;
    }
    if (object == OBJECT_MARKER)
        return; /* read with the table */
    if (object != OBJECT_TABLE_BODY && !header && object != OBJECT_TABLE_FOOTER) {
        object_refuse(table->formatter->report, child);
        return;
    }
    begin_columns(table, reading->node, child);
    table->row_tags = has_row_tags(table, child);
    if (object == OBJECT_TABLE_BODY)
        layout_rows(reading, child, STRUCTURE_TABLE_BODY);
    else if ((header && (reading->head || reading->frame)) ||
             (!header && (reading->foot || reading->frame)))
        object_refuse(table->formatter->report, child);
    else
        layout_repeated(reading, child, header);
}

void table_layout_one(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                      const struct traits *traits, int32_t align)
{
    struct vertical_list *list = flow->list;
    struct chunk *held = chunk_hold(list->chunk);
    struct arena *arena = vertical_arena(list);
    struct table table = {.formatter = formatter,
                          .flow = flow,
                          .arena = arena,
                          .traits = traits,
                          .collapse = traits->border_collapse != KEYWORD_SEPARATE,
                          .spacing_inline = traits->border_separation_inline,
                          .spacing_block = traits->border_separation_block,
                          .first_row = true};
    const struct extent extent =
        block_extent(flow, traits, table.collapse ? NULL : box_new(arena, traits, flow->width));
    table.align = align == KEYWORD_RIGHT ? KEYWORD_END : align;
    table.left = extent.content_x;
    table.room = extent.content_width;
    table.width = traits->width.automatic
                      ? extent.content_width
                      : measure_resolve(traits->width, block_reference_width(flow));
    int32_t together = list->together;
    int32_t own = keep_strength(&traits->keep_together);
    list->together = own > together ? own : together;
    struct reading reading = {.table = &table,
                              .node = node,
                              .arena = arena,
                              .markers = marker_read(formatter, list, node)};
    const xmlNode *child = NULL;
    while (!list->stopped && (child = formatter_next(formatter, node, child)) != NULL)
        read_child(&reading, child);
    if (!reading.frame && (reading.head || reading.foot))
        begin_frame(&reading);
    list->together = together;
    if (reading.frame)
        vertical_close(list, reading.frame);
    if (table.break_pending != KEYWORD_AUTO)
        vertical_push_force_after(list, table.break_pending);
    chunk_release(held);
}

void table_layout(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                  const struct traits *traits)
{
    if (object_of(node) == OBJECT_TABLE)
        table_layout_one(formatter, flow, node, traits, KEYWORD_START);
    else
        table_caption_layout(formatter, flow, node, traits);
}
