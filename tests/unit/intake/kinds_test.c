/* The rules of the kinds that have broken samples. Of each kind: good files raise none of them, of
 * each broken file they say what tests/lint/KIND/CASE.findings has (and CASE.en.findings in
 * English, where CASE has “several”), and every rule is raised by one of them. All broken files
 * meet the same world: what the one before did is undone. REGEN=1 rewrites the goldens. */
#include <glob.h>

#include "base/message.h"
#include "desk.h"

/* A kind on trial: the good files that are taken in first, and the broken ones, as glob patterns.
 */
struct trial {
    const char *kind;
    const char *good[3];
    const char *broken;
    const char *issued; /* SQL that writes the ledger after them; NULL: nothing was issued */
    struct desk *desk;
    struct buffer said; /* of all broken files */
};

#define REGIONS       "schemas/regions/hubei.xml"
#define SAMPLE_REGION "samples/targets-2024/00-regions-samples.xml"
/* A scheme, and from some of its cities a small file of each kind. */
#define ASSESSMENT        "tests/lint/assessment/*.xml"
#define ASSESSMENT_BROKEN "samples/assessment-2024/broken/"
/* Sessions of three years, and from two or three cities a small file of each kind. */
#define EXAMINATION        "tests/lint/examination/*.xml"
#define EXAMINATION_BROKEN "samples/exam-2024/broken/"
/* A certificate of 2022 and one of 2024. */
#define ISSUED                                                                                     \
    "INSERT INTO certificate (number, series, serial, publication, parameters, holder, content,"   \
    " content_digest, issued_on, state) VALUES"                                                    \
    "('ZLJL20220000011', 'ZLJL2022', 1, 'certificates', 'exam=2022', '429999199211110049',"        \
    " '{\"exam\": \"2022\"}', 'x', '2023-03-01', 'printed'),"                                      \
    "('ZLJL20240000017', 'ZLJL2024', 1, 'certificates', 'exam=2024', '429999198607070069',"        \
    " '{\"exam\": \"2024\"}', 'x', '2025-03-03', 'issued')"

static struct trial trials[] = {
    {.kind = "official-document",
     .good = {"samples/documents/*.xml", "tests/lint/official-document/clean.xml"},
     .broken = "samples/documents/broken/*.xml"},
    {.kind = "cqo-return",
     .good = {REGIONS, SAMPLE_REGION, ASSESSMENT},
     .broken = ASSESSMENT_BROKEN "cqo-*.xml"},
    {.kind = "cqo-return", /* where nobody sent the samples' region */
     .good = {REGIONS, "tests/lint/assessment/assessment-scheme-*.xml"},
     .broken = "tests/lint/cqo-return/*.xml"},
    {.kind = "assessment-scheme",
     .good = {REGIONS, SAMPLE_REGION, ASSESSMENT},
     .broken = ASSESSMENT_BROKEN "scheme-*.xml"},
    {.kind = "methods-return",
     .good = {REGIONS, SAMPLE_REGION, ASSESSMENT},
     .broken = ASSESSMENT_BROKEN "methods-*.xml"},
    {.kind = "policy-return",
     .good = {REGIONS, SAMPLE_REGION, ASSESSMENT},
     .broken = ASSESSMENT_BROKEN "policy-*.xml"},
    {.kind = "award-application",
     .good = {REGIONS, SAMPLE_REGION, ASSESSMENT},
     .broken = ASSESSMENT_BROKEN "award-*.xml"},
    {.kind = "award-application", /* where nobody sent the samples' region */
     .good = {REGIONS, "tests/lint/assessment/assessment-scheme-*.xml"},
     .broken = "tests/lint/award-application/*.xml"},
    {.kind = "exam-session",
     .good = {REGIONS, SAMPLE_REGION, EXAMINATION},
     .broken = EXAMINATION_BROKEN "session-*.xml",
     .issued = ISSUED},
    {.kind = "membership",
     .good = {REGIONS, SAMPLE_REGION, EXAMINATION},
     .broken = EXAMINATION_BROKEN "membership-*.xml"},
    {.kind = "membership", /* where nobody sent the samples' region */
     .good = {REGIONS},
     .broken = "tests/lint/membership/*.xml"},
    {.kind = "exam-application",
     .good = {REGIONS, SAMPLE_REGION, EXAMINATION},
     .broken = EXAMINATION_BROKEN "application-*.xml",
     .issued = ISSUED},
    {.kind = "exam-application", /* nor a list of members, nor anything of earlier years */
     .good = {REGIONS, "tests/lint/examination/exam-session-*.xml"},
     .broken = "tests/lint/exam-application/*.xml"},
    {.kind = "exam-marks",
     .good = {REGIONS, SAMPLE_REGION, EXAMINATION},
     .broken = "tests/lint/exam-marks/*.xml"},
    {.kind = "certification-application",
     .good = {REGIONS, SAMPLE_REGION, EXAMINATION},
     .broken = "tests/lint/certification-application/*.xml",
     .issued = ISSUED},
};

enum { TRIALS = sizeof trials / sizeof *trials };

