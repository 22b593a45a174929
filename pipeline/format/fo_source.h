/* Where the formatter gets its FO from, node by node, so that a table of a million rows is never
 * held whole: one source walks a tree; publish/ has another that runs a query's rows through
 * templates in chunks as the formatter asks for more. */
#ifndef YINFA_FORMAT_FO_SOURCE_H
#define YINFA_FORMAT_FO_SOURCE_H

#include <libxml/tree.h>

struct fo_source {
    void *state;

    /* The root fo:root element; borrowed for the source's life. */
    const xmlNode *(*root)(void *state);

    /* The child of `parent` after `previous` (NULL: the first), elements and text; NULL: no more,
     * or an error that the source has already reported (then `failed` is true). Borrowed until the
     * call that passes this node as `previous`: a streaming source may free it then, so whoever
     * needs a property later copies it. Node lines are those of the FO file, or of the stylesheet
     * that made the node. Below an element of another namespace (an SVG) the whole tree is there at
     * once, and may be walked as it is. */
    const xmlNode *(*next)(void *state, const xmlNode *parent, const xmlNode *previous);

    int (*failed)(void *state); /* 0 = all well */
};

/* A source that walks a document; nothing to free. `document` stays the caller's. */
struct fo_source fo_source_tree(const xmlDoc *document);

#endif
