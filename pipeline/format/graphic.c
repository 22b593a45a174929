/* A graphic is opened (fetched, or found in the FO), sized, made an area, and put into its
 * viewport: a box with border, padding and background in which the content is aligned and, if
 * asked, cut. Drawings are kept by what decides their marks, so that one on every page is read
 * once. Callers: inline_layout.c; qr_code.c uses the viewport. */
#include "format/graphic.h"

#include <string.h>

#include "base/digest.h"
#include "base/xml.h"
#include "format/drawing.h"
#include "format/format_messages.h"
#include "format/graphic_size.h"
#include "format/image_header.h"
#include "format/inline_style.h"
#include "format/lasting.h"
#include "format/object.h"
#include "format/structure.h"
#include "format/svg.h"
#include "format/uri.h"

/* --- Opening ------------------------------------------------------------------------------------
 */

/* Whether the bytes begin like XML. */
static bool is_markup(const char *bytes, size_t length)
{
    size_t at = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < length && strchr(" \t\r\n", bytes[at]) && bytes[at])
        at++;
    return at < length && bytes[at] == '<';
}

/* The SVG's own findings stand in its file. */
static void name_sheet(const xmlNode *root, const char *name)
{
    xmlNode *svg = (xmlNode *)(uintptr_t)root; /* of a document that is ours */
    xmlNs *space = xmlNewNs(svg, (const xmlChar *)YINFA_NAMESPACE, (const xmlChar *)"yinfa");
    if (space)
        xmlSetNsProp(svg, space, (const xmlChar *)"sheet", (const xmlChar *)name);
}

/* Reads the SVG of the graphic's bytes; false, once reported, if it is none. */
static bool read_svg(struct formatter *formatter, const xmlNode *node, struct graphic *graphic)
{
    if (graphic->svg)
        return true;
    struct buffer wrong = BUFFER_EMPTY;
    const struct image_content *file = &graphic->image;
    graphic->document = xml_read_bytes(file->bytes, file->length, graphic->image.name, &wrong);
    const xmlNode *root = graphic->document ? xmlDocGetRootElement(graphic->document) : NULL;
    if (root && svg_is(root)) {
        graphic->svg = root;
        name_sheet(root, graphic->image.name);
    } else {
        report_at(formatter->report, &MESSAGE_SVG_INVALID, node, graphic->image.name,
                  root ? (const char *)root->name : buffer_string(&wrong), NULL);
    }
    buffer_free(&wrong);
    return graphic->svg != NULL;
}

/* Drawings that last from one document to the next; NULL: the caller keeps none. */
static struct drawings *lasting_drawings(const struct formatter *formatter)
{
    return formatter->request->lasting ? formatter->request->lasting->drawings : NULL;
}

/* Where a new drawing is kept: for the next documents too if there is room. */
static struct drawings *keeper_of(const struct formatter *formatter)
{
    struct drawings *lasting = lasting_drawings(formatter);
    return lasting && drawings_have_room(lasting) ? lasting : formatter->drawings;
}

static const struct drawing *find_kept(const struct formatter *formatter, const char *key)
{
    const struct drawings *lasting = lasting_drawings(formatter);
    const struct drawing *known = lasting ? drawings_find(lasting, key) : NULL;
    return known ? known : drawings_find(formatter->drawings, key);
}

/* Finds the size and title of an SVG file. They are kept as a drawing without marks, so that a file
 * whose drawing is kept too need not be read again. */
static bool open_svg(struct formatter *formatter, struct arena *otherwise, const xmlNode *node,
                     struct graphic *graphic)
{
    char *key = arena_print(otherwise, "size-%s", graphic->image.digest);
    const struct drawing *known = find_kept(formatter, key);
    graphic->is_drawing = true;
    if (!known) {
        if (!read_svg(formatter, node, graphic))
            return false;
        struct drawings *keeper = keeper_of(formatter);
        struct arena *arena = drawings_arena(keeper, otherwise);
        struct drawing *drawing = arena_alloc(arena, sizeof *drawing);
        svg_size(graphic->svg, &drawing->width, &drawing->height);
        drawing->title = arena_copy(arena, svg_title(graphic->svg));
        drawing->key = arena_copy(arena, key);
        drawings_keep(keeper, drawing, arena);
        known = drawing;
    }
    graphic->width = known->width;
    graphic->height = known->height;
    graphic->title = known->title;
    return true;
}

