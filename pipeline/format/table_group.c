/* A group of rows becomes one box: heights first, then areas. A group higher than a column keeps
 * its cells' lists and is taken apart when pages are filled: at a row boundary if one fits, else
 * inside its first row. */
#include "format/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/container_layout.h"

/* --- Heights --------------------------------------------------------------------------------- */

static millipoint cell_height(const struct table_cell *cell)
{
    millipoint height = cell->content + cell->inset[SIDE_BEFORE] + cell->inset[SIDE_AFTER];
    millipoint least = measure_resolve(cell->traits->height, 0);
    least += cell->inset[SIDE_BEFORE] + cell->inset[SIDE_AFTER];
    return cell->traits->height.automatic || least < height ? height : least;
}

static millipoint *row_heights(const struct row_group *group)
{
    millipoint *heights = arena_new_array(group->arena, group->row_count, sizeof *heights);
    for (size_t row = 0; row < group->row_count; row++)
        heights[row] = group->rows[row].height;
    for (size_t i = 0; i < group->cell_count; i++) {
        const struct table_cell *cell = group->cells[i];
        millipoint height = cell_height(cell);
        if (cell->rows == 1 && height > heights[cell->row])
            heights[cell->row] = height;
    }
    for (size_t i = 0; i < group->cell_count; i++) {
        const struct table_cell *cell = group->cells[i];
        size_t end =
            cell->row + cell->rows < group->row_count ? cell->row + cell->rows : group->row_count;
        int64_t sum = 0;
        for (size_t row = cell->row; row < end; row++)
            sum += heights[row];
        if (cell->rows > 1 && cell_height(cell) > sum)
            heights[end - 1] += measure_clamp(cell_height(cell) - sum);
    }
    return heights;
}

/* --- Areas ----------------------------------------------------------------------------------- */

static struct area *cell_area(struct row_group *group, struct table_cell *cell, millipoint height,
                              struct area *content)
{
    const struct table *table = group->table;
    struct area *area = area_new(group->arena, AREA_BLOCK);
    area->x = table->columns[cell->column].x;
    area->width = cell->width;
    area->height = height;
    area->tag = cell->tag;
    area->id = cell->id;
    area->box = cell->box;
    if (cell->box && table->collapse) {
        struct box *box = arena_alloc(group->arena, sizeof *box);
        *box = *cell->box;
        for (int side = 0; side < SIDE_COUNT; side++)
            box->border[side].style = KEYWORD_NONE;
        area->box = box;
    }
    millipoint across = table->collapse ? 0 : table->spacing_inline / 2;
    millipoint down = table->collapse ? 0 : table->spacing_block / 2;
    area->x += across;
    area->y += down;
    area->width -= 2 * across;
    area->height -= 2 * down;
    content->x = cell->inset[SIDE_START] - across;
    content->y = cell->inset[SIDE_BEFORE] - down;
    millipoint room = height - cell->inset[SIDE_BEFORE] - cell->inset[SIDE_AFTER] - content->height;
    if (room > 0 && cell->traits->display_align == KEYWORD_CENTER)
        content->y += room / 2;
    else if (room > 0 && cell->traits->display_align == KEYWORD_AFTER)
        content->y += room;
    area_append(area, content);
    return area;
}

/* Takes from the cell's list what fits `limit` (0: everything). */
static struct area *take_content(struct row_group *group, struct table_cell *cell, millipoint limit)
{
    struct area *content = area_new(group->arena, AREA_BLOCK);
    size_t count = cell->list.count;
    content->width = cell->width - cell->inset[SIDE_START] - cell->inset[SIDE_END];
    if (limit) {
        struct column_scan scan;
        column_scan_begin(&scan, limit, &cell->open);
        if (column_scan_more(&scan, &cell->list) == COLUMN_BREAK)
            count = scan.end;
    }
    column_place(&cell->list, count, &cell->open, content, group->arena);
    vertical_drop(&cell->list, count);
    return content;
}

static const struct box *row_box(const struct row_group *group, const struct table_row *row)
{
    if (row->traits->background.none)
        return NULL;
    struct box *box = arena_alloc(group->arena, sizeof *box);
    for (int side = 0; side < SIDE_COUNT; side++)
        box->border[side].style = KEYWORD_NONE;
    box->background = row->traits->background;
    return box;
}

static millipoint spanned(const struct row_group *group, const struct table_cell *cell,
                          const millipoint *heights)
{
    millipoint height = 0;
    for (size_t row = cell->row; row < cell->row + cell->rows && row < group->row_count; row++)
        height = measure_clamp((int64_t)height + heights[row]);
    return height;
}

