/* The font set: which face draws which character, how wide it is, what an office's own definition
 * does, and that the gate tells every character that cannot be drawn. Works on the real files in
 * fonts/files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "type/coverage.h"
#include "type/font_face.h"
#include "type/font_set.h"
#include "real_fonts.h"

static struct font_face *face_of(const char *family, uint32_t code_point, bool han_context)
{
    uint32_t glyph;
    return font_chain_face(font_set_chain(fonts, family, false, false, NULL), code_point, 0,
                           han_context, &glyph);
}

static void assert_face(const char *family, uint32_t code_point, bool han_context, const char *name)
{
    struct font_face *face = face_of(family, code_point, han_context);
    assert_non_null(face);
    assert_string_equal(font_face_name(face), name);
}

/* ASCII is the Latin font's, Han characters and their marks the Chinese font's. */
static void each_character_goes_to_the_font_it_belongs_to(void **state)
{
    (void)state;
    const char *family = "Times New Roman, 仿宋";
    assert_face(family, 'A', true, "liberation-serif");
    assert_face(family, '2', true, "liberation-serif");
    assert_face(family, 0x56FD, true, "fandol-fang");
    static const uint32_t shared[] = {0x201C, 0x201D, 0x2018, 0x2019, 0x2014, 0x2026, 0xB7};
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++) {
        assert_face(family, shared[i], true, "fandol-fang");
        assert_face(family, shared[i], false, "liberation-serif");
    }
    assert_face(family, 0xFF0C, true, "fandol-fang");
}

/* 喆 is not in Fandol, 䶮 and U+2CC56 are beyond GB2312, 𪜀 (U+2A700) is in Ext C. */
static void rare_characters_fall_back_one_by_one(void **state)
{
    (void)state;
    assert_face("仿宋", 0x5586, true, "lxgw-light");
    static const uint32_t rare[] = {0x4DAE, 0x2CC56, 0x2A700, 0x20164, 0x36C3, 0x2EBE0};
    for (size_t i = 0; i < sizeof rare / sizeof *rare; i++)
        assert_non_null(face_of("仿宋", rare[i], true));
    assert_null(face_of("仿宋", 0x10FFFF, true));
    assert_null(face_of("仿宋", 0xE000, true));
}

/* Ordinary names that GB2312 lacks, every one drawable in every family used for names. */
static void ordinary_name_characters_are_drawable_everywhere(void **state)
{
    (void)state;
    static const char *const families[] = {"仿宋", "小标宋", "黑体", "楷体", "宋体"};
    static const char names[] = "喆堃昇玥璟翀囧燊犇垚邨镕旻頔璠";
    for (size_t f = 0; f < sizeof families / sizeof *families; f++) {
        for (size_t at = 0; at < sizeof names - 1;) {
            uint32_t code_point;
            at += utf8_decode(names + at, sizeof names - 1 - at, &code_point);
            assert_non_null(face_of(families[f], code_point, true));
        }
    }
}

static void names_aliases_and_quotes_lead_to_the_same_family(void **state)
{
    (void)state;
    assert_face("FangSong", 0x56FD, true, "fandol-fang");
    assert_face("'仿宋_GB2312'", 0x56FD, true, "fandol-fang");
    assert_face("方正小标宋简体", 0x56FD, true, "noto-serif-bold");
    const char *unknown = NULL;
    font_set_chain(fonts, "不存在的字体, 宋体", false, false, &unknown);
    assert_string_equal(unknown, "不存在的字体");
    assert_ptr_equal(font_set_chain(fonts, "宋体", true, false, NULL),
                     font_set_chain(fonts, "宋体", true, false, NULL));
    uint32_t glyph;
    assert_string_equal(
        font_face_name(font_chain_face(font_set_chain(fonts, "宋体", true, false, NULL), 0x56FD, 0,
                                       true, &glyph)),
        "noto-serif-bold");
}

/* GB/T 9704 §7.5: 半角 digits are half an em; Han characters are one em. */
static void advances_are_exact(void **state)
{
    (void)state;
    uint32_t glyph;
    const struct font_chain *chain = font_set_chain(fonts, "半角宋体", false, false, NULL);
    for (uint32_t digit = '0'; digit <= '9'; digit++) {
        struct font_face *face = font_chain_face(chain, digit, 0, true, &glyph);
        assert_int_equal(font_face_advance(face, glyph, 14000), 7000);
    }
    struct font_face *face = font_chain_face(chain, 0x56FD, 0, true, &glyph);
    assert_int_equal(font_face_advance(face, glyph, 15793), 15793);
    assert_int_equal(font_face_ascent(face, 10000), 8800);
    assert_int_equal(font_face_descent(face, 10000), 1200);
}

