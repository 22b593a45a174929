/* The manifest of a worker: what became of its items, one after the other, as tab-separated lines.
 *
 *   item     NAME  MADE(0|1)  ROWS_DIGEST  DATE
 *   output   PATH  FORMAT  SHA256  SIZE  MODE(octal)      none or more
 *   finding  the fields of struct finding, in order       none or more
 *   end
 *
 * Tabs, line feeds and backslashes in a field are written \t \n \\; an absent field is \N. Private
 * to publish/. */
#ifndef YINFA_PUBLISH_MANIFEST_H
#define YINFA_PUBLISH_MANIFEST_H

#include <stdio.h>

#include "base/buffer.h"
#include "publish/product.h"

/* Appends the product's lines to `out`. */
void manifest_write(struct buffer *out, const struct product *product);

/* Reads one product's lines into a product that product_new() made for the item. 1: read; 0: the
 * stream ended before `end`; -1: what was read is not a manifest, or another item's. */
int manifest_read(FILE *in, const struct edition *edition, struct product *product);

#endif
