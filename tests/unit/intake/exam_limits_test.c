/* Exactly at the limit, and just beyond it: what rules and stored views of the examination make of
 * months, points, days and characters. The sessions are those of tests/lint/examination: 大专, 5
 * years of which 2 in management, completed within 3 years, marks valid for 3 years, 60 days for
 * results, reports of 3000 to 5000 characters; 2021-10-23 and 2024-10-19. */
#include "base/digest.h"
#include "desk.h"
#include "store/check_digit.h"

#define WORLD "tests/lint/examination/"
static const char session_2024[] = WORLD "exam-session-2024.xml";

static int setup(void **state)
{
    static const char *const before[] = {"schemas/regions/hubei.xml",
                                         "samples/targets-2024/00-regions-samples.xml",
                                         WORLD "exam-session-2021.xml", session_2024};
    desk_setup(state);
    struct desk *desk = *state;
    desk_take_all(desk, before, 4);
    assert_int_equal(desk->text.length, 0);
    assert_int_equal(file_copy(WORLD "photo.png", desk_path(desk, "photo.png"), 0600, false, NULL),
                     0);
    return 0;
}

/* --- Files -------------------------------------------------------------------------------------
 */

enum { PERIODS = 3, MODULES = 6, ANSWERS = 3 };

/* Quality-related work, or not, in management, or not. */
struct work {
    const char *quality, *management, *from, *until; /* until NULL: still going on */
};

/* Number `n` of region 429999, which belongs to nobody; odd, as a man's. */
static const char *identity(struct desk *desk, unsigned n)
{
    char *number = arena_print(desk->arena, "42999919800101%03u0", 2 * n + 1);
    number[17] = check_digit_identity(number);
    return number;
}

static void begin_file_of(struct buffer *out, const char *region, const char *kind,
                          const char *year, const char *sent)
{
    buffer_print(out,
                 "<%s xmlns='urn:yinfa:%s' year='%s' sent='%s'>"
                 "<region code='%s</region><office>武汉市市场监督管理局</office>",
                 kind, kind, year, sent, region);
}

static void begin_file(struct buffer *out, const char *kind, const char *year, const char *sent)
{
    begin_file_of(out, "420100'>武汉市", kind, year, sent);
}

/* Closes the file, with its number of entries if it has one, and takes it in. */
static enum intake_state take_file(struct desk *desk, struct buffer *out, const char *kind,
                                   unsigned count)
{
    if (count)
        buffer_print(out, "<summary>%u</summary>", count);
    buffer_print(out, "</%s>", kind);
    enum intake_state became = desk_take(
        desk, desk_write(desk, arena_print(desk->arena, "%s.xml", kind), out->bytes, out->length));
    buffer_free(out);
    return became;
}

/* The session of 2024 with one place of it changed. */
static void take_changed_session(struct desk *desk, const char *place, const char *by)
{
    struct buffer text = BUFFER_EMPTY;
    assert_int_equal(file_read(session_2024, 1 << 20, &text), 0);
    char *found = strstr(text.bytes, place);
    assert_non_null(found);
    const char *changed = arena_print(desk->arena, "%.*s%s%s", (int)(found - text.bytes),
                                      text.bytes, by, found + strlen(place));
    enum intake_state became =
        desk_take(desk, desk_write(desk, "session.xml", changed, strlen(changed)));
    if (became != INTAKE_ACCEPTED)
        fail_msg("%s: %s", by, buffer_string(&desk->text));
    buffer_free(&text);
}

static void write_candidate(struct desk *desk, struct buffer *out, unsigned n,
                            const struct work *work)
{
    struct buffer photo = BUFFER_EMPTY;
    char digest[DIGEST_HEX_SIZE];
    assert_int_equal(file_read(WORLD "photo.png", 1 << 20, &photo), 0);
    digest_bytes(photo.bytes, photo.length, digest);
    buffer_free(&photo);
    buffer_print(out,
                 "<candidate><name>韩样例</name><pinyin>Han Yangli</pinyin><gender>男</gender>"
                 "<identity-number>%s</identity-number><education>大专</education>"
                 "<school>样例大学</school>",
                 identity(desk, n));
    for (size_t i = 0; i < PERIODS && work[i].from; i++) {
        buffer_print(out, "<work quality='%s' management='%s'><from>%s</from>", work[i].quality,
                     work[i].management, work[i].from);
        if (work[i].until)
            buffer_print(out, "<until>%s</until>", work[i].until);
        buffer_text(out, "<employer>样例机械厂</employer><post>工程师</post></work>");
    }
    buffer_print(out,
                 "<photo file='photo.png' sha256='%s'/><fee-class>standard</fee-class>"
                 "<fee>1600</fee><employer>样例机械厂</employer><post>部长</post>"
                 "<phone>00000000001</phone><statement>2021-08-01</statement></candidate>",
                 digest);
}

