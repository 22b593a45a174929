#!/usr/bin/env python3
"""Hostile XSL-FO, made when it is needed: documents that are far too deep, too long, too wide, too many,
contradictory or broken, which a formatter must survive. tests/hostile/run.sh formats each.

    make-case.py list                   names of the cases, one a line
    make-case.py make NAME FOLDER       writes FOLDER/NAME.fo and the pictures it names, prints what must come
    make-case.py count FILE.trace       number of characters other than white space that the trace's pages show

What must come, the one line printed by `make`:
    text N      formatted (exit status 0 or 1), and the pages show N characters: nothing lost, nothing doubled
    text N+     the same, but at least N: repeated heads, leaders and page numbers add to them
    survive     formatted or refused, the message says why
    refuse      refused with a message (exit status 1), no document written
"""
import pathlib
import random
import struct
import sys
import zlib

FO = 'xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:y="urn:yinfa:format"'
CASES = {}


def case(function):
    CASES[function.__name__.replace("_", "-")] = function
    return function


def page(content, size='page-width="200pt" page-height="200pt" margin="10pt"', body="", regions="", before="", after=""):
    """A document with one page sequence whose flow is `content`."""
    return (f'<fo:root {FO} font-size="10pt"><fo:layout-master-set><fo:simple-page-master master-name="p" {size}>'
            f'<fo:region-body {body}/>{regions}</fo:simple-page-master></fo:layout-master-set>{after}'
            f'<fo:page-sequence master-reference="p">{before}<fo:flow flow-name="xsl-region-body">{content}</fo:flow></fo:page-sequence></fo:root>')


def characters(text):
    return sum(1 for letter in text if not letter.isspace())


def block(text, attributes=""):
    return f"<fo:block {attributes}>{text}</fo:block>"


def table(columns, rows, attributes=""):
    declared = "".join(f'<fo:table-column column-width="{width}"/>' for width in columns)
    return f'<fo:table {attributes}>{declared}<fo:table-body>{rows}</fo:table-body></fo:table>'


def cell(text, attributes=""):
    return f"<fo:table-cell {attributes}><fo:block>{text}</fo:block></fo:table-cell>"


def png(width, height, data=None):
    """A grey PNG that says it has width × height pixels, of rows of zeroes unless data is given."""
    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
    if data is None:
        packer, data = zlib.compressobj(9), b""
        for _ in range(height):
            data += packer.compress(bytes(width + 1))
        data += packer.flush()
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", data) + chunk(b"IEND", b""))


def row(*cells):
    return f"<fo:table-row>{''.join(cells)}</fo:table-row>"


# --- Too deep ---------------------------------------------------------------------------------------
@case
def nested_blocks():
    return page("<fo:block>" * 10000 + "深" + "</fo:block>" * 10000), "refuse"


@case
def nested_blocks_below_the_limit():
    return page("<fo:block>" * 190 + "深" + "</fo:block>" * 190), "text 1"


@case
def nested_inlines():
    return page(block("<fo:inline>" * 240 + "深" + "</fo:inline>" * 240)), "survive"


@case
def nested_tables():
    inner = "末"
    for _ in range(40):
        inner = f"<fo:table><fo:table-body>{row(cell(inner))}</fo:table-body></fo:table>"
    return page(block(inner)), "survive"


@case
def nested_containers():
    return page('<fo:block-container reference-orientation="90">' * 80 + block("转") + "</fo:block-container>" * 80), "survive"


@case
def nested_lists():
    inner = block("末")
    for _ in range(45):
        inner = ("<fo:list-block><fo:list-item><fo:list-item-label><fo:block>一</fo:block></fo:list-item-label>"
                 f'<fo:list-item-body start-indent="1pt">{inner}</fo:list-item-body></fo:list-item></fo:list-block>')
    return page(inner), "survive"


@case
def nested_expression():
    return page(block("算", f'start-indent="{"(" * 5000}1pt{")" * 5000}"')), "survive"


# --- Too long ---------------------------------------------------------------------------------------
@case
def word_of_9_megabytes():
    return page(block("w" * 9_000_000), 'page-width="2000pt" page-height="14400pt"'), "text 9000000"


@case
def word_over_the_limit_of_a_text():
    return page(block("w" * 10_100_000)), "survive"


@case
def han_paragraph_of_half_a_million():
    return page(block("质量目标" * 125_000), 'page-width="2000pt" page-height="14400pt"'), "text 500000"


