"""The structure tree: that it is well made, says what PDF/UA-1 wants, and fits the marks on the pages."""

import re

from pikepdf import Array, Dictionary, Name

STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody "
    "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP "
    "Figure Formula Form".split()
)
# What may stand in whom, and in whom something must stand.
KIDS = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC", "Caption"},
}
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
LANGUAGE = re.compile(r"^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$")
NUMBERINGS = "None Disc Circle Square Decimal UpperRoman LowerRoman UpperAlpha LowerAlpha".split()


class Element:
    """An element with what stands in it, in order: elements, (page, MCID) pairs, annotations."""

    def __init__(self, node, parent):
        self.node, self.parent = node, parent
        self.type = str(node.get("/S", "/"))[1:]
        self.kids, self.contents, self.annotations = [], [], []
        self.first = None  # the first (page, MCID) in it or below

    def attribute(self, key):
        given = self.node.get("/A", Array())
        for attributes in given if isinstance(given, Array) else [given]:
            if isinstance(attributes, Dictionary) and key in attributes:
                return attributes[key]
        return None

    def below(self):
        """All elements below, in order."""
        for kid in self.kids:
            yield kid
            yield from kid.below()


class Structure:
    def __init__(self, findings, pdf, page_numbers):
        self.findings, self.pdf, self.page_numbers = findings, pdf, page_numbers
        self.root = pdf.Root.get("/StructTreeRoot")
        self.elements = []
        self.role_map = self.root.get("/RoleMap", {}) if self.root is not None else {}

    def _want(self, condition, rule, words):
        return self.findings.want(condition, rule, words)

    # --- reading

    def read(self):
        """Reads the tree from its root down; returns the top elements."""
        kids = self.root.get("/K", Array())
        return [self._read(kid, self.root, None, 0) for kid in (kids if isinstance(kids, Array) else [kids])]

    def _read(self, node, parent_node, parent, depth):
        element = Element(node, parent)
        self.elements.append(element)
        self._want(node.get("/P", Dictionary()).objgen == parent_node.objgen, "parents",
                   f"{element.type} does not name its parent")
        if depth > 400:
            self._want(False, "nesting", "elements nested too deep")
            return element
        kids = node.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and kid.get("/Type") == "/OBJR":
                element.annotations.append(kid.get("/Obj"))
            elif isinstance(kid, Dictionary) and kid.get("/Type") != "/MCR":
                element.kids.append(self._read(kid, node, element, depth + 1))
            else:
                self._read_content(element, kid)
            self._note_first(element)
        return element

    def _read_content(self, element, kid):
        reference = isinstance(kid, Dictionary)
        page = kid.get("/Pg", element.node.get("/Pg")) if reference else element.node.get("/Pg")
        number = self.page_numbers.get(page.objgen) if page is not None else None
        if self._want(number is not None, "parent-tree", f"content of {element.type} is on no page"):
            element.contents.append((number, int(kid["/MCID"] if reference else kid)))

    @staticmethod
    def _note_first(element):
        """The least place of what has been read so far."""
        starts = element.contents[:1] + [kid.first for kid in element.kids[-1:] if kid.first]
        for start in starts:
            element.first = start if element.first is None else min(element.first, start)

    # --- rules

    def judge(self, mcids_by_page):
        if not self._want(self.root is not None, "marked", "there is no structure tree"):
            return
        self._want(self.pdf.Root.get("/MarkInfo", {}).get("/Marked", False), "marked", "MarkInfo does not say Marked")
        self._want(not self.pdf.Root.get("/MarkInfo", {}).get("/Suspects", False), "marked", "MarkInfo says Suspects")
        tops = self.read()
        self._want([top.type for top in tops] == ["Document"], "types", "the tree is not one Document")
        for element in self.elements:
            self._judge_element(element)
        self._judge_contents(mcids_by_page)
        self._judge_notes()
        self._judge_headings()
        self._judge_order(tops)

    def _judge_element(self, element):
        kind = element.type
        self._want(kind in STANDARD or str(self.role_map.get("/" + kind, "/"))[1:] in STANDARD, "types",
                   f"{kind} is no standard type")
        inside = {kid.type for kid in element.kids}
        self._want(kind not in KIDS or (inside <= KIDS[kind] and not element.contents), "nesting",
                   f"{kind} holds {sorted(inside)}{' and content' if element.contents else ''}")
        above = element.parent.type if element.parent else None
        self._want(kind not in PARENTS or above in PARENTS[kind], "nesting", f"{kind} stands in {above}")
        self._want(element.kids or element.contents or element.annotations or kind in ("TD", "TH", "Document"), "empty",
                   f"{kind} is empty")
        if "/Lang" in element.node:
            self._want(LANGUAGE.match(str(element.node["/Lang"])), "language", f"{kind} is in {element.node['/Lang']}")
        if kind == "TH":
            self._want(element.attribute("/Scope") in ("/Row", "/Column", "/Both"), "table-scope", "TH without Scope")
        if kind == "Table":
            self._judge_table(element)
        if kind == "Figure":
            self._judge_figure(element)
        if kind == "L":
            labelled = any(kid.type == "Lbl" for item in element.kids for kid in item.kids)
            numbering = element.attribute("/ListNumbering")
            self._want(not labelled or (numbering is not None and str(numbering)[1:] in NUMBERINGS), "list-numbering",
                       "a list with labels, without numbering")

    def _judge_table(self, table):
        """A grid in which each cell takes its columns in its rows."""
        rows = [row for row in table.below() if row.type == "TR" and self._table_of(row) is table]
        taken = [set() for _ in rows]
        for index, row in enumerate(rows):
            column = 0
            for cell in row.kids:
                while column in taken[index]:
                    column += 1
                for down in range(int(cell.attribute("/RowSpan") or 1)):
                    if index + down < len(rows):
                        taken[index + down].update(range(column, column + int(cell.attribute("/ColSpan") or 1)))
        widths = sorted({len(columns) for columns in taken})
        self._want(len(widths) <= 1, "table-even", f"rows are {widths} columns wide")

    @staticmethod
    def _table_of(element):
        while element and element.type != "Table":
            element = element.parent
        return element

    def _judge_figure(self, figure):
        words = str(figure.node.get("/Alt", figure.node.get("/ActualText", "")))
        self._want(words.strip(), "figure-words", "a figure without words")
        box = figure.attribute("/BBox")
        sound = box is not None and len(box) == 4 and float(box[0]) < float(box[2]) and float(box[1]) < float(box[3])
        if self._want(sound, "figure-box", "a figure without a box") and figure.first:
            page = self.pdf.pages[figure.first[0] - 1].MediaBox
            self._want(float(box[0]) < float(page[2]) and float(box[1]) < float(page[3]) and float(box[2]) > 0 and
                       float(box[3]) > 0, "figure-box", "a figure off its page")

    def _judge_contents(self, mcids_by_page):
        """Pages, elements and the parent tree agree about every MCID."""
        owners = {}
        for element in self.elements:
            for place in element.contents:
                self._want(place not in owners, "content-once", f"MCID {place[1]} of page {place[0]} is in two elements")
                owners[place] = element
        painted = {(page, mcid) for page, mcids in mcids_by_page.items() for mcid in mcids}
        for page, mcid in sorted(painted ^ set(owners)):
            where = "painted, in no element" if (page, mcid) in painted else "in an element, not painted"
            self._want(False, "content-once", f"MCID {mcid} of page {page} is {where}")
        tree = read_number_tree(self.root.get("/ParentTree"))
        for page, mcids in mcids_by_page.items():
            key = self.pdf.pages[page - 1].obj.get("/StructParents")
            parents = tree.get(int(key)) if key is not None else None
            for mcid in mcids:
                known = isinstance(parents, Array) and mcid < len(parents) and (page, mcid) in owners and \
                    parents[mcid].objgen == owners[page, mcid].node.objgen
                if not self._want(known, "parent-tree", f"the parent tree is wrong about MCID {mcid} of page {page}"):
                    break
        self._want(all(key < int(self.root.get("/ParentTreeNextKey", 1 << 30)) for key in tree), "parent-tree",
                   "ParentTreeNextKey is not above all keys")
        self.parent_tree = tree

    def judge_link(self, annotation, words):
        """Whether the annotation is in a Link element that refers to it, and leads back to it."""
        owners = [element for element in self.elements
                  if any(other is not None and other.objgen == annotation.objgen for other in element.annotations)]
        if not self._want(len(owners) == 1 and owners[0].type == "Link", "link-tag", f"{words} is in no Link element"):
            return
        key = annotation.get("/StructParent")
        back = self.parent_tree.get(int(key)) if key is not None else None
        self._want(back is not None and back.objgen == owners[0].node.objgen, "link-tag",
                   f"{words} does not lead back to its element")

    def _judge_notes(self):
        names = {str(name): node.objgen for name, node in read_name_tree(self.root.get("/IDTree")).items()}
        seen = set()
        for element in self.elements:
            if element.type == "Note":
                name = str(element.node.get("/ID", ""))
                self._want(name and name not in seen and names.get(name) == element.node.objgen, "note-id",
                           f"a note with ID {name!r}")
                seen.add(name)

    def _judge_headings(self):
        level = 0
        for element in self.elements:
            if re.match(r"^H[1-6]$", element.type):
                now = int(element.type[1])
                self._want(now <= level + 1, "heading-level", f"H{now} after H{level}")
                level = now

    def _judge_order(self, tops):
        for top in tops:
            for element in [top, *top.below()]:
                starts = [kid.first for kid in element.kids if kid.first]
                self._want(starts == sorted(starts), "reading-order", f"the kids of {element.type} stand in another order")


def read_number_tree(node):
    """Key → value of a number tree."""
    return {int(key): value for key, value in _leaves(node, "/Nums")}


def read_name_tree(node):
    return dict(_leaves(node, "/Names"))


def _leaves(node, kind):
    pairs, waiting = [], [node] if node is not None else []
    while waiting:
        node = waiting.pop(0)
        waiting.extend(node.get("/Kids", []))
        entries = list(node.get(kind, []))
        pairs.extend((str(key) if kind == "/Names" else key, value) for key, value in zip(entries[::2], entries[1::2]))
    return pairs
