/* A shading is written in PDF syntax; the text also tells whether it was written before. The last
 * few are remembered: a chart draws with the same gradients again and again, and a document of
 * thousands of different ones stays small in memory. Caller: pdf_content.c. */
#include "draw/pdf_shading.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/pdf_number.h"

enum { REMEMBERED = 64, WHOLE = 1000 };

struct written_shading {
    char *syntax; /* NULL: none yet */
    unsigned object;
};

struct pdf_shadings {
    struct pdf_file *file;
    struct written_shading written[REMEMBERED]; /* a ring */
    size_t next;
    struct buffer syntax;
};

struct pdf_shadings *pdf_shadings_new(struct pdf_file *file)
{
    struct pdf_shadings *shadings = memory_new(1, sizeof *shadings);
    shadings->file = file;
    return shadings;
}

void pdf_shadings_free(struct pdf_shadings *shadings)
{
    for (size_t i = 0; i < REMEMBERED; i++)
        free(shadings->written[i].syntax);
    buffer_free(&shadings->syntax);
    free(shadings);
}

static void put_colour(struct buffer *out, struct colour colour)
{
    const uint8_t components[] = {colour.red, colour.green, colour.blue};
    buffer_byte(out, '[');
    for (size_t i = 0; i < 3; i++) {
        pdf_number_thousandths(out, (components[i] * 1000 + 127) / 255);
        buffer_byte(out, i < 2 ? ' ' : ']');
    }
}

/* From one colour to another (§7.10.3). */
static void put_step(struct buffer *out, struct colour from, struct colour to)
{
    buffer_text(out, "<</FunctionType 2/Domain[0 1]/N 1/C0");
    put_colour(out, from);
    buffer_text(out, "/C1");
    put_colour(out, to);
    buffer_text(out, ">>");
}

/* The stops as a function of the way gone. Steps are stitched (§7.10.4), whose bounds must ascend:
 * a step without length is left out, and the colour changes at once there. */
static void put_function(struct buffer *out, const struct gradient *gradient)
{
    struct buffer steps = BUFFER_EMPTY, bounds = BUFFER_EMPTY;
    size_t count = 0;
    struct gradient_stop from = gradient->stops[0];
    from.offset = 0;
    for (size_t i = 0; i <= gradient->stop_count; i++) {
        struct gradient_stop to = gradient->stops[i < gradient->stop_count ? i : i - 1];
        if (i == gradient->stop_count)
            to.offset = WHOLE;
        if (to.offset > from.offset) {
            if (count++) {
                pdf_number_thousandths(&bounds, from.offset);
                buffer_byte(&bounds, ' ');
            }
            put_step(&steps, from.colour, to.colour);
        }
        from = to;
    }
    if (count == 1) {
        buffer_text(out, buffer_string(&steps));
    } else {
        buffer_print(out, "<</FunctionType 3/Domain[0 1]/Functions[%s]/Bounds[%s]/Encode[",
                     buffer_string(&steps), buffer_string(&bounds));
        for (size_t i = 0; i < count; i++)
            buffer_text(out, "0 1 ");
        buffer_text(out, "]>>");
    }
    buffer_free(&steps);
    buffer_free(&bounds);
}

static void put_coordinates(struct buffer *out, const struct gradient *gradient)
{
    const millipoint axial[] = {gradient->from[0], gradient->from[1], gradient->to[0],
                                gradient->to[1]};
    const millipoint radial[] = {gradient->from[0], gradient->from[1], 0,
                                 gradient->to[0],   gradient->to[1],   gradient->radius};
    const millipoint *numbers = gradient->radial ? radial : axial;
    size_t count = gradient->radial ? 6 : 4;
    for (size_t i = 0; i < count; i++) {
        pdf_number_thousandths(out, numbers[i]);
        buffer_byte(out, ' ');
    }
}

unsigned pdf_shading_of(struct pdf_shadings *shadings, const struct gradient *gradient)
{
    struct buffer *syntax = &shadings->syntax;
    buffer_clear(syntax);
    buffer_print(syntax, "<</ShadingType %d/ColorSpace/DeviceRGB/Extend[true true]/Coords[",
                 gradient->radial ? 3 : 2);
    put_coordinates(syntax, gradient);
    buffer_text(syntax, "]/Function ");
    put_function(syntax, gradient);
    buffer_text(syntax, ">>");
    for (size_t i = 0; i < REMEMBERED && shadings->written[i].syntax; i++)
        if (strcmp(shadings->written[i].syntax, buffer_string(syntax)) == 0)
            return shadings->written[i].object;
    struct written_shading *written = &shadings->written[shadings->next++ % REMEMBERED];
    free(written->syntax);
    written->syntax = memory_copy(buffer_string(syntax));
    written->object = pdf_file_reserve(shadings->file);
    pdf_write_syntax(shadings->file, written->object, syntax);
    return written->object;
}
