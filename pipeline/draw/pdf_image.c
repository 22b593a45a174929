/* Images. A JPEG goes in whole (DCTDecode); of a PNG without alpha the IDAT data go in as they are
 * (FlateDecode with the PNG predictors); one with alpha is unfiltered and split into colour and
 * soft mask. Interlaced PNGs and impossible sizes are refused before anything is allocated. */
#include "draw/pdf_image.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/memory.h"
#include "draw/draw_messages.h"

enum { LARGEST_SIDE = 32767, LARGEST_ALPHA_PIXELS = 64 * 1024 * 1024 };

struct stored_image {
    char digest[65];
    unsigned object;
};

struct pdf_images {
    struct pdf_file *file;
    struct stored_image *stored;
    size_t count;
};

/* What an image file says about itself. */
struct raster {
    unsigned width, height;
    unsigned components; /* 1, 3, 4 */
    unsigned bits;       /* per component */
    bool palette, alpha;
    struct buffer data;           /* PNG: all IDAT chunks */
    const unsigned char *colours; /* PNG: palette */
    size_t colour_bytes;
};

struct pdf_images *pdf_images_new(struct pdf_file *file)
{
    struct pdf_images *images = memory_new(1, sizeof *images);
    images->file = file;
    return images;
}

void pdf_images_free(struct pdf_images *images)
{
    free(images->stored);
    free(images);
}

static unsigned read16(const unsigned char *bytes)
{
    return (unsigned)bytes[0] << 8 | bytes[1];
}

static uint32_t read32(const unsigned char *bytes)
{
    return (uint32_t)read16(bytes) << 16 | read16(bytes + 2);
}

static HPDF_Dict image_dictionary(struct pdf_file *file, const struct raster *raster)
{
    HPDF_Dict dictionary = pdf_dictionary(file);
    pdf_put_name(dictionary, "Type", "XObject");
    pdf_put_name(dictionary, "Subtype", "Image");
    pdf_put_number(dictionary, "Width", (int)raster->width);
    pdf_put_number(dictionary, "Height", (int)raster->height);
    pdf_put_number(dictionary, "BitsPerComponent", (int)raster->bits);
    return dictionary;
}

static const char *colour_space(unsigned components)
{
    return components == 1 ? "DeviceGray" : components == 3 ? "DeviceRGB" : "DeviceCMYK";
}

/* --- JPEG
 * -------------------------------------------------------------------------------------------------
 */

static const char *read_jpeg(const unsigned char *bytes, size_t length, struct raster *raster)
{
    for (size_t at = 2; at + 4 <= length;) {
        if (bytes[at] != 0xFF)
            return "JPEG";
        unsigned marker = bytes[at + 1];
        size_t size = read16(bytes + at + 2);
        if (size < 2 || at + 2 + size > length)
            return "JPEG";
        bool frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame && size >= 8) {
            raster->bits = bytes[at + 4];
            raster->height = read16(bytes + at + 5);
            raster->width = read16(bytes + at + 7);
            raster->components = bytes[at + 9];
            return NULL;
        }
        at += 2 + size;
    }
    return "JPEG";
}

static void write_jpeg(struct pdf_file *file, unsigned number, const struct raster *raster,
                       const struct image *image)
{
    HPDF_Dict dictionary = image_dictionary(file, raster);
    pdf_put_name(dictionary, "ColorSpace", colour_space(raster->components));
    pdf_put_name(dictionary, "Filter", "DCTDecode");
    pdf_write_stream(file, number, dictionary, image->bytes, image->length, false);
}

/* --- PNG
 * ---------------------------------------------------------------------------------------------------
 */

static const char *read_png_header(const unsigned char *data, struct raster *raster)
{
    static const unsigned components_of[] = {1, 0, 3, 1, 1, 0, 3};
    unsigned type = data[9];
    raster->width = read32(data);
    raster->height = read32(data + 4);
    raster->bits = data[8];
    if (type > 6 || components_of[type] == 0 || data[12] != 0)
        return "PNG (interlaced, or of an unknown type)";
    raster->components = components_of[type];
    raster->palette = type == 3;
    raster->alpha = type == 4 || type == 6;
    return NULL;
}

