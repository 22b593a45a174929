/* Values of properties from their text, by type. */
#ifndef YINFA_FORMAT_PROPERTY_VALUE_H
#define YINFA_FORMAT_PROPERTY_VALUE_H

#include "base/arena.h"
#include "format/property_table.h"
#include "format/traits.h"

/* What a value may refer to. */
struct property_reading {
    const struct property *property; /* being read */
    struct arena *arena;             /* for texts */
    const struct traits *parent;     /* of the parent object */
    const struct traits *column;     /* of the table column the object stands in; may be NULL */
    const struct traits *own;        /* of the object itself, as far as they are known */
};

/* Reads the value into the property's field of a struct traits; false if it is not allowed. */
bool property_value_read(const struct property_reading *reading, const struct property *property,
                         const char *text, size_t length, void *field);

/* If the value as a whole is from-parent(), inherited-property-value(),
 * from-nearest-specified-value() or from-table-column() of a property of the same type: where that
 * value stands (XSL 1.1 §5.10.4), borrowed; else NULL. Numbers and lengths may also be parts of
 * expressions; this is for all others. */
const void *property_value_taken(const struct property_reading *reading,
                                 const struct property *property, const char *text, size_t length);

#endif
