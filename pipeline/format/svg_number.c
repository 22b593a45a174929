/* Digits are gathered by hand; what is too small or too large to matter is cut. Callers: all
 * readers of SVG attributes. */
#include "format/svg_number.h"

#include <math.h>
#include <string.h>

double svg_number_bounded(double value)
{
    if (!(value > -SVG_NUMBER_LIMIT)) /* not a number goes the same way */
        return -SVG_NUMBER_LIMIT;
    return value > SVG_NUMBER_LIMIT ? SVG_NUMBER_LIMIT : value;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

static const char *skip_space(const char *text)
{
    while (is_space(*text))
        text++;
    return text;
}

const char *svg_number_skip(const char *text)
{
    text = skip_space(text);
    return *text == ',' ? skip_space(text + 1) : text;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* The exponent at `*text`, if one stands there ("1em" has none). */
static int read_exponent(const char **text)
{
    enum { MOST = 60 };
    const char *at = *text;
    if (*at != 'e' && *at != 'E')
        return 0;
    at++;
    bool negative = *at == '-';
    at += *at == '-' || *at == '+';
    if (!is_digit(*at))
        return 0;
    int exponent = 0;
    for (; is_digit(*at); at++)
        exponent = exponent > MOST ? exponent : exponent * 10 + (*at - '0');
    *text = at;
    exponent = exponent > MOST ? MOST : exponent;
    return negative ? -exponent : exponent;
}

bool svg_number_read(const char **text, double *value)
{
    const char *at = skip_space(*text);
    bool negative = *at == '-', any = false;
    at += *at == '-' || *at == '+';
    double sum = 0;
    int scale = 0;
    for (; is_digit(*at); at++, any = true)
        sum = sum < 1e30 ? sum * 10 + (*at - '0') : sum;
    if (*at == '.' && (any || is_digit(at[1])))
        for (at++; is_digit(*at); at++, any = true) {
            if (scale > -18) {
                sum = sum * 10 + (*at - '0');
                scale--;
            }
        }
    if (!any)
        return false;
    scale += read_exponent(&at);
    double power = 1;
    for (int i = scale < 0 ? -scale : scale; i > 0; i--)
        power *= 10;
    sum = scale < 0 ? sum / power : sum * power;
    *value = svg_number_bounded(negative ? -sum : sum);
    *text = at;
    return true;
}

bool svg_number_flag(const char **text, bool *flag)
{
    const char *at = skip_space(*text);
    if (*at != '0' && *at != '1')
        return false;
    *flag = *at == '1';
    *text = at + 1;
    return true;
}

bool svg_number_next_length(const char **text, double font_size, double whole, double *value)
{
    const struct {
        const char *name;
        double size;
    } units[] = {{"px", 1},         {"pt", 96 / 72.0}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54},
                 {"in", 96},        {"pc", 16},        {"em", font_size}, {"ex", font_size * 0.5},
                 {"%", whole / 100}};
    double number;
    if (!svg_number_read(text, &number))
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t length = strlen(units[i].name);
        if (strncmp(*text, units[i].name, length) == 0) {
            number *= units[i].size;
            *text += length;
            break;
        }
    }
    *value = svg_number_bounded(number);
    return true;
}

bool svg_number_length(const char *text, double font_size, double whole, double *value)
{
    return svg_number_next_length(&text, font_size, whole, value) && *skip_space(text) == '\0';
}
