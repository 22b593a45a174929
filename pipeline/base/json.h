/* JSON (RFC 8259) writer into a buffer, for --format=json. It puts the commas; the caller keeps
 * begin and end in pairs. Strings must be UTF-8; malformed bytes become U+FFFD. */
#ifndef YINFA_BASE_JSON_H
#define YINFA_BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

struct json {
    struct buffer *out; /* borrowed */
    bool comma;         /* whether the next value in this container needs a comma before it */
};

struct json json_begin(struct buffer *out);

/* In an object `name` is the member's name; in an array, and at the top, it is NULL. */
void json_object_begin(struct json *json, const char *name);
void json_object_end(struct json *json);
void json_array_begin(struct json *json, const char *name);
void json_array_end(struct json *json);
void json_text(struct json *json, const char *name, const char *text); /* NULL writes null */
void json_integer(struct json *json, const char *name, int64_t value);
void json_boolean(struct json *json, const char *name, bool value);

#endif
