/* Gathering the characters of a text element. Blanks are treated as xml:space says (§10.15); the
 * position lists of an element count the characters that are left. Caller: svg.c. */
#include "format/svg_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "format/character_class.h"
#include "format/formatter.h"
#include "format/svg_number.h"

/* Where characters come from: the element, its style, and the textPath around. */
struct origin {
    const xmlNode *node, *text_path;
    const struct svg_style *style;
};

static void add(struct svg_text *text, const struct origin *origin, uint32_t code)
{
    if (text->count == text->capacity) {
        text->capacity = text->capacity ? text->capacity * 2 : 32;
        text->characters =
            memory_resize(text->characters, text->capacity, sizeof *text->characters);
    }
    text->han |= character_script(code) == 1;
    text->characters[text->count++] = (struct svg_character){
        .code = code, .style = origin->style, .node = origin->node, .text_path = origin->text_path};
}

static bool after_space(const struct svg_text *text)
{
    return !text->count || text->characters[text->count - 1].code == ' ';
}

static void add_content(struct svg_text *text, const struct origin *origin, const char *content)
{
    size_t length = strlen(content);
    if (!svg_count(text->svg, origin->node, &text->svg->segments, length, SVG_SEGMENTS))
        return;
    for (size_t at = 0; at < length;) {
        uint32_t code;
        at += utf8_decode(content + at, length - at, &code);
        if (code == '\n' || code == '\r') {
            if (!text->preserve)
                continue;
            code = ' ';
        }
        if (code == '\t')
            code = ' ';
        if (code != ' ' || text->preserve || !after_space(text))
            add(text, origin, code);
    }
}

/* The values of a position list go to the characters from `start` on that have none yet. */
static void place(struct svg_text *text, const struct origin *origin, enum svg_place which,
                  size_t start)
{
    static const char *const names[] = {"x", "y", "dx", "dy", "rotate"};
    const char *list = svg_attribute(origin->node, names[which]);
    bool upright = which == SVG_PLACE_Y || which == SVG_PLACE_DY;
    double whole = upright ? text->svg->height : text->svg->width, value = 0;
    bool any = false;
    for (size_t i = start; list && i < text->count; i++) {
        const char *next = svg_number_skip(list);
        bool more = svg_number_next_length(&next, origin->style->font_size, whole, &value);
        if (!more && !(which == SVG_PLACE_ROTATE && any))
            return; /* the last angle stays for what follows */
        any = true;
        list = next;
        struct svg_character *character = &text->characters[i];
        if (!svg_is_given(character, which)) {
            character->place[which] = value;
            character->given |= (uint8_t)(1u << which);
        }
    }
}

static bool is_part(const xmlNode *node)
{
    return svg_is_element(node, "tspan") || svg_is_element(node, "textPath") ||
           svg_is_element(node, "a");
}

static bool is_silent(const xmlNode *node)
{
    return svg_is_element(node, "title") || svg_is_element(node, "desc") ||
           svg_is_element(node, "metadata");
}

static void collect(struct svg_text *text, const struct origin *origin);

static void collect_child(struct svg_text *text, const struct origin *origin, const xmlNode *child)
{
    struct svg *svg = text->svg;
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content) {
        add_content(text, origin, (const char *)child->content);
        return;
    }
    if (!svg_is_element(child, NULL) || is_silent(child))
        return;
    if (!is_part(child) || svg->depth >= NESTING_LIMIT) {
        svg_refuse_element(svg, child);
        return;
    }
    struct svg_style *style = arena_alloc(svg->scratch, sizeof *style);
    *style = svg_style_at(svg, child, origin->style);
    const struct origin inner = {
        child, svg_is_element(child, "textPath") ? child : origin->text_path, style};
    if (style->displayed && svg_count(svg, child, &svg->elements, 1, SVG_ELEMENTS)) {
        svg->depth++;
        collect(text, &inner);
        svg->depth--;
    }
}

static void collect(struct svg_text *text, const struct origin *origin)
{
    size_t start = text->count;
    bool preserve = text->preserve;
    xmlChar *space = xmlGetNsProp((xmlNode *)(uintptr_t)origin->node, (const xmlChar *)"space",
                                  XML_XML_NAMESPACE);
    if (space)
        text->preserve = strcmp((const char *)space, "preserve") == 0;
    xmlFree(space);
    const char *length = svg_attribute(origin->node, "textLength");
    if (length)
        svg_refuse_property(text->svg, origin->node, "textLength", length);
    for (const xmlNode *child = origin->node->children; child; child = child->next)
        collect_child(text, origin, child);
    for (enum svg_place which = SVG_PLACE_X; which <= SVG_PLACE_ROTATE; which++)
        place(text, origin, which, start);
    text->preserve = preserve;
}

void svg_text_draw(struct svg *svg, const xmlNode *node, const struct svg_style *style,
                   const struct svg_matrix *matrix)
{
    struct svg_text text = {.svg = svg, .matrix = matrix};
    const struct origin origin = {node, NULL, style};
    collect(&text, &origin);
    while (text.count && !text.preserve && after_space(&text))
        text.count--;
    if (text.count)
        svg_glyphs_draw(&text);
    free(text.characters);
}
