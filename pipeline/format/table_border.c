/* Conflicts: hidden beats all, none loses to all, then the wider, then the style (double, solid,
 * dashed, dotted …), then the one named first: cell, row, part, column, table. A row's edge above
 * was decided with the row before it; what is below a row is drawn by the next row, or, where the
 * table ends on a page, as the row's closing edge. */
#include "format/table.h"

#include <string.h>

static int rank(int32_t style)
{
    switch (style) {
    case KEYWORD_DOUBLE:
        return 8;
    case KEYWORD_SOLID:
        return 7;
    case KEYWORD_DASHED:
        return 6;
    case KEYWORD_DOTTED:
        return 5;
    case KEYWORD_RIDGE:
        return 4;
    case KEYWORD_OUTSET:
        return 3;
    case KEYWORD_GROOVE:
        return 2;
    case KEYWORD_INSET:
        return 1;
    default:
        return 0;
    }
}

static const struct border no_border = {.style = KEYWORD_NONE};

const struct border *table_border_wins(const struct border *one, const struct border *other)
{
    if (one->style == KEYWORD_HIDDEN || other->style == KEYWORD_NONE)
        return one;
    if (other->style == KEYWORD_HIDDEN || one->style == KEYWORD_NONE)
        return other;
    if (one->width != other->width)
        return one->width > other->width ? one : other;
    return rank(one->style) >= rank(other->style) ? one : other;
}

struct border *table_border_none(struct arena *arena, size_t count)
{
    struct border *borders = arena_new_array(arena, count, sizeof *borders);
    for (size_t i = 0; i < count; i++)
        borders[i] = no_border;
    return borders;
}

/* `edge` against the border that an object further out has on that side. */
static const struct border *against(const struct border *edge, const struct traits *traits,
                                    enum side side)
{
    return traits ? table_border_wins(edge, &traits->border[side]) : edge;
}

/* The same; where a page breaks the object, its border is there only if it is retained. */
static const struct border *at_break(const struct border *edge, const struct traits *traits,
                                     enum side side, bool broken)
{
    if (broken && traits && traits->border_retain[side] != KEYWORD_RETAIN)
        return edge;
    return against(edge, traits, side);
}

static const struct border *cell_border(const struct table_cell *cell, enum side side)
{
    return cell ? &cell->traits->border[side] : &no_border;
}

/* The edge left of column `i` (that many: right of the last one) where two cells meet, or the table
 * ends. */
static const struct border *vertical_edge(const struct row_group *group, size_t row, size_t i)
{
    const struct table *table = group->table;
    const struct table_row *own = &group->rows[row];
    size_t columns = table->column_count;
    const struct table_cell *left = i ? table_cell_at(group, row, i - 1) : NULL;
    const struct table_cell *right = i < columns ? table_cell_at(group, row, i) : NULL;
    if (left && left == right)
        return &no_border;
    const struct border *edge =
        table_border_wins(cell_border(left, SIDE_END), cell_border(right, SIDE_START));
    enum side outer = i == 0 ? SIDE_START : SIDE_END;
    bool ends = i == 0 || i == columns;
    if (ends)
        edge = against(against(edge, own->traits, outer), own->part, outer);
    if (table->column_borders && i > 0)
        edge = against(edge, table->columns[i - 1].traits, SIDE_END);
    if (table->column_borders && i < columns)
        edge = against(edge, table->columns[i].traits, SIDE_START);
    return ends ? against(edge, table->traits, outer) : edge;
}

void table_border_verticals(struct row_group *group, size_t row)
{
    size_t columns = group->table->column_count;
    struct border *edges = arena_new_array(group->arena, columns + 1, sizeof *edges);
    for (size_t i = 0; i <= columns; i++)
        edges[i] = *vertical_edge(group, row, i);
    group->rows[row].verticals = edges;
}

/* The edge above row `row` (that many: below the last one) in column `i`. */
static const struct border *horizontal_edge(const struct row_group *group, size_t row, size_t i)
{
    const struct table *table = group->table;
    const struct table_cell *above = row ? table_cell_at(group, row - 1, i) : NULL;
    const struct table_row *own = row < group->row_count ? &group->rows[row] : NULL;
    const struct table_cell *below = own ? table_cell_at(group, row, i) : NULL;
    const struct border *edge = &table->last_after[i];
    if (above && above == below)
        return &no_border;
    if (row)
        edge = against(cell_border(above, SIDE_AFTER), group->rows[row - 1].traits, SIDE_AFTER);
    if (!own)
        return edge;
    edge = table_border_wins(edge, cell_border(below, SIDE_BEFORE));
    edge = against(edge, own->traits, SIDE_BEFORE);
    if (own->first_of_part)
        edge = against(against(edge, table->part_above, SIDE_AFTER), own->part, SIDE_BEFORE);
    if (row || !table->first_row)
        return edge;
    if (table->column_borders)
        edge = against(edge, table->columns[i].traits, SIDE_BEFORE);
    return against(edge, table->traits, SIDE_BEFORE);
}

