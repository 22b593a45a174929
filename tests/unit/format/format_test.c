/* The formatter as a whole on a recording device: no forbidden line start or end in a generated
 * corpus, no text lost, memory flat over a streamed table, hostile input ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>
#include <libxml/parser.h>

#include "base/memory.h"
#include "format/format.h"
#include "page_recorder.h"
#include "../type/real_fonts.h"

#define HEAD                                                                                       \
    "<fo:root xmlns:fo='" FO_NAMESPACE "' xmlns:y='" YINFA_NAMESPACE                               \
    "' font-family='仿宋' font-size='16pt'><fo:layout-master-set><fo:simple-page-master "        \
    "master-name='a' page-width='210mm' page-height='297mm' margin='37mm 26mm 35mm 28mm'>"         \
    "<fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence "           \
    "master-reference='a'><fo:flow flow-name='xsl-region-body'>"
#define TAIL "</fo:flow></fo:page-sequence></fo:root>"

/* Formats; returns how many findings of the level there were. */
static size_t format_source(struct fo_source source, struct recorder *recorder,
                            enum finding_level level, struct format_result *result)
{
    struct arena *scratch = arena_new();
    struct finding_list *findings = finding_list_new(scratch);
    const struct device device = recorder_device(recorder);
    const struct format_request request = {.source = source,
                                           .fonts = fonts,
                                           .device = &device,
                                           .findings = findings,
                                           .file = "test.fo"};
    assert_int_equal(format_document(&request, result), 0);
    size_t count = finding_count_level(findings, level);
    arena_free(scratch);
    assert_int_equal(recorder->open_tags, 0);
    return count;
}

static size_t format_text(const char *text, struct recorder *recorder, enum finding_level level,
                          struct format_result *result)
{
    xmlDoc *document = xmlReadMemory(text, (int)strlen(text), "test.fo", NULL, XML_PARSE_HUGE);
    assert_non_null(document);
    size_t count = format_source(fo_source_tree(document), recorder, level, result);
    xmlFreeDoc(document);
    return count;
}

/* --- Lines ----------------------------------------------------------------------------------- */

static uint32_t seed = 7;

