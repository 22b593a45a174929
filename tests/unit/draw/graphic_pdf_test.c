/* Drawings from FO to paper: QR codes that a reader decodes from the raster, SVG whose colours
 * stand where they should, a drawing on every page that is stored once. */
#include "document.h"

#include <libxml/parser.h>

#include "format/format.h"

#define HEAD                                                                                       \
    "<fo:root xmlns:fo='" FO_NAMESPACE "' xmlns:y='" YINFA_NAMESPACE                               \
    "' font-family='宋体' font-size='10pt' line-height='10pt'><fo:layout-master-set>"            \
    "<fo:simple-page-master master-name='a' page-width='300pt' page-height='300pt'>"               \
    "<fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence "           \
    "master-reference='a'><fo:flow flow-name='xsl-region-body'>"
#define TAIL "</fo:flow></fo:page-sequence></fo:root>"

/* Formats what stands in the flow into the file; no finding may come. */
static void format_flow(const char *flow)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_print(&text, "%s%s%s", HEAD, flow, TAIL);
    xmlDoc *fo = xmlReadMemory(text.bytes, (int)text.length, "test.fo", NULL, XML_PARSE_NONET);
    assert_non_null(fo);
    struct document document = begin(false);
    struct finding_list *findings = finding_list_new(arena);
    const struct format_request request = {.source = fo_source_tree(fo),
                                           .fonts = fonts,
                                           .device = document.device,
                                           .findings = findings,
                                           .file = "test.fo"};
    struct format_result result;
    assert_int_equal(format_document(&request, &result), 0);
    assert_int_equal(finding_count(findings), 0);
    end(&document, NULL);
    assert_sound();
    xmlFreeDoc(fo);
    buffer_free(&text);
}

static void a_qr_code_is_read_from_the_raster(void **state)
{
    (void)state;
    format_flow("<fo:block><y:qr-code content='https://example.gov.cn/v?n=2024-00017&amp;姓名=王䶮'"
                " width='20mm'/></fo:block>");
    assert_string_equal(answer("pdftoppm -r 150 -png '%s' | zbarimg -q --raw - 2>/dev/null"),
                        "https://example.gov.cn/v?n=2024-00017&姓名=王䶮\n");
}

/* Names whose bytes look like Shift-JIS to a reader that must guess: it swallows the bar behind. */
static void names_in_a_qr_code_are_read_whatever_their_bytes_look_like(void **state)
{
    (void)state;
    static const char *const names[] = {"侯怡", "任淼", "马建", "汪浩", "许佳", "贺平", "平", "𠮷"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct buffer flow = BUFFER_EMPTY, wanted = BUFFER_EMPTY;
        buffer_print(&flow,
                     "<fo:block><y:qr-code width='30mm' content='YF1|CMQ20240000010|%s|2025-"
                     "02-14|3746|8b08e2d0'/></fo:block>",
                     names[i]);
        buffer_print(&wanted, "YF1|CMQ20240000010|%s|2025-02-14|3746|8b08e2d0\n", names[i]);
        format_flow(buffer_string(&flow));
        assert_string_equal(answer("pdftoppm -r 200 -png '%s' | zbarimg -q --raw - 2>/dev/null"),
                            buffer_string(&wanted));
        buffer_free(&flow);
        buffer_free(&wanted);
    }
}

/* Each level, short and long contents, from one module in half a point to the largest code. */
static void qr_codes_of_all_levels_and_sizes_are_read(void **state)
{
    (void)state;
    for (const char *level = "LMQH"; *level; level++) {
        for (size_t length = 1; length <= 1001; length += 200) {
            struct buffer flow = BUFFER_EMPTY, wanted = BUFFER_EMPTY;
            buffer_print(&flow,
                         "<fo:block><y:qr-code width='290pt' error-correction='%c' content='",
                         *level);
            for (size_t i = 0; i < length; i++) {
                buffer_byte(&flow, (char)('a' + i * 7 % 26));
                buffer_byte(&wanted, (char)('a' + i * 7 % 26));
            }
            buffer_text(&flow, "'/></fo:block>");
            buffer_byte(&wanted, '\n');
            format_flow(buffer_string(&flow));
            assert_string_equal(
                answer("pdftoppm -r 200 -png '%s' | zbarimg -q --raw - 2>/dev/null"),
                buffer_string(&wanted));
            buffer_free(&flow);
            buffer_free(&wanted);
        }
    }
}

static void a_code_on_every_page_is_stored_once(void **state)
{
    (void)state;
    format_flow("<fo:block><y:qr-code content='1'/></fo:block>"
                "<fo:block break-before='page'><y:qr-code content='1'/></fo:block>"
                "<fo:block break-before='page'><y:qr-code content='2'/></fo:block>");
    assert_string_equal(
        answer("qpdf --qdf --object-streams=disable '%s' - | grep -ac '/Subtype /Form'"), "2\n");
}

/* The colour at a point of the page, a pixel a point. */
static unsigned colour_at(int x, int y)
{
    char command[160];
    unsigned red, green, blue;
    snprintf(command, sizeof command,
             "pdftoppm -r 72 -x %d -y %d -W 1 -H 1 '%%s' | tail -c 3 | od -An -tu1", x, y);
    assert_int_equal(sscanf(answer(command), "%u %u %u", &red, &green, &blue), 3);
    return red << 16 | green << 8 | blue;
}

static void svg_stands_where_it_should_in_its_colours(void **state)
{
    (void)state;
    format_flow(
        "<fo:block><fo:instream-foreign-object y:alternate-text='x' content-width='200pt'>"
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'>"
        "<linearGradient id='g'><stop stop-color='red'/><stop offset='1' stop-color='blue'/>"
        "</linearGradient><clipPath id='c'><circle cx='15' cy='5' r='4'/></clipPath>"
        "<rect width='10' height='10' fill='url(#g)'/>"
        "<rect x='10' width='10' height='10' fill='green' clip-path='url(#c)'/>"
        "</svg></fo:instream-foreign-object></fo:block>");
    assert_true((colour_at(3, 50) >> 16) > 240);
    assert_true((colour_at(97, 50) & 0xFF) > 240);
    assert_int_equal(colour_at(150, 50), 0x008000);
    assert_int_equal(colour_at(105, 5), 0xFFFFFF);
    assert_int_equal(colour_at(205, 50), 0xFFFFFF);
}

/* Text in a drawing is text: it can be extracted, also along a path. */
static void text_of_a_drawing_is_extracted(void **state)
{
    (void)state;
    format_flow("<fo:block><fo:instream-foreign-object y:alternate-text='x'>"
                "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='200'>"
                "<path id='p' d='M20 100H180' fill='none'/><text><textPath href='#p'>样例市质量协会"
                "</textPath></text><text x='20' y='150'>GB/T 9704 公文</text>"
                "</svg></fo:instream-foreign-object></fo:block>");
    const char *text = answer("pdftotext '%s' -");
    assert_non_null(strstr(text, "样例市质量协会"));
    assert_non_null(strstr(text, "GB/T 9704 公文"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_qr_code_is_read_from_the_raster),
        cmocka_unit_test(names_in_a_qr_code_are_read_whatever_their_bytes_look_like),
        cmocka_unit_test(qr_codes_of_all_levels_and_sizes_are_read),
        cmocka_unit_test(a_code_on_every_page_is_stored_once),
        cmocka_unit_test(svg_stands_where_it_should_in_its_colours),
        cmocka_unit_test(text_of_a_drawing_is_extracted),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
