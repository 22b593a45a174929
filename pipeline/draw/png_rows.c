/* PNG rows: two of them are held, the one asked for and the one above it. The stream is read
 * without its Adler-32, which would take as long as all the rest: the caller has the chunks' CRC.
 * Caller: pdf_png. */
#include "draw/png_rows.h"

#include <stdint.h>
#include <stdlib.h>
#include <zlib.h>

#include "base/memory.h"

struct png_rows {
    z_stream inflater;
    size_t row_length, pixel;
    unsigned char *current, *above; /* each a filter byte and a row */
};

/* RFC 1950 §2.2: deflate, without a dictionary, and its check bits. */
enum { HEADER = 2, DEFLATE = 8, DICTIONARY = 0x20 };

static bool has_header(const unsigned char *data, size_t length)
{
    return length > HEADER && (data[0] & 0x0F) == DEFLATE && data[0] >> 4 <= 7 &&
           (data[0] << 8 | data[1]) % 31 == 0 && !(data[1] & DICTIONARY);
}

struct png_rows *png_rows_open(const void *data, size_t length, size_t row_length, size_t pixel)
{
    enum { RAW = -MAX_WBITS };
    struct png_rows *rows = memory_new(1, sizeof *rows);
    if (length > UINT32_MAX || row_length >= UINT32_MAX || !has_header(data, length) ||
        inflateInit2(&rows->inflater, RAW) != Z_OK) {
        free(rows);
        return NULL;
    }
    rows->inflater.next_in = (Bytef *)(uintptr_t)data + HEADER;
    rows->inflater.avail_in = (uInt)(length - HEADER);
    rows->row_length = row_length;
    rows->pixel = pixel;
    rows->current = memory_new(row_length + 1, 1);
    rows->above = memory_new(row_length + 1, 1);
    return rows;
}

void png_rows_close(struct png_rows *rows)
{
    if (!rows)
        return;
    inflateEnd(&rows->inflater);
    free(rows->current);
    free(rows->above);
    free(rows);
}

enum { HIGHEST_FILTER = 4 }; /* ISO/IEC 15948 §9.2 */

static unsigned char paeth(int left, int above, int corner)
{
    int estimate = left + above - corner;
    int to_left = abs(estimate - left), to_above = abs(estimate - above);
    int to_corner = abs(estimate - corner);
    if (to_left <= to_above && to_left <= to_corner)
        return (unsigned char)left;
    return (unsigned char)(to_above <= to_corner ? above : corner);
}

/* Undoes the filter of the current row (§9.2). */
static bool unfilter(struct png_rows *rows)
{
    unsigned char *row = rows->current + 1;
    const unsigned char *above = rows->above + 1;
    size_t pixel = rows->pixel, length = rows->row_length;
    switch (rows->current[0]) {
    case 0:
        return true;
    case 1:
        for (size_t i = pixel; i < length; i++)
            row[i] = (unsigned char)(row[i] + row[i - pixel]);
        return true;
    case 2:
        for (size_t i = 0; i < length; i++)
            row[i] = (unsigned char)(row[i] + above[i]);
        return true;
    case 3:
        for (size_t i = 0; i < length; i++)
            row[i] = (unsigned char)(row[i] + ((i < pixel ? 0 : row[i - pixel]) + above[i]) / 2);
        return true;
    case 4:
        for (size_t i = 0; i < length; i++)
            row[i] = (unsigned char)(row[i] + (i < pixel ? above[i]
                                                         : paeth(row[i - pixel], above[i],
                                                                 above[i - pixel])));
        return true;
    default:
        return false;
    }
}

static bool inflate_row(struct png_rows *rows)
{
    unsigned char *above = rows->above;
    rows->above = rows->current;
    rows->current = above;
    rows->inflater.next_out = rows->current;
    rows->inflater.avail_out = (uInt)(rows->row_length + 1);
    int result = inflate(&rows->inflater, Z_SYNC_FLUSH);
    return (result == Z_OK || result == Z_STREAM_END) && rows->inflater.avail_out == 0;
}

const unsigned char *png_rows_next(struct png_rows *rows)
{
    return inflate_row(rows) && unfilter(rows) ? rows->current + 1 : NULL;
}

bool png_rows_pass(struct png_rows *rows)
{
    return inflate_row(rows) && rows->current[0] <= HIGHEST_FILTER;
}
