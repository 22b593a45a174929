/* A container without a height is a frame in the flow and may break across pages; one with a
 * height, a rotation or an absolute position is laid out whole into one area. Indents are
 * inherited into it as any property is, and count anew from its content's edge (XSL 1.1 §7.11.7).
 */
#include "format/container_layout.h"

#include "format/block_layout.h"
#include "format/format_messages.h"

/* Puts `content` into an area `height` high after display-align; reports what sticks out. */
static void align(struct formatter *formatter, struct area *area, struct area *content,
                  millipoint height, const struct traits *traits, const xmlNode *node)
{
    millipoint room = height - content->height;
    if (room < 0) {
        char points[REPORT_POINTS_SIZE];
        report_points(-room, points);
        report_at(formatter->report, &MESSAGE_CONTAINER_OVERFULL, node, points,
                  (const char *)node->name, NULL);
        room = 0;
    }
    if (traits->display_align == KEYWORD_CENTER)
        content->y += room / 2;
    else if (traits->display_align == KEYWORD_AFTER)
        content->y += room;
    area_append(area, content);
}

/* The content rectangle of a container as its content sees it: turned by reference-orientation.
 * Width and height are those of the turned rectangle (XSL 1.1 §5.3.4, §7.21.3). */
struct rectangle {
    millipoint width, height; /* of a line; of all lines, 0 = as high as they are */
    int rotation;
};

/* One area with everything in it. `across`: the width there is for a container that is turned
 * sideways and has no height of its own. */
static struct area *whole(struct formatter *formatter, struct arena *arena, const xmlNode *node,
                          const struct traits *traits, const struct box *box,
                          const struct rectangle *rectangle, millipoint across)
{
    bool sideways = rectangle->rotation == 90 || rectangle->rotation == 270;
    struct area *content =
        block_layout_area(formatter, arena, rectangle->width, rectangle->height, node, traits);
    struct area *area = area_new(arena, AREA_BLOCK), *inner = area_new(arena, AREA_BLOCK);
    millipoint height = rectangle->height                      ? rectangle->height
                        : sideways && across > content->height ? across
                                                               : content->height;
    align(formatter, inner, content, height, traits, node);
    inner->x = box_edge(box, SIDE_START);
    inner->y = box_edge(box, SIDE_BEFORE);
    inner->width = sideways ? height : rectangle->width;
    inner->height = sideways ? rectangle->width : height;
    inner->rotation = rectangle->rotation;
    area->box = box;
    area->width = inner->width + inner->x + box_edge(box, SIDE_END);
    area->height = inner->height + inner->y + box_edge(box, SIDE_AFTER);
    area->id = formatter_id(formatter, arena, node);
    area_append(area, inner);
    return area;
}

/* The length of a line that runs up or down the page, `between` high: all of it, or as asked; of a
 * percentage no more than there is, edges counted, because a table turned by 100 % is meant to fill
 * the page (DocBook's landscape tables). */
static millipoint line_of_sideways(const struct traits *traits, millipoint between)
{
    if (traits->width.automatic)
        return between;
    millipoint line = measure_resolve(traits->width, between);
    return traits->width.percent && line > between ? between : line;
}

