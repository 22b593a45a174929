/* Content streams: painting operators, and the graphics state they need set before them. Numbers
 * are written in points with at most three decimals, exactly the thousandths the formatter laid
 * out. Text stands in pdf_text.c. Callers: pdf.c, pdf_form.c. */
#include "draw/pdf_content.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/pdf_number.h"

enum { OPAQUE = 1000, LEVELS = OPAQUE + 1, DEFAULT_MITER_LIMIT = 10000 };

void pdf_content_begin(struct pdf_content *content, millipoint top)
{
    buffer_clear(&content->operators);
    content->top = top;
    content->state = (struct pdf_graphics_state){.line_width = MILLIPOINT_PER_POINT,
                                                 .cap = CAP_BUTT,
                                                 .join = JOIN_MITER,
                                                 .miter_limit = DEFAULT_MITER_LIMIT};
    content->xobjects.count = content->shadings.count = content->transparencies.count = 0;
    content->has_glyphs = false;
}

/* What was set is not known: have everything set again. */
static void forget_state(struct pdf_content *content)
{
    content->state = (struct pdf_graphics_state){.fill = {.none = true},
                                                 .stroke = {.none = true},
                                                 .line_width = -1,
                                                 .dashed = true,
                                                 .cap = -1,
                                                 .join = -1,
                                                 .miter_limit = -1,
                                                 .fill_transparency = -1,
                                                 .stroke_transparency = -1};
}

void pdf_content_begin_form(struct pdf_content *content, millipoint top)
{
    pdf_content_begin(content, top);
    forget_state(content);
    /* Forms are painted opaque: pdf_content_object(). */
    content->state.fill_transparency = content->state.stroke_transparency = 0;
}

void pdf_content_free(struct pdf_content *content)
{
    buffer_free(&content->operators);
    struct pdf_names *const names[] = {&content->xobjects, &content->shadings,
                                       &content->transparencies};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        free(names[i]->objects);
        *names[i] = (struct pdf_names){NULL, 0, 0};
    }
}

/* Objects come mostly in ascending order, so that the place is mostly the end. */
static void note(struct pdf_names *names, unsigned object)
{
    size_t low = 0, high = names->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (names->objects[middle] < object)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < names->count && names->objects[low] == object)
        return;
    if (names->count == names->capacity) {
        names->capacity = names->capacity ? names->capacity * 2 : 8;
        names->objects = memory_resize(names->objects, names->capacity, sizeof *names->objects);
    }
    memmove(names->objects + low + 1, names->objects + low,
            (names->count - low) * sizeof *names->objects);
    names->objects[low] = object;
    names->count++;
}

static void put_length(struct pdf_content *content, int64_t length)
{
    pdf_number_thousandths(&content->operators, length);
    buffer_byte(&content->operators, ' ');
}

static void put_point(struct pdf_content *content, millipoint x, millipoint y)
{
    put_length(content, x);
    put_length(content, (int64_t)content->top - y);
}

/* --- The graphics state -------------------------------------------------------------------------
 */

/* A colour component, 0 … 255 to 0 … 1 in thousandths. */
static int64_t component(uint8_t value)
{
    return (value * 1000 + 127) / 255;
}

static void set_colour(struct pdf_content *content, struct colour *current, struct colour wanted,
                       const char *operation)
{
    if (!current->none && current->red == wanted.red && current->green == wanted.green &&
        current->blue == wanted.blue)
        return;
    put_length(content, component(wanted.red));
    put_length(content, component(wanted.green));
    put_length(content, component(wanted.blue));
    buffer_print(&content->operators, "%s\n", operation);
    *current = wanted;
}

void pdf_content_set_fill(struct pdf_content *content, struct colour colour)
{
    set_colour(content, &content->state.fill, colour, "rg");
}

static void set_width(struct pdf_content *content, millipoint width)
{
    if (content->state.line_width == width)
        return;
    content->state.line_width = width;
    put_length(content, width);
    buffer_text(&content->operators, "w\n");
}

