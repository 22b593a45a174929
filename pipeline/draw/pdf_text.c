/* Text in content streams. TJ adjustments make up the difference between the advance a reader
 * assumes (/W) and the one laid out, in whole thousandths of an em, taken from running totals so
 * that nothing drifts. Caller: pdf.c, through pdf_content.h. */
#include "base/utf8.h"
#include "draw/pdf_content.h"
#include "draw/pdf_number.h"

/* A text object being written: one per run, or more where a glyph leaves the baseline. */
struct showing {
    struct pdf_content *content;
    const struct glyph_run *run;
    struct pdf_font *font;
    bool open;      /* within [ … ] TJ */
    bool in_string; /* within < … > */
    int64_t pen;    /* where the reader's pen is from the run's origin, in PEN */
};

enum { PEN = 1000 * PDF_WIDTH_PARTS }; /* a part of 1/1000 pt: size times width is a whole number */

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

/* How the row lies: where a unit along the baseline and one upwards go to, y upwards. */
struct lie {
    int64_t along_x, along_y, up_x, up_y; /* 1/65536 */
};

static struct lie lie_of(const struct glyph_run *run)
{
    static const int cosine[] = {1, 0, -1, 0}, sine[] = {0, 1, 0, -1};
    int quarter = run->rotation / 90 & 3;
    const struct matrix *matrix = run->matrix;
    if (matrix)
        return (struct lie){matrix->a, -(int64_t)matrix->b, -(int64_t)matrix->c, matrix->d};
    return (struct lie){(int64_t)cosine[quarter] * MATRIX_ONE, (int64_t)sine[quarter] * MATRIX_ONE,
                        -(int64_t)sine[quarter] * MATRIX_ONE,
                        (int64_t)cosine[quarter] * MATRIX_ONE};
}

static int64_t scaled(int64_t length, int64_t factor)
{
    int64_t product = length * factor;
    return (product + (product < 0 ? -(MATRIX_ONE / 2) : MATRIX_ONE / 2)) / MATRIX_ONE;
}

/* Sets the text matrix: position, how the row lies, and the slant. */
static void place(struct showing *showing, int64_t along, millipoint rise)
{
    const struct glyph_run *run = showing->run;
    const struct lie lie = lie_of(run);
    struct buffer *out = &showing->content->operators;
    int64_t up_x = lie.up_x + lie.along_x * run->slant / 1000;
    int64_t up_y = lie.up_y + lie.along_y * run->slant / 1000;
    const int64_t factors[] = {lie.along_x, lie.along_y, up_x, up_y};
    close_array(showing);
    for (size_t i = 0; i < 4; i++) {
        pdf_number_factor(out, factors[i]);
        buffer_byte(out, ' ');
    }
    pdf_number_thousandths(out, run->x + scaled(along, lie.along_x) + scaled(rise, up_x));
    buffer_byte(out, ' ');
    pdf_number_thousandths(out, (int64_t)showing->content->top - run->y +
                                    scaled(along, lie.along_y) + scaled(rise, up_y));
    buffer_text(out, " Tm\n");
    showing->pen = along * PEN;
}

/* Moves the reader's pen to `along` if it is elsewhere by more than half of 1/1000 em (at 16 pt
 * 0.003 mm). */
static void adjust(struct showing *showing, int64_t along)
{
    struct buffer *out = &showing->content->operators;
    int64_t thousandth = (int64_t)showing->run->size * PDF_WIDTH_PARTS; /* of an em, in PEN */
    int64_t difference = showing->pen - along * PEN;
    int64_t half = difference >= 0 ? thousandth / 2 : -thousandth / 2;
    int64_t thousandths = (difference + half) / thousandth;
    if (thousandths == 0)
        return;
    close_string(showing);
    if (!showing->open) {
        buffer_byte(out, '[');
        showing->open = true;
    }
    pdf_number_put(out, thousandths, 0);
    showing->pen -= thousandths * thousandth;
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
    struct buffer *out = &showing->content->operators;
    if (!showing->open)
        buffer_byte(out, '[');
    showing->open = true;
    if (!showing->in_string)
        buffer_byte(out, '<');
    showing->in_string = true;
    pdf_number_code(out, code);
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

static void select_font(struct showing *showing)
{
    struct pdf_graphics_state *state = &showing->content->state;
    struct buffer *out = &showing->content->operators;
    unsigned font = pdf_font_number(showing->font);
    if (state->font == font && state->font_size == showing->run->size)
        return;
    state->font = font;
    state->font_size = showing->run->size;
    buffer_text(out, "/F");
    pdf_number_put(out, font, 0);
    buffer_byte(out, ' ');
    pdf_number_thousandths(out, showing->run->size);
    buffer_text(out, " Tf\n");
}

/* Synthetic weight: outlines are stroked in the colour they are filled with (§9.3.6). */
static void set_weight(struct pdf_content *content, const struct glyph_run *run)
{
    pdf_content_set_stroke(content, run->colour, run->embolden, JOIN_ROUND);
    buffer_text(&content->operators, "2 Tr\n");
}

int pdf_content_glyphs(struct pdf_content *content, struct pdf_fonts *fonts,
                       const struct glyph_run *run)
{
    if (run->count == 0 || run->size <= 0)
        return 0;
    struct buffer *out = &content->operators;
    content->has_glyphs = true;
    struct showing showing = {
        .content = content, .run = run, .font = pdf_font_of(fonts, run->face)};
    pdf_content_set_transparency(content, run->transparency, run->transparency);
    pdf_content_set_fill(content, run->colour);
    if (run->embolden > 0)
        set_weight(content, run);
    buffer_text(out, "BT\n");
    select_font(&showing);
    place(&showing, 0, 0);
    int64_t along = 0;
    int result = 0;
    for (size_t i = 0; i < run->count && result == 0; i++) {
        result = show_glyph(&showing, i, along);
        along += run->glyphs[i].advance;
    }
    close_array(&showing);
    buffer_text(out, run->embolden > 0 ? "ET\n0 Tr\n" : "ET\n");
    return result;
}
