/* Kinds: what a right one gives, and every mistake told with its line, all in one go. */
#include "scratch.h"

#include "definitions/kind.h"

static const char visit_schema[] =
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:yinfa:visit'"
    " xmlns='urn:yinfa:visit' elementFormDefault='qualified'>\n"
    "<xs:element name='visits'>\n"
    " <xs:annotation><xs:documentation xml:lang='en'>Visits</xs:documentation>"
    "<xs:documentation xml:lang='zh'>走访记录。一年一份</xs:documentation></xs:annotation>\n"
    " <xs:complexType><xs:sequence>"
    "  <xs:element ref='reporter'/>"
    "  <xs:element name='visit' type='visit' maxOccurs='unbounded'/>"
    " </xs:sequence><xs:attribute ref='year'/></xs:complexType>\n"
    "</xs:element>\n"
    "<xs:attribute name='year' type='xs:gYear'><xs:annotation><xs:documentation>年度"
    "</xs:documentation></xs:annotation></xs:attribute>\n"
    "<xs:element name='reporter' type='office'/>\n"
    "<xs:complexType name='office'><xs:annotation><xs:documentation xml:lang='zh'>报送单位\n"
    "  写全称</xs:documentation></xs:annotation><xs:simpleContent><xs:extension base='xs:string'>"
    "<xs:attribute name='code' type='xs:string'/></xs:extension></xs:simpleContent>"
    "</xs:complexType>\n"
    "<xs:complexType name='place'><xs:sequence><xs:element name='street' type='street'/>"
    "</xs:sequence></xs:complexType>\n"
    "<xs:simpleType name='street'><xs:annotation><xs:documentation xml:lang='zh-CN'>街道"
    "</xs:documentation></xs:annotation><xs:restriction base='xs:string'/></xs:simpleType>\n"
    "<xs:complexType name='visit'><xs:complexContent><xs:extension base='place'><xs:choice>"
    "<xs:element name='firm' type='xs:string'><xs:annotation><xs:documentation xml:lang='zh'>"
    "受访单位</xs:documentation></xs:annotation></xs:element>"
    "<xs:group ref='length'/></xs:choice></xs:extension></xs:complexContent></xs:complexType>\n"
    "<xs:group name='length'><xs:sequence><xs:element name='days' type='xs:int'>"
    "<xs:annotation><xs:documentation xml:lang='zh'>天数</xs:documentation></xs:annotation>"
    "</xs:element></xs:sequence></xs:group>\n"
    "</xs:schema>";

#define KIND_HEAD(name)                                                                            \
    "<kind xmlns='urn:yinfa:kind' name='" name "' schema='visit.xsd' root='visits'"                \
    " namespace='urn:yinfa:visit'>\n<title>走访</title>\n"

static const char right_kind[] =
    KIND_HEAD("visit") "<sender path='reporter/@code'/><period path='@year'/>\n"
                       "<table name='visit_list' record='.'><column name='office' path='reporter' "
                       "type='text'/>"
                       "</table>\n"
                       "<table name='visit' record='visit' parent='visit_list' label='firm'>\n"
                       "<column name='firm' path='firm' type='text' key='yes' personal='yes'/>"
                       "<column name='days' path='days' type='integer'/>"
                       "<column name='street' path='street' type='text'/>"
                       "<column name='whole' path='.' type='text'/></table>\n"
                       "<view name='long_visit'>SELECT * FROM staged_visit</view>"
                       "<view name='firm' scope='stored'>SELECT firm FROM current_visit</view>"
                       "<rule id='visit.days' level='warning'><message>天数</message>"
                       "<message-en>days</message-en>\n<sql> SELECT 1 </sql></rule>\n</kind>";

static void put_kind(const char *name, const char *text)
{
    char path[96];
    scratch_folder(name);
    snprintf(path, sizeof path, "%s/visit.xsd", name);
    scratch_write(path, visit_schema);
    snprintf(path, sizeof path, "%s/kind.xml", name);
    scratch_write(path, text);
}

