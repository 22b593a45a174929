/* The table of rules, and entering measurements. Levels follow the wording of the standard: what
 * 应当 be or is stated plainly is an error, what 一般 is, 推荐 or 可以 be adapted a warning. Called
 * by the measure_*.c files. */
#include "ruler/rules.h"

#include <stdlib.h>
#include <string.h>

const struct format_rule format_rules[RULE_COUNT] = {
    [RULE_SHEET] = {"sheet", "5.1", FINDING_ERROR, "纸张为 A4，竖放", "the sheet is A4, upright"},
    [RULE_PAGE_TEXT] = {"page-text", "7.1", FINDING_ERROR, "每一面都有内容",
                        "every page has something on it"},
    [RULE_HEAD_MARGIN] = {"head-margin", "5.2.1", FINDING_ERROR, "天头（上白边）",
                          "margin at the head (天头)"},
    [RULE_BINDING_MARGIN] = {"binding-margin", "5.2.1", FINDING_ERROR, "订口（左白边）",
                             "margin at the binding (订口)"},
    [RULE_TYPE_AREA] = {"type-area", "5.2.1", FINDING_ERROR, "版心之外除页码外没有内容",
                        "nothing outside the type area but page numbers"},
    [RULE_TEXT_SIZE] = {"text-size", "5.2.2", FINDING_WARNING, "正文用 3 号字",
                        "the text is set in size 3号"},
    [RULE_ROWS] = {"rows", "5.2.3", FINDING_WARNING, "排满的一面的行数", "rows of a full page"},
    [RULE_ROW_PITCH] = {"row-pitch", "5.2.3", FINDING_WARNING, "行距", "row pitch"},
    [RULE_CHARACTERS] = {"characters", "5.2.3", FINDING_WARNING, "排满的一行的字数",
                         "characters of a full row"},
    [RULE_MARK] = {"mark", "7.2.4", FINDING_ERROR, "首页有红色的发文机关标志",
                   "page 1 has the issuing organ's mark, in red"},
    [RULE_MARK_TOP] = {"mark-top", "7.2.4", FINDING_ERROR, "发文机关标志上边缘至纸张上边缘",
                       "from the sheet's top to the top of the mark"},
    [RULE_MARK_CENTRE] = {"mark-centre", "7.2.4", FINDING_ERROR,
                          "发文机关标志居中，中线至纸张左边缘",
                          "the mark is centred; its middle from the sheet's left"},
    [RULE_NUMBER] = {"number", "7.2.5", FINDING_ERROR, "发文字号形如“代字〔年份〕序号号”",
                     "the document number has its form"},
    [RULE_NUMBER_PLACE] = {"number-place", "7.2.5", FINDING_ERROR, "发文字号距上一要素",
                           "from the element above to the document number"},
    [RULE_NUMBER_ALIGN] = {"number-align", "7.2.5", FINDING_ERROR, "发文字号的左右位置",
                           "where the document number stands in its row"},
    [RULE_RED_RULE_PLACE] = {"red-rule-place", "7.2.7", FINDING_ERROR, "红色分隔线距发文字号",
                             "from the document number to the red rule"},
    [RULE_RED_RULE_LENGTH] = {"red-rule-length", "7.2.7", FINDING_ERROR, "红色分隔线与版心等宽",
                              "the red rule is as wide as the type area"},
    [RULE_TITLE] = {"title", "7.3.1", FINDING_ERROR, "首页有标题", "page 1 has the title"},
    [RULE_TITLE_SIZE] = {"title-size", "7.3.1", FINDING_WARNING, "标题用 2 号字",
                         "the title is set in size 2号"},
    [RULE_TITLE_PLACE] = {"title-place", "7.3.1", FINDING_WARNING, "标题距上一要素",
                          "from the element above to the title"},
    [RULE_TITLE_CENTRE] = {"title-centre", "7.3.1", FINDING_ERROR, "标题居中，中线至纸张左边缘",
                           "the title is centred; its middle from the sheet's left"},
    [RULE_TITLE_SHAPE] = {"title-shape", "7.3.1", FINDING_ERROR, "多行标题排成梯形或菱形",
                          "the rows of a title form a trapezium or rhombus"},
    [RULE_RECIPIENT] = {"recipient", "7.3.2", FINDING_ERROR, "主送机关之后标全角冒号",
                        "the recipients end with a full-width colon"},
    [RULE_RECIPIENT_PLACE] = {"recipient-place", "7.3.2", FINDING_ERROR, "主送机关距标题",
                              "from the title to the recipients"},
    [RULE_BODY_FIRST_PAGE] = {"body-first-page", "7.3.3", FINDING_ERROR, "首页显示正文",
                              "page 1 shows text of the body"},
    [RULE_DATE] = {"date", "7.3.5.4", FINDING_ERROR, "有成文日期，形如“2024年1月10日”",
                   "the date of issue is there and has its form"},
    [RULE_DATE_PLACE] = {"date-place", "7.3.5", FINDING_WARNING, "成文日期右空",
                         "blank to the right of the date of issue"},
    [RULE_SIGNATURE_PAGE] = {"signature-page", "7.3.5.5", FINDING_ERROR, "署名和日期与正文同在一面",
                             "signature and date share their page with text"},
    [RULE_SEAL_PLACE] = {"seal-place", "7.3.5.1", FINDING_ERROR, "印章顶端距正文或附件说明一行之内",
                         "the seal's top is within one row of the text"},
    [RULE_SEAL_OVER_DATE] = {"seal-over-date", "7.3.5.1", FINDING_ERROR,
                             "印章居中下压署名和成文日期，中线相差",
                             "the seal is centred over signature and date; its middle is off by"},
    [RULE_SEAL_APART] = {"seal-apart", "7.3.5.1", FINDING_ERROR, "印章互不相交或相切，间隔",
                         "seals neither touch nor overlap; the gap"},
    [RULE_ANNEX_LABEL] = {"annex-label", "7.3.7", FINDING_ERROR, "“附件”顶格排在版心左上角第一行",
                          "the label 附件 stands flush left in row 1"},
    [RULE_ANNEX_ORDER] = {"annex-order", "7.3.7", FINDING_ERROR, "附件顺序号由小到大",
                          "annexes are numbered in ascending order"},
    [RULE_ANNEX_TITLE] = {"annex-title", "7.3.7", FINDING_ERROR, "附件标题居中排在版心第三行",
                          "the annex's title is centred in row 3"},
    [RULE_COLOPHON_PAGE] = {"colophon-page", "7.4", FINDING_ERROR, "版记在最后一面",
                            "the colophon is on the last page"},
    [RULE_COLOPHON_FOOT] = {"colophon-foot", "7.4.1", FINDING_ERROR,
                            "版记末条分隔线与版心下边缘重合",
                            "the colophon's last rule lies on the type area's foot"},
    [RULE_COLOPHON_RULE_LENGTH] = {"colophon-rule-length", "7.4.1", FINDING_ERROR,
                                   "版记分隔线与版心等宽",
                                   "the colophon's rules are as wide as the type area"},
    [RULE_COLOPHON_RULE_THICKNESS] = {"colophon-rule-thickness", "7.4.1", FINDING_WARNING,
                                      "版记首末分隔线粗、中间分隔线细",
                                      "the colophon's outer rules are thick, its inner ones thin"},
    [RULE_COLOPHON_SIZE] = {"colophon-size", "7.4.2", FINDING_WARNING, "版记用 4 号字",
                            "the colophon is set in size 4号"},
    [RULE_COLOPHON_INDENT] = {"colophon-indent", "7.4.3", FINDING_ERROR, "版记左右各空一字",
                              "one character is blank at either end of the colophon's rows"},
    [RULE_PAGE_NUMBER] = {"page-number", "7.5", FINDING_ERROR, "页码连续，形如“— 1 —”",
                          "page numbers follow one another in the form — 1 —"},
    [RULE_PAGE_NUMBER_DROP] = {"page-number-drop", "7.5", FINDING_ERROR, "页码一字线上距版心下边缘",
                               "from the type area's foot to the dashes of the page number"},
    [RULE_PAGE_NUMBER_SIDE] = {"page-number-side", "7.5", FINDING_ERROR,
                               "页码单页居右、双页居左，空一字",
                               "odd page numbers stand right, even ones left, one character in"},
    [RULE_LANDSCAPE] = {"landscape", "8", FINDING_ERROR, "横排表格的表头在纸张左边",
                        "tables laid sideways have their head at the sheet's left"},
    [RULE_LETTER_RULES] =
        {"letter-rules", "10.1", FINDING_ERROR, "信函红色双线：距标志 4 mm、距纸张下边缘 20 mm",
         "red double rules of a letter, below the mark and above the sheet's foot"},
    [RULE_LETTER_RULE_LENGTH] = {"letter-rule-length", "10.1", FINDING_ERROR, "信函红色双线长度",
                                 "length of a letter's red double rules"},
    [RULE_LETTER_COLOPHON] = {"letter-colophon", "10.1", FINDING_ERROR,
                              "信函版记没有分隔线、印发机关和印发日期",
                              "a letter's colophon has neither rules nor printing organ and date"},
};

