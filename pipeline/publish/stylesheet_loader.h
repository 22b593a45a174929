/* Reading the files a stylesheet is made of: guarded, digested, and marked while they are still
 * trees, so that what the stylesheet makes can be traced back to its lines. Used by stylesheet.c.
 */
#ifndef YINFA_PUBLISH_STYLESHEET_LOADER_H
#define YINFA_PUBLISH_STYLESHEET_LOADER_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/digest.h"
#include "publish/diagnostics.h"

/* A file of the closure, in the order met. */
struct stylesheet_file {
    char *path; /* resolved */
    char *name; /* as findings show it */
    char sha256[DIGEST_HEX_SIZE];
};

/* A y:rows found in the closure. */
struct stylesheet_rows {
    char *query;
    char *mode; /* NULL = none */
};

struct stylesheet_closure {
    struct stylesheet_file *files;
    size_t file_count;
    struct stylesheet_rows *rows;
    size_t rows_count;
    bool includes; /* a y:publication was found */
};

/* Installs the loader and the security preferences for every later libxslt call. */
void stylesheet_loader_install(void);

/* Parses and marks the file at `path`; while `closure` is current (until the next call with NULL),
 * files that libxslt includes are read the same way. NULL with findings if it cannot be read. */
xmlDoc *stylesheet_loader_read(const char *path, struct stylesheet_closure *closure,
                               struct diagnostics *diagnostics);

/* Ends the reading begun by stylesheet_loader_read(). */
void stylesheet_loader_end(void);

/* The name of the mode in which "/" leads to /data/rows/row in `mode`; see stylesheet_apply_rows.
 * Appended to `out`. */
void stylesheet_loader_rows_mode(struct buffer *out, const char *mode);

/* Makes the closure the one whose documents document() may read while a stylesheet is applied. */
void stylesheet_loader_allow(const struct stylesheet_closure *closure);

void stylesheet_closure_free(struct stylesheet_closure *closure);

#endif
