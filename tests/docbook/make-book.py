#!/usr/bin/env python3
"""Writes a DocBook book that holds every common element, for tests/docbook/run.sh and compare.sh.

    make-book.py [--chapters N] [--version 4.5|5.0] OUT_FOLDER

OUT_FOLDER gets book.xml and the pictures it names. The text is Chinese and English, put together from
the word lists below by a generator of fixed seed: the same arguments give the same bytes. Every chapter
takes the next few of the makers in MAKERS, so that --chapters 4 already shows every element once and
more chapters show them on other places of the page.
"""
import argparse
import pathlib
import random
import struct
import zlib

NOUNS = ["质量", "标准", "检验", "车间", "目标", "指标", "样品", "数据", "流程", "供方", "顾客", "记录",
         "设备", "工序", "班组", "图纸", "合同", "审核", "改进", "培训"]
VERBS = ["核对", "登记", "分析", "汇总", "复查", "发布", "保存", "比较", "验证", "调整", "说明", "统计"]
TAILS = ["以保证全年任务按期完成", "并在三个工作日内送交办公室", "发现问题及时纠正", "不得遗漏任何一项",
         "结果写入月度报表", "由负责人签字确认", "每季度检查1次", "误差不大于0.5%", "其余部分照常进行"]
SUBJECTS = ["The clerk", "Every office", "A second reader", "The printing room", "An inspector",
            "The yearly report", "Each department", "The archive"]
ACTIONS = ["checks", "records", "compares", "publishes", "keeps", "returns", "measures", "explains"]
OBJECTS = ["the quarterly figures", "a signed copy", "incoming submissions", "certificates of conformity",
           "the list of instruments", "unexpected differences", "corrections in red", "the stored originals"]
ENDS = ["before noon", "without undue delay", "as the manual requires", "in alphabetical order",
        "under the responsibility of the manager", "after the second inspection", "for at least ten years"]
TERMS = ["calibration", "conformity", "audit", "tolerance", "sample", "nonconformity", "traceability",
         "verification", "supplier", "process", "record", "measure"]


