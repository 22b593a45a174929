/* Stylesheets: what they may do, and that every mistake is told with its file and line. */
#include "desk.h"

#include "format/format.h"
#include "publish/stylesheet.h"

#define XSL(body)                                                                                  \
    "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"\n"         \
    " xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" xmlns:y=\"urn:yinfa:format\">\n" body         \
    "</xsl:stylesheet>\n"

/* Only folders and findings: these tests need no database and no fonts. */
static int sheet_open(void **state)
{
    struct desk *desk = *state = desk_new("样式 表");
    if (!desk)
        return -1;
    xml_guard_install();
    stylesheet_install();
    xml_allow_folder(desk->stylesheets);
    return 0;
}

static struct stylesheet *read_sheet(struct desk *desk, const char *text)
{
    desk_write(desk, "样式 表/form/form.xsl", text);
    desk->findings = finding_list_new(desk->arena);
    return stylesheet_read(desk_path(desk, "样式 表/form/form.xsl"), desk->stylesheets,
                           &(struct stylesheet_where){.kind = "form", .findings = desk->findings});
}

static xmlDoc *data(void)
{
    static const char text[] = "<data publication='form'><query name='cities'><row name='武汉市'/>"
                               "<row name='宜昌市'/></query></data>";
    return xmlReadMemory(text, (int)strlen(text), NULL, NULL, 0);
}

/* The result serialised; NULL if the application found something. */
static const char *apply_sheet(struct desk *desk, struct stylesheet *stylesheet)
{
    xmlDoc *document = data();
    struct buffer text = BUFFER_EMPTY;
    xmlDoc *result = stylesheet_apply(
        stylesheet, document,
        &(struct stylesheet_where){.kind = "form", .record = "甲", .findings = desk->findings});
    const char *copy = NULL;
    if (result) {
        assert_int_equal(stylesheet_serialise(stylesheet, result, &text), 0);
        copy = arena_copy(desk->arena, buffer_string(&text));
    }
    buffer_free(&text);
    xmlFreeDoc(result);
    xmlFreeDoc(document);
    return copy;
}

static void assert_found(struct desk *desk, const char *id, const char *file, long line,
                         const char *words)
{
    for (size_t i = 0; i < finding_count(desk->findings); i++) {
        const struct finding *finding = finding_at(desk->findings, i);
        if (strcmp(finding->id, id) == 0 && finding->file && strcmp(finding->file, file) == 0 &&
            finding->line == line && strstr(finding->rule, words)) {
            assert_string_equal(finding->kind, "form");
            return;
        }
    }
    desk_show(desk);
    fail_msg("no finding %s at %s:%ld with %s", id, file, line, words);
}

static void refused(struct desk *desk, const char *text, const char *id, long line,
                    const char *words)
{
    struct stylesheet *stylesheet = read_sheet(desk, text);
    assert_null(stylesheet);
    assert_found(desk, id, "样式 表/form/form.xsl", line, words);
}

static void stopped(struct desk *desk, const char *text, const char *id, long line,
                    const char *words)
{
    struct stylesheet *stylesheet = read_sheet(desk, text);
    assert_non_null(stylesheet);
    assert_null(apply_sheet(desk, stylesheet));
    assert_found(desk, id, "样式 表/form/form.xsl", line, words);
    assert_string_equal(finding_at(desk->findings, 0)->record, "甲");
    stylesheet_free(stylesheet);
}

static void a_mistake_is_told_with_file_and_line(void **state)
{
    struct desk *desk = *state;
    refused(desk, XSL("<xsl:template match='/'>\n<xsl:if>x</xsl:if></xsl:template>\n"),
            "stylesheet.invalid", 4, "test");
    refused(desk, XSL("\n\n<xsl:template match='/'><xsl:value-of select='1 +'/></xsl:template>\n"),
            "stylesheet.invalid", 5, "1 +");
    refused(desk, XSL("<xsl:template match='/'>\n<a>\n</xsl:template>\n"), "stylesheet.invalid", 5,
            "mismatch");
    refused(desk, XSL("<xsl:template match='/'><p:a/></xsl:template>\n"), "stylesheet.invalid", 3,
            "p");
}

