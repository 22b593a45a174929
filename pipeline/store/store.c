/* The store over sqlite3. How it is made safe: write-ahead log with synchronous = FULL, so that a
 * commit is on the disk before it returns, a process killed at any instant leaves the last commit,
 * and readers go on while the one writer writes. Opened by workspace.c; workers open their own
 * after fork, which is sound as long as no statement runs and no transaction is open in the parent
 * at that moment (sqlite's record of locks is inherited by the child, the locks are not).
 *
 * Statements are kept prepared, one list a store, looked up by text: there are as many as there are
 * different SQL texts in the program and its definitions. */
#include "store/store.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/exit_status.h"
#include "base/file.h"
#include "base/memory.h"
#include "store/store_functions.h"
#include "store/store_messages.h"
#include "store/store_schema.h"

enum { BUSY_MILLISECONDS = 10 * 1000 };

struct query {
    struct store *store;
    sqlite3_stmt *statement;
    char *sql;
    char *origin;
    bool in_use;     /* handed out and not done: asked for again, a second statement is prepared */
    int bind_status; /* the first error of a bind; told at the next step */
    struct query *next;
};

struct store {
    sqlite3 *handle;
    char *path;
    struct query *queries;
};

/* --- What went wrong ----------------------------------------------------------------------------
 */

/* Reports sqlite's latest error, worded by its cause; `origin` names an SQL text where one is to
 * blame. -1, for returning. */
static int store_failed(struct store *store, int status, const char *origin)
{
    const char *said = sqlite3_errmsg(store->handle);
    int system_error = sqlite3_system_errno(store->handle);
    switch (status & 0xFF) {
    case SQLITE_FULL:
        return failure(&MESSAGE_STORE_DISK_FULL, store->path, NULL);
    case SQLITE_IOERR:
        if (system_error == ENOSPC || system_error == EDQUOT)
            return failure(&MESSAGE_STORE_DISK_FULL, store->path, NULL);
        return failure(&MESSAGE_STORE_INPUT_OUTPUT, store->path,
                       system_error ? strerror(system_error) : said, NULL);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return failure(&MESSAGE_STORE_DAMAGED, store->path, said, NULL);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return failure(&MESSAGE_STORE_BUSY, store->path, NULL);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return failure(&MESSAGE_STORE_UNREACHABLE, store->path,
                       system_error ? strerror(system_error) : said, NULL);
    case SQLITE_READONLY:
        return failure(&MESSAGE_STORE_READ_ONLY, store->path, origin, NULL);
    case SQLITE_NOMEM:
        fputs("yinfa: sqlite: out of memory\n", stderr); /* as base/memory.c ends */
        exit(EXIT_FAILED);
    default:
        return failure(&MESSAGE_STORE_SQL, origin, said, NULL);
    }
}

/* --- Opening ------------------------------------------------------------------------------------
 */

static int configure(struct store *store, enum store_mode mode)
{
    sqlite3 *handle = store->handle;
    int status = sqlite3_busy_timeout(handle, BUSY_MILLISECONDS);
    const struct {
        int option, value;
    } options[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},   {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1}, {SQLITE_DBCONFIG_DQS_DML, 0}, /* "x" is a column */
        {SQLITE_DBCONFIG_DQS_DDL, 0},     {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options && status == SQLITE_OK; i++)
        status = sqlite3_db_config(handle, options[i].option, options[i].value, NULL);
    if (status == SQLITE_OK)
        status = store_functions_register(handle);
    if (status != SQLITE_OK)
        return store_failed(store, status, "store_open");
    if (mode == STORE_READ) /* the file is open for reading alone; temporary tables may be made */
        return store_execute(store, "PRAGMA temp_store = FILE; PRAGMA cell_size_check = ON");
    return store_execute(store, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                "PRAGMA journal_size_limit = 67108864;"
                                "PRAGMA temp_store = FILE; PRAGMA cell_size_check = ON");
}

/* There are no threads, so nothing need be locked, nor memory counted. Where sqlite is in use
 * already it stays as it is. */
