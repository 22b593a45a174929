/* The 147 colour names of SVG 1.1 §4.4 and CSS Color 3, which XSL-FO stylesheets use too. */
#ifndef YINFA_FORMAT_COLOUR_NAME_H
#define YINFA_FORMAT_COLOUR_NAME_H

#include <stdbool.h>
#include <stddef.h>

#include "format/device.h"

/* Finds the colour of that name in any case; false if there is none. */
bool colour_name_find(const char *text, size_t length, struct colour *colour);

#endif
