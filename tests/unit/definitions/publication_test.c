/* Publications: what a right one gives, and every mistake told with its line. */
#include "scratch.h"

#include "definitions/publication.h"

static const char right_publication[] =
    "<publication xmlns='urn:yinfa:publication' name='roster' rows='persons'>\n"
    "<title>{year}年名册</title>\n"
    "<parameter name='year' type='integer' label='年度'/>\n"
    "<parameter name='identity' type='choice' choices='masked full' default='masked' "
    "label='号码'/>\n"
    "<query name='regions'>SELECT code FROM region ORDER BY code</query>\n"
    "<query name='persons' key='name'>\n<sql><![CDATA[SELECT 1 WHERE 1 < 2]]></sql>\n"
    "<origin>SELECT 2</origin></query>\n"
    "<each query='regions' key='code'/>\n"
    "<ledger query='persons' series='s' holder='h' date='d' when='identity=full'/>\n"
    "<date query='persons' column='issued'/><document-title query='persons' column='title'/>\n"
    "<output format='pdf' stylesheet='roster.xsl' file='r-{year}-{code}.pdf' mode='0600'"
    " when='identity=full' pdf='2a,ua1'/>\n"
    "<output format='csv' query='persons' file='r-{code}.csv'><column name='name' title='姓名'/>"
    "</output>\n</publication>";

static void put_publication(const char *text)
{
    scratch_folder("roster");
    scratch_write("roster/roster.xsl", "<x/>");
    scratch_write("roster/publication.xml", text);
    scratch_folder("common"); /* a folder without publication.xml is none */
}

static struct publication_set *read_set(void)
{
    return publication_set_read(scratch_folders, definition_schemas, findings);
}

static void a_right_publication_is_read_whole(void **state)
{
    (void)state;
    put_publication(right_publication);
    struct publication_set *set = read_set();
    expect_count(0);
    assert_int_equal(publication_set_count(set), 1);
    const struct publication *publication = publication_lookup(set, "roster");
    assert_ptr_equal(publication, publication_set_at(set, 0));
    assert_null(publication_lookup(set, "common"));
    assert_string_equal(publication->title, "{year}年名册");
    assert_int_equal(strlen(publication->digest), 64);
    assert_int_equal(publication->parameter_count, 2);
    assert_null(publication->parameters[0].initial);
    assert_string_equal(publication->parameters[1].choices[1], "full");
    assert_null(publication->parameters[1].choices[2]);
    const struct publication_query *persons = publication_query_lookup(publication, "persons");
    assert_string_equal(persons->sql, "SELECT 1 WHERE 1 < 2");
    assert_string_equal(persons->origin_sql, "SELECT 2");
    assert_non_null(strstr(persons->origin, "roster/publication.xml:7"));
    assert_non_null(strstr(persons->origin_origin, "roster/publication.xml:8"));
    assert_string_equal(persons->key, "name");
    assert_string_equal(publication->rows_query, "persons");
    assert_string_equal(publication->each_query, "regions");
    assert_string_equal(publication->each_key, "code");
    assert_string_equal(publication->ledger.query, "persons");
    assert_string_equal(publication->ledger.holder, "h");
    assert_string_equal(publication->ledger.when_value, "full");
    assert_string_equal(publication->date_column, "issued");
    assert_string_equal(publication->title_column, "title");
    const struct publication_output *pdf = &publication->outputs[0],
                                    *csv = &publication->outputs[1];
    assert_int_equal(pdf->mode, 0600);
    assert_string_equal(pdf->pdf, "2a,ua1");
    assert_null(csv->pdf);
    assert_string_equal(pdf->when_name, "identity");
    assert_string_equal(pdf->when_value, "full");
    assert_non_null(strstr(pdf->stylesheet, "/roster/roster.xsl"));
    assert_int_equal(csv->format, OUTPUT_CSV);
    assert_int_equal(csv->mode, 0644);
    assert_null(csv->when_name);
    assert_string_equal(csv->columns[0].title, "姓名");
    publication_set_free(set);
}

