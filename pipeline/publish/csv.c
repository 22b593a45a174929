/* CSV writing, one line at a time, so that a million rows need no memory. */
#include "publish/csv.h"

#include <string.h>

#include "publish/publish_messages.h"

static bool is_digits(const char **at)
{
    const char *start = *at;
    *at += strspn(*at, "0123456789");
    return *at > start;
}

/* An optional sign, digits, optionally a point and digits. */
static bool is_number(const char *text)
{
    text += *text == '-' || *text == '+';
    if (!is_digits(&text))
        return false;
    if (*text == '.' && (text++, !is_digits(&text)))
        return false;
    return *text == '\0';
}

static bool is_formula(const char *text)
{
    static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (strncmp(text, starts[i], strlen(starts[i])) == 0)
            return !is_number(text);
    return false;
}

/* Text that a spreadsheet would take for a number and spoil: more digits than it keeps (15), so
 * that an identity number ends in zeros, or a code that begins with zero. */
static bool is_spoilt_as_number(const char *text)
{
    size_t length = strlen(text);
    return strspn(text, "0123456789") == length && (length > 15 || (length > 1 && *text == '0'));
}

void csv_cell(struct buffer *line, const char *text)
{
    bool guarded = is_formula(text) || is_spoilt_as_number(text);
    bool quoted = strpbrk(text, ",\"\r\n") != NULL || *text == ' ' ||
                  (*text && text[strlen(text) - 1] == ' ');
    if (quoted)
        buffer_byte(line, '"');
    if (guarded)
        buffer_byte(line, '\'');
    for (; *text; text++) {
        if (*text == '"')
            buffer_byte(line, '"');
        buffer_byte(line, *text);
    }
    if (quoted)
        buffer_byte(line, '"');
}

static int end_line(struct buffer *line, struct file_writer *writer)
{
    buffer_text(line, "\r\n");
    int result = file_writer_write(writer, line->bytes, line->length);
    buffer_clear(line);
    return result;
}

/* The query's column for a column of the output; -1: reported. */
static int column_index(const struct publication_query *definition, struct query *query,
                        const char *name)
{
    int index = query_column_index(query, name);
    return index >= 0 ? index
                      : failure(&MESSAGE_PUBLISH_COLUMN_MISSING, definition->origin, name, NULL);
}

static int write_head(const struct publication_output *output, struct query *query,
                      struct buffer *line, struct file_writer *writer)
{
    size_t count = output->column_count ? output->column_count : query_column_count(query);
    buffer_text(line, "\xEF\xBB\xBF");
    for (size_t i = 0; i < count; i++) {
        if (i)
            buffer_byte(line, ',');
        csv_cell(line,
                 output->column_count ? output->columns[i].title : query_column_name(query, i));
    }
    return end_line(line, writer);
}

static int write_row(const struct publication_output *output,
                     const struct publication_query *definition, struct query *query,
                     struct buffer *line, struct file_writer *writer)
{
    size_t count = output->column_count ? output->column_count : query_column_count(query);
    for (size_t i = 0; i < count; i++) {
        int index = output->column_count ? column_index(definition, query, output->columns[i].name)
                                         : (int)i;
        if (index < 0)
            return -1;
        if (i)
            buffer_byte(line, ',');
        if (query_is_number(query, (size_t)index))
            buffer_text(line, query_text(query, (size_t)index));
        else if (!query_is_null(query, (size_t)index))
            csv_cell(line, query_text(query, (size_t)index));
    }
    return end_line(line, writer);
}

int csv_write(const struct composition_request *request, const struct publication_output *output,
              struct file_writer *writer)
{
    const struct publication_query *definition =
        publication_query_lookup(request->publication, output->query);
    if (!definition)
        return failure(&MESSAGE_PUBLISH_QUERY_MISSING, request->publication->name, output->query,
                       NULL);
    struct query *query;
    if (item_query(request->store, request->publication, request->values, request->item, definition,
                   &query) != 0)
        return -1;
    struct buffer line = BUFFER_EMPTY;
    int result = write_head(output, query, &line, writer);
    int more = 0;
    while (result == 0 && (more = query_step(query)) != 0)
        result = more < 0 ? -1 : write_row(output, definition, query, &line, writer);
    query_done(query);
    buffer_free(&line);
    return result;
}
