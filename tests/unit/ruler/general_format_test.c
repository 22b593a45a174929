/* The general format: tests/ruler/notice.fo holds every rule; one small change to it breaks one
 * rule (and sometimes another that follows from it). */
#include "measuring.h"

static const char *notice;

static int read_notice(void **state)
{
    if (start(state) != 0)
        return -1;
    notice = read_fo("tests/ruler/notice.fo");
    return 0;
}

static void the_notice_holds_every_rule(void **state)
{
    (void)state;
    const struct ruler_report *report = measured(notice);
    assert_string_equal(broken(report), "");
    assert_string_equal(report->format, "general");
    assert_int_equal(report->page_count, 5);
    assert_true(ruler_is_held(report, FINDING_NOTE));
    /* all are measured but those of letters, and of several seals */
    size_t unmeasured = 0;
    for (size_t i = 0; i < report->rule_count; i++)
        unmeasured += report->rules[i].count == 0;
    assert_int_equal(unmeasured, 4);
    assert_string_equal(ruled(report, "rows")->measurements[0].found, "22");
    assert_string_equal(ruled(report, "red-rule-place")->measurements[0].found, "4.00 mm");
    assert_string_equal(ruled(report, "page-number-drop")->measurements[0].found, "7.01 mm");
}

/* A change, at all places if `everywhere`, and the rules it breaks. */
static const struct {
    bool everywhere;
    const char *old, *new;
    const char *breaks;
} changes[] = {
    {true, "page-width=\"210mm\" page-height=\"297mm\" margin-left=\"28mm\" margin-right=\"26mm\"",
     "page-width=\"216mm\" page-height=\"297mm\" margin-left=\"28mm\" margin-right=\"32mm\"",
     " sheet"},
    {false, "<block font-family=\"黑体\">附件2",
     "<block break-after=\"page\">　</block><block font-family=\"黑体\">附件2",
     " page-text page-number"},
    {true, "margin-top=\"37mm - 6.805pt\"", "margin-top=\"39mm - 6.805pt\"",
     " head-margin type-area mark-top annex-label annex-title colophon-foot"},
    {true, "margin-left=\"28mm\" margin-right=\"26mm\"",
     "margin-left=\"29.5mm\" margin-right=\"24.5mm\"",
     " binding-margin type-area mark-centre number-align title-centre date-place annex-label "
     "annex-title colophon-indent page-number-side"},
    {false, "start-indent=\"5em\">2. 填报要求",
     "text-align=\"end\" end-indent=\"-3mm\">2. 填报要求", " type-area seal-place"},
    {true, "letter-spacing=\"-0.215pt\">", "font-size=\"15pt\">", " text-size"},
    {true, "letter-spacing=\"-0.215pt\">", "letter-spacing=\"-0.214pt\" line-height=\"31pt\">",
     " rows row-pitch"},
    {true, "letter-spacing=\"-0.215pt\">", "letter-spacing=\"1pt\">", " characters"},
    {false, "color=\"#ff0000\">样例省", "color=\"#000000\">样例省",
     " mark number title-size title-place"},
    {false, "35mm + 6.805pt - 2.4pt", "30mm + 6.805pt - 2.4pt", " mark-top"},
    {false, "text-align=\"center\" font-family=\"小标宋\" font-size=\"40pt\"",
     "text-align=\"start\" font-family=\"小标宋\" font-size=\"40pt\"", " mark-centre"},
    {false, "〔2024〕1号", "[2024]1号", " number"},
    {false, "〔2024〕1号", "〔2024〕001号", " number"},
    {false, "样质强办〔2024〕1号", "　", " number"},
    {false, "line-height=\"16pt\" space-before=\"59.218pt\"",
     "line-height=\"16pt\" space-before=\"29.609pt\"", " number-place"},
    {false, "text-align=\"center\" line-height=\"16pt\"",
     "text-align=\"start\" line-height=\"16pt\"", " number-align"},
    {false, "space-before=\"4mm\"", "space-before=\"6mm\"", " red-rule-place"},
    {false, "<block-container space-before=\"4mm\"",
     "<block-container start-indent=\"10mm\" space-before=\"4mm\"", " red-rule-length"},
    {false, "block-progression-dimension=\"0.35mm\" background-color=\"#ff0000\"",
     "block-progression-dimension=\"0.35mm\"", " red-rule-place"},
    {true, "font-size=\"22pt\"", "font-size=\"16pt\"", " title"},
    {true, "font-size=\"22pt\"", "font-size=\"20pt\"", " title-size"},
    {false, "space-before=\"59.218pt\">样例省质量强省办<",
     "space-before=\"20pt\">样例省质量强省办<", " title-place"},
    {false, "text-align=\"center\" font-family=\"小标宋\" font-size=\"22pt\">关于",
     "text-align=\"start\" font-family=\"小标宋\" font-size=\"22pt\">关于", " title-centre"},
    {false, ">样例省质量强省办<", ">关于报送2024年度质量目标清单的通知<", " title-shape"},
    {false, "成员单位：", "成员单位", " recipient"},
    {false, "space-before=\"29.609pt\">各市", "space-before=\"0pt\">各市", " recipient-place"},
    {false, "<block text-indent=\"31.586pt\"",
     "<block break-before=\"page\" text-indent=\"31.586pt\"", " body-first-page"},
    {false, "2024年1月10日<", "2024年01月10日<", " date seal-over-date"},
    {false, "2024年1月10日<", "二〇二四年一月十日<", " date seal-over-date"},
    {false, "2024年1月10日<", "　<", " date"},
    {false, "end-indent=\"63.172pt\"", "end-indent=\"20pt\"", " date-place seal-over-date"},
    {false, "keep-together.within-page=\"always\"", "break-before=\"page\"", " signature-page"},
    {false, "<block text-indent=\"31.586pt\"",
     "<block break-after=\"page\" color=\"#ffffff\">看不见</block><block text-indent=\"31.586pt\"",
     " body-first-page"},
    {false, "<block start-indent=\"5em\">2. 填报要求",
     "<block-container absolute-position=\"fixed\" top=\"100mm\" left=\"10mm\" width=\"5mm\" "
     "height=\"30mm\" background-color=\"#808080\"><block/></block-container><block "
     "start-indent=\"5em\">2. 填报要求",
     " type-area"},
    {false, "top=\"5mm\"", "top=\"14mm\"", " seal-place"},
    {false, "left=\"263.25pt\"", "left=\"200pt\"", " seal-over-date"},
    {false, "<block font-family=\"黑体\">附件2",
     "<block font-family=\"黑体\" start-indent=\"10mm\">附件2", " annex-label"},
    {false, "附件2", "附件1", " annex-order"},
    {false, "space-before=\"29.609pt\">填报要求", "space-before=\"0pt\">填报要求", " annex-title"},
    {false, "    </flow>\n  </page-sequence>\n</root>",
     "      <block break-before=\"page\">另页</block></flow></page-sequence></root>",
     " colophon-page"},
    {false, "2 * 8mm - 0.95mm", "2 * 8mm - 3mm", " colophon-foot"},
    {false, "width=\"156mm\" height=\"18mm\"", "width=\"150mm\" height=\"18mm\"",
     " colophon-rule-length colophon-indent"},
    {false, "block-progression-dimension=\"0.35mm\" background-color=\"#000000\"",
     "block-progression-dimension=\"0.6mm\" background-color=\"#000000\"",
     " colophon-rule-thickness"},
    {false, "font-size=\"14pt\" line-height=\"8mm\"", "font-size=\"12pt\" line-height=\"8mm\"",
     " colophon-size"},
    {false, "start-indent=\"14pt\" end-indent=\"14pt\"", "start-indent=\"0pt\" end-indent=\"14pt\"",
     " colophon-indent"},
    {false, "— <page-number/> —", "第<page-number/>页", " type-area page-number"},
    {false, "— <page-number/> —", "— 1<page-number/> —", " page-number"},
    {false, "padding-top=\"7mm - 8.2pt\"", "padding-top=\"5mm - 8.2pt\"", " page-number-drop"},
    {false, "text-align=\"end\" end-indent=\"14pt\"", "text-align=\"start\" start-indent=\"14pt\"",
     " page-number-side"},
    {false, "reference-orientation=\"90\"", "reference-orientation=\"270\"", " landscape"},
};

static void each_change_breaks_its_rules_and_no_others(void **state)
{
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        const char *fo = changes[i].everywhere
                             ? changed_everywhere(notice, changes[i].old, changes[i].new)
                             : changed(notice, changes[i].old, changes[i].new);
        const char *found = broken(measured(fo));
        if (strcmp(found, changes[i].breaks) == 0)
            continue;
        print_error("%s → %s:\n  broken%s\n  wanted%s\n", changes[i].old, changes[i].new, found,
                    changes[i].breaks);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_notice_holds_every_rule),
        cmocka_unit_test(each_change_breaks_its_rules_and_no_others),
    };
    return cmocka_run_group_tests(tests, read_notice, free_fonts);
}