static const char *read_png(const unsigned char *bytes, size_t length, struct raster *raster)
{
    bool header = false;
    for (size_t at = 8; at + 12 <= length;) {
        size_t size = read32(bytes + at);
        const unsigned char *data = bytes + at + 8;
        if (size > length - at - 12)
            break;
        if (memcmp(bytes + at + 4, "IHDR", 4) == 0 && size == 13) {
            const char *wrong = read_png_header(data, raster);
            if (wrong)
                return wrong;
            header = true;
        } else if (memcmp(bytes + at + 4, "PLTE", 4) == 0) {
            raster->colours = data;
            raster->colour_bytes = size;
        } else if (memcmp(bytes + at + 4, "IDAT", 4) == 0) {
            buffer_append(&raster->data, data, size);
        } else if (memcmp(bytes + at + 4, "IEND", 4) == 0) {
            break;
        }
        at += size + 12;
    }
    bool complete = header && raster->data.length && (!raster->palette || raster->colours);
    return complete ? NULL : "PNG";
}

static void put_png_space(struct pdf_file *file, HPDF_Dict dictionary, const struct raster *raster)
{
    if (!raster->palette) {
        pdf_put_name(dictionary, "ColorSpace", colour_space(raster->components));
        return;
    }
    HPDF_Array space = pdf_array(file);
    pdf_add_name(space, "Indexed");
    pdf_add_name(space, "DeviceRGB");
    pdf_add_number(space, (int)(raster->colour_bytes / 3) - 1);
    pdf_add_object(space, pdf_binary(file, raster->colours, raster->colour_bytes));
    pdf_put_object(dictionary, "ColorSpace", space);
}

static void write_plain_png(struct pdf_file *file, unsigned number, const struct raster *raster)
{
    HPDF_Dict dictionary = image_dictionary(file, raster);
    HPDF_Dict parameters = pdf_dictionary(file);
    pdf_put_number(parameters, "Predictor", 15);
    pdf_put_number(parameters, "Colors", (int)raster->components);
    pdf_put_number(parameters, "BitsPerComponent", (int)raster->bits);
    pdf_put_number(parameters, "Columns", (int)raster->width);
    put_png_space(file, dictionary, raster);
    pdf_put_name(dictionary, "Filter", "FlateDecode");
    pdf_put_object(dictionary, "DecodeParms", parameters);
    pdf_write_stream(file, number, dictionary, raster->data.bytes, raster->data.length, false);
}

static unsigned paeth(unsigned left, unsigned above, unsigned corner)
{
    int estimate = (int)left + (int)above - (int)corner;
    int to_left = abs(estimate - (int)left), to_above = abs(estimate - (int)above);
    int to_corner = abs(estimate - (int)corner);
    if (to_left <= to_above && to_left <= to_corner)
        return left;
    return to_above <= to_corner ? above : corner;
}

/* Undoes the filter of one row in place (ISO/IEC 15948 §9.2); `above` is the row before, or zeros.
 */
static bool unfilter(unsigned char *row, const unsigned char *above, size_t length, size_t pixel)
{
    unsigned filter = row[-1];
    for (size_t i = 0; i < length; i++) {
        unsigned left = i >= pixel ? row[i - pixel] : 0, up = above[i];
        unsigned corner = i >= pixel ? above[i - pixel] : 0;
        unsigned add = filter == 1   ? left
                       : filter == 2 ? up
                       : filter == 3 ? (left + up) / 2
                       : filter == 4 ? paeth(left, up, corner)
                                     : 0;
        row[i] = (unsigned char)(row[i] + add);
    }
    return filter <= 4;
}

