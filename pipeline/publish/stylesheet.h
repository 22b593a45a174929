/* A stylesheet compiled once per process, its closure and its application; together with
 * stylesheet_loader.c and diagnostics.c the only code that calls libxslt. A stylesheet may neither
 * write nor use the network; it reads (xsl:include, xsl:import, document('literal')) only files
 * below the folders that xml_allow_folder() knows. */
#ifndef YINFA_PUBLISH_STYLESHEET_H
#define YINFA_PUBLISH_STYLESHEET_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/buffer.h"
#include "base/finding.h"

struct stylesheet;

/* Whom findings speak of. */
struct stylesheet_where {
    const char *kind;   /* publication */
    const char *record; /* item key; NULL = none */
    struct finding_list *findings;
};

/* Prepares libxslt for the process; may be called again. */
void stylesheet_install(void);

/* Compiles the stylesheet at `path`; `root` is the resolved folder from which names are shown. NULL
 * with findings if anything is wrong. Freed with stylesheet_free(). */
struct stylesheet *stylesheet_read(const char *path, const char *root,
                                   const struct stylesheet_where *where);
void stylesheet_free(struct stylesheet *stylesheet);

/* SHA-256 over the names and bytes of every file the stylesheet is made of or may read. */
const char *stylesheet_digest(const struct stylesheet *stylesheet);

/* How findings name it: "stylesheets/target-list/target-list.xsl". */
const char *stylesheet_name(const struct stylesheet *stylesheet);

/* Whether it takes the query row by row (y:rows), so that the rows are not part of the data
 * document; whether it does so in this mode (NULL: none); whether it does so with any query. */
bool stylesheet_streams(const struct stylesheet *stylesheet, const char *query);
bool stylesheet_streams_in(const struct stylesheet *stylesheet, const char *query,
                           const char *mode);
bool stylesheet_is_streaming(const struct stylesheet *stylesheet);

/* Whether it may ask for other publications (y:publication, see inclusion.h). */
bool stylesheet_includes(const struct stylesheet *stylesheet);

/* Applies it to a data document; the caller frees the result with xmlFreeDoc(). NULL with findings
 * if it could not be applied wholly. */
xmlDoc *stylesheet_apply(struct stylesheet *stylesheet, xmlDoc *data,
                         const struct stylesheet_where *where);

/* Applies the templates of `mode` (NULL: no mode) to the elements /data/rows/row alone. `mode` must
 * be one that a y:rows of the stylesheet names. */
xmlDoc *stylesheet_apply_rows(struct stylesheet *stylesheet, xmlDoc *data, const char *mode,
                              const struct stylesheet_where *where);

/* Appends a result to `out` as xsl:output says (HTML, XML, text). -1 without a report if the result
 * cannot be written so. */
int stylesheet_serialise(struct stylesheet *stylesheet, xmlDoc *result, struct buffer *out);

#endif
