/* The data document: what stylesheets see, to the byte, and the digest over it. */
#include "desk.h"

static struct publication cities(struct desk *desk, const struct publication_query *queries,
                                 size_t count)
{
    return (struct publication){.name = "cities",
                                .title = "{year}年地区",
                                .folder = desk->stylesheets,
                                .digest = "d",
                                .queries = queries,
                                .query_count = count};
}

static const char *write_data(struct desk *desk, const struct publication *publication,
                              const struct parameter_values *values)
{
    const struct publish_request request = {.publication = publication, .values = values};
    struct buffer text = BUFFER_EMPTY;
    assert_int_equal(publish_write_data(desk->publisher, &request, &text), 0);
    const char *copy = arena_copy(desk->arena, buffer_string(&text));
    buffer_free(&text);
    return copy;
}

static void rows_become_attributes_and_null_is_absent(void **state)
{
    struct desk *desk = *state;
    const struct publication_query queries[] = {
        {.name = "two",
         .sql = "SELECT name, head_count, remark FROM city WHERE code < '420600' ORDER BY code",
         .origin = "test:1"},
        {.name = "none", .sql = "SELECT name FROM city WHERE 0", .origin = "test:2"}};
    struct publication publication = cities(desk, queries, 2);
    const struct parameter_value items[] = {{"year", "2024"}};
    assert_string_equal(write_data(desk, &publication, &(struct parameter_values){items, 1}),
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<data publication=\"cities\">\n"
                        "  <parameter name=\"year\" value=\"2024\"/>\n"
                        "  <query name=\"two\">\n"
                        "    <row name=\"武汉市\" head_count=\"100\"/>\n"
                        "    <row name=\"宜昌市\" head_count=\"60\" remark=\"含&quot;县&quot;\"/>\n"
                        "  </query>\n"
                        "  <query name=\"none\"/>\n"
                        "</data>\n");
}

static void a_column_that_is_xml_becomes_a_child(void **state)
{
    struct desk *desk = *state;
    const struct publication_query queries[] = {
        {.name = "one",
         .sql = "SELECT 1 AS n, '<d xmlns=\"urn:d\"><p>甲<b>乙</b></p></d>' AS content",
         .origin = "test:1",
         .xml = "content"}};
    struct publication publication = cities(desk, queries, 1);
    const char *text = write_data(desk, &publication, &(struct parameter_values){0});
    assert_non_null(strstr(text, "<row n=\"1\">"));
    assert_non_null(strstr(text, "<d xmlns=\"urn:d\">"));
    assert_non_null(strstr(text, "<p>甲<b>乙</b></p>"));
    assert_non_null(strstr(text, "</content>"));
}

static void parameters_are_bound_never_spliced(void **state)
{
    struct desk *desk = *state;
    const struct publication_query queries[] = {
        {.name = "found",
         .sql = "SELECT name, :name AS asked FROM city WHERE name = :name OR code = '420100'",
         .origin = "test:1"}};
    struct publication publication = cities(desk, queries, 1);
    const struct parameter_value items[] = {{"name", "' OR 1=1; DROP TABLE city; --"}};
    const char *text = write_data(desk, &publication, &(struct parameter_values){items, 1});
    assert_non_null(strstr(text, "<row name=\"武汉市\" asked=\"' OR 1=1; DROP TABLE city; --\"/>"));
    assert_null(strstr(text, "宜昌市"));
    assert_int_equal(
        store_integer(desk->workspace->store, "SELECT count(*) FROM city", NULL, 0, -1), 4);
}

static void integers_are_bound_as_integers(void **state)
{
    struct desk *desk = *state;
    const struct publication_query queries[] = {
        {.name = "found",
         .sql = "SELECT typeof(:year) AS year, typeof(:text) AS text",
         .origin = "test:1"}};
    struct publication publication = cities(desk, queries, 1);
    const struct parameter parameters[] = {{.name = "year", .type = PARAMETER_INTEGER},
                                           {.name = "text", .type = PARAMETER_TEXT}};
    publication.parameters = parameters;
    publication.parameter_count = 2;
    const struct parameter_value items[] = {{"year", "2024"}, {"text", "2024"}};
    assert_non_null(strstr(write_data(desk, &publication, &(struct parameter_values){items, 2}),
                           "year=\"integer\" text=\"text\""));
}

static void mode_each_shows_its_row_and_binds_its_columns(void **state)
{
    struct desk *desk = *state;
    const struct publication_query queries[] = {
        {.name = "all",
         .sql = "SELECT code, name FROM city ORDER BY code DESC",
         .origin = "test:1"},
        {.name = "one",
         .sql = "SELECT head_count FROM city WHERE code = :code",
         .origin = "test:2"}};
    struct publication publication = cities(desk, queries, 2);
    publication.each_query = "all";
    publication.each_key = "code";
    assert_string_equal(write_data(desk, &publication, &no_values),
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<data publication=\"cities\">\n"
                        "  <each>\n"
                        "    <row code=\"429004\" name=\"仙桃市\"/>\n"
                        "  </each>\n"
                        "  <query name=\"one\">\n"
                        "    <row head_count=\"15\"/>\n"
                        "  </query>\n"
                        "</data>\n");
}

static void characters_xml_forbids_are_replaced(void **state)
{
    struct desk *desk = *state;
    const struct publication_query queries[] = {
        {.name = "bad",
         .sql =
             "SELECT 'a' || char(1) || 'b' || char(65535) || CAST(x'ff' AS TEXT) || '文' AS text",
         .origin = "test:1"}};
    struct publication publication = cities(desk, queries, 1);
    assert_non_null(
        strstr(write_data(desk, &publication, &no_values), "text=\"a\uFFFDb\uFFFD\uFFFD文\""));
}

static void a_column_without_a_name_fails(void **state)
{
    struct desk *desk = *state;
    const struct publication_query queries[] = {
        {.name = "bad", .sql = "SELECT count(*) FROM city", .origin = "test:1"}};
    struct publication publication = cities(desk, queries, 1);
    const struct publish_request request = {.publication = &publication, .values = &no_values};
    struct buffer text = BUFFER_EMPTY;
    unsigned long before = failure_count();
    assert_int_equal(publish_write_data(desk->publisher, &request, &text), -1);
    assert_int_equal(failure_count(), before + 1);
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(rows_become_attributes_and_null_is_absent),
        DESK_TEST(a_column_that_is_xml_becomes_a_child),
        DESK_TEST(parameters_are_bound_never_spliced),
        DESK_TEST(integers_are_bound_as_integers),
        DESK_TEST(mode_each_shows_its_row_and_binds_its_columns),
        DESK_TEST(characters_xml_forbids_are_replaced),
        DESK_TEST(a_column_without_a_name_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
