/* First the viewport where it is given, then the content, which may fit itself into it, then the
 * viewport where it follows the content. Factors are fractions, so that nothing is rounded twice.
 * Caller: graphic.c. */
#include "format/graphic_size.h"

/* A scale factor; under = 0: none is asked for. */
struct factor {
    int64_t over, under;
};

/* One direction of the graphic. */
struct direction {
    const struct measure *content, *viewport, *least, *most;
    millipoint own;       /* what the content wants */
    millipoint reference; /* of percentages; 0 = they have none */
};

static bool is_given(const struct direction *direction, const struct measure *measure)
{
    return !measure->automatic && (direction->reference || !measure->percent);
}

static millipoint positive(millipoint length)
{
    return length > 0 ? length : 0;
}

static millipoint bounded(const struct direction *direction, millipoint extent)
{
    if (is_given(direction, direction->most)) {
        millipoint most = positive(measure_resolve(*direction->most, direction->reference));
        extent = extent > most ? most : extent;
    }
    if (is_given(direction, direction->least)) {
        millipoint least = positive(measure_resolve(*direction->least, direction->reference));
        extent = extent < least ? least : extent;
    }
    return extent;
}

/* The room that content may fit itself into: the viewport, or at least what it may grow to; -1 if
 * the viewport follows the content. */
static millipoint room(const struct direction *direction)
{
    if (is_given(direction, direction->viewport))
        return bounded(direction,
                       positive(measure_resolve(*direction->viewport, direction->reference)));
    if (is_given(direction, direction->most))
        return positive(measure_resolve(*direction->most, direction->reference));
    return -1;
}

static struct factor factor_of(const struct direction *direction)
{
    const struct measure *content = direction->content;
    const struct factor none = {0, 0}, one = {1, 1};
    if (!content->automatic)
        return (struct factor){positive(measure_resolve(*content, direction->own)), direction->own};
    if (content->keyword == KEYWORD_AUTO)
        return none;
    millipoint fit = room(direction);
    if (fit < 0)
        return one;
    if (content->keyword == KEYWORD_SCALE_DOWN_TO_FIT && fit > direction->own)
        return one;
    if (content->keyword == KEYWORD_SCALE_UP_TO_FIT && fit < direction->own)
        return one;
    return (struct factor){fit, direction->own};
}

static bool is_less(struct factor left, struct factor right)
{
    return left.over * right.under < right.over * left.under;
}

static millipoint scaled(millipoint own, struct factor factor)
{
    if (!factor.under)
        return own;
    return measure_clamp((own * factor.over + factor.under / 2) / factor.under);
}

struct graphic_size graphic_size_of(const struct traits *traits, millipoint width,
                                    millipoint height, millipoint reference)
{
    const struct direction across = {&traits->content_width, &traits->width,
                                     &traits->minimum_width, &traits->maximum_width,
                                     width > 0 ? width : 1,  reference};
    const struct direction down = {&traits->content_height, &traits->height,
                                   &traits->minimum_height, &traits->maximum_height,
                                   height > 0 ? height : 1, 0};
    struct factor x = factor_of(&across), y = factor_of(&down);
    if (traits->scaling != KEYWORD_NON_UNIFORM) {
        if (!y.under || (x.under && is_less(x, y)))
            y = x;
        else
            x = y;
    }
    struct graphic_size size = {scaled(across.own, x), scaled(down.own, y), 0, 0};
    millipoint viewport_width = room(&across), viewport_height = room(&down);
    size.viewport_width =
        is_given(&across, across.viewport) ? viewport_width : bounded(&across, size.width);
    size.viewport_height =
        is_given(&down, down.viewport) ? viewport_height : bounded(&down, size.height);
    return size;
}
