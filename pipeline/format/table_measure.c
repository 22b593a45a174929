/* Auto column widths (CSS2 §17.5.2.2, as table-layout="auto" refers to it): the first rows are
 * measured, each column gets at least its longest unbreakable piece and at best its longest line,
 * and the table's width is shared between. Streamed bodies cannot be looked at beforehand; their
 * columns share equally. */
#include "format/table.h"

#include <stdlib.h>

#include "base/memory.h"
#include "format/inline_layout.h"
#include "format/inline_style.h"

struct wish {
    int64_t least, best;
    int64_t beside; /* most of what stands beside content */
};

struct survey {
    struct table *table;
    struct arena *arena;
    struct wish *wishes; /* by column */
    int32_t *occupied;   /* rows for which a span from above still holds the column */
};

static void measure_lines(struct paragraph *paragraph, int64_t beside, struct wish *wish)
{
    paragraph_make_items(paragraph, MEASURE_LIMIT);
    int64_t line = 0, piece = 0;
    wish->beside = beside > wish->beside ? beside : wish->beside;
    for (size_t i = 0; i < paragraph->item_count; i++) {
        const struct fit_item *fit = &paragraph->fits[i];
        line += fit->width;
        piece += fit->width;
        wish->best = line + beside > wish->best ? line + beside : wish->best;
        wish->least = piece + beside > wish->least ? piece + beside : wish->least;
        line = fit->after == FIT_FORCED ? 0 : line + fit->gap;
        piece = fit->after != FIT_NEVER ? 0 : piece + fit->gap;
    }
}

/* The widths the content of an object asks for; `beside` is what stands left and right of it. */
static void measure_object(struct survey *survey, const xmlNode *node, const struct traits *traits,
                           int64_t beside, struct wish *wish)
{
    struct formatter *formatter = survey->table->formatter;
    struct paragraph *paragraph = formatter->paragraph;
    if (formatter->depth >= NESTING_LIMIT)
        return;
    formatter->depth++;
    const struct run_style *style = inline_style(survey->arena, traits, NULL);
    bool open = false;
    const xmlNode *child = NULL;
    do {
        child = formatter_next(formatter, node, child);
        bool in_line = child && inline_is_level(child);
        if (open && !in_line) {
            measure_lines(paragraph, beside, wish);
            open = false;
        }
        if (in_line) {
            if (!open)
                paragraph_begin(paragraph, survey->arena, style, node, 0);
            open = true;
            inline_add(formatter, paragraph, child, style);
        } else if (child && child->type == XML_ELEMENT_NODE && object_of(child) != OBJECT_NONE &&
                   object_of(child) != OBJECT_UNSUPPORTED) {
            const struct traits *own = property_resolve(formatter->properties, child, traits);
            measure_object(survey, child, own,
                           beside + own->start_indent.length + own->end_indent.length, wish);
        }
    } while (child);
    formatter->depth--;
}

static void measure_cell(struct survey *survey, const xmlNode *cell, const struct traits *traits,
                         size_t column)
{
    int64_t beside = 0;
    for (int side = SIDE_START; side <= SIDE_END; side++)
        beside += traits->padding[side].length + border_width(&traits->border[side]);
    measure_object(survey, cell, traits, beside + survey->table->spacing_inline,
                   &survey->wishes[column]);
}

static void measure_row(struct survey *survey, const xmlNode *row, const struct traits *parent)
{
    struct formatter *formatter = survey->table->formatter;
    size_t count = survey->table->column_count, column = 0;
    const struct traits *traits = property_resolve(formatter->properties, row, parent);
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, row, child)) != NULL) {
        if (object_of(child) != OBJECT_TABLE_CELL)
            continue;
        const struct traits *own = property_resolve(formatter->properties, child, traits);
        if (own->column_number > 0)
            column = (size_t)own->column_number - 1;
        while (column < count && survey->occupied[column] > 0)
            column++;
        if (column >= count)
            break;
        if (own->columns_spanned <= 1)
            measure_cell(survey, child, own, column);
        size_t end = column + (own->columns_spanned > 1 ? (size_t)own->columns_spanned : 1);
        for (; column < end && column < count; column++)
            survey->occupied[column] = own->rows_spanned > 1 ? own->rows_spanned : 1;
    }
    for (size_t i = 0; i < count; i++)
        survey->occupied[i] -= survey->occupied[i] > 0;
}

