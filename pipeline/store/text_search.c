/* Regular expressions in SQL, over ICU. sqlite hands out UTF-16, which is what ICU matches, so
 * nothing is converted here. A pattern that is a constant of its statement is compiled once for all
 * rows. Time is bounded: a pattern that takes too long on a text is an error of the query, not a
 * standstill. */
#include "store/text_search.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uregex.h>
#include <unicode/utf16.h>

#include "base/memory.h"

/* In steps of the matching engine, of about a millisecond each; a paragraph takes a part of the
 * first. */
enum { TIME_LIMIT = 1000 };

/* What find_places() gives: enough to find them again. */
enum { PLACES_SHOWN = 5, AROUND = 6 };

static void fail(sqlite3_context *context, UErrorCode status)
{
    sqlite3_result_error(context, u_errorName(status), -1);
}

/* --- Patterns ----------------------------------------------------------------------------------
 */

static void close_pattern(void *expression)
{
    uregex_close(expression);
}

static URegularExpression *compile(sqlite3_context *context, const UChar *text, int32_t length)
{
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    URegularExpression *expression = uregex_open(text, length, 0, &where, &status);
    uregex_setTimeLimit(expression, TIME_LIMIT, &status);
    if (U_SUCCESS(status))
        return expression;
    uregex_close(expression);
    fail(context, status);
    return NULL;
}

/* The length in UTF-16 units of what sqlite3_value_text16() gave. */
static int32_t length_of(sqlite3_value *value)
{
    return sqlite3_value_bytes16(value) / (int32_t)sizeof(UChar);
}

/* The expression in argument 1, kept by the statement. NULL: the result is NULL, or an error. */
static URegularExpression *pattern_argument(sqlite3_context *context, sqlite3_value **values)
{
    URegularExpression *expression = sqlite3_get_auxdata(context, 1);
    if (expression)
        return expression;
    const UChar *text = sqlite3_value_text16(values[1]);
    expression = text ? compile(context, text, length_of(values[1])) : NULL;
    if (!expression)
        return NULL;
    /* Without memory for it sqlite closes it at once. */
    sqlite3_set_auxdata(context, 1, expression, close_pattern);
    expression = sqlite3_get_auxdata(context, 1);
    if (!expression)
        sqlite3_result_error_nomem(context);
    return expression;
}

/* Makes argument 0 the text that `expression` is matched against. False: it is NULL. */
static bool search_in(URegularExpression *expression, sqlite3_value **values, UErrorCode *status)
{
    const UChar *text = sqlite3_value_text16(values[0]);
    if (text)
        uregex_setText(expression, text, length_of(values[0]), status);
    return text && U_SUCCESS(*status);
}

/* --- Functions ---------------------------------------------------------------------------------
 */

static void find(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    UErrorCode status = U_ZERO_ERROR;
    URegularExpression *expression = pattern_argument(context, values);
    if (expression && search_in(expression, values, &status) &&
        uregex_findNext(expression, &status)) {
        const UChar *text = sqlite3_value_text16(values[0]);
        int32_t start = uregex_start(expression, 0, &status);
        int32_t end = uregex_end(expression, 0, &status);
        sqlite3_result_text16(context, text + start, (end - start) * (int)sizeof *text,
                              SQLITE_TRANSIENT);
    }
    if (U_FAILURE(status))
        fail(context, status);
}

static void find_count(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    UErrorCode status = U_ZERO_ERROR;
    URegularExpression *expression = pattern_argument(context, values);
    if (!expression || !search_in(expression, values, &status))
        return;
    int matches = 0;
    while (uregex_findNext(expression, &status))
        matches++;
    if (U_SUCCESS(status))
        sqlite3_result_int(context, matches);
    else
        fail(context, status);
}

/* UTF-16 being written; there is room enough. */
struct writing {
    UChar *text;
    int32_t length;
};

static void write_text(struct writing *writing, const UChar *text, int32_t length)
{
    memcpy(writing->text + writing->length, text, (size_t)length * sizeof *text);
    writing->length += length;
}

