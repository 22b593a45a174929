/* Values of properties from their text, by type. */
#ifndef YINFA_FORMAT_PROPERTY_VALUE_H
#define YINFA_FORMAT_PROPERTY_VALUE_H

#include "base/arena.h"
#include "format/property_table.h"
#include "format/traits.h"

/* What a value may refer to. */
struct property_reading {
    struct arena *arena;         /* for texts */
    const struct traits *parent; /* of the parent object */
    millipoint font_size;        /* of the object itself: what 1 em is */
};

/* Reads the value into the property's field of a struct traits; false if it is not allowed. */
bool property_value_read(const struct property_reading *reading, const struct property *property,
                         const char *text, size_t length, void *field);

#endif
