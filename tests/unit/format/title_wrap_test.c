/* Titles of 5 to 90 characters in lines of 20 characters (二号 in 156 mm): where each is broken,
 * and what holds for all: every line fits, few lines, no two neighbours alike, no stub at the end.
 * A line end is written as a stroke. The titles are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "format/character_class.h"
#include "format/title_sense.h"
#include "format/title_wrap.h"

enum { EM = 22000, WIDTH = 442205, TITLE_SIZE = 1024 };

/* clang-format off */
static const char *const titles[] = {
    "样例省质量强省工作领导小组办公室|关于开展2024年度质量管理小组活动的通知",
    "关于开展2024年“质量月”活动的通知",
    "样例省人民政府办公厅|关于印发《样例省质量基础设施|一站式服务平台建设实施方案》的通知",
    "关于组织2024年度质量专业技术人员|职业资格自学考试试点工作的通知",
    "样例省市场监督管理局等七部门|关于深入推进首席质量官制度的实施意见",
    "关于表彰第12届样例省质量奖|获奖组织和个人的决定",
    "关于对省十四届人大一次会议|第0123号建议的答复",
    "关于做好企业首席质量官培训工作的函",
    "质量强省建设工作会议纪要",
    "2024年样例省质量专业自学考试目标清单",
    "关于样例质量大会的函",
    "样例省质量协会|关于报送2024年度质量管理小组成果的函",
    "样例省质量强省工作领导小组办公室转发|国家质量强国建设协调推进领导小组办公室|关于加强先进质量方法推广应用工作的通知",
    "关于进一步加强全省企业全面质量管理|推进先进质量方法普及和应用工作的指导意见",
    "样例省发展和改革委员会 |样例省教育厅 样例省市场监督管理局|关于加强质量人才队伍建设的意见",
    "样例省人力资源和社会保障厅|关于印发《质量专业技术人员继续教育|学时认定办法（试行）》的通知",
    "关于公布2023年度样例省质量|标杆企业名单的通告",
    "关于征求|《样例省首席质量官管理办法（征求意见稿）》|意见的函",
    "样例省人民政府关于表彰第三届|样例省省长质量奖获奖组织和个人的通报",
    "关于召开2024年全省质量工作会议的预备通知",
    "关于调整质量强省工作领导小组成员的通知",
    "关于样例市质量工作考核情况的通报",
    "样例省市场监督管理局关于同意样例市|开展质量基础设施“一站式”服务试点的批复",
    "关于报请审定《样例省质量强省建设|纲要（2024—2030年）》的请示",
    "样例省质量强省工作领导小组办公室|关于2023年度全省质量工作考核|结果及存在问题的情况通报",
    "关于推荐第十届样例省质量奖候选组织和|候选个人以及做好材料审核工作的通知",
    "关于废止和修改部分|质量工作规范性文件的决定",
    "公告",
    "命令",
    "关于QC小组活动成果发表赛的通知",
    "关于GB/T 19001—2016质量管理体系|标准宣贯培训班的通知",
    "样例省市场监督管理局 |样例省教育厅 样例省财政厅|关于联合开展2024年度全省质量专业技术人员|职业资格自学考试工作有关事项的通知",
    "关于3月15日至6月30日|开展质量专项整治行动的公告",
    "样例省质量强省工作领导小组关于印发2024年|样例省质量强省工作要点的通知",
    "关于印发样例省质量管理小组|活动管理办法的通知",
    "关于给予样例检验|检测有限公司行政处罚的决定",
    "关于全省质量工作情况的报告",
    "关于对样例省第十三届委员会|第二次会议第0456号提案的答复意见",
    "关于开展产品、工程、|服务和环境质量提升行动的实施方案",
    "转发《关于加强和改进|质量统计工作的意见》的通知",
    "样例省人民政府办公厅|关于进一步做好当前质量安全|风险隐患排查整治工作的紧急通知",
    "关于认定2024年度样例省质量创新中心的通知",
    "样例省首席质量官培训考核管理办法|（征求意见稿）",
    "样例市市场监督管理局　|样例市发展和改革委员会　|样例市教育局关于市政协十三届三次会议|第133015号提案办理协商情况的报告",
    "关于研究2024年质量强省重点工作的会议纪要",
    "样例省质量协会|关于2024年质量经理考试有关事项的公告",
    "样例省人民政府|关于第六届样例省政府质量奖授奖的决定",
    "样例市市场监督管理局关于市政协|十三届三次会议第133007号提案答复的函",
    "样例省人民政府办公厅关于印发|样例省企业首席质量官管理办法的通知",
};