static bool open_image(struct formatter *formatter, const xmlNode *node, struct graphic *graphic)
{
    static const struct message *const messages[] = {[IMAGE_OTHER] = &MESSAGE_IMAGE_INVALID,
                                                     [IMAGE_TOO_LARGE] = &MESSAGE_IMAGE_TOO_LARGE,
                                                     [IMAGE_CMYK] = &MESSAGE_IMAGE_CMYK,
                                                     [IMAGE_INTERLACED] =
                                                         &MESSAGE_IMAGE_INTERLACED};
    struct image_header header;
    enum image_verdict verdict =
        image_header_read(graphic->image.bytes, graphic->image.length, &header);
    if (verdict != IMAGE_SOUND) {
        report_at(formatter->report, messages[verdict], node, graphic->image.name, NULL);
        return false;
    }
    graphic->width = header.width;
    graphic->height = header.height;
    graphic->image.rotation = header.rotation;
    graphic->image.mirrored = header.mirrored;
    return true;
}

bool graphic_open(struct formatter *formatter, struct arena *arena, const xmlNode *node,
                  const char *uri, struct graphic *graphic)
{
    const struct format_request *request = formatter->request;
    *graphic = (struct graphic){0};
    struct image_content *image = &graphic->image;
    image->name = uri_specification(arena, uri);
    image->line = formatter_line(node);
    if (!request->fetch || request->fetch(request->fetch_state, image->name, &image->bytes,
                                          &image->length, &image->digest) != 0) {
        report_at(formatter->report, &MESSAGE_IMAGE_MISSING, node, graphic->image.name, NULL);
        return false;
    }
    if (image->bytes && is_markup(image->bytes, image->length))
        return open_svg(formatter, arena, node, graphic);
    return open_image(formatter, node, graphic);
}

void graphic_close(struct graphic *graphic)
{
    xmlFreeDoc(graphic->document);
    graphic->document = NULL;
}

/* --- SVG in the FO ------------------------------------------------------------------------------
 */

static void digest_attributes(struct digest *digest, const xmlNode *node)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        digest_add_text(digest, (const char *)attribute->name);
        digest_add_text(digest,
                        attribute->children ? (const char *)attribute->children->content : NULL);
    }
}

/* What tells one SVG in the FO from another: names, attributes and text in document order. */
static void digest_tree(const xmlNode *root, char hex[DIGEST_HEX_SIZE])
{
    struct digest *digest = digest_new();
    const xmlNode *node = root;
    for (;;) {
        bool element = node->type == XML_ELEMENT_NODE;
        digest_add_text(digest, element ? (const char *)node->name : (const char *)node->content);
        if (element)
            digest_attributes(digest, node);
        if (element && node->children) {
            node = node->children;
            continue;
        }
        for (; node != root && !node->next; node = node->parent)
            digest_add_text(digest, NULL); /* an element ends */
        if (node == root)
            break;
        node = node->next;
    }
    digest_finish(digest, hex);
}

static bool open_foreign(struct formatter *formatter, struct arena *arena, const xmlNode *node,
                         struct graphic *graphic)
{
    *graphic = (struct graphic){0};
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, node, child)) != NULL) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (!svg_is(child)) {
            report_at(formatter->report, &MESSAGE_FOREIGN_UNSUPPORTED, child,
                      (const char *)child->name, NULL);
            return false;
        }
        char hex[DIGEST_HEX_SIZE];
        digest_tree(child, hex);
        graphic->svg = child;
        graphic->is_drawing = true;
        graphic->image.digest = arena_copy(arena, hex);
        graphic->title = svg_title(child);
        svg_size(child, &graphic->width, &graphic->height);
        return true;
    }
    report_at(formatter->report, &MESSAGE_FOREIGN_UNSUPPORTED, node, "", NULL);
    return false;
}

