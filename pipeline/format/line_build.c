/* Items become text runs as long as style and face stay the same; typed spaces become glyphs, so
 * that text extracted from the page has them. Called by block_layout.c, and by whoever sets a line
 * of its own. */
#include "format/line_build.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/leader.h"
#include "format/line_decoration.h"
#include "format/line_justify.h"

/* An area that takes what comes next, and where it stands in the line. */
struct parent {
    struct area *area;
    millipoint x, y;
};

struct build {
    struct paragraph *paragraph;
    const struct line_request *request;
    size_t first, end;
    millipoint *gaps;          /* after each item of the line */
    millipoint *letters;       /* shared out inside each item */
    millipoint *starts, *ends; /* of each item, in the line */
    struct justified justified;
    struct area *line;
    millipoint baseline; /* from the line's top */
    millipoint x;        /* where the next item stands */
    struct area *run;    /* the text area being filled */
    size_t run_room;     /* glyphs it has room for */
    size_t run_end;      /* bytes of text it ends at */
    const struct run_style *run_style;
    struct parent *parents; /* the line, then the inline boxes that are open */
    size_t depth;           /* of the innermost */
};

void open_boxes_free(struct open_boxes *open)
{
    free(open->boxes);
    free(open->styles);
    *open = (struct open_boxes){0};
}

/* --- Height ---------------------------------------------------------------------------------- */

static void take_height(millipoint *above, millipoint *below, millipoint up, millipoint down)
{
    *above = up > *above ? up : *above;
    *below = down > *below ? down : *below;
}

/* The line's height (XSL 1.1 §7.16.6): of the block's own text and whatever stands out of it, with
 * the block's leading around; of the block's own text alone; or of text each with its leading. */
static void set_height(struct build *build, const struct run_style *strut)
{
    int32_t strategy = build->paragraph->block->line_stacking;
    millipoint above = strut->above, below = strut->below;
    /* Emphasis marks stand in the leading while it has room (CSS Text Decoration 3 §3.4). */
    millipoint spare =
        strategy == KEYWORD_MAX_HEIGHT && strut->leading > 0 ? strut->leading / 2 : 0;
    for (size_t i = build->first; i < build->end && strategy != KEYWORD_FONT_HEIGHT; i++) {
        const struct item *item = &build->paragraph->items[i];
        if (item->style != strut && item->kind != ITEM_OBJECT)
            take_height(&above, &below, item->style->above, item->style->below);
        if (item->emphasised)
            take_height(&above, &below, line_emphasis_above(item->style) - spare,
                        line_emphasis_below(item->style) - spare);
        if (item->kind == ITEM_OBJECT)
            take_height(&above, &below, item->of.object->ascent + item->style->shift,
                        item->of.object->descent - item->style->shift);
    }
    millipoint leading = strategy == KEYWORD_LINE_HEIGHT ? 0 : strut->leading;
    build->baseline = above + leading / 2;
    build->line->height = above + below + leading;
}

/* Puts an area, placed in the line, into the innermost open box. */
static void append(struct build *build, struct area *area)
{
    const struct parent *parent = &build->parents[build->depth];
    area->x -= parent->x;
    area->y -= parent->y;
    area_append(parent->area, area);
}

/* --- Text runs ------------------------------------------------------------------------------- */

/* Lines along the run that begins at x on the baseline y and ends where the build stands. */
static void end_run(struct build *build)
{
    if (!build->run)
        return;
    append(build, build->run);
    build->run = NULL;
}

/* How many glyphs the run that begins at item `index` can come to hold. */
static size_t run_capacity(const struct build *build, size_t index)
{
    const struct item *items = build->paragraph->items;
    size_t count = 0;
    for (size_t i = index; i < build->end; i++) {
        if (items[i].kind != ITEM_GLYPHS || items[i].style != items[index].style ||
            (items[i].face && items[i].face != items[index].face))
            break;
        count += items[i].glyph_count + items[i].space;
    }
    return count;
}

/* A weight or slope that the face lacks, if the text wants it and allows it to be made up: outlines
 * a thirtieth of an em fatter; leaning by 12 degrees. */
static void synthesise(struct glyph_run *run, const struct item *item)
{
    const struct traits *traits = item->style->traits;
    int32_t made_up = traits->font_synthesis;
    if (made_up == KEYWORD_NONE)
        return;
    if (made_up != KEYWORD_STYLE && traits->font_weight >= 600 &&
        !font_chain_is_bold(traits->chain, run->face))
        run->embolden = run->size / 30;
    if (made_up != KEYWORD_WEIGHT && traits->font_style != KEYWORD_NORMAL &&
        !font_chain_is_italic(traits->chain, run->face))
        run->slant = traits->font_style == KEYWORD_BACKSLANT ? -213 : 213;
}

