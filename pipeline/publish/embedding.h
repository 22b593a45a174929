/* Pictures inside an HTML file: nothing outside it may be needed to read it. */
#ifndef YINFA_PUBLISH_EMBEDDING_H
#define YINFA_PUBLISH_EMBEDDING_H

#include <libxml/tree.h>

#include "publish/images.h"
#include "publish/stylesheet.h"

/* Replaces each <img src="archive:SHA256"> of a result tree by the picture itself, a data: URL
 * (RFC 2397). One that cannot be had is a finding. `file`: the stylesheet, as findings name it. */
void embedding_resolve(struct images *images, xmlDoc *result, const char *file,
                       const struct stylesheet_where *where);

#endif
