/* From characters to items: a Han character or mark is one item, a Western word (as far as it has
 * one face and no break opportunity inside) another. A full-width mark is half an em wide; its
 * blank half belongs to the gap beside it, so that it vanishes at line ends, gives way between
 * marks, and shrinks in CLREQ's order. */
#include "format/paragraph.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "format/format_messages.h"

/* --- Classes in context ---------------------------------------------------------------------- */

static bool is_character(const struct paragraph_character *character)
{
    return character->code < CODE_OBJECT;
}

/* The nearest character in a direction, boxes passed over; NULL if something else comes first. */
static const struct paragraph_character *neighbour(const struct paragraph *paragraph, size_t at,
                                                   int direction)
{
    for (;;) {
        if (direction < 0 ? at == 0 : at + 1 >= paragraph->count)
            return NULL;
        at = direction < 0 ? at - 1 : at + 1;
        const struct paragraph_character *character = &paragraph->characters[at];
        if (character->code != CODE_OPEN && character->code != CODE_CLOSE)
            return is_character(character) ? character : NULL;
    }
}

static bool is_apostrophe(const struct paragraph *paragraph, size_t at)
{
    const struct paragraph_character *before = neighbour(paragraph, at, -1),
                                     *after = neighbour(paragraph, at, 1);
    return paragraph->characters[at].code == 0x2019 && before && after &&
           character_script(before->code) == -1 && character_script(after->code) == -1;
}

static void classify(struct paragraph *paragraph)
{
    bool chinese = paragraph->has_han || !paragraph->has_latin;
    for (size_t i = 0; i < paragraph->count; i++) {
        struct paragraph_character *character = &paragraph->characters[i];
        if (!is_character(character) || character->code == ' ')
            continue;
        bool shared = character_is_shared(character->code);
        character->han_context = shared ? chinese && !is_apostrophe(paragraph, i) : true;
        character->class = (uint8_t)character_classify(character->code, character->han_context);
    }
    for (size_t i = 0; i < paragraph->count; i++) {
        struct paragraph_character *character = &paragraph->characters[i];
        if (character->code != 0x2014 || character->class != CLASS_DASH)
            continue; /* a — that stands alone connects */
        const struct paragraph_character *before = neighbour(paragraph, i, -1),
                                         *after = neighbour(paragraph, i, 1);
        if (!(before && before->code == 0x2014) && !(after && after->code == 0x2014))
            character->class = CLASS_CONNECTOR;
    }
}

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

static bool is_western(enum character_class class)
{
    switch (class) {
    case CLASS_LETTER:
    case CLASS_DIGIT:
    case CLASS_PREFIX:
    case CLASS_POSTFIX:
    case CLASS_WESTERN_OPEN:
    case CLASS_WESTERN_CLOSE:
    case CLASS_HYPHEN:
    case CLASS_SLASH:
    case CLASS_GLUE:
    case CLASS_COMBINING:
        return true;
    default:
        return false;
    }
}

/* The next thing in the line after `at`, boxes passed over; count if there is none. */
static size_t next_in_line(const struct paragraph *paragraph, size_t at)
{
    for (at++; at < paragraph->count; at++)
        if (paragraph->characters[at].code != CODE_OPEN &&
            paragraph->characters[at].code != CODE_CLOSE)
            break;
    return at;
}

static struct character as_character(const struct paragraph_character *character)
{
    return (struct character){character->code, (enum character_class)character->class};
}

/* Whether a line may end between characters `at` and `next`; spaces lie between them. */
static bool may_break(const struct paragraph *paragraph, size_t at, size_t next)
{
    const struct paragraph_character *characters = paragraph->characters;
    const struct run_style *left = characters[at].style, *right = characters[next].style;
    if (left->unbroken && (left == right || right->unbroken))
        return false;
    uint32_t before = at ? characters[at - 1].code : 0;
    bool spaces = false;
    for (size_t i = at + 1; i < next; i++)
        spaces |= characters[i].code == ' ';
    if (spaces) {
        struct character space = {' ', CLASS_SPACE};
        return character_may_break(characters[at].code, space, as_character(&characters[next]),
                                   right->mode);
    }
    return character_may_break(before, as_character(&characters[at]),
                               as_character(&characters[next]), left->mode);
}