static const struct work long_enough[PERIODS] = {{"yes", "yes", "2010-01-01", NULL}};

/* Candidates from … from + count - 1, who meet all conditions; backwards: the last first. */
static void take_candidates_from(struct desk *desk, const char *year, unsigned from, unsigned count,
                                 bool backwards)
{
    struct buffer out = BUFFER_EMPTY;
    begin_file(&out, "exam-application", year, arena_print(desk->arena, "%s-08-30", year));
    for (unsigned n = 0; n < count; n++)
        write_candidate(desk, &out, from + (backwards ? count - 1 - n : n), long_enough);
    assert_int_equal(take_file(desk, &out, "exam-application", count), INTAKE_ACCEPTED);
}

static void take_candidates(struct desk *desk, const char *year, unsigned count, bool backwards)
{
    take_candidates_from(desk, year, 0, count, backwards);
}

/* Points of the six modules and of three questions; NULL: absent. */
struct points {
    const char *modules[MODULES], *answers[ANSWERS];
};

static void write_marks(struct desk *desk, struct buffer *out, unsigned n,
                        const struct points *points)
{
    buffer_print(out, "<candidate><name>韩样例</name><identity-number>%s</identity-number>",
                 identity(desk, n));
    if (!points)
        buffer_text(out, "<absent>yes</absent>");
    for (unsigned i = 0; points && i < MODULES; i++)
        buffer_print(out, "<module code='m%u'>%s</module>", i + 1, points->modules[i]);
    for (unsigned i = 0; points && i < ANSWERS; i++)
        buffer_print(out, "<open-question number='%u'>%s</open-question>", i + 1,
                     points->answers[i]);
    buffer_text(out, "</candidate>");
}

static const struct points full = {{"4", "20", "6", "12", "24", "24"}, {"20", "20", "20"}};

/* Candidates 0 … count - 1 with all points. */
static enum intake_state take_full_marks(struct desk *desk, const char *year, const char *sent,
                                         unsigned count)
{
    struct buffer out = BUFFER_EMPTY;
    begin_file(&out, "exam-marks", year, sent);
    for (unsigned n = 0; n < count; n++)
        write_marks(desk, &out, n, &full);
    return take_file(desk, &out, "exam-marks", count);
}

static bool was_heard(struct desk *desk, const char *words)
{
    return strstr(buffer_string(&desk->text), words) != NULL;
}

/* What a query over the row of candidate `n` gives: a number, -1 if it is NULL or there is none. */
static int64_t number_of(struct desk *desk, const char *column, const char *view, unsigned n)
{
    return desk_number(desk, arena_print(desk->arena,
                                         "SELECT %s FROM current_%s WHERE identity_number = '%s'",
                                         column, view, identity(desk, n)));
}

/* --- Months ------------------------------------------------------------------------------------
 */

static const struct {
    const char *what;
    struct work work[PERIODS];
    int quality, management;
    bool eligible;
} lives[] = {
    {"five years to the day, two of them in management",
     {{"yes", "no", "2019-10-19", "2022-10-18"}, {"yes", "yes", "2022-10-19", NULL}},
     60,
     24,
     true},
    {"a day less than five years", {{"yes", "yes", "2019-10-20", NULL}}, 59, 59, false},
    {"a day less than two years in management",
     {{"yes", "no", "2015-01-01", "2022-10-19"}, {"yes", "yes", "2022-10-20", NULL}},
     117,
     23,
     false},
    {"management of other work does not count",
     {{"no", "yes", "2010-01-01", "2017-12-31"}, {"yes", "no", "2018-01-01", NULL}},
     81,
     0,
     false},
    {"a gap is not worked",
     {{"yes", "yes", "2018-01-01", "2020-12-31"}, {"yes", "yes", "2021-10-19", "2023-10-18"}},
     60,
     60,
     true},
};

enum { LIVES = sizeof lives / sizeof *lives };

