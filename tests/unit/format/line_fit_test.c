/* The line fitter on made-up items: every item stands in exactly one line, only allowed breaks are
 * taken, justified lines can be set to their width, and time grows with the number of items. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "base/memory.h"
#include "format/line_fit.h"

/* A fixed sequence of pseudo-random numbers. */
static uint32_t seed;

static uint32_t next_random(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static void fill(struct fit_item *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool mark = next_random(8) == 0;
        items[i] = (struct fit_item){.width = mark ? 8000 : 16000,
                                     .end_width = mark ? 8000 : 16000,
                                     .gap = mark ? 8000 : 0,
                                     .shrink = mark ? 8000 : 0,
                                     .stretch = 2000,
                                     .after = next_random(10) ? FIT_BREAK : FIT_NEVER,
                                     .solid = !mark};
    }
}

static void check_cover(const struct fit_line *lines, size_t count, size_t items)
{
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(lines[i].first, at);
        assert_true(lines[i].end > lines[i].first);
        at = lines[i].end;
    }
    assert_int_equal(at, items);
}

static void every_line_is_allowed_and_can_be_justified(void **state)
{
    (void)state;
    struct line_fit *fit = line_fit_new();
    struct fit_item items[400];
    for (int round = 0; round < 300; round++) {
        size_t count = 1 + next_random(400);
        fill(items, count);
        const struct fit_request request = {.items = items,
                                            .count = count,
                                            .first_width = 416000,
                                            .width = 448000,
                                            .total = round % 3 != 0};
        const struct fit_line *lines;
        size_t line_count = line_fit(fit, &request, &lines);
        check_cover(lines, line_count, count);
        for (size_t i = 0; i < line_count; i++) {
            int64_t width = 0, shrink = 0;
            for (size_t j = lines[i].first; j < lines[i].end; j++) {
                bool last = j + 1 == lines[i].end;
                width += last ? items[j].end_width : items[j].width + items[j].gap;
                shrink += last ? 0 : items[j].shrink;
            }
            assert_true(width - (request.total ? shrink : 0) <= (i ? 448000 : 416000));
            if (i + 1 < line_count && !lines[i].emergency)
                assert_int_equal(items[lines[i].end - 1].after, FIT_BREAK);
        }
    }
    line_fit_free(fit);
}

static void forced_breaks_end_lines(void **state)
{
    (void)state;
    struct line_fit *fit = line_fit_new();
    struct fit_item items[6];
    for (size_t i = 0; i < 6; i++)
        items[i] = (struct fit_item){.width = 10, .end_width = 10, .after = FIT_BREAK};
    items[1].after = items[2].after = FIT_FORCED;
    for (int total = 0; total < 2; total++) {
        const struct fit_line *lines;
        const struct fit_request request = {
            .items = items, .count = 6, .first_width = 1000, .width = 1000, .total = total};
        assert_int_equal(line_fit(fit, &request, &lines), 3);
        assert_int_equal(lines[0].end, 2);
        assert_int_equal(lines[1].end, 3);
    }
    line_fit_free(fit);
}

static void what_may_not_be_parted_is_parted_only_in_need(void **state)
{
    (void)state;
    struct line_fit *fit = line_fit_new();
    struct fit_item items[10];
    for (size_t i = 0; i < 10; i++)
        items[i] = (struct fit_item){.width = 10, .end_width = 10, .after = FIT_NEVER};
    for (int total = 0; total < 2; total++) {
        const struct fit_line *lines;
        const struct fit_request request = {
            .items = items, .count = 10, .first_width = 45, .width = 45, .total = total};
        size_t count = line_fit(fit, &request, &lines);
        check_cover(lines, count, 10);
        assert_int_equal(count, 3);
        assert_true(lines[0].emergency && lines[1].emergency && !lines[2].emergency);
    }
    line_fit_free(fit);
}

static void a_million_items_take_time_in_proportion(void **state)
{
    (void)state;
    struct line_fit *fit = line_fit_new();
    double seconds[2];
    for (int i = 0; i < 2; i++) {
        size_t count = i ? 1000000 : 100000;
        struct fit_item *items = memory_new(count, sizeof *items);
        fill(items, count);
        if (i)
            for (size_t j = 500000; j < 700000; j++)
                items[j].width = items[j].end_width = items[j].gap = items[j].shrink = 0;
        const struct fit_line *lines;
        const struct fit_request request = {
            .items = items, .count = count, .first_width = 448000, .width = 448000, .total = true};
        clock_t begin = clock();
        size_t line_count = line_fit(fit, &request, &lines);
        seconds[i] = (double)(clock() - begin) / CLOCKS_PER_SEC;
        check_cover(lines, line_count, count);
        free(items);
    }
    line_fit_free(fit);
    assert_true(seconds[1] < 200 * (seconds[0] + 0.01)); /* not quadratic: that would be 100 ×, and
                                                          * the part without widths far more */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_is_allowed_and_can_be_justified),
        cmocka_unit_test(forced_breaks_end_lines),
        cmocka_unit_test(what_may_not_be_parted_is_parted_only_in_need),
        cmocka_unit_test(a_million_items_take_time_in_proportion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