static void begin_run(struct build *build, size_t index)
{
    const struct item *item = &build->paragraph->items[index];
    struct arena *arena = build->paragraph->arena;
    struct area *run = area_new(arena, AREA_TEXT);
    run->x = build->x;
    run->y = build->baseline - item->style->shift;
    build->run = run;
    build->run_style = item->style;
    build->run_room = run_capacity(build, index);
    run->content.run =
        (struct glyph_run){.face = item->face,
                           .size = item->style->size,
                           .colour = traits_ink(item->style->traits),
                           .glyphs = arena_new_array(arena, build->run_room, sizeof(struct glyph)),
                           .text = build->paragraph->kept_text + item->text};
    synthesise(&run->content.run, item);
    build->run_end = item->text;
}

/* The gap after an item's glyphs: a typed space is a glyph, so that text extracted has it. */
static void put_gap(struct build *build, const struct item *item, millipoint gap, bool last)
{
    struct glyph_run *run = &build->run->content.run;
    struct glyph *glyphs = (struct glyph *)run->glyphs;
    if (item->space && !last && run->count < build->run_room) {
        struct drawn drawn = glyph_source_find(build->paragraph->formatter->glyphs,
                                               item->style->traits->chain, ' ', 0, true);
        if (drawn.face == run->face) {
            glyphs[run->count++] =
                (struct glyph){.id = drawn.glyph, .cluster = (uint32_t)run->length, .advance = gap};
            run->length++;
            build->run_end++;
            return;
        }
    }
    if (gap)
        glyphs[run->count - 1].advance += gap;
}

/* Shares `space` out between the letters of a word. */
static void spread_letters(struct glyph *glyphs, uint32_t count, millipoint space)
{
    int64_t given = 0;
    for (uint32_t i = 0; space && i + 1 < count; i++) {
        int64_t upto = (int64_t)space * (i + 1) / (count - 1);
        glyphs[i].advance += (millipoint)(upto - given);
        given = upto;
    }
}

static void put_glyphs(struct build *build, size_t index)
{
    const struct item *item = &build->paragraph->items[index];
    millipoint gap = build->gaps[index - build->first];
    bool last = index + 1 == build->end;
    if (!item->glyph_count || (item->soft && !last)) {
        build->x += build->paragraph->fits[index].width + gap;
        end_run(build);
        return;
    }
    bool goes_on = build->run && build->run_style == item->style &&
                   build->run->content.run.face == item->face && build->run_end == item->text;
    if (!goes_on) {
        end_run(build);
        begin_run(build, index);
    }
    struct glyph_run *run = &build->run->content.run;
    struct glyph *glyphs = (struct glyph *)run->glyphs + run->count;
    uint32_t offset = (uint32_t)run->length;
    for (uint32_t i = 0; i < item->glyph_count; i++) {
        glyphs[i] = item->glyphs[i];
        glyphs[i].cluster += offset;
    }
    spread_letters(glyphs, item->glyph_count, build->letters[index - build->first]);
    run->count += item->glyph_count;
    run->length += item->length;
    build->run_end = item->text + item->length;
    build->x += build->paragraph->fits[index].width + build->letters[index - build->first] + gap;
    put_gap(build, item, gap, last);
}

/* --- Objects, leaders, boxes ----------------------------------------------------------------- */

static void put_object(struct build *build, size_t index)
{
    const struct item *item = &build->paragraph->items[index];
    struct paragraph_object *object = item->of.object;
    end_run(build);
    millipoint width = object->width;
    if (object->leader) {
        width += build->justified.leader;
        struct area *leader =
            leader_area(build->paragraph, item, width, build->x + build->request->reference_x);
        leader->x = build->x;
        leader->y = build->baseline - item->style->shift;
        append(build, leader);
    } else if (object->area) {
        object->area->x = build->x;
        object->area->y = build->baseline - item->style->shift;
        if (object->area->kind != AREA_FIELD) { /* may be higher than the text of its link */
            object->area->y -= object->ascent;
            object->area->link = build->parents[build->depth].area->link;
        }
        append(build, object->area);
    }
    build->x += width + build->gaps[index - build->first];
}

