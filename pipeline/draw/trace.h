/* clang-format off */
/* draw/trace: the device that writes every mark as one line of text: the oracle of the layout tests
 * and `yinfa format --trace`. Lengths are printed in points with three decimals, y from the top.
 * Marks within a tag, clip or group are indented by two blanks a level; what stands in [ ] only if
 * there is something to say.
 *
 *   information [title "…"] [author "…"] [subject "…"] [keywords "…"] [language "zh-CN"]
 *   page 1 "1" 595.276 x 841.890 [rotate 90]                   end page
 *   text 28.000 40.000 fandol-fang 16.000 #000000 "文字" 16.000*2 [rotate 90]
 *        origin, face, size, colour, characters, the advance of each glyph (n equal ones as
 *        16.000*n); a glyph moved from its place: 16.000(x,y); then [matrix a b c d] [embolden 0.5]
 *        [slant 0.2] [transparency 0.3]
 *   path [fill #rrggbb [even-odd] [transparency 0.3]]
 *        [stroke #rrggbb 0.500 [dash … [offset 1]] [round-cap] [bevel-join] [miter-limit 4] [transparency 0.3]]
 *        M x y L x y C x y x y x y Z
 *        a gradient in place of the fill: linear x y x y (0 #rrggbb, 1 #rrggbb) [matrix a b c d x y],
 *        radial x y x y radius (…)
 *   image DIGEST x y w h [rotate 90] [mirrored]
 *   clip path …                                                end clip
 *   tag H1 #3 [span 2x1] [row-scope] [lang en] ["alternative"]           end tag
 *   group KEY x y                                              end group
 *   link uri "…" x y w h ["alternative"]                       link to "name" x y w h […]
 *   bookmark 1 "title" to "name" [closed]                      destination "name" y
 *   later 1                                                    settle 1 text …
 */
/* clang-format on */
#ifndef YINFA_DRAW_TRACE_H
#define YINFA_DRAW_TRACE_H

#include "base/buffer.h"
#include "format/device.h"

struct trace_device;

/* Appends to `out` (borrowed). Freed with trace_close(). */
struct trace_device *trace_open(struct buffer *out);
const struct device *trace_as_device(struct trace_device *trace);
void trace_close(struct trace_device *trace);

#endif
