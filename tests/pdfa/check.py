#!/usr/bin/python3
"""Holds PDF files to the rules they claim: PDF/A-2u, PDF/A-2a, PDF/UA-1 (rules.py says which rules, by clause).

    check.py FILE...     one line a finding; exit 1 if there is any

The library is pikepdf (qpdf), which shares nothing with the writer; font programs are read by fontTools."""

import re
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from content import Content
from fonts import judge_font
from metadata import judge_output_intent, judge_packet, read_packet
from rules import Findings
from structure import LANGUAGE, Structure, read_number_tree

ALLOWED_ACTIONS = ("/GoTo", "/URI")
MOST_STRING, MOST_NAME, MOST_INTEGER = 32767, 127, 2**31 - 1
PRINTED, HIDDEN = 4, 1 | 2 | 32 | 256  # annotation flags: Print; Invisible, Hidden, NoView, ToggleNoView


def judge(path):
    """The findings about a file: pairs of rule and words."""
    findings = Findings()
    judge_bytes(findings, path)
    try:
        pdf = pikepdf.open(path)
    except pikepdf.PdfError as error:
        findings.want(False, "syntax", str(error))
        return findings.found
    with pdf:
        for problem in pdf.check():
            findings.want(False, "syntax", problem)
        judge_objects(findings, pdf)
        judge_catalog(findings, pdf)
        judge_output_intent(findings, pdf)
        packet = read_packet(findings, pdf)
        level, accessible = "U", False
        if packet:
            _, level, accessible = judge_packet(findings, pdf, packet)
        judge_pages(findings, pdf, level == "A" or accessible)
    return findings.found


def judge_bytes(findings, path):
    with open(path, "rb") as file:
        start = file.read(64)
    lines = start.split(b"\n")
    findings.want(re.match(rb"%PDF-1\.[0-7]$", lines[0]) and lines[1][:1] == b"%" and len(lines[1]) >= 5 and
                  all(byte > 127 for byte in lines[1][1:5]), "header", f"the file begins {start[:16]!r}")


def judge_objects(findings, pdf):
    identity = pdf.trailer.get("/ID")
    findings.want(identity is not None and len(identity) == 2 and all(len(bytes(part)) >= 16 for part in identity),
                  "trailer-id", "no ID")
    findings.want(not pdf.is_encrypted, "trailer-id", "encrypted")
    for number, item in enumerate(pdf.objects):
        if isinstance(item, Stream):
            filters = item.get("/Filter", Array())
            filters = list(filters) if isinstance(filters, Array) else [filters]
            findings.want(not {"/F", "/FFilter", "/FDecodeParms"} & set(item.keys()), "stream",
                          f"object {number + 1} lies outside the file")
            findings.want(not {"/LZWDecode", "/Crypt"} & {str(name) for name in filters}, "stream",
                          f"object {number + 1} is compressed with {filters}")
        judge_limits(findings, item, number + 1, 0)


def judge_limits(findings, item, number, depth):
    """Values within an object; references are other objects' business."""
    if isinstance(item, (Dictionary, Stream)):
        for key in item.keys():
            findings.want(len(key.encode()) <= MOST_NAME + 1, "limits", f"object {number}: key {key}")
            judge_value(findings, item[key], number, depth)
    elif isinstance(item, Array):
        for value in item:
            judge_value(findings, value, number, depth)


def judge_value(findings, value, number, depth):
    if isinstance(value, String):
        findings.want(len(bytes(value)) <= MOST_STRING, "limits", f"object {number}: a string too long")
    elif isinstance(value, Name):
        findings.want(len(str(value).encode()) <= MOST_NAME + 1, "limits", f"object {number}: name {value}")
    elif isinstance(value, int):
        findings.want(abs(value) <= MOST_INTEGER, "limits", f"object {number}: {value}")
    elif isinstance(value, (Array, Dictionary)) and not value.is_indirect and depth < 50:
        judge_limits(findings, value, number, depth + 1)