/* clang-format on */

/* A title as the paragraph would give it to the fitter: an item a character. */
struct title {
    char text[TITLE_SIZE];
    struct fit_item items[TITLE_ITEMS];
    uint8_t senses[TITLE_ITEMS];
    size_t whole[TITLE_ITEMS];
    size_t starts[TITLE_ITEMS], ends[TITLE_ITEMS]; /* bytes */
    size_t count;
};

static struct fit_item item_of(enum character_class class)
{
    bool mark = class == CLASS_OPEN || class == CLASS_CLOSE || class == CLASS_COMMA;
    bool narrow = mark || class == CLASS_DIGIT || class == CLASS_LETTER;
    millipoint width = class == CLASS_ZERO_SPACE ? 0 : narrow ? EM / 2 : EM;
    return (struct fit_item){.width = width, .end_width = width, .solid = class == CLASS_HAN};
}

static void read_title(struct title *title, const char *expected)
{
    size_t length = 0;
    uint32_t before = 0;
    struct character left = {0};
    *title = (struct title){.count = 0};
    for (const char *c = expected; *c; c++)
        if (*c != '|')
            title->text[length++] = *c;
    for (size_t at = 0; at < length;) {
        uint32_t code;
        title->starts[title->count] = at;
        at += utf8_decode(title->text + at, length - at, &code);
        struct character right = {code, character_classify(code, true), false};
        if (title->count) {
            struct fit_item *last = &title->items[title->count - 1];
            last->after =
                character_may_break(before, left, right, LINE_BREAK_STRICT) ? FIT_BREAK : FIT_NEVER;
            bool blank = character_blank_after(left.class) || character_blank_before(right.class);
            last->gap = blank ? EM / 2 : 0;
        }
        title->items[title->count] = item_of(right.class);
        title->ends[title->count++] = at;
        before = left.code_point;
        left = right;
    }
}

static size_t wrap(struct title *title, struct title_senses *senses, struct fit_line *lines)
{
    struct title_sense_map map = title_senses_find(senses, title->text, strlen(title->text));
    for (size_t i = 0; i < title->count; i++) {
        title->senses[i] = map.senses[title->ends[i]];
        title->whole[i] = 0;
        for (size_t j = i; j < title->count; j++)
            if (map.whole[title->starts[i]] == title->ends[j])
                title->whole[i] = j + 1;
    }
    const struct title_request request = {.items = title->items,
                                          .count = title->count,
                                          .senses = title->senses,
                                          .whole = title->whole,
                                          .width = WIDTH,
                                          .size = EM};
    return title_wrap(&request, lines);
}

static void write_lines(const struct title *title, const struct fit_line *lines, size_t count,
                        char got[TITLE_SIZE])
{
    size_t from = 0, length = 0;
    for (size_t i = 0; i < count; i++) {
        size_t to = title->ends[lines[i].end - 1];
        if (i)
            got[length++] = '|';
        memcpy(got + length, title->text + from, to - from);
        length += to - from;
        from = to;
    }
    got[length] = '\0';
}

static void titles_are_broken_where_they_should_be(void **state)
{
    (void)state;
    static struct title title;
    struct title_senses *senses = title_senses_new();
    struct fit_line lines[TITLE_ITEMS];
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        char got[TITLE_SIZE];
        read_title(&title, titles[i]);
        write_lines(&title, lines, wrap(&title, senses, lines), got);
        if (strcmp(got, titles[i]) != 0) {
            print_error("\"%s\",\n", got);
            wrong++;
        }
    }
    title_senses_free(senses);
    assert_int_equal(wrong, 0);
}