static void months_count_up_to_the_examination(void **state)
{
    struct desk *desk = *state;
    struct buffer out = BUFFER_EMPTY;
    begin_file(&out, "exam-application", "2024", "2024-08-30");
    for (unsigned n = 0; n < LIVES; n++)
        write_candidate(desk, &out, n, lives[n].work);
    assert_int_equal(take_file(desk, &out, "exam-application", LIVES), INTAKE_ACCEPTED);
    for (unsigned n = 0; n < LIVES; n++)
        if (number_of(desk, "quality_months", "exam_eligibility", n) != lives[n].quality ||
            number_of(desk, "management_months", "exam_eligibility", n) != lives[n].management ||
            number_of(desk, "eligible", "exam_eligibility", n) != lives[n].eligible)
            fail_msg("%s", lives[n].what);
}

/* --- Points ------------------------------------------------------------------------------------
 */

static const struct {
    struct points points;
    const char *total, *state;
} papers[] = {
    {{{"4", "20", "6", "12", "6", "6"}, {"12", "12", "12"}}, "90", "passed"},
    {{{"4", "20", "6", "12", "6", "5.5"}, {"12", "12", "12"}}, "89.5", "failed"},
    {{{"4", "20", "6", "12", "4", "4"}, {"20", "10", "10"}}, "90", "passed"},
    {{{"4", "20", "6", "12", "4", "3.5"}, {"20", "10", "10.5"}}, "90", "failed"},
    {{{"4", "20", "6", "12", "9", "9"}, {"20", "10", "0"}}, "90", "passed"},
    {{{"4", "20", "6", "12", "9.5", "9"}, {"20", "9.5", "0"}}, "90", "failed"},
    {{{"4", "20", "6", "12", "24", "24"}, {"20", "20", "20"}}, "150", "passed"},
    {{{"0", "0", "0", "0", "0", "0"}, {"0", "0", "0"}}, "0", "failed"},
};

enum { PAPERS = sizeof papers / sizeof *papers };

static void points_at_the_pass_mark_pass(void **state)
{
    struct desk *desk = *state;
    struct buffer out = BUFFER_EMPTY;
    take_changed_session(desk, "total=\"90\"", "total=\"90\" choice=\"50\" open=\"30\"");
    take_candidates(desk, "2024", PAPERS, false);
    begin_file(&out, "exam-marks", "2024", "2024-11-30");
    for (unsigned n = 0; n < PAPERS; n++)
        write_marks(desk, &out, n, &papers[n].points);
    assert_int_equal(take_file(desk, &out, "exam-marks", PAPERS), INTAKE_ACCEPTED);
    for (unsigned n = 0; n < PAPERS; n++) {
        const char *as_expected =
            arena_print(desk->arena, "total || state = '%s%s'", papers[n].total, papers[n].state);
        if (number_of(desk, as_expected, "exam_outcome", n) != 1)
            fail_msg("paper %u: not %s, %s", n, papers[n].total, papers[n].state);
    }
}

/* Absent, and without marks: neither is 0 points. */
static void who_has_no_points_has_no_total(void **state)
{
    struct desk *desk = *state;
    struct buffer out = BUFFER_EMPTY;
    take_candidates(desk, "2024", 2, false);
    begin_file(&out, "exam-marks", "2024", "2024-11-30");
    write_marks(desk, &out, 0, NULL);
    assert_int_equal(take_file(desk, &out, "exam-marks", 1), INTAKE_ACCEPTED);
    assert_true(was_heard(desk, "（exam-marks.candidate-missing）"));
    assert_int_equal(number_of(desk, "state = 'absent' AND total IS NULL", "exam_outcome", 0), 1);
    assert_int_equal(number_of(desk, "state = 'no-marks' AND total IS NULL", "exam_outcome", 1), 1);
}

/* Who moves to another city before the examination sits there: marks that the old city once sent
 * for that number judge nobody. */
