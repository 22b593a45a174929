"""Composite fonts: what a page shows of them against what they hold. The embedded programs are read by fontTools."""

import io
import re

from fontTools.cffLib import CFFFontSet
from fontTools.misc.psCharStrings import T2WidthExtractor
from fontTools.ttLib import TTFont
from pikepdf import Name, Stream

SUBSET = re.compile(r"^/[A-Z]{6}\+.")
FORBIDDEN_CHARACTERS = {0, 0xFEFF, 0xFFFE, 0xFFFD}


class TrueTypeProgram:
    """A TrueType program: CIDs are glyph ids."""

    def __init__(self, data):
        self.font = TTFont(io.BytesIO(data), lazy=True)
        self.count = self.font["maxp"].numGlyphs
        self.names = self.font.getGlyphOrder()
        self.per_em = self.font["head"].unitsPerEm

    def has(self, cid):
        return 0 < cid < self.count

    def width(self, cid):
        return self.font["hmtx"][self.names[cid]][0] * 1000 / self.per_em

    def cids(self):
        return set(range(self.count))


class CffProgram:
    """A bare CFF table: CIDs are those of its charset, or glyph ids if it is not keyed by CID."""

    def __init__(self, data):
        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(data), None)
        self.top = fonts[fonts.fontNames[0]]
        self.strings = self.top.CharStrings
        by_cid = hasattr(self.top, "ROS")
        self.name_of = {}
        for glyph, name in enumerate(self.top.charset):
            cid = int(name[3:]) if by_cid and name.startswith("cid") else 0 if glyph == 0 else glyph
            self.name_of[cid] = name
        self.per_em = 1 / self.top.FontMatrix[0] if getattr(self.top, "FontMatrix", None) else 1000

    def has(self, cid):
        return cid > 0 and cid in self.name_of

    def width(self, cid):
        string, group = self.strings.getItemAndSelector(self.name_of[cid])
        private = self.top.FDArray[group].Private if group is not None else self.top.Private
        extractor = T2WidthExtractor(getattr(private, "Subrs", []), string.globalSubrs, private.nominalWidthX,
                                     private.defaultWidthX)
        extractor.execute(string)
        return extractor.width * 1000 / self.per_em

    def cids(self):
        return set(self.name_of)


def read_cmap(text):
    """Code → CID of an embedded CMap."""
    cids = {}
    for block in re.findall(rb"begincidrange(.*?)endcidrange", text, re.S):
        for first, last, cid in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(\d+)", block):
            for offset in range(int(last, 16) - int(first, 16) + 1):
                cids[int(first, 16) + offset] = int(cid) + offset
    for block in re.findall(rb"begincidchar(.*?)endcidchar", text, re.S):
        for code, cid in re.findall(rb"<([0-9A-Fa-f]+)>\s*(\d+)", block):
            cids[int(code, 16)] = int(cid)
    return cids


def read_to_unicode(text):
    """Code → characters."""
    characters = {}
    decode = lambda digits: bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", text, re.S):
        for code, units in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            characters[int(code, 16)] = decode(units)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", text, re.S):
        for first, last, units in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            base = decode(units)
            for offset in range(int(last, 16) - int(first, 16) + 1):
                characters[int(first, 16) + offset] = base[:-1] + chr(ord(base[-1]) + offset)
    return characters


def read_widths(descendant):
    """CID → width, from /W; the default is under None."""
    widths = {None: float(descendant.get("/DW", 1000))}
    array = list(descendant.get("/W", []))
    at = 0
    while at < len(array):
        if hasattr(array[at + 1], "__len__"):
            for offset, width in enumerate(array[at + 1]):
                widths[int(array[at]) + offset] = float(width)
            at += 2
        else:
            for cid in range(int(array[at]), int(array[at + 1]) + 1):
                widths[cid] = float(array[at + 2])
            at += 3
    return widths


def read_program(descriptor):
    """The embedded program; None if there is none or it cannot be read."""
    try:
        if "/FontFile2" in descriptor:
            return TrueTypeProgram(descriptor["/FontFile2"].read_bytes())
        if "/FontFile3" in descriptor:
            return CffProgram(descriptor["/FontFile3"].read_bytes())
    except Exception:  # whatever a damaged program raises: it is not embedded soundly
        pass
    return None


