/* Block-level objects: fo:block, fo:block-container, and the walk over block-level children. */
#ifndef YINFA_FORMAT_BLOCK_LAYOUT_H
#define YINFA_FORMAT_BLOCK_LAYOUT_H

#include "format/formatter.h"
#include "format/object.h"

/* Lays out the children of `node` (traits `traits`) into the flow: block-level ones, and inline
 * ones as paragraphs if `inlines` is true. */
void block_layout_children(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                           const struct traits *traits, bool inlines);

/* The border box of a block in its column. */
struct extent {
    millipoint x, width;                 /* of the border box */
    millipoint content_x, content_width; /* of the content */
};
struct extent block_extent(const struct flow *flow, const struct traits *traits,
                           const struct box *box);

/* What a percentage of a width refers to. */
millipoint block_reference_width(const struct flow *flow);

/* What stands before and after every block-level object: keep, forced break, space. */
void block_begin(struct flow *flow, const struct traits *traits, bool first);
void block_end(struct flow *flow, const struct traits *traits);

/* Lays out into a list of its own and places it whole; its area is as high as its content. `width`,
 * `height`: of the reference area it goes into; a height of 0: as high as its content. */
struct area *block_layout_area(struct formatter *formatter, struct arena *arena, millipoint width,
                               millipoint height, const xmlNode *node, const struct traits *traits);

#endif