/* Words of a title without end; the first ones of it, then 的通知, are titles of every length. */
static const char stream[] =
    "关于进一步加强全省企业质量管理推进先进质量方法普及应用开展质量基础设施服务试点"
    "组织质量专业技术人员继续教育培训做好产品质量监督抽查结果统计分析报送落实质量安全"
    "主体责任提升质量创新能力";

static void titles_of_every_length_have_the_shape(void **state)
{
    (void)state;
    static struct title title;
    struct title_senses *senses = title_senses_new();
    struct fit_line lines[TITLE_ITEMS];
    for (size_t length = 5; length <= 90; length++) {
        char text[TITLE_SIZE];
        snprintf(text, sizeof text, "%.*s的通知", (int)(3 * (length - 3)), stream);
        read_title(&title, text);
        assert_int_equal(title.count, length);
        size_t count = wrap(&title, senses, lines);
        assert_in_range(count, (length + 19) / 20, (length + 19) / 20 + 1);
        bool narrowing = false;
        for (size_t i = 1; i < count; i++) {
            size_t above = lines[i - 1].end - lines[i - 1].first,
                   here = lines[i].end - lines[i].first;
            assert_true(here <= 20 && above <= 20 && here != above);
            assert_false(narrowing && here > above); /* no hourglass */
            narrowing |= here < above;
        }
        assert_true(lines[count - 1].end - lines[count - 1].first > 2);
    }
    title_senses_free(senses);
}

static void line_feeds_are_kept(void **state)
{
    (void)state;
    static struct title title;
    struct title_senses *senses = title_senses_new();
    struct fit_line lines[TITLE_ITEMS];
    read_title(&title, "样例省质量协会关于质量大会的函");
    title.items[6].after = FIT_FORCED;
    assert_int_equal(wrap(&title, senses, lines), 2);
    assert_int_equal(lines[0].end, 7);
    title_senses_free(senses);
}

static void what_cannot_be_parted_has_no_lines(void **state)
{
    (void)state;
    static struct title title;
    struct title_senses *senses = title_senses_new();
    struct fit_line lines[TITLE_ITEMS];
    read_title(&title, "关于二十一个字连在一起不许断开所以一行放不下的通知");
    for (size_t i = 0; i < title.count; i++)
        title.items[i].after = FIT_NEVER;
    assert_int_equal(wrap(&title, senses, lines), 0);
    title_senses_free(senses);
}

/* Items of no width: as many breaks as there can be. */
static void hostile_titles_end(void **state)
{
    (void)state;
    struct fit_item items[TITLE_ITEMS];
    uint8_t senses[TITLE_ITEMS] = {0};
    size_t whole[TITLE_ITEMS] = {0};
    struct fit_line lines[TITLE_ITEMS];
    for (size_t i = 0; i < TITLE_ITEMS; i++)
        items[i] = (struct fit_item){.after = FIT_BREAK};
    const struct title_request request = {items, TITLE_ITEMS, senses, whole, WIDTH, EM};
    assert_true(title_wrap(&request, lines) > 0);
}

/* Brackets that do not match, bytes that are no characters, and nothing at all. */
static void odd_text_has_senses(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",         "》《",        "（（（（（（（（（（（（（（（（（（（（一）",
        "\xE4\xB8", "第",          "的",
        "2024",     "\xE2\x80\x8B"};
    struct title_senses *senses = title_senses_new();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct title_sense_map map = title_senses_find(senses, texts[i], strlen(texts[i]));
        for (size_t at = 0; at <= strlen(texts[i]); at++)
            assert_true(map.senses[at] <= SENSE_BAD && map.whole[at] <= strlen(texts[i]));
    }
    title_senses_free(senses);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_are_broken_where_they_should_be),
        cmocka_unit_test(titles_of_every_length_have_the_shape),
        cmocka_unit_test(line_feeds_are_kept),
        cmocka_unit_test(what_cannot_be_parted_has_no_lines),
        cmocka_unit_test(hostile_titles_end),
        cmocka_unit_test(odd_text_has_senses),
    };
    return cmocka_run_group_tests_name("title_wrap", tests, NULL, NULL);
}
