/* Schema: SQL files are put into the program by the assembler, so that the SQL stays something that
 * sqlite3 and people can read. store_schema.sql is step 1. A later change is another file and
 * another step: what databases in use have been given is never edited. */
#include "store/store_schema.h"

#include <stdio.h>

#include "store/store_messages.h"

enum { APPLICATION_ID = 0x59494E46 }; /* "YINF", PRAGMA application_id */

/* The path is seen from the project's top folder, where make compiles. */
#define SQL_FILE(name, path)                                                                       \
    __asm__(".pushsection .rodata\n"                                                               \
            ".global " #name "\n" #name ":\n"                                                      \
            ".incbin \"" path "\"\n"                                                               \
            ".byte 0\n"                                                                            \
            ".popsection\n");                                                                      \
    extern const char name[]

SQL_FILE(store_schema_sql, "pipeline/store/store_schema.sql");
SQL_FILE(attachment_schema_sql, "pipeline/store/attachment_schema.sql");
SQL_FILE(kinds_schema_sql, "pipeline/store/kinds_schema.sql");
SQL_FILE(ledger_schema_sql, "pipeline/store/ledger_schema.sql");
SQL_FILE(ledger_guard_schema_sql, "pipeline/store/ledger_guard_schema.sql");

const char *const store_schema_steps[] = {store_schema_sql, attachment_schema_sql, kinds_schema_sql,
                                          ledger_schema_sql, ledger_guard_schema_sql};
const size_t store_schema_step_count = sizeof store_schema_steps / sizeof *store_schema_steps;

static int take_step(struct store *store, const char *step, int64_t version)
{
    char number[96];
    snprintf(number, sizeof number, "PRAGMA application_id = %d; PRAGMA user_version = %lld",
             APPLICATION_ID, (long long)version);
    if (store_begin(store) != 0)
        return -1;
    if (store_execute(store, step) != 0 || store_execute(store, number) != 0) {
        store_rollback(store);
        return -1;
    }
    return store_commit(store);
}

int store_schema_prepare(struct store *store, const char *path, enum store_mode mode,
                         const char *const *steps, size_t count)
{
    int64_t application = store_integer(store, "PRAGMA application_id", NULL, 0, -1);
    int64_t version = store_integer(store, "PRAGMA user_version", NULL, 0, -1);
    if (application < 0 || version < 0)
        return -1; /* reported: not a database, or not readable */
    bool fresh = mode == STORE_CREATE && application == 0 && version == 0;
    if (!fresh && application != APPLICATION_ID)
        return failure(&MESSAGE_STORE_FOREIGN, path, NULL);

    char found[24], known[24];
    snprintf(found, sizeof found, "%lld", (long long)version);
    snprintf(known, sizeof known, "%zu", count);
    if ((size_t)version > count)
        return failure(&MESSAGE_STORE_NEWER, path, found, known, NULL);
    if ((size_t)version < count && mode == STORE_READ)
        return failure(&MESSAGE_STORE_OLDER, path, found, known, NULL);
    for (size_t at = (size_t)version; at < count; at++)
        if (take_step(store, steps[at], (int64_t)at + 1) != 0)
            return -1;
    return 0;
}