class Book:
    """Text and numbering of one book; every maker returns a string of DocBook."""

    def __init__(self, version):
        self.random = random.Random(20240601)
        self.five = version == "5.0"
        self.count = 0
        self.titled = []  # ids of figures, tables, examples and sections, for cross references

    # --- Words ------------------------------------------------------------------------------------
    def chinese(self, sentences=2):
        pick = self.random.choice
        return "".join(f"{pick(NOUNS)}部门应当{pick(VERBS)}{pick(NOUNS)}与{pick(NOUNS)}，{pick(TAILS)}。"
                       for _ in range(sentences))

    def english(self, sentences=2):
        pick = self.random.choice
        return " ".join(f"{pick(SUBJECTS)} {pick(ACTIONS)} {pick(OBJECTS)} {pick(ENDS)}."
                        for _ in range(sentences))

    def text(self, sentences=2):
        return (self.chinese if self.random.random() < 0.6 else self.english)(sentences)

    def title(self):
        pick = self.random.choice
        return f"{pick(NOUNS)}{pick(VERBS)}" if self.random.random() < 0.6 else \
            f"How {pick(SUBJECTS).lower()} {pick(ACTIONS)} {pick(OBJECTS)}"

    # --- The two versions of DocBook -----------------------------------------------------------------
    def id(self, name):
        return f' {"xml:id" if self.five else "id"}="{name}"'

    def new_id(self, kind):
        self.count += 1
        return f"{kind}-{self.count}"

    def titled_id(self, kind):
        name = self.new_id(kind)
        self.titled.append(name)
        return self.id(name)

    def url(self, address, text):
        return f'<link xlink:href="{address}">{text}</link>' if self.five else f'<ulink url="{address}">{text}</ulink>'

    def picture(self, name, attributes='align="center"'):
        alternative = "<textobject><phrase>A chart of invented figures</phrase></textobject>"
        return (f'<mediaobject><imageobject><imagedata fileref="{name}" {attributes}/></imageobject>'
                f"{alternative}<caption><para>{self.text(1)}</para></caption></mediaobject>")

    # --- Paragraphs and their inlines -----------------------------------------------------------------
    def para(self, sentences=4):
        return f"<para>{self.text(sentences)}</para>"

    def rich_para(self):
        term = self.random.choice(TERMS)
        see = f'<xref linkend="{self.random.choice(self.titled)}"/>' if self.titled else "above"
        return f"""<para>{self.english(1)} <emphasis>{self.english(1)}</emphasis> <emphasis role="bold">{self.chinese(1)}</emphasis>
 See {see}, <link linkend="glossary">the glossary</link> and {self.url("https://example.org/quality/handbook", "the handbook")}.
 <firstterm>{term}</firstterm> H<subscript>2</subscript>O, x<superscript>2</superscript>, <literal>yinfa format</literal>,
 <filename>/etc/example.conf</filename>, <command>make</command>, <option>--relaxed</option>, <varname>PATH</varname>,
 <code>int main(void)</code>, <replaceable>FILE</replaceable>, <keycap>Enter</keycap>, <keycombo><keycap>Ctrl</keycap><keycap>S</keycap></keycombo>,
 <menuchoice><guimenu>File</guimenu><guimenuitem>Save</guimenuitem></menuchoice>, <guibutton>OK</guibutton>,
 <quote>{self.english(1)}</quote>, <acronym>PDF</acronym>, <abbrev>cf.</abbrev>, <trademark>Example</trademark>,
 <email>clerk@example.org</email>, <inlineequation><mathphrase>a + b = c</mathphrase></inlineequation>,
 <inlinemediaobject><imageobject><imagedata fileref="dot.png" contentdepth="0.8em"/></imageobject><textobject><phrase>dot</phrase></textobject></inlinemediaobject>,
 <remark>An editor's remark.</remark> <citetitle>The Yearbook</citetitle>, <citation>YB24</citation>, <phrase role="note">{self.chinese(1)}</phrase>
 <indexterm><primary>{term}</primary><secondary>{self.random.choice(TERMS)}</secondary></indexterm>
 <indexterm><primary>{self.random.choice(TERMS)}</primary><see>{term}</see></indexterm></para>"""

    def footnotes(self):
        mark = self.new_id("note")
        return f"""<para>{self.chinese(2)}<footnote{self.id(mark)}><para>{self.text(2)}</para></footnote> {self.english(2)}
 <footnote><para>{self.english(1)}</para><para>{self.chinese(1)}</para></footnote> {self.text(1)} Again the first
 note<footnoteref linkend="{mark}"/>.</para>"""

    # --- Lists ---------------------------------------------------------------------------------------
    def items(self, number=3):
        return "".join(f"<listitem><para>{self.text(2)}</para></listitem>" for _ in range(number))

    def itemized(self):
        return f"""<itemizedlist><title>{self.title()}</title>{self.items()}<listitem><para>{self.text(1)}</para>
 <itemizedlist>{self.items(2)}<listitem><itemizedlist spacing="compact">{self.items(2)}</itemizedlist></listitem></itemizedlist></listitem></itemizedlist>"""

    def ordered(self):
        return f"""<orderedlist>{self.items()}<listitem><para>{self.text(1)}</para><orderedlist numeration="loweralpha">{self.items(2)}
 <listitem><orderedlist numeration="upperroman">{self.items(2)}</orderedlist></listitem></orderedlist></listitem></orderedlist>
 <orderedlist continuation="continues">{self.items(2)}</orderedlist>"""

    def variable(self):
        return "<variablelist>" + "".join(
            f"<varlistentry><term>{self.random.choice(TERMS)}</term><listitem><para>{self.text(2)}</para></listitem></varlistentry>"
            for _ in range(4)) + "</variablelist>"

    def simple_lists(self):
        members = "".join(f"<member>{self.random.choice(TERMS)}</member>" for _ in range(7))
        segments = "".join(f"<seglistitem><seg>{self.random.choice(TERMS)}</seg><seg>{self.random.choice(NOUNS)}</seg></seglistitem>"
                           for _ in range(3))
        return f"""<simplelist type="inline">{members}</simplelist><simplelist type="horiz" columns="3">{members}</simplelist>
 <simplelist type="vert" columns="2">{members}</simplelist>
 <segmentedlist><segtitle>Term</segtitle><segtitle>术语</segtitle>{segments}</segmentedlist>
 <segmentedlist><?dbfo list-presentation="table"?><segtitle>Term</segtitle><segtitle>术语</segtitle>{segments}</segmentedlist>"""

    def procedure(self):
        steps = "".join(f"<step><para>{self.text(1)}</para></step>" for _ in range(3))
        return f"""<procedure{self.titled_id("procedure")}><title>{self.title()}</title>{steps}<step performance="optional"><para>{self.text(1)}</para>
 <substeps>{steps}</substeps></step></procedure>"""

    def questions(self):
        entries = "".join(f"<qandaentry><question><para>{self.english(1)}</para></question><answer><para>{self.text(2)}</para></answer></qandaentry>"
                          for _ in range(3))
        return f'<qandaset defaultlabel="qanda"><title>{self.title()}</title><qandadiv><title>{self.title()}</title>{entries}</qandadiv></qandaset>'

    # --- Tables ---------------------------------------------------------------------------------------
    def cals_table(self):
        rows = "".join(f"<row><entry>{self.random.choice(NOUNS)}</entry><entry>{self.random.randrange(10000)}</entry>"
                       f"<entry>{self.random.random():.3f}</entry><entry>{self.text(1)}</entry></row>" for _ in range(8))
        return f"""<table frame="all"{self.titled_id("table")}><title>{self.title()}</title><tgroup cols="4" align="left" colsep="1" rowsep="1">
 <colspec colname="a" colwidth="1*"/><colspec colname="b" colwidth="1.5*" align="right"/><colspec colname="c" colwidth="22mm" align="char" char="."/><colspec colname="d" colwidth="3*"/>
 <spanspec spanname="middle" namest="b" nameend="c" align="center"/>
 <thead><row><entry morerows="1" valign="bottom">项目</entry><entry spanname="middle">Figures</entry><entry morerows="1">{self.title()}</entry></row>
 <row><entry>Number</entry><entry>Share</entry></row></thead>
 <tfoot><row><entry namest="a" nameend="d">合计 total</entry></row></tfoot>
 <tbody>{rows}<row><entry morerows="2" valign="middle">{self.random.choice(NOUNS)}</entry><entry spanname="middle">{self.text(1)}</entry><entry>1</entry></row>
 <row><entry>2</entry><entry rotate="0">3.5</entry><entry>4</entry></row><row><entry>5</entry><entry>6.25</entry><entry>{self.text(1)}</entry></row></tbody></tgroup></table>"""

    def plain_tables(self):
        def group(frame):
            rows = "".join(f"<row><entry>{self.random.choice(TERMS)}</entry><entry>{self.text(1)}</entry></row>" for _ in range(3))
            return f'<informaltable frame="{frame}"><tgroup cols="2"><tbody>{rows}</tbody></tgroup></informaltable>'
        return "".join(group(frame) for frame in ("none", "topbot", "sides", "top", "bottom"))

    def html_table(self):
        cells = "".join(f"<tr><td>{self.random.choice(TERMS)}</td><td>{self.random.randrange(1000)}</td><td>{self.text(1)}</td></tr>" for _ in range(4))
        return f"""<table border="1" width="100%"{self.titled_id("table")}><caption>{self.title()}</caption><col width="25%"/><col width="15%"/><col width="60%"/>
 <thead><tr><th>Term</th><th>数</th><th>{self.title()}</th></tr></thead>
 <tbody>{cells}<tr><td rowspan="2" valign="middle">{self.random.choice(NOUNS)}</td><td colspan="2" align="center">{self.text(1)}</td></tr><tr><td>7</td><td>8</td></tr></tbody></table>"""

    def long_table(self):
        rows = "".join(f"<row><entry>{number}</entry><entry>{self.random.choice(NOUNS)}</entry><entry>{self.text(1)}</entry></row>"
                       for number in range(1, 61))
        return f"""<table frame="topbot" rowsep="0"{self.titled_id("table")}><title>{self.title()}</title><tgroup cols="3"><colspec colwidth="12mm" align="right"/><colspec colwidth="1*"/><colspec colwidth="4*"/>
 <thead><row><entry>No.</entry><entry>名称</entry><entry>{self.title()}</entry></row></thead><tbody>{rows}</tbody></tgroup></table>"""

    def landscape_table(self):
        cells = "".join("<row>" + "".join(f"<entry>{self.random.choice(NOUNS)}{column}</entry>" for column in range(9)) + "</row>" for _ in range(10))
        return f'<table orient="land" frame="all"{self.titled_id("table")}><title>{self.title()}</title><tgroup cols="9"><tbody>{cells}</tbody></tgroup></table>'

    # --- Figures, examples, equations ----------------------------------------------------------------
    def figures(self):
        return f"""<figure{self.titled_id("figure")}><title>{self.title()}</title>{self.picture("chart.svg", 'align="center" contentwidth="90mm"')}</figure>
 <figure{self.titled_id("figure")}><title>{self.title()}</title>{self.picture("photo.png", 'width="60mm" scalefit="1" align="right"')}</figure>
 <informalfigure>{self.picture("photo.png", 'scale="50"')}</informalfigure>"""

    def floating(self):
        return f"""<figure float="before"{self.titled_id("figure")}><title>{self.title()}</title>{self.picture("photo.png", 'contentwidth="80mm"')}</figure>
 {self.para()}<sidebar><title>{self.title()}</title>{self.para()}{self.para(2)}</sidebar>{self.para()}"""

    def examples(self):
        return f"""<example{self.titled_id("example")}><title>{self.title()}</title><programlisting linenumbering="numbered">#include &lt;stdio.h&gt;

int main(void)
{{
    /* 中文注释：a comment */
    return printf("hello, 世界\\n") &lt; 0;
}}</programlisting></example>
 <screen>$ <userinput>yinfa format book.fo -o book.pdf</userinput>
<computeroutput>100 pages</computeroutput>
<prompt>$</prompt></screen>
 <literallayout>{self.random.choice(SUBJECTS)}
    {self.random.choice(OBJECTS)}
        {self.random.choice(ENDS)}</literallayout>
 <informalexample>{self.para(1)}<synopsis>yinfa VERB [OPTION]...</synopsis></informalexample>"""

    def callouts(self):
        first, second = self.new_id("co"), self.new_id("co")
        return f"""<programlistingco><areaspec><area coords="1 40"{self.id(first)}/><area coords="3 40"{self.id(second)}/></areaspec>
<programlisting>open the register
compare the numbers
sign and file</programlisting><calloutlist><callout arearefs="{first}"><para>{self.text(1)}</para></callout>
<callout arearefs="{second}"><para>{self.text(1)}</para></callout></calloutlist></programlistingco>"""

    def equations(self):
        return f"""<equation{self.titled_id("equation")}><title>{self.title()}</title><mathphrase>E = m c<superscript>2</superscript></mathphrase></equation>
 <informalequation><mathphrase>s = ½ g t<superscript>2</superscript></mathphrase></informalequation>"""

    # --- Admonitions, quotations, synopses ------------------------------------------------------------
    def admonitions(self):
        kinds = ("note", "tip", "important", "warning", "caution")
        return "".join(f"<{kind}><title>{self.title()}</title>{self.para(2)}</{kind}>" if kind != "tip" else f"<tip>{self.para(2)}</tip>"
                       for kind in kinds)

    def quotations(self):
        return f"""<blockquote><attribution>{self.random.choice(SUBJECTS)}, <citetitle>{self.title()}</citetitle></attribution>{self.para(3)}</blockquote>
 <epigraph><attribution>{self.random.choice(SUBJECTS)}</attribution><para>{self.english(1)}</para></epigraph>
 <formalpara><title>{self.title()}</title>{self.para(3)}</formalpara><simpara>{self.text(2)}</simpara>
 <bridgehead renderas="sect3">{self.title()}</bridgehead>{self.para(2)}<address>1 Example Road
Sample Town</address>"""

    def synopses(self):
        return """<cmdsynopsis><command>yinfa</command><arg choice="req">format</arg><arg>--trace</arg><group choice="opt"><arg>-o <replaceable>OUT</replaceable></arg><arg>-</arg></group><arg rep="repeat" choice="plain"><replaceable>FILE</replaceable></arg></cmdsynopsis>
 <funcsynopsis><funcsynopsisinfo>#include "example.h"</funcsynopsisinfo><funcprototype><funcdef>int <function>example_open</function></funcdef><paramdef>const char *<parameter>path</parameter></paramdef><paramdef>int <parameter>flags</parameter></paramdef></funcprototype></funcsynopsis>
 <classsynopsis language="java"><ooclass><classname>Example</classname></ooclass><fieldsynopsis><type>int</type><varname>size</varname></fieldsynopsis></classsynopsis>"""

    # --- Divisions ------------------------------------------------------------------------------------
    def section(self, level, makers):
        """A section with sections within, down to level 5; each maker is used once."""
        body = self.para() + self.rich_para() + "".join(next(makers)(self) + self.para(3) for _ in range(2))
        inner = self.section(level + 1, makers) if level < 5 else ""
        return f'<section{self.titled_id("section")}><title>{self.title()}</title>{body}{inner}</section>'

    def chapter(self, makers):
        return (f'<chapter{self.titled_id("chapter")}><title>{self.title()}</title><epigraph><para>{self.english(1)}</para></epigraph>'
                f"{self.para()}{self.footnotes()}{self.section(1, makers)}{self.section(3, makers)}</chapter>")

    def reference(self):
        return f"""<reference><title>{self.title()}</title><refentry{self.id("yinfa-format")}><refmeta><refentrytitle>yinfa-format</refentrytitle><manvolnum>1</manvolnum></refmeta>
 <refnamediv><refname>yinfa-format</refname><refpurpose>formats one document</refpurpose></refnamediv>
 <refsynopsisdiv>{self.synopses()}</refsynopsisdiv><refsect1><title>Description</title>{self.para()}<refsect2><title>{self.title()}</title>{self.variable()}</refsect2></refsect1></refentry></reference>"""

    def glossary(self):
        entries = "".join(f"<glossentry{self.id('term-' + term)}><glossterm>{term}</glossterm><glossdef><para>{self.text(2)}</para>"
                          f"<glossseealso otherterm=\"term-{self.random.choice(TERMS)}\"/></glossdef></glossentry>" for term in sorted(TERMS))
        return f"<glossary{self.id('glossary')}><title>Glossary</title>{entries}</glossary>"

    def bibliography(self):
        entries = "".join(f"""<biblioentry><abbrev>YB{year}</abbrev><authorgroup><author><personname><firstname>Sample</firstname><surname>Author</surname></personname></author></authorgroup>
 <title>{self.title()}</title><publisher><publishername>Sample House</publishername></publisher><pubdate>20{year}</pubdate></biblioentry>""" for year in range(14, 25))
        mixed = f"<bibliomixed><abbrev>MX</abbrev><citetitle>{self.title()}</citetitle>, {self.english(1)}</bibliomixed>"
        return f"<bibliography><title>Bibliography</title>{entries}{mixed}</bibliography>"

    def information(self):
        revisions = "".join(f"<revision><revnumber>{number}.0</revnumber><date>2024-0{number}-01</date><revremark>{self.text(1)}</revremark></revision>"
                            for number in range(1, 4))
        name = "info" if self.five else "bookinfo"
        return f"""<{name}><title>质量工作手册 Handbook of Sample Quality</title><subtitle>{self.title()}</subtitle>
 <author><personname><firstname>Sample</firstname><surname>Writer</surname></personname></author>
 <releaseinfo>Draft of a sample</releaseinfo><pubdate>2024</pubdate><copyright><year>2024</year><holder>Sample Office</holder></copyright>
 <legalnotice>{self.para(3)}</legalnotice><revhistory>{revisions}</revhistory><abstract><title>Abstract</title>{self.para()}</abstract>
 <keywordset><keyword>quality</keyword><keyword>样例</keyword></keywordset></{name}>"""

    def book(self, chapters):
        makers = cycle(MAKERS)
        half = (chapters + 1) // 2
        parts = [[self.chapter(makers) for _ in range(half)], [self.chapter(makers) for _ in range(chapters - half)]]
        part = "".join(f'<part{self.titled_id("part")}><title>{self.title()}</title><partintro>{self.para()}</partintro>{"".join(body)}</part>'
                       for body in parts if body)
        head = ('<book xmlns="http://docbook.org/ns/docbook" xmlns:xlink="http://www.w3.org/1999/xlink" version="5.0" xml:lang="en"'
                if self.five else '<book lang="en"')
        return f"""<?xml version="1.0" encoding="UTF-8"?>
{head}{self.id("book")}>{self.information()}
<dedication><para>{self.english(1)}</para></dedication>
<preface><title>Preface</title>{self.para()}{self.rich_para()}</preface>
{part}{self.reference()}
<appendix{self.titled_id("appendix")}><title>{self.title()}</title>{self.para()}{self.section(1, makers)}</appendix>
{self.bibliography()}{self.glossary()}<index/><colophon><para>{self.english(2)}</para></colophon></book>
"""


