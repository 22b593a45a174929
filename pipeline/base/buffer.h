/* Buffer: a growing byte string. Its bytes are always followed by a NUL that `length` does not
 * count, so that text in it can be read as a C string. */
#ifndef YINFA_BASE_BUFFER_H
#define YINFA_BASE_BUFFER_H

#include <stddef.h>

struct buffer {
    char *bytes;     /* never NULL after the first append; owned by the buffer */
    size_t length;   /* bytes used, without the closing NUL */
    size_t capacity; /* bytes allocated */
};

#define BUFFER_EMPTY                                                                               \
    {                                                                                              \
        NULL, 0, 0                                                                                 \
    }

/* Appends `length` bytes. */
void buffer_append(struct buffer *buffer, const void *bytes, size_t length);

/* Appends a NUL-terminated string. */
void buffer_text(struct buffer *buffer, const char *text);

/* Appends one byte. */
void buffer_byte(struct buffer *buffer, char byte);

/* Appends a code point as UTF-8. */
void buffer_code_point(struct buffer *buffer, unsigned code_point);

/* Appends printf output. */
void buffer_print(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The text so far as a C string ("" when nothing was appended); borrowed. */
const char *buffer_string(const struct buffer *buffer);

/* Sets the length to 0, keeps the allocation. */
void buffer_clear(struct buffer *buffer);

/* Releases the allocation; the buffer is empty and usable again. */
void buffer_free(struct buffer *buffer);

#endif
