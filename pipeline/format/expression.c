/* A recursive-descent evaluator over the grammar of XSL 1.1 §5.9.11. Values are integers
 * throughout: numbers in millionths, lengths in 1/1000 pt. The depth of parentheses is bounded,
 * and every product is checked against the range a page can have. */
#include "format/expression.h"

#include <string.h>

#include "format/colour_name.h"

#include "format/colour_name.h"

enum { DEPTH_LIMIT = 32 };

struct parser {
    const char *at, *end;
    const struct expression_context *context;
    int depth;
};

static bool parse_sum(struct parser *parser, struct value *value);

static void skip_space(struct parser *parser)
{
    while (parser->at < parser->end && strchr(" \t\r\n", *parser->at))
        parser->at++;
}

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '-';
}

static bool take(struct parser *parser, char byte)
{
    skip_space(parser);
    if (parser->at == parser->end || *parser->at != byte)
        return false;
    parser->at++;
    return true;
}

static struct value number_value(int64_t amount)
{
    return (struct value){.number = true, .amount = amount};
}

static struct value length_value(int64_t length)
{
    return (struct value){.measure = measure_of(measure_clamp(length))};
}

__extension__ typedef __int128 wide;

/* amount (millionths) × numerator / denominator, rounded half away from zero. */
static int64_t scale(int64_t amount, int64_t numerator, int64_t denominator)
{
    wide product = (wide)amount * numerator;
    wide half = denominator / 2;
    wide result = (product >= 0 ? product + half : product - half) / denominator;
    const wide limit = (wide)1 << 60;
    return (int64_t)(result > limit ? limit : result < -limit ? -limit : result);
}

/* --- Primaries ------------------------------------------------------------------------------- */

static bool read_digits(struct parser *parser, int64_t *amount)
{
    const char *start = parser->at;
    int64_t whole = 0, fraction = 0, place = EXPRESSION_ONE;
    while (parser->at < parser->end && *parser->at >= '0' && *parser->at <= '9') {
        whole = whole * 10 + (*parser->at++ - '0');
        if (whole > MEASURE_LIMIT)
            whole = MEASURE_LIMIT;
    }
    if (parser->at < parser->end && *parser->at == '.') {
        parser->at++;
        while (parser->at < parser->end && *parser->at >= '0' && *parser->at <= '9') {
            place /= 10;
            fraction += place * (*parser->at++ - '0');
        }
    }
    *amount = whole * EXPRESSION_ONE + fraction;
    return parser->at > start && !(parser->at == start + 1 && *start == '.');
}

/* Units in 1/1000 pt: numerator / denominator. A px is 1/96 in, as in CSS. */
static const struct {
    char name[3];
    int32_t numerator, denominator;
} units[] = {{"mm", 7200000, 2540}, {"cm", 7200000, 254}, {"in", 72000, 1},
             {"pt", 1000, 1},       {"pc", 12000, 1},     {"px", 750, 1}};

static bool with_unit(struct parser *parser, int64_t amount, struct value *value)
{
    if (parser->at < parser->end && *parser->at == '%') {
        parser->at++;
        *value = (struct value){
            .measure = {.percent = measure_clamp(scale(amount, MEASURE_PERCENT, EXPRESSION_ONE))}};
        return true;
    }
    const char *start = parser->at;
    while (parser->at < parser->end && is_name_byte(*parser->at) && *parser->at != '-')
        parser->at++;
    size_t length = (size_t)(parser->at - start);
    if (!length) {
        *value = number_value(amount);
        return true;
    }
    if (length == 2 && memcmp(start, "em", 2) == 0) {
        *value = length_value(scale(amount, parser->context->font_size, EXPRESSION_ONE));
        return true;
    }
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (length == 2 && memcmp(start, units[i].name, 2) == 0) {
            *value = length_value(
                scale(amount, units[i].numerator, (int64_t)units[i].denominator * EXPRESSION_ONE));
            return true;
        }
    }
    parser->at = start; /* perhaps an operator: "2 div 3" has a space, "2div" has not */
    *value = number_value(amount);
    return true;
}

