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
#include <sys/stat.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "type/coverage.h"
#include "type/font_face.h"
#include "type/font_set.h"

static struct arena *arena;
static struct finding_list *findings;
static struct font_set *set;

static int open_set(void **state)
{
    (void)state;
    xml_guard_install();
    xml_allow_folder("fonts");
    arena = arena_new();
    findings = finding_list_new(arena);
    set = font_set_read("fonts/font-set.xml", "fonts/files", NULL, NULL, findings);
    return set ? 0 : -1;
}

static int close_set(void **state)
{
    (void)state;
    font_set_free(set);
    arena_free(arena);
    return 0;
}

static struct font_face *face_of(const char *family, uint32_t code_point, bool han_context)
{
    uint32_t glyph;
    return font_chain_face(font_set_chain(set, family, false, false, NULL), code_point, 0,
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
    font_set_chain(set, "不存在的字体, 宋体", false, false, &unknown);
    assert_string_equal(unknown, "不存在的字体");
    assert_ptr_equal(font_set_chain(set, "宋体", true, false, NULL),
                     font_set_chain(set, "宋体", true, false, NULL));
    uint32_t glyph;
    assert_string_equal(
        font_face_name(font_chain_face(font_set_chain(set, "宋体", true, false, NULL), 0x56FD, 0,
                                       true, &glyph)),
        "noto-serif-bold");
}

/* GB/T 9704 §7.5: 半角 digits are half an em; Han characters are one em. */
static void advances_are_exact(void **state)
{
    (void)state;
    uint32_t glyph;
    const struct font_chain *chain = font_set_chain(set, "半角宋体", false, false, NULL);
    for (uint32_t digit = '0'; digit <= '9'; digit++) {
        struct font_face *face = font_chain_face(chain, digit, 0, true, &glyph);
        assert_int_equal(font_face_advance(face, glyph, 14000), 7000);
    }
    struct font_face *face = font_chain_face(chain, 0x56FD, 0, true, &glyph);
    assert_int_equal(font_face_advance(face, glyph, 15793), 15793);
    assert_int_equal(font_face_ascent(face, 10000), 8800);
    assert_int_equal(font_face_descent(face, 10000), 1200);
}

/* A cmap entry without an outline is no glyph; white space needs none. */
static void white_space_needs_no_outline(void **state)
{
    (void)state;
    assert_non_null(face_of("宋体", 0x3000, true));
    assert_non_null(face_of("Times New Roman", ' ', false));
}

static void shaping_keeps_clusters_and_total_advance(void **state)
{
    (void)state;
    struct font_face *face = face_of("Times New Roman", 'A', false);
    const struct glyph *glyphs;
    const char *text = "GB/T 9704";
    size_t count = font_face_shape(face, text, strlen(text), 16000, "en", &glyphs);
    assert_int_equal(count, 9);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(glyphs[i].cluster, i);
        assert_true(glyphs[i].advance > 0);
    }
}

static void the_gate_names_character_code_point_and_record(void **state)
{
    (void)state;
    struct coverage *coverage = coverage_new(set);
    struct finding_list *found = finding_list_new(arena);
    const struct finding where = {.record = "王某", .line = 7};
    const char *good = "王䶮𬱖（质量管理）“A—b”·2024\n";
    assert_int_equal(coverage_check(coverage, good, strlen(good), &where, found), 0);
    const char bad[] = "\xF3\xB0\x80\x80x\xF3\xB0\x80\x80\x01\xFF";
    assert_int_equal(coverage_check(coverage, bad, sizeof bad - 1, &where, found), 3);
    assert_string_equal(finding_at(found, 0)->record, "王某");
    assert_non_null(strstr(finding_at(found, 0)->rule, "U+F0000"));
    assert_non_null(strstr(finding_at(found, 2)->rule, "0xFF"));
    coverage_free(coverage);
}

/* Every file of the definition is the one whose digest it states. */
static void every_file_has_its_digest(void **state)
{
    (void)state;
    assert_true(font_set_count(set) >= 15);
    for (size_t i = 0; i < font_set_count(set); i++) {
        struct font_entry entry = font_set_entry(set, i);
        if (!entry.present)
            fail_msg("%s is missing or another file", entry.file);
    }
}

static void write_text(const char *path, const char *text)
{
    assert_int_equal(file_write(path, 0600, text, strlen(text)), 0);
}

/* An office's 小标宋 (here: a copy of a font that is at hand) comes before ours, ours stays behind
 * it. */
static void an_offices_own_font_comes_first(void **state)
{
    (void)state;
    char folder[] = "/tmp/yinfa-fonts-XXXXXX", path[128], definition[1024], hex[DIGEST_HEX_SIZE];
    uint64_t size;
    assert_non_null(mkdtemp(folder));
    xml_allow_folder(folder);
    snprintf(path, sizeof path, "%s/own.otf", folder);
    assert_int_equal(file_copy("fonts/files/FandolKai-Regular.otf", path, 0600, hex), 0);
    assert_int_equal(file_digest(path, hex, &size), 0);
    snprintf(
        definition, sizeof definition,
        "<font-set xmlns='urn:yinfa:font-set'><file name='own.otf' size='%llu' sha256='%s' "
        "licence='own'/><face name='own' file='own.otf'/><family name='小标宋'><use face='own'/>"
        "</family></font-set>",
        (unsigned long long)size, hex);
    snprintf(path, sizeof path, "%s/font-set.xml", folder);
    write_text(path, definition);
    struct font_set *with_own =
        font_set_read("fonts/font-set.xml", "fonts/files", path, folder, findings);
    assert_non_null(with_own);
    uint32_t glyph;
    const struct font_chain *chain = font_set_chain(with_own, "方正小标宋简体", false, false, NULL);
    assert_string_equal(font_face_name(font_chain_face(chain, 0x56FD, 0, true, &glyph)), "own");
    assert_string_equal(font_face_name(font_chain_face(chain, 0x5586, 0, true, &glyph)),
                        "noto-serif-bold");
    char ours[65], theirs[65];
    font_set_digest(set, ours);
    font_set_digest(with_own, theirs);
    assert_string_not_equal(ours, theirs);
    font_set_free(with_own);

    write_text(path,
               "<font-set xmlns='urn:yinfa:font-set'>\n<file name='own.otf' size='1' "
               "sha256='0000000000000000000000000000000000000000000000000000000000000000' "
               "licence='x'/>\n<face name='own' file='other.otf'/>\n<family name='小标宋'><use "
               "face='own'/></family></font-set>");
    struct finding_list *found = finding_list_new(arena);
    assert_null(font_set_read("fonts/font-set.xml", "fonts/files", path, folder, found));
    assert_int_equal(finding_at(found, 0)->line, 3);
    char command[160];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_character_goes_to_the_font_it_belongs_to),
        cmocka_unit_test(rare_characters_fall_back_one_by_one),
        cmocka_unit_test(ordinary_name_characters_are_drawable_everywhere),
        cmocka_unit_test(names_aliases_and_quotes_lead_to_the_same_family),
        cmocka_unit_test(advances_are_exact),
        cmocka_unit_test(white_space_needs_no_outline),
        cmocka_unit_test(shaping_keeps_clusters_and_total_advance),
        cmocka_unit_test(the_gate_names_character_code_point_and_record),
        cmocka_unit_test(every_file_has_its_digest),
        cmocka_unit_test(an_offices_own_font_comes_first),
    };
    return cmocka_run_group_tests(tests, open_set, close_set);
}
