/* The builder drains the vertical list whenever a unit has been pushed: as long as the page is
 * full, it is painted and let go. Which master a page gets depends on whether it is the first or
 * the last; that it is the last is known only when the flow is done, so the last page may be filled
 * anew for a master of another height. Called by format.c for each fo:page-sequence. */
#include "format/page_builder.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/block_layout.h"
#include "format/format_messages.h"
#include "format/object.h"
#include "format/page_fill.h"
#include "format/page_number.h"
#include "format/page_paint.h"

struct builder {
    struct formatter *formatter;
    struct painter *painter;
    const struct page_masters *masters;
    struct page_choice choice;
    const xmlNode *node; /* fo:page-sequence */
    const struct traits *traits;
    const char *id;                   /* its id; may be NULL */
    struct page_statics statics;      /* copies: a source may free the nodes it has passed */
    struct chunk *copies;             /* that they live in */
    const struct page_master *master; /* of the page being filled */
    struct vertical_list list;
    struct attachments pending; /* for the list's next box */
    struct flow flow;
    struct page_fill *fill;
    struct arena *arena; /* of the page being painted */
    struct page_count *count;
    unsigned flows; /* seen in this sequence */
    bool first;     /* no page of this sequence has been emitted */
    bool abandoned; /* no master for the next page: reported; the sequence ends */
};

/* --- Beginning a page ------------------------------------------------------------------------ */

static const struct region *body_of(const struct page_master *master)
{
    return &master->regions[REGION_BODY];
}

static void number_label(const struct builder *builder, char label[PAGE_NUMBER_SIZE])
{
    page_number_format(builder->count->number, builder->traits->format, label);
}

static struct area *separator(struct builder *builder, const char *name, millipoint width)
{
    char label[PAGE_NUMBER_SIZE];
    number_label(builder, label);
    return page_static_area(builder->formatter, &builder->statics, name, label, width, 0,
                            builder->arena);
}

/* The body of the master, as the flow sees it. */
static struct page_body measure_body(struct builder *builder)
{
    const struct region *body = body_of(builder->master);
    const struct traits *traits = body->traits;
    const struct region_content content = region_content(body);
    struct page_body measures = {.width = content.width,
                                 .height = content.height,
                                 .columns =
                                     traits->column_count > 1 ? (unsigned)traits->column_count : 1,
                                 .odd = builder->count->number % 2 == 1};
    measures.gap = measure_resolve(traits->column_gap, measures.width);
    measures.note_separator = separator(builder, "xsl-footnote-separator", measures.width);
    measures.float_separator = separator(builder, "xsl-before-float-separator", measures.width);
    return measures;
}

/* Chooses the next page's master; -1 if there is none with room. */
static int choose_master(struct builder *builder, struct page_wish wish)
{
    wish.number = builder->count->number;
    wish.first = builder->first;
    wish.after_blank = builder->count->blank;
    builder->master = page_master_choose(builder->formatter, builder->masters, &builder->choice,
                                         builder->node, wish);
    builder->abandoned = !builder->master || builder->master->too_small;
    return builder->abandoned ? -1 : 0;
}

/* Begins a page to be filled. */
static int begin_page(struct builder *builder, bool last)
{
    struct formatter *formatter = builder->formatter;
    if (choose_master(builder, (struct page_wish){.last = last}) != 0)
        return -1;
    const struct page_body body = measure_body(builder);
    builder->flow.width = page_column_width(&body);
    builder->flow.height = body.height;
    builder->flow.span_width = body.columns > 1 ? body.width : 0;
    builder->list.height = builder->list.page_height = body.height;
    formatter->note_width = body.width;
    number_label(builder, formatter->page_estimate);
    page_fill_begin(builder->fill, &body);
    return 0;
}

/* --- Ending a page --------------------------------------------------------------------------- */

static int paint_page(struct builder *builder, struct area *body)
{
    char label[PAGE_NUMBER_SIZE];
    number_label(builder, label);
    const struct page_sheet sheet = {.master = builder->master,
                                     .statics = &builder->statics,
                                     .number = builder->count->pages + 1,
                                     .label = label,
                                     .even = builder->count->number % 2 == 0,
                                     .id = builder->id,
                                     .body = body};
    if (page_paint(builder->painter, &sheet, builder->arena) != 0)
        return -1;
    builder->count->pages++;
    builder->count->number++;
    builder->count->blank = !body;
    builder->choice.page++;
    builder->first = false;
    arena_reset(builder->arena);
    return 0;
}

/* Places and paints the page that was filled. */
static int emit_page(struct builder *builder)
{
    struct marker_table *seen = builder->formatter->page_markers;
    marker_table_turn(seen);
    struct area *body = page_fill_place(builder->fill, builder->arena, seen);
    if (paint_page(builder, body) != 0)
        return -1;
    page_fill_drop(builder->fill);
    return 0;
}

