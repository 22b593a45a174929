/* Placing walks over the same elements as the scan (column_scan.c) and puts areas where they stand:
 * a fragment for each frame that reaches into the column, boxes into the innermost fragment, the
 * vertical rules of consecutive table rows as one line each. Called by page_fill.c, table_*.c and
 * block_layout.c. */
#include <stdlib.h>

#include "base/memory.h"
#include "format/column.h"

/* A frame's fragment while it is being filled. */
struct fragment {
    struct frame *frame;
    struct area *area;
    struct area *head;            /* to be laid out again when the piece's markers are known */
    struct marker_table *seen;    /* the piece's own, if its head or foot wants them */
    bool first;                   /* the frame begins with it */
    int64_t top;                  /* of the border box in the column */
    const struct rule_set *rules; /* of the last row */
    struct area **drawn;          /* the rule areas to lengthen */
    int64_t rules_end;            /* foot of the last row, in the column */
    struct area *closing;         /* of the last row */
    struct area *broken;          /* the same if the fragment is broken below it */
};

struct placing {
    struct vertical_list *list;
    struct marker_table *seen; /* may be NULL */
    struct area *column;
    struct arena *arena;
    struct fragment *fragments;
    size_t count, capacity;
    int64_t y;    /* in the column */
    int64_t grid; /* where lines of a grid are counted from */
    millipoint fill;
    bool filled;
    bool in_run;     /* among spaces that are not placed yet, since element `run` */
    bool run_placed; /* the run's height was given before a frame that opens inside it */
    size_t run;
};

static struct area *parent_area(struct placing *placing)
{
    return placing->count ? placing->fragments[placing->count - 1].area : placing->column;
}

static int64_t parent_top(const struct placing *placing)
{
    return placing->count ? placing->fragments[placing->count - 1].top : 0;
}

static millipoint parent_left(const struct placing *placing)
{
    return placing->count ? placing->fragments[placing->count - 1].frame->x : 0;
}

/* A table's head or foot: the first head is the real one, others are artifacts. */
static struct area *place_repeat(struct placing *placing, struct area *repeat, bool artifact)
{
    struct area *area = area_new(placing->arena, artifact ? AREA_REPEATED : AREA_BLOCK);
    area->y = measure_clamp(placing->y - parent_top(placing));
    area->width = repeat->width;
    area->height = repeat->height;
    area->first = area->last = repeat;
    area_append(parent_area(placing), area);
    placing->y += repeat->height;
    placing->filled = true;
    return area;
}

/* --- Markers --------------------------------------------------------------------------------- */

/* What is seen on a page is seen in every piece of a table that is open there, too. */
static void see(struct placing *placing, const struct marker *markers, bool begins, bool ends)
{
    struct marker_table *table = placing->seen;
    for (size_t i = 0; markers && i <= placing->count; i++) {
        if (i > 0)
            table = placing->fragments[i - 1].seen;
        if (table && begins)
            marker_table_begin_area(table, markers, true);
        if (table && ends)
            marker_table_end_last_area(table, markers);
    }
}

static void see_attached(struct placing *placing, const struct element *element)
{
    for (const struct attachment *attached = element->attached; attached; attached = attached->next)
        if (attached->kind == ATTACHMENT_MARKER)
            see(placing, attached->marker, true, true);
}

/* The frame reaches in from an earlier column: its markers are on the page, but do not start. */
static void see_carried(struct placing *placing, const struct frame *frame)
{
    if (placing->seen && frame->markers)
        marker_table_begin_area(placing->seen, frame->markers, false);
}

/* --- Fragments ------------------------------------------------------------------------------- */

static void open_fragment(struct placing *placing, struct frame *frame)
{
    if (placing->count == placing->capacity) {
        placing->capacity = placing->capacity ? placing->capacity * 2 : 8;
        placing->fragments =
            memory_resize(placing->fragments, placing->capacity, sizeof *placing->fragments);
    }
    struct area *area = area_new(placing->arena, AREA_BLOCK);
    area->x = frame->x - parent_left(placing);
    area->y = measure_clamp(placing->y - parent_top(placing));
    area->width = frame->width;
    area->box = frame->box;
    area->tag = frame->tag;
    area->id = frame->id;
    area->content.moved.x = frame->moved_x;
    area->content.moved.y = frame->moved_y;
    area->omit_before = frame->begun && frame->box && !frame->box->retain[SIDE_BEFORE];
    area_append(parent_area(placing), area);
    if (frame->begun)
        see_carried(placing, frame);
    else
        see(placing, frame->markers, true, false);
    struct fragment *fragment = &placing->fragments[placing->count++];
    *fragment =
        (struct fragment){.frame = frame, .area = area, .top = placing->y, .first = !frame->begun};
    if (frame->again)
        fragment->seen = frame->seen ? frame->seen : marker_table_new();
    placing->y += column_edge_before(frame, frame->begun);
    if (column_head_height(frame, frame->begun)) {
        struct area *head = place_repeat(placing, frame->head, frame->begun);
        placing->fragments[placing->count - 1].head = head;
    }
}

