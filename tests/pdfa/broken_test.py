#!/usr/bin/python3
"""Tests the checker: a sound document is broken against each rule in turn, and the checker must say which.

    broken_test.py SOUND.pdf      (rich.fo, formatted with --pdf=2a,ua1)"""

import os
import re
import sys
import tempfile

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from check import judge
from rules import RULES

BREAKS = []


def breaks(rule):
    """Marks a function that breaks an opened document against a rule."""

    def note(function):
        BREAKS.append((rule, function))
        return function

    return note


# --- finding what to break


def elements(pdf, kind):
    return [item for item in pdf.objects if isinstance(item, Dictionary) and item.get("/S") == "/" + kind
            and "/P" in item]


def font_of(pdf):
    return next(item for item in pdf.objects if isinstance(item, Dictionary) and item.get("/Subtype") == "/Type0")


def link_of(pdf):
    return pdf.pages[0].obj["/Annots"][0]


def uri_link_of(pdf):
    return next(link for link in pdf.pages[0].obj["/Annots"] if "/A" in link)


def image_of(pdf):
    return next(item for item in pdf.objects if isinstance(item, Stream) and item.get("/Subtype") == "/Image")


def edit_stream(stream, old, new, count=1):
    data = stream.read_bytes()
    assert old in data, old
    stream.write(data.replace(old, new, count))


def edit_page(pdf, old, new, count=1):
    edit_stream(pdf.pages[0].obj["/Contents"], old, new, count)


def edit_text(pdf, units):
    """Lets the first code of a font stand for other text."""
    stream = font_of(pdf)["/ToUnicode"]
    stream.write(re.sub(rb"(beginbfchar\n<\w+> <)\w+", rb"\g<1>" + units, stream.read_bytes(), count=1))


def add_to_page(pdf, operators):
    stream = pdf.pages[0].obj["/Contents"]
    stream.write(stream.read_bytes() + operators)


def edit_packet(pdf, old, new):
    stream = pdf.Root["/Metadata"]
    data = stream.read_bytes()
    assert old in data, old
    pdf.Root["/Metadata"] = pdf.make_indirect(Stream(pdf, data.replace(old, new), Type=Name.Metadata, Subtype=Name.XML))


# --- the file


@breaks("stream")
def _(pdf):
    pdf.pages[0].obj["/Contents"]["/F"] = String("elsewhere.bin")


@breaks("limits")
def _(pdf):
    pdf.Root["/PieceInfo"] = Dictionary(Long=String("x" * 40000))


@breaks("limits")
def _(pdf):
    pdf.pages[0].obj["/MediaBox"] = Array([0, 0, 20000, 420])


@breaks("output-intent")
def _(pdf):
    del pdf.Root["/OutputIntents"]


@breaks("output-intent")
def _(pdf):
    pdf.Root["/OutputIntents"][0]["/DestOutputProfile"].write(b"not a profile")


@breaks("actions")
def _(pdf):
    pdf.Root["/OpenAction"] = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))


@breaks("actions")
def _(pdf):
    uri_link_of(pdf)["/A"] = Dictionary(S=Name.Launch, F=String("sh"))


@breaks("optional-parts")
def _(pdf):
    pdf.Root["/Names"] = Dictionary(EmbeddedFiles=Dictionary(Names=Array()))


# --- what it says of itself


@breaks("metadata")
def _(pdf):
    del pdf.Root["/Metadata"]


@breaks("claim")
def _(pdf):
    edit_packet(pdf, b"<pdfaid:conformance>A<", b"<pdfaid:conformance>X<")


@breaks("schema")
def _(pdf):
    edit_packet(pdf, b"<pdfaProperty:name>part<", b"<pdfaProperty:name>other<")


@breaks("information")
def _(pdf):
    pdf.trailer["/Info"]["/Title"] = String("another title")


@breaks("title")
def _(pdf):
    edit_packet(pdf, "各样结构".encode(), b"")
    del pdf.trailer["/Info"]["/Title"]


@breaks("title")
def _(pdf):
    del pdf.Root["/ViewerPreferences"]


@breaks("language")
def _(pdf):
    del pdf.Root["/Lang"]


@breaks("language")
def _(pdf):
    elements(pdf, "P")[0]["/Lang"] = String("in English")


