/* fo:external-graphic: a PNG or JPEG placed in a line. */
#ifndef YINFA_FORMAT_GRAPHIC_H
#define YINFA_FORMAT_GRAPHIC_H

#include "format/paragraph.h"

/* Fetches the image, finds its size, scales it (XSL 1.1 §7.15.3, 7.15.11) and adds it. */
void graphic_add(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
                 const struct run_style *style);

#endif
