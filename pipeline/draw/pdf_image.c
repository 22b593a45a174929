/* Images by digest, in a hash table: a merged document may hold a photograph on each of its pages.
 */
#include "draw/pdf_image.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "draw/pdf_jpeg.h"
#include "draw/pdf_png.h"

enum { FIRST_SLOTS = 16 };

#define REFUSED UINT_MAX /* the object of an image that cannot be used: it is not tried again */

struct stored_image {
    char digest[DIGEST_HEX_SIZE];
    unsigned object; /* 0 = a free slot */
};

struct pdf_images {
    struct pdf_file *file;
    struct stored_image *slots; /* open addressing */
    size_t slot_count;          /* a power of two, at least twice the images */
    size_t count;
};

struct pdf_images *pdf_images_new(struct pdf_file *file)
{
    struct pdf_images *images = memory_new(1, sizeof *images);
    images->file = file;
    return images;
}

void pdf_images_free(struct pdf_images *images)
{
    free(images->slots);
    free(images);
}

/* The slot of a digest, or the free one where it belongs. FNV-1a: any spread will do. */
static struct stored_image *slot_of(const struct pdf_images *images, const char *digest)
{
    uint32_t hash = UINT32_C(2166136261);
    for (const char *c = digest; *c; c++)
        hash = (hash ^ (unsigned char)*c) * UINT32_C(16777619);
    size_t mask = images->slot_count - 1, at = hash & mask;
    while (images->slots[at].object && strcmp(images->slots[at].digest, digest) != 0)
        at = (at + 1) & mask;
    return &images->slots[at];
}

static void widen(struct pdf_images *images)
{
    struct pdf_images old = *images;
    images->slot_count = old.slot_count ? old.slot_count * 2 : FIRST_SLOTS;
    images->slots = memory_new(images->slot_count, sizeof *images->slots);
    for (size_t i = 0; i < old.slot_count; i++)
        if (old.slots[i].object)
            *slot_of(images, old.slots[i].digest) = old.slots[i];
    free(old.slots);
}

unsigned pdf_image_of(struct pdf_images *images, const struct image *image)
{
    if (images->count * 2 >= images->slot_count)
        widen(images);
    char digest[DIGEST_HEX_SIZE];
    snprintf(digest, sizeof digest, "%s", image->digest);
    struct stored_image *slot = slot_of(images, digest);
    if (slot->object)
        return slot->object == REFUSED ? 0 : slot->object;
    unsigned object = 0;
    if (pdf_png_is(image->bytes, image->length))
        object = pdf_png_write(images->file, image->bytes, image->length);
    else if (pdf_jpeg_is(image->bytes, image->length))
        object = pdf_jpeg_write(images->file, image->bytes, image->length);
    memcpy(slot->digest, digest, sizeof digest);
    slot->object = object ? object : REFUSED;
    images->count++;
    return object;
}
