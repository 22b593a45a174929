/* PNG rows: all are inflated at once (libdeflate, which also holds them to their Adler-32), since a
 * damaged image must be refused before anything of it is written. Caller: pdf_png. */
#include "draw/png_rows.h"

#include <libdeflate.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"

enum { HIGHEST_FILTER = 4 }; /* §9.2 */

struct png_rows {
    size_t row_length, count, pixel;
    size_t next;          /* the row asked for next */
    unsigned char *bytes; /* a filter byte and a row, and so on */
    unsigned char *zeros; /* what stands above the first row */
};

static unsigned char *row_at(const struct png_rows *rows, size_t index)
{
    return rows->bytes + index * (rows->row_length + 1);
}

static bool inflate_all(const struct png_rows *rows, const void *data, size_t length)
{
    static struct libdeflate_decompressor *decompressor; /* one for the whole process */
    if (!decompressor)
        decompressor = libdeflate_alloc_decompressor();
    if (!decompressor || libdeflate_zlib_decompress(decompressor, data, length, rows->bytes,
                                                    rows->count * (rows->row_length + 1),
                                                    NULL) != LIBDEFLATE_SUCCESS)
        return false;
    for (size_t i = 0; i < rows->count; i++)
        if (row_at(rows, i)[0] > HIGHEST_FILTER)
            return false;
    return true;
}

struct png_rows *png_rows_open(const void *data, size_t length, size_t row_length, size_t count,
                               size_t pixel)
{
    struct png_rows *rows = memory_new(1, sizeof *rows);
    *rows = (struct png_rows){.row_length = row_length, .count = count, .pixel = pixel};
    rows->bytes = memory_resize(NULL, count, row_length + 1);
    rows->zeros = memory_new(row_length, 1);
    if (inflate_all(rows, data, length))
        return rows;
    png_rows_close(rows);
    return NULL;
}

void png_rows_close(struct png_rows *rows)
{
    if (!rows)
        return;
    free(rows->bytes);
    free(rows->zeros);
    free(rows);
}

static unsigned char paeth(int left, int above, int corner)
{
    int estimate = left + above - corner;
    int to_left = abs(estimate - left), to_above = abs(estimate - above);
    int to_corner = abs(estimate - corner);
    if (to_left <= to_above && to_left <= to_corner)
        return (unsigned char)left;
    return (unsigned char)(to_above <= to_corner ? above : corner);
}

/* Undoes the filter of a row, below one that is undone (§9.2). */
static void unfilter(int filter, unsigned char *row, const unsigned char *above, size_t length,
                     size_t pixel)
{
    switch (filter) {
    case 1:
        for (size_t i = pixel; i < length; i++)
            row[i] = (unsigned char)(row[i] + row[i - pixel]);
        break;
    case 2:
        for (size_t i = 0; i < length; i++)
            row[i] = (unsigned char)(row[i] + above[i]);
        break;
    case 3:
        for (size_t i = 0; i < length; i++)
            row[i] = (unsigned char)(row[i] + ((i < pixel ? 0 : row[i - pixel]) + above[i]) / 2);
        break;
    case HIGHEST_FILTER:
        for (size_t i = 0; i < length; i++)
            row[i] = (unsigned char)(row[i] + (i < pixel ? above[i]
                                                         : paeth(row[i - pixel], above[i],
                                                                 above[i - pixel])));
        break;
    default:
        break;
    }
}

const unsigned char *png_rows_next(struct png_rows *rows)
{
    unsigned char *filtered = row_at(rows, rows->next);
    const unsigned char *above = rows->next ? row_at(rows, rows->next - 1) + 1 : rows->zeros;
    rows->next++;
    unfilter(filtered[0], filtered + 1, above, rows->row_length, rows->pixel);
    return filtered + 1;
}
