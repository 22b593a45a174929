/* Masters are read once into linked lists in document order. */
#include "format/page_master.h"

#include <stdlib.h>
#include <string.h>

#include "format/format_messages.h"
#include "format/object.h"

struct alternative {
    const char *reference;
    const struct traits *traits; /* odd-or-even, page-position, blank-or-not-blank */
    struct alternative *next;
};

struct sub_sequence {
    unsigned limit; /* pages; UINT32_MAX = no limit */
    struct alternative *alternatives;
    struct sub_sequence *next;
};

struct page_sequence_master {
    const char *name;
    long line;
    struct sub_sequence *sub_sequences;
    bool knows_last;
    struct page_sequence_master *next;
};

struct page_masters {
    struct page_master *pages;
    struct page_sequence_master *sequences;
};

/* --- Geometry -------------------------------------------------------------------------------- */

static millipoint margin(const struct traits *traits, enum side side, millipoint reference)
{
    return measure_resolve(traits->margin[side], reference);
}

/* Where a region lies in the page's content rectangle (XSL 1.1 §6.4.13 – 17). */
static void set_region(struct region *region, enum region_place place, const struct region *page,
                       const struct region *others)
{
    const struct traits *traits = region->traits;
    millipoint x = page->x, y = page->y, width = page->width, height = page->height;
    millipoint extent = measure_resolve(
        traits->extent, place == REGION_START || place == REGION_END ? width : height);
    const struct region *before = &others[REGION_BEFORE], *after = &others[REGION_AFTER];
    const struct region *start = &others[REGION_START], *end = &others[REGION_END];
    millipoint start_width = start->present ? measure_resolve(start->traits->extent, width) : 0;
    millipoint end_width = end->present ? measure_resolve(end->traits->extent, width) : 0;
    millipoint before_height =
        before->present ? measure_resolve(before->traits->extent, height) : 0;
    millipoint after_height = after->present ? measure_resolve(after->traits->extent, height) : 0;
    bool before_wins = before->present && before->traits->precedence == KEYWORD_TRUE;
    bool after_wins = after->present && after->traits->precedence == KEYWORD_TRUE;
    *region = (struct region){.present = true,
                              .name = region->name,
                              .traits = traits,
                              .box = region->box,
                              .x = x,
                              .y = y,
                              .width = width,
                              .height = height};
    switch (place) {
    case REGION_BODY:
        region->x += margin(traits, SIDE_START, width);
        region->y += margin(traits, SIDE_BEFORE, height);
        region->width -= margin(traits, SIDE_START, width) + margin(traits, SIDE_END, width);
        region->height -= margin(traits, SIDE_BEFORE, height) + margin(traits, SIDE_AFTER, height);
        break;
    case REGION_BEFORE:
    case REGION_AFTER:
        region->height = extent;
        if (place == REGION_AFTER)
            region->y += height - extent;
        if (traits->precedence != KEYWORD_TRUE) {
            region->x += start_width;
            region->width -= start_width + end_width;
        }
        break;
    default:
        region->width = extent;
        if (place == REGION_END)
            region->x += width - extent;
        region->y += before_wins ? before_height : 0;
        region->height -= (before_wins ? before_height : 0) + (after_wins ? after_height : 0);
    }
}

static int place_of(enum object object)
{
    switch (object) {
    case OBJECT_REGION_BODY:
        return REGION_BODY;
    case OBJECT_REGION_BEFORE:
        return REGION_BEFORE;
    case OBJECT_REGION_AFTER:
        return REGION_AFTER;
    case OBJECT_REGION_START:
        return REGION_START;
    case OBJECT_REGION_END:
        return REGION_END;
    default:
        return -1;
    }
}

static bool region_named(const struct page_master *master, const char *name)
{
    for (int place = 0; place < REGION_COUNT; place++) {
        const struct region *region = &master->regions[place];
        if (region->present && strcmp(region->name, name) == 0)
            return true;
    }
    return false;
}

