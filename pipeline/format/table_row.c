/* Reading a row: cells take the columns that spans from above leave free, and their content is laid
 * out at once. */
#include "format/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/block_layout.h"
#include "format/format_messages.h"

static struct table_cell **grid_at(const struct row_group *group, size_t row, size_t column)
{
    return &group->grid[row * group->table->column_count + column];
}

static void add_row(struct row_group *group)
{
    size_t columns = group->table->column_count;
    if (group->row_count == group->row_capacity) {
        group->row_capacity = group->row_capacity ? group->row_capacity * 2 : 1;
        group->rows = memory_resize(group->rows, group->row_capacity, sizeof *group->rows);
        group->grid =
            memory_resize(group->grid, group->row_capacity * columns, sizeof(struct table_cell *));
    }
    size_t row = group->row_count++;
    group->rows[row] = (struct table_row){0};
    for (size_t column = 0; column < columns; column++) {
        struct table_cell *above = row ? *grid_at(group, row - 1, column) : NULL;
        bool reaches = above && above->row + above->rows > row;
        *grid_at(group, row, column) = reaches ? above : NULL;
    }
}

static void add_cell(struct row_group *group, struct table_cell *cell)
{
    if (group->cell_count == group->cell_capacity) {
        group->cell_capacity = group->cell_capacity ? group->cell_capacity * 2 : 8;
        group->cells =
            memory_resize(group->cells, group->cell_capacity, sizeof(struct table_cell *));
    }
    group->cells[group->cell_count++] = cell;
}

static size_t span(int32_t value)
{
    return value < 1 ? 1 : (size_t)value;
}

/* Finds the cell's columns; false (reported) if it lies beyond the last one. */
static bool place(struct row_group *group, struct table_cell *cell, const xmlNode *node,
                  size_t *column)
{
    const struct table *table = group->table;
    size_t row = group->row_count - 1;
    if (cell->traits->column_number > 0)
        *column = (size_t)cell->traits->column_number - 1;
    while (*column < table->column_count && *grid_at(group, row, *column))
        (*column)++;
    cell->columns = span(cell->traits->columns_spanned);
    cell->rows = span(cell->traits->rows_spanned);
    if (*column >= table->column_count || cell->columns > table->column_count - *column) {
        char count[24];
        snprintf(count, sizeof count, "%zu", table->column_count);
        report_at(table->formatter->report, &MESSAGE_TABLE_COLUMN, node, count, NULL);
        return false;
    }
    cell->row = row;
    cell->column = *column;
    for (size_t i = 0; i < cell->columns; i++)
        *grid_at(group, row, *column + i) = cell;
    *column += cell->columns;
    return true;
}

static const struct structure_tag *cell_tag(const struct row_group *group,
                                            const struct table_cell *cell)
{
    const struct table *table = group->table;
    if (!table->row_tags)
        return NULL;
    const char *role = cell->traits->role;
    bool heads_row = role && (strcmp(role, "TH") == 0 || strcmp(role, "th") == 0);
    enum structure_type type =
        group->header || heads_row ? STRUCTURE_TABLE_HEADER_CELL : STRUCTURE_TABLE_CELL;
    struct structure_tag *tag =
        (struct structure_tag *)formatter_tag(table->formatter, group->arena, type);
    if (!tag)
        return NULL;
    tag->columns = (int)cell->columns;
    tag->rows = (int)(cell->rows < 1000000 ? cell->rows : 1000000);
    tag->row_scope = !group->header && heads_row;
    return tag;
}

/* The cell's own background, else that of its column. */
static const struct box *cell_box(const struct row_group *group, const struct table_cell *cell)
{
    const struct table *table = group->table;
    const struct traits *column = table->columns[cell->column].traits;
    const struct box *own = box_new(group->arena, cell->traits, cell->width);
    bool shines = column && !column->background.none && cell->traits->background.none;
    if (!own && !shines)
        return NULL;
    struct box *box = arena_alloc(group->arena, sizeof *box);
    if (own)
        *box = *own;
    else
        for (int side = 0; side < SIDE_COUNT; side++)
            box->border[side].style = KEYWORD_NONE;
    if (shines || !own)
        box->background = column ? column->background : (struct colour){.none = true};
    return box;
}