static struct drawn draw_character(struct paragraph *paragraph,
                                   const struct paragraph_character *character, uint32_t variation)
{
    struct formatter *formatter = paragraph->formatter;
    const struct font_chain *chain = character->style->traits->chain;
    struct drawn drawn = glyph_source_find(formatter->glyphs, chain, character->code, variation,
                                           character->han_context);
    if (drawn.face)
        return drawn;
    char encoded[5] = "", code[16];
    encoded[utf8_encode(character->code, encoded)] = '\0';
    snprintf(code, sizeof code, "U+%04X", (unsigned)character->code);
    report_at(formatter->report, &MESSAGE_GLYPH_MISSING, character->of.node, encoded, code, NULL);
    drawn.face = font_chain_first(chain);
    drawn.advance = font_face_advance_units(drawn.face, 0);
    drawn.units_per_em = font_face_units_per_em(drawn.face);
    return drawn;
}

static bool is_selector(uint32_t code)
{
    return (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
}

/* The advance by rule, the glyph put where the mark's class wants it: closing marks to the left,
 * opening marks to the right (and half of them into the gap), others to the middle. The two halves
 * of —— meet. */
static void place_mark(const struct paragraph *paragraph, size_t at, struct glyph *glyph,
                       millipoint *width)
{
    const struct paragraph_character *character = &paragraph->characters[at];
    bool by_rule = !character_is_shared(character->code) || character->han_context;
    int rule = by_rule ? character_rule_width(as_character(character)) : 0;
    if (!rule)
        return;
    millipoint size = character->style->size;
    millipoint full = (millipoint)((int64_t)size * rule / 1000), slack = full - glyph->advance;
    enum character_class class = character->class;
    *width = full;
    if (character_blank_before(class)) {
        *width = full - size / 2;
        glyph->x_offset += slack - size / 2;
    } else if (character_blank_after(class)) {
        *width = full - size / 2;
    } else if (class == CLASS_DASH && slack > 0) {
        const struct paragraph_character *before = neighbour(paragraph, at, -1);
        glyph->x_offset += before && before->code == character->code ? 0 : slack;
    } else {
        glyph->x_offset += slack / 2;
    }
    glyph->advance = *width;
}

/* A character that stands for itself; returns how many characters were taken. */
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
    struct fit_item *fit = &paragraph->fits[paragraph->item_count - 1];
    item->text = (uint32_t)paragraph->text.length;
    for (size_t i = 0; i < taken; i++)
        buffer_code_point(&paragraph->text, paragraph->characters[at + i].code);
    item->length = (uint32_t)(paragraph->text.length - item->text);
    if (character->class == CLASS_ZERO_SPACE)
        return taken;
    struct drawn drawn = draw_character(paragraph, character, variation);
    struct glyph *glyph = arena_alloc(paragraph->arena, sizeof *glyph);
    glyph->id = drawn.glyph;
    glyph->advance = glyph_source_advance(&drawn, character->style->size);
    fit->width = glyph->advance;
    fit->solid = character->class == CLASS_HAN;
    place_mark(paragraph, at, glyph, &fit->width);
    item->face = drawn.face;
    item->glyphs = glyph;
    item->glyph_count = 1;
    fit->end_width = fit->width;
    if (character->style->traits->hanging == KEYWORD_ALLOW_END &&
        (character->class == CLASS_COMMA || character->code == 0x3002))
        fit->end_width = 0;
    return taken;
}