/* --- Areas --------------------------------------------------------------------------------------
 */

/* A key of all that decides the marks of the drawing. */
static char *drawing_key(struct arena *arena, const struct graphic *graphic,
                         const struct traits *traits, millipoint width, millipoint height)
{
    char hex[DIGEST_HEX_SIZE];
    const int32_t numbers[] = {width,
                               height,
                               traits->font_size,
                               traits->color.red,
                               traits->color.green,
                               traits->color.blue};
    struct digest *digest = digest_new();
    digest_add_text(digest, graphic->image.digest);
    digest_add_text(digest, traits->font_family);
    digest_add(digest, numbers, sizeof numbers);
    digest_finish(digest, hex);
    return arena_print(arena, "svg-%.32s", hex);
}

/* The graphic's drawing at that size; NULL, once reported, if the file turns out to be unreadable.
 */
static const struct drawing *drawing_of(struct formatter *formatter, struct arena *otherwise,
                                        const xmlNode *node, struct graphic *graphic,
                                        const struct traits *traits, millipoint width,
                                        millipoint height)
{
    const struct format_request *request = formatter->request;
    char *key = drawing_key(otherwise, graphic, traits, width, height);
    const struct drawing *known = find_kept(formatter, key);
    if (known || !read_svg(formatter, node, graphic))
        return known;
    const struct svg_environment environment = {.report = formatter->report,
                                                .fonts = request->fonts,
                                                .glyphs = formatter->glyphs,
                                                .relaxed = request->relaxed,
                                                .font_family = traits->font_family,
                                                .font_size = traits->font_size,
                                                .colour = traits->color};
    struct drawings *keeper = keeper_of(formatter);
    struct arena *arena = drawings_arena(keeper, otherwise);
    unsigned long reported = report_count(formatter->report);
    struct drawing *drawing = svg_draw(&environment, graphic->svg, width, height, arena);
    drawing->key = arena_copy(arena, key);
    /* What there was something to say of is drawn anew in the next document, and said again. */
    if (keeper == formatter->drawings || report_count(formatter->report) == reported)
        drawings_keep(keeper, drawing, arena);
    return drawing;
}

struct area *graphic_area(struct formatter *formatter, struct arena *arena, const xmlNode *node,
                          struct graphic *graphic, const struct traits *traits, millipoint width,
                          millipoint height)
{
    const struct drawing *drawing =
        graphic->is_drawing ? drawing_of(formatter, arena, node, graphic, traits, width, height)
                            : NULL;
    struct area *area = area_new(arena, graphic->is_drawing ? AREA_DRAWING : AREA_IMAGE);
    area->width = width;
    area->height = height;
    if (graphic->is_drawing)
        area->content.drawing = drawing;
    else
        area->content.image = graphic->image;
    return area;
}

/* --- The viewport -------------------------------------------------------------------------------
 */

/* The share of the free room that lies before the content, in halves. */
static int share(int32_t alignment)
{
    switch (alignment) {
    case KEYWORD_CENTER:
        return 1;
    case KEYWORD_END:
    case KEYWORD_RIGHT:
    case KEYWORD_AFTER:
        return 2;
    default:
        return 0;
    }
}

static void check_overflow(struct formatter *formatter, const xmlNode *node,
                           const struct traits *traits, millipoint excess)
{
    if (traits->overflow == KEYWORD_ERROR_IF_OVERFLOW && excess > 0) {
        char points[REPORT_POINTS_SIZE];
        report_points(excess, points);
        report_at(formatter->report, &MESSAGE_CONTAINER_OVERFULL, node, points,
                  (const char *)node->name, NULL);
    }
}

