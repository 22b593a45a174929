/* Resolving attributes into traits: inheritance, shorthands, caching, findings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <libxml/parser.h>

#include "format/format.h"
#include "format/property.h"
#include "format/property_table.h"

struct fixture {
    struct arena *arena;
    struct finding_list *findings;
    struct font_set *fonts;
    struct report *report;
    struct properties *properties;
    xmlDoc *document;
};

static struct fixture fixture;

static int set_up(void **state)
{
    (void)state;
    fixture.arena = arena_new();
    fixture.findings = finding_list_new(fixture.arena);
    fixture.fonts =
        font_set_read("fonts/font-set.xml", "fonts/files", NULL, NULL, fixture.findings);
    if (!fixture.fonts)
        return -1;
    fixture.report = report_new(fixture.findings, "test.fo");
    fixture.properties = property_new(fixture.arena, fixture.fonts, fixture.report, false);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    xmlFreeDoc(fixture.document);
    property_free(fixture.properties);
    report_free(fixture.report);
    font_set_free(fixture.fonts);
    arena_free(fixture.arena);
    memset(&fixture, 0, sizeof fixture);
    return 0;
}

/* <fo:block OUTER><fo:block INNER/></fo:block>: the inner block's traits. */
static const struct traits *inner(const char *outer_attributes, const char *inner_attributes)
{
    char text[1024];
    snprintf(text, sizeof text,
             "<fo:block xmlns:fo='" FO_NAMESPACE "' xmlns:y='" YINFA_NAMESPACE
             "' xmlns:x='urn:x' %s><fo:block %s/></fo:block>",
             outer_attributes, inner_attributes);
    xmlFreeDoc(fixture.document);
    fixture.document = xmlReadMemory(text, (int)strlen(text), "test", NULL, 0);
    assert_non_null(fixture.document);
    const xmlNode *outer = xmlDocGetRootElement(fixture.document);
    const struct traits *traits =
        property_resolve(fixture.properties, outer, property_initial(fixture.properties));
    return property_resolve(fixture.properties, outer->children, traits);
}

static void initial_values_are_those_of_the_recommendation(void **state)
{
    (void)state;
    const struct traits *traits = inner("", "");
    assert_int_equal(traits->font_size, 12000);
    assert_int_equal(traits->widows, 2);
    assert_int_equal(traits->text_align, KEYWORD_START);
    assert_int_equal(traits->border_collapse, KEYWORD_COLLAPSE);
    assert_true(traits->background.none);
    assert_int_equal(traits->distance_between_starts.length, 24000);
}

static void what_is_inherited_is_inherited_and_nothing_else(void **state)
{
    (void)state;
    const struct traits *traits =
        inner("font-size='16pt' text-align='center' start-indent='5pt' space-before='9pt' "
              "border='1pt solid red' y:line-break='strict'",
              "");
    assert_int_equal(traits->font_size, 16000);
    assert_int_equal(traits->text_align, KEYWORD_CENTER);
    assert_int_equal(traits->start_indent.length, 5000);
    assert_int_equal(traits->line_break, KEYWORD_STRICT);
    assert_int_equal(traits->space_before.optimum, 0);
    assert_int_equal(border_width(&traits->border[SIDE_BEFORE]), 0);
    traits = inner("space-before='9pt'", "space-before.optimum='inherit'");
    assert_int_equal(traits->space_before.optimum, 9000);
}

static void em_is_the_objects_own_font_size_whatever_the_order(void **state)
{
    (void)state;
    const struct traits *traits = inner("font-size='10pt'", "text-indent='2em' font-size='150%'");
    assert_int_equal(traits->font_size, 15000);
    assert_int_equal(traits->text_indent.length, 30000);
    traits = inner("line-height='1.5' font-size='10pt'", "font-size='20pt'");
    assert_int_equal(traits_line_height(traits), 30000);
    traits = inner("line-height='150%' font-size='10pt'", "font-size='20pt'");
    assert_int_equal(traits_line_height(traits), 15000);
}

static void shorthands_give_way_to_what_is_more_specific(void **state)
{
    (void)state;
    const struct traits *traits =
        inner("", "border-left-width='3pt' border='1pt solid red' border-top='2pt dashed blue' "
                  "padding='1pt 2pt' keep-together='always' font='bold 14pt/20pt 黑体'");
    assert_int_equal(traits->border[SIDE_START].width, 3000);
    assert_int_equal(traits->border[SIDE_END].width, 1000);
    assert_int_equal(traits->border[SIDE_BEFORE].style, KEYWORD_DASHED);
    assert_int_equal(traits->padding[SIDE_BEFORE].length, 1000);
    assert_int_equal(traits->padding[SIDE_END].length, 2000);
    assert_int_equal(traits->keep_together.page, KEEP_ALWAYS);
    assert_int_equal(traits->keep_together.line, KEEP_AUTO);
    assert_int_equal(traits->font_weight, 700);
    assert_int_equal(traits->font_size, 14000);
    assert_int_equal(traits->line_height.length, 20000);
    assert_string_equal(traits->font_family, "黑体");
}

static void margins_become_indents_and_spaces(void **state)
{
    (void)state;
    const struct traits *traits =
        inner("start-indent='10pt'", "margin-left='5pt' padding-left='2pt' margin-top='7pt' "
                                     "border-left='1pt solid black'");
    assert_int_equal(traits->start_indent.length, 18000);
    assert_int_equal(traits->space_before.optimum, 7000);
}

static void equal_attributes_give_the_same_traits(void **state)
{
    (void)state;
    const struct traits *first = inner("font-size='11pt'", "padding='1pt' id='a' y:record='x'");
    const struct traits *second = inner("font-size='11pt'", "padding='1pt' id='b' y:record='y'");
    assert_ptr_equal(first, second);
    assert_ptr_not_equal(first, inner("font-size='11pt'", "padding='2pt'"));
}

static void mistakes_are_found_once_and_the_value_before_stands(void **state)
{
    (void)state;
    const struct traits *traits =
        inner("font-size='11pt'", "font-size='huge' colour='red' x:a='1'");
    assert_int_equal(traits->font_size, 11000);
    assert_int_equal(finding_count_level(fixture.findings, FINDING_WARNING), 1);
    assert_int_equal(finding_count_level(fixture.findings, FINDING_ERROR), 1);
    assert_true(report_failed(fixture.report));
    (void)inner("font-size='11pt'", "font-size='huge' colour='red' x:a='1'");
    assert_int_equal(finding_count(fixture.findings), 2);
}

static void every_property_of_the_table_has_an_initial_value_that_parses(void **state)
{
    (void)state;
    for (size_t i = 0; i < property_table_count(); i++) {
        const struct property *property = property_table_at(i);
        char attribute[128];
        bool extension =
            property_table_find(property->name, strlen(property->name), true) == property;
        if (!property->initial)
            continue;
        snprintf(attribute, sizeof attribute, "%s%s='%s'", extension ? "y:" : "", property->name,
                 property->initial);
        (void)inner("", attribute);
        if (finding_count(fixture.findings))
            fail_msg("%s", attribute);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(initial_values_are_those_of_the_recommendation),
        TEST(what_is_inherited_is_inherited_and_nothing_else),
        TEST(em_is_the_objects_own_font_size_whatever_the_order),
        TEST(shorthands_give_way_to_what_is_more_specific),
        TEST(margins_become_indents_and_spaces),
        TEST(equal_attributes_give_the_same_traits),
        TEST(mistakes_are_found_once_and_the_value_before_stands),
        TEST(every_property_of_the_table_has_an_initial_value_that_parses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
