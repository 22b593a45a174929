/* Footnotes are one vertical list, so that spaces between them and breaks within them are treated
 * as in any column; floats are placed whole. Both hold the chunk they were laid out in. Called by
 * page_fill.c. */
#include "format/out_of_line.h"

#include <stdlib.h>

#include "base/memory.h"
#include "format/apart.h"
#include "format/format_messages.h"

struct floating {
    const struct apart *apart;
    struct chunk *chunk;
};

struct floats {
    struct floating *items;
    size_t count, capacity;
};

struct out_of_line {
    struct report *report;
    struct vertical_list notes; /* on this page, as far as they fit */
    struct frame_stack open;    /* frames of a footnote that was parted */
    size_t notes_end;           /* elements placed on this page */
    struct floats waiting;
    size_t taken; /* of the waiting: stand on this page */
    struct floats here;
};

struct out_of_line *out_of_line_new(struct report *report)
{
    struct out_of_line *outside = memory_new(1, sizeof *outside);
    outside->report = report;
    vertical_begin(&outside->notes, NULL);
    return outside;
}

static void float_push(struct floats *floats, const struct apart *apart, struct chunk *chunk)
{
    if (floats->count == floats->capacity) {
        floats->capacity = floats->capacity ? floats->capacity * 2 : 4;
        floats->items = memory_resize(floats->items, floats->capacity, sizeof *floats->items);
    }
    floats->items[floats->count++] = (struct floating){apart, chunk_hold(chunk)};
}

static void floats_drop(struct floats *floats, size_t count)
{
    for (size_t i = 0; i < count; i++)
        chunk_release(floats->items[i].chunk);
    for (size_t i = count; i < floats->count; i++)
        floats->items[i - count] = floats->items[i];
    floats->count -= count;
}

void out_of_line_free(struct out_of_line *outside)
{
    if (!outside)
        return;
    frame_stack_free(&outside->open);
    vertical_end(&outside->notes);
    floats_drop(&outside->waiting, outside->waiting.count);
    floats_drop(&outside->here, outside->here.count);
    free(outside->waiting.items);
    free(outside->here.items);
    free(outside);
}

void out_of_line_begin_page(struct out_of_line *outside, millipoint height,
                            struct column_outside *used)
{
    outside->taken = 0;
    for (size_t i = 0; i < outside->waiting.count; i++) {
        int64_t more = outside->waiting.items[i].apart->height;
        more += i == 0 ? used->float_separator : 0;
        if (i > 0 && used->used + more > height)
            break;
        used->used += more;
        used->floats = true;
        outside->taken++;
    }
    used->floats_full = outside->taken < outside->waiting.count;
    if (outside->notes.count) {
        struct column_scan scan;
        column_scan_begin(&scan, 0, &outside->open);
        (void)column_scan_more(&scan, &outside->notes);
        used->used += scan.used + used->note_separator;
        used->notes = true;
    }
    if (used->used > height)
        used->used = height;
}

bool out_of_line_on_page(const struct out_of_line *outside)
{
    return outside->taken || outside->notes.count;
}

bool out_of_line_waiting(const struct out_of_line *outside)
{
    return outside->waiting.count || outside->notes.count;
}

static void take_waiting(struct out_of_line *outside)
{
    for (size_t i = 0; i < outside->taken; i++)
        float_push(&outside->here, outside->waiting.items[i].apart,
                   outside->waiting.items[i].chunk);
    floats_drop(&outside->waiting, outside->taken);
    outside->taken = 0;
}

void out_of_line_collect(struct out_of_line *outside, const struct element *element)
{
    take_waiting(outside);
    for (const struct attachment *attached = element->attached; attached;
         attached = attached->next) {
        if (attached->kind == ATTACHMENT_FLOAT) {
            float_push(attached->deferred ? &outside->waiting : &outside->here, attached->apart,
                       element->chunk);
        } else if (attached->kind == ATTACHMENT_NOTE) {
            if (outside->notes.count)
                vertical_push_break(&outside->notes, BREAK_FREE);
            vertical_append(&outside->notes, &attached->apart->list, element->chunk);
        }
    }
}

/* A borrowed area at a place. */
static void put(struct area *body, struct area *area, millipoint y)
{
    area->y = y;
    area_append(body, area);
}

static void report_height(struct out_of_line *outside, const struct vertical_list *list, size_t end,
                          int64_t excess)
{
    long line = 0;
    for (size_t i = end; !line && i-- > 0;)
        line = list->elements[i].line;
    if (excess > 0)
        report_excess(outside->report, &MESSAGE_PAGE_OVERFULL, line, measure_clamp(excess));
}

static millipoint place_floats(struct out_of_line *outside, const struct out_of_line_page *page,
                               struct area *body, struct arena *arena)
{
    int64_t y = 0;
    for (size_t i = 0; i < outside->here.count; i++) {
        struct vertical_list list = outside->here.items[i].apart->list;
        struct area *area = column_place_all(&list, page->width, arena);
        put(body, area, measure_clamp(y));
        y += area->height;
        if (i == 0) /* others would have waited */
            report_height(outside, &list, list.count, y - page->height);
    }
    if (outside->here.count && page->float_separator) {
        put(body, page->float_separator, measure_clamp(y));
        y += page->float_separator->height;
    }
    return measure_clamp(y);
}

/* How many elements of the footnotes fit in that height. */
static size_t notes_that_fit(struct out_of_line *outside, millipoint room, bool alone)
{
    struct column_scan scan;
    column_scan_begin(&scan, room > 0 ? room : 1, &outside->open);
    scan.may_be_empty = !alone;
    return column_scan_more(&scan, &outside->notes) == COLUMN_MORE ? outside->notes.count
                                                                   : scan.end;
}

int64_t out_of_line_floats(const struct out_of_line *outside, const struct area *separator)
{
    int64_t height = outside->here.count && separator ? separator->height : 0;
    for (size_t i = 0; i < outside->here.count; i++)
        height += outside->here.items[i].apart->height;
    return height;
}

/* Below `top`, where the text above them ends. */
static void place_notes(struct out_of_line *outside, const struct out_of_line_page *page,
                        millipoint top, struct area *body, struct arena *arena)
{
    millipoint separator = page->note_separator ? page->note_separator->height : 0;
    millipoint bottom = page->height - page->foot;
    outside->notes_end = notes_that_fit(outside, bottom - top - separator, top <= 0);
    if (!outside->notes_end)
        return;
    struct area *notes = area_new(arena, AREA_BLOCK);
    notes->width = page->width;
    column_place_range(&outside->notes, 0, outside->notes_end, &outside->open, notes, 0, arena,
                       NULL);
    millipoint y = bottom - notes->height;
    report_height(outside, &outside->notes, outside->notes_end, (int64_t)top + separator - y);
    if (separator)
        put(body, page->note_separator, y - separator);
    put(body, notes, y);
    body->height = page->height;
}

void out_of_line_place(struct out_of_line *outside, const struct out_of_line_page *page,
                       struct area *text, struct area *body, struct arena *arena)
{
    take_waiting(outside);
    text->y = place_floats(outside, page, body, arena);
    area_append(body, text);
    body->height = measure_clamp((int64_t)text->y + text->height);
    outside->notes_end = 0;
    if (outside->notes.count)
        place_notes(outside, page, body->height - page->free - page->foot, body, arena);
}

void out_of_line_end_page(struct out_of_line *outside)
{
    vertical_drop(&outside->notes, outside->notes_end);
    floats_drop(&outside->here, outside->here.count);
}
