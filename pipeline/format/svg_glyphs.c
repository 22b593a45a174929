/* From characters to rows of glyphs. A chunk of text begins wherever x or y is given and is
 * anchored as a whole; a row ends where the face or the style changes or a character has a place of
 * its own. Rows are measured in units of the drawing and placed in user units, so that a transform
 * may turn and skew them. Caller: svg_text.c. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "format/format_messages.h"
#include "format/svg_number.h"
#include "format/svg_text.h"

/* Characters in one row, and where it stands along its chunk, before the chunk is anchored. */
struct row {
    size_t from, to;
    struct font_face *face;
    double x, y;
    double width; /* user units */
    const struct glyph *glyphs;
    size_t glyph_count;
    const char *text;
    size_t length;
};

struct laying {
    const struct svg_text *text;
    double scale; /* points a user unit */
    struct row *rows;
    size_t count, capacity;
    double pen[2]; /* user units */
};

static bool is_selector(uint32_t code)
{
    return (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
}

static const struct font_chain *chain_of(const struct svg_text *text,
                                         const struct svg_character *character)
{
    const struct svg_environment *environment = text->svg->environment;
    const char *unknown = NULL;
    const struct font_chain *chain =
        font_set_chain(environment->fonts, character->style->font_family, character->style->bold,
                       character->style->italic, &unknown);
    if (unknown)
        report_at(environment->report, &MESSAGE_FONT_UNKNOWN, character->node, unknown, NULL);
    return chain;
}

static struct font_face *face_of(const struct svg_text *text, size_t index)
{
    const struct svg_environment *environment = text->svg->environment;
    const struct svg_character *character = &text->characters[index];
    uint32_t next = index + 1 < text->count ? text->characters[index + 1].code : 0;
    const struct font_chain *chain = chain_of(text, character);
    struct drawn drawn = glyph_source_find(environment->glyphs, chain, character->code,
                                           is_selector(next) ? next : 0, text->han);
    if (drawn.face)
        return drawn.face;
    char encoded[5] = "", code[16];
    encoded[utf8_encode(character->code, encoded)] = '\0';
    snprintf(code, sizeof code, "U+%04X", (unsigned)character->code);
    report_at(environment->report, &MESSAGE_GLYPH_MISSING, character->node, encoded, code, NULL);
    return font_chain_first(chain);
}

/* --- Rows ---------------------------------------------------------------------------------------
 */

/* Shapes the row's characters into the drawing's arena. */
static void shape(const struct laying *laying, struct row *row)
{
    const struct svg_text *text = laying->text;
    struct arena *arena = text->svg->arena;
    const struct svg_style *style = text->characters[row->from].style;
    millipoint size = svg_matrix_millipoint(style->font_size * laying->scale);
    millipoint spacing = svg_matrix_millipoint(style->letter_spacing * laying->scale);
    char *utf8 = arena_alloc(arena, (row->to - row->from) * 4 + 1);
    for (size_t i = row->from; i < row->to; i++)
        row->length += utf8_encode(text->characters[i].code, utf8 + row->length);
    row->text = utf8;
    const struct shaping shaping = {.size = size, .no_ligatures = spacing != 0};
    const struct glyph *shaped =
        glyph_source_shape(text->svg->environment->glyphs, row->face, &shaping, utf8, row->length,
                           text->svg->scratch, &row->glyph_count);
    struct glyph *glyphs = arena_new_array(arena, row->glyph_count, sizeof *glyphs);
    int64_t sum = 0;
    for (size_t i = 0; i < row->glyph_count; i++) {
        glyphs[i] = shaped[i];
        glyphs[i].advance += spacing;
        sum += glyphs[i].advance;
    }
    row->glyphs = glyphs;
    row->width = laying->scale > 0 ? (double)sum / MILLIPOINT_PER_POINT / laying->scale : 0;
}

static bool goes_on(const struct svg_text *text, size_t index, const struct row *row)
{
    const struct svg_character *character = &text->characters[index];
    if (is_selector(character->code))
        return true;
    return !character->given && !text->characters[row->from].text_path &&
           character->style == text->characters[row->from].style && !character->text_path &&
           face_of(text, index) == row->face;
}

static struct row *next_row(struct laying *laying, size_t from, size_t limit)
{
    if (laying->count == laying->capacity) {
        laying->capacity = laying->capacity ? laying->capacity * 2 : 16;
        laying->rows = memory_resize(laying->rows, laying->capacity, sizeof *laying->rows);
    }
    struct row *row = &laying->rows[laying->count++];
    *row = (struct row){.from = from, .to = from + 1, .face = face_of(laying->text, from)};
    bool turned = svg_is_given(&laying->text->characters[from], SVG_PLACE_ROTATE);
    while (row->to < limit && (!turned || is_selector(laying->text->characters[row->to].code)) &&
           goes_on(laying->text, row->to, row))
        row->to++;
    shape(laying, row);
    return row;
}

/* Adds the row to the drawing with its origin at x, y, turned by `angle`. */
static void put(const struct laying *laying, const struct row *row, double x, double y,
                double angle)
{
    const struct svg_text *text = laying->text;
    struct svg *svg = text->svg;
    const struct svg_style *style = text->characters[row->from].style;
    struct colour colour = style->fill.kind == SVG_PAINT_REFERENCE
                               ? style->colour
                               : svg_paint_colour(style, &style->fill);
    millipoint size = svg_matrix_millipoint(style->font_size * laying->scale);
    if (!style->visible || colour.none || size <= 0 || !row->glyph_count)
        return;
    double drop = style->baseline == SVG_BASELINE_MIDDLE    ? 0.38
                  : style->baseline == SVG_BASELINE_HANGING ? 0.88
                                                            : 0; /* of the em box */
    const struct svg_matrix turn = {cos(angle), sin(angle), -sin(angle), cos(angle), x, y};
    struct svg_matrix matrix = svg_matrix_product(text->matrix, &turn);
    double origin[2];
    svg_matrix_apply(&matrix, 0, drop * style->font_size, origin);
    struct glyph_run run = {.face = row->face,
                            .size = size,
                            .colour = colour,
                            .x = svg_matrix_millipoint(origin[0]),
                            .y = svg_matrix_millipoint(origin[1]),
                            .glyphs = row->glyphs,
                            .count = row->glyph_count,
                            .text = row->text,
                            .length = row->length,
                            .transparency =
                                svg_paint_transparency(style->opacity * style->fill_opacity)};
    if (!style->stroke.colour.none || style->stroke.kind != SVG_PAINT_COLOUR)
        run.embolden = svg_matrix_millipoint(style->stroke_width * laying->scale);
    const struct matrix lie = {svg_matrix_factor(matrix.a / laying->scale),
                               svg_matrix_factor(matrix.b / laying->scale),
                               svg_matrix_factor(matrix.c / laying->scale),
                               svg_matrix_factor(matrix.d / laying->scale),
                               0,
                               0};
    if (abs(lie.a - MATRIX_ONE) > 1 || abs(lie.d - MATRIX_ONE) > 1 || lie.b || lie.c) {
        struct matrix *kept = arena_alloc(svg->arena, sizeof *kept);
        *kept = lie;
        run.matrix = kept;
    }
    drawing_add(svg->arena, svg->drawing, DRAWING_GLYPHS)->of.run = run;
}

/* What of the paint text cannot have: gradients, and a stroke in another colour than the fill. */
static void refuse_paint(const struct svg_text *text, const struct svg_character *character)
{
    const struct svg_style *style = character->style;
    struct colour fill = svg_paint_colour(style, &style->fill);
    struct colour stroke = svg_paint_colour(style, &style->stroke);
    if (style->fill.kind == SVG_PAINT_REFERENCE)
        svg_refuse_property(text->svg, character->node, "fill", style->fill.reference);
    bool same = fill.red == stroke.red && fill.green == stroke.green && fill.blue == stroke.blue;
    if (style->stroke.kind == SVG_PAINT_REFERENCE || (!stroke.none && (!same || fill.none)))
        svg_refuse_property(text->svg, character->node, "stroke", "text");
}

/* --- Chunks -------------------------------------------------------------------------------------
 */

static double anchored(const struct svg_style *style, double width)
{
    return style->anchor == SVG_ANCHOR_MIDDLE ? -width / 2
           : style->anchor == SVG_ANCHOR_END  ? -width
                                              : 0;
}

static bool begins_chunk(const struct svg_text *text, size_t index)
{
    const struct svg_character *character = &text->characters[index];
    return svg_is_given(character, SVG_PLACE_X) || svg_is_given(character, SVG_PLACE_Y) ||
           character->text_path != text->characters[index - 1].text_path;
}

static void lay_chunk(struct laying *laying, size_t from, size_t to)
{
    const struct svg_text *text = laying->text;
    const struct svg_character *first = &text->characters[from];
    laying->count = 0;
    if (svg_is_given(first, SVG_PLACE_X))
        laying->pen[0] = first->place[SVG_PLACE_X];
    if (svg_is_given(first, SVG_PLACE_Y))
        laying->pen[1] = first->place[SVG_PLACE_Y];
    double start = laying->pen[0];
    for (size_t at = from; at < to;) {
        struct row *row = next_row(laying, at, to);
        const struct svg_character *character = &text->characters[at];
        laying->pen[0] += character->place[SVG_PLACE_DX];
        laying->pen[1] += character->place[SVG_PLACE_DY];
        row->x = laying->pen[0];
        row->y = laying->pen[1];
        laying->pen[0] = svg_number_bounded(laying->pen[0] + row->width);
        at = row->to;
    }
    double shift = anchored(first->style, laying->pen[0] - start);
    for (size_t i = 0; i < laying->count; i++) {
        const struct row *row = &laying->rows[i];
        const struct svg_character *character = &text->characters[row->from];
        double angle = fmod(character->place[SVG_PLACE_ROTATE], 360) * 3.14159265358979323846 / 180;
        put(laying, row, row->x + shift, row->y, angle);
    }
    laying->pen[0] += shift;
}

/* --- Text on a path (§10.13) --------------------------------------------------------------------
 */

enum { TRACK_COST = 8 }; /* a segment of a track in segments of an outline: it is cut in pieces */

/* A path as a chain of short lines. */
struct track {
    double (*points)[2];
    double *reached; /* length of the way up to each point */
    size_t count, capacity;
};

static void track_add(struct track *track, double x, double y, bool jump)
{
    if (track->count == track->capacity) {
        track->capacity = track->capacity ? track->capacity * 2 : 64;
        track->points = memory_resize(track->points, track->capacity, sizeof *track->points);
        track->reached = memory_resize(track->reached, track->capacity, sizeof *track->reached);
    }
    double way = 0;
    if (track->count) {
        const double *last = track->points[track->count - 1];
        way = track->reached[track->count - 1] + (jump ? 0 : hypot(x - last[0], y - last[1]));
    }
    track->points[track->count][0] = x;
    track->points[track->count][1] = y;
    track->reached[track->count++] = way;
}

static void track_curve(struct track *track, const double from[2], const double (*p)[2])
{
    enum { PIECES = 32 };
    const double start[2] = {from[0], from[1]};
    for (int i = 1; i <= PIECES; i++) {
        double t = (double)i / PIECES, s = 1 - t, point[2];
        for (int axis = 0; axis < 2; axis++)
            point[axis] = s * s * s * start[axis] + 3 * s * s * t * p[0][axis] +
                          3 * s * t * t * p[1][axis] + t * t * t * p[2][axis];
        track_add(track, point[0], point[1], false);
    }
}

static void track_read(struct track *track, const struct svg_outline *outline)
{
    const double(*at)[2] = (const double(*)[2])outline->points;
    double start[2] = {0, 0};
    for (size_t i = 0; i < outline->verb_count; i++) {
        switch (outline->verbs[i]) {
        case PATH_MOVE:
            start[0] = at[0][0];
            start[1] = at[0][1];
            track_add(track, start[0], start[1], true);
            at++;
            break;
        case PATH_LINE:
            track_add(track, at[0][0], at[0][1], false);
            at++;
            break;
        case PATH_CURVE:
            track_curve(track, track->points[track->count - 1], at);
            at += 3;
            break;
        case PATH_CLOSE:
            track_add(track, start[0], start[1], false);
            break;
        }
    }
}

/* The place after `way` along the track and the direction there; false beyond its ends. */
static bool track_at(const struct track *track, double way, double point[2], double *angle)
{
    if (way < 0 || track->count < 2 || way > track->reached[track->count - 1])
        return false;
    size_t low = 1, high = track->count - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (track->reached[middle] < way)
            low = middle + 1;
        else
            high = middle;
    }
    const double *from = track->points[low - 1], *to = track->points[low];
    double length = track->reached[low] - track->reached[low - 1];
    double part = length > 0 ? (way - track->reached[low - 1]) / length : 0;
    point[0] = from[0] + (to[0] - from[0]) * part;
    point[1] = from[1] + (to[1] - from[1]) * part;
    *angle = atan2(to[1] - from[1], to[0] - from[0]);
    return true;
}

