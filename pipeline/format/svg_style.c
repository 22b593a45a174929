/* Every property has a row in one table: its name and the function that reads it. Attributes come
 * first, the style attribute after them, as CSS weighs them; the font size before all, since em
 * refers to it. Callers: svg.c, svg_text.c, svg_paint.c. */
#include "format/svg_style.h"

#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "format/expression.h"
#include "format/svg_number.h"

struct svg_style svg_style_initial(const char *font_family, double font_size, struct colour colour)
{
    return (struct svg_style){.stroke.colour.none = true,
                              .fill_opacity = 1,
                              .stroke_opacity = 1,
                              .stroke_width = 1,
                              .miter_limit = 4,
                              .colour = colour,
                              .font_family = font_family,
                              .font_size = font_size,
                              .visible = true,
                              .opacity = 1,
                              .displayed = true,
                              .stop_opacity = 1};
}

/* --- Values -------------------------------------------------------------------------------------
 */

/* A property being read. */
struct reading {
    struct svg_style *style;
    const struct svg_style *parent;
    double viewport;
    struct arena *arena;
};

/* Readers return whether we can draw what the value asks for; malformed values are passed over, as
 * CSS wants it. */
typedef bool reader(struct reading *reading, const char *value);

static bool is(const char *value, const char *word)
{
    return strcasecmp(value, word) == 0;
}

const char *svg_style_reference(const char *value, struct arena *arena)
{
    const char *end = NULL;
    if (strncmp(value, "url(", 4) == 0) {
        value += 4;
        value += strspn(value, " '\"");
        end = strpbrk(value, " '\")");
    }
    if (*value != '#')
        return NULL;
    return end ? arena_copy_bytes(arena, value + 1, (size_t)(end - value - 1))
               : arena_copy(arena, value + 1);
}

static bool read_colour(const struct reading *reading, const char *value, struct svg_paint *paint)
{
    struct colour colour;
    if (is(value, "currentColor")) {
        *paint = (struct svg_paint){.kind = SVG_PAINT_CURRENT};
    } else if (is(value, "none")) {
        *paint = (struct svg_paint){.colour.none = true};
    } else if (expression_colour(value, strlen(value), &colour)) {
        *paint = (struct svg_paint){.colour = colour};
    } else if (strncmp(value, "url(", 4) == 0) {
        const char *reference = svg_style_reference(value, reading->arena);
        const char *fallback = strchr(value, ')');
        struct svg_paint other = {.colour.none = true};
        if (!reference)
            return false; /* elsewhere than in this drawing */
        fallback = fallback ? fallback + 1 + strspn(fallback + 1, " ") : "";
        if (*fallback && !read_colour(reading, fallback, &other))
            return false;
        if (other.kind == SVG_PAINT_CURRENT)
            other.colour = reading->style->colour;
        *paint = (struct svg_paint){
            .kind = SVG_PAINT_REFERENCE, .colour = other.colour, .reference = reference};
    } else {
        return false;
    }
    return true;
}

static void read_share(const char *value, double *share)
{
    double number;
    if (!svg_number_length(value, 0, 1, &number))
        return;
    *share = number < 0 ? 0 : number > 1 ? 1 : number;
}

static void read_size(const struct reading *reading, const char *value, double *size)
{
    double number;
    if (svg_number_length(value, reading->style->font_size, reading->viewport, &number) &&
        number >= 0)
        *size = number;
}

static bool fill(struct reading *reading, const char *value)
{
    return read_colour(reading, value, &reading->style->fill);
}

static bool stroke(struct reading *reading, const char *value)
{
    return read_colour(reading, value, &reading->style->stroke);
}

static bool stop_colour(struct reading *reading, const char *value)
{
    return read_colour(reading, value, &reading->style->stop);
}

static bool colour(struct reading *reading, const char *value)
{
    return expression_colour(value, strlen(value), &reading->style->colour) ||
           is(value, "currentColor");
}

static bool fill_opacity(struct reading *reading, const char *value)
{
    read_share(value, &reading->style->fill_opacity);
    return true;
}

static bool stroke_opacity(struct reading *reading, const char *value)
{
    read_share(value, &reading->style->stroke_opacity);
    return true;
}

static bool stop_opacity(struct reading *reading, const char *value)
{
    read_share(value, &reading->style->stop_opacity);
    return reading->style->stop_opacity == 1;
}

static bool opacity(struct reading *reading, const char *value)
{
    double own = 1;
    read_share(value, &own);
    reading->style->opacity = reading->parent->opacity * own;
    return true;
}

static bool fill_rule(struct reading *reading, const char *value)
{
    reading->style->even_odd = is(value, "evenodd");
    return true;
}

static bool clip_rule(struct reading *reading, const char *value)
{
    reading->style->clip_even_odd = is(value, "evenodd");
    return true;
}

static bool clip_path(struct reading *reading, const char *value)
{
    reading->style->clip = is(value, "none") ? NULL : svg_style_reference(value, reading->arena);
    return reading->style->clip || is(value, "none");
}

static bool stroke_width(struct reading *reading, const char *value)
{
    read_size(reading, value, &reading->style->stroke_width);
    return true;
}