def judge_catalog(findings, pdf):
    root = pdf.Root
    names = root.get("/Names", {})
    findings.want(not {"/OpenAction", "/AA"} & set(root.keys()) and "/JavaScript" not in names, "actions",
                  "the catalog has actions")
    findings.want(not {"/Perms", "/Requirements", "/Collection", "/AcroForm"} & set(root.keys()) and
                  not {"/EmbeddedFiles", "/AlternatePresentations"} & set(names.keys()) and
                  not root.get("/NeedsRendering", False), "optional-parts", "the catalog holds what archives may not")
    keys = list(read_number_tree(root.get("/PageLabels")))
    findings.want(not keys or (keys == sorted(keys) and keys[0] == 0 and keys[-1] < len(pdf.pages)), "labels",
                  f"page labels at {keys[:5]} of {len(pdf.pages)} pages")


def judge_pages(findings, pdf, structured):
    numbers = {page.obj.objgen: index + 1 for index, page in enumerate(pdf.pages)}
    content = Content(findings)
    tagged = structured or "/StructTreeRoot" in pdf.Root
    mcids = {}
    for index, page in enumerate(pdf.pages):
        box = [float(side) for side in page.MediaBox]
        findings.want(all(3 <= side <= 14400 for side in (box[2] - box[0], box[3] - box[1])), "limits",
                      f"page {index + 1} is {box}")
        mcids[index + 1] = content.walk_page(page, index + 1)
    for font, codes in content.fonts.values():
        judge_font(findings, font, codes, private_allowed=not structured)
    if not tagged:
        findings.found = [found for found in findings.found if found[0] != "all-marked"]
    structure = Structure(findings, pdf, numbers)
    if tagged:
        language = pdf.Root.get("/Lang")
        findings.want(language is not None and LANGUAGE.match(str(language)), "language", f"Lang is {language}")
        structure.judge(mcids)
    for index, page in enumerate(pdf.pages):
        annotations = list(page.obj.get("/Annots", []))
        findings.want(not tagged or not annotations or page.obj.get("/Tabs") == "/S", "tab-order",
                      f"page {index + 1} has annotations in no order")
        for annotation in annotations:
            judge_annotation(findings, page, annotation, f"a link of page {index + 1}", numbers)
            if tagged and structure.root is not None:
                structure.judge_link(annotation, f"a link of page {index + 1}")
                findings.want(str(annotation.get("/Contents", "")).strip(), "link-words",
                              f"a link of page {index + 1} has no words")
    judge_outline(findings, pdf, numbers)


def judge_annotation(findings, page, annotation, words, numbers):
    want = findings.want
    want(annotation.get("/Subtype") == "/Link", "annotation", f"{words} is a {annotation.get('/Subtype')}")
    flags = int(annotation.get("/F", 0))
    want(flags & PRINTED and not flags & HIDDEN, "annotation", f"{words} has flags {flags}")
    box, rectangle = [float(side) for side in page.MediaBox], [float(side) for side in annotation["/Rect"]]
    want(rectangle[0] < rectangle[2] and rectangle[1] < rectangle[3] and rectangle[0] < box[2] and
         rectangle[1] < box[3] and rectangle[2] > box[0] and rectangle[3] > box[1], "annotation",
         f"{words} is at {rectangle}")
    if "/A" in annotation:
        want(annotation["/A"].get("/S") in ALLOWED_ACTIONS, "actions", f"{words} does {annotation['/A'].get('/S')}")
    else:
        judge_destination(findings, annotation.get("/Dest"), words, numbers)


def judge_destination(findings, destination, words, numbers):
    sound = isinstance(destination, Array) and len(destination) > 1 and destination[0].objgen in numbers
    findings.want(sound, "link-target", f"{words} leads to no page")


def judge_outline(findings, pdf, numbers):
    """Every bookmark, in order; as many as the numbers of objects allow."""
    waiting, seen = [pdf.Root.get("/Outlines")], set()
    while waiting:
        entry = waiting.pop()
        if entry is None or entry.objgen in seen:
            continue
        seen.add(entry.objgen)
        if "/A" in entry:
            findings.want(entry["/A"].get("/S") in ALLOWED_ACTIONS, "actions", f"bookmark {entry['/Title']}")
        elif "/Title" in entry:
            judge_destination(findings, entry.get("/Dest"), f"bookmark {entry['/Title']}", numbers)
        waiting += [entry.get("/Next"), entry.get("/First")]


def main(paths):
    found = 0
    for path in paths:
        for rule, words in judge(path):
            print(f"{path}: {rule}: {words}")
            found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
