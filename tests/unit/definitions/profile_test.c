/* Profiles: the standard's lengths as they come out of the file, and a name that is not in it. */
#include "scratch.h"

#include "definitions/profile.h"

static const char file[] = "stylesheets/common/profiles.xml";
static struct profile profile;

static void the_national_profile_has_the_lengths_of_the_standard(void **state)
{
    (void)state;
    assert_int_equal(profile_read(file, definition_schemas, profile_national, findings, &profile),
                     0);
    assert_int_equal(profile.sheet_width, 595276); /* 210 mm */
    assert_int_equal(profile.head, 104882);        /* 37 mm */
    assert_int_equal(profile.binding, 79370);      /* 28 mm */
    assert_int_equal(profile.type_width, 442205);  /* 156 mm */
    assert_int_equal(profile.type_height, 637795); /* 225 mm */
    assert_int_equal(profile.pitch, 29609);
    assert_int_equal(profile.rows, 22);
    assert_int_equal(profile.characters, 28);
    assert_int_equal(profile.title_size, 22000);
    assert_int_equal(profile.colophon_outer_rule, 992); /* 0.35 mm */
    assert_false(profile.mirrored);
}

static void a_house_style_has_its_own(void **state)
{
    (void)state;
    assert_int_equal(profile_read(file, definition_schemas, "house", findings, &profile), 0);
    assert_int_equal(profile.head, 79370);
    assert_int_equal(profile.pitch, 33000);
}

static void a_name_that_is_not_there_is_told(void **state)
{
    (void)state;
    size_t before = finding_count(findings);
    assert_int_equal(profile_read(file, definition_schemas, "nowhere", findings, &profile), -1);
    assert_int_equal(finding_count(findings), before + 1);
    assert_string_equal(finding_at(findings, before)->id, "definition.profile-missing");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_national_profile_has_the_lengths_of_the_standard),
        cmocka_unit_test(a_house_style_has_its_own),
        cmocka_unit_test(a_name_that_is_not_there_is_told),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
