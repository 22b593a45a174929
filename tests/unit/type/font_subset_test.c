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
#include "type/font_program.h"
#include "type/font_set.h"
#include "real_fonts.h"
#include "type/font_subset.h"

enum { GLYPHS = 60 };

static int ascending(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The first GLYPHS characters from `from` on that the family's first face draws. */
static struct font_face *collect(const char *family, uint32_t from, uint32_t glyphs[GLYPHS])
{
    const struct font_chain *chain = font_set_chain(fonts, family, false, false, NULL);
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

/* A bare CFF table as a face that HarfBuzz can draw: with the tables it stands on in a font file.
 */
static hb_face_t *face_of_cff(struct font_face *face, const struct font_program *program)
{
    const unsigned char maxp[] = {0, 0, 0x50, 0, 0, GLYPHS + 1}; /* version 0.5 */
    hb_face_t *builder = hb_face_builder_create();
    hb_blob_t *tables[] = {
        hb_blob_create((const char *)program->bytes, (unsigned)program->length,
                       HB_MEMORY_MODE_READONLY, NULL, NULL),
        hb_blob_create((const char *)maxp, sizeof maxp, HB_MEMORY_MODE_DUPLICATE, NULL, NULL),
        hb_face_reference_table(face->face, HB_TAG('h', 'e', 'a', 'd'))};
    static const hb_tag_t tags[] = {HB_TAG('C', 'F', 'F', ' '), HB_TAG('m', 'a', 'x', 'p'),
                                    HB_TAG('h', 'e', 'a', 'd')};
    for (size_t i = 0; i < 3; i++) {
        assert_true(hb_face_builder_add_table(builder, tags[i], tables[i]));
        hb_blob_destroy(tables[i]);
    }
    hb_blob_t *file = hb_face_reference_blob(builder);
    hb_face_t *built = hb_face_create(file, 0);
    hb_blob_destroy(file);
    hb_face_destroy(builder);
    return built;
}

static hb_face_t *face_of_truetype(const struct font_program *program)
{
    hb_blob_t *blob = hb_blob_create((const char *)program->bytes, (unsigned)program->length,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    return face;
}

/* Which glyph of the program a reader draws for a CID (ISO 32000-1 §9.7.4.2). */
static uint32_t glyph_of_cid(const struct font_program *program, uint16_t cid)
{
    uint16_t charset[GLYPHS + 1];
    if (!program->cff)
        return cid;
    assert_int_equal(cff_charset_read(program->bytes, program->length, GLYPHS + 1, charset), 0);
    for (uint32_t glyph = 1; glyph <= GLYPHS; glyph++)
        if (charset[glyph] == cid)
            return glyph;
    return 0;
}

/* Each CID leads to the outline and the advance that the whole face has for the glyph. */
static void assert_same_glyphs(struct font_face *face, const struct font_program *program,
                               const uint32_t *glyphs)
{
    hb_face_t *small = program->cff ? face_of_cff(face, program) : face_of_truetype(program);
    hb_font_t *font = hb_font_create(small);
    for (size_t i = 0; i < GLYPHS; i++) {
        int left, bottom, right, top;
        hb_glyph_extents_t box;
        uint32_t glyph = glyph_of_cid(program, program->cid[i]);
        assert_int_not_equal(glyph, 0);
        assert_true(font_face_glyph_box(face, glyphs[i], &left, &bottom, &right, &top));
        assert_true(hb_font_get_glyph_extents(font, glyph, &box));
        assert_int_equal(box.x_bearing, left);
        assert_int_equal(box.width, right - left);
        assert_int_equal(box.y_bearing, top);
        assert_int_equal(box.height, bottom - top);
        int units = font_face_advance_units(face, glyphs[i]);
        int per_em = (int)font_face_units_per_em(face);
        assert_int_equal(program->advance[i], (units * 2000 + per_em) / (2 * per_em));
        if (!program->cff)
            assert_int_equal(hb_font_get_glyph_h_advance(font, glyph), units);
    }
    hb_font_destroy(font);
    hb_face_destroy(small);
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
    assert_same_glyphs(face, program, glyphs);
}

static void a_cff_subset_is_small_and_has_the_same_outlines(void **state)
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
        assert_same_glyphs(face, program, glyphs);
    }
}

/* Noto's collections hold five languages; the mainland's glyphs are those of the SC face. */
static void collections_give_their_simplified_chinese_face(void **state)
{
    (void)state;
    static const char *const names[][2] = {{"宋体", "NotoSerifCJKsc-Regular"},
                                           {"小标宋", "NotoSerifCJKsc-Bold"},
                                           {"黑体", "NotoSansCJKsc-Regular"}};
    for (size_t i = 0; i < 3; i++) {
        uint32_t glyphs[GLYPHS];
        struct font_face *face = collect(names[i][0], 0x4E00, glyphs);
        assert_string_equal(font_subset(face, glyphs, GLYPHS)->postscript_name, names[i][1]);
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

/* A run resumed with another union must end with the same bytes as an undisturbed one. BabelStone
 * (the first face for U+20000) has variation sequences that must not add glyphs. */
static void a_batchs_union_changes_no_byte_of_a_subset(void **state)
{
    (void)state;
    static const struct {
        const char *family;
        uint32_t from;
    } cases[] = {{"Arial", '!'}, {"宋体", 0x6000}, {"仿宋", 0x6000}, {"黑体", 0x20000}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t glyphs[GLYPHS];
        struct font_face *face = collect(cases[i].family, cases[i].from, glyphs);
        enum { MORE_THAN_BEFORE_A_UNION = 10, SOME = GLYPHS - 20 };
        const struct font_program *plain = font_subset(face, glyphs, SOME);
        assert_non_null(plain);
        size_t length = plain->length;
        unsigned char *bytes = malloc(length);
        assert_non_null(bytes);
        memcpy(bytes, plain->bytes, length);
        uint16_t cid[SOME];
        memcpy(cid, plain->cid, sizeof cid);
        font_subset_forget(face);

        for (size_t others = 1; others <= MORE_THAN_BEFORE_A_UNION; others++)
            assert_non_null(font_subset(face, glyphs, GLYPHS - others));
        const struct font_program *prepared = font_subset(face, glyphs, SOME);
        assert_int_equal(prepared->length, length);
        assert_memory_equal(prepared->bytes, bytes, length);
        assert_memory_equal(prepared->cid, cid, sizeof cid);
        assert_same_glyphs(face, font_subset(face, glyphs, GLYPHS), glyphs);
        free(bytes);
    }
}

/* Fonts whose whole CFF table is written out here: header, Name INDEX, Top DICT INDEX, charset. */
static void the_cid_comes_from_the_charset_only_if_the_font_is_cid_keyed(void **state)
{
    (void)state;
    enum { COUNT = 5 };
    uint16_t cid[COUNT];
    /* Top DICT: 23 charset (operand 162 − 139, operator 15) alone: name-keyed. */
    static const unsigned char name_keyed[] = {1,  0, 4, 1, 0, 1, 1, 1, 2, 'F', 0, 1, 1, 1, 3, 162,
                                               15, 0, 0, 0, 0, 0, 0, 0, 7, 0,   8, 0, 9, 0, 10};
    assert_int_equal(cff_charset_read(name_keyed, sizeof name_keyed, COUNT, cid), 0);
    for (uint16_t glyph = 0; glyph < COUNT; glyph++)
        assert_int_equal(cid[glyph], glyph);

    /* ROS (12 30) and charset at 26; formats 0 (a CID each), 1 and 2 (ranges). */
    static const unsigned char head[] = {1, 0, 4,   1,   0,   1,  1,  1,   2,  'F', 0, 1, 1,
                                         1, 8, 139, 139, 139, 12, 30, 165, 15, 0,   0, 0, 0};
    static const unsigned char formats[][9] = {
        {0, 0, 7, 0, 8, 1, 0, 1, 1}, {1, 0, 7, 1, 1, 0, 1}, {2, 0, 7, 0, 1, 1, 0, 0, 1}};
    static const size_t lengths[] = {9, 7, 9};
    static const uint16_t expected[COUNT] = {0, 7, 8, 256, 257};
    for (size_t i = 0; i < 3; i++) {
        unsigned char table[sizeof head + 9];
        memcpy(table, head, sizeof head);
        memcpy(table + sizeof head, formats[i], lengths[i]);
        size_t length = sizeof head + lengths[i];
        assert_int_equal(cff_charset_read(table, length, COUNT, cid), 0);
        assert_memory_equal(cid, expected, sizeof cid);
        assert_int_equal(cff_charset_read(table, length - 1, COUNT, cid), -1);
    }
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

/* A batch that declares nothing gets a union after a few documents, and a new one when documents
 * ask for more: each subset is still byte for byte what it would be alone. */
static void documents_of_a_batch_are_the_same_as_single_ones(void **state)
{
    (void)state;
    enum { DOCUMENTS = 20, EACH = 30 };
    uint32_t glyphs[GLYPHS];
    struct font_face *face = collect("仿宋", 0x6600, glyphs);
    size_t lengths[DOCUMENTS];
    unsigned char *bytes[DOCUMENTS];
    for (size_t i = 0; i < DOCUMENTS; i++) { /* each alone */
        font_subset_forget(face);
        const struct font_program *program = font_subset(face, glyphs + i, EACH);
        assert_non_null(program);
        lengths[i] = program->length;
        bytes[i] = malloc(program->length);
        assert_non_null(bytes[i]);
        memcpy(bytes[i], program->bytes, program->length);
    }
    font_subset_forget(face);
    for (size_t i = 0; i < DOCUMENTS; i++) { /* one after the other */
        const struct font_program *program = font_subset(face, glyphs + i, EACH);
        assert_int_equal(program->length, lengths[i]);
        assert_memory_equal(program->bytes, bytes[i], lengths[i]);
        free(bytes[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_truetype_subset_is_small_and_has_the_same_outlines),
        cmocka_unit_test(a_cff_subset_is_small_and_has_the_same_outlines),
        cmocka_unit_test(collections_give_their_simplified_chinese_face),
        cmocka_unit_test(the_same_glyphs_are_subset_once),
        cmocka_unit_test(a_batchs_union_changes_no_byte_of_a_subset),
        cmocka_unit_test(documents_of_a_batch_are_the_same_as_single_ones),
        cmocka_unit_test(the_cid_comes_from_the_charset_only_if_the_font_is_cid_keyed),
        cmocka_unit_test(a_cut_cff_table_is_refused),
    };
    return cmocka_run_group_tests(tests, read_fonts, free_fonts);
}