static int emit_blank(struct builder *builder)
{
    if (choose_master(builder, (struct page_wish){.blank = true}) != 0)
        return -1;
    marker_table_turn(builder->formatter->page_markers);
    return paint_page(builder, NULL);
}

/* The page ends at a forced break; an empty one does not. */
static int meet_forced_break(struct builder *builder)
{
    int32_t keyword = page_fill_forced_break(builder->fill);
    if (page_fill_is_empty(builder->fill))
        page_fill_skip_break(builder->fill);
    else if (emit_page(builder) != 0)
        return -1;
    bool odd = builder->count->number % 2 == 1;
    bool wants_even = keyword == KEYWORD_EVEN_PAGE || keyword == KEYWORD_BEFORE_EVEN;
    if (((wants_even && odd) || (keyword == KEYWORD_ODD_PAGE && !odd)) && emit_blank(builder) != 0)
        return -1;
    return begin_page(builder, false);
}

static int drain(void *state, struct vertical_list *list)
{
    struct builder *builder = state;
    (void)list; /* page_fill knows it */
    for (;;) {
        switch (page_fill_more(builder->fill)) {
        case PAGE_MORE:
            return 0;
        case PAGE_FULL:
            if (emit_page(builder) != 0 || begin_page(builder, false) != 0)
                return -1;
            break;
        case PAGE_FORCED:
            if (meet_forced_break(builder) != 0)
                return -1;
            break;
        }
    }
}

/* --- The end of the flow --------------------------------------------------------------------- */

/* The last page goes on the master for last pages if there is one; what does not fit it goes on
 * another before it. */
static int try_last_master(struct builder *builder)
{
    const struct page_master *rest = builder->master;
    if (begin_page(builder, true) != 0)
        return -1;
    if (page_fill_more(builder->fill) == PAGE_MORE)
        return 0;
    builder->master = rest;
    return emit_page(builder) != 0 || begin_page(builder, true) != 0 ? -1 : 0;
}

static int emit_last(struct builder *builder)
{
    page_fill_end(builder->fill);
    if (drain(builder, &builder->list) != 0)
        return -1;
    if (page_master_knows_last(&builder->choice) && try_last_master(builder) != 0)
        return -1;
    for (;;) {
        if (drain(builder, &builder->list) != 0)
            return -1;
        page_fill_close(builder->fill);
        if (!builder->first && page_fill_is_empty(builder->fill))
            return 0;
        if (emit_page(builder) != 0)
            return -1;
        if (!builder->list.count && !page_fill_has_carried(builder->fill))
            return 0;
        if (begin_page(builder, page_master_knows_last(&builder->choice)) != 0)
            return -1;
    }
}

/* The first page number that the next page sequence asks for; NULL if there is none, or it takes
 * what comes. */
static const char *next_initial_number(const struct builder *builder)
{
    const xmlNode *next = builder->node->next;
    while (next && object_of(next) != OBJECT_PAGE_SEQUENCE)
        next = next->next;
    return next ? property_attribute(next, "initial-page-number") : NULL;
}

/* Whether force-page-count wants a blank page after the last (XSL 1.1 §7.27.10). "auto" depends on
 * the next sequence: its first page must fall on the side it asks for. */
static bool wants_blank(const struct builder *builder)
{
    bool last_odd = builder->count->number % 2 == 0;
    const char *next;
    switch (builder->traits->force_page_count) {
    case KEYWORD_END_ON_EVEN:
        return last_odd;
    case KEYWORD_END_ON_ODD:
        return !last_odd;
    case KEYWORD_EVEN:
        return builder->choice.page % 2 == 1;
    case KEYWORD_ODD:
        return builder->choice.page % 2 == 0;
    case KEYWORD_AUTO:
        next = next_initial_number(builder);
        if (!next || strcmp(next, "auto") == 0)
            return false;
        if (strcmp(next, "auto-odd") == 0)
            return last_odd;
        if (strcmp(next, "auto-even") == 0)
            return !last_odd;
        return strtol(next, NULL, 10) % 2 == (last_odd ? 1 : 0);
    default:
        return false;
    }
}

static int finish(struct builder *builder)
{
    if (emit_last(builder) != 0)
        return -1;
    return wants_blank(builder) ? emit_blank(builder) : 0;
}

/* --- The sequence ---------------------------------------------------------------------------- */

/* Static content is for one region, or separates footnotes or floats from the text (XSL 1.1
 * §6.4.20, §7.27.5); it stands before the flow. */
