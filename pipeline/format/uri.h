/* URI specifications (XSL 1.1 §5.11): how src, external-destination and background-image name what
 * they mean. */
#ifndef YINFA_FORMAT_URI_H
#define YINFA_FORMAT_URI_H

#include "base/arena.h"

/* The URI in url(name), url('name') or as it is, copied into `arena`. */
const char *uri_specification(struct arena *arena, const char *text);

#endif