static struct value add(struct value left, struct value right, int sign)
{
    if (left.number)
        return number_value(left.amount + sign * right.amount);
    left.measure.length =
        measure_clamp((int64_t)left.measure.length + (int64_t)sign * right.measure.length);
    left.measure.percent =
        measure_clamp((int64_t)left.measure.percent + (int64_t)sign * right.measure.percent);
    left.measure.share =
        measure_clamp((int64_t)left.measure.share + (int64_t)sign * right.measure.share);
    return left;
}

static struct value multiply(struct value value, int64_t numerator, int64_t denominator)
{
    if (value.number)
        return number_value(scale(value.amount, numerator, denominator));
    value.measure.length = measure_clamp(scale(value.measure.length, numerator, denominator));
    value.measure.percent = measure_clamp(scale(value.measure.percent, numerator, denominator));
    value.measure.share = measure_clamp(scale(value.measure.share, numerator, denominator));
    return value;
}

/* Comparison where it is decidable without the reference length. */
static bool is_less(const struct value *left, const struct value *right)
{
    return left->number ? left->amount < right->amount
                        : left->measure.length < right->measure.length;
}

/* --- Functions ------------------------------------------------------------------------------- */

static bool named(const char *name, size_t length, const char *wanted)
{
    return strlen(wanted) == length && memcmp(name, wanted, length) == 0;
}

/* body-start() and label-end() of XSL 1.1 §5.10.4, on the list item's indents. */
static struct value list_function(const struct parser *parser, bool body)
{
    const struct traits *item = parser->context->parent;
    struct value start = {.measure = item->start_indent},
                 distance = {.measure = item->distance_between_starts};
    struct value body_start = add(start, distance, 1);
    if (body)
        return body_start;
    struct value separation = {.measure = item->label_separation},
                 whole = {.measure = {.percent = MEASURE_WHOLE}};
    return add(whole, add(body_start, separation, -1), -1);
}

static int64_t round_amount(int64_t amount, const char *name, size_t length)
{
    int64_t rest = ((amount % EXPRESSION_ONE) + EXPRESSION_ONE) % EXPRESSION_ONE;
    int64_t below = amount - rest;
    if (named(name, length, "floor") || !rest)
        return below;
    if (named(name, length, "ceiling"))
        return below + EXPRESSION_ONE;
    return rest * 2 >= EXPRESSION_ONE ? below + EXPRESSION_ONE : below;
}

/* Which of the functions that look elsewhere it is; false if none. */
static bool find_source(const char *name, size_t length, enum expression_source *source)
{
    static const struct {
        const char *name;
        enum expression_source source;
    } functions[] = {
        {"from-parent", EXPRESSION_FROM_PARENT},
        {"from-nearest-specified-value", EXPRESSION_FROM_PARENT},
        {"inherited-property-value", EXPRESSION_INHERITED},
        {"from-table-column", EXPRESSION_FROM_COLUMN},
    };
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        if (named(name, length, functions[i].name)) {
            *source = functions[i].source;
            return true;
        }
    }
    return false;
}

/* A property's name, perhaps none. */
static const char *take_name(struct parser *parser, size_t *length)
{
    skip_space(parser);
    const char *start = parser->at;
    while (parser->at < parser->end && (is_name_byte(*parser->at) || *parser->at == '.'))
        parser->at++;
    *length = (size_t)(parser->at - start);
    return start;
}

static bool other_property(struct parser *parser, enum expression_source source,
                           struct value *value)
{
    size_t length;
    const char *name = take_name(parser, &length);
    const struct expression_context *context = parser->context;
    return context->other_value &&
           context->other_value(context->other_state, source, name, length, value);
}

bool expression_is_source(const char *text, size_t length, enum expression_source *source,
                          const char **name, size_t *name_length)
{
    struct parser parser = {.at = text, .end = text + length};
    size_t function_length;
    const char *function = take_name(&parser, &function_length);
    if (!find_source(function, function_length, source) || !take(&parser, '('))
        return false;
    *name = take_name(&parser, name_length);
    return take(&parser, ')') && parser.at == parser.end;
}

