/* Image headers are read just as far as the size and the resolution stand; every offset is checked
 * against the length. */
#include "format/graphic.h"

#include <string.h>

#include "format/format_messages.h"
#include "format/inline_layout.h"
#include "format/structure.h"
#include "format/uri.h"

enum { PIXEL_LIMIT = 100000 };

static uint32_t big32(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static uint32_t big16(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 8 | bytes[1];
}

/* Pixels at a density in pixels per metre (0: 96 per inch). */
static millipoint extent(uint32_t pixels, uint32_t per_metre)
{
    if (!per_metre)
        return measure_clamp((int64_t)pixels * 750);
    return measure_clamp((int64_t)pixels * 72000 * 10000 / 254 / per_metre);
}

static bool png_size(const unsigned char *bytes, size_t length, millipoint *width,
                     millipoint *height)
{
    if (length < 33 || memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) != 0 || memcmp(bytes + 12, "IHDR", 4))
        return false;
    uint32_t columns = big32(bytes + 16), rows = big32(bytes + 20), x = 0, y = 0;
    for (size_t at = 33; at + 12 <= length;) {
        uint32_t size = big32(bytes + at);
        if (size > length - at - 12 || memcmp(bytes + at + 4, "IDAT", 4) == 0)
            break;
        if (memcmp(bytes + at + 4, "pHYs", 4) == 0 && size == 9 && bytes[at + 16] == 1) {
            x = big32(bytes + at + 8);
            y = big32(bytes + at + 12);
        }
        at += (size_t)size + 12;
    }
    *width = extent(columns, x);
    *height = extent(rows, y);
    return columns && rows && columns <= PIXEL_LIMIT && rows <= PIXEL_LIMIT;
}

static bool jpeg_size(const unsigned char *bytes, size_t length, millipoint *width,
                      millipoint *height)
{
    if (length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        return false;
    uint32_t x = 0, y = 0;
    for (size_t at = 2; at + 9 < length;) {
        if (bytes[at] != 0xFF)
            return false;
        unsigned marker = bytes[at + 1];
        uint32_t size = big16(bytes + at + 2);
        if (size < 2 || size > length - at - 2)
            return false;
        if (marker == 0xE0 && size >= 14 && memcmp(bytes + at + 4, "JFIF", 4) == 0) {
            uint32_t unit = bytes[at + 11];
            uint32_t factor = unit == 1 ? 10000 : unit == 2 ? 25400 : 0; /* per inch, per cm */
            x = big16(bytes + at + 12) * factor / 254;
            y = big16(bytes + at + 14) * factor / 254;
        }
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
            marker != 0xCC) {
            uint32_t rows = big16(bytes + at + 5), columns = big16(bytes + at + 7);
            *width = extent(columns, x);
            *height = extent(rows, y);
            return rows && columns;
        }
        at += (size_t)size + 2;
    }
    return false;
}

/* The intrinsic size of a PNG or JPEG in 1/1000 pt, from its resolution or else at 96 dpi; false
 * if it is neither. */
static bool size_of(const void *bytes, size_t length, millipoint *width, millipoint *height)
{
    return png_size(bytes, length, width, height) || jpeg_size(bytes, length, width, height);
}

/* Applies width, height, content-width, content-height: one given dimension scales the other. */
static void scale(const struct traits *traits, millipoint line_width, millipoint *width,
                  millipoint *height)
{
    const struct measure *w = &traits->content_width, *h = &traits->content_height;
    if (w->automatic)
        w = &traits->width;
    if (h->automatic)
        h = &traits->height;
    int64_t own_width = *width > 0 ? *width : 1, own_height = *height > 0 ? *height : 1;
    bool percent_of_self = w == &traits->content_width;
    if (!w->automatic)
        *width = measure_resolve(*w, percent_of_self ? (millipoint)own_width : line_width);
    if (!h->automatic)
        *height = measure_resolve(*h, (millipoint)own_height);
    if (!w->automatic && h->automatic)
        *height = measure_clamp(*width * own_height / own_width);
    else if (w->automatic && !h->automatic)
        *width = measure_clamp(*height * own_width / own_height);
}

void graphic_add(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
                 const struct run_style *style)
{
    const struct format_request *request = formatter->request;
    const char *source = property_attribute(node, "src");
    const char *name = uri_specification(paragraph->arena, source ? source : "");
    struct image_content image;
    if (!request->fetch || request->fetch(request->fetch_state, name, &image.bytes, &image.length,
                                          &image.digest) != 0) {
        report_at(formatter->report, &MESSAGE_IMAGE_MISSING, node, name, NULL);
        return;
    }
    millipoint width, height;
    if (!size_of(image.bytes, image.length, &width, &height)) {
        report_at(formatter->report, &MESSAGE_IMAGE_INVALID, node, name, NULL);
        return;
    }
    scale(style->traits, paragraph->width, &width, &height);
    struct paragraph_object *object = arena_alloc(paragraph->arena, sizeof *object);
    object->area = area_new(paragraph->arena, AREA_IMAGE);
    object->area->content.image = image;
    object->area->tag = structure_of_graphic(formatter, paragraph->arena, node, style->traits);
    object->area->width = object->width = width;
    object->area->height = object->ascent = height;
    inline_place(paragraph, style, object);
}
