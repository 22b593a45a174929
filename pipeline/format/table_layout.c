/* The walk over a table: columns, head and foot (laid out whole, drawn on every page by the table's
 * frame), then body rows pulled one by one from the source and pushed as soon as no span ties them
 * to the next, so that a table may be of any length. */
#include "format/table_layout.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "format/block_layout.h"
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
    size_t count = 0;
    if (table->formatter->untagged)
        return false;
    for (const xmlNode *child = part->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE &&
            (object_of(child) == OBJECT_NONE || ++count > TAGGED_ROWS))
            return false;
    return true;
}

/* --- Rows ------------------------------------------------------------------------------------ */

/* A part's rows as they come. */
struct part {
    struct table *table;
    struct row_group group;
    const struct traits *traits;
    const xmlNode **cells; /* of the row being read */
    size_t cell_count;
    int32_t keep_with_previous; /* of the group's first row */
    bool first;
    bool bare; /* the cells stand without rows */
};

static void begin_group(struct part *part, const struct traits *row)
{
    if (part->group.row_count)
        return;
    part->group.arena = vertical_arena(part->group.list);
    part->keep_with_previous = keep_strength(&row->keep_with_previous);
}

static void end_row(struct part *part, const struct traits *row)
{
    if (!table_row_is_complete(&part->group))
        return;
    if (row->break_before != KEYWORD_AUTO)
        vertical_push_force(part->group.list, row->break_before);
    table_group_push(&part->group, part->keep_with_previous, part->first);
    part->first = false;
    part->group.list->keep_next = keep_strength(&row->keep_with_next);
    if (row->break_after != KEYWORD_AUTO)
        vertical_push_force(part->group.list, row->break_after);
    vertical_flush(part->group.list);
}

static void add_cell(struct part *part, const xmlNode *node)
{
    if (part->cell_count < COLUMN_LIMIT) {
        part->cells[part->cell_count++] = node;
        return;
    }
    char limit[16];
    snprintf(limit, sizeof limit, "%d", COLUMN_LIMIT);
    report_at(part->table->formatter->report, &MESSAGE_TABLE_COLUMN, node, limit, NULL);
}

static void read_row(struct part *part, const xmlNode *node)
{
    struct formatter *formatter = part->table->formatter;
    const struct traits *traits = property_resolve(formatter->properties, node, part->traits);
    const xmlNode *child = NULL;
    part->cell_count = 0;
    while ((child = formatter_next(formatter, node, child)) != NULL) {
        if (object_of(child) != OBJECT_TABLE_CELL)
            object_refuse(formatter->report, child);
        else
            add_cell(part, child);
    }
    begin_group(part, traits);
    table_row_read(&part->group, part->cells, part->cell_count, node, traits);
    end_row(part, traits);
}

/* Cells without fo:table-row: a row ends with ends-row, before starts-row, or when it is full. */
static void read_bare_cell(struct part *part, const xmlNode *node)
{
    struct formatter *formatter = part->table->formatter;
    const struct traits *traits = property_resolve(formatter->properties, node, part->traits);
    part->bare = true;
    add_cell(part, node);
    if (traits->ends_row != KEYWORD_TRUE && part->cell_count < part->table->column_count)
        return;
    begin_group(part, part->traits);
    table_row_read(&part->group, part->cells, part->cell_count, NULL, part->traits);
    end_row(part, part->traits);
    part->cell_count = 0;
}

static void read_part(struct table *table, struct vertical_list *list, const xmlNode *node,
                      const struct traits *traits, bool header)
{
    struct formatter *formatter = table->formatter;
    struct part part = {.table = table,
                        .group = {.table = table, .list = list, .header = header},
                        .traits = traits,
                        .cells = memory_new(COLUMN_LIMIT, sizeof(const xmlNode *)),
                        .first = !table->any_body};
    const xmlNode *child = NULL;
    while (!list->stopped && (child = formatter_next(formatter, node, child)) != NULL) {
        if (object_of(child) == OBJECT_TABLE_ROW)
            read_row(&part, child);
        else if (object_of(child) == OBJECT_TABLE_CELL)
            read_bare_cell(&part, child);
        else
            object_refuse(formatter->report, child);
    }
    if (part.bare && part.cell_count) {
        begin_group(&part, traits);
        table_row_read(&part.group, part.cells, part.cell_count, NULL, traits);
    }
    if (part.group.row_count) { /* spans that reach beyond the last row end with it */
        table_group_push(&part.group, part.keep_with_previous, part.first);
        vertical_flush(list);
    }
    free(part.cells);
    free(part.group.rows);
    free(part.group.grid);
    free(part.group.cells);
}