void container_layout(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                      const struct traits *traits)
{
    struct vertical_list *list = flow->list;
    struct chunk *held = chunk_hold(list->chunk);
    struct arena *arena = vertical_arena(list);
    const struct box *box = box_new(arena, traits, flow->width);
    struct extent extent = block_extent(flow, traits, box);
    struct rectangle rectangle = {.width = extent.content_width,
                                  .rotation = traits_rotation(traits)};
    bool sideways = rectangle.rotation == 90 || rectangle.rotation == 270;
    millipoint between = flow->height - box_edge(box, SIDE_BEFORE) - box_edge(box, SIDE_AFTER);
    if (sideways && between > 0)
        rectangle.width = line_of_sideways(traits, between);
    else if (!traits->width.automatic)
        rectangle.width = measure_resolve(traits->width, block_reference_width(flow));
    if (!traits->height.automatic)
        rectangle.height = measure_resolve(traits->height, flow->height);
    if (!traits->height.automatic || rectangle.rotation) {
        struct area *area =
            whole(formatter, arena, node, traits, box, &rectangle, extent.content_width);
        area->x = extent.x;
        vertical_push_box(list, area, area->height, formatter_line(node));
    } else {
        millipoint edges = box_edge(box, SIDE_START) + box_edge(box, SIDE_END);
        struct frame *frame = vertical_open(list, extent.x, rectangle.width + edges, box, NULL);
        frame->id = formatter_id(formatter, arena, node);
        frame->reference = true;
        int32_t together = list->together;
        if (keep_strength(&traits->keep_together) > together)
            list->together = keep_strength(&traits->keep_together);
        struct flow own = {.list = list, .left = extent.content_x, .width = rectangle.width};
        block_layout_children(formatter, &own, node, traits, false);
        list->together = together;
        vertical_close(list, frame);
    }
    vertical_flush(list);
    chunk_release(held);
}

struct area *container_layout_inline(struct formatter *formatter, struct arena *arena,
                                     const xmlNode *node, const struct traits *traits,
                                     millipoint across)
{
    const struct box *box = box_new(arena, traits, across);
    const millipoint edges = box_edge(box, SIDE_START) + box_edge(box, SIDE_END);
    const millipoint width =
        traits->width.automatic ? across - edges : measure_resolve(traits->width, across);
    const millipoint height = traits->height.automatic ? 0 : traits->height.length;
    const int rotation = traits_rotation(traits);
    const struct rectangle rectangle = {.width = width, .height = height, .rotation = rotation};
    return whole(formatter, arena, node, traits, box, &rectangle, 0);
}

void container_layout_absolute(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                               const struct traits *traits)
{
    struct vertical_list *list = flow->list;
    struct arena *arena = vertical_arena(list);
    millipoint across = flow->width, down = flow->height;
    const struct box *box = box_new(arena, traits, across);
    millipoint edges = box_edge(box, SIDE_START) + box_edge(box, SIDE_END);
    millipoint left = measure_resolve(traits->left, across);
    millipoint right = measure_resolve(traits->right, across);
    millipoint top = measure_resolve(traits->top, down);
    millipoint bottom = measure_resolve(traits->bottom, down);
    millipoint upright = box_edge(box, SIDE_BEFORE) + box_edge(box, SIDE_AFTER);
    struct rectangle rectangle = {.rotation = traits_rotation(traits)};
    const bool sideways = rectangle.rotation == 90 || rectangle.rotation == 270;
    /* What the sides of the column leave, along and across the lines. */
    millipoint beside = across - left - right - edges, between = down - top - bottom - upright;
    if (!down && traits->top.automatic && !traits->bottom.automatic)
        report_at(formatter->report, &MESSAGE_BOTTOM_UNKNOWN, node, NULL);
    bool stretched = sideways ? !traits->left.automatic && !traits->right.automatic
                              : !traits->top.automatic && !traits->bottom.automatic && down;
    rectangle.width = !traits->width.automatic  ? measure_resolve(traits->width, across)
                      : sideways && between > 0 ? between
                                                : beside;
    if (!traits->height.automatic)
        rectangle.height = measure_resolve(traits->height, down);
    else if (stretched)
        rectangle.height = sideways ? beside : between;
    struct area *area = whole(formatter, arena, node, traits, box, &rectangle, 0);
    if (traits->left.automatic && !traits->right.automatic)
        left = across - right - area->width;
    area->x = measure_clamp((int64_t)flow->left + left);
    area->y =
        traits->top.automatic && !traits->bottom.automatic ? down - bottom - area->height : top;
    area->fixed = traits->absolute_position == KEYWORD_FIXED;
    vertical_push_absolute(list, area);
}
