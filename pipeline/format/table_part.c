/* A table's header, footer or body: rows are read one by one and pushed as soon as no span ties
 * them to the next. Called by table_layout.c and table_repeat.c. */
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "format/format_messages.h"
#include "format/table.h"

/* Its rows as they come. */
struct part {
    struct table *table;
    struct row_group group;
    const struct traits *traits;
    const xmlNode **cells; /* of the row being read */
    size_t cell_count;
    size_t cell_columns;        /* that they span */
    int32_t keep_with_previous; /* of the group's first row */
    int32_t break_before;       /* the same */
    bool first;                 /* no break may come before it */
    bool first_of_part;         /* the group is */
};

static void begin_group(struct part *part, const struct traits *row)
{
    if (part->group.row_count)
        return;
    part->group.arena = vertical_arena(part->group.list);
    part->keep_with_previous = keep_strength(&row->keep_with_previous);
    part->break_before = row->break_before;
}

/* The forced break above a group: its own, or that after the row before it. */
static void force_break(struct part *part)
{
    struct table *table = part->table;
    int32_t keyword =
        part->break_before != KEYWORD_AUTO ? part->break_before : table->break_pending;
    if (keyword != KEYWORD_AUTO && !table->broke)
        vertical_push_force_before(part->group.list, keyword);
    table->broke = false;
    table->break_pending = KEYWORD_AUTO;
}

static void push_group(struct part *part, const struct traits *last)
{
    part->group.rows[0].first_of_part = part->first_of_part;
    part->first_of_part = false;
    force_break(part);
    table_group_push(&part->group, part->keep_with_previous, part->first);
    part->first = false;
    part->group.list->keep_next = keep_strength(&last->keep_with_next);
    part->table->break_pending = last->break_after;
    vertical_flush(part->group.list);
}

static void end_row(struct part *part, const struct traits *row, const xmlNode *node)
{
    struct row_group *group = &part->group;
    if (!table_row_is_complete(group)) {
        if (group->row_count < TIED_ROWS_LIMIT)
            return;
        char limit[16];
        snprintf(limit, sizeof limit, "%d", TIED_ROWS_LIMIT);
        report_at(part->table->formatter->report, &MESSAGE_TABLE_TIED, node, limit, NULL);
    }
    push_group(part, row);
}

static void add_cell(struct part *part, const xmlNode *node)
{
    if (part->cell_count < COLUMN_LIMIT) {
        part->cells[part->cell_count++] = node;
        return;
    }
    char limit[16];
    snprintf(limit, sizeof limit, "%d", COLUMN_LIMIT);
    report_at(part->table->formatter->report, &MESSAGE_TABLE_COLUMNS, node, limit, NULL);
}

static void read_row(struct part *part, const xmlNode *node)
{
    struct formatter *formatter = part->table->formatter;
    const struct traits *traits = property_resolve(formatter->properties, node, part->traits);
    const xmlNode *child = NULL;
    if (traits->visibility == KEYWORD_COLLAPSE) {
        table_row_skip(&part->group);
        return;
    }
    part->cell_count = 0;
    while ((child = formatter_next(formatter, node, child)) != NULL) {
        if (object_of(child) != OBJECT_TABLE_CELL)
            object_refuse(formatter->report, child);
        else
            add_cell(part, child);
    }
    begin_group(part, traits);
    table_row_read(&part->group, part->cells, part->cell_count, node, traits, part->traits);
    part->cell_count = 0;
    end_row(part, traits, node);
}

/* --- Cells without rows (XSL 1.1 §6.7.10, 7.28.9, 7.28.19) ----------------------------------- */

static void end_bare_row(struct part *part, const xmlNode *node)
{
    if (!part->cell_count)
        return;
    begin_group(part, part->traits);
    table_row_read(&part->group, part->cells, part->cell_count, NULL, part->traits, part->traits);
    part->cell_count = part->cell_columns = 0;
    end_row(part, part->traits, node);
}

/* Columns of the next row that spans from above hold. */
static size_t held_columns(const struct part *part)
{
    const struct row_group *group = &part->group;
    size_t held = 0;
    for (size_t i = 0; group->row_count && i < part->table->column_count; i++) {
        const struct table_cell *cell = table_cell_at(group, group->row_count - 1, i);
        held += cell && cell->row + cell->rows > group->row_count;
    }
    return held;
}

/* A row ends with ends-row, before starts-row, or when it is full. */
static void read_bare_cell(struct part *part, const xmlNode *node)
{
    struct formatter *formatter = part->table->formatter;
    const struct traits *traits = property_resolve(formatter->properties, node, part->traits);
    size_t columns = traits->columns_spanned > 0 ? (size_t)traits->columns_spanned : 1;
    if (traits->starts_row == KEYWORD_TRUE ||
        part->cell_columns + columns + held_columns(part) > part->table->column_count)
        end_bare_row(part, node);
    add_cell(part, node);
    part->cell_columns += columns;
    if (traits->ends_row == KEYWORD_TRUE)
        end_bare_row(part, node);
}

/* --- The part -------------------------------------------------------------------------------- */

void table_part_read(struct table *table, struct vertical_list *list, const xmlNode *node,
                     const struct traits *traits, enum table_part kind)
{
    struct formatter *formatter = table->formatter;
    struct part part = {.table = table,
                        .group = {.table = table, .list = list, .part = kind},
                        .traits = traits,
                        .cells = memory_new(COLUMN_LIMIT, sizeof(const xmlNode *)),
                        .first = !table->any_body,
                        .first_of_part = true};
    const xmlNode *child = NULL;
    while (!list->stopped && (child = formatter_next(formatter, node, child)) != NULL) {
        if (object_of(child) == OBJECT_TABLE_ROW)
            read_row(&part, child);
        else if (object_of(child) == OBJECT_TABLE_CELL)
            read_bare_cell(&part, child);
        else if (object_of(child) != OBJECT_MARKER)
            object_refuse(formatter->report, child);
    }
    end_bare_row(&part, node);
    if (part.group.row_count) /* spans that reach beyond the last row end with it */
        push_group(&part, part.group.rows[part.group.row_count - 1].traits);
    free(part.cells);
    free(part.group.rows);
    free(part.group.grid);
    free(part.group.cells);
    table->part_above = traits;
}