@case
def han_that_may_not_break():
    return page(block("（" * 20_000 + "。" * 20_000)), "text 40000"


@case
def cell_of_50000_characters():
    return page(table(["50pt", "50pt"], row(cell("格" * 50_000), cell("旁")))), "text 50001"


@case
def narrow_cell_of_5000_characters():
    return page(table(["1pt", "50pt"], row(cell("格" * 5_000), cell("旁")))), "text 5001"


@case
def attribute_flood():
    return page(block("洪", " ".join(f'x{number}="1"' for number in range(25_000)))), "survive"


@case
def foreign_attribute_flood():
    return page(block("洪", 'xmlns:z="urn:z" ' + " ".join(f'z:x{number}="1"' for number in range(20_000)))), "text 1"


@case
def long_attribute():
    return page(block("长", f'font-family="{"家," * 300_000}"')), "survive"


@case
def long_id():
    return page(block("号", f'id="{"i" * 1_000_000}"')), "survive"


# --- Too wide, too high -------------------------------------------------------------------------------
@case
def table_of_5000_columns():
    return page(table([], row(cell("列") * 5000))), "survive"


@case
def table_of_900_columns():
    rows = row(cell("列") * 900) * 20
    return page(table([], rows, 'width="9000pt" table-layout="fixed"'), 'page-width="9100pt" page-height="500pt"'), "text 18000"


@case
def columns_repeated():
    return page('<fo:table><fo:table-column number-columns-repeated="2147483647" column-width="1pt"/><fo:table-body>'
                + row(cell("列")) + "</fo:table-body></fo:table>"), "survive"


@case
def spans_beyond_all():
    return page(table(["20pt", "20pt"], row(cell("跨", 'number-rows-spanned="2147483647"'), cell("二", 'number-columns-spanned="2147483647"'))
                      + row(cell("三")))), "survive"


@case
def row_span_of_20000_rows():
    rows = row(cell("跨", 'number-rows-spanned="20000"'), cell("0")) + row(cell("1")) * 19_999
    return page(table(["20pt", "20pt"], rows)), "text 20001"


@case
def zero_width_columns():
    return page(table(["0pt", "0pt", "0pt"], row(cell("零"), cell("宽"), cell("abc")))), "text 5"


@case
def negative_width_columns():
    return page(table(["-50pt", "-1e9pt", "10pt"], row(cell("负"), cell("宽"), cell("abc")))), "survive"


@case
def header_higher_than_the_page():
    head = f"<fo:table-header>{row(cell('头' * 2000))}</fo:table-header>"
    return page(f'<fo:table><fo:table-column column-width="100pt"/>{head}<fo:table-body>' +
                row(cell("身")) * 50 + "</fo:table-body></fo:table>"), "text 2050+"


@case
def block_higher_than_the_page():
    return page('<fo:block-container height="100000pt"><fo:block>高</fo:block></fo:block-container>' + block("后")), "text 2"


@case
def graphic_higher_than_the_page():
    return page(block('<fo:external-graphic src="url(small.png)" content-height="5000pt" content-width="5000pt"/>后')), "survive", {"small.png": png(10, 10)}


@case
def line_higher_than_the_page():
    return page(block("巨", 'font-size="3000pt" line-height="5000pt"') + block("后")), "survive"


@case
def float_higher_than_the_page():
    return page(block('前<fo:float float="before">' + block("浮" * 3000) + "</fo:float>后") + block("末")), "text 3003"


@case
def footnote_higher_than_the_page():
    return page(block("文<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body>" + block("注" * 5000) + "</fo:footnote-body></fo:footnote>后")), "text 5003"


@case
def static_content_higher_than_its_region():
    return page(block("文"), regions='<fo:region-before extent="5pt"/>',
                before='<fo:static-content flow-name="xsl-region-before">' + block("眉" * 500) + "</fo:static-content>"), "text 501"


@case
def static_content_wider_than_its_region():
    return page(block("文"), regions='<fo:region-start extent="0pt"/>',
                before='<fo:static-content flow-name="xsl-region-start">' + block("边 edge" * 50) + "</fo:static-content>"), "text 251"


# --- Too many -----------------------------------------------------------------------------------------
@case
def ids_100000():
    return page("".join(block("号", f'id="i{number}"') for number in range(100_000)), 'page-width="2000pt" page-height="14400pt"'), "text 100000"


