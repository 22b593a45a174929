/* Outputs with check="official-document": measured as they are drawn, before they get their names.
 */
#include "desk.h"

#include "definitions/profile.h"
#include "ruler/ruler.h"

/* The notice that holds every rule (tests/ruler), as a stylesheet; `old` in it replaced by `new`.
 */
static void write_stylesheet(struct desk *desk, const char *old, const char *new)
{
    struct buffer fo = BUFFER_EMPTY, profiles = BUFFER_EMPTY;
    assert_int_equal(file_read("tests/ruler/notice.fo", 1 << 20, &fo), 0);
    assert_int_equal(file_read("stylesheets/common/profiles.xml", 1 << 20, &profiles), 0);
    const char *text = buffer_string(&fo), *root = strstr(text, "<root "), *at = strstr(root, old);
    assert_non_null(at);
    desk_write(desk, "stylesheets/notice/notice.xsl",
               arena_print(desk->arena,
                           "%.*s<root xsl:version=\"1.0\""
                           " xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" %.*s%s%s",
                           (int)(root - text), text, (int)(at - root - 6), root + 6, new,
                           at + strlen(old)));
    desk_write(desk, "stylesheets/common/profiles.xml", buffer_string(&profiles));
    buffer_free(&fo);
    buffer_free(&profiles);
}

static struct publication_output output;

static struct publication publication_of(struct desk *desk)
{
    output =
        (struct publication_output){.format = OUTPUT_PDF,
                                    .stylesheet = desk_path(desk, "stylesheets/notice/notice.xsl"),
                                    .file = "notice.pdf",
                                    .mode = 0644,
                                    .checked = true};
    return (struct publication){.name = "notice",
                                .title = "通知",
                                .folder = desk_path(desk, "stylesheets/notice"),
                                .digest = "d",
                                .outputs = &output,
                                .output_count = 1};
}

static void pages_that_hold_the_standard_are_published(void **state)
{
    struct desk *desk = *state;
    write_stylesheet(desk, "space-before=\"4mm\"", "space-before=\"4.2mm\"");
    const struct publication publication = publication_of(desk);
    assert_int_equal(desk_publish(desk, &publication, &no_values, "published", 1), 0);
    assert_string_equal(buffer_string(&desk->log), "notice/ made published/notice.pdf\n");
    assert_int_equal(finding_count(desk->findings), 0);
}

static void a_broken_rule_leaves_no_file(void **state)
{
    struct desk *desk = *state;
    write_stylesheet(desk, "space-before=\"4mm\"", "space-before=\"7mm\"");
    const struct publication publication = publication_of(desk);
    assert_int_equal(desk_publish(desk, &publication, &no_values, "published", 1), 0);
    assert_string_equal(buffer_string(&desk->log), "notice/ failed\n");
    assert_false(desk_has(desk, "office/published/notice.pdf"));
    const struct finding *finding = desk_finding(desk, "format.red-rule-place");
    assert_non_null(finding);
    assert_int_equal(finding->level, FINDING_ERROR);
    assert_string_equal(finding->kind, "notice");
    assert_non_null(strstr(finding->rule, "7.2.7"));
    assert_non_null(strstr(finding->rule, "7.00 mm"));
}

static void a_rule_that_may_be_adapted_only_warns(void **state)
{
    struct desk *desk = *state;
    write_stylesheet(desk, "font-size=\"22pt\"", "font-size=\"20pt\"");
    const struct publication publication = publication_of(desk);
    assert_int_equal(desk_publish(desk, &publication, &no_values, "published", 1), 0);
    assert_true(desk_has(desk, "office/published/notice.pdf"));
    const struct finding *finding = desk_finding(desk, "format.title-size");
    assert_non_null(finding);
    assert_int_equal(finding->level, FINDING_WARNING);
}

struct told {
    size_t reports;
    bool held;
};

static void note(void *state, const struct publish_item *item, const struct ruler_report *report)
{
    struct told *told = state;
    assert_string_equal(item->name, "notice/");
    told->reports++;
    told->held = ruler_is_held(report, FINDING_NOTE);
}

static void measuring_alone_writes_nothing(void **state)
{
    struct desk *desk = *state;
    struct told told = {0};
    write_stylesheet(desk, "space-before=\"4mm\"", "space-before=\"7mm\"");
    const struct publication publication = publication_of(desk);
    const struct publish_request request = {.publication = &publication,
                                            .values = &no_values,
                                            .folder = "published",
                                            .measured = note,
                                            .state = &told};
    assert_int_equal(publish_run(desk->publisher, &request), 0);
    assert_int_equal(told.reports, 1);
    assert_false(told.held);
    assert_false(desk_has(desk, "office/published/notice.pdf"));
}

static void a_profile_that_is_not_there_is_found(void **state)
{
    struct desk *desk = *state;
    const struct parameter_value value = {"profile", "nowhere"};
    const struct parameter_values values = {&value, 1};
    const struct parameter parameter = {.name = "profile", .type = PARAMETER_TEXT};
    write_stylesheet(desk, "4mm", "4mm");
    struct publication publication = publication_of(desk);
    publication.parameters = &parameter;
    publication.parameter_count = 1;
    assert_int_equal(desk_publish(desk, &publication, &values, "published", 1), 0);
    assert_non_null(desk_finding(desk, "definition.profile-missing"));
    assert_false(desk_has(desk, "office/published/notice.pdf"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(pages_that_hold_the_standard_are_published),
        DESK_TEST(a_broken_rule_leaves_no_file),
        DESK_TEST(a_rule_that_may_be_adapted_only_warns),
        DESK_TEST(measuring_alone_writes_nothing),
        DESK_TEST(a_profile_that_is_not_there_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
