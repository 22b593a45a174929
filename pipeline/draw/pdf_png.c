/* PNG: the compressed rows go in as they are, since FlateDecode knows the PNG predictors; only an
 * alpha channel is taken apart, into colour and soft mask, row by row, or put on white in PDF/A-1.
 * A palette with transparent entries keeps its rows and gets a mask beside them. All rows are read
 * once in any case, so that a damaged file is refused here and not by the reader of the document.
 */
#include "draw/pdf_png.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "draw/pdf_opaque.h"
#include "draw/png_rows.h"

enum { LARGEST_SIDE = 32767, LARGEST_IMAGE = 256 * 1024 * 1024 /* bytes */, HIGHEST_RATIO = 1032 };
enum { GREY = 0, COLOUR = 2, PALETTE = 3, GREY_ALPHA = 4, COLOUR_ALPHA = 6 };

struct png {
    bool opaque; /* PDF 1.4 without transparency: put on white, at most 8 bits a sample */
    unsigned width, height, bits, type;
    unsigned channels;                           /* with alpha */
    size_t row_length;                           /* bytes */
    struct buffer data;                          /* all IDAT chunks */
    const unsigned char *palette, *transparency; /* PLTE, tRNS; borrowed from the file */
    size_t palette_length, transparency_length;
};

bool pdf_png_is(const unsigned char *bytes, size_t length)
{
    static const unsigned char signature[] = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    return length > sizeof signature && memcmp(bytes, signature, sizeof signature) == 0;
}

static unsigned read16(const unsigned char *bytes)
{
    return (unsigned)bytes[0] << 8 | bytes[1];
}

static uint32_t read32(const unsigned char *bytes)
{
    return (uint32_t)read16(bytes) << 16 | read16(bytes + 2);
}

/* --- Reading
 * -------------------------------------------------------------------------------------------- */

/* §11.2.2. The depths allowed for each colour type are bits of a number. */
static bool read_header(const unsigned char *data, struct png *png)
{
    static const unsigned channels[] = {1, 0, 3, 1, 2, 0, 4};
    static const unsigned depths[] = {
        1 | 2 | 4 | 8 | 16, 0, 8 | 16, 1 | 2 | 4 | 8, 8 | 16, 0, 8 | 16};
    uint32_t width = read32(data), height = read32(data + 4);
    png->bits = data[8];
    png->type = data[9];
    if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE)
        return false;
    bool power = png->bits != 0 && (png->bits & (png->bits - 1)) == 0;
    if (png->type > COLOUR_ALPHA || !power || !(depths[png->type] & png->bits) || data[10] != 0 ||
        data[11] != 0 || data[12] != 0)
        return false;
    png->width = width;
    png->height = height;
    png->channels = channels[png->type];
    png->row_length = ((size_t)width * png->channels * png->bits + 7) / 8;
    return true;
}

static bool read_chunks(const unsigned char *bytes, size_t length, struct png *png)
{
    bool sound = true;
    for (size_t at = 8; at + 12 <= length && sound;) {
        size_t size = read32(bytes + at);
        const unsigned char *name = bytes + at + 4, *data = bytes + at + 8;
        if (size > length - at - 12 || memcmp(name, "IEND", 4) == 0)
            break;
        if (libdeflate_crc32(0, name, size + 4) != read32(data + size))
            return false;
        if (memcmp(name, "IHDR", 4) == 0 && size == 13 && !png->width) {
            sound = read_header(data, png);
        } else if (memcmp(name, "PLTE", 4) == 0) {
            png->palette = data;
            png->palette_length = size;
        } else if (memcmp(name, "tRNS", 4) == 0) {
            png->transparency = data;
            png->transparency_length = size;
        } else if (memcmp(name, "IDAT", 4) == 0) {
            buffer_append(&png->data, data, size);
        }
        at += size + 12;
    }
    if (!sound)
        return false;
    bool palette = png->palette_length >= 3 && png->palette_length <= 768;
    if (!png->width || !png->data.length || (png->type == PALETTE && !palette))
        return false;
    /* Rows that these data cannot hold are refused before room is made for them. */
    uint64_t inflated = (png->row_length + 1) * (uint64_t)png->height;
    return inflated <= (png->data.length + 1) * (uint64_t)HIGHEST_RATIO &&
           inflated <= LARGEST_IMAGE;
}

/* --- Transparency
 * --------------------------------------------------------------------------------------- */

