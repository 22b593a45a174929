/* SQL functions for 姓名拼音: thin wrappings. The reader belongs to the connection, which frees it.
 */
#include "store/pinyin_functions.h"

#include "store/pinyin_reading.h"
#include "store/pinyin_spelling.h"

static const char *argument(sqlite3_value *value)
{
    return (const char *)sqlite3_value_text(value);
}

static void fault(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const char *pinyin = argument(values[0]), *name = argument(values[1]);
    if (pinyin && name)
        sqlite3_result_text(context, pinyin_fault(pinyin, name), -1, SQLITE_STATIC);
}

static void same(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const char *one = argument(values[0]), *other = argument(values[1]);
    if (one && other)
        sqlite3_result_int(context, pinyin_same(one, other));
}

static void suggest(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const char *name = argument(values[0]);
    struct buffer spelled = BUFFER_EMPTY;
    if (name && pinyin_suggest(sqlite3_user_data(context), &spelled, name))
        sqlite3_result_text(context, buffer_string(&spelled), -1, SQLITE_TRANSIENT);
    buffer_free(&spelled);
}

static void free_reader(void *reader)
{
    pinyin_reader_free(reader);
}

int pinyin_functions_register(sqlite3 *handle)
{
    /* Innocuous: views may use them although the schema is not trusted. */
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int status =
        sqlite3_create_function_v2(handle, "pinyin_fault", 2, flags, NULL, fault, NULL, NULL, NULL);
    if (status == SQLITE_OK)
        status = sqlite3_create_function_v2(handle, "pinyin_same", 2, flags, NULL, same, NULL, NULL,
                                            NULL);
    if (status == SQLITE_OK) /* frees the reader if it fails */
        status = sqlite3_create_function_v2(handle, "pinyin_suggest", 1, flags, pinyin_reader_new(),
                                            suggest, NULL, NULL, free_reader);
    return status;
}
