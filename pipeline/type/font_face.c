/* One face: the file is mapped, read only as far as it is asked; what was asked once (a character's
 * glyph, a glyph's advance) is remembered, since a batch asks the same few hundred questions all
 * the time. A cmap entry is not a glyph: one whose outline is empty does not count unless the
 * character is white space. */
#include "type/font_face.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <hb-ot.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "type/font_program.h"
#include "type/type_messages.h"

#define UNKNOWN_GLYPH   UINT32_MAX
#define UNKNOWN_ADVANCE INT32_MIN

/* --- Opening --------------------------------------------------------------------------------- */

/* Hashing a 25 MB file costs more than a document (21 ms): here the size decides whether it is the
 * file defined. fetch.sh compared the digest when it brought the file; `yinfa fonts` and the tests
 * compare it again. */
static bool file_is_as_defined(const char *path, uint64_t size)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) && (uint64_t)status.st_size == size;
}

/* NULL if there is no such face in the file. */
static hb_face_t *map_file(const char *path, unsigned index)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    hb_face_t *face = blob ? hb_face_create(blob, index) : NULL;
    hb_blob_destroy(blob);
    if (face && hb_face_get_glyph_count(face) > 0)
        return face;
    hb_face_destroy(face);
    return NULL;
}

static int map(struct font_face *face, const char *path, struct finding_list *findings)
{
    const struct font_face_definition *definition = face->definition;
    const struct finding where = {.file = definition->stated, .line = definition->line};
    if (!file_is_as_defined(path, definition->file->size)) {
        finding_report(findings, &MESSAGE_FONT_MISSING, &where, path, NULL);
        return -1;
    }
    face->face = map_file(path, definition->index);
    if (face->face)
        return 0;
    char index[12];
    snprintf(index, sizeof index, "%u", definition->index);
    finding_report(findings, &MESSAGE_FONT_UNREADABLE, &where, path, index, NULL);
    return -1;
}

int font_face_open(struct font_face *face, struct finding_list *findings)
{
    static unsigned next_number;
    struct buffer path = BUFFER_EMPTY;
    buffer_print(&path, "%s/%s", face->definition->file->folder, face->definition->file->name);
    int result = map(face, buffer_string(&path), findings);
    buffer_free(&path);
    if (result != 0)
        return -1;
    hb_face_make_immutable(face->face);
    face->number = next_number++;
    face->units_per_em = hb_face_get_upem(face->face);
    face->glyph_count = hb_face_get_glyph_count(face->face);
    face->font = hb_font_create(face->face);
    hb_font_set_scale(face->font, (int)face->units_per_em, (int)face->units_per_em);
    face->buffer = hb_buffer_create();
    return 0;
}

void font_face_close(struct font_face *face)
{
    font_subset_forget(face);
    hb_buffer_destroy(face->buffer);
    hb_font_destroy(face->font);
    hb_face_destroy(face->outlines);
    hb_face_destroy(face->face);
    for (size_t i = 0; i < GLYPH_PAGES; i++)
        free(face->pages[i]);
    free(face->advances);
    free(face->shaped);
}

/* --- Characters to glyphs -------------------------------------------------------------------- */

static bool is_white_space(uint32_t code_point)
{
    return code_point == 0x20 || code_point == 0xA0 ||
           (code_point >= 0x2000 && code_point <= 0x200D) || code_point == 0x202F ||
           code_point == 0x205F || code_point == 0x2060 || code_point == 0x3000 ||
           code_point == 0xFEFF;
}

static bool has_outline(struct font_face *face, uint32_t glyph)
{
    hb_glyph_extents_t box;
    return hb_font_get_glyph_extents(face->font, glyph, &box) &&
           (box.width != 0 || box.height != 0);
}

static uint32_t find_glyph(struct font_face *face, uint32_t code_point, uint32_t variation)
{
    hb_codepoint_t glyph = 0;
    if (variation && hb_font_get_variation_glyph(face->font, code_point, variation, &glyph))
        return has_outline(face, glyph) ? glyph : 0;
    if (!hb_font_get_nominal_glyph(face->font, code_point, &glyph))
        return 0;
    return is_white_space(code_point) || has_outline(face, glyph) ? glyph : 0;
}

uint32_t font_face_glyph(struct font_face *face, uint32_t code_point, uint32_t variation)
{
    if (code_point > 0x10FFFF)
        return 0;
    if (variation)
        return find_glyph(face, code_point, variation);
    uint32_t **page = &face->pages[code_point / GLYPH_PAGE];
    if (!*page) {
        *page = memory_new(GLYPH_PAGE, sizeof **page);
        for (size_t i = 0; i < GLYPH_PAGE; i++)
            (*page)[i] = UNKNOWN_GLYPH;
    }
    uint32_t *glyph = &(*page)[code_point % GLYPH_PAGE];
    if (*glyph == UNKNOWN_GLYPH)
        *glyph = find_glyph(face, code_point, 0);
    return *glyph;
}

/* --- Metrics --------------------------------------------------------------------------------- */

const char *font_face_name(const struct font_face *face)
{
    return face->definition->name;
}

unsigned font_face_number(const struct font_face *face)
{
    return face->number;
}

unsigned font_face_units_per_em(const struct font_face *face)
{
    return face->units_per_em;
}

