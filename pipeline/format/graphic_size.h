/* The sizes of a graphic's content and viewport (XSL 1.1 §6.6.5, 7.15). */
#ifndef YINFA_FORMAT_GRAPHIC_SIZE_H
#define YINFA_FORMAT_GRAPHIC_SIZE_H

#include "format/traits.h"

struct graphic_size {
    millipoint width, height;                   /* of the content, scaled */
    millipoint viewport_width, viewport_height; /* of the content rectangle of the area */
};

/* For content that wants to be width × height. Percentages of the viewport's width are of
 * `reference`; those of its height have nothing to refer to and count as auto. */
struct graphic_size graphic_size_of(const struct traits *traits, millipoint width,
                                    millipoint height, millipoint reference);

#endif