/* The group's area; of each cell what fits its rows, everything if `whole`. */
static struct area *build(struct row_group *group, const millipoint *heights, bool whole)
{
    struct area *area = area_new(group->arena, AREA_BLOCK);
    area->x = group->table->left;
    area->width = group->table->width;
    millipoint y = 0;
    for (size_t row = 0; row < group->row_count; row++) { /* backgrounds lie under all cells */
        const struct box *box = row_box(group, &group->rows[row]);
        if (box) {
            struct area *background = area_new(group->arena, AREA_BLOCK);
            background->y = y;
            background->width = area->width;
            background->height = heights[row];
            background->box = box;
            area_append(area, background);
        }
        y = measure_clamp((int64_t)y + heights[row]);
    }
    area->height = y;
    y = 0;
    size_t next = 0;
    for (size_t row = 0; row < group->row_count; row++) {
        struct area *line = area_new(group->arena, AREA_BLOCK);
        line->y = y;
        line->width = area->width;
        line->height = heights[row];
        line->tag = group->rows[row].tag;
        line->id = group->rows[row].id;
        area_append(area, line);
        for (; next < group->cell_count && group->cells[next]->row == row; next++) {
            struct table_cell *cell = group->cells[next];
            millipoint height = spanned(group, cell, heights);
            millipoint room = height - cell->inset[SIDE_BEFORE] - cell->inset[SIDE_AFTER];
            struct area *content = take_content(group, cell, whole ? 0 : room > 0 ? room : 1);
            area_append(line, cell_area(group, cell, height, content));
        }
        y = measure_clamp((int64_t)y + heights[row]);
    }
    return area;
}

static void end_cells(struct row_group *group)
{
    for (size_t i = 0; i < group->cell_count; i++) {
        vertical_end(&group->cells[i]->list);
        frame_stack_free(&group->cells[i]->open);
    }
}

/* --- Splitting ------------------------------------------------------------------------------- */

/* A group on its own, in the chunk: what a splittable box holds. */
struct tall_group {
    struct row_group group;
    struct border *horizontals;
};

static millipoint sum_of(const millipoint *heights, size_t count)
{
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += heights[i];
    return measure_clamp(sum);
}

static void measure_rest(struct table_cell *cell)
{
    struct column_scan scan;
    column_scan_begin(&scan, 0, &cell->open);
    (void)column_scan_more(&scan, &cell->list);
    cell->content = measure_clamp(scan.used);
}

/* The part of the group from row `from`, cells that began before it with what is left of them. */
static struct tall_group *rest_of(const struct tall_group *tall, size_t from)
{
    const struct row_group *group = &tall->group;
    size_t columns = group->table->column_count;
    struct tall_group *rest = arena_alloc(group->arena, sizeof *rest);
    *rest = *tall;
    rest->group.rows = group->rows + from;
    rest->group.row_count = group->row_count - from;
    rest->group.grid = group->grid + from * columns;
    rest->horizontals = tall->horizontals + from * columns;
    rest->group.cells =
        arena_new_array(group->arena, group->cell_count + 1, sizeof(struct table_cell *));
    rest->group.cell_count = 0;
    for (size_t i = 0; i < group->cell_count; i++) {
        struct table_cell *cell = group->cells[i];
        if (cell->row + cell->rows <= from) {
            vertical_end(&cell->list);
            frame_stack_free(&cell->open);
            continue;
        }
        cell->rows -= cell->row < from ? from - cell->row : 0;
        cell->row = cell->row < from ? 0 : cell->row - from;
        measure_rest(cell);
        rest->group.cells[rest->group.cell_count++] = cell;
    }
    return rest;
}

/* Whether every cell of the first row can leave something in that height. */
static bool can_part(const struct row_group *group, millipoint available)
{
    for (size_t i = 0; i < group->cell_count && group->cells[i]->row == 0; i++) {
        struct table_cell *cell = group->cells[i];
        millipoint room = available - cell->inset[SIDE_BEFORE] - cell->inset[SIDE_AFTER];
        struct column_scan scan;
        if (room <= 0)
            return false;
        column_scan_begin(&scan, room, &cell->open);
        if (column_scan_more(&scan, &cell->list) == COLUMN_BREAK && scan.overfull)
            return false;
    }
    return true;
}

