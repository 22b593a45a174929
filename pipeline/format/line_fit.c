/* Total fit after Knuth and Plass, on prefix sums, with integers only. Badness of a line is the
 * cube of how much of its stretch or shrink is used; CLREQ wants shrinking tried first (§3.5.2), so
 * stretching costs more. A line that would be overfull with every allowed break ends at the last
 * item that fits although no break is allowed there: text is never lost, and the caller reports it.
 * The list of active breaks is bounded, so that a million characters of no width stay linear. */
#include "format/line_fit.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/line_width.h"
#include "format/measure.h"

enum {
    ACTIVE_LIMIT = 512,
    BADNESS_LIMIT = 1000000, /* its square, summed over a million lines, is still an int64 */
    RATIO_LIMIT = 100,
    LEAST_STRETCH = 500, /* 1/1000 pt */
    LINE_PENALTY = 10,
    EMERGENCY_DEMERITS = 100000000,
    LONE_DEMERITS = 3000000, /* a last line of one character (CLREQ §3.4.4) */
    LONE_REACH = 4,          /* items of the line before that are looked through */
    STRETCH_WEIGHT = 2,
    BALANCE_STEP = 125 /* 1/1000 pt */
};

/* A line that begins at item `first`. */
struct node {
    size_t first;
    int64_t demerits;
    uint32_t previous; /* index of the node of the line before */
    bool emergency;    /* how the line before ended */
};

struct line_fit {
    struct line_sums *sums; /* count + 1 */
    size_t sums_capacity;
    struct node *nodes;
    size_t node_count, node_capacity;
    uint32_t active[ACTIVE_LIMIT];
    size_t active_count;
    struct fit_line *lines;
    size_t line_count, line_capacity;
};

struct line_fit *line_fit_new(void)
{
    return memory_new(1, sizeof(struct line_fit));
}

void line_fit_free(struct line_fit *fit)
{
    if (!fit)
        return;
    free(fit->sums);
    free(fit->nodes);
    free(fit->lines);
    free(fit);
}

static void add_up(struct line_fit *fit, const struct fit_request *request)
{
    if (fit->sums_capacity < request->count + 1) {
        fit->sums_capacity = request->count + request->count / 2 + 64;
        fit->sums = memory_resize(fit->sums, fit->sums_capacity, sizeof *fit->sums);
    }
    line_width_add_up(fit->sums, request->items, request->count);
}

static struct line_width measure(const struct line_fit *fit, const struct fit_request *request,
                                 size_t first, size_t last)
{
    return line_width_between(fit->sums, request->items, first, last);
}

static millipoint room(const struct fit_request *request, size_t first)
{
    return first ? request->width : request->first_width;
}

static void push_line(struct line_fit *fit, size_t first, size_t end, bool emergency)
{
    if (fit->line_count == fit->line_capacity) {
        fit->line_capacity = fit->line_capacity ? fit->line_capacity * 2 : 16;
        fit->lines = memory_resize(fit->lines, fit->line_capacity, sizeof *fit->lines);
    }
    fit->lines[fit->line_count++] = (struct fit_line){first, end, emergency};
}

static int64_t least_width(const struct line_fit *fit, const struct fit_request *request,
                           size_t first, size_t last)
{
    return line_width_least(fit->sums, request->items, first, last);
}

/* --- Line by line ---------------------------------------------------------------------------- */

/* Whether the last line holds one character at most beside marks. */
static bool is_lone(const struct fit_request *request, size_t first, size_t last)
{
    size_t solid = 0;
    if (!first || last + 1 - first > 3)
        return false;
    for (size_t i = first; i <= last; i++)
        solid += request->items[i].solid;
    return solid <= 1;
}

