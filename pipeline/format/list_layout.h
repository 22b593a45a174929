/* fo:list-block and what is in it (XSL 1.1 §6.8). */
#ifndef YINFA_FORMAT_LIST_LAYOUT_H
#define YINFA_FORMAT_LIST_LAYOUT_H

#include "format/formatter.h"

void list_layout(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                 const struct traits *traits);

#endif
