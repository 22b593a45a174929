"""Content streams: which operators stand there, which marks are content of which element, which codes of which font
are shown. Form XObjects are walked where they are painted."""

from pikepdf import Array, Dictionary, Name, Stream, String, parse_content_stream

OPERATORS = set(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG "
    "rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()
) - {"BX", "EX", "F"}
PAINTING = set("S s f f* B B* b b* sh Do Tj TJ ' \" EI INLINE".split())
SHOWING = ("Tj", "TJ", "'", '"')
MOST_NESTED_STATES = 28


class Content:
    """The walk over all pages; afterwards `fonts` maps a font's object to the codes shown of it."""

    def __init__(self, findings):
        self.findings = findings
        self.fonts = {}  # object number → (font, set of codes)
        self.transparent = False
        self.forms_seen = set()

    def walk_page(self, page, number):
        """Returns the MCIDs of the page in order of painting."""
        self.page = number
        self.mcids = []
        self.transparent = False
        self._walk(page, page.obj.get("/Resources", Dictionary()), [], 0)
        group = page.obj.get("/Group")
        if self.transparent and group is not None:
            self.findings.want(group.get("/CS", Name.DeviceRGB) in (Name.DeviceRGB, Name.DeviceGray), "transparency",
                               f"page {number}: group blended in {group.get('/CS')}")
        return self.mcids

    def _want(self, condition, rule, words):
        return self.findings.want(condition, rule, f"page {self.page}: {words}")

    def _walk(self, stream, resources, outer_marks, depth):
        marks, states, in_text, font = list(outer_marks), [], False, None
        inherited = len(marks)
        self._want(depth < 12, "operators", "forms nested too deep")
        for operands, operator in parse_content_stream(stream):
            operator = str(operator)
            if operator == "INLINE IMAGE":
                operator = "INLINE"
            elif not self._want(operator in OPERATORS, "operators", f"operator {operator}"):
                continue
            if operator == "q":
                states.append(font)
                self._want(len(states) <= MOST_NESTED_STATES, "limits", "graphics states nested too deep")
            elif operator == "Q":
                if self._want(states, "operators", "Q without q"):
                    font = states.pop()
            elif operator in ("BT", "ET"):
                self._want(in_text == (operator == "ET"), "operators", f"{operator} out of place")
                in_text = operator == "BT"
            elif operator in ("BMC", "BDC"):
                self._begin_mark(marks, operands)
            elif operator == "EMC":
                if self._want(len(marks) > inherited, "operators", "EMC without BMC"):
                    marks.pop()
            elif operator == "Tf":
                font = self._font(resources, operands[0])
            elif operator == "gs":
                self._graphics_state(resources, operands[0])
            elif operator in ("K", "k"):
                self._want(False, "colour", "CMYK is painted")
            elif operator in ("CS", "cs"):
                self._colour_space(resources, operands[0])
            elif operator in SHOWING:
                self._show(font, operands[-1])
            elif operator == "Do":
                self._paint_object(resources, operands[0], marks, depth)
            if operator in PAINTING:
                self._want(any(kind in ("artifact", "content") for kind in marks), "all-marked",
                           f"{operator} is neither content nor artifact")
        self._want(not states, "operators", "q without Q")
        self._want(not in_text, "operators", "BT without ET")
        self._want(len(marks) == inherited, "operators", "BMC without EMC")

    def _begin_mark(self, marks, operands):
        properties = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else Dictionary()
        if operands[0] == Name.Artifact:
            self._want("content" not in marks, "artifact-apart", "an artifact inside content")
            marks.append("artifact")
        elif "/MCID" in properties:
            self._want("artifact" not in marks, "artifact-apart", "content inside an artifact")
            self._want("content" not in marks, "content-once", "content inside content")
            mcid = int(properties["/MCID"])
            self._want(mcid not in self.mcids, "content-once", f"MCID {mcid} twice")
            self.mcids.append(mcid)
            marks.append("content")
        else:
            marks.append("other")

    def _resource(self, resources, kind, name):
        found = resources.get(kind, Dictionary()).get(str(name))
        self._want(found is not None, "operators", f"no {kind[1:]} {name} in the resources")
        return found

    def _font(self, resources, name):
        font = self._resource(resources, "/Font", name)
        if font is None:
            return None
        return self.fonts.setdefault(font.objgen, (font, set()))

    def _show(self, font, text):
        if not self._want(font is not None, "operators", "text without a font"):
            return
        for piece in text if isinstance(text, Array) else [text]:
            if isinstance(piece, String):
                codes = bytes(piece)
                font[1].update(codes[i] << 8 | codes[i + 1] for i in range(0, len(codes) - 1, 2))

    def _graphics_state(self, resources, name):
        state = self._resource(resources, "/ExtGState", name)
        if state is None:
            return
        self._want(not {"/TR", "/HTP", "/HT"} & set(state.keys()) and state.get("/TR2", "/Default") == "/Default",
                   "graphics-state", f"{name} has a transfer or halftone function")
        self._want(state.get("/BM", "/Normal") in ("/Normal", "/Compatible", "/Multiply", "/Screen", "/Darken", "/Lighten"),
                   "graphics-state", f"{name} has blend mode {state.get('/BM')}")
        if float(state.get("/ca", 1)) < 1 or float(state.get("/CA", 1)) < 1 or state.get("/SMask", "/None") != "/None":
            self.transparent = True

    def _colour_space(self, resources, name):
        space = name if name in (Name.DeviceRGB, Name.DeviceGray, Name.Pattern) else self._resource(
            resources, "/ColorSpace", name)
        self._want(is_rgb_or_grey(space), "colour", f"colour space {space}")

    def _paint_object(self, resources, name, marks, depth):
        xobject = self._resource(resources, "/XObject", name)
        if xobject is None:
            return
        if xobject.get("/Subtype") == "/Image":
            self._want(not xobject.get("/Interpolate", False), "xobject", f"image {name} is interpolated")
            self._want(not {"/Alternates", "/OPI"} & set(xobject.keys()), "xobject", f"image {name} has alternates")
            self._want("/ColorSpace" not in xobject or is_rgb_or_grey(xobject["/ColorSpace"]), "colour",
                       f"image {name} is {xobject.get('/ColorSpace')}")
            self.transparent |= "/SMask" in xobject
            return
        self._want(not {"/PS", "/OPI", "/Ref"} & set(xobject.keys()) and "/Subtype2" not in xobject, "xobject",
                   f"form {name} holds PostScript or a reference")
        self._walk(xobject, xobject.get("/Resources", resources), marks, depth + 1)


def is_rgb_or_grey(space):
    """Device colours of the output intent, or a space on top of them."""
    if isinstance(space, Array) and len(space) > 1 and space[0] in ("/Indexed", "/Pattern"):
        return is_rgb_or_grey(space[1])
    if isinstance(space, Array) and len(space) == 2 and space[0] == "/ICCBased" and isinstance(space[1], Stream):
        return int(space[1].get("/N", 0)) in (1, 3)
    return space in ("/DeviceRGB", "/DeviceGray", "/Pattern") if not isinstance(space, Array) else False
