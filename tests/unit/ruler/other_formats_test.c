/* Letters, orders and minutes: a document of each holds every rule that applies to it; one change
 * breaks one rule. */
#include "measuring.h"

/* Of document `of`, a change and the rules it breaks. */
static const struct {
    const char *of, *old, *new;
    const char *breaks;
} changes[] = {
    {"letter", "space-before=\"1.35mm\"", "space-before=\"4mm\"",
     " mark-top number-place letter-rules"},
    {"letter", "top=\"46.4mm\"", "top=\"44mm\"", " letter-rules"},
    {"letter", "top=\"277mm - 2.25pt\"", "top=\"275mm - 2.25pt\"", " letter-rules"},
    {"letter", "top=\"277mm - 4pt\" left=\"21mm\" width=\"170mm\"",
     "top=\"277mm - 4pt\" left=\"21mm\" width=\"167mm\"", " letter-rule-length"},
    {"letter", "top=\"46.4mm + 3.25pt\" left=\"21mm\" width=\"170mm\"",
     "top=\"46.4mm + 3.25pt\" left=\"21mm\" width=\"100mm\"", " number-place letter-rules"},
    {"letter", "<block text-align=\"end\" line-height=\"16pt\"",
     "<block text-align=\"center\" line-height=\"16pt\"", " number-align"},
    {"letter", "space-before=\"11.6mm - 3.1pt\"", "space-before=\"14mm\"", " number-place"},
    {"letter", "region-name=\"foot-first\" extent", "region-name=\"foot-even\" extent",
     " page-number page-number-side"},
    {"letter", "抄送：省委办公室，省政府办公室。", "2024年1月11日印发",
     " colophon-indent letter-colophon"},
    {"letter", "225mm - 21.8pt", "215mm - 21.8pt", " colophon-foot"},
    {"letter", "专此函告。", "　", " signature-page"},
    {"order", "20mm + 6.805pt", "25mm + 6.805pt", " mark-top"},
    {"order", "第9号", "9号", " number"},
    {"order", "line-height=\"16pt\" space-before=\"59.218pt\"",
     "line-height=\"16pt\" space-before=\"29.609pt\"", " number-place"},
    {"order", "end-indent=\"63.172pt\">2024", "end-indent=\"20pt\">2024", " date-place"},
    {"order", "2024年6月3日", "　", " date"},
    {"minutes", "35mm + 6.805pt", "30mm + 6.805pt", " mark-top"},
    {"minutes", "text-indent=\"2em\" space-before",
     "text-indent=\"2em\" break-before=\"page\" space-before", " body-first-page page-number"},
};

static const char *read_document(const char *name)
{
    return read_fo(arena_print(arena, "tests/ruler/%s.fo", name));
}

static void each_format_is_told_and_held(void **state)
{
    (void)state;
    static const char *const formats[] = {"letter", "order", "minutes"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        const struct ruler_report *report = measured(read_document(formats[i]));
        assert_string_equal(report->format, formats[i]);
        assert_string_equal(broken(report), "");
    }
}

static void each_change_breaks_its_rules_and_no_others(void **state)
{
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        const char *fo = changed(read_document(changes[i].of), changes[i].old, changes[i].new);
        const char *found = broken(measured(fo));
        if (strcmp(found, changes[i].breaks) == 0)
            continue;
        print_error("%s: %s → %s:\n  broken%s\n  wanted%s\n", changes[i].of, changes[i].old,
                    changes[i].new, found, changes[i].breaks);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_format_is_told_and_held),
        cmocka_unit_test(each_change_breaks_its_rules_and_no_others),
    };
    return cmocka_run_group_tests(tests, start, free_fonts);
}
