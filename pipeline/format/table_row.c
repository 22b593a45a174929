/* Reading a row: cells take the columns that spans from above leave free, and their content is laid
 * out at once. */
#include "format/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/block_layout.h"
#include "format/format_messages.h"

static void put(struct row_group *group, size_t row, size_t column, struct table_cell *cell)
{
    group->grid[row * group->table->column_count + column] = cell;
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
        struct table_cell *above = row ? table_cell_at(group, row - 1, column) : NULL;
        bool reaches = above && above->row + above->rows > row;
        put(group, row, column, reaches ? above : NULL);
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

static void report_columns(const struct table *table, const struct message *message,
                           const xmlNode *node, size_t number)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", number);
    report_at(table->formatter->report, message, node, text, NULL);
}

/* Resolves the cell's properties in the column where it begins: `*column`, or the one it names. */
static void resolve(struct row_group *group, struct table_cell *cell, const xmlNode *node,
                    const struct traits *row, size_t *column)
{
    const struct table *table = group->table;
    struct properties *properties = table->formatter->properties;
    size_t at = group->row_count - 1;
    while (*column < table->column_count && table_cell_at(group, at, *column))
        (*column)++;
    const struct traits *guess =
        *column < table->column_count ? table->columns[*column].traits : NULL;
    cell->traits = property_resolve_in_column(properties, node, row, guess);
    if (cell->traits->column_number <= 0)
        return;
    size_t named = (size_t)cell->traits->column_number - 1;
    if (named != *column && named < table->column_count)
        cell->traits =
            property_resolve_in_column(properties, node, row, table->columns[named].traits);
    *column = named;
}

/* Gives the cell its columns; false (reported) if it lies beyond the last one. */
static bool place(struct row_group *group, struct table_cell *cell, const xmlNode *node,
                  size_t *column)
{
    const struct table *table = group->table;
    size_t row = group->row_count - 1;
    cell->columns = span(cell->traits->columns_spanned);
    cell->rows = span(cell->traits->rows_spanned);
    size_t named = *column;
    while (*column < table->column_count && table_cell_at(group, row, *column))
        (*column)++;
    if (*column != named)
        report_columns(table, &MESSAGE_TABLE_OVERLAP, node, named + 1);
    if (*column >= table->column_count || cell->columns > table->column_count - *column) {
        report_columns(table, &MESSAGE_TABLE_COLUMN, node, table->column_count);
        return false;
    }
    for (size_t i = 1; i < cell->columns; i++) {
        if (!table_cell_at(group, row, *column + i))
            continue;
        report_columns(table, &MESSAGE_TABLE_OVERLAP, node, *column + i + 1);
        cell->columns = i;
    }
    cell->row = row;
    cell->column = *column;
    cell->collapsed = true;
    for (size_t i = 0; i < cell->columns; i++) {
        put(group, row, *column + i, cell);
        cell->collapsed &= table->columns[*column + i].collapsed;
    }
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
    enum structure_type type = group->part == TABLE_HEADER || heads_row
                                   ? STRUCTURE_TABLE_HEADER_CELL
                                   : STRUCTURE_TABLE_CELL;
    struct structure_tag *tag =
        (struct structure_tag *)formatter_tag(table->formatter, group->arena, type);
    if (!tag)
        return NULL;
    tag->columns = (int)cell->columns;
    tag->rows = (int)(cell->rows < 1000000 ? cell->rows : 1000000);
    tag->row_scope = group->part != TABLE_HEADER && heads_row;
    return tag;
}

/* Borders and padding beside the content. */
static void set_sides(struct row_group *group, struct table_cell *cell)
{
    const struct table *table = group->table;
    const struct border *verticals = group->rows[cell->row].verticals;
    for (size_t i = 0; i < cell->columns; i++)
        cell->width += table->columns[cell->column + i].resolved;
    cell->box = box_new(group->arena, cell->traits, cell->width);
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
    cell->list.page_height = group->list->page_height;
    struct flow flow = {.list = &cell->list,
                        .width = cell->width - cell->inset[SIDE_START] - cell->inset[SIDE_END]};
    millipoint behind = formatter->behind;
    formatter->behind = cell->columns == 1 ? group->table->columns[cell->column].behind : 0;
    formatter->behind += !formatter->behind;
    block_layout_children(formatter, &flow, node, cell->traits, false);
    formatter->behind = behind;
    formatter->untagged = untagged;
    struct column_scan scan;
    column_scan_begin(&scan, 0, &cell->open);
    (void)column_scan_more(&scan, &cell->list); /* without a limit everything fits */
    cell->content = measure_clamp(scan.used);
    if (cell->traits->empty_cells == KEYWORD_HIDE && !group->table->collapse && !scan.filled)
        cell->box = NULL;
    group->baselines |= cell->traits->relative_align == KEYWORD_BASELINE;
}

static millipoint least_height(const struct traits *traits)
{
    millipoint height = measure_resolve(traits->height, 0);
    millipoint minimum = measure_resolve(traits->minimum_height, 0);
    return height > minimum ? height : minimum;
}

static int32_t stronger(int32_t one, int32_t other)
{
    return one > other ? one : other;
}

static void begin_row(struct row_group *group, const xmlNode *row, const struct traits *traits)
{
    struct formatter *formatter = group->table->formatter;
    struct table_row *own = &group->rows[group->row_count - 1];
    const struct table_row *above = group->row_count > 1 ? own - 1 : NULL;
    own->traits = traits;
    own->height = least_height(traits);
    own->together = keep_strength(&traits->keep_together) > KEEP_AUTO;
    if (above)
        own->keep = stronger(keep_strength(&above->traits->keep_with_next),
                             keep_strength(&traits->keep_with_previous));
    own->tag =
        group->table->row_tags ? formatter_tag(formatter, group->arena, STRUCTURE_TABLE_ROW) : NULL;
    if (row) {
        own->id = formatter_id(formatter, group->arena, row);
        group->line = formatter_line(row);
    }
}

void table_row_read(struct row_group *group, const xmlNode *const *cells, size_t count,
                    const xmlNode *row, const struct traits *traits, const struct traits *part)
{
    const struct table *table = group->table;
    add_row(group);
    begin_row(group, row, traits);
    size_t index = group->row_count - 1, column = 0, first = group->cell_count;
    group->rows[index].part = part;
    for (size_t i = 0; i < count; i++) {
        struct table_cell *cell = arena_alloc(group->arena, sizeof *cell);
        cell->node = cells[i];
        cell->line = formatter_line(cells[i]);
        resolve(group, cell, cells[i], traits, &column);
        if (place(group, cell, cells[i], &column))
            add_cell(group, cell);
    }
    if (table->collapse)
        table_border_verticals(group, index);
    for (size_t i = first; i < group->cell_count; i++) {
        struct table_cell *cell = group->cells[i];
        set_sides(group, cell);
        if (!cell->collapsed)
            lay_out(group, cell, cell->node);
        cell->node = NULL;
    }
}

void table_row_skip(struct row_group *group)
{
    for (size_t i = 0; i < group->cell_count; i++) {
        struct table_cell *cell = group->cells[i];
        cell->rows -= cell->rows > 1 && cell->row + cell->rows > group->row_count;
    }
}

bool table_row_is_complete(const struct row_group *group)
{
    for (size_t i = 0; i < group->table->column_count && group->row_count; i++) {
        const struct table_cell *cell = table_cell_at(group, group->row_count - 1, i);
        if (cell && cell->row + cell->rows > group->row_count)
            return false;
    }
    return true;
}