static void shape_word(struct paragraph *paragraph, struct item *item, struct fit_item *fit)
{
    size_t count;
    item->glyphs = glyph_source_shape(paragraph->formatter->glyphs, item->face, item->style->size,
                                      paragraph->text.bytes + item->text, item->length,
                                      paragraph->arena, &count);
    item->glyph_count = (uint32_t)count;
    millipoint spacing = item->style->traits->letter_spacing;
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
    fit->width = fit->end_width = measure_clamp(width);
    fit->solid = true;
}

/* A word, as far as one face draws it and no line may end inside; returns characters taken. */
static size_t add_word(struct paragraph *paragraph, size_t at)
{
    const struct paragraph_character *characters = paragraph->characters, *first = &characters[at];
    struct drawn drawn = draw_character(paragraph, first, 0);
    struct item *item = push(paragraph, ITEM_GLYPHS, first->style);
    item->face = drawn.face;
    item->text = (uint32_t)paragraph->text.length;
    size_t end = at;
    do {
        buffer_code_point(&paragraph->text, characters[end].code);
        end++;
        if (end == paragraph->count || !is_character(&characters[end]) ||
            characters[end].style != first->style || !is_western(characters[end].class) ||
            may_break(paragraph, end - 1, end))
            break;
        drawn = draw_character(paragraph, &characters[end], 0);
    } while (drawn.face == item->face || characters[end].class == CLASS_COMBINING);
    item->length = (uint32_t)(paragraph->text.length - item->text);
    shape_word(paragraph, item, &paragraph->fits[paragraph->item_count - 1]);
    return end - at;
}

/* --- Gaps ------------------------------------------------------------------------------------ */

static bool is_mark(enum character_class class)
{
    return character_blank_before(class) || character_blank_after(class);
}

static enum gap_class class_of_gap(enum character_class left, enum character_class right)
{
    return left == CLASS_STOP                           ? GAP_STOP
           : left == CLASS_COMMA                        ? GAP_COMMA
           : left == CLASS_CLOSE || right == CLASS_OPEN ? GAP_BRACKET
                                                        : GAP_NONE;
}

/* The blank halves between two characters, adjacent marks trimmed (CLREQ §3.1.6). */
static void set_mark_gap(struct item *item, struct fit_item *fit,
                         const struct paragraph_character *left,
                         const struct paragraph_character *right)
{
    millipoint after = character_blank_after(left->class) ? left->style->size / 2 : 0;
    millipoint before = character_blank_before(right->class) ? right->style->size / 2 : 0;
    if (left->style->trim && is_mark(left->class) && is_mark(right->class)) {
        if (after && before)
            before = 0;
        else
            after = before = 0;
    }
    fit->gap += after + before;
    fit->shrink += after + before;
    item->gap = (uint8_t)class_of_gap(left->class, right->class);
}

static bool takes_autospace(enum character_class left, enum character_class right)
{
    return (left == CLASS_HAN && (right == CLASS_LETTER || right == CLASS_DIGIT)) ||
           (right == CLASS_HAN &&
            (left == CLASS_LETTER || left == CLASS_DIGIT || left == CLASS_POSTFIX));
}

static bool is_spread(enum character_class left, enum character_class right)
{
    if ((left == CLASS_DASH && right == CLASS_DASH) ||
        (left == CLASS_ELLIPSIS && right == CLASS_ELLIPSIS) || left == CLASS_CONNECTOR ||
        right == CLASS_CONNECTOR || left == CLASS_SOLIDUS || right == CLASS_SOLIDUS)
        return false;
    return !is_western(left) || !is_western(right);
}

/* The gap after the item that ends with character `at`; `next` is what follows in the line. */
static void set_gap(struct paragraph *paragraph, size_t item_index, size_t at, size_t next)
{
    struct item *item = &paragraph->items[item_index];
    struct fit_item *fit = &paragraph->fits[item_index];
    const struct paragraph_character *left = &paragraph->characters[at],
                                     *right = &paragraph->characters[next];
    millipoint size = left->style->size;
    fit->gap = left->style->traits->letter_spacing;
    set_mark_gap(item, fit, left, right);
    if (left->style->autospace && takes_autospace(left->class, right->class) &&
        left->code != 0x3000 && right->code != 0x3000) {
        fit->gap += size / 4;
        fit->shrink += size / 8;
        fit->stretch += size / 12;
        item->gap = GAP_AUTOSPACE;
    }
    if (is_spread(left->class, right->class)) {
        item->spread = true;
        fit->stretch += size / 8;
    }
}

