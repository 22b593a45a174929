/* What lies between two items: letter-spacing, the blanks of marks, the quarter em between Han and
 * Western text, typed spaces. How far each may shrink and grow decides line_fit.c and
 * line_justify.c (CLREQ §3.5). Called by paragraph_items.c. */
#include "format/paragraph_parts.h"

/* --- Marks ----------------------------------------------------------------------------------- */

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

static struct mark mark_at(struct paragraph *paragraph, size_t at)
{
    struct mark mark = {0};
    if (is_mark((enum character_class)paragraph->characters[at].class)) {
        struct drawn drawn = paragraph_draw(paragraph, &paragraph->characters[at], 0);
        paragraph_mark(paragraph, at, &drawn, &mark);
    }
    return mark;
}

/* On a grid marks keep their cells unless trimming is asked for. */
static bool trims(const struct paragraph *paragraph, const struct run_style *style)
{
    int32_t wish = style->traits->spacing_trim;
    return wish != KEYWORD_SPACE_ALL && !(wish == KEYWORD_AUTO && paragraph->pitch);
}

/* The blanks between two characters; between marks one of them goes (CLREQ §3.1.6). */
static void set_mark_gap(struct paragraph *paragraph, size_t index, size_t at, size_t next)
{
    const struct paragraph_character *left = &paragraph->characters[at],
                                     *right = &paragraph->characters[next];
    enum character_class a = left->class, b = right->class;
    if (!is_mark(a) && !is_mark(b))
        return;
    millipoint after = mark_at(paragraph, at).blank_after;
    millipoint before = mark_at(paragraph, next).blank_before;
    if (trims(paragraph, left->style) && is_mark(a) && is_mark(b)) {
        if (after && before)
            before = 0;
        else
            after = before = 0;
    }
    struct fit_item *fit = &paragraph->fits[index];
    fit->gap += after + before;
    fit->shrink += after + before;
    paragraph->items[index].gap = (uint8_t)class_of_gap(a, b);
}

/* --- Han and Western ------------------------------------------------------------------------- */

static bool is_spaced_from_han(const struct paragraph_character *character, bool before_han)
{
    int32_t wish = character->style->traits->autospace;
    switch ((enum character_class)character->class) {
    case CLASS_LETTER:
        return wish != KEYWORD_IDEOGRAPH_NUMERIC;
    case CLASS_DIGIT:
        return wish != KEYWORD_IDEOGRAPH_ALPHA;
    case CLASS_POSTFIX:
        return before_han && wish != KEYWORD_IDEOGRAPH_ALPHA &&
               character_script(character->code) != 1;
    default:
        return false;
    }
}

static bool takes_autospace(const struct paragraph_character *left,
                            const struct paragraph_character *right)
{
    return left->style->autospace && right->style->autospace &&
           ((left->class == CLASS_HAN && is_spaced_from_han(right, false)) ||
            (right->class == CLASS_HAN && is_spaced_from_han(left, true)));
}

/* --- Justification --------------------------------------------------------------------------- */

/* Between the halves of —— and …… nothing ever comes. */
static bool is_inside_unit(const struct paragraph_character *left,
                           const struct paragraph_character *right)
{
    return (left->class == CLASS_DASH || left->class == CLASS_ELLIPSIS) &&
           left->class == right->class && !right->apart;
}

static bool is_spread(const struct paragraph_character *left,
                      const struct paragraph_character *right)
{
    enum character_class a = left->class, b = right->class;
    if (a == CLASS_CONNECTOR || b == CLASS_CONNECTOR || a == CLASS_SOLIDUS || b == CLASS_SOLIDUS ||
        a == CLASS_SLASH || b == CLASS_SLASH || b == CLASS_INVISIBLE || b == CLASS_JOINER)
        return false;
    if (is_inside_unit(left, right))
        return false;
    return !paragraph_is_western(a) || !paragraph_is_western(b);
}

/* The gap after the item that ends with character `at`; `next` is what follows in the line. */
static void set_gap(struct paragraph *paragraph, size_t index, size_t at, size_t next)
{
    struct item *item = &paragraph->items[index];
    struct fit_item *fit = &paragraph->fits[index];
    const struct paragraph_character *left = &paragraph->characters[at],
                                     *right = &paragraph->characters[next];
    millipoint size = left->style->size;
    if (right->class == CLASS_INVISIBLE || right->class == CLASS_JOINER)
        return;
    fit->gap = left->style->traits->letter_spacing;
    set_mark_gap(paragraph, index, at, next);
    if (takes_autospace(left, right)) {
        fit->gap += size / 4;
        fit->shrink += size / 8;
        fit->stretch += size / 12;
        item->gap = GAP_AUTOSPACE;
    }
    item->fixed = is_inside_unit(left, right);
    if (is_spread(left, right)) {
        item->spread = true;
        fit->stretch += size / 8;
    }
}

void paragraph_set_space(struct paragraph *paragraph, size_t index, size_t at, size_t next)
{
    struct item *item = &paragraph->items[index];
    struct fit_item *fit = &paragraph->fits[index];
    for (size_t i = at + 1; i < next; i++) {
        const struct paragraph_character *space = &paragraph->characters[i];
        if (space->code != ' ')
            continue;
        const struct traits *traits = space->style->traits;
        struct drawn drawn = paragraph_draw(paragraph, space, 0);
        millipoint size = space->style->size, width = glyph_source_advance(&drawn, size);
        fit->gap = measure_clamp((int64_t)fit->gap + width + traits->letter_spacing +
                                 traits->word_spacing);
        if (space->preserved)
            continue;
        fit->shrink += width > size / 4 ? width - size / 4 : width / 3;
        fit->stretch += size / 4;
    }
    item->gap = GAP_WORD;
    item->space = true;
    buffer_byte(&paragraph->text, ' ');
}

/* Inside an inline that is not justified, in a block that is, gaps stay as they are: numbers before
 * the items of a list look alike. */
static void stiffen(struct paragraph *paragraph, size_t index)
{
    struct item *item = &paragraph->items[index];
    struct fit_item *fit = &paragraph->fits[index];
    if (item->style->traits->text_justify != KEYWORD_NONE ||
        paragraph->block->text_justify == KEYWORD_NONE)
        return;
    fit->shrink = fit->stretch = 0;
    item->gap = GAP_NONE;
    item->spread = false;
    item->fixed = true;
}

void paragraph_join(struct paragraph *paragraph, size_t index, size_t at)
{
    size_t next = paragraph_next(paragraph, at);
    size_t behind = next;
    while (behind < paragraph->count && paragraph->characters[behind].code == ' ')
        behind = paragraph_next(paragraph, behind);
    struct fit_item *fit = &paragraph->fits[index];
    if (behind >= paragraph->count)
        return;
    if (paragraph->characters[behind].code == CODE_BREAK) {
        fit->after = FIT_FORCED;
        return;
    }
    if (behind > next)
        paragraph_set_space(paragraph, index, at, behind);
    else
        set_gap(paragraph, index, at, behind);
    stiffen(paragraph, index);
    if (paragraph_may_break(paragraph, at, behind))
        fit->after = FIT_BREAK;
}
