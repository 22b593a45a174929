/* Properties of justified text, whatever it is: random Chinese and Western text, in random widths,
 * sizes and ways of setting. No line goes beyond its edge, every line but a paragraph's last ends
 * exactly there, runs follow each other without overlap, and no text is lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <libxml/parser.h>

#include "base/arena.h"
#include "format/format.h"
#include "page_recorder.h"
#include "../type/real_fonts.h"

enum { LEFT = 20000, LINES = 400, ROUNDS = 3000 };

static uint32_t seed;

static uint32_t next_random(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static const char *pick(const char *const *words, size_t count)
{
    return words[next_random((uint32_t)count)];
}

/* --- The device: where lines begin and end --------------------------------------------------- */

struct line {
    millipoint y;
    int64_t start, end;
};

struct ruler {
    struct recorder recorder; /* first: its functions are used for the rest */
    struct line lines[LINES];
    size_t count;
    struct buffer text;
};

static int measure_glyphs(void *state, const struct glyph_run *run)
{
    struct ruler *ruler = state;
    int64_t end = run->x;
    for (size_t i = 0; i < run->count; i++)
        end += run->glyphs[i].advance;
    struct line *last = ruler->count ? &ruler->lines[ruler->count - 1] : NULL;
    if (!last || last->y != run->y) {
        assert_true(ruler->count < LINES);
        ruler->lines[ruler->count++] = (struct line){run->y, run->x, end};
    } else {
        assert_true(run->x >= last->end - 1); /* runs follow each other */
        last->end = end;
    }
    for (size_t i = 0; i < run->length; i++)
        if (run->text[i] != ' ')
            buffer_byte(&ruler->text, run->text[i]);
    return 0;
}

/* --- The text -------------------------------------------------------------------------------- */

/* Western words never meet: together they could be wider than a line. */
static void append_text(struct buffer *text)
{
    static const char *const han[] = {"质量",   "管理",   "目标",     "清单",   "湖北省",
                                      "企业",   "标准化", "各市、州", "“强省”", "《纲要》",
                                      "（一）", "‘甲’",   "——",       "……",     "王·李"};
    static const char *const western[] = {"QC",    "quality", "of",  "GB/T 9704", "2024年",
                                          "98.5%", "100 kg",  "a-b", "ISO 9001",  "3～5天"};
    static const char *const marks[] = {"，", "。", "、", "；", "：", "？", "！"};
    size_t count = 10 + next_random(60);
    for (size_t i = 0; i < count; i++) {
        if (i && next_random(4) == 0)
            buffer_text(text, pick(western, sizeof western / sizeof *western));
        if (next_random(12) == 0)
            buffer_byte(text, ' ');
        buffer_text(text, pick(han, sizeof han / sizeof *han));
        if (next_random(4) == 0)
            buffer_text(text, pick(marks, sizeof marks / sizeof *marks));
    }
    buffer_text(text, "结束了。");
}

static void append_document(struct buffer *fo, const struct buffer *text, int width, int size)
{
    static const char *const breaks[] = {"normal", "strict", "loose", "auto"};
    static const char *const spaces[] = {"normal", "no-autospace", "ideograph-alpha", "replace"};
    static const char *const trims[] = {"auto", "trim-both"};
    static const char *const families[] = {"仿宋", "宋体", "Times New Roman, 仿宋", "楷体"};
    buffer_print(fo,
                 "<fo:root xmlns:fo='" FO_NAMESPACE "' xmlns:y='" YINFA_NAMESPACE
                 "' font-family='%s' font-size='%dpt'><fo:layout-master-set>"
                 "<fo:simple-page-master master-name='a' page-width='%dpt' page-height='14000pt' "
                 "margin='20pt'><fo:region-body/></fo:simple-page-master></fo:layout-master-set>"
                 "<fo:page-sequence master-reference='a'><fo:flow flow-name='xsl-region-body'>"
                 "<fo:block text-align='justify' text-indent='%dem' y:line-break='%s' "
                 "y:text-autospace='%s' y:text-spacing-trim='%s'>",
                 pick(families, 4), size, width + 40, (int)next_random(3), pick(breaks, 4),
                 pick(spaces, 4), pick(trims, 2));
    buffer_append(fo, text->bytes, text->length);
    buffer_text(fo, "</fo:block></fo:flow></fo:page-sequence></fo:root>");
}

static void format_text(const char *fo, size_t length, struct ruler *ruler)
{
    struct arena *scratch = arena_new();
    struct finding_list *findings = finding_list_new(scratch);
    xmlDoc *document = xmlReadMemory(fo, (int)length, "test.fo", NULL, 0);
    assert_non_null(document);
    struct device device = recorder_device(&ruler->recorder);
    device.glyphs = measure_glyphs;
    const struct format_request request = {.source = fo_source_tree(document),
                                           .fonts = fonts,
                                           .device = &device,
                                           .findings = findings,
                                           .file = "test.fo"};
    struct format_result result;
    assert_int_equal(format_document(&request, &result), 0);
    assert_int_equal(finding_count_level(findings, FINDING_ERROR), 0);
    assert_int_equal(finding_count_level(findings, FINDING_WARNING), 0);
    xmlFreeDoc(document);
    arena_free(scratch);
}

static bool same_text(const struct buffer *text, const struct buffer *set)
{
    size_t at = 0;
    for (size_t i = 0; i < text->length; i++) {
        if (text->bytes[i] == ' ')
            continue;
        if (at >= set->length || set->bytes[at] != text->bytes[i])
            return false;
        at++;
    }
    return at == set->length;
}

static void justified_lines_end_at_the_edge(void **state)
{
    (void)state;
    static struct ruler ruler;
    for (seed = 1; seed <= ROUNDS; seed++) {
        uint32_t round = seed;
        seed *= 7919;
        struct buffer text = BUFFER_EMPTY, fo = BUFFER_EMPTY;
        int size = 8 + (int)next_random(15), width = size * (14 + (int)next_random(20));
        ruler = (struct ruler){.count = 0};
        append_text(&text);
        append_document(&fo, &text, width, size);
        format_text(fo.bytes, fo.length, &ruler);
        int64_t right = LEFT + 1000 * (int64_t)width;
        for (size_t i = 0; i < ruler.count; i++) {
            const struct line *line = &ruler.lines[i];
            bool last = i + 1 == ruler.count;
            if (line->end > right || (!last && line->end < right) || line->start < LEFT)
                fail_msg("round %u, line %zu: from %lld to %lld, edge %lld: %s", round, i,
                         (long long)line->start, (long long)line->end, (long long)right,
                         buffer_string(&text));
        }
        if (!same_text(&text, &ruler.text))
            fail_msg("round %u: text lost: %s", round, buffer_string(&text));
        buffer_free(&text);
        buffer_free(&fo);
        buffer_free(&ruler.text);
        seed = round;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(justified_lines_end_at_the_edge)};
    return cmocka_run_group_tests(tests, read_fonts, free_fonts);
}
