/* A page is a list of spans; a span is cut into columns by one scan after the other. What stands
 * outside the columns is counted by the scans. If a later column's footnotes leave too little room
 * for the columns before it, the span is scanned again with that much reserved: what is reserved
 * only grows, so that ends. A span above an object that spans all columns is balanced: the smallest
 * height at which its columns hold everything, found by bisection. Called by
 * page_builder.c. */
#include "format/page_fill.h"

#include <stdlib.h>

#include "base/memory.h"
#include "format/format_messages.h"
#include "format/out_of_line.h"

enum { RESTART_LIMIT = 8 };

struct column_plan {
    size_t end;  /* one past its last element */
    bool marked; /* something stands in it */
    bool overfull, kept;
    millipoint excess;
};

struct span {
    size_t from;
    unsigned columns; /* it has room for */
    struct column_plan *plans;
    size_t count, capacity; /* columns that are filled */
    millipoint top;
};

struct page_fill {
    struct vertical_list *list;
    struct report *report;
    struct frame_stack open; /* at the top of the page */
    struct page_body body;
    struct span *spans; /* the last one is being filled */
    size_t span_count, span_capacity;
    struct column_scan scan;
    struct column_outside before; /* as it was when the span began */
    bool forced;                  /* the page ended at a forced break */
    bool spanning_at_top;         /* the page begins within what spans all columns */
    bool spanning;                /* and where it is being filled */
    bool ended;                   /* the list is complete */
    unsigned restarts;
    struct out_of_line *outside; /* footnotes and floats that wait for a place */
    size_t end;                  /* of the page, once placed */
};

millipoint page_column_width(const struct page_body *body)
{
    int64_t gaps = (int64_t)body->gap * (body->columns - 1);
    return (millipoint)((body->width - gaps) / body->columns);
}

struct page_fill *page_fill_new(struct vertical_list *list, struct report *report)
{
    struct page_fill *fill = memory_new(1, sizeof *fill);
    fill->list = list;
    fill->report = report;
    fill->outside = out_of_line_new(report);
    return fill;
}

void page_fill_free(struct page_fill *fill)
{
    if (!fill)
        return;
    for (size_t i = 0; i < fill->span_capacity; i++)
        free(fill->spans[i].plans);
    free(fill->spans);
    frame_stack_free(&fill->open);
    out_of_line_free(fill->outside);
    free(fill);
}

/* --- Spans and columns ----------------------------------------------------------------------- */

static struct span *current(const struct page_fill *fill)
{
    return &fill->spans[fill->span_count - 1];
}

/* What is left of the page's height for the span and what stands outside. */
static millipoint room(const struct page_fill *fill)
{
    millipoint left = fill->body.height - current(fill)->top;
    return left > 0 ? left : 1;
}

static void begin_scan(struct page_fill *fill, size_t from)
{
    struct column_outside outside = fill->scan.outside;
    int64_t reserved = fill->scan.reserved;
    column_scan_begin_at(&fill->scan, room(fill), fill->list, &fill->open, from);
    fill->scan.outside = outside;
    fill->scan.reserved = reserved;
    fill->scan.ended = fill->ended;
    fill->scan.odd_page = fill->body.odd;
    fill->scan.may_be_empty = current(fill)->top > 0 || fill->before.used > 0;
}

static void begin_span(struct page_fill *fill, size_t from, millipoint top)
{
    if (fill->span_count == fill->span_capacity) {
        size_t capacity = fill->span_capacity ? fill->span_capacity * 2 : 4;
        fill->spans = memory_resize(fill->spans, capacity, sizeof *fill->spans);
        for (size_t i = fill->span_capacity; i < capacity; i++)
            fill->spans[i] = (struct span){0};
        fill->span_capacity = capacity;
    }
    struct span *span = &fill->spans[fill->span_count++];
    span->from = from;
    span->columns = fill->spanning ? 1 : fill->body.columns;
    span->count = 0;
    span->top = top;
    fill->before = fill->scan.outside;
    fill->restarts = 0;
    begin_scan(fill, from);
}