int font_face_advance_units(struct font_face *face, uint32_t glyph)
{
    if (glyph >= face->glyph_count)
        return 0;
    if (!face->advances) {
        face->advances = memory_new(face->glyph_count, sizeof *face->advances);
        for (unsigned i = 0; i < face->glyph_count; i++)
            face->advances[i] = UNKNOWN_ADVANCE;
    }
    if (face->advances[glyph] == UNKNOWN_ADVANCE)
        face->advances[glyph] = hb_font_get_glyph_h_advance(face->font, glyph);
    return face->advances[glyph];
}

/* Design units to 1/1000 pt at `size`, rounded half away from zero. */
static millipoint to_size(const struct font_face *face, int64_t units, millipoint size)
{
    int64_t product = units * size;
    int64_t half = face->units_per_em / 2;
    return (millipoint)((product >= 0 ? product + half : product - half) / face->units_per_em);
}

millipoint font_face_advance(struct font_face *face, uint32_t glyph, millipoint size)
{
    return to_size(face, font_face_advance_units(face, glyph), size);
}

millipoint font_face_ascent(const struct font_face *face, millipoint size)
{
    return (millipoint)(((int64_t)face->definition->ascent * size + 500) / 1000);
}

millipoint font_face_descent(const struct font_face *face, millipoint size)
{
    return (millipoint)(((int64_t)face->definition->descent * size + 500) / 1000);
}

bool font_face_glyph_box(struct font_face *face, uint32_t glyph, int *left, int *bottom, int *right,
                         int *top)
{
    hb_glyph_extents_t box;
    if (!hb_font_get_glyph_extents(face->font, glyph, &box) || (box.width == 0 && box.height == 0))
        return false;
    *left = box.x_bearing;
    *right = box.x_bearing + box.width;
    *top = box.y_bearing;
    *bottom = box.y_bearing + box.height;
    return true;
}

/* --- Shaping --------------------------------------------------------------------------------- */

/* Figures stand in columns and dates: they keep their common width. Features that switch kerning
 * off where digits meet; returns how many of at most `most` were needed (all text if more). */
static unsigned unkern_digits(const char *text, size_t length, hb_feature_t *features,
                              unsigned most)
{
    unsigned count = 0;
    for (size_t at = 0; at < length;) {
        size_t run = 0;
        while (at + run < length && text[at + run] >= '0' && text[at + run] <= '9')
            run++;
        if (run > 1) {
            if (count == most) {
                features[0].start = HB_FEATURE_GLOBAL_START;
                features[0].end = HB_FEATURE_GLOBAL_END;
                return 1;
            }
            features[count++] =
                (hb_feature_t){HB_TAG('k', 'e', 'r', 'n'), 0, (unsigned)at, (unsigned)(at + run)};
        }
        at += run + 1;
    }
    return count;
}

static void fill_buffer(struct font_face *face, const char *language)
{
    hb_buffer_guess_segment_properties(face->buffer);
    hb_buffer_set_direction(face->buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(face->buffer,
                           hb_language_from_string(language ? language : "zh-Hans", -1));
}

size_t font_face_shape(struct font_face *face, const char *text, size_t length,
                       const struct shaping *shaping, const struct glyph **glyphs)
{
    enum { UNKERNED = 16 };
    *glyphs = NULL;
    if (length == 0 || length > INT32_MAX)
        return 0;
    hb_buffer_clear_contents(face->buffer);
    hb_buffer_add_utf8(face->buffer, text, (int)length, 0, (int)length);
    fill_buffer(face, shaping->language);
    hb_feature_t features[UNKERNED + 2];
    unsigned used = unkern_digits(text, length, features, UNKERNED);
    if (shaping->no_ligatures) {
        static const hb_tag_t tags[] = {HB_TAG('l', 'i', 'g', 'a'), HB_TAG('c', 'l', 'i', 'g')};
        for (size_t i = 0; i < 2; i++)
            features[used++] =
                (hb_feature_t){tags[i], 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    }
    hb_shape(face->font, face->buffer, features, used);
    millipoint size = shaping->size;

    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(face->buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(face->buffer, NULL);
    if (count > face->shaped_capacity) {
        face->shaped = memory_resize(face->shaped, count, sizeof *face->shaped);
        face->shaped_capacity = count;
    }
    for (unsigned i = 0; i < count; i++)
        face->shaped[i] = (struct glyph){.id = infos[i].codepoint,
                                         .cluster = infos[i].cluster,
                                         .advance = to_size(face, positions[i].x_advance, size),
                                         .x_offset = to_size(face, positions[i].x_offset, size),
                                         .y_offset = to_size(face, positions[i].y_offset, size)};
    *glyphs = face->shaped;
    return count;
}

uint32_t font_face_local_glyph(struct font_face *face, uint32_t code_point, uint32_t glyph,
                               const char *language)
{
    hb_buffer_clear_contents(face->buffer);
    hb_buffer_add(face->buffer, code_point, 0);
    hb_buffer_set_content_type(face->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    fill_buffer(face, language);
    hb_buffer_set_script(face->buffer, HB_SCRIPT_HAN); /* marks have none of their own */
    hb_shape(face->font, face->buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(face->buffer, &count);
    return count == 1 && infos[0].codepoint ? infos[0].codepoint : glyph;
}
