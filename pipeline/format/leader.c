/* A pattern is repeated in steps of leader-pattern-width, never narrower than the pattern itself.
 * Unless aligned on the reference area it ends where the leader ends, so that the dots of a table
 * of contents stand below each other before its page numbers. Called by line_build.c. */
#include "format/leader.h"

#include <string.h>

static void add_rule(struct arena *arena, struct area *leader, const struct traits *traits)
{
    const struct border border = {
        .width = traits->rule_thickness, .style = traits->rule_style, .colour = traits_ink(traits)};
    if (border_width(&border))
        area_append(leader, area_rule(arena, 0, 0, leader->width, 0, &border));
}

/* Where the pattern stands for the first time; and how often, in steps of `step`. */
static millipoint first_place(const struct traits *traits, millipoint width, millipoint step,
                              millipoint reference_x, size_t *count)
{
    if (traits->leader_alignment == KEYWORD_NONE) {
        *count = (size_t)(width / step);
        return width - (millipoint)*count * step;
    }
    millipoint over = reference_x % step;
    millipoint first = over > 0 ? step - over : -over;
    *count = first < width ? (size_t)((width - first) / step) : 0;
    return first;
}

static millipoint step_of(const struct paragraph *paragraph, const struct traits *traits,
                          millipoint pattern)
{
    millipoint asked = measure_resolve(traits->leader_pattern_width, paragraph->width);
    return asked > pattern ? asked : pattern;
}

static void add_dots(const struct paragraph *paragraph, struct area *leader,
                     const struct run_style *style, millipoint reference_x)
{
    const struct traits *traits = style->traits;
    struct arena *arena = paragraph->arena;
    struct drawn drawn =
        glyph_source_find(paragraph->formatter->glyphs, traits->chain, '.', 0, false);
    millipoint dot = drawn.face ? glyph_source_advance(&drawn, style->size) : 0;
    if (dot <= 0)
        return;
    size_t count;
    millipoint step = step_of(paragraph, traits, dot);
    millipoint first = first_place(traits, leader->width, step, reference_x, &count);
    if (!count)
        return;
    struct area *run = area_new(arena, AREA_TEXT);
    struct glyph *glyphs = arena_new_array(arena, count, sizeof *glyphs);
    char *text = arena_alloc(arena, count + 1);
    memset(text, '.', count);
    for (size_t i = 0; i < count; i++)
        glyphs[i] = (struct glyph){.id = drawn.glyph, .cluster = (uint32_t)i, .advance = step};
    run->x = first;
    run->content.run = (struct glyph_run){.face = drawn.face,
                                          .size = style->size,
                                          .colour = traits_ink(traits),
                                          .glyphs = glyphs,
                                          .count = count,
                                          .text = text,
                                          .length = count};
    area_append(leader, run);
}

/* The content is laid out once and painted many times. */
static void add_content(const struct paragraph *paragraph, struct area *leader,
                        const struct run_style *style, const struct area *content,
                        millipoint reference_x)
{
    if (content->width <= 0)
        return;
    size_t count;
    millipoint step = step_of(paragraph, style->traits, content->width);
    millipoint first = first_place(style->traits, leader->width, step, reference_x, &count);
    for (size_t i = 0; i < count; i++) {
        struct area *again = area_new(paragraph->arena, AREA_REPEATED);
        again->x = first + (millipoint)i * step;
        again->first = again->last = (struct area *)content;
        area_append(leader, again);
    }
}

struct area *leader_area(const struct paragraph *paragraph, const struct item *item,
                         millipoint width, millipoint reference_x)
{
    const struct traits *traits = item->style->traits;
    const struct paragraph_object *object = item->of.object;
    struct area *leader = area_new(paragraph->arena, AREA_BLOCK);
    leader->width = width;
    if (traits->leader_pattern == KEYWORD_RULE)
        add_rule(paragraph->arena, leader, traits);
    else if (traits->leader_pattern == KEYWORD_DOTS)
        add_dots(paragraph, leader, item->style, reference_x);
    else if (object->content)
        add_content(paragraph, leader, item->style, object->content, reference_x);
    return leader;
}