@breaks("labels")
def _(pdf):
    pdf.Root["/PageLabels"] = Dictionary(Nums=Array([1, Dictionary(S=Name.D)]))


# --- what is painted


@breaks("operators")
def _(pdf):
    add_to_page(pdf, b"Q\n")


@breaks("operators")
def _(pdf):
    edit_page(pdf, b"EMC", b"")


@breaks("operators")
def _(pdf):
    edit_page(pdf, b"/F1 ", b"/F99 ")


@breaks("colour")
def _(pdf):
    add_to_page(pdf, b"0 0 0 1 k\n")


@breaks("colour")
def _(pdf):
    image_of(pdf)["/ColorSpace"] = Name.DeviceCMYK


@breaks("graphics-state")
def _(pdf):
    pdf.pages[0].obj["/Resources"]["/ExtGState"] = Dictionary(G1=Dictionary(TR=Name.Identity))
    add_to_page(pdf, b"/G1 gs\n")


@breaks("xobject")
def _(pdf):
    image_of(pdf)["/Interpolate"] = True


@breaks("transparency")
def _(pdf):
    pdf.pages[0].obj["/Resources"]["/ExtGState"] = Dictionary(G1=Dictionary(ca=0.5))
    pdf.pages[0].obj["/Group"] = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    add_to_page(pdf, b"/G1 gs\n")


# --- fonts


@breaks("font-embedded")
def _(pdf):
    descriptor = font_of(pdf)["/DescendantFonts"][0]["/FontDescriptor"]
    for key in ("/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


@breaks("font-embedded")
def _(pdf):
    font_of(pdf)["/BaseFont"] = Name.FandolFang


@breaks("font-composite")
def _(pdf):
    font_of(pdf)["/DescendantFonts"][0]["/CIDSystemInfo"]["/Ordering"] = String("GB1")


@breaks("font-composite")
def _(pdf):
    font_of(pdf)["/Encoding"] = Name("/GBK-EUC-H")


@breaks("font-width")
def _(pdf):
    font_of(pdf)["/DescendantFonts"][0]["/DW"] = 900


@breaks("font-glyph")
def _(pdf):
    stream = font_of(pdf)["/Encoding"]
    stream.write(re.sub(rb"> (\d+)\n", rb"> 9\1\n", stream.read_bytes(), 1))


@breaks("font-unicode")
def _(pdf):
    del font_of(pdf)["/ToUnicode"]


@breaks("font-unicode")
def _(pdf):
    edit_text(pdf, b"FFFD")


@breaks("font-private")
def _(pdf):
    edit_text(pdf, b"E000")


# --- annotations


@breaks("annotation")
def _(pdf):
    del link_of(pdf)["/F"]


@breaks("annotation")
def _(pdf):
    link_of(pdf)["/Subtype"] = Name.Movie


@breaks("annotation")
def _(pdf):
    link_of(pdf)["/Rect"] = Array([900, 900, 950, 950])


@breaks("link-words")
def _(pdf):
    del link_of(pdf)["/Contents"]


@breaks("link-tag")
def _(pdf):
    link_of(pdf)["/StructParent"] = 0


@breaks("link-tag")
def _(pdf):
    for link in elements(pdf, "Link"):
        link["/S"] = Name.Span


@breaks("link-target")
def _(pdf):
    link_of(pdf)["/Dest"] = Array([pdf.Root, Name.Fit])


@breaks("link-target")
def _(pdf):
    pdf.Root["/Outlines"]["/First"]["/First"]["/Dest"] = String("nowhere")


@breaks("tab-order")
def _(pdf):
    del pdf.pages[0].obj["/Tabs"]


# --- structure


@breaks("marked")
def _(pdf):
    del pdf.Root["/MarkInfo"]


@breaks("marked")
def _(pdf):
    del pdf.Root["/StructTreeRoot"]


@breaks("types")
def _(pdf):
    elements(pdf, "P")[0]["/S"] = Name.Paragraph


@breaks("all-marked")
def _(pdf):
    add_to_page(pdf, b"0 0 m 9 9 l S\n")


@breaks("artifact-apart")
def _(pdf):
    edit_page(pdf, b"EMC", b"/P<</MCID 99>>BDC EMC EMC")


@breaks("artifact-apart")
def _(pdf):
    data = pdf.pages[0].obj["/Contents"].read_bytes()
    first = re.search(rb"/\w+<</MCID 0>>BDC", data).group()
    edit_page(pdf, first, first + b" /Artifact BMC EMC")


@breaks("content-once")
def _(pdf):
    edit_page(pdf, b"/MCID 1>>", b"/MCID 0>>")


@breaks("content-once")
def _(pdf):
    add_to_page(pdf, b"/P<</MCID 77>>BDC EMC\n")


@breaks("content-once")
def _(pdf):
    heading = elements(pdf, "H1")[0]
    heading["/K"] = Array([])


@breaks("parent-tree")
def _(pdf):
    pdf.pages[0].obj["/StructParents"], pdf.pages[1].obj["/StructParents"] = 1, 0


@breaks("parent-tree")
def _(pdf):
    pdf.Root["/StructTreeRoot"]["/ParentTreeNextKey"] = 1


@breaks("parents")
def _(pdf):
    elements(pdf, "TR")[0]["/P"] = elements(pdf, "P")[0]


@breaks("nesting")
def _(pdf):
    elements(pdf, "TR")[0]["/S"] = Name.Div


@breaks("nesting")
def _(pdf):
    elements(pdf, "LI")[0]["/S"] = Name.P


@breaks("empty")
def _(pdf):
    document = elements(pdf, "Document")[0]
    document["/K"].append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=document)))