@case
def same_id_50000_times():
    return page("".join(block("号", 'id="same"') for _ in range(50_000)), 'page-width="2000pt" page-height="14400pt"'), "text 50000"


@case
def citations_20000():
    refs = "".join(block(f'<fo:page-number-citation ref-id="i{number}"/>') for number in reversed(range(20_000)))
    return page(refs + "".join(block("号", f'id="i{number}"') for number in range(20_000)), 'page-width="2000pt" page-height="14400pt"'), "text 40000+"


@case
def citations_of_nothing():
    return page("".join(block(f'<fo:page-number-citation ref-id="i{number}"/>号') for number in range(20_000)),
                'page-width="2000pt" page-height="14400pt"'), "survive"


@case
def circular_citations():
    return page("".join(block(f'甲<fo:page-number-citation ref-id="i{(number + 1) % 10}"/>', f'id="i{number}" break-before="page"')
                        for number in range(10))), "text 20+"


@case
def million_empty_blocks():
    return page("<fo:block/>" * 1_000_000 + block("末")), "text 1"


@case
def million_empty_inlines():
    return page(block("<fo:inline/>" * 300_000 + "末")), "text 1"


@case
def page_breaks_3000():
    return page(block("页", 'break-before="page"') * 3_000), "text 3000"


@case
def page_sequences_2000():
    one = page(block("序"))
    sequence = one[one.index("<fo:page-sequence"):one.index("</fo:root>")]
    return one.replace(sequence, sequence * 2_000), "text 2000"


@case
def footnotes_100000():
    note = "<fo:footnote><fo:inline/><fo:footnote-body><fo:block>注</fo:block></fo:footnote-body></fo:footnote>"
    return page(block("文" + note * 100_000), 'page-width="2000pt" page-height="14400pt"'), "text 100001"


@case
def footnotes_nested():
    inner = block("注")
    for _ in range(30):
        inner = block(f"<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body>{inner}</fo:footnote-body></fo:footnote>")
    return page(inner), "survive"


@case
def floats_5000():
    return page(block('<fo:float float="before"><fo:block>浮</fo:block></fo:float>' * 5_000 + "文")), "text 5001"


@case
def side_floats_2000():
    return page(block('<fo:float float="start"><fo:block-container width="100pt"><fo:block>浮</fo:block></fo:block-container></fo:float>' * 2_000 + "文")), "survive"


@case
def columns_10000():
    return page(block("栏" * 500), body='column-count="10000" column-gap="1pt"'), "survive"


@case
def columns_that_leave_no_room():
    return page(block("栏" * 50), body='column-count="5" column-gap="100pt"'), "survive"


@case
def markers_100000():
    marker = '<fo:marker marker-class-name="m"><fo:block>标</fo:block></fo:marker>'
    return page(f"<fo:block>{marker}文</fo:block>" * 30_000, 'page-width="2000pt" page-height="14400pt"', regions='<fo:region-before extent="20pt"/>',
                before='<fo:static-content flow-name="xsl-region-before"><fo:block><fo:retrieve-marker retrieve-class-name="m"/></fo:block></fo:static-content>'), "text 30000+"


@case
def cyclic_markers():
    marker = '<fo:marker marker-class-name="m"><fo:block><fo:retrieve-marker retrieve-class-name="m"/></fo:block></fo:marker>'
    return page(f"<fo:block>{marker}文</fo:block>", regions='<fo:region-before extent="20pt"/>',
                before='<fo:static-content flow-name="xsl-region-before"><fo:block><fo:retrieve-marker retrieve-class-name="m"/></fo:block></fo:static-content>'), "survive"


@case
def bookmarks_deep_and_many():
    bookmark = '<fo:bookmark internal-destination="a"><fo:bookmark-title>签</fo:bookmark-title>'
    many = (bookmark + "</fo:bookmark>") * 20_000
    return page(block("文", 'id="a"'), after=f"<fo:bookmark-tree>{many}{bookmark * 240}{'</fo:bookmark>' * 240}</fo:bookmark-tree>"), "survive"


@case
def links_20000():
    return page(block('<fo:basic-link internal-destination="a">链</fo:basic-link> ' * 20_000, 'id="a"'), 'page-width="2000pt" page-height="14400pt"'), "text 20000"