static void marks_count_in_the_city_of_the_application(void **state)
{
    struct desk *desk = *state;
    take_candidates(desk, "2024", 2, false);
    assert_int_equal(take_full_marks(desk, "2024", "2024-11-30", 2), INTAKE_ACCEPTED);
    assert_int_equal(number_of(desk, "state = 'passed'", "exam_outcome", 1), 1);

    take_candidates(desk, "2024", 1, false);
    struct buffer out = BUFFER_EMPTY;
    begin_file_of(&out, "420200'>黄石市", "exam-application", "2024", "2024-08-30");
    write_candidate(desk, &out, 1, long_enough);
    assert_int_equal(take_file(desk, &out, "exam-application", 1), INTAKE_ACCEPTED);
    assert_int_equal(number_of(desk, "state = 'no-marks'", "exam_outcome", 1), 1);

    begin_file_of(&out, "420200'>黄石市", "exam-marks", "2024", "2024-11-30");
    write_marks(desk, &out, 1, NULL);
    assert_int_equal(take_file(desk, &out, "exam-marks", 1), INTAKE_ACCEPTED);
    assert_int_equal(number_of(desk, "count(*) * 10 + sum(state = 'absent')", "exam_outcome", 1),
                     11);
    assert_int_equal(number_of(desk, "state = 'passed'", "exam_outcome", 0), 1);
}

static void results_are_in_time_on_the_60th_day(void **state)
{
    struct desk *desk = *state;
    take_candidates(desk, "2024", 1, false);
    assert_int_equal(take_full_marks(desk, "2024", "2024-12-18", 1), INTAKE_ACCEPTED);
    assert_false(was_heard(desk, "（exam-marks.late）"));
    assert_int_equal(take_full_marks(desk, "2024", "2024-12-19", 1), INTAKE_ACCEPTED);
    assert_true(was_heard(desk, "（exam-marks.late）"));
}

/* --- Seats -------------------------------------------------------------------------------------
 */

/* Eight seats for nine: eight are seated, each on a seat of its own; who sits where does not hang
 * on the order of the file. */
static void seats_are_filled_to_the_last_one(void **state)
{
    static const char plan[] = "SELECT group_concat(admission_number || identity_number, ' ') FROM"
                               " (SELECT * FROM current_exam_seat ORDER BY admission_number)";
    struct desk *desk = *state;
    char *plans[2];
    desk_keep(desk);
    for (int i = 0; i < 2; i++) {
        struct query *query;
        desk_restore(desk); /* those of the file before would keep their seats */
        take_candidates(desk, "2024", 9, i == 1);
        assert_int_equal(store_query(desk->workspace->store, __func__, plan, &query), 0);
        assert_int_equal(query_step(query), 1);
        plans[i] = memory_copy(query_text(query, 0));
        query_done(query);
    }
    assert_string_equal(plans[0], plans[1]);
    assert_int_equal(strncmp(plans[0], "2024WH010101", 12), 0);
    assert_int_equal(desk_number(desk, "SELECT count(DISTINCT admission_number) * 100 + count(*)"
                                       "  FROM current_exam_seat WHERE seat BETWEEN 1 AND 4"),
                     808);
    assert_int_equal(desk_number(desk, "SELECT candidates * 100 + seats FROM current_exam_capacity"
                                       " WHERE period = '2024' AND region_code = '420100'"),
                     908);
    free(plans[0]);
    free(plans[1]);
}

/* How many are seated, times 100, and how many of those who were before sit elsewhere now. */
static int64_t reseated(struct desk *desk)
{
    int64_t moved = desk_number(
        desk, "SELECT 100 * (SELECT count(DISTINCT admission_number) FROM current_exam_seat)"
              " + count(*) FROM current_exam_seat AS now JOIN seated_before AS before"
              " ON before.identity_number = now.identity_number"
              " AND before.admission_number <> now.admission_number");
    assert_int_equal(store_execute(desk->workspace->store,
                                   "DROP TABLE seated_before;"
                                   "CREATE TABLE seated_before AS"
                                   " SELECT identity_number, admission_number"
                                   " FROM current_exam_seat"),
                     0);
    return moved;
}

/* A city sends its applications again, after the tickets were printed: whoever stays has the number
 * of the ticket; a seat that was given up goes to the next who is new. */
static void a_seat_once_given_stays(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(
        store_execute(desk->workspace->store,
                      "CREATE TABLE seated_before (identity_number, admission_number)"),
        0);
    take_candidates(desk, "2024", 5, false);
    assert_int_equal(reseated(desk), 500);
    take_candidates_from(desk, "2024", 1, 6, true); /* 0 has withdrawn, 5 and 6 are new */
    assert_int_equal(reseated(desk), 600);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM current_exam_seat"
                                       " WHERE admission_number <= '2024WH010202'"),
                     6);                     /* no seat between them is left empty */
    take_candidates(desk, "2024", 9, false); /* 0 is back, 7 and 8 are new: two of three sit */
    assert_int_equal(reseated(desk), 800);
    take_candidates_from(desk, "2024", 1, 8, false); /* who had none takes what is free */
    assert_int_equal(reseated(desk), 800);
}