static void prepare_library(void)
{
    static bool prepared;
    if (!prepared) {
        (void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
        (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    }
    prepared = true;
}

int store_open(const char *path, enum store_mode mode, struct store **result)
{
    if (mode == STORE_CREATE && file_exists(path))
        return failure(&MESSAGE_STORE_EXISTS, path, NULL);
    if (mode == STORE_CREATE && file_write(path, 0600, "", 0) != 0)
        return -1; /* made here and not by sqlite, so that no umask opens it to others */

    struct store *store = memory_new(1, sizeof *store);
    store->path = memory_copy(path);
    int flags = mode == STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    prepare_library();
    int status = sqlite3_open_v2(path, &store->handle,
                                 flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    int opened = status == SQLITE_OK ? 0 : store_failed(store, status, "store_open");
    if (opened == 0)
        opened = configure(store, mode);
    if (opened == 0)
        opened =
            store_schema_prepare(store, path, mode, store_schema_steps, store_schema_step_count);
    if (opened == 0) {
        *result = store;
        return 0;
    }
    store_close(store);
    if (mode == STORE_CREATE)
        file_remove(path);
    return -1;
}

void store_close(struct store *store)
{
    if (!store)
        return;
    while (store->queries) {
        struct query *query = store->queries;
        store->queries = query->next;
        sqlite3_finalize(query->statement);
        free(query->sql);
        free(query->origin);
        free(query);
    }
    int status = sqlite3_close(store->handle);
    if (status != SQLITE_OK)
        store_failed(store, status, "store_close");
    free(store->path);
    free(store);
}

/* --- Transactions -------------------------------------------------------------------------------
 */

int store_execute(struct store *store, const char *sql)
{
    int status = sqlite3_exec(store->handle, sql, NULL, NULL, NULL);
    return status == SQLITE_OK ? 0 : store_failed(store, status, sql);
}

int store_begin(struct store *store)
{
    return store_execute(store, "BEGIN IMMEDIATE");
}

int store_commit(struct store *store)
{
    if (store_execute(store, "COMMIT") == 0)
        return 0;
    store_rollback(store);
    return -1;
}

void store_rollback(struct store *store)
{
    /* Some errors (disk full) have rolled back already. */
    if (!sqlite3_get_autocommit(store->handle))
        (void)store_execute(store, "ROLLBACK"); /* it has told, and nothing more can be done */
}

/* --- Statements ---------------------------------------------------------------------------------
 */

/* Whether anything but white space and comments follows. */
static bool has_more(struct store *store, const char *tail)
{
    sqlite3_stmt *next = NULL;
    int status = sqlite3_prepare_v2(store->handle, tail, -1, &next, NULL);
    bool more = status != SQLITE_OK || next != NULL;
    sqlite3_finalize(next);
    return more;
}

/* What is wrong with an SQL text that must hold one statement; NULL: nothing. */
static const char *not_single(struct store *store, const sqlite3_stmt *statement, const char *tail)
{
    if (!statement)
        return message_choose("没有语句", "there is no statement");
    if (tail && *tail && has_more(store, tail))
        return message_choose("多于一条语句", "there is more than one statement");
    return NULL;
}

/* Prepares one statement. -1: reported. */
static int prepare(struct store *store, const char *origin, const char *sql,
                   sqlite3_stmt **statement)
{
    const char *tail = NULL;
    int status =
        sqlite3_prepare_v3(store->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, &tail);
    if (status != SQLITE_OK)
        return store_failed(store, status, origin);
    const char *wrong = not_single(store, *statement, tail);
    if (!wrong)
        return 0;
    sqlite3_finalize(*statement);
    *statement = NULL;
    return failure(&MESSAGE_STORE_SQL, origin, wrong, NULL);
}

int store_query(struct store *store, const char *origin, const char *sql, struct query **result)
{
    struct query *query = store->queries;
    while (query && (query->in_use || strcmp(query->sql, sql) != 0))
        query = query->next;
    if (!query) {
        sqlite3_stmt *statement = NULL;
        if (prepare(store, origin, sql, &statement) != 0)
            return -1;
        query = memory_new(1, sizeof *query);
        *query = (struct query){.store = store,
                                .statement = statement,
                                .sql = memory_copy(sql),
                                .origin = memory_copy(origin),
                                .next = store->queries};
        store->queries = query;
    } else if (strcmp(query->origin, origin) != 0) {
        free(query->origin);
        query->origin = memory_copy(origin);
    }
    sqlite3_clear_bindings(query->statement);
    query->bind_status = SQLITE_OK;
    query->in_use = true;
    *result = query;
    return 0;
}

/* What a definition's SQL may do: read. */
static int only_reads(void *state, int action, const char *first, const char *second,
                      const char *database, const char *trigger)
{
    (void)state, (void)first, (void)second, (void)database, (void)trigger;
    bool reads = action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_FUNCTION ||
                 action == SQLITE_RECURSIVE;
    return reads ? SQLITE_OK : SQLITE_DENY;
}

int store_check(struct store *store, const char *origin, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    /* A connection declares this table-valued function at its first use, which would look like a
     * change of the schema. */
    if (store_execute(store, "SELECT 1 FROM json_each('[]')") != 0)
        return -1;
    sqlite3_set_authorizer(store->handle, only_reads, NULL);
    const char *tail = NULL;
    int status = sqlite3_prepare_v2(store->handle, sql, -1, &statement, &tail);
    const char *wrong = NULL;
    if (status == SQLITE_OK)
        wrong = not_single(store, statement, tail);
    /* VACUUM asks no authorizer; it is found out by giving no columns. */
    if ((status & 0xFF) == SQLITE_AUTH ||
        (statement && !wrong &&
         (!sqlite3_stmt_readonly(statement) || sqlite3_column_count(statement) == 0)))
        wrong = message_choose("它不只是读取数据", "it does more than read");
    int result = 0;
    if (wrong)
        result = failure(&MESSAGE_STORE_NOT_QUERY, origin, wrong, NULL);
    else if (status != SQLITE_OK)
        result = store_failed(store, status, origin);
    sqlite3_finalize(statement);
    sqlite3_set_authorizer(store->handle, NULL, NULL);
    return result;
}

/* The number of a named parameter, 0 if the statement has none of that name. */
static int parameter_index(struct query *query, const char *name)
{
    for (int i = sqlite3_bind_parameter_count(query->statement); i > 0; i--) {
        const char *known = sqlite3_bind_parameter_name(query->statement, i);
        if (known && known[0] == ':' && strcmp(known + 1, name) == 0)
            return i;
    }
    return 0;
}

static void keep_bind_status(struct query *query, int status)
{
    if (query->bind_status == SQLITE_OK)
        query->bind_status = status;
}

static void bind_text_at(struct query *query, int index, const char *value)
{
    keep_bind_status(query,
                     sqlite3_bind_text64(query->statement, index, value, value ? strlen(value) : 0,
                                         SQLITE_TRANSIENT, SQLITE_UTF8));
}

void query_bind_text(struct query *query, const char *name, const char *value)
{
    int index = parameter_index(query, name);
    if (index)
        bind_text_at(query, index, value);
}

void query_bind_integer(struct query *query, const char *name, int64_t value)
{
    int index = parameter_index(query, name);
    if (index)
        keep_bind_status(query, sqlite3_bind_int64(query->statement, index, value));
}

int query_step(struct query *query)
{
    int status = query->bind_status;
    if (status == SQLITE_OK)
        status = sqlite3_step(query->statement);
    if (status == SQLITE_ROW)
        return 1;
    int result = status == SQLITE_DONE ? 0 : store_failed(query->store, status, query->origin);
    query_done(query);
    return result;
}

void query_done(struct query *query)
{
    if (!query)
        return;
    sqlite3_reset(query->statement); /* its result repeats the last step's, which was told */
    query->bind_status = SQLITE_OK;
    query->in_use = false;
}

/* --- Columns ------------------------------------------------------------------------------------
 */

size_t query_column_count(const struct query *query)
{
    return (size_t)sqlite3_column_count(query->statement);
}

const char *query_column_name(const struct query *query, size_t column)
{
    return sqlite3_column_name(query->statement, (int)column);
}

int query_column_index(const struct query *query, const char *name)
{
    for (int i = 0, count = sqlite3_column_count(query->statement); i < count; i++)
        if (strcmp(sqlite3_column_name(query->statement, i), name) == 0)
            return i;
    return -1;
}

bool query_is_null(const struct query *query, size_t column)
{
    return sqlite3_column_type(query->statement, (int)column) == SQLITE_NULL;
}

bool query_is_number(const struct query *query, size_t column)
{
    int type = sqlite3_column_type(query->statement, (int)column);
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

const char *query_text(struct query *query, size_t column)
{
    return (const char *)sqlite3_column_text(query->statement, (int)column);
}

int64_t query_integer(struct query *query, size_t column)
{
    return sqlite3_column_int64(query->statement, (int)column);
}

/* --- One-shot statements ------------------------------------------------------------------------
 */

static int run_with(struct store *store, const char *sql, const char *const *values, size_t count,
                    struct query **query)
{
    if (store_query(store, sql, sql, query) != 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        bind_text_at(*query, (int)i + 1, values[i]);
    return query_step(*query);
}

int64_t store_run(struct store *store, const char *sql, const char *const *values, size_t count)
{
    struct query *query = NULL;
    int status = run_with(store, sql, values, count, &query);
    query_done(query);
    return status < 0 ? -1 : sqlite3_last_insert_rowid(store->handle);
}

int64_t store_integer(struct store *store, const char *sql, const char *const *values, size_t count,
                      int64_t absent)
{
    struct query *query = NULL;
    int status = run_with(store, sql, values, count, &query);
    int64_t value = status == 1 && !query_is_null(query, 0) ? query_integer(query, 0) : absent;
    query_done(query);
    return value;
}
