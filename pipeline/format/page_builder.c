/* The builder drains the vertical list whenever a unit has been pushed: as long as the scan finds
 * the column full, a page is emitted. Which master a page gets depends on whether it is the first
 * or the last; that it is the last is known only when the flow is done, so the last page may be
 * filled anew for a master of another height. */
#include "format/page_builder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/block_layout.h"
#include "format/column.h"
#include "format/container_layout.h"
#include "format/format_messages.h"
#include "format/object.h"
#include "format/page_number.h"

struct builder {
    struct formatter *formatter;
    struct painter *painter;
    const struct page_masters *masters;
    struct page_choice choice;
    const xmlNode *node; /* fo:page-sequence */
    const struct traits *traits;
    const xmlNode *statics[16]; /* copies of fo:static-content */
    size_t static_count;
    const xmlNode *flow_node;
    const struct page_master *master; /* of the page being filled */
    struct vertical_list list;
    struct flow flow;
    struct frame_stack open;
    struct column_scan scan;
    struct arena *arena; /* of the page being painted */
    struct page_count *count;
    bool first; /* no page of this sequence has been emitted */
};

/* --- Masters --------------------------------------------------------------------------------- */

static const struct region *body_of(const struct page_master *master)
{
    return &master->regions[REGION_BODY];
}

/* Chooses the master of the page to be filled and begins its scan; -1 if there is none. */
static int begin_page(struct builder *builder, bool last)
{
    const struct page_wish wish = {
        .number = builder->count->number, .first = builder->first, .last = last};
    builder->master = page_master_choose(builder->formatter, builder->masters, &builder->choice,
                                         builder->node, wish);
    if (!builder->master || report_failed(builder->formatter->report)) {
        const struct region *body = builder->master ? body_of(builder->master) : NULL;
        if (!body || body->width <= 0 || body->height <= 0)
            return -1;
    }
    const struct region *body = body_of(builder->master);
    builder->flow.width =
        body->width - box_edge(body->box, SIDE_START) - box_edge(body->box, SIDE_END);
    builder->list.height =
        body->height - box_edge(body->box, SIDE_BEFORE) - box_edge(body->box, SIDE_AFTER);
    page_number_format(builder->count->number, builder->traits->format,
                       builder->formatter->page_estimate);
    column_scan_begin(&builder->scan, builder->list.height, &builder->open);
    return 0;
}

/* --- Painting a page ------------------------------------------------------------------------- */

static int paint_region(struct builder *builder, const struct region *region, struct area *content)
{
    struct area *area = area_new(builder->arena, AREA_BLOCK);
    area->width = region->width;
    area->height = region->height;
    area->box = region->box;
    if (content) {
        content->x = box_edge(region->box, SIDE_START);
        content->y = box_edge(region->box, SIDE_BEFORE);
        millipoint room = region->height - content->y - box_edge(region->box, SIDE_AFTER);
        if (region->traits->display_align == KEYWORD_CENTER && content->height < room)
            content->y += (room - content->height) / 2;
        else if (region->traits->display_align == KEYWORD_AFTER && content->height < room)
            content->y += room - content->height;
        area_append(area, content);
    }
    return painter_paint(builder->painter, area, region->x, region->y);
}

/* The static content of one region, if the page-sequence has any for it. */
static int paint_static(struct builder *builder, const struct page_master *master,
                        enum region_place place)
{
    static const struct structure_tag artifact = {
        .type = STRUCTURE_ARTIFACT, .columns = 1, .rows = 1};
    struct formatter *formatter = builder->formatter;
    const struct region *region = &master->regions[place];
    const xmlNode *node = NULL;
    for (size_t i = 0; region->present && i < builder->static_count && !node; i++) {
        const char *name = property_attribute(builder->statics[i], "flow-name");
        node = name && strcmp(region->name, name) == 0 ? builder->statics[i] : NULL;
    }
    if (!node)
        return 0;
    const struct traits *traits = property_resolve(formatter->properties, node, builder->traits);
    millipoint width =
        region->width - box_edge(region->box, SIDE_START) - box_edge(region->box, SIDE_END);
    formatter->page_label = builder->painter->label;
    formatter->untagged = true;
    struct area *content = block_layout_area(formatter, builder->arena, width, node, traits);
    formatter->page_label = NULL;
    formatter->untagged = false;
    content->tag = &artifact;
    return paint_region(builder, region, content);
}

/* In reading order, which is the order in which other programs extract the text: what stands above
 * and at the start, the body, what stands at the end and below. */
