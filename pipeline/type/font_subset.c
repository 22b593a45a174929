/* Subsetting through the HarfBuzz subsetter. Where a batch has cut the same face several times, the
 * face is first cut down to the union of what was asked for, and each document's subset is taken
 * from that small face: the large font is not walked again. The bytes are the same either way.
 * Results for the last glyph sets are kept, so that documents which differ in a name only share
 * most of their programs. */
#include "type/font_subset.h"

#include <stdlib.h>
#include <string.h>

#include <hb-ot.h>
#include <hb-subset.h>

#include "base/memory.h"
#include "type/cff_charset.h"
#include "type/font_program.h"
#include "type/type_messages.h"

enum { KEPT_SUBSETS = 64 };

/* A program with what it was made from. */
struct kept {
    struct font_program program; /* first, so that a program's address is its entry's */
    const struct font_face *face;
    uint32_t *glyphs;
    size_t count;
    hb_blob_t *blob; /* holds the program's bytes */
    char *name;
    unsigned long used; /* when last asked for */
};

static struct kept *kept[KEPT_SUBSETS];
static unsigned long asked;

/* The union of a batch for one face. */
struct prepared {
    struct prepared *next;
    const struct font_face *face;
    hb_set_t *seen;     /* every glyph asked for */
    unsigned cuts;      /* from the whole face since the union was made */
    unsigned unions;    /* made so far */
    hb_face_t *small;   /* the face cut down to its union; NULL: not yet */
    hb_map_t *to_small; /* glyph of the face → glyph of the small one */
};

/* A single document never pays for a union; a batch does after this many documents, and again when
 * twice as many as before have asked for glyphs that the union lacks: it grows with the names. */
enum { CUTS_BEFORE_UNION = 6, UNIONS_MOST = 6 /* doublings */ };

static struct prepared *prepared_faces;

/* --- Cutting --------------------------------------------------------------------------------- */

/* The tables a PDF reader draws from. The subsetter is given no others: from the character map and
 * the layout tables it would add glyphs that nobody asked for (variants, substitutes). */
static hb_blob_t *outline_table(hb_face_t *unused, hb_tag_t tag, void *user)
{
    (void)unused;
    switch (tag) {
    case HB_TAG('h', 'e', 'a', 'd'):
    case HB_TAG('h', 'h', 'e', 'a'):
    case HB_TAG('h', 'm', 't', 'x'):
    case HB_TAG('m', 'a', 'x', 'p'):
    case HB_TAG('l', 'o', 'c', 'a'):
    case HB_TAG('g', 'l', 'y', 'f'):
    case HB_TAG('C', 'F', 'F', ' '):
        return hb_face_reference_table(user, tag);
    default:
        return NULL;
    }
}

/* The whole face as the subsetter reads it, made when first needed. */
static hb_face_t *outlines_of(struct font_face *face)
{
    if (!face->outlines)
        face->outlines = hb_face_create_for_tables(outline_table, face->face, NULL);
    return face->outlines;
}

/* Subsets `from` to the glyphs; the new face, and the mapping old → new. NULL: refused. */
static hb_face_t *cut(hb_face_t *from, const uint32_t *glyphs, size_t count, hb_map_t **mapping)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *wanted = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < count; i++)
        hb_set_add(wanted, glyphs[i]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(from, input);
    hb_subset_input_destroy(input);
    if (!plan)
        return NULL;
    hb_face_t *small = hb_subset_plan_execute_or_fail(plan);
    if (small)
        *mapping = hb_map_copy(hb_subset_plan_old_to_new_glyph_mapping(plan));
    hb_subset_plan_destroy(plan);
    return small;
}

/* The face's entry, made at its first use. */
static struct prepared *prepared_of(const struct font_face *face)
{
    struct prepared *prepared = prepared_faces;
    while (prepared && prepared->face != face)
        prepared = prepared->next;
    if (!prepared) {
        prepared = memory_new(1, sizeof *prepared);
        prepared->face = face;
        prepared->seen = hb_set_create();
        prepared->next = prepared_faces;
        prepared_faces = prepared;
    }
    return prepared;
}

/* The union's face with the subsetter's own look-up tables (unpacked CFF charstrings) made once. */
static hb_face_t *preprocessed(hb_blob_t *blob)
{
    hb_face_t *plain = hb_face_create(blob, 0);
    hb_face_t *face = hb_subset_preprocess(plain);
    hb_face_destroy(plain);
    return face;
}

/* Cuts the face down to all glyphs seen. If the subsetter refuses, subsets stay to be taken from
 * what there was before. */