static void take_good_files_in_silence(struct trial *trial)
{
    struct desk *desk = trial->desk;
    glob_t found = {0};
    for (size_t i = 0; i < 3 && trial->good[i]; i++)
        assert_int_equal(glob(trial->good[i], i ? GLOB_APPEND : 0, NULL, &found), 0);
    desk_take_all(desk, (const char *const *)found.gl_pathv, found.gl_pathc);
    if (desk->text.length)
        print_message("%s", buffer_string(&desk->text));
    assert_int_equal(desk->text.length, 0);
    assert_int_equal(desk->count, found.gl_pathc);
    for (size_t i = 0; i < desk->count; i++)
        assert_int_equal(desk->results[i].state, INTAKE_ACCEPTED);
    globfree(&found);
}

static int setup(void **state)
{
    struct trial *trial = *state;
    trial->desk = memory_new(1, sizeof *trial->desk);
    desk_open(trial->desk);
    take_good_files_in_silence(trial);
    if (trial->issued)
        assert_int_equal(store_execute(trial->desk->workspace->store, trial->issued), 0);
    return 0;
}

static int teardown(void **state)
{
    struct trial *trial = *state;
    message_set_language(LANGUAGE_CHINESE);
    desk_close(trial->desk);
    free(trial->desk);
    trial->desk = NULL;
    return 0;
}

/* The golden of a broken file: its name, with `ending` for ".xml". */
static void compare(struct trial *trial, const char *path, const char *ending)
{
    const char *name = strrchr(path, '/') + 1;
    desk_compare(trial->desk, arena_print(trial->desk->arena, "tests/lint/%s/%.*s%s", trial->kind,
                                          (int)strlen(name) - 4, name, ending));
}

static void hear_in_chinese(struct trial *trial, const char *path)
{
    struct desk *desk = trial->desk;
    bool wrong = strstr(buffer_string(&desk->text), "：错误") != NULL;
    assert_true(desk->text.length > 0);
    assert_int_equal(desk->results[0].state, wrong ? INTAKE_RETURNED : INTAKE_ACCEPTED);
    compare(trial, path, ".findings");
    buffer_text(&trial->said, buffer_string(&desk->text));
}

/* Word for word where several things are wrong at once; of the others, that no name in braces was
 * left unfilled. */
static void hear_in_english(struct trial *trial, const char *path)
{
    assert_null(strpbrk(buffer_string(&trial->desk->text), "{}"));
    if (strstr(path, "several-"))
        compare(trial, path, ".en.findings");
}

/* Returned files leave no rows behind; only after an accepted one there is something to undo. */
static void take_each_broken_file(struct trial *trial, void (*judge)(struct trial *, const char *))
{
    glob_t found;
    desk_restore(trial->desk);
    assert_int_equal(glob(trial->broken, 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        enum intake_state became = desk_take(trial->desk, found.gl_pathv[i]);
        judge(trial, found.gl_pathv[i]);
        if (became == INTAKE_ACCEPTED)
            desk_restore(trial->desk);
    }
    globfree(&found);
}

static void rules_say_what_is_expected(void **state)
{
    struct trial *trial = *state;
    desk_keep(trial->desk);
    take_each_broken_file(trial, hear_in_chinese);
    message_set_language(LANGUAGE_ENGLISH);
    take_each_broken_file(trial, hear_in_english);
}

/* Whether a trial of that kind has heard of the rule, as terminals show it. */
static bool was_heard(const char *kind, const struct kind_rule *rule)
{
    char shown[80];
    snprintf(shown, sizeof shown, "（%s）", rule->id);
    for (size_t i = 0; i < TRIALS; i++)
        if (strcmp(trials[i].kind, kind) == 0 && strstr(buffer_string(&trials[i].said), shown))
            return true;
    return false;
}

/* After all trials. Each rule also speaks English and says how to mend. */
static void every_rule_was_raised(void **state)
{
    (void)state;
    size_t unheard = 0;
    struct desk desk;
    desk_open(&desk);
    for (size_t i = 0; i < TRIALS; i++) {
        const struct kind *kind = kind_lookup(desk.kinds, trials[i].kind);
        for (size_t j = 0; j < kind->rule_count; j++) {
            const struct kind_rule *rule = &kind->rules[j];
            if (!was_heard(kind->name, rule)) {
                print_message("no broken file raises %s\n", rule->id);
                unheard++;
            }
            assert_true(rule->english && rule->mend_chinese && rule->mend_english);
        }
    }
    desk_close(&desk);
    assert_int_equal(unheard, 0);
}

static int forget(void **state)
{
    (void)state;
    for (size_t i = 0; i < TRIALS; i++)
        buffer_free(&trials[i].said);
    return 0;
}

int main(void)
{
    struct CMUnitTest tests[TRIALS + 1];
    for (size_t i = 0; i < TRIALS; i++)
        tests[i] = (struct CMUnitTest){.name = trials[i].kind,
                                       .test_func = rules_say_what_is_expected,
                                       .setup_func = setup,
                                       .teardown_func = teardown,
                                       .initial_state = &trials[i]};
    tests[TRIALS] = (struct CMUnitTest)cmocka_unit_test(every_rule_was_raised);
    return cmocka_run_group_tests(tests, NULL, forget);
}
