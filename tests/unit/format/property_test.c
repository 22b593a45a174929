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
    fixture.properties = property_new(fixture.fonts);
    property_begin(fixture.properties, fixture.report, false);
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

static void traits_last_from_document_to_document_and_findings_are_said_in_each(void **state)
{
    (void)state;
    const struct traits *silent = inner("font-size='11pt'", "color='red'");
    (void)inner("", "font-size='huge'");
    assert_int_equal(finding_count(fixture.findings), 1);
    report_free(fixture.report);
    fixture.report = report_new(fixture.findings, "next.fo");
    property_begin(fixture.properties, fixture.report, false);
    assert_ptr_equal(inner("font-size='11pt'", "color='red'"), silent);
    (void)inner("", "font-size='huge'");
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

/* The property index of XSL 1.1. */
static const char *const index_of_properties[] = {
    "absolute-position active-state alignment-adjust alignment-baseline allowed-height-scale",
    "allowed-width-scale auto-restore azimuth background background-attachment",
    "background-color background-image background-position background-position-horizontal",
    "background-position-vertical background-repeat baseline-shift blank-or-not-blank",
    "block-progression-dimension border border-after-color border-after-precedence",
    "border-after-style border-after-width border-before-color border-before-precedence",
    "border-before-style border-before-width border-bottom border-bottom-color",
    "border-bottom-style border-bottom-width border-collapse border-color border-end-color",
    "border-end-precedence border-end-style border-end-width border-left border-left-color",
    "border-left-style border-left-width border-right border-right-color border-right-style",
    "border-right-width border-separation border-spacing border-start-color",
    "border-start-precedence border-start-style border-start-width border-style border-top",
    "border-top-color border-top-style border-top-width border-width bottom break-after",
    "break-before caption-side case-name case-title change-bar-class change-bar-color",
    "change-bar-offset change-bar-placement change-bar-style change-bar-width character clear",
    "clip color color-profile-name column-count column-gap column-number column-width",
    "content-height content-type content-width country cue cue-after cue-before",
    "destination-placement-offset direction display-align dominant-baseline elevation",
    "empty-cells end-indent ends-row extent external-destination float flow-map-name",
    "flow-map-reference flow-name flow-name-reference font font-family",
    "font-selection-strategy font-size font-size-adjust font-stretch font-style font-variant",
    "font-weight force-page-count format glyph-orientation-horizontal",
    "glyph-orientation-vertical grouping-separator grouping-size height hyphenate",
    "hyphenation-character hyphenation-keep hyphenation-ladder-count",
    "hyphenation-push-character-count hyphenation-remain-character-count id index-class",
    "index-key indicate-destination initial-page-number inline-progression-dimension",
    "internal-destination intrinsic-scale-value intrusion-displace keep-together",
    "keep-with-next keep-with-previous language last-line-end-indent leader-alignment",
    "leader-length leader-pattern leader-pattern-width left letter-spacing letter-value",
    "linefeed-treatment line-height line-height-shift-adjustment line-stacking-strategy",
    "margin margin-bottom margin-left margin-right margin-top marker-class-name master-name",
    "master-reference max-height maximum-repeats max-width media-usage",
    "merge-pages-across-index-key-references merge-ranges-across-index-key-references",
    "merge-sequential-page-numbers min-height min-width number-columns-repeated",
    "number-columns-spanned number-rows-spanned odd-or-even orphans overflow padding",
    "padding-after padding-before padding-bottom padding-end padding-left padding-right",
    "padding-start padding-top page-break-after page-break-before page-break-inside",
    "page-citation-strategy page-height page-number-treatment page-position page-width pause",
    "pause-after pause-before pitch pitch-range play-during position precedence",
    "provisional-distance-between-starts provisional-label-separation reference-orientation",
    "ref-id ref-index-key region-name region-name-reference relative-align relative-position",
    "rendering-intent retrieve-boundary retrieve-boundary-within-table retrieve-class-name",
    "retrieve-position retrieve-position-within-table richness right role rule-style",
    "rule-thickness scale-option scaling scaling-method score-spaces script show-destination",
    "size source-document space-after space-before space-end space-start span speak",
    "speak-header speak-numeral speak-punctuation speech-rate src start-indent starting-state",
    "starts-row stress suppress-at-line-break switch-to table-layout",
    "table-omit-footer-at-break table-omit-header-at-break target-presentation-context",
    "target-processing-context target-stylesheet text-align text-align-last text-altitude",
    "text-decoration text-depth text-indent text-shadow text-transform top",
    "treat-as-word-space unicode-bidi vertical-align visibility voice-family volume",
    "white-space white-space-collapse white-space-treatment widows width word-spacing",
    "wrap-option writing-mode xml:lang z-index",
};

static void every_property_of_the_recommendation_is_known(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof index_of_properties / sizeof *index_of_properties; i++) {
        for (const char *at = index_of_properties[i]; *at;) {
            size_t length = strcspn(at, " ");
            if (!property_table_find(at, length, false))
                fail_msg("%.*s", (int)length, at);
            at += length + (at[length] == ' ');
        }
    }
}

