/* A label is laid out whole and stands beside the top of its item's body; the body flows
 * on in the same column, so that it can break across pages. Until as much of the body has come as
 * the label is high, pages are not filled: then breaks beside the label become bad ones, and the
 * label and the body's first line are brought to one baseline if relative-align says so. What a
 * label is higher than its body is made up for below it. A label higher than a page stands above
 * its body. Called by block_layout.c. */
#include "format/list_layout.h"

#include "format/baseline.h"
#include "format/block_layout.h"
#include "format/footnote_layout.h"
#include "format/format_messages.h"

struct list {
    struct formatter *formatter;
    struct flow *flow;
};

/* An item whose label is still being covered by its body. */
struct item_watch {
    struct vertical_list *list;
    struct area *label;
    size_t at;      /* the label's element */
    int64_t pushed; /* with it */
    bool baseline;  /* still to be aligned */
    vertical_drain *drain;
    void *drain_state;
};

/* Brings the label and the body's first line to one baseline: what is higher is lowered. */
static void align(struct item_watch *watch)
{
    struct element *label = &watch->list->elements[watch->at];
    millipoint of_label, of_body;
    watch->baseline = false;
    if (!baseline_of_area(watch->label, &of_label) ||
        !baseline_of_list(watch->list, watch->at + 1, &of_body))
        return;
    if (of_body >= of_label) {
        struct area *inner = area_new(vertical_arena(watch->list), AREA_BLOCK);
        inner->first = watch->label->first;
        inner->last = watch->label->last;
        inner->width = watch->label->width;
        inner->height = watch->label->height;
        inner->y = of_body - of_label;
        watch->label->first = watch->label->last = inner;
        watch->label->height += inner->y;
    } else {
        label->kind = ELEMENT_BOX;
        label->height = of_label - of_body;
        watch->list->pushed += label->height;
    }
}

/* Breaks in the body before the label's foot would leave it hanging out of its column. */
static bool strengthen(const struct item_watch *watch)
{
    struct vertical_list *list = watch->list;
    int64_t height = 0;
    for (size_t i = watch->at; i < list->count; i++) {
        struct element *element = &list->elements[i];
        if (element->kind == ELEMENT_BOX)
            height += element->height;
        else if (element->kind == ELEMENT_BREAK && height < watch->label->height &&
                 element->strength < BREAK_WIDOW)
            element->strength = BREAK_WIDOW;
    }
    return height >= watch->label->height;
}

static void unwatch(struct item_watch *watch)
{
    watch->list->drain = watch->drain;
    watch->list->drain_state = watch->drain_state;
}

static bool has_boxes(const struct item_watch *watch)
{
    for (size_t i = watch->at + 1; i < watch->list->count; i++)
        if (watch->list->elements[i].kind == ELEMENT_BOX)
            return true;
    return false;
}

/* Stands in for the page builder's drain while the label is being covered. */
static int drain(void *state, struct vertical_list *list)
{
    struct item_watch *watch = state;
    if (watch->baseline && has_boxes(watch))
        align(watch);
    if (watch->baseline || !strengthen(watch))
        return 0;
    unwatch(watch);
    return watch->drain ? watch->drain(watch->drain_state, list) : 0;
}

static void fill_up(struct vertical_list *list, int64_t lacks, long line)
{
    if (lacks > 0)
        vertical_push_box(list, area_new(vertical_arena(list), AREA_BLOCK), measure_clamp(lacks),
                          line);
}

/* The label beside what comes next; false if it is too high for that. */
static bool push_label(struct list *list, const xmlNode *node, const struct traits *item,
                       struct item_watch *watch)
{
    struct formatter *formatter = list->formatter;
    struct vertical_list *vertical = list->flow->list;
    struct arena *arena = vertical_arena(vertical);
    const struct traits *traits = property_resolve(formatter->properties, node, item);
    struct area *label = block_layout_area(formatter, arena, list->flow->width, 0, node, traits);
    if (vertical->height && label->height > vertical->height)
        return false;
    label->x = list->flow->left;
    label->tag = formatter_tag(formatter, arena, STRUCTURE_LIST_LABEL);
    label->id = formatter_id(formatter, arena, node);
    *watch = (struct item_watch){.list = vertical,
                                 .label = label,
                                 .at = vertical->count,
                                 .baseline = item->relative_align == KEYWORD_BASELINE,
                                 .pushed = vertical->pushed,
                                 .drain = vertical->drain,
                                 .drain_state = vertical->drain_state};
    vertical_push_beside(vertical, label);
    vertical->drain = drain;
    vertical->drain_state = watch;
    return true;
}

