/* The scan finds the break: the last one of the weakest strength before the first box that does not
 * fit. A box counts with what is attached to it: a line whose footnote does not fit goes to the
 * next page with it, unless the footnote is long, which may be parted; a float that does not fit
 * waits for the next page (XSL 1.1 §6.12.2, §6.12.3). A box that has nothing before it in the
 * column is taken even if it does not fit, so that pages always end. Called by page_fill.c and
 * table_*.c. */
#include "format/apart.h"
#include "format/column.h"

/* Lengths are rounded to 1/1000 pt: 22 lines of 225mm div 22 are together 7 more than 225mm. */
enum { ROUNDING = 32 };

static void open_frame(struct column_scan *scan, const struct frame *frame, bool continues)
{
    scan->used += column_edge_before(frame, continues) + column_head_height(frame, continues);
    scan->closing += column_edge_after(frame, true) + column_foot_height(frame, true);
}

static void close_frame(struct column_scan *scan, const struct frame *frame)
{
    scan->closing -= column_edge_after(frame, true) + column_foot_height(frame, true);
}

void column_scan_begin(struct column_scan *scan, millipoint height, const struct frame_stack *open)
{
    *scan = (struct column_scan){.height = height, .best = SIZE_MAX, .limit = SIZE_MAX};
    for (size_t i = 0; i < open->count; i++)
        open_frame(scan, open->frames[i], open->frames[i]->begun);
}

void column_scan_begin_at(struct column_scan *scan, millipoint height,
                          const struct vertical_list *list, const struct frame_stack *open,
                          size_t from)
{
    if (from == 0) {
        column_scan_begin(scan, height, open);
        return;
    }
    struct frame_stack now = {0};
    for (size_t i = 0; i < open->count; i++)
        frame_stack_push(&now, open->frames[i]);
    for (size_t i = 0; i < from; i++) {
        if (list->elements[i].kind == ELEMENT_OPEN)
            frame_stack_push(&now, list->elements[i].of.frame);
        else if (list->elements[i].kind == ELEMENT_CLOSE)
            now.count--;
    }
    *scan = (struct column_scan){
        .height = height, .best = SIZE_MAX, .limit = SIZE_MAX, .from = from, .at = from};
    for (size_t i = 0; i < now.count; i++)
        open_frame(scan, now.frames[i], true);
    frame_stack_free(&now);
}

static void end_run(struct column_scan *scan, const struct vertical_list *list, size_t at)
{
    if (scan->in_run)
        scan->used += column_space(list->elements, scan->run, at, !scan->filled);
    scan->in_run = false;
}

static bool fits_beside(const struct column_scan *scan, int64_t more, int64_t outside)
{
    if (!scan->height)
        return true;
    outside = outside > scan->reserved ? outside : scan->reserved;
    return scan->used + more + scan->closing + outside <= (int64_t)scan->height + ROUNDING;
}

static bool fits(const struct column_scan *scan, int64_t more)
{
    return fits_beside(scan, more, scan->outside.used);
}

/* The box at `scan->at` does not fit: where does the column end? */
static enum column_end overflow(struct column_scan *scan)
{
    if (scan->best != SIZE_MAX) {
        scan->end = scan->best;
        scan->outside = scan->best_outside;
        scan->kept = scan->best_strength >= BREAK_KEPT;
        return COLUMN_BREAK;
    }
    bool alone = !scan->filled && !scan->may_be_empty;
    scan->end = alone ? scan->at + 1 : scan->filled ? scan->at : scan->from;
    scan->overfull = alone;
    return COLUMN_BREAK;
}

/* A box higher than any column, or one that would leave much empty, is taken apart in the room that
 * is left here. */
