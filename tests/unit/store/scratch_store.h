/* A new database in a folder of its own; make_store and remove_store are setup and teardown. */
#ifndef YINFA_TESTS_STORE_SCRATCH_STORE_H
#define YINFA_TESTS_STORE_SCRATCH_STORE_H

#include "../base/scratch_folder.h"

#include "store/store.h"

static char path[SCRATCH_PATH_SIZE];
static struct store *store; /* open at `path`; a test may close it and set it to NULL */

static inline int make_store(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    return store_open(in_folder(path, "yinfa.db"), STORE_CREATE, &store);
}

static inline int remove_store(void **state)
{
    store_close(store);
    store = NULL;
    return remove_folder(state);
}

#endif
