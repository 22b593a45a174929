/* A line belongs to the object that asked for it: it has that object's colour, size and baseline,
 * and runs on through gaps, spaces, other faces and sizes inside. Wavy lines (the second kind of
 * 书名号) and emphasis marks are paths; one path holds all marks of a style on a line. Called by
 * line_build.c. */
#include "format/line_decoration.h"

#include "format/drawing.h"

enum {
    DOT_RADIUS = 80, /* 1/1000 em; a circle's is twice that */
    DOT_CLEAR = 140, /* from the em box to the mark's middle */
    EM_BELOW = 120,  /* of the em box below the baseline; the rest stands above */
    WAVE_LEAST = 500 /* half a wave, in 1/1000 pt: bounds the points of a line */
};

static millipoint of_em(millipoint size, int per_mille)
{
    return (millipoint)((int64_t)size * per_mille / 1000);
}

/* --- Lines ----------------------------------------------------------------------------------- */

/* The object around a text that asked for the line; NULL if it has none. */
static const struct run_style *decorating(const struct run_style *style, int32_t bit)
{
    if (!(style->decoration & bit))
        return NULL;
    while (style->outer && (style->outer->decoration & bit))
        style = style->outer;
    return style;
}

static void put_mark(struct area *line, struct arena *arena, const struct path *path)
{
    struct drawing *drawing = arena_alloc(arena, sizeof *drawing);
    *drawing = (struct drawing){.width = line->width, .height = line->height};
    drawing_add(arena, drawing, DRAWING_PATH)->of.path = *path;
    struct area *area = area_new(arena, AREA_DRAWING);
    area->content.drawing = drawing;
    area_append(line, area);
}

static void put_wave(struct area *line, struct arena *arena, const struct run_style *style,
                     millipoint from, millipoint to, millipoint y)
{
    millipoint half = of_em(style->size, 125), height = of_em(style->size, 70);
    half = half > WAVE_LEAST ? half : WAVE_LEAST;
    size_t count = (size_t)((to - from) / half);
    if (!count)
        return;
    enum path_verb *verbs = arena_new_array(arena, count + 1, sizeof *verbs);
    millipoint(*points)[2] = arena_new_array(arena, 3 * count + 1, sizeof *points);
    verbs[0] = PATH_MOVE;
    points[0][0] = from;
    points[0][1] = y;
    for (size_t i = 0; i < count; i++) {
        millipoint x = (millipoint)((int64_t)(to - from) * (int64_t)i / (int64_t)count) + from;
        millipoint next =
            (millipoint)((int64_t)(to - from) * (int64_t)(i + 1) / (int64_t)count) + from;
        millipoint swing = i % 2 ? height : -height;
        millipoint(*point)[2] = &points[3 * i + 1];
        verbs[i + 1] = PATH_CURVE;
        point[0][0] = x + (next - x) / 3;
        point[1][0] = next - (next - x) / 3;
        point[0][1] = point[1][1] = y + swing;
        point[2][0] = next;
        point[2][1] = y;
    }
    const struct path path = {.verbs = verbs,
                              .verb_count = count + 1,
                              .points = (const millipoint(*)[2])points,
                              .point_count = 3 * count + 1,
                              .fill = {.none = true},
                              .stroke = traits_ink(style->traits),
                              .stroke_width = style->size / 20};
    put_mark(line, arena, &path);
}

static void put_line(struct area *line, struct arena *arena, const struct run_style *style,
                     millipoint from, millipoint to, millipoint y)
{
    if (style->traits->decoration_style == KEYWORD_WAVY) {
        put_wave(line, arena, style, from, to, y);
        return;
    }
    bool two = style->traits->decoration_style == KEYWORD_DOUBLE;
    const struct border border = {.width = two ? style->size / 8 : style->size / 20,
                                  .style = style->traits->decoration_style,
                                  .colour = traits_ink(style->traits)};
    area_append(line, area_rule(arena, from, y, to - from, 0, &border));
}

static void draw_lines(struct area *line, struct arena *arena, const struct placed_items *placed,
                       int32_t bit, int above)
{
    for (size_t i = 0; i < placed->count;) {
        const struct run_style *style = decorating(placed->items[i].style, bit);
        size_t end = i + 1;
        while (end < placed->count && decorating(placed->items[end].style, bit) == style)
            end++;
        if (style && placed->ends[end - 1] > placed->starts[i])
            put_line(line, arena, style, placed->starts[i], placed->ends[end - 1],
                     placed->baseline - style->shift - of_em(style->size, above));
        i = end;
    }
}

/* --- Emphasis -------------------------------------------------------------------------------- */

static bool is_circle(int32_t emphasis)
{
    return emphasis == KEYWORD_CIRCLE || emphasis == KEYWORD_OPEN_CIRCLE;
}

