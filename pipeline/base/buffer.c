/* Buffer: a growing byte string; capacity doubles, so appending is linear in the total. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

static void grow(struct buffer *buffer, size_t more)
{
    size_t needed = more < SIZE_MAX - buffer->length - 1 ? buffer->length + more + 1 : SIZE_MAX;
    size_t capacity = buffer->capacity ? buffer->capacity : 64;
    while (capacity < needed)
        capacity = capacity > SIZE_MAX / 2 ? needed : capacity * 2;
    buffer->bytes = memory_resize(buffer->bytes, capacity, 1);
    buffer->capacity = capacity;
}

/* Makes room for `more` bytes and the NUL. */
static void reserve(struct buffer *buffer, size_t more)
{
    if (more >= buffer->capacity - buffer->length)
        grow(buffer, more);
}

void buffer_append(struct buffer *buffer, const void *bytes, size_t length)
{
    reserve(buffer, length);
    if (length)
        memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_text(struct buffer *buffer, const char *text)
{
    buffer_append(buffer, text, strlen(text));
}

void buffer_byte(struct buffer *buffer, char byte)
{
    reserve(buffer, 1);
    buffer->bytes[buffer->length++] = byte;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_code_point(struct buffer *buffer, unsigned code_point)
{
    char encoded[4];
    buffer_append(buffer, encoded, utf8_encode(code_point, encoded));
}

void buffer_print(struct buffer *buffer, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    size_t room = buffer->capacity - buffer->length;
    int length = vsnprintf(room ? buffer->bytes + buffer->length : NULL, room, format, arguments);
    va_end(arguments);
    if (length > 0 && (size_t)length >= room) {
        reserve(buffer, (size_t)length);
        vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, again);
    }
    va_end(again);
    buffer->length += length > 0 ? (size_t)length : 0;
    if (buffer->bytes)
        buffer->bytes[buffer->length] = '\0';
}

const char *buffer_string(const struct buffer *buffer)
{
    return buffer->bytes ? buffer->bytes : "";
}

void buffer_clear(struct buffer *buffer)
{
    buffer->length = 0;
    if (buffer->bytes)
        buffer->bytes[0] = '\0';
}

void buffer_free(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer)BUFFER_EMPTY;
}
