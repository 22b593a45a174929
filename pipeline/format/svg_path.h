/* Path data (SVG 1.1 §8.3). Private to the svg files. */
#ifndef YINFA_FORMAT_SVG_PATH_H
#define YINFA_FORMAT_SVG_PATH_H

#include "format/svg_outline.h"

/* Appends the commands of a d attribute. False if it is malformed: what stands before the mistake
 * is in the outline, as §8.3.2 and appendix F.2 want it drawn. */
bool svg_path_read(const char *data, struct svg_outline *outline);

#endif
