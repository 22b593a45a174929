/* Pushing and dropping. Elements of a streaming list hold the chunk that their areas are in. */
#include "format/vertical.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/marker.h"

void vertical_begin_streaming(struct vertical_list *list)
{
    *list = (struct vertical_list){.chunk = chunk_new(), .streaming = true};
}

void vertical_begin(struct vertical_list *list, struct arena *arena)
{
    *list = (struct vertical_list){.arena = arena};
}

/* What was allocated: the dropped elements stand before the others. */
static struct element *storage(const struct vertical_list *list)
{
    return list->dropped ? list->elements - list->dropped : list->elements;
}

void vertical_end(struct vertical_list *list)
{
    vertical_drop(list, list->count);
    free(storage(list));
    chunk_release(list->chunk);
    *list = (struct vertical_list){0};
}

struct arena *vertical_arena(struct vertical_list *list)
{
    return list->chunk ? chunk_arena(list->chunk) : list->arena;
}

/* Moves the elements to where the dropped ones stood, if these were as many: a paragraph of a
 * thousand pages costs no more a page than one of a single page. Else there is more room. */
static void make_room(struct vertical_list *list)
{
    struct element *start = storage(list);
    if (list->dropped && list->dropped >= list->count) {
        memmove(start, list->elements, list->count * sizeof *start);
    } else {
        list->capacity = list->capacity ? list->capacity * 2 : 8;
        start = memory_resize(start, list->capacity, sizeof *start);
        if (list->dropped)
            memmove(start, start + list->dropped, list->count * sizeof *start);
    }
    list->elements = start;
    list->dropped = 0;
}

static struct element *push(struct vertical_list *list, enum element_kind kind)
{
    if (list->dropped + list->count == list->capacity)
        make_room(list);
    struct element *element = &list->elements[list->count++];
    *element = (struct element){.kind = kind};
    if (list->streaming)
        element->chunk = chunk_hold(list->chunk);
    return element;
}

static void take_pending(struct vertical_list *list, struct element *element)
{
    if (!list->pending)
        return;
    element->attached = list->pending->first;
    *list->pending = (struct attachments){NULL, NULL};
}

struct element *vertical_push_box(struct vertical_list *list, struct area *area, millipoint height,
                                  long line)
{
    struct element *element = push(list, ELEMENT_BOX);
    element->of.box.area = area;
    element->height = height;
    list->pushed += height;
    list->boxes++;
    element->line = line;
    take_pending(list, element);
    return element;
}

void vertical_push_space(struct vertical_list *list, const struct space *space)
{
    if (space->optimum || space->precedence == SPACE_FORCE)
        push(list, ELEMENT_SPACE)->of.space = *space;
}

void vertical_push_break(struct vertical_list *list, int32_t strength)
{
    push(list, ELEMENT_BREAK)->strength = strength;
}

/* Moves the last element to `at`. */
static void move_last(struct vertical_list *list, size_t at)
{
    struct element last = list->elements[list->count - 1];
    for (size_t i = list->count - 1; i > at; i--)
        list->elements[i] = list->elements[i - 1];
    list->elements[at] = last;
}

void vertical_push_force_before(struct vertical_list *list, int32_t keyword)
{
    list->keep_next = KEEP_AUTO;
    if (!list->streaming) /* in a cell or a container there is no page to end */
        return;
    size_t at = list->count;
    while (at > 0 &&
           (list->elements[at - 1].kind == ELEMENT_OPEN ||
            list->elements[at - 1].kind == ELEMENT_SPACE ||
            (list->elements[at - 1].kind == ELEMENT_BREAK && keyword != KEYWORD_BEFORE_EVEN)))
        at--;
    push(list, ELEMENT_FORCE)->strength = keyword;
    move_last(list, at);
}

void vertical_push_force_after(struct vertical_list *list, int32_t keyword)
{
    list->keep_next = KEEP_AUTO;
    if (list->streaming)
        push(list, ELEMENT_FORCE)->strength = keyword;
}

void vertical_push_beside(struct vertical_list *list, struct area *area)
{
    push(list, ELEMENT_BESIDE)->of.box.area = area;
}

void vertical_push_snap(struct vertical_list *list, millipoint pitch)
{
    if (list->streaming)
        push(list, ELEMENT_SNAP)->height = pitch;
}

void vertical_push_fill(struct vertical_list *list)
{
    push(list, ELEMENT_FILL);
}

void vertical_push_span(struct vertical_list *list, bool all)
{
    struct element *last = list->count ? &list->elements[list->count - 1] : NULL;
    if (all && last && last->kind == ELEMENT_SPAN) { /* two spanning blocks are one span */
        chunk_release(last->chunk);
        list->count--;
        return;
    }
    push(list, ELEMENT_SPAN)->strength = all ? KEYWORD_ALL : KEYWORD_NONE;
}

void vertical_push_absolute(struct vertical_list *list, struct area *area)
{
    push(list, ELEMENT_ABSOLUTE)->of.box.area = area;
}

struct frame *vertical_open(struct vertical_list *list, millipoint x, millipoint width,
                            const struct box *box, const struct structure_tag *tag)
{
    struct frame *frame = arena_alloc(vertical_arena(list), sizeof *frame);
    *frame = (struct frame){.x = x, .width = width, .box = box, .tag = tag};
    if (list->streaming)
        frame->chunk = chunk_hold(list->chunk);
    push(list, ELEMENT_OPEN)->of.frame = frame;
    return frame;
}

void vertical_close(struct vertical_list *list, struct frame *frame)
{
    size_t at = list->count;
    while (at > 0 && (list->elements[at - 1].kind == ELEMENT_FORCE ||
                      list->elements[at - 1].kind == ELEMENT_SPACE))
        at--;
    bool after_force = at < list->count && list->elements[at].kind == ELEMENT_FORCE;
    push(list, ELEMENT_CLOSE)->of.frame = frame;
    if (after_force)
        move_last(list, at);
}

void vertical_append(struct vertical_list *list, const struct vertical_list *from,
                     struct chunk *chunk)
{
    for (size_t i = 0; i < from->count; i++) {
        struct element *element = push(list, from->elements[i].kind);
        *element = from->elements[i];
        element->chunk = chunk_hold(chunk);
    }
}

void vertical_push_keep(struct vertical_list *list, int32_t keep_with_previous)
{
    int32_t strength = list->keep_next > keep_with_previous ? list->keep_next : keep_with_previous;
    vertical_push_break(list, strength > list->together ? strength : list->together);
    list->keep_next = KEEP_AUTO;
}

void vertical_flush(struct vertical_list *list)
{
    if (!list->streaming)
        return;
    if (list->pending && list->pending->first)
        take_pending(list, push(list, ELEMENT_ANCHOR));
    if (list->drain && !list->stopped && list->drain(list->drain_state, list) != 0)
        list->stopped = true;
    if (chunk_is_full(list->chunk)) {
        chunk_release(list->chunk);
        list->chunk = chunk_new();
    }
}

void vertical_drop(struct vertical_list *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct element *element = &list->elements[i];
        if (element->kind == ELEMENT_CLOSE) {
            struct frame *frame = element->of.frame;
            marker_table_free(
                frame->seen); /* its last piece had nothing in it and was not placed */
            frame->seen = NULL;
            chunk_release(frame->chunk);
        }
        chunk_release(element->chunk);
    }
    if (count) {
        list->elements += count;
        list->dropped += count;
        list->count -= count;
    }
}
