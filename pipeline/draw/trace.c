/* The trace device: one line a mark, in the order and with the values the formatter gave. The forms
 * stand in trace.h. Lines are indented by the depth of open tags, clips and groups. */
#include "draw/trace.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "draw/structure_name.h"

struct trace_device {
    struct device device;
    struct buffer *out;
    int depth;      /* open tags, clips and groups */
    unsigned later; /* ids handed out */
};

/* --- Pieces of a line ----------------------------------------------------------------------------
 */

static void put_length(struct buffer *out, millipoint length)
{
    int64_t value = length;
    if (value < 0) {
        buffer_byte(out, '-');
        value = -value;
    }
    buffer_print(out, "%" PRId64 ".%03d", value / 1000, (int)(value % 1000));
}

static void put_point(struct buffer *out, millipoint x, millipoint y)
{
    buffer_byte(out, ' ');
    put_length(out, x);
    buffer_byte(out, ' ');
    put_length(out, y);
}

static void put_colour(struct buffer *out, struct colour colour)
{
    buffer_print(out, " #%02x%02x%02x", colour.red, colour.green, colour.blue);
}

/* What is 0 is not said. */
static void put_named(struct buffer *out, const char *name, int32_t thousandths)
{
    if (!thousandths)
        return;
    buffer_print(out, " %s ", name);
    put_length(out, thousandths);
}

static void put_factors(struct buffer *out, const struct matrix *matrix)
{
    const int64_t factors[] = {matrix->a, matrix->b, matrix->c, matrix->d};
    buffer_text(out, " matrix");
    for (size_t i = 0; i < 4; i++) {
        buffer_byte(out, ' ');
        put_length(out, (millipoint)(factors[i] * 1000 / MATRIX_ONE));
    }
}

/* Text in quotes; what is not visible as \u{…}. */
static void put_text(struct buffer *out, const char *text, size_t length)
{
    buffer_text(out, " \"");
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        at += utf8_decode(text + at, length - at, &code_point);
        if (code_point == '"' || code_point == '\\')
            buffer_byte(out, '\\');
        if (code_point < 0x20 || code_point == 0xA0 || code_point == 0xAD || code_point == 0x3000 ||
            (code_point >= 0x2000 && code_point <= 0x200F) || code_point == 0xFEFF)
            buffer_print(out, "\\u{%X}", (unsigned)code_point);
        else
            buffer_code_point(out, code_point);
    }
    buffer_byte(out, '"');
}

static void put_string(struct buffer *out, const char *text)
{
    size_t length = 0;
    while (text[length])
        length++;
    put_text(out, text, length);
}

static struct buffer *line(struct trace_device *trace)
{
    for (int i = 0; i < trace->depth; i++)
        buffer_text(trace->out, "  ");
    return trace->out;
}

static int end_line(struct trace_device *trace)
{
    buffer_byte(trace->out, '\n');
    return 0;
}

static int end_nested(struct trace_device *trace, const char *what)
{
    if (trace->depth > 0)
        trace->depth--;
    buffer_print(line(trace), "end %s", what);
    return end_line(trace);
}

static void put_advances(struct buffer *out, const struct glyph_run *run)
{
    for (size_t i = 0; i < run->count;) {
        const struct glyph *glyph = &run->glyphs[i];
        size_t same = 1;
        while (i + same < run->count && run->glyphs[i + same].advance == glyph->advance &&
               run->glyphs[i + same].x_offset == glyph->x_offset &&
               run->glyphs[i + same].y_offset == glyph->y_offset)
            same++;
        buffer_byte(out, ' ');
        put_length(out, glyph->advance);
        if (glyph->x_offset || glyph->y_offset) {
            buffer_byte(out, '(');
            put_length(out, glyph->x_offset);
            buffer_byte(out, ',');
            put_length(out, glyph->y_offset);
            buffer_byte(out, ')');
        }
        if (same > 1)
            buffer_print(out, "*%zu", same);
        i += same;
    }
}

static void put_run(struct buffer *out, const struct glyph_run *run)
{
    buffer_text(out, "text");
    put_point(out, run->x, run->y);
    buffer_print(out, " %s ", font_face_name(run->face));
    put_length(out, run->size);
    put_colour(out, run->colour);
    put_text(out, run->text, run->length);
    put_advances(out, run);
    if (run->rotation)
        buffer_print(out, " rotate %d", run->rotation);
    if (run->matrix)
        put_factors(out, run->matrix);
    put_named(out, "embolden", run->embolden);
    put_named(out, "slant", run->slant);
    put_named(out, "transparency", run->transparency);
}

