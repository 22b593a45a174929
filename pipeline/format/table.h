/* What the table files share: the table, its columns, and the rows being collected. */
#ifndef YINFA_FORMAT_TABLE_H
#define YINFA_FORMAT_TABLE_H

#include "format/column.h"
#include "format/formatter.h"
#include "format/object.h"

enum { COLUMN_LIMIT = 1000, RULE_SET_LIMIT = 64 };

struct table_column {
    struct measure width;
    const struct traits *traits; /* of fo:table-column; may be NULL */
    millipoint x, resolved;      /* from the table's left */
};

struct table {
    struct formatter *formatter;
    struct flow *flow;
    const struct traits *traits;
    bool collapse;
    millipoint left, width;                   /* in the column */
    millipoint spacing_inline, spacing_block; /* separate borders */
    struct arena *arena;                      /* as long as the table is laid out */
    struct table_column *columns;
    size_t column_count, column_capacity;
    bool row_tags;
    bool any_body; /* a body stands already: the next row may begin a page */
    struct border
        *last_after; /* of the row laid out last, by column; resolved anew above the next */
    bool first_row;  /* nothing stands above the next row */
    const struct rule_set *rule_sets[RULE_SET_LIMIT]; /* made so far; they live with the run */
    size_t rule_set_count;
};

struct table_cell {
    const struct traits *traits;
    const xmlNode *node; /* good only while its row is read */
    long line;
    size_t column, columns, row, rows;
    const struct box *box; /* separate: borders and padding; collapse: padding and background */
    millipoint width;      /* of the grid cell */
    millipoint inset[SIDE_COUNT]; /* from the grid cell to the content */
    struct vertical_list list;
    struct frame_stack open;
    millipoint content; /* height */
    const struct structure_tag *tag;
    const char *id;
};

struct table_row {
    const struct traits *traits;
    const struct structure_tag *tag;
    const char *id;
    millipoint height;
    struct border *verticals; /* column_count + 1 edges; collapse only */
};

/* Rows that spans tie together; laid out and pushed as one box. */
struct row_group {
    struct table *table;
    struct vertical_list *list; /* where it goes */
    struct arena *arena;
    struct table_row *rows;
    size_t row_count, row_capacity;
    struct table_cell **cells;
    size_t cell_count, cell_capacity;
    struct table_cell **grid; /* row_count × column_count */
    bool header;
    long line;
};

/* table_columns.c */
void table_columns_read(struct table *table, const xmlNode *node);
void table_columns_guess(struct table *table, size_t count);
void table_columns_resolve(struct table *table, const xmlNode *node);

/* table_measure.c: widths of automatic columns from what stands in them. */
void table_measure(struct table *table, const xmlNode *node);

/* table_row.c: a row's cells are laid out as it is read, because the source may free it. */
void table_row_read(struct row_group *group, const xmlNode *const *cells, size_t count,
                    const xmlNode *row, const struct traits *traits);
bool table_row_is_complete(const struct row_group *group);

/* table_group.c: heights, areas, splitting; the group is empty afterwards. */
void table_group_push(struct row_group *group, int32_t keep_with_previous, bool first);

/* table_border.c: the collapsing border model (CSS2 §17.6.2, as XSL refers to it). */
const struct border *table_border_wins(const struct border *one, const struct border *other);
void table_border_verticals(struct row_group *group, size_t row);
/* Edges above each row and below the last: (row_count + 1) × column_count. */
struct border *table_border_horizontals(struct row_group *group);
void table_border_insets(struct row_group *group, const struct border *horizontals);
/* Draws the edges of a group of which `rows` have the given heights. */
void table_border_draw(struct row_group *group, const struct border *horizontals,
                       const millipoint *heights, struct area *area, struct element *element);

#endif
