/* Segments are lines and cubic curves; arcs become curves of a quarter turn at most, which are off
 * by less than three in ten thousand of the radius. Callers: svg_path.c, svg_shape.c, svg.c. */
#include "format/svg_outline.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "format/svg_number.h"

#define PI 3.14159265358979323846

void svg_outline_free(struct svg_outline *outline)
{
    free(outline->verbs);
    free(outline->points);
    *outline = (struct svg_outline){0};
}

void svg_outline_clear(struct svg_outline *outline)
{
    outline->verb_count = outline->point_count = 0;
    outline->open = false;
    outline->current[0] = outline->current[1] = 0;
}

static void add_verb(struct svg_outline *outline, enum path_verb verb)
{
    if (outline->verb_count == outline->verb_capacity) {
        outline->verb_capacity = outline->verb_capacity ? outline->verb_capacity * 2 : 32;
        outline->verbs =
            memory_resize(outline->verbs, outline->verb_capacity, sizeof *outline->verbs);
    }
    outline->verbs[outline->verb_count++] = verb;
}

static void add_point(struct svg_outline *outline, double x, double y)
{
    if (outline->point_count == outline->point_capacity) {
        outline->point_capacity = outline->point_capacity ? outline->point_capacity * 2 : 64;
        outline->points =
            memory_resize(outline->points, outline->point_capacity, sizeof *outline->points);
    }
    double *point = outline->points[outline->point_count++];
    point[0] = outline->current[0] = svg_number_bounded(x);
    point[1] = outline->current[1] = svg_number_bounded(y);
}

void svg_outline_move(struct svg_outline *outline, double x, double y)
{
    add_verb(outline, PATH_MOVE);
    add_point(outline, x, y);
    outline->start[0] = outline->current[0];
    outline->start[1] = outline->current[1];
    outline->open = true;
}

/* After a close the next segment begins where the subpath began (§8.3.3). */
static void ensure_open(struct svg_outline *outline)
{
    if (!outline->open)
        svg_outline_move(outline, outline->current[0], outline->current[1]);
}

void svg_outline_line(struct svg_outline *outline, double x, double y)
{
    ensure_open(outline);
    add_verb(outline, PATH_LINE);
    add_point(outline, x, y);
}

void svg_outline_curve(struct svg_outline *outline, double x1, double y1, double x2, double y2,
                       double x, double y)
{
    ensure_open(outline);
    add_verb(outline, PATH_CURVE);
    add_point(outline, x1, y1);
    add_point(outline, x2, y2);
    add_point(outline, x, y);
}

void svg_outline_close(struct svg_outline *outline)
{
    if (!outline->open)
        return;
    add_verb(outline, PATH_CLOSE);
    outline->current[0] = outline->start[0];
    outline->current[1] = outline->start[1];
    outline->open = false;
}

/* --- Arcs ---------------------------------------------------------------------------------------
 */

/* An ellipse turned by an angle, as a map of the unit circle. */
static struct svg_matrix ellipse_map(double x, double y, double radius_x, double radius_y,
                                     double sine, double cosine)
{
    return (struct svg_matrix){
        radius_x * cosine, radius_x * sine, -radius_y * sine, radius_y * cosine, x, y};
}

/* Curves along the unit circle from `angle` over `extent`, mapped. */
static void add_arcs(struct svg_outline *outline, const struct svg_matrix *map, double angle,
                     double extent)
{
    int count = (int)ceil(fabs(extent) / (PI / 2) - 1e-9);
    count = count < 1 ? 1 : count > 4 ? 4 : count;
    double step = extent / count, reach = 4.0 / 3 * tan(step / 4);
    for (int i = 0; i < count; i++) {
        double from = angle + i * step, to = from + step, first[2], second[2], end[2];
        svg_matrix_apply(map, cos(from) - reach * sin(from), sin(from) + reach * cos(from), first);
        svg_matrix_apply(map, cos(to) + reach * sin(to), sin(to) - reach * cos(to), second);
        svg_matrix_apply(map, cos(to), sin(to), end);
        svg_outline_curve(outline, first[0], first[1], second[0], second[1], end[0], end[1]);
    }
}

