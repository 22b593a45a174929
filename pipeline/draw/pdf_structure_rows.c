/* Rows of a table in the structure are equally wide (ISO 14289-1 §7.5): a row that has fewer cells
 * than others, as XSL-FO allows, gets one empty cell over the columns that are left. Caller:
 * pdf_structure_write.c, before anything is written. */
#include <stdlib.h>

#include "base/memory.h"
#include "draw/pdf_structure_tree.h"

/* A table's rows in order, and how wide each is. */
struct rows {
    size_t *elements; /* indices */
    int64_t *widths;  /* of row n: columns; while they are counted, what begins or ends here */
    size_t count, capacity;
};

static void add_row(struct rows *rows, size_t element)
{
    if (rows->count == rows->capacity) {
        rows->capacity = rows->capacity ? rows->capacity * 2 : 64;
        rows->elements = memory_resize(rows->elements, rows->capacity, sizeof *rows->elements);
        rows->widths = memory_resize(rows->widths, rows->capacity, sizeof *rows->widths);
    }
    rows->widths[rows->count] = 0;
    rows->elements[rows->count++] = element;
}

/* The rows right below an element, and those of its head, bodies and foot. */
static void collect(const struct pdf_structure *structure, size_t element, bool parts,
                    struct rows *rows)
{
    for (size_t at = structure->elements[element].first_kid; at;
         at = structure->kids[at - 1].next) {
        const struct kid *kid = &structure->kids[at - 1];
        if (kid->type != KID_ELEMENT)
            continue;
        enum structure_type type = structure->elements[kid->value].type;
        if (type == STRUCTURE_TABLE_ROW && structure->elements[kid->value].first_kid)
            add_row(rows, kid->value);
        else if (parts && (type == STRUCTURE_TABLE_HEAD || type == STRUCTURE_TABLE_BODY ||
                           type == STRUCTURE_TABLE_FOOT))
            collect(structure, kid->value, false, rows);
    }
}

/* Counts columns: a cell over several rows adds to each of them. Returns the widest. */
static int64_t measure(const struct pdf_structure *structure, struct rows *rows)
{
    int64_t *ending = memory_new(rows->count + 1, sizeof *ending); /* columns that end at a row */
    int64_t carried = 0, widest = 0;
    for (size_t row = 0; row < rows->count; row++) {
        carried -= ending[row];
        rows->widths[row] = carried;
        for (size_t at = structure->elements[rows->elements[row]].first_kid; at;
             at = structure->kids[at - 1].next) {
            const struct kid *kid = &structure->kids[at - 1];
            if (kid->type != KID_ELEMENT)
                continue;
            const struct element *cell = &structure->elements[kid->value];
            int columns = cell->columns > 1 ? cell->columns : 1;
            size_t down = cell->rows > 1 ? (size_t)cell->rows : 1;
            rows->widths[row] += columns;
            carried += columns;
            ending[down < rows->count - row ? row + down : rows->count] += columns;
        }
        widest = rows->widths[row] > widest ? rows->widths[row] : widest;
    }
    free(ending);
    return widest;
}

void pdf_structure_even_rows(struct pdf_structure *structure)
{
    struct rows rows = {NULL, NULL, 0, 0};
    size_t count = structure->element_count; /* cells are added behind */
    for (size_t i = 0; i < count; i++) {
        if (structure->elements[i].type != STRUCTURE_TABLE)
            continue;
        rows.count = 0;
        collect(structure, i, true, &rows);
        int64_t widest = measure(structure, &rows);
        for (size_t row = 0; row < rows.count; row++) {
            int64_t missing = widest - rows.widths[row];
            const struct structure_tag filler = {
                .type = STRUCTURE_TABLE_CELL, .columns = (int)missing, .rows = 1};
            if (missing > 0)
                pdf_structure_add(structure, &filler, rows.elements[row]);
        }
    }
    free(rows.elements);
    free(rows.widths);
}