@case
def conditional_masters_10000():
    alternatives = '<fo:conditional-page-master-reference master-reference="p" odd-or-even="even" blank-or-not-blank="blank"/>' * 10_000
    return page(block("页", 'break-before="page"') * 300).replace(
        "</fo:layout-master-set>", f'<fo:page-sequence-master master-name="s"><fo:repeatable-page-master-alternatives>{alternatives}'
        '</fo:repeatable-page-master-alternatives></fo:page-sequence-master></fo:layout-master-set>').replace(
        '<fo:page-sequence master-reference="p"', '<fo:page-sequence master-reference="s"'), "survive"


@case
def static_contents_20000():
    return page(block("文"), before="".join(f'<fo:static-content flow-name="r{number}"><fo:block>静</fo:block></fo:static-content>' for number in range(20_000))), "survive"


# --- Contradictions -------------------------------------------------------------------------------------
@case
def keep_that_can_never_be_met():
    return page("".join(block(f"{number % 10}", 'keep-with-next.within-page="always" keep-together.within-page="always"') for number in range(5_000))), "text 5000"


@case
def keep_of_a_table_that_is_too_high():
    rows = f'<fo:table-row keep-with-next="always" keep-together="always">{cell("行")}</fo:table-row>' * 3_000
    return page(table(["50pt"], rows, 'keep-together="always"')), "text 3000"


@case
def widows_and_orphans_beyond_the_page():
    return page(block("行" * 2_000, 'widows="10000" orphans="10000"') * 3), "text 6000"


@case
def page_of_one_point():
    return page(block("点" * 50), 'page-width="1pt" page-height="1pt"'), "survive"


@case
def page_without_room():
    return page(block("无"), 'page-width="100pt" page-height="100pt" margin="50pt"'), "survive"


@case
def page_smaller_than_its_margins():
    return page(block("无"), 'page-width="100pt" page-height="100pt" margin="500pt"'), "survive"


@case
def body_smaller_than_nothing():
    return page(block("无" * 100), body='margin="90.5pt"'), "survive"


@case
def flow_in_a_region_that_does_not_exist():
    return page(block("无")).replace('flow-name="xsl-region-body"', 'flow-name="nowhere"'), "survive"


@case
def master_that_does_not_exist():
    return page(block("无")).replace('master-reference="p"', 'master-reference="q"'), "refuse"


@case
def master_that_names_itself():
    return page(block("无")).replace("</fo:layout-master-set>", '<fo:page-sequence-master master-name="s"><fo:single-page-master-reference master-reference="s"/>'
                                     "</fo:page-sequence-master></fo:layout-master-set>").replace('sequence master-reference="p"', 'sequence master-reference="s"'), "refuse"


@case
def absolute_far_away():
    return page('<fo:block-container absolute-position="absolute" top="1e12pt" left="-1e12pt" width="1e12pt"><fo:block>远</fo:block></fo:block-container>' + block("近")), "survive"


# --- Numbers --------------------------------------------------------------------------------------------
LENGTHS = ["start-indent", "end-indent", "text-indent", "space-before", "space-after", "padding", "border-width", "font-size", "line-height",
           "margin-left", "margin-top", "letter-spacing", "word-spacing", "baseline-shift", "last-line-end-indent", "widows", "orphans", "margin"]


def with_every_length(value):
    padding = f'padding="{value}"'
    return page("".join(block("数 number", f'border-style="solid" {name}="{value}"') for name in LENGTHS) +
                block(f'<fo:inline padding="{value}" border="{value} solid black" font-size="{value}">内</fo:inline><fo:leader leader-length="{value}"/>'
                      f'<fo:external-graphic src="url(small.png)" width="{value}" height="{value}" content-width="{value}"/>') +
                f'<fo:block-container height="{value}" width="{value}">{block("框")}</fo:block-container>' +
                f'<fo:list-block provisional-distance-between-starts="{value}" provisional-label-separation="{value}"><fo:list-item><fo:list-item-label>{block("一")}'
                f'</fo:list-item-label><fo:list-item-body start-indent="body-start()">{block("项")}</fo:list-item-body></fo:list-item></fo:list-block>' +
                table([value, value], f'<fo:table-row height="{value}">{cell("格", padding)}</fo:table-row>', f'border-collapse="separate" border-separation="{value}" width="{value}"'),
                ), "survive", {"small.png": png(10, 10)}


