/* What becomes of a file: archived first, decided once, moved out of the inbox; again, corrected,
 * unreadable, interrupted. */
#include "desk.h"

static const char regions[] = "schemas/regions/hubei.xml";
static const char samples[] = "samples/targets-2024/00-regions-samples.xml";
static const char plan[] = "samples/targets-2024/target-plan-2024.xml";
static const char wuhan[] = "samples/targets-2024/enrolment-420100.xml";

static void take_plan(struct desk *desk)
{
    assert_int_equal(desk_take(desk, regions), INTAKE_ACCEPTED);
    assert_int_equal(desk_take(desk, samples), INTAKE_ACCEPTED);
    assert_int_equal(desk_take(desk, plan), INTAKE_ACCEPTED);
}

static const char *put_into_inbox(struct desk *desk, const char *from, const char *name)
{
    const char *to = arena_print(desk->arena, "%s/office/inbox/%s", desk->folder, name);
    assert_int_equal(file_copy(from, to, 0600, true, NULL), 0);
    return to;
}

static void an_accepted_file_leaves_the_inbox_and_keeps_its_bytes(void **state)
{
    struct desk *desk = *state;
    take_plan(desk);
    const char *inbox = put_into_inbox(desk, wuhan, "wuhan.xml");
    char wanted[DIGEST_HEX_SIZE], got[DIGEST_HEX_SIZE];
    assert_int_equal(file_digest(wuhan, wanted, NULL), 0);
    assert_int_equal(desk_take(desk, desk_path(desk, "office/inbox")), INTAKE_ACCEPTED);
    assert_false(file_exists(inbox));
    assert_int_equal(file_digest(desk_path(desk, "office/accepted/0004-wuhan.xml"), got, NULL), 0);
    assert_string_equal(got, wanted);
    const char *archived =
        arena_print(desk->arena, "%s/office/archive/%.2s/%s.xml", desk->folder, wanted, wanted);
    assert_int_equal(file_digest(archived, got, NULL), 0);
    assert_string_equal(got, wanted);
    struct stat status;
    assert_int_equal(stat(archived, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0400);
}

static void rows_know_line_order_and_parent(void **state)
{
    struct desk *desk = *state;
    take_plan(desk);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM current_target"), 17);
    assert_int_equal(desk_number(desk, "SELECT sum(head_count) FROM current_target"), 750);
    assert_int_equal(desk_number(desk, "SELECT ordinal FROM current_target"
                                       " WHERE region_code = '420300'"),
                     3);
    assert_int_equal(desk_number(desk, "SELECT line FROM current_target"
                                       " WHERE region_code = '420100'"),
                     9);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM current_target WHERE parent = 1"), 17);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM target_plan WHERE parent IS NULL"), 1);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM current_region_name AS n"
                                       " LEFT JOIN current_region AS r ON r.submission ="
                                       " n.submission AND r.ordinal = n.parent"
                                       " WHERE r.code IS NULL"),
                     0);
}

/* Also in a workspace that was filled before there was such an index. */
static void what_belongs_to_a_record_is_looked_up_by_it(void **state)
{
    struct desk *desk = *state;
    struct store *store = desk->workspace->store;
    take_plan(desk);
    assert_int_equal(store_execute(store, "DROP INDEX region_name_by_parent;"
                                          "DELETE FROM sqlite_stat1; DELETE FROM kinds"),
                     0);
    desk_reopen(desk);
    store = desk->workspace->store;
    struct query *query;
    assert_int_equal(store_query(store, __func__,
                                 "EXPLAIN QUERY PLAN SELECT line FROM current_region_name"
                                 " WHERE submission = 1 AND parent = 2",
                                 &query),
                     0);
    bool used = false;
    while (query_step(query) == 1)
        used = used || strstr(query_text(query, 3), "region_name_by_parent");
    query_done(query);
    assert_true(used);
}

static void the_same_bytes_again_change_nothing(void **state)
{
    struct desk *desk = *state;
    take_plan(desk);
    const char *inbox = put_into_inbox(desk, plan, "again.xml");
    assert_int_equal(desk_take(desk, desk_path(desk, "office/inbox")), INTAKE_UNCHANGED);
    assert_false(file_exists(inbox));
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM submission"), 3);
}

static void a_returned_file_again_is_still_returned_until_the_plan_arrives(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(desk_take(desk, regions), INTAKE_ACCEPTED);
    assert_int_equal(desk_take(desk, samples), INTAKE_ACCEPTED);
    assert_int_equal(desk_take(desk, wuhan), INTAKE_RETURNED);
    int64_t returned = desk->results[0].submission;
    assert_int_equal(desk_take(desk, wuhan), INTAKE_STILL_RETURNED);
    assert_int_equal(desk->results[0].submission, returned);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM submission"), 3);
    desk->count = 0;
    assert_int_equal(intake_retry(desk->intake, returned, desk_report, desk), 0);
    assert_int_equal(desk->results[0].state, INTAKE_STILL_RETURNED);
    assert_int_equal(desk_take(desk, plan), INTAKE_ACCEPTED);
    desk->count = 0;
    assert_int_equal(intake_retry(desk->intake, returned, desk_report, desk), 0);
    assert_int_equal(desk->results[0].state, INTAKE_ACCEPTED);
    assert_int_equal(desk->results[0].submission, returned);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM current_enrolment"), 1);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM finding WHERE level = 'error'"), 0);
}

