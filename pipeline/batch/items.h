/* Items: what was made from what. The only place that decides whether an item must be made again,
 * and the only writer of the tables item and output. */
#ifndef YINFA_BATCH_ITEMS_H
#define YINFA_BATCH_ITEMS_H

#include "batch/session.h"

/* Why an item must be made; ITEM_CURRENT and ITEM_PRINTED: it need not. */
enum item_reason {
    ITEM_CURRENT,
    ITEM_PRINTED,    /* a printed certificate: it never is again, at most put back */
    ITEM_NEW,        /* never made, or not in this folder */
    ITEM_FAILED,     /* failed the last time */
    ITEM_ROWS,       /* its rows changed */
    ITEM_STYLESHEET, /* its publication or stylesheets changed */
    ITEM_FONTS,      /* the font set changed */
    ITEM_PROGRAM,    /* the formatter's version changed */
    ITEM_OUTPUT,     /* a file of it is missing or was altered */
    ITEM_FORCED      /* --force */
};

/* Makes what must be made of a publication into `folder` (below the workspace, or absolute) and
 * records it; findings of items are printed and stored. 0, or -1 on a failure of the program. */
int items_publish(struct session *session, const struct publication *publication,
                  const struct parameter_values *values, const char *folder);

/* Why `item` would have to be made into `folder` now. */
enum item_reason items_reason(struct session *session, const struct publish_item *item,
                              const char *folder);

/* The reason in words; the same for the name that the table item stores. */
const char *item_reason_wording(enum item_reason reason);
const char *item_reason_wording_of(const char *name);

#endif
