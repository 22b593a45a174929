/* Fuzz target: property value expressions and colours. Run by `make fuzz`. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/expression.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool other_value(const void *state, enum expression_source source, const char *name,
                        size_t length, struct value *value)
{
    (void)state;
    *value = (struct value){.measure = {.length = (millipoint)length * 1000}};
    return source != EXPRESSION_FROM_COLUMN && (!length || name[0] == 'f');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* A copy of its own and no longer: reading beyond the end is seen. */
    char *text = memory_new(size ? size : 1, 1);
    if (size)
        memcpy(text, data, size);
    const struct traits parent = {.font_size = 12000};
    const struct expression_context context = {
        .font_size = 10000, .parent = &parent, .other_value = other_value};
    struct value value;
    struct colour colour;
    enum expression_source source;
    const char *name;
    size_t length;
    (void)expression_evaluate(text, size, &context, &value);
    (void)expression_colour(text, size, &colour);
    if (expression_is_source(text, size, &source, &name, &length) && name &&
        name + length > text + size)
        abort();
    free(text);
    return 0;
}
