/* DDL from a definition. Names were checked by definitions/ to be plain SQL names that collide with
 * nothing, so they stand in the SQL as they are (quoted, since "order" and the like are allowed).
 * Nothing is written when everything is as it should be. Called by intake.c. */
#include "intake/kind_tables.h"

#include <string.h>

#include "base/buffer.h"
#include "intake/intake_messages.h"
#include "intake/kind_views.h"

/* Dates are text in ISO form, which sorts; decimals keep exactness as far as sqlite has it. */
static const char *sql_type(enum column_type type)
{
    static const char *const names[] = {"TEXT", "INTEGER", "NUMERIC", "TEXT", "TEXT"};
    return names[type];
}

/* --- What is stored ----------------------------------------------------------------------------
 */

static int create_table(struct store *store, const struct kind_table *table)
{
    struct buffer sql = BUFFER_EMPTY;
    buffer_print(&sql,
                 "CREATE TABLE \"%s\" (submission INTEGER NOT NULL REFERENCES submission (id),"
                 " ordinal INTEGER NOT NULL, parent INTEGER, line INTEGER NOT NULL",
                 table->name);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct kind_column *column = &table->columns[i];
        buffer_print(&sql, ", \"%s\" %s", column->name, sql_type(column->type));
    }
    buffer_text(&sql, ", PRIMARY KEY (submission, ordinal)) WITHOUT ROWID");
    int result = store_execute(store, sql.bytes);
    buffer_free(&sql);
    return result;
}

/* Whether a file holds many records that enclose those of this table: what belongs to one of them
 * is then looked up by it. */
static bool has_many_parents(const struct kind *kind, const struct kind_table *table)
{
    return table->parent >= 0 && kind->tables[table->parent].parent >= 0;
}

/* Also for a table that is there: a definition may have gained a key. */
static int create_indices(struct store *store, const struct kind *kind,
                          const struct kind_table *table)
{
    struct buffer sql = BUFFER_EMPTY, key = BUFFER_EMPTY;
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].key)
            buffer_print(&key, "%s\"%s\"", key.length ? ", " : "", table->columns[i].name);
    if (key.length)
        buffer_print(&sql, "CREATE INDEX IF NOT EXISTS \"%s_by_key\" ON \"%s\" (%s);", table->name,
                     table->name, key.bytes);
    if (has_many_parents(kind, table))
        buffer_print(&sql,
                     "CREATE INDEX IF NOT EXISTS \"%s_by_parent\" ON \"%s\""
                     " (submission, parent);",
                     table->name, table->name);
    int result = store_execute(store, buffer_string(&sql));
    buffer_free(&sql);
    buffer_free(&key);
    return result;
}

/* Without statistics sqlite takes a file's rows to be as few as one record's, and reads all of the
 * file again for each of its records. These figures hold whatever is stored, so that a query is
 * never answered another way because rows came: a file has thousands of rows, a record a few. */
static int write_statistics(struct store *store)
{
    return store_execute(store,
                         "ANALYZE sqlite_master;"
                         "DELETE FROM sqlite_stat1;"
                         "WITH lists AS (SELECT tbl_name FROM sqlite_master"
                         "                WHERE type = 'index' AND name = tbl_name || '_by_parent')"
                         "INSERT INTO sqlite_stat1 (tbl, idx, stat)"
                         " SELECT tbl_name, tbl_name || '_by_parent', '1000000 10000 4' FROM lists"
                         " UNION ALL SELECT tbl_name, tbl_name, '1000000 10000 1' FROM lists;"
                         "ANALYZE sqlite_master");
}

/* The type a stored column was declared with: NULL bytes in `type` if there is no such column. */
static int stored_type(struct store *store, const char *table, const char *column, char type[16])
{
    struct query *query;
    type[0] = '\0';
    if (store_query(store, __func__,
                    "SELECT type FROM pragma_table_info(:table) WHERE name = :column", &query) != 0)
        return -1;
    query_bind_text(query, "table", table);
    query_bind_text(query, "column", column);
    int step = query_step(query);
    if (step == 1) {
        strncpy(type, query_text(query, 0), 15);
        type[15] = '\0';
    }
    query_done(query);
    return step < 0 ? -1 : 0;
}

static int add_column(struct store *store, const struct kind_table *table,
                      const struct kind_column *column)
{
    struct buffer sql = BUFFER_EMPTY;
    buffer_print(&sql, "ALTER TABLE \"%s\" ADD COLUMN \"%s\" %s", table->name, column->name,
                 sql_type(column->type));
    int result = store_execute(store, sql.bytes);
    buffer_free(&sql);
    return result;
}

static int check_columns(struct store *store, const struct kind *kind,
                         const struct kind_table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        const struct kind_column *column = &table->columns[i];
        const char *wanted = sql_type(column->type);
        char type[16];
        if (stored_type(store, table->name, column->name, type) != 0)
            return -1;
        if (type[0] == '\0') {
            if (add_column(store, table, column) != 0)
                return -1;
        } else if (strcmp(type, wanted) != 0) {
            return failure(&MESSAGE_INTAKE_COLUMN_TYPE, kind->name, table->name, column->name, type,
                           wanted, NULL);
        }
    }
    return 0;
}

static int prepare_stored(struct store *store, const struct kind *kind)
{
    for (size_t i = 0; i < kind->table_count; i++) {
        const struct kind_table *table = &kind->tables[i];
        int64_t there = store_integer(
            store, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?1",
            &table->name, 1, -1);
        if (there < 0)
            return -1;
        int made = there ? check_columns(store, kind, table) : create_table(store, table);
        if (made != 0 || create_indices(store, kind, table) != 0 ||
            kind_views_make_current(store, table) != 0)
            return -1;
    }
    return 0;
}

