/* An outline being made: the segments of a shape in user units, before they become a path of the
 * drawing. Private to the svg files. */
#ifndef YINFA_FORMAT_SVG_OUTLINE_H
#define YINFA_FORMAT_SVG_OUTLINE_H

#include "base/arena.h"
#include "format/svg_matrix.h"

struct svg_outline {
    enum path_verb *verbs;
    size_t verb_count, verb_capacity;
    double (*points)[2];
    size_t point_count, point_capacity;
    double start[2], current[2]; /* of the subpath, and where the pen is */
    bool open;                   /* a subpath has begun */
};

void svg_outline_free(struct svg_outline *outline);
void svg_outline_clear(struct svg_outline *outline); /* keeps the allocation */

void svg_outline_move(struct svg_outline *outline, double x, double y);
void svg_outline_line(struct svg_outline *outline, double x, double y);
void svg_outline_curve(struct svg_outline *outline, double x1, double y1, double x2, double y2,
                       double x, double y);
void svg_outline_close(struct svg_outline *outline);

/* An arc of an ellipse to (x, y), as the path command A says it (§8.3.8); `rotation` in degrees. */
void svg_outline_arc(struct svg_outline *outline, double radius_x, double radius_y, double rotation,
                     bool large, bool sweep, double x, double y);

/* A whole ellipse. */
void svg_outline_ellipse(struct svg_outline *outline, double x, double y, double radius_x,
                         double radius_y);

/* The tight box around it; false if it is empty. */
bool svg_outline_box(const struct svg_outline *outline, struct svg_box *box);

/* Maps the points from number `from` on. */
void svg_outline_map(struct svg_outline *outline, size_t from, const struct svg_matrix *matrix);

/* Puts verbs and points, mapped to points of the drawing, into `path`, in `arena`. */
void svg_outline_path(const struct svg_outline *outline, const struct svg_matrix *matrix,
                      struct arena *arena, struct path *path);

#endif
