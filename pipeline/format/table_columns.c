/* Column widths (XSL 1.1 §6.7.4, 7.28.4): lengths and percentages first; what is left of the
 * table's width goes to proportional columns by their shares, and to columns without a width as if
 * each had one share. */
#include "format/table.h"

#include <stdio.h>
#include <string.h>

#include "format/block_layout.h"
#include "format/format_messages.h"

static void grow(struct table *table, size_t count)
{
    if (count > table->column_capacity) {
        size_t capacity = count < 16 ? 16 : count * 2;
        struct table_column *columns = arena_new_array(table->arena, capacity, sizeof *columns);
        if (table->column_count)
            memcpy(columns, table->columns, table->column_count * sizeof *columns);
        table->columns = columns;
        table->column_capacity = capacity;
    }
    while (table->column_count < count)
        table->columns[table->column_count++].width = (struct measure){.automatic = true};
}

static void report_limit(const struct table *table, const xmlNode *node)
{
    char limit[16];
    snprintf(limit, sizeof limit, "%d", COLUMN_LIMIT);
    report_at(table->formatter->report, &MESSAGE_TABLE_COLUMNS, node, limit, NULL);
}

void table_columns_read(struct table *table, const xmlNode *node)
{
    const struct traits *traits =
        property_resolve(table->formatter->properties, node, table->traits);
    size_t index =
        traits->column_number > 0 ? (size_t)traits->column_number - 1 : table->column_count;
    bool collapsed = traits->visibility == KEYWORD_COLLAPSE;
    int32_t i = 0;
    for (; i < traits->columns_repeated && index < COLUMN_LIMIT; i++, index++) {
        if (index >= table->column_count)
            grow(table, index + 1);
        struct table_column *column = &table->columns[index];
        column->width = collapsed ? measure_of(0) : traits->column_width;
        column->collapsed = collapsed;
        column->traits = traits;
    }
    for (int side = 0; side < SIDE_COUNT; side++)
        table->column_borders |= traits->border[side].style != KEYWORD_NONE;
    if (i < traits->columns_repeated)
        report_limit(table, node);
}

void table_columns_guess(struct table *table, size_t count)
{
    grow(table, count < COLUMN_LIMIT ? count : COLUMN_LIMIT);
}

void table_columns_resolve(struct table *table, const xmlNode *node)
{
    int64_t fixed = 0, shares = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        const struct measure *width = &table->columns[i].width;
        fixed += measure_resolve(*width, table->width);
        shares += width->automatic ? MEASURE_SHARE : width->share;
    }
    if (!shares && table->traits->width.automatic && fixed < table->width)
        table->width = measure_clamp(fixed);
    int64_t rest = table->width - fixed, seen = 0, given = 0;
    millipoint x = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        struct table_column *column = &table->columns[i];
        seen += column->width.automatic ? MEASURE_SHARE : column->width.share;
        int64_t upto = shares && rest > 0 ? rest * seen / shares : 0;
        column->x = x;
        column->resolved =
            measure_clamp(measure_resolve(column->width, table->width) + upto - given);
        given = upto;
        x = measure_clamp((int64_t)x + column->resolved);
    }
    millipoint right = table->flow->left + table->flow->width;
    if (x > right - table->left + MILLIPOINT_PER_POINT / 10) {
        millipoint excess = x - right + table->left;
        char points[32];
        snprintf(points, sizeof points, "%d.%03d", excess / 1000, excess % 1000);
        report_at(table->formatter->report, &MESSAGE_TABLE_TOO_WIDE, node, points, NULL);
    }
    table->width = x;
}