static void draw_closing(struct fragment *fragment, bool broken)
{
    struct area *edge = broken ? fragment->broken : fragment->closing;
    if (edge)
        area_append(fragment->area, edge);
}

/* Head and foot with the markers that the piece turned out to have. */
static void lay_out_again(struct placing *placing, struct fragment *fragment, struct area *foot,
                          bool last)
{
    struct frame *frame = fragment->frame;
    for (int i = 0; i < 2; i++) {
        struct area *place = i ? foot : fragment->head;
        if (place)
            place->first = place->last =
                frame->again(frame, i == 0, fragment->seen, fragment->first, last, placing->arena);
    }
    frame->seen = fragment->seen;
    if (last) {
        marker_table_free(frame->seen);
        frame->seen = NULL;
    } else {
        marker_table_turn(frame->seen);
    }
}

static void close_fragment(struct placing *placing, bool broken)
{
    struct fragment *fragment = &placing->fragments[placing->count - 1];
    struct frame *frame = fragment->frame;
    draw_closing(fragment, broken);
    struct area *foot = NULL;
    if (column_foot_height(frame, broken))
        foot = place_repeat(placing, frame->foot, broken);
    if (frame->again)
        lay_out_again(placing, fragment, foot, !broken);
    if (!broken)
        see(placing, frame->markers, false, true);
    placing->y += column_edge_after(frame, broken);
    fragment->area->omit_after = broken && frame->box && !frame->box->retain[SIDE_AFTER];
    fragment->area->height = measure_clamp(placing->y - fragment->top);
    frame->begun = true;
    placing->count--;
}

/* Vertical rules of consecutive rows become one line each. */
static void place_rules(struct placing *placing, const struct rule_set *rules, millipoint height)
{
    struct fragment *fragment = &placing->fragments[placing->count - 1];
    if (fragment->rules == rules && fragment->rules_end == placing->y) {
        for (size_t i = 0; i < rules->count; i++)
            fragment->drawn[i]->height += height;
    } else {
        fragment->rules = rules;
        fragment->drawn = arena_new_array(placing->arena, rules->count + 1, sizeof(struct area *));
        for (size_t i = 0; i < rules->count; i++) {
            struct area *rule = area_new(placing->arena, AREA_RULE);
            *rule = *rules->rules[i];
            rule->y = measure_clamp(placing->y - fragment->top);
            rule->height = height;
            area_append(fragment->area, rule);
            fragment->drawn[i] = rule;
        }
    }
    fragment->rules_end = placing->y + height;
}

static bool goes_on(const struct placing *placing)
{
    for (size_t i = 0; i < placing->count; i++)
        if (!placing->fragments[i].first)
            return true;
    return false;
}

/* The edges of a table's row where the page, or the table, begins or ends with it. */
static void place_edges(struct placing *placing, struct fragment *fragment, struct element *element)
{
    millipoint top = measure_clamp(placing->y - fragment->top);
    fragment->closing = element->of.box.closing;
    fragment->broken = element->of.box.broken;
    if (fragment->closing)
        fragment->closing->y = top + element->height;
    if (fragment->broken)
        fragment->broken->y = top + element->height;
    struct area *opening = element->of.box.opening;
    if (!opening || placing->filled || !goes_on(placing))
        return;
    opening->y = top;
    area_append(fragment->area, opening);
}

static void place_box(struct placing *placing, struct element *element)
{
    if (!element->of.box.area) /* the last part of what could be split */
        (void)element->of.box.split(element, 0, true, element, NULL);
    struct area *area = element->of.box.area;
    struct fragment *fragment = placing->count ? &placing->fragments[placing->count - 1] : NULL;
    area->x -= parent_left(placing);
    area->y = measure_clamp(placing->y - parent_top(placing));
    area_append(parent_area(placing), area);
    if (fragment && element->of.box.rules)
        place_rules(placing, element->of.box.rules, element->height);
    if (fragment)
        place_edges(placing, fragment, element);
    placing->y += element->height;
    placing->filled |= element->height > 0 || area->first;
}

/* Whether spaces on both sides of the element do not meet. */
static bool is_fence(const struct element *element)
{
    const struct frame *frame = element->of.frame;
    return element->kind == ELEMENT_BOX || element->kind == ELEMENT_SNAP ||
           element->kind == ELEMENT_FILL ||
           (element->kind == ELEMENT_OPEN &&
            (column_edge_before(frame, frame->begun) || frame->head)) ||
           (element->kind == ELEMENT_CLOSE && (column_edge_after(frame, false) || frame->foot));
}