static bool numeric_function(struct parser *parser, const char *name, size_t length,
                             struct value *value)
{
    struct value second;
    if (!parse_sum(parser, value))
        return false;
    if (named(name, length, "proportional-column-width") && value->number) {
        value->number = false;
        value->measure = (struct measure){
            .share = measure_clamp(scale(value->amount, MEASURE_SHARE, EXPRESSION_ONE))};
        return true;
    }
    if (named(name, length, "abs")) {
        if (value->number ? value->amount < 0 : value->measure.length < 0)
            *value = multiply(*value, -1, 1);
        return true;
    }
    if (named(name, length, "min") || named(name, length, "max")) {
        if (!take(parser, ',') || !parse_sum(parser, &second) || second.number != value->number)
            return false;
        if (is_less(&second, value) == (name[1] == 'i'))
            *value = second;
        return true;
    }
    if (value->number && (named(name, length, "round") || named(name, length, "floor") ||
                          named(name, length, "ceiling"))) {
        value->amount = round_amount(value->amount, name, length);
        return true;
    }
    return false;
}

static bool parse_function(struct parser *parser, struct value *value)
{
    const char *name = parser->at;
    while (parser->at < parser->end && is_name_byte(*parser->at))
        parser->at++;
    size_t length = (size_t)(parser->at - name);
    if (!length || !take(parser, '('))
        return false;
    enum expression_source source;
    bool body = named(name, length, "body-start");
    if (body || named(name, length, "label-end")) {
        if (!parser->context->parent)
            return false;
        *value = list_function(parser, body);
    } else if (find_source(name, length, &source)) {
        if (!other_property(parser, source, value))
            return false;
    } else if (!numeric_function(parser, name, length, value)) {
        return false;
    }
    return take(parser, ')');
}

static bool parse_primary(struct parser *parser, struct value *value)
{
    skip_space(parser);
    if (parser->at == parser->end || parser->depth >= DEPTH_LIMIT)
        return false;
    parser->depth++;
    bool good;
    int64_t amount;
    if (take(parser, '-')) {
        good = parse_primary(parser, value);
        if (good)
            *value = multiply(*value, -1, 1);
    } else if (take(parser, '+')) {
        good = parse_primary(parser, value);
    } else if (take(parser, '(')) {
        good = parse_sum(parser, value) && take(parser, ')');
    } else if ((*parser->at >= '0' && *parser->at <= '9') || *parser->at == '.') {
        good = read_digits(parser, &amount) && with_unit(parser, amount, value);
    } else {
        good = parse_function(parser, value);
    }
    parser->depth--;
    return good;
}

/* --- Operators ------------------------------------------------------------------------------- */

static bool take_word(struct parser *parser, const char *word)
{
    skip_space(parser);
    size_t length = strlen(word);
    if ((size_t)(parser->end - parser->at) < length || memcmp(parser->at, word, length) != 0)
        return false;
    parser->at += length;
    return true;
}

static bool divide(struct value *value, const struct value *by, bool remainder)
{
    if (by->number) {
        if (!by->amount)
            return false;
        if (!remainder)
            *value = multiply(*value, EXPRESSION_ONE, by->amount);
        else if (value->number)
            value->amount %= by->amount;
        return !remainder || value->number;
    }
    if (value->number || !by->measure.length || remainder)
        return false;
    *value = number_value(scale(value->measure.length, EXPRESSION_ONE, by->measure.length));
    return true;
}

static bool parse_product(struct parser *parser, struct value *value)
{
    if (!parse_primary(parser, value))
        return false;
    for (;;) {
        struct value right;
        if (take(parser, '*')) {
            if (!parse_primary(parser, &right) || (!value->number && !right.number))
                return false;
            *value = value->number ? multiply(right, value->amount, EXPRESSION_ONE)
                                   : multiply(*value, right.amount, EXPRESSION_ONE);
            continue;
        }
        bool division = take_word(parser, "div");
        if (!division && !take_word(parser, "mod"))
            return true;
        if (!parse_primary(parser, &right) || !divide(value, &right, !division))
            return false;
    }
}

