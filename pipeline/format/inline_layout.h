/* Inline-level objects into a paragraph. */
#ifndef YINFA_FORMAT_INLINE_LAYOUT_H
#define YINFA_FORMAT_INLINE_LAYOUT_H

#include "format/object.h"
#include "format/paragraph.h"

/* A box around what stands in a line in that style, to be given what it is for: edges, a link, a
 * tag. Lives in `arena`. */
struct inline_box *inline_box_new(struct arena *arena, const struct run_style *style);

/* Whether the node belongs in a line: text, or an inline-level object. */
bool inline_is_level(const xmlNode *node);

/* Adds the node to the paragraph. `outer` is the style, `parent` the traits around it. */
void inline_add(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
                const struct run_style *outer);

/* Whether the object is an inline that may hold blocks. */
bool inline_is_container(enum object object);

/* Adds a place with an id. */
void inline_mark(struct paragraph *paragraph, const struct run_style *style, const char *id);

/* A box around text in `style` that leads to the target. */
struct inline_box *inline_link_box(struct formatter *formatter, struct arena *arena,
                                   const struct link_target *target, const struct run_style *style);

#endif
