/* A product: what becomes of one item of an edition, from its rows to its files. Private to
 * publish/. */
#ifndef YINFA_PUBLISH_PRODUCT_H
#define YINFA_PUBLISH_PRODUCT_H

#include "publish/composition.h"
#include "publish/edition.h"

struct product {
    struct arena *arena; /* holds everything below */
    struct publish_item item;
    struct composition composition; /* after product_compose() with `build` */
    const struct stylesheet *composed_for;
    const char *date;
    bool made;
    struct publish_output *outputs;
    size_t output_count;
    struct finding_list *findings;
};

/* The product of an item whose rows have not been read; freed with product_free(). */
struct product *product_new(const struct edition *edition, size_t index);
void product_free(struct product *product);

/* Sets the digests of rows and stylesheets (copied) and with them the input digest. */
void product_set_digests(const struct edition *edition, struct product *product,
                         const char *rows_digest, const char *stylesheet_digest);

/* Reads the rows: digests and date; with `build` also the data document. An item that cannot be
 * made gets its findings instead. -1: reported. */
int product_compose(const struct edition *edition, size_t index, bool build,
                    struct product *product);

/* Whether the item can still be made: no error was found. */
bool product_is_sound(const struct product *product);

/* Writes every output to a temporary file and, if nothing was found wrong, gives all their names.
 * The files are not synced. -1: a failure of the program (reported); otherwise see `made`. Where
 * the request wants outputs measured only, nothing is written and nothing made. */
int product_make(const struct edition *edition, size_t index, struct product *product);

#endif
