/* What libxml2 and libxslt report while a stylesheet is compiled or applied, turned into findings
 * with the stylesheet's name and line. Their reports go to process-wide hooks, so one diagnostics
 * is active at a time, between diagnostics_begin() and diagnostics_end(). */
#ifndef YINFA_PUBLISH_DIAGNOSTICS_H
#define YINFA_PUBLISH_DIAGNOSTICS_H

#include <libxslt/xsltInternals.h>

#include "base/finding.h"

struct diagnostics {
    struct finding_list *findings;
    const char *kind;   /* publication; NULL while compiling */
    const char *record; /* the item's key; NULL = none */
    const char *sheet;  /* path of the stylesheet, for what comes without a place */
    const char *root;   /* resolved stylesheets folder: names are shown from it on */

    xsltTransformContext *transform; /* while applying: knows the instruction that runs */
    char *file; /* where the next text belongs (libxslt says place and text apart) */
    long line;
    struct buffer text; /* a message that has not ended yet */
    struct buffer told; /* the last fault of a stylesheet that was reported, and its place */
};

/* Routes the libraries' reports here until diagnostics_end(), which also releases what was kept. */
void diagnostics_begin(struct diagnostics *diagnostics);
void diagnostics_end(struct diagnostics *diagnostics);

/* Also takes the reports of one application, and its running instruction as their place. */
void diagnostics_listen(struct diagnostics *diagnostics, xsltTransformContext *transform);

/* Adds a finding about a node of a stylesheet; the argument fills {1} and may be NULL. */
void diagnostics_report(struct diagnostics *diagnostics, const struct message *message,
                        const xmlNode *node, const char *argument);

/* `path` as findings show it: "stylesheets/target-list/target-list.xsl" if it lies below `root`,
 * else unchanged. Appended to `out`. */
void diagnostics_write_name(struct buffer *out, const char *root, const char *path);

#endif