/* A lone last character gets company from the line before, if a line may end a little earlier. */
static void join_lone(struct line_fit *fit, const struct fit_request *request, size_t first,
                      size_t end)
{
    if (!fit->line_count || !is_lone(request, first, end - 1))
        return;
    struct fit_line *before = &fit->lines[fit->line_count - 1];
    if (before->emergency || request->items[first - 1].after != FIT_BREAK)
        return;
    for (size_t at = first - 1; at > before->first + 1 && at + LONE_REACH > first; at--) {
        if (request->items[at - 1].after != FIT_BREAK)
            continue;
        if (least_width(fit, request, at, end - 1) <= request->width)
            before->end = at;
        return;
    }
}

static void fit_greedily(struct line_fit *fit, const struct fit_request *request)
{
    size_t first = 0;
    while (first < request->count) {
        size_t best = SIZE_MAX, at = first;
        bool forced = false;
        millipoint width = room(request, first);
        for (; at < request->count && !forced; at++) {
            if (least_width(fit, request, first, at) > width && at > first)
                break;
            forced = request->items[at].after == FIT_FORCED || at + 1 == request->count;
            if (request->items[at].after != FIT_NEVER || forced)
                best = at;
        }
        bool emergency = best == SIZE_MAX;
        size_t end = emergency ? (at > first ? at : first + 1) : best + 1;
        if (forced && !emergency && end == at) {
            join_lone(fit, request, first, end);
            first = fit->line_count ? fit->lines[fit->line_count - 1].end : 0;
        }
        push_line(fit, first, end, emergency);
        first = end;
    }
}

/* --- As a whole ------------------------------------------------------------------------------ */

static uint32_t push_node(struct line_fit *fit, struct node node)
{
    if (fit->node_count == fit->node_capacity) {
        fit->node_capacity = fit->node_capacity ? fit->node_capacity * 2 : 64;
        fit->nodes = memory_resize(fit->nodes, fit->node_capacity, sizeof *fit->nodes);
    }
    fit->nodes[fit->node_count] = node;
    return (uint32_t)fit->node_count++;
}

static void activate(struct line_fit *fit, uint32_t node)
{
    if (fit->active_count == ACTIVE_LIMIT) {
        memmove(fit->active, fit->active + 1, (ACTIVE_LIMIT - 1) * sizeof *fit->active);
        fit->active_count--;
    }
    fit->active[fit->active_count++] = node;
}

/* 100 × the cube of how far what there is has been used. A line with next to nothing to stretch is
 * the worse, the more it lacks: otherwise a few hopeless lines would be preferred to many poor
 * ones. */
static int64_t badness(int64_t used, int64_t available)
{
    if (used <= 0)
        return 0;
    if (available < LEAST_STRETCH)
        available = LEAST_STRETCH;
    int64_t ratio =
        used >= available * RATIO_LIMIT ? (int64_t)RATIO_LIMIT * 100 : used * 100 / available;
    int64_t cube = ratio * ratio * ratio / 10000;
    return cube < BADNESS_LIMIT ? cube : BADNESS_LIMIT;
}

static int64_t line_demerits(const struct fit_request *request, const struct line_width *line,
                             size_t first, size_t last, bool ragged)
{
    int64_t difference = room(request, first) - line->width;
    int64_t blank = request->items[last].end_blank; /* goes first, and nobody misses it */
    if (difference < 0)
        difference = difference + blank < 0 ? difference + blank : 0;
    int64_t bad = difference < 0 ? badness(-difference, line->shrink - blank)
                  : ragged       ? 0
                                 : badness(difference * STRETCH_WEIGHT, line->stretch);
    int64_t demerits = (LINE_PENALTY + bad) * (LINE_PENALTY + bad);
    return ragged && is_lone(request, first, last) ? demerits + LONE_DEMERITS : demerits;
}

/* Where a line that begins at `first` and may not end before `last` is cut all the same. */
static size_t emergency_end(const struct line_fit *fit, const struct fit_request *request,
                            size_t first, size_t last)
{
    millipoint width = room(request, first);
    size_t end = last;
    while (end > first) {
        struct line_width line = measure(fit, request, first, end);
        if (line.width - line.shrink <= width)
            break;
        end--;
    }
    return end;
}

