/* A walk over the area tree with a transform: rotation by quarter turns and a shift. Order: own
 * background, borders, then children; the column rules of tables are children like others. */
#include "format/painter.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "format/background.h"
#include "format/drawing.h"
#include "format/format_messages.h"
#include "format/identifier.h"

/* page x = x + a u + b v; page y = y + c u + d v; a … d are -1, 0 or 1. */
struct transform {
    millipoint x, y;
    int a, b, c, d;
    int rotation; /* degrees anticlockwise */
};

static void to_page(const struct transform *transform, millipoint u, millipoint v,
                    millipoint point[2])
{
    point[0] = transform->x + transform->a * u + transform->b * v;
    point[1] = transform->y + transform->c * u + transform->d * v;
}

static struct transform shifted(const struct transform *outer, millipoint u, millipoint v)
{
    struct transform inner = *outer;
    millipoint point[2];
    to_page(outer, u, v, point);
    inner.x = point[0];
    inner.y = point[1];
    return inner;
}

/* Inside an area of `width` × `height` that is turned anticlockwise about itself. */
static struct transform turned(const struct transform *outer, int rotation, millipoint width,
                               millipoint height)
{
    struct transform inner = *outer;
    if (rotation == 90) {
        inner = shifted(outer, 0, height);
        inner.a = -outer->b, inner.b = outer->a, inner.c = -outer->d, inner.d = outer->c;
    } else if (rotation == 180) {
        inner = shifted(outer, width, height);
        inner.a = -outer->a, inner.b = -outer->b, inner.c = -outer->c, inner.d = -outer->d;
    } else if (rotation == 270) {
        inner = shifted(outer, width, 0);
        inner.a = outer->b, inner.b = -outer->a, inner.c = outer->d, inner.d = -outer->c;
    }
    inner.rotation = (outer->rotation + rotation) % 360;
    return inner;
}

/* --- Paths ----------------------------------------------------------------------------------- */

struct rectangle {
    millipoint points[4][2];
    struct path path;
};

/* The path of an area's rectangle on the page, filled. */
static const struct path *rectangle(const struct transform *transform, millipoint width,
                                    millipoint height, struct colour colour,
                                    struct rectangle *rectangle)
{
    static const enum path_verb verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    to_page(transform, 0, 0, rectangle->points[0]);
    to_page(transform, width, 0, rectangle->points[1]);
    to_page(transform, width, height, rectangle->points[2]);
    to_page(transform, 0, height, rectangle->points[3]);
    rectangle->path = (struct path){.verbs = verbs,
                                    .verb_count = 5,
                                    .points = (const millipoint(*)[2])rectangle->points,
                                    .point_count = 4,
                                    .fill = colour,
                                    .stroke = {.none = true}};
    return &rectangle->path;
}

static int fill_rectangle(struct painter *painter, const struct transform *transform,
                          millipoint width, millipoint height, struct colour colour)
{
    struct rectangle filled;
    return painter->device->path(painter->device->state,
                                 rectangle(transform, width, height, colour, &filled));
}

struct stroke {
    millipoint width;
    int32_t style;
    struct colour colour;
};

static int stroke_line(struct painter *painter, const struct transform *transform, millipoint x,
                       millipoint y, millipoint to_x, millipoint to_y, const struct stroke *stroke)
{
    static const enum path_verb verbs[] = {PATH_MOVE, PATH_LINE};
    millipoint points[2][2], dashes[2] = {stroke->width, stroke->width};
    bool dashed = stroke->style == KEYWORD_DASHED, dotted = stroke->style == KEYWORD_DOTTED;
    if (stroke->colour.none)
        return 0;
    if (dashed)
        dashes[0] = dashes[1] = 3 * stroke->width;
    to_page(transform, x, y, points[0]);
    to_page(transform, to_x, to_y, points[1]);
    const struct path path = {.verbs = verbs,
                              .verb_count = 2,
                              .points = (const millipoint(*)[2])points,
                              .point_count = 2,
                              .fill = {.none = true},
                              .stroke = stroke->colour,
                              .stroke_width = stroke->width,
                              .dashes = dashed || dotted ? dashes : NULL,
                              .dash_count = dashed || dotted ? 2 : 0};
    return painter->device->path(painter->device->state, &path);
}

/* The lit or the shaded side of something in relief. */
static struct colour shade(struct colour colour, bool is_lit)
{
    uint8_t *const parts[] = {&colour.red, &colour.green, &colour.blue};
    for (size_t i = 0; i < 3; i++)
        *parts[i] = (uint8_t)(is_lit ? 255 - (255 - *parts[i]) * 6 / 10 : *parts[i] * 6 / 10);
    return colour;
}

