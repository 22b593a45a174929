/* Parameters of publications and jobs: declared in their definitions, given as key=value. */
#ifndef YINFA_DEFINITIONS_PARAMETER_H
#define YINFA_DEFINITIONS_PARAMETER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/finding.h"

enum parameter_type { PARAMETER_TEXT, PARAMETER_INTEGER, PARAMETER_DATE, PARAMETER_CHOICE };

struct parameter {
    const char *name;
    enum parameter_type type;
    const char *label;          /* Chinese */
    const char *initial;        /* default value; NULL: required */
    const char *const *choices; /* PARAMETER_CHOICE: allowed values, NULL-terminated */
};

/* Values for the declared parameters, in the order of declaration. */
struct parameter_value {
    const char *name;
    const char *value;
};
struct parameter_values {
    const struct parameter_value *items;
    size_t count;
};

/* Fits `given` (NULL-terminated "key=value" strings) to the declaration: unknown keys, doubled
 * keys, missing required ones and values of the wrong type go to `findings` (-1). Strings are
 * copied into `arena`. */
int parameter_fit(const struct parameter *declared, size_t declared_count, const char *const *given,
                  struct arena *arena, struct finding_list *findings,
                  struct parameter_values *values);

/* The value of a parameter; NULL if there is none of that name. */
const char *parameter_lookup(const struct parameter_values *values, const char *name);

/* "a=1&b=2", in order of declaration, values percent-encoded where they hold / # & = % or controls:
 * the middle of an item's name. Appended to `out`. */
void parameter_write(struct buffer *out, const struct parameter_values *values);

/* Appends `pattern` with {name} replaced; a value that goes into a file name has / \ NUL, leading
 * dots and control characters replaced by '_' (names from data never become paths). */
void parameter_fill(struct buffer *out, const char *pattern, const struct parameter_values *values,
                    bool file_name);

#endif