static void set_dashes(struct pdf_content *content, const millipoint *dashes, size_t count,
                       millipoint offset)
{
    if (count == 0 && !content->state.dashed)
        return;
    buffer_byte(&content->operators, '[');
    for (size_t i = 0; i < count; i++)
        put_length(content, dashes[i]);
    buffer_byte(&content->operators, ']');
    put_length(content, offset);
    buffer_text(&content->operators, "d\n");
    content->state.dashed = count > 0;
}

static void set_ends(struct pdf_content *content, enum line_cap cap, enum line_join join,
                     int32_t miter_limit)
{
    struct pdf_graphics_state *state = &content->state;
    if (state->cap != (int)cap)
        buffer_print(&content->operators, "%d J\n", (int)cap);
    if (state->join != (int)join)
        buffer_print(&content->operators, "%d j\n", (int)join);
    state->cap = (int)cap;
    state->join = (int)join;
    miter_limit = miter_limit ? miter_limit : DEFAULT_MITER_LIMIT;
    if (join != JOIN_MITER || state->miter_limit == miter_limit)
        return;
    put_length(content, miter_limit);
    buffer_text(&content->operators, "M\n");
    state->miter_limit = miter_limit;
}

void pdf_content_set_stroke(struct pdf_content *content, struct colour colour, millipoint width,
                            enum line_join join)
{
    set_colour(content, &content->state.stroke, colour, "RG");
    set_dashes(content, NULL, 0, 0);
    set_width(content, width);
    set_ends(content, CAP_BUTT, join, 0);
}

/* Named after its values: the same name means the same in every stream. */
static void transparency_name(char name[32], unsigned transparency)
{
    snprintf(name, 32, "G%u-%u", transparency / LEVELS, transparency % LEVELS);
}

static int32_t bounded(int32_t transparency)
{
    return transparency < 0 ? 0 : transparency > OPAQUE ? OPAQUE : transparency;
}

void pdf_content_set_transparency(struct pdf_content *content, int32_t fill, int32_t stroke)
{
    struct pdf_graphics_state *state = &content->state;
    fill = bounded(fill);
    stroke = bounded(stroke);
    bool same = state->fill_transparency == fill && state->stroke_transparency == stroke;
    if (same)
        return;
    state->fill_transparency = fill;
    state->stroke_transparency = stroke;
    unsigned transparency = (unsigned)fill * LEVELS + (unsigned)stroke;
    char name[32];
    transparency_name(name, transparency);
    note(&content->transparencies, transparency);
    buffer_print(&content->operators, "/%s gs\n", name);
}

/* --- Paths --------------------------------------------------------------------------------------
 */

enum { RECTANGLE_CORNERS = 4, RECTANGLE_VERBS = RECTANGLE_CORNERS + 1 };

/* Whether an upright rectangle begins here: from its upper left corner to the right and back. */
static bool is_rectangle(const struct path *path, size_t verb, size_t point)
{
    static const enum path_verb verbs[RECTANGLE_VERBS] = {PATH_MOVE, PATH_LINE, PATH_LINE,
                                                          PATH_LINE, PATH_CLOSE};
    if (path->verb_count - verb < RECTANGLE_VERBS ||
        path->point_count - point < RECTANGLE_CORNERS ||
        memcmp(path->verbs + verb, verbs, sizeof verbs) != 0)
        return false;
    const millipoint(*corner)[2] = path->points + point;
    return corner[0][0] < corner[2][0] && corner[0][1] < corner[2][1] &&
           corner[1][0] == corner[2][0] && corner[1][1] == corner[0][1] &&
           corner[3][0] == corner[0][0] && corner[3][1] == corner[2][1];
}

static void put_rectangle(struct pdf_content *content, const millipoint (*corner)[2])
{
    struct buffer *out = &content->operators;
    put_point(content, corner[3][0], corner[3][1]);
    pdf_number_thousandths(out, (int64_t)corner[2][0] - corner[0][0]);
    buffer_byte(out, ' ');
    pdf_number_thousandths(out, (int64_t)corner[2][1] - corner[0][1]);
    buffer_text(out, " re\n");
}

