/* Stored views are computed once; their tables hide them until they are dropped. */
#include "scratch_store.h"

#include "store/view_snapshot.h"

static int make_sales(void **state)
{
    if (make_store(state) != 0)
        return -1;
    return store_execute(store,
                         "CREATE TABLE sale (amount INTEGER);"
                         "CREATE VIEW \"current_sale\" AS SELECT amount FROM sale;"
                         "CREATE VIEW \"current_sum\" AS SELECT sum(amount) AS s FROM current_sale;"
                         "CREATE VIEW \"current_double\" AS SELECT 2 * s AS d FROM current_sum;"
                         "INSERT INTO sale VALUES (1), (2)");
}

static int64_t number(const char *sql)
{
    return store_integer(store, sql, NULL, 0, -1);
}

static void a_view_named_and_those_it_reads_are_computed_once(void **state)
{
    (void)state;
    static const char sql[] = "SELECT d FROM current_double";
    assert_int_equal(number(sql), 6);
    assert_int_equal(view_snapshot_cover(store, sql), 0);
    assert_int_equal(number("SELECT count(*) FROM sqlite_temp_master"), 2); /* not current_sale */
    assert_int_equal(store_execute(store, "INSERT INTO sale VALUES (10)"), 0);
    assert_int_equal(number(sql), 6);
    assert_int_equal(number("SELECT s FROM current_sum"), 3);
    assert_int_equal(number("SELECT sum(amount) FROM current_sale"), 13);
    assert_int_equal(view_snapshot_cover(store, sql), 0); /* they are there */
    assert_int_equal(number(sql), 6);
}

static void dropped_they_show_what_is_stored_now(void **state)
{
    (void)state;
    assert_int_equal(view_snapshot_cover(store, "SELECT d FROM current_double"), 0);
    assert_int_equal(store_execute(store, "INSERT INTO sale VALUES (10)"), 0);
    assert_int_equal(view_snapshot_drop(store), 0);
    assert_int_equal(number("SELECT count(*) FROM sqlite_temp_master"), 0);
    assert_int_equal(number("SELECT d FROM current_double"), 26);
    assert_int_equal(view_snapshot_drop(store), 0);
}

static void what_is_no_stored_view_is_passed_over(void **state)
{
    (void)state;
    assert_int_equal(
        view_snapshot_cover(store, "SELECT 1 FROM current_nothing, my_current_sum, current_"), 0);
    assert_int_equal(number("SELECT count(*) FROM sqlite_temp_master"), 0);
}

static void a_connection_that_only_reads_may_take_one_too(void **state)
{
    (void)state;
    struct store *reader;
    assert_int_equal(store_open(path, STORE_READ, &reader), 0);
    assert_int_equal(view_snapshot_cover(reader, "SELECT d FROM current_double"), 0);
    assert_int_equal(store_integer(reader, "SELECT d FROM current_double", NULL, 0, -1), 6);
    assert_int_equal(store_execute(reader, "DELETE FROM sale"), -1);
    store_close(reader);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_sales, remove_store)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_view_named_and_those_it_reads_are_computed_once),
        TEST(dropped_they_show_what_is_stored_now),
        TEST(what_is_no_stored_view_is_passed_over),
        TEST(a_connection_that_only_reads_may_take_one_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