static bool is_open(int32_t emphasis)
{
    return emphasis == KEYWORD_OPEN_DOT || emphasis == KEYWORD_OPEN_CIRCLE;
}

static millipoint radius_of(const struct run_style *style)
{
    return of_em(style->size, is_circle(style->traits->emphasis) ? 2 * DOT_RADIUS : DOT_RADIUS);
}

/* From the baseline to the middle of the marks, downwards. */
static millipoint depth_of(const struct run_style *style)
{
    millipoint clear = radius_of(style) + of_em(style->size, DOT_CLEAR - DOT_RADIUS);
    return style->traits->emphasis_position == KEYWORD_OVER
               ? -of_em(style->size, 1000 - EM_BELOW) - clear
               : of_em(style->size, EM_BELOW) + clear;
}

millipoint line_emphasis_above(const struct run_style *style)
{
    return style->traits->emphasis != KEYWORD_NONE &&
                   style->traits->emphasis_position == KEYWORD_OVER
               ? radius_of(style) - depth_of(style) + style->shift
               : 0;
}

millipoint line_emphasis_below(const struct run_style *style)
{
    return style->traits->emphasis != KEYWORD_NONE &&
                   style->traits->emphasis_position == KEYWORD_UNDER
               ? radius_of(style) + depth_of(style) - style->shift
               : 0;
}

/* Four curves about a middle, after the points already there. */
static void add_circle(struct path *path, millipoint x, millipoint y, millipoint r)
{
    static const int unit[13][2] = {{1000, 0},     {1000, 552},  {552, 1000},  {0, 1000},
                                    {-552, 1000},  {-1000, 552}, {-1000, 0},   {-1000, -552},
                                    {-552, -1000}, {0, -1000},   {552, -1000}, {1000, -552},
                                    {1000, 0}};
    enum path_verb *verbs = (enum path_verb *)path->verbs + path->verb_count;
    millipoint(*points)[2] = (millipoint(*)[2])path->points + path->point_count;
    for (size_t i = 0; i < 13; i++) {
        points[i][0] = x + of_em(r, unit[i][0]);
        points[i][1] = y + of_em(r, unit[i][1]);
    }
    verbs[0] = PATH_MOVE;
    for (size_t i = 1; i < 5; i++)
        verbs[i] = PATH_CURVE;
    verbs[5] = PATH_CLOSE;
    path->verb_count += 6;
    path->point_count += 13;
}

/* Marks go with characters, not with punctuation or spaces. */
static bool takes_emphasis(const struct item *item)
{
    return item->kind == ITEM_GLYPHS && !item->mark && !item->soft && item->emphasised;
}

static void draw_emphasis(struct area *line, struct arena *arena, const struct placed_items *placed,
                          size_t first, size_t end)
{
    const struct run_style *style = placed->items[first].style;
    size_t count = 0;
    for (size_t i = first; i < end; i++)
        count += takes_emphasis(&placed->items[i]) ? placed->items[i].glyph_count : 0;
    if (!count)
        return;
    struct path path = {.verbs = arena_new_array(arena, 6 * count, sizeof *path.verbs),
                        .points = arena_new_array(arena, 13 * count, sizeof *path.points),
                        .fill = traits_ink(style->traits),
                        .stroke = {.none = true}};
    if (is_open(style->traits->emphasis)) {
        path.stroke = path.fill;
        path.stroke_width = style->size / 40;
        path.fill.none = true;
    }
    millipoint y = placed->baseline - style->shift + depth_of(style);
    for (size_t i = first; i < end; i++) {
        const struct item *item = &placed->items[i];
        millipoint x = placed->starts[i];
        for (uint32_t j = 0; takes_emphasis(item) && j < item->glyph_count; j++) {
            add_circle(&path, x + item->glyphs[j].advance / 2, y, radius_of(style));
            x += item->glyphs[j].advance;
        }
    }
    put_mark(line, arena, &path);
}

void line_decorate(struct area *line, struct arena *arena, const struct placed_items *placed)
{
    int32_t decoration = 0;
    for (size_t i = 0; i < placed->count; i++)
        decoration |= placed->items[i].style->decoration;
    if (decoration & DECORATION_UNDERLINE)
        draw_lines(line, arena, placed, DECORATION_UNDERLINE, -120);
    if (decoration & DECORATION_OVERLINE)
        draw_lines(line, arena, placed, DECORATION_OVERLINE, 860);
    if (decoration & DECORATION_THROUGH)
        draw_lines(line, arena, placed, DECORATION_THROUGH, 300);
    for (size_t i = 0; i < placed->count;) {
        size_t end = i + 1;
        while (end < placed->count && placed->items[end].style == placed->items[i].style)
            end++;
        if (placed->items[i].style->traits->emphasis != KEYWORD_NONE)
            draw_emphasis(line, arena, placed, i, end);
        i = end;
    }
}
