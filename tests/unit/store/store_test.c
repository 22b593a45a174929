/* The store on a real sqlite file: what is committed stays, what is not never was, whoever is
 * killed. */
#include "scratch_store.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "../base/hearing.h"
#include "base/file.h"
#include "base/message.h"
#include "store/store_schema.h"

static int make_exposed_store(void **state)
{
    umask(0); /* the store must not need a strict one */
    return make_store(state);
}

static void put_run(struct store *into, const char *job)
{
    const char *values[] = {job};
    assert_true(store_run(into,
                          "INSERT INTO run (job, parameters, state, began_at)"
                          " VALUES (?1, '', 'running', '2024-01-10T00:00:00Z')",
                          values, 1) > 0);
}

static int64_t count_runs(struct store *from)
{
    return store_integer(from, "SELECT count(*) FROM run", NULL, 0, -1);
}

static void the_database_is_private_logged_ahead_and_keeps_foreign_keys(void **state)
{
    (void)state;
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    put_run(store, "a");
    char log[SCRATCH_PATH_SIZE];
    in_folder(log, "yinfa.db-wal");
    assert_int_equal(stat(log, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_int_equal(store_integer(store, "PRAGMA synchronous", NULL, 0, -1), 2);
    assert_int_equal(store_integer(store, "PRAGMA foreign_keys", NULL, 0, -1), 1);
    assert_int_equal(store_integer(store, "PRAGMA user_version", NULL, 0, -1),
                     store_schema_step_count);
    listen();
    int64_t wrong = store_run(store,
                              "INSERT INTO finding (submission, rule_id, level, rule)"
                              " VALUES (99, 'x', 'error', 'x')",
                              NULL, 0);
    hear();
    assert_int_equal(wrong, -1);
}

static void what_is_rolled_back_never_was(void **state)
{
    (void)state;
    assert_int_equal(store_begin(store), 0);
    put_run(store, "a");
    store_rollback(store);
    store_rollback(store); /* twice does no harm */
    assert_int_equal(count_runs(store), 0);
    assert_int_equal(store_begin(store), 0);
    put_run(store, "b");
    assert_int_equal(store_commit(store), 0);
    assert_int_equal(count_runs(store), 1);
    listen();
    assert_int_equal(store_begin(store), 0);
    assert_int_equal(store_begin(store), -1); /* they do not nest */
    store_rollback(store);
    assert_int_equal(store_commit(store), -1); /* nothing to commit */
    hear();
}

static void readers_read_while_the_writer_writes_and_cannot_write(void **state)
{
    (void)state;
    put_run(store, "a");
    struct store *reader = NULL;
    assert_int_equal(store_open(path, STORE_READ, &reader), 0);
    assert_int_equal(store_begin(store), 0);
    put_run(store, "b");
    assert_int_equal(count_runs(reader), 1); /* neither waits nor sees it yet */
    assert_int_equal(store_commit(store), 0);
    assert_int_equal(count_runs(reader), 2);
    listen();
    assert_int_equal(store_execute(reader, "DELETE FROM run"), -1);
    assert_int_equal(store_execute(reader, "CREATE TABLE x (y)"), -1);
    hear_that("只读");
    store_close(reader);
    assert_int_equal(count_runs(store), 2);
}

static void statements_are_kept_and_a_running_one_is_not_disturbed(void **state)
{
    (void)state;
    put_run(store, "a");
    put_run(store, "b");
    const char *sql = "SELECT job FROM run WHERE id >= :from ORDER BY id";
    struct query *first, *second, *third;
    assert_int_equal(store_query(store, "test", sql, &first), 0);
    query_bind_integer(first, "from", 1);
    query_bind_text(first, "not-used", "x");
    assert_int_equal(query_step(first), 1);
    assert_int_equal(store_query(store, "test", sql, &second), 0);
    assert_ptr_not_equal(first, second);
    query_bind_integer(second, "from", 2);
    assert_int_equal(query_step(second), 1);
    assert_string_equal(query_text(second, 0), "b");
    assert_string_equal(query_text(first, 0), "a");
    assert_int_equal(query_step(first), 1);
    assert_string_equal(query_text(first, 0), "b");
    assert_int_equal(query_step(first), 0);
    query_done(first);
    query_done(first);
    query_done(second);
    assert_int_equal(store_query(store, "test", sql, &third), 0);
    assert_true(third == first || third == second);
    assert_int_equal(query_step(third), 0); /* nothing bound is left from before: NULL */
    query_done(third);
    query_done(NULL);
}

static void columns_say_what_they_are(void **state)
{
    (void)state;
    struct query *query;
    assert_int_equal(store_query(store, "test",
                                 "SELECT 1 AS a, 'x' AS b, NULL AS c, 2.5 AS d, :t AS e, :n AS f",
                                 &query),
                     0);
    query_bind_text(query, "t", "汉字");
    query_bind_text(query, "n", NULL);
    assert_int_equal(query_step(query), 1);
    assert_int_equal(query_column_count(query), 6);
    assert_string_equal(query_column_name(query, 1), "b");
    assert_int_equal(query_column_index(query, "d"), 3);
    assert_int_equal(query_column_index(query, "z"), -1);
    assert_true(query_is_number(query, 0) && query_is_number(query, 3));
    assert_false(query_is_number(query, 1) || query_is_number(query, 2));
    assert_true(query_is_null(query, 2) && query_is_null(query, 5));
    assert_null(query_text(query, 2));
    assert_string_equal(query_text(query, 3), "2.5");
    assert_string_equal(query_text(query, 4), "汉字");
    assert_int_equal(query_integer(query, 0), 1);
    query_done(query);
}

static void a_mistake_in_sql_names_where_it_stands(void **state)
{
    (void)state;
    struct query *query;
    listen();
    assert_int_equal(store_query(store, "schemas/x/kind.xml:57", "SELECT nme FROM run", &query),
                     -1);
    hear();
    assert_non_null(strstr(said, "schemas/x/kind.xml:57"));
    assert_non_null(strstr(said, "nme"));
    listen();
    assert_int_equal(store_query(store, "a:1", "SELECT 1; SELECT 2", &query), -1);
    assert_int_equal(store_query(store, "a:1", " -- nothing\n", &query), -1);
    assert_int_equal(store_query(store, "a:1", "SELECT \"no such column\"", &query), -1);
    hear();
    assert_int_equal(store_query(store, "a:1", "SELECT 1; -- and nothing\n ", &query), 0);
    query_done(query);
}

static void only_one_query_that_reads_passes_the_check(void **state)
{
    (void)state;
    put_run(store, "a");
    const char *const right[] = {"SELECT job FROM run",
                                 "SELECT max(value) FROM json_each('[1, 2]')",
                                 "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                                 " WHERE i < 3) SELECT sum(i), chinese_date('2024-01-10') FROM n;"};
    const char *const wrong[] = {
        "DELETE FROM run",        "SELECT 1; DELETE FROM run", "",      "PRAGMA user_version = 9",
        "ATTACH '/tmp/x' AS x",   "CREATE TEMP TABLE x (y)",   "BEGIN", "VACUUM",
        "SELECT job FROM nowhere"};
    const char *passed = NULL;
    for (size_t i = 0; i < sizeof right / sizeof *right; i++)
        assert_int_equal(store_check(store, "a:1", right[i]), 0);
    listen();
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (store_check(store, "kind.xml:5", wrong[i]) != -1)
            passed = wrong[i];
    int64_t loaded = store_integer(store, "SELECT load_extension('x')", NULL, 0, -7);
    hear();
    if (passed)
        fail_msg("passed: %s", passed);
    assert_int_equal(loaded, -7);
    assert_int_equal(count_runs(store), 1);
    put_run(store, "b"); /* the check's restriction is lifted again */
}

static void the_functions_of_rules_are_there_and_give_null_for_null(void **state)
{
    (void)state;
    const char *const true_of[] = {
        "identity_check_digit('42999919900101001') = '5'",
        "identity_check_digit('x') IS NULL",
        "identity_birth('429999199001010015') = '1990-01-01'",
        "identity_mask('429999199001010015') = '429999********0015'",
        "identity_valid('429999199001010015') = 1 AND identity_valid('429999199001010014') = 0",
        "credit_code_valid('91429999MA0ABCDE6M') = 1 AND credit_code_valid('x') = 0",
        "identity_fault('429999199001010014') = 'check' AND identity_fault('429999199001010015') "
        "IS "
        "NULL",
        "credit_code_fault('91429999MA0ABCDE6N') = 'check' AND credit_code_fault(NULL) IS NULL",
        "credit_code_check_digit('91429999MA0ABCDE6N') = 'M'"
        " AND organization_check_digit('MA0ABCDE') = '6' AND organization_check_digit('x') IS NULL",
        "date_valid('2024-02-29') = 1 AND date_valid('2023-02-29') = 0",
        "chinese_date('2024-01-10') = '2024年1月10日' AND chinese_date('x') IS NULL",
        "sha256('abc') = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'"
        " AND sha256(2024) = sha256('2024') AND sha256('a' || char(0)) <> sha256('a')",
        "sha256(NULL) IS NULL",
        "identity_check_digit(NULL) IS NULL AND identity_birth(NULL) IS NULL"
        " AND identity_mask(NULL) IS NULL AND identity_valid(NULL) IS NULL"
        " AND credit_code_valid(NULL) IS NULL AND date_valid(NULL) IS NULL"
        " AND chinese_date(NULL) IS NULL",
        "date_valid('2024-02-29' || char(0) || 'x') = 0",
        "anniversary('2020-02-29', 5) = '2025-02-28' AND anniversary('2020-02-29', '5') = "
        "'2025-02-28'",
        "anniversary(NULL, 5) IS NULL AND anniversary('2020-01-01', NULL) IS NULL"
        " AND anniversary('x', 5) IS NULL",
        "rounded_ratio(1, 8, 2) = '0.13' AND rounded_ratio('615', 1000, 1) = '0.6'",
        "rounded_ratio(NULL, 8, 2) IS NULL AND rounded_ratio(1, NULL, 2) IS NULL"
        " AND rounded_ratio(1, 0, 2) IS NULL",
        "months_worked('2019-10-19', NULL, '2024-10-19') = 60"
        " AND months_worked(NULL, NULL, '2024-10-19') = 0",
        "(SELECT months_worked(f, u, '2024-10-19') FILTER (WHERE f > '2021')"
        "   FROM (SELECT '2020-01-01' AS f, '2020-12-31' AS u UNION ALL"
        "         SELECT '2022-01-01', '2022-06-30' UNION ALL SELECT '2023-01-01', '')) = 27",
    };
    for (size_t i = 0; i < sizeof true_of / sizeof *true_of; i++) {
        char sql[512];
        snprintf(sql, sizeof sql, "SELECT %s", true_of[i]);
        if (store_integer(store, sql, NULL, 0, 0) != 1)
            fail_msg("not true: %s", true_of[i]);
    }
    assert_int_equal(store_integer(store, "SELECT rounded_ratio(1.5, 2, 1)", NULL, 0, -7), -7);
    assert_int_equal(store_execute(store, "CREATE VIEW v AS SELECT chinese_date('2024-01-10') d"),
                     0);
    assert_int_equal(store_integer(store, "SELECT count(d) FROM v", NULL, 0, 0), 1);
}

static void a_writer_killed_in_a_transaction_leaves_the_last_commit(void **state)
{
    (void)state;
    put_run(store, "kept");
    store_close(store);
    store = NULL;
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        struct store *writer = NULL;
        if (store_open(path, STORE_WRITE, &writer) != 0 || store_begin(writer) != 0)
            _exit(1);
        /* more than the page cache holds, so that some of it is in the log */
        if (store_execute(writer,
                          "PRAGMA cache_size = 10; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
                          " SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO run (job,"
                          " parameters, state, began_at) SELECT 'lost', '', 'running', i"
                          " FROM n; DELETE FROM run WHERE job = 'kept'") != 0 ||
            write(ready[1], "x", 1) != 1)
            _exit(1);
        pause();
    }
    char byte;
    close(ready[1]);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);

    struct store *reader = NULL; /* a reader may come before any writer has tidied up */
    assert_int_equal(store_open(path, STORE_READ, &reader), 0);
    assert_int_equal(count_runs(reader), 1);
    store_close(reader);
    assert_int_equal(store_open(path, STORE_WRITE, &store), 0);
    assert_int_equal(
        store_integer(store, "SELECT count(*) FROM run WHERE job = 'kept'", NULL, 0, 0), 1);
    assert_int_equal(count_runs(store), 1);
    assert_int_equal(store_integer(store,
                                   "SELECT integrity_check = 'ok' FROM pragma_integrity_check",
                                   NULL, 0, 0),
                     1);
}

