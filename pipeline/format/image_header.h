/* What the head of an image file says: PNG (ISO/IEC 15948) and JPEG (ITU-T T.81, with JFIF and Exif
 * 2.3). Nothing behind the head is read, so that a file of any size takes no time. */
#ifndef YINFA_FORMAT_IMAGE_HEADER_H
#define YINFA_FORMAT_IMAGE_HEADER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/length.h"

/* More pixels than a sheet of A4 at 1200 per inch has are refused: nobody prints them, and a file
 * of a few kilobytes may claim them. */
enum { IMAGE_PIXELS = 150000000, IMAGE_SIDE = 32767 };

enum image_verdict {
    IMAGE_SOUND,
    IMAGE_OTHER,     /* neither PNG nor JPEG, or damaged in its head */
    IMAGE_TOO_LARGE, /* columns × rows are beyond the limits */
    IMAGE_CMYK,
    IMAGE_INTERLACED
};

struct image_header {
    uint32_t columns, rows;   /* as stored */
    bool coloured;            /* its pixels have more than a grey, whatever they show */
    millipoint width, height; /* as it is to be seen: at its resolution, or 96 pixels an inch */
    int rotation;  /* to be turned so to be seen upright: 0, 90, 180, 270 anticlockwise … */
    bool mirrored; /* … after it was mirrored left to right */
};

enum image_verdict image_header_read(const void *bytes, size_t length, struct image_header *header);

#endif
