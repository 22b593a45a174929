/* Views are made anew only where their text differs, so that an unchanged kind writes nothing.
 * Names were checked by definitions/; the SQL of a definition is checked to be one query that only
 * reads. Called by kind_tables.c and rules.c. */
#include "intake/kind_views.h"

#include "base/buffer.h"

static int run(struct store *store, const char *origin, const char *sql)
{
    struct query *query;
    if (store_query(store, origin, sql, &query) != 0)
        return -1;
    int step = query_step(query);
    query_done(query);
    return step;
}

/* Makes the view current_NAME with that text, which stands at `origin`. It is one statement:
 * nothing rides behind it. */
static int keep_view(struct store *store, const char *origin, const char *name, const char *query)
{
    struct buffer view = BUFFER_EMPTY, sql = BUFFER_EMPTY, drop = BUFFER_EMPTY;
    buffer_print(&view, "current_%s", name);
    buffer_print(&sql, "CREATE VIEW \"%s\" AS %s", view.bytes, query);
    const char *values[] = {view.bytes, sql.bytes};
    int64_t same =
        store_integer(store, "SELECT sql = ?2 FROM sqlite_master WHERE type = 'view' AND name = ?1",
                      values, 2, -1);
    int result = 0;
    if (same != 1) {
        buffer_print(&drop, "DROP VIEW IF EXISTS \"%s\"", view.bytes);
        result = store_execute(store, drop.bytes);
        if (result == 0)
            result = run(store, origin, sql.bytes);
    }
    buffer_free(&view);
    buffer_free(&sql);
    buffer_free(&drop);
    return result;
}

int kind_views_make_current(struct store *store, const struct kind_table *table)
{
    struct buffer query = BUFFER_EMPTY;
    buffer_text(&query, "SELECT r.submission, r.ordinal, r.parent, r.line");
    for (size_t i = 0; i < table->column_count; i++)
        buffer_print(&query, ", r.\"%s\"", table->columns[i].name);
    buffer_print(&query,
                 ", s.sender AS submission_sender, s.period AS submission_period,"
                 " s.file AS submission_file FROM \"%s\" AS r JOIN submission AS s"
                 " ON s.id = r.submission"
                 " WHERE s.state = 'accepted' AND s.superseded_by IS NULL",
                 table->name);
    int result = keep_view(store, table->name, table->name, query.bytes);
    buffer_free(&query);
    return result;
}

/* A view may read one that is made after it, so they are all made before any is checked; a mistake
 * in one undoes them all with the transaction. */
int kind_views_make_stored(struct store *store, const struct kind_set *kinds)
{
    for (size_t i = 0; i < kind_set_count(kinds); i++) {
        const struct kind *kind = kind_set_at(kinds, i);
        for (size_t j = 0; j < kind->stored_view_count; j++)
            if (keep_view(store, kind->stored_views[j].origin, kind->stored_views[j].name,
                          kind->stored_views[j].sql) != 0)
                return -1;
    }
    for (size_t i = 0; i < kind_set_count(kinds); i++) {
        const struct kind *kind = kind_set_at(kinds, i);
        for (size_t j = 0; j < kind->stored_view_count; j++)
            if (store_check(store, kind->stored_views[j].origin, kind->stored_views[j].sql) != 0)
                return -1;
    }
    return 0;
}

/* A staged view is a table, filled when all is staged: many rules read it, and it is read from the
 * staged tables once. */
int kind_views_make_staged(struct store *store, const struct kind *kind)
{
    int result = 0;
    for (size_t i = 0; i < kind->view_count && result == 0; i++) {
        const struct kind_view *view = &kind->views[i];
        struct buffer sql = BUFFER_EMPTY;
        buffer_print(&sql,
                     "DROP TABLE IF EXISTS temp.\"staged_%s\";"
                     "CREATE TEMP TABLE \"staged_%s\" AS SELECT * FROM (%s) WHERE 0",
                     view->name, view->name, view->sql);
        result = store_check(store, view->origin, view->sql);
        if (result == 0)
            result = store_execute(store, sql.bytes);
        buffer_free(&sql);
    }
    return result;
}

int kind_views_fill(struct store *store, const struct kind_view *view)
{
    struct buffer sql = BUFFER_EMPTY;
    buffer_print(&sql, "INSERT INTO temp.\"staged_%s\" %s", view->name, view->sql);
    int result = store_execute(store, sql.bytes);
    buffer_free(&sql);
    return result;
}
