/* From characters to items: a Han character or mark is one item, a Western word (as far as it has
 * one face and no break opportunity inside) another. A full-width mark is half an em wide; its
 * blank half belongs to the gap beside it (paragraph_gap.c), so that it vanishes at line ends,
 * gives way between marks, and shrinks in CLREQ's order. */
#include "format/paragraph_parts.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "format/format_messages.h"
#include "format/line_grid.h"

/* --- Items ----------------------------------------------------------------------------------- */

static struct item *push(struct paragraph *paragraph, enum item_kind kind,
                         const struct run_style *style)
{
    if (paragraph->item_count == paragraph->item_capacity) {
        paragraph->item_capacity = paragraph->item_capacity ? paragraph->item_capacity * 2 : 128;
        paragraph->items =
            memory_resize(paragraph->items, paragraph->item_capacity, sizeof *paragraph->items);
        paragraph->fits =
            memory_resize(paragraph->fits, paragraph->item_capacity, sizeof *paragraph->fits);
    }
    paragraph->items[paragraph->item_count] = (struct item){.kind = (uint8_t)kind, .style = style};
    paragraph->fits[paragraph->item_count] = (struct fit_item){0};
    return &paragraph->items[paragraph->item_count++];
}

/* A fixed space, which faces seldom have: the glyph of the ordinary one, as wide as it should be.
 */
static struct drawn as_space(struct formatter *formatter, const struct font_chain *chain, int width)
{
    struct drawn drawn = glyph_source_find(formatter->glyphs, chain, ' ', 0, true);
    if (!drawn.face)
        drawn.face = font_chain_first(chain);
    drawn.advance = width;
    drawn.units_per_em = 1000;
    return drawn;
}

struct drawn paragraph_draw(struct paragraph *paragraph,
                            const struct paragraph_character *character, uint32_t variation)
{
    struct formatter *formatter = paragraph->formatter;
    const struct font_chain *chain = character->style->traits->chain;
    if (character->class == CLASS_FIXED_SPACE)
        return as_space(formatter, chain, character_space_width(character->code));
    uint32_t code = character->class == CLASS_SOFT_HYPHEN ? '-' : character->code;
    struct drawn drawn =
        glyph_source_find_local(formatter->glyphs, chain, code, variation, character->han_context,
                                character->style->traits->language);
    if (drawn.face)
        return drawn;
    char encoded[5] = "", number[16];
    encoded[utf8_encode(code, encoded)] = '\0';
    snprintf(number, sizeof number, "U+%04X", (unsigned)code);
    report_at(formatter->report, &MESSAGE_GLYPH_MISSING, character->of.node, encoded, number, NULL);
    drawn.face = font_chain_first(chain);
    drawn.advance = font_face_advance_units(drawn.face, 0);
    drawn.units_per_em = font_face_units_per_em(drawn.face);
    return drawn;
}