static uint32_t next_random(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static void append_paragraph(struct buffer *text)
{
    static const char *const words[] = {"质量",
                                        "管理",
                                        "目标",
                                        "清单",
                                        "报名",
                                        "湖北省",
                                        "各市、州",
                                        "（含21学时培训）",
                                        "“质量强省”",
                                        "《质量强国建设纲要》",
                                        "——",
                                        "……",
                                        "，",
                                        "。",
                                        "；",
                                        "：",
                                        "QC小组",
                                        "GB/T 9704",
                                        "2024年3月31日",
                                        "〔2024〕1号",
                                        "100%",
                                        "3·15",
                                        "‘甲’",
                                        "3000～5000字",
                                        "完成率98.5%",
                                        "！",
                                        "？",
                                        "（一）",
                                        "ISO 9001",
                                        "￥500",
                                        "王·买买提",
                                        "第3届"};
    size_t count = 20 + next_random(120);
    for (size_t i = 0; i < count; i++)
        buffer_text(text, words[next_random(sizeof words / sizeof *words)]);
}

static bool starts_with_any(const char *text, const char *const *list)
{
    for (; *list; list++)
        if (strncmp(text, *list, strlen(*list)) == 0)
            return true;
    return false;
}

static bool ends_with_any(const char *text, size_t length, const char *const *list)
{
    for (; *list; list++)
        if (length >= strlen(*list) &&
            memcmp(text + length - strlen(*list), *list, strlen(*list)) == 0)
            return true;
    return false;
}

static void no_line_of_a_corpus_starts_or_ends_with_what_may_not(void **state)
{
    (void)state;
    static const char *const never_first[] = {"，", "。", "、", "；", "：", "？", "！", "”",  "’",
                                              "）", "〕", "》", "%",  "…",  "～", "·",  "年", NULL};
    static const char *const never_last[] = {"“", "‘", "（", "〔", "《", "￥", "第", NULL};
    for (int round = 0; round < 40; round++) {
        struct buffer text = BUFFER_EMPTY;
        struct recorder recorder = {.keep = true};
        struct format_result result;
        buffer_text(&text, HEAD);
        for (int i = 0; i < 5; i++) {
            buffer_text(&text, "<fo:block text-indent='2em' text-align='justify'>文");
            append_paragraph(&text);
            buffer_text(&text, "</fo:block>");
        }
        buffer_text(&text, TAIL);
        (void)format_text(buffer_string(&text), &recorder, FINDING_ERROR, &result);
        assert_false(result.failed);
        /* Runs of one line are joined by their page and baseline. */
        char place[32] = "", line[1024] = "";
        for (char *run = recorder.text.bytes, *end; *run; run = end + 1) {
            end = strchr(run, '\n');
            char *words = strchr(strchr(run, ' ') + 1, ' ') + 1;
            size_t key = (size_t)(words - run);
            if (strncmp(place, run, key) != 0 || !place[0]) {
                size_t length = strlen(line);
                if (length && line[0] != '\0') {
                    bool last_of_all = false;
                    if (starts_with_any(line, never_first))
                        fail_msg("line starts: %s", line);
                    /* A paragraph may end with anything: its last line is known by the 文 that
                     * begins the next. */
                    last_of_all = strncmp(words, "文", strlen("文")) == 0;
                    if (!last_of_all && ends_with_any(line, length, never_last))
                        fail_msg("line ends: %s", line);
                }
                snprintf(place, sizeof place, "%.*s", (int)key, run);
                line[0] = '\0';
            }
            size_t used = strlen(line);
            snprintf(line + used, sizeof line - used, "%.*s", (int)(end - words), words);
        }
        buffer_free(&recorder.text);
        buffer_free(&text);
    }
}

/* --- A streamed table ------------------------------------------------------------------------ */

/* A source whose table-body has `rows` rows that exist one at a time. */
struct stream {
    xmlDoc *document;
    const xmlNode *body;
    xmlNode *row; /* the one that exists */
    size_t made, rows;
};

static const xmlNode *stream_root(void *state)
{
    return xmlDocGetRootElement(((struct stream *)state)->document);
}

static xmlNode *make_row(struct stream *stream)
{
    static const char *const texts[] = {"王　明",     "429999********0015", "质量管理与认证",
                                        "2024-01-10", "质量部部长",         "湖北某某有限公司",
                                        "备注"};
    xmlNs *ns = stream->body->ns;
    xmlNode *row = xmlNewNode(ns, (const xmlChar *)"table-row");
    for (size_t i = 0; i < 8; i++) {
        char number[24];
        snprintf(number, sizeof number, "%zu", stream->made);
        xmlNode *cell = xmlNewChild(row, ns, (const xmlChar *)"table-cell", NULL);
        xmlNewProp(cell, (const xmlChar *)"border", (const xmlChar *)"0.5pt solid black");
        xmlNewProp(cell, (const xmlChar *)"padding", (const xmlChar *)"2pt");
        xmlNewChild(cell, ns, (const xmlChar *)"block",
                    (const xmlChar *)(i ? texts[i - 1] : number));
    }
    return row;
}

static const xmlNode *stream_next(void *state, const xmlNode *parent, const xmlNode *previous)
{
    struct stream *stream = state;
    if (parent != stream->body) {
        const xmlNode *node = previous ? previous->next : parent->children;
        return node;
    }
    if (previous) {
        assert_ptr_equal(previous, stream->row);
        xmlFreeNode(stream->row);
        stream->row = NULL;
    }
    if (stream->made == stream->rows)
        return NULL;
    stream->made++;
    stream->row = make_row(stream);
    return stream->row;
}

static int stream_failed(void *state)
{
    (void)state;
    return 0;
}

static const xmlNode *find(const xmlNode *node, const char *name)
{
    for (; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0)
            return node;
        const xmlNode *inside = node->children ? find(node->children, name) : NULL;
        if (inside)
            return inside;
    }
    return NULL;
}

static void format_rows(size_t rows)
{
    static const char text[] =
        HEAD "<fo:table table-layout='fixed' width='100%' font-size='8pt'><fo:table-column "
             "column-width='proportional-column-width(1)' number-columns-repeated='8'/>"
             "<fo:table-header><fo:table-row><fo:table-cell number-columns-spanned='8'><fo:block>"
             "名册</fo:block></fo:table-cell></fo:table-row></fo:table-header><fo:table-body>"
             "<y:rows query='rows'/></fo:table-body></fo:table>" TAIL;
    struct stream stream = {.rows = rows};
    stream.document = xmlReadMemory(text, sizeof text - 1, "test.fo", NULL, 0);
    stream.body = find(xmlDocGetRootElement(stream.document), "table-body");
    const struct fo_source source = {&stream, stream_root, stream_next, stream_failed};
    struct recorder recorder = {0};
    struct format_result result;
    assert_int_equal(format_source(source, &recorder, FINDING_ERROR, &result), 0);
    assert_int_equal(stream.made, rows);
    assert_true(recorder.runs >= rows * 8);
    assert_true(result.pages > rows / 60);
    xmlFreeDoc(stream.document);
}