static struct kind_set *read_set(void)
{
    return kind_set_read(scratch_folders, definition_schemas, findings);
}

static void a_right_kind_is_read_whole(void **state)
{
    (void)state;
    put_kind("visit", right_kind);
    struct kind_set *set = read_set();
    expect_count(0);
    assert_non_null(set);
    assert_int_equal(kind_set_count(set), 1);
    const struct kind *kind = kind_lookup(set, "visit");
    assert_ptr_equal(kind, kind_lookup_root(set, "urn:yinfa:visit", "visits"));
    assert_null(kind_lookup_root(set, NULL, "visits"));
    assert_string_equal(kind->title, "走访");
    assert_string_equal(kind->sender_path, "reporter/@code");
    assert_string_equal(kind->period_path, "@year");
    assert_int_equal(strlen(kind->digest), 64);
    assert_int_equal(kind->table_count, 2);
    assert_int_equal(kind->tables[0].parent, -1);
    assert_int_equal(kind->tables[1].parent, 0);
    const struct kind_column *firm = &kind->tables[1].columns[0];
    assert_true(firm->key && firm->personal && firm->type == COLUMN_TEXT);
    assert_int_equal(kind->tables[1].columns[1].type, COLUMN_INTEGER);
    assert_false(kind->tables[1].columns[1].key);
    assert_int_equal(kind->view_count, 1);
    assert_string_equal(kind->views[0].name, "long_visit");
    assert_string_equal(kind->views[0].sql, "SELECT * FROM staged_visit");
    assert_int_equal(kind->stored_view_count, 1);
    assert_string_equal(kind->stored_views[0].name, "firm");
    const struct kind_rule *rule = &kind->rules[0];
    assert_string_equal(rule->id, "visit.days");
    assert_string_equal(rule->sql, "SELECT 1");
    assert_int_equal(rule->level, FINDING_WARNING);
    assert_string_equal(rule->english, "days");
    assert_null(rule->mend_chinese);
    assert_non_null(strstr(rule->origin, "visit/kind.xml:8"));
    kind_set_free(set);
}

static void labels_come_from_the_schema_by_the_nearest_documentation(void **state)
{
    (void)state;
    put_kind("visit", right_kind);
    struct kind_set *set = read_set();
    assert_non_null(set);
    const struct kind *kind = kind_set_at(set, 0);
    const struct {
        const char *path, *label;
    } expected[] = {
        {"", "走访记录"},               /* first sentence, the Chinese one */
        {"@year", "年度"},              /* referred attribute, no language given */
        {"reporter", "报送单位"},       /* the type's, first line */
        {"reporter/@code", "报送单位"}, /* none of its own: what encloses it */
        {"visit", "走访记录"},          /* none of its own */
        {"visit/firm", "受访单位"},
        {"visit/days", "天数"},   /* through a group */
        {"visit/street", "街道"}, /* inherited, labelled by its simple type */
        {"visit/nowhere/at/all", "走访记录"},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const char *label = kind_label_lookup(kind, expected[i].path);
        assert_non_null(label);
        assert_string_equal(label, expected[i].label);
    }
    assert_string_equal(kind->tables[1].columns[1].label, "天数");
    for (size_t i = 1; i < kind->label_count; i++)
        assert_true(strcmp(kind->labels[i - 1].path, kind->labels[i].path) < 0);
    kind_set_free(set);
}