static void read_regions(struct formatter *formatter, struct page_master *master,
                         const xmlNode *node, const struct traits *traits)
{
    static const char *const names[REGION_COUNT] = {"xsl-region-body", "xsl-region-before",
                                                    "xsl-region-after", "xsl-region-start",
                                                    "xsl-region-end"};
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, node, child)) != NULL) {
        int place = place_of(object_of(child));
        if (place < 0) {
            object_refuse(formatter->report, child);
            continue;
        }
        struct region *region = &master->regions[place];
        if (region->present) {
            report_at(formatter->report, &MESSAGE_REGION_TWICE, child, (const char *)child->name,
                      master->name, NULL);
            continue;
        }
        region->traits = property_resolve(formatter->properties, child, traits);
        region->name = region->traits->region_name ? region->traits->region_name : names[place];
        if (region_named(master, region->name))
            report_at(formatter->report, &MESSAGE_REGION_NAME_DOUBLE, child, region->name,
                      master->name, NULL);
        region->present = true;
        region->box = box_new(formatter->arena, region->traits, master->width);
    }
}

struct region_content region_content(const struct region *region)
{
    const struct box *box = region->box;
    struct region_content content = {
        .width = region->width - box_edge(box, SIDE_START) - box_edge(box, SIDE_END),
        .height = region->height - box_edge(box, SIDE_BEFORE) - box_edge(box, SIDE_AFTER),
        .rotation = traits_rotation(region->traits)};
    if (content.rotation == 90 || content.rotation == 270) {
        millipoint width = content.width;
        content.width = content.height;
        content.height = width;
    }
    return content;
}

static bool columns_have_room(const struct region *body)
{
    const struct region_content content = region_content(body);
    int64_t columns = body->traits->column_count > 1 ? body->traits->column_count : 1;
    int64_t gaps = measure_resolve(body->traits->column_gap, content.width) * (columns - 1);
    return content.height > 0 && content.width - gaps >= columns;
}

/* What a PDF page may measure (ISO 32000-1 annex C.2; ISO 19005-2 §6.1.13). */
enum { LEAST_SIDE = 3 * MILLIPOINT_PER_POINT, GREATEST_SIDE = 14400 * MILLIPOINT_PER_POINT };

static void limit_size(struct formatter *formatter, const xmlNode *node, struct page_master *master)
{
    millipoint *sides[] = {&master->width, &master->height};
    for (size_t i = 0; i < 2; i++) {
        if (*sides[i] >= LEAST_SIDE && *sides[i] <= GREATEST_SIDE)
            continue;
        report_at(formatter->report, &MESSAGE_PAGE_SIZE, node, master->name, NULL);
        *sides[i] = *sides[i] < LEAST_SIDE ? LEAST_SIDE : GREATEST_SIDE;
    }
}

static const char *name_of(struct formatter *formatter, const xmlNode *node,
                           const struct traits *traits)
{
    if (traits->master_name && *traits->master_name)
        return traits->master_name;
    report_at(formatter->report, &MESSAGE_MASTER_UNNAMED, node, (const char *)node->name, NULL);
    return "";
}

static struct page_master *read_page(struct formatter *formatter, const xmlNode *node,
                                     const struct traits *parent)
{
    struct page_master *master = arena_alloc(formatter->arena, sizeof *master);
    const struct traits *traits = property_resolve(formatter->properties, node, parent);
    master->name = name_of(formatter, node, traits);
    master->line = formatter_line(node);
    master->width = traits->page_width.automatic ? 595276 : traits->page_width.length;
    master->height = traits->page_height.automatic ? 841890 : traits->page_height.length;
    limit_size(formatter, node, master);
    struct region page = {.x = margin(traits, SIDE_START, master->width),
                          .y = margin(traits, SIDE_BEFORE, master->height)};
    page.width = master->width - page.x - margin(traits, SIDE_END, master->width);
    page.height = master->height - page.y - margin(traits, SIDE_AFTER, master->height);
    master->rotation = traits_rotation(traits);
    if (master->rotation) {
        bool sideways = master->rotation != 180;
        master->turned = page;
        page = (struct region){.width = sideways ? page.height : page.width,
                               .height = sideways ? page.width : page.height};
    }
    read_regions(formatter, master, node, traits);
    struct region found[REGION_COUNT];
    memcpy(found, master->regions, sizeof found);
    for (int place = 0; place < REGION_COUNT; place++)
        if (found[place].present)
            set_region(&master->regions[place], (enum region_place)place, &page, found);
    const struct region *body = &master->regions[REGION_BODY];
    if (!body->present) {
        master->too_small = true;
        report_at(formatter->report, &MESSAGE_REGION_BODY_MISSING, node, master->name, NULL);
    } else if (body->width <= 0 || body->height <= 0 || !columns_have_room(body)) {
        master->too_small = true;
        report_at(formatter->report, &MESSAGE_MASTER_TOO_SMALL, node, master->name, NULL);
    }
    return master;
}

