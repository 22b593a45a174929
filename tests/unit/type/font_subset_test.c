/* Subsets: small, with the glyphs asked for and their outlines, for TrueType and for CID-keyed CFF,
 * taken from the whole face or from a batch's union. HarfBuzz reads back what was made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <hb.h>

#include "base/xml.h"
#include "type/cff_charset.h"
#include "type/font_set.h"
#include "type/font_subset.h"

enum { GLYPHS = 60 };

static struct arena *arena;
static struct font_set *set;

static int open_set(void **state)
{
    (void)state;
    xml_guard_install();
    xml_allow_folder("fonts");
    arena = arena_new();
    set = font_set_read("fonts/font-set.xml", "fonts/files", NULL, NULL, finding_list_new(arena));
    return set ? 0 : -1;
}

static int close_set(void **state)
{
    (void)state;
    font_set_free(set);
    arena_free(arena);
    return 0;
}

static int ascending(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The first GLYPHS characters from `from` on that the family's first face draws. */
static struct font_face *collect(const char *family, uint32_t from, uint32_t glyphs[GLYPHS])
{
    const struct font_chain *chain = font_set_chain(set, family, false, false, NULL);
    struct font_face *first = NULL;
    size_t count = 0;
    for (uint32_t code_point = from; count < GLYPHS; code_point++) {
        uint32_t glyph;
        struct font_face *face = font_chain_face(chain, code_point, 0, true, &glyph);
        if (!first)
            first = face;
        if (face && face == first)
            glyphs[count++] = glyph;
    }
    qsort(glyphs, GLYPHS, sizeof *glyphs, ascending);
    return first;
}

/* The subset as a face HarfBuzz can draw: TrueType opens as it is. */
static void assert_truetype_outlines(struct font_face *face, const struct font_program *program,
                                     const uint32_t *glyphs)
{
    hb_blob_t *blob = hb_blob_create((const char *)program->bytes, (unsigned)program->length,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *small = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(small);
    for (size_t i = 0; i < GLYPHS; i++) {
        int left, bottom, right, top;
        hb_glyph_extents_t box;
        assert_true(font_face_glyph_box(face, glyphs[i], &left, &bottom, &right, &top));
        assert_true(hb_font_get_glyph_extents(font, program->cid[i], &box));
        assert_int_equal(box.x_bearing, left);
        assert_int_equal(box.width, right - left);
        assert_int_equal(hb_font_get_glyph_h_advance(font, program->cid[i]),
                         font_face_advance_units(face, glyphs[i]));
    }
    hb_font_destroy(font);
    hb_face_destroy(small);
    hb_blob_destroy(blob);
}

static void a_truetype_subset_is_small_and_has_the_same_outlines(void **state)
{
    (void)state;
    uint32_t glyphs[GLYPHS];
    struct font_face *face = collect("Times New Roman", '!', glyphs);
    const struct font_program *program = font_subset(face, glyphs, GLYPHS);
    assert_non_null(program);
    assert_false(program->cff);
    assert_true(program->length < 12000);
    assert_truetype_outlines(face, program, glyphs);
}

static void a_cff_subset_is_small_and_every_glyph_has_a_cid_of_its_own(void **state)
{
    (void)state;
    static const char *const families[] = {"仿宋", "小标宋", "楷体"};
    for (size_t f = 0; f < 3; f++) {
        uint32_t glyphs[GLYPHS];
        struct font_face *face = collect(families[f], 0x4E00, glyphs);
        const struct font_program *program = font_subset(face, glyphs, GLYPHS);
        assert_non_null(program);
        assert_true(program->cff);
        assert_true(program->length < 40000);
        uint16_t charset[GLYPHS + 1];
        assert_int_equal(cff_charset_read(program->bytes, program->length, GLYPHS + 1, charset), 0);
        for (size_t i = 0; i < GLYPHS; i++) {
            size_t found = 0;
            for (size_t glyph = 1; glyph <= GLYPHS; glyph++)
                found += charset[glyph] == program->cid[i];
            assert_int_equal(found, 1);
            assert_int_equal(program->advance[i], 1000);
        }
    }
}

static void the_same_glyphs_are_subset_once(void **state)
{
    (void)state;
    uint32_t glyphs[GLYPHS];
    struct font_face *face = collect("黑体", 0x5000, glyphs);
    const struct font_program *first = font_subset(face, glyphs, GLYPHS);
    assert_ptr_equal(font_subset(face, glyphs, GLYPHS), first);
    assert_ptr_not_equal(font_subset(face, glyphs, GLYPHS - 1), first);
}

static void subsets_of_a_batchs_union_keep_outlines_and_cids(void **state)
{
    (void)state;
    uint32_t glyphs[GLYPHS];
    struct font_face *face = collect("Arial", '!', glyphs);
    const struct font_program *program = font_subset(face, glyphs, GLYPHS - 1);
    size_t whole = program->length;
    font_subset_prepare(face, glyphs, GLYPHS);
    const struct font_program *prepared = font_subset(face, glyphs, GLYPHS);
    assert_truetype_outlines(face, prepared, glyphs);
    assert_true(prepared->length < whole + 2000);

    struct font_face *han = collect("宋体", 0x6000, glyphs);
    program = font_subset(han, glyphs, GLYPHS - 1);
    uint16_t cid[GLYPHS];
    memcpy(cid, program->cid, (GLYPHS - 1) * sizeof *cid);
    font_subset_prepare(han, glyphs, GLYPHS);
    prepared = font_subset(han, glyphs + 1, GLYPHS - 2);
    for (size_t i = 0; i < GLYPHS - 2; i++)
        assert_int_equal(prepared->cid[i], cid[i + 1]);
}

/* A font program is untrusted in form: a cut or nonsensical table is refused, never read past. */
static void a_cut_cff_table_is_refused(void **state)
{
    (void)state;
    uint32_t glyphs[GLYPHS];
    struct font_face *face = collect("楷体", 0x7000, glyphs);
    const struct font_program *program = font_subset(face, glyphs, GLYPHS);
    uint16_t charset[GLYPHS + 1];
    for (size_t length = 0; length < 64; length++) {
        unsigned char *cut = malloc(length + 1);
        assert_non_null(cut);
        memcpy(cut, program->bytes, length);
        assert_int_equal(cff_charset_read(cut, length, GLYPHS + 1, charset), -1);
        free(cut);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_truetype_subset_is_small_and_has_the_same_outlines),
        cmocka_unit_test(a_cff_subset_is_small_and_every_glyph_has_a_cid_of_its_own),
        cmocka_unit_test(the_same_glyphs_are_subset_once),
        cmocka_unit_test(subsets_of_a_batchs_union_keep_outlines_and_cids),
        cmocka_unit_test(a_cut_cff_table_is_refused),
    };
    return cmocka_run_group_tests(tests, open_set, close_set);
}
