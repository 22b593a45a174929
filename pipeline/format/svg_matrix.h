/* Coordinate systems of SVG (SVG 1.1 §7): affine maps, transform lists, view boxes. Private to the
 * svg files. */
#ifndef YINFA_FORMAT_SVG_MATRIX_H
#define YINFA_FORMAT_SVG_MATRIX_H

#include <stdbool.h>

#include "format/device.h"

/* (x, y) goes to (a x + c y + e, b x + d y + f). */
struct svg_matrix {
    double a, b, c, d, e, f;
};

static const struct svg_matrix SVG_IDENTITY = {1, 0, 0, 1, 0, 0};

/* First `inner`, then `outer`; components stay bounded. */
struct svg_matrix svg_matrix_product(const struct svg_matrix *outer,
                                     const struct svg_matrix *inner);

void svg_matrix_apply(const struct svg_matrix *matrix, double x, double y, double point[2]);

/* The factor by which lengths grow: the root of the area's. */
double svg_matrix_scale(const struct svg_matrix *matrix);

/* Points to the device's units, and factors; both cut to what these can hold. */
millipoint svg_matrix_millipoint(double points);
int32_t svg_matrix_factor(double factor);

/* Reads a transform list (§7.6) after `*matrix`; false if it is malformed, *matrix is then as it
 * was. NULL is an empty list. */
bool svg_matrix_transform(const char *text, struct svg_matrix *matrix);

struct svg_box {
    double x, y, width, height;
};

/* Reads a viewBox; false if it is absent, malformed or empty. */
bool svg_matrix_view_box(const char *text, struct svg_box *box);

/* The map of `box` into a viewport of width × height (§7.8). `aspect` is the preserveAspectRatio
 * attribute or NULL. */
struct svg_matrix svg_matrix_fit(const struct svg_box *box, double width, double height,
                                 const char *aspect);

#endif