static void a_forked_reader_keeps_its_picture_while_the_parent_commits(void **state)
{
    (void)state;
    put_run(store, "0");
    pid_t child = fork();
    if (child == 0) {
        struct store *reader = NULL;
        struct query *query;
        int bad = store_open(path, STORE_READ, &reader) != 0;
        for (int round = 0; round < 50 && !bad; round++) {
            /* the two counts are of one statement, so of one moment */
            bad =
                store_query(reader, "test", "SELECT (SELECT count(*) FROM run) - max(id) FROM run",
                            &query) != 0 ||
                query_step(query) != 1 || query_integer(query, 0) != 0;
            query_done(query);
            usleep(500);
        }
        _exit(bad);
    }
    for (int i = 0; i < 200; i++) {
        assert_int_equal(store_begin(store), 0);
        for (int j = 0; j < 20; j++)
            put_run(store, "x");
        assert_int_equal(store_commit(store), 0);
    }
    int status = 1;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
}

static void another_programs_file_and_a_newer_schema_are_refused(void **state)
{
    (void)state;
    struct store *other = NULL;
    listen();
    assert_int_equal(store_open(path, STORE_CREATE, &other), -1);
    assert_int_equal(store_execute(store, "PRAGMA user_version = 99"), 0);
    assert_int_equal(store_open(path, STORE_WRITE, &other), -1);
    assert_int_equal(store_open(path, STORE_READ, &other), -1);
    hear();
    assert_non_null(strstr(said, "已经存在"));
    assert_non_null(strstr(said, "第 99 版"));
    assert_int_equal(store_execute(store, "PRAGMA user_version = 1; PRAGMA application_id = 5"), 0);
    listen();
    assert_int_equal(store_open(path, STORE_WRITE, &other), -1);
    hear_that("别的程序");
    char text[SCRATCH_PATH_SIZE];
    in_folder(text, "text.db");
    assert_int_equal(file_write(text, 0600, "this is no database, only some text in a file\n", 46),
                     0);
    listen();
    assert_int_equal(store_open(text, STORE_WRITE, &other), -1);
    hear_that("不是数据库");
}

