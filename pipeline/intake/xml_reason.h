/* Why libxml2 calls a file not well-formed, in words for a clerk. Private to intake/. */
#ifndef YINFA_INTAKE_XML_REASON_H
#define YINFA_INTAKE_XML_REASON_H

#include <libxml/xmlerror.h>

#include "base/arena.h"

/* A phrase for the error, in the language set; names of the file's elements are filled in. In the
 * arena. */
const char *xml_reason(struct arena *arena, const xmlError *error);

#endif
