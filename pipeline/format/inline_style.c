/* What an inline adds to the style around it: its baseline is moved, its lines and breaks are its
 * own. Faces seldom say where their baselines other than the alphabetic one lie, so those come from
 * a nominal table. Called by inline_layout.c, block_layout.c, graphic.c and the tables. */
#include "format/inline_style.h"

static enum line_break_mode break_mode(const struct traits *traits)
{
    switch (traits->line_break) {
    case KEYWORD_STRICT:
        return LINE_BREAK_STRICT;
    case KEYWORD_LOOSE:
        return LINE_BREAK_LOOSE;
    case KEYWORD_ANYWHERE:
        return LINE_BREAK_ANYWHERE;
    default:
        return LINE_BREAK_NORMAL;
    }
}

/* How high a baseline lies above the alphabetic one (XSL 1.1 §7.14.1), from a nominal table: faces
 * seldom say. Line edges are those of the text around. */
static millipoint baseline_height(int32_t baseline, millipoint size, millipoint ascent,
                                  millipoint descent)
{
    switch (baseline) {
    case KEYWORD_BEFORE_EDGE:
    case KEYWORD_TEXT_BEFORE_EDGE:
        return ascent;
    case KEYWORD_AFTER_EDGE:
    case KEYWORD_TEXT_AFTER_EDGE:
        return -descent;
    case KEYWORD_CENTRAL:
        return (ascent - descent) / 2;
    case KEYWORD_MIDDLE:
        return size / 4;
    case KEYWORD_IDEOGRAPHIC:
        return -size / 100 * 12;
    case KEYWORD_HANGING:
        return size / 10 * 8;
    case KEYWORD_MATHEMATICAL:
        return size / 2;
    default:
        return 0;
    }
}

/* The baseline the object is aligned on: its own wish, or the dominant one around it. */
static int32_t alignment_baseline(const struct traits *traits, const struct traits *outer)
{
    bool own = traits->alignment_baseline != KEYWORD_AUTO &&
               traits->alignment_baseline != KEYWORD_BASELINE;
    return own ? traits->alignment_baseline : outer->dominant_baseline;
}

/* By how much an area with these metrics is raised so that its baselines meet those around it.
 * `size`: of its font; 0: it is a box, whose middle is its middle. */
static millipoint alignment_shift(const struct traits *traits, const struct run_style *outer,
                                  millipoint size, millipoint ascent, millipoint descent)
{
    int32_t baseline = alignment_baseline(traits, outer->traits), own = baseline;
    const struct measure *adjust = &traits->alignment_adjust;
    millipoint around = baseline_height(baseline, outer->size, outer->ascent, outer->descent);
    if (!adjust->automatic)
        return around - measure_resolve(*adjust, ascent + descent);
    if (adjust->keyword != KEYWORD_AUTO)
        own = adjust->keyword;
    if (!size && own == KEYWORD_MIDDLE)
        own = KEYWORD_CENTRAL;
    return around - baseline_height(own, size, ascent, descent);
}

/* Super and sub as XSL 1.1 §7.14.7 leaves them to us. */
static millipoint baseline_shift(const struct traits *traits, const struct run_style *outer)
{
    const struct measure *shift = &traits->baseline_shift;
    if (!shift->automatic)
        return measure_resolve(*shift, traits_line_height(outer->traits));
    return shift->keyword == KEYWORD_SUPER ? outer->size / 3
           : shift->keyword == KEYWORD_SUB ? -outer->size / 6
                                           : 0;
}

const struct run_style *inline_style(struct arena *arena, const struct traits *traits,
                                     const struct run_style *outer)
{
    struct run_style *style = arena_alloc(arena, sizeof *style);
    struct font_face *face = font_chain_first(traits->chain);
    style->traits = traits;
    style->outer = outer;
    style->size = traits->font_size;
    style->ascent = font_face_ascent(face, style->size);
    style->descent = font_face_descent(face, style->size);
    style->leading = traits_line_height(traits) - style->ascent - style->descent;
    /* Each inline brings its own half-leading only if the strategy says so (XSL 1.1 §7.16.6). */
    millipoint leading = traits->line_stacking == KEYWORD_LINE_HEIGHT ? style->leading : 0;
    millipoint shift = outer ? baseline_shift(traits, outer) : 0;
    if (outer)
        style->shift = outer->shift + shift +
                       alignment_shift(traits, outer, style->size, style->ascent, style->descent);
    bool lines_part = traits->shift_adjustment == KEYWORD_CONSIDER_SHIFTS;
    millipoint counted = lines_part ? style->shift : outer ? style->shift - shift : 0;
    style->above = style->ascent + leading / 2 + counted;
    style->below = style->descent + (leading - leading / 2) - counted;
    style->decoration = traits->text_decoration;
    style->mode = break_mode(traits);
    if (traits->wrap_option == KEYWORD_NO_WRAP || traits->keep_together.line == KEEP_ALWAYS)
        style->kept = outer && outer->kept ? outer->kept : style;
    style->autospace = traits->autospace != KEYWORD_NO_AUTOSPACE;
    return style;
}

void inline_place(struct paragraph *paragraph, const struct run_style *style,
                  struct paragraph_object *object)
{
    const struct run_style *outer = style->outer;
    if (outer) {
        millipoint raise =
            alignment_shift(style->traits, outer, 0, object->ascent, object->descent) -
            alignment_shift(style->traits, outer, style->size, style->ascent, style->descent);
        object->ascent = measure_clamp((int64_t)object->ascent + raise);
        object->descent = measure_clamp((int64_t)object->descent - raise);
    }
    if (style->traits->visibility != KEYWORD_VISIBLE && object->area)
        object->area = area_new(paragraph->arena, AREA_BLOCK); /* its room stays */
    paragraph_add_object(paragraph, style, object);
}
