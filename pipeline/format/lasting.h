/* What lasts from one document to the next where thousands alike are made: the drawings of SVG, the
 * traits that attributes resolved to, the glyphs of characters and words. Nothing of it shows in
 * what is made: a document formatted with it is the same as one formatted alone. */
#ifndef YINFA_FORMAT_LASTING_H
#define YINFA_FORMAT_LASTING_H

#include <stdbool.h>

#include "format/report.h"
#include "type/font_set.h"

struct lasting {
    struct font_set *fonts;
    struct drawings *drawings;
    struct properties *properties;
    struct glyph_source *glyphs;
};

/* All documents it is given to are formatted with these fonts. Freed with lasting_free(). */
struct lasting *lasting_new(struct font_set *fonts);
void lasting_free(struct lasting *lasting); /* NULL is allowed */

/* Called when a document begins: findings of its properties go to `report`; `relaxed` as in the
 * request. What has grown too large is begun anew. */
void lasting_begin(struct lasting *lasting, struct report *report, bool relaxed);

#endif
