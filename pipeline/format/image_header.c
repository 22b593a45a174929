/* Every offset is checked against the length. Cameras store what the sensor saw and say in Exif how
 * they were held; the turn is left to the device. Caller: graphic.c. */
#include "format/image_header.h"

#include <string.h>

#include "format/measure.h"

/* Bytes of a file, big-endian unless `little`. */
struct view {
    const unsigned char *bytes;
    size_t length;
    bool little;
};

static uint32_t read16(const struct view *view, size_t at)
{
    if (view->length < 2 || at > view->length - 2)
        return 0;
    const unsigned char *byte = view->bytes + at;
    return view->little ? (uint32_t)byte[1] << 8 | byte[0] : (uint32_t)byte[0] << 8 | byte[1];
}

static uint32_t read32(const struct view *view, size_t at)
{
    uint32_t first = read16(view, at), second = read16(view, at + 2);
    return view->little ? second << 16 | first : first << 16 | second;
}

static bool stands(const struct view *view, size_t at, const char *text, size_t length)
{
    return length <= view->length && at <= view->length - length &&
           memcmp(view->bytes + at, text, length) == 0;
}

/* Pixels at a density in pixels per metre (0: 96 per inch). */
static millipoint extent(uint32_t pixels, uint32_t per_metre)
{
    if (!per_metre)
        return measure_clamp((int64_t)pixels * 750);
    return measure_clamp((int64_t)pixels * 72000 * 10000 / 254 / per_metre);
}

/* Fills in the size, once pixels, density and turn are known. */
static enum image_verdict measured(struct image_header *header, uint32_t across, uint32_t down)
{
    if (!header->columns || !header->rows)
        return IMAGE_OTHER;
    if (header->columns > IMAGE_SIDE || header->rows > IMAGE_SIDE ||
        (uint64_t)header->columns * header->rows > IMAGE_PIXELS)
        return IMAGE_TOO_LARGE;
    bool sideways = header->rotation % 180 != 0;
    header->width = sideways ? extent(header->rows, down) : extent(header->columns, across);
    header->height = sideways ? extent(header->columns, across) : extent(header->rows, down);
    header->width = header->width > 0 ? header->width : 1;
    header->height = header->height > 0 ? header->height : 1;
    return IMAGE_SOUND;
}

/* --- PNG ----------------------------------------------------------------------------------------
 */

static enum image_verdict read_png(const struct view *view, struct image_header *header)
{
    uint32_t across = 0, down = 0;
    if (view->length < 33 || !stands(view, 12, "IHDR", 4))
        return IMAGE_OTHER;
    header->columns = read32(view, 16);
    header->rows = read32(view, 20);
    header->coloured = (view->bytes[25] & 2) != 0; /* colour type: RGB or a palette, §11.2.2 */
    for (size_t at = 33; at + 12 <= view->length;) {
        uint32_t size = read32(view, at);
        if (size > view->length - at - 12 || stands(view, at + 4, "IDAT", 4))
            break;
        if (stands(view, at + 4, "pHYs", 4) && size == 9 && view->bytes[at + 16] == 1) {
            across = read32(view, at + 8);
            down = read32(view, at + 12);
        }
        at += (size_t)size + 12;
    }
    enum image_verdict verdict = measured(header, across, down);
    return verdict == IMAGE_SOUND && view->bytes[28] != 0 ? IMAGE_INTERLACED : verdict;
}

/* --- JPEG ---------------------------------------------------------------------------------------
 */

/* The orientation in the first directory of an Exif segment (Exif 2.3 §4.6.4 A); 1 if it says
 * nothing. `exif` begins with the TIFF header. */
static uint32_t orientation(struct view exif)
{
    enum { ORIENTATION = 0x0112, ENTRY = 12 };
    exif.little = stands(&exif, 0, "II", 2);
    uint32_t directory = read32(&exif, 4);
    if (read16(&exif, 2) != 42 || directory > exif.length)
        return 1;
    uint32_t count = read16(&exif, directory);
    for (size_t at = (size_t)directory + 2; count > 0 && at + ENTRY <= exif.length;
         count--, at += ENTRY)
        if (read16(&exif, at) == ORIENTATION)
            return read16(&exif, at + 8);
    return 1;
}

static void set_turn(struct image_header *header, uint32_t value)
{
    static const int rotations[] = {0, 0, 0, 180, 180, 90, 270, 270, 90};
    if (value > 8)
        return;
    header->rotation = rotations[value];
    header->mirrored = value == 2 || value == 4 || value == 5 || value == 7;
}

static bool is_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static enum image_verdict read_jpeg(const struct view *view, struct image_header *header)
{
    uint32_t across = 0, down = 0;
    for (size_t at = 2; at + 9 < view->length;) {
        if (view->bytes[at] != 0xFF)
            return IMAGE_OTHER;
        unsigned marker = view->bytes[at + 1];
        if (marker == 0xFF) { /* a fill byte */
            at++;
            continue;
        }
        uint32_t size = read16(view, at + 2);
        if (size < 2 || size > view->length - at - 2)
            return IMAGE_OTHER;
        if (marker == 0xE0 && size >= 14 && stands(view, at + 4, "JFIF", 4)) {
            uint32_t unit = view->bytes[at + 11];
            uint32_t factor = unit == 1 ? 10000 : unit == 2 ? 25400 : 0; /* per inch, per cm */
            across = read16(view, at + 12) * factor / 254;
            down = read16(view, at + 14) * factor / 254;
        }
        if (marker == 0xE1 && size > 8 && stands(view, at + 4, "Exif\0", 6))
            set_turn(header, orientation((struct view){.bytes = view->bytes + at + 10,
                                                       .length = size - 8}));
        if (is_frame(marker)) {
            header->rows = read16(view, at + 5);
            header->columns = read16(view, at + 7);
            header->coloured = view->bytes[at + 9] > 1; /* components */
            enum image_verdict verdict = measured(header, across, down);
            return verdict == IMAGE_SOUND && view->bytes[at + 9] == 4 ? IMAGE_CMYK : verdict;
        }
        at += (size_t)size + 2;
    }
    return IMAGE_OTHER;
}

enum image_verdict image_header_read(const void *bytes, size_t length, struct image_header *header)
{
    const struct view view = {.bytes = bytes, .length = length};
    *header = (struct image_header){0};
    if (stands(&view, 0, "\x89PNG\r\n\x1a\n", 8))
        return read_png(&view, header);
    if (stands(&view, 0, "\xFF\xD8", 2))
        return read_jpeg(&view, header);
    return IMAGE_OTHER;
}
