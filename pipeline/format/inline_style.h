/* Styles of text, and the alignment of what stands in a line (XSL 1.1 §7.14). */
#ifndef YINFA_FORMAT_INLINE_STYLE_H
#define YINFA_FORMAT_INLINE_STYLE_H

#include "format/paragraph.h"

/* The style of text directly in an object with `traits`; `outer` is that of the text around an
 * inline, NULL for a block. Lives in `arena`. */
const struct run_style *inline_style(struct arena *arena, const struct traits *traits,
                                     const struct run_style *outer);

/* Adds an object that is a box, not text, raised or lowered as its alignment properties ask. */
void inline_place(struct paragraph *paragraph, const struct run_style *style,
                  struct paragraph_object *object);

#endif
