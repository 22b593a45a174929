/* Compression. The compressed forms of the last streams are kept by digest; the one asked for
 * longest ago makes room. Equal bytes deflate equally, so that a hit never changes a document. */
#include "draw/pdf_deflate.h"

#include <libdeflate.h>
#include <stdint.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"

enum { EFFORTS = PDF_DEFLATE_THOROUGH + 1, KEPT_STREAMS = 128 };

struct kept {
    char digest[DIGEST_HEX_SIZE];
    struct buffer bytes;
    unsigned long used; /* when last asked for; 0 = free */
};

static struct kept kept[KEPT_STREAMS];
static unsigned long asked;

static struct libdeflate_compressor *compressor_of(enum pdf_effort effort)
{
    static struct libdeflate_compressor *compressors[EFFORTS];
    static const int levels[EFFORTS] = {[PDF_DEFLATE_QUICK] = 6, [PDF_DEFLATE_THOROUGH] = 12};
    if (!compressors[effort])
        compressors[effort] = libdeflate_alloc_compressor(levels[effort]);
    return compressors[effort];
}

int pdf_deflate(const void *bytes, size_t length, enum pdf_effort effort, struct buffer *out)
{
    struct libdeflate_compressor *compressor = compressor_of(effort);
    if (!compressor || length > SIZE_MAX / 2)
        return -1;
    size_t bound = libdeflate_zlib_compress_bound(compressor, length);
    if (out->capacity < bound + 1) {
        out->bytes = memory_resize(out->bytes, bound + 1, 1);
        out->capacity = bound + 1;
    }
    out->length = libdeflate_zlib_compress(compressor, bytes, length, out->bytes, bound);
    out->bytes[out->length] = '\0';
    return out->length ? 0 : -1;
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
    if (pdf_deflate(bytes, length, PDF_DEFLATE_QUICK, &oldest->bytes) != 0) {
        oldest->used = 0;
        return NULL;
    }
    oldest->used = ++asked;
    return &oldest->bytes;
}