static bool static_is_right(const struct builder *builder, const xmlNode *node)
{
    struct report *report = builder->formatter->report;
    const struct page_statics *statics = &builder->statics;
    const char *name = property_attribute(node, "flow-name");
    if (!name)
        name = "";
    if (builder->flows) {
        object_refuse(report, node);
        return false;
    }
    for (size_t i = 0; i < statics->count; i++) {
        const char *other = property_attribute(statics->nodes[i], "flow-name");
        if (other && strcmp(name, other) == 0) {
            report_at(report, &MESSAGE_FLOW_NAME_DOUBLE, node, name, NULL);
            return false;
        }
    }
    if (!page_master_has_region(builder->masters, name) &&
        strcmp(name, "xsl-footnote-separator") != 0 &&
        strcmp(name, "xsl-before-float-separator") != 0) {
        report_at(report, &MESSAGE_FLOW_UNKNOWN, node, name, NULL);
        return false; /* so that there are never more than the masters have regions */
    }
    return true;
}

static void collect_static(struct builder *builder, const xmlNode *node)
{
    struct page_statics *statics = &builder->statics;
    if (!static_is_right(builder, node))
        return;
    if (statics->count == statics->room) {
        statics->room = statics->room ? 2 * statics->room : 16;
        statics->nodes = memory_resize(statics->nodes, statics->room, sizeof *statics->nodes);
    }
    const xmlNode *copy = chunk_copy_node(builder->copies, node);
    if (copy)
        statics->nodes[statics->count++] = copy;
}

static void start_number(struct builder *builder)
{
    const char *initial = builder->traits->initial_page_number;
    unsigned *number = &builder->count->number;
    if (!initial || strcmp(initial, "auto") == 0)
        return;
    if (strcmp(initial, "auto-odd") == 0)
        *number += *number % 2 == 0;
    else if (strcmp(initial, "auto-even") == 0)
        *number += *number % 2 == 1;
    else {
        long given = strtol(initial, NULL, 10);
        *number = given < 1 ? 1 : given > 100000000 ? 100000000 : (unsigned)given;
    }
}

static int run_flow(struct builder *builder, const xmlNode *node)
{
    struct formatter *formatter = builder->formatter;
    if (begin_page(builder, false) != 0)
        return -1;
    const struct region *body = body_of(builder->master);
    const char *name = property_attribute(node, "flow-name");
    if (!name || strcmp(name, body->name) != 0) {
        report_at(formatter->report, &MESSAGE_FLOW_NOWHERE, node, name ? name : "", NULL);
        return 0;
    }
    const struct traits *traits = property_resolve(formatter->properties, node, builder->traits);
    block_layout_children(formatter, &builder->flow, node, traits, false);
    if (builder->list.stopped ||
        formatter->request->source.failed(formatter->request->source.state))
        return -1;
    return finish(builder);
}

static int walk(struct builder *builder)
{
    struct formatter *formatter = builder->formatter;
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, builder->node, child)) != NULL) {
        switch (object_of(child)) {
        case OBJECT_STATIC_CONTENT:
            collect_static(builder, child);
            break;
        case OBJECT_TITLE:
            break;
        case OBJECT_FLOW:
            if (builder->flows++ > 0)
                report_at(formatter->report, &MESSAGE_FLOW_TWICE, child, NULL);
            else if (run_flow(builder, child) != 0)
                return -1;
            break;
        default:
            object_refuse(formatter->report, child);
        }
    }
    if (!builder->flows)
        report_at(formatter->report, &MESSAGE_FLOW_MISSING, builder->node, NULL);
    return 0;
}

int page_builder_run(struct formatter *formatter, struct painter *painter,
                     const struct page_masters *masters, const xmlNode *node,
                     const struct traits *root, struct page_count *count)
{
    struct builder builder = {.formatter = formatter,
                              .painter = painter,
                              .masters = masters,
                              .node = node,
                              .count = count,
                              .first = true};
    builder.traits = property_resolve(formatter->properties, node, root);
    builder.id = formatter_id(formatter, formatter->arena, node);
    builder.statics.traits = builder.traits;
    if (!page_master_begin(formatter, masters, builder.traits->master_reference, node,
                           &builder.choice))
        return 0;
    start_number(&builder);
    marker_table_begin_sequence(formatter->page_markers);
    builder.arena = arena_new();
    builder.copies = chunk_new();
    vertical_begin_streaming(&builder.list);
    builder.list.drain = drain;
    builder.list.drain_state = &builder;
    builder.list.pending = formatter->pending = &builder.pending;
    builder.flow.list = formatter->page_list = &builder.list;
    builder.fill = page_fill_new(&builder.list, formatter->report);
    int result = walk(&builder);
    formatter->pending = NULL;
    formatter->page_list = NULL;
    formatter->note_width = 0;
    page_fill_free(builder.fill);
    vertical_end(&builder.list);
    chunk_release(builder.copies);
    free(builder.statics.nodes);
    arena_free(builder.arena);
    return builder.abandoned ? 0 : result;
}
