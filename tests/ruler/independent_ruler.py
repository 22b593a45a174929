"""An independent ruler: measures the PDF of an official document with other people's programs and
holds what `yinfa check-format --format=json` says against it, to 0.2 mm.

    independent_ruler.py DOCUMENT.pdf REPORT.json

Where glyphs and rules lie comes from `mutool trace`, edges of ink (mark, seal, page number, last
rule) from the raster of `pdftoppm` at 0.1 mm a pixel, ends of words from `pdftotext -bbox-layout`.
It shares no code with the program. Glyph bodies reach 0.88 em above and 0.12 em below the baseline.
"""
import functools
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

POINT = 25.4 / 72          # millimetres
HEAD, LEFT, RIGHT, FOOT = 37, 28, 184, 262  # the type area's edges, from the sheet's top left
TOLERANCE = 0.2            # millimetres


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


class Glyph:
    def __init__(self, node, matrix, size, red):
        a, b, c, d, e, f = matrix
        x, y = float(node.get("x")), float(node.get("y"))
        self.text = node.get("unicode")
        self.x = (a * x + c * y + e) * POINT
        self.y = (b * x + d * y + f) * POINT
        self.size = size * POINT
        self.right = self.x + float(node.get("adv")) * self.size
        self.top = self.y - 0.88 * self.size
        self.bottom = self.y + 0.12 * self.size
        self.red = red


class Page:
    """The glyphs and the level rules of one page, in millimetres from its top left."""

    def __init__(self, node):
        box = [float(number) for number in node.get("mediabox").split()]
        self.width, self.height = box[2] * POINT, box[3] * POINT
        self.number = int(node.get("number"))
        self.glyphs, self.turned, self.rules = [], [], []
        for text in node.iter("fill_text"):
            self.read_text(text)
        for path in node.iter("fill_path"):
            self.read_path(path)
        self.glyphs.sort(key=lambda glyph: (glyph.y, glyph.x))
        self.rules.sort()
        self.rows = self.group_rows()

    def is_red(self, node):
        return node.get("colorspace") == "DeviceRGB" and node.get("color") == "1 0 0"

    def read_text(self, text):
        matrix = [float(number) for number in text.get("transform").split()]
        for span in text.iter("span"):
            trm = [float(number) for number in span.get("trm").split()]
            for node in span.iter("g"):
                if not node.get("unicode", "").strip():
                    continue
                if trm[1]:
                    self.turned.append(Glyph(node, matrix, abs(trm[1]), False))
                else:
                    self.glyphs.append(Glyph(node, matrix, trm[0], self.is_red(text)))

    def read_path(self, path):
        a, b, c, d, e, f = [float(number) for number in path.get("transform").split()]
        points = [(float(n.get("x")), float(n.get("y"))) for n in path if n.get("x")]
        xs = [(a * x + c * y + e) * POINT for x, y in points]
        ys = [(b * x + d * y + f) * POINT for x, y in points]
        if max(xs) - min(xs) > 100 and max(ys) - min(ys) < 2:
            self.rules.append((min(ys), max(ys), min(xs), max(xs), self.is_red(path)))

    def group_rows(self):
        rows = []
        for glyph in self.glyphs:
            if rows and abs(rows[-1][0].y - glyph.y) < 0.05 and rows[-1][0].red == glyph.red:
                rows[-1].append(glyph)
            else:
                rows.append([glyph])
        return rows


def text_of(row):
    return "".join(glyph.text for glyph in sorted(row, key=lambda glyph: glyph.x))


