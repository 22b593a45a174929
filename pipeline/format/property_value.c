/* One reader for each type of property. The field is written only by readers that succeed, or is
 * restored by the caller. */
#include "format/property_value.h"

#include <string.h>

#include "base/utf8.h"
#include "format/expression.h"
#include "format/keyword.h"

/* The traits a function of XSL 1.1 §5.10.4 looks at; NULL if there are none or it may not. */
static const struct traits *source_traits(const struct property_reading *reading,
                                          enum expression_source source,
                                          const struct property *property)
{
    switch (source) {
    case EXPRESSION_FROM_PARENT:
        return reading->parent;
    case EXPRESSION_INHERITED:
        return property->offset < offsetof(struct traits, own) ? reading->parent : NULL;
    case EXPRESSION_FROM_COLUMN:
        return reading->column;
    }
    return NULL;
}

static bool other_value(const void *state, enum expression_source source, const char *name,
                        size_t length, struct value *value)
{
    const struct property_reading *reading = state;
    const struct property *property =
        length ? property_table_find(name, length, false) : reading->property;
    const struct traits *traits = property ? source_traits(reading, source, property) : NULL;
    if (!traits)
        return false;
    const char *field = (const char *)traits + property->offset;
    *value = (struct value){.number = false};
    switch (property->type) {
    case PROPERTY_LENGTH:
    case PROPERTY_THICKNESS:
    case PROPERTY_BORDER_WIDTH:
    case PROPERTY_FONT_SIZE:
        value->measure = measure_of(*(const millipoint *)(const void *)field);
        return true;
    case PROPERTY_MEASURE:
    case PROPERTY_EXTENT:
    case PROPERTY_PLACE:
        value->measure = *(const struct measure *)(const void *)field;
        return !value->measure.automatic;
    case PROPERTY_INTEGER:
    case PROPERTY_POSITIVE:
        value->number = true;
        value->amount = *(const int32_t *)(const void *)field * (int64_t)EXPRESSION_ONE;
        return true;
    default:
        return false;
    }
}

const void *property_value_taken(const struct property_reading *reading,
                                 const struct property *property, const char *text, size_t length)
{
    enum expression_source source;
    const char *name;
    size_t name_length;
    if (!expression_is_source(text, length, &source, &name, &name_length))
        return NULL;
    const struct property *other =
        name_length ? property_table_find(name, name_length, false) : property;
    if (!other || other->type != property->type || !property_table_size(other->type))
        return NULL;
    const struct traits *traits = source_traits(reading, source, other);
    return traits ? (const char *)traits + other->offset : NULL;
}

static bool evaluate(const struct property_reading *reading, const char *text, size_t length,
                     millipoint font_size, struct value *value)
{
    const struct expression_context context = {.font_size = font_size,
                                               .parent = reading->parent,
                                               .other_value = other_value,
                                               .other_state = reading};
    return expression_evaluate(text, length, &context, value);
}