MAKERS = [Book.itemized, Book.cals_table, Book.figures, Book.ordered, Book.examples, Book.admonitions, Book.html_table,
          Book.variable, Book.callouts, Book.quotations, Book.procedure, Book.plain_tables, Book.equations,
          Book.simple_lists, Book.floating, Book.questions, Book.long_table, Book.synopses, Book.footnotes,
          Book.landscape_table]


def cycle(makers):
    """The makers over and over."""
    while True:
        yield from makers


def png(width, height, colour_of):
    """An RGB PNG of width × height pixels."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    rows = b"".join(b"\0" + b"".join(bytes(colour_of(x, y)) for x in range(width)) for y in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"pHYs", struct.pack(">IIB", 3780, 3780, 1)) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


CHART = """<svg xmlns="http://www.w3.org/2000/svg" width="360" height="200" viewBox="0 0 360 200">
<title>Figures of six months</title><rect width="360" height="200" fill="#f4f4f4"/>
<g fill="#4a78b0" stroke="#20406a">%s</g><line x1="20" y1="180" x2="340" y2="180" stroke="black"/>
<text x="180" y="20" text-anchor="middle" font-family="sans-serif" font-size="14">Sample 样例</text></svg>
"""


def main():
    arguments = argparse.ArgumentParser(description="writes a DocBook book with every common element")
    arguments.add_argument("--chapters", type=int, default=4)
    arguments.add_argument("--version", choices=["4.5", "5.0"], default="4.5")
    arguments.add_argument("folder", type=pathlib.Path)
    options = arguments.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    book = Book(options.version).book(options.chapters)
    (options.folder / "book.xml").write_text(book, encoding="utf-8")
    (options.folder / "photo.png").write_bytes(png(320, 200, lambda x, y: (x * 255 // 320, y * 255 // 200, 128)))
    (options.folder / "dot.png").write_bytes(png(16, 16, lambda x, y: (200, 30, 30) if (x - 8) ** 2 + (y - 8) ** 2 < 60 else (255, 255, 255)))
    # The watermark of drafts: a light cross, to stand for the picture that docbook-xsl fetches from the network.
    (options.folder / "draft.png").write_bytes(png(200, 200, lambda x, y: (230,) * 3 if abs(x - y) < 12 or abs(x + y - 200) < 12 else (255,) * 3))
    bars = "".join(f'<rect x="{30 + 50 * month}" y="{180 - height}" width="36" height="{height}"/>'
                   for month, height in enumerate((60, 90, 40, 120, 140, 75)))
    (options.folder / "chart.svg").write_text(CHART % bars, encoding="utf-8")


if __name__ == "__main__":
    main()