@breaks("table-even")
def _(pdf):
    wide = next(cell for cell in elements(pdf, "TH") if "/ColSpan" in cell["/A"])
    del wide["/A"]["/ColSpan"]


@breaks("table-scope")
def _(pdf):
    del elements(pdf, "TH")[0]["/A"]["/Scope"]


@breaks("figure-words")
def _(pdf):
    del elements(pdf, "Figure")[0]["/Alt"]


@breaks("figure-box")
def _(pdf):
    del elements(pdf, "Figure")[0]["/A"]


@breaks("note-id")
def _(pdf):
    del elements(pdf, "Note")[0]["/ID"]


@breaks("note-id")
def _(pdf):
    elements(pdf, "Note")[0]["/ID"] = elements(pdf, "Note")[1]["/ID"]


@breaks("note-id")
def _(pdf):
    del pdf.Root["/StructTreeRoot"]["/IDTree"]


@breaks("heading-level")
def _(pdf):
    elements(pdf, "H1")[0]["/S"] = Name.H3


@breaks("list-numbering")
def _(pdf):
    del elements(pdf, "L")[0]["/A"]


@breaks("reading-order")
def _(pdf):
    kids = elements(pdf, "Document")[0]["/K"]
    elements(pdf, "Document")[0]["/K"] = Array(reversed(list(kids)))


# --- the bytes, which the library would put right when it saves


BYTES = (
    ("header", b"%PDF-1.7\n", b"%PDF-2.5\n"),
    ("trailer-id", b"/ID [", b"/IX ["),
    ("syntax", b"\nstartxref\n", b"\nstartxref\n1"),
    ("metadata", b"</dc:title>", b"</dc:titel>"),
)


def expect(path, rule, number):
    rules = {found for found, _ in judge(path)}
    if rule not in rules:
        print(f"{rule}: broken in way {number}, the checker said {sorted(rules) or 'nothing'}")
        return 1
    return 0


def main(sound):
    failures = 0
    for rule, words in judge(sound):
        print(f"the sound document: {rule}: {words}")
        failures += 1
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "broken.pdf")
        for number, (rule, function) in enumerate(BREAKS):
            with pikepdf.open(sound) as pdf:
                function(pdf)
                pdf.save(path, fix_metadata_version=False)
            failures += expect(path, rule, number)
        with open(sound, "rb") as file:
            data = file.read()
        for rule, old, new in BYTES:
            assert old in data, old
            with open(path, "wb") as file:
                file.write(data.replace(old, new, 1))
            failures += expect(path, rule, 0)
    missing = set(RULES) - {rule for rule, *_ in (*BREAKS, *BYTES)}
    for rule in sorted(missing):
        print(f"{rule}: nothing breaks it")
    print(f"{len(BREAKS) + len(BYTES)} broken documents, {failures} not refused")
    return 1 if failures or missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
