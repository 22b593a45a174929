/* fo:block-container (XSL 1.1 §6.5.3): a reference area in the flow or at a fixed place. */
#ifndef YINFA_FORMAT_CONTAINER_LAYOUT_H
#define YINFA_FORMAT_CONTAINER_LAYOUT_H

#include "format/formatter.h"

void container_layout(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                      const struct traits *traits);

/* absolute-position="absolute" or "fixed": from the corner of the containing column. */
void container_layout_absolute(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                               const struct traits *traits);

/* An fo:inline-container (XSL 1.1 §6.6.8) in one area; `across`: the width of its line, which it
 * takes if it has none of its own. */
struct area *container_layout_inline(struct formatter *formatter, struct arena *arena,
                                     const xmlNode *node, const struct traits *traits,
                                     millipoint across);

#endif
