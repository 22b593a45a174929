/* fo:table and fo:table-and-caption (XSL 1.1 §6.7). */
#ifndef YINFA_FORMAT_TABLE_LAYOUT_H
#define YINFA_FORMAT_TABLE_LAYOUT_H

#include "format/formatter.h"

void table_layout(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                  const struct traits *traits);

#endif