/* --- Wordings --------------------------------------------------------------------------------- */

/* Millimetres with two decimals. */
static const char *millimetres(struct arena *arena, int64_t length)
{
    int64_t hundredths = ((length < 0 ? -length : length) * 2540 + 36000) / 72000;
    return arena_print(arena, "%s%lld.%02d", length < 0 && hundredths ? "-" : "",
                       (long long)(hundredths / 100), (int)(hundredths % 100));
}

/* --- Entering --------------------------------------------------------------------------------- */

static bool is_worse(const struct measurement *a, const struct measurement *b)
{
    return a->held == b->held ? a->off > b->off : b->held;
}

static void enter(struct ruling *ruling, enum rule rule, struct measurement measurement)
{
    struct measured *measured = &ruling->measured[rule];
    struct measurement *last = measured->count ? &measured->items[measured->count - 1] : NULL;
    if (last && last->page == measurement.page) {
        if (is_worse(&measurement, last))
            *last = measurement;
        return;
    }
    if (measured->count == measured->capacity) {
        struct measurement *old = measured->items;
        measured->capacity = measured->capacity ? measured->capacity * 2 : 4;
        measured->items = arena_new_array(ruling->arena, measured->capacity, sizeof *old);
        if (old)
            memcpy(measured->items, old, measured->count * sizeof *old);
    }
    measured->items[measured->count++] = measurement;
}

