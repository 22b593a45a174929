/* Small constructors; see area.h. */
#include "format/area.h"

struct area *area_new(struct arena *arena, enum area_kind kind)
{
    struct area *area = arena_alloc(arena, sizeof *area);
    area->kind = kind;
    return area;
}

void area_append(struct area *parent, struct area *child)
{
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

struct area *area_rule(struct arena *arena, millipoint x, millipoint y, millipoint width,
                       millipoint height, const struct border *border)
{
    struct area *area = area_new(arena, AREA_RULE);
    area->x = x;
    area->y = y;
    area->width = width;
    area->height = height;
    area->content.rule.thickness = border->width;
    area->content.rule.style = border->style;
    area->content.rule.colour = border->colour;
    return area;
}

millipoint box_edge(const struct box *box, enum side side)
{
    return box ? border_width(&box->border[side]) + box->padding[side] : 0;
}

const struct box *box_new(struct arena *arena, const struct traits *traits, millipoint width)
{
    bool is_seen = traits->visibility == KEYWORD_VISIBLE;
    bool any = !traits->background.none || traits->background_tile;
    for (int side = 0; side < SIDE_COUNT && !any; side++)
        any = border_width(&traits->border[side]) || traits->padding[side].length ||
              traits->padding[side].percent;
    if (!any)
        return NULL;
    struct box *box = arena_alloc(arena, sizeof *box);
    box->background = traits->background;
    box->background.none |= !is_seen;
    box->backdrop = traits->background_tile && is_seen ? traits : NULL;
    for (int side = 0; side < SIDE_COUNT; side++) {
        box->border[side] = traits->border[side];
        box->border[side].colour.none |= !is_seen;
        box->padding[side] = measure_resolve(traits->padding[side], width);
        box->retain[side] = traits->border_retain[side] == KEYWORD_RETAIN ||
                            traits->padding_retain[side] == KEYWORD_RETAIN;
    }
    return box;
}

void area_relative_offset(const struct traits *traits, millipoint width, millipoint height,
                          millipoint *x, millipoint *y)
{
    *x = *y = 0;
    if (traits->relative_position != KEYWORD_RELATIVE)
        return;
    *x = !traits->left.automatic ? measure_resolve(traits->left, width)
                                 : -measure_resolve(traits->right, width);
    *y = !traits->top.automatic ? measure_resolve(traits->top, height)
                                : -measure_resolve(traits->bottom, height);
}
