/* Walks inline objects; each gets a style of its own (inline_style.c), made from its traits and the
 * style around it. Called by block_layout.c. */
#include "format/inline_layout.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "format/baseline.h"
#include "format/container_layout.h"
#include "format/format_messages.h"
#include "format/footnote_layout.h"
#include "format/graphic.h"
#include "format/identifier.h"
#include "format/inline_style.h"
#include "format/line_build.h"
#include "format/link.h"
#include "format/qr_code.h"
#include "format/retrieve.h"
#include "format/structure.h"

bool inline_is_level(const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE)
        return true;
    switch (object_of(node)) {
    case OBJECT_INLINE:
    case OBJECT_CHARACTER:
    case OBJECT_WRAPPER:
    case OBJECT_BASIC_LINK:
    case OBJECT_BIDI_OVERRIDE:
    case OBJECT_INLINE_CONTAINER:
    case OBJECT_LEADER:
    case OBJECT_PAGE_NUMBER:
    case OBJECT_PAGE_NUMBER_CITATION:
    case OBJECT_PAGE_NUMBER_CITATION_LAST:
    case OBJECT_EXTERNAL_GRAPHIC:
    case OBJECT_INSTREAM_FOREIGN_OBJECT:
    case OBJECT_QR_CODE:
    case OBJECT_FOOTNOTE:
    case OBJECT_FLOAT:
    case OBJECT_MARKER:
    case OBJECT_RETRIEVE_MARKER:
    case OBJECT_RETRIEVE_TABLE_MARKER:
        return true;
    default:
        return false;
    }
}

static void add_children(struct formatter *formatter, struct paragraph *paragraph,
                         const xmlNode *node, const struct run_style *style)
{
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, node, child)) != NULL)
        if (inline_is_level(child))
            inline_add(formatter, paragraph, child, style);
        else
            object_refuse(formatter->report, child);
}

bool inline_is_container(enum object object)
{
    return object == OBJECT_INLINE || object == OBJECT_WRAPPER || object == OBJECT_BASIC_LINK ||
           object == OBJECT_BIDI_OVERRIDE;
}

struct inline_box *inline_box_new(struct arena *arena, const struct run_style *style)
{
    struct inline_box *box = arena_alloc(arena, sizeof *box);
    box->ascent = style->ascent;
    box->descent = style->descent;
    return box;
}

void inline_mark(struct paragraph *paragraph, const struct run_style *style, const char *id)
{
    struct inline_box *box = inline_box_new(paragraph->arena, style);
    box->id = id;
    paragraph_add_box(paragraph, style, box, true);
    paragraph_add_box(paragraph, style, box, false);
}

struct inline_box *inline_link_box(struct formatter *formatter, struct arena *arena,
                                   const struct link_target *target, const struct run_style *style)
{
    struct inline_box *box = inline_box_new(arena, style);
    box->link = target;
    box->tag = formatter_tag(formatter, arena, STRUCTURE_LINK);
    return box;
}

/* Its first line stands on the baseline of the line it is in; without lines its lower edge. */
static void add_container(struct formatter *formatter, struct paragraph *paragraph,
                          const xmlNode *node, const struct run_style *style)
{
    struct paragraph *around = formatter->paragraph;
    formatter->paragraph = paragraph_spare(around);
    struct paragraph_object *object = arena_alloc(paragraph->arena, sizeof *object);
    object->area =
        container_layout_inline(formatter, paragraph->arena, node, style->traits, paragraph->width);
    formatter->paragraph = around;
    object->width = object->area->width;
    object->ascent = object->area->height;
    millipoint baseline;
    if (baseline_of_area(object->area, &baseline)) {
        object->ascent = baseline;
        object->descent = object->area->height - baseline;
    }
    inline_place(paragraph, style, object);
}

/* The content of a leader on a line of its own, from its baseline. */
static const struct area *content_line(struct formatter *formatter, struct paragraph *around,
                                       const xmlNode *node, const struct run_style *style)
{
    struct paragraph *paragraph = paragraph_new(formatter);
    struct area *area = area_new(around->arena, AREA_BLOCK);
    paragraph_begin(paragraph, around->arena, style, node, around->width);
    add_children(formatter, paragraph, node, style);
    if (!paragraph_is_empty(paragraph)) {
        paragraph_make_items(paragraph, MEASURE_LIMIT);
        const struct fit_line all = {.end = paragraph->item_count};
        const struct line_request request = {
            .line = &all, .width = MEASURE_LIMIT, .align = KEYWORD_START};
        struct open_boxes open = {0};
        millipoint overfull;
        int64_t width = 0;
        for (size_t i = 0; i < all.end; i++)
            width += paragraph->fits[i].width + (i + 1 < all.end ? paragraph->fits[i].gap : 0);
        struct area *line = line_build(paragraph, &request, &open, &overfull);
        line->y = -(style->ascent + style->leading / 2);
        area->width = measure_clamp(width);
        area_append(area, line);
        open_boxes_free(&open);
    }
    paragraph_free(paragraph);
    return area;
}

