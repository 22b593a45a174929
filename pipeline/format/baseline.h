/* First baselines: what relative-align="baseline" aligns in table rows and list items (XSL 1.1
 * §7.14.6). */
#ifndef YINFA_FORMAT_BASELINE_H
#define YINFA_FORMAT_BASELINE_H

#include "format/vertical.h"

/* The first line's baseline below the top of what elements [from, …) of the list make; false if
 * they hold no text. */
bool baseline_of_list(const struct vertical_list *list, size_t from, millipoint *y);

/* And below the top of an area. */
bool baseline_of_area(const struct area *area, millipoint *y);

#endif
