/* Delivery: one syncfs for up to 64 items costs what one item's fsync would. Called by publish.c
 * and workers.c, always in the process that asked for the edition. */
#include "publish/delivery.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/progress.h"

enum { BATCH_ITEMS = 64 };

struct delivery {
    const struct edition *edition;
    struct product *waiting[BATCH_ITEMS];
    size_t count;
    size_t delivered;
    struct progress *progress; /* NULL: a single item shows none */
};

struct delivery *delivery_open(const struct edition *edition, size_t total)
{
    struct delivery *delivery = memory_new(1, sizeof *delivery);
    delivery->edition = edition;
    if (total > 1) {
        struct buffer title = BUFFER_EMPTY;
        parameter_fill(&title, edition->request->publication->title, edition->request->values,
                       false);
        delivery->progress = progress_begin(buffer_string(&title), total);
        buffer_free(&title);
    }
    return delivery;
}

static int sync_waiting(const struct delivery *delivery)
{
    for (size_t i = 0; i < delivery->count; i++)
        if (delivery->waiting[i]->made)
            return file_sync_system(delivery->edition->folder);
    return 0;
}

static int hand_over(struct delivery *delivery)
{
    const struct publish_request *request = delivery->edition->request;
    int status = sync_waiting(delivery);
    for (size_t i = 0; i < delivery->count; i++) {
        struct product *product = delivery->waiting[i];
        if (status == 0 && request->done)
            request->done(request->state, &product->item, product->made, product->outputs,
                          product->output_count, product->date, product->findings);
        product_free(product);
        delivery->delivered++;
    }
    delivery->count = 0;
    if (delivery->progress)
        progress_step(delivery->progress, delivery->delivered);
    return status;
}

int delivery_add(struct delivery *delivery, struct product *product)
{
    delivery->waiting[delivery->count++] = product;
    return delivery->count == BATCH_ITEMS ? hand_over(delivery) : 0;
}

int delivery_close(struct delivery *delivery)
{
    int status = hand_over(delivery);
    if (delivery->progress)
        progress_end(delivery->progress);
    free(delivery);
    return status;
}
