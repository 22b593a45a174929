/* Columns whose cells are aligned on a character: what the first rows have before and behind it
 * says where it stands. Rows that come from a query cannot be looked at beforehand: their lines end
 * at the column's end. Called by table_layout.c. */
#include "format/character_align.h"
#include "format/inline_layout.h"
#include "format/inline_style.h"
#include "format/table.h"

enum { BLOCK_DEPTH = 8 }; /* of blocks in a cell that are looked into */

/* A table's columns being surveyed. */
struct survey {
    struct table *table;
    struct arena *arena;
};

static void measure_text(struct survey *survey, const xmlNode *block, const struct traits *traits,
                         uint32_t code, struct table_column *column)
{
    struct formatter *formatter = survey->table->formatter;
    struct paragraph *paragraph = formatter->paragraph;
    const struct run_style *style = inline_style(survey->arena, traits, NULL);
    const xmlNode *child = NULL;
    paragraph_begin(paragraph, survey->arena, style, block, 0);
    while ((child = formatter_next(formatter, block, child)) != NULL)
        if (inline_is_level(child))
            inline_add(formatter, paragraph, child, style);
    if (paragraph_is_empty(paragraph))
        return;
    paragraph_make_items(paragraph, MEASURE_LIMIT);
    int64_t whole = 0;
    for (size_t i = 0; i < paragraph->item_count; i++)
        whole +=
            paragraph->fits[i].width + (i + 1 < paragraph->item_count ? paragraph->fits[i].gap : 0);
    millipoint behind = character_align_behind(paragraph, 0, paragraph->item_count, code);
    millipoint ahead = measure_clamp(whole - behind);
    column->behind = behind > column->behind ? behind : column->behind;
    column->ahead = ahead > column->ahead ? ahead : column->ahead;
}

static void measure_blocks(struct survey *survey, const xmlNode *parent,
                           const struct traits *traits, struct table_column *column, unsigned depth)
{
    struct formatter *formatter = survey->table->formatter;
    const xmlNode *child = NULL;
    while (depth && (child = formatter_next(formatter, parent, child)) != NULL) {
        if (object_of(child) != OBJECT_BLOCK)
            continue;
        const struct traits *own = property_resolve(formatter->properties, child, traits);
        uint32_t code = character_align_code(own);
        if (code)
            measure_text(survey, child, own, code, column);
        measure_blocks(survey, child, own, column, depth - 1);
    }
}

static void measure_row(struct survey *survey, const xmlNode *row, const struct traits *parent)
{
    struct table *table = survey->table;
    struct properties *properties = table->formatter->properties;
    const struct traits *traits = property_resolve(properties, row, parent);
    size_t column = 0;
    for (const xmlNode *cell = row->children; cell; cell = cell->next) {
        if (object_of(cell) != OBJECT_TABLE_CELL)
            continue;
        const struct traits *guess =
            column < table->column_count ? table->columns[column].traits : NULL;
        const struct traits *own = property_resolve_in_column(properties, cell, traits, guess);
        if (own->column_number > 0)
            column = (size_t)own->column_number - 1;
        if (column >= table->column_count)
            return;
        if (own->columns_spanned <= 1)
            measure_blocks(survey, cell, own, &table->columns[column], BLOCK_DEPTH);
        column += own->columns_spanned > 1 ? (size_t)own->columns_spanned : 1;
    }
}

void table_align_measure(struct table *table, const xmlNode *node)
{
    struct formatter *formatter = table->formatter;
    struct survey survey = {.table = table, .arena = arena_new()};
    formatter->measuring = true;
    for (const xmlNode *part = node->children; part; part = part->next) {
        enum object object = object_of(part);
        if (object != OBJECT_TABLE_HEADER && object != OBJECT_TABLE_FOOTER &&
            object != OBJECT_TABLE_BODY)
            continue;
        const struct traits *traits = property_resolve(formatter->properties, part, table->traits);
        size_t rows = 0;
        for (const xmlNode *row = part->children; row && rows < SURVEYED_ROWS; row = row->next) {
            if (object_of(row) != OBJECT_TABLE_ROW)
                continue;
            measure_row(&survey, row, traits);
            rows++;
        }
    }
    formatter->measuring = false;
    arena_free(survey.arena);
}
