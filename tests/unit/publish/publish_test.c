/* Publishing: rows to files, all or nothing, the same bytes whoever makes them. */
#include "desk.h"

#include <errno.h>
#include <signal.h>

/* A page that holds the cities and, below, a parameter. */
static const char sheet[] =
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
    " xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:y='urn:yinfa:format'>\n"
    "<xsl:template match='/data'><fo:root font-family='仿宋' font-size='16pt'>"
    "<fo:layout-master-set><fo:simple-page-master master-name='a' page-width='210mm'"
    " page-height='297mm' margin='30mm'><fo:region-body/></fo:simple-page-master>"
    "</fo:layout-master-set><fo:page-sequence master-reference='a'>"
    "<fo:flow flow-name='xsl-region-body'><xsl:apply-templates select='//row'/>"
    "<xsl:for-each select='parameter'><fo:block><xsl:value-of select='@value'/></fo:block>"
    "</xsl:for-each></fo:flow></fo:page-sequence></fo:root></xsl:template>\n"
    "<xsl:template match='row'><fo:block y:record='{@name}'><xsl:value-of select='@name'/>"
    "</fo:block></xsl:template>\n"
    "</xsl:stylesheet>\n";

static const char text_sheet[] =
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>\n"
    "<xsl:output method='text' encoding='UTF-8'/><xsl:template match='/data'>"
    "<xsl:for-each select='//row'><xsl:value-of select='@name'/>;</xsl:for-each>"
    "</xsl:template></xsl:stylesheet>\n";

/* A publication that tests change as they need. */
struct setting {
    struct publication publication;
    struct publication_query queries[2];
    struct publication_output outputs[3];
};

static struct setting set(struct desk *desk)
{
    desk_write(desk, "stylesheets/cities/cities.xsl", sheet);
    desk_write(desk, "stylesheets/cities/text.xsl", text_sheet);
    struct setting setting = {
        .publication = {.name = "cities",
                        .title = "地区",
                        .folder = desk_path(desk, "stylesheets/cities"),
                        .digest = "d",
                        .query_count = 1,
                        .output_count = 1},
        .queries = {{.name = "cities",
                     .sql = "SELECT code, name FROM city ORDER BY code",
                     .origin = "test:1",
                     .key = "code"},
                    {.name = "one",
                     .sql = "SELECT name FROM city WHERE code = :code",
                     .origin = "test:2"}},
        .outputs = {{.format = OUTPUT_PDF,
                     .stylesheet = desk_path(desk, "stylesheets/cities/cities.xsl"),
                     .file = "cities.pdf",
                     .mode = 0644},
                    {.format = OUTPUT_TEXT,
                     .stylesheet = desk_path(desk, "stylesheets/cities/text.xsl"),
                     .file = "cities.txt",
                     .mode = 0644},
                    {.format = OUTPUT_CSV, .query = "cities", .file = "cities.csv", .mode = 0644}}};
    return setting;
}

/* The publication with the setting's own arrays; good while the setting is. */
static const struct publication *publication_of(struct setting *setting)
{
    setting->publication.queries = setting->queries;
    setting->publication.outputs = setting->outputs;
    return &setting->publication;
}

/* One document per city, key = code. */
static struct setting set_each(struct desk *desk)
{
    struct setting setting = set(desk);
    setting.publication.query_count = 2;
    setting.publication.each_query = "cities";
    setting.publication.each_key = "code";
    setting.outputs[0].file = "city-{code}.pdf";
    setting.outputs[1].file = "city-{code}.txt";
    return setting;
}

static void assert_same_file(struct desk *desk, const char *left, const char *right)
{
    size_t left_length, right_length;
    const char *left_bytes = desk_read(desk, left, &left_length);
    const char *right_bytes = desk_read(desk, right, &right_length);
    assert_true(left_length > 0);
    assert_int_equal(left_length, right_length);
    assert_memory_equal(left_bytes, right_bytes, left_length);
}

/* How many files, temporary ones too, stand in a folder of the desk. */
static int count_files(struct desk *desk, const char *folder)
{
    FILE *list = popen(
        arena_print(desk->arena, "find '%s' -type f 2>/dev/null | wc -l", desk_path(desk, folder)),
        "r");
    int count = -1;
    assert_int_equal(fscanf(list, "%d", &count), 1);
    pclose(list);
    return count;
}

/* --- Outputs ---------------------------------------------------------------------------------- */