static bool split_here(struct column_scan *scan, struct vertical_list *list)
{
    struct element *element = &list->elements[scan->at];
    int64_t outside = scan->outside.used > scan->reserved ? scan->outside.used : scan->reserved;
    int64_t room = scan->height - scan->used - scan->closing - outside;
    if (scan->trial || !element->of.box.split || room <= 0 ||
        (scan->filled && element->height <= list->height && room < element->of.box.worth))
        return false;
    struct element head = *element, tail = *element;
    if (!element->of.box.split(element, measure_clamp(room), scan->filled, &head, &tail))
        return false;
    struct element separator = {.kind = ELEMENT_BREAK, .chunk = element->chunk};
    head.chunk = chunk_hold(element->chunk);
    tail.chunk = chunk_hold(element->chunk);
    tail.attached = NULL;
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

/* --- Footnotes and floats -------------------------------------------------------------------- */

/* Adds the footnotes of a box that is `height` high to `outside`. False if they do not fit with it;
 * one that is long may be parted if enough of it fits. */
static bool add_notes(const struct column_scan *scan, const struct element *element,
                      struct column_outside *outside)
{
    for (const struct attachment *note = element->attached; note; note = note->next) {
        if (note->kind != ATTACHMENT_NOTE)
            continue;
        const struct apart *apart = note->apart;
        int64_t lead = outside->notes ? 0 : outside->note_separator;
        int64_t whole = outside->notes ? apart->following_height : apart->height;
        if (outside->notes_full) /* behind one that is parted: on the next page with its rest */
            continue;
        if (fits_beside(scan, element->height, outside->used + lead + whole)) {
            outside->used += lead + whole;
        } else {
            bool is_long = whole > scan->height / 4 || !scan->filled;
            if (!is_long ||
                (!fits_beside(scan, element->height, outside->used + lead + apart->least) &&
                 (scan->filled || scan->may_be_empty)))
                return false;
            /* Leave two more lines to the text, or it could not end the page after this one. */
            int64_t left = scan->height - scan->used - scan->closing - 3 * (int64_t)element->height;
            int64_t enough = outside->used + lead + apart->least;
            outside->used = left > enough ? left : enough;
            outside->notes_full = true;
        }
        outside->notes = true;
    }
    return true;
}

static void add_floats(const struct column_scan *scan, const struct element *element,
                       struct column_outside *outside)
{
    for (struct attachment *place = element->attached; place; place = place->next) {
        if (place->kind != ATTACHMENT_FLOAT)
            continue;
        int64_t height = place->apart->height + (outside->floats ? 0 : outside->float_separator);
        place->deferred = outside->floats_full || outside->notes_full ||
                          !fits_beside(scan, element->height, outside->used + height);
        if (place->deferred) {
            outside->floats_full = true;
            continue;
        }
        outside->used += height;
        outside->floats = true;
    }
}

/* Counts what is attached to a box that fits; false if its footnotes do not fit with it. */
static bool take_attached(struct column_scan *scan, const struct element *element)
{
    if (!element->attached || scan->trial || !scan->height)
        return true;
    struct column_outside outside = scan->outside;
    if (!add_notes(scan, element, &outside))
        return false;
    add_floats(scan, element, &outside);
    scan->outside = outside;
    return true;
}

/* --- The scan -------------------------------------------------------------------------------- */

/* Whether the box fits, taken apart if it must be. */
static bool take_box(struct column_scan *scan, struct vertical_list *list)
{
    if (!fits(scan, list->elements[scan->at].height) &&
        (!split_here(scan, list) || !fits(scan, list->elements[scan->at].height)))
        return false;
    return take_attached(scan, &list->elements[scan->at]);
}

/* An empty block parts spaces, but makes no page: FO uses it to write a forced break. */
static void take_place(struct column_scan *scan, const struct element *element)
{
    const struct area *area = element->of.box.area;
    bool empty = !element->height && area && !area->first;
    scan->used += element->height;
    scan->filled |= !empty;
    scan->marked |= !empty;
}

static void take_break(struct column_scan *scan, const struct element *element)
{
    if (!scan->filled || !fits(scan, 0) ||
        (scan->best != SIZE_MAX && element->strength > scan->best_strength))
        return;
    scan->best = scan->at;
    scan->best_strength = element->strength;
    scan->best_outside = scan->outside;
}

/* Whether anything stands after a forced break (XSL 1.1 §7.20.1: breaks stand between areas). */
static bool is_followed(const struct vertical_list *list, size_t at)
{
    while (++at < list->count)
        if (list->elements[at].kind != ELEMENT_CLOSE && list->elements[at].kind != ELEMENT_SPACE &&
            list->elements[at].kind != ELEMENT_BREAK && list->elements[at].kind != ELEMENT_FORCE)
            return true;
    return false;
}

enum column_end column_scan_more(struct column_scan *scan, struct vertical_list *list)
{
    for (; scan->at < list->count && scan->at < scan->limit; scan->at++) {
        const struct element *element = &list->elements[scan->at];
        const struct frame *frame = element->of.frame;
        switch (element->kind) {
        case ELEMENT_SPACE:
            if (!scan->in_run)
                scan->run = scan->at;
            scan->in_run = true;
            break;
        case ELEMENT_ABSOLUTE:
        case ELEMENT_BESIDE:
            scan->marked = true;
            break;
        case ELEMENT_ANCHOR:
            scan->marked = true;
            (void)take_attached(scan, element);
            break;
        case ELEMENT_SNAP:
            end_run(scan, list, scan->at);
            scan->used = scan->grid + column_snap(scan->used - scan->grid, element->height);
            break;
        case ELEMENT_FILL:
            end_run(scan, list, scan->at);
            scan->grid = scan->used;
            break;
        case ELEMENT_BREAK:
            take_break(scan, element);
            break;
        case ELEMENT_FORCE:
            if (element->strength == KEYWORD_BEFORE_EVEN && !scan->odd_page)
                break; /* here is an even page */
            if (!is_followed(list, scan->at)) {
                if (!scan->ended)
                    return COLUMN_MORE; /* wait for what it parts */
                break;
            }
            scan->end = scan->at;
            return COLUMN_FORCED;
        case ELEMENT_SPAN:
            scan->end = scan->at;
            return COLUMN_SPAN;
        case ELEMENT_OPEN:
            if (column_edge_before(frame, false) || frame->head)
                end_run(scan, list, scan->at);
            open_frame(scan, frame, false);
            scan->marked |= frame->id != NULL; /* something may lead here */
            break;
        case ELEMENT_CLOSE:
            close_frame(scan, frame);
            if (column_edge_after(frame, false) || frame->foot) {
                end_run(scan, list, scan->at);
                scan->used += column_edge_after(frame, false) + column_foot_height(frame, false);
                if (!fits(scan, 0) && scan->filled && scan->best != SIZE_MAX)
                    return overflow(scan);
            }
            break;
        case ELEMENT_BOX:
            end_run(scan, list, scan->at);
            if (!take_box(scan, list))
                return overflow(scan);
            take_place(scan, &list->elements[scan->at]);
            break;
        }
    }
    return COLUMN_MORE;
}

millipoint column_height(struct vertical_list *list, bool follows)
{
    const struct frame_stack none = {0};
    struct column_scan scan;
    column_scan_begin(&scan, 0, &none);
    scan.filled = follows;
    (void)column_scan_more(&scan, list); /* without a limit everything fits */
    return measure_clamp(scan.used);
}
