/* The store: one sqlite file, and the only room that knows sqlite3. Owns opening, the program's own
 * schema and its migrations (store_schema.sql in store_schema.c), transactions, statements and the
 * SQL functions that rules and queries may use. Failures (disk full, corrupt file, a mistake in an
 * SQL text of a definition) are reported once and return -1. */
#ifndef YINFA_STORE_STORE_H
#define YINFA_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct store;

enum store_mode {
    STORE_CREATE, /* makes the file (0600); fails if it is there */
    STORE_WRITE,  /* the one writer; migrates an older schema */
    STORE_READ    /* read only: publish and its workers; each process opens its own after fork */
};

/* Opens the database at `path`. Freed with store_close(). */
int store_open(const char *path, enum store_mode mode, struct store **store);
void store_close(struct store *store);

/* Transactions: IMMEDIATE; they do not nest. A commit that fails has rolled back. No process may be
 * forked that opens a store of its own while one is open here (see store.c). */
int store_begin(struct store *store);
int store_commit(struct store *store);
void store_rollback(struct store *store);

/* Runs SQL without parameters or results, several statements allowed (DDL made from a kind). */
int store_execute(struct store *store, const char *sql);

/* A prepared statement. `origin` names where the SQL text stands for error messages ("file:line",
 * or a function's name); kept prepared and reused when the same text is asked for again. Borrowed:
 * it is the store's, reset by query_done(). */
struct query;
int store_query(struct store *store, const char *origin, const char *sql, struct query **query);

/* Checks an SQL text of a definition without running it: one statement, read only. -1: reported. */
int store_check(struct store *store, const char *origin, const char *sql);

/* Binds by name without the colon. A name the statement does not use is ignored, so that the same
 * parameters can be offered to every query of a definition. Text is copied; NULL binds NULL. */
void query_bind_text(struct query *query, const char *name, const char *value);
void query_bind_integer(struct query *query, const char *name, int64_t value);

/* 1: a row is there; 0: no more; -1: failed (reported). */
int query_step(struct query *query);

/* Columns of the current row, 0-based. Text is UTF-8, borrowed until the next step, NULL for NULL.
 */
size_t query_column_count(const struct query *query);
const char *query_column_name(const struct query *query, size_t column);
int query_column_index(const struct query *query, const char *name); /* -1: no such column */
bool query_is_null(const struct query *query, size_t column);
bool query_is_number(const struct query *query, size_t column); /* integer or real */
const char *query_text(struct query *query, size_t column);
int64_t query_integer(struct query *query, size_t column);

/* Ends the current run; the statement may be bound and run again. Safe to call twice. */
void query_done(struct query *query);

/* Runs a statement that returns no rows with positional text parameters ?1 … ending with NULL-safe
 * count: `values` may hold NULLs. Returns the last inserted row id, or -1. */
int64_t store_run(struct store *store, const char *sql, const char *const *values, size_t count);

/* The first column of the first row as an integer; `absent` if there is no row or it is NULL. */
int64_t store_integer(struct store *store, const char *sql, const char *const *values, size_t count,
                      int64_t absent);

#endif
