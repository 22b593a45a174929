/* The ledger on a real sqlite file: numbers without a gap, none twice, nothing rewritten, and all
 * or nothing whoever is killed. */
#include "scratch_store.h"

#include <signal.h>
#include <stdbool.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/ledger.h"

static int enter(const char *series, const char *holder, char number[LEDGER_NUMBER_SIZE])
{
    const struct ledger_entry entry = {.series = series,
                                       .holder = holder,
                                       .publication = "certificates",
                                       .parameters = "exam=2024",
                                       .content = "{\"name\":\"样例甲\"}",
                                       .issued_on = "2024-12-20"};
    int64_t serial;
    return ledger_next_number(store, series, number, &serial) == 0 &&
                   ledger_enter(store, &entry, number, serial, &(struct ledger_seal){0}, 0) == 0
               ? 0
               : -1;
}

static int64_t count(const char *table)
{
    char sql[96];
    snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", table);
    return store_integer(store, sql, NULL, 0, -1);
}

static void numbers_run_in_their_series_and_end_with_a_check_digit(void **state)
{
    (void)state;
    char number[LEDGER_NUMBER_SIZE];
    assert_int_equal(enter("2024", "a", number), 0);
    assert_string_equal(number, "20240000010");
    assert_int_equal(enter("2024", "b", number), 0);
    assert_string_equal(number, "20240000028");
    assert_int_equal(enter("PZ2024", "a", number), 0);
    assert_string_equal(number, "PZ20240000010");
    assert_int_equal(enter("2024", "a", number), -1); /* one in force of a series */
    assert_int_equal(enter("2024", "c", number), 0);  /* which cost no number */
    assert_string_equal(number, "20240000036");
    assert_int_equal(count("certificate_event"), 4);
}