/* --- Head and foot --------------------------------------------------------------------------- */

static struct area *read_repeated(struct table *table, struct arena *arena, const xmlNode *node,
                                  bool header)
{
    struct formatter *formatter = table->formatter;
    const struct traits *traits = property_resolve(formatter->properties, node, table->traits);
    millipoint left = table->left;
    struct vertical_list list;
    table->left = 0;
    if (!header)
        for (size_t i = 0; i < table->column_count; i++)
            table->last_after[i] = (struct border){.style = KEYWORD_NONE};
    bool first_row = table->first_row;
    table->first_row = header;
    vertical_begin(&list, arena);
    const struct structure_tag *tag =
        table->row_tags && header ? formatter_tag(formatter, arena, STRUCTURE_TABLE_HEAD) : NULL;
    struct frame *frame = vertical_open(&list, 0, table->width, NULL, tag);
    read_part(table, &list, node, traits, header);
    vertical_close(&list, frame);
    struct area *area = column_place_all(&list, table->width, arena);
    vertical_end(&list);
    table->left = left;
    table->first_row = header ? false : first_row;
    return area;
}

/* --- The table ------------------------------------------------------------------------------- */

static void begin_columns(struct table *table, const xmlNode *table_node, const xmlNode *part)
{
    if (table->last_after)
        return;
    if (!table->column_count)
        guess_columns(table, part);
    table_measure(table, table_node);
    table_columns_resolve(table, table_node);
    table->last_after =
        arena_new_array(table->arena, table->column_count, sizeof *table->last_after);
    for (size_t i = 0; i < table->column_count; i++)
        table->last_after[i].style = KEYWORD_NONE;
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

static void layout_body(struct table *table, const xmlNode *node, struct area *head,
                        struct area *foot, struct frame **frame, const xmlNode *table_node)
{
    struct formatter *formatter = table->formatter;
    struct vertical_list *list = table->flow->list;
    struct arena *arena = vertical_arena(list);
    if (!*frame) {
        *frame = open_frame(table, arena, table_node);
        (*frame)->head = head;
        (*frame)->foot = foot;
    }
    const struct traits *traits = property_resolve(formatter->properties, node, table->traits);
    struct frame *body = NULL;
    if (table->row_tags)
        body = vertical_open(list, table->left, table->width, NULL,
                             formatter_tag(formatter, arena, STRUCTURE_TABLE_BODY));
    read_part(table, list, node, traits, false);
    table->any_body = true;
    if (body)
        vertical_close(list, body);
}

static void layout_table(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                         const struct traits *traits)
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
    table.left = extent.content_x;
    table.width = traits->width.automatic
                      ? extent.content_width
                      : measure_resolve(traits->width, block_reference_width(flow));
    int32_t together = list->together;
    int32_t own = keep_strength(&traits->keep_together);
    list->together = own > together ? own : together;
    struct area *head = NULL, *foot = NULL;
    struct frame *frame = NULL;
    const xmlNode *child = NULL;
    while (!list->stopped && (child = formatter_next(formatter, node, child)) != NULL) {
        enum object object = object_of(child);
        if (object == OBJECT_TABLE_COLUMN) {
            table_columns_read(&table, child);
            continue;
        }
        if (object != OBJECT_TABLE_HEADER && object != OBJECT_TABLE_FOOTER &&
            object != OBJECT_TABLE_BODY) {
            object_refuse(formatter->report, child);
            continue;
        }
        begin_columns(&table, node, child);
        table.row_tags = has_row_tags(&table, child);
        if (object == OBJECT_TABLE_BODY)
            layout_body(&table, child, head, foot, &frame, node);
        else if (object == OBJECT_TABLE_HEADER)
            head = read_repeated(&table, arena, child, true);
        else
            foot = read_repeated(&table, arena, child, false);
    }
    list->together = together;
    if (frame)
        vertical_close(list, frame);
    chunk_release(held);
}

void table_layout(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                  const struct traits *traits)
{
    if (object_of(node) == OBJECT_TABLE) {
        layout_table(formatter, flow, node, traits);
        return;
    }
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, node, child)) != NULL) {
        if (object_of(child) == OBJECT_TABLE_CAPTION) {
            const struct traits *caption = property_resolve(formatter->properties, child, traits);
            block_layout_children(formatter, flow, child, caption, false);
            vertical_push_break(flow->list, KEEP_ALWAYS);
        } else if (object_of(child) == OBJECT_TABLE) {
            layout_table(formatter, flow, child,
                         property_resolve(formatter->properties, child, traits));
        } else {
            object_refuse(formatter->report, child);
        }
    }
}
