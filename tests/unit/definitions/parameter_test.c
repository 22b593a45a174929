/* Parameters: what fits, what is told, and how values are written into item and file names. */
#include "scratch.h"

#include "definitions/parameter.h"

static const char *const choices[] = {"masked", "full", NULL};
static const struct parameter declared[] = {
    {"year", PARAMETER_INTEGER, "年度", NULL, NULL},
    {"identity", PARAMETER_CHOICE, "身份号码", "masked", choices},
    {"until", PARAMETER_DATE, "截止", "2024-03-31", NULL},
    {"note", PARAMETER_TEXT, "附注", "", NULL},
};
static struct parameter_values values;

static int fit(const char *const *given)
{
    return parameter_fit(declared, 4, given, arena, findings, &values);
}

static void values_stand_in_the_order_of_declaration_with_defaults(void **state)
{
    (void)state;
    const char *given[] = {"note=a=b", "year=2024", NULL};
    assert_int_equal(fit(given), 0);
    expect_count(0);
    assert_int_equal(values.count, 4);
    assert_string_equal(values.items[0].value, "2024");
    assert_string_equal(parameter_lookup(&values, "identity"), "masked");
    assert_string_equal(parameter_lookup(&values, "note"), "a=b");
    assert_null(parameter_lookup(&values, "nothing"));
    struct buffer name = BUFFER_EMPTY;
    parameter_write(&name, &values);
    assert_string_equal(buffer_string(&name),
                        "year=2024&identity=masked&until=2024-03-31&note=a%3Db");
    buffer_free(&name);
}

static void expect_id(const char *id)
{
    for (size_t i = 0; i < finding_count(findings); i++)
        if (strcmp(finding_at(findings, i)->id, id) == 0)
            return;
    print_findings();
    fail_msg("no finding %s", id);
}

static void everything_wrong_is_told_at_once(void **state)
{
    (void)state;
    const char *given[] = {"identity=none", "until=2024-02-30", "yaer=2024", "identity=full",
                           "2024",          "note=\xff",        NULL};
    assert_int_equal(fit(given), -1);
    expect_id("parameter.choice");
    expect_id("parameter.date");
    expect_id("parameter.unknown");
    expect_id("parameter.doubled");
    expect_id("parameter.form");
    expect_id("parameter.text");
    expect_id("parameter.missing");
    expect_count(7);
}

static void a_number_has_one_way_to_be_written(void **state)
{
    (void)state;
    const char *const right[] = {"year=0", "year=-12", "year=999999999999999999"};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(fit((const char *[]){right[i], NULL}), 0);
    const char *const wrong[] = {"year=",    "year=+1", "year=-0",  "year=007",
                                 "year=1.5", "year= 1", "year=1e3", "year=9999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(fit((const char *[]){wrong[i], NULL}), -1);
    assert_int_equal(fit(NULL), -1); /* nothing given, one required */
}

static void names_from_data_never_become_paths(void **state)
{
    (void)state;
    const struct parameter_value items[] = {{"a", "../../etc/passwd"}, {"b", "一\\\n二.x"}};
    const struct parameter_values two = {items, 2};
    struct buffer out = BUFFER_EMPTY;
    parameter_fill(&out, "x-{a}-{b}-{c}.pdf", &two, true);
    assert_string_equal(buffer_string(&out), "x-__"
                                             "_.._etc_passwd-一__二.x-{c}.pdf");
    buffer_clear(&out);
    parameter_fill(&out, "{a}", &two, false);
    assert_string_equal(buffer_string(&out), "../../etc/passwd");
    buffer_clear(&out);
    parameter_write(&out, &two);
    assert_string_equal(buffer_string(&out), "a=..%2F..%2Fetc%2Fpasswd&b=一\\%0A二.x");
    buffer_free(&out);
}

#define SCRATCH_TEST(test) cmocka_unit_test_setup_teardown(test, scratch_begin, scratch_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCRATCH_TEST(values_stand_in_the_order_of_declaration_with_defaults),
        SCRATCH_TEST(everything_wrong_is_told_at_once),
        SCRATCH_TEST(a_number_has_one_way_to_be_written),
        SCRATCH_TEST(names_from_data_never_become_paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