static bool is_relief(int32_t style)
{
    return style == KEYWORD_GROOVE || style == KEYWORD_RIDGE || style == KEYWORD_INSET ||
           style == KEYWORD_OUTSET;
}

/* Light falls from the top left (XSL 1.1 §7.8.20): a groove is dark on that side, a ridge lit. A
 * line between two cells is a groove if it is outset, a ridge if inset (CSS2 §17.6.3). */
static int draw_relief(struct painter *painter, const struct transform *transform, millipoint x,
                       millipoint y, millipoint to_x, millipoint to_y, const struct stroke *stroke)
{
    bool ridge = stroke->style == KEYWORD_RIDGE || stroke->style == KEYWORD_INSET;
    millipoint half = stroke->width / 2, quarter = half / 2;
    const struct stroke first = {half, KEYWORD_SOLID, shade(stroke->colour, ridge)};
    const struct stroke second = {half, KEYWORD_SOLID, shade(stroke->colour, !ridge)};
    millipoint across = y == to_y ? 0 : quarter, down = y == to_y ? quarter : 0;
    if (stroke_line(painter, transform, x - across, y - down, to_x - across, to_y - down, &first))
        return -1;
    return stroke_line(painter, transform, x + across, y + down, to_x + across, to_y + down,
                       &second);
}

/* A line, two lines a third each for style double. */
static int draw_line(struct painter *painter, const struct transform *transform, millipoint x,
                     millipoint y, millipoint to_x, millipoint to_y, const struct stroke *stroke)
{
    if (is_relief(stroke->style))
        return draw_relief(painter, transform, x, y, to_x, to_y, stroke);
    if (stroke->style != KEYWORD_DOUBLE || stroke->width < 3)
        return stroke_line(painter, transform, x, y, to_x, to_y, stroke);
    struct stroke third = {stroke->width / 3, KEYWORD_SOLID, stroke->colour};
    millipoint shift = stroke->width / 3;
    millipoint across = y == to_y ? 0 : shift, down = y == to_y ? shift : 0;
    if (stroke_line(painter, transform, x - across, y - down, to_x - across, to_y - down, &third))
        return -1;
    return stroke_line(painter, transform, x + across, y + down, to_x + across, to_y + down,
                       &third);
}

static int draw_borders(struct painter *painter, const struct transform *transform,
                        const struct area *area)
{
    const struct border *borders = area->box->border;
    for (int side = 0; side < SIDE_COUNT; side++) {
        millipoint width = border_width(&borders[side]), half = width / 2;
        if (!width || borders[side].colour.none || (side == SIDE_BEFORE && area->omit_before) ||
            (side == SIDE_AFTER && area->omit_after))
            continue;
        struct stroke stroke = {width, borders[side].style, borders[side].colour};
        bool sunk = stroke.style == KEYWORD_INSET, raised = stroke.style == KEYWORD_OUTSET;
        if (sunk || raised) {
            bool is_top_left = side == SIDE_BEFORE || side == SIDE_START;
            stroke.style = KEYWORD_SOLID;
            stroke.colour = shade(stroke.colour, is_top_left == raised);
        }
        bool upright = side == SIDE_START || side == SIDE_END;
        millipoint x = side == SIDE_END ? area->width - half : upright ? half : 0;
        millipoint y = side == SIDE_AFTER ? area->height - half : upright ? 0 : half;
        millipoint to_x = upright ? x : area->width, to_y = upright ? area->height : y;
        if (draw_line(painter, transform, x, y, to_x, to_y, &stroke) != 0)
            return -1;
    }
    return 0;
}

/* --- Text and fields ------------------------------------------------------------------------- */

static int paint_text(struct painter *painter, const struct transform *transform,
                      const struct area *area)
{
    struct glyph_run run = area->content.run;
    if (!run.count || run.colour.none)
        return 0;
    run.x = transform->x;
    run.y = transform->y;
    run.rotation = transform->rotation;
    return painter->device->glyphs(painter->device->state, &run);
}

enum { FIELD_GLYPHS = 24 };

/* A page number as a run in the field's place. */
struct field_run {
    struct glyph_run run;
    struct glyph glyphs[FIELD_GLYPHS];
    char text[FIELD_GLYPHS * 4];
};