for label, number in {"negative": "-20pt", "huge": "1e300pt", "largest": "2147483647pt", "many-digits": "9" * 400 + "pt", "negative-huge": "-1e300pt",
                      "tiny": "0.0000000000000001pt", "percent": "99999999999%", "division-by-zero": "1pt div 0", "negative-em": "-1000000em",
                      "not-a-number": "NaN"}.items():
    CASES[f"lengths-{label}"] = lambda number=number: with_every_length(number)


@case
def page_sizes_that_are_huge():
    return page(block("大"), 'page-width="1e30pt" page-height="2147483647pt"'), "survive"


@case
def page_sizes_that_are_negative():
    return page(block("负"), 'page-width="-10pt" page-height="-10pt"'), "survive"


@case
def first_page_number_beyond_all():
    return page(block("<fo:page-number/>")).replace("<fo:page-sequence ", '<fo:page-sequence initial-page-number="99999999999999999999" format="i" '), "survive"


# --- Text -----------------------------------------------------------------------------------------------
@case
def right_to_left_scripts():
    return page(block("שלום עולם مرحبا بالعالم 混排 mixed")), "survive"


@case
def combining_marks_10000():
    return page(block("e" + "\u0301" * 10_000)), "survive"


@case
def zero_width_characters():
    return page(block("\u200b\u200c\u200d\u2060\ufeff\u00ad" * 20_000 + "末")), "survive"


@case
def every_character_of_plane_0():
    letters = "".join(chr(code) for code in range(0x20, 0xFFFE) if not 0xD800 <= code < 0xE000 and code not in (0x26, 0x3C, 0x3E))
    return page(block(letters)), "survive"


@case
def control_characters():
    return page(block("a&#x1;b")), "refuse"


@case
def character_fffe():
    return page(block("a&#xFFFE;b")), "refuse"


@case
def surrogate_alone():
    return page(block("a@b")).encode().replace(b"@", b"\xed\xa0\x80"), "refuse"


@case
def invalid_utf8():
    return page(block("a@b")).encode().replace(b"@", b"\xff\xc0\x80"), "refuse"


@case
def utf16_that_breaks_off():
    return page(block("half")).encode("utf-16")[:-7], "refuse"


@case
def nothing_at_all():
    return "", "refuse"


@case
def entity_bomb():
    entities = '<!ENTITY e0 "bomb">' + "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12))
    return f"<!DOCTYPE x [{entities}]>" + page(block("&e11;")), "refuse"


@case
def entities_of_its_own():
    return '<!DOCTYPE x [<!ENTITY a "文字"><!ENTITY b "&lt;">]>' + page(block("&a;&b;&a;")), "text 5"


@case
def external_entity():
    return '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + page(block("&f;")), "refuse"


# --- Pictures -------------------------------------------------------------------------------------------
def picture(name):
    return block(f'前<fo:external-graphic src="url({name})" content-width="20pt"/>后')


@case
def image_missing():
    return page(picture("missing.png")), "survive"


@case
def images_missing_5000():
    return page("".join(picture(f"missing-{number}.png") for number in range(5_000))), "survive"


@case
def image_outside_the_folder():
    return page(picture("../../../../../../etc/passwd")), "survive"


@case
def image_from_the_network():
    return page(picture("http://192.0.2.1/picture.png")), "survive"


@case
def image_of_30000_by_30000():
    return page(picture("bomb.png")), "survive", {"bomb.png": png(30_000, 30_000)}


@case
def image_that_breaks_off():
    return page(picture("half.png") + picture("empty.png") + picture("text.jpg")), "survive", {
        "half.png": png(100, 100)[:60], "empty.png": b"", "text.jpg": b"\xff\xd8\xff\xe0" + b"\0" * 50}


@case
def image_of_negative_and_zero_size():
    return page(picture("zero.png") + picture("negative.png")), "survive", {"zero.png": png(0, 0, b""), "negative.png": png(0xFFFFFFFF, 0xFFFFFFFF, b"")}


@case
def image_of_noise():
    noise = random.Random(1).randbytes(20_000)
    return page(picture("noise.png") + picture("noise.jpg") + picture("noise.svg")), "survive", {
        "noise.png": png(100, 100, noise), "noise.jpg": b"\xff\xd8" + noise, "noise.svg": noise}


def drawing(content, attributes='width="100" height="100"'):
    return page(block(f'前<fo:instream-foreign-object><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>{content}</svg></fo:instream-foreign-object>后'))