/* Colour and alpha of the image in separate planes. */
struct planes {
    unsigned char *colour; /* NULL: not wanted, the rows go in as they are */
    unsigned char *alpha;  /* NULL: opaque */
    unsigned bits;         /* of a sample of colour */
    size_t colour_length, alpha_length;
};

static bool has_alpha(const struct png *png)
{
    return png->type == GREY_ALPHA || png->type == COLOUR_ALPHA;
}

static bool has_mask(const struct png *png)
{
    return !png->opaque && (has_alpha(png) || (png->type == PALETTE && png->transparency));
}

/* Whether the rows must be made anew to do without what PDF 1.4 lacks. */
static bool is_flattened(const struct png *png)
{
    return png->opaque && (has_alpha(png) || png->bits > 8);
}

/* The row on white, in 8 bits; of 16 bits the upper 8 are taken. */
static void flatten(const struct png *png, const unsigned char *row, size_t y,
                    struct planes *planes)
{
    size_t sample = png->bits / 8, colours = png->channels - (has_alpha(png) ? 1 : 0);
    unsigned char *to = planes->colour + y * png->width * colours;
    for (size_t x = 0; x < png->width; x++, row += png->channels * sample) {
        unsigned alpha = has_alpha(png) ? row[colours * sample] : 255;
        for (size_t colour = 0; colour < colours; colour++)
            *to++ = pdf_opaque_component(row[colour * sample], alpha);
    }
}

static void split_alpha(const struct png *png, const unsigned char *row, size_t y,
                        struct planes *planes)
{
    size_t sample = png->bits / 8, colour = (png->channels - 1) * sample;
    unsigned char *to_colour = planes->colour + y * png->width * colour;
    unsigned char *to_alpha = planes->alpha + y * png->width * sample;
    for (size_t x = 0; x < png->width; x++, row += colour + sample) {
        memcpy(to_colour + x * colour, row, colour);
        memcpy(to_alpha + x * sample, row + colour, sample);
    }
}

/* The alpha of each pixel's palette entry; entries beyond tRNS are opaque (§11.3.2.1). */
static void mask_palette(const struct png *png, const unsigned char *row, size_t y,
                         struct planes *planes)
{
    unsigned char *to = planes->alpha + y * png->width;
    unsigned per_byte = 8 / png->bits, most = (1U << png->bits) - 1;
    for (size_t x = 0; x < png->width; x++) {
        unsigned shift = 8 - png->bits * ((unsigned)(x % per_byte) + 1);
        unsigned index = row[x / per_byte] >> shift & most;
        to[x] = index < png->transparency_length ? png->transparency[index] : 255;
    }
}

static void take_row(const struct png *png, const unsigned char *row, size_t y,
                     struct planes *planes)
{
    if (is_flattened(png))
        flatten(png, row, y, planes);
    else if (has_alpha(png))
        split_alpha(png, row, y, planes);
    else
        mask_palette(png, row, y, planes);
}

static bool read_rows(const struct png *png, struct planes *planes)
{
    size_t pixels = (size_t)png->width * png->height;
    planes->bits = png->bits;
    if (has_mask(png)) {
        size_t sample = png->bits > 8 ? 2 : 1;
        planes->alpha_length = pixels * sample;
        planes->colour_length = has_alpha(png) ? pixels * sample * (png->channels - 1) : 0;
        if (planes->alpha_length + planes->colour_length > LARGEST_IMAGE)
            return false;
        planes->alpha = memory_new(planes->alpha_length, 1);
        planes->colour = has_alpha(png) ? memory_new(planes->colour_length, 1) : NULL;
    }
    if (is_flattened(png)) {
        planes->bits = 8;
        planes->colour_length = pixels * (png->channels - (has_alpha(png) ? 1 : 0));
        if (planes->colour_length > LARGEST_IMAGE)
            return false;
        planes->colour = memory_new(planes->colour_length, 1);
    }
    size_t pixel = (size_t)png->channels * png->bits / 8;
    struct png_rows *rows = png_rows_open(png->data.bytes, png->data.length, png->row_length,
                                          png->height, pixel ? pixel : 1);
    if (!rows)
        return false;
    for (size_t y = 0; (planes->colour || planes->alpha) && y < png->height; y++)
        take_row(png, png_rows_next(rows), y, planes);
    png_rows_close(rows);
    return true;
}

/* --- Writing
 * --------------------------------------------------------------------------------------------
 */

