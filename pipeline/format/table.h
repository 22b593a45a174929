/* What the table files share: the table, its columns, and the rows being collected. */
#ifndef YINFA_FORMAT_TABLE_H
#define YINFA_FORMAT_TABLE_H

#include "format/column.h"
#include "format/formatter.h"
#include "format/object.h"

enum { COLUMN_LIMIT = 16384, RULE_SET_LIMIT = 64 };
enum { SURVEYED_ROWS = 200 };     /* of each part, before columns are made */
enum { TIED_ROWS_LIMIT = 20000 }; /* that spans may tie together: they are held until the last */

struct table_column {
    struct measure width;
    const struct traits *traits; /* of fo:table-column; may be NULL */
    millipoint x, resolved;      /* from the table's left */
    millipoint ahead, behind;    /* widths beside the character it is aligned on; 0 = none */
    bool collapsed;              /* visibility="collapse": no width, its cells are left out */
};

/* The heights that the rows of a header or footer have on every page, whatever is retrieved. */
enum { RESERVED_ROWS = 64 };
struct reserved_rows {
    millipoint heights[RESERVED_ROWS];
    size_t count, at;
};

struct table {
    struct formatter *formatter;
    struct flow *flow;
    const struct traits *traits;
    bool collapse;
    millipoint left, width;                   /* in the column */
    millipoint room;                          /* that its area has */
    millipoint spacing_inline, spacing_block; /* separate borders */
    struct arena *arena;                      /* as long as the table is laid out */
    struct table_column *columns;
    size_t column_count, column_capacity;
    bool row_tags;
    bool any_body;         /* a body stands already: the next row may begin a page */
    bool column_borders;   /* some fo:table-column has borders that collapse */
    bool broke;            /* the first row's break stands before the table already */
    int32_t break_pending; /* break-after of the last row: before the next, or after the table */
    struct border
        *last_after; /* of the row laid out last, by column; resolved anew above the next */
    bool first_row;  /* nothing stands above the next row */
    bool has_foot;
    struct reserved_rows *reserved; /* while a header or footer with markers is laid out; or NULL */
    int32_t align;                  /* of the table in its area: CENTER, END or otherwise START */
    const struct traits *part_above; /* of the header or body that ended last; NULL = none */
    const struct rule_set *rule_sets[RULE_SET_LIMIT]; /* made so far; they live with the run */
    size_t rule_set_count;
};

enum table_part { TABLE_HEADER, TABLE_FOOTER, TABLE_BODY };

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
    millipoint lowered; /* by relative-align="baseline" */
    bool begun;         /* a part of it stands on an earlier page */
    bool collapsed;     /* all its columns are */
    const struct structure_tag *tag;
    const char *id;
};

struct table_row {
    const struct traits *traits;
    const struct traits *part; /* of its header, footer or body */
    const struct structure_tag *tag;
    const char *id;
    millipoint height;
    int32_t keep;  /* strength of the break above it, inside its group */
    bool together; /* may only be broken if no page can hold it */
    bool first_of_part;
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
    enum table_part part;
    bool baselines; /* some cell is aligned on its baseline */
    long line;
};

/* table_layout.c: one fo:table; `align`: where it stands if it is narrower than its area. */
void table_layout_one(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                      const struct traits *traits, int32_t align);

/* table_columns.c */
void table_columns_read(struct table *table, const xmlNode *node);
void table_columns_guess(struct table *table, size_t count);
void table_columns_resolve(struct table *table, const xmlNode *node);

/* table_measure.c: widths of automatic columns from what stands in them. */
void table_measure(struct table *table, const xmlNode *node);

/* table_align.c: columns aligned on a character (text-align="."). */
void table_align_measure(struct table *table, const xmlNode *node);

/* table_part.c: reads a header, footer or body and pushes its rows. */
void table_part_read(struct table *table, struct vertical_list *list, const xmlNode *node,
                     const struct traits *traits, enum table_part kind);

/* table_repeat.c: a header or footer as one area. */
struct area *table_repeat_layout(struct table *table, struct arena *arena, const xmlNode *node,
                                 bool header);
/* Those that retrieve markers: whether the fo:table has any, the state for its frame, the area that
 * one of them may need at most (NULL: out of memory). */
struct table_repeat;
bool table_repeat_retrieves(const xmlNode *table);
struct table_repeat *table_repeat_new(const struct table *table, struct arena *arena);
struct area *table_repeat_reserve(struct table_repeat *repeat, struct table *table,
                                  struct chunk *chunk, const xmlNode *node, bool header);
void table_repeat_attach(struct table_repeat *repeat, struct frame *frame);

/* table_caption.c: fo:table-and-caption. */
void table_caption_layout(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                          const struct traits *traits);

/* table_row.c: a row's cells are laid out as it is read, because the source may free it. `part`:
 * traits of the fo:table-header, -footer or -body. */
void table_row_read(struct row_group *group, const xmlNode *const *cells, size_t count,
                    const xmlNode *row, const struct traits *traits, const struct traits *part);
/* A row with visibility="collapse": spans from above become shorter. */
void table_row_skip(struct row_group *group);
bool table_row_is_complete(const struct row_group *group);

/* The cell at a place of the grid; NULL if there is none. */
static inline struct table_cell *table_cell_at(const struct row_group *group, size_t row,
                                               size_t column)
{
    return group->grid[row * group->table->column_count + column];
}

/* table_height.c: heights of rows from those of their cells. */
millipoint *table_heights_new(const struct row_group *group);
/* The height of the rows that a cell spans. */
millipoint table_height_spanned(const struct row_group *group, const struct table_cell *cell,
                                const millipoint *heights);
/* Lowers cells with relative-align="baseline" to the lowest first baseline of their row. */
void table_height_align(struct row_group *group);

/* table_area.c: the group's area; of each cell what fits its rows, everything if `whole`. */
struct area *table_area_build(struct row_group *group, const millipoint *heights, bool whole);

/* table_group.c: splitting and pushing; the group is empty afterwards. */
void table_group_push(struct row_group *group, int32_t keep_with_previous, bool first);

/* table_border.c: the collapsing border model (CSS2 §17.6.2, as XSL refers to it). */
struct border *table_border_none(struct arena *arena, size_t count);
const struct border *table_border_wins(const struct border *one, const struct border *other);
void table_border_verticals(struct row_group *group, size_t row);
/* Edges above each row and below the last: (row_count + 1) × column_count. */
struct border *table_border_horizontals(struct row_group *group);
void table_border_insets(struct row_group *group, const struct border *horizontals);
/* Draws the edges of a group of which `rows` have the given heights. */
void table_border_draw(struct row_group *group, const struct border *horizontals,
                       const millipoint *heights, struct area *area, struct element *element);

#endif
