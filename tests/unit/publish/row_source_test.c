/* The row source: rows come in order, chunk by chunk, and memory does not grow with them. */
#include "desk.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "publish/row_source.h"

#define SHEET(rows)                                                                                \
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"               \
    " xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:y='urn:yinfa:format'>\n"                  \
    "<xsl:variable name='unit' select='/data/query[@name=\"plan\"]/row/@unit'/>\n"                 \
    "<xsl:template match='/'><fo:table-body>" rows "</fo:table-body></xsl:template>\n"             \
    "<xsl:template match='row' mode='line'>\n"                                                     \
    "<fo:table-row><fo:table-cell><fo:block><xsl:value-of select='concat(@n,$unit,\"/\","          \
    "position(),\"/\",last())'/></fo:block></fo:table-cell></fo:table-row></xsl:template>\n"       \
    "<xsl:template match='row' mode='even'><xsl:if test='@n mod 2 = 0'>"                           \
    "<fo:table-row><xsl:value-of select='@n'/></fo:table-row></xsl:if></xsl:template>\n"           \
    "<xsl:template match='row' mode='nested'><y:rows query='numbers' mode='line'/>"                \
    "</xsl:template>\n"                                                                            \
    "<xsl:template match='row' mode='broken'><xsl:if test='@n = 7'><xsl:message terminate='yes'>"  \
    "七</xsl:message></xsl:if><fo:table-row/></xsl:template>\n"                                   \
    "</xsl:stylesheet>\n"

struct reading {
    struct desk *desk;
    struct arena *arena;
    struct composition_request request;
    struct stylesheet *stylesheet;
    struct composition composition;
    xmlDoc *result;
    struct row_source *source;
    struct fo_source as_source;
};

static const struct publication_query queries[] = {
    {.name = "plan", .sql = "SELECT '人' AS unit", .origin = "test:1"},
    {.name = "numbers",
     .sql = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < :count)"
            " SELECT n FROM n WHERE n <= :count",
     .origin = "test:2"}};
static const struct parameter parameters[] = {{.name = "count", .type = PARAMETER_INTEGER}};
static const struct publication publication = {.name = "long",
                                               .title = "长表",
                                               .parameters = parameters,
                                               .parameter_count = 1,
                                               .queries = queries,
                                               .query_count = 2};
static struct item whole = {.name = "long/"};

static void open_reading(struct desk *desk, const char *text, struct parameter_values *values,
                         struct reading *reading)
{
    desk_write(desk, "stylesheets/long/long.xsl", text);
    desk->findings = finding_list_new(desk->arena);
    const struct stylesheet_where where = {.kind = "long", .findings = desk->findings};
    *reading =
        (struct reading){.desk = desk,
                         .arena = arena_new(),
                         .request = {.store = desk->workspace->store,
                                     .publication = &publication,
                                     .values = values,
                                     .item = &whole},
                         .stylesheet = stylesheet_read(desk_path(desk, "stylesheets/long/long.xsl"),
                                                       desk->stylesheets, &where)};
    assert_non_null(reading->stylesheet);
    assert_int_equal(composition_read(&reading->request, true, reading->stylesheet, reading->arena,
                                      &reading->composition),
                     0);
    reading->result = stylesheet_apply(reading->stylesheet, reading->composition.document, &where);
    assert_non_null(reading->result);
    reading->source = row_source_open(&reading->request, reading->stylesheet,
                                      reading->composition.document, reading->result, &where);
    reading->as_source = row_source_as_source(reading->source);
}

static void close_reading(struct reading *reading)
{
    row_source_close(reading->source);
    xmlFreeDoc(reading->result);
    composition_free(&reading->composition);
    stylesheet_free(reading->stylesheet);
    arena_free(reading->arena);
}

