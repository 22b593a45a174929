/* SQL functions: thin wrappings of the pure functions beside this file. Text with a NUL in it
 * (sqlite allows that) has no valid form, so it is seen as the empty text. */
#include "store/store_functions.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar_date.h"
#include "base/digest.h"
#include "base/memory.h"
#include "store/check_digit.h"
#include "store/credit_code.h"
#include "store/identity_number.h"
#include "store/months_worked.h"
#include "store/person_name.h"
#include "store/pinyin_functions.h"
#include "store/rounded_ratio.h"
#include "store/text_search.h"

/* The argument; NULL for SQL NULL, and then the result stays NULL. */
static const char *argument(sqlite3_value *value)
{
    const char *text = (const char *)sqlite3_value_text(value);
    if (text && strlen(text) != (size_t)sqlite3_value_bytes(value))
        return "";
    return text;
}

static void identity_birth(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const char *text = argument(values[0]);
    char birth[CALENDAR_DATE_SIZE];
    if (text && identity_number_birth(text, birth))
        sqlite3_result_text(context, birth, -1, SQLITE_TRANSIENT);
}

static void identity_mask(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const char *text = argument(values[0]);
    if (!text)
        return;
    struct buffer masked = BUFFER_EMPTY;
    identity_number_mask(&masked, text);
    sqlite3_result_text(context, buffer_string(&masked), -1, SQLITE_TRANSIENT);
    buffer_free(&masked);
}

static void chinese_date(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const char *text = argument(values[0]);
    char chinese[CALENDAR_DATE_CHINESE_SIZE];
    if (text && calendar_date_chinese(text, chinese))
        sqlite3_result_text(context, chinese, -1, SQLITE_TRANSIENT);
}

/* The bytes of the text in UTF-8, NULs included; a number is hashed as sqlite writes it. */
static void sha256(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const unsigned char *text = sqlite3_value_text(values[0]);
    if (!text)
        return;
    char hex[DIGEST_HEX_SIZE];
    digest_bytes(text, (size_t)sqlite3_value_bytes(values[0]), hex);
    sqlite3_result_text(context, hex, -1, SQLITE_TRANSIENT);
}

/* anniversary(date, years). */
static void anniversary(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const char *text = argument(values[0]);
    char date[CALENDAR_DATE_SIZE];
    if (text && sqlite3_value_numeric_type(values[1]) == SQLITE_INTEGER &&
        calendar_date_anniversary(text, sqlite3_value_int64(values[1]), date))
        sqlite3_result_text(context, date, -1, SQLITE_TRANSIENT);
}

/* rounded_ratio(numerator, denominator, decimals): a number that is not whole is a mistake in the
 * query, which must not pass for a missing one. */
static void ratio(sqlite3_context *context, int count, sqlite3_value **values)
{
    char text[ROUNDED_RATIO_SIZE];
    int64_t numbers[3];
    for (int i = 0; i < count; i++) {
        int type = sqlite3_value_numeric_type(values[i]);
        if (type == SQLITE_NULL)
            return;
        if (type != SQLITE_INTEGER) {
            sqlite3_result_error(context, "rounded_ratio() takes whole numbers", -1);
            return;
        }
        numbers[i] = sqlite3_value_int64(values[i]);
    }
    if (numbers[1] == 0)
        return;
    if (numbers[2] >= 0 && numbers[2] <= ROUNDED_RATIO_DECIMALS &&
        rounded_ratio(numbers[0], numbers[1], (int)numbers[2], text))
        sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
    else
        sqlite3_result_error(context, "rounded_ratio(): a number is too large", -1);
}

/* Functions of one text that differ only in what they ask: one of these is set. */
struct question {
    char (*check_digit)(const char *text);  /* '\0': none, which is NULL */
    const char *(*fault)(const char *text); /* a word, NULL if the text is good */
    const char *(*good)(const char *text);  /* 1 if it finds no fault, otherwise 0 */
    bool (*valid)(const char *text);        /* 1 or 0 */
};

