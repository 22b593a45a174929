/* Jobs: stages in their written order, and every mistake told with its line. */
#include "scratch.h"

#include "definitions/job.h"

static struct job_set *read_set(void)
{
    return job_set_read(scratch_folders, definition_schemas, findings);
}

static void stages_stand_in_the_order_written(void **state)
{
    (void)state;
    scratch_write("late.xml", "<job xmlns='urn:yinfa:job' name='late'><title>二</title>"
                              "<ingest path='inbox'/></job>");
    scratch_write(
        "early.xml",
        "<job xmlns='urn:yinfa:job' name='early'><title>一</title>\n"
        "<parameter name='year' type='integer' label='年度'/>\n"
        "<publish name='first'/>\n"
        "<ingest path='shipped:schemas/regions/hubei.xml'/>\n"
        "<gate id='early.none' level='error' allow='missing'><message>无</message><mend>补</mend>\n"
        "<sql>SELECT 1</sql></gate>\n"
        "<publish name='list'><with name='year' value='{year}'/>"
        "<with name='note' value='a=b'/></publish></job>");
    scratch_write("note.txt", "not a job");
    struct job_set *set = read_set();
    expect_count(0);
    assert_int_equal(job_set_count(set), 2);
    const struct job *job = job_set_at(set, 0);
    assert_ptr_equal(job, job_lookup(set, "early"));
    assert_string_equal(job_set_at(set, 1)->name, "late");
    assert_int_equal(job->stage_count, 4);
    assert_int_equal(job->stages[0].type, STAGE_PUBLISH);
    assert_null(job->stages[0].with[0]);
    assert_int_equal(job->stages[1].type, STAGE_INGEST);
    assert_string_equal(job->stages[1].path, "shipped:schemas/regions/hubei.xml");
    assert_int_equal(job->stages[2].type, STAGE_GATE);
    assert_int_equal(job->stages[2].level, FINDING_ERROR);
    assert_true(job->stages[2].about_missing);
    assert_string_equal(job->stages[2].mend_chinese, "补");
    assert_null(job->stages[2].english);
    assert_non_null(strstr(job->stages[2].origin, "early.xml:6"));
    assert_string_equal(job->stages[3].with[0], "year={year}");
    assert_string_equal(job->stages[3].with[1], "note=a=b");
    assert_null(job->stages[3].with[2]);
    job_set_free(set);
}

static void every_mistake_of_every_job_is_told_with_its_line(void **state)
{
    (void)state;
    scratch_write("one.xml", "<job xmlns='urn:yinfa:job' name='uno'><title/>\n" /* 1 */
                             "<ingest path='/etc'/>\n"                          /* 2 */
                             "<ingest path='shipped:../x'/>\n"                  /* 3 */
                             "<gate id='g' level='error'><message>m</message>\n"
                             "<sql/></gate>\n"                                /* 5 */
                             "<gate id='g' level='note'><message>m</message>" /* 6 */
                             "<sql>SELECT 1</sql></gate>\n"
                             "<publish name='p'><with name='y' value='{year}'/>\n" /* 7 */
                             "<with name='y' value='1'/>\n"                        /* 8 */
                             "<with name='X' value='{'/></publish>\n"              /* 9 */
                             "</job>");
    scratch_write("two.xml", "<job xmlns='urn:yinfa:job' name='two'><title>二</title>\n"
                             "<issue/></job>");
    assert_null(read_set());
    expect_finding("definition.name", 1, "uno");
    expect_finding("definition.text-empty", 1, "title");
    expect_finding("definition.job-ingest", 2, "/etc");
    expect_finding("definition.job-ingest", 3, "shipped:../x");
    expect_finding("definition.sql-empty", 5, NULL);
    expect_finding("definition.doubled", 6, "g");
    expect_finding("definition.no-parameter", 7, "year");
    expect_finding("definition.doubled", 8, "y");
    expect_finding("definition.sql-name", 9, "X");
    expect_finding("definition.braces", 9, "{");
    expect_finding("definition.invalid", 2, "issue");
}

static void the_shipped_jobs_are_right(void **state)
{
    (void)state;
    const char *folders[] = {"pipeline/jobs", NULL};
    struct job_set *set = job_set_read(folders, definition_schemas, findings);
    expect_count(0);
    assert_non_null(job_lookup(set, "targets"));
    job_set_free(set);
}

#define SCRATCH_TEST(test) cmocka_unit_test_setup_teardown(test, scratch_begin, scratch_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCRATCH_TEST(stages_stand_in_the_order_written),
        SCRATCH_TEST(every_mistake_of_every_job_is_told_with_its_line),
        SCRATCH_TEST(the_shipped_jobs_are_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