static void a_run_time_error_is_told_with_file_line_and_item(void **state)
{
    struct desk *desk = *state;
    stopped(desk,
            XSL("<xsl:template match='/'>\n<a><xsl:value-of select='nothing()'/></a>"
                "</xsl:template>\n"),
            "stylesheet.invalid", 4, "nregistered");
    stopped(
        desk,
        XSL("<xsl:template match='/'>\n\n<a><xsl:value-of select='$none'/></a></xsl:template>\n"),
        "stylesheet.invalid", 5, "none");
    stopped(
        desk,
        XSL("<xsl:template match='/'>\n<a><xsl:call-template name='none'/></a></xsl:template>\n"),
        "stylesheet.invalid", 4, "none");
}

static void a_message_is_a_note_and_terminate_an_error(void **state)
{
    struct desk *desk = *state;
    struct stylesheet *stylesheet =
        read_sheet(desk, XSL("<xsl:template match='/'>\n<a/><xsl:message>共<xsl:value-of "
                             "select='count(//row)'/>市</xsl:message></xsl:template>\n"));
    assert_non_null(stylesheet);
    assert_non_null(apply_sheet(desk, stylesheet));
    assert_found(desk, "stylesheet.message", "样式 表/form/form.xsl", 4, "共2市");
    assert_int_equal(finding_count_level(desk->findings, FINDING_ERROR), 0);
    stylesheet_free(stylesheet);
    stopped(desk,
            XSL("<xsl:template match='/'><a/>\n<xsl:message terminate='yes'>没有计划</xsl:message>"
                "</xsl:template>\n"),
            "stylesheet.stopped", 4, "没有计划");
}

static void an_empty_result_is_an_error(void **state)
{
    struct desk *desk = *state;
    struct stylesheet *stylesheet = read_sheet(desk, XSL("<xsl:template match='/'/>\n"));
    assert_non_null(stylesheet);
    assert_null(apply_sheet(desk, stylesheet));
    assert_non_null(desk_finding(desk, "stylesheet.empty"));
    stylesheet_free(stylesheet);
}

static void endless_recursion_ends_in_a_finding(void **state)
{
    struct desk *desk = *state;
    struct stylesheet *stylesheet = read_sheet(
        desk, XSL("<xsl:template match='/'><a><xsl:call-template name='l'/></a></xsl:template>\n"
                  "<xsl:template name='l'><xsl:call-template name='l'/></xsl:template>\n"));
    assert_non_null(stylesheet);
    assert_null(apply_sheet(desk, stylesheet));
    assert_found(desk, "stylesheet.invalid", "样式 表/form/form.xsl", 4, "");
    stylesheet_free(stylesheet);
}

static void document_reads_only_literal_names_below_the_folder(void **state)
{
    struct desk *desk = *state;
    refused(desk,
            XSL("<xsl:template match='/'>\n<a><xsl:value-of "
                "select=\"document('/etc/passwd')\"/></a></xsl:template>\n"),
            "stylesheet.document", 4, "/etc/passwd");
    refused(desk,
            XSL("<xsl:template match='/'>\n<a><xsl:value-of "
                "select=\"document(//row/@name)\"/></a></xsl:template>\n"),
            "stylesheet.document", 4, "//row/@name");
    refused(desk,
            XSL("<xsl:template match='/'>\n<a b=\"{document('http://example.invalid/x')}\"/>"
                "</xsl:template>\n"),
            "stylesheet.document", 4, "example.invalid");
    desk_write(desk, "样式 表/form/labels.xml", "<labels><city>地区</city></labels>");
    struct stylesheet *stylesheet = read_sheet(
        desk, XSL("<xsl:output method='text' encoding='UTF-8'/><xsl:template "
                  "match='/'><a><xsl:value-of "
                  "select=\"document('labels.xml')/labels/city\"/></a></xsl:template>\n"));
    assert_non_null(stylesheet);
    assert_string_equal(apply_sheet(desk, stylesheet), "地区");
    stylesheet_free(stylesheet);
}