static bool miter_limit(struct reading *reading, const char *value)
{
    double number;
    if (svg_number_length(value, 0, 0, &number) && number >= 1)
        reading->style->miter_limit = number;
    return true;
}

static bool line_cap(struct reading *reading, const char *value)
{
    reading->style->cap = is(value, "round")    ? CAP_ROUND
                          : is(value, "square") ? CAP_SQUARE
                                                : CAP_BUTT;
    return true;
}

static bool line_join(struct reading *reading, const char *value)
{
    reading->style->join = is(value, "round")   ? JOIN_ROUND
                           : is(value, "bevel") ? JOIN_BEVEL
                                                : JOIN_MITER;
    return true;
}

static bool dash_array(struct reading *reading, const char *value)
{
    struct svg_style *style = reading->style;
    double sum = 0;
    size_t count = 0;
    for (; count < SVG_DASHES; count++) {
        if (!svg_number_next_length(&value, style->font_size, reading->viewport,
                                    &style->dashes[count]))
            break;
        if (style->dashes[count] < 0) {
            style->dash_count = 0;
            return true;
        }
        sum += style->dashes[count];
        value = svg_number_skip(value);
    }
    if (count % 2 && count * 2 > SVG_DASHES)
        return false;
    for (size_t i = 0; count % 2 && i < count; i++)
        style->dashes[count + i] = style->dashes[i];
    style->dash_count = sum > 0 ? count + (count % 2) * count : 0;
    return *value == '\0' || count == 0;
}

static bool dash_offset(struct reading *reading, const char *value)
{
    double number;
    if (svg_number_length(value, reading->style->font_size, reading->viewport, &number))
        reading->style->dash_offset = number;
    return true;
}

static bool font_family(struct reading *reading, const char *value)
{
    char *family = arena_copy(reading->arena, value), *to = family;
    for (const char *c = family; *c; c++) /* names may stand in quotes */
        if (*c != '\'' && *c != '"')
            *to++ = *c;
    *to = '\0';
    if (*family)
        reading->style->font_family = family;
    return true;
}

static bool font_size(struct reading *reading, const char *value)
{
    static const struct {
        const char *name;
        double size;
    } named[] = {{"xx-small", 9}, {"x-small", 10}, {"small", 13},   {"medium", 16},
                 {"large", 18},   {"x-large", 24}, {"xx-large", 32}};
    double outer = reading->parent->font_size, number;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (is(value, named[i].name))
            reading->style->font_size = named[i].size;
    if (is(value, "larger") || is(value, "smaller"))
        reading->style->font_size = is(value, "larger") ? outer * 1.2 : outer / 1.2;
    else if (svg_number_length(value, outer, outer, &number) && number >= 0)
        reading->style->font_size = number;
    return true;
}

static bool font_weight(struct reading *reading, const char *value)
{
    double number;
    if (is(value, "bold") || is(value, "bolder"))
        reading->style->bold = true;
    else if (is(value, "normal") || is(value, "lighter"))
        reading->style->bold = false;
    else if (svg_number_length(value, 0, 0, &number))
        reading->style->bold = number >= 600;
    return true;
}

static bool font_style(struct reading *reading, const char *value)
{
    reading->style->italic = is(value, "italic") || is(value, "oblique");
    return true;
}

static bool text_anchor(struct reading *reading, const char *value)
{
    reading->style->anchor = is(value, "middle") ? SVG_ANCHOR_MIDDLE
                             : is(value, "end")  ? SVG_ANCHOR_END
                                                 : SVG_ANCHOR_START;
    return true;
}

static bool baseline(struct reading *reading, const char *value)
{
    bool middle = is(value, "middle") || is(value, "central");
    bool hanging = is(value, "hanging") || is(value, "text-before-edge");
    reading->style->baseline = middle    ? SVG_BASELINE_MIDDLE
                               : hanging ? SVG_BASELINE_HANGING
                                         : SVG_BASELINE_ALPHABETIC;
    return middle || hanging || is(value, "auto") || is(value, "alphabetic") ||
           is(value, "baseline");
}

static bool letter_spacing(struct reading *reading, const char *value)
{
    double number;
    if (is(value, "normal"))
        reading->style->letter_spacing = 0;
    else if (svg_number_length(value, reading->style->font_size, 0, &number))
        reading->style->letter_spacing = number;
    return true;
}

static bool visibility(struct reading *reading, const char *value)
{
    reading->style->visible = is(value, "visible");
    return true;
}

static bool display(struct reading *reading, const char *value)
{
    reading->style->displayed = !is(value, "none");
    return true;
}

/* What we do not draw may be absent by its initial value only. */
static bool only_none(struct reading *reading, const char *value)
{
    (void)reading;
    return is(value, "none") || is(value, "normal") || is(value, "auto") || is(value, "0") ||
           is(value, "lr-tb") || is(value, "lr") || is(value, "horizontal-tb") || is(value, "ltr");
}

/* --- The table ----------------------------------------------------------------------------------
 */

