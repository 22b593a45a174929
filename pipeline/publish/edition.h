/* An edition: one publication under one set of parameters, being made. Holds what all its items
 * share: compiled stylesheets, images, the folder, the list of items. Private to publish/. */
#ifndef YINFA_PUBLISH_EDITION_H
#define YINFA_PUBLISH_EDITION_H

#include "base/arena.h"
#include "base/digest.h"
#include "publish/images.h"
#include "publish/item.h"
#include "publish/publisher.h"
#include "publish/stylesheet.h"
#include "type/coverage.h"

/* The last tree that was made to see what it includes: the gate, the question what is up to date
 * and the making of an item ask for the same one. */
struct surveyed_tree {
    const struct publication *publication;
    const struct stylesheet *by;
    char rows_digest[DIGEST_HEX_SIZE]; /* of the composition it was made of */
    xmlDoc *tree;                      /* NULL: none is kept */
};

/* What the process keeps between editions. */
struct publisher {
    struct workspace *workspace;
    struct store *store; /* the workspace's, or a worker's own */
    struct font_set *fonts;
    const struct publication_set *publications; /* what may be included; NULL: nothing */
    struct coverage *coverage; /* what the fonts can draw, remembered over editions */
    char fonts_digest[DIGEST_HEX_SIZE];
    char program_digest[DIGEST_HEX_SIZE];
    struct lasting *lasting;         /* kept by the formatter from document to document */
    struct stylesheet **stylesheets; /* compiled so far */
    char **stylesheet_paths;
    size_t stylesheet_count;
    struct surveyed_tree surveyed;
};

struct edition {
    struct publisher *publisher;
    const struct publish_request *request;
    struct arena *arena;
    struct item_list items;
    struct stylesheet **stylesheets; /* one per output of the publication; NULL: needs none */
    struct finding_list *findings;   /* of the stylesheets; an error: nothing can be made */
    struct images *images;
    char stylesheet_digest[DIGEST_HEX_SIZE];
    const char *folder; /* where files are written */
    const char *known;  /* the same as outputs are known by: below the workspace, or absolute */
};

/* Lists the items and compiles what is needed. `items_only`: no stylesheets. A request that nothing
 * is to be made of needs no folder. -1: reported. Closed with edition_close(). */
int edition_open(struct publisher *publisher, const struct publish_request *request,
                 bool items_only, struct edition **edition);
void edition_close(struct edition *edition);

/* Computes the stored views that the publication's queries read, once for this connection. */
int edition_settle_views(struct store *store, const struct publication *publication);

/* The resolved folder that holds the publication's folder, and with it common/; from now on files
 * below it may be read. The caller frees. */
char *edition_root(const struct publication *publication);

/* The compiled stylesheet of an output, kept by the publisher; NULL: `where` has the findings. */
struct stylesheet *edition_stylesheet(struct publisher *publisher,
                                      const struct publication_output *output, const char *root,
                                      const struct stylesheet_where *where);

/* Whether the item with that index belongs to the shard asked for. */
bool edition_has(const struct edition *edition, size_t index);

#endif