static void make_union(struct font_face *face, struct prepared *prepared)
{
    size_t count = hb_set_get_population(prepared->seen);
    uint32_t *glyphs = memory_new(count, sizeof *glyphs);
    hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
    for (size_t i = 0; i < count && hb_set_next(prepared->seen, &glyph); i++)
        glyphs[i] = glyph;
    hb_map_t *mapping = NULL;
    hb_face_t *cut_face = cut(outlines_of(face), glyphs, count, &mapping);
    free(glyphs);
    prepared->cuts = 0;
    prepared->unions++;
    if (!cut_face)
        return;
    hb_map_destroy(prepared->to_small);
    hb_face_destroy(prepared->small);
    hb_blob_t *blob = hb_face_reference_blob(cut_face);
    prepared->small = preprocessed(blob);
    prepared->to_small = mapping;
    hb_blob_destroy(blob);
    hb_face_destroy(cut_face);
}

/* A document was cut from the whole face: is it time for a union? */
static void note_whole_cut(struct font_face *face, struct prepared *prepared,
                           const uint32_t *glyphs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        hb_set_add(prepared->seen, glyphs[i]);
    unsigned due = CUTS_BEFORE_UNION
                   << (prepared->unions < UNIONS_MOST ? prepared->unions : UNIONS_MOST);
    if (++prepared->cuts >= due)
        make_union(face, prepared);
}

/* The same from the prepared small face; NULL if a glyph is not in it. */
static hb_face_t *cut_prepared(const struct prepared *prepared, const uint32_t *glyphs,
                               size_t count, hb_map_t **mapping)
{
    uint32_t *small = memory_new(count, sizeof *small);
    bool all = true;
    for (size_t i = 0; i < count && all; i++) {
        small[i] = hb_map_get(prepared->to_small, glyphs[i]);
        all = small[i] != HB_MAP_VALUE_INVALID;
    }
    hb_map_t *from_small = NULL;
    hb_face_t *face = all ? cut(prepared->small, small, count, &from_small) : NULL;
    if (face) {
        *mapping = hb_map_create();
        for (size_t i = 0; i < count; i++)
            hb_map_set(*mapping, glyphs[i], hb_map_get(from_small, small[i]));
    }
    hb_map_destroy(from_small);
    free(small);
    return face;
}

/* --- Describing ------------------------------------------------------------------------------ */

static int per_mille(const struct font_face *face, int units)
{
    int64_t product = (int64_t)units * 1000;
    int64_t half = face->units_per_em / 2;
    return (int)((product >= 0 ? product + half : product - half) / (int64_t)face->units_per_em);
}

static int metric(const struct font_face *face, hb_ot_metrics_tag_t tag, int absent)
{
    hb_position_t position;
    return hb_ot_metrics_get_position(face->font, tag, &position) ? per_mille(face, position)
                                                                  : absent;
}

static void describe(struct font_face *face, const uint32_t *glyphs, size_t count,
                     struct font_program *program)
{
    int box[4] = {0, 0, 0, 0};
    for (size_t i = 0; i < count; i++) {
        int left, bottom, right, top;
        program->advance[i] = per_mille(face, font_face_advance_units(face, glyphs[i]));
        if (!font_face_glyph_box(face, glyphs[i], &left, &bottom, &right, &top))
            continue;
        box[0] = left < box[0] ? left : box[0];
        box[1] = bottom < box[1] ? bottom : box[1];
        box[2] = right > box[2] ? right : box[2];
        box[3] = top > box[3] ? top : box[3];
    }
    for (size_t i = 0; i < 4; i++)
        program->box[i] = per_mille(face, box[i]);
    program->ascent = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 880);
    program->descent = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -120);
    if (program->descent > 0) /* FandolSong Regular declares it with the wrong sign */
        program->descent = -program->descent;
    program->cap_height = metric(face, HB_OT_METRICS_TAG_CAP_HEIGHT, 700);
    float weight = hb_style_get_value(face->font, HB_STYLE_TAG_WEIGHT);
    float angle = hb_style_get_value(face->font, HB_STYLE_TAG_SLANT_ANGLE);
    program->stem_v = weight >= 600 ? 140 : 80;
    program->italic_angle = (int)angle;
    program->flags = 1u << 2 | (angle != 0 ? 1u << 6 : 0); /* symbolic; italic */
}

static char *postscript_name(const struct font_face *face)
{
    char name[64];
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face->face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
                        hb_language_from_string("en", -1), &size, name);
    const char *source = size ? name : face->definition->name;
    char *copy = memory_copy(source);
    for (char *at = copy; *at; at++) /* a PDF name in plain characters */
        if (*at <= ' ' || *at > '~' || strchr("()<>[]{}/%#", *at))
            *at = '-';
    return copy;
}

/* --- Keeping --------------------------------------------------------------------------------- */