static const struct {
    const char *name;
    reader *read;
} properties[] = {
    {"font-size", font_size}, /* em of the others */
    {"color", colour},        /* currentColor of the others */
    {"fill", fill},
    {"stroke", stroke},
    {"fill-opacity", fill_opacity},
    {"stroke-opacity", stroke_opacity},
    {"opacity", opacity},
    {"fill-rule", fill_rule},
    {"clip-rule", clip_rule},
    {"clip-path", clip_path},
    {"stroke-width", stroke_width},
    {"stroke-miterlimit", miter_limit},
    {"stroke-linecap", line_cap},
    {"stroke-linejoin", line_join},
    {"stroke-dasharray", dash_array},
    {"stroke-dashoffset", dash_offset},
    {"font-family", font_family},
    {"font-weight", font_weight},
    {"font-style", font_style},
    {"text-anchor", text_anchor},
    {"dominant-baseline", baseline},
    {"alignment-baseline", baseline},
    {"letter-spacing", letter_spacing},
    {"visibility", visibility},
    {"display", display},
    {"stop-color", stop_colour},
    {"stop-opacity", stop_opacity},
    {"filter", only_none},
    {"mask", only_none},
    {"marker", only_none},
    {"marker-start", only_none},
    {"marker-mid", only_none},
    {"marker-end", only_none},
    {"mix-blend-mode", only_none},
    {"paint-order", only_none},
    {"vector-effect", only_none},
    {"text-decoration", only_none},
    {"word-spacing", only_none},
    {"baseline-shift", only_none},
    {"writing-mode", only_none},
    {"direction", only_none},
    {"transform", NULL}, /* an attribute here; only in a style is it refused */
    {"font", NULL},
};

enum { PROPERTIES = sizeof properties / sizeof *properties, FIRST_PASS = 2 };

struct cascade {
    struct reading reading;
    const xmlNode *node;
    svg_style_refuse *refuse;
    void *state;
    struct buffer value;
};

/* Applies one declaration if its property belongs to this pass. */
static void apply(struct cascade *cascade, bool first_pass, bool in_style, const char *name,
                  size_t name_length, const char *value)
{
    for (size_t i = 0; i < PROPERTIES; i++) {
        if (strlen(properties[i].name) != name_length ||
            strncmp(properties[i].name, name, name_length) != 0)
            continue;
        if ((i < FIRST_PASS) != first_pass || is(value, "inherit") ||
            (!properties[i].read && !in_style))
            return;
        if (!properties[i].read || !properties[i].read(&cascade->reading, value))
            cascade->refuse(cascade->state, cascade->node, properties[i].name, value);
        return;
    }
}

static size_t trimmed(const char *text, size_t length)
{
    while (length && strchr(" \t\r\n", text[length - 1]))
        length--;
    return length;
}

/* "name: value; name: value". */
static void apply_style(struct cascade *cascade, bool first_pass, const char *style)
{
    while (*style) {
        style += strspn(style, " \t\r\n;");
        size_t whole = strcspn(style, ";"), name = strcspn(style, ":;");
        if (style[name] == ':') {
            const char *value = style + name + 1;
            size_t space = strspn(value, " \t\r\n");
            size_t length = whole - name - 1;
            space = space < length ? space : length;
            value += space;
            length = trimmed(value, length - space);
            const char *important = memchr(value, '!', length);
            length = important ? trimmed(value, (size_t)(important - value)) : length;
            buffer_clear(&cascade->value);
            buffer_append(&cascade->value, value, length);
            apply(cascade, first_pass, true, style, trimmed(style, name),
                  buffer_string(&cascade->value));
        }
        style += whole;
    }
}

static void apply_all(struct cascade *cascade, bool first_pass)
{
    const char *style = NULL;
    for (const xmlAttr *attribute = cascade->node->properties; attribute;
         attribute = attribute->next) {
        if (attribute->ns || !attribute->children || !attribute->children->content)
            continue;
        const char *name = (const char *)attribute->name;
        const char *value = (const char *)attribute->children->content;
        if (strcmp(name, "style") == 0) {
            style = value;
            continue;
        }
        value += strspn(value, " \t\r\n");
        buffer_clear(&cascade->value);
        buffer_append(&cascade->value, value, trimmed(value, strlen(value)));
        apply(cascade, first_pass, false, name, strlen(name), buffer_string(&cascade->value));
    }
    if (style)
        apply_style(cascade, first_pass, style);
}

struct svg_style svg_style_of(const xmlNode *node, const struct svg_style *parent, double viewport,
                              struct arena *arena, svg_style_refuse *refuse, void *state)
{
    struct svg_style style = *parent;
    style.displayed = true;
    style.clip = NULL;
    style.stop = (struct svg_paint){.kind = SVG_PAINT_COLOUR};
    style.stop_opacity = 1;
    struct cascade cascade = {.reading = {&style, parent, viewport, arena},
                              .node = node,
                              .refuse = refuse,
                              .state = state,
                              .value = BUFFER_EMPTY};
    apply_all(&cascade, true);
    apply_all(&cascade, false);
    buffer_free(&cascade.value);
    return style;
}