struct border *table_border_horizontals(struct row_group *group)
{
    size_t columns = group->table->column_count, rows = group->row_count;
    struct border *edges = arena_new_array(group->arena, (rows + 1) * columns, sizeof *edges);
    for (size_t row = 0; row <= rows; row++)
        for (size_t i = 0; i < columns; i++)
            edges[row * columns + i] = *horizontal_edge(group, row, i);
    return edges;
}

void table_border_insets(struct row_group *group, const struct border *horizontals)
{
    size_t columns = group->table->column_count;
    for (size_t i = 0; i < group->cell_count; i++) {
        struct table_cell *cell = group->cells[i];
        size_t end =
            cell->row + cell->rows < group->row_count ? cell->row + cell->rows : group->row_count;
        millipoint before = 0, after = 0;
        for (size_t c = cell->column; c < cell->column + cell->columns; c++) {
            millipoint upper = border_width(&horizontals[cell->row * columns + c]) / 2;
            millipoint lower = border_width(&horizontals[end * columns + c]) / 2;
            before = upper > before ? upper : before;
            after = lower > after ? lower : after;
        }
        cell->inset[SIDE_BEFORE] += before;
        cell->inset[SIDE_AFTER] += after;
    }
}

/* --- Drawing --------------------------------------------------------------------------------- */

static bool is_same(const struct border *one, const struct border *other)
{
    return one->width == other->width && one->style == other->style &&
           memcmp(&one->colour, &other->colour, sizeof one->colour) == 0;
}

/* One edge as lines, equal neighbours joined. Lines reach over the half widths of the verticals at
 * their ends so that corners are filled. */
static void draw_edge(const struct row_group *group, const struct border *edge, millipoint y,
                      const struct border *verticals, struct area *area)
{
    const struct table *table = group->table;
    for (size_t from = 0; from < table->column_count;) {
        size_t to = from + 1;
        while (to < table->column_count && is_same(&edge[to], &edge[from]))
            to++;
        if (border_width(&edge[from])) {
            millipoint before = border_width(&verticals[from]) / 2;
            millipoint after = border_width(&verticals[to]) / 2;
            millipoint x = table->columns[from].x - before;
            millipoint end = table->columns[to - 1].x + table->columns[to - 1].resolved + after;
            area_append(area, area_rule(group->arena, x, y, end - x, 0, &edge[from]));
        }
        from = to;
    }
}

static millipoint edge_x(const struct table *table, size_t index)
{
    return index < table->column_count ? table->columns[index].x : table->width;
}

static bool matches(const struct rule_set *set, const struct table *table,
                    const struct border *verticals)
{
    size_t at = 0;
    for (size_t i = 0; i <= table->column_count; i++) {
        if (!border_width(&verticals[i]))
            continue;
        if (at == set->count)
            return false;
        const struct area *rule = set->rules[at++];
        if (rule->x != edge_x(table, i) || rule->content.rule.thickness != verticals[i].width ||
            rule->content.rule.style != verticals[i].style ||
            memcmp(&rule->content.rule.colour, &verticals[i].colour, sizeof(struct colour)) != 0)
            return false;
    }
    return at == set->count;
}

/* The rules of a row's vertical edges, the same set as an earlier row's where they are equal. */
static const struct rule_set *rule_set(struct row_group *group, const struct border *verticals)
{
    struct table *table = group->table;
    for (size_t i = table->rule_set_count; i-- > 0;)
        if (matches(table->rule_sets[i], table, verticals))
            return table->rule_sets[i];
    bool keep = table->rule_set_count < RULE_SET_LIMIT;
    struct arena *arena = keep ? table->formatter->arena : group->arena;
    struct rule_set *set = arena_alloc(arena, sizeof *set);
    set->rules = arena_new_array(arena, table->column_count + 1, sizeof(struct area *));
    for (size_t i = 0; i <= table->column_count; i++)
        if (border_width(&verticals[i]))
            set->rules[set->count++] = area_rule(arena, edge_x(table, i), 0, 0, 0, &verticals[i]);
    if (keep)
        table->rule_sets[table->rule_set_count++] = set;
    return set;
}

