/* Measuring: an output with check="official-document" keeps its marks while it is drawn and is then
 * held against the standard. Private to publish/. */
#ifndef YINFA_PUBLISH_MEASURING_H
#define YINFA_PUBLISH_MEASURING_H

#include "draw/marks.h"
#include "draw/tee.h"
#include "publish/edition.h"

struct measuring {
    struct marks *marks;
    struct tee_device *tee; /* NULL: drawn on no other device */
};

/* Where the formatter is to draw: on `device` (borrowed; NULL: on none) and on the marks. */
const struct device *measuring_begin(struct measuring *measuring, const struct device *device);

/* Measures what was drawn, whole and sound, by the profile that the parameter `profile` names, else
 * by the national one. Broken rules become findings, unless the request wants the report itself. */
void measuring_tell(const struct measuring *measuring, const struct edition *edition,
                    const struct publish_item *item, const char *file, struct arena *arena,
                    struct finding_list *findings);

void measuring_end(struct measuring *measuring);

#endif