static void every_mistake_is_told_with_its_line(void **state)
{
    (void)state;
    put_publication(
        "<publication xmlns='urn:yinfa:publication' name='roster' rows='none'>\n"   /* 1 */
        "<title>{yaer}</title>\n"                                                   /* 2 */
        "<parameter name='Year' label='年'/>\n"                                     /* 3 */
        "<parameter name='a' label='a' choices='x y'/>\n"                           /* 4 */
        "<parameter name='b' label='b' type='choice' choices='x y' default='z'/>\n" /* 5 */
        "<parameter name='b' label='b' type='date' default='2024'/>\n"              /* 6 */
        "<query name='q'> </query>\n"                                               /* 7 */
        "<query name='q'>text<sql>SELECT 1</sql>\n<origin/></query>\n"              /* 8, 9 */
        "<date query='p' column='c'/>\n"                                            /* 10 */
        "<output format='pdf' stylesheet='no.xsl' file='x/{b}.pdf' mode='rw'/>\n"   /* 11 */
        "<output format='pdf' stylesheet='../x.xsl' file='{b.pdf' when='b=z'/>\n"   /* 12 */
        "<output format='pdf' query='q' file='a.pdf' when='c=1'/>\n"                /* 13 */
        "<output format='csv' stylesheet='roster.xsl' file='a.pdf' pdf='1b'/>\n"    /* 14 */
        "<output format='csv' query='p' file='c{}.csv' when='b'><column name='c' title='一'/>\n"
        "<column name='c' title='二'/></output>\n" /* 16 */
        "</publication>");
    assert_null(read_set());
    expect_finding("definition.no-query", 1, "none");
    expect_finding("definition.no-parameter", 2, "yaer");
    expect_finding("definition.sql-name", 3, "Year");
    expect_finding("definition.choices", 4, "a");
    expect_finding("definition.default", 5, "z");
    expect_finding("definition.doubled", 6, "b");
    expect_finding("definition.default", 6, "2024");
    expect_finding("definition.sql-empty", 7, NULL);
    expect_finding("definition.doubled", 8, "q");
    expect_finding("definition.query-mixed", 8, "q");
    expect_finding("definition.sql-empty", 9, NULL);
    expect_finding("definition.no-query", 10, "p");
    expect_finding("definition.file-pattern", 11, "x/{b}.pdf");
    expect_finding("definition.file-missing", 11, "no.xsl");
    expect_finding("definition.mode", 11, "rw");
    expect_finding("definition.output-pdf", 14, "csv");
    expect_finding("definition.inner-path", 12, "../x.xsl");
    expect_finding("definition.braces", 12, "{b.pdf");
    expect_finding("definition.when", 12, "b=z");
    expect_finding("definition.output-stylesheet", 13, "pdf");
    expect_finding("definition.when", 13, "c=1");
    expect_finding("definition.output-csv", 14, NULL);
    expect_finding("definition.doubled", 14, "a.pdf");
    expect_finding("definition.no-query", 15, "p");
    expect_finding("definition.braces", 15, "c{}.csv");
    expect_finding("definition.when", 15, "b");
    expect_finding("definition.doubled", 16, "c");
}

static void the_form_itself_is_checked_by_the_schema(void **state)
{
    (void)state;
    put_publication("<publication xmlns='urn:yinfa:publication' name='roster'>\n<title>x</title>\n"
                    "<querry name='q'>SELECT 1</querry>\n</publication>");
    assert_null(read_set());
    expect_finding("definition.invalid", 3, "querry");
}

static void certificates_are_items_named_by_another_query_than_those_entitled(void **state)
{
    (void)state;
    put_publication("<publication xmlns='urn:yinfa:publication' name='roster'>\n<title>x</title>\n"
                    "<query name='q'>SELECT 1</query>\n"
                    "<ledger query='q' series='s' holder='h' date='d' when='x=1'/>\n"
                    "<output format='text' stylesheet='roster.xsl' file='a'/></publication>");
    assert_null(read_set());
    expect_finding("definition.ledger-each", 4, NULL);
    expect_finding("definition.when", 4, "x=1");
}

static void the_shipped_publications_are_right(void **state)
{
    (void)state;
    const char *folders[] = {"stylesheets", NULL};
    struct publication_set *set = publication_set_read(folders, definition_schemas, findings);
    expect_count(0);
    assert_non_null(publication_lookup(set, "target-list"));
    publication_set_free(set);
}

#define SCRATCH_TEST(test) cmocka_unit_test_setup_teardown(test, scratch_begin, scratch_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCRATCH_TEST(a_right_publication_is_read_whole),
        SCRATCH_TEST(every_mistake_is_told_with_its_line),
        SCRATCH_TEST(the_form_itself_is_checked_by_the_schema),
        SCRATCH_TEST(certificates_are_items_named_by_another_query_than_those_entitled),
        SCRATCH_TEST(the_shipped_publications_are_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