/* --- Certification -----------------------------------------------------------------------------
 */

/* Who applies below. */
enum { ABLE, FIVE_YEARS, TWO_IN_MANAGEMENT, COMPLETED, APPLICANTS };

static const struct {
    const char *sat; /* NULL: in both years */
    struct work work[PERIODS];
} applicants[APPLICANTS] = {
    [ABLE] = {NULL, {{"yes", "yes", "2010-01-01", NULL}}},
    [FIVE_YEARS] = {"2024", {{"yes", "yes", "2020-02-10", NULL}}},
    [TWO_IN_MANAGEMENT] = {"2024",
                           {{"yes", "no", "2010-01-01", "2023-02-09"},
                            {"yes", "yes", "2023-02-10", NULL}}},
    /* Three years after the examination of 2021 conditions must be met. */
    [COMPLETED] = {"2021", {{"yes", "yes", "2019-10-23", NULL}}},
};

static void examine(struct desk *desk, const char *year)
{
    struct buffer applications = BUFFER_EMPTY, marks = BUFFER_EMPTY;
    unsigned count = 0;
    begin_file(&applications, "exam-application", year, arena_print(desk->arena, "%s-08-30", year));
    begin_file(&marks, "exam-marks", year, arena_print(desk->arena, "%s-11-30", year));
    for (unsigned n = 0; n < APPLICANTS; n++)
        if (!applicants[n].sat || strcmp(applicants[n].sat, year) == 0) {
            write_candidate(desk, &applications, n, applicants[n].work);
            write_marks(desk, &marks, n, &full);
            count++;
        }
    assert_int_equal(take_file(desk, &applications, "exam-application", count), INTAKE_ACCEPTED);
    assert_int_equal(take_file(desk, &marks, "exam-marks", count), INTAKE_ACCEPTED);
}

static const struct {
    unsigned who;
    const char *exam_year, *received, *characters, *decided;
    const char *wrong; /* what is said against it; NULL: it is granted */
} cases[] = {
    {ABLE, "2024", "2024-12-06", "3000", "2025-02-10", NULL},
    {ABLE, "2024", "2024-12-05", "3000", "2025-02-10", "早于2024年度成绩公布日期"},
    {ABLE, "2024", "2024-12-20", "2999", "2025-02-10", "2999字，应为3000至5000字"},
    {ABLE, "2024", "2024-12-20", "5000", "2025-02-10", NULL},
    {ABLE, "2024", "2024-12-20", "5001", "2025-02-10", "5001字，应为3000至5000字"},
    {ABLE, "2024", "2025-01-05", "4000", "2025-02-10", NULL},
    {ABLE, "2024", "2025-01-06", "4000", "2025-02-10", "（certification-application.late）"},
    {ABLE, "2021", "2024-10-23", "4000", "2025-02-10", NULL},
    {ABLE, "2021", "2024-10-24", "4000", "2025-02-10", "已于2024年10月23日期满"},
    {ABLE, "2024", "2024-12-20", "4000", "2025-03-03", NULL},
    {ABLE, "2024", "2024-12-20", "4000", "2025-03-04", "晚于2024年度证书的发证日期"},
    {FIVE_YEARS, "2024", "2024-12-20", "4000", "2025-02-10", NULL},
    {FIVE_YEARS, "2024", "2024-12-20", "4000", "2025-02-09", "质量相关工作59个月，不足5年"},
    {TWO_IN_MANAGEMENT, "2024", "2024-12-20", "4000", "2025-02-10", NULL},
    {TWO_IN_MANAGEMENT, "2024", "2024-12-20", "4000", "2025-02-09", "管理工作23个月，不足2年"},
    {COMPLETED, "2021", "2024-10-20", "4000", "2025-02-10", NULL},
};

