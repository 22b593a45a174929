/* The cheapest chain of lines, where a line costs something, a break the more the less sense it
 * makes, and the shape what it lacks: lines that are all alike make a rectangle, a line shorter
 * than both its neighbours an hourglass. A chain is known by its last line and by whether its lines
 * have begun to become wider or narrower. So there are as few lines as go well: one more is cheaper
 * than a word torn apart or a rectangle, dearer than a break beside a short word. Where the sense
 * is as good, the first of two lines is the longer one, because a title ends with its genre, which
 * then stands alone in the middle above the text. Caller: block_text.c. */
#include "format/title_wrap.h"

#include <stdlib.h>

#include "base/memory.h"
#include "format/line_width.h"
#include "format/title_sense.h"

enum {
    LINE_ITEMS = 48,      /* breaks looked at after a line's beginning */
    LINE_COST = 100,      /* of each line */
    WIDENING_COST = 4,    /* of a line wider than the one above it */
    ALIKE_COST = 120,     /* two lines differ by less than a character */
    CLOSE_COST = 20,      /* by less than two: half a character at either end is hardly seen */
    RECTANGLE_COST = 200, /* all lines are alike */
    UNEVEN_COST = 5,      /* for each character beyond four */
    UNEVEN_BEST = 30,     /* no more than this where the break could not be better */
    HOURGLASS_COST = 200,
    STUB_COST = 300, /* a last line of one or two characters */
    STUB = 3
};

static const int32_t sense_costs[] = {
    [SENSE_BEST] = 0,  [SENSE_GOOD] = 10,    [SENSE_FAIR] = 40, [SENSE_WEAK] = 60,
    [SENSE_POOR] = 90, [SENSE_SPARED] = 300, [SENSE_BAD] = 400};

/* How the lines so far go. Those that have begun to become narrower may not widen again. */
enum phase { EVEN, WIDENING, NARROWING, PHASE_COUNT };

/* A line and the cheapest chains that end with it. */
struct candidate {
    size_t first, end; /* items */
    int64_t width;
    int64_t costs[PHASE_COUNT];        /* COST_NONE: no such chain */
    size_t previous[PHASE_COUNT];      /* candidate above; SIZE_MAX = none */
    enum phase came_from[PHASE_COUNT]; /* and the chain that ends with that */
};

#define COST_NONE INT64_MAX

struct wrap {
    const struct title_request *request;
    struct line_sums *sums;
    struct candidate *candidates; /* by their first item */
    size_t count, capacity;
    size_t *begins; /* candidates before those that begin with an item; by item, one more */
};

static bool ends_line(const struct title_request *request, size_t item)
{
    return request->items[item].after != FIT_NEVER || item + 1 == request->count;
}

static struct candidate *add(struct wrap *wrap, size_t first, size_t end, int64_t width)
{
    if (wrap->count == wrap->capacity) {
        wrap->capacity = wrap->capacity ? wrap->capacity * 2 : 128;
        wrap->candidates =
            memory_resize(wrap->candidates, wrap->capacity, sizeof *wrap->candidates);
    }
    struct candidate *candidate = &wrap->candidates[wrap->count++];
    *candidate = (struct candidate){.first = first,
                                    .end = end,
                                    .width = width,
                                    .costs = {COST_NONE, COST_NONE, COST_NONE},
                                    .previous = {SIZE_MAX, SIZE_MAX, SIZE_MAX}};
    return candidate;
}

/* --- What is better kept whole ---------------------------------------------------------------- */

/* If it fits a line, it is parted only to spare a word; else less gladly than other text. */
static void spare_whole(const struct wrap *wrap)
{
    const struct title_request *request = wrap->request;
    for (size_t first = 0; first < request->count; first++) {
        size_t end = request->whole[first];
        if (end <= first + 1)
            continue;
        bool fits = line_width_least(wrap->sums, request->items, first, end - 1) <= request->width;
        for (size_t i = first; i + 1 < end; i++) {
            uint8_t *sense = &request->senses[i];
            if (fits && *sense < SENSE_SPARED)
                *sense = SENSE_SPARED;
            else if (*sense < SENSE_POOR)
                *sense = *sense < SENSE_FAIR ? SENSE_FAIR : SENSE_POOR;
        }
    }
}

/* --- Chains ---------------------------------------------------------------------------------- */

/* All lines that fit. */
static void find_candidates(struct wrap *wrap)
{
    const struct title_request *request = wrap->request;
    for (size_t first = 0; first < request->count; first++) {
        wrap->begins[first] = wrap->count;
        if (first && !ends_line(request, first - 1))
            continue;
        bool forced = false;
        size_t found = 0;
        for (size_t last = first; last < request->count && !forced && found < LINE_ITEMS; last++) {
            forced = request->items[last].after == FIT_FORCED;
            if (!ends_line(request, last))
                continue;
            int64_t width = line_width_least(wrap->sums, request->items, first, last);
            if (width > request->width)
                break;
            (void)add(wrap, first, last + 1, width);
            found++;
        }
    }
    wrap->begins[request->count] = wrap->count;
}