void svg_outline_arc(struct svg_outline *outline, double radius_x, double radius_y, double rotation,
                     bool large, bool sweep, double x, double y)
{
    double from_x = outline->current[0], from_y = outline->current[1];
    radius_x = fabs(radius_x);
    radius_y = fabs(radius_y);
    if (from_x == x && from_y == y)
        return;
    if (radius_x < 1e-9 || radius_y < 1e-9) {
        svg_outline_line(outline, x, y);
        return;
    }
    /* SVG 1.1 appendix F.6.5: the centre from the end points, on the unit circle. */
    double angle = fmod(rotation, 360) * (PI / 180), sine = sin(angle), cosine = cos(angle);
    double half_x = (from_x - x) / 2, half_y = (from_y - y) / 2;
    double u = (cosine * half_x + sine * half_y) / radius_x;
    double v = (cosine * half_y - sine * half_x) / radius_y;
    double distance = u * u + v * v, grow = distance > 1 ? sqrt(distance) : 1;
    radius_x *= grow; /* F.6.6: too small to reach */
    radius_y *= grow;
    u /= grow;
    v /= grow;
    distance = u * u + v * v;
    double offset = distance > 0 && distance < 1 ? sqrt((1 - distance) / distance) : 0;
    offset = large == sweep ? -offset : offset;
    double centre_u = offset * v, centre_v = -offset * u;
    struct svg_matrix map =
        ellipse_map((from_x + x) / 2, (from_y + y) / 2, radius_x, radius_y, sine, cosine);
    double centre[2];
    svg_matrix_apply(&map, centre_u, centre_v, centre);
    map.e = centre[0];
    map.f = centre[1];
    double start = atan2(v - centre_v, u - centre_u);
    double extent = atan2(-v - centre_v, -u - centre_u) - start;
    if (sweep && extent < 0)
        extent += 2 * PI;
    else if (!sweep && extent > 0)
        extent -= 2 * PI;
    add_arcs(outline, &map, start, extent);
    /* The end is where the command says, not where the sines lead. */
    outline->points[outline->point_count - 1][0] = outline->current[0] = svg_number_bounded(x);
    outline->points[outline->point_count - 1][1] = outline->current[1] = svg_number_bounded(y);
}

void svg_outline_ellipse(struct svg_outline *outline, double x, double y, double radius_x,
                         double radius_y)
{
    struct svg_matrix map = ellipse_map(x, y, radius_x, radius_y, 0, 1);
    svg_outline_move(outline, x + radius_x, y);
    add_arcs(outline, &map, 0, 2 * PI);
    svg_outline_close(outline);
}

/* --- Boxes --------------------------------------------------------------------------------------
 */

struct extent {
    double least, most;
};

static void take(struct extent *extent, double value)
{
    extent->least = value < extent->least ? value : extent->least;
    extent->most = value > extent->most ? value : extent->most;
}

static double curve_at(const double p[4], double t)
{
    double s = 1 - t;
    return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
}

/* Takes the places where a curve turns back: the zeros of its derivative. */
static void take_curve(struct extent *extent, const double p[4])
{
    double a = -p[0] + 3 * p[1] - 3 * p[2] + p[3], b = 2 * (p[0] - 2 * p[1] + p[2]);
    double c = p[1] - p[0], roots[2] = {-1, -1};
    double inside = b * b - 4 * a * c;
    if (fabs(a) < 1e-12 * (fabs(b) + 1)) {
        roots[0] = b != 0 ? -c / b : -1;
    } else if (inside >= 0) {
        roots[0] = (-b + sqrt(inside)) / (2 * a);
        roots[1] = (-b - sqrt(inside)) / (2 * a);
    }
    for (int i = 0; i < 2; i++)
        if (roots[i] > 0 && roots[i] < 1)
            take(extent, curve_at(p, roots[i]));
    take(extent, p[3]);
}

bool svg_outline_box(const struct svg_outline *outline, struct svg_box *box)
{
    struct extent extents[2] = {{HUGE_VAL, -HUGE_VAL}, {HUGE_VAL, -HUGE_VAL}};
    size_t point = 0;
    for (size_t i = 0; i < outline->verb_count; i++) {
        enum path_verb verb = outline->verbs[i];
        for (int axis = 0; axis < 2 && verb != PATH_CLOSE; axis++) {
            const double(*at)[2] = (const double(*)[2])outline->points + point;
            if (verb != PATH_CURVE) {
                take(&extents[axis], at[0][axis]);
                continue;
            }
            const double curve[] = {point ? at[-1][axis] : at[0][axis], at[0][axis], at[1][axis],
                                    at[2][axis]};
            take_curve(&extents[axis], curve);
        }
        point += verb == PATH_CURVE ? 3 : verb != PATH_CLOSE;
    }
    if (extents[0].least > extents[0].most)
        return false;
    *box = (struct svg_box){extents[0].least, extents[1].least, extents[0].most - extents[0].least,
                            extents[1].most - extents[1].least};
    return true;
}

/* --- What becomes of it -------------------------------------------------------------------------
 */

void svg_outline_map(struct svg_outline *outline, size_t from, const struct svg_matrix *matrix)
{
    for (size_t i = from; i < outline->point_count; i++)
        svg_matrix_apply(matrix, outline->points[i][0], outline->points[i][1], outline->points[i]);
}

void svg_outline_path(const struct svg_outline *outline, const struct svg_matrix *matrix,
                      struct arena *arena, struct path *path)
{
    enum path_verb *verbs = arena_new_array(arena, outline->verb_count, sizeof *verbs);
    millipoint(*points)[2] = arena_new_array(arena, outline->point_count, sizeof *points);
    for (size_t i = 0; i < outline->verb_count; i++)
        verbs[i] = outline->verbs[i];
    for (size_t i = 0; i < outline->point_count; i++) {
        double point[2];
        svg_matrix_apply(matrix, outline->points[i][0], outline->points[i][1], point);
        points[i][0] = svg_matrix_millipoint(point[0]);
        points[i][1] = svg_matrix_millipoint(point[1]);
    }
    path->verbs = verbs;
    path->verb_count = outline->verb_count;
    path->points = (const millipoint(*)[2])points;
    path->point_count = outline->point_count;
}
