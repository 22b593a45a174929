/* Content streams. Numbers are written in points with at most three decimals, exactly the
 * thousandths the formatter laid out; TJ adjustments make up the difference between the advance a
 * reader assumes (/W) and the one laid out, taken from running totals so that nothing drifts. */
#include "draw/pdf_content.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"

void pdf_content_begin(struct pdf_content *content, millipoint top)
{
    buffer_clear(&content->operators);
    content->top = top;
    content->fill = (struct colour){0, 0, 0, false};
    content->stroke = (struct colour){0, 0, 0, false};
    content->line_width = MILLIPOINT_PER_POINT;
    content->dashed = false;
    content->font = 0;
    content->font_size = 0;
    content->object_count = 0;
}

void pdf_content_free(struct pdf_content *content)
{
    buffer_free(&content->operators);
    free(content->objects);
    content->objects = NULL;
    content->object_count = content->object_capacity = 0;
}

/* Thousandths as a decimal without trailing zeros: by hand, since a page is mostly numbers. */
static void put_thousandths(struct buffer *out, int64_t value)
{
    char digits[32];
    char *at = digits + sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    int decimals = 3;
    for (; decimals > 0 && rest % 10 == 0; decimals--)
        rest /= 10;
    for (int i = decimals; i > 0; i--, rest /= 10)
        *--at = (char)('0' + rest % 10);
    if (decimals)
        *--at = '.';
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (value < 0)
        *--at = '-';
    buffer_append(out, at, (size_t)(digits + sizeof digits - at));
}

static void put_point(struct pdf_content *content, millipoint x, millipoint y)
{
    put_thousandths(&content->operators, x);
    buffer_byte(&content->operators, ' ');
    put_thousandths(&content->operators, (int64_t)content->top - y);
    buffer_byte(&content->operators, ' ');
}

/* A colour component, 0 … 255 to 0 … 1 in thousandths. */
static int64_t component(uint8_t value)
{
    return (value * 1000 + 127) / 255;
}

static void set_colour(struct pdf_content *content, struct colour *current, struct colour wanted,
                       const char *operation)
{
    if (!current->none && current->red == wanted.red && current->green == wanted.green &&
        current->blue == wanted.blue)
        return;
    put_thousandths(&content->operators, component(wanted.red));
    buffer_byte(&content->operators, ' ');
    put_thousandths(&content->operators, component(wanted.green));
    buffer_byte(&content->operators, ' ');
    put_thousandths(&content->operators, component(wanted.blue));
    buffer_print(&content->operators, " %s\n", operation);
    *current = wanted;
}

/* --- Text
 * ---------------------------------------------------------------------------------------------------
 */

/* A text object being written: one per run, or more where a glyph leaves the baseline. */
struct showing {
    struct pdf_content *content;
    const struct glyph_run *run;
    struct pdf_font *font;
    bool open;      /* within [ … ] TJ */
    bool in_string; /* within < … > */
    int64_t pen;    /* where the reader's pen is, 1/1000 of 1/1000 pt from the run's origin */
};

static void close_string(struct showing *showing)
{
    if (showing->in_string)
        buffer_byte(&showing->content->operators, '>');
    showing->in_string = false;
}

static void close_array(struct showing *showing)
{
    close_string(showing);
    if (showing->open)
        buffer_text(&showing->content->operators, "]TJ\n");
    showing->open = false;
}

/* Sets the text matrix: position, and the run's rotation. */
static void place(struct showing *showing, int64_t along, millipoint rise)
{
    static const int cosine[] = {1, 0, -1, 0}, sine[] = {0, 1, 0, -1};
    const struct glyph_run *run = showing->run;
    struct buffer *out = &showing->content->operators;
    int quarter = run->rotation / 90 & 3;
    int64_t x = run->x + along * cosine[quarter] - (int64_t)rise * sine[quarter];
    int64_t y = (int64_t)showing->content->top - run->y + along * sine[quarter] +
                (int64_t)rise * cosine[quarter];
    close_array(showing);
    if (quarter == 0)
        buffer_text(out, "1 0 0 1 ");
    else
        buffer_print(out, "%d %d %d %d ", cosine[quarter], sine[quarter], -sine[quarter],
                     cosine[quarter]);
    put_thousandths(out, x);
    buffer_byte(out, ' ');
    put_thousandths(out, y);
    buffer_text(out, " Tm\n");
    showing->pen = along * 1000;
}

