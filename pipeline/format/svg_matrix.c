/* Maps are kept in double: they are products of many small ones. Bounded components keep every
 * product finite. Callers: svg.c, svg_paint.c, svg_text.c. */
#include "format/svg_matrix.h"

#include <math.h>
#include <string.h>

#include "format/measure.h"
#include "format/svg_number.h"

struct svg_matrix svg_matrix_product(const struct svg_matrix *outer, const struct svg_matrix *inner)
{
    return (struct svg_matrix){
        svg_number_bounded(outer->a * inner->a + outer->c * inner->b),
        svg_number_bounded(outer->b * inner->a + outer->d * inner->b),
        svg_number_bounded(outer->a * inner->c + outer->c * inner->d),
        svg_number_bounded(outer->b * inner->c + outer->d * inner->d),
        svg_number_bounded(outer->a * inner->e + outer->c * inner->f + outer->e),
        svg_number_bounded(outer->b * inner->e + outer->d * inner->f + outer->f)};
}

void svg_matrix_apply(const struct svg_matrix *matrix, double x, double y, double point[2])
{
    point[0] = svg_number_bounded(matrix->a * x + matrix->c * y + matrix->e);
    point[1] = svg_number_bounded(matrix->b * x + matrix->d * y + matrix->f);
}

double svg_matrix_scale(const struct svg_matrix *matrix)
{
    return sqrt(fabs(matrix->a * matrix->d - matrix->b * matrix->c));
}

millipoint svg_matrix_millipoint(double points)
{
    double rounded = floor(svg_number_bounded(points) * MILLIPOINT_PER_POINT + 0.5);
    if (rounded > MEASURE_LIMIT)
        return MEASURE_LIMIT;
    return rounded < -MEASURE_LIMIT ? -MEASURE_LIMIT : (millipoint)rounded;
}

int32_t svg_matrix_factor(double factor)
{
    const double most = 16384; /* two of them are added when a drawing is turned */
    factor = factor > most ? most : factor < -most ? -most : factor;
    return (int32_t)floor(factor * MATRIX_ONE + 0.5);
}

/* --- Transform lists ----------------------------------------------------------------------------
 */

/* The numbers between ( and ), at most six; their count, or -1. */
static int read_arguments(const char **text, double numbers[6])
{
    const char *at = svg_number_skip(*text);
    if (*at++ != '(')
        return -1;
    int count = 0;
    while (count < 6 && svg_number_read(&at, &numbers[count])) {
        count++;
        at = svg_number_skip(at);
    }
    at = svg_number_skip(at);
    if (*at != ')')
        return -1;
    *text = at + 1;
    return count;
}

static struct svg_matrix rotation(double degrees)
{
    double angle = fmod(degrees, 360) * (3.14159265358979323846 / 180);
    double sine = sin(angle), cosine = cos(angle);
    return (struct svg_matrix){cosine, sine, -sine, cosine, 0, 0};
}

static struct svg_matrix rotation_about(double degrees, double x, double y)
{
    struct svg_matrix turn = rotation(degrees);
    turn.e = svg_number_bounded(x - turn.a * x - turn.c * y);
    turn.f = svg_number_bounded(y - turn.b * x - turn.d * y);
    return turn;
}

static double tangent(double degrees)
{
    return svg_number_bounded(tan(fmod(degrees, 180) * (3.14159265358979323846 / 180)));
}

/* One function of the list, "rotate(30)". */
static bool read_function(const char **text, struct svg_matrix *step)
{
    static const char *const names[] = {"matrix", "translate", "scale", "rotate", "skewX", "skewY"};
    enum { MATRIX, TRANSLATE, SCALE, ROTATE, SKEW_X, SKEW_Y, NAMES };
    size_t name = 0;
    while (name < NAMES && strncmp(*text, names[name], strlen(names[name])) != 0)
        name++;
    if (name == NAMES)
        return false;
    *text += strlen(names[name]);
    double n[6] = {0};
    int count = read_arguments(text, n);
    *step = SVG_IDENTITY;
    switch (name) {
    case MATRIX:
        *step = (struct svg_matrix){n[0], n[1], n[2], n[3], n[4], n[5]};
        return count == 6;
    case TRANSLATE:
        step->e = n[0];
        step->f = n[1];
        return count == 1 || count == 2;
    case SCALE:
        step->a = n[0];
        step->d = count == 2 ? n[1] : n[0];
        return count == 1 || count == 2;
    case ROTATE:
        *step = count == 3 ? rotation_about(n[0], n[1], n[2]) : rotation(n[0]);
        return count == 1 || count == 3;
    case SKEW_X:
        step->c = tangent(n[0]);
        return count == 1;
    default:
        step->b = tangent(n[0]);
        return count == 1;
    }
}

bool svg_matrix_transform(const char *text, struct svg_matrix *matrix)
{
    if (!text)
        return true;
    struct svg_matrix whole = *matrix, step;
    for (text = svg_number_skip(text); *text; text = svg_number_skip(text)) {
        if (!read_function(&text, &step))
            return false;
        whole = svg_matrix_product(&whole, &step);
    }
    *matrix = whole;
    return true;
}

/* --- View boxes ----------------------------------------------------------------------------------
 */

bool svg_matrix_view_box(const char *text, struct svg_box *box)
{
    double numbers[4];
    for (int i = 0; i < 4; i++) {
        if (!text || !svg_number_read(&text, &numbers[i]))
            return false;
        text = svg_number_skip(text);
    }
    *box = (struct svg_box){numbers[0], numbers[1], numbers[2], numbers[3]};
    return *text == '\0' && box->width > 0 && box->height > 0;
}

/* How much of the free room lies before: 0, a half or all of it. */
static double share(const char *aspect, const char *axis)
{
    const char *at = strstr(aspect, axis);
    if (!at)
        return 0.5;
    at += strlen(axis);
    return strncmp(at, "Min", 3) == 0 ? 0 : strncmp(at, "Max", 3) == 0 ? 1 : 0.5;
}

struct svg_matrix svg_matrix_fit(const struct svg_box *box, double width, double height,
                                 const char *aspect)
{
    double across = svg_number_bounded(width / box->width);
    double down = svg_number_bounded(height / box->height);
    aspect = aspect ? aspect : "xMidYMid meet";
    if (!strstr(aspect, "none")) {
        bool slice = strstr(aspect, "slice") != NULL;
        across = down = (across < down) != slice ? across : down;
    }
    double x = (width - box->width * across) * share(aspect, "x") - box->x * across;
    double y = (height - box->height * down) * share(aspect, "Y") - box->y * down;
    return (struct svg_matrix){across, 0, 0, down, svg_number_bounded(x), svg_number_bounded(y)};
}