static void a_pdf_made_twice_has_the_same_bytes(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set(desk);
    assert_int_equal(desk_publish(desk, publication_of(&setting), &no_values, "published", 1), 0);
    if (desk->errors)
        desk_show(desk);
    assert_string_equal(buffer_string(&desk->log), "cities/ made published/cities.pdf\n");
    assert_int_equal(desk_publish(desk, publication_of(&setting), &no_values, "again", 1), 0);
    assert_same_file(desk, "office/published/cities.pdf", "office/again/cities.pdf");
    assert_memory_equal(desk_read(desk, "office/published/cities.pdf", NULL), "%PDF", 4);
}

/* Every row of a streamed table is on some page, once and in order. */
static void a_streamed_table_reaches_the_pdf_whole(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set(desk);
    desk_write(desk, "stylesheets/cities/cities.xsl",
               "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
               " xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:y='urn:yinfa:format'>"
               "<xsl:template match='/data'><fo:root font-family='仿宋' font-size='10pt'>"
               "<fo:layout-master-set><fo:simple-page-master master-name='a' page-width='210mm'"
               " page-height='297mm' margin='20mm'><fo:region-body/></fo:simple-page-master>"
               "</fo:layout-master-set><fo:page-sequence master-reference='a'>"
               "<fo:flow flow-name='xsl-region-body'><fo:table table-layout='fixed' width='100%'>"
               "<fo:table-column column-width='proportional-column-width(1)'/><fo:table-body>"
               "<y:rows query='cities' mode='line' chunk='64'/></fo:table-body></fo:table>"
               "</fo:flow></fo:page-sequence></fo:root></xsl:template>"
               "<xsl:template match='row' mode='line'><fo:table-row><fo:table-cell><fo:block>"
               "<xsl:value-of select='@n'/></fo:block></fo:table-cell></fo:table-row>"
               "</xsl:template></xsl:stylesheet>");
    setting.queries[0].sql = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n"
                             " WHERE n < 777) SELECT n FROM n";
    assert_int_equal(desk_publish(desk, publication_of(&setting), &no_values, "published", 1), 0);
    if (desk->errors)
        desk_show(desk);
    FILE *text = popen(arena_print(desk->arena, "pdftotext -layout '%s' -",
                                   desk_path(desk, "office/published/cities.pdf")),
                       "r");
    int number, expected = 1;
    while (fscanf(text, "%d", &number) == 1)
        assert_int_equal(number, expected++);
    assert_int_equal(pclose(text), 0);
    assert_int_equal(expected, 778);
}

static void all_outputs_of_an_item_are_made_together(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set(desk);
    setting.publication.output_count = 3;
    assert_int_equal(desk_publish(desk, publication_of(&setting), &no_values, "published", 1), 0);
    assert_string_equal(buffer_string(&desk->log),
                        "cities/ made published/cities.pdf published/cities.txt "
                        "published/cities.csv\n");
    assert_string_equal(desk_read(desk, "office/published/cities.txt", NULL),
                        "武汉市;宜昌市;襄阳市;仙桃市;");
}

static void an_item_that_fails_leaves_no_file(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set(desk);
    setting.publication.output_count = 2;
    struct publication_output pdf = setting.outputs[0];
    setting.outputs[0] = setting.outputs[1];
    setting.outputs[1] = pdf;
    /* U+10FFFE: no font has it */
    desk_sql(desk, "UPDATE city SET name = '襄' || char(1114110) WHERE code = '420600'");
    assert_int_equal(desk_publish(desk, publication_of(&setting), &no_values, "published", 1), 0);
    assert_string_equal(buffer_string(&desk->log), "cities/ failed\n");
    assert_true(desk->errors > 0);
    assert_int_equal(count_files(desk, "office/published"), 0);
}

static void a_wrong_stylesheet_fails_the_item_with_file_and_line(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set(desk);
    desk_write(desk, "stylesheets/cities/cities.xsl",
               "<xsl:stylesheet version='1.0' "
               "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>\n\n<xsl:nothing/>\n"
               "</xsl:stylesheet>\n");
    assert_int_equal(desk_publish(desk, publication_of(&setting), &no_values, "published", 1), 0);
    assert_string_equal(buffer_string(&desk->log), "cities/ failed\n");
    const struct finding *finding = desk_finding(desk, "stylesheet.invalid");
    assert_non_null(finding);
    assert_string_equal(finding->file, "stylesheets/cities/cities.xsl");
    assert_int_equal(finding->line, 3);
}