/* Moves the reader's pen to `along` if it is elsewhere by more than a hundredth of 1/1000 em. */
static void adjust(struct showing *showing, int64_t along)
{
    struct buffer *out = &showing->content->operators;
    int64_t size = showing->run->size;
    int64_t difference = showing->pen - along * 1000; /* in 1/1000 of 1/1000 pt */
    int64_t hundredths = size ? (difference * 100 + (difference >= 0 ? size / 2 : -size / 2)) / size
                              : 0; /* of 1/1000 em */
    if (hundredths == 0)
        return;
    close_string(showing);
    if (!showing->open) {
        buffer_byte(out, '[');
        showing->open = true;
    }
    put_thousandths(out, hundredths * 10);
    showing->pen -= hundredths * size / 100;
}

/* Where the characters of a glyph's cluster end: at the next cluster. */
static size_t cluster_end(const struct glyph_run *run, size_t index)
{
    for (size_t i = index + 1; i < run->count; i++)
        if (run->glyphs[i].cluster > run->glyphs[index].cluster)
            return run->glyphs[i].cluster;
    return run->length;
}

/* The text a glyph stands for. Where several glyphs make up a cluster (a letter and its accent),
 * each takes one character, the last takes what is left, and those beyond the characters take
 * nothing. */
static const char *text_of(const struct glyph_run *run, size_t index, size_t *length)
{
    size_t start = run->glyphs[index].cluster, end = cluster_end(run, index), at = index;
    while (at > 0 && run->glyphs[at - 1].cluster == start)
        at--;
    size_t from = start;
    for (uint32_t code_point; at < index && from < end; at++)
        from += utf8_decode(run->text + from, end - from, &code_point);
    bool more = index + 1 < run->count && run->glyphs[index + 1].cluster == start;
    uint32_t code_point;
    *length =
        more && from < end ? utf8_decode(run->text + from, end - from, &code_point) : end - from;
    return run->text + from;
}

static void put_code(struct showing *showing, unsigned code)
{
    static const char digits[] = "0123456789ABCDEF";
    struct buffer *out = &showing->content->operators;
    const char hex[] = {digits[code >> 12 & 15], digits[code >> 8 & 15], digits[code >> 4 & 15],
                        digits[code & 15]};
    if (!showing->open)
        buffer_byte(out, '[');
    showing->open = true;
    if (!showing->in_string)
        buffer_byte(out, '<');
    showing->in_string = true;
    buffer_append(out, hex, sizeof hex);
    showing->pen += (int64_t)pdf_font_width(showing->font, code) * showing->run->size;
}

static int show_glyph(struct showing *showing, size_t index, int64_t along)
{
    const struct glyph *glyph = &showing->run->glyphs[index];
    size_t length;
    const char *text = text_of(showing->run, index, &length);
    unsigned code = pdf_font_code(showing->font, glyph->id, text, length);
    if (!code)
        return -1;
    if (glyph->y_offset)
        place(showing, along + glyph->x_offset, glyph->y_offset);
    else
        adjust(showing, along + glyph->x_offset);
    put_code(showing, code);
    if (glyph->y_offset)
        place(showing, along + glyph->advance, 0);
    return 0;
}

int pdf_content_glyphs(struct pdf_content *content, struct pdf_fonts *fonts,
                       const struct glyph_run *run)
{
    if (run->count == 0 || run->size <= 0)
        return 0;
    struct buffer *out = &content->operators;
    struct showing showing = {
        .content = content, .run = run, .font = pdf_font_of(fonts, run->face)};
    set_colour(content, &content->fill, run->colour, "rg");
    buffer_text(out, "BT\n");
    if (content->font != pdf_font_number(showing.font) || content->font_size != run->size) {
        content->font = pdf_font_number(showing.font);
        content->font_size = run->size;
        buffer_print(out, "/F%u ", content->font);
        put_thousandths(out, run->size);
        buffer_text(out, " Tf\n");
    }
    place(&showing, 0, 0);
    int64_t along = 0;
    int result = 0;
    for (size_t i = 0; i < run->count && result == 0; i++) {
        result = show_glyph(&showing, i, along);
        along += run->glyphs[i].advance;
    }
    close_array(&showing);
    buffer_text(out, "ET\n");
    return result;
}

