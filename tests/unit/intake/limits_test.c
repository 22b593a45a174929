/* Exactly at the limit, and just beyond it: what the assessment's stored views make of officers and
 * figures that meet a condition to the hour, the day and the last digit. The scheme is that of
 * tests/lint/assessment: 5 years (3 before 2022-07-01), 本科, 中级资格, terms of 5 years, 21, 14
 * and 30 hours, 90 days after 2024-12-31. */
#include "desk.h"
#include "store/check_digit.h"

static const char scheme[] = "tests/lint/assessment/assessment-scheme-2024.xml";

static int setup(void **state)
{
    static const char *const before[] = {"schemas/regions/hubei.xml",
                                         "samples/targets-2024/00-regions-samples.xml", scheme};
    desk_setup(state);
    struct desk *desk = *state;
    desk_take_all(desk, before, 3);
    assert_int_equal(desk->text.length, 0);
    return 0;
}

/* --- Files -------------------------------------------------------------------------------------
 */

/* What differs from an officer who meets all conditions and is in office; NULL: nothing. */
struct officer {
    const char *education, *quality_years, *qualification, *appointed, *from, *until;
    const char *initial_year, *initial_hours, *continuing_hours, *class_2_hours, *exclusion;
};

static const char * or (const char *given, const char *usual)
{
    return given ? given : usual;
}

/* Credit code and identity number number `n` of region 429999, which belongs to nobody. */
static void write_numbers(struct buffer *out, unsigned n, bool person)
{
    char number[19];
    if (person) {
        snprintf(number, sizeof number, "42999919800101%03u", n + 1);
        number[17] = check_digit_identity(number);
    } else {
        snprintf(number, sizeof number, "91429999MA%06u0", n);
        number[16] = check_digit_organization(number + 8);
        number[17] = check_digit_credit_code(number);
    }
    number[18] = '\0';
    buffer_text(out, number);
}

static void write_officer(struct buffer *out, unsigned n, const struct officer *officer)
{
    buffer_text(out, "<officer><name>韩样例</name><identity-number>");
    write_numbers(out, n, true);
    buffer_print(out,
                 "</identity-number><education>%s</education><quality-years>%s</quality-years>"
                 "<qualification>%s</qualification><post>副总经理</post><appointed>%s</appointed>"
                 "<term><from>%s</from><until>%s</until></term><training>"
                 "<initial-hours year='%s'>%s</initial-hours>"
                 "<continuing-hours>%s</continuing-hours><class-2-hours>%s</class-2-hours>"
                 "</training>",
                 or (officer->education, "本科"), or (officer->quality_years, "12"),
                 or (officer->qualification, "中级资格"), or (officer->appointed, "2023-03-01"),
                 or (officer->from, "2023-03-01"), or (officer->until, "2028-02-29"),
                 or (officer->initial_year, "2022"), or (officer->initial_hours, "21"),
                 or (officer->continuing_hours, "14"), or (officer->class_2_hours, "30"));
    if (officer->exclusion)
        buffer_print(out, "<exclusion>%s</exclusion>", officer->exclusion);
    buffer_text(out, "</officer>");
}

/* One small enterprise an officer, named by its number, and `bare` ones without; what became of the
 * file. */
static enum intake_state take_officers(struct desk *desk, const struct officer *const *officers,
                                       unsigned count, unsigned bare)
{
    struct buffer out = BUFFER_EMPTY;
    buffer_text(&out, "<cqo-return xmlns='urn:yinfa:cqo-return' year='2024' sent='2024-12-16'>"
                      "<region code='420600'>襄阳市</region>"
                      "<office>襄阳市质量强市工作委员会办公室</office>");
    for (unsigned n = 0; n < count + bare; n++) {
        buffer_print(&out, "<enterprise><name>样例%u厂</name><credit-code>", n);
        write_numbers(&out, n, false);
        buffer_text(&out, "</credit-code><scale>中小企业</scale>");
        if (n < count)
            write_officer(&out, n, officers[n]);
        buffer_text(&out, "</enterprise>");
    }
    buffer_print(&out,
                 "<summary><enterprises>%u</enterprises><officers>%u</officers></summary>"
                 "</cqo-return>",
                 count + bare, count);
    enum intake_state became =
        desk_take(desk, desk_write(desk, "return.xml", out.bytes, out.length));
    buffer_free(&out);
    return became;
}