static void a_finding_of_the_formatter_names_record_stylesheet_and_line(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set(desk);
    desk_sql(desk, "UPDATE city SET name = '襄' || char(1114110) WHERE code = '420600'");
    assert_int_equal(desk_publish(desk, publication_of(&setting), &no_values, "published", 1), 0);
    const struct finding *finding = finding_at(desk->findings, 0);
    assert_string_equal(finding->kind, "cities");
    assert_string_equal(finding->file, "stylesheets/cities/cities.xsl");
    assert_int_equal(finding->line, 3);
    assert_int_equal(strncmp(finding->record, "襄", 3), 0);
}

static void when_chooses_outputs_by_parameter(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set(desk);
    setting.publication.output_count = 3;
    setting.outputs[0].when_name = setting.outputs[1].when_name = "identity";
    setting.outputs[0].when_value = "full";
    setting.outputs[1].when_value = "masked";
    const struct parameter_value items[] = {{"identity", "masked"}};
    const struct parameter_values values = {items, 1};
    assert_int_equal(desk_publish(desk, publication_of(&setting), &values, "published", 1), 0);
    assert_string_equal(buffer_string(&desk->log),
                        "cities/identity=masked made published/cities.txt published/cities.csv\n");
}

static void a_file_name_from_data_never_becomes_a_path(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set(desk);
    setting.outputs[0] = setting.outputs[1];
    setting.outputs[0].file = "a-{name}.txt";
    const struct parameter_value items[] = {{"name", "../../b"}};
    const struct parameter_values values = {items, 1};
    assert_int_equal(desk_publish(desk, publication_of(&setting), &values, "published", 1), 0);
    assert_int_equal(desk->errors, 0);
    assert_int_equal(count_files(desk, "office/published"), 1);
    setting.outputs[0].file = "../b.txt";
    assert_int_equal(desk_publish(desk, publication_of(&setting), &values, "published", 1), 0);
    assert_non_null(desk_finding(desk, "publish.file-name"));
    assert_false(desk_has(desk, "office/b.txt"));
}

static void a_pattern_may_lead_into_sub_folders(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set_each(desk);
    setting.outputs[0] = setting.outputs[1];
    setting.outputs[0].file = "by-city/{code}/names.txt";
    assert_int_equal(desk_publish(desk, publication_of(&setting), &no_values, "published", 1), 0);
    assert_string_equal(desk_read(desk, "office/published/by-city/420500/names.txt", NULL),
                        "宜昌市;宜昌市;");
}

/* --- Mode each -------------------------------------------------------------------------------- */

static void mode_each_makes_one_item_per_row_in_order(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set_each(desk);
    setting.publication.date_query = "cities";
    setting.publication.date_column = "code";
    assert_int_equal(desk_publish(desk, publication_of(&setting), &no_values, "published", 1), 0);
    assert_string_equal(buffer_string(&desk->log),
                        "cities/#420100 made published/city-420100.pdf (420100)\n"
                        "cities/#420500 made published/city-420500.pdf (420500)\n"
                        "cities/#420600 made published/city-420600.pdf (420600)\n"
                        "cities/#429004 made published/city-429004.pdf (429004)\n");
}

static void what_is_up_to_date_is_not_made(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set_each(desk);
    desk->unwanted = "#4205";
    for (unsigned workers = 1; workers <= 2; workers++) {
        assert_int_equal(
            desk_publish(desk, publication_of(&setting), &no_values, "published", workers), 0);
        assert_non_null(strstr(buffer_string(&desk->log), "cities/#420500 kept\n"));
        assert_int_equal(count_files(desk, "office/published"), 3);
        assert_int_equal(desk->errors, 0);
    }
}

static void two_workers_make_the_same_as_one_in_the_same_order(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set_each(desk);
    setting.publication.output_count = 2;
    desk_sql(desk, "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 150)"
                   " INSERT INTO city SELECT printf('43%04d', n), '县' || n, n, NULL FROM n;"
                   "UPDATE city SET name = char(1114110) WHERE code = '430070'");
    assert_int_equal(desk_publish(desk, publication_of(&setting), &no_values, "published", 1), 0);
    char *log = arena_copy(desk->arena, buffer_string(&desk->log));
    size_t errors = desk->errors;
    assert_true(errors > 0);
    assert_int_equal(count_files(desk, "office/published"), 306);
    assert_int_equal(rename(desk_path(desk, "office/published"), desk_path(desk, "office/one")), 0);
    assert_int_equal(desk_publish(desk, publication_of(&setting), &no_values, "published", 2), 0);
    assert_string_equal(buffer_string(&desk->log), log);
    assert_int_equal(desk->errors, errors);
    assert_int_equal(
        system(arena_print(desk->arena, "diff -r '%s' '%s'", desk_path(desk, "office/one"),
                           desk_path(desk, "office/published"))),
        0);
}