/* --- Sequences ------------------------------------------------------------------------------- */

static unsigned repeats(const struct traits *traits)
{
    const char *text = traits->maximum_repeats;
    if (!text || strcmp(text, "no-limit") == 0)
        return UINT32_MAX;
    long number = strtol(text, NULL, 10);
    return number <= 0 ? 0 : number > 1000000000 ? UINT32_MAX : (unsigned)number;
}

static void add_alternative(struct formatter *formatter, struct page_sequence_master *master,
                            struct alternative ***last, const struct traits *traits)
{
    struct alternative *alternative = arena_alloc(formatter->arena, sizeof *alternative);
    alternative->reference = traits->master_reference ? traits->master_reference : "";
    alternative->traits = traits;
    **last = alternative;
    *last = &alternative->next;
    if (traits->page_position == KEYWORD_LAST || traits->page_position == KEYWORD_ONLY)
        master->knows_last = true;
}

static struct page_sequence_master *read_sequence(struct formatter *formatter, const xmlNode *node,
                                                  const struct traits *parent)
{
    struct page_sequence_master *master = arena_alloc(formatter->arena, sizeof *master);
    const struct traits *traits = property_resolve(formatter->properties, node, parent);
    master->name = name_of(formatter, node, traits);
    master->line = formatter_line(node);
    struct sub_sequence **last = &master->sub_sequences;
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, node, child)) != NULL) {
        enum object object = object_of(child);
        bool single = object == OBJECT_SINGLE_PAGE_MASTER_REFERENCE;
        bool alternatives = object == OBJECT_REPEATABLE_PAGE_MASTER_ALTERNATIVES;
        if (!single && !alternatives && object != OBJECT_REPEATABLE_PAGE_MASTER_REFERENCE) {
            object_refuse(formatter->report, child);
            continue;
        }
        const struct traits *own = property_resolve(formatter->properties, child, traits);
        struct sub_sequence *sub = arena_alloc(formatter->arena, sizeof *sub);
        struct alternative **last_alternative = &sub->alternatives;
        sub->limit = single ? 1 : repeats(own);
        *last = sub;
        last = &sub->next;
        if (!alternatives) {
            add_alternative(formatter, master, &last_alternative, own);
            continue;
        }
        const xmlNode *reference = NULL;
        while ((reference = formatter_next(formatter, child, reference)) != NULL) {
            if (object_of(reference) == OBJECT_CONDITIONAL_PAGE_MASTER_REFERENCE)
                add_alternative(formatter, master, &last_alternative,
                                property_resolve(formatter->properties, reference, own));
            else
                object_refuse(formatter->report, reference);
        }
    }
    return master;
}

struct name_at {
    const char *name;
    long line;
};

static int compare_names(const void *left, const void *right)
{
    const struct name_at *a = left, *b = right;
    int order = strcmp(a->name, b->name);
    return order ? order : (a->line > b->line) - (a->line < b->line);
}

/* Names of page masters and page-sequence masters are of one kind (XSL 1.1 §7.27.8). Sorted, so
 * that a hundred thousand masters cost no more than their reading. */
static void refuse_double_names(struct formatter *formatter, const struct page_masters *masters,
                                size_t count)
{
    struct name_at *names = arena_new_array(formatter->arena, count + 1, sizeof *names);
    size_t used = 0;
    for (const struct page_master *page = masters->pages; page; page = page->next)
        names[used++] = (struct name_at){page->name, page->line};
    for (const struct page_sequence_master *sequence = masters->sequences; sequence;
         sequence = sequence->next)
        names[used++] = (struct name_at){sequence->name, sequence->line};
    qsort(names, used, sizeof *names, compare_names);
    for (size_t i = 1; i < used; i++)
        if (*names[i].name && strcmp(names[i].name, names[i - 1].name) == 0)
            report_line(formatter->report, &MESSAGE_MASTER_NAME_DOUBLE, names[i].line,
                        names[i].name, NULL);
}