/* The one text that a query gives; "NULL" for NULL. */
static void expect_text(struct desk *desk, const char *what, const char *sql, const char *expected)
{
    struct query *query;
    assert_int_equal(store_query(desk->workspace->store, __func__, sql, &query), 0);
    assert_int_equal(query_step(query), 1);
    const char *text = query_text(query, 0);
    if (strcmp(text ? text : "NULL", expected) != 0)
        fail_msg("%s: %s, expected %s", what, text ? text : "NULL", expected);
    query_done(query);
}

/* --- Officers ----------------------------------------------------------------------------------
 */

struct limit {
    const char *what;
    struct officer officer;
    const char *missed; /* conditions */
    bool in_office;
};

static const struct limit limits[] = {
    {"all conditions met", {0}, "", true},
    {"21 hours", {.initial_hours = "21.0"}, "", true},
    {"20.9 hours", {.initial_hours = "20.9"}, "initial-hours", true},
    {"14 hours", {.continuing_hours = "14"}, "", true},
    {"13.9 hours", {.continuing_hours = "13.9"}, "continuing-hours", true},
    {"first trained in the year assessed",
     {.initial_year = "2024", .continuing_hours = "0"},
     "",
     true},
    {"first trained the year before",
     {.initial_year = "2023", .continuing_hours = "0"},
     "continuing-hours",
     true},
    {"30 hours", {.class_2_hours = "30"}, "", true},
    {"29.9 hours", {.class_2_hours = "29.9"}, "class-2-hours", true},
    {"5 years", {.quality_years = "5"}, "", true},
    {"4 years", {.quality_years = "4"}, "experience-years", true},
    {"3 years on the last day of the old condition",
     {.quality_years = "3", .appointed = "2022-06-30", .from = "2022-06-30", .until = "2027-06-29"},
     "",
     true},
    {"4 years on the first day of the new condition",
     {.quality_years = "4", .appointed = "2022-07-01", .from = "2022-07-01", .until = "2027-06-30"},
     "experience-years",
     true},
    {"大专", {.education = "大专"}, "education", true},
    {"初级资格", {.qualification = "初级资格"}, "qualification", true},
    {"相关高级职称", {.qualification = "相关高级职称"}, "", true},
    {"five years to the day, ending on the 90th day",
     {.appointed = "2020-03-31", .from = "2020-03-31", .until = "2025-03-31"},
     "expiring",
     true},
    {"five years to the day, ending on the 91st day",
     {.appointed = "2020-04-01", .from = "2020-04-01", .until = "2025-04-01"},
     "",
     true},
    {"five years from a leap day",
     {.appointed = "2020-02-29", .from = "2020-02-29", .until = "2025-02-28"},
     "expiring",
     true},
    {"to a leap day",
     {.appointed = "2023-03-01", .from = "2023-03-01", .until = "2028-02-29"},
     "",
     true},
    {"ending on the reference date",
     {.appointed = "2020-01-01", .from = "2020-01-01", .until = "2024-12-31"},
     "expiring",
     true},
    {"ended the day before",
     {.appointed = "2020-01-01", .from = "2020-01-01", .until = "2024-12-30"},
     "expired",
     false},
    {"beginning on the reference date",
     {.appointed = "2024-12-16", .from = "2024-12-31", .until = "2029-12-31"},
     "",
     true},
    {"beginning the day after",
     {.appointed = "2024-12-16", .from = "2025-01-01", .until = "2030-01-01"},
     "",
     false},
    {"excluded", {.exclusion = "利用职务谋取不正当利益"}, "exclusion", false},
};

enum { LIMITS = sizeof limits / sizeof *limits };

