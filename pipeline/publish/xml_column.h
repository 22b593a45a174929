/* A column whose text is XML (type xml in kind.xml): in the data document it is a child element of
 * the row with that text as its content, and the gate looks at every text and attribute in it.
 * Private to publish/. */
#ifndef YINFA_PUBLISH_XML_COLUMN_H
#define YINFA_PUBLISH_XML_COLUMN_H

#include <libxml/tree.h>

#include "base/finding.h"
#include "type/coverage.h"

/* Appends <name>…</name> to `row`. `origin`: file:line of the query, for messages. -1: the text is
 * no XML; reported. */
int xml_column_add(xmlNode *row, const char *name, const char *text, const char *origin);

/* Checks every character of the content; findings have the other fields from `where`, the line from
 * the text's own s:line attributes (intake/fragment.h). Returns how many characters cannot be
 * drawn; -1: as above. */
int xml_column_check(const char *text, const char *origin, struct coverage *coverage,
                     const struct finding *where, struct finding_list *findings);

#endif