/* Label or body as a part of the flow. */
static void push_flowing(struct list *list, const xmlNode *node, const struct traits *item,
                         enum structure_type type)
{
    struct formatter *formatter = list->formatter;
    struct vertical_list *vertical = list->flow->list;
    struct arena *arena = vertical_arena(vertical);
    const struct traits *traits = property_resolve(formatter->properties, node, item);
    int32_t together = vertical->together;
    if (keep_strength(&traits->keep_together) > together)
        vertical->together = keep_strength(&traits->keep_together);
    struct frame *frame = vertical_open(vertical, list->flow->left, list->flow->width, NULL,
                                        formatter_tag(formatter, arena, type));
    frame->id = formatter_id(formatter, arena, node);
    block_layout_children(formatter, list->flow, node, traits, false);
    vertical_close(vertical, frame);
    vertical->together = together;
}

static void layout_parts(struct list *list, const xmlNode *node, const struct traits *traits)
{
    struct formatter *formatter = list->formatter;
    struct vertical_list *vertical = list->flow->list;
    struct item_watch watch = {0};
    bool has_label = false, has_body = false;
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, node, child)) != NULL) {
        enum object object = object_of(child);
        has_label |= object == OBJECT_LIST_ITEM_LABEL;
        has_body |= object == OBJECT_LIST_ITEM_BODY;
        if (object == OBJECT_LIST_ITEM_LABEL && !watch.label) {
            if (!push_label(list, child, traits, &watch)) {
                push_flowing(list, child, traits, STRUCTURE_LIST_LABEL);
                vertical_push_break(vertical, BREAK_WIDOW);
            }
        } else if (object == OBJECT_LIST_ITEM_BODY) {
            push_flowing(list, child, traits, STRUCTURE_LIST_BODY);
        } else if (object != OBJECT_MARKER) {
            object_refuse(formatter->report, child);
        }
    }
    if (!has_label || !has_body)
        report_at(formatter->report, &MESSAGE_LIST_ITEM, node, NULL);
    if (!watch.label)
        return;
    if (vertical->drain == drain && vertical->drain_state == &watch) {
        if (watch.baseline)
            align(&watch);
        (void)strengthen(&watch);
        unwatch(&watch);
    }
    fill_up(vertical, watch.label->height - (vertical->pushed - watch.pushed),
            formatter_line(node));
}

static void layout_item(struct list *list, const xmlNode *node, const struct traits *traits)
{
    struct formatter *formatter = list->formatter;
    struct vertical_list *vertical = list->flow->list;
    struct chunk *held = chunk_hold(vertical->chunk);
    struct arena *arena = vertical_arena(vertical);
    const struct box *box = box_new(arena, traits, list->flow->width);
    const struct extent extent = block_extent(list->flow, traits, box);
    struct frame *item = vertical_open(vertical, extent.x, extent.width, box,
                                       formatter_tag(formatter, arena, STRUCTURE_LIST_ITEM));
    item->id = formatter_id(formatter, arena, node);
    item->markers = marker_read(formatter, vertical, node);
    int32_t together = vertical->together;
    if (keep_strength(&traits->keep_together) > together)
        vertical->together = keep_strength(&traits->keep_together);
    layout_parts(list, node, traits);
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
    frame->markers = marker_read(formatter, vertical, node);
    int32_t together = vertical->together;
    if (keep_strength(&traits->keep_together) > together)
        vertical->together = keep_strength(&traits->keep_together);
    struct list list = {formatter, flow};
    bool first = true;
    const xmlNode *child = NULL;
    while (!vertical->stopped && (child = formatter_next(formatter, node, child)) != NULL) {
        if (object_of(child) == OBJECT_MARKER)
            continue; /* read with the list */
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
