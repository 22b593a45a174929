/* Edges and spaces: at the top of a column discardable spaces go, a forcing space beats all others,
 * else the highest precedence and then the largest optimum wins (XSL 1.1 §4.3.1). Borders and
 * padding at a break stay only if their conditionality says so (§4.3.1, §7.8). Called by
 * column_scan.c and column_place.c, which must agree. */
#include <stdlib.h>

#include "base/memory.h"
#include "format/column.h"

void frame_stack_free(struct frame_stack *stack)
{
    free(stack->frames);
    *stack = (struct frame_stack){0};
}

void frame_stack_push(struct frame_stack *stack, struct frame *frame)
{
    if (stack->count == stack->capacity) {
        stack->capacity = stack->capacity ? stack->capacity * 2 : 8;
        stack->frames = memory_resize(stack->frames, stack->capacity, sizeof *stack->frames);
    }
    stack->frames[stack->count++] = frame;
}

millipoint column_edge_before(const struct frame *frame, bool continues)
{
    if (!frame->box || (continues && !frame->box->retain[SIDE_BEFORE]))
        return 0;
    return box_edge(frame->box, SIDE_BEFORE);
}

millipoint column_edge_after(const struct frame *frame, bool broken)
{
    if (!frame->box || (broken && !frame->box->retain[SIDE_AFTER]))
        return 0;
    return box_edge(frame->box, SIDE_AFTER);
}

millipoint column_head_height(const struct frame *frame, bool continues)
{
    return frame->head && !(continues && frame->omit_head) ? frame->head->height : 0;
}

millipoint column_foot_height(const struct frame *frame, bool broken)
{
    return frame->foot && !(broken && frame->omit_foot) ? frame->foot->height : 0;
}

int64_t column_snap(int64_t y, millipoint pitch)
{
    return (y + pitch - 1) / pitch * pitch;
}

millipoint column_space(const struct element *elements, size_t from, size_t to, bool at_top)
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