struct page_masters *page_master_read(struct formatter *formatter, const xmlNode *set,
                                      const struct traits *traits)
{
    struct page_masters *masters = arena_alloc(formatter->arena, sizeof *masters);
    struct page_master **last_page = &masters->pages;
    struct page_sequence_master **last_sequence = &masters->sequences;
    const xmlNode *child = NULL;
    size_t count = 0;
    for (; (child = formatter_next(formatter, set, child)) != NULL; count++) {
        if (object_of(child) == OBJECT_SIMPLE_PAGE_MASTER) {
            *last_page = read_page(formatter, child, traits);
            last_page = &(*last_page)->next;
        } else if (object_of(child) == OBJECT_PAGE_SEQUENCE_MASTER) {
            *last_sequence = read_sequence(formatter, child, traits);
            last_sequence = &(*last_sequence)->next;
        } else {
            object_refuse(formatter->report, child);
        }
    }
    refuse_double_names(formatter, masters, count);
    return masters;
}

bool page_master_has_region(const struct page_masters *masters, const char *name)
{
    for (const struct page_master *page = masters->pages; page; page = page->next)
        if (region_named(page, name))
            return true;
    return false;
}

/* --- Choice ---------------------------------------------------------------------------------- */

static const struct page_master *find_page(const struct page_masters *masters, const char *name)
{
    for (const struct page_master *page = masters->pages; page; page = page->next)
        if (strcmp(page->name, name) == 0)
            return page;
    return NULL;
}

bool page_master_begin(struct formatter *formatter, const struct page_masters *masters,
                       const char *reference, const xmlNode *node, struct page_choice *choice)
{
    if (!reference || !*reference) {
        report_at(formatter->report, &MESSAGE_MASTER_UNASKED, node, NULL);
        return false;
    }
    *choice = (struct page_choice){.only = find_page(masters, reference)};
    for (const struct page_sequence_master *sequence = masters->sequences;
         sequence && !choice->only && !choice->sequence; sequence = sequence->next)
        if (strcmp(sequence->name, reference) == 0)
            choice->sequence = sequence;
    if (choice->only || choice->sequence)
        return true;
    report_at(formatter->report, &MESSAGE_MASTER_UNKNOWN, node, reference, NULL);
    return false;
}

static bool matches(const struct traits *traits, struct page_wish wish)
{
    bool odd = wish.number % 2 == 1;
    if ((traits->odd_or_even == KEYWORD_ODD && !odd) ||
        (traits->odd_or_even == KEYWORD_EVEN && odd))
        return false;
    if ((traits->blank_or_not_blank == KEYWORD_BLANK && !wish.blank) ||
        (traits->blank_or_not_blank == KEYWORD_NOT_BLANK && wish.blank))
        return false;
    if ((traits->page_follows == KEYWORD_BLANK && !wish.after_blank) ||
        (traits->page_follows == KEYWORD_NOT_BLANK && wish.after_blank))
        return false;
    switch (traits->page_position) {
    case KEYWORD_FIRST:
        return wish.first;
    case KEYWORD_LAST:
        return wish.last;
    case KEYWORD_REST:
        return !wish.first && !wish.last;
    case KEYWORD_ONLY:
        return wish.first && wish.last;
    default:
        return true;
    }
}

const struct page_master *page_master_choose(struct formatter *formatter,
                                             const struct page_masters *masters,
                                             struct page_choice *choice, const xmlNode *node,
                                             struct page_wish wish)
{
    if (choice->only)
        return choice->only;
    unsigned page = choice->page;
    const struct sub_sequence *sub = choice->sequence->sub_sequences;
    while (sub && page >= sub->limit && sub->next) {
        page -= sub->limit;
        sub = sub->next;
    }
    if (sub && page >= sub->limit && !choice->reported) {
        choice->reported = true;
        report_at(formatter->report, &MESSAGE_MASTER_EXHAUSTED, node, choice->sequence->name, NULL);
    }
    const struct alternative *chosen = NULL;
    for (const struct alternative *alternative = sub ? sub->alternatives : NULL;
         alternative && !chosen; alternative = alternative->next)
        if (matches(alternative->traits, wish))
            chosen = alternative;
    if (!chosen && sub)
        chosen = sub->alternatives;
    const struct page_master *master = chosen ? find_page(masters, chosen->reference) : NULL;
    if (!master)
        report_at(formatter->report, &MESSAGE_MASTER_UNKNOWN, node,
                  chosen ? chosen->reference : choice->sequence->name, NULL);
    return master;
}

bool page_master_knows_last(const struct page_choice *choice)
{
    return choice->sequence && choice->sequence->knows_last;
}