/* One past the run of spaces that begins at `at`: the fence that ends it. */
static size_t end_of_run(const struct placing *placing, size_t at, size_t count)
{
    while (at < count && !is_fence(&placing->list->elements[at]))
        at++;
    return at;
}

static void begin_run(struct placing *placing, size_t at)
{
    if (!placing->in_run)
        placing->run = at;
    placing->in_run = true;
}

/* Gives a run of spaces its height: before the first frame that opens in it, because the spaces of
 * an object and of its first child are one (XSL 1.1 §4.2.5), so that neither a background nor a
 * list's label stands above the child; else before the fence that ends it. */
static void place_run(struct placing *placing, size_t at, size_t count)
{
    const struct element *elements = placing->list->elements;
    bool fence = is_fence(&elements[at]), opens = elements[at].kind == ELEMENT_OPEN;
    if (opens && !fence)
        begin_run(placing, at);
    if (placing->in_run && !placing->run_placed && (fence || opens)) {
        placing->y +=
            column_space(elements, placing->run, end_of_run(placing, at, count), !placing->filled);
        placing->run_placed = true;
    }
    if (fence)
        placing->in_run = placing->run_placed = false;
}

/* Into the fragment of the container around, from the corner of its content; else from the column's
 * (XSL 1.1 §6.5.3). */
static void place_absolute(struct placing *placing, struct area *area)
{
    for (size_t i = placing->count; i-- > 0 && !area->fixed;) {
        const struct fragment *fragment = &placing->fragments[i];
        if (!fragment->frame->reference)
            continue;
        area->x -= fragment->frame->x;
        area->y += column_edge_before(fragment->frame, !fragment->first);
        area_append(fragment->area, area);
        return;
    }
    area_append(placing->column, area);
}

static void place_element(struct placing *placing, struct element *element,
                          struct frame_stack *open)
{
    struct frame *frame = element->of.frame;
    struct area *area;
    switch (element->kind) {
    case ELEMENT_BOX:
        see_attached(placing, element);
        place_box(placing, element);
        break;
    case ELEMENT_ANCHOR:
        see_attached(placing, element);
        break;
    case ELEMENT_ABSOLUTE:
        place_absolute(placing, element->of.box.area);
        break;
    case ELEMENT_SNAP:
        placing->y = placing->grid + column_snap(placing->y - placing->grid, element->height);
        break;
    case ELEMENT_FILL:
        placing->y += placing->fill;
        placing->fill = 0; /* one inside another has nothing left */
        placing->grid = placing->y;
        break;
    case ELEMENT_BESIDE:
        area = element->of.box.area;
        area->x -= parent_left(placing);
        area->y = measure_clamp(placing->y - parent_top(placing));
        area_append(parent_area(placing), area);
        break;
    case ELEMENT_OPEN:
        open_fragment(placing, frame);
        frame_stack_push(open, frame);
        break;
    case ELEMENT_CLOSE:
        close_fragment(placing, false);
        open->count--;
        break;
    case ELEMENT_SPACE:
    case ELEMENT_BREAK:
    case ELEMENT_FORCE:
    case ELEMENT_SPAN:
        break;
    }
}

void column_place_range(struct vertical_list *list, size_t from, size_t to,
                        struct frame_stack *open, struct area *column, millipoint fill,
                        struct arena *arena, struct marker_table *seen)
{
    struct placing placing = {
        .list = list, .column = column, .fill = fill, .arena = arena, .seen = seen};
    for (size_t i = 0; i < open->count; i++)
        open_fragment(&placing, open->frames[i]);
    placing.filled = false;
    for (size_t i = from; i < to; i++) {
        struct element *element = &list->elements[i];
        if (element->kind == ELEMENT_SPACE) {
            begin_run(&placing, i);
            continue;
        }
        place_run(&placing, i, to);
        place_element(&placing, element, open);
    }
    while (placing.count)
        close_fragment(&placing, true);
    column->height = measure_clamp(placing.y);
    free(placing.fragments);
}

void column_place(struct vertical_list *list, size_t count, struct frame_stack *open,
                  struct area *column, struct arena *arena)
{
    column_place_range(list, 0, count, open, column, 0, arena, NULL);
}

struct area *column_place_all(struct vertical_list *list, millipoint width, struct arena *arena)
{
    struct frame_stack open = {0};
    struct area *column = area_new(arena, AREA_BLOCK);
    column->width = width;
    column_place(list, list->count, &open, column, arena);
    frame_stack_free(&open);
    return column;
}
