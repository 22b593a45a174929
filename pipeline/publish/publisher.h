/* Publish: from a publication and its parameters to files: compose (SQL → XML → XSLT → XSL-FO, the
 * only user of libxslt), format, draw, an atomic file, a manifest line. Opens the database
 * read-only; what was made is handed back to batch/, the one writer, through manifests. */
#ifndef YINFA_PUBLISH_PUBLISHER_H
#define YINFA_PUBLISH_PUBLISHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/finding.h"
#include "definitions/publication.h"
#include "store/workspace.h"
#include "type/font_set.h"

struct publisher;

/* `workspace` may be open in any mode; only queries are run. `publications` are those that others
 * may include (NULL: none). Fonts and compiled stylesheets are kept for the publisher's life. Freed
 * with publisher_close(). */
struct publisher *publisher_open(struct workspace *workspace, struct font_set *fonts,
                                 const struct publication_set *publications);
void publisher_close(struct publisher *publisher);

/* One item of a publication: the whole of it, or one row in mode each. */
struct publish_item {
    const char *name; /* "target-list/year=2024", "enrolment-roster/year=2024#420100" */
    const char *key;  /* mode each: the row's key; else NULL */
    const char *rows_digest, *stylesheet_digest, *fonts_digest, *program_digest;
    const char *input_digest;    /* over the four */
    const char *const *included; /* items whose pages are part of it, in order, each once;
                                  * NULL-terminated; NULL: none */
};

/* A file made (or found up to date) for an item. */
struct publish_output {
    const char *item;
    const char *path;   /* as it will be known: below the workspace, or absolute */
    const char *format; /* "pdf", "csv" … */
    char sha256[65];
    uint64_t size;
    unsigned mode;
};

/* How batch/ answers: whether the item must be made. `reason` receives why, or why not. */
typedef bool publish_wanted(void *state, const struct publish_item *item);

/* Called for every item when it is finished; `made` false: it was up to date or failed (then
 * findings hold errors and there are no outputs). */
typedef void publish_done(void *state, const struct publish_item *item, bool made,
                          const struct publish_output *outputs, size_t output_count,
                          const char *date, const struct finding_list *findings);

struct ruler_report;

/* Called with what was measured of an item's output. */
typedef void publish_measured(void *state, const struct publish_item *item,
                              const struct ruler_report *report);

struct publish_request {
    const struct publication *publication;
    const struct parameter_values *values;
    const char *folder;     /* where files go: below the workspace; absolute: as it is */
    unsigned workers;       /* -j: processes; 0 or 1 = in this one */
    unsigned shard, shards; /* --shard K/N: items whose order number mod N = K-1; 0 shards = all */
    publish_wanted *wanted;
    publish_done *done;
    publish_measured *measured; /* set: outputs to be checked (check=) are made in memory, measured
                                 * and told; nothing is written, in this process */
    void *state;
};

/* To be called when rows were taken in: what was computed from those before is computed anew. */
int publisher_refresh(struct publisher *publisher);

/* The gate before printing: every character of every text the publication's rows hold, against the
 * fonts. Findings carry the record and code point. -1: failure; else the number of errors found. */
int publish_check(struct publisher *publisher, const struct publish_request *request,
                  struct finding_list *findings);

/* Makes what is wanted. 0, or -1 on a failure of the program. An item that fails (formatting error)
 * costs that item, not the run. With workers no transaction may be open on the workspace when it
 * begins; wanted() and done() are called in this process, in item order, and may open one. */
int publish_run(struct publisher *publisher, const struct publish_request *request);

/* Writes the data document a publication's stylesheets see (for `yinfa publish --data` and tests):
 * <data publication= …><parameter name= value=/><query name=><row col="…"/>…; in mode
 * each that of the first item (of the shard). */
int publish_write_data(struct publisher *publisher, const struct publish_request *request,
                       struct buffer *out);

#endif