/* Vertical edges of several rows, equal ones drawn through. */
static void draw_verticals(const struct row_group *group, const millipoint *heights,
                           struct area *area)
{
    const struct table *table = group->table;
    for (size_t i = 0; i <= table->column_count; i++) {
        millipoint y = 0;
        for (size_t from = 0; from < group->row_count;) {
            const struct border *edge = &group->rows[from].verticals[i];
            millipoint height = 0;
            size_t to = from;
            while (to < group->row_count && is_same(edge, &group->rows[to].verticals[i]))
                height += heights[to++];
            if (border_width(edge))
                area_append(area, area_rule(group->arena, edge_x(table, i), y, 0, height, edge));
            y += height;
            from = to;
        }
    }
}

/* Below the last row of a part the part ends, and the table, unless its header or footer meets the
 * row there; where a page ends before that, only borders that are retained (XSL 1.1 §7.8.4). */
static struct area *closing_edge(const struct row_group *group, const struct border *below,
                                 bool broken)
{
    const struct table *table = group->table;
    size_t columns = table->column_count;
    const struct table_row *last = &group->rows[group->row_count - 1];
    bool ends = group->part == TABLE_FOOTER || (group->part == TABLE_BODY && !table->has_foot);
    struct border *closing = arena_new_array(group->arena, columns, sizeof *closing);
    for (size_t i = 0; i < columns; i++) {
        const struct border *edge = at_break(&below[i], last->part, SIDE_AFTER, broken);
        if (ends && table->column_borders)
            edge = at_break(edge, table->columns[i].traits, SIDE_AFTER, broken);
        closing[i] = ends ? *at_break(edge, table->traits, SIDE_AFTER, broken) : *edge;
    }
    struct area *area = area_new(group->arena, AREA_BLOCK);
    draw_edge(group, closing, 0, last->verticals, area);
    return area;
}

/* Whether the table, or a part, has a border on that side. */
static bool has_outer(const struct row_group *group, size_t row, enum side side)
{
    return group->table->column_borders ||
           group->table->traits->border[side].style != KEYWORD_NONE ||
           group->rows[row].part->border[side].style != KEYWORD_NONE;
}

/* Above the first row that stands on a page; NULL if it is the row's own edge. */
static struct area *opening_edge(const struct row_group *group, const struct border *above)
{
    const struct table *table = group->table;
    size_t columns = table->column_count;
    if (group->part != TABLE_BODY || !has_outer(group, 0, SIDE_BEFORE))
        return NULL;
    struct border *opening = arena_new_array(group->arena, columns, sizeof *opening);
    bool differs = false;
    for (size_t i = 0; i < columns; i++) {
        const struct border *edge = at_break(&above[i], group->rows[0].part, SIDE_BEFORE, true);
        if (table->column_borders)
            edge = at_break(edge, table->columns[i].traits, SIDE_BEFORE, true);
        opening[i] = *at_break(edge, table->traits, SIDE_BEFORE, true);
        differs |= !is_same(&opening[i], &above[i]);
    }
    if (!differs)
        return NULL;
    struct area *area = area_new(group->arena, AREA_BLOCK);
    draw_edge(group, opening, 0, group->rows[0].verticals, area);
    return area;
}

void table_border_draw(struct row_group *group, const struct border *horizontals,
                       const millipoint *heights, struct area *area, struct element *element)
{
    struct table *table = group->table;
    size_t columns = table->column_count, rows = group->row_count;
    millipoint y = 0;
    for (size_t row = 0; row < rows; row++) {
        draw_edge(group, &horizontals[row * columns], y, group->rows[row].verticals, area);
        y += heights[row];
    }
    if (rows == 1)
        element->of.box.rules = rule_set(group, group->rows[0].verticals);
    else
        draw_verticals(group, heights, area);
    const struct border *below = &horizontals[rows * columns];
    element->of.box.closing = closing_edge(group, below, false);
    element->of.box.broken = has_outer(group, rows - 1, SIDE_AFTER)
                                 ? closing_edge(group, below, true)
                                 : element->of.box.closing;
    element->of.box.opening = opening_edge(group, horizontals);
}
