/* The program's own schema and its versions. Private to store/; store_open() calls it. */
#ifndef YINFA_STORE_SCHEMA_H
#define YINFA_STORE_SCHEMA_H

#include "store/store.h"

/* Brings the database to the newest version: step i (0-based) leads from version i to i + 1, each
 * in a transaction of its own together with the version number (PRAGMA user_version), so that a
 * crash leaves a whole version. A newer version than `count`, another program's database, and an
 * older one when `mode` is STORE_READ are refused. -1: reported. */
int store_schema_prepare(struct store *store, const char *path, enum store_mode mode,
                         const char *const *steps, size_t count);

/* The program's steps. */
extern const char *const store_schema_steps[];
extern const size_t store_schema_step_count;

#endif
