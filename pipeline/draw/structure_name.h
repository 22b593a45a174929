/* The standard structure types by name (ISO 32000-1 §14.8.4), as both devices write them. Private
 * to draw/. */
#ifndef YINFA_DRAW_STRUCTURE_NAME_H
#define YINFA_DRAW_STRUCTURE_NAME_H

#include "format/device.h"

/* "P", "Table", "TH" …; a heading is "H" without its level, an artifact "Artifact". */
const char *structure_name(enum structure_type type);

#endif
