/* The gap after a line's last item is dropped, a mark at either end may be cut: so a line is the
 * difference of two sums and what its first and last item say. Callers: line_fit.c, title_wrap.c.
 */
#include "format/line_width.h"

void line_width_add_up(struct line_sums *sums, const struct fit_item *items, size_t count)
{
    struct line_sums sum = {0, 0, 0};
    for (size_t i = 0; i < count; i++) {
        const struct fit_item *item = &items[i];
        sums[i] = sum;
        sum.width += (int64_t)item->width + item->gap;
        sum.shrink += item->shrink;
        sum.stretch += item->stretch;
    }
    sums[count] = sum;
}

struct line_width line_width_between(const struct line_sums *sums, const struct fit_item *items,
                                     size_t first, size_t last)
{
    const struct line_sums *from = &sums[first], *to = &sums[last];
    const struct fit_item *end = &items[last];
    return (struct line_width){
        to->width - from->width + items[first].start_blank + end->end_width + end->end_blank,
        to->shrink - from->shrink + end->end_blank, to->stretch - from->stretch};
}

int64_t line_width_least(const struct line_sums *sums, const struct fit_item *items, size_t first,
                         size_t last)
{
    return line_width_between(sums, items, first, last).width - items[last].end_blank;
}