static void set_field(struct painter *painter, const struct field *field, const char *text,
                      millipoint width, const struct transform *transform, struct field_run *out)
{
    const struct traits *traits = field->traits;
    size_t length = strlen(text), at = 0;
    int64_t sum = 0;
    *out = (struct field_run){0};
    if (length >= sizeof out->text)
        length = sizeof out->text - 1;
    memcpy(out->text, text, length);
    struct glyph_run *run = &out->run;
    while (at < length && run->count < FIELD_GLYPHS) {
        uint32_t code;
        size_t size = utf8_decode(text + at, length - at, &code);
        struct drawn drawn =
            glyph_source_find(painter->formatter->glyphs, traits->chain, code, 0, true);
        if (!run->face)
            run->face = drawn.face;
        if (drawn.face && drawn.face == run->face) {
            millipoint advance = glyph_source_advance(&drawn, traits->font_size);
            out->glyphs[run->count++] =
                (struct glyph){.id = drawn.glyph, .cluster = (uint32_t)at, .advance = advance};
            sum += advance;
        }
        at += size;
    }
    millipoint room = measure_clamp(width - sum);
    struct transform start = shifted(transform, field->at_end ? room : room / 2, 0);
    run->glyphs = out->glyphs;
    run->text = out->text;
    run->length = length;
    run->size = traits->font_size;
    run->colour = traits_ink(traits);
    run->x = start.x;
    run->y = start.y;
    run->rotation = start.rotation;
}

static int paint_field(struct painter *painter, const struct transform *transform,
                       const struct area *area)
{
    const struct field *field = &area->content.field;
    const char *text = field->kind == FIELD_PAGE
                           ? painter->label
                           : identifier_label(painter->formatter->identifiers, field->reference,
                                              field->kind == FIELD_CITATION_LAST);
    /* The last page of an id may still come: only a citation of the first is certain now. */
    if (text && field->kind != FIELD_CITATION_LAST) {
        struct field_run out;
        set_field(painter, field, text, area->width, transform, &out);
        return out.run.face && !out.run.colour.none
                   ? painter->device->glyphs(painter->device->state, &out.run)
                   : 0;
    }
    struct citation citation = {.field = field,
                                .x = transform->x,
                                .y = transform->y,
                                .width = area->width,
                                .rotation = transform->rotation};
    if (painter->device->later(painter->device->state, &citation.later) != 0)
        return -1;
    identifier_await(painter->formatter->identifiers, &citation);
    return 0;
}

static void report_missing(const struct formatter *formatter)
{
    const char *id = NULL;
    long line;
    while ((id = identifier_missing(formatter->identifiers, id, &line)) != NULL)
        report_line(formatter->report, &MESSAGE_LINK_UNKNOWN, line, id, NULL);
}

int painter_settle(struct painter *painter)
{
    struct formatter *formatter = painter->formatter;
    report_missing(formatter);
    for (const struct citation *citation = identifier_waiting(formatter->identifiers); citation;
         citation = citation->next) {
        const struct field *field = citation->field;
        const char *text = identifier_label(formatter->identifiers, field->reference,
                                            field->kind == FIELD_CITATION_LAST);
        if (!text)
            report_line(formatter->report, &MESSAGE_ID_UNKNOWN, field->line, field->reference,
                        NULL);
        const struct transform upright = {citation->x, citation->y, 1, 0, 0, 1, 0};
        struct transform place = turned(&upright, citation->rotation, 0, 0);
        struct field_run out;
        set_field(painter, field, text ? text : "?", citation->width, &place, &out);
        if (out.run.face &&
            painter->device->settle(painter->device->state, citation->later, &out.run) != 0)
            return -1;
    }
    return 0;
}

/* --- The walk -------------------------------------------------------------------------------- */

static int paint(struct painter *painter, const struct area *area, const struct transform *outer,
                 const struct transform *page);

/* The rectangle on the page that an area covers. */
static void cover(const struct transform *transform, const struct area *area, millipoint *x,
                  millipoint *y, millipoint *width, millipoint *height)
{
    millipoint corner[2], opposite[2];
    to_page(transform, 0, 0, corner);
    to_page(transform, area->width, area->height, opposite);
    *x = corner[0] < opposite[0] ? corner[0] : opposite[0];
    *y = corner[1] < opposite[1] ? corner[1] : opposite[1];
    *width = abs(corner[0] - opposite[0]);
    *height = abs(corner[1] - opposite[1]);
}

static int paint_image(struct painter *painter, const struct transform *transform,
                       const struct area *area)
{
    const struct image_content *content = &area->content.image;
    struct image image = {.bytes = content->bytes,
                          .length = content->length,
                          .digest = content->digest,
                          .rotation = (content->rotation + transform->rotation) % 360,
                          .mirrored = content->mirrored};
    cover(transform, area, &image.x, &image.y, &image.width, &image.height);
    int result = painter->device->image(painter->device->state, &image);
    if (result == 1)
        report_line(painter->formatter->report, &MESSAGE_IMAGE_DAMAGED, content->line,
                    content->name, NULL);
    return result < 0 ? -1 : 0;
}