static void add_column(struct span *span, const struct column_plan *plan)
{
    if (span->count == span->capacity) {
        span->capacity = span->capacity ? span->capacity * 2 : 4;
        span->plans = memory_resize(span->plans, span->capacity, sizeof *span->plans);
    }
    span->plans[span->count++] = *plan;
}

/* The scan's column is done. */
static void end_column(struct page_fill *fill, size_t end)
{
    const struct column_scan *scan = &fill->scan;
    struct column_plan plan = {.end = end,
                               .marked = scan->marked || scan->overfull,
                               .overfull = scan->overfull,
                               .kept = scan->kept};
    if (scan->overfull)
        plan.excess = measure_clamp((int64_t)fill->list->elements[end - 1].height + scan->used +
                                    scan->outside.used - scan->height);
    add_column(current(fill), &plan);
}

/* Whether footnotes found in this column take room from columns that are filled already; then the
 * span begins anew. */
static bool restart(struct page_fill *fill)
{
    struct span *span = current(fill);
    int64_t used = fill->scan.outside.used;
    if (!span->count || used <= fill->scan.reserved || used <= fill->before.used ||
        fill->restarts == RESTART_LIMIT)
        return false;
    fill->restarts++;
    span->count = 0;
    fill->scan.outside = fill->before;
    fill->scan.reserved = used;
    begin_scan(fill, span->from);
    return true;
}

/* --- Balancing ------------------------------------------------------------------------------- */

/* Whether the columns hold everything up to `end` at that height; their ends are in the span. */
static bool holds(struct page_fill *fill, millipoint height, size_t end)
{
    struct span *span = current(fill);
    size_t from = span->from;
    span->count = 0;
    for (unsigned i = 0; i < span->columns; i++) {
        struct column_scan scan;
        column_scan_begin_at(&scan, height, fill->list, &fill->open, from);
        scan.trial = true;
        scan.ended = fill->ended;
        scan.odd_page = fill->body.odd;
        scan.limit = end;
        enum column_end result = column_scan_more(&scan, fill->list);
        struct column_plan plan = {.end = result == COLUMN_MORE ? end : scan.end,
                                   .marked = scan.marked};
        if (result == COLUMN_BREAK && scan.overfull)
            return false;
        add_column(span, &plan);
        if (plan.end == end)
            return true;
        from = plan.end + (result == COLUMN_FORCED);
    }
    return false;
}

static void balance(struct page_fill *fill, size_t end)
{
    struct span *span = current(fill);
    if (span->columns < 2 || end == span->from)
        return;
    struct column_plan *sequential = memory_new(span->count, sizeof *sequential);
    size_t count = span->count;
    for (size_t i = 0; i < count; i++)
        sequential[i] = span->plans[i];
    int64_t outside = fill->scan.outside.used > fill->scan.reserved ? fill->scan.outside.used
                                                                    : fill->scan.reserved;
    millipoint most = measure_clamp(room(fill) - outside), least = 0, step = 125;
    if (most > 0 && holds(fill, most, end)) {
        while (most - least > step) {
            millipoint middle = least + (most - least) / 2;
            if (holds(fill, middle, end))
                most = middle;
            else
                least = middle;
        }
        (void)holds(fill, most, end);
    } else { /* a box was too high, or a footnote parted: as they were filled */
        span->count = 0;
        for (size_t i = 0; i < count; i++)
            add_column(span, &sequential[i]);
    }
    free(sequential);
}

/* The height of a column that was cut; with the edges of frames that go on in the next one. */
static millipoint column_content(struct page_fill *fill, size_t from, size_t end, bool edges)
{
    struct column_scan scan;
    column_scan_begin_at(&scan, 0, fill->list, &fill->open, from);
    scan.trial = true;
    scan.limit = end;
    (void)column_scan_more(&scan, fill->list);
    return measure_clamp(scan.used + (edges ? scan.closing : 0));
}

static millipoint span_height(struct page_fill *fill, const struct span *span)
{
    millipoint most = 0;
    size_t from = span->from;
    for (size_t i = 0; i < span->count; i++) {
        millipoint height = column_content(fill, from, span->plans[i].end, false);
        most = height > most ? height : most;
        from = span->plans[i].end;
    }
    return most;
}