/* --- Paths
 * --------------------------------------------------------------------------------------------------
 */

static void put_segments(struct pdf_content *content, const struct path *path)
{
    static const char *const operators[] = {"m\n", "l\n", "c\n", "h\n"};
    static const size_t points_of[] = {1, 1, 3, 0};
    size_t point = 0;
    for (size_t i = 0; i < path->verb_count; i++) {
        for (size_t n = points_of[path->verbs[i]]; n > 0 && point < path->point_count; n--, point++)
            put_point(content, path->points[point][0], path->points[point][1]);
        buffer_text(&content->operators, operators[path->verbs[i]]);
    }
}

static void set_dashes(struct pdf_content *content, const struct path *path)
{
    if (path->dash_count == 0 && !content->dashed)
        return;
    buffer_byte(&content->operators, '[');
    for (size_t i = 0; i < path->dash_count; i++) {
        put_thousandths(&content->operators, path->dashes[i]);
        buffer_byte(&content->operators, ' ');
    }
    buffer_text(&content->operators, "]0 d\n");
    content->dashed = path->dash_count > 0;
}

void pdf_content_path(struct pdf_content *content, const struct path *path)
{
    bool fills = !path->fill.none, strokes = !path->stroke.none && path->stroke_width > 0;
    if (!fills && !strokes)
        return;
    if (fills)
        set_colour(content, &content->fill, path->fill, "rg");
    if (strokes) {
        set_colour(content, &content->stroke, path->stroke, "RG");
        set_dashes(content, path);
        if (content->line_width != path->stroke_width) {
            content->line_width = path->stroke_width;
            put_thousandths(&content->operators, path->stroke_width);
            buffer_text(&content->operators, " w\n");
        }
    }
    put_segments(content, path);
    const char *star = fills && path->even_odd ? "*" : "";
    buffer_print(&content->operators, "%s%s\n", fills && strokes ? "B" : fills ? "f" : "S", star);
}

void pdf_content_clip(struct pdf_content *content, const struct path *path)
{
    buffer_text(&content->operators, "q\n");
    put_segments(content, path);
    buffer_text(&content->operators, path->even_odd ? "W* n\n" : "W n\n");
}

void pdf_content_restore(struct pdf_content *content)
{
    buffer_text(&content->operators, "Q\n");
    /* What the state was before the q is not remembered: have everything set again. */
    content->fill = content->stroke = (struct colour){.none = true};
    content->line_width = -1;
    content->dashed = true;
    content->font = 0;
}

/* --- XObjects
 * ------------------------------------------------------------------------------------------- */

static void note_object(struct pdf_content *content, unsigned object)
{
    for (size_t i = 0; i < content->object_count; i++)
        if (content->objects[i] == object)
            return;
    if (content->object_count == content->object_capacity) {
        content->object_capacity = content->object_capacity ? content->object_capacity * 2 : 8;
        content->objects =
            memory_resize(content->objects, content->object_capacity, sizeof *content->objects);
    }
    content->objects[content->object_count++] = object;
}

void pdf_content_object(struct pdf_content *content, unsigned object, millipoint x, millipoint y,
                        millipoint width, millipoint height)
{
    struct buffer *out = &content->operators;
    note_object(content, object);
    buffer_text(out, "q ");
    put_thousandths(out, width ? width : MILLIPOINT_PER_POINT);
    buffer_text(out, " 0 0 ");
    put_thousandths(out, height ? height : MILLIPOINT_PER_POINT);
    buffer_byte(out, ' ');
    put_point(content, x, y + height);
    buffer_print(out, "cm /X%u Do Q\n", object);
}

HPDF_Dict pdf_content_resources(const struct pdf_content *content, struct pdf_file *file,
                                unsigned fonts)
{
    HPDF_Dict resources = pdf_dictionary(file);
    pdf_put_reference(file, resources, "Font", fonts);
    if (content->object_count) {
        HPDF_Dict objects = pdf_dictionary(file);
        for (size_t i = 0; i < content->object_count; i++) {
            char name[16];
            snprintf(name, sizeof name, "X%u", content->objects[i]);
            pdf_put_reference(file, objects, name, content->objects[i]);
        }
        pdf_put_object(resources, "XObject", objects);
    }
    return resources;
}