static void fit_wholly(struct line_fit *fit, const struct fit_request *request)
{
    fit->node_count = fit->active_count = 0;
    activate(fit, push_node(fit, (struct node){.previous = UINT32_MAX}));
    for (size_t at = 0; at < request->count; at++) {
        enum fit_after after = request->items[at].after;
        bool ends = after == FIT_FORCED || at + 1 == request->count;
        int64_t best = INT64_MAX;
        uint32_t best_node = 0, dropped = 0;
        size_t kept = 0;
        bool any_dropped = false;
        for (size_t i = 0; i < fit->active_count; i++) {
            uint32_t index = fit->active[i];
            const struct node *node = &fit->nodes[index];
            struct line_width line = measure(fit, request, node->first, at);
            if (line.width - line.shrink > room(request, node->first)) {
                dropped = index;
                any_dropped = true;
                continue;
            }
            fit->active[kept++] = index;
            if (after == FIT_NEVER && !ends)
                continue;
            int64_t demerits =
                node->demerits + line_demerits(request, &line, node->first, at, ends);
            if (demerits < best) {
                best = demerits;
                best_node = index;
            }
        }
        fit->active_count = kept;
        if (best != INT64_MAX) {
            struct node node = {.first = at + 1, .demerits = best, .previous = best_node};
            if (ends)
                fit->active_count = 0; /* every line ends here */
            activate(fit, push_node(fit, node));
        } else if (!kept && any_dropped) {
            size_t first = fit->nodes[dropped].first;
            size_t end = emergency_end(fit, request, first, at);
            struct node node = {.first = end + 1,
                                .demerits = fit->nodes[dropped].demerits + EMERGENCY_DEMERITS,
                                .previous = dropped,
                                .emergency = end + 1 < request->count &&
                                             request->items[end].after == FIT_NEVER};
            activate(fit, push_node(fit, node));
            at = end; /* go on after the cut */
        }
    }
}

/* The chain of nodes from the end, turned round. */
static void collect_lines(struct line_fit *fit, size_t count)
{
    const struct node *node = &fit->nodes[fit->node_count - 1];
    size_t end = node->first < count ? count : node->first;
    bool emergency = node->emergency;
    while (node->previous != UINT32_MAX) {
        node = &fit->nodes[node->previous];
        push_line(fit, node->first, end, emergency);
        end = node->first;
        emergency = node->emergency;
    }
    for (size_t i = 0, j = fit->line_count; i + 1 < j; i++) {
        struct fit_line line = fit->lines[i];
        fit->lines[i] = fit->lines[--j];
        fit->lines[j] = line;
    }
}

size_t line_fit(struct line_fit *fit, const struct fit_request *request,
                const struct fit_line **lines)
{
    fit->line_count = 0;
    add_up(fit, request);
    if (!request->total) {
        fit_greedily(fit, request);
    } else if (request->count) {
        fit_wholly(fit, request);
        collect_lines(fit, request->count);
    }
    *lines = fit->lines;
    return fit->line_count;
}

size_t line_fit_balanced(struct line_fit *fit, const struct fit_request *request,
                         const struct fit_line **lines)
{
    struct fit_request narrow = *request;
    narrow.total = false;
    size_t count = line_fit(fit, &narrow, lines);
    millipoint least = 0, most = request->width;
    while (most - least > BALANCE_STEP) {
        millipoint width = least + (most - least) / 2;
        narrow.width = width;
        narrow.first_width = measure_clamp((int64_t)request->first_width - request->width + width);
        bool holds = narrow.first_width > 0 && line_fit(fit, &narrow, lines) <= count;
        for (size_t i = 0; holds && i < fit->line_count; i++)
            holds = !fit->lines[i].emergency;
        if (holds)
            most = width;
        else
            least = width;
    }
    narrow.width = most;
    narrow.first_width = measure_clamp((int64_t)request->first_width - request->width + most);
    return line_fit(fit, &narrow, lines);
}
