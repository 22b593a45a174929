/* <table>, <column> and <view> of kind.xml. Private to definitions/. */
#ifndef YINFA_DEFINITIONS_KIND_TABLE_H
#define YINFA_DEFINITIONS_KIND_TABLE_H

#include "definitions/definition.h"
#include "definitions/kind.h"
#include "definitions/kind_labels.h"

/* The tables of a kind, in the definition's arena; mistakes go to its findings. `labels` is NULL if
 * the schema could not be read: then paths are checked for their form only. `kind` has its labels
 * and receives the tables. */
void kind_table_read(const struct definition *definition, const struct kind_labels *labels,
                     struct kind *kind);

/* The <view>s of a kind; after its tables, whose names they may not have. */
void kind_table_read_views(const struct definition *definition, struct kind *kind);

/* Checks a path of kind.xml at `node`: its form, and that the schema has it. `record` is what it is
 * relative to ("." = root); `element` forbids attributes. */
void kind_table_check_path(const struct definition *definition, const xmlNode *node,
                           const struct kind_labels *labels, const char *schema_path,
                           const char *record, const char *path, bool element);

#endif