static void ask(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const struct question *question = sqlite3_user_data(context);
    const char *text = argument(values[0]);
    if (!text)
        return;
    if (question->check_digit) {
        char digit = question->check_digit(text);
        if (digit)
            sqlite3_result_text(context, &digit, 1, SQLITE_TRANSIENT);
    } else if (question->fault) {
        sqlite3_result_text(context, question->fault(text), -1, SQLITE_STATIC);
    } else if (question->good) {
        sqlite3_result_int(context, question->good(text) == NULL);
    } else {
        sqlite3_result_int(context, question->valid(text));
    }
}

/* The periods of one group of months_worked(). */
struct work_list {
    struct work_period *periods; /* own */
    size_t count, capacity;
};

/* months_worked(from, until, day): a period without dates, as an outer join gives it, is none. */
static void note_period(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    struct work_list *list = sqlite3_aggregate_context(context, sizeof *list);
    struct work_period period;
    if (!list) {
        sqlite3_result_error_nomem(context);
        return;
    }
    if (!work_period_read(argument(values[0]), argument(values[1]), argument(values[2]), &period))
        return;
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? 2 * list->capacity : 4;
        list->periods = memory_resize(list->periods, list->capacity, sizeof *list->periods);
    }
    list->periods[list->count++] = period;
}

static void count_months(sqlite3_context *context)
{
    struct work_list *list = sqlite3_aggregate_context(context, 0);
    sqlite3_result_int64(context, list ? months_worked(list->periods, list->count) : 0);
    if (list)
        free(list->periods);
}

int store_functions_register(sqlite3 *handle)
{
    static struct question identity_digit = {.check_digit = check_digit_identity},
                           identity_fault = {.fault = identity_number_fault},
                           identity_good = {.good = identity_number_fault},
                           code_digit = {.check_digit = check_digit_credit_code},
                           organization_digit = {.check_digit = check_digit_organization},
                           certificate_digit = {.check_digit = check_digit_certificate},
                           code_fault = {.fault = credit_code_fault},
                           code_good = {.good = credit_code_fault},
                           name_fault = {.fault = person_name_fault},
                           date_good = {.valid = calendar_date_valid};
    static const struct {
        const char *name;
        int arguments;
        void (*run)(sqlite3_context *, int, sqlite3_value **);
        struct question *question;
    } functions[] = {
        {"identity_check_digit", 1, ask, &identity_digit},
        {"identity_fault", 1, ask, &identity_fault},
        {"identity_valid", 1, ask, &identity_good},
        {"identity_birth", 1, identity_birth, NULL},
        {"identity_mask", 1, identity_mask, NULL},
        {"credit_code_check_digit", 1, ask, &code_digit},
        {"organization_check_digit", 1, ask, &organization_digit},
        {"certificate_check_digit", 1, ask, &certificate_digit},
        {"credit_code_fault", 1, ask, &code_fault},
        {"credit_code_valid", 1, ask, &code_good},
        {"name_fault", 1, ask, &name_fault},
        {"date_valid", 1, ask, &date_good},
        {"chinese_date", 1, chinese_date, NULL},
        {"sha256", 1, sha256, NULL},
        {"anniversary", 2, anniversary, NULL},
        {"rounded_ratio", 3, ratio, NULL},
    };
    /* Innocuous: views may use them although the schema is not trusted. */
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int status = SQLITE_OK;
    for (size_t i = 0; i < sizeof functions / sizeof *functions && status == SQLITE_OK; i++)
        status =
            sqlite3_create_function_v2(handle, functions[i].name, functions[i].arguments, flags,
                                       functions[i].question, functions[i].run, NULL, NULL, NULL);
    if (status == SQLITE_OK)
        status = sqlite3_create_function_v2(handle, "months_worked", 3, flags, NULL, NULL,
                                            note_period, count_months, NULL);
    if (status == SQLITE_OK)
        status = pinyin_functions_register(handle);
    return status == SQLITE_OK ? text_search_register(handle) : status;
}
