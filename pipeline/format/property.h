/* From attributes to traits: parsing, shorthands, inheritance, and a cache, because the rows of a
 * table repeat the same few attribute lists. */
#ifndef YINFA_FORMAT_PROPERTY_H
#define YINFA_FORMAT_PROPERTY_H

#include <libxml/tree.h>

#include "format/report.h"
#include "format/traits.h"
#include "type/font_set.h"

struct properties;

/* A resolver for any number of documents, one after the other. Freed with property_free(). */
struct properties *property_new(struct font_set *fonts);
void property_free(struct properties *properties);

/* A document begins: its findings go to `report`; unsupported properties are refused unless
 * `relaxed`. There is no opener until it is set. */
void property_begin(struct properties *properties, struct report *report, bool relaxed);

/* The memory that traits take up so far. */
size_t property_bytes(const struct properties *properties);

/* Called for an object that has a background-image: the image as an area that lives as long as the
 * document, or NULL once it has been reported at `node`. Without an opener there are no background
 * images. */
typedef const struct area *property_open_image(void *state, const xmlNode *node, const char *value,
                                               const struct traits *traits);
void property_set_opener(struct properties *properties, property_open_image *open, void *state);

/* The initial values: the parent of fo:root. */
const struct traits *property_initial(const struct properties *properties);

/* The traits of `node` below an object with traits `parent`; borrowed, good until the resolver is
 * freed. Equal attributes below an equal parent give the same pointer; what differs on every node
 * (id, ref-id, src, character) is read by property_attribute(). Findings are reported for `node`,
 * once in a document for each distinct attribute list. */
const struct traits *property_resolve(struct properties *properties, const xmlNode *node,
                                      const struct traits *parent);

/* The same for an object in a table column with traits `column`: for from-table-column(). */
const struct traits *property_resolve_in_column(struct properties *properties, const xmlNode *node,
                                                const struct traits *parent,
                                                const struct traits *column);

/* The value of an attribute in no namespace, borrowed from the node; NULL if absent. */
const char *property_attribute(const xmlNode *node, const char *name);

#endif