/* Reads the path that a textPath names; false if there is none. */
static bool find_track(const struct svg_text *text, const struct svg_character *first,
                       struct track *track)
{
    struct svg *svg = text->svg;
    const char *href = svg_href(first->text_path);
    const char *id = href ? svg_style_reference(href, svg->scratch) : NULL;
    const xmlNode *path = id ? svg_find(svg, id) : NULL;
    if (!path || !svg_shape_outline(svg, path, first->style)) {
        report_at(svg->environment->report, &MESSAGE_SVG_REFERENCE, first->text_path,
                  href ? href : "", NULL);
        return false;
    }
    if (!svg_count(svg, path, &svg->segments, svg->outline.verb_count * TRACK_COST, SVG_SEGMENTS))
        return false;
    struct svg_matrix matrix = SVG_IDENTITY;
    svg_matrix_transform(svg_attribute(path, "transform"), &matrix);
    svg_outline_map(&svg->outline, 0, &matrix);
    track_read(track, &svg->outline);
    return track->count > 1;
}

/* Each character stands upright on the path with its middle. */
static void lay_on_path(struct laying *laying, size_t from, size_t to)
{
    const struct svg_text *text = laying->text;
    const struct svg_character *first = &text->characters[from];
    struct track track = {0};
    laying->count = 0;
    double width = 0;
    for (size_t at = from; at < to; at = laying->rows[laying->count - 1].to) {
        struct row *row = next_row(laying, at, to);
        width += text->characters[at].place[SVG_PLACE_DX];
        row->x = width;
        row->y = text->characters[at].place[SVG_PLACE_DY];
        width += row->width;
    }
    if (find_track(text, first, &track)) {
        double whole = track.reached[track.count - 1];
        double start = svg_length(first->style, first->text_path, "startOffset", whole, 0);
        start += anchored(first->style, width);
        size_t lost = 0;
        for (size_t i = 0; i < laying->count; i++) {
            const struct row *row = &laying->rows[i];
            double point[2], angle, half = row->width / 2;
            if (!track_at(&track, start + row->x + half, point, &angle)) {
                lost++;
                continue;
            }
            put(laying, row, point[0] - half * cos(angle) - row->y * sin(angle),
                point[1] - half * sin(angle) + row->y * cos(angle), angle);
        }
        if (lost)
            report_at(text->svg->environment->report, &MESSAGE_SVG_TEXT_PATH, first->text_path,
                      NULL);
    }
    free(track.points);
    free(track.reached);
}

void svg_glyphs_draw(const struct svg_text *text)
{
    struct laying laying = {.text = text, .scale = svg_matrix_scale(text->matrix)};
    for (size_t from = 0; from < text->count && laying.scale > 0;) {
        size_t to = from + 1;
        while (to < text->count && !begins_chunk(text, to))
            to++;
        if (text->characters[from].text_path)
            lay_on_path(&laying, from, to);
        else
            lay_chunk(&laying, from, to);
        from = to;
    }
    for (size_t i = 0; i < text->count; i++)
        if (i == 0 || text->characters[i].style != text->characters[i - 1].style)
            refuse_paint(text, &text->characters[i]);
    free(laying.rows);
}