static long resident_kilobytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static void a_streamed_table_takes_the_same_memory_however_long(void **state)
{
    (void)state;
    format_rows(2000); /* caches fill */
    long before = resident_kilobytes();
    format_rows(100000);
    long after = resident_kilobytes();
#ifdef __SANITIZE_ADDRESS__ /* which keeps what was freed */
    (void)before, (void)after;
#else
    if (after - before > 8 * 1024)
        fail_msg("100 000 rows took %ld KB more than 2 000", after - before);
    assert_true(after < 100 * 1024);
#endif
}

/* --- Nothing lost ---------------------------------------------------------------------------- */

static void a_word_of_a_megabyte_is_broken_and_not_lost(void **state)
{
    (void)state;
    enum { LENGTH = 1000000 };
    struct buffer text = BUFFER_EMPTY;
    struct recorder recorder = {0};
    struct format_result result;
    buffer_text(&text, HEAD "<fo:block>");
    for (size_t i = 0; i < LENGTH; i++)
        buffer_byte(&text, (char)('a' + i % 26));
    buffer_text(&text, "</fo:block>" TAIL);
    assert_true(format_text(buffer_string(&text), &recorder, FINDING_WARNING, &result) > 0);
    assert_false(result.failed);
    assert_int_equal(recorder.bytes, LENGTH);
    buffer_free(&text);
}

static void a_cell_of_many_pages_loses_nothing(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    struct recorder recorder = {0};
    struct format_result result;
    buffer_text(&text, HEAD "<fo:table width='100%'><fo:table-body><fo:table-row><fo:table-cell>"
                            "<fo:block>甲</fo:block></fo:table-cell><fo:table-cell><fo:block>");
    for (size_t i = 0; i < 50000; i++)
        buffer_text(&text, "字");
    buffer_text(&text,
                "</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>" TAIL);
    assert_int_equal(format_text(buffer_string(&text), &recorder, FINDING_ERROR, &result), 0);
    assert_int_equal(recorder.bytes, 3 * 50001);
    assert_true(result.pages > 50);
    buffer_free(&text);
}

static void nesting_beyond_reason_is_an_error_and_ends(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    struct recorder recorder = {0};
    struct format_result result;
    buffer_text(&text, HEAD);
    for (size_t i = 0; i < 3000; i++)
        buffer_text(&text, "<fo:block keep-together='always'>");
    for (size_t i = 0; i < 3000; i++)
        buffer_text(&text, "</fo:block>");
    buffer_text(&text, TAIL);
    assert_int_equal(format_text(buffer_string(&text), &recorder, FINDING_ERROR, &result), 1);
    assert_true(result.failed);
    buffer_free(&text);
}

static void impossible_widths_end(void **state)
{
    (void)state;
    struct recorder recorder = {0};
    struct format_result result;
    (void)format_text(HEAD "<fo:table><fo:table-column column-width='0pt'/><fo:table-column "
                           "column-width='-5pt'/><fo:table-body><fo:table-row><fo:table-cell>"
                           "<fo:block>零宽</fo:block></fo:table-cell><fo:table-cell><fo:block "
                           "text-align='justify'>负宽 abc</fo:block></fo:table-cell></fo:table-row>"
                           "</fo:table-body></fo:table><fo:block start-indent='300mm'>远</fo:block>"
                           "<fo:block font-size='9000pt'>大</fo:block>" TAIL,
                      &recorder, FINDING_ERROR, &result);
    assert_true(result.failed);
    assert_int_equal(recorder.bytes, 3 * 6 + 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_of_a_corpus_starts_or_ends_with_what_may_not),
        cmocka_unit_test(a_streamed_table_takes_the_same_memory_however_long),
        cmocka_unit_test(a_word_of_a_megabyte_is_broken_and_not_lost),
        cmocka_unit_test(a_cell_of_many_pages_loses_nothing),
        cmocka_unit_test(nesting_beyond_reason_is_an_error_and_ends),
        cmocka_unit_test(impossible_widths_end),
    };
    return cmocka_run_group_tests(tests, read_fonts, free_fonts);
}
