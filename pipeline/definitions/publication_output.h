/* <output> of publication.xml. Private to definitions/. */
#ifndef YINFA_DEFINITIONS_PUBLICATION_OUTPUT_H
#define YINFA_DEFINITIONS_PUBLICATION_OUTPUT_H

#include "definitions/definition.h"
#include "definitions/publication.h"

/* The outputs of a publication whose parameters, queries and each are read already. */
void publication_output_read(const struct definition *definition, struct publication *publication);

/* when="parameter=value" of a node, split; nothing is set where there is none. */
void publication_when_read(const struct definition *definition, const xmlNode *node,
                           const struct publication *publication, const char **name,
                           const char **value);

#endif