/* White space is stripped and keys are built in each application, whoever read the document. */
static void a_document_is_read_once_for_all_applications(void **state)
{
    struct desk *desk = *state;
    desk_write(desk, "样式 表/form/labels.xml", "<l> <x n='a'>甲</x> <x n='b'>乙</x> </l>");
    struct stylesheet *stylesheet = read_sheet(
        desk, XSL("<xsl:output method='text' encoding='UTF-8'/><xsl:strip-space elements='*'/>"
                  "<xsl:key name='k' match='x' use='@n'/><xsl:template match='/'><a>"
                  "<xsl:for-each select=\"document('labels.xml')\"><xsl:value-of "
                  "select=\"concat(count(l/node()), key('k', 'b'))\"/></xsl:for-each>"
                  "</a></xsl:template>\n"));
    assert_non_null(stylesheet);
    assert_string_equal(apply_sheet(desk, stylesheet), "2乙");
    desk_write(desk, "样式 表/form/labels.xml", "<l/>");
    assert_string_equal(apply_sheet(desk, stylesheet), "2乙");
    assert_string_equal(apply_sheet(desk, stylesheet), "2乙");
    stylesheet_free(stylesheet);
}

static void a_document_beside_it_belongs_to_the_digest(void **state)
{
    struct desk *desk = *state;
    const char *text = XSL("<xsl:include href='part.xsl'/>"
                           "<xsl:variable name='l' select=\"document('labels.xml')\"/>\n");
    const char *part = XSL("<xsl:template match='/'><a/></xsl:template>\n");
    char first[65], second[65], third[65];
    desk_write(desk, "样式 表/form/labels.xml", "<a/>");
    desk_write(desk, "样式 表/form/part.xsl", part);
    struct stylesheet *stylesheet = read_sheet(desk, text);
    assert_non_null(stylesheet);
    strcpy(first, stylesheet_digest(stylesheet));
    stylesheet_free(stylesheet);
    desk_write(desk, "样式 表/form/labels.xml", "<b/>");
    stylesheet = read_sheet(desk, text);
    strcpy(second, stylesheet_digest(stylesheet));
    stylesheet_free(stylesheet);
    desk_write(desk, "样式 表/form/part.xsl", arena_print(desk->arena, "%s<!-- -->", part));
    stylesheet = read_sheet(desk, text);
    strcpy(third, stylesheet_digest(stylesheet));
    stylesheet_free(stylesheet);
    assert_string_not_equal(first, second);
    assert_string_not_equal(second, third);
}

static void includes_outside_the_folder_are_refused(void **state)
{
    struct desk *desk = *state;
    desk_write(desk, "outside.xsl", XSL("<xsl:template match='/'><a/></xsl:template>\n"));
    refused(desk, XSL("<xsl:include href='../../outside.xsl'/>\n"), "stylesheet.invalid", 3,
            "outside.xsl");
    refused(desk, XSL("\n<xsl:import href='http://example.invalid/a.xsl'/>\n"),
            "stylesheet.invalid", 0, "example.invalid");
    refused(desk, XSL("<xsl:include href='missing.xsl'/>\n"), "stylesheet.invalid", 3,
            "missing.xsl");
}

static void nothing_is_written_beside_the_result(void **state)
{
    struct desk *desk = *state;
    char *target = desk_path(desk, "样式 表/written.xml");
    struct stylesheet *stylesheet = read_sheet(
        desk, arena_print(desk->arena,
                          XSL("<xsl:template match='/'><a><e:document "
                              "xmlns:e='http://exslt.org/common' href='%s'><b/></e:document></a>"
                              "</xsl:template>\n"),
                          target));
    if (stylesheet)
        apply_sheet(desk, stylesheet);
    assert_false(file_exists(target));
    stylesheet_free(stylesheet);
}

static void a_doctype_is_refused(void **state)
{
    struct desk *desk = *state;
    assert_null(read_sheet(desk, "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n" XSL(
                                     "<xsl:template match='/'><a>&e;</a></xsl:template>\n")));
    assert_true(finding_count_level(desk->findings, FINDING_ERROR) > 0);
}