static bool is_word(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

static bool is_negative(const struct measure *measure)
{
    return measure->length <= 0 && measure->percent <= 0 && (measure->length || measure->percent);
}

/* A length; a plain 0 is one, too. */
static bool read_length(const struct property_reading *reading, const char *text, size_t length,
                        struct measure *measure)
{
    struct value value;
    if (!evaluate(reading, text, length, reading->own->font_size, &value))
        return false;
    if (value.number && value.amount != 0)
        return false;
    *measure = value.number ? measure_of(0) : value.measure;
    return true;
}

static bool read_font_size(const struct property_reading *reading, const char *text, size_t length,
                           millipoint *size)
{
    static const struct {
        const char *name;
        millipoint size;
    } sizes[] = {{"xx-small", 6944}, {"x-small", 8333},  {"small", 10000},   {"medium", 12000},
                 {"large", 14400},   {"x-large", 17280}, {"xx-large", 20736}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        if (is_word(text, length, sizes[i].name)) {
            *size = sizes[i].size;
            return true;
        }
    }
    millipoint of_parent = reading->parent->font_size;
    if (is_word(text, length, "larger") || is_word(text, length, "smaller")) {
        *size = text[0] == 'l' ? of_parent / 5 * 6 : of_parent / 6 * 5;
        return true;
    }
    struct value value;
    if (!evaluate(reading, text, length, of_parent, &value) || value.number)
        return false;
    *size = measure_resolve(value.measure, of_parent);
    return *size > 0 && *size <= 10000 * MILLIPOINT_PER_POINT;
}

static bool read_font_weight(const struct property_reading *reading, const char *text,
                             size_t length, int32_t *weight)
{
    int32_t of_parent = reading->parent->font_weight;
    struct value value;
    if (is_word(text, length, "normal"))
        *weight = 400;
    else if (is_word(text, length, "bold"))
        *weight = 700;
    else if (is_word(text, length, "bolder"))
        *weight = of_parent < 400 ? 400 : of_parent < 600 ? 700 : 900;
    else if (is_word(text, length, "lighter"))
        *weight = of_parent > 700 ? 700 : of_parent > 500 ? 400 : 100;
    else if (evaluate(reading, text, length, 0, &value) && value.number &&
             value.amount >= 100 * (int64_t)EXPRESSION_ONE &&
             value.amount <= 900 * (int64_t)EXPRESSION_ONE)
        *weight = (int32_t)(value.amount / EXPRESSION_ONE);
    else
        return false;
    return true;
}

static bool read_line_height(const struct property_reading *reading, const char *text,
                             size_t length, struct line_height *height)
{
    struct value value;
    if (is_word(text, length, "normal")) {
        *height = (struct line_height){.factor = 1200};
        return true;
    }
    if (!evaluate(reading, text, length, reading->own->font_size, &value))
        return false;
    if (value.number) {
        if (value.amount < EXPRESSION_ONE / 1000 || value.amount > 1000 * (int64_t)EXPRESSION_ONE)
            return false;
        *height = (struct line_height){.factor = (int32_t)(value.amount * 1000 / EXPRESSION_ONE)};
        return true;
    }
    *height =
        (struct line_height){.length = measure_resolve(value.measure, reading->own->font_size)};
    return height->length >= 0;
}

static bool read_integer(const struct property_reading *reading, const char *text, size_t length,
                         int32_t *integer)
{
    struct value value;
    if (!evaluate(reading, text, length, 0, &value) || !value.number)
        return false;
    *integer = measure_clamp(value.amount / EXPRESSION_ONE);
    return true;
}

static bool read_strength(const struct property_reading *reading, const char *text, size_t length,
                          const char *weakest, const char *strongest, int32_t *strength)
{
    if (weakest && is_word(text, length, weakest)) {
        *strength = KEEP_AUTO;
        return true;
    }
    if (is_word(text, length, strongest)) {
        *strength = KEEP_ALWAYS;
        return true;
    }
    return read_integer(reading, text, length, strength) && *strength >= -KEEP_ALWAYS &&
           *strength < KEEP_ALWAYS;
}

/* A number that is rounded to the nearest integer from 1 on. */
static bool read_count(const struct property_reading *reading, const char *text, size_t length,
                       int32_t *count)
{
    struct value value;
    if (!evaluate(reading, text, length, 0, &value) || !value.number)
        return false;
    *count = measure_clamp((value.amount + EXPRESSION_ONE / 2) / EXPRESSION_ONE);
    if (*count < 1)
        *count = 1;
    return true;
}

/* Each token adds a line to those of the parent or takes one away; none takes all away. */
static bool read_decoration(const struct property_reading *reading, const char *text, size_t length,
                            int32_t *set)
{
    static const struct {
        const char *name;
        int32_t bit;
    } decorations[] = {{"underline", DECORATION_UNDERLINE},
                       {"overline", DECORATION_OVERLINE},
                       {"line-through", DECORATION_THROUGH},
                       {"blink", 0}};
    const char *end = text + length;
    *set = is_word(text, length, "none") ? 0 : reading->parent->text_decoration;
    if (is_word(text, length, "none"))
        return true;
    while (text < end) {
        const char *space = memchr(text, ' ', (size_t)(end - text));
        size_t size = space ? (size_t)(space - text) : (size_t)(end - text);
        bool without = size > 3 && memcmp(text, "no-", 3) == 0, known = !size;
        for (size_t i = 0; i < sizeof decorations / sizeof *decorations; i++) {
            if (!is_word(text + (without ? 3 : 0), size - (without ? 3 : 0), decorations[i].name))
                continue;
            *set = without ? *set & ~decorations[i].bit : *set | decorations[i].bit;
            known = true;
        }
        if (!known)
            return false;
        text += size + (space != NULL);
    }
    return true;
}

/* A position along one axis: the tokens stand for its beginning, middle and end. */
static bool read_place(const struct property_reading *reading, const struct property *property,
                       const char *text, size_t length, struct measure *place)
{
    if (!keyword_is_token(property->tokens, text, length))
        return read_length(reading, text, length, place);
    bool beginning = is_word(text, length, "left") || is_word(text, length, "top");
    *place = (struct measure){.percent = is_word(text, length, "center") ? MEASURE_WHOLE / 2
                                         : beginning                     ? 0
                                                                         : MEASURE_WHOLE};
    return true;
}

/* A string of one character, with or without quotes: what a table column is aligned on. */
static bool read_character(const char *text, size_t length, int32_t *align)
{
    uint32_t code;
    bool quoted = length > 2 && (*text == '\'' || *text == '"') && text[length - 1] == *text;
    text += quoted;
    length -= quoted ? 2 : 0;
    if (!length || utf8_decode(text, length, &code) != length || code == 0)
        return false;
    *align = TEXT_ALIGN_CHARACTER + (int32_t)code;
    return true;
}

static bool read_thickness(const struct property_reading *reading, const struct property *property,
                           const char *text, size_t length, millipoint *thickness)
{
    struct measure measure;
    if (property->type == PROPERTY_BORDER_WIDTH &&
        keyword_is_token("thin|medium|thick", text, length)) {
        *thickness = text[1] == 'e' ? 1000 : text[3] == 'n' ? 500 : 2000;
        return true;
    }
    if (!read_length(reading, text, length, &measure) || measure.percent || measure.length < 0)
        return false;
    *thickness = measure.length;
    return true;
}

static bool read_colour(const struct property_reading *reading, const char *text, size_t length,
                        struct colour *colour)
{
    if (!is_word(text, length, "currentcolor"))
        return expression_colour(text, length, colour);
    *colour = reading->own->color;
    return true;
}

bool property_value_read(const struct property_reading *reading, const struct property *property,
                         const char *text, size_t length, void *field)
{
    struct measure measure;
    int keyword = property->tokens ? keyword_find(property->tokens, text, length) : -1;
    switch (property->type) {
    case PROPERTY_KEYWORD:
        if (keyword >= 0)
            *(int32_t *)field = keyword;
        return keyword >= 0;
    case PROPERTY_ALIGN:
        *(int32_t *)field = keyword;
        return keyword >= 0 || read_character(text, length, field);
    case PROPERTY_LENGTH:
        if (keyword >= 0) {
            *(millipoint *)field = 0;
            return true;
        }
        if (!read_length(reading, text, length, &measure) || measure.percent)
            return false;
        *(millipoint *)field = measure.length;
        return true;
    case PROPERTY_THICKNESS:
    case PROPERTY_BORDER_WIDTH:
        return read_thickness(reading, property, text, length, field);
    case PROPERTY_MEASURE:
    case PROPERTY_EXTENT:
        if (keyword >= 0) {
            *(struct measure *)field =
                (struct measure){.automatic = true, .keyword = (int16_t)keyword};
            return true;
        }
        return read_length(reading, text, length, field) &&
               !(property->type == PROPERTY_EXTENT && is_negative(field));
    case PROPERTY_PLACE:
        return read_place(reading, property, text, length, field);
    case PROPERTY_FONT_SIZE:
        return read_font_size(reading, text, length, field);
    case PROPERTY_FONT_WEIGHT:
        return read_font_weight(reading, text, length, field);
    case PROPERTY_LINE_HEIGHT:
        return read_line_height(reading, text, length, field);
    case PROPERTY_COLOUR:
        return read_colour(reading, text, length, field);
    case PROPERTY_INTEGER:
        return (!property->tokens || keyword_is_token(property->tokens, text, length)) &&
               read_integer(reading, text, length, field);
    case PROPERTY_POSITIVE:
        return read_count(reading, text, length, field);
    case PROPERTY_KEEP:
        return read_strength(reading, text, length, "auto", "always", field);
    case PROPERTY_PRECEDENCE:
        return read_strength(reading, text, length, NULL, "force", field);
    case PROPERTY_DECORATION:
        return read_decoration(reading, text, length, field);
    case PROPERTY_TEXT:
        *(const char **)field = arena_copy_bytes(reading->arena, text, length);
        return true;
    case PROPERTY_SHORTHAND:
    case PROPERTY_UNSUPPORTED:
    case PROPERTY_IGNORED:
        break;
    }
    return true;
}
