/* From laid-out cells to areas. What is seen behind a cell is the first there is of its own
 * background, its row's, its part's and its column's (CSS2 §17.5.1): colours are opaque, so one of
 * them is painted; equal neighbours are painted as one. Called by table_group.c. */
#include "format/column.h"
#include "format/table.h"

/* --- Cells ----------------------------------------------------------------------------------- */

/* A line from corner to corner (斜线表头). */
static void draw_diagonals(const struct row_group *group, const struct traits *traits,
                           struct area *area)
{
    const struct border *line = &traits->diagonal_line;
    bool down = traits->diagonal == KEYWORD_DOWN || traits->diagonal == KEYWORD_BOTH;
    bool up = traits->diagonal == KEYWORD_UP || traits->diagonal == KEYWORD_BOTH;
    if (!border_width(line))
        return;
    if (down)
        area_append(area, area_rule(group->arena, 0, 0, area->width, area->height, line));
    if (up)
        area_append(area,
                    area_rule(group->arena, 0, area->height, area->width, -area->height, line));
}

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
    draw_diagonals(group, cell->traits, area);
    content->x = cell->inset[SIDE_START] - across;
    content->y = cell->inset[SIDE_BEFORE] + cell->lowered - down;
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
        else
            count = cell->list.count; /* a box may have been taken apart */
    }
    column_place(&cell->list, count, &cell->open, content, group->arena);
    vertical_drop(&cell->list, count);
    return content;
}

/* --- Backgrounds ----------------------------------------------------------------------------- */

/* What lies under the cell at a place of the grid: its row's colour, its part's or its column's. */
static const struct colour *colour_under(const struct row_group *group, size_t row, size_t column)
{
    const struct table_row *own = &group->rows[row];
    const struct traits *of_column = group->table->columns[column].traits;
    if (!own->traits->background.none)
        return &own->traits->background;
    if (!own->part->background.none)
        return &own->part->background;
    return of_column && !of_column->background.none ? &of_column->background : NULL;
}

static bool is_same(const struct colour *one, const struct colour *other)
{
    return one == other || (one && other && one->red == other->red && one->green == other->green &&
                            one->blue == other->blue);
}

static void paint_under(const struct row_group *group, const struct colour *colour,
                        struct area *area, millipoint x, millipoint y, millipoint end,
                        millipoint height)
{
    const struct table *table = group->table;
    millipoint across = table->collapse ? 0 : table->spacing_inline / 2;
    millipoint down = table->collapse ? 0 : table->spacing_block / 2;
    struct box *box = arena_alloc(group->arena, sizeof *box);
    for (int side = 0; side < SIDE_COUNT; side++)
        box->border[side].style = KEYWORD_NONE;
    box->background = *colour;
    struct area *background = area_new(group->arena, AREA_BLOCK);
    background->x = x + across;
    background->y = y + down;
    background->width = end - x - 2 * across;
    background->height = height - 2 * down;
    background->box = box;
    area_append(area, background);
}

/* The backgrounds of one row; a cell over several rows lies on that of its first. */
static void paint_row(const struct row_group *group, size_t row, const millipoint *heights,
                      struct area *area, millipoint y)
{
    const struct table *table = group->table;
    bool apart = !table->collapse && (table->spacing_inline || table->spacing_block);
    for (size_t from = 0, to; from < table->column_count; from = to) {
        const struct table_cell *cell = table_cell_at(group, row, from);
        const struct colour *colour = colour_under(group, row, from);
        millipoint height = cell ? table_height_spanned(group, cell, heights) : heights[row];
        to = from + (cell ? cell->column + cell->columns - from : 1);
        if ((cell && cell->row < row) || !colour ||
            (!table->collapse && cell && !cell->box && cell->traits->empty_cells == KEYWORD_HIDE &&
             !cell->content))
            continue;
        while (!apart && to < table->column_count) {
            const struct table_cell *next = table_cell_at(group, row, to);
            if ((next &&
                 (next->row < row || table_height_spanned(group, next, heights) != height)) ||
                (!next && height != heights[row]) || !is_same(colour, colour_under(group, row, to)))
                break;
            to += next ? next->columns : 1;
        }
        millipoint end = table->columns[to - 1].x + table->columns[to - 1].resolved;
        paint_under(group, colour, area, table->columns[from].x, y, end, height);
    }
}

static bool has_backgrounds(const struct row_group *group)
{
    for (size_t i = 0; i < group->table->column_count; i++)
        if (group->table->columns[i].traits && !group->table->columns[i].traits->background.none)
            return true;
    for (size_t row = 0; row < group->row_count; row++)
        if (!group->rows[row].traits->background.none || !group->rows[row].part->background.none)
            return true;
    return false;
}

/* Rows of the structure have a cell for every column (ISO 14289-1 §7.5): places without a cell get
 * one that is empty. */
static void tag_missing(const struct row_group *group, size_t row, struct area *line)
{
    const struct table *table = group->table;
    for (size_t i = 0; group->rows[row].tag && i < table->column_count; i++) {
        if (table_cell_at(group, row, i) || table->columns[i].collapsed)
            continue;
        struct area *empty = area_new(group->arena, AREA_BLOCK);
        empty->x = table->columns[i].x;
        empty->tag = formatter_tag(table->formatter, group->arena, STRUCTURE_TABLE_CELL);
        area_append(line, empty);
    }
}

/* --- The group ------------------------------------------------------------------------------- */

struct area *table_area_build(struct row_group *group, const millipoint *heights, bool whole)
{
    struct area *area = area_new(group->arena, AREA_BLOCK);
    bool backgrounds = has_backgrounds(group);
    area->x = group->table->left;
    area->width = group->table->width;
    millipoint y = 0;
    for (size_t row = 0; row < group->row_count; row++) { /* backgrounds lie under all cells */
        if (backgrounds)
            paint_row(group, row, heights, area, y);
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
            if (cell->collapsed)
                continue;
            millipoint height = table_height_spanned(group, cell, heights);
            millipoint room =
                height - cell->inset[SIDE_BEFORE] - cell->inset[SIDE_AFTER] - cell->lowered;
            struct area *content = take_content(group, cell, whole ? 0 : room > 0 ? room : 1);
            area_append(line, cell_area(group, cell, height, content));
        }
        tag_missing(group, row, line);
        y = measure_clamp((int64_t)y + heights[row]);
    }
    return area;
}
