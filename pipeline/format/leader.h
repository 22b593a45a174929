/* Leaders (XSL 1.1 §6.6.9, §7.22): rules, dots, and content repeated along a line. */
#ifndef YINFA_FORMAT_LEADER_H
#define YINFA_FORMAT_LEADER_H

#include "format/paragraph.h"

/* What is seen of the leader `item` where it is `width` wide, from its start on the baseline;
 * `reference_x`: where it begins in its reference area, for leader-alignment. In the paragraph's
 * arena. */
struct area *leader_area(const struct paragraph *paragraph, const struct item *item,
                         millipoint width, millipoint reference_x);

#endif
