"""The rules, each with the clause it comes from. A2: ISO 19005-2 (PDF/A-2), UA: ISO 14289-1 (PDF/UA-1), PDF: ISO
32000-1, own: what we promise beyond. broken_test.py breaks a sound file against each of them."""

RULES = {
    # --- the file
    "header": "A2 6.1.2: %PDF-1.n, then a comment of four bytes above 127",
    "syntax": "PDF 7: qpdf finds nothing amiss in the syntax",
    "trailer-id": "A2 6.1.3: the trailer has an ID of two byte strings, and nothing is encrypted",
    "stream": "A2 6.1.7: streams lie in the file and are not compressed with LZW",
    "limits": "A2 6.1.13: strings ≤ 32 767 bytes, names ≤ 127, integers within 32 bits, q nested ≤ 28, pages 3 … 14 400",
    "output-intent": "A2 6.2.3: one output intent GTS_PDFA1 with an ICC profile of RGB",
    "actions": "A2 6.5.1: no JavaScript, launch or other forbidden action, none at opening",
    "optional-parts": "A2 6.1.12, 6.4, 6.8, 6.9: no XFA, no embedded files, no permissions, no alternate presentations",
    # --- what it says of itself
    "metadata": "A2 6.6.2.1: the catalog's metadata is one uncompressed, well-formed XMP packet",
    "claim": "A2 6.6.4, UA 5: the packet names part and conformance, and PDF/UA-1 where claimed",
    "schema": "A2 6.6.2.3: every property is of a predefined schema or described in the packet",
    "information": "A2 6.6.3: the information dictionary says what the packet says",
    "title": "UA 7.1: dc:title is there and shown as the window's title",
    "language": "A2 6.7.4, UA 7.2: the catalog's Lang, and those of elements, are language tags (BCP 47)",
    "labels": "PDF 12.4.2: page labels begin with the first page, ascending",
    # --- what is painted
    "operators": "A2 6.2.2: only operators of the standard, q/Q, BT/ET and BMC/EMC in pairs, resources there",
    "colour": "A2 6.2.4.3: device colours are those of the output intent: grey and RGB",
    "graphics-state": "A2 6.2.5, 6.2.10: no transfer or halftone functions, blend mode of the standard",
    "xobject": "A2 6.2.8, 6.2.9: images are not interpolated, have no alternates; forms no PostScript, no references",
    "transparency": "A2 6.2.10: a page with transparency is blended in the space of the output intent",
    # --- fonts
    "font-embedded": "A2 6.2.11.4: the program of every font that is shown is embedded, a subset's name is prefixed",
    "font-composite": "A2 6.2.11.3: character collection, CIDToGIDMap and CMap of a composite font agree",
    "font-width": "A2 6.2.11.5: widths are those of the program, to 1/1000 em",
    "font-glyph": "A2 6.2.11.8: every code shown has a glyph, none is .notdef",
    "font-unicode": "A2 6.2.11.7.2: every code shown has a character, not 0, U+FEFF, U+FFFE nor U+FFFD",
    "font-private": "A2 6.2.11.7.3: no private use characters without ActualText",
    # --- annotations
    "annotation": "A2 6.3.1, 6.3.2: only links here, printed, not hidden, within the page",
    "link-words": "UA 7.18.5: a link says in words where it leads",
    "link-tag": "UA 7.18.5: a link is in a Link element, which refers to it and back",
    "link-target": "PDF 12.3.2: destinations are pages of the document",
    "tab-order": "UA 7.18.3: pages with annotations have them in the order of the structure",
    # --- structure
    "marked": "A2 6.7.2.2, UA 7.1: the document says that it is tagged, and has a tree",
    "types": "A2 6.7.3.4, UA 7.1: elements are of the standard types",
    "all-marked": "UA 7.1: everything painted is content of an element, or an artifact",
    "artifact-apart": "UA 7.1: artifacts are not inside content, nor content inside artifacts",
    "content-once": "PDF 14.7.4: every MCID is once on its page and once in the tree",
    "parent-tree": "PDF 14.7.4.4: the parent tree leads from every MCID to the element that has it",
    "parents": "PDF 14.7.2: kids name their parents",
    "nesting": "UA 7.5, 7.6, PDF 14.8.4.3: tables, lists and contents hold what they may hold",
    "empty": "own: no element is empty, cells apart",
    "table-even": "UA 7.5: the rows of a table are equally wide, spans counted",
    "table-scope": "UA 7.5: header cells have a scope",
    "figure-words": "UA 7.3: figures are described in words",
    "figure-box": "PDF 14.8.5.4.3: figures have a box, within their page",
    "note-id": "UA 7.9: notes have identifiers, each another, and the tree of identifiers knows them",
    "heading-level": "UA 7.4.2: headings begin at 1 and skip no level",
    "list-numbering": "UA 7.6: lists with labels say how they are numbered",
    "reading-order": "own: elements come in the order in which they stand",
}


class Findings:
    """What was found in one file: pairs of rule and words."""

    def __init__(self):
        self.found = []

    def want(self, condition, rule, words):
        assert rule in RULES, rule
        if not condition and len(self.found) < 200:
            self.found.append((rule, words))
        return condition