/* Opens a box's part on this line. Edges stand only where the box itself begins and ends. */
static void begin_box(struct build *build, const struct inline_box *inline_box,
                      const struct run_style *style, bool begins)
{
    struct parent *parent = &build->parents[build->depth], *own = parent + 1;
    struct arena *arena = build->paragraph->arena;
    *own = *parent;
    build->depth++;
    if (!inline_box->box && !inline_box->id && !inline_box->link && !inline_box->tag &&
        !inline_box->moved_x && !inline_box->moved_y)
        return;
    struct area *area = area_new(arena, AREA_BLOCK);
    millipoint before = box_edge(inline_box->box, SIDE_BEFORE);
    own->area = area;
    own->x = build->x + (begins ? inline_box->space_start : 0);
    own->y = build->baseline - style->shift - inline_box->ascent - before;
    area->x = own->x - parent->x;
    area->y = own->y - parent->y;
    area->height =
        inline_box->ascent + inline_box->descent + before + box_edge(inline_box->box, SIDE_AFTER);
    area->tag = inline_box->tag;
    area->content.moved.x = inline_box->moved_x;
    area->content.moved.y = inline_box->moved_y;
    area->link = inline_box->link;
    area->id = begins ? inline_box->id : NULL;
    if (inline_box->box) {
        struct box *box = arena_alloc(arena, sizeof *box);
        *box = *inline_box->box;
        if (!begins)
            box->border[SIDE_START].style = KEYWORD_NONE;
        area->box = box;
    }
    area_append(parent->area, area);
}

static void end_box(struct build *build, bool ends)
{
    const struct parent *own = &build->parents[build->depth];
    build->depth--;
    if (own->area == own[-1].area)
        return;
    own->area->width = build->x - own->x;
    if (!ends && own->area->box)
        ((struct box *)own->area->box)->border[SIDE_END].style = KEYWORD_NONE;
}

static void open_box(struct open_boxes *open, const struct inline_box *box,
                     const struct run_style *style)
{
    if (open->count == open->capacity) {
        open->capacity = open->capacity ? open->capacity * 2 : 4;
        open->boxes = memory_resize(open->boxes, open->capacity, sizeof *open->boxes);
        open->styles = memory_resize(open->styles, open->capacity, sizeof *open->styles);
    }
    open->boxes[open->count] = box;
    open->styles[open->count++] = style;
}

static void put_box_edge(struct build *build, size_t index, struct open_boxes *open)
{
    const struct item *item = &build->paragraph->items[index];
    millipoint gap = build->gaps[index - build->first];
    end_run(build);
    if (item->kind == ITEM_OPEN && open->count < NESTING_LIMIT) {
        begin_box(build, item->of.box, item->style, true);
        open_box(open, item->of.box, item->style);
        build->x += build->paragraph->fits[index].width + gap;
    } else if (item->kind == ITEM_CLOSE && open->count) {
        millipoint space = item->of.box->space_end;
        build->x += build->paragraph->fits[index].width - space;
        open->count--;
        end_box(build, true);
        build->x += gap + space;
    }
}

static void put_items(struct build *build, struct open_boxes *open)
{
    for (size_t i = 0; i < open->count; i++)
        begin_box(build, open->boxes[i], open->styles[i], false);
    for (size_t i = build->first; i < build->end; i++) {
        enum item_kind kind = build->paragraph->items[i].kind;
        build->starts[i - build->first] = build->x;
        if (kind == ITEM_GLYPHS)
            put_glyphs(build, i);
        else if (kind == ITEM_OBJECT)
            put_object(build, i);
        else
            put_box_edge(build, i, open);
        build->ends[i - build->first] = build->x - build->gaps[i - build->first];
    }
    end_run(build);
    while (build->depth)
        end_box(build, false);
}

struct area *line_build(struct paragraph *paragraph, const struct line_request *request,
                        struct open_boxes *open, millipoint *overfull)
{
    struct build build = {.paragraph = paragraph,
                          .request = request,
                          .first = request->line->first,
                          .end = request->line->end,
                          .line = area_new(paragraph->arena, AREA_BLOCK)};
    struct parent parents[NESTING_LIMIT + 1] = {{.area = build.line}};
    build.parents = parents;
    size_t count = build.end - build.first;
    build.gaps = arena_new_array(paragraph->arena, 4 * count, sizeof *build.gaps);
    build.letters = build.gaps + count;
    build.starts = build.letters + count;
    build.ends = build.starts + count;
    build.line->width = request->x + request->width;
    set_height(&build, paragraph->strut);
    build.justified = line_justify(paragraph, request, build.gaps, build.letters);
    build.x = build.justified.x;
    if (request->align == KEYWORD_INSIDE) /* where the binding is shows when it is painted */
        build.line->content.moved.even = build.justified.slack;
    else if (request->align == KEYWORD_OUTSIDE)
        build.line->content.moved.odd = build.justified.slack;
    *overfull = build.justified.overfull;
    put_items(&build, open);
    const struct placed_items placed = {.items = &paragraph->items[build.first],
                                        .count = count,
                                        .starts = build.starts,
                                        .ends = build.ends,
                                        .baseline = build.baseline};
    line_decorate(build.line, paragraph->arena, &placed);
    return build.line;
}
