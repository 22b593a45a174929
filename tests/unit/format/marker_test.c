/* Which marker a retrieval finds (XSL 1.1 §7.25.4): the four positions on a page, what is carried
 * over from pages before, and how far back that may be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <libxml/parser.h>
#include <string.h>

#include "format/marker.h"

/* Three markers of class "a": one, two, three. */
struct fixture {
    xmlDoc *document;
    struct chunk *chunk;
    struct marker *markers[3];
    struct marker_table *table;
};

static const char SOURCE[] = "<r><m marker-class-name='a'>one</m><m marker-class-name='a'>two</m>"
                             "<m marker-class-name='a'>three</m><m/></r>";

static int set_up(void **state)
{
    static struct fixture fixture;
    fixture.document = xmlReadMemory(SOURCE, sizeof SOURCE - 1, NULL, NULL, 0);
    fixture.chunk = chunk_new();
    fixture.table = marker_table_new();
    const xmlNode *node = xmlDocGetRootElement(fixture.document)->children;
    for (size_t i = 0; i < 3; i++, node = node->next)
        fixture.markers[i] = marker_new(fixture.chunk, node);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    marker_table_free(fixture->table);
    chunk_release(fixture->chunk);
    xmlFreeDoc(fixture->document);
    return 0;
}

static const char *found(const struct fixture *fixture, enum marker_position position,
                         enum marker_boundary boundary)
{
    const struct marker *marker = marker_table_find(fixture->table, "a", position, boundary);
    return marker ? (const char *)marker->node->children->content : "nothing";
}

#define PAGE     MARKER_BOUNDARY_PAGE
#define SEQUENCE MARKER_BOUNDARY_SEQUENCE
#define DOCUMENT MARKER_BOUNDARY_DOCUMENT

static void test_a_page_with_a_carried_area_and_two_that_start(void **state)
{
    struct fixture *fixture = *state;
    struct marker_table *table = fixture->table;
    marker_table_begin_area(table, fixture->markers[0], false); /* reaches in */
    marker_table_end_last_area(table, fixture->markers[0]);
    marker_table_begin_area(table, fixture->markers[1], true);
    marker_table_end_last_area(table, fixture->markers[1]);
    marker_table_begin_area(table, fixture->markers[2], true); /* reaches out */
    assert_string_equal(found(fixture, MARKER_FIRST_STARTING, PAGE), "two");
    assert_string_equal(found(fixture, MARKER_FIRST_INCLUDING_CARRYOVER, PAGE), "one");
    assert_string_equal(found(fixture, MARKER_LAST_STARTING, PAGE), "three");
    assert_string_equal(found(fixture, MARKER_LAST_ENDING, PAGE), "two");
}

static void test_an_area_that_neither_starts_nor_ends_here_is_better_than_none(void **state)
{
    struct fixture *fixture = *state;
    marker_table_begin_area(fixture->table, fixture->markers[0], false);
    assert_string_equal(found(fixture, MARKER_FIRST_STARTING, PAGE), "one");
    assert_string_equal(found(fixture, MARKER_LAST_ENDING, PAGE), "one");
}

static void test_a_page_without_areas_looks_back_as_far_as_its_boundary(void **state)
{
    struct fixture *fixture = *state;
    marker_table_begin_sequence(fixture->table);
    marker_table_begin_area(fixture->table, fixture->markers[0], true);
    marker_table_end_last_area(fixture->table, fixture->markers[0]);
    marker_table_turn(fixture->table);
    marker_table_turn(fixture->table); /* two pages on */
    assert_string_equal(found(fixture, MARKER_FIRST_STARTING, PAGE), "nothing");
    assert_string_equal(found(fixture, MARKER_FIRST_STARTING, SEQUENCE), "one");
    marker_table_begin_sequence(fixture->table);
    assert_string_equal(found(fixture, MARKER_FIRST_STARTING, SEQUENCE), "nothing");
    assert_string_equal(found(fixture, MARKER_FIRST_STARTING, DOCUMENT), "one");
}

/* The row that brought a marker is long gone when a later page asks for it. */
static void test_a_marker_outlives_the_chunk_it_came_in(void **state)
{
    struct fixture *fixture = *state;
    struct chunk *own = chunk_new();
    const xmlNode *node = xmlDocGetRootElement(fixture->document)->children;
    struct marker *marker = marker_new(own, node);
    marker_table_begin_area(fixture->table, marker, true);
    chunk_release(own);
    assert_string_equal(found(fixture, MARKER_LAST_STARTING, PAGE), "one");
}

static void test_a_marker_without_a_class_name_is_none(void **state)
{
    struct fixture *fixture = *state;
    const xmlNode *root = xmlDocGetRootElement(fixture->document);
    assert_null(marker_new(fixture->chunk, root->last));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_page_with_a_carried_area_and_two_that_start, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            test_an_area_that_neither_starts_nor_ends_here_is_better_than_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_page_without_areas_looks_back_as_far_as_its_boundary,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_marker_outlives_the_chunk_it_came_in, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_marker_without_a_class_name_is_none, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