/* The content in the rectangle that is left inside border and padding; the parts are equal where
 * content and viewport are of one size, and then the content needs no box around it. */
static struct area *viewport(struct formatter *formatter, struct arena *arena, const xmlNode *node,
                             const struct traits *traits, struct area *content,
                             const struct graphic_size *size, const struct box *box)
{
    millipoint free_width = size->viewport_width - content->width;
    millipoint free_height = size->viewport_height - content->height;
    if (!box && !free_width && !free_height)
        return content;
    struct area *view = area_new(arena, AREA_BLOCK);
    view->width = size->viewport_width;
    view->height = size->viewport_height;
    bool exceeds = free_width < 0 || free_height < 0;
    view->clip = exceeds && traits->overflow != KEYWORD_AUTO && traits->overflow != KEYWORD_VISIBLE;
    check_overflow(formatter, node, traits, free_width < free_height ? -free_width : -free_height);
    content->x = (free_width * share(traits->text_align)) / 2;
    content->y = (free_height * share(traits->display_align)) / 2;
    area_append(view, content);
    if (!box)
        return view;
    struct area *outer = area_new(arena, AREA_BLOCK);
    outer->box = box;
    outer->width =
        measure_clamp((int64_t)view->width + box_edge(box, SIDE_START) + box_edge(box, SIDE_END));
    outer->height = measure_clamp((int64_t)view->height + box_edge(box, SIDE_BEFORE) +
                                  box_edge(box, SIDE_AFTER));
    view->x = box_edge(box, SIDE_START);
    view->y = box_edge(box, SIDE_BEFORE);
    area_append(outer, view);
    return outer;
}

/* space-start and space-end are blank room in the line. */
static struct area *spaced(struct arena *arena, const struct traits *traits, struct area *inner)
{
    millipoint before = traits->space_start.optimum, after = traits->space_end.optimum;
    if (!before && !after)
        return inner;
    struct area *outer = area_new(arena, AREA_BLOCK);
    outer->width = measure_clamp((int64_t)inner->width + before + after);
    outer->height = inner->height;
    inner->x = before;
    area_append(outer, inner);
    return outer;
}

static void place(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
                  const struct run_style *style, struct area *content,
                  const struct graphic_size *size, const struct structure_tag *tag)
{
    const struct traits *traits = style->traits;
    struct arena *arena = paragraph->arena;
    const struct box *box = box_new(arena, traits, paragraph->width);
    content->tag = tag;
    struct area *view = viewport(formatter, arena, node, traits, content, size, box);
    struct paragraph_object *object = arena_alloc(arena, sizeof *object);
    object->area = spaced(arena, traits, view);
    object->area->id = formatter_id(formatter, arena, node);
    object->width = object->area->width;
    object->ascent = object->area->height;
    inline_place(paragraph, style, object);
}

void graphic_place(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
                   const struct run_style *style, struct area *content,
                   const struct structure_tag *tag)
{
    const struct graphic_size size = {content->width, content->height, content->width,
                                      content->height};
    place(formatter, paragraph, node, style, content, &size, tag);
}

void graphic_add(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
                 const struct run_style *style)
{
    struct graphic graphic;
    struct arena *arena = paragraph->arena;
    const char *source = property_attribute(node, "src");
    bool opened = object_of(node) == OBJECT_EXTERNAL_GRAPHIC
                      ? graphic_open(formatter, arena, node, source ? source : "", &graphic)
                      : open_foreign(formatter, arena, node, &graphic);
    if (opened) {
        const struct traits *traits = style->traits;
        struct graphic_size size =
            graphic_size_of(traits, graphic.width, graphic.height, paragraph->width);
        struct area *content =
            graphic_area(formatter, arena, node, &graphic, traits, size.width, size.height);
        place(formatter, paragraph, node, style, content, &size,
              structure_of_graphic(formatter, arena, node, traits, graphic.title));
    }
    graphic_close(&graphic);
}
