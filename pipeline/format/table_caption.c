/* fo:table-and-caption (XSL 1.1 §6.7.2): the caption stands on the side that caption-side names;
 * above and below it is kept with the table, beside it the table takes the width that is left.
 * A table that is narrower stands where the text-align of fo:table-and-caption says. Called by
 * table_layout.c. */
#include "format/block_layout.h"
#include "format/table.h"

/* A caption beside its table without a width of its own takes that part of the whole. */
enum { CAPTION_PART = 4 };

static void layout_captions(struct formatter *formatter, struct flow *flow, const xmlNode *caption,
                            const struct traits *traits)
{
    struct vertical_list *list = flow->list;
    int32_t together = list->together;
    if (keep_strength(&traits->keep_together) > together)
        list->together = keep_strength(&traits->keep_together);
    block_layout_children(formatter, flow, caption, traits, false);
    list->together = together;
}

static void layout_one(struct formatter *formatter, struct flow *flow, const xmlNode *table,
                       const struct traits *traits, int32_t align)
{
    vertical_push_space(flow->list, &traits->space_before);
    table_layout_one(formatter, flow, table, traits, align);
    vertical_push_space(flow->list, &traits->space_after);
}

/* The caption beside the top of the table; where it is higher, made up for below. */
static void layout_beside(struct formatter *formatter, struct flow *flow, const xmlNode *caption,
                          const struct traits *traits, const xmlNode *table,
                          const struct traits *table_traits)
{
    struct vertical_list *list = flow->list;
    struct arena *arena = vertical_arena(list);
    struct chunk *held = chunk_hold(list->chunk);
    bool before = traits->caption_side == KEYWORD_START || traits->caption_side == KEYWORD_LEFT;
    millipoint width = traits->width.automatic
                           ? flow->width / CAPTION_PART
                           : measure_resolve(traits->width, block_reference_width(flow));
    width = width < flow->width ? width : flow->width;
    struct area *area = block_layout_area(formatter, arena, width, 0, caption, traits);
    area->x = flow->left + (before ? 0 : flow->width - width);
    vertical_push_beside(list, area);
    struct flow rest = *flow;
    rest.left += before ? width : 0;
    rest.width -= width;
    rest.block_width = 0;
    rest.span_width = 0;
    int64_t above = list->pushed;
    layout_one(formatter, &rest, table, table_traits, KEYWORD_START);
    int64_t lacks = area->height - (list->pushed - above);
    if (lacks > 0) {
        struct area *filler = area_new(vertical_arena(list), AREA_BLOCK);
        vertical_push_box(list, filler, measure_clamp(lacks), formatter_line(caption));
    }
    chunk_release(held);
}

/* The caption as it can be read after the table: a streaming source may free what it has passed. */
static const xmlNode *kept(const struct flow *flow, const xmlNode *caption)
{
    return flow->list->chunk ? chunk_copy_node(flow->list->chunk, caption) : caption;
}

void table_caption_layout(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                          const struct traits *traits)
{
    struct vertical_list *list = flow->list;
    struct chunk *held = chunk_hold(list->chunk);
    const xmlNode *child = NULL, *caption = NULL;
    const struct traits *own = NULL;
    while ((child = formatter_next(formatter, node, child)) != NULL) {
        if (object_of(child) == OBJECT_TABLE_CAPTION && !caption) {
            own = property_resolve(formatter->properties, child, traits);
            caption = kept(flow, child);
            if (caption &&
                (own->caption_side == KEYWORD_BEFORE || own->caption_side == KEYWORD_TOP)) {
                layout_captions(formatter, flow, caption, own);
                vertical_push_break(list, KEEP_ALWAYS);
                caption = NULL;
            }
        } else if (object_of(child) == OBJECT_TABLE) {
            const struct traits *table = property_resolve(formatter->properties, child, traits);
            bool below = caption && (own->caption_side == KEYWORD_AFTER ||
                                     own->caption_side == KEYWORD_BOTTOM);
            if (caption && !below)
                layout_beside(formatter, flow, caption, own, child, table);
            else
                layout_one(formatter, flow, child, table, traits->text_align);
            if (below) {
                vertical_push_break(list, KEEP_ALWAYS);
                list->keep_next = KEEP_AUTO;
                layout_captions(formatter, flow, caption, own);
            }
            caption = NULL;
        } else if (object_of(child) != OBJECT_MARKER) {
            object_refuse(formatter->report, child);
        }
    }
    chunk_release(held);
}
