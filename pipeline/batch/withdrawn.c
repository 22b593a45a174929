/* Who finds a certificate in published/ takes it for one in force. The ledger changes first, then
 * the files go, and what the table output says of them last: killed in between, the next run finds
 * it there and ends the work. Called by certificate.c as soon as one is voided or replaced, and by
 * run.c. */
#include "batch/withdrawn.h"

#include <stdlib.h>

#include "base/file.h"
#include "store/store.h"

/* An item is named by its certificate's number behind the '#' (item_name.h). */
#define OUT_OF_FORCE                                                                               \
    "SELECT path FROM output"                                                                      \
    " JOIN certificate ON certificate.number = substr(item, instr(item, '#') + 1)"                 \
    "  AND item GLOB certificate.publication || '/*'"                                              \
    " WHERE path GLOB 'published/*' AND certificate.state IN ('voided', 'replaced')"

static int remove_files(struct session *session, size_t *count)
{
    struct query *query;
    if (store_query(session->workspace->store, __func__, OUT_OF_FORCE " ORDER BY path", &query) !=
        0)
        return -1;
    int step;
    while ((step = query_step(query)) == 1) {
        char *path = workspace_path(session->workspace, query_text(query, 0));
        int removed = file_remove(path);
        free(path);
        if (removed != 0)
            break;
        ++*count;
    }
    query_done(query);
    return step == 0 ? 0 : -1;
}

static int forget_files(struct session *session)
{
    struct store *store = session->workspace->store;
    if (store_begin(store) != 0)
        return -1;
    if (store_run(store, "DELETE FROM output WHERE path IN (" OUT_OF_FORCE ")", NULL, 0) >= 0)
        return store_commit(store);
    store_rollback(store);
    return -1;
}

int withdrawn_remove(struct session *session)
{
    size_t count = 0;
    if (remove_files(session, &count) != 0)
        return -1;
    if (count == 0)
        return 0;
    char *folder = workspace_path(session->workspace, "published");
    int result = file_sync_system(folder);
    free(folder);
    if (result == 0)
        result = forget_files(session);
    session->withdrawn += count;
    return result;
}