/* One applicant of 2024, who was granted the certificate. */
static enum intake_state take_granted(struct desk *desk, unsigned who, const char *exam_year,
                                      const char *received, const char *characters,
                                      const char *decided)
{
    static const char *const papers_asked[] = {"质量经理职业资格认证申请表",
                                               "职业经理人资格认证申报登记表", "身份证正反面扫描件",
                                               "二寸彩色照片", "工作业绩报告"};
    struct buffer out = BUFFER_EMPTY;
    begin_file(&out, "certification-application", "2024", "2025-03-10");
    buffer_print(&out,
                 "<applicant exam-year='%s'><name>韩样例</name>"
                 "<identity-number>%s</identity-number><received>%s</received>"
                 "<report-characters>%s</report-characters>",
                 exam_year, identity(desk, who), received, characters);
    for (size_t i = 0; i < sizeof papers_asked / sizeof *papers_asked; i++)
        buffer_print(&out, "<paper>%s</paper>", papers_asked[i]);
    buffer_print(&out, "<decision result='granted' date='%s'/></applicant>", decided);
    return take_file(desk, &out, "certification-application", 0);
}

static void certificates_are_granted_up_to_each_limit(void **state)
{
    struct desk *desk = *state;
    examine(desk, "2021");
    examine(desk, "2024");
    desk_keep(desk);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        enum intake_state became =
            take_granted(desk, cases[i].who, cases[i].exam_year, cases[i].received,
                         cases[i].characters, cases[i].decided);
        if (became != (cases[i].wrong ? INTAKE_RETURNED : INTAKE_ACCEPTED) ||
            (cases[i].wrong && !was_heard(desk, cases[i].wrong)))
            fail_msg("case %zu (%s, %s): %s", i, cases[i].received, cases[i].decided,
                     buffer_string(&desk->text));
        int64_t certified = desk_number(desk, "SELECT count(*) FROM current_certified");
        assert_int_equal(certified, became == INTAKE_ACCEPTED);
        desk_restore(desk);
    }
}

/* What was right when it came in may be wrong by what comes after it: then there is no certificate,
 * and the reason is told. */
static void a_later_file_may_forbid_the_certificate(void **state)
{
    static const struct {
        const char *changed, *by, *hindrance;
    } sessions[] = {
        {"value=\"大专\"", "value=\"本科\"", "学历为大专，不到本科"},
        {"name=\"report-minimum\" value=\"3000\"", "name=\"report-minimum\" value=\"4001\"",
         "工作业绩报告4000字，不足4001字"},
        {"<certification-until>2025-01-05", "<certification-until>2024-12-19",
         "收到日期晚于认证申请截止日期2024年12月19日"},
    };
    struct desk *desk = *state;
    examine(desk, "2024");
    assert_int_equal(take_granted(desk, ABLE, "2024", "2024-12-20", "4000", "2025-02-10"),
                     INTAKE_ACCEPTED);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM current_certified"), 1);
    desk_keep(desk);
    for (size_t i = 0; i < sizeof sessions / sizeof *sessions; i++) {
        take_changed_session(desk, sessions[i].changed, sessions[i].by);
        assert_int_equal(desk_number(desk, "SELECT count(*) FROM current_certified"), 0);
        const char *as_expected =
            arena_print(desk->arena, "hindrance = '%s'", sessions[i].hindrance);
        if (number_of(desk, as_expected, "certification_standing", ABLE) != 1)
            fail_msg("not: %s", sessions[i].hindrance);
        desk_restore(desk);
    }
    struct buffer marks = BUFFER_EMPTY;
    begin_file(&marks, "exam-marks", "2024", "2024-11-30");
    write_marks(desk, &marks, ABLE, NULL);
    assert_int_equal(take_file(desk, &marks, "exam-marks", 1), INTAKE_ACCEPTED);
    assert_int_equal(
        number_of(desk, "hindrance = '2024年考试缺考'", "certification_standing", ABLE), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(months_count_up_to_the_examination, setup, desk_teardown),
        cmocka_unit_test_setup_teardown(points_at_the_pass_mark_pass, setup, desk_teardown),
        cmocka_unit_test_setup_teardown(who_has_no_points_has_no_total, setup, desk_teardown),
        cmocka_unit_test_setup_teardown(marks_count_in_the_city_of_the_application, setup,
                                        desk_teardown),
        cmocka_unit_test_setup_teardown(results_are_in_time_on_the_60th_day, setup, desk_teardown),
        cmocka_unit_test_setup_teardown(seats_are_filled_to_the_last_one, setup, desk_teardown),
        cmocka_unit_test_setup_teardown(a_seat_once_given_stays, setup, desk_teardown),
        cmocka_unit_test_setup_teardown(certificates_are_granted_up_to_each_limit, setup,
                                        desk_teardown),
        cmocka_unit_test_setup_teardown(a_later_file_may_forbid_the_certificate, setup,
                                        desk_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