static pid_t test_process;

/* A worker is killed when it comes to Yichang's file. */
static int kill_at_yichang(const char *operation, const char *path)
{
    if (getpid() != test_process && strcmp(operation, "open") == 0 && strstr(path, "420500"))
        raise(SIGKILL);
    return 0;
}

static void a_worker_that_dies_costs_its_item_only(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set_each(desk);
    test_process = getpid();
    file_set_fault(kill_at_yichang);
    int status = desk_publish(desk, publication_of(&setting), &no_values, "published", 2);
    file_set_fault(NULL);
    assert_int_equal(status, 0);
    assert_string_equal(buffer_string(&desk->log),
                        "cities/#420100 made published/city-420100.pdf\n"
                        "cities/#420500 failed\n"
                        "cities/#420600 made published/city-420600.pdf\n"
                        "cities/#429004 made published/city-429004.pdf\n");
    const struct finding *finding = desk_finding(desk, "publish.worker-died");
    assert_non_null(finding);
    assert_string_equal(finding->record, "420500");
}

/* A full disk ends the run, whoever meets it. */
static int full_disk(const char *operation, const char *path)
{
    return strcmp(operation, "write") == 0 && strstr(path, "420600") ? ENOSPC : 0;
}

static void a_full_disk_ends_the_run_without_a_half_file(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set_each(desk);
    for (unsigned workers = 1; workers <= 2; workers++) {
        file_set_fault(full_disk);
        int status = desk_publish(desk, publication_of(&setting), &no_values, "published", workers);
        file_set_fault(NULL);
        assert_int_equal(status, -1);
        assert_false(desk_has(desk, "office/published/city-420600.pdf"));
        assert_null(strstr(buffer_string(&desk->log), "420600"));
    }
}

static void faulty_rows_cost_their_item_only(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set_each(desk);
    setting.queries[0].sql = "SELECT '420100' AS code, '甲' AS name UNION ALL SELECT NULL, '乙'"
                             " UNION ALL SELECT '420100', '丙' UNION ALL SELECT '', '丁'";
    for (unsigned workers = 1; workers <= 2; workers++) {
        assert_int_equal(
            desk_publish(desk, publication_of(&setting), &no_values, "published", workers), 0);
        assert_string_equal(buffer_string(&desk->log),
                            "cities/#420100 made published/city-420100.pdf\n"
                            "cities/#?2 failed\n"
                            "cities/#420100 failed\n"
                            "cities/#?4 failed\n");
        assert_non_null(desk_finding(desk, "publish.key-missing"));
        assert_non_null(desk_finding(desk, "publish.key-doubled"));
    }
    setting.queries[0].sql = "SELECT code, name FROM city ORDER BY code";
    setting.outputs[0].file = "city.pdf";
    assert_int_equal(desk_publish(desk, publication_of(&setting), &no_values, "published", 1), 0);
    assert_int_equal(desk->errors, 3);
    assert_non_null(desk_finding(desk, "publish.file-doubled"));
}

static void shards_share_the_items(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set_each(desk);
    struct publish_request request = {.publication = publication_of(&setting),
                                      .values = &no_values,
                                      .folder = "published",
                                      .shard = 2,
                                      .shards = 3,
                                      .done = desk_done,
                                      .state = desk};
    assert_int_equal(publish_run(desk->publisher, &request), 0);
    assert_string_equal(buffer_string(&desk->log),
                        "cities/#420500 made published/city-420500.pdf\n");
}

/* --- Digests ---------------------------------------------------------------------------------- */

struct digests {
    char rows[65], stylesheet[65], input[65];
};

static bool take_digests(void *state, const struct publish_item *item)
{
    struct digests *digests = state;
    strcpy(digests->rows, item->rows_digest);
    strcpy(digests->stylesheet, item->stylesheet_digest);
    strcpy(digests->input, item->input_digest);
    assert_int_equal(strlen(item->fonts_digest), 64);
    assert_int_equal(strlen(item->program_digest), 64);
    return false;
}

/* Each from a publisher of its own, as a new process would. */
static struct digests digests_of(struct desk *desk, const struct publication *publication)
{
    struct digests digests;
    const struct publish_request request = {.publication = publication,
                                            .values = &no_values,
                                            .folder = "published",
                                            .wanted = take_digests,
                                            .state = &digests};
    struct publisher *publisher = publisher_open(desk->workspace, desk->fonts, NULL);
    assert_int_equal(publish_run(publisher, &request), 0);
    publisher_close(publisher);
    return digests;
}

