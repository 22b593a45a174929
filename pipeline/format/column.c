/* Two walks over the same elements: the scan finds the break (the last one of the weakest strength
 * before the first box that does not fit), the placing puts areas where they stand. Both resolve a
 * run of spaces the same way (XSL 1.1 §4.3.1): at the top of a column discardable spaces go, a
 * forcing space beats all others, else the highest precedence and then the largest optimum wins.
 * A box that has nothing before it in the column is placed even if it does not fit, so that the
 * walk always ends. */
#include "format/column.h"

#include <stdlib.h>

#include "base/memory.h"

void frame_stack_free(struct frame_stack *stack)
{
    free(stack->frames);
    *stack = (struct frame_stack){0};
}

static void stack_push(struct frame_stack *stack, struct frame *frame)
{
    if (stack->count == stack->capacity) {
        stack->capacity = stack->capacity ? stack->capacity * 2 : 8;
        stack->frames = memory_resize(stack->frames, stack->capacity, sizeof *stack->frames);
    }
    stack->frames[stack->count++] = frame;
}

/* --- Edges of frames and runs of spaces ------------------------------------------------------ */

/* Whether the frame has an edge at its beginning here. */
static millipoint edge_before(const struct frame *frame)
{
    if (!frame->box || (frame->begun && !frame->box->retain[SIDE_BEFORE]))
        return 0;
    return box_edge(frame->box, SIDE_BEFORE);
}

static millipoint edge_after(const struct frame *frame, bool broken)
{
    if (!frame->box || (broken && !frame->box->retain[SIDE_AFTER]))
        return 0;
    return box_edge(frame->box, SIDE_AFTER);
}

static millipoint head_height(const struct frame *frame)
{
    return frame->head && !(frame->begun && frame->omit_head) ? frame->head->height : 0;
}

static millipoint foot_height(const struct frame *frame, bool broken)
{
    return frame->foot && !(broken && frame->omit_foot) ? frame->foot->height : 0;
}

static millipoint closing_cost(const struct frame *frame)
{
    return edge_after(frame, true) + foot_height(frame, true);
}

/* The height of the spaces among elements [from, to). */
static millipoint run_height(const struct element *elements, size_t from, size_t to, bool at_top)
{
    int64_t forced = 0;
    bool any_forced = false;
    int32_t precedence = INT32_MIN;
    millipoint largest = 0;
    for (size_t i = from; i < to; i++) {
        if (elements[i].kind != ELEMENT_SPACE)
            continue;
        const struct space *space = &elements[i].of.space;
        if (at_top && space->conditionality == KEYWORD_DISCARD)
            continue;
        at_top = false;
        if (space->precedence == SPACE_FORCE) {
            any_forced = true;
            forced += space->optimum;
        } else if (space->precedence > precedence) {
            precedence = space->precedence;
            largest = space->optimum;
        } else if (space->precedence == precedence && space->optimum > largest) {
            largest = space->optimum;
        }
    }
    return any_forced ? measure_clamp(forced) : largest;
}

/* --- Scan ------------------------------------------------------------------------------------ */

void column_scan_begin(struct column_scan *scan, millipoint height, const struct frame_stack *open)
{
    *scan = (struct column_scan){.height = height, .best = SIZE_MAX};
    for (size_t i = 0; i < open->count; i++) {
        const struct frame *frame = open->frames[i];
        scan->used += edge_before(frame) + head_height(frame);
        scan->closing += closing_cost(frame);
    }
}

static void end_run(struct column_scan *scan, const struct vertical_list *list, size_t at)
{
    if (scan->in_run)
        scan->used += run_height(list->elements, scan->run, at, !scan->filled);
    scan->in_run = false;
}

static bool fits(const struct column_scan *scan, int64_t more)
{
    return !scan->height || scan->used + more + scan->closing <= scan->height;
}

/* The box at `scan->at` does not fit: where does the column end? */
static enum column_end overflow(struct column_scan *scan)
{
    if (scan->best != SIZE_MAX) {
        scan->end = scan->best;
        scan->kept = scan->best_strength >= BREAK_KEPT;
        return COLUMN_BREAK;
    }
    scan->end = scan->filled ? scan->at : scan->at + 1;
    scan->overfull = !scan->filled;
    return COLUMN_BREAK;
}