/* Splits rows of colour and alpha; both planes are written as 8 or 16 bit without filter. */
static const char *write_alpha_png(struct pdf_file *file, unsigned number,
                                   const struct raster *raster)
{
    size_t sample = raster->bits / 8, colour = raster->components * sample, pixel = colour + sample;
    size_t row_length = raster->width * pixel;
    uLongf inflated_length = (uLongf)((row_length + 1) * raster->height);
    if ((uint64_t)raster->width * raster->height > LARGEST_ALPHA_PIXELS || sample == 0)
        return "PNG (too many pixels)";
    unsigned char *rows = memory_new(inflated_length, 1);
    unsigned char *zeros = memory_new(row_length, 1);
    struct buffer colours = BUFFER_EMPTY, alphas = BUFFER_EMPTY;
    uLongf wanted = inflated_length;
    bool sound = uncompress(rows, &inflated_length, (const Bytef *)raster->data.bytes,
                            (uLong)raster->data.length) == Z_OK &&
                 inflated_length == wanted;
    const unsigned char *above = zeros;
    for (size_t y = 0; y < raster->height && sound; y++) {
        unsigned char *row = rows + y * (row_length + 1) + 1;
        sound = unfilter(row, above, row_length, pixel);
        above = row;
        for (size_t x = 0; x < raster->width; x++) {
            buffer_append(&colours, row + x * pixel, colour);
            buffer_append(&alphas, row + x * pixel + colour, sample);
        }
    }
    if (sound) {
        unsigned mask_number = pdf_file_reserve(file);
        HPDF_Dict mask = image_dictionary(file, raster);
        pdf_put_name(mask, "ColorSpace", "DeviceGray");
        pdf_write_stream(file, mask_number, mask, alphas.bytes, alphas.length, true);
        HPDF_Dict dictionary = image_dictionary(file, raster);
        pdf_put_name(dictionary, "ColorSpace", colour_space(raster->components));
        pdf_put_reference(file, dictionary, "SMask", mask_number);
        pdf_write_stream(file, number, dictionary, colours.bytes, colours.length, true);
    }
    buffer_free(&colours);
    buffer_free(&alphas);
    free(zeros);
    free(rows);
    return sound ? NULL : "PNG";
}

/* --- Either
 * ---------------------------------------------------------------------------------------------------
 */

static const char *write_image(struct pdf_file *file, unsigned number, const struct image *image)
{
    static const unsigned char png[] = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    const unsigned char *bytes = image->bytes;
    struct raster raster = {.bits = 8};
    bool is_png = image->length > 33 && memcmp(bytes, png, sizeof png) == 0;
    bool is_jpeg = image->length > 4 && bytes[0] == 0xFF && bytes[1] == 0xD8;
    const char *wrong = is_png    ? read_png(bytes, image->length, &raster)
                        : is_jpeg ? read_jpeg(bytes, image->length, &raster)
                                  : "PNG, JPEG";
    if (!wrong && (raster.width < 1 || raster.height < 1 || raster.width > LARGEST_SIDE ||
                   raster.height > LARGEST_SIDE || raster.bits > 16 ||
                   (raster.components != 1 && raster.components != 3 && raster.components != 4)))
        wrong = "width, height";
    if (!wrong && is_jpeg)
        write_jpeg(file, number, &raster, image);
    else if (!wrong && raster.alpha)
        wrong = write_alpha_png(file, number, &raster);
    else if (!wrong)
        write_plain_png(file, number, &raster);
    buffer_free(&raster.data);
    return wrong;
}

unsigned pdf_image_of(struct pdf_images *images, const struct image *image)
{
    for (size_t i = 0; i < images->count; i++)
        if (strcmp(images->stored[i].digest, image->digest) == 0)
            return (unsigned)i + 1;
    unsigned object = pdf_file_reserve(images->file);
    const char *wrong = write_image(images->file, object, image);
    if (wrong) {
        failure(&MESSAGE_IMAGE_FORM, wrong, NULL);
        return 0;
    }
    images->stored = memory_resize(images->stored, images->count + 1, sizeof *images->stored);
    struct stored_image *stored = &images->stored[images->count++];
    memset(stored, 0, sizeof *stored);
    strncpy(stored->digest, image->digest, sizeof stored->digest - 1);
    stored->object = object;
    return (unsigned)images->count;
}

void pdf_images_put(struct pdf_images *images, HPDF_Dict objects)
{
    for (size_t i = 0; i < images->count; i++) {
        struct buffer name = BUFFER_EMPTY;
        buffer_print(&name, "I%zu", i + 1);
        pdf_put_reference(images->file, objects, buffer_string(&name), images->stored[i].object);
        buffer_free(&name);
    }
}