/* --- Filling --------------------------------------------------------------------------------- */

void page_fill_begin(struct page_fill *fill, const struct page_body *body)
{
    fill->body = *body;
    fill->span_count = 0;
    fill->forced = false;
    fill->spanning = fill->spanning_at_top;
    fill->scan.reserved = 0;
    fill->scan.outside = (struct column_outside){
        .note_separator = body->note_separator ? body->note_separator->height : 0,
        .float_separator = body->float_separator ? body->float_separator->height : 0};
    out_of_line_begin_page(fill->outside, body->height, &fill->scan.outside);
    begin_span(fill, 0, 0);
}

/* Columns begin or end here: the span is closed, another begins below it. */
static void change_span(struct page_fill *fill)
{
    struct span *span = current(fill);
    size_t at = fill->scan.end;
    millipoint top = span->top;
    if (at > span->from) {
        end_column(fill, at);
        balance(fill, at);
        top = measure_clamp((int64_t)top + span_height(fill, span));
    } else {
        fill->span_count--;
    }
    fill->spanning = fill->list->elements[at].strength == KEYWORD_ALL;
    begin_span(fill, at + 1, top);
}

/* A column is full; false if it was the page's last. */
static bool next_column(struct page_fill *fill, size_t end, size_t from)
{
    end_column(fill, end);
    if (current(fill)->count == current(fill)->columns)
        return false;
    begin_scan(fill, from);
    return true;
}

enum page_end page_fill_more(struct page_fill *fill)
{
    for (;;) {
        enum column_end result = column_scan_more(&fill->scan, fill->list);
        if (result == COLUMN_MORE)
            return PAGE_MORE;
        if (restart(fill))
            continue;
        size_t end = fill->scan.end;
        if (result == COLUMN_SPAN) {
            change_span(fill);
        } else if (result == COLUMN_BREAK) {
            if (!next_column(fill, end, end))
                return PAGE_FULL;
        } else if (fill->list->elements[end].strength != KEYWORD_COLUMN ||
                   current(fill)->count + 1 == current(fill)->columns) {
            end_column(fill, end);
            fill->forced = true;
            return PAGE_FORCED;
        } else {
            (void)next_column(fill, end, end + 1);
        }
    }
}

void page_fill_end(struct page_fill *fill)
{
    fill->ended = fill->scan.ended = true;
}

void page_fill_close(struct page_fill *fill)
{
    while (restart(fill)) /* what was filled fits the reserved room now, or goes to another page */
        if (page_fill_more(fill) != PAGE_MORE)
            return;
    end_column(fill, fill->list->count);
}

bool page_fill_is_empty(const struct page_fill *fill)
{
    const struct span *span = current(fill);
    bool filled = fill->scan.marked || fill->span_count > 1 || out_of_line_on_page(fill->outside);
    for (size_t i = 0; !filled && i < span->count; i++)
        filled = span->plans[i].marked;
    return !filled;
}

bool page_fill_has_carried(const struct page_fill *fill)
{
    return out_of_line_waiting(fill->outside);
}

int32_t page_fill_forced_break(const struct page_fill *fill)
{
    const struct span *span = current(fill);
    return fill->list->elements[span->plans[span->count - 1].end].strength;
}

/* --- Placing --------------------------------------------------------------------------------- */

static void report_column(const struct page_fill *fill, const struct column_plan *plan)
{
    long line = 0;
    for (size_t i = plan->end; !line && i-- > 0;)
        line = fill->list->elements[i].line;
    for (size_t i = plan->end; !line && i < fill->list->count; i++)
        line = fill->list->elements[i].line;
    if (plan->overfull)
        report_excess(fill->report, &MESSAGE_PAGE_OVERFULL, line, plan->excess);
    if (plan->kept)
        report_line(fill->report, &MESSAGE_KEEP_BROKEN, line, NULL);
}

/* What y:block-fill makes of a column: the height that is free in it, and below that the height of
 * what ends at its foot. */
struct foot {
    millipoint free, height;
};

