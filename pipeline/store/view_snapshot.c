/* A table is filled by the view's own text and not by asking the view: names in a statement are
 * looked up among temporary tables first, names inside a view are not, so that a view of views is
 * computed from the tables made before it. */
#include "store/view_snapshot.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"

/* How deep views may read views; sqlite refuses circles, but a comment may name anything. */
enum { DEPTH_LIMIT = 16 };

static const char prefix[] = "current_";

static bool is_name(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_';
}

/* The query behind a stored view that has no table yet, the caller frees; NULL in `*text`: it is
 * none, or it has one. intake/ wrote it as CREATE VIEW "name" AS …; names hold no spaces. */
static int read_view(struct store *store, const char *name, char **text)
{
    struct query *query;
    *text = NULL;
    if (store_query(store, __func__,
                    "SELECT substr(sql, instr(sql, ' AS ') + 4) FROM main.sqlite_master"
                    " WHERE type = 'view' AND name = :name"
                    "   AND NOT EXISTS (SELECT 1 FROM main.sqlite_master"
                    "                    WHERE type = 'table' AND 'current_' || name = :name)"
                    "   AND NOT EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = :name)",
                    &query) != 0)
        return -1;
    query_bind_text(query, "name", name);
    int step = query_step(query);
    if (step == 1)
        *text = memory_copy(query_text(query, 0));
    query_done(query);
    return step < 0 ? -1 : 0;
}

static int cover(struct store *store, const char *sql, int depth);

static int cover_view(struct store *store, const char *name, int depth)
{
    char *text;
    if (read_view(store, name, &text) != 0)
        return -1;
    int result = 0;
    if (text) {
        struct buffer table = BUFFER_EMPTY;
        buffer_print(&table, "CREATE TEMP TABLE IF NOT EXISTS \"%s\" AS %s", name, text);
        result = cover(store, text, depth + 1);
        if (result == 0)
            result = store_execute(store, table.bytes);
        buffer_free(&table);
    }
    free(text);
    return result;
}

static int cover(struct store *store, const char *sql, int depth)
{
    if (depth > DEPTH_LIMIT)
        return 0;
    int result = 0;
    for (const char *at = strstr(sql, prefix); at && result == 0; at = strstr(at, prefix)) {
        size_t length = 0;
        while (is_name(at[length]))
            length++;
        if (at == sql || !is_name(at[-1])) {
            char *name = memory_new(length + 1, 1);
            memcpy(name, at, length);
            result = cover_view(store, name, depth);
            free(name);
        }
        at += length;
    }
    return result;
}

int view_snapshot_cover(struct store *store, const char *sql)
{
    return cover(store, sql, 0);
}

/* One after the other: no table is dropped while a query reads the list of them. */
int view_snapshot_drop(struct store *store)
{
    for (;;) {
        struct query *query;
        struct buffer drop = BUFFER_EMPTY;
        if (store_query(store, __func__,
                        "SELECT name FROM sqlite_temp_master"
                        " WHERE type = 'table' AND name GLOB 'current_*' LIMIT 1",
                        &query) != 0)
            return -1;
        int step = query_step(query);
        if (step == 1)
            buffer_print(&drop, "DROP TABLE temp.\"%s\"", query_text(query, 0));
        query_done(query);
        if (step == 1 && store_execute(store, drop.bytes) != 0)
            step = -1;
        buffer_free(&drop);
        if (step != 1)
            return step;
    }
}