/* A box higher than any column is taken apart in the room that is left here. */
static bool split_here(struct column_scan *scan, struct vertical_list *list)
{
    struct element *element = &list->elements[scan->at];
    int64_t room = scan->height - scan->used - scan->closing;
    if (!element->of.box.split || room <= 0 || (scan->filled && element->height <= list->height))
        return false;
    struct element head = *element, tail = *element;
    if (!element->of.box.split(element, measure_clamp(room), &head, &tail))
        return false;
    struct element separator = {.kind = ELEMENT_BREAK, .chunk = element->chunk};
    head.chunk = chunk_hold(element->chunk);
    tail.chunk = chunk_hold(element->chunk);
    size_t at = scan->at;
    for (size_t i = 0; i < 2; i++)
        vertical_push_break(list, BREAK_FREE); /* room for two more */
    chunk_release(list->elements[list->count - 1].chunk);
    chunk_release(list->elements[list->count - 2].chunk);
    for (size_t i = list->count - 1; i > at + 2; i--)
        list->elements[i] = list->elements[i - 2];
    list->elements[at] = head;
    list->elements[at + 1] = separator;
    list->elements[at + 2] = tail;
    scan->parted = true;
    return true;
}

enum column_end column_scan_more(struct column_scan *scan, struct vertical_list *list)
{
    for (; scan->at < list->count; scan->at++) {
        const struct element *element = &list->elements[scan->at];
        const struct frame *frame = element->of.frame;
        switch (element->kind) {
        case ELEMENT_SPACE:
            if (!scan->in_run)
                scan->run = scan->at;
            scan->in_run = true;
            break;
        case ELEMENT_ABSOLUTE:
            break;
        case ELEMENT_BREAK:
            if (scan->filled && fits(scan, 0) &&
                (scan->best == SIZE_MAX || element->strength <= scan->best_strength)) {
                scan->best = scan->at;
                scan->best_strength = element->strength;
            }
            break;
        case ELEMENT_FORCE:
            scan->end = scan->at;
            return COLUMN_FORCED;
        case ELEMENT_OPEN:
            if (edge_before(frame) || frame->head)
                end_run(scan, list, scan->at);
            scan->used += edge_before(frame) + head_height(frame);
            scan->closing += closing_cost(frame);
            break;
        case ELEMENT_CLOSE:
            scan->closing -= closing_cost(frame);
            if (edge_after(frame, false) || frame->foot) {
                end_run(scan, list, scan->at);
                scan->used += edge_after(frame, false) + foot_height(frame, false);
                if (!fits(scan, 0) && scan->filled && scan->best != SIZE_MAX)
                    return overflow(scan);
            }
            break;
        case ELEMENT_BOX:
            end_run(scan, list, scan->at);
            if (!fits(scan, element->height)) {
                if (!split_here(scan, list))
                    return overflow(scan);
                element = &list->elements[scan->at];
                if (!fits(scan, element->height))
                    return overflow(scan);
            }
            scan->used += element->height;
            scan->filled = true;
            break;
        }
    }
    return COLUMN_MORE;
}

/* --- Place ----------------------------------------------------------------------------------- */

/* A frame's fragment while it is being filled. */
struct fragment {
    struct frame *frame;
    struct area *area;
    int64_t top;                  /* of the border box in the column */
    const struct rule_set *rules; /* of the last row */
    struct area **drawn;          /* the rule areas to lengthen */
    int64_t rules_end;            /* foot of the last row, in the column */
    struct area *closing;         /* of the last row */
};

struct placing {
    struct vertical_list *list;
    struct area *column;
    struct arena *arena;
    struct fragment *fragments;
    size_t count, capacity;
    int64_t y; /* in the column */
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
static void place_repeat(struct placing *placing, struct area *repeat, bool artifact)
{
    struct area *area = area_new(placing->arena, artifact ? AREA_REPEATED : AREA_BLOCK);
    area->y = measure_clamp(placing->y - parent_top(placing));
    area->width = repeat->width;
    area->height = repeat->height;
    area->first = area->last = repeat;
    area_append(parent_area(placing), area);
    placing->y += repeat->height;
    placing->filled = true;
}

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
    area->omit_before = frame->begun && frame->box && !frame->box->retain[SIDE_BEFORE];
    area_append(parent_area(placing), area);
    placing->fragments[placing->count++] =
        (struct fragment){.frame = frame, .area = area, .top = placing->y};
    placing->y += edge_before(frame);
    if (head_height(frame))
        place_repeat(placing, frame->head, frame->begun);
}

