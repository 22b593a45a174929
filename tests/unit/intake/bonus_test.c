/* The points that hold of an application for bonus points (current_bonus_standing), case by case.
 * The scheme is that of tests/lint/assessment: B1 gives 2 points, B2 gives 3, for 6 courses; the
 * persons are those whom its enrolment has. */
#include "desk.h"

#define ENTERPRISE "91429999MA11N3EW4N"

static int setup(void **state)
{
    static const char *const before[] = {
        "schemas/regions/hubei.xml",
        "samples/targets-2024/00-regions-samples.xml",
        "tests/lint/assessment/assessment-scheme-2024.xml",
        "tests/lint/assessment/target-plan-2024.xml",
        "tests/lint/assessment/enrolment-2024-420100.xml",
        "tests/lint/assessment/cqo-return-2024-420100.xml",
    };
    desk_setup(state);
    struct desk *desk = *state;
    desk_take_all(desk, before, sizeof before / sizeof *before);
    assert_int_equal(desk->text.length, 0);
    return 0;
}

/* --- Applications ------------------------------------------------------------------------------
 */

enum { PERSONS = 4 };

/* Who is listed: the nth of those enrolled, from the first on; no role: nobody more. */
struct person {
    const char *role;
    unsigned passed, exempted;
    bool diploma, degree;
};

struct application {
    const char *what;
    unsigned staff;
    struct person persons[PERSONS];
    const char *charge, *department; /* B1, B2: "points doubled persons" */
};

static void write_person(struct buffer *out, unsigned n, const struct person *person)
{
    static const struct {
        const char *name, *number, *major;
    } enrolled[PERSONS] = {
        {"赵样例", "429999197503140013", "质量管理与认证（专科）"},
        {"冯海轩", "429999198501068024", "质量管理工程（专升本）"},
        {"钱样例", "429999198005210028", "质量管理与认证（专科）"},
        {"孙样例", "429999198811090032", "质量管理与认证（专科）"},
    };
    buffer_print(out,
                 "<person><name>%s</name><identity-number>%s</identity-number><role>%s</role>"
                 "<major>%s</major><passed-courses>%u</passed-courses>"
                 "<exempted-courses>%u</exempted-courses>",
                 enrolled[n].name, enrolled[n].number, person->role, enrolled[n].major,
                 person->passed, person->exempted);
    if (person->diploma)
        buffer_print(out, "<diploma number='样毕字第%u号' date='2024-06-30'/>", n);
    if (person->degree)
        buffer_print(out, "<degree number='样学字第%u号' date='2024-06-30'/>", n);
    buffer_text(out, "</person>");
}

static void take(struct desk *desk, const struct application *application)
{
    struct buffer out = BUFFER_EMPTY;
    buffer_print(&out,
                 "<award-application xmlns='urn:yinfa:award-application' year='2024'"
                 " sent='2024-12-07'><enterprise><name>武汉样例明德建材厂</name>"
                 "<credit-code>" ENTERPRISE "</credit-code><region code='420100'>武汉市</region>"
                 "</enterprise><department><name>质量管理部</name><staff>%u</staff></department>",
                 application->staff);
    for (unsigned n = 0; n < PERSONS && application->persons[n].role; n++)
        write_person(&out, n, &application->persons[n]);
    buffer_text(&out, "<evidence type='企业激励政策文件'>复印件</evidence>"
                      "<evidence type='社会保险缴纳证明'>复印件</evidence>"
                      "<evidence type='成绩单'>复印件</evidence>"
                      "<evidence type='毕业证书'>复印件</evidence>"
                      "<evidence type='学位证书'>复印件</evidence>"
                      "<claim code='B1'>2</claim><claim code='B2'>3</claim></award-application>");
    const char *path = desk_write(desk, "application.xml", out.bytes, out.length);
    if (desk_take(desk, path) != INTAKE_ACCEPTED)
        fail_msg("%s:\n%s", application->what, buffer_string(&desk->text));
    buffer_free(&out);
}

static void expect(struct desk *desk, const char *what, const char *code, const char *expected)
{
    struct query *query;
    assert_int_equal(store_query(desk->workspace->store, __func__,
                                 "SELECT points || ' ' || doubled || ' ' || persons"
                                 "  FROM current_bonus_standing"
                                 " WHERE credit_code = '" ENTERPRISE "' AND code = :code",
                                 &query),
                     0);
    query_bind_text(query, "code", code);
    assert_int_equal(query_step(query), 1);
    if (strcmp(query_text(query, 0), expected) != 0)
        fail_msg("%s, %s: %s, expected %s", what, code, query_text(query, 0), expected);
    query_done(query);
}

/* --- Cases -------------------------------------------------------------------------------------
 */

#define LEADER  "质量分管领导"
#define HEAD    "质量部门负责人"
#define DEPUTY  "质量部门副职"
#define STAFF   "质量部门职工"
#define OFFICER "首席质量官"

static const struct application applications[] = {
    {"six courses each", 2, {{HEAD, .passed = 6}, {STAFF, .passed = 6}}, "0 0 0", "3 0 2"},
    {"five courses and three exempted",
     2,
     {{HEAD, .passed = 6}, {STAFF, .passed = 5, .exempted = 3}},
     "0 0 0",
     "0 0 1"},
    {"one of the department is not listed",
     3,
     {{HEAD, .passed = 9}, {STAFF, .passed = 9}},
     "0 0 0",
     "0 0 2"},
    {"who is not of the department makes nobody up",
     2,
     {{LEADER, .passed = 9}, {STAFF, .passed = 9}},
     "0 0 0",
     "0 0 1"},
    {"a department of nobody", 0, {{LEADER, .passed = 9}}, "0 0 0", "0 0 0"},
    {"a diploma of one in charge",
     2,
     {{OFFICER, .passed = 9, .diploma = true}, {STAFF, .passed = 6}},
     "2 0 1",
     "0 0 1"},
    {"a degree of one in charge",
     1,
     {{DEPUTY, .passed = 9, .diploma = true, .degree = true}},
     "4 1 1",
     "6 1 1"},
    {"a degree of one who is not in charge",
     2,
     {{HEAD, .passed = 6, .diploma = true}, {STAFF, .passed = 6, .diploma = true, .degree = true}},
     "2 0 1",
     "6 1 2"},
    {"a diploma of all but one",
     2,
     {{HEAD, .passed = 6, .diploma = true}, {STAFF, .passed = 6}},
     "2 0 1",
     "3 0 2"},
    {"a diploma of all, and one short of courses",
     2,
     {{HEAD, .passed = 6, .diploma = true}, {STAFF, .passed = 5, .diploma = true}},
     "2 0 1",
     "0 0 1"},
    {"one degree among several in charge is enough",
     2,
     {{LEADER, .passed = 9, .diploma = true},
      {OFFICER, .passed = 9, .diploma = true, .degree = true},
      {HEAD, .passed = 6, .diploma = true},
      {DEPUTY, .passed = 6}},
     "4 1 3",
     "3 0 2"},
};

static void points_follow_from_who_is_listed(void **state)
{
    struct desk *desk = *state;
    for (size_t i = 0; i < sizeof applications / sizeof *applications; i++) {
        const struct application *application = &applications[i];
        take(desk, application);
        expect(desk, application->what, "B1", application->charge);
        expect(desk, application->what, "B2", application->department);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(points_follow_from_who_is_listed, setup, desk_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