static void add_leader(struct formatter *formatter, struct paragraph *paragraph,
                       const xmlNode *node, const struct run_style *style, millipoint width)
{
    const struct traits *traits = style->traits;
    struct paragraph_object *object = arena_alloc(paragraph->arena, sizeof *object);
    millipoint least = measure_resolve(traits->leader_minimum, width);
    millipoint best = measure_resolve(traits->leader_optimum, width);
    millipoint most = measure_resolve(traits->leader_maximum, width);
    best = best < least ? least : best;
    most = most < best ? best : most;
    *object = (struct paragraph_object){.width = best, .stretch = most - best, .leader = true};
    if (traits->leader_pattern == KEYWORD_USE_CONTENT)
        object->content = content_line(formatter, paragraph, node, style);
    paragraph_add_object(paragraph, style, object);
}

/* A field whose text is known only on its page: as wide as `estimate` is. */
static void add_field(struct formatter *formatter, struct paragraph *paragraph,
                      const struct run_style *style, const struct field *field,
                      const char *estimate)
{
    struct paragraph_object *object = arena_alloc(paragraph->arena, sizeof *object);
    for (size_t length = strlen(estimate), at = 0; at < length;) {
        uint32_t code;
        at += utf8_decode(estimate + at, length - at, &code);
        struct drawn drawn =
            glyph_source_find(formatter->glyphs, style->traits->chain, code, 0, true);
        if (drawn.face)
            object->width += glyph_source_advance(&drawn, style->size);
    }
    object->area = area_new(paragraph->arena, AREA_FIELD);
    object->area->content.field = *field;
    object->area->width = object->width;
    object->ascent = style->ascent;
    object->descent = style->descent;
    paragraph_add_object(paragraph, style, object);
}

static void add_page_number(struct formatter *formatter, struct paragraph *paragraph,
                            const xmlNode *node, const struct run_style *style)
{
    if (formatter->page_label) {
        paragraph_add_text(paragraph, style, formatter->page_label, strlen(formatter->page_label),
                           node);
        return;
    }
    const struct field field = {
        .kind = FIELD_PAGE, .traits = style->traits, .line = formatter_line(node)};
    add_field(formatter, paragraph, style, &field, formatter->page_estimate);
}

static void add_citation(struct formatter *formatter, struct paragraph *paragraph,
                         const xmlNode *node, const struct run_style *style, bool last)
{
    const char *reference = property_attribute(node, "ref-id");
    const char *known =
        reference && !last ? identifier_label(formatter->identifiers, reference, false) : NULL;
    if (known) { /* its page has been painted */
        paragraph_add_text(paragraph, style, known, strlen(known), node);
        return;
    }
    const struct field field = {.kind = last ? FIELD_CITATION_LAST : FIELD_CITATION,
                                .reference =
                                    arena_copy(formatter->arena, reference ? reference : ""),
                                .traits = style->traits,
                                .at_end = paragraph->block->text_align_last == KEYWORD_JUSTIFY,
                                .line = formatter_line(node)};
    bool short_list = field.at_end && strlen(formatter->page_estimate) < 2;
    add_field(formatter, paragraph, style, &field, short_list ? "00" : formatter->page_estimate);
}

static void add_retrieved(struct formatter *formatter, struct paragraph *paragraph,
                          const xmlNode *node, const struct run_style *style)
{
    const xmlNode *marker = retrieve_marker(formatter, node);
    if (marker)
        add_children(formatter, paragraph, marker, style);
}

enum { SMALL_CAPITAL = 800 }; /* of the font size, 1/1000 */

/* Small letters become capitals of a smaller size: faces with small capitals are rare. */
static void add_small_capitals(struct paragraph *paragraph, const struct run_style *style,
                               const char *text, size_t length, const xmlNode *node)
{
    struct run_style *small = arena_alloc(paragraph->arena, sizeof *small);
    *small = *style;
    small->size = (millipoint)((int64_t)style->size * SMALL_CAPITAL / 1000);
    for (size_t at = 0; at < length;) {
        uint32_t code;
        char encoded[4];
        size_t size = utf8_decode(text + at, length - at, &code);
        uint32_t capital = code <= 0x10FFFF ? (uint32_t)u_toupper((UChar32)code) : code;
        if (capital == code)
            paragraph_add_text(paragraph, style, text + at, size, node);
        else
            paragraph_add_text(paragraph, small, encoded, utf8_encode(capital, encoded), node);
        at += size;
    }
}

static void add_text(struct paragraph *paragraph, const struct run_style *style, const char *text,
                     const xmlNode *node)
{
    if (style->traits->font_variant == KEYWORD_SMALL_CAPS)
        add_small_capitals(paragraph, style, text, strlen(text), node);
    else
        paragraph_add_text(paragraph, style, text, strlen(text), node);
}