static void write_content(struct reading *reading, const xmlNode *parent, struct buffer *out)
{
    const struct fo_source *source = &reading->as_source;
    for (const xmlNode *node = source->next(source->state, parent, NULL); node;
         node = source->next(source->state, parent, node)) {
        if (node->type == XML_TEXT_NODE)
            buffer_text(out, (const char *)node->content);
        else
            write_content(reading, node, out);
    }
}

/* The children of the body, their text with a blank behind each. */
static const char *read_body(struct reading *reading)
{
    struct buffer out = BUFFER_EMPTY;
    const struct fo_source *source = &reading->as_source;
    const xmlNode *body = source->root(source->state);
    for (const xmlNode *row = source->next(source->state, body, NULL); row;
         row = source->next(source->state, body, row)) {
        write_content(reading, row, &out);
        buffer_byte(&out, ' ');
    }
    const char *copy = arena_copy(reading->desk->arena, buffer_string(&out));
    buffer_free(&out);
    return copy;
}

static void rows_come_in_order_through_chunks(void **state)
{
    struct parameter_value items[] = {{"count", "7"}};
    struct parameter_values values = {items, 1};
    struct reading reading;
    open_reading(*state, SHEET("<y:rows query='numbers' mode='line' chunk='3'/>"), &values,
                 &reading);
    assert_string_equal(read_body(&reading),
                        "1人/1/3 2人/2/3 3人/3/3 4人/1/3 5人/2/3 6人/3/3 7人/1/1 ");
    assert_string_equal(read_body(&reading),
                        "1人/1/3 2人/2/3 3人/3/3 4人/1/3 5人/2/3 6人/3/3 7人/1/1 ");
    assert_false(reading.as_source.failed(reading.as_source.state));
    close_reading(&reading);
}

static void rows_stand_between_what_is_around_them(void **state)
{
    struct parameter_value items[] = {{"count", "2"}};
    struct parameter_values values = {items, 1};
    struct reading reading;
    open_reading(*state,
                 SHEET("<fo:table-row>前</fo:table-row><y:rows query='numbers' mode='line'/>"
                       "<fo:table-row>中</fo:table-row><y:rows query='numbers' mode='line'/>"
                       "<y:rows query='numbers' mode='even'/><fo:table-row>后</fo:table-row>"),
                 &values, &reading);
    assert_string_equal(read_body(&reading), "前 1人/1/2 2人/2/2 中 1人/1/2 2人/2/2 2 后 ");
    close_reading(&reading);
}

static void no_rows_and_chunks_without_output_are_passed_over(void **state)
{
    struct parameter_value items[] = {{"count", "5"}};
    struct parameter_values values = {items, 1};
    struct reading reading;
    open_reading(*state, SHEET("<y:rows query='numbers' mode='even' chunk='1'/>"), &values,
                 &reading);
    assert_string_equal(read_body(&reading), "2 4 ");
    close_reading(&reading);
    items[0].value = "0";
    open_reading(*state,
                 SHEET("<y:rows query='numbers' mode='line'/><fo:table-row>无</fo:table-row>"),
                 &values, &reading);
    assert_string_equal(read_body(&reading), "无 ");
    assert_false(reading.as_source.failed(reading.as_source.state));
    close_reading(&reading);
}

static void streamed_rows_are_not_in_the_data_document_but_in_the_digest(void **state)
{
    struct parameter_value items[] = {{"count", "3"}};
    struct parameter_values values = {items, 1};
    struct reading reading;
    char digest[65];
    open_reading(*state, SHEET("<y:rows query='numbers' mode='line'/>"), &values, &reading);
    const xmlNode *data = xmlDocGetRootElement(reading.composition.document);
    assert_non_null(xml_child(data, "query"));
    assert_null(xml_next(xml_child(data, "query"), "query"));
    strcpy(digest, reading.composition.digest);
    close_reading(&reading);
    items[0].value = "4";
    open_reading(*state, SHEET("<y:rows query='numbers' mode='line'/>"), &values, &reading);
    assert_string_not_equal(reading.composition.digest, digest);
    close_reading(&reading);
}