static void measure_part(struct survey *survey, const xmlNode *part)
{
    struct table *table = survey->table;
    const struct traits *traits =
        property_resolve(table->formatter->properties, part, table->traits);
    size_t rows = 0;
    for (const xmlNode *row = part->children; row && rows < SURVEYED_ROWS; row = row->next) {
        if (object_of(row) != OBJECT_TABLE_ROW)
            continue;
        measure_row(survey, row, traits);
        rows++;
    }
}

/* Figures aligned on a character take the longest of both its sides. */
static void widen_aligned(const struct table *table, struct wish *wishes)
{
    for (size_t i = 0; i < table->column_count; i++) {
        int64_t figures = (int64_t)table->columns[i].ahead + table->columns[i].behind;
        if (!figures)
            continue;
        int64_t beside = wishes[i].beside;
        wishes[i].least = figures + beside > wishes[i].least ? figures + beside : wishes[i].least;
        wishes[i].best = wishes[i].least > wishes[i].best ? wishes[i].least : wishes[i].best;
    }
}

static void settle(struct table_column *column, int64_t width)
{
    column->width = measure_of(measure_clamp(width));
}

/* Columns that want no more than an equal share get what they want: a Han text could be squeezed to
 * one character a line, but two-character heads should not be. Returns the room that is left. */
static int64_t settle_narrow(struct table *table, const struct wish *wishes, int64_t room,
                             size_t *wide)
{
    for (bool again = true; again && *wide;) {
        int64_t equal = room / (int64_t)*wide;
        again = false;
        for (size_t i = 0; i < table->column_count; i++) {
            struct table_column *column = &table->columns[i];
            if (!column->width.automatic || wishes[i].best > equal)
                continue;
            settle(column, wishes[i].best);
            room -= wishes[i].best;
            --*wide;
            again = true;
        }
    }
    return room;
}

/* Shares `room` among the automatic columns. */
static void share(struct table *table, const struct wish *wishes, int64_t room)
{
    int64_t least = 0, best = 0;
    size_t wide = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        best += table->columns[i].width.automatic ? wishes[i].best : 0;
        wide += table->columns[i].width.automatic;
    }
    if (best <= 0)
        return; /* nothing to go by: equal shares */
    if (best <= room) {
        for (size_t i = 0; i < table->column_count; i++)
            if (table->columns[i].width.automatic)
                settle(&table->columns[i], room * wishes[i].best / best);
        return;
    }
    room = settle_narrow(table, wishes, room, &wide);
    best = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        least += table->columns[i].width.automatic ? wishes[i].least : 0;
        best += table->columns[i].width.automatic ? wishes[i].best : 0;
    }
    for (size_t i = 0; i < table->column_count; i++) {
        if (!table->columns[i].width.automatic)
            continue;
        int64_t more = wishes[i].best - wishes[i].least;
        settle(&table->columns[i],
               wishes[i].least +
                   (room > least && best > least ? (room - least) * more / (best - least) : 0));
    }
}

void table_measure(struct table *table, const xmlNode *node)
{
    int64_t room = table->width;
    bool any = false;
    for (size_t i = 0; i < table->column_count; i++) {
        const struct measure *width = &table->columns[i].width;
        if (width->share)
            return; /* proportional columns: the fixed method */
        any |= width->automatic;
        room -= measure_resolve(*width, table->width);
    }
    if (!any || table->traits->table_layout == KEYWORD_FIXED)
        return;
    struct survey survey = {.table = table, .arena = arena_new()};
    survey.wishes = memory_new(table->column_count, sizeof *survey.wishes);
    survey.occupied = memory_new(table->column_count, sizeof *survey.occupied);
    table->formatter->measuring = true;
    for (const xmlNode *part = node->children; part; part = part->next) {
        enum object object = object_of(part);
        if (object == OBJECT_TABLE_HEADER || object == OBJECT_TABLE_FOOTER ||
            object == OBJECT_TABLE_BODY)
            measure_part(&survey, part);
    }
    table->formatter->measuring = false;
    widen_aligned(table, survey.wishes);
    share(table, survey.wishes, room);
    free(survey.wishes);
    free(survey.occupied);
    arena_free(survey.arena);
}
