/* libqrencode makes the modules; here their outlines are traced, so that a code is one path without
 * seams between its modules, of about two corners a module. Caller: inline_layout.c. */
#include "format/qr_code.h"

#include <qrencode.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "format/drawing.h"
#include "format/format_messages.h"
#include "format/graphic.h"
#include "format/structure.h"

enum { QUIET_ZONE = 4, QUIET_ZONE_MOST = 40, DEFAULT_SIDE = 56693 /* 20 mm */ };

/* What a code is made from. */
struct qr_code {
    const char *content;
    QRecLevel level;
    int quiet_zone; /* modules */
    millipoint side;
    struct colour colour;
};

/* --- Outlines -----------------------------------------------------------------------------------
 */

/* The modules, and the path that is traced around the dark ones: on its right hand are dark
 * modules, on its left light ones. */
struct tracing {
    const unsigned char *modules;
    int width;           /* modules a side */
    unsigned char *seen; /* modules whose upper edge the path has passed */
    const struct qr_code *code;
    enum path_verb *verbs;
    size_t verb_count, verb_capacity;
    millipoint (*points)[2];
    size_t point_count, point_capacity;
};

static bool is_dark(const struct tracing *tracing, int x, int y)
{
    return x >= 0 && y >= 0 && x < tracing->width && y < tracing->width &&
           (tracing->modules[y * tracing->width + x] & 1);
}

static void add_verb(struct tracing *tracing, enum path_verb verb)
{
    if (tracing->verb_count == tracing->verb_capacity) {
        tracing->verb_capacity = tracing->verb_capacity ? tracing->verb_capacity * 2 : 512;
        tracing->verbs =
            memory_resize(tracing->verbs, tracing->verb_capacity, sizeof *tracing->verbs);
    }
    tracing->verbs[tracing->verb_count++] = verb;
}

/* The place of a grid line: from the whole side, so that no rounding adds up. */
static millipoint line_at(const struct tracing *tracing, int line)
{
    int all = tracing->width + 2 * tracing->code->quiet_zone;
    return (millipoint)((int64_t)tracing->code->side * (line + tracing->code->quiet_zone) / all);
}

static void add_corner(struct tracing *tracing, int x, int y)
{
    if (tracing->point_count == tracing->point_capacity) {
        tracing->point_capacity = tracing->point_capacity ? tracing->point_capacity * 2 : 512;
        tracing->points =
            memory_resize(tracing->points, tracing->point_capacity, sizeof *tracing->points);
    }
    tracing->points[tracing->point_count][0] = line_at(tracing, x);
    tracing->points[tracing->point_count++][1] = line_at(tracing, y);
}

/* Follows one outline from the upper left corner of a module to the right until it is back. Where
 * two dark modules touch only at a corner the path turns right: they stay apart. */
static void trace(struct tracing *tracing, int start_x, int start_y)
{
    enum { RIGHT, DOWN, LEFT, UP };
    static const int step_x[] = {1, 0, -1, 0}, step_y[] = {0, 1, 0, -1};
    /* The module ahead on the right hand, seen from the corner; the one on the left is its mirror.
     */
    static const int right_x[] = {0, -1, -1, 0}, right_y[] = {0, 0, -1, -1};
    static const int left_x[] = {0, 0, -1, -1}, left_y[] = {-1, 0, 0, -1};
    int x = start_x, y = start_y, direction = RIGHT;
    add_verb(tracing, PATH_MOVE);
    add_corner(tracing, x, y);
    do {
        if (direction == RIGHT)
            tracing->seen[y * tracing->width + x] = 1;
        x += step_x[direction];
        y += step_y[direction];
        int turned = direction;
        if (!is_dark(tracing, x + right_x[direction], y + right_y[direction]))
            turned = (direction + 1) % 4;
        else if (is_dark(tracing, x + left_x[direction], y + left_y[direction]))
            turned = (direction + 3) % 4;
        if (turned != direction && (x != start_x || y != start_y || turned != RIGHT)) {
            add_verb(tracing, PATH_LINE);
            add_corner(tracing, x, y);
        }
        direction = turned;
    } while (x != start_x || y != start_y || direction != RIGHT);
    add_verb(tracing, PATH_CLOSE);
}

static void trace_all(struct tracing *tracing)
{
    int width = tracing->width;
    for (int y = 0; y < width; y++)
        for (int x = 0; x < width; x++)
            if (is_dark(tracing, x, y) && !is_dark(tracing, x, y - 1) &&
                !tracing->seen[y * width + x])
                trace(tracing, x, y);
}

/* --- Drawings -----------------------------------------------------------------------------------
 */

