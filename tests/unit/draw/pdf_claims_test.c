/* What a document claims to be: the words for it, and the file of PDF/A-1b. */
#include "document.h"

static void claims_are_read_and_those_that_contradict_each_other_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum pdf_archive archive;
        bool accessible;
    } good[] = {
        {"2u", PDF_ARCHIVE_2U, false},    {"2a", PDF_ARCHIVE_2A, false},
        {"1b", PDF_ARCHIVE_1B, false},    {"ua1", PDF_ARCHIVE_2U, true},
        {"2a,ua1", PDF_ARCHIVE_2A, true}, {"ua1,2u", PDF_ARCHIVE_2U, true},
    };
    static const char *const bad[] = {"",      ",", "2u,",     "2u,2a",  "1b,ua1", "ua1,1b",  "3b",
                                      "2u,2u", "2", "ua1,ua1", "2a ua1", " 2a",    "2a,,ua1", "2A"};
    struct pdf_claims claims;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(pdf_claims_read(good[i].text, &claims));
        assert_int_equal(claims.archive, good[i].archive);
        assert_int_equal(claims.accessible, good[i].accessible);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (pdf_claims_read(bad[i], &claims))
            fail_msg("\"%s\" was taken", bad[i]);
}

static void draw_with(struct pdf_claims claims)
{
    struct document document;
    struct pdf_options options = {
        .title = "存档", .language = "zh-CN", .claims = claims, .tagged = true};
    assert_int_equal(file_writer_open(path, 0600, &document.writer), 0);
    document.pdf = pdf_open(to_file, document.writer, &options);
    document.device = pdf_as_device(document.pdf);
    begin_page(document.device, 1, "1");
    tag(document.device, STRUCTURE_PARAGRAPH, 1);
    draw(document.device, "仿宋", 80000, 80000, "存档 2024");
    end_tag(document.device);
    assert_int_equal(document.device->end_page(document.device->state), 0);
    end(&document, NULL);
    assert_sound();
}

static void a_file_of_1b_is_pdf_1_4_with_a_table_and_cid_sets(void **state)
{
    (void)state;
    draw_with((struct pdf_claims){.archive = PDF_ARCHIVE_1B});
    assert_non_null(strstr(answer("head -c 9 '%s'"), "%PDF-1.4"));
    assert_string_equal(answer("grep -ac '^xref$' '%s'"), "1\n");
    assert_string_equal(answer("grep -acE 'ObjStm|/XRef|StructTreeRoot' '%s'; true"), "0\n");
    assert_string_equal(answer("qpdf --json '%s' | grep -c CIDSet"), "1\n");
    char *packet = answer("pdfinfo -meta '%s'");
    assert_non_null(strstr(packet, "<pdfaid:part>1</pdfaid:part>"));
    assert_non_null(strstr(packet, "<pdfaid:conformance>B</pdfaid:conformance>"));
}

static void a_file_of_2a_and_ua1_says_so(void **state)
{
    (void)state;
    draw_with((struct pdf_claims){.archive = PDF_ARCHIVE_2A, .accessible = true});
    assert_non_null(strstr(answer("head -c 9 '%s'"), "%PDF-1.7"));
    assert_string_equal(answer("qpdf --json '%s' | grep -c CIDSet; true"), "0\n");
    char *packet = answer("pdfinfo -meta '%s'");
    assert_non_null(strstr(packet, "<pdfaid:conformance>A</pdfaid:conformance>"));
    assert_non_null(strstr(packet, "<pdfuaid:part>1</pdfuaid:part>"));
    assert_non_null(strstr(packet, ">http://www.aiim.org/pdfua/ns/id/<"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_are_read_and_those_that_contradict_each_other_refused),
        cmocka_unit_test(a_file_of_1b_is_pdf_1_4_with_a_table_and_cid_sets),
        cmocka_unit_test(a_file_of_2a_and_ua1_says_so),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