/* Of the column of elements [from, end). Footnotes stand above what ends a single column (a
 * colophon ends the type area, GB/T 9704-2012 §7.4.1), but below columns side by side. */
static struct foot find_foot(struct page_fill *fill, const struct span *span, size_t from,
                             size_t end)
{
    struct foot foot = {0, 0};
    size_t at = from;
    while (at < end && fill->list->elements[at].kind != ELEMENT_FILL)
        at++;
    if (at == end)
        return foot;
    millipoint content = column_content(fill, from, end, true);
    int64_t outside = fill->body.columns == 1
                          ? out_of_line_floats(fill->outside, fill->body.float_separator)
                          : fill->scan.outside.used;
    int64_t free = (int64_t)fill->body.height - span->top - outside - content;
    foot.free = free > 0 ? measure_clamp(free) : 0;
    foot.height = content - column_content(fill, from, at + 1, false);
    return foot;
}

/* A span's columns side by side in `text`; returns what y:block-fill makes of the last. */
static struct foot place_span(struct page_fill *fill, const struct span *span, struct area *text,
                              struct arena *arena, struct marker_table *seen)
{
    millipoint width = span->columns == 1 ? fill->body.width : page_column_width(&fill->body);
    size_t from = span->from;
    struct foot foot = {0, 0};
    for (size_t i = 0; i < span->count; i++) {
        const struct column_plan *plan = &span->plans[i];
        struct area *column = area_new(arena, AREA_BLOCK);
        column->x = measure_clamp((int64_t)i * ((int64_t)width + fill->body.gap));
        column->y = span->top;
        column->width = width;
        report_column(fill, plan);
        foot = find_foot(fill, span, from, plan->end);
        column_place_range(fill->list, from, plan->end, &fill->open, column, foot.free, arena,
                           seen);
        int64_t bottom = (int64_t)column->y + column->height;
        text->height = bottom > text->height ? measure_clamp(bottom) : text->height;
        area_append(text, column);
        from = plan->end;
        if (from < fill->list->count && fill->list->elements[from].kind == ELEMENT_FORCE &&
            i + 1 < span->count)
            from++;
    }
    return foot;
}

struct area *page_fill_place(struct page_fill *fill, struct arena *arena, struct marker_table *seen)
{
    struct area *body = area_new(arena, AREA_BLOCK), *text = area_new(arena, AREA_BLOCK);
    body->width = text->width = fill->body.width;
    if (!current(fill)->count)
        end_column(fill, fill->scan.at);
    fill->end = current(fill)->plans[current(fill)->count - 1].end;
    for (size_t i = 0; i < fill->end; i++)
        out_of_line_collect(fill->outside, &fill->list->elements[i]);
    struct foot foot = {0, 0};
    for (size_t i = 0; i < fill->span_count; i++)
        foot = place_span(fill, &fill->spans[i], text, arena, seen);
    bool single = fill->body.columns == 1;
    const struct out_of_line_page page = {.width = fill->body.width,
                                          .height = fill->body.height,
                                          .free = single ? foot.free : 0,
                                          .foot = single ? foot.height : 0,
                                          .note_separator = fill->body.note_separator,
                                          .float_separator = fill->body.float_separator};
    out_of_line_place(fill->outside, &page, text, body, arena);
    return body;
}

void page_fill_drop(struct page_fill *fill)
{
    bool forced = fill->forced;
    out_of_line_end_page(fill->outside);
    vertical_drop(fill->list, fill->end + forced);
    fill->spanning_at_top = fill->spanning;
}

void page_fill_skip_break(struct page_fill *fill)
{
    const struct span *span = current(fill);
    size_t end = span->plans[span->count - 1].end;
    for (size_t i = 0; i < end; i++) {
        const struct element *element = &fill->list->elements[i];
        if (element->kind == ELEMENT_OPEN)
            frame_stack_push(&fill->open, element->of.frame);
        else if (element->kind == ELEMENT_CLOSE)
            fill->open.count--;
    }
    vertical_drop(fill->list, end + 1);
    fill->spanning_at_top = fill->spanning;
}