static void shorthands_inherit_part_by_part(void **state)
{
    (void)state;
    const struct traits *traits =
        inner("border='2pt solid red' padding='3pt'", "border='inherit' padding='inherit'");
    assert_int_equal(border_width(&traits->border[SIDE_AFTER]), 2000);
    assert_int_equal(traits->border[SIDE_AFTER].colour.red, 255);
    assert_int_equal(traits->padding[SIDE_END].length, 3000);
    assert_int_equal(finding_count(fixture.findings), 0);
}

static void functions_take_values_from_the_parent(void **state)
{
    (void)state;
    const struct traits *traits = inner("space-before='9pt' text-align='center' color='red'",
                                        "space-before='from-parent()' text-align='start' "
                                        "border-color='from-parent(color)' "
                                        "text-indent='2 * from-parent(font-size)'");
    assert_int_equal(traits->space_before.optimum, 9000);
    assert_int_equal(traits->border[SIDE_START].colour.red, 255);
    assert_int_equal(traits->text_indent.length, 24000);
    assert_int_equal(finding_count(fixture.findings), 0);
    (void)inner("space-before='9pt'", "space-before='inherited-property-value()'");
    assert_int_equal(finding_count(fixture.findings), 3);
}

static void borders_have_the_colour_of_the_text_unless_told(void **state)
{
    (void)state;
    const struct traits *traits =
        inner("", "border='1pt solid' color='#00f' border-left-color='red'");
    assert_int_equal(traits->border[SIDE_BEFORE].colour.blue, 255);
    assert_int_equal(traits->border[SIDE_START].colour.red, 255);
}

static void absolute_sides_win_over_relative_ones(void **state)
{
    (void)state;
    const struct traits *traits =
        inner("", "padding-left='4pt' padding-start='1pt' border-top-width='3pt' "
                  "border-before-width='1pt' width='20mm' inline-progression-dimension='10mm'");
    assert_int_equal(traits->padding[SIDE_START].length, 4000);
    assert_int_equal(traits->border[SIDE_BEFORE].width, 3000);
    assert_int_equal(traits->width.length, 56693);
}

static void what_may_not_be_negative_is_not(void **state)
{
    (void)state;
    static const char *const attributes[] = {
        "padding='-1pt'",      "width='-1pt'",         "font-size='-3pt'",  "line-height='-2'",
        "border-width='-1pt'", "leader-length='-1pt'", "space-before='10%'"};
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        size_t before = finding_count(fixture.findings);
        (void)inner("", attributes[i]);
        if (finding_count(fixture.findings) == before)
            fail_msg("%s", attributes[i]);
    }
    assert_int_equal(inner("", "orphans='-3'")->orphans, 1);
    assert_int_equal(inner("", "text-indent='-3pt'")->text_indent.length, -3000);
}

static void decorations_add_up_until_taken_away(void **state)
{
    (void)state;
    const struct traits *traits =
        inner("text-decoration='underline'", "text-decoration='overline'");
    assert_int_equal(traits->text_decoration, DECORATION_UNDERLINE | DECORATION_OVERLINE);
    traits = inner("text-decoration='underline overline'", "text-decoration='no-underline'");
    assert_int_equal(traits->text_decoration, DECORATION_OVERLINE);
    traits = inner("text-decoration='underline'", "text-decoration='none'");
    assert_int_equal(traits->text_decoration, 0);
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
        TEST(traits_last_from_document_to_document_and_findings_are_said_in_each),
        TEST(every_property_of_the_recommendation_is_known),
        TEST(shorthands_inherit_part_by_part),
        TEST(functions_take_values_from_the_parent),
        TEST(borders_have_the_colour_of_the_text_unless_told),
        TEST(absolute_sides_win_over_relative_ones),
        TEST(what_may_not_be_negative_is_not),
        TEST(decorations_add_up_until_taken_away),
        TEST(every_property_of_the_table_has_an_initial_value_that_parses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