static int paint_backdrop(struct painter *painter, const struct transform *transform,
                          const struct area *area, const struct transform *page)
{
    struct arena *arena = arena_new();
    int result = paint(painter, background_area(arena, area->box, area->width, area->height),
                       transform, page);
    arena_free(arena);
    return result;
}

static int paint_inside(struct painter *painter, const struct transform *transform,
                        const struct area *area, const struct transform *page)
{
    const struct stroke stroke = {area->content.rule.thickness, area->content.rule.style,
                                  area->content.rule.colour};
    switch (area->kind) {
    case AREA_TEXT:
        return paint_text(painter, transform, area);
    case AREA_RULE:
        return draw_line(painter, transform, 0, 0, area->width, area->height, &stroke);
    case AREA_IMAGE:
        return paint_image(painter, transform, area);
    case AREA_FIELD:
        return paint_field(painter, transform, area);
    case AREA_DRAWING:
        return drawing_paint(area->content.drawing, painter->device, transform->x, transform->y,
                             transform->rotation);
    case AREA_BLOCK:
    case AREA_REPEATED:
        break;
    }
    if (area->box && !area->box->background.none && area->height > 0 &&
        fill_rectangle(painter, transform, area->width, area->height, area->box->background) != 0)
        return -1;
    if (area->box && area->box->backdrop && paint_backdrop(painter, transform, area, page) != 0)
        return -1;
    if (area->box && draw_borders(painter, transform, area) != 0)
        return -1;
    if (area->clip) {
        struct rectangle clip;
        const struct path *path =
            rectangle(transform, area->width, area->height, (struct colour){0}, &clip);
        if (painter->device->begin_clip(painter->device->state, path) != 0)
            return -1;
    }
    struct transform inner =
        area->rotation ? turned(transform, area->rotation, area->width, area->height) : *transform;
    for (const struct area *child = area->first; child; child = child->next) {
        if (paint(painter, child, &inner, page) != 0)
            return -1;
        if (area->kind == AREA_REPEATED)
            break; /* the child is borrowed: what is next to it stands elsewhere */
    }
    return area->clip ? painter->device->end_clip(painter->device->state) : 0;
}

/* The area leads somewhere. */
static int paint_link(struct painter *painter, const struct transform *transform,
                      const struct area *area)
{
    const struct link_target *target = area->link;
    struct link link = {.kind = target->uri ? LINK_URI : LINK_DESTINATION,
                        .uri = target->uri,
                        .destination = target->destination,
                        .alternative = target->alternative};
    cover(transform, area, &link.x, &link.y, &link.width, &link.height);
    if (!link.width || !link.height)
        return 0;
    return painter->device->link(painter->device->state, &link);
}

int painter_place(struct painter *painter, const char *id, millipoint y)
{
    const struct device *device = painter->device;
    if (!identifier_place(painter->formatter->identifiers, id, painter->label))
        return 0;
    return device->destination(device->state, id, y);
}

static int paint(struct painter *painter, const struct area *area, const struct transform *outer,
                 const struct transform *page)
{
    static const struct structure_tag artifact = {
        .type = STRUCTURE_ARTIFACT, .columns = 1, .rows = 1};
    const struct device *device = painter->device;
    struct transform transform = shifted(area->fixed ? page : outer, area->x, area->y);
    if (area->kind == AREA_BLOCK)
        transform = shifted(&transform,
                            area->content.moved.x + (painter->even ? area->content.moved.even
                                                                   : area->content.moved.odd),
                            area->content.moved.y);
    if (area->id && !painter->artifacts && painter_place(painter, area->id, transform.y) != 0)
        return -1;
    bool is_artifact =
        area->kind == AREA_REPEATED || (area->tag && area->tag->type == STRUCTURE_ARTIFACT);
    const struct structure_tag *tag = is_artifact ? &artifact : area->tag;
    struct structure_tag figure;
    if (tag && tag->type == STRUCTURE_FIGURE) {
        figure = *tag;
        cover(&transform, area, &figure.x, &figure.y, &figure.width, &figure.height);
        tag = &figure;
    }
    if (painter->artifacts)
        tag = NULL;
    if (tag && device->begin_tag(device->state, tag) != 0)
        return -1;
    painter->artifacts += is_artifact;
    int result = area->link ? paint_link(painter, &transform, area) : 0;
    if (result == 0)
        result = paint_inside(painter, &transform, area, page);
    painter->artifacts -= is_artifact;
    if (tag && result == 0)
        result = device->end_tag(device->state);
    return result;
}

int painter_paint(struct painter *painter, const struct area *area, millipoint x, millipoint y)
{
    const struct transform corner = {x, y, 1, 0, 0, 1, 0}, page = {0, 0, 1, 0, 0, 1, 0};
    return paint(painter, area, &corner, &page);
}
