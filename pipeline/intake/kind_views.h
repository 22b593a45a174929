/* The views of a kind, made from its kind.xml: current_TABLE for each of its tables (rows that are
 * accepted and not superseded), current_VIEW for each stored <view>, staged_VIEW for each of those
 * over the file being examined. Private to intake/. All return -1 after reporting. */
#ifndef YINFA_INTAKE_KIND_VIEWS_H
#define YINFA_INTAKE_KIND_VIEWS_H

#include "definitions/kind.h"
#include "store/store.h"

/* The view current_TABLE; the table is there. */
int kind_views_make_current(struct store *store, const struct kind_table *table);

/* The stored views of all kinds, when all tables are there: they may read one another's. */
int kind_views_make_stored(struct store *store, const struct kind_set *kinds);

/* The tables behind a kind's staged views, empty. */
int kind_views_make_staged(struct store *store, const struct kind *kind);

/* Fills a staged view from what is staged; once, in the order of the kind's views. */
int kind_views_fill(struct store *store, const struct kind_view *view);

#endif
