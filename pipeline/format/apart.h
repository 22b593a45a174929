/* Content laid out apart from the flow: a footnote's body, a float (XSL 1.1 §6.12). Its elements
 * and areas live in the chunk of its anchor. */
#ifndef YINFA_FORMAT_APART_H
#define YINFA_FORMAT_APART_H

#include "format/vertical.h"

struct apart {
    struct vertical_list list;   /* its elements lie in the arena: never pushed to, never ended */
    millipoint height;           /* if it comes first in its place */
    millipoint following_height; /* if something stands above it */
    millipoint least;            /* up to its first good break: less of it cannot stand alone */
};

/* Takes over a list that was laid out in `arena` (the list is ended). */
const struct apart *apart_new(struct arena *arena, struct vertical_list *list);

#endif
