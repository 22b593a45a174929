/* SQL functions: thin wrappings of the pure functions beside this file. Text with a NUL in it
 * (sqlite allows that) has no valid form, so it is seen as the empty text. */
#include "store/store_functions.h"

#include <stdbool.h>
#include <string.h>

#include "base/calendar_date.h"
#include "store/check_digit.h"
#include "store/identity_number.h"
#include "store/text_search.h"

/* The argument; NULL for SQL NULL, and then the result stays NULL. */
static const char *argument(sqlite3_value *value)
{
    const char *text = (const char *)sqlite3_value_text(value);
    if (text && strlen(text) != (size_t)sqlite3_value_bytes(value))
        return "";
    return text;
}

static void identity_check_digit(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const char *text = argument(values[0]);
    char digit = text ? check_digit_identity(text) : '\0';
    if (digit)
        sqlite3_result_text(context, &digit, 1, SQLITE_TRANSIENT);
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

/* identity_valid, credit_code_valid, date_valid differ only in what they ask. */
struct judge {
    bool (*valid)(const char *text);
};

static void judge(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const struct judge *judge = sqlite3_user_data(context);
    const char *text = argument(values[0]);
    if (text)
        sqlite3_result_int(context, judge->valid(text));
}

int store_functions_register(sqlite3 *handle)
{
    static struct judge identity = {identity_number_valid};
    static struct judge credit_code = {check_digit_credit_code_valid};
    static struct judge date = {calendar_date_valid};
    static const struct {
        const char *name;
        void (*run)(sqlite3_context *, int, sqlite3_value **);
        struct judge *judge;
    } functions[] = {
        {"identity_check_digit", identity_check_digit, NULL},
        {"identity_birth", identity_birth, NULL},
        {"identity_mask", identity_mask, NULL},
        {"identity_valid", judge, &identity},
        {"credit_code_valid", judge, &credit_code},
        {"date_valid", judge, &date},
        {"chinese_date", chinese_date, NULL},
    };
    /* Innocuous: views may use them although the schema is not trusted. */
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int status = SQLITE_OK;
    for (size_t i = 0; i < sizeof functions / sizeof *functions && status == SQLITE_OK; i++)
        status = sqlite3_create_function_v2(handle, functions[i].name, 1, flags, functions[i].judge,
                                            functions[i].run, NULL, NULL, NULL);
    return status == SQLITE_OK ? text_search_register(handle) : status;
}
