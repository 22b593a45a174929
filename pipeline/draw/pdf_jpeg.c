/* JPEG: the file goes in whole, since DCTDecode takes it as it is; only the frame header is read.
 * DCTDecode knows baseline, extended and progressive frames of 8 bits (ISO 32000-1 §7.4.8). */
#include "draw/pdf_jpeg.h"

struct frame {
    unsigned bits, width, height, components;
};

bool pdf_jpeg_is(const unsigned char *bytes, size_t length)
{
    return length > 4 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF;
}

static unsigned read16(const unsigned char *bytes)
{
    return (unsigned)bytes[0] << 8 | bytes[1];
}

/* Walks the marker segments (T.81 §B.1.1) to the frame header. */
static bool read_frame(const unsigned char *bytes, size_t length, struct frame *frame)
{
    for (size_t at = 2; at + 4 <= length;) {
        if (bytes[at] != 0xFF)
            return false;
        unsigned marker = bytes[at + 1];
        if (marker == 0xFF) { /* a fill byte */
            at++;
            continue;
        }
        size_t size = read16(bytes + at + 2);
        if (size < 2 || size > length - at - 2)
            return false;
        if (marker >= 0xC0 && marker <= 0xC2 && size >= 8) {
            frame->bits = bytes[at + 4];
            frame->height = read16(bytes + at + 5);
            frame->width = read16(bytes + at + 7);
            frame->components = bytes[at + 9];
            return true;
        }
        if (marker >= 0xC3 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
            return false; /* lossless, hierarchical, arithmetic */
        at += 2 + size;
    }
    return false;
}

unsigned pdf_jpeg_write(struct pdf_file *file, const unsigned char *bytes, size_t length)
{
    struct frame frame;
    if (!read_frame(bytes, length, &frame) || frame.width == 0 || frame.height == 0 ||
        frame.bits != 8 || (frame.components != 1 && frame.components != 3))
        return 0;
    unsigned number = pdf_file_reserve(file);
    HPDF_Dict dictionary = pdf_dictionary(file);
    pdf_put_name(dictionary, "Type", "XObject");
    pdf_put_name(dictionary, "Subtype", "Image");
    pdf_put_number(dictionary, "Width", (int)frame.width);
    pdf_put_number(dictionary, "Height", (int)frame.height);
    pdf_put_number(dictionary, "BitsPerComponent", 8);
    pdf_put_name(dictionary, "ColorSpace", frame.components == 1 ? "DeviceGray" : "DeviceRGB");
    pdf_put_name(dictionary, "Filter", "DCTDecode");
    pdf_write_stream(file, number, dictionary, bytes, length, PDF_PLAIN);
    return number;
}
