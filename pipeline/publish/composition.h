/* The data document: what the queries of a publication say about one item, as the XML that its
 * stylesheets see; with its digest, the document's title and its date. */
#ifndef YINFA_PUBLISH_COMPOSITION_H
#define YINFA_PUBLISH_COMPOSITION_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/digest.h"
#include "publish/item.h"
#include "publish/stylesheet.h"
#include "type/coverage.h"

/* What is asked for: which item of which publication. */
struct composition_request {
    struct store *store;
    const struct publication *publication;
    const struct parameter_values *values;
    const struct item *item;
    const char *annex; /* it is bound in as the annex of that number, "" = the only one; NULL: no */
    struct coverage
        *naming; /* characters it cannot draw are named, ［U+XXXX］; NULL: text as it is */
};

/* Called for each row of each query, in order. */
typedef int composition_row(void *state, const struct publication_query *definition,
                            struct query *row);

/* Runs every query of the publication but those of each and ledger. -1: reported. */
int composition_visit(const struct composition_request *request, composition_row *row, void *state);

struct composition {
    xmlDoc *document;             /* NULL if not asked for */
    char digest[DIGEST_HEX_SIZE]; /* over all rows, streamed ones too, and the parameters */
    const char *title;            /* in the arena */
    const char *date;             /* in the arena; NULL: none */
};

/* Digest, title and date; with `build` also the document, without the rows that `stylesheet`
 * streams (NULL: all rows). The caller releases it with composition_free(). -1: reported. */
int composition_read(const struct composition_request *request, bool build,
                     const struct stylesheet *stylesheet, struct arena *arena,
                     struct composition *composition);
void composition_free(struct composition *composition);

/* Appends <row column="…"/> for the current row of `row` to `parent`; the column that the
 * definition says is XML becomes a child element. `naming` as in the request, for attributes. */
int composition_add_row(xmlNode *parent, const struct publication_query *definition,
                        struct query *row, struct coverage *naming);

#endif