static void kept_free(struct kept *entry)
{
    if (!entry)
        return;
    hb_blob_destroy(entry->blob);
    free(entry->program.cid);
    free(entry->program.advance);
    free(entry->glyphs);
    free(entry->name);
    free(entry);
}

static struct kept *lookup_kept(const struct font_face *face, const uint32_t *glyphs, size_t count)
{
    for (size_t i = 0; i < KEPT_SUBSETS; i++)
        if (kept[i] && kept[i]->face == face && kept[i]->count == count &&
            memcmp(kept[i]->glyphs, glyphs, count * sizeof *glyphs) == 0)
            return kept[i];
    return NULL;
}

/* The place of the entry that was not asked for the longest. */
static struct kept **oldest_place(void)
{
    size_t oldest = 0;
    for (size_t i = 0; i < KEPT_SUBSETS; i++) {
        if (!kept[i])
            return &kept[i];
        if (kept[i]->used < kept[oldest]->used)
            oldest = i;
    }
    return &kept[oldest];
}

void font_subset_forget(const struct font_face *face)
{
    for (size_t i = 0; i < KEPT_SUBSETS; i++) {
        if (kept[i] && kept[i]->face == face) {
            kept_free(kept[i]);
            kept[i] = NULL;
        }
    }
    for (struct prepared **link = &prepared_faces; *link;) {
        struct prepared *prepared = *link;
        if (prepared->face == face) {
            *link = prepared->next;
            hb_map_destroy(prepared->to_small);
            hb_face_destroy(prepared->small);
            hb_set_destroy(prepared->seen);
            free(prepared);
        } else {
            link = &prepared->next;
        }
    }
}

/* Fills the program from the cut face: bytes, and the CID of each glyph asked for. */
static int fill(struct kept *entry, hb_face_t *small, const hb_map_t *mapping)
{
    struct font_program *program = &entry->program;
    hb_blob_t *cff = hb_face_reference_table(small, HB_TAG('C', 'F', 'F', ' '));
    program->cff = hb_blob_get_length(cff) > 0;
    if (program->cff) {
        entry->blob = cff;
    } else {
        hb_blob_destroy(cff);
        entry->blob = hb_face_reference_blob(small);
    }
    unsigned length;
    program->bytes = (const unsigned char *)hb_blob_get_data(entry->blob, &length);
    program->length = length;
    program->glyph_count = hb_face_get_glyph_count(small);
    program->cid = memory_new(entry->count, sizeof *program->cid);
    for (size_t i = 0; i < entry->count; i++)
        program->cid[i] = (uint16_t)hb_map_get(mapping, entry->glyphs[i]);
    if (!program->cff)
        return 0;
    size_t glyph_count = program->glyph_count;
    uint16_t *charset = memory_new(glyph_count, sizeof *charset);
    int result = cff_charset_read(program->bytes, program->length, glyph_count, charset);
    for (size_t i = 0; i < entry->count && result == 0; i++)
        if (program->cid[i] < glyph_count)
            program->cid[i] = charset[program->cid[i]];
    free(charset);
    return result;
}

static struct kept *make(struct font_face *face, const uint32_t *glyphs, size_t count)
{
    struct prepared *prepared = prepared_of(face);
    hb_map_t *mapping = NULL;
    hb_face_t *small = prepared->small ? cut_prepared(prepared, glyphs, count, &mapping) : NULL;
    if (!small) {
        small = cut(outlines_of(face), glyphs, count, &mapping);
        note_whole_cut(face, prepared, glyphs, count);
    }
    if (!small)
        return NULL;
    struct kept *entry = memory_new(1, sizeof *entry);
    entry->face = face;
    entry->count = count;
    entry->glyphs = memory_new(count, sizeof *entry->glyphs);
    if (count)
        memcpy(entry->glyphs, glyphs, count * sizeof *glyphs);
    entry->name = postscript_name(face);
    entry->program.postscript_name = entry->name;
    entry->program.advance = memory_new(count, sizeof *entry->program.advance);
    describe(face, glyphs, count, &entry->program);
    int result = fill(entry, small, mapping);
    hb_map_destroy(mapping);
    hb_face_destroy(small);
    if (result == 0)
        return entry;
    kept_free(entry);
    return NULL;
}

const struct font_program *font_subset(struct font_face *face, const uint32_t *glyphs, size_t count)
{
    struct kept *entry = lookup_kept(face, glyphs, count);
    if (!entry) {
        entry = make(face, glyphs, count);
        if (!entry) {
            failure(&MESSAGE_FONT_SUBSET, font_face_name(face), NULL);
            return NULL;
        }
        struct kept **place = oldest_place();
        kept_free(*place);
        *place = entry;
    }
    entry->used = ++asked;
    return &entry->program;
}
