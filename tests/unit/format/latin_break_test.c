/* Breaks inside Western runs against Unicode's own LineBreakTest.txt (package unicode-data): every
 * sample without spaces and controls, which never stand inside a run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "format/latin_break.h"

enum { SAMPLE = 64 };

struct sample {
    uint32_t codes[SAMPLE];
    bool breaks[SAMPLE]; /* before the code */
    size_t count;
};

/* "× 0023 × 002D ÷ 0041 ÷	# …"; false if it is no sample of a Western run. */
static bool read_sample(const char *line, struct sample *sample)
{
    bool breaks = false;
    sample->count = 0;
    while (*line && *line != '#') {
        if (strncmp(line, "÷", 2) == 0 || strncmp(line, "×", 2) == 0) {
            breaks = strncmp(line, "÷", 2) == 0;
            line += 2;
            continue;
        }
        char *end;
        unsigned long code = strtoul(line, &end, 16);
        if (end == line) {
            line++;
            continue;
        }
        if (sample->count == SAMPLE || code <= 0x20 || code == 0x7F || code == 0x85 ||
            code == 0x200B || (code >= 0x2028 && code <= 0x2029) || code >= 0x2E80)
            return false;
        sample->codes[sample->count] = (uint32_t)code;
        sample->breaks[sample->count++] = breaks;
        line = end;
    }
    return sample->count > 1;
}

/* More than the default rules ask: a slash in a short code holds; ICU keeps a hyphen that begins a
 * word with it, and ,5 and .5 whole. */
static bool is_tailored(const struct sample *sample, size_t at)
{
    size_t before = at - 1;
    while (before && sample->codes[before] >= 0x300 && sample->codes[before] <= 0x36F)
        before--;
    uint32_t left = sample->codes[before];
    bool decimal = sample->codes[at] == '0' && strchr(",.:;", (int)left);
    return decimal || left == '/' || sample->codes[0] == '-' || sample->codes[0] == 0x2010;
}

static void runs_break_as_unicode_says(void **state)
{
    (void)state;
    FILE *file = fopen("/usr/share/unicode/auxiliary/LineBreakTest.txt", "r");
    if (!file)
        skip(); /* the samples are not installed */
    struct latin_break *breaker = latin_break_new();
    char line[4096];
    size_t samples = 0;
    while (fgets(line, sizeof line, file)) {
        struct sample sample;
        if (!read_sample(line, &sample))
            continue;
        const bool *may = latin_break_find(breaker, sample.codes, sample.count);
        assert_non_null(may);
        for (size_t i = 1; i < sample.count; i++)
            if (may[i] != sample.breaks[i] && !is_tailored(&sample, i))
                fail_msg("before character %zu of %s", i, line);
        samples++;
    }
    assert_true(samples > 1000);
    latin_break_free(breaker);
    assert_int_equal(fclose(file), 0);
}

static void plain_words_need_no_answer(void **state)
{
    (void)state;
    static const uint32_t plain[] = {'a', '.', 'b', '1', ')'}, dashed[] = {'a', '-', 'b'};
    assert_false(latin_break_is_needed(plain, 5));
    assert_true(latin_break_is_needed(dashed, 3));
}

static void short_codes_hold_and_addresses_part(void **state)
{
    (void)state;
    struct latin_break *breaker = latin_break_new();
    static const uint32_t code[] = {'G', 'B', '/', 'T'};
    static const uint32_t address[] = {'a', '/', 'b', 'c', '/', 'd'};
    assert_false(latin_break_find(breaker, code, 4)[3]);
    const bool *may = latin_break_find(breaker, address, 6);
    assert_true(may[2]);
    assert_true(may[5]);
    assert_false(may[3]);
    latin_break_free(breaker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_break_as_unicode_says),
        cmocka_unit_test(plain_words_need_no_answer),
        cmocka_unit_test(short_codes_hold_and_addresses_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