static bool parse_sum(struct parser *parser, struct value *value)
{
    if (!parse_product(parser, value))
        return false;
    for (;;) {
        int sign = take(parser, '+') ? 1 : take(parser, '-') ? -1 : 0;
        if (!sign)
            return true;
        struct value right;
        if (!parse_product(parser, &right) || right.number != value->number)
            return false;
        *value = add(*value, right, sign);
    }
}

bool expression_evaluate(const char *text, size_t length, const struct expression_context *context,
                         struct value *value)
{
    struct parser parser = {.at = text, .end = text + length, .context = context};
    if (!parse_sum(&parser, value))
        return false;
    skip_space(&parser);
    return parser.at == parser.end;
}

/* --- Colours --------------------------------------------------------------------------------- */

static int hexadecimal(char byte)
{
    return byte >= '0' && byte <= '9'   ? byte - '0'
           : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
           : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
                                        : -1;
}

static bool hash_colour(const char *text, size_t length, struct colour *colour)
{
    int digits[6];
    if (length != 3 && length != 6)
        return false;
    for (size_t i = 0; i < length; i++)
        if ((digits[i] = hexadecimal(text[i])) < 0)
            return false;
    uint8_t parts[3];
    for (size_t i = 0; i < 3; i++)
        parts[i] = (uint8_t)(length == 3 ? digits[i] * 17 : digits[2 * i] * 16 + digits[2 * i + 1]);
    *colour = (struct colour){.red = parts[0], .green = parts[1], .blue = parts[2]};
    return true;
}

/* A part of a colour, 0 … 255, from a number of which `whole` is the most, or a percentage. */
static bool take_part(struct parser *parser, int whole, int32_t *part)
{
    struct value value;
    if (!parse_sum(parser, &value))
        return false;
    int64_t amount = value.number ? scale(value.amount, 255, (int64_t)whole * EXPRESSION_ONE)
                                  : (int64_t)value.measure.percent * 255 / MEASURE_WHOLE;
    *part = (int32_t)(amount < 0 ? 0 : amount > 255 ? 255 : amount);
    return true;
}

static bool function_colour(const char *text, size_t length, struct colour *colour)
{
    const struct expression_context context = {0};
    struct parser parser = {.at = text, .end = text + length, .context = &context};
    bool icc = take_word(&parser, "rgb-icc"), cmyk = !icc && take_word(&parser, "cmyk");
    if ((!icc && !cmyk && !take_word(&parser, "rgb")) || !take(&parser, '('))
        return false;
    int32_t parts[4] = {0};
    for (int i = 0; i < (cmyk ? 4 : 3); i++)
        if ((i > 0 && !take(&parser, ',')) || !take_part(&parser, cmyk ? 1 : 255, &parts[i]))
            return false;
    for (int i = 0; cmyk && i < 3; i++)
        parts[i] = parts[i] + parts[3] < 255 ? 255 - parts[i] - parts[3] : 0;
    *colour = (struct colour){
        .red = (uint8_t)parts[0], .green = (uint8_t)parts[1], .blue = (uint8_t)parts[2]};
    if (icc) /* the profile and its values: sRGB is what we make */
        return text[length - 1] == ')' && take(&parser, ',');
    return take(&parser, ')') && parser.at == parser.end;
}

bool expression_colour(const char *text, size_t length, struct colour *colour)
{
    if (length && text[0] == '#')
        return hash_colour(text + 1, length - 1, colour);
    if (length && text[length - 1] == ')')
        return function_colour(text, length, colour);
    if (named(text, length, "transparent")) {
        *colour = (struct colour){.none = true};
        return true;
    }
    return colour_name_find(text, length, colour);
}
