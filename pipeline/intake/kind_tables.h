/* The tables of a kind, made from its kind.xml: TABLE (every row ever accepted, with submission,
 * ordinal, parent and line) and the temporary staged_TABLE (the file being examined); their views
 * are made by kind_views.c. Private to intake/. */
#ifndef YINFA_INTAKE_KIND_TABLES_H
#define YINFA_INTAKE_KIND_TABLES_H

#include "definitions/kind.h"
#include "store/store.h"

/* Makes what is missing, views included, adds columns that a definition has gained, refuses a
 * changed type, and checks every rule's SQL against the tables; nothing if the kind.xml files are
 * those it was last done for. -1: reported. */
int kind_tables_prepare(struct store *store, const struct kind_set *kinds);

/* Makes the empty staging tables and views of a kind, before its first file; in no transaction. */
int kind_tables_stage(struct store *store, const struct kind *kind);

/* Empties the staging tables and views of a kind. */
int kind_tables_clear_staging(struct store *store, const struct kind *kind);

/* Copies what is staged into the kind's tables as rows of `submission`. */
int kind_tables_insert(struct store *store, const struct kind *kind, int64_t submission);

#endif
