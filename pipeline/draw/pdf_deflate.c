/* Compression. The compressed forms of the last streams are kept by digest; the one asked for
 * longest ago makes room. Equal bytes deflate equally, so that a hit never changes a document. */
#include "draw/pdf_deflate.h"

#include <stdint.h>
#include <string.h>
#include <zlib.h>

#include "base/digest.h"
#include "base/memory.h"

enum { LEVEL = 6, KEPT_STREAMS = 128 };

struct kept {
    char digest[DIGEST_HEX_SIZE];
    struct buffer bytes;
    unsigned long used; /* when last asked for; 0 = free */
};

static z_stream deflater;
static struct kept kept[KEPT_STREAMS];
static unsigned long asked;

int pdf_deflate(const void *bytes, size_t length, struct buffer *out)
{
    int ready = deflater.state ? deflateReset(&deflater) : deflateInit(&deflater, LEVEL);
    if (ready != Z_OK || length > UINT32_MAX / 2)
        return -1;
    size_t bound = deflateBound(&deflater, length);
    if (out->capacity < bound + 1) {
        out->bytes = memory_resize(out->bytes, bound + 1, 1);
        out->capacity = bound + 1;
    }
    deflater.next_in = (Bytef *)(uintptr_t)bytes;
    deflater.avail_in = (uInt)length;
    deflater.next_out = (Bytef *)out->bytes;
    deflater.avail_out = (uInt)bound;
    if (deflate(&deflater, Z_FINISH) != Z_STREAM_END)
        return -1;
    out->length = bound - deflater.avail_out;
    out->bytes[out->length] = '\0';
    return 0;
}

const struct buffer *pdf_deflate_kept(const void *bytes, size_t length)
{
    char digest[DIGEST_HEX_SIZE];
    struct kept *oldest = &kept[0];
    digest_bytes(bytes, length, digest);
    for (size_t i = 0; i < KEPT_STREAMS; i++) {
        if (kept[i].used && strcmp(kept[i].digest, digest) == 0) {
            kept[i].used = ++asked;
            return &kept[i].bytes;
        }
        if (kept[i].used < oldest->used)
            oldest = &kept[i];
    }
    memcpy(oldest->digest, digest, sizeof digest);
    if (pdf_deflate(bytes, length, &oldest->bytes) != 0) {
        oldest->used = 0;
        return NULL;
    }
    oldest->used = ++asked;
    return &oldest->bytes;
}
