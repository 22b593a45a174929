/* What libxml2's XSD validator says, put into words for a clerk. Private to intake/. */
#ifndef YINFA_INTAKE_SCHEMA_FINDING_H
#define YINFA_INTAKE_SCHEMA_FINDING_H

#include <libxml/xmlerror.h>

#include "intake/examination.h"

/* Looks up the value of an attribute of the element being read; NULL: it has none of that name. The
 * text is in the examination's arena. */
typedef const char *schema_attribute_lookup(void *state, const char *name);

/* Adds a finding for `error` about the element at `spot` (its value: the element's text). */
void schema_finding_report(struct examination *examination, const xmlError *error,
                           const struct spot *spot, schema_attribute_lookup *attribute,
                           void *state);

#endif
