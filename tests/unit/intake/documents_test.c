/* The rules of official documents: silent on every sample, and on each document of
 * samples/documents/broken/ saying exactly what tests/lint/official-document/ has. There is a
 * broken document for every rule. REGEN=1 rewrites the goldens. */
#include <glob.h>

#include "base/message.h"
#include "desk.h"

#define GOLDENS "tests/lint/official-document/"

static int setup(void **state)
{
    struct desk *desk = memory_new(1, sizeof *desk);
    desk_open(desk);
    *state = desk;
    return 0;
}

static int teardown(void **state)
{
    message_set_language(LANGUAGE_CHINESE);
    desk_close(*state);
    free(*state);
    return 0;
}

static void take_in_silence(struct desk *desk, const char *path)
{
    enum intake_state became = desk_take(desk, path);
    if (desk->text.length)
        print_message("%s:\n%s", path, buffer_string(&desk->text));
    assert_int_equal(became, INTAKE_ACCEPTED);
    assert_int_equal(desk->text.length, 0);
}

static void take_samples(struct desk *desk)
{
    glob_t found;
    assert_int_equal(glob("samples/documents/*.xml", 0, NULL, &found), 0);
    assert_true(found.gl_pathc >= 20);
    for (size_t i = 0; i < found.gl_pathc; i++)
        take_in_silence(desk, found.gl_pathv[i]);
    globfree(&found);
}

/* CASE of ".../CASE.xml". */
static const char *case_name(struct desk *desk, const char *path)
{
    const char *name = strrchr(path, '/') + 1;
    return arena_print(desk->arena, "%.*s", (int)strlen(name) - 4, name);
}

static void good_documents_give_no_finding(void **state)
{
    take_samples(*state);
    take_in_silence(*state, GOLDENS "clean.xml");
}

/* Of each rule's id, whether `said` has it as terminals show it. */
static void every_rule_was_heard(const struct kind *kind, const char *said)
{
    for (size_t i = 0; i < kind->rule_count; i++) {
        char shown[80];
        snprintf(shown, sizeof shown, "（%s）", kind->rules[i].id);
        if (!strstr(said, shown))
            print_message("no broken document for %s\n", kind->rules[i].id);
        assert_non_null(strstr(said, shown));
    }
}

static void each_broken_document_gives_what_is_expected(void **state)
{
    struct desk *desk = *state;
    struct buffer said = BUFFER_EMPTY;
    glob_t found;
    take_samples(desk);
    assert_int_equal(glob("samples/documents/broken/*.xml", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *name = case_name(desk, found.gl_pathv[i]);
        enum intake_state became = desk_take(desk, found.gl_pathv[i]);
        bool wrong = strstr(buffer_string(&desk->text), "：错误") != NULL;
        assert_int_equal(became, wrong ? INTAKE_RETURNED : INTAKE_ACCEPTED);
        assert_true(desk->text.length > 0);
        desk_compare(desk, arena_print(desk->arena, GOLDENS "%s.findings", name));
        buffer_text(&said, buffer_string(&desk->text));
    }
    globfree(&found);
    every_rule_was_heard(kind_lookup(desk->kinds, "official-document"), buffer_string(&said));
    buffer_free(&said);
}

/* Word for word where several things are wrong at once; of the others, that no name in braces was
 * left unfilled. */
static void the_same_is_said_in_english(void **state)
{
    struct desk *desk = *state;
    glob_t found;
    take_samples(desk);
    message_set_language(LANGUAGE_ENGLISH);
    assert_int_equal(glob("samples/documents/broken/*.xml", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *name = case_name(desk, found.gl_pathv[i]);
        desk_take(desk, found.gl_pathv[i]);
        assert_null(strpbrk(buffer_string(&desk->text), "{}"));
        if (strncmp(name, "several-", 8) == 0)
            desk_compare(desk, arena_print(desk->arena, GOLDENS "%s.en.findings", name));
    }
    globfree(&found);
    const struct kind *kind = kind_lookup(desk->kinds, "official-document");
    for (size_t i = 0; i < kind->rule_count; i++)
        assert_true(kind->rules[i].english && kind->rules[i].mend_chinese &&
                    kind->rules[i].mend_english);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(good_documents_give_no_finding, setup, teardown),
        cmocka_unit_test_setup_teardown(each_broken_document_gives_what_is_expected, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_same_is_said_in_english, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