/* Borders and padding beside the content. */
static void set_sides(struct row_group *group, struct table_cell *cell)
{
    const struct table *table = group->table;
    const struct border *verticals = group->rows[cell->row].verticals;
    for (size_t i = 0; i < cell->columns; i++)
        cell->width += table->columns[cell->column + i].resolved;
    cell->box = cell_box(group, cell);
    for (int side = 0; side < SIDE_COUNT; side++) {
        millipoint padding = cell->box ? cell->box->padding[side] : 0;
        bool inline_side = side == SIDE_START || side == SIDE_END;
        if (table->collapse && inline_side)
            padding +=
                border_width(&verticals[cell->column + (side == SIDE_END ? cell->columns : 0)]) / 2;
        else if (!table->collapse)
            padding += (cell->box ? border_width(&cell->box->border[side]) : 0) +
                       (inline_side ? table->spacing_inline : table->spacing_block) / 2;
        cell->inset[side] = padding;
    }
}

static void lay_out(struct row_group *group, struct table_cell *cell, const xmlNode *node)
{
    struct formatter *formatter = group->table->formatter;
    bool untagged = formatter->untagged;
    formatter->untagged = untagged || !group->table->row_tags;
    cell->tag = cell_tag(group, cell);
    cell->id = formatter_id(formatter, group->arena, node);
    vertical_begin(&cell->list, group->arena);
    struct flow flow = {.list = &cell->list,
                        .width = cell->width - cell->inset[SIDE_START] - cell->inset[SIDE_END]};
    block_layout_children(formatter, &flow, node, cell->traits, false);
    formatter->untagged = untagged;
    struct column_scan scan;
    column_scan_begin(&scan, 0, &cell->open);
    (void)column_scan_more(&scan, &cell->list); /* without a limit everything fits */
    cell->content = measure_clamp(scan.used);
}

static millipoint least_height(const struct traits *traits)
{
    millipoint height = measure_resolve(traits->height, 0);
    millipoint minimum = measure_resolve(traits->minimum_height, 0);
    return height > minimum ? height : minimum;
}

void table_row_read(struct row_group *group, const xmlNode *const *cells, size_t count,
                    const xmlNode *row, const struct traits *traits)
{
    struct table *table = group->table;
    struct formatter *formatter = table->formatter;
    add_row(group);
    size_t index = group->row_count - 1, column = 0, first = group->cell_count;
    struct table_row *own = &group->rows[index];
    own->traits = traits;
    own->height = least_height(traits);
    own->tag = table->row_tags ? formatter_tag(formatter, group->arena, STRUCTURE_TABLE_ROW) : NULL;
    if (row) {
        own->id = formatter_id(formatter, group->arena, row);
        group->line = formatter_line(row);
    }
    for (size_t i = 0; i < count; i++) {
        struct table_cell *cell = arena_alloc(group->arena, sizeof *cell);
        cell->traits = property_resolve(formatter->properties, cells[i], traits);
        cell->node = cells[i];
        cell->line = formatter_line(cells[i]);
        if (place(group, cell, cells[i], &column))
            add_cell(group, cell);
    }
    if (table->collapse)
        table_border_verticals(group, index);
    for (size_t i = first; i < group->cell_count; i++) {
        struct table_cell *cell = group->cells[i];
        set_sides(group, cell);
        lay_out(group, cell, cell->node);
        cell->node = NULL;
    }
}

bool table_row_is_complete(const struct row_group *group)
{
    for (size_t i = 0; i < group->cell_count; i++)
        if (group->cells[i]->row + group->cells[i]->rows > group->row_count)
            return false;
    return true;
}