/* Writes what stands around each match, or around several that are near each other: it fits into
 * the text's length and what parts them. Nothing is written if there is none. */
static void write_places(URegularExpression *expression, const UChar *text, int32_t length,
                         struct writing *writing, UErrorCode *status)
{
    static const UChar between[] = u"”“", more[] = u"……";
    int32_t shown = 0; /* up to here */
    int places = 0;
    while (uregex_findNext(expression, status)) {
        int32_t start = uregex_start(expression, 0, status);
        int32_t end = uregex_end(expression, 0, status);
        U16_BACK_N(text, 0, start, AROUND);
        U16_FWD_N(text, end, length, AROUND);
        if (places == 0 || start > shown)
            places++;
        else
            start = shown;
        if (places > PLACES_SHOWN) {
            write_text(writing, more, 2);
            return;
        }
        if (places > 1 && start > shown)
            write_text(writing, between, 2);
        if (end > start)
            write_text(writing, text + start, end - start);
        shown = end > shown ? end : shown;
    }
}

static void find_places(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    UErrorCode status = U_ZERO_ERROR;
    URegularExpression *expression = pattern_argument(context, values);
    if (!expression || !search_in(expression, values, &status))
        return;
    const UChar *text = sqlite3_value_text16(values[0]);
    int32_t length = length_of(values[0]);
    struct writing writing = {memory_new((size_t)length + 2 * PLACES_SHOWN + 2, sizeof *text), 0};
    write_places(expression, text, length, &writing, &status);
    if (U_FAILURE(status))
        fail(context, status);
    else if (writing.length)
        sqlite3_result_text16(context, writing.text, writing.length * (int)sizeof *text,
                              SQLITE_TRANSIENT);
    free(writing.text);
}

static void replace_all(sqlite3_context *context, URegularExpression *expression,
                        sqlite3_value **values, const UChar *by, int32_t by_length)
{
    UErrorCode status = U_ZERO_ERROR;
    if (!search_in(expression, values, &status))
        return;
    int32_t length = uregex_replaceAll(expression, by, by_length, NULL, 0, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR)
        status = U_ZERO_ERROR;
    UChar *replaced = memory_new((size_t)length + 1, sizeof *replaced);
    uregex_replaceAll(expression, by, by_length, replaced, length + 1, &status);
    if (U_SUCCESS(status))
        sqlite3_result_text16(context, replaced, length * (int)sizeof *replaced, SQLITE_TRANSIENT);
    else
        fail(context, status);
    free(replaced);
}

static void find_replace(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const UChar *by = sqlite3_value_text16(values[2]);
    URegularExpression *expression = by ? pattern_argument(context, values) : NULL;
    if (expression)
        replace_all(context, expression, values, by, length_of(values[2]));
}

/* GB/T 9704 §7.2.5: the year stands in 〔〕. Clerks also type 【】, [], () and the like. */
static void document_number(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    static const UChar brackets[] = u"[〔【\\[［(（〈<]([0-9]{4})[〕】\\]］)）〉>]",
                       by[] = u"〔$1〕";
    URegularExpression *expression = compile(context, brackets, -1);
    if (expression)
        replace_all(context, expression, values, by, -1);
    uregex_close(expression);
}

int text_search_register(sqlite3 *handle)
{
    static const struct {
        const char *name;
        int arguments;
        void (*run)(sqlite3_context *, int, sqlite3_value **);
    } functions[] = {
        {"find", 2, find},
        {"find_places", 2, find_places},
        {"find_count", 2, find_count},
        {"find_replace", 3, find_replace},
        {"document_number", 1, document_number},
    };
    /* Innocuous: views may use them although the schema is not trusted. */
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int status = SQLITE_OK;
    for (size_t i = 0; i < sizeof functions / sizeof *functions && status == SQLITE_OK; i++)
        status = sqlite3_create_function_v2(handle, functions[i].name, functions[i].arguments,
                                            flags, NULL, functions[i].run, NULL, NULL, NULL);
    return status;
}
