/* libqrencode makes the modules; here the dark ones are gathered into rectangles, as wide and then
 * as high as they go. They share their edges and are filled as one path, so that no renderer shows
 * seams between them, and devices can write a rectangle shorter than an outline. Caller:
 * inline_layout.c. */
#include "format/qr_code.h"

#include <limits.h>
#include <qrencode.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "base/utf8.h"
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

/* --- Rectangles ---------------------------------------------------------------------------------
 */

enum { CORNERS = 4, RECTANGLE_VERBS = CORNERS + 1 };

/* The modules, and the path of rectangles that covers the dark ones. */
struct tiling {
    const unsigned char *modules;
    int width;              /* modules a side */
    unsigned char *covered; /* modules that lie in a rectangle already */
    const struct qr_code *code;
    enum path_verb *verbs;
    millipoint (*points)[2];
    size_t rectangles;
};

static bool is_free(const struct tiling *tiling, int x, int y)
{
    size_t at = (size_t)y * (size_t)tiling->width + (size_t)x;
    return (tiling->modules[at] & 1) && !tiling->covered[at];
}

/* A module is a point of the marks: whole numbers, which are short. */
static millipoint line_at(const struct tiling *tiling, int line)
{
    return (line + tiling->code->quiet_zone) * MILLIPOINT_PER_POINT;
}

/* How long a module is: rounded to a thousandth of a point, so that the whole code is off by less
 * than a tenth of a point. */
static millipoint module_length(const struct tiling *tiling)
{
    int all = tiling->width + 2 * tiling->code->quiet_zone;
    millipoint length = (tiling->code->side + all / 2) / all;
    return length > 0 ? length : 1;
}

static void add_rectangle(struct tiling *tiling, int left, int top, int right, int bottom)
{
    static const enum path_verb verbs[RECTANGLE_VERBS] = {PATH_MOVE, PATH_LINE, PATH_LINE,
                                                          PATH_LINE, PATH_CLOSE};
    const int corners[CORNERS][2] = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    millipoint(*points)[2] = tiling->points + tiling->rectangles * CORNERS;
    memcpy(tiling->verbs + tiling->rectangles * RECTANGLE_VERBS, verbs, sizeof verbs);
    for (int i = 0; i < CORNERS; i++) {
        points[i][0] = line_at(tiling, corners[i][0]);
        points[i][1] = line_at(tiling, corners[i][1]);
    }
    for (int y = top; y < bottom; y++)
        memset(tiling->covered + (size_t)y * (size_t)tiling->width + left, 1,
               (size_t)(right - left));
    tiling->rectangles++;
}

static bool is_row_free(const struct tiling *tiling, int left, int right, int y)
{
    while (left < right && is_free(tiling, left, y))
        left++;
    return left == right;
}

static void tile(struct tiling *tiling)
{
    int width = tiling->width;
    for (int y = 0; y < width; y++)
        for (int x = 0; x < width; x++) {
            if (!is_free(tiling, x, y))
                continue;
            int right = x + 1, bottom = y + 1;
            while (right < width && is_free(tiling, right, y))
                right++;
            while (bottom < width && is_row_free(tiling, x, right, bottom))
                bottom++;
            add_rectangle(tiling, x, y, right, bottom);
        }
}

/* --- Drawings -----------------------------------------------------------------------------------
 */

static struct drawing *draw(const struct qr_code *code, const QRcode *made, struct arena *arena)
{
    struct tiling tiling = {.modules = made->data, .width = made->width, .code = code};
    size_t modules = (size_t)made->width * (size_t)made->width;
    size_t most = (size_t)made->width * (((size_t)made->width + 1) / 2); /* at every other place */
    tiling.covered = memory_new(modules, 1);
    tiling.verbs = memory_new(most * RECTANGLE_VERBS, sizeof *tiling.verbs);
    tiling.points = memory_new(most * CORNERS, sizeof *tiling.points);
    tile(&tiling);
    struct drawing *drawing = arena_alloc(arena, sizeof *drawing);
    drawing->width = drawing->height = code->side;
    drawing->unit = module_length(&tiling);
    drawing->is_single = true;
    size_t verb_count = tiling.rectangles * RECTANGLE_VERBS;
    size_t point_count = tiling.rectangles * CORNERS;
    enum path_verb *verbs = arena_new_array(arena, verb_count, sizeof *verbs);
    millipoint(*points)[2] = arena_new_array(arena, point_count, sizeof *points);
    memcpy(verbs, tiling.verbs, verb_count * sizeof *verbs);
    memcpy(points, tiling.points, point_count * sizeof *points);
    drawing_add(arena, drawing, DRAWING_PATH)->of.path =
        (struct path){.verbs = verbs,
                      .verb_count = verb_count,
                      .points = (const millipoint(*)[2])points,
                      .point_count = point_count,
                      .fill = code->colour,
                      .stroke = {.none = true}};
    free(tiling.covered);
    free(tiling.verbs);
    free(tiling.points);
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

/* The modules; NULL: the content does not fit any code. Beyond ASCII the code says that it is UTF-8
 * (ECI 26, ISO/IEC 18004 §7.4.2): readers that must guess take some names for Shift-JIS. */
static QRcode *encode(const struct qr_code *code)
{
    enum { UTF_8 = 26 };
    const unsigned char *bytes = (const unsigned char *)code->content;
    size_t length = strlen(code->content);
    if (utf8_count(code->content, length) == length) /* ASCII alone */
        return QRcode_encodeString(code->content, 0, code->level, QR_MODE_8, 1);
    QRinput *input = QRinput_new2(0, code->level);
    QRcode *made = NULL;
    if (input && length <= INT_MAX && QRinput_appendECIheader(input, UTF_8) == 0 &&
        QRinput_append(input, QR_MODE_8, (int)length, bytes) == 0)
        made = QRcode_encodeInput(input);
    QRinput_free(input);
    return made;
}

/* NULL, once reported, if the content does not fit any code. */
static const struct drawing *drawing_of(struct formatter *formatter, struct arena *otherwise,
                                        const xmlNode *node, const struct qr_code *code)
{
    char *key = key_of(code, otherwise);
    const struct drawing *known = drawings_find(formatter->drawings, key);
    if (known)
        return known;
    QRcode *made = encode(code);
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