@case
def svg_use_bomb():
    levels = "".join(f'<g id="g{level}">' + f'<use xlink:href="#g{level - 1}"/>' * 10 + "</g>" for level in range(1, 15))
    return drawing(f'<defs><rect id="g0" width="1" height="1"/>{levels}</defs><use xlink:href="#g14"/>'), "survive"


@case
def svg_use_of_itself():
    return drawing('<g id="a"><use xlink:href="#b"/></g><g id="b"><use xlink:href="#a"/></g><use id="c" xlink:href="#c"/>'), "survive"


@case
def svg_gradient_of_itself():
    return drawing('<linearGradient id="a" xlink:href="#b"/><linearGradient id="b" xlink:href="#a"/><rect width="9" height="9" fill="url(#a)"/>'), "survive"


@case
def svg_clip_of_itself():
    return drawing('<clipPath id="a" clip-path="url(#a)"><rect width="9" height="9" clip-path="url(#a)"/></clipPath><rect width="9" height="9" clip-path="url(#a)"/>'), "survive"


@case
def svg_path_of_a_million_segments():
    return drawing(f'<path d="M0 0{" l1 1 l1 -1" * 500_000}"/>'), "survive"


@case
def svg_dashes_without_end():
    return drawing('<path d="M0 0 L1e9 1e9" stroke="black" stroke-dasharray="0.0000001 0"/><path d="M0 0 L9 9" stroke="black" stroke-dasharray="0 0"/>'), "survive"


@case
def svg_numbers():
    values = ["NaN", "1e300", "-1e300", "1e-300", "--5", "5e", ".", "+", "9" * 500]
    return drawing("".join(f'<rect x="{value}" width="{value}" height="{value}" rx="{value}" transform="rotate({value}) scale({value})"/>'
                           f'<path d="M{value} 0 A {value} {value} {value} 1 1 {value} {value}"/><text x="{value}" font-size="{value}">字</text>'
                           for value in values)), "survive"


@case
def svg_nested():
    return drawing("<g>" * 220 + '<rect width="1" height="1"/>' + "</g>" * 220), "survive"


@case
def svg_text_of_100000():
    return drawing(f'<text x="1" y="9">{"字" * 100_000}</text>'), "survive"


@case
def svg_view_box_of_nothing():
    return drawing('<rect width="9" height="9"/>', 'viewBox="0 0 0 0" width="0" height="0"') + "", "survive"


# --- Structure ------------------------------------------------------------------------------------------
@case
def objects_in_the_wrong_place():
    names = ["root", "flow", "table-cell", "table-row", "list-item-body", "marker", "footnote-body", "region-body", "simple-page-master", "page-sequence",
             "bookmark", "title", "declarations", "initial-property-set", "multi-switch", "index-range-begin", "nonsense"]
    return page("".join(f"<fo:{name}>{block('错')}</fo:{name}>" + block(f"<fo:{name}>错</fo:{name}>") for name in names)), "survive"


@case
def table_of_nothing():
    return page("<fo:table/><fo:table><fo:table-body/></fo:table><fo:table><fo:table-body><fo:table-row/></fo:table-body></fo:table>"
                "<fo:list-block/><fo:list-block><fo:list-item/></fo:list-block><fo:block-container/>" + block("末")), "survive"


@case
def not_fo_at_all():
    return '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>no</p></body></html>', "refuse"


def count_characters(trace):
    """Text of the lines that show text, also of those settled at the end: what stands between quotation marks."""
    number = 0
    with open(trace, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            line = line.strip()
            if line.startswith(("text ", "settle ")) and '"' in line:
                number += characters(line[line.index('"') + 1:line.rindex('"')].replace('\\"', '"').replace("\\\\", "\\"))
    return number


def main(arguments):
    if arguments[0] == "list":
        print("\n".join(CASES))
    elif arguments[0] == "count":
        print(count_characters(arguments[1]))
    else:
        text, expected, *files = CASES[arguments[1]]()
        folder = pathlib.Path(arguments[2])
        (folder / f"{arguments[1]}.fo").write_bytes(text if isinstance(text, bytes) else text.encode())
        for name, content in (files[0] if files else {}).items():
            (folder / name).write_bytes(content)
        print(expected)


if __name__ == "__main__":
    main(sys.argv[1:])
