/* Heights of rows (XSL 1.1 §6.7.9, CSS2 §17.5.3): a row is as high as its highest cell that stands
 * in it alone, and at least as high as it says itself; what a spanning cell still lacks is added to
 * the last of its rows. Called by table_group.c and table_area.c. */
#include "base/memory.h"
#include "format/baseline.h"
#include "format/table.h"

static millipoint cell_height(const struct table_cell *cell)
{
    int64_t edges = (int64_t)cell->inset[SIDE_BEFORE] + cell->inset[SIDE_AFTER];
    millipoint least = measure_resolve(cell->traits->height, 0);
    millipoint minimum = measure_resolve(cell->traits->minimum_height, 0);
    int64_t content = (int64_t)cell->content + cell->lowered;
    least = minimum > least ? minimum : least;
    if (!cell->begun && least > content)
        content = least;
    return measure_clamp(content + edges);
}

static size_t row_after(const struct row_group *group, const struct table_cell *cell)
{
    size_t end = cell->row + cell->rows;
    return end < group->row_count ? end : group->row_count;
}

millipoint table_height_spanned(const struct row_group *group, const struct table_cell *cell,
                                const millipoint *heights)
{
    int64_t sum = 0;
    for (size_t row = cell->row; row < row_after(group, cell); row++)
        sum += heights[row];
    return measure_clamp(sum);
}

millipoint *table_heights_new(const struct row_group *group)
{
    millipoint *heights = memory_new(group->row_count, sizeof *heights);
    for (size_t row = 0; row < group->row_count; row++)
        heights[row] = group->rows[row].height;
    for (size_t i = 0; i < group->cell_count; i++) {
        const struct table_cell *cell = group->cells[i];
        millipoint height = cell->collapsed ? 0 : cell_height(cell);
        if (cell->rows == 1 && height > heights[cell->row])
            heights[cell->row] = height;
    }
    for (size_t i = 0; i < group->cell_count; i++) {
        const struct table_cell *cell = group->cells[i];
        if (cell->rows == 1 || cell->collapsed)
            continue;
        int64_t lacks = (int64_t)cell_height(cell) - table_height_spanned(group, cell, heights);
        if (lacks > 0)
            heights[row_after(group, cell) - 1] += measure_clamp(lacks);
    }
    return heights;
}

/* --- Baselines (XSL 1.1 §7.14.6) ------------------------------------------------------------- */

static bool takes_part(const struct table_cell *cell)
{
    return cell->traits->relative_align == KEYWORD_BASELINE &&
           cell->traits->display_align == KEYWORD_AUTO && !cell->collapsed;
}

/* The first baseline of a cell below the top of its row; false if it has none. */
static bool baseline_at(const struct table_cell *cell, int64_t *y)
{
    millipoint below;
    if (!takes_part(cell) || !baseline_of_list(&cell->list, 0, &below))
        return false;
    *y = (int64_t)below + cell->inset[SIDE_BEFORE];
    return true;
}

void table_height_align(struct row_group *group)
{
    for (size_t from = 0, to; from < group->cell_count; from = to) {
        int64_t lowest = 0, own;
        for (to = from; to < group->cell_count && group->cells[to]->row == group->cells[from]->row;
             to++)
            if (baseline_at(group->cells[to], &own) && own > lowest)
                lowest = own;
        for (size_t i = from; i < to; i++)
            if (baseline_at(group->cells[i], &own))
                group->cells[i]->lowered = measure_clamp(lowest - own);
    }
    group->baselines = false;
}
