/* A walk to the first text, in a list up to its first box: what stands above that is edges and
 * spaces. Called by table_height.c and list_layout.c. */
#include "format/baseline.h"

#include "format/column.h"

static bool find_text(const struct area *area, int64_t top, unsigned depth, int64_t *y)
{
    for (const struct area *child = area->first; child && depth; child = child->next) {
        if (child->kind == AREA_TEXT || child->kind == AREA_FIELD) {
            *y = top + child->y;
            return true;
        }
        if (child->kind == AREA_BLOCK && !child->rotation &&
            find_text(child, top + child->y, depth - 1, y))
            return true;
    }
    return false;
}

bool baseline_of_area(const struct area *area, millipoint *y)
{
    enum { DEPTH = 40 }; /* of areas in areas that are looked into */
    int64_t found;
    if (!find_text(area, 0, DEPTH, &found))
        return false;
    *y = measure_clamp(found);
    return true;
}

/* The spaces that end at element `at`, unless they are at the very top: those are discarded in a
 * column of its own, and stand above what is beside. */
static int64_t space_above(const struct vertical_list *list, size_t from, size_t run, size_t at)
{
    if (run == from && from > 0)
        return 0;
    return column_space(list->elements, run, at, run == from);
}

bool baseline_of_list(const struct vertical_list *list, size_t from, millipoint *y)
{
    int64_t top = 0;
    size_t run = from;
    for (size_t i = from; i < list->count; i++) {
        const struct element *element = &list->elements[i];
        if (element->kind == ELEMENT_OPEN) {
            if (column_edge_before(element->of.frame, false) || element->of.frame->head) {
                top += space_above(list, from, run, i);
                run = i + 1;
            }
            top += column_edge_before(element->of.frame, false) +
                   column_head_height(element->of.frame, false);
        } else if (element->kind == ELEMENT_BOX) {
            millipoint inside;
            const struct area *area = element->of.box.area;
            top += space_above(list, from, run, i);
            if (!area || !baseline_of_area(area, &inside))
                return false;
            *y = measure_clamp(top + inside);
            return true;
        }
    }
    return false;
}