static void put_gradient(struct buffer *out, const struct gradient *gradient)
{
    buffer_text(out, gradient->radial ? " radial" : " linear");
    put_point(out, gradient->from[0], gradient->from[1]);
    put_point(out, gradient->to[0], gradient->to[1]);
    if (gradient->radial) {
        buffer_byte(out, ' ');
        put_length(out, gradient->radius);
    }
    for (size_t i = 0; i < gradient->stop_count; i++) {
        buffer_text(out, i ? ", " : " (");
        put_length(out, gradient->stops[i].offset);
        put_colour(out, gradient->stops[i].colour);
    }
    buffer_byte(out, ')');
    if (gradient->matrix) {
        put_factors(out, gradient->matrix);
        put_point(out, gradient->matrix->x, gradient->matrix->y);
    }
}

static void put_fill(struct buffer *out, const struct path *path)
{
    if (path->fill.none && !path->gradient)
        return;
    buffer_text(out, " fill");
    if (path->gradient)
        put_gradient(out, path->gradient);
    else
        put_colour(out, path->fill);
    if (path->even_odd)
        buffer_text(out, " even-odd");
    put_named(out, "transparency", path->fill_transparency);
}

static void put_stroke(struct buffer *out, const struct path *path)
{
    static const char *const caps[] = {"", " round-cap", " square-cap"};
    static const char *const joins[] = {"", " round-join", " bevel-join"};
    if (path->stroke.none)
        return;
    buffer_text(out, " stroke");
    put_colour(out, path->stroke);
    buffer_byte(out, ' ');
    put_length(out, path->stroke_width);
    for (size_t i = 0; i < path->dash_count; i++) {
        buffer_text(out, i ? " " : " dash ");
        put_length(out, path->dashes[i]);
    }
    put_named(out, "offset", path->dash_offset);
    buffer_print(out, "%s%s", caps[path->cap], joins[path->join]);
    put_named(out, "miter-limit", path->miter_limit);
    put_named(out, "transparency", path->stroke_transparency);
}

static void put_path(struct buffer *out, const struct path *path)
{
    buffer_text(out, "path");
    put_fill(out, path);
    put_stroke(out, path);
    size_t point = 0;
    for (size_t i = 0; i < path->verb_count; i++) {
        static const char letters[] = {'M', 'L', 'C', 'Z'};
        static const size_t points_of[] = {1, 1, 3, 0};
        buffer_print(out, " %c", letters[path->verbs[i]]);
        for (size_t n = points_of[path->verbs[i]]; n > 0 && point < path->point_count; n--, point++)
            put_point(out, path->points[point][0], path->points[point][1]);
    }
}

/* --- The device
 * ----------------------------------------------------------------------------------- */

static void put_value(struct trace_device *trace, const char *name, const char *text)
{
    if (!text)
        return;
    buffer_print(trace->out, " %s", name);
    put_string(trace->out, text);
}

/* Nothing to say, no line. */
static int information(void *state, const struct document_information *told)
{
    struct trace_device *trace = state;
    if (!told->title && !told->author && !told->subject && !told->keywords && !told->language)
        return 0;
    buffer_text(trace->out, "information");
    put_value(trace, "title", told->title);
    put_value(trace, "author", told->author);
    put_value(trace, "subject", told->subject);
    put_value(trace, "keywords", told->keywords);
    put_value(trace, "language", told->language);
    return end_line(trace);
}

static int begin_page(void *state, const struct page_geometry *page)
{
    struct trace_device *trace = state;
    buffer_print(trace->out, "page %u", page->number);
    put_string(trace->out, page->label ? page->label : "");
    buffer_byte(trace->out, ' ');
    put_length(trace->out, page->width);
    buffer_text(trace->out, " x ");
    put_length(trace->out, page->height);
    if (page->rotate)
        buffer_print(trace->out, " rotate %d", page->rotate);
    return end_line(trace);
}

static int end_page(void *state)
{
    struct trace_device *trace = state;
    buffer_text(trace->out, "end page");
    return end_line(trace);
}

static int glyphs(void *state, const struct glyph_run *run)
{
    put_run(line(state), run);
    return end_line(state);
}

static int path(void *state, const struct path *drawn)
{
    put_path(line(state), drawn);
    return end_line(state);
}