/* What the line costs by itself, with the break that ends it. */
static int64_t line_cost(const struct wrap *wrap, const struct candidate *line)
{
    const struct title_request *request = wrap->request;
    if (line->end < request->count)
        return request->items[line->end - 1].after == FIT_FORCED
                   ? LINE_COST
                   : LINE_COST + sense_costs[request->senses[line->end - 1]];
    size_t solid = 0;
    for (size_t i = line->first; i < line->end && solid < STUB; i++)
        solid += request->items[i].solid;
    return line->first && solid < STUB ? LINE_COST + STUB_COST : LINE_COST;
}

/* What two lines cost by the difference of their widths. */
static int64_t step_cost(int64_t difference, millipoint size, bool best)
{
    int64_t step = difference < 0 ? -difference : difference, cost = 0;
    if (step < size)
        return ALIKE_COST;
    if (step < 2 * (int64_t)size)
        cost = CLOSE_COST;
    if (step > 4 * (int64_t)size)
        cost = (step - 4 * (int64_t)size) * UNEVEN_COST / size;
    if (best && cost > UNEVEN_BEST)
        cost = UNEVEN_BEST;
    return difference > 0 ? cost + WIDENING_COST : cost;
}

static enum phase next_phase(enum phase phase, int64_t difference, millipoint size)
{
    if (difference > -size && difference < size)
        return phase;
    return difference < 0 ? NARROWING : phase == EVEN ? WIDENING : phase;
}

/* The chain that ends with `above`, in that phase, goes on with `line`. */
static void join(struct wrap *wrap, size_t above, enum phase phase, struct candidate *line)
{
    const struct title_request *request = wrap->request;
    const struct candidate *upper = &wrap->candidates[above];
    if (upper->costs[phase] == COST_NONE)
        return;
    int64_t difference = line->width - upper->width;
    enum phase next = next_phase(phase, difference, request->size);
    bool best = request->senses[upper->end - 1] == SENSE_BEST;
    int64_t cost =
        upper->costs[phase] + line_cost(wrap, line) + step_cost(difference, request->size, best);
    if (phase == NARROWING && difference >= request->size)
        cost += HOURGLASS_COST;
    if (next == EVEN && line->end == request->count)
        cost += RECTANGLE_COST;
    if (cost < line->costs[next]) {
        line->costs[next] = cost;
        line->previous[next] = above;
        line->came_from[next] = phase;
    }
}

/* The candidate that ends the cheapest chain, and its phase; SIZE_MAX if there is none. */
static size_t find_cheapest(struct wrap *wrap, enum phase *phase)
{
    size_t count = wrap->request->count, best = SIZE_MAX;
    int64_t least = COST_NONE;
    for (size_t i = 0; i < wrap->count; i++) {
        struct candidate *line = &wrap->candidates[i];
        if (line->first == 0)
            line->costs[EVEN] = line_cost(wrap, line);
        if (line->end < count)
            for (size_t below = wrap->begins[line->end]; below < wrap->begins[line->end + 1];
                 below++)
                for (enum phase from = EVEN; from < PHASE_COUNT; from++)
                    join(wrap, i, from, &wrap->candidates[below]);
        for (enum phase at = EVEN; line->end == count && at < PHASE_COUNT; at++) {
            if (line->costs[at] >= least)
                continue;
            least = line->costs[at];
            best = i;
            *phase = at;
        }
    }
    return best;
}

static size_t collect(const struct wrap *wrap, size_t at, enum phase phase, struct fit_line *lines)
{
    size_t count = 0;
    while (at != SIZE_MAX) {
        const struct candidate *line = &wrap->candidates[at];
        lines[count++] = (struct fit_line){line->first, line->end, false};
        at = line->previous[phase];
        phase = line->came_from[phase];
    }
    for (size_t i = 0, j = count; i + 1 < j; i++) {
        struct fit_line line = lines[i];
        lines[i] = lines[--j];
        lines[j] = line;
    }
    return count;
}

size_t title_wrap(const struct title_request *request, struct fit_line *lines)
{
    if (!request->count || request->size <= 0)
        return 0;
    struct wrap wrap = {.request = request};
    wrap.sums = memory_new(request->count + 1, sizeof *wrap.sums);
    wrap.begins = memory_new(request->count + 1, sizeof *wrap.begins);
    line_width_add_up(wrap.sums, request->items, request->count);
    spare_whole(&wrap);
    find_candidates(&wrap);
    enum phase phase = EVEN;
    size_t last = find_cheapest(&wrap, &phase);
    size_t count = last == SIZE_MAX ? 0 : collect(&wrap, last, phase, lines);
    free(wrap.sums);
    free(wrap.begins);
    free(wrap.candidates);
    return count;
}