static void a_series_is_short_and_plain_and_ends_at_999999(void **state)
{
    (void)state;
    const char *const wrong[] = {"",      "2024/1", "2024.1",           "年2024",
                                 "2024 ", "x",      "12345678901234567"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(ledger_series_valid(wrong[i]));
    assert_true(ledger_series_valid("1234567890-ABCDE"));
    char number[LEDGER_NUMBER_SIZE];
    assert_int_equal(
        store_execute(
            store, "INSERT INTO certificate VALUES ('last', '1234567890-ABCDE', 999998, 'p', '',"
                   " 'h', '{}', '', '2024-01-01', 'issued', NULL, NULL, NULL, NULL, NULL, NULL)"),
        0);
    assert_int_equal(enter("1234567890-ABCDE", "a", number), 0);
    assert_int_equal(strlen(number), LEDGER_NUMBER_SIZE - 1);
    assert_int_equal(enter("1234567890-ABCDE", "b", number), -1);
}

static void a_voided_number_stays_used_and_its_holder_may_have_another(void **state)
{
    (void)state;
    char first[LEDGER_NUMBER_SIZE], second[LEDGER_NUMBER_SIZE], held[LEDGER_NUMBER_SIZE];
    enum ledger_standing standing;
    assert_int_equal(ledger_stand(store, "2024", "a", held, &standing), 0);
    assert_int_equal(standing, LEDGER_NONE);
    assert_int_equal(enter("2024", "a", first), 0);
    assert_int_equal(ledger_void(store, first, "材料不实", "2025-01-02", 0), 0);
    assert_int_equal(ledger_stand(store, "2024", "a", held, &standing), 0);
    assert_int_equal(standing, LEDGER_VOIDED);
    assert_string_equal(held, first);
    assert_int_equal(ledger_void(store, first, "再次", "2025-01-03", 0), -1);
    assert_int_equal(ledger_void(store, "20249999990", "没有", "2025-01-03", 0), -1);
    assert_int_equal(enter("2024", "a", second), 0);
    assert_string_equal(second, "20240000028");
    assert_int_equal(ledger_stand(store, "2024", "a", held, &standing), 0);
    assert_int_equal(standing, LEDGER_IN_FORCE);
    assert_string_equal(held, second);
}

static void a_replaced_one_names_its_successor_and_is_done_with(void **state)
{
    (void)state;
    char first[LEDGER_NUMBER_SIZE], second[LEDGER_NUMBER_SIZE], held[LEDGER_NUMBER_SIZE];
    enum ledger_standing standing;
    assert_int_equal(enter("2024", "a", first), 0);
    assert_int_equal(ledger_void(store, first, "遗失", "2025-01-02", 0), 0);
    assert_int_equal(ledger_replace(store, first, "补发", "2025-01-03", 0),
                     0); /* a voided one may */
    assert_int_equal(enter("2024", "a", second), 0);
    assert_int_equal(ledger_succeed(store, first, second), 0);
    assert_int_equal(ledger_succeed(store, first, "nobody"), -1); /* a number of the ledger */
    assert_int_equal(ledger_replace(store, first, "再次", "2025-01-04", 0), -1);
    assert_int_equal(ledger_void(store, first, "再次", "2025-01-04", 0), -1);
    assert_int_equal(ledger_stand(store, "2024", "a", held, &standing), 0);
    assert_int_equal(standing, LEDGER_IN_FORCE);
    assert_string_equal(held, second);
}

static void it_is_printed_once_and_keeps_its_first_file(void **state)
{
    (void)state;
    char number[LEDGER_NUMBER_SIZE];
    assert_int_equal(enter("2024", "a", number), 0);
    assert_int_equal(ledger_mark_printed(store, number, "one", "2024-12-21", 0), 0);
    assert_int_equal(ledger_mark_printed(store, number, "two", "2024-12-22", 0), 0);
    assert_int_equal(ledger_mark_printed(store, "2024", "one", "2024-12-21", 0), -1);
    assert_int_equal(store_integer(store,
                                   "SELECT count(*) FROM certificate WHERE state = 'printed'"
                                   " AND pdf_sha256 = 'one'",
                                   NULL, 0, 0),
                     1);
    assert_int_equal(count("certificate_event"), 2);
}

static void what_was_issued_cannot_be_rewritten_or_removed(void **state)
{
    (void)state;
    char number[LEDGER_NUMBER_SIZE];
    assert_int_equal(enter("2024", "a", number), 0);
    assert_int_equal(ledger_mark_printed(store, number, "one", "2024-12-21", 0), 0);
    const char *const attempts[] = {"DELETE FROM certificate",
                                    "UPDATE certificate SET number = '1'",
                                    "UPDATE certificate SET serial = 2",
                                    "UPDATE certificate SET holder = 'b'",
                                    "UPDATE certificate SET content = '{}'",
                                    "UPDATE certificate SET issued_on = '2024-12-21'",
                                    "UPDATE certificate SET payload = 'x'",
                                    "UPDATE certificate SET pdf_sha256 = 'two'",
                                    "UPDATE certificate SET pdf_sha256 = NULL",
                                    "UPDATE certificate SET state = 'issued'",
                                    "UPDATE certificate_event SET day = '2024-12-22'",
                                    "DELETE FROM certificate_event"};
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++)
        assert_int_equal(store_execute(store, attempts[i]), -1);
    assert_int_equal(count("certificate"), 1);
    assert_int_equal(ledger_void(store, number, "x", "2024-12-22", 0), 0);
    assert_int_equal(store_execute(store, "UPDATE certificate SET state = 'printed'"), -1);
    assert_int_equal(ledger_replace(store, number, "x", "2024-12-23", 0), 0);
    assert_int_equal(store_execute(store, "UPDATE certificate SET state = 'voided'"), -1);
    assert_int_equal(count("certificate_event"), 4);
    assert_int_equal(store_execute(store, "INSERT INTO signing_key VALUES"
                                          " ('12345678', 'key', '2024-01-01', '2025-01-01')"),
                     0);
    assert_int_equal(store_execute(store, "UPDATE signing_key SET retired_on = NULL"), -1);
    assert_int_equal(store_execute(store, "UPDATE signing_key SET public_key = 'other'"), -1);
    assert_int_equal(store_execute(store, "DELETE FROM signing_key"), -1);
}

/* A batch that is killed in the midst leaves no number behind. */
static void a_killed_batch_has_given_no_number(void **state)
{
    (void)state;
    char number[LEDGER_NUMBER_SIZE];
    assert_int_equal(enter("2024", "before", number), 0);
    store_close(store);
    pid_t child = fork();
    if (child == 0) {
        bool ready = store_open(path, STORE_WRITE, &store) == 0 && store_begin(store) == 0;
        for (int i = 0; ready && i < 500; i++) {
            char holder[24];
            snprintf(holder, sizeof holder, "%d", i);
            ready = enter("2024", holder, number) == 0;
        }
        if (ready)
            raise(SIGKILL);
        _exit(1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(store_open(path, STORE_WRITE, &store), 0);
    assert_int_equal(count("certificate"), 1);
    assert_int_equal(count("certificate_event"), 1);
    assert_int_equal(enter("2024", "after", number), 0);
    assert_string_equal(number, "20240000028");
}

#define LEDGER_TEST(test) cmocka_unit_test_setup_teardown(test, make_store, remove_store)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LEDGER_TEST(numbers_run_in_their_series_and_end_with_a_check_digit),
        LEDGER_TEST(a_series_is_short_and_plain_and_ends_at_999999),
        LEDGER_TEST(a_voided_number_stays_used_and_its_holder_may_have_another),
        LEDGER_TEST(a_replaced_one_names_its_successor_and_is_done_with),
        LEDGER_TEST(it_is_printed_once_and_keeps_its_first_file),
        LEDGER_TEST(what_was_issued_cannot_be_rewritten_or_removed),
        LEDGER_TEST(a_killed_batch_has_given_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
