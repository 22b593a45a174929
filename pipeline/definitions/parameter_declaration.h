/* <parameter> elements of publications and jobs, and the {name} patterns over them. Private to
 * definitions/. */
#ifndef YINFA_DEFINITIONS_PARAMETER_DECLARATION_H
#define YINFA_DEFINITIONS_PARAMETER_DECLARATION_H

#include "definitions/definition.h"
#include "definitions/parameter.h"

/* The parameters declared below the definition's root, in its arena. */
const struct parameter *parameter_declaration_read(const struct definition *definition,
                                                   size_t *count);

/* The declared parameter of that name, NULL if there is none. */
const struct parameter *parameter_declaration_lookup(const struct parameter *parameters,
                                                     size_t count, const char *name);

/* Finds mistakes in a pattern written at `node`: braces that do not pair and, unless `open` (names
 * may also be columns of a query, which only running it tells), names that are not declared. */
void parameter_declaration_check_pattern(const struct definition *definition, const xmlNode *node,
                                         const char *pattern, const struct parameter *parameters,
                                         size_t count, bool open);

#endif