static void every_mistake_of_every_file_is_told_with_its_line(void **state)
{
    (void)state;
    put_kind("one", KIND_HEAD("other")                          /* 1: name is not the folder's */
             "<after kind='nobody'/>\n"                         /* 3 */
             "<sender path='reporter//@code'/>\n"               /* 4 */
             "<period path='@yaer'/><aside element='frim'/>\n"  /* 5: not in the schema */
             "<table name='visit_list' record='.' label='x'>\n" /* 6: no such column */
             "<column name='Office' path='reporter' type='text'/>\n" /* 7 */
             "<column name='line' path='reporter' type='text'/>\n"   /* 8: reserved */
             "<column name='a' path='../x' type='text'/>\n"          /* 9 */
             "<column name='a' path='reporter' type='text'/>\n"      /* 10: doubled */
             "</table>\n"
             "<table name='item' record='visit' parent='late'>"     /* 12: reserved, no parent */
             "<column name='b' path='frim' type='text'/></table>\n" /* 12: not in the schema */
             "<table name='visit_list' record='visit/@x'>"          /* 13: doubled, attribute */
             "<column name='b' path='.' type='text'/></table>\n"
             "<table name='sibling' record='.' parent='visit_list'>" /* 14: not within */
             "<column name='b' path='reporter' type='text'/></table>\n"
             "<view name='sibling'> </view>"                 /* 15: a table's name, empty */
             "<rule id='other.x' level='error'><message/>\n" /* 15: not one., empty message */
             "<sql> </sql></rule>\n"                         /* 16: empty */
             "<rule id='one.' level='error'><message>m</message><sql>SELECT 1</sql></rule>\n"
             "</kind>");
    put_kind("two", "<kind xmlns='urn:yinfa:kind' name='two' schema='none.xsd' root='visits'\n"
                    " namespace='urn:x'><title>二</title>\n"
                    "<table name='t' record='.'><column name='c' path='.' type='text'/></table>"
                    "</kind>");
    put_kind("three", "<kind xmlns='urn:yinfa:kind' name='three'\n><title>");
    assert_null(read_set());
    expect_finding("definition.name", 1, "other");
    expect_finding("definition.kind-after", 3, "nobody");
    expect_finding("definition.kind-path", 4, "reporter//@code");
    expect_finding("definition.kind-path-unknown", 5, "@yaer");
    expect_finding("definition.kind-path-unknown", 5, "//frim");
    expect_finding("definition.kind-label", 6, "x");
    expect_finding("definition.sql-name", 7, "Office");
    expect_finding("definition.reserved", 8, "line");
    expect_finding("definition.kind-path", 9, "../x");
    expect_finding("definition.doubled", 10, "a");
    expect_finding("definition.reserved", 12, "item");
    expect_finding("definition.kind-parent", 12, "late");
    expect_finding("definition.kind-path-unknown", 12, "visit/frim");
    expect_finding("definition.doubled", 13, "visit_list");
    expect_finding("definition.kind-path", 13, "visit/@x");
    expect_finding("definition.kind-parent-record", 14, ".");
    expect_finding("definition.doubled", 15, "sibling");
    expect_finding("definition.kind-rule-id", 15, "other.x");
    expect_finding("definition.text-empty", 15, "message");
    expect_finding("definition.sql-empty", 16, NULL);
    expect_finding("definition.kind-rule-id", 17, "one.");
    expect_finding("definition.file-missing", 2, "none.xsd");
    expect_finding("definition.invalid", 2, NULL);
}

static void wrong_root_and_namespace_are_told(void **state)
{
    (void)state;
    put_kind("visit", "<kind xmlns='urn:yinfa:kind' name='visit' schema='visit.xsd' root='vists'"
                      " namespace='urn:yinfa:vist'><title>走访</title>"
                      "<table name='t' record='.'><column name='c' path='.' type='text'/></table>"
                      "</kind>");
    assert_null(read_set());
    expect_finding("definition.kind-root", 1, "vists");
    expect_finding("definition.kind-namespace", 1, "urn:yinfa:vist");
    expect_count(2);
}

static void put_ordered(const char *name, const char *after)
{
    char text[1024], schema[4096], path[96];
    snprintf(text, sizeof text,
             "<kind xmlns='urn:yinfa:kind' name='%s' schema='visit.xsd' root='%s'"
             " namespace='urn:%s'><title>次</title>\n%s"
             "<table name='%s' record='.'><column name='c' path='.' type='text'/></table></kind>",
             name, name, name, after, name);
    snprintf(schema, sizeof schema,
             "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:%s'>"
             "<xs:element name='%s' type='xs:string'/></xs:schema>",
             name, name);
    put_kind(name, text);
    snprintf(path, sizeof path, "%s/visit.xsd", name);
    scratch_write(path, schema);
}