static void an_older_schema_is_brought_up_step_by_step_or_not_at_all(void **state)
{
    (void)state;
    put_run(store, "kept");
    assert_int_equal(store_integer(store, "PRAGMA user_version", NULL, 0, 0),
                     store_schema_step_count);
    enum { MORE = 16 };
    size_t now = store_schema_step_count;
    assert_in_range(now, 1, MORE - 2);
    const char *steps[MORE]; /* those before the present ones have been taken */
    steps[now] = "ALTER TABLE run ADD COLUMN extra TEXT DEFAULT 'e'";
    steps[now + 1] = "DELETE FROM run; SELECT * FROM nowhere";
    assert_int_equal(store_schema_prepare(store, path, STORE_WRITE, steps, now + 1), 0);
    assert_int_equal(store_integer(store, "PRAGMA user_version", NULL, 0, 0), now + 1);
    assert_int_equal(store_integer(store, "SELECT count(extra) FROM run", NULL, 0, 0), 1);
    listen();
    assert_int_equal(store_schema_prepare(store, path, STORE_READ, steps, now + 2), -1);
    hear_that("旧版本");
    listen();
    assert_int_equal(store_schema_prepare(store, path, STORE_WRITE, steps, now + 2), -1);
    hear();
    assert_int_equal(store_integer(store, "PRAGMA user_version", NULL, 0, 0), now + 1);
    assert_int_equal(count_runs(store), 1);
}

#define STORE_TEST(test) cmocka_unit_test_setup_teardown(test, make_exposed_store, remove_store)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(the_database_is_private_logged_ahead_and_keeps_foreign_keys),
        STORE_TEST(what_is_rolled_back_never_was),
        STORE_TEST(readers_read_while_the_writer_writes_and_cannot_write),
        STORE_TEST(statements_are_kept_and_a_running_one_is_not_disturbed),
        STORE_TEST(columns_say_what_they_are),
        STORE_TEST(a_mistake_in_sql_names_where_it_stands),
        STORE_TEST(only_one_query_that_reads_passes_the_check),
        STORE_TEST(the_functions_of_rules_are_there_and_give_null_for_null),
        STORE_TEST(a_writer_killed_in_a_transaction_leaves_the_last_commit),
        STORE_TEST(a_forked_reader_keeps_its_picture_while_the_parent_commits),
        STORE_TEST(another_programs_file_and_a_newer_schema_are_refused),
        STORE_TEST(an_older_schema_is_brought_up_step_by_step_or_not_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
