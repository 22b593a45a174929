/* One command after the other; a command letter may stand for several of its kind in a row, and M
 * for lines after its first point. Caller: svg_shape.c. */
#include "format/svg_path.h"

#include <string.h>

#include "format/svg_number.h"

struct reading {
    const char *at;
    struct svg_outline *outline;
    char command;      /* as it stands in the data */
    char before;       /* the command before this one, upper case */
    double control[2]; /* last control point, for S and T */
};

static bool numbers(struct reading *reading, double *values, int count)
{
    for (int i = 0; i < count; i++) {
        if (!svg_number_read(&reading->at, &values[i]))
            return false;
        reading->at = svg_number_skip(reading->at);
    }
    return true;
}

static bool is_relative(const struct reading *reading)
{
    return reading->command >= 'a';
}

/* Pairs of coordinates, relative ones made absolute. */
static bool points(struct reading *reading, double values[][2], int count)
{
    for (int i = 0; i < count; i++) {
        if (!numbers(reading, values[i], 2))
            return false;
        values[i][0] += is_relative(reading) ? reading->outline->current[0] : 0;
        values[i][1] += is_relative(reading) ? reading->outline->current[1] : 0;
    }
    return true;
}

/* The last control point mirrored at the pen, if the command before was of this kind. */
static void mirror(const struct reading *reading, const char *kinds, double control[2])
{
    const double *current = reading->outline->current;
    bool same = reading->before && strchr(kinds, reading->before);
    control[0] = same ? 2 * current[0] - reading->control[0] : current[0];
    control[1] = same ? 2 * current[1] - reading->control[1] : current[1];
}

static void remember(struct reading *reading, const double control[2])
{
    reading->control[0] = control[0];
    reading->control[1] = control[1];
}

static void cubic(struct reading *reading, const double first[2], const double second[2],
                  const double end[2])
{
    svg_outline_curve(reading->outline, first[0], first[1], second[0], second[1], end[0], end[1]);
    remember(reading, second);
}

static void quadratic(struct reading *reading, const double control[2], const double end[2])
{
    const double *from = reading->outline->current;
    const double kept[2] = {control[0], control[1]};
    svg_outline_curve(reading->outline, from[0] + (control[0] - from[0]) * 2 / 3,
                      from[1] + (control[1] - from[1]) * 2 / 3,
                      end[0] + (control[0] - end[0]) * 2 / 3,
                      end[1] + (control[1] - end[1]) * 2 / 3, end[0], end[1]);
    remember(reading, kept);
}

static bool arc(struct reading *reading)
{
    double radii[3], end[1][2];
    bool large, sweep;
    if (!numbers(reading, radii, 3) || !svg_number_flag(&reading->at, &large))
        return false;
    reading->at = svg_number_skip(reading->at);
    if (!svg_number_flag(&reading->at, &sweep))
        return false;
    reading->at = svg_number_skip(reading->at);
    if (!points(reading, end, 1))
        return false;
    svg_outline_arc(reading->outline, radii[0], radii[1], radii[2], large, sweep, end[0][0],
                    end[0][1]);
    return true;
}

static bool one_axis(struct reading *reading, int axis)
{
    double end[2] = {reading->outline->current[0], reading->outline->current[1]}, value;
    if (!numbers(reading, &value, 1))
        return false;
    end[axis] = is_relative(reading) ? end[axis] + value : value;
    svg_outline_line(reading->outline, end[0], end[1]);
    return true;
}

static bool one_command(struct reading *reading, char kind)
{
    double p[3][2];
    switch (kind) {
    case 'M':
        if (!points(reading, p, 1))
            return false;
        svg_outline_move(reading->outline, p[0][0], p[0][1]);
        return true;
    case 'L':
        if (!points(reading, p, 1))
            return false;
        svg_outline_line(reading->outline, p[0][0], p[0][1]);
        return true;
    case 'H':
        return one_axis(reading, 0);
    case 'V':
        return one_axis(reading, 1);
    case 'C':
        if (!points(reading, p, 3))
            return false;
        cubic(reading, p[0], p[1], p[2]);
        return true;
    case 'S':
        mirror(reading, "CS", p[0]);
        if (!points(reading, p + 1, 2))
            return false;
        cubic(reading, p[0], p[1], p[2]);
        return true;
    case 'Q':
        if (!points(reading, p, 2))
            return false;
        quadratic(reading, p[0], p[1]);
        return true;
    case 'T':
        mirror(reading, "QT", p[0]);
        if (!points(reading, p + 1, 1))
            return false;
        quadratic(reading, p[0], p[1]);
        return true;
    default:
        return arc(reading);
    }
}

static char upper(char command)
{
    return command >= 'a' ? (char)(command - 'a' + 'A') : command;
}

bool svg_path_read(const char *data, struct svg_outline *outline)
{
    struct reading reading = {.at = svg_number_skip(data), .outline = outline};
    while (*reading.at) {
        bool letter = strchr("MmLlHhVvCcSsQqTtAaZz", *reading.at) != NULL;
        if (letter)
            reading.command = *reading.at++;
        else if (!reading.command || upper(reading.command) == 'Z')
            return false;
        char kind = upper(reading.command);
        if (!reading.before && kind != 'M')
            return false;
        if (kind == 'Z')
            svg_outline_close(outline);
        else if (!one_command(&reading, kind))
            return false;
        reading.before = kind;
        if (kind == 'M') /* further points are lines */
            reading.command = is_relative(&reading) ? 'l' : 'L';
        reading.at = svg_number_skip(reading.at);
    }
    return true;
}
