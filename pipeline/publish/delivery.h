/* Delivery: products in item order, synced to disk in batches and only then handed to done(), so
 * that what batch/ records as made is there after a power failure. Private to publish/. */
#ifndef YINFA_PUBLISH_DELIVERY_H
#define YINFA_PUBLISH_DELIVERY_H

#include "publish/product.h"

struct delivery;

/* `total`: products to come, for the progress shown. Ended with delivery_close(). */
struct delivery *delivery_open(const struct edition *edition, size_t total);

/* Takes over the product. -1: reported; the product is freed then too. */
int delivery_add(struct delivery *delivery, struct product *product);

/* Hands over what waits and frees the delivery. -1: reported. */
int delivery_close(struct delivery *delivery);

#endif
