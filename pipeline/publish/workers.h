/* Workers: processes that make the items of an edition side by side. Private to publish/. */
#ifndef YINFA_PUBLISH_WORKERS_H
#define YINFA_PUBLISH_WORKERS_H

#include "publish/delivery.h"

/* An item to deliver. */
struct worker_item {
    size_t index;            /* in the edition's list */
    bool wanted;             /* else it is delivered as it is: up to date or faulty */
    struct product *product; /* not wanted: what to deliver; else NULL */
};

/* Makes the wanted ones in `count` processes and delivers all in order. Products in `items` are
 * taken over. -1: a failure of the program (reported). */
int workers_run(const struct edition *edition, unsigned count, struct worker_item *items,
                size_t item_count, struct delivery *delivery);

#endif
