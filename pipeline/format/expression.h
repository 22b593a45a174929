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

/* Whose value a function of XSL 1.1 §5.10.4 takes. */
enum expression_source {
    EXPRESSION_FROM_PARENT, /* from-parent(), from-nearest-specified-value() */
    EXPRESSION_INHERITED,   /* inherited-property-value(): of properties that are inherited */
    EXPRESSION_FROM_COLUMN  /* from-table-column() */
};

struct expression_context {
    millipoint font_size;        /* what 1 em is */
    const struct traits *parent; /* of the parent object; for label-end() and body-start() */
    /* Value of a property elsewhere (no name: of the property being read); false if there is none
     * that is a number or length. NULL: there is no elsewhere. */
    bool (*other_value)(const void *state, enum expression_source source, const char *name,
                        size_t length, struct value *value);
    const void *other_state;
};

/* Evaluates `length` bytes of text. False if it is no expression; *value is then undefined. */
bool expression_evaluate(const char *text, size_t length, const struct expression_context *context,
                         struct value *value);

/* Whether the text is nothing but one of those functions with one name or none, which is then
 * borrowed from the text. */
bool expression_is_source(const char *text, size_t length, enum expression_source *source,
                          const char **name, size_t *name_length);

/* Reads a colour: a name (colour_name.h), #rgb, #rrggbb, rgb(r, g, b), rgb-icc(r, g, b, …) by its
 * fallback, cmyk(c, m, y, k) as 1 - min(1, c + k) and so on, transparent. */
bool expression_colour(const char *text, size_t length, struct colour *colour);

#endif
