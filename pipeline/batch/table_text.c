/* Aligned columns: a Han or full-width character takes two places on a terminal. Rows are collected
 * first, since a column is as wide as its widest cell. */
#include "batch/table_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/memory.h"
#include "base/utf8.h"

static size_t display_width(const char *text)
{
    size_t width = 0, length = strlen(text);
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        at += utf8_decode(text + at, length - at, &code_point);
        width += code_point >= 0x1100 && (code_point >= 0x2E80 || code_point <= 0x115F) ? 2 : 1;
    }
    return width;
}

static void pad(struct buffer *out, const char *text, size_t width)
{
    buffer_text(out, text);
    for (size_t used = display_width(text); used < width; used++)
        buffer_byte(out, ' ');
}

static long write_json(struct query *query, const struct table_column *columns, size_t count,
                       struct buffer *out)
{
    long rows = 0;
    int step;
    while ((step = query_step(query)) == 1) {
        struct json json = json_begin(out);
        json_object_begin(&json, NULL);
        for (size_t i = 0; i < count; i++) {
            if (!query_is_null(query, i) && query_is_number(query, i))
                json_integer(&json, columns[i].name, query_integer(query, i));
            else
                json_text(&json, columns[i].name, query_text(query, i));
        }
        json_object_end(&json);
        buffer_byte(out, '\n');
        rows++;
    }
    return step < 0 ? -1 : rows;
}

static long write_aligned(struct session *session, struct query *query,
                          const struct table_column *columns, size_t count, table_wording wording,
                          struct buffer *out)
{
    bool english = message_language() == LANGUAGE_ENGLISH;
    const char **cells = NULL;
    size_t *widths = arena_new_array(session->arena, count, sizeof *widths);
    size_t rows = 0;
    for (size_t i = 0; i < count; i++)
        widths[i] = display_width(english ? columns[i].name : columns[i].chinese);
    int step;
    while ((step = query_step(query)) == 1) {
        cells = memory_resize(cells, (rows + 1) * count, sizeof *cells);
        for (size_t i = 0; i < count; i++) {
            const char *value = query_text(query, i);
            const char *said = value ? wording(columns[i].name, value) : "—";
            const char *cell = arena_copy(session->arena, said);
            cells[rows * count + i] = cell;
            size_t width = display_width(cell);
            widths[i] = width > widths[i] ? width : widths[i];
        }
        rows++;
    }
    for (size_t i = 0; rows && i < count; i++)
        pad(out, english ? columns[i].name : columns[i].chinese, i + 1 < count ? widths[i] + 2 : 0);
    if (rows)
        buffer_byte(out, '\n');
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = 0; i < count; i++)
            pad(out, cells[row * count + i], i + 1 < count ? widths[i] + 2 : 0);
        buffer_byte(out, '\n');
    }
    free(cells);
    return step < 0 ? -1 : (long)rows;
}

long table_text(struct session *session, const char *sql, const struct table_column *columns,
                size_t column_count, table_wording wording, struct buffer *out)
{
    struct query *query;
    if (store_query(session->workspace->store, __func__, sql, &query) != 0)
        return -1;
    long rows = session->options->output == BATCH_JSON
                    ? write_json(query, columns, column_count, out)
                    : write_aligned(session, query, columns, column_count, wording, out);
    query_done(query);
    return rows;
}
