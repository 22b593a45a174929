/* Colours mixed with white. Callers: the PDF device, for paths and text of PDF/A-1b. */
#include "draw/pdf_opaque.h"

#include <stdlib.h>

#include "base/memory.h"

enum { THOUSAND = 1000 };

struct colour pdf_opaque_colour(struct colour colour, int32_t transparency)
{
    if (colour.none || transparency <= 0)
        return colour;
    if (transparency >= THOUSAND)
        return (struct colour){.none = true};
    unsigned alpha = (unsigned)(THOUSAND - transparency) * 255 / THOUSAND;
    return (struct colour){.red = pdf_opaque_component(colour.red, alpha),
                           .green = pdf_opaque_component(colour.green, alpha),
                           .blue = pdf_opaque_component(colour.blue, alpha)};
}

static void mix_gradient(struct pdf_opaque_path *opaque, int32_t transparency)
{
    const struct gradient *gradient = opaque->path.gradient;
    opaque->path.gradient = NULL;
    if (transparency >= THOUSAND)
        return;
    opaque->stops = memory_new(gradient->stop_count, sizeof *opaque->stops);
    for (size_t i = 0; i < gradient->stop_count; i++) {
        opaque->stops[i] = gradient->stops[i];
        opaque->stops[i].colour = pdf_opaque_colour(gradient->stops[i].colour, transparency);
    }
    opaque->gradient = *gradient;
    opaque->gradient.stops = opaque->stops;
    opaque->path.gradient = &opaque->gradient;
}

void pdf_opaque_path_make(struct pdf_opaque_path *opaque, const struct path *path)
{
    opaque->path = *path;
    opaque->stops = NULL;
    opaque->path.fill = pdf_opaque_colour(path->fill, path->fill_transparency);
    opaque->path.stroke = pdf_opaque_colour(path->stroke, path->stroke_transparency);
    if (path->gradient)
        mix_gradient(opaque, path->fill_transparency);
    opaque->path.fill_transparency = opaque->path.stroke_transparency = 0;
}

void pdf_opaque_path_free(struct pdf_opaque_path *opaque)
{
    free(opaque->stops);
}
