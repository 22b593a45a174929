/* What a kind's XSD says about its elements: which there are, and how a clerk calls them. Private
 * to definitions/. */
#ifndef YINFA_DEFINITIONS_KIND_LABELS_H
#define YINFA_DEFINITIONS_KIND_LABELS_H

#include "definitions/definition.h"
#include "definitions/kind.h"

/* Everything below one root element that the schema declares, sorted by path (strcmp). */
struct kind_labels {
    const struct kind_label *items; /* label NULL: declared, but without a Chinese documentation */
    size_t count;
    bool complete; /* false: the schema uses what is not followed here (import, include, any …), so
                    * that a path not found may exist all the same. An element within one of its
                    * own kind is noted, but not entered again */
};

/* Reads the schema at `schema_path`. `node` is where kind.xml names root and namespace, for
 * mistakes. -1: found wrong. Strings in the definition's arena. */
int kind_labels_read(const struct definition *definition, const xmlNode *node,
                     const char *schema_path, const char *name_space, const char *root,
                     struct kind_labels *labels);

/* The entry of exactly that path, NULL if there is none; of "//a/b" the first that ends so. */
const struct kind_label *kind_labels_at(const struct kind_label *items, size_t count,
                                        const char *path);

/* Whether an element `name` may stand within another of that name. */
bool kind_labels_nest(const struct kind_labels *labels, const char *name);

#endif
