/* One ICU iterator, opened when it is first needed and kept: opening costs as much as a page. The
 * run is written as UTF-16 with a map back to code points. Called by paragraph_context.c. */
#include "format/latin_break.h"

#include <stdlib.h>

#include <unicode/ubrk.h>

#include "base/memory.h"

enum { SHORT_CODE = 16 };

struct latin_break {
    UBreakIterator *iterator;
    bool failed;
    UChar *text;
    bool *may;
    uint32_t *codes_before; /* code points before each UTF-16 unit */
    size_t capacity;        /* code points there is room for */
};

struct latin_break *latin_break_new(void)
{
    return memory_new(1, sizeof(struct latin_break));
}

void latin_break_free(struct latin_break *breaker)
{
    if (!breaker)
        return;
    if (breaker->iterator)
        ubrk_close(breaker->iterator);
    free(breaker->text);
    free(breaker->may);
    free(breaker->codes_before);
    free(breaker);
}

static bool is_plain(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           (code >= '0' && code <= '9');
}

bool latin_break_is_needed(const uint32_t *codes, size_t count)
{
    while (count && !is_plain(codes[count - 1]))
        count--;
    for (size_t i = 0; i < count; i++)
        if (!is_plain(codes[i]) && codes[i] != '.' && codes[i] != ',' && codes[i] != '\'')
            return true;
    return false;
}

static bool open_iterator(struct latin_break *breaker)
{
    if (breaker->iterator || breaker->failed)
        return breaker->iterator != NULL;
    UErrorCode status = U_ZERO_ERROR;
    breaker->iterator = ubrk_open(UBRK_LINE, "en", NULL, 0, &status);
    breaker->failed = U_FAILURE(status) || !breaker->iterator;
    return !breaker->failed;
}

static void make_room(struct latin_break *breaker, size_t count)
{
    if (count <= breaker->capacity)
        return;
    breaker->capacity = count + count / 2 + 64;
    breaker->text = memory_resize(breaker->text, breaker->capacity, 2 * sizeof *breaker->text);
    breaker->codes_before =
        memory_resize(breaker->codes_before, breaker->capacity, 2 * sizeof *breaker->codes_before);
    breaker->may = memory_resize(breaker->may, breaker->capacity, sizeof *breaker->may);
}

/* UTF-16 units written. */
static size_t encode(struct latin_break *breaker, const uint32_t *codes, size_t count)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        breaker->codes_before[length] = (uint32_t)i;
        if (codes[i] < 0x10000) {
            breaker->text[length++] = (UChar)codes[i];
            continue;
        }
        breaker->text[length++] = U16_LEAD(codes[i]);
        breaker->codes_before[length] = (uint32_t)i;
        breaker->text[length++] = U16_TRAIL(codes[i]);
    }
    return length;
}

/* GB/T, km/h, ISO/IEC: short, one slash, no address. */
static bool is_short_code(const uint32_t *codes, size_t count)
{
    size_t slashes = 0;
    for (size_t i = 0; i < count; i++)
        slashes += codes[i] == '/';
    return count <= SHORT_CODE && slashes == 1;
}

const bool *latin_break_find(struct latin_break *breaker, const uint32_t *codes, size_t count)
{
    if (count > INT32_MAX / 2 || !open_iterator(breaker))
        return NULL;
    make_room(breaker, count);
    for (size_t i = 0; i < count; i++)
        breaker->may[i] = false;
    size_t length = encode(breaker, codes, count);
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(breaker->iterator, breaker->text, (int32_t)length, &status);
    if (U_FAILURE(status))
        return NULL;
    bool whole = is_short_code(codes, count);
    for (int32_t at; (at = ubrk_next(breaker->iterator)) != UBRK_DONE && (size_t)at < length;) {
        uint32_t before = breaker->codes_before[at];
        breaker->may[before] = !(whole && before && codes[before - 1] == '/');
    }
    return breaker->may;
}