static int image(void *state, const struct image *placed)
{
    struct trace_device *trace = state;
    buffer_print(line(trace), "image %.12s", placed->digest);
    put_point(trace->out, placed->x, placed->y);
    put_point(trace->out, placed->width, placed->height);
    if (placed->rotation)
        buffer_print(trace->out, " rotate %d", placed->rotation);
    if (placed->mirrored)
        buffer_text(trace->out, " mirrored");
    return end_line(trace);
}

static int begin_clip(void *state, const struct path *clip)
{
    struct trace_device *trace = state;
    buffer_text(line(trace), "clip ");
    put_path(trace->out, clip);
    trace->depth++;
    return end_line(trace);
}

static int end_clip(void *state)
{
    return end_nested(state, "clip");
}

static int begin_tag(void *state, const struct structure_tag *tag)
{
    struct trace_device *trace = state;
    buffer_print(line(trace), "tag %s", structure_name(tag->type));
    if (tag->level)
        buffer_print(trace->out, "%d", tag->level);
    if (tag->key)
        buffer_print(trace->out, " #%u", tag->key);
    if (tag->columns > 1 || tag->rows > 1)
        buffer_print(trace->out, " span %dx%d", tag->columns, tag->rows);
    if (tag->row_scope)
        buffer_text(trace->out, " row-scope");
    if (tag->language)
        buffer_print(trace->out, " lang %s", tag->language);
    if (tag->alternative)
        put_string(trace->out, tag->alternative);
    trace->depth++;
    return end_line(trace);
}

static int end_tag(void *state)
{
    return end_nested(state, "tag");
}

/* The trace never has a group already: its marks are shown each time. */
static int begin_group(void *state, const struct group *group)
{
    struct trace_device *trace = state;
    buffer_print(line(trace), "group %s", group->key);
    put_point(trace->out, group->x, group->y);
    if (group->unit != MILLIPOINT_PER_POINT) {
        buffer_text(trace->out, " unit ");
        put_length(trace->out, group->unit);
    }
    trace->depth++;
    return end_line(trace);
}

static int end_group(void *state)
{
    return end_nested(state, "group");
}

static int link_area(void *state, const struct link *link)
{
    struct trace_device *trace = state;
    if (link->kind == LINK_URI) {
        buffer_text(line(trace), "link uri");
        put_string(trace->out, link->uri);
    } else {
        buffer_text(line(trace), "link to");
        put_string(trace->out, link->destination);
    }
    put_point(trace->out, link->x, link->y);
    put_point(trace->out, link->width, link->height);
    if (link->alternative)
        put_string(trace->out, link->alternative);
    return end_line(trace);
}

static int bookmark(void *state, const struct bookmark *entry)
{
    struct trace_device *trace = state;
    buffer_print(line(trace), "bookmark %d", entry->level);
    put_string(trace->out, entry->title);
    buffer_text(trace->out, entry->uri ? " uri" : " to");
    put_string(trace->out, entry->uri ? entry->uri : entry->destination);
    if (entry->closed)
        buffer_text(trace->out, " closed");
    return end_line(trace);
}

static int destination(void *state, const char *name, millipoint y)
{
    struct trace_device *trace = state;
    buffer_text(line(trace), "destination");
    put_string(trace->out, name);
    buffer_byte(trace->out, ' ');
    put_length(trace->out, y);
    return end_line(trace);
}

static int later(void *state, unsigned *id)
{
    struct trace_device *trace = state;
    *id = ++trace->later;
    buffer_print(line(trace), "later %u", *id);
    return end_line(trace);
}

static int settle(void *state, unsigned id, const struct glyph_run *run)
{
    struct trace_device *trace = state;
    buffer_print(line(trace), "settle %u ", id);
    put_run(trace->out, run);
    return end_line(trace);
}

struct trace_device *trace_open(struct buffer *out)
{
    struct trace_device *trace = memory_new(1, sizeof *trace);
    trace->out = out;
    trace->device = (struct device){.state = trace,
                                    .information = information,
                                    .begin_page = begin_page,
                                    .end_page = end_page,
                                    .glyphs = glyphs,
                                    .path = path,
                                    .image = image,
                                    .begin_clip = begin_clip,
                                    .end_clip = end_clip,
                                    .begin_tag = begin_tag,
                                    .end_tag = end_tag,
                                    .begin_group = begin_group,
                                    .end_group = end_group,
                                    .link = link_area,
                                    .bookmark = bookmark,
                                    .destination = destination,
                                    .later = later,
                                    .settle = settle};
    return trace;
}

const struct device *trace_as_device(struct trace_device *trace)
{
    return &trace->device;
}

void trace_close(struct trace_device *trace)
{
    free(trace);
}
