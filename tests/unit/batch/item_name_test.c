/* Item names: everything printed can be asked about by a name; what parameter_write() writes is
 * read back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "batch/item_name.h"

static struct item_name parsed(struct arena *arena, const char *text)
{
    struct item_name name;
    assert_int_equal(item_name_parse(text, arena, &name), 0);
    return name;
}

static void a_cell_is_publication_parameters_row_and_column(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct item_name name = parsed(arena, "target-list/year=2024#420100.head_count");
    assert_string_equal(name.publication, "target-list");
    assert_string_equal(name.parameters[0], "year=2024");
    assert_null(name.parameters[1]);
    assert_string_equal(name.key, "420100");
    assert_string_equal(name.column, "head_count");
    assert_null(name.query);
    assert_null(name.each);
    arena_free(arena);
}

static void a_query_and_an_item_of_each_may_be_named(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct item_name name = parsed(arena, "roster/year=2024&identity=full#420100/persons:12.name");
    assert_string_equal(name.parameters[1], "identity=full");
    assert_string_equal(name.each, "420100");
    assert_string_equal(name.query, "persons");
    assert_string_equal(name.key, "12");
    assert_string_equal(name.column, "name");
    arena_free(arena);
}

static void percent_encoding_is_undone_and_parts_may_be_absent(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct item_name name = parsed(arena, "list/office=a%2Fb%26c");
    assert_string_equal(name.parameters[0], "office=a/b&c");
    assert_null(name.key);
    name = parsed(arena, "list/");
    assert_null(name.parameters[0]);
    name = parsed(arena, "list/#甲");
    assert_string_equal(name.key, "甲");
    assert_null(name.column);
    name = parsed(arena, "register#CMQ20240000010/a.name"); /* no parameters, no slash for them */
    assert_string_equal(name.publication, "register");
    assert_null(name.parameters[0]);
    assert_string_equal(name.each, "CMQ20240000010");
    assert_string_equal(name.column, "name");
    assert_int_equal(item_name_parse("#x", arena, &name), -1);
    assert_int_equal(item_name_parse("no-slash", arena, &name), -1);
    assert_int_equal(item_name_parse("/x", arena, &name), -1);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cell_is_publication_parameters_row_and_column),
        cmocka_unit_test(a_query_and_an_item_of_each_may_be_named),
        cmocka_unit_test(percent_encoding_is_undone_and_parts_may_be_absent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
