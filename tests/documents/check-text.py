#!/usr/bin/env python3
"""Holds the text of a published document against the document: check-text.py DOCUMENT.xml TEXT [--pages].

TEXT is what pdftotext read from the pages (--pages), the plain text output, or the HTML output (a file that ends
so). White space aside,
 - every character of the content is there at least as often as in the document;
 - every paragraph, heading, list item, footnote and title is there in one piece; in pages, page ends,
   their numbers and the footnotes below may stand between its pieces.
What the document says but nobody prints is left out: descriptions of figures, dates in figures,
marks left empty. Ends with 1 and says what is missing.
"""
import html
import re
import sys
import xml.etree.ElementTree as tree
from collections import Counter

NAMESPACE = "{urn:yinfa:official-document}"
# Written another way (2024年1月10日) or not at all.
NOT_PRINTED = {"description", "date", "printing-date"}
# Stand in tables, columns or spread lines, where the order of reading is not theirs alone.
BY_CHARACTER = {"cell", "issuer", "organ", "signatory", "signer", "mark", "document-number", "copy-number",
                "urgency", "unit", "printing-organ", "copy-to", "present", "absent", "observer", "recipient"}
IN_ONE_PIECE = {"title", "heading", "paragraph", "item", "footnote", "caption", "annex-note", "note", "table-note",
                "subject", "status"}


PARTING = {NAMESPACE + name for name in ("footnote", "subscript", "superscript")}


def squeezed(text):
    return re.sub(r"\s", "", text)


def own_pieces(element):
    """The element's text, parted where a footnote is called for, whose text is its own, and where signs are
    raised or lowered, which plain text may write in a way of its own."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag in PARTING:
            pieces.append("")
        else:
            inner = own_pieces(child)
            pieces[-1] += inner[0]
            pieces += inner[1:]
        pieces[-1] += child.tail or ""
    return pieces


def contents(root):
    """(what kind of element, its pieces) for everything that is printed. A document passed on has no
    head of its own."""
    for element in root.iter():
        name = element.tag.removeprefix(NAMESPACE)
        if name in IN_ONE_PIECE or name in BY_CHARACTER:
            yield element, name, [squeezed(piece) for piece in own_pieces(element)]


def left_out(root):
    """Elements nobody prints: head and colophon of a document passed on; the issuers where a mark or the
    signature names others, or where a draft has no head at all; the title of an annex sent apart, which the
    附件说明 names."""
    gone = set()
    for forwarded in root.iter(NAMESPACE + "forwarded"):
        for name in ("head", "colophon"):
            for part in forwarded.iter(NAMESPACE + name):
                gone.update(part.iter())
    mark = root.findtext(f"{NAMESPACE}head/{NAMESPACE}mark")
    if mark or root.get("draft") == "yes" or root.find(f"{NAMESPACE}body/{NAMESPACE}signature/{NAMESPACE}organ") is not None:
        gone.update(root.iter(NAMESPACE + "issuer"))
    for body in root.iter(NAMESPACE + "body"):
        for annex in body.iter(NAMESPACE + "annex"):
            if len(annex) == 1 and body.find(NAMESPACE + "annex-note") is not None:
                gone.update(annex)
    return gone


def in_pieces(text, searched, most):
    """Whether the text is there, cut into at most so many pieces."""
    while text and most > 0:
        if text in searched:
            return True
        low, high = 0, len(text)
        while high - low > 1:
            middle = (low + high) // 2
            if text[:middle] in searched:
                low = middle
            else:
                high = middle
        if low == 0:
            return False
        text = text[low:]
        most -= 1
    return not text


def main():
    document, found, *options = sys.argv[1:]
    root = tree.parse(document).getroot()
    with open(found, encoding="utf-8") as file:
        searched = file.read()
    if found.endswith(".html"):
        searched = html.unescape(re.sub(r"(?s)<(head|style)\b.*?</\1>|<[^>]*>", "", searched))
    if "--pages" in options:
        searched = re.sub(r"—\s*\d+\s*—", "", searched)
    searched = squeezed(searched)
    gone = left_out(root)
    wanted, missing = Counter(), []
    for element, name, pieces in contents(root):
        if element in gone or name in NOT_PRINTED:
            continue
        inside = element.get("number") if name in ("heading", "paragraph") else None
        wanted.update("".join(pieces) + squeezed(inside or ""))
        if name in IN_ONE_PIECE:
            missing += [f"{name}: {piece}" for piece in pieces if not in_pieces(piece, searched, 3 if "--pages" in options else 1)]
    there = Counter(searched)
    missing += [f"{character} (U+{ord(character):04X}): {count} in the document, {there[character]} found"
                for character, count in sorted(wanted.items()) if there[character] < count]
    for line in missing:
        print(f"{document}: missing: {line[:200]}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