static bool is_selector(uint32_t code)
{
    return (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
}

/* How much nearer than its width an item ends a line: characters set closer than they are wide
 * stand in cells, the last one, too, so that 28 cells of 156mm div 28 hold 28 of 16 pt. */
static millipoint closer(const struct run_style *style)
{
    return style->traits->letter_spacing < 0 ? style->traits->letter_spacing : 0;
}

/* What the item's mark keeps of its blank where a line begins and ends (y:text-spacing-trim). */
static void set_edges(const struct paragraph *paragraph, size_t at, const struct mark *mark,
                      struct fit_item *fit)
{
    int32_t trim = paragraph->characters[at].style->traits->spacing_trim;
    if (trim == KEYWORD_AUTO) /* on a grid a mark keeps its cell while it can */
        trim = paragraph->pitch ? KEYWORD_NORMAL : KEYWORD_TRIM_BOTH;
    bool begins = at == 0 || paragraph->characters[at - 1].code == CODE_BREAK;
    fit->end_width = measure_clamp((int64_t)fit->width + closer(paragraph->characters[at].style));
    if (trim == KEYWORD_SPACE_ALL)
        fit->end_width += mark->blank_after;
    else if (trim == KEYWORD_NORMAL || trim == KEYWORD_SPACE_FIRST || trim == KEYWORD_TRIM_START)
        fit->end_blank = mark->blank_after;
    if (trim == KEYWORD_SPACE_ALL || trim == KEYWORD_NORMAL ||
        (trim == KEYWORD_SPACE_FIRST && begins))
        fit->start_blank = mark->blank_before;
}

/* 、，。 may stand outside the line's end, an opening mark outside the paragraph's start
 * (y:hanging-punctuation). */
static void hang(const struct paragraph *paragraph, size_t at, struct fit_item *fit)
{
    const struct paragraph_character *character = &paragraph->characters[at];
    int32_t hanging = character->style->traits->hanging;
    bool ends = character->class == CLASS_COMMA || character->code == 0x3002;
    if (ends && hanging == KEYWORD_FORCE_END) {
        fit->end_width = fit->end_blank = 0;
    } else if (ends && hanging == KEYWORD_ALLOW_END) {
        fit->end_blank = fit->end_width + fit->end_blank;
        fit->end_width = 0;
    } else if (hanging == KEYWORD_FIRST && at == 0 && character->class == CLASS_OPEN) {
        fit->start_blank = -fit->width;
    }
}

static bool is_drawn(enum character_class class)
{
    return class != CLASS_ZERO_SPACE && class != CLASS_INVISIBLE && class != CLASS_JOINER;
}

/* A glyph of its own: a Han character, a mark, a wide space, a soft hyphen. */
static void set_glyph(struct paragraph *paragraph, size_t at, uint32_t variation, size_t index)
{
    const struct paragraph_character *character = &paragraph->characters[at];
    struct item *item = &paragraph->items[index];
    struct fit_item *fit = &paragraph->fits[index];
    struct drawn drawn = paragraph_draw(paragraph, character, variation);
    struct glyph *glyph = arena_alloc(paragraph->arena, sizeof *glyph);
    glyph->id = drawn.glyph;
    glyph->advance = glyph_source_advance(&drawn, character->style->size);
    fit->width = glyph->advance;
    fit->solid = character->class == CLASS_HAN;
    struct mark mark = {0};
    if (paragraph_mark(paragraph, at, &drawn, &mark)) {
        fit->width = glyph->advance = mark.width;
        glyph->x_offset = mark.offset;
        item->mark = true;
    } else if (character->class == CLASS_HAN && character->style->traits->character_grid > 0 &&
               line_grid_holds(paragraph, fit->width)) {
        glyph->x_offset = (paragraph->pitch - fit->width) / 2;
        fit->width = glyph->advance = paragraph->pitch;
        item->cell = true;
    }
    item->emphasised = character->class == CLASS_HAN;
    item->face = drawn.face;
    item->glyphs = glyph;
    item->glyph_count = 1;
    set_edges(paragraph, at, &mark, fit);
    if (character->style->traits->hanging != KEYWORD_NONE)
        hang(paragraph, at, fit);
    if (character->class == CLASS_WIDE_SPACE && at > 0)
        fit->end_width = 0;
    if (character->class == CLASS_SOFT_HYPHEN) {
        item->soft = true;
        fit->width = 0;
    }
}

/* An item of one character and the selector after it; returns characters taken. */
static size_t add_single(struct paragraph *paragraph, size_t at)
{
    const struct paragraph_character *character = &paragraph->characters[at];
    uint32_t variation = 0;
    size_t taken = 1;
    if (at + 1 < paragraph->count && is_selector(paragraph->characters[at + 1].code)) {
        variation = paragraph->characters[at + 1].code;
        taken = 2;
    }
    struct item *item = push(paragraph, ITEM_GLYPHS, character->style);
    item->text = (uint32_t)paragraph->text.length;
    for (size_t i = 0; i < taken; i++)
        buffer_code_point(&paragraph->text, paragraph->characters[at + i].code);
    item->length = (uint32_t)(paragraph->text.length - item->text);
    if (is_drawn((enum character_class)character->class))
        set_glyph(paragraph, at, variation, paragraph->item_count - 1);
    return taken;
}

static void shape_word(struct paragraph *paragraph, struct item *item, struct fit_item *fit)
{
    size_t count;
    millipoint spacing = item->style->traits->letter_spacing;
    const struct shaping shaping = {.size = item->style->size,
                                    .language = item->style->traits->language,
                                    .no_ligatures = spacing != 0};
    item->glyphs = glyph_source_shape(paragraph->formatter->glyphs, item->face, &shaping,
                                      paragraph->text.bytes + item->text, item->length,
                                      paragraph->arena, &count);
    item->glyph_count = (uint32_t)count;
    if (spacing && count > 1) { /* between letters, too */
        struct glyph *glyphs = arena_new_array(paragraph->arena, count, sizeof *glyphs);
        memcpy(glyphs, item->glyphs, count * sizeof *glyphs);
        for (size_t i = 0; i + 1 < count; i++)
            glyphs[i].advance += spacing;
        item->glyphs = glyphs;
    }
    int64_t width = 0;
    for (size_t i = 0; i < count; i++)
        width += item->glyphs[i].advance;
    fit->width = measure_clamp(width);
    fit->end_width = measure_clamp(width + closer(item->style));
    fit->solid = count > 1 ? 2 : 1;
}

/* A word, as far as one face draws it and no line may end inside; returns characters taken. */
static size_t add_word(struct paragraph *paragraph, size_t at)
{
    const struct paragraph_character *characters = paragraph->characters, *first = &characters[at];
    struct drawn drawn = paragraph_draw(paragraph, first, 0);
    struct item *item = push(paragraph, ITEM_GLYPHS, first->style);
    item->face = drawn.face;
    item->text = (uint32_t)paragraph->text.length;
    size_t end = at;
    do {
        buffer_code_point(&paragraph->text, characters[end].code);
        end++;
        if (end == paragraph->count || !paragraph_is_character(&characters[end]) ||
            characters[end].style != first->style || !paragraph_is_western(characters[end].class) ||
            paragraph_may_break(paragraph, end - 1, end))
            break;
        drawn = paragraph_draw(paragraph, &characters[end], 0);
    } while (drawn.face == item->face || characters[end].class == CLASS_COMBINING);
    item->emphasised = first->class == CLASS_LETTER || first->class == CLASS_DIGIT;
    item->length = (uint32_t)(paragraph->text.length - item->text);
    shape_word(paragraph, item, &paragraph->fits[paragraph->item_count - 1]);
    return end - at;
}

/* --- Breaks at boxes; wide words ------------------------------------------------------------- */

/* A break or gap before closing boxes belongs after them. */
static void move_behind_boxes(struct paragraph *paragraph)
{
    for (size_t i = 0; i + 1 < paragraph->item_count; i++) {
        struct fit_item *fit = &paragraph->fits[i], *next = fit + 1;
        struct item *item = &paragraph->items[i];
        if (item[1].kind != ITEM_CLOSE || item->kind == ITEM_OPEN)
            continue;
        next->gap = fit->gap;
        next->shrink = fit->shrink;
        next->stretch = fit->stretch;
        next->after = fit->after;
        item[1].gap = item->gap;
        item[1].spread = item->spread;
        item[1].space = item->space;
        item[1].fixed = item->fixed;
        fit->gap = fit->shrink = fit->stretch = 0;
        fit->after = FIT_NEVER;
        item->gap = GAP_NONE;
        item->spread = item->space = false;
    }
}

/* Cuts the item at `index`, wider than the line, into pieces that fit; they are appended, and the
 * caller puts the array in order. */
static void push_pieces(struct paragraph *paragraph, size_t index, millipoint width)
{
    const struct item whole = paragraph->items[index];
    const struct fit_item last = paragraph->fits[index];
    for (uint32_t from = 0; from < whole.glyph_count;) {
        int64_t sum = 0;
        uint32_t to = from;
        while (to < whole.glyph_count) {
            bool same = to > from && whole.glyphs[to].cluster == whole.glyphs[to - 1].cluster;
            if (to > from && !same && sum + whole.glyphs[to].advance > width)
                break;
            sum += whole.glyphs[to++].advance;
        }
        uint32_t start = whole.glyphs[from].cluster;
        uint32_t end = to < whole.glyph_count ? whole.glyphs[to].cluster : whole.length;
        struct glyph *glyphs = arena_new_array(paragraph->arena, to - from, sizeof *glyphs);
        for (uint32_t i = from; i < to; i++) {
            glyphs[i - from] = whole.glyphs[i];
            glyphs[i - from].cluster -= start;
        }
        struct item *item = push(paragraph, ITEM_GLYPHS, whole.style);
        *item = whole;
        item->glyphs = glyphs;
        item->glyph_count = to - from;
        item->text = whole.text + start;
        item->length = end - start;
        struct fit_item *fit = &paragraph->fits[paragraph->item_count - 1];
        *fit = (struct fit_item){.solid = 2};
        if (to == whole.glyph_count)
            *fit = last;
        else
            item->gap = GAP_NONE, item->spread = item->space = false;
        fit->width = fit->end_width = measure_clamp(sum);
        from = to;
    }
}

static bool is_too_wide(const struct paragraph *paragraph, size_t index, millipoint width)
{
    const struct item *item = &paragraph->items[index];
    return item->kind == ITEM_GLYPHS && item->glyph_count > 1 &&
           paragraph->fits[index].width > width;
}

static void cut_wide_words(struct paragraph *paragraph, millipoint width)
{
    size_t first = 0, count = paragraph->item_count;
    while (first < count && !is_too_wide(paragraph, first, width))
        first++;
    if (first == count)
        return;
    for (size_t i = first; i < count; i++) {
        if (is_too_wide(paragraph, i, width)) {
            push_pieces(paragraph, i, width);
            continue;
        }
        const struct item item = paragraph->items[i];
        const struct fit_item fit = paragraph->fits[i];
        *push(paragraph, (enum item_kind)item.kind, item.style) = item;
        paragraph->fits[paragraph->item_count - 1] = fit;
    }
    size_t added = paragraph->item_count - count;
    memmove(paragraph->items + first, paragraph->items + count, added * sizeof *paragraph->items);
    memmove(paragraph->fits + first, paragraph->fits + count, added * sizeof *paragraph->fits);
    paragraph->item_count = first + added;
}

/* --- All together ---------------------------------------------------------------------------- */

static size_t add_item(struct paragraph *paragraph, size_t at)
{
    const struct paragraph_character *character = &paragraph->characters[at];
    struct item *item;
    struct fit_item *fit;
    size_t taken;
    switch (character->code) {
    case CODE_OBJECT:
        item = push(paragraph, ITEM_OBJECT, character->style);
        item->of.object = character->of.object;
        fit = &paragraph->fits[paragraph->item_count - 1];
        fit->width = fit->end_width = character->of.object->width;
        fit->solid = 2;
        paragraph_join(paragraph, paragraph->item_count - 1, at);
        return 1;
    case CODE_OPEN:
    case CODE_CLOSE:
        item = push(paragraph, character->code == CODE_OPEN ? ITEM_OPEN : ITEM_CLOSE,
                    character->style);
        item->of.box = character->of.box;
        fit = &paragraph->fits[paragraph->item_count - 1];
        fit->width = fit->end_width =
            box_edge(character->of.box->box, character->code == CODE_OPEN ? SIDE_START : SIDE_END) +
            (character->code == CODE_OPEN ? character->of.box->space_start
                                          : character->of.box->space_end);
        return 1;
    case CODE_BREAK: /* an empty line needs something to stand in it */
        if (at == 0 || paragraph->characters[at - 1].code == CODE_BREAK) {
            push(paragraph, ITEM_GLYPHS, character->style);
            paragraph->fits[paragraph->item_count - 1].after = FIT_FORCED;
        }
        return 1;
    case ' ':
        if (at == 0 || paragraph->characters[at - 1].code == CODE_BREAK) {
            push(paragraph, ITEM_GLYPHS, character->style);
            paragraph_join(paragraph, paragraph->item_count - 1, at);
            paragraph_set_space(paragraph, paragraph->item_count - 1, at - 1, at + 1);
            paragraph->fits[paragraph->item_count - 1].after = FIT_NEVER;
        }
        return 1;
    default:
        taken = paragraph_is_western(character->class) ? add_word(paragraph, at)
                                                       : add_single(paragraph, at);
        paragraph_join(paragraph, paragraph->item_count - 1, at + taken - 1);
        return taken;
    }
}

void paragraph_add_end_indent(struct paragraph *paragraph, millipoint width)
{
    if (!width || !paragraph->item_count)
        return;
    push(paragraph, ITEM_GLYPHS, paragraph->strut);
    struct fit_item *fit = &paragraph->fits[paragraph->item_count - 1];
    fit->width = fit->end_width = width;
}

void paragraph_make_items(struct paragraph *paragraph, millipoint width)
{
    while (paragraph->count && paragraph->characters[paragraph->count - 1].code == ' ' &&
           !paragraph->characters[paragraph->count - 1].preserved)
        paragraph->count--;
    paragraph_classify(paragraph);
    bool boxes = false;
    for (size_t at = 0; at < paragraph->count;) {
        boxes |= paragraph->characters[at].code == CODE_CLOSE;
        at += add_item(paragraph, at);
    }
    if (boxes)
        move_behind_boxes(paragraph);
    cut_wide_words(paragraph, width);
    if (paragraph->pitch)
        line_grid_pad(paragraph);
    paragraph->kept_text =
        arena_copy_bytes(paragraph->arena, buffer_string(&paragraph->text), paragraph->text.length);
}
