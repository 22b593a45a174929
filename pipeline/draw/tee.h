/* draw/tee: the device that gives every mark to two devices at once, so that a document is drawn
 * and measured in one run. */
#ifndef YINFA_DRAW_TEE_H
#define YINFA_DRAW_TEE_H

#include "format/device.h"

struct tee_device;

/* Both devices are borrowed. The first one decides what is drawn: a damaged image that it refuses
 * is not given to the second, and the second must know each group that the first knows. Freed with
 * tee_close(). */
struct tee_device *tee_open(const struct device *first, const struct device *second);
const struct device *tee_as_device(struct tee_device *tee);
void tee_close(struct tee_device *tee);

#endif
