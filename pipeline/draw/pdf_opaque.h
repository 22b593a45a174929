/* PDF/A-1 knows nothing transparent (ISO 19005-1 §6.4): what is, is painted as it is seen on white
 * paper. What lies below it is then hidden; that is what such a document costs. Private to draw/.
 */
#ifndef YINFA_DRAW_PDF_OPAQUE_H
#define YINFA_DRAW_PDF_OPAQUE_H

#include "format/device.h"

/* A colour component on white: `alpha` 0 = nothing of it … 255 = opaque. */
static inline uint8_t pdf_opaque_component(unsigned value, unsigned alpha)
{
    return (uint8_t)((value * alpha + 255 * (255 - alpha) + 127) / 255);
}

/* The colour on white; none if it cannot be seen at all. `transparency` as in device.h. */
struct colour pdf_opaque_colour(struct colour colour, int32_t transparency);

/* A path as it is seen, its gradient with it. Freed with pdf_opaque_path_free(). */
struct pdf_opaque_path {
    struct path path;
    struct gradient gradient;
    struct gradient_stop *stops; /* owned; NULL: no gradient */
};
void pdf_opaque_path_make(struct pdf_opaque_path *opaque, const struct path *path);
void pdf_opaque_path_free(struct pdf_opaque_path *opaque);

#endif