static void officers_miss_a_condition_only_beyond_the_limit(void **state)
{
    struct desk *desk = *state;
    const struct officer *officers[LIMITS];
    for (unsigned i = 0; i < LIMITS; i++)
        officers[i] = &limits[i].officer;
    assert_int_equal(take_officers(desk, officers, LIMITS, 0), INTAKE_ACCEPTED);
    for (unsigned i = 0; i < LIMITS; i++) {
        char sql[256];
        snprintf(sql, sizeof sql,
                 "SELECT coalesce(group_concat(condition, ' '), '') FROM current_cqo_breach"
                 " WHERE enterprise = '样例%u厂'",
                 i);
        expect_text(desk, limits[i].what, sql, limits[i].missed);
        snprintf(sql, sizeof sql,
                 "SELECT in_office FROM current_cqo_standing WHERE name = '样例%u厂'", i);
        if (desk_number(desk, sql) != limits[i].in_office)
            fail_msg("%s: in office or not", limits[i].what);
    }
}

/* One day more than the scheme's five years, and the return goes back. */
static void terms_may_end_on_their_anniversary_at_the_latest(void **state)
{
    static const struct {
        const char *from, *until;
        enum intake_state became;
    } terms[] = {
        {"2022-06-01", "2027-05-31", INTAKE_ACCEPTED},
        {"2022-06-01", "2027-06-01", INTAKE_ACCEPTED},
        {"2022-06-01", "2027-06-02", INTAKE_RETURNED},
        {"2022-06-01", "2028-05-31", INTAKE_RETURNED},
        {"2020-02-29", "2025-02-28", INTAKE_ACCEPTED},
        {"2020-02-29", "2025-03-01", INTAKE_RETURNED},
        {"2020-02-28", "2025-02-28", INTAKE_ACCEPTED},
        {"2023-02-28", "2028-02-28", INTAKE_ACCEPTED},
        {"2023-02-28", "2028-02-29", INTAKE_RETURNED},
    };
    struct desk *desk = *state;
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        const struct officer officer = {
            .appointed = terms[i].from, .from = terms[i].from, .until = terms[i].until};
        const struct officer *one = &officer;
        if (take_officers(desk, &one, 1, 0) != terms[i].became)
            fail_msg("%s to %s", terms[i].from, terms[i].until);
        bool heard = strstr(buffer_string(&desk->text), "（cqo-return.term-length）") != NULL;
        assert_int_equal(heard, terms[i].became == INTAKE_RETURNED);
    }
}

/* The scheme with 学历 or 资格 instead of both. */
static void take_scheme_with_either(struct desk *desk)
{
    struct buffer text = BUFFER_EMPTY;
    assert_int_equal(file_read(scheme, 1 << 20, &text), 0);
    char *both = strstr(text.bytes, "\"both\"");
    assert_non_null(both);
    const char *rest = both + strlen("\"both\"");
    const char *changed =
        arena_print(desk->arena, "%.*s\"either\"%s", (int)(both - text.bytes), text.bytes, rest);
    assert_int_equal(desk_take(desk, desk_write(desk, "scheme.xml", changed, strlen(changed))),
                     INTAKE_ACCEPTED);
    buffer_free(&text);
}

static void one_of_two_is_enough_where_the_scheme_says_either(void **state)
{
    static const struct officer schooled = {.qualification = "无"},
                                qualified = {.education = "大专"},
                                neither = {.education = "大专", .qualification = "初级资格"};
    const struct officer *officers[] = {&schooled, &qualified, &neither};
    struct desk *desk = *state;
    take_scheme_with_either(desk);
    assert_int_equal(take_officers(desk, officers, 3, 0), INTAKE_ACCEPTED);
    expect_text(desk, "either",
                "SELECT group_concat(enterprise || ' ' || condition, ' ')"
                " FROM current_cqo_breach",
                "样例2厂 education-or-qualification");
}

/* --- Figures -----------------------------------------------------------------------------------
 */

#define OF_INDICATOR(columns, code)                                                                \
    "SELECT " columns " FROM current_indicator_standing WHERE region_code = '420600' AND code = "  \
    "'" code "'"

