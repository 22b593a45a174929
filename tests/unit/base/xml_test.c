/* The guard around libxml2: only files below allowed folders are ever opened, whatever a document
 * asks for; definition files are refused with file and line. */
#include "scratch_folder.h"

#include "base/file.h"
#include "base/xml.h"

static struct arena *arena;
static struct finding_list *findings;

static int start(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    xml_guard_install();
    xml_allow_folder(folder);
    return 0;
}

static int finish(void **state)
{
    xmlCleanupParser();
    return remove_folder(state);
}

static int fresh_findings(void **state)
{
    (void)state;
    arena = arena_new();
    findings = finding_list_new(arena);
    return 0;
}

static int drop_findings(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static xmlDoc *read_text(const char *name, const char *text, const char *schema)
{
    char path[SCRATCH_PATH_SIZE];
    in_folder(path, name);
    assert_int_equal(file_write(path, 0600, text, strlen(text)), 0);
    return xml_read_definition(path, schema, findings);
}

static void a_good_file_is_read_with_its_text_and_attributes(void **state)
{
    (void)state;
    xmlDoc *document = read_text("good.xml", "<a b='武汉'>\n <c>  甲 </c><c>乙</c></a>", NULL);
    assert_non_null(document);
    const xmlNode *root = xmlDocGetRootElement(document);
    assert_string_equal(xml_attribute(arena, root, "b"), "武汉");
    assert_null(xml_attribute(arena, root, "absent"));
    const xmlNode *child = xml_child(root, "c");
    assert_string_equal(xml_text(arena, child), "甲");
    assert_string_equal(xml_text(arena, xml_next(child, "c")), "乙");
    assert_null(xml_next(xml_next(child, "c"), "c"));
    xmlFreeDoc(document);
}

static void a_broken_file_is_a_finding_with_its_line(void **state)
{
    (void)state;
    assert_null(read_text("broken.xml", "<a>\n<b>\n</a>", NULL));
    assert_true(finding_count(findings) >= 1);
    assert_int_equal(finding_at(findings, 0)->line, 3);
    assert_non_null(strstr(finding_at(findings, 0)->file, "broken.xml"));
}

static void an_undeclared_prefix_is_a_finding(void **state)
{
    (void)state;
    assert_null(read_text("prefix.xml", "<a><x:b/></a>", NULL));
    assert_true(finding_count(findings) >= 1);
}

static void a_file_that_breaks_its_schema_is_a_finding(void **state)
{
    (void)state;
    static const char schema[] =
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a'>"
        "<xs:complexType><xs:attribute name='n' type='xs:integer'/></xs:complexType>"
        "</xs:element></xs:schema>";
    char path[SCRATCH_PATH_SIZE];
    in_folder(path, "s.xsd");
    assert_int_equal(file_write(path, 0600, schema, strlen(schema)), 0);
    xmlDoc *good = read_text("valid.xml", "<a n='1'/>", path);
    assert_non_null(good);
    xmlFreeDoc(good);
    assert_null(read_text("invalid.xml", "<a n='一'/>", path));
    assert_true(finding_count(findings) >= 1);
}

/* Entities and XInclude must not reach the file system outside the allowed folders. */
static void nothing_outside_the_allowed_folders_is_opened(void **state)
{
    (void)state;
    assert_false(xml_is_allowed("/etc/passwd"));
    assert_false(xml_is_allowed("file:///etc/passwd"));
    assert_false(xml_is_allowed("http://localhost/x"));
    char climbing[160];
    snprintf(climbing, sizeof climbing, "%s/../../etc/passwd", folder);
    assert_false(xml_is_allowed(climbing));
    xmlDoc *document = read_text(
        "entity.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", NULL);
    if (document) {
        assert_null(strstr(xml_text(arena, xmlDocGetRootElement(document)), "root:"));
        xmlFreeDoc(document);
    }
}

static void entities_of_the_document_itself_are_put_in_their_places(void **state)
{
    (void)state;
    xmlDoc *document =
        read_text("own.xml", "<!DOCTYPE a [<!ENTITY name \"某某\">]><a>&name;处</a>", NULL);
    assert_non_null(document);
    char *text = xml_text(arena, xmlDocGetRootElement(document));
    assert_string_equal(text, "某某处");
    xmlFreeDoc(document);
}

static void entities_from_outside_are_refused(void **state)
{
    (void)state;
    assert_null(read_text("outside.xml",
                          "<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><a>&f;</a>",
                          NULL));
    assert_int_equal(finding_count(findings), 1);
    assert_string_equal(finding_at(findings, 0)->id, "definition.entity-outside");
}

static void escaping_keeps_han_and_replaces_what_xml_forbids(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    xml_escape(&text, "<王&\"䶮\x01>");
    assert_string_equal(buffer_string(&text), "&lt;王&amp;&quot;䶮\xEF\xBF\xBD&gt;");
    buffer_free(&text);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, fresh_findings, drop_findings)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_good_file_is_read_with_its_text_and_attributes),
        TEST(a_broken_file_is_a_finding_with_its_line),
        TEST(an_undeclared_prefix_is_a_finding),
        TEST(a_file_that_breaks_its_schema_is_a_finding),
        TEST(nothing_outside_the_allowed_folders_is_opened),
        TEST(entities_of_the_document_itself_are_put_in_their_places),
        TEST(entities_from_outside_are_refused),
        TEST(escaping_keeps_han_and_replaces_what_xml_forbids),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
