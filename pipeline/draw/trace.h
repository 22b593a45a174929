/* draw/trace: the device that writes every mark as one line of text: the oracle of the layout tests
 * and `yinfa format --trace`. Lengths are printed in points with three decimals. */
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