static int paint_regions(struct builder *builder, const struct page_master *master,
                         struct area *body)
{
    static const enum region_place around[] = {REGION_BEFORE, REGION_START, REGION_END,
                                               REGION_AFTER};
    for (size_t i = 0; i < 4; i++) {
        if (i == 2 && paint_region(builder, body_of(master), body) != 0)
            return -1;
        if (paint_static(builder, master, around[i]) != 0)
            return -1;
    }
    return 0;
}

static int paint_page(struct builder *builder, struct area *body)
{
    const struct page_master *master = builder->master;
    char label[PAGE_NUMBER_SIZE];
    page_number_format(builder->count->number, builder->traits->format, label);
    builder->painter->label = label;
    const struct page_geometry geometry = {.number = builder->count->pages + 1,
                                           .label = label,
                                           .width = master->width,
                                           .height = master->height};
    const struct device *device = builder->painter->device;
    if (device->begin_page(device->state, &geometry) != 0)
        return -1;
    if (paint_regions(builder, master, body) != 0 || device->end_page(device->state) != 0)
        return -1;
    builder->count->pages++;
    builder->count->number++;
    builder->choice.page++;
    builder->first = false;
    arena_reset(builder->arena);
    return 0;
}

/* Emits a page with the first `end` elements. */
static int emit_page(struct builder *builder, size_t end)
{
    struct area *body = area_new(builder->arena, AREA_BLOCK);
    body->width = builder->flow.width;
    column_place(&builder->list, end, &builder->open, body, builder->arena);
    if (paint_page(builder, body) != 0)
        return -1;
    vertical_drop(&builder->list, end);
    return 0;
}

static int emit_blank(struct builder *builder)
{
    const struct page_wish wish = {
        .number = builder->count->number, .first = builder->first, .blank = true};
    builder->master = page_master_choose(builder->formatter, builder->masters, &builder->choice,
                                         builder->node, wish);
    return builder->master ? paint_page(builder, NULL) : -1;
}

/* --- Filling --------------------------------------------------------------------------------- */

static void report_page(struct builder *builder)
{
    const struct column_scan *scan = &builder->scan;
    const struct element *element = scan->end ? &builder->list.elements[scan->end - 1] : NULL;
    long line = element ? element->line : 0;
    for (size_t i = scan->end; !line && i-- > 0;)
        line = builder->list.elements[i].line;
    if (scan->overfull) {
        char points[32];
        int64_t excess = (element ? element->height : 0) + scan->used - scan->height;
        millipoint shown = measure_clamp(excess);
        snprintf(points, sizeof points, "%d.%03d", shown / 1000, shown % 1000);
        report_line(builder->formatter->report, &MESSAGE_PAGE_OVERFULL, line, points, NULL);
    }
    if (scan->kept)
        report_line(builder->formatter->report, &MESSAGE_KEEP_BROKEN, line, NULL);
}

/* A forced break stands at the front of the list: the page before it is emitted. */
static int meet_forced_break(struct builder *builder)
{
    int32_t keyword = builder->list.elements[builder->scan.end].strength;
    bool empty = !builder->scan.filled;
    if (!empty && emit_page(builder, builder->scan.end) != 0)
        return -1;
    /* An element that only marks the break; frames opened before it stay open. */
    if (empty) {
        struct area *nothing = area_new(builder->arena, AREA_BLOCK);
        column_place(&builder->list, builder->scan.end, &builder->open, nothing, builder->arena);
        for (size_t i = 0; i < builder->open.count; i++)
            builder->open.frames[i]->begun = false;
        vertical_drop(&builder->list, builder->scan.end);
    }
    vertical_drop(&builder->list, 1);
    bool odd = builder->count->number % 2 == 1;
    if (((keyword == KEYWORD_EVEN_PAGE && odd) || (keyword == KEYWORD_ODD_PAGE && !odd)) &&
        emit_blank(builder) != 0)
        return -1;
    return begin_page(builder, false);
}

static int drain(void *state, struct vertical_list *list)
{
    struct builder *builder = state;
    for (;;) {
        switch (column_scan_more(&builder->scan, list)) {
        case COLUMN_MORE:
            return 0;
        case COLUMN_BREAK:
            report_page(builder);
            if (emit_page(builder, builder->scan.end) != 0 || begin_page(builder, false) != 0)
                return -1;
            break;
        case COLUMN_FORCED:
            if (meet_forced_break(builder) != 0)
                return -1;
            break;
        }
    }
}

