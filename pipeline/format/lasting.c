/* Drawings have a limit of their own (drawing.c). Properties and glyphs go together, because
 * shaped words are told apart by the place of the name of their language, which is a trait. Called
 * by format.c and by publish/. */
#include "format/lasting.h"

#include <stdlib.h>

#include "base/memory.h"
#include "format/drawing.h"
#include "format/glyph_source.h"
#include "format/property.h"

enum { PROPERTY_BYTES = 4 * 1024 * 1024 };

struct lasting *lasting_new(struct font_set *fonts)
{
    struct lasting *lasting = memory_new(1, sizeof *lasting);
    *lasting = (struct lasting){.fonts = fonts,
                                .drawings = drawings_new(),
                                .properties = property_new(fonts),
                                .glyphs = glyph_source_new()};
    return lasting;
}

static void free_resolved(struct lasting *lasting)
{
    glyph_source_free(lasting->glyphs);
    property_free(lasting->properties);
}

void lasting_free(struct lasting *lasting)
{
    if (!lasting)
        return;
    free_resolved(lasting);
    drawings_free(lasting->drawings);
    free(lasting);
}

void lasting_begin(struct lasting *lasting, struct report *report, bool relaxed)
{
    if (property_bytes(lasting->properties) > PROPERTY_BYTES) {
        free_resolved(lasting);
        lasting->properties = property_new(lasting->fonts);
        lasting->glyphs = glyph_source_new();
    }
    property_begin(lasting->properties, report, relaxed);
}
