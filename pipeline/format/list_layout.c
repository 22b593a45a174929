/* A label is laid out whole and stands in a box of no height at the top of its item; the body flows
 * on in the same column, so that it can break across pages. A label higher than its body is made up
 * for below it. */
#include "format/list_layout.h"

#include "format/block_layout.h"

struct list {
    struct formatter *formatter;
    struct flow *flow;
};

static void layout_item(struct list *list, const xmlNode *node, const struct traits *traits)
{
    struct formatter *formatter = list->formatter;
    struct vertical_list *vertical = list->flow->list;
    struct chunk *held = chunk_hold(vertical->chunk);
    struct arena *arena = vertical_arena(vertical);
    millipoint width = list->flow->width;
    const struct box *box = box_new(arena, traits, width);
    const struct extent extent = block_extent(list->flow, traits, box);
    struct frame *item = vertical_open(vertical, extent.x, extent.width, box,
                                       formatter_tag(formatter, arena, STRUCTURE_LIST_ITEM));
    item->id = formatter_id(formatter, arena, node);
    int32_t together = vertical->together;
    if (keep_strength(&traits->keep_together) > together)
        vertical->together = keep_strength(&traits->keep_together);
    millipoint label_height = 0;
    int64_t before = vertical->pushed;
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, node, child)) != NULL) {
        enum object object = object_of(child);
        if (object == OBJECT_LIST_ITEM_LABEL) {
            const struct traits *own = property_resolve(formatter->properties, child, traits);
            struct area *label = block_layout_area(formatter, arena, width, child, own);
            label->x = list->flow->left;
            label->tag = formatter_tag(formatter, arena, STRUCTURE_LIST_LABEL);
            label_height = label->height;
            vertical_push_beside(vertical, label);
        } else if (object == OBJECT_LIST_ITEM_BODY) {
            const struct traits *own = property_resolve(formatter->properties, child, traits);
            struct frame *body =
                vertical_open(vertical, list->flow->left, width, NULL,
                              formatter_tag(formatter, arena, STRUCTURE_LIST_BODY));
            block_layout_children(formatter, list->flow, child, own, false);
            vertical_close(vertical, body);
        } else {
            object_refuse(formatter->report, child);
        }
    }
    int64_t body_height = vertical->pushed - before;
    if (label_height > body_height) /* what of the label is below the body keeps its room */
        vertical_push_box(vertical, area_new(arena, AREA_BLOCK),
                          measure_clamp(label_height - body_height), formatter_line(node));
    vertical->together = together;
    vertical_close(vertical, item);
    chunk_release(held);
}

void list_layout(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                 const struct traits *traits)
{
    struct vertical_list *vertical = flow->list;
    struct chunk *held = chunk_hold(vertical->chunk);
    struct arena *arena = vertical_arena(vertical);
    const struct box *box = box_new(arena, traits, flow->width);
    const struct extent extent = block_extent(flow, traits, box);
    struct frame *frame = vertical_open(vertical, extent.x, extent.width, box,
                                        formatter_tag(formatter, arena, STRUCTURE_LIST));
    frame->id = formatter_id(formatter, arena, node);
    int32_t together = vertical->together;
    if (keep_strength(&traits->keep_together) > together)
        vertical->together = keep_strength(&traits->keep_together);
    struct list list = {formatter, flow};
    bool first = true;
    const xmlNode *child = NULL;
    while (!vertical->stopped && (child = formatter_next(formatter, node, child)) != NULL) {
        if (object_of(child) != OBJECT_LIST_ITEM) {
            object_refuse(formatter->report, child);
            continue;
        }
        const struct traits *own = property_resolve(formatter->properties, child, traits);
        block_begin(flow, own, first);
        layout_item(&list, child, own);
        block_end(flow, own);
        first = false;
    }
    vertical->together = together;
    vertical_close(vertical, frame);
    chunk_release(held);
}