/* The edges above row `row`, where the group is parted: cells that span it get their own. */
static void close_spans(struct tall_group *tall, size_t row)
{
    const struct row_group *group = &tall->group;
    size_t columns = group->table->column_count;
    if (!group->table->collapse || row == 0 || row >= group->row_count)
        return;
    for (size_t i = 0; i < columns; i++) {
        const struct table_cell *above = group->grid[(row - 1) * columns + i];
        if (above && above == group->grid[row * columns + i])
            tall->horizontals[row * columns + i] = *table_border_wins(
                &above->traits->border[SIDE_AFTER], &above->traits->border[SIDE_BEFORE]);
    }
}

/* Makes the head's area from the group's first rows; the heights are those of the head. */
static void build_head(struct tall_group *tall, size_t rows, const millipoint *heights, bool whole,
                       struct element *head)
{
    struct row_group part = tall->group;
    part.row_count = rows;
    part.cell_count = 0;
    while (part.cell_count < tall->group.cell_count &&
           tall->group.cells[part.cell_count]->row < rows)
        part.cell_count++;
    head->of.box.area = build(&part, heights, whole);
    head->of.box.split = NULL;
    head->height = head->of.box.area->height;
    if (part.table->collapse)
        table_border_draw(&part, tall->horizontals, heights, head->of.box.area, head);
}

static bool split(const struct element *element, millipoint available, struct element *head,
                  struct element *tail)
{
    struct tall_group *tall = element->of.box.content;
    struct row_group *group = &tall->group;
    millipoint *heights = row_heights(group);
    if (!tail) {
        build_head(tall, group->row_count, heights, true, head);
        end_cells(group);
        return true;
    }
    size_t fit = 0;
    while (fit < group->row_count && sum_of(heights, fit + 1) <= available)
        fit++;
    if (fit == group->row_count || (fit == 0 && !can_part(group, available)))
        return false;
    close_spans(tall, fit ? fit : 1);
    if (fit) {
        build_head(tall, fit, heights, false, head);
    } else {
        heights[0] = available;
        build_head(tall, 1, heights, false, head);
        group->rows[0].height = 0;
    }
    struct tall_group *rest = rest_of(tall, fit);
    tail->of.box.content = rest;
    tail->of.box.area = NULL;
    tail->height = sum_of(row_heights(&rest->group), rest->group.row_count);
    return true;
}

/* --- Pushing --------------------------------------------------------------------------------- */

static void push_tall(struct row_group *group, struct border *horizontals, millipoint height)
{
    struct tall_group *tall = arena_alloc(group->arena, sizeof *tall);
    size_t columns = group->table->column_count;
    tall->group = *group;
    tall->horizontals = horizontals;
    /* The table itself is gone when pages are filled. */
    struct table *table = arena_alloc(group->arena, sizeof *table);
    *table = *group->table;
    table->columns = arena_new_array(group->arena, columns, sizeof *table->columns);
    memcpy(table->columns, group->table->columns, columns * sizeof *table->columns);
    tall->group.table = table;
    struct table_row *rows = arena_new_array(group->arena, group->row_count, sizeof *rows);
    memcpy(rows, group->rows, group->row_count * sizeof *rows);
    tall->group.rows = rows;
    struct table_cell **cells =
        arena_new_array(group->arena, group->cell_count + 1, sizeof(struct table_cell *));
    memcpy(cells, group->cells, group->cell_count * sizeof *cells);
    tall->group.cells = cells;
    size_t size = group->row_count * columns;
    tall->group.grid = arena_new_array(group->arena, size, sizeof(struct table_cell *));
    memcpy(tall->group.grid, group->grid, size * sizeof *group->grid);
    struct element *element = vertical_push_box(group->list, NULL, height, group->line);
    element->of.box.split = split;
    element->of.box.content = tall;
}

void table_group_push(struct row_group *group, int32_t keep_with_previous, bool first)
{
    struct table *table = group->table;
    size_t columns = table->column_count;
    struct border *horizontals = NULL;
    if (!group->row_count)
        return;
    if (table->collapse) {
        horizontals = table_border_horizontals(group);
        table_border_insets(group, horizontals);
        memcpy(table->last_after, horizontals + group->row_count * columns,
               columns * sizeof *horizontals);
    }
    table->first_row = false;
    millipoint *heights = row_heights(group);
    millipoint height = sum_of(heights, group->row_count);
    if (!first)
        vertical_push_keep(group->list, keep_with_previous);
    millipoint room = group->list->height;
    if (room && height > room - room / 8) {
        push_tall(group, horizontals, height);
    } else {
        struct area *area = build(group, heights, true);
        struct element *element = vertical_push_box(group->list, area, height, group->line);
        if (table->collapse)
            table_border_draw(group, horizontals, heights, area, element);
        end_cells(group);
    }
    group->row_count = group->cell_count = 0;
}
