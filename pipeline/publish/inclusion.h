/* Publications included by reference. Where the stylesheet of a paged output wrote
 *     <y:publication name="target-list" annex="2" file="notice.xml" line="57">
 *       <y:parameter name="year" value="2024"/>
 *     </y:publication>
 * as a child of fo:root, the page sequences of that publication stand in the document: its rows
 * under those parameters, its first PDF stylesheet. `annex` is its number as an annex, "" for the
 * only one; it reaches the included stylesheet as /data/@annex. `file` and `line` (optional) say
 * where in the submission it is asked for: findings point there. One level deep, no publication
 * within itself, none of mode each. What is included is part of the including item's digests. In
 * outputs that are not paged, y:publication is the stylesheet's own business. */
#ifndef YINFA_PUBLISH_INCLUSION_H
#define YINFA_PUBLISH_INCLUSION_H

#include "publish/composition.h"
#include "publish/edition.h"

struct inclusion {
    const struct publication *publication;
    struct parameter_values values;
    struct item item;  /* "target-list/year=2024" */
    const char *annex; /* number, "" */
    xmlNode *node;     /* its y:publication; valid as long as the tree it was read from */
    struct finding where;
    struct stylesheet *stylesheet;
    const struct publication_output *output; /* the one whose pages are taken */
};

struct inclusion_list {
    struct inclusion *items; /* in the arena */
    size_t count;
};

/* What an item's paged outputs include, found by applying their stylesheets; nothing at all if none
 * of them writes y:publication. What cannot be included is left out: inclusion_insert() tells. The
 * nodes are not valid. -1: reported. */
int inclusion_survey(const struct edition *edition, const struct composition_request *request,
                     struct arena *arena, struct inclusion_list *list);

/* The tree that a survey has made of this publication, by this stylesheet, of rows with that
 * digest; the caller frees it. NULL: none is kept, apply the stylesheet. */
xmlDoc *inclusion_take_tree(struct publisher *publisher, const struct publication *publication,
                            const struct stylesheet *stylesheet, const char *rows_digest);

/* How the rows of one are asked for. */
struct composition_request inclusion_request(const struct edition *edition,
                                             const struct inclusion *inclusion);

/* Adds to the digests of the including item those of what it includes: rows and parameters to
 * `rows`; definitions, stylesheets and images to `stylesheets`. -1: reported. */
int inclusion_digest(const struct edition *edition, const struct inclusion_list *list,
                     struct arena *arena, struct digest *rows, struct digest *stylesheets);

/* Replaces every y:publication of the tree that `includer` made by its pages. What is wrong goes to
 * where->findings (then the tree must not be formatted). -1: a failure of the program, reported. */
int inclusion_insert(const struct edition *edition, const struct stylesheet *includer,
                     xmlDoc *result, const struct stylesheet_where *where, struct arena *arena);

#endif