/* The typed spaces after an item, as one gap. */
static void set_space(struct paragraph *paragraph, size_t item_index, size_t at, size_t next)
{
    struct item *item = &paragraph->items[item_index];
    struct fit_item *fit = &paragraph->fits[item_index];
    for (size_t i = at + 1; i < next; i++) {
        const struct paragraph_character *space = &paragraph->characters[i];
        if (space->code != ' ')
            continue;
        struct drawn drawn = draw_character(paragraph, space, 0);
        millipoint width = glyph_source_advance(&drawn, space->style->size);
        fit->gap += width + space->style->traits->letter_spacing;
        if (space->preserved)
            continue;
        fit->shrink += width > space->style->size / 4 ? width - space->style->size / 4 : width / 3;
        fit->stretch += space->style->size / 4;
    }
    item->gap = GAP_WORD;
    item->space = true;
    buffer_byte(&paragraph->text, ' ');
}

/* Decides gap and break after the character `at` that ends the item `item_index`. */
static void join(struct paragraph *paragraph, size_t item_index, size_t at)
{
    size_t next = next_in_line(paragraph, at);
    size_t behind = next;
    while (behind < paragraph->count && paragraph->characters[behind].code == ' ')
        behind = next_in_line(paragraph, behind);
    struct fit_item *fit = &paragraph->fits[item_index];
    if (behind >= paragraph->count)
        return;
    if (paragraph->characters[behind].code == CODE_BREAK) {
        fit->after = FIT_FORCED;
        return;
    }
    if (behind > next)
        set_space(paragraph, item_index, at, behind);
    else
        set_gap(paragraph, item_index, at, behind);
    if (may_break(paragraph, at, behind))
        fit->after = FIT_BREAK;
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
        *fit = (struct fit_item){.solid = true};
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
        fit->solid = true;
        join(paragraph, paragraph->item_count - 1, at);
        return 1;
    case CODE_OPEN:
    case CODE_CLOSE:
        item = push(paragraph, character->code == CODE_OPEN ? ITEM_OPEN : ITEM_CLOSE,
                    character->style);
        item->of.box = character->of.box;
        fit = &paragraph->fits[paragraph->item_count - 1];
        fit->width = fit->end_width =
            box_edge(character->of.box->box, character->code == CODE_OPEN ? SIDE_START : SIDE_END);
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
            join(paragraph, paragraph->item_count - 1, at);
            set_space(paragraph, paragraph->item_count - 1, at - 1, at + 1);
            paragraph->fits[paragraph->item_count - 1].after = FIT_NEVER;
        }
        return 1;
    default:
        taken = is_western(character->class) ? add_word(paragraph, at) : add_single(paragraph, at);
        join(paragraph, paragraph->item_count - 1, at + taken - 1);
        return taken;
    }
}

void paragraph_make_items(struct paragraph *paragraph, millipoint width)
{
    while (paragraph->count && paragraph->characters[paragraph->count - 1].code == ' ' &&
           !paragraph->characters[paragraph->count - 1].preserved)
        paragraph->count--;
    classify(paragraph);
    bool boxes = false;
    for (size_t at = 0; at < paragraph->count;) {
        boxes |= paragraph->characters[at].code == CODE_CLOSE;
        at += add_item(paragraph, at);
    }
    if (boxes)
        move_behind_boxes(paragraph);
    cut_wide_words(paragraph, width);
    paragraph->kept_text =
        arena_copy_bytes(paragraph->arena, buffer_string(&paragraph->text), paragraph->text.length);
}