static void ranks_follow_after_and_names_are_in_byte_order(void **state)
{
    (void)state;
    put_ordered("d", "<after kind='b'/><after kind='a'/>");
    put_ordered("b", "<after kind='c'/>");
    put_ordered("c", "");
    put_ordered("a", "");
    struct kind_set *set = read_set();
    expect_count(0);
    const int ranks[] = {0, 1, 0, 2};
    const char *const names[] = {"a", "b", "c", "d"};
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(kind_set_at(set, i)->name, names[i]);
        assert_int_equal(kind_set_at(set, i)->rank, ranks[i]);
    }
    assert_null(kind_set_at(set, 4));
    kind_set_free(set);
}

static void a_circle_of_after_is_told_once_as_it_runs(void **state)
{
    (void)state;
    put_ordered("a", "<after kind='b'/>");
    put_ordered("b", "<after kind='c'/>");
    put_ordered("c", "<after kind='b'/>");
    put_ordered("d", "<after kind='d'/>");
    assert_null(read_set());
    expect_finding("definition.kind-cycle", 2, "b → c → b");
    expect_finding("definition.kind-cycle", 2, "d → d");
    expect_count(2);
}

static void kinds_may_not_share_a_root_or_a_table(void **state)
{
    (void)state;
    put_kind("visit", right_kind);
    put_kind("visit2",
             KIND_HEAD("visit2") "<table name='visit_list' record='.'>"
                                 "<column name='c' path='.' type='text'/></table></kind>");
    assert_null(read_set());
    expect_finding("definition.kind-root-doubled", 1, "visit2");
    expect_finding("definition.doubled", 3, "visit_list");
    expect_count(2);
}

static void the_earlier_folder_wins(void **state)
{
    (void)state;
    char first[SCRATCH_PATH_SIZE], second[SCRATCH_PATH_SIZE];
    scratch_folder("first");
    scratch_folder("second");
    put_kind("first/visit", right_kind);
    put_kind("second/visit", "<not-even-a-kind/>");
    const char *folders[] = {in_folder(first, "first"), in_folder(second, "second"),
                             "/nowhere/at/all", NULL};
    struct kind_set *set = kind_set_read(folders, definition_schemas, findings);
    expect_count(0);
    assert_int_equal(kind_set_count(set), 1);
    kind_set_free(set);
}

static void a_recursive_schema_ends_and_does_not_refuse_deep_paths(void **state)
{
    (void)state;
    put_ordered("tree", "");
    scratch_write("tree/visit.xsd",
                  "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'"
                  " targetNamespace='urn:tree' xmlns='urn:tree'><xs:element name='tree' type='t'/>"
                  "<xs:complexType name='t'><xs:sequence>"
                  "<xs:element name='a' type='t' minOccurs='0'/>"
                  "<xs:element name='b' type='t' minOccurs='0'/></xs:sequence></xs:complexType>"
                  "</xs:schema>");
    struct kind_set *set = read_set();
    expect_count(0);
    assert_non_null(set);
    kind_set_free(set);
}

static void records_at_any_depth_must_not_nest(void **state)
{
    (void)state;
    put_kind("visit",
             KIND_HEAD("visit") "<table name='street' record='//street'><column name='name' "
                                "path='.' type='text'/></table></kind>");
    struct kind_set *set = read_set();
    expect_count(0);
    assert_string_equal(kind_lookup(set, "visit")->tables[0].columns[0].label, "街道");
    kind_set_free(set);
    scratch_write("visit/visit.xsd",
                  "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'"
                  " targetNamespace='urn:yinfa:visit' xmlns='urn:yinfa:visit'>"
                  "<xs:element name='visits'><xs:complexType><xs:sequence>"
                  "<xs:element ref='street'/></xs:sequence></xs:complexType></xs:element>"
                  "<xs:element name='street'><xs:complexType><xs:sequence>"
                  "<xs:element ref='street'/></xs:sequence></xs:complexType></xs:element>"
                  "</xs:schema>");
    assert_null(read_set());
    expect_count(1);
    expect_finding("definition.kind-record-nests", 3, "//street");
}

