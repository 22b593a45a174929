/* A group of rows becomes one box: heights first, then areas. A group that could leave much of a
 * page empty keeps its cells' lists and is taken apart when pages are filled: at the row boundary
 * with the weakest keep that fits, and inside a row where otherwise more than a third of the page
 * would stay empty, or where no page can hold it (XSL 1.1 §4.8 leaves the choice to us; readers
 * want rows whole). */
#include "format/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/column.h"

/* A row that leaves less than that of a page empty is not broken. */
enum { WORTH_BREAKING = 3 };

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
    millipoint page;  /* height of a page; 0 = not known */
    millipoint worth; /* the room worth filling with part of a row */
};

static millipoint sum_of(const millipoint *heights, size_t count)
{
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += heights[i];
    return measure_clamp(sum);
}

/* What is left of a cell that began on an earlier page. */
static void carry_on(struct table_cell *cell)
{
    struct column_scan scan;
    column_scan_begin(&scan, 0, &cell->open);
    (void)column_scan_more(&scan, &cell->list);
    cell->content = measure_clamp(scan.used);
    cell->lowered = 0;
    cell->begun = true;
}

/* The part of the group from row `from`, cells that began before it with what is left of them.
 * `parted`: row `from` itself began. The group's own list of cells is used up. */
static struct tall_group *rest_of(const struct tall_group *tall, size_t from, bool parted)
{
    const struct row_group *group = &tall->group;
    size_t columns = group->table->column_count;
    struct tall_group *rest = arena_alloc(group->arena, sizeof *rest);
    *rest = *tall;
    rest->group.rows = group->rows + from;
    rest->group.row_count = group->row_count - from;
    rest->group.grid = group->grid + from * columns;
    if (tall->horizontals)
        rest->horizontals = tall->horizontals + from * columns;
    rest->group.cell_count = 0;
    for (size_t i = 0; i < group->cell_count; i++) {
        struct table_cell *cell = group->cells[i];
        if (cell->row + cell->rows <= from) {
            vertical_end(&cell->list);
            frame_stack_free(&cell->open);
            continue;
        }
        if (cell->row < from + parted)
            carry_on(cell);
        cell->rows -= cell->row < from ? from - cell->row : 0;
        cell->row = cell->row < from ? 0 : cell->row - from;
        rest->group.cells[rest->group.cell_count++] = cell;
    }
    if (parted)
        rest->group.rows[0].height = 0;
    return rest;
}

/* Whether every cell of a row can leave something in that height; well parted, unless `urgent`. */
static bool can_part(const struct row_group *group, size_t row, millipoint available, bool urgent)
{
    for (size_t i = 0; i < group->cell_count && group->cells[i]->row <= row; i++) {
        struct table_cell *cell = group->cells[i];
        millipoint room =
            available - cell->inset[SIDE_BEFORE] - cell->inset[SIDE_AFTER] - cell->lowered;
        struct column_scan scan;
        if (cell->row < row || cell->collapsed)
            continue;
        if (room <= 0)
            return false;
        column_scan_begin(&scan, room, &cell->open);
        if (column_scan_more(&scan, &cell->list) == COLUMN_BREAK &&
            (scan.overfull || (!urgent && scan.best_strength > BREAK_FREE)))
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
    head->of.box.area = table_area_build(&part, heights, whole);
    head->of.box.split = NULL;
    head->height = head->of.box.area->height;
    if (part.table->collapse)
        table_border_draw(&part, tall->horizontals, heights, head->of.box.area, head);
}

/* The row boundary to part at: of those up to `fit` the last with the weakest keep. */
static size_t weakest_boundary(const struct row_group *group, size_t fit)
{
    size_t best = fit;
    for (size_t row = fit; row > 0; row--)
        if (group->rows[row].keep < group->rows[best].keep)
            best = row;
    return best;
}

/* Whether row `row` should begin in the room that is left below those before it. */
static bool should_part(const struct tall_group *tall, size_t row, millipoint height,
                        millipoint room, bool urgent)
{
    const struct table_row *own = &tall->group.rows[row];
    bool never_fits = tall->page && height > tall->page;
    bool worth = room >= tall->worth && !own->together && own->keep == KEEP_AUTO;
    if (row > 0)
        urgent = false;
    return room > 0 && (urgent || never_fits || worth) &&
           can_part(&tall->group, row, room, urgent || never_fits);
}

static bool split(const struct element *element, millipoint available, bool filled,
                  struct element *head, struct element *tail)
{
    struct tall_group *tall = element->of.box.content;
    struct row_group *group = &tall->group;
    millipoint *heights = table_heights_new(group);
    if (!tail) {
        build_head(tall, group->row_count, heights, true, head);
        end_cells(group);
        free(heights);
        return true;
    }
    size_t fit = 0;
    millipoint used = 0;
    while (fit < group->row_count && (int64_t)used + heights[fit] <= available)
        used += heights[fit++];
    bool parts =
        fit < group->row_count && should_part(tall, fit, heights[fit], available - used, !filled);
    if (!parts && fit < group->row_count)
        fit = weakest_boundary(group, fit);
    if (fit == group->row_count || (fit == 0 && !parts)) {
        free(heights);
        return false;
    }
    close_spans(tall, parts ? fit + 1 : fit);
    if (parts)
        heights[fit] = available - used;
    build_head(tall, parts ? fit + 1 : fit, heights, false, head);
    free(heights);
    struct tall_group *rest = rest_of(tall, fit, parts);
    tail->of.box.content = rest;
    tail->of.box.area = NULL;
    heights = table_heights_new(&rest->group);
    tail->height = sum_of(heights, rest->group.row_count);
    free(heights);
    return true;
}

/* --- Pushing --------------------------------------------------------------------------------- */

static void push_tall(struct row_group *group, struct border *horizontals, millipoint height,
                      millipoint page)
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
    tall->page = page;
    tall->worth = page / WORTH_BREAKING;
    struct element *element = vertical_push_box(group->list, NULL, height, group->line);
    element->of.box.split = split;
    element->of.box.worth = tall->worth;
    element->of.box.content = tall;
}

/* Rows of a header or footer with markers are as high on every page as was reserved for them. */
static void reserve(struct reserved_rows *reserved, millipoint *heights, size_t count)
{
    for (size_t row = 0; row < count && reserved->at < RESERVED_ROWS; row++) {
        millipoint *least = &reserved->heights[reserved->at++];
        if (reserved->at > reserved->count) {
            *least = heights[row];
            reserved->count = reserved->at;
        }
        heights[row] = *least > heights[row] ? *least : heights[row];
    }
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
    if (group->baselines)
        table_height_align(group);
    millipoint *heights = table_heights_new(group);
    if (table->reserved)
        reserve(table->reserved, heights, group->row_count);
    millipoint height = sum_of(heights, group->row_count);
    if (!first)
        vertical_push_keep(group->list, keep_with_previous);
    millipoint page = group->list->page_height;
    if (page && height > page / WORTH_BREAKING) {
        push_tall(group, horizontals, height, page);
    } else {
        struct area *area = table_area_build(group, heights, true);
        struct element *element = vertical_push_box(group->list, area, height, group->line);
        if (table->collapse)
            table_border_draw(group, horizontals, heights, area, element);
        end_cells(group);
    }
    free(heights);
    group->row_count = group->cell_count = 0;
}
