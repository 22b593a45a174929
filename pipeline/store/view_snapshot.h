/* Stored views, computed once for many queries. A publication asks the same views again and again,
 * and a view over views computes all below it each time; here their rows are put into temporary
 * tables of the same name, which hide the views from this connection's queries. publish/ takes
 * the snapshot, and drops it when rows were taken in. */
#ifndef YINFA_STORE_VIEW_SNAPSHOT_H
#define YINFA_STORE_VIEW_SNAPSHOT_H

#include "store/store.h"

/* Makes the tables of the stored views that `sql` names, and of those that these read, unless they
 * are there already. A view current_TABLE of a kind's own table stays a view: it is looked up by
 * its keys. -1: reported. */
int view_snapshot_cover(struct store *store, const char *sql);

/* Drops them all. -1: reported. */
int view_snapshot_drop(struct store *store);

#endif