/* Lines of the result are those of the stylesheet's literal elements, and y:sheet names the file.
 */
static void results_know_their_stylesheet_and_line(void **state)
{
    struct desk *desk = *state;
    desk_write(desk, "样式 表/form/part.xsl",
               XSL("\n\n<xsl:template name='part'>\n<fo:inline/></xsl:template>\n"));
    struct stylesheet *stylesheet =
        read_sheet(desk, XSL("<xsl:include href='part.xsl'/>\n<xsl:template match='/'>\n<fo:root>"
                             "\n<fo:block><xsl:call-template name='part'/></fo:block></fo:root>"
                             "</xsl:template>\n"));
    assert_non_null(stylesheet);
    xmlDoc *document = data();
    xmlDoc *result = stylesheet_apply(stylesheet, document,
                                      &(struct stylesheet_where){.findings = desk->findings});
    assert_non_null(result);
    xmlNode *root = xmlDocGetRootElement(result);
    xmlNode *block = xml_child(root, "block");
    xmlNode *part = xml_child(block, "inline");
    assert_int_equal(xmlGetLineNo(root), 5);
    assert_int_equal(xmlGetLineNo(block), 6);
    assert_int_equal(xmlGetLineNo(part), 6);
    xmlChar *sheet = xmlGetNsProp(root, BAD_CAST "sheet", BAD_CAST YINFA_NAMESPACE);
    assert_string_equal((const char *)sheet, "样式 表/form/form.xsl");
    xmlFree(sheet);
    assert_null(xmlHasNsProp(block, BAD_CAST "sheet", BAD_CAST YINFA_NAMESPACE));
    sheet = xmlGetNsProp(part, BAD_CAST "sheet", BAD_CAST YINFA_NAMESPACE);
    assert_string_equal((const char *)sheet, "样式 表/form/part.xsl");
    xmlFree(sheet);
    xmlFreeDoc(result);
    xmlFreeDoc(document);
    stylesheet_free(stylesheet);
}

static void html_and_text_are_written_as_the_stylesheet_says(void **state)
{
    struct desk *desk = *state;
    struct stylesheet *stylesheet =
        read_sheet(desk, XSL("<xsl:output method='text' encoding='UTF-8'/><xsl:template match='/'>"
                             "<xsl:for-each select='//row'>[<xsl:value-of select='@name'/>]"
                             "</xsl:for-each></xsl:template>\n"));
    assert_non_null(stylesheet);
    assert_string_equal(apply_sheet(desk, stylesheet), "[武汉市][宜昌市]");
    stylesheet_free(stylesheet);
    stylesheet = read_sheet(
        desk, XSL("<xsl:output method='html' encoding='UTF-8' indent='no'/><xsl:template match='/'>"
                  "<xsl:element name='p'>武汉<xsl:element name='br'/></xsl:element>"
                  "</xsl:template>\n"));
    assert_non_null(stylesheet);
    assert_string_equal(apply_sheet(desk, stylesheet), "<p>武汉<br></p>\n");
    stylesheet_free(stylesheet);
}

#define SHEET_TEST(function) cmocka_unit_test_setup_teardown(function, sheet_open, desk_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SHEET_TEST(a_mistake_is_told_with_file_and_line),
        SHEET_TEST(a_run_time_error_is_told_with_file_line_and_item),
        SHEET_TEST(a_message_is_a_note_and_terminate_an_error),
        SHEET_TEST(an_empty_result_is_an_error),
        SHEET_TEST(endless_recursion_ends_in_a_finding),
        SHEET_TEST(document_reads_only_literal_names_below_the_folder),
        SHEET_TEST(a_document_is_read_once_for_all_applications),
        SHEET_TEST(a_document_beside_it_belongs_to_the_digest),
        SHEET_TEST(includes_outside_the_folder_are_refused),
        SHEET_TEST(nothing_is_written_beside_the_result),
        SHEET_TEST(a_doctype_is_refused),
        SHEET_TEST(results_know_their_stylesheet_and_line),
        SHEET_TEST(html_and_text_are_written_as_the_stylesheet_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