/* A cmap entry without an outline is no glyph (Noto maps U+3164 so); white space needs none. */
static void only_white_space_may_have_an_empty_outline(void **state)
{
    (void)state;
    assert_non_null(face_of("宋体", 0x3000, true));
    assert_non_null(face_of("Times New Roman", ' ', false));
    assert_null(face_of("宋体", 0x3164, true));
}

/* Noto has a variant of 礼 (U+793C) for U+FE00; a selector nobody knows leaves the base. */
static void a_variation_selector_chooses_the_variant_if_there_is_one(void **state)
{
    (void)state;
    uint32_t plain, variant, unknown;
    const struct font_chain *chain = font_set_chain(fonts, "宋体", false, false, NULL);
    struct font_face *face = font_chain_face(chain, 0x793C, 0, true, &plain);
    assert_ptr_equal(font_chain_face(chain, 0x793C, 0xFE00, true, &variant), face);
    assert_ptr_equal(font_chain_face(chain, 0x793C, 0xE01EF, true, &unknown), face);
    assert_int_not_equal(variant, plain);
    assert_int_equal(unknown, plain);
}

static void shaping_keeps_clusters_and_total_advance(void **state)
{
    (void)state;
    struct font_face *face = face_of("Times New Roman", 'A', false);
    const struct glyph *glyphs;
    const char *text = "GB/T 9704";
    const struct shaping shaping = {.size = 16000, .language = "en"};
    size_t count = font_face_shape(face, text, strlen(text), &shaping, &glyphs);
    assert_int_equal(count, 9);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(glyphs[i].cluster, i);
        assert_true(glyphs[i].advance > 0);
    }
    for (size_t i = 5; i < count; i++) /* figures keep their common width */
        assert_int_equal(glyphs[i].advance, 8000);
}

static void spaced_letters_have_no_ligatures(void **state)
{
    (void)state;
    struct font_face *face = face_of("Times New Roman", 'A', false);
    const struct glyph *glyphs;
    struct shaping shaping = {.size = 16000, .language = "en"};
    size_t joined = font_face_shape(face, "office", 6, &shaping, &glyphs);
    shaping.no_ligatures = true;
    assert_int_equal(font_face_shape(face, "office", 6, &shaping, &glyphs), 6);
    assert_true(joined <= 6);
}

/* 骨 and the comma look otherwise in Taiwan; simplified Chinese is what the face has. */
static void languages_have_their_forms(void **state)
{
    (void)state;
    static const uint32_t characters[] = {0x9AA8, 0xFF0C};
    for (size_t i = 0; i < 2; i++) {
        const struct font_chain *chain = font_set_chain(fonts, "宋体", false, false, NULL);
        uint32_t glyph;
        struct font_face *face = font_chain_face(chain, characters[i], 0, true, &glyph);
        assert_int_equal(font_face_local_glyph(face, characters[i], glyph, "zh-CN"), glyph);
        assert_int_not_equal(font_face_local_glyph(face, characters[i], glyph, "zh-TW"), glyph);
    }
}

static void chains_tell_what_is_missing(void **state)
{
    (void)state;
    uint32_t glyph;
    const struct font_chain *chain = font_set_chain(fonts, "仿宋", true, true, NULL);
    struct font_face *face = font_chain_face(chain, 0x8D28, 0, true, &glyph);
    assert_false(font_chain_is_bold(chain, face));
    assert_false(font_chain_is_italic(chain, face));
    chain = font_set_chain(fonts, "Times New Roman", true, true, NULL);
    face = font_chain_face(chain, 'A', 0, false, &glyph);
    assert_true(font_chain_is_bold(chain, face));
    assert_true(font_chain_is_italic(chain, face));
}

