/* Regions are painted in reading order, which is the order in which other programs extract the
 * text: what stands above and at the start, the body, what stands at the end and below. Called by
 * page_builder.c. */
#include "format/page_paint.h"

#include <string.h>

#include "format/block_layout.h"

static const xmlNode *find_static(const struct page_statics *statics, const char *name)
{
    for (size_t i = 0; i < statics->count; i++) {
        const char *flow_name = property_attribute(statics->nodes[i], "flow-name");
        if (flow_name && strcmp(name, flow_name) == 0)
            return statics->nodes[i];
    }
    return NULL;
}

struct area *page_static_area(struct formatter *formatter, const struct page_statics *statics,
                              const char *name, const char *label, millipoint width,
                              millipoint height, struct arena *arena)
{
    static const struct structure_tag artifact = {
        .type = STRUCTURE_ARTIFACT, .columns = 1, .rows = 1};
    const xmlNode *node = find_static(statics, name);
    if (!node)
        return NULL;
    struct attachments *pending = formatter->pending;
    millipoint note_width = formatter->note_width;
    const struct traits *traits = property_resolve(formatter->properties, node, statics->traits);
    formatter->page_label = label;
    formatter->untagged = true;
    formatter->pending = NULL;
    formatter->note_width = 0;
    formatter->seen = formatter->page_markers;
    struct area *content = block_layout_area(formatter, arena, width, height, node, traits);
    formatter->page_label = NULL;
    formatter->untagged = false;
    formatter->pending = pending;
    formatter->note_width = note_width;
    formatter->seen = NULL;
    content->tag = &artifact;
    return content;
}

/* The content aligned in its rectangle, both turned as the region asks. */
static struct area *turned_content(const struct region *region, struct area *content,
                                   struct arena *arena)
{
    const struct region_content rectangle = region_content(region);
    bool sideways = rectangle.rotation == 90 || rectangle.rotation == 270;
    struct area *area = area_new(arena, AREA_BLOCK);
    area->x = box_edge(region->box, SIDE_START);
    area->y = box_edge(region->box, SIDE_BEFORE);
    area->width = sideways ? rectangle.height : rectangle.width;
    area->height = sideways ? rectangle.width : rectangle.height;
    area->rotation = rectangle.rotation;
    millipoint room = rectangle.height - content->height;
    if (room > 0 && region->traits->display_align == KEYWORD_CENTER)
        content->y += room / 2;
    else if (room > 0 && region->traits->display_align == KEYWORD_AFTER)
        content->y += room;
    area_append(area, content);
    return area;
}

static int paint_region(struct painter *painter, const struct page_master *master,
                        const struct region *region, struct area *content, struct arena *arena)
{
    struct area *area = area_new(arena, AREA_BLOCK);
    area->width = region->width;
    area->height = region->height;
    area->box = region->box;
    if (content)
        area_append(area, turned_content(region, content, arena));
    if (!master->rotation)
        return painter_paint(painter, area, region->x, region->y);
    struct area *page = area_new(arena, AREA_BLOCK);
    page->width = master->turned.width;
    page->height = master->turned.height;
    page->rotation = master->rotation;
    area->x = region->x;
    area->y = region->y;
    area_append(page, area);
    return painter_paint(painter, page, master->turned.x, master->turned.y);
}

/* The static content of one region, if the page-sequence has any for it. */
static int paint_static(struct painter *painter, const struct page_sheet *sheet,
                        enum region_place place, struct arena *arena)
{
    const struct region *region = &sheet->master->regions[place];
    if (!region->present)
        return 0;
    const struct region_content rectangle = region_content(region);
    struct area *content = page_static_area(painter->formatter, sheet->statics, region->name,
                                            sheet->label, rectangle.width, rectangle.height, arena);
    return content || region->box ? paint_region(painter, sheet->master, region, content, arena)
                                  : 0;
}

static int paint_regions(struct painter *painter, const struct page_sheet *sheet,
                         struct arena *arena)
{
    static const enum region_place around[] = {REGION_BEFORE, REGION_START, REGION_END,
                                               REGION_AFTER};
    for (size_t i = 0; i < 4; i++) {
        if (i == 2 && paint_region(painter, sheet->master, &sheet->master->regions[REGION_BODY],
                                   sheet->body, arena) != 0)
            return -1;
        if (paint_static(painter, sheet, around[i], arena) != 0)
            return -1;
    }
    return 0;
}

int page_paint(struct painter *painter, const struct page_sheet *sheet, struct arena *arena)
{
    painter->label = sheet->label;
    painter->even = sheet->even;
    const struct page_geometry geometry = {.number = sheet->number,
                                           .label = sheet->label,
                                           .width = sheet->master->width,
                                           .height = sheet->master->height};
    const struct device *device = painter->device;
    if (device->begin_page(device->state, &geometry) != 0 ||
        (sheet->id && painter_place(painter, sheet->id, 0) != 0) ||
        paint_regions(painter, sheet, arena) != 0)
        return -1;
    return device->end_page(device->state);
}