@functools.lru_cache(maxsize=4)
class Raster:
    """A page at 254 dpi: one pixel is 0.1 mm."""

    def __init__(self, pdf, number):
        image = output_of("pdftoppm", "-r", "254", "-f", str(number), "-l", str(number), pdf)
        head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", image)
        self.width, self.height = int(head.group(1)), int(head.group(2))
        self.pixels = image[head.end():]

    def row(self, y, left=0, right=None):
        start = y * self.width * 3
        return self.pixels[start + left * 3:start + (self.width if right is None else right) * 3]

    def first_ink(self, top, bottom, left=0, right=None, red=False):
        """The first row of pixels with ink (red ink), in millimetres; None if there is none."""
        for y in range(top, bottom):
            row = self.row(y, left, right)
            if row.count(255) == len(row):
                continue
            if red and any(r > 200 and g < 128 and b < 128
                           for r, g, b in zip(row[0::3], row[1::3], row[2::3])):
                return y / 10
            if not red and row.count(255) + row.count(254) < len(row):
                return y / 10
        return None


class Words:
    """The words of a page with their left, right and lower ends, in millimetres."""

    def __init__(self, pdf, number):
        html = output_of("pdftotext", "-bbox-layout", "-f", str(number), "-l", str(number), pdf, "-")
        self.words = [(match.group(5), *[float(match.group(i)) * POINT for i in (1, 3, 4)])
                      for match in re.finditer(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"'
                                               r' yMax="([\d.]+)">([^<]*)</word>', html.decode())]


def measure_first_page(page, pdf, measured):
    raster = Raster(pdf, page.number)
    mark = [glyph for row in page.rows for glyph in row if glyph.red and glyph.y < page.height / 2]
    measured["mark-top", 1] = raster.first_ink(0, 1500, red=True)
    measured["mark-centre", 1] = (min(g.x for g in mark) + max(g.right for g in mark)) / 2
    number = next((row for row in page.rows if re.search(r"〔\d{4}〕\d+号", text_of(row))), None)
    red = [rule for rule in page.rules if rule[4]]
    title = [row for row in page.rows if not row[0].red and row[0].size > 6.4]
    if len(red) == 1 and number:
        measured["number-place", 1] = number[0].top - max(g.bottom for g in mark)
        measured["red-rule-place", 1] = red[0][0] - number[0].bottom
        measured["red-rule-length", 1] = red[0][3] - red[0][2]
        if title:
            measured["title-place", 1] = title[0][0].top - red[0][1]
    if len(red) == 4:
        measured["letter-rule-length", 1] = red[0][3] - red[0][2]
    if title:
        measured["title-size", 1] = title[0][0].size


def is_annex(page):
    return page.rows and re.fullmatch(r"附件\d*", text_of(page.rows[0]))


def measure_page(page, pdf, measured):
    n = page.number
    if n > 1 and page.rows and text_of(page.rows[0])[0] != "—":
        measured["head-margin", n] = min(glyph.top for glyph in page.glyphs)
    text = [row for row in page.rows if abs(row[0].size - 16 * POINT) < 0.05]
    pitches = [below[0].y - above[0].y for above, below in zip(text, text[1:])]
    # nothing but rows of text from edge to edge
    body = [row for row in page.rows if row[0].bottom < FOOT + 1]
    if (len(body) == len(text) > 20 and max(pitches) < 12
            and abs(body[0][0].top - HEAD) < 1 and abs(body[-1][0].bottom - FOOT) < 1):
        measured["rows", n] = len(text)
        measured["row-pitch", n] = max(pitches, key=lambda pitch: abs(pitch - pitches[0]))
        assert any(len(row) == 28 for row in text), f"page {n}: no row of 28 characters"
    if is_annex(page):
        label, title = page.rows[0][0], page.rows[1][0]
        off = (label.top - HEAD, label.x - LEFT)
        measured["annex-label", n] = max(off, key=abs)
    measure_page_number(page, pdf, measured)


