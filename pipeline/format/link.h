/* Where fo:basic-link and fo:bookmark lead (XSL 1.1 §6.9.2, 6.11.2, 7.23). */
#ifndef YINFA_FORMAT_LINK_H
#define YINFA_FORMAT_LINK_H

#include "format/area.h"
#include "format/formatter.h"

/* The node's target in `arena`, described by the link's own text; an internal destination goes
 * before an external one. NULL if it has none, which is reported. An id that never comes is
 * reported at the end of the run. */
const struct link_target *link_target_new(struct formatter *formatter, struct arena *arena,
                                          const xmlNode *node);

/* Gives the entries of an fo:bookmark-tree to the device. -1 if the device failed. */
int link_bookmarks(struct formatter *formatter, const struct device *device, const xmlNode *tree);

#endif