static struct drawing *draw(const struct qr_code *code, const QRcode *made, struct arena *arena)
{
    struct tracing tracing = {.modules = made->data, .width = made->width, .code = code};
    size_t modules = (size_t)made->width * (size_t)made->width;
    tracing.seen = memory_new(modules, 1);
    trace_all(&tracing);
    struct drawing *drawing = arena_alloc(arena, sizeof *drawing);
    drawing->width = drawing->height = code->side;
    enum path_verb *verbs = arena_new_array(arena, tracing.verb_count, sizeof *verbs);
    millipoint(*points)[2] = arena_new_array(arena, tracing.point_count, sizeof *points);
    memcpy(verbs, tracing.verbs, tracing.verb_count * sizeof *verbs);
    memcpy(points, tracing.points, tracing.point_count * sizeof *points);
    drawing_add(arena, drawing, DRAWING_PATH)->of.path =
        (struct path){.verbs = verbs,
                      .verb_count = tracing.verb_count,
                      .points = (const millipoint(*)[2])points,
                      .point_count = tracing.point_count,
                      .fill = code->colour,
                      .stroke = {.none = true}};
    free(tracing.seen);
    free(tracing.verbs);
    free(tracing.points);
    return drawing;
}

static char *key_of(const struct qr_code *code, struct arena *arena)
{
    char hex[DIGEST_HEX_SIZE];
    const int32_t numbers[] = {code->level,      code->quiet_zone,   code->side,
                               code->colour.red, code->colour.green, code->colour.blue,
                               code->colour.none};
    struct digest *digest = digest_new();
    digest_add_text(digest, code->content);
    digest_add(digest, numbers, sizeof numbers);
    digest_finish(digest, hex);
    return arena_print(arena, "qr-%.32s", hex);
}

/* NULL, once reported, if the content does not fit any code. */
static const struct drawing *drawing_of(struct formatter *formatter, struct arena *otherwise,
                                        const xmlNode *node, const struct qr_code *code)
{
    char *key = key_of(code, otherwise);
    const struct drawing *known = drawings_find(formatter->drawings, key);
    if (known)
        return known;
    QRcode *made = QRcode_encodeString(code->content, 0, code->level, QR_MODE_8, 1);
    if (!made) {
        report_at(formatter->report, &MESSAGE_QR_TOO_LONG, node, NULL);
        return NULL;
    }
    struct arena *arena = drawings_arena(formatter->drawings, otherwise);
    struct drawing *drawing = draw(code, made, arena);
    QRcode_free(made);
    drawing->key = arena_copy(arena, key);
    drawings_keep(formatter->drawings, drawing, arena);
    return drawing;
}

/* --- The element --------------------------------------------------------------------------------
 */

/* Our own attributes, with or without our prefix. */
static const char *attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *at = node->properties; at; at = at->next)
        if (strcmp((const char *)at->name, name) == 0 &&
            (!at->ns || strcmp((const char *)at->ns->href, YINFA_NAMESPACE) == 0))
            return at->children && at->children->content ? (const char *)at->children->content : "";
    return NULL;
}

static void invalid(struct formatter *formatter, const xmlNode *node, const char *name,
                    const char *value)
{
    report_at(formatter->report, &MESSAGE_PROPERTY_INVALID, node, name, value, NULL);
}

static QRecLevel level_of(struct formatter *formatter, const xmlNode *node)
{
    static const char letters[] = "LMQH";
    static const QRecLevel levels[] = {QR_ECLEVEL_L, QR_ECLEVEL_M, QR_ECLEVEL_Q, QR_ECLEVEL_H};
    const char *value = attribute(node, "error-correction");
    const char *found = value && strlen(value) == 1 ? strchr(letters, *value) : NULL;
    if (value && !found)
        invalid(formatter, node, "error-correction", value);
    return found ? levels[found - letters] : QR_ECLEVEL_M;
}

static int quiet_zone_of(struct formatter *formatter, const xmlNode *node)
{
    const char *value = attribute(node, "quiet-zone");
    if (!value)
        return QUIET_ZONE;
    char *end;
    long number = strtol(value, &end, 10);
    if (end != value && *end == '\0' && number >= 0 && number <= QUIET_ZONE_MOST)
        return (int)number;
    invalid(formatter, node, "quiet-zone", value);
    return QUIET_ZONE;
}

static millipoint side_of(const struct traits *traits, millipoint reference)
{
    millipoint side = !traits->width.automatic    ? measure_resolve(traits->width, reference)
                      : !traits->height.automatic ? traits->height.length
                                                  : DEFAULT_SIDE;
    return side > 0 ? side : DEFAULT_SIDE;
}

void qr_code_add(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
                 const struct run_style *style)
{
    const struct traits *traits = style->traits;
    const struct qr_code code = {.content = attribute(node, "content"),
                                 .level = level_of(formatter, node),
                                 .quiet_zone = quiet_zone_of(formatter, node),
                                 .side = side_of(traits, paragraph->width),
                                 .colour = traits->color};
    if (!code.content || !*code.content) {
        report_at(formatter->report, &MESSAGE_QR_EMPTY, node, NULL);
        return;
    }
    struct area *area = area_new(paragraph->arena, AREA_DRAWING);
    area->content.drawing = drawing_of(formatter, paragraph->arena, node, &code);
    area->width = area->height = code.side;
    if (area->content.drawing)
        graphic_place(
            formatter, paragraph, node, style, area,
            structure_of_graphic(formatter, paragraph->arena, node, traits, code.content));
}
