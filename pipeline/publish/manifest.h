/* The manifest of a worker: what became of its items, one after the other, as tab-separated lines.
 *
 *   item     NAME  MADE(0|1)  ROWS_DIGEST  STYLESHEET_DIGEST  DATE
 *   output   PATH  FORMAT  SHA256  SIZE  MODE(octal)      none or more
 *   finding  the fields of struct finding, in order       none or more
 *   end
 *
 * or, when the worker died on the item, whatever it had written and then
 *
 *   died     NAME  HOW
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

/* Appends the line that says at which item and how a worker ended (its wait status); the how alone.
 */
void manifest_write_death(struct buffer *out, const char *name, int status);
void manifest_write_status(struct buffer *out, int status);

enum manifest_end {
    MANIFEST_WHOLE,  /* the product was read */
    MANIFEST_DIED,   /* the worker died on it; `how` says how */
    MANIFEST_CUT,    /* the stream ended */
    MANIFEST_FOREIGN /* not a manifest, or another item's */
};

/* Reads one product's lines into a product that product_new() made for the item. Unless they are
 * whole the product is to be freed. */
enum manifest_end manifest_read(FILE *in, const struct edition *edition, struct product *product,
                                struct buffer *how);

#endif