def measure_page_number(page, pdf, measured):
    row = next((row for row in page.rows if re.fullmatch(r"—\d+—", text_of(row))), None)
    if not row:
        return
    dashes = [word for word in Words(pdf, page.number).words if word[0] == "—" and word[3] > FOOT]
    _, left, right, _ = dashes[-1] if page.number % 2 else dashes[-2]
    top = Raster(pdf, page.number).first_ink(2640, 2960, int(left * 10), int(right * 10))
    measured["page-number", page.number] = int(text_of(row)[1:-1])
    if top is not None:
        measured["page-number-drop", page.number] = top - FOOT
    # a dash's body is one em wide, about the middle of the glyph, whatever the face makes of it
    middle, half = (left + right) / 2, row[0].size / 2
    measured["page-number-side", page.number] = (
        RIGHT - middle - half if page.number % 2 else middle - half - LEFT)


def measure_signature(page, pdf, measured):
    for index, row in enumerate(page.rows):
        if not re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}日", text_of(row)):
            continue
        # the word as pdftotext has it, or the glyphs where it is in pieces
        ends = [right for word, _, right, _ in Words(pdf, page.number).words if word == text_of(row)]
        right = ends[-1] if ends else max(glyph.right for glyph in row)
        # ink of the seal: below the head of page 1, anywhere on others
        number = [row[0].y for row in page.rows if re.search(r"〔\d{4}〕\d+号", text_of(row))]
        start = 0 if page.number > 1 else int(number[0] * 10) + 80 if number else 1500
        seal = Raster(pdf, page.number).first_ink(start, 2700, red=True)
        above = [other for other in page.rows[:index]
                 if min(g.x for g in other) < LEFT + 44 and (seal is None or other[0].bottom < seal + 2)]
        signed = any(glyph.red and glyph.size > 6.4 and glyph.y > above[-1][0].y
                     for glyph in page.glyphs) if above else False
        if not above or signed:
            continue  # no text on the page, or a signature in red and no seal
        text_bottom = above[-1][0].bottom
        if seal is not None:
            measured["date-place", page.number] = RIGHT - right
            measured["seal-place", page.number] = seal - text_bottom


def measure_colophon(page, pdf, measured):
    black = [rule for rule in page.rules if not rule[4] and rule[3] - rule[2] > 140]
    if not black or not any(re.search(r"\d日印发$", text_of(row)) for row in page.rows):
        return
    raster = Raster(pdf, page.number)
    # the last row of pixels above the page number that is dark from edge to edge
    foot = max(y for y in range(2500, 2660) if max(raster.row(y, 300, 1800)) < 200)
    measured["colophon-foot", page.number] = (foot + 1) / 10
    measured["colophon-rule-length", page.number] = black[-1][3] - black[-1][2]
    measured["colophon-rule-thickness", page.number] = black[-1][1] - black[-1][0]


def number_in(text):
    match = re.match(r"-?\d+(\.\d+)?", text)
    return float(match.group(0)) if match else None


def main(pdf, report):
    root = ElementTree.fromstring(output_of("mutool", "trace", pdf).decode())
    pages = [Page(node) for node in root.iter("page")]
    measured = {("sheet", page.number): page.height for page in pages}
    measure_first_page(pages[0], pdf, measured)
    for page in pages:
        measure_page(page, pdf, measured)
        measure_signature(page, pdf, measured)
    measure_colophon(pages[-1], pdf, measured)
    told = {(rule["rule"], place["page"]): number_in(place["found"])
            for rule in json.load(open(report, encoding="utf-8"))["rules"] for place in rule["pages"]}
    compared, wrong = set(), 0
    for key, value in sorted(measured.items()):
        if key not in told or told[key] is None:
            print(f"page {key[1]}: {key[0]} is {value:.2f} here and not measured there")
            # pages that begin with a picture, and dates under the last of several seals, are passed over
            wrong += key[0] not in ("head-margin", "date-place")
            continue
        compared.add(key[0])
        if abs(told[key] - value) > TOLERANCE:
            print(f"page {key[1]}: {key[0]} is {value:.2f} here and {told[key]:.2f} there")
            wrong += 1
    print(f"{len(compared)} rules measured twice, {wrong} differences: {' '.join(sorted(compared))}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
