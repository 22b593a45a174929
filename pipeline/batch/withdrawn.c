/* What lies in published/ is taken for what is in force, and is printed and sent: files of voided
 * certificates and of items that are named no more (a ticket of a seat that nobody has now) must
 * leave it. The ledger or the rows change first, then the files go, and what the database says of
 * them last: killed in between, the next run finds it there and ends the work. Called by
 * certificate.c as soon as a certificate is out of force, by items.c and by run.c. */
#include "batch/withdrawn.h"

#include "base/file.h"
#include "publish/item.h"
#include "store/store.h"

/* What to withdraw: a query for paths of the table output, and its values in the order in which
 * they come in it. */
struct choice {
    const char *paths;
    const char *const *names, *const *values;
    size_t count;
    const char *afterwards; /* a statement in the same transaction, without values; NULL: none */
};

/* Removes the files and counts them. */
static int remove_files(struct session *session, const struct choice *choice, size_t *removed)
{
    struct query *query;
    *removed = 0;
    if (store_query(session->workspace->store, __func__, choice->paths, &query) != 0)
        return -1;
    for (size_t i = 0; i < choice->count; i++)
        query_bind_text(query, choice->names[i], choice->values[i]);
    int step;
    while ((step = query_step(query)) == 1) {
        if (file_remove(session_path(session, query_text(query, 0))) != 0)
            break;
        ++*removed;
    }
    query_done(query);
    return step == 0 ? 0 : -1;
}

static int withdraw(struct session *session, const struct choice *choice, const char *folder,
                    size_t *removed)
{
    struct store *store = session->workspace->store;
    if (remove_files(session, choice, removed) != 0)
        return -1;
    if (*removed == 0)
        return 0;
    if (file_sync_system(session_path(session, folder)) != 0 || store_begin(store) != 0)
        return -1;
    char *text =
        arena_print(session->arena, "DELETE FROM output WHERE path IN (%s)", choice->paths);
    if (store_run(store, text, choice->values, choice->count) >= 0 &&
        (!choice->afterwards || store_execute(store, choice->afterwards) == 0))
        return store_commit(store);
    store_rollback(store);
    return -1;
}

/* --- Certificates out of force ---------------------------------------------------------------- */

int withdrawn_remove(struct session *session)
{
    /* An item is named by its certificate's number behind the '#' (item_name.h). */
    static const struct choice out_of_force = {
        .paths = "SELECT path FROM output"
                 " JOIN certificate ON certificate.number = substr(item, instr(item, '#') + 1)"
                 "  AND item GLOB certificate.publication || '/*'"
                 " WHERE path GLOB 'published/*' AND certificate.state IN ('voided', 'replaced')",
        .afterwards = "DELETE FROM item WHERE name NOT IN (SELECT item FROM output)"
                      " AND EXISTS (SELECT 1 FROM certificate"
                      "  WHERE number = substr(name, instr(name, '#') + 1)"
                      "   AND name GLOB publication || '/*' AND state IN ('voided', 'replaced'))"};
    size_t removed;
    int result = withdraw(session, &out_of_force, "published", &removed);
    session->withdrawn += removed;
    return result;
}

/* --- Items named no more ---------------------------------------------------------------------- */

int withdrawn_begin(struct session *session)
{
    return store_execute(session->workspace->store,
                         "CREATE TEMP TABLE IF NOT EXISTS named (item TEXT PRIMARY KEY)"
                         " WITHOUT ROWID; DELETE FROM named");
}

int withdrawn_note(struct session *session, const char *item)
{
    return store_run(session->workspace->store,
                     "INSERT OR IGNORE INTO temp.named (item) VALUES (?1)", &item, 1) < 0
               ? -1
               : 0;
}

/* Items that never came to a file are forgotten as well. */
static int forget_items(struct session *session, const char *first, const char *end)
{
    struct store *store = session->workspace->store;
    static const char *const deletions[] = {"DELETE FROM finding WHERE item > ?1 AND item < ?2"
                                            " AND item NOT IN (SELECT item FROM temp.named)",
                                            "DELETE FROM item WHERE name > ?1 AND name < ?2"
                                            " AND name NOT IN (SELECT item FROM temp.named)"
                                            " AND name NOT IN (SELECT item FROM output)"};
    const char *values[] = {first, end};
    if (store_begin(store) != 0)
        return -1;
    for (size_t i = 0; i < sizeof deletions / sizeof *deletions; i++)
        if (store_run(store, deletions[i], values, 2) < 0) {
            store_rollback(store);
            return -1;
        }
    return store_commit(store);
}

int withdrawn_unnamed(struct session *session, const struct publication *publication,
                      const struct parameter_values *values, const char *folder)
{
    const char *whole = item_name(publication, values, NULL, session->arena);
    /* The names of its items begin with this, '#', and their key; '$' follows '#'. */
    const char *first = arena_print(session->arena, "%s#", whole);
    const char *end = arena_print(session->arena, "%s$", whole);
    const char *below = arena_print(session->arena, "%s/", folder);
    static const char *const names[] = {"first", "end", "below"};
    const char *const bound[] = {first, end, below};
    const struct choice unnamed = {
        .paths =
            "SELECT path FROM output WHERE item > :first AND item < :end"
            " AND substr(path, 1, length(:below)) = :below"
            " AND item NOT IN (SELECT item FROM temp.named)"
            " AND item NOT IN (SELECT item FROM certificate_file)", /* in force or not: above */
        .names = names,
        .values = bound,
        .count = 3};
    size_t removed;
    if (withdraw(session, &unnamed, folder, &removed) != 0)
        return -1;
    session->left_over += removed;
    return forget_items(session, first, end);
}
