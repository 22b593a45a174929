/* fo:retrieve-marker (XSL 1.1 §6.13.6): which marker's content stands in its place. */
#ifndef YINFA_FORMAT_RETRIEVE_H
#define YINFA_FORMAT_RETRIEVE_H

#include "format/formatter.h"

/* The fo:marker whose children stand here, borrowed until the page is painted; NULL if there is
 * none. Inside a marker a retrieval is refused (it could go round in a circle). */
const xmlNode *retrieve_marker(struct formatter *formatter, const xmlNode *node);

#endif