static void a_later_one_of_the_same_sender_supersedes_and_both_are_kept(void **state)
{
    struct desk *desk = *state;
    take_plan(desk);
    assert_int_equal(desk_take(desk, wuhan), INTAKE_ACCEPTED);
    struct buffer bytes = BUFFER_EMPTY;
    assert_int_equal(file_read(wuhan, 1 << 20, &bytes), 0);
    buffer_byte(&bytes, '\n');
    const char *later = desk_write(desk, "later.xml", bytes.bytes, bytes.length);
    buffer_free(&bytes);
    int64_t persons = desk_number(desk, "SELECT count(*) FROM current_enrolment_person");
    assert_int_equal(desk_take(desk, later), INTAKE_ACCEPTED);
    assert_int_equal(desk->results[0].supersedes, 4);
    assert_int_equal(desk_number(desk, "SELECT superseded_by FROM submission WHERE id = 4"), 5);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM current_enrolment_person"), persons);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM enrolment_person"), 2 * persons);
}

static void what_cannot_be_read_is_on_record_once(void **state)
{
    struct desk *desk = *state;
    const char *fifo = desk_path(desk, "pipe.xml"), *folder = desk_path(desk, "folder.xml");
    assert_int_equal(mkfifo(fifo, 0600), 0);
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_int_equal(desk_take(desk, fifo), INTAKE_RETURNED);
    assert_non_null(strstr(desk->text.bytes, "intake.special-file"));
    assert_int_equal(desk_take(desk, fifo), INTAKE_STILL_RETURNED);
    assert_int_equal(desk_take(desk, folder), INTAKE_RETURNED);
    assert_non_null(strstr(desk->text.bytes, "intake.folder"));
    assert_int_equal(desk_take(desk, desk_path(desk, "nowhere.xml")), INTAKE_RETURNED);
    assert_non_null(strstr(desk->text.bytes, "intake.unreadable"));
    assert_int_equal(desk_take(desk, desk_write(desk, "empty.xml", "", 0)), INTAKE_RETURNED);
    assert_non_null(strstr(desk->text.bytes, "intake.empty-file"));
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM submission"), 4);
}

static void names_from_outside_become_safe_ones(void **state)
{
    struct desk *desk = *state;
    const char *odd = desk_write(desk, "a\nb\033[31m.xml", "<a/>", 4);
    assert_int_equal(desk_take(desk, odd), INTAKE_RETURNED);
    assert_true(file_exists(desk_path(desk, "office/returned/0001-a_b_[31m/a_b_[31m.xml")));
    assert_int_equal(desk->results[0].notes, 1);
}

static void every_encoding_that_offices_use_is_read(void **state)
{
    struct desk *desk = *state;
    take_plan(desk);
    static const char *const encodings[] = {"GB18030", "GBK", "UTF-16"};
    for (size_t i = 0; i < 3; i++) {
        const char *path = desk_path(desk, encodings[i]);
        const char *command = arena_print(
            desk->arena,
            "sed '1s/UTF-8/%s/; s/ sent=/ %*s sent=/' samples/targets-2024/enrolment-420900.xml"
            " | iconv -f UTF-8 -t %s >%s",
            encodings[i], (int)i, "", encodings[i], path);
        assert_int_equal(system(command), 0);
        assert_int_equal(desk_take(desk, path), INTAKE_RETURNED);
        assert_int_equal(desk->results[0].errors, 1);
        assert_non_null(strstr(desk->text.bytes, "合计人数44与报名人员数41不符"));
    }
}

/* --- Interrupted ---------------------------------------------------------------------------------
 */

static const char *fill_inbox(struct desk *desk)
{
    put_into_inbox(desk, regions, "1.xml");
    put_into_inbox(desk, "samples/targets-2024/broken/not-well-formed.xml", "2.xml");
    return desk_path(desk, "office/inbox");
}

static void both_are_dealt_with(struct desk *desk, const char *inbox)
{
    desk_reopen(desk);
    assert_int_equal(intake_run(desk->intake, &inbox, 1, desk_report, desk), 0);
    desk->count = 0;
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM submission"), 2);
    assert_int_equal(desk_number(desk, "SELECT count(*) FROM submission"
                                       " WHERE place IS NULL OR state = 'registered'"),
                     0);
    assert_true(file_exists(desk_path(desk, "office/accepted/0001-1.xml")));
    assert_true(file_exists(desk_path(desk, "office/returned/0002-2/2.xml")));
    assert_false(file_exists(desk_path(desk, "office/inbox/1.xml")));
    assert_false(file_exists(desk_path(desk, "office/inbox/2.xml")));
}

/* After each possible failure of the file system the next run ends as an undisturbed one does. */
static void a_failure_at_any_file_operation_is_made_good_by_the_next_run(void **state)
{
    desk_fail_each(*state, fill_inbox, both_are_dealt_with);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_setup, desk_teardown)
        TEST(an_accepted_file_leaves_the_inbox_and_keeps_its_bytes),
        TEST(rows_know_line_order_and_parent),
        TEST(what_belongs_to_a_record_is_looked_up_by_it),
        TEST(the_same_bytes_again_change_nothing),
        TEST(a_returned_file_again_is_still_returned_until_the_plan_arrives),
        TEST(a_later_one_of_the_same_sender_supersedes_and_both_are_kept),
        TEST(what_cannot_be_read_is_on_record_once),
        TEST(names_from_outside_become_safe_ones),
        TEST(every_encoding_that_offices_use_is_read),
        TEST(a_failure_at_any_file_operation_is_made_good_by_the_next_run),
    };
    progress_set_quiet(true);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
