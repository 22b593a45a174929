/* JSON writer: escapes per RFC 8259 §7; everything above U+001F but " and \ stands as UTF-8. */
#include "base/json.h"

#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"

struct json json_begin(struct buffer *out)
{
    return (struct json){.out = out, .comma = false};
}

static void write_string(struct buffer *out, const char *text)
{
    size_t length = strlen(text);
    buffer_byte(out, '"');
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        at += utf8_decode(text + at, length - at, &code_point);
        if (code_point == '"' || code_point == '\\')
            buffer_print(out, "\\%c", (char)code_point);
        else if (code_point == '\n')
            buffer_text(out, "\\n");
        else if (code_point < 0x20)
            buffer_print(out, "\\u%04X", (unsigned)code_point);
        else
            buffer_code_point(out, code_point);
    }
    buffer_byte(out, '"');
}

static void begin_value(struct json *json, const char *name)
{
    if (json->comma)
        buffer_byte(json->out, ',');
    json->comma = true;
    if (name) {
        write_string(json->out, name);
        buffer_byte(json->out, ':');
    }
}

void json_object_begin(struct json *json, const char *name)
{
    begin_value(json, name);
    buffer_byte(json->out, '{');
    json->comma = false;
}

void json_object_end(struct json *json)
{
    buffer_byte(json->out, '}');
    json->comma = true;
}

void json_array_begin(struct json *json, const char *name)
{
    begin_value(json, name);
    buffer_byte(json->out, '[');
    json->comma = false;
}

void json_array_end(struct json *json)
{
    buffer_byte(json->out, ']');
    json->comma = true;
}

void json_text(struct json *json, const char *name, const char *text)
{
    begin_value(json, name);
    if (text)
        write_string(json->out, text);
    else
        buffer_text(json->out, "null");
}

void json_integer(struct json *json, const char *name, int64_t value)
{
    begin_value(json, name);
    buffer_print(json->out, "%" PRId64, value);
}

void json_boolean(struct json *json, const char *name, bool value)
{
    begin_value(json, name);
    buffer_text(json->out, value ? "true" : "false");
}
