/* Just enough of CFF to find the charset: header, Name INDEX, Top DICT (operators ROS and charset),
 * then charset formats 0, 1 and 2. Every read is checked against the table's end. */
#include "type/cff_charset.h"

#include <stdbool.h>

struct reader {
    const unsigned char *bytes;
    size_t length;
    size_t at;
    bool failed; /* read past the end */
};

static uint32_t read_number(struct reader *reader, size_t size)
{
    uint32_t value = 0;
    if (reader->failed || reader->length - reader->at < size) {
        reader->failed = true;
        return 0;
    }
    for (size_t i = 0; i < size; i++)
        value = value << 8 | reader->bytes[reader->at++];
    return value;
}

static void seek(struct reader *reader, size_t at)
{
    if (at > reader->length)
        reader->failed = true;
    else
        reader->at = at;
}

/* Steps over an INDEX (§5); stores where its first object begins and ends. */
static void skip_index(struct reader *reader, size_t *first, size_t *end_of_first)
{
    uint32_t count = read_number(reader, 2);
    *first = *end_of_first = reader->at;
    if (count == 0 || reader->failed)
        return;
    uint32_t offset_size = read_number(reader, 1);
    if (offset_size < 1 || offset_size > 4) {
        reader->failed = true;
        return;
    }
    size_t offsets = reader->at;
    size_t data = offsets + ((size_t)count + 1) * offset_size - 1; /* offsets count from 1 */
    size_t start = read_number(reader, offset_size);
    size_t end = read_number(reader, offset_size);
    seek(reader, offsets + (size_t)count * offset_size);
    size_t last = read_number(reader, offset_size);
    *first = data + start;
    *end_of_first = data + end;
    seek(reader, data + last);
}

/* Reads the operands and operators of a DICT (§4): the charset's offset, whether ROS is there. */
static void read_top_dict(struct reader *reader, size_t end, uint32_t *charset, bool *cid_keyed)
{
    int64_t operand = 0;
    while (!reader->failed && reader->at < end) {
        uint32_t byte = read_number(reader, 1);
        if (byte <= 21) {
            uint32_t operation = byte == 12 ? 1200 + read_number(reader, 1) : byte;
            if (operation == 15 && operand >= 0)
                *charset = (uint32_t)operand;
            if (operation == 1230)
                *cid_keyed = true;
        } else if (byte == 28) {
            operand = (int16_t)read_number(reader, 2);
        } else if (byte == 29) {
            operand = (int32_t)read_number(reader, 4);
        } else if (byte == 30) { /* a real number: nibbles up to 15 */
            uint32_t pair;
            do {
                pair = read_number(reader, 1);
            } while (!reader->failed && (pair & 15) != 15 && pair >> 4 != 15);
        } else if (byte >= 32 && byte <= 246) {
            operand = (int64_t)byte - 139;
        } else if (byte >= 247 && byte <= 250) {
            operand = ((int64_t)byte - 247) * 256 + read_number(reader, 1) + 108;
        } else if (byte >= 251 && byte <= 254) {
            operand = -((int64_t)byte - 251) * 256 - read_number(reader, 1) - 108;
        }
    }
}

static void read_charset(struct reader *reader, size_t count, uint16_t *cid)
{
    uint32_t format = read_number(reader, 1);
    if (format > 2)
        reader->failed = true;
    for (size_t glyph = 1; glyph < count && !reader->failed;) {
        uint32_t first = read_number(reader, 2);
        uint32_t left = format == 0 ? 0 : read_number(reader, format);
        for (uint32_t i = 0; i <= left && glyph < count; i++)
            cid[glyph++] = (uint16_t)(first + i);
    }
}

int cff_charset_read(const unsigned char *cff, size_t length, size_t count, uint16_t *cid)
{
    struct reader reader = {cff, length, 0, false};
    size_t first, end;
    uint32_t charset = 0;
    bool cid_keyed = false;
    for (size_t glyph = 0; glyph < count; glyph++)
        cid[glyph] = (uint16_t)glyph;
    seek(&reader, 2);
    seek(&reader, read_number(&reader, 1)); /* hdrSize */
    skip_index(&reader, &first, &end);      /* names */
    skip_index(&reader, &first, &end);      /* Top DICTs: the first is the font's */
    seek(&reader, first);
    read_top_dict(&reader, end, &charset, &cid_keyed);
    if (cid_keyed && charset > 2) {
        seek(&reader, charset);
        read_charset(&reader, count, cid);
    }
    return reader.failed ? -1 : 0;
}