/* What the gate lets pass, every family draws: no character may fail when the page is made. */
static void the_gate_and_every_family_agree(void **state)
{
    (void)state;
    struct coverage *coverage = coverage_new(fonts);
    static const char *const families[] = {"仿宋", "小标宋", "黑体",     "楷体",
                                           "宋体", "Arial",  "monospace"};
    for (size_t f = 0; f < sizeof families / sizeof *families; f++) {
        const struct font_chain *chain = font_set_chain(fonts, families[f], false, false, NULL);
        for (uint32_t code_point = '!'; code_point < 0x32000; code_point++) {
            uint32_t glyph;
            bool drawn = font_chain_face(chain, code_point, 0, true, &glyph) != NULL;
            bool needs_none = (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
                              (code_point >= 0x200B && code_point <= 0x200D) ||
                              code_point == 0x2060;
            if (!needs_none && coverage_has(coverage, code_point) != drawn)
                fail_msg("%s and the gate differ on U+%04X", families[f], (unsigned)code_point);
        }
    }
    coverage_free(coverage);
}

static void the_gate_names_character_code_point_and_record(void **state)
{
    (void)state;
    struct coverage *coverage = coverage_new(fonts);
    struct finding_list *found = finding_list_new(arena);
    const struct finding where = {.record = "王某", .line = 7};
    const char *good = "王䶮𬱖（质量管理）“A—b”·2024\n";
    assert_int_equal(coverage_check(coverage, good, strlen(good), &where, found), 0);
    const char bad[] = "\xF3\xB0\x80\x80x\xF3\xB0\x80\x80\x01\xFF";
    assert_int_equal(coverage_check(coverage, bad, sizeof bad - 1, &where, found), 3);
    assert_string_equal(finding_at(found, 0)->record, "王某");
    assert_non_null(strstr(finding_at(found, 0)->rule, "U+F0000"));
    assert_non_null(strstr(finding_at(found, 2)->rule, "0xFF"));
    assert_int_equal(coverage_check(coverage, bad, sizeof bad - 1, &where, found), 3);
    coverage_free(coverage);
}

/* A byte is malformed where it stands alone, even if a character before it contains it. */
static void a_stray_byte_is_told_from_the_same_byte_within_a_character(void **state)
{
    (void)state;
    struct coverage *coverage = coverage_new(fonts);
    struct finding_list *found = finding_list_new(arena);
    const char text[] = "国\x9B国\x9B\xFE"; /* 国 is E5 9B BD */
    assert_int_equal(coverage_check(coverage, text, sizeof text - 1, NULL, found), 2);
    assert_non_null(strstr(finding_at(found, 0)->rule, "0x9B"));
    assert_non_null(strstr(finding_at(found, 1)->rule, "0xFE"));
    coverage_free(coverage);
}

/* Every file of the definition is the one whose digest it states. */
static void every_file_has_its_digest(void **state)
{
    (void)state;
    assert_true(font_set_count(fonts) >= 15);
    for (size_t i = 0; i < font_set_count(fonts); i++) {
        struct font_entry entry = font_set_entry(fonts, i);
        if (!entry.present)
            fail_msg("%s is missing or another file", entry.file);
    }
}

/* Drawing with whatever is left would make another document: the set is refused, by line. */
static void a_missing_file_is_named_and_nothing_is_drawn_without_it(void **state)
{
    (void)state;
    struct finding_list *found = finding_list_new(arena);
    assert_null(font_set_read("fonts/font-set.xml", "tests", NULL, NULL, found));
    assert_int_equal(finding_count(found), font_set_count(fonts));
    assert_string_equal(finding_at(found, 0)->id, "font.missing");
    assert_string_equal(finding_at(found, 0)->file, "fonts/font-set.xml");
    assert_true(finding_at(found, 0)->line > 0);
    assert_non_null(strstr(finding_at(found, 0)->rule, "FandolFang-Regular.otf"));
}

/* --- An office's own definition, in a folder of its own -------------------------------------- */

struct office {
    char folder[32];
    char definition[64];
    char sha256[DIGEST_HEX_SIZE];
    uint64_t size;
};

static int open_office(void **state)
{
    static struct office office;
    char path[64];
    office = (struct office){.folder = "/tmp/yinfa-fonts-XXXXXX"};
    if (!mkdtemp(office.folder))
        return -1;
    *state = &office;
    xml_allow_folder(office.folder);
    snprintf(office.definition, sizeof office.definition, "%s/font-set.xml", office.folder);
    snprintf(path, sizeof path, "%s/own.otf", office.folder);
    return file_copy("fonts/files/FandolKai-Regular.otf", path, 0600, true, NULL) == 0 &&
                   file_digest(path, office.sha256, &office.size) == 0
               ? 0
               : -1;
}

static int close_office(void **state)
{
    const struct office *office = *state;
    char path[64];
    snprintf(path, sizeof path, "%s/own.otf", office->folder);
    return file_remove(path) == 0 && file_remove(office->definition) == 0 ? rmdir(office->folder)
                                                                          : -1;
}

/* The set with the office's face declared by `face`, on line 3 of its definition. */
static struct font_set *read_with(const struct office *office, const char *face,
                                  struct finding_list *found)
{
    char text[1024];
    int length = snprintf(text, sizeof text,
                          "<font-set xmlns='urn:yinfa:font-set'>\n<file name='own.otf' size='%llu' "
                          "sha256='%s' licence='own'/>\n%s\n<family name='小标宋'><use "
                          "face='own'/></family></font-set>",
                          (unsigned long long)office->size, office->sha256, face);
    assert_in_range(length, 1, sizeof text - 1);
    assert_int_equal(file_write(office->definition, 0600, text, (size_t)length), 0);
    return font_set_read("fonts/font-set.xml", "fonts/files", office->definition, office->folder,
                         found);
}

/* An office's 小标宋 (here a copy of a font that is at hand) comes first, ours stays behind it. */
static void an_offices_own_font_comes_first(void **state)
{
    struct font_set *with_own =
        read_with(*state, "<face name='own' file='own.otf'/>", font_findings);
    assert_non_null(with_own);
    uint32_t glyph;
    const struct font_chain *chain = font_set_chain(with_own, "方正小标宋简体", false, false, NULL);
    assert_string_equal(font_face_name(font_chain_face(chain, 0x56FD, 0, true, &glyph)), "own");
    assert_string_equal(font_face_name(font_chain_face(chain, 0x5586, 0, true, &glyph)),
                        "noto-serif-bold");
    assert_null(font_chain_face(chain, 0xE000, 0, true, &glyph));
    char ours[65], theirs[65];
    font_set_digest(fonts, ours);
    font_set_digest(with_own, theirs);
    assert_string_not_equal(ours, theirs);
    font_set_free(with_own);
}

static void a_mistake_in_an_offices_definition_is_told_with_its_line(void **state)
{
    static const struct {
        const char *face, *id;
    } mistakes[] = {
        {"<face name='own' file='other.otf'/>", "font.reference"},
        {"<face name='own' file='NotoSerifCJK-Regular.ttc' index='200'/>", "font.unreadable"},
    };
    for (size_t i = 0; i < 2; i++) {
        struct finding_list *found = finding_list_new(arena);
        assert_null(read_with(*state, mistakes[i].face, found));
        assert_string_equal(finding_at(found, 0)->id, mistakes[i].id);
        assert_int_equal(finding_at(found, 0)->line, 3);
    }
}

static void an_offices_file_that_changed_is_refused(void **state)
{
    struct office changed = *(const struct office *)*state;
    changed.size++;
    struct finding_list *found = finding_list_new(arena);
    assert_null(read_with(&changed, "<face name='own' file='own.otf'/>", found));
    assert_string_equal(finding_at(found, 0)->id, "font.missing");
    assert_string_equal(finding_at(found, 0)->file, changed.definition);
    assert_int_equal(finding_at(found, 0)->line, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_character_goes_to_the_font_it_belongs_to),
        cmocka_unit_test(rare_characters_fall_back_one_by_one),
        cmocka_unit_test(ordinary_name_characters_are_drawable_everywhere),
        cmocka_unit_test(names_aliases_and_quotes_lead_to_the_same_family),
        cmocka_unit_test(advances_are_exact),
        cmocka_unit_test(only_white_space_may_have_an_empty_outline),
        cmocka_unit_test(a_variation_selector_chooses_the_variant_if_there_is_one),
        cmocka_unit_test(shaping_keeps_clusters_and_total_advance),
        cmocka_unit_test(spaced_letters_have_no_ligatures),
        cmocka_unit_test(languages_have_their_forms),
        cmocka_unit_test(chains_tell_what_is_missing),
        cmocka_unit_test(the_gate_names_character_code_point_and_record),
        cmocka_unit_test(a_stray_byte_is_told_from_the_same_byte_within_a_character),
        cmocka_unit_test(the_gate_and_every_family_agree),
        cmocka_unit_test(every_file_has_its_digest),
        cmocka_unit_test(a_missing_file_is_named_and_nothing_is_drawn_without_it),
        cmocka_unit_test_setup_teardown(an_offices_own_font_comes_first, open_office, close_office),
        cmocka_unit_test_setup_teardown(a_mistake_in_an_offices_definition_is_told_with_its_line,
                                        open_office, close_office),
        cmocka_unit_test_setup_teardown(an_offices_file_that_changed_is_refused, open_office,
                                        close_office),
    };
    return cmocka_run_group_tests(tests, read_fonts, free_fonts);
}
