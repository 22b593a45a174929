/* Walks inline objects; each fo:inline gets a style of its own, made from its traits and the style
 * around it. Called by block_layout.c. */
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
#include "format/line_build.h"
#include "format/link.h"
#include "format/qr_code.h"
#include "format/retrieve.h"
#include "format/structure.h"

static enum line_break_mode break_mode(const struct traits *traits)
{
    switch (traits->line_break) {
    case KEYWORD_STRICT:
        return LINE_BREAK_STRICT;
    case KEYWORD_LOOSE:
        return LINE_BREAK_LOOSE;
    case KEYWORD_ANYWHERE:
        return LINE_BREAK_ANYWHERE;
    default:
        return LINE_BREAK_NORMAL;
    }
}

/* How high a baseline lies above the alphabetic one (XSL 1.1 §7.14.1), from a nominal table: faces
 * seldom say. Line edges are those of the text around. */
static millipoint baseline_height(int32_t baseline, millipoint size, millipoint ascent,
                                  millipoint descent)
{
    switch (baseline) {
    case KEYWORD_BEFORE_EDGE:
    case KEYWORD_TEXT_BEFORE_EDGE:
        return ascent;
    case KEYWORD_AFTER_EDGE:
    case KEYWORD_TEXT_AFTER_EDGE:
        return -descent;
    case KEYWORD_CENTRAL:
        return (ascent - descent) / 2;
    case KEYWORD_MIDDLE:
        return size / 4;
    case KEYWORD_IDEOGRAPHIC:
        return -size / 100 * 12;
    case KEYWORD_HANGING:
        return size / 10 * 8;
    case KEYWORD_MATHEMATICAL:
        return size / 2;
    default:
        return 0;
    }
}

/* The baseline the object is aligned on: its own wish, or the dominant one around it. */
static int32_t alignment_baseline(const struct traits *traits, const struct traits *outer)
{
    bool own = traits->alignment_baseline != KEYWORD_AUTO &&
               traits->alignment_baseline != KEYWORD_BASELINE;
    return own ? traits->alignment_baseline : outer->dominant_baseline;
}

/* By how much an area with these metrics is raised so that its baselines meet those around it.
 * `size`: of its font; 0: it is a box, whose middle is its middle. */
static millipoint alignment_shift(const struct traits *traits, const struct run_style *outer,
                                  millipoint size, millipoint ascent, millipoint descent)
{
    int32_t baseline = alignment_baseline(traits, outer->traits), own = baseline;
    const struct measure *adjust = &traits->alignment_adjust;
    millipoint around = baseline_height(baseline, outer->size, outer->ascent, outer->descent);
    if (!adjust->automatic)
        return around - measure_resolve(*adjust, ascent + descent);
    if (adjust->keyword != KEYWORD_AUTO)
        own = adjust->keyword;
    if (!size && own == KEYWORD_MIDDLE)
        own = KEYWORD_CENTRAL;
    return around - baseline_height(own, size, ascent, descent);
}

/* Super and sub as XSL 1.1 §7.14.7 leaves them to us. */
static millipoint baseline_shift(const struct traits *traits, const struct run_style *outer)
{
    const struct measure *shift = &traits->baseline_shift;
    if (!shift->automatic)
        return measure_resolve(*shift, traits_line_height(outer->traits));
    return shift->keyword == KEYWORD_SUPER ? outer->size / 3
           : shift->keyword == KEYWORD_SUB ? -outer->size / 6
                                           : 0;
}

const struct run_style *inline_style(struct arena *arena, const struct traits *traits,
                                     const struct run_style *outer)
{
    struct run_style *style = arena_alloc(arena, sizeof *style);
    struct font_face *face = font_chain_first(traits->chain);
    style->traits = traits;
    style->outer = outer;
    style->size = traits->font_size;
    style->ascent = font_face_ascent(face, style->size);
    style->descent = font_face_descent(face, style->size);
    style->leading = traits_line_height(traits) - style->ascent - style->descent;
    /* Each inline brings its own half-leading only if the strategy says so (XSL 1.1 §7.16.6). */
    millipoint leading = traits->line_stacking == KEYWORD_LINE_HEIGHT ? style->leading : 0;
    millipoint shift = outer ? baseline_shift(traits, outer) : 0;
    if (outer)
        style->shift = outer->shift + shift +
                       alignment_shift(traits, outer, style->size, style->ascent, style->descent);
    bool lines_part = traits->shift_adjustment == KEYWORD_CONSIDER_SHIFTS;
    millipoint counted = lines_part ? style->shift : outer ? style->shift - shift : 0;
    style->above = style->ascent + leading / 2 + counted;
    style->below = style->descent + (leading - leading / 2) - counted;
    style->decoration = traits->text_decoration;
    style->mode = break_mode(traits);
    style->unbroken =
        traits->wrap_option == KEYWORD_NO_WRAP || traits->keep_together.line == KEEP_ALWAYS;
    style->autospace = traits->autospace != KEYWORD_NO_AUTOSPACE;
    return style;
}

void inline_place(struct paragraph *paragraph, const struct run_style *style,
                  struct paragraph_object *object)
{
    const struct run_style *outer = style->outer;
    if (outer) {
        millipoint raise =
            alignment_shift(style->traits, outer, 0, object->ascent, object->descent) -
            alignment_shift(style->traits, outer, style->size, style->ascent, style->descent);
        object->ascent = measure_clamp((int64_t)object->ascent + raise);
        object->descent = measure_clamp((int64_t)object->descent - raise);
    }
    if (style->traits->visibility != KEYWORD_VISIBLE && object->area)
        object->area = area_new(paragraph->arena, AREA_BLOCK); /* its room stays */
    paragraph_add_object(paragraph, style, object);
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

/* --- Text ------------------------------------------------------------------------------------ */

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
