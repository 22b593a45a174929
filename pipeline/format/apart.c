/* The list's elements are copied into the arena, so that nothing is left to free. Called by
 * out_of_line.c. */
#include "format/apart.h"

#include <string.h>

#include "format/column.h"

/* The height up to the first break that no widow or keep forbids. */
static millipoint least_height(const struct vertical_list *list, millipoint whole)
{
    int64_t height = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct element *element = &list->elements[i];
        if (element->kind == ELEMENT_BREAK && element->strength == BREAK_FREE && height > 0)
            return measure_clamp(height);
        height += element->kind == ELEMENT_BOX ? element->height : 0;
    }
    return whole;
}

const struct apart *apart_new(struct arena *arena, struct vertical_list *list)
{
    struct apart *apart = arena_alloc(arena, sizeof *apart);
    apart->height = column_height(list, false);
    apart->following_height = column_height(list, true);
    apart->least = least_height(list, apart->height);
    apart->list = *list;
    apart->list.elements =
        arena_new_array(arena, list->count ? list->count : 1, sizeof *apart->list.elements);
    if (list->count)
        memcpy(apart->list.elements, list->elements, list->count * sizeof *list->elements);
    apart->list.capacity = list->count;
    apart->list.dropped = 0;
    vertical_end(list);
    return apart;
}