/* The flow is done: what is left is the last page, on the master for last pages if there is one. */
static int finish(struct builder *builder)
{
    if (drain(builder, &builder->list) != 0)
        return -1;
    if (page_master_knows_last(&builder->choice)) {
        const struct page_master *rest = builder->master;
        if (begin_page(builder, true) != 0)
            return -1;
        if (column_scan_more(&builder->scan, &builder->list) == COLUMN_BREAK) {
            builder->master = rest;
            if (emit_page(builder, builder->scan.end) != 0 || begin_page(builder, true) != 0)
                return -1;
        }
    }
    if ((builder->scan.filled || builder->first || builder->list.count) &&
        emit_page(builder, builder->list.count) != 0)
        return -1;
    int32_t force = builder->traits->force_page_count;
    bool last_odd = builder->count->number % 2 == 0;
    if ((force == KEYWORD_END_ON_EVEN && last_odd) || (force == KEYWORD_END_ON_ODD && !last_odd) ||
        (force == KEYWORD_EVEN && builder->choice.page % 2 == 1) ||
        (force == KEYWORD_ODD && builder->choice.page % 2 == 0))
        return emit_blank(builder);
    return 0;
}

/* --- The sequence ---------------------------------------------------------------------------- */

/* Static content is laid out on every page, so it is copied: a source may free nodes it has passed.
 */
static void collect_static(struct builder *builder, const xmlNode *node, xmlDoc *copies)
{
    if (builder->static_count == sizeof builder->statics / sizeof *builder->statics)
        return;
    xmlNode *copy = xmlDocCopyNode((xmlNode *)node, copies, 1);
    if (!copy)
        return;
    xmlAddChild(xmlDocGetRootElement(copies), copy);
    builder->statics[builder->static_count++] = copy;
}

static void start_number(struct builder *builder)
{
    const char *initial = builder->traits->initial_page_number;
    unsigned *number = &builder->count->number;
    if (!initial || strcmp(initial, "auto") == 0)
        return;
    if (strcmp(initial, "auto-odd") == 0)
        *number += *number % 2 == 0;
    else if (strcmp(initial, "auto-even") == 0)
        *number += *number % 2 == 1;
    else {
        long given = strtol(initial, NULL, 10);
        *number = given < 1 ? 1 : given > 100000000 ? 100000000 : (unsigned)given;
    }
}

static int run_flow(struct builder *builder, const xmlNode *node)
{
    struct formatter *formatter = builder->formatter;
    const struct region *body = body_of(builder->master);
    const char *name = property_attribute(node, "flow-name");
    if (!name || strcmp(name, body->name) != 0) {
        report_at(formatter->report, &MESSAGE_FLOW_UNKNOWN, node, name ? name : "", NULL);
        return 0;
    }
    const struct traits *traits = property_resolve(formatter->properties, node, builder->traits);
    block_layout_children(formatter, &builder->flow, node, traits, false);
    if (builder->list.stopped ||
        formatter->request->source.failed(formatter->request->source.state))
        return -1;
    return finish(builder);
}

static int walk(struct builder *builder, xmlDoc *copies)
{
    struct formatter *formatter = builder->formatter;
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, builder->node, child)) != NULL) {
        switch (object_of(child)) {
        case OBJECT_STATIC_CONTENT:
            collect_static(builder, child, copies);
            break;
        case OBJECT_TITLE:
            break;
        case OBJECT_FLOW:
            if (run_flow(builder, child) != 0)
                return -1;
            break;
        default:
            object_refuse(formatter->report, child);
        }
    }
    return 0;
}

int page_builder_run(struct formatter *formatter, struct painter *painter,
                     const struct page_masters *masters, const xmlNode *node,
                     const struct traits *root, struct page_count *count)
{
    struct builder builder = {.formatter = formatter,
                              .painter = painter,
                              .masters = masters,
                              .node = node,
                              .count = count,
                              .first = true};
    builder.traits = property_resolve(formatter->properties, node, root);
    if (!page_master_begin(formatter, masters, builder.traits->master_reference, node,
                           &builder.choice))
        return 0;
    start_number(&builder);
    builder.arena = arena_new();
    xmlDoc *copies = xmlNewDoc(NULL);
    xmlNode *holder = copies ? xmlNewDocNode(copies, NULL, node->name, NULL) : NULL;
    if (holder)
        xmlDocSetRootElement(copies, holder);
    vertical_begin_streaming(&builder.list);
    builder.list.drain = drain;
    builder.list.drain_state = &builder;
    builder.flow.list = &builder.list;
    int result = 0;
    if (holder && begin_page(&builder, false) == 0)
        result = walk(&builder, copies);
    vertical_end(&builder.list);
    frame_stack_free(&builder.open);
    xmlFreeDoc(copies);
    arena_free(builder.arena);
    return result;
}