static HPDF_Dict dictionary_of(struct pdf_file *file, const struct png *png, unsigned bits)
{
    HPDF_Dict dictionary = pdf_dictionary(file);
    pdf_put_name(dictionary, "Type", "XObject");
    pdf_put_name(dictionary, "Subtype", "Image");
    pdf_put_number(dictionary, "Width", (int)png->width);
    pdf_put_number(dictionary, "Height", (int)png->height);
    pdf_put_number(dictionary, "BitsPerComponent", (int)bits);
    return dictionary;
}

static unsigned write_mask(struct pdf_file *file, const struct png *png,
                           const struct planes *planes)
{
    unsigned number = pdf_file_reserve(file);
    HPDF_Dict mask = dictionary_of(file, png, png->bits > 8 ? 16 : 8);
    pdf_put_name(mask, "ColorSpace", "DeviceGray");
    pdf_write_stream(file, number, mask, planes->alpha, planes->alpha_length, PDF_DEFLATED_ONCE);
    return number;
}

static void put_colour_space(struct pdf_file *file, HPDF_Dict dictionary, const struct png *png)
{
    if (png->type != PALETTE) {
        bool grey = png->type == GREY || png->type == GREY_ALPHA;
        pdf_put_name(dictionary, "ColorSpace", grey ? "DeviceGray" : "DeviceRGB");
        return;
    }
    size_t entries = png->palette_length / 3, most = (size_t)1 << png->bits;
    entries = entries < most ? entries : most;
    unsigned char palette[3 * 256];
    for (size_t i = 0; i < entries * 3; i++) {
        bool seen_through = png->opaque && i / 3 < png->transparency_length;
        unsigned alpha = seen_through ? png->transparency[i / 3] : 255;
        palette[i] = pdf_opaque_component(png->palette[i], alpha);
    }
    HPDF_Array space = pdf_array(file);
    pdf_add_name(space, "Indexed");
    pdf_add_name(space, "DeviceRGB");
    pdf_add_number(space, (int)entries - 1);
    pdf_add_object(space, pdf_binary(file, palette, entries * 3));
    pdf_put_object(dictionary, "ColorSpace", space);
}

/* The one transparent colour of an image without alpha, as a colour key (ISO 32000-1 §8.9.6.4). */
static void put_colour_key(struct pdf_file *file, HPDF_Dict dictionary, const struct png *png)
{
    size_t samples = png->type == GREY ? 1 : 3;
    if (png->type == PALETTE || has_alpha(png) || is_flattened(png) ||
        png->transparency_length != samples * 2)
        return;
    HPDF_Array key = pdf_array(file);
    for (size_t i = 0; i < samples * 2; i++)
        pdf_add_number(key, (int)read16(png->transparency + i / 2 * 2));
    pdf_put_object(dictionary, "Mask", key);
}

static void write_image(struct pdf_file *file, unsigned number, const struct png *png,
                        const struct planes *planes)
{
    HPDF_Dict dictionary = dictionary_of(file, png, planes->bits);
    put_colour_space(file, dictionary, png);
    put_colour_key(file, dictionary, png);
    if (planes->alpha)
        pdf_put_reference(file, dictionary, "SMask", write_mask(file, png, planes));
    if (planes->colour) {
        pdf_write_stream(file, number, dictionary, planes->colour, planes->colour_length,
                         PDF_DEFLATED_ONCE);
        return;
    }
    HPDF_Dict parameters = pdf_dictionary(file);
    pdf_put_number(parameters, "Predictor", 15);
    pdf_put_number(parameters, "Colors", (int)png->channels);
    pdf_put_number(parameters, "BitsPerComponent", (int)png->bits);
    pdf_put_number(parameters, "Columns", (int)png->width);
    pdf_put_name(dictionary, "Filter", "FlateDecode");
    pdf_put_object(dictionary, "DecodeParms", parameters);
    pdf_write_stream(file, number, dictionary, png->data.bytes, png->data.length, PDF_PLAIN);
}

unsigned pdf_png_write(struct pdf_file *file, const unsigned char *bytes, size_t length)
{
    struct png png = {.opaque = !pdf_file_is_modern(file), .data = BUFFER_EMPTY};
    struct planes planes = {.colour = NULL};
    bool sound = read_chunks(bytes, length, &png) && read_rows(&png, &planes);
    unsigned number = sound ? pdf_file_reserve(file) : 0;
    if (sound)
        write_image(file, number, &png, &planes);
    free(planes.colour);
    free(planes.alpha);
    buffer_free(&png.data);
    return number;
}