static void draw_closing(struct fragment *fragment)
{
    if (!fragment->closing)
        return;
    area_append(fragment->area, fragment->closing);
    fragment->closing = NULL;
}

static void close_fragment(struct placing *placing, bool broken)
{
    struct fragment *fragment = &placing->fragments[placing->count - 1];
    struct frame *frame = fragment->frame;
    draw_closing(fragment);
    if (foot_height(frame, broken))
        place_repeat(placing, frame->foot, broken);
    placing->y += edge_after(frame, broken);
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

static void place_box(struct placing *placing, struct element *element)
{
    if (!element->of.box.area) /* the last part of what could be split */
        (void)element->of.box.split(element, 0, element, NULL);
    struct area *area = element->of.box.area;
    struct fragment *fragment = placing->count ? &placing->fragments[placing->count - 1] : NULL;
    if (fragment)
        fragment->closing = NULL;
    area->x -= parent_left(placing);
    area->y = measure_clamp(placing->y - parent_top(placing));
    area_append(parent_area(placing), area);
    if (fragment && element->of.box.rules)
        place_rules(placing, element->of.box.rules, element->height);
    if (fragment && element->of.box.closing) {
        fragment->closing = element->of.box.closing;
        fragment->closing->y = measure_clamp(placing->y + element->height - fragment->top);
    }
    placing->y += element->height;
    placing->filled = true;
}

/* Whether spaces on both sides of the element do not meet. */
static bool is_fence(const struct element *element)
{
    const struct frame *frame = element->of.frame;
    return element->kind == ELEMENT_BOX ||
           (element->kind == ELEMENT_OPEN && (edge_before(frame) || frame->head)) ||
           (element->kind == ELEMENT_CLOSE && (edge_after(frame, false) || frame->foot));
}

/* Gives a run of spaces its height: before the first frame that opens in it, so that a background
 * does not reach into the space before its block; else before the fence that ends it. */
static void place_run(struct placing *placing, size_t at, size_t count)
{
    const struct element *elements = placing->list->elements;
    bool fence = is_fence(&elements[at]);
    if (placing->in_run && !placing->run_placed && (fence || elements[at].kind == ELEMENT_OPEN)) {
        size_t end = at;
        while (end < count && !is_fence(&elements[end]))
            end++;
        placing->y += run_height(elements, placing->run, end, !placing->filled);
        placing->run_placed = true;
    }
    if (fence)
        placing->in_run = placing->run_placed = false;
}

void column_place(struct vertical_list *list, size_t count, struct frame_stack *open,
                  struct area *column, struct arena *arena)
{
    struct placing placing = {.list = list, .column = column, .arena = arena};
    for (size_t i = 0; i < open->count; i++)
        open_fragment(&placing, open->frames[i]);
    placing.filled = false;
    for (size_t i = 0; i < count; i++) {
        struct element *element = &list->elements[i];
        struct frame *frame = element->of.frame;
        if (element->kind == ELEMENT_SPACE) {
            if (!placing.in_run)
                placing.run = i;
            placing.in_run = true;
            continue;
        }
        place_run(&placing, i, count);
        if (element->kind == ELEMENT_BOX) {
            place_box(&placing, element);
        } else if (element->kind == ELEMENT_ABSOLUTE) {
            area_append(column, element->of.box.area);
        } else if (element->kind == ELEMENT_OPEN) {
            open_fragment(&placing, frame);
            stack_push(open, frame);
        } else if (element->kind == ELEMENT_CLOSE) {
            close_fragment(&placing, false);
            open->count--;
        }
    }
    while (placing.count)
        close_fragment(&placing, true);
    column->height = measure_clamp(placing.y);
    free(placing.fragments);
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
