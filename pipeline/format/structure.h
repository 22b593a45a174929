/* From formatting objects to the structure of the document (ISO 32000-1 §14.8.4): a `role`
 * (XSL 1.1 §7.5.2) that is the name of a standard structure type is taken at its word, and
 * "artifact" keeps an object out of the structure; otherwise the object itself says what it is. All
 * functions return NULL where nothing is tagged, as inside artifacts; tags live in `arena`. */
#ifndef YINFA_FORMAT_STRUCTURE_H
#define YINFA_FORMAT_STRUCTURE_H

#include "format/formatter.h"

/* The language if it is written as BCP 47 §2.1 has it; else NULL: nothing is said about it. */
const char *structure_language(const char *language);

/* An fo:block or fo:block-container: by its role, else a paragraph if text stands in it. */
const struct structure_tag *structure_of_block(struct formatter *formatter, struct arena *arena,
                                               const xmlNode *node, const struct traits *traits);

/* An fo:inline: by its role, or a span if it is in another language than what is around. */
const struct structure_tag *structure_of_inline(struct formatter *formatter, struct arena *arena,
                                                const struct traits *traits,
                                                const struct traits *parent);

/* A graphic: a figure if it is described in words, by y:alternate-text, fox:alt-text, a role that
 * is no type, or else by `title`, what its content says of itself (may be NULL). An empty
 * description makes it decoration, an artifact; so does none at all, with a warning. */
const struct structure_tag *structure_of_graphic(struct formatter *formatter, struct arena *arena,
                                                 const xmlNode *node, const struct traits *traits,
                                                 const char *title);

#endif