static void a_mistake_in_a_row_template_ends_the_source_with_a_finding(void **state)
{
    struct desk *desk = *state;
    struct parameter_value items[] = {{"count", "9"}};
    struct parameter_values values = {items, 1};
    struct reading reading;
    open_reading(desk, SHEET("<y:rows query='numbers' mode='broken' chunk='2'/>"), &values,
                 &reading);
    read_body(&reading);
    assert_true(reading.as_source.failed(reading.as_source.state));
    assert_true(row_source_found(reading.source));
    assert_non_null(desk_finding(desk, "stylesheet.stopped"));
    close_reading(&reading);
}

static void assert_refused(struct desk *desk, const char *text)
{
    struct parameter_value items[] = {{"count", "3"}};
    struct parameter_values values = {items, 1};
    struct reading reading;
    open_reading(desk, text, &values, &reading);
    read_body(&reading);
    assert_true(reading.as_source.failed(reading.as_source.state));
    assert_true(row_source_found(reading.source));
    const struct finding *finding = desk_finding(desk, "stylesheet.rows");
    assert_non_null(finding);
    assert_string_equal(finding->file, "stylesheets/long/long.xsl");
    close_reading(&reading);
}

static void wrong_rows_elements_are_refused(void **state)
{
    struct desk *desk = *state;
    assert_refused(desk, SHEET("<y:rows query='unknown' mode='line'/>"));
    assert_refused(desk, SHEET("<y:rows query='numbers' mode='line' chunk='0'/>"));
    assert_refused(desk, SHEET("<y:rows query='numbers' mode='line' chunk='many'/>"));
    assert_refused(desk, SHEET("<y:rows query='numbers' mode='nested'/>"));
    assert_refused(desk, SHEET("<xsl:element name='y:rows'><xsl:attribute name='query'>numbers"
                               "</xsl:attribute></xsl:element>"));
}

/* Nodes alive, counted as libxml2 makes and frees them. */
static long nodes_alive, nodes_most;

static void count_node(xmlNode *node)
{
    (void)node;
    if (++nodes_alive > nodes_most)
        nodes_most = nodes_alive;
}

static void uncount_node(xmlNode *node)
{
    (void)node;
    nodes_alive--;
}

static long most_nodes(struct desk *desk, const char *count, size_t *rows)
{
    struct parameter_value items[] = {{"count", count}};
    struct parameter_values values = {items, 1};
    struct reading reading;
    open_reading(desk, SHEET("<y:rows query='numbers' mode='line'/>"), &values, &reading);
    const struct fo_source *source = &reading.as_source;
    const xmlNode *body = source->root(source->state);
    nodes_alive = nodes_most = 0;
    xmlRegisterNodeDefault(count_node);
    xmlDeregisterNodeDefault(uncount_node);
    *rows = 0;
    for (const xmlNode *row = source->next(source->state, body, NULL); row;
         row = source->next(source->state, body, row))
        ++*rows;
    xmlRegisterNodeDefault(NULL);
    xmlDeregisterNodeDefault(NULL);
    close_reading(&reading);
    return nodes_most;
}

static void a_hundred_thousand_rows_need_no_more_memory_than_a_thousand(void **state)
{
    size_t rows;
    long few = most_nodes(*state, "1000", &rows);
    assert_int_equal(rows, 1000);
    long many = most_nodes(*state, "100000", &rows);
    assert_int_equal(rows, 100000);
    assert_int_equal(few, many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(rows_come_in_order_through_chunks),
        DESK_TEST(rows_stand_between_what_is_around_them),
        DESK_TEST(no_rows_and_chunks_without_output_are_passed_over),
        DESK_TEST(streamed_rows_are_not_in_the_data_document_but_in_the_digest),
        DESK_TEST(a_mistake_in_a_row_template_ends_the_source_with_a_finding),
        DESK_TEST(wrong_rows_elements_are_refused),
        DESK_TEST(a_hundred_thousand_rows_need_no_more_memory_than_a_thousand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