static void attachments_name_a_table_and_its_columns(void **state)
{
    (void)state;
    static const char form[] =
        KIND_HEAD("visit") "<table name='visit' record='visit'>"
                           "<column name='firm' path='firm' type='text'/>"
                           "<column name='street' path='street' type='text'/></table>\n"
                           "<attachment table='%s' file='%s' digest='street'%s/>\n</kind>";
    put_kind("visit", arena_print(arena, form, "visit", "firm", " types='png  svg'"));
    struct kind_set *set = read_set();
    assert_non_null(set);
    const struct kind *kind = kind_set_at(set, 0);
    assert_int_equal(kind->attachment_count, 1);
    const struct kind_attachment *attachment = &kind->attachments[0];
    assert_ptr_equal(attachment->table, &kind->tables[0]);
    assert_string_equal(attachment->file->name, "firm");
    assert_string_equal(attachment->digest->name, "street");
    assert_true(attachment->types[PICTURE_PNG] && attachment->types[PICTURE_SVG]);
    assert_false(attachment->types[PICTURE_JPEG]);
    kind_set_free(set);

    put_kind("visit", arena_print(arena, form, "visits", "firm", ""));
    assert_null(read_set());
    expect_finding("definition.kind-attachment-table", 4, "visits");
    put_kind("visit", arena_print(arena, form, "visit", "photo", ""));
    assert_null(read_set());
    expect_finding("definition.kind-attachment-column", 4, "photo");
    put_kind("visit", arena_print(arena, form, "visit", "firm", " types='gif'"));
    assert_null(read_set());
    expect_finding("definition.invalid", 4, "gif");
}

static void the_shipped_kinds_are_right(void **state)
{
    (void)state;
    const char *folders[] = {"schemas", NULL};
    struct kind_set *set = kind_set_read(folders, definition_schemas, findings);
    expect_count(0);
    assert_true(kind_lookup(set, "regions")->rank < kind_lookup(set, "target-plan")->rank);
    assert_true(kind_lookup(set, "target-plan")->rank < kind_lookup(set, "enrolment")->rank);
    for (size_t i = 0; i < kind_set_count(set); i++) {
        const struct kind *kind = kind_set_at(set, i);
        for (size_t j = 0; j < kind->table_count; j++)
            for (size_t k = 0; k < kind->tables[j].column_count; k++)
                assert_non_null(kind->tables[j].columns[k].label);
    }
    kind_set_free(set);
}

#define SCRATCH_TEST(test) cmocka_unit_test_setup_teardown(test, scratch_begin, scratch_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCRATCH_TEST(a_right_kind_is_read_whole),
        SCRATCH_TEST(labels_come_from_the_schema_by_the_nearest_documentation),
        SCRATCH_TEST(every_mistake_of_every_file_is_told_with_its_line),
        SCRATCH_TEST(wrong_root_and_namespace_are_told),
        SCRATCH_TEST(ranks_follow_after_and_names_are_in_byte_order),
        SCRATCH_TEST(a_circle_of_after_is_told_once_as_it_runs),
        SCRATCH_TEST(kinds_may_not_share_a_root_or_a_table),
        SCRATCH_TEST(the_earlier_folder_wins),
        SCRATCH_TEST(a_recursive_schema_ends_and_does_not_refuse_deep_paths),
        SCRATCH_TEST(records_at_any_depth_must_not_nest),
        SCRATCH_TEST(attachments_name_a_table_and_its_columns),
        SCRATCH_TEST(the_shipped_kinds_are_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