static void add_object(struct formatter *formatter, struct paragraph *paragraph,
                       const xmlNode *node, const struct run_style *style)
{
    const char *character;
    switch (object_of(node)) {
    case OBJECT_INLINE:
    case OBJECT_WRAPPER:
    case OBJECT_BASIC_LINK:
    case OBJECT_BIDI_OVERRIDE:
        add_children(formatter, paragraph, node, style);
        break;
    case OBJECT_CHARACTER:
        character = property_attribute(node, "character");
        if (character)
            paragraph_add_text(paragraph, style, character, strlen(character), node);
        break;
    case OBJECT_INLINE_CONTAINER:
        add_container(formatter, paragraph, node, style);
        break;
    case OBJECT_LEADER:
        add_leader(formatter, paragraph, node, style, paragraph->width);
        break;
    case OBJECT_PAGE_NUMBER:
        add_page_number(formatter, paragraph, node, style);
        break;
    case OBJECT_PAGE_NUMBER_CITATION:
    case OBJECT_PAGE_NUMBER_CITATION_LAST:
        add_citation(formatter, paragraph, node, style,
                     object_of(node) == OBJECT_PAGE_NUMBER_CITATION_LAST);
        break;
    case OBJECT_EXTERNAL_GRAPHIC:
    case OBJECT_INSTREAM_FOREIGN_OBJECT:
        graphic_add(formatter, paragraph, node, style);
        break;
    case OBJECT_QR_CODE:
        qr_code_add(formatter, paragraph, node, style);
        break;
    case OBJECT_FOOTNOTE:
        footnote_add(formatter, paragraph, node, style);
        break;
    case OBJECT_FLOAT:
        float_add(formatter, paragraph, node, style);
        break;
    case OBJECT_MARKER:
        marker_add(formatter, node);
        break;
    case OBJECT_RETRIEVE_MARKER:
    case OBJECT_RETRIEVE_TABLE_MARKER:
        add_retrieved(formatter, paragraph, node, style);
        break;
    default:
        break;
    }
}

/* Whether borders, padding, background and id of the object are made where its area is. */
static bool has_own_box(enum object object)
{
    switch (object) {
    case OBJECT_INLINE_CONTAINER:
    case OBJECT_EXTERNAL_GRAPHIC:
    case OBJECT_INSTREAM_FOREIGN_OBJECT:
    case OBJECT_QR_CODE:
    case OBJECT_FOOTNOTE:
    case OBJECT_FLOAT:
    case OBJECT_MARKER:
    case OBJECT_RETRIEVE_MARKER:
    case OBJECT_RETRIEVE_TABLE_MARKER:
        return true;
    default:
        return false;
    }
}

/* The box that an object's content stands in, if it has edges, an id, a link, a tag, spaces, or is
 * moved; else NULL. */
static struct inline_box *box_around(struct formatter *formatter, struct paragraph *paragraph,
                                     const xmlNode *node, const struct run_style *style)
{
    struct arena *arena = paragraph->arena;
    const struct traits *traits = style->traits;
    const struct link_target *link = object_of(node) == OBJECT_BASIC_LINK
                                         ? link_target_new(formatter, formatter->arena, node)
                                         : NULL;
    struct inline_box *box =
        link ? inline_link_box(formatter, arena, link, style) : inline_box_new(arena, style);
    box->box = box_new(arena, traits, paragraph->width);
    box->id = formatter_id(formatter, arena, node);
    box->makes_line = box->id && object_of(node) != OBJECT_WRAPPER; /* a wrapper has no area */
    box->space_start = traits->space_start.optimum;
    box->space_end = traits->space_end.optimum;
    if (!link)
        box->tag = structure_of_inline(formatter, arena, traits, style->outer->traits);
    area_relative_offset(traits, paragraph->width, 0, &box->moved_x, &box->moved_y);
    bool any = box->box || box->id || link || box->tag || box->space_start || box->space_end ||
               box->moved_x || box->moved_y;
    return any ? box : NULL;
}

void inline_add(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
                const struct run_style *outer)
{
    if (node->type != XML_ELEMENT_NODE) {
        if (node->content)
            add_text(paragraph, outer, (const char *)node->content, node);
        return;
    }
    if (formatter->depth >= NESTING_LIMIT) {
        report_at(formatter->report, &MESSAGE_NESTED_TOO_DEEP, node, "200", NULL);
        return;
    }
    formatter->depth++;
    const struct traits *traits = property_resolve(formatter->properties, node, outer->traits);
    const struct run_style *style = inline_style(paragraph->arena, traits, outer);
    const struct inline_box *box =
        has_own_box(object_of(node)) ? NULL : box_around(formatter, paragraph, node, style);
    if (box)
        paragraph_add_box(paragraph, style, box, true);
    add_object(formatter, paragraph, node, style);
    if (box)
        paragraph_add_box(paragraph, style, box, false);
    formatter->depth--;
}