def judge_font(findings, font, codes, private_allowed):
    """Holds one font to the rules, for the codes that pages show of it."""
    want = findings.want
    name = font.get("/BaseFont")
    if not want(font.get("/Subtype") == "/Type0" and len(font.get("/DescendantFonts", [])) == 1, "font-composite",
                f"{name} is not a composite font"):
        return
    descendant = font["/DescendantFonts"][0]
    descriptor = descendant.get("/FontDescriptor", {})
    want(SUBSET.match(str(name)) and descriptor.get("/FontName") == name and descendant.get("/BaseFont") == name,
         "font-embedded", f"{name} is not named as the subset it is")
    program = read_program(descriptor)
    cids = judge_encoding(findings, font, descendant, name)
    if want(program is not None, "font-embedded", f"{name} has no sound program"):
        judge_glyphs(findings, descendant, program, cids, codes, name)
        judge_cid_set(findings, descriptor, program, name)
    judge_text(findings, font, codes, private_allowed, name)


def judge_encoding(findings, font, descendant, name):
    """The way from codes to CIDs and glyphs; returns code → CID, None for the identity."""
    want = findings.want
    encoding = font.get("/Encoding")
    collection = descendant.get("/CIDSystemInfo", {})
    true_type = descendant.get("/Subtype") == "/CIDFontType2"
    mapped = descendant.get("/CIDToGIDMap")
    want(not true_type or mapped == Name.Identity or isinstance(mapped, Stream), "font-composite",
         f"{name} has no CIDToGIDMap")
    if not isinstance(encoding, Stream):
        want(encoding in ("/Identity-H", "/Identity-V"), "font-composite", f"{name}: CMap {encoding} is not embedded")
        return None
    text = encoding.read_bytes()
    own = encoding.get("/CIDSystemInfo", {})
    want(all(own.get(key) == collection.get(key) for key in ("/Registry", "/Ordering")), "font-composite",
         f"{name}: CMap and font are of different character collections")
    mode = re.search(rb"/WMode\s+(\d)", text)
    want(int(encoding.get("/WMode", 0)) == (int(mode.group(1)) if mode else 0), "font-composite",
         f"{name}: the writing mode of the CMap is not what its dictionary says")
    return read_cmap(text)


def judge_glyphs(findings, descendant, program, cids, codes, name):
    widths = read_widths(descendant)
    for code in sorted(codes):
        cid = code if cids is None else cids.get(code, 0)
        if not findings.want(program.has(cid), "font-glyph", f"{name}: code {code:04X} shows no glyph"):
            continue
        said, drawn = widths.get(cid, widths[None]), program.width(cid)
        findings.want(abs(said - drawn) <= 1, "font-width", f"{name}: code {code:04X} is {said} wide, drawn {drawn:.1f}")


def judge_cid_set(findings, descriptor, program, name):
    if "/CIDSet" not in descriptor:
        return
    bits = descriptor["/CIDSet"].read_bytes()
    listed = {byte * 8 + bit for byte in range(len(bits)) for bit in range(8) if bits[byte] & 0x80 >> bit}
    findings.want(listed == program.cids(), "font-embedded", f"{name}: CIDSet lists other CIDs than there are")


def judge_text(findings, font, codes, private_allowed, name):
    given = font.get("/ToUnicode")
    characters = read_to_unicode(given.read_bytes()) if isinstance(given, Stream) else {}
    for code in sorted(codes):
        text = characters.get(code, "")
        points = [ord(character) for character in text]
        findings.want(points and not FORBIDDEN_CHARACTERS & set(points), "font-unicode",
                      f"{name}: code {code:04X} stands for {text!r}")
        findings.want(private_allowed or not any(is_private(point) for point in points), "font-private",
                      f"{name}: code {code:04X} stands for {text!r}")


def is_private(point):
    return 0xE000 <= point <= 0xF8FF or 0xF0000 <= point <= 0x10FFFD