/* --- What is staged ----------------------------------------------------------------------------
 */

static int prepare_staging(struct store *store, const struct kind *kind)
{
    struct buffer sql = BUFFER_EMPTY;
    for (size_t i = 0; i < kind->table_count; i++) {
        const struct kind_table *table = &kind->tables[i];
        buffer_print(&sql,
                     "CREATE TEMP TABLE IF NOT EXISTS \"staged_%s\" (ordinal INTEGER PRIMARY KEY,"
                     " parent INTEGER, line INTEGER, position INTEGER",
                     table->name);
        for (size_t j = 0; j < table->column_count; j++)
            buffer_print(&sql, ", \"%s\" TEXT, \"%s_line\" INTEGER", table->columns[j].name,
                         table->columns[j].name);
        buffer_text(&sql, ");");
    }
    /* The pictures that are sound (attachment.c); one for all kinds. */
    buffer_text(&sql, "CREATE TEMP TABLE IF NOT EXISTS staged_attachment (file TEXT, sha256 TEXT,"
                      " type TEXT, columns INTEGER, rows INTEGER, coloured INTEGER,"
                      " PRIMARY KEY (sha256, file)) WITHOUT ROWID;");
    int result = store_execute(store, buffer_string(&sql));
    buffer_free(&sql);
    return result;
}

int kind_tables_clear_staging(struct store *store, const struct kind *kind)
{
    struct buffer sql = BUFFER_EMPTY;
    buffer_text(&sql, "DELETE FROM temp.staged_attachment;");
    for (size_t i = 0; i < kind->table_count; i++)
        buffer_print(&sql, "DELETE FROM temp.\"staged_%s\";", kind->tables[i].name);
    for (size_t i = 0; i < kind->view_count; i++)
        buffer_print(&sql, "DELETE FROM temp.\"staged_%s\";", kind->views[i].name);
    int result = store_execute(store, buffer_string(&sql));
    buffer_free(&sql);
    return result;
}

/* The columns' affinity turns valid text into numbers; an empty number is none. */
static void insert_sql(struct buffer *sql, const struct kind_table *table, int64_t submission)
{
    buffer_print(sql, "INSERT INTO main.\"%s\" (submission, ordinal, parent, line", table->name);
    for (size_t i = 0; i < table->column_count; i++)
        buffer_print(sql, ", \"%s\"", table->columns[i].name);
    buffer_print(sql, ") SELECT %lld, ordinal, parent, line", (long long)submission);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct kind_column *column = &table->columns[i];
        bool number = column->type == COLUMN_INTEGER || column->type == COLUMN_DECIMAL;
        buffer_print(sql, number ? ", nullif(\"%s\", '')" : ", \"%s\"", column->name);
    }
    buffer_print(sql, " FROM temp.\"staged_%s\" ORDER BY ordinal;", table->name);
}

int kind_tables_insert(struct store *store, const struct kind *kind, int64_t submission)
{
    struct buffer sql = BUFFER_EMPTY;
    for (size_t i = 0; i < kind->table_count; i++)
        insert_sql(&sql, &kind->tables[i], submission);
    int result = store_execute(store, buffer_string(&sql));
    buffer_free(&sql);
    return result;
}

int kind_tables_stage(struct store *store, const struct kind *kind)
{
    return prepare_staging(store, kind) == 0 ? kind_views_make_staged(store, kind) : -1;
}

/* -----------------------------------------------------------------------------------------------
 */

/* Staging and rules of all kinds too, so that a mistake in any is told at once. */
static int prepare_all(struct store *store, const struct kind_set *kinds)
{
    int result = 0;
    for (size_t i = 0; i < kind_set_count(kinds) && result == 0; i++)
        result = prepare_stored(store, kind_set_at(kinds, i));
    if (result == 0)
        result = write_statistics(store);
    if (result == 0)
        result = kind_views_make_stored(store, kinds);
    for (size_t i = 0; i < kind_set_count(kinds) && result == 0; i++)
        result = kind_tables_stage(store, kind_set_at(kinds, i));
    for (size_t i = 0; i < kind_set_count(kinds) && result == 0; i++) {
        const struct kind *kind = kind_set_at(kinds, i);
        for (size_t j = 0; j < kind->rule_count && result == 0; j++)
            result = store_check(store, kind->rules[j].origin, kind->rules[j].sql);
    }
    return result;
}

static int keep_digest(struct store *store, const char *digest)
{
    return store_execute(store, "DELETE FROM kinds") != 0 ||
                   store_run(store, "INSERT INTO kinds (digest) VALUES (?1)", &digest, 1) < 0
               ? -1
               : 0;
}

int kind_tables_prepare(struct store *store, const struct kind_set *kinds)
{
    const char *digest = kind_set_digest(kinds);
    /* Staging lies in the workspace's tmp/ beyond these 2 MiB, so that memory does not depend on
     * the file's size: 17 MB for 100 000 persons as for 300 000; a larger cache gains nothing. */
    if (store_execute(store, "PRAGMA temp.cache_size = -2048") != 0)
        return -1;
    if (store_integer(store, "SELECT 1 FROM kinds WHERE digest = ?1", &digest, 1, 0) == 1)
        return 0; /* they were made, and their rules checked, from these very files */
    if (store_begin(store) != 0)
        return -1;
    if (prepare_all(store, kinds) == 0 && keep_digest(store, digest) == 0)
        return store_commit(store);
    store_rollback(store);
    return -1;
}
