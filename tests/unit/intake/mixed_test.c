/* Files whose elements hold text and elements mixed: what becomes of it in columns of text, in
 * columns of type xml, and in records that stand at any depth. */
#include "desk.h"

static const char schema[] =
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:test:letter'"
    " xmlns='urn:test:letter' elementFormDefault='qualified'>"
    "<xs:element name='letter'><xs:complexType><xs:choice maxOccurs='unbounded'>"
    "<xs:element ref='line'/><xs:element name='page'><xs:complexType>"
    "<xs:sequence><xs:element ref='line' maxOccurs='unbounded'/></xs:sequence></xs:complexType>"
    "</xs:element><xs:element name='enclosed'><xs:complexType><xs:sequence>"
    "<xs:element ref='letter'/></xs:sequence></xs:complexType></xs:element></xs:choice>"
    "<xs:attribute name='no' type='xs:string'/></xs:complexType></xs:element>"
    "<xs:element name='line'><xs:complexType mixed='true'><xs:choice minOccurs='0'"
    " maxOccurs='unbounded'><xs:element name='b' type='xs:string'/>"
    "<xs:element name='note' type='xs:string'/></xs:choice>"
    "<xs:attribute name='no' type='xs:string'/></xs:complexType></xs:element></xs:schema>";

static const char kind[] =
    "<kind xmlns='urn:yinfa:kind' name='letter' schema='letter.xsd' root='letter'"
    " namespace='urn:test:letter'><title>信</title><period path='@no'/><aside element='note'/>"
    "<table name='letter' record='.'><column name='no' path='@no' type='text'/>"
    "<column name='first' path='line' type='text'/><column name='content' path='.' type='xml'/>"
    "</table><table name='page' record='page'><column name='whole' path='.' type='text'/></table>"
    "<table name='line' record='//line'><column name='no' path='@no' type='text'/>"
    "<column name='bold' path='b' type='text'/><column name='text' path='.' type='text'/></table>"
    "</kind>";

static const char letter[] =
    "<?xml version='1.0'?>\n"
    "<x:letter xmlns:x='urn:test:letter' no='7'>\n"
    "<x:line no='1'>甲<x:b>乙</x:b>丙 &lt;丁&gt;</x:line>\n"
    "<x:page><x:line>戊</x:line><x:line no='a&amp;&quot;b'/></x:page>\n"
    "<x:enclosed><x:letter no='8'><x:line>己<x:note>注</x:note></x:line></x:letter>"
    "</x:enclosed><!-- 不留 -->\n"
    "</x:letter>\n";

static int setup(void **state)
{
    desk_setup(state);
    struct desk *desk = *state;
    xml_allow_folder(desk->folder);
    assert_int_equal(file_make_directory(desk_path(desk, "kinds"), 0700), 0);
    assert_int_equal(file_make_directory(desk_path(desk, "kinds/letter"), 0700), 0);
    desk_write(desk, "kinds/letter/letter.xsd", schema, strlen(schema));
    desk_write(desk, "kinds/letter/kind.xml", kind, strlen(kind));
    const char *folders[] = {desk_path(desk, "kinds"), NULL};
    desk_use_kinds(desk, folders);
    assert_int_equal(desk_take(desk, desk_write(desk, "letter.xml", letter, strlen(letter))),
                     INTAKE_ACCEPTED);
    return 0;
}

static void is_true(struct desk *desk, const char *condition)
{
    assert_int_equal(desk_number(desk, arena_print(desk->arena, "SELECT %s", condition)), 1);
}

/* 己 has a note, which is declared an aside. */
static void a_record_at_any_depth_is_found_wherever_it_stands(void **state)
{
    struct desk *desk = *state;
    is_true(desk, "(SELECT count(*) FROM current_line) = 4");
    is_true(desk, "(SELECT group_concat(text, '|') FROM (SELECT text FROM current_line"
                  " ORDER BY ordinal)) = '甲乙丙 <丁>|戊||己'");
    is_true(desk, "(SELECT line FROM current_line WHERE text = '己') = 5");
}

/* `line` is a column's path of the letter and a record of its own. */
static void a_path_of_its_own_takes_nothing_from_the_record(void **state)
{
    is_true(*state, "(SELECT first FROM current_letter) = '甲乙丙 <丁>'");
    is_true(*state, "(SELECT bold FROM current_line WHERE no = '1') = '乙'");
}

static void the_text_of_an_element_is_all_that_stands_in_it(void **state)
{
    is_true(*state, "(SELECT whole FROM current_page) = '戊'");
}

/* Without the prefix, comments and the document's own white space kept; each element with its line.
 */
static void an_xml_column_is_the_element_itself(void **state)
{
    struct desk *desk = *state;
    static const char wanted[] =
        "<letter xmlns=\"urn:test:letter\" xmlns:s=\"urn:yinfa:submission\" s:line=\"2\" "
        "no=\"7\">\n"
        "<line s:line=\"3\" no=\"1\">甲<b s:line=\"3\">乙</b>丙 &lt;丁&gt;</line>\n"
        "<page s:line=\"4\"><line s:line=\"4\">戊</line>"
        "<line s:line=\"4\" no=\"a&amp;&quot;b\"/></page>\n"
        "<enclosed s:line=\"5\"><letter s:line=\"5\" no=\"8\">"
        "<line s:line=\"5\">己<note s:line=\"5\">注</note></line></letter></enclosed>\n"
        "</letter>";
    struct query *query;
    assert_int_equal(store_query(desk->workspace->store, "content",
                                 "SELECT content FROM current_letter", &query),
                     0);
    assert_int_equal(query_step(query), 1);
    assert_string_equal(query_text(query, 0), wanted);
    query_done(query);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_record_at_any_depth_is_found_wherever_it_stands, setup,
                                        desk_teardown),
        cmocka_unit_test_setup_teardown(a_path_of_its_own_takes_nothing_from_the_record, setup,
                                        desk_teardown),
        cmocka_unit_test_setup_teardown(the_text_of_an_element_is_all_that_stands_in_it, setup,
                                        desk_teardown),
        cmocka_unit_test_setup_teardown(an_xml_column_is_the_element_itself, setup, desk_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
