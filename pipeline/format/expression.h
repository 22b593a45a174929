/* Property value expressions (XSL 1.1 §5.9): numbers, lengths with units, percentages, colours,
 * arithmetic and the functions of the core library that stylesheets use. */
#ifndef YINFA_FORMAT_EXPRESSION_H
#define YINFA_FORMAT_EXPRESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "format/device.h"
#include "format/measure.h"
#include "format/traits.h"

#define EXPRESSION_ONE 1000000 /* a plain number's unit: millionths */

struct value {
    bool number;    /* a plain number, in `amount`; else a length in `measure` */
    int64_t amount; /* millionths */
    struct measure measure;
};

struct expression_context {
    millipoint font_size;        /* what 1 em is */
    const struct traits *parent; /* of the parent object; for label-end() and body-start() */
    /* Value of a property of the parent, for from-parent() and inherited-property-value(); false
     * if there is none that is a number or length. */
    bool (*parent_value)(const struct traits *parent, const char *name, size_t length,
                         struct value *value);
};

/* Evaluates `length` bytes of text. False if it is no expression; *value is then undefined. */
bool expression_evaluate(const char *text, size_t length, const struct expression_context *context,
                         struct value *value);

/* Reads a colour: a CSS name, #rgb, #rrggbb, rgb(r, g, b), rgb-icc(r, g, b, …), transparent. */
bool expression_colour(const char *text, size_t length, struct colour *colour);

#endif