void ruling_length(struct ruling *ruling, enum rule rule, unsigned page, millipoint found,
                   millipoint wanted, millipoint tolerance)
{
    const int64_t off = llabs((int64_t)found - wanted);
    enter(ruling, rule,
          (struct measurement){
              page, off <= tolerance,
              arena_print(ruling->arena, "%s mm", millimetres(ruling->arena, found)),
              arena_print(ruling->arena, "%s ± %s mm", millimetres(ruling->arena, wanted),
                          millimetres(ruling->arena, tolerance)),
              off});
}

void ruling_range(struct ruling *ruling, enum rule rule, unsigned page, millipoint found,
                  millipoint least, millipoint most)
{
    const millipoint tolerance = ruling->profile->length_tolerance;
    const int64_t below = (int64_t)least - tolerance - found;
    const int64_t above = (int64_t)found - most - tolerance;
    const int64_t off = below > above ? below : above;
    enter(ruling, rule,
          (struct measurement){
              page, off <= 0,
              arena_print(ruling->arena, "%s mm", millimetres(ruling->arena, found)),
              arena_print(ruling->arena, "%s … %s mm", millimetres(ruling->arena, least),
                          millimetres(ruling->arena, most)),
              off});
}

void ruling_count(struct ruling *ruling, enum rule rule, unsigned page, int found, int least,
                  int most)
{
    const int middle = least + (most - least) / 2;
    enter(ruling, rule,
          (struct measurement){page, found >= least && found <= most,
                               arena_print(ruling->arena, "%d", found),
                               least == most ? arena_print(ruling->arena, "%d", least)
                                             : arena_print(ruling->arena, "%d … %d", least, most),
                               abs(found - middle)});
}

void ruling_words(struct ruling *ruling, enum rule rule, unsigned page, bool held,
                  const char *found, const char *wanted)
{
    enter(ruling, rule,
          (struct measurement){page, held, arena_copy(ruling->arena, found),
                               arena_copy(ruling->arena, wanted), 0});
}

void ruling_remark(struct ruling *ruling, enum rule rule, const char *word)
{
    const struct measured *measured = &ruling->measured[rule];
    struct measurement *last = &measured->items[measured->count - 1];
    last->found =
        arena_print(ruling->arena, message_choose("%s（%s）", "%s (%s)"), last->found, word);
}
