/* Numbers of SVG attributes (SVG 1.1 §4.2): read without a locale, always finite. Private to the
 * svg files. */
#ifndef YINFA_FORMAT_SVG_NUMBER_H
#define YINFA_FORMAT_SVG_NUMBER_H

#include <stdbool.h>

/* Magnitudes beyond this are cut to it: a page is a thousandth of a thousandth of it. */
#define SVG_NUMBER_LIMIT 1e12

double svg_number_bounded(double value);

/* White space, and one comma within it. */
const char *svg_number_skip(const char *text);

/* Reads the number at `*text` (white space before it is passed over) and moves behind it. False,
 * and `*text` where it was, if none stands there. */
bool svg_number_read(const char **text, double *value);

/* A flag of an elliptical arc: 0 or 1, which needs nothing after it. */
bool svg_number_flag(const char **text, bool *flag);

/* A length with its unit, in user units (1/96 inch); percentages are of `whole`. False if the whole
 * text is no length. */
bool svg_number_length(const char *text, double font_size, double whole, double *value);

/* The same where lists of lengths are allowed: reads one and moves behind it. */
bool svg_number_next_length(const char **text, double font_size, double whole, double *value);

#endif