/* Many rectangles (a QR code has some hundred) are written as such: less than half as long. */
static void put_segments(struct pdf_content *content, const struct path *path)
{
    static const char *const operators[] = {"m\n", "l\n", "c\n", "h\n"};
    static const size_t points_of[] = {1, 1, 3, 0};
    size_t point = 0;
    for (size_t i = 0; i < path->verb_count; i++) {
        if (path->verb_count > RECTANGLE_VERBS && is_rectangle(path, i, point)) {
            put_rectangle(content, path->points + point);
            i += RECTANGLE_VERBS - 1;
            point += RECTANGLE_CORNERS;
            continue;
        }
        for (size_t n = points_of[path->verbs[i]]; n > 0 && point < path->point_count; n--, point++)
            put_point(content, path->points[point][0], path->points[point][1]);
        buffer_text(&content->operators, operators[path->verbs[i]]);
    }
}

/* Paints the shading through the path (§8.7.4.5.1): its coordinates are the gradient's own, y
 * downwards. */
static void fill_with_gradient(struct pdf_content *content, struct pdf_shadings *shadings,
                               const struct path *path)
{
    static const struct matrix identity = {MATRIX_ONE, 0, 0, MATRIX_ONE, 0, 0};
    const struct matrix *matrix = path->gradient->matrix ? path->gradient->matrix : &identity;
    const int64_t factors[] = {matrix->a, -(int64_t)matrix->b, matrix->c, -(int64_t)matrix->d};
    struct buffer *out = &content->operators;
    unsigned object = pdf_shading_of(shadings, path->gradient);
    note(&content->shadings, object);
    buffer_text(out, "q\n");
    put_segments(content, path);
    buffer_text(out, path->even_odd ? "W* n\n" : "W n\n");
    for (size_t i = 0; i < 4; i++) {
        pdf_number_factor(out, factors[i]);
        buffer_byte(out, ' ');
    }
    put_point(content, matrix->x, matrix->y);
    buffer_print(out, "cm /S%u sh\nQ\n", object);
}

static void fill(struct pdf_content *content, const struct path *path)
{
    pdf_content_set_fill(content, path->fill);
    put_segments(content, path);
    buffer_text(&content->operators, path->even_odd ? "f*\n" : "f\n");
}

/* `too`: what is filled is filled in the same go. */
static void stroke(struct pdf_content *content, const struct path *path, bool too)
{
    set_colour(content, &content->state.stroke, path->stroke, "RG");
    set_dashes(content, path->dashes, path->dash_count, path->dash_offset);
    set_width(content, path->stroke_width);
    set_ends(content, path->cap, path->join, path->miter_limit);
    put_segments(content, path);
    buffer_print(&content->operators, "%s%s\n", too ? "B" : "S", too && path->even_odd ? "*" : "");
}

void pdf_content_path(struct pdf_content *content, struct pdf_shadings *shadings,
                      const struct path *path)
{
    bool fills = !path->fill.none || path->gradient;
    bool strokes = !path->stroke.none && path->stroke_width > 0;
    if (!fills && !strokes)
        return;
    pdf_content_set_transparency(content, path->fill_transparency, path->stroke_transparency);
    /* The operator for both would let a transparent stroke hide the fill below it (§11.7.4.4). */
    bool at_once = fills && strokes && !path->gradient && path->stroke_transparency <= 0;
    if (path->gradient)
        fill_with_gradient(content, shadings, path);
    else if (at_once)
        pdf_content_set_fill(content, path->fill);
    else if (fills)
        fill(content, path);
    if (strokes)
        stroke(content, path, at_once);
}

void pdf_content_clip(struct pdf_content *content, const struct path *path)
{
    buffer_text(&content->operators, "q\n");
    put_segments(content, path);
    buffer_text(&content->operators, path->even_odd ? "W* n\n" : "W n\n");
}

void pdf_content_restore(struct pdf_content *content)
{
    buffer_text(&content->operators, "Q\n");
    forget_state(content);
}