static void sixty_percent_is_three_of_five(void **state)
{
    static const struct officer good = {0};
    const struct officer *officers[] = {&good, &good, &good};
    struct desk *desk = *state;
    assert_int_equal(take_officers(desk, officers, 3, 2), INTAKE_ACCEPTED);
    expect_text(desk, "3 of 5",
                OF_INDICATOR("value || ' ' || reached || ' ' || score", "small-coverage"),
                "60.0 1 10.00");
    assert_int_equal(take_officers(desk, officers, 3, 3), INTAKE_ACCEPTED);
    expect_text(desk, "3 of 6",
                OF_INDICATOR("value || ' ' || reached || ' ' || score", "small-coverage"),
                "50.0 0 8.33");
    expect_text(
        desk, "no large enterprise",
        OF_INDICATOR("state || coalesce(value, ' —') || coalesce(score, ' —')", "large-coverage"),
        "not-applicable — —");
    expect_text(
        desk, "nothing sent",
        OF_INDICATOR("state || coalesce(value, ' —') || coalesce(score, ' —')", "managers-trained"),
        "missing — —");
}

static void take_managers(struct desk *desk, unsigned trained, unsigned managers)
{
    static const char *const others[] = {"shop-floor",     "shop-floor-trained",
                                         "quality-staff",  "quality-staff-qualified",
                                         "platforms",      "platforms-able",
                                         "quality-groups", "six-sigma",
                                         "suggestions",    "lectures"};
    struct buffer figures = BUFFER_EMPTY;
    buffer_print(&figures,
                 "<enterprises>9</enterprises><managers>%u</managers>"
                 "<managers-trained>%u</managers-trained>",
                 managers, trained);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        buffer_print(&figures, "<%s>1</%s>", others[i], others[i]);
    const char *text = arena_print(
        desk->arena,
        "<methods-return xmlns='urn:yinfa:methods-return' year='2024' sent='2024-12-16'>"
        "<region code='420600'>襄阳市</region><office>襄阳市质量强市工作委员会办公室</office>"
        "<district name='襄城区'>%s</district><summary>%s</summary></methods-return>",
        buffer_string(&figures), buffer_string(&figures));
    assert_int_equal(desk_take(desk, desk_write(desk, "methods.xml", text, strlen(text))),
                     INTAKE_ACCEPTED);
    buffer_free(&figures);
}

/* A rate may print as the threshold and yet not have reached it: what is compared are the numbers
 * themselves. */
static void a_threshold_is_reached_by_the_numbers_not_by_what_is_printed(void **state)
{
    static const struct {
        unsigned trained, managers;
        const char *expected; /* state, value, reached, score of 10 */
    } rates[] = {
        {80000, 100000, "measured 80.0 1 10.00"}, {79999, 100000, "measured 80.0 0 10.00"},
        {79949, 100000, "measured 79.9 0 9.99"},  {79950, 100000, "measured 80.0 0 9.99"},
        {4, 5, "measured 80.0 1 10.00"},          {799, 1000, "measured 79.9 0 9.99"},
        {5, 5, "measured 100.0 1 10.00"},         {0, 5, "measured 0.0 0 0.00"},
        {0, 0, "not-applicable — — —"},
    };
    struct desk *desk = *state;
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        take_managers(desk, rates[i].trained, rates[i].managers);
        expect_text(desk, arena_print(desk->arena, "%u of %u", rates[i].trained, rates[i].managers),
                    OF_INDICATOR("state || ' ' || coalesce(value, '—') || ' ' ||"
                                 " coalesce(reached, '—') || ' ' || coalesce(score, '—')",
                                 "managers-trained"),
                    rates[i].expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(officers_miss_a_condition_only_beyond_the_limit, setup,
                                        desk_teardown),
        cmocka_unit_test_setup_teardown(terms_may_end_on_their_anniversary_at_the_latest, setup,
                                        desk_teardown),
        cmocka_unit_test_setup_teardown(one_of_two_is_enough_where_the_scheme_says_either, setup,
                                        desk_teardown),
        cmocka_unit_test_setup_teardown(sixty_percent_is_three_of_five, setup, desk_teardown),
        cmocka_unit_test_setup_teardown(
            a_threshold_is_reached_by_the_numbers_not_by_what_is_printed, setup, desk_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