static void the_input_digest_changes_with_rows_stylesheets_and_images_only(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set(desk);
    struct digests first = digests_of(desk, publication_of(&setting));
    struct digests same = digests_of(desk, publication_of(&setting));
    assert_string_equal(first.input, same.input);
    desk_sql(desk, "UPDATE city SET name = '宜昌' WHERE code = '420500'");
    struct digests rows = digests_of(desk, publication_of(&setting));
    assert_string_not_equal(rows.rows, first.rows);
    assert_string_not_equal(rows.input, first.input);
    assert_string_equal(rows.stylesheet, first.stylesheet);
    desk_write(desk, "stylesheets/cities/cities.xsl",
               arena_print(desk->arena, "%s<!-- changed -->", sheet));
    struct digests stylesheet = digests_of(desk, publication_of(&setting));
    assert_string_equal(stylesheet.rows, rows.rows);
    assert_string_not_equal(stylesheet.stylesheet, rows.stylesheet);
    assert_string_not_equal(stylesheet.input, rows.input);
    desk_write(desk, "stylesheets/common/seal.png", "not really");
    struct digests image = digests_of(desk, publication_of(&setting));
    assert_string_not_equal(image.stylesheet, stylesheet.stylesheet);
}

/* --- The gate --------------------------------------------------------------------------------- */

static void the_gate_names_record_and_character(void **state)
{
    struct desk *desk = *state;
    struct setting setting = set_each(desk);
    const struct publish_request request = {.publication = publication_of(&setting),
                                            .values = &no_values};
    assert_int_equal(publish_check(desk->publisher, &request, desk->findings), 0);
    desk_sql(desk, "UPDATE city SET name = '襄' || char(1114110) WHERE code = '420600'");
    assert_int_equal(publish_check(desk->publisher, &request, desk->findings), 2);
    const struct finding *finding = finding_at(desk->findings, 0);
    assert_string_equal(finding->record, "420600");
    assert_string_equal(finding->path, "cities.name");
    assert_string_equal(finding->kind, "cities");
    assert_string_equal(finding_at(desk->findings, 1)->path, "one.name");
}

/* Every text and attribute of an XML column is looked at, by the line it came from. */
static void the_gate_looks_into_xml(void **state)
{
    struct desk *desk = *state;
    const struct publication_query queries[] = {
        {.name = "document",
         .sql = "SELECT '<d xmlns:s=\"urn:yinfa:submission\" s:line=\"2\"><p s:line=\"7\" who=\"王'"
                " || char(1114110) || '\">甲</p><p s:line=\"9\">乙<b s:line=\"9\">' || char(57345)"
                " || '</b></p></d>' AS content",
         .origin = "test:1",
         .xml = "content"}};
    const struct publication publication = {.name = "document",
                                            .title = "t",
                                            .folder = desk->stylesheets,
                                            .digest = "d",
                                            .queries = queries,
                                            .query_count = 1};
    const struct publish_request request = {.publication = &publication, .values = &no_values};
    assert_int_equal(publish_check(desk->publisher, &request, desk->findings), 2);
    assert_int_equal(finding_at(desk->findings, 0)->line, 7);
    assert_int_equal(finding_at(desk->findings, 1)->line, 9);
    assert_string_equal(finding_at(desk->findings, 0)->kind, "document");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(a_pdf_made_twice_has_the_same_bytes),
        DESK_TEST(a_streamed_table_reaches_the_pdf_whole),
        DESK_TEST(all_outputs_of_an_item_are_made_together),
        DESK_TEST(an_item_that_fails_leaves_no_file),
        DESK_TEST(a_wrong_stylesheet_fails_the_item_with_file_and_line),
        DESK_TEST(a_finding_of_the_formatter_names_record_stylesheet_and_line),
        DESK_TEST(when_chooses_outputs_by_parameter),
        DESK_TEST(a_file_name_from_data_never_becomes_a_path),
        DESK_TEST(a_pattern_may_lead_into_sub_folders),
        DESK_TEST(mode_each_makes_one_item_per_row_in_order),
        DESK_TEST(what_is_up_to_date_is_not_made),
        DESK_TEST(two_workers_make_the_same_as_one_in_the_same_order),
        DESK_TEST(a_worker_that_dies_costs_its_item_only),
        DESK_TEST(a_full_disk_ends_the_run_without_a_half_file),
        DESK_TEST(faulty_rows_cost_their_item_only),
        DESK_TEST(shards_share_the_items),
        DESK_TEST(the_input_digest_changes_with_rows_stylesheets_and_images_only),
        DESK_TEST(the_gate_names_record_and_character),
        DESK_TEST(the_gate_looks_into_xml),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