/* --- XObjects and resources ---------------------------------------------------------------------
 */

static void begin_object(struct pdf_content *content, unsigned object)
{
    note(&content->xobjects, object);
    pdf_content_set_transparency(content, 0, 0);
    buffer_text(&content->operators, "q ");
}

void pdf_content_form(struct pdf_content *content, unsigned object, millipoint x, millipoint y,
                      millipoint unit)
{
    begin_object(content, object);
    put_length(content, unit);
    buffer_text(&content->operators, "0 0 ");
    put_length(content, unit);
    put_point(content, x, y);
    buffer_print(&content->operators, "cm /X%u Do Q\n", object);
}

/* An image fills the unit square (§8.9.5.1): where its right and its upper edge point to, turned,
 * and the corner that its lower left one goes to. */
void pdf_content_image(struct pdf_content *content, unsigned object, const struct image *image)
{
    int64_t width = image->width, height = image->height;
    int64_t across[2] = {width, 0}, up[2] = {0, height};
    int64_t corner[2] = {image->x, (int64_t)content->top - image->y - height};
    if (image->rotation == 90) {
        across[0] = 0, across[1] = height, up[0] = -width, up[1] = 0;
        corner[0] += width;
    } else if (image->rotation == 180) {
        across[0] = -width, up[1] = -height;
        corner[0] += width, corner[1] += height;
    } else if (image->rotation == 270) {
        across[0] = 0, across[1] = -height, up[0] = width, up[1] = 0;
        corner[1] += height;
    }
    if (image->mirrored) {
        corner[0] += across[0], corner[1] += across[1];
        across[0] = -across[0], across[1] = -across[1];
    }
    const int64_t numbers[] = {across[0], across[1], up[0], up[1], corner[0], corner[1]};
    begin_object(content, object);
    for (size_t i = 0; i < 6; i++)
        put_length(content, numbers[i]);
    buffer_print(&content->operators, "cm /X%u Do Q\n", object);
}

bool pdf_content_stands_alone(const struct pdf_content *content)
{
    return !content->has_glyphs && content->xobjects.count == 0 && content->shadings.count == 0 &&
           content->transparencies.count == 0;
}

static void put_references(struct pdf_file *file, HPDF_Dict resources, const char *key, char letter,
                           const struct pdf_names *names)
{
    if (!names->count)
        return;
    HPDF_Dict dictionary = pdf_dictionary(file);
    for (size_t i = 0; i < names->count; i++) {
        char name[16];
        snprintf(name, sizeof name, "%c%u", letter, names->objects[i]);
        pdf_put_reference(file, dictionary, name, names->objects[i]);
    }
    pdf_put_object(resources, key, dictionary);
}

/* ISO 32000-1 table 58: constant alpha. */
static void put_transparencies(struct pdf_file *file, HPDF_Dict resources,
                               const struct pdf_names *names)
{
    if (!names->count)
        return;
    HPDF_Dict states = pdf_dictionary(file);
    for (size_t i = 0; i < names->count; i++) {
        char name[32];
        transparency_name(name, names->objects[i]);
        HPDF_Dict state = pdf_dictionary(file);
        pdf_put_name(state, "Type", "ExtGState");
        pdf_put_real(state, "ca", (OPAQUE - names->objects[i] / LEVELS) / (double)OPAQUE);
        pdf_put_real(state, "CA", (OPAQUE - names->objects[i] % LEVELS) / (double)OPAQUE);
        pdf_put_object(states, name, state);
    }
    pdf_put_object(resources, "ExtGState", states);
}

HPDF_Dict pdf_content_resources(const struct pdf_content *content, struct pdf_file *file,
                                unsigned fonts)
{
    HPDF_Dict resources = pdf_dictionary(file);
    pdf_put_reference(file, resources, "Font", fonts);
    put_references(file, resources, "XObject", 'X', &content->xobjects);
    put_references(file, resources, "Shading", 'S', &content->shadings);
    put_transparencies(file, resources, &content->transparencies);
    return resources;
}
