"""What a file says of itself: the XMP packet, the information dictionary, the output intent."""

import re
import xml.etree.ElementTree as ElementTree

from pikepdf import Name

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
PREDEFINED = {DC, XMP, PDF, PDFA, EXTENSION}
DATE = re.compile(r"^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)'(\d\d)'$")


class Packet:
    """The properties of the packet: one description of the document; before it, if it has properties of others, one of
    their schemas, where preflight looks for them."""

    def __init__(self, root):
        self.descriptions = root.findall(f".//{RDF}RDF/{RDF}Description")
        self.properties = [property for description in self.descriptions for property in description]

    def value(self, name):
        """The text of a property, or of the first item of its list; None if it is not there."""
        for property in self.properties:
            if property.tag == name:
                items = property.findall(f"*/{RDF}li")
                return (items[0] if items else property).text or ""
        return None

    def described(self):
        """Pairs of namespace and name that extension schemas describe."""
        pairs = set()
        for schema in (item for top in self.properties if top.tag == EXTENSION + "schemas"
                       for item in top.findall(f"{RDF}Bag/{RDF}li")):
            space = schema.findtext(SCHEMA + "namespaceURI")
            for property in schema.findall(f"{SCHEMA}property/{RDF}Seq/{RDF}li"):
                complete = all(property.findtext(PROPERTY + key) for key in ("valueType", "category", "description"))
                if complete and schema.findtext(SCHEMA + "prefix") and schema.findtext(SCHEMA + "schema"):
                    pairs.add("{%s}%s" % (space, property.findtext(PROPERTY + "name")))
        return pairs


def read_packet(findings, pdf):
    """The packet; None if it is not sound."""
    stream = pdf.Root.get("/Metadata")
    sound = stream is not None and stream.get("/Subtype") == "/XML" and "/Filter" not in stream
    if not findings.want(sound, "metadata", "the catalog has no plain metadata stream"):
        return None
    text = stream.read_raw_bytes()
    findings.want(text.startswith(b"<?xpacket begin=") and b"<?xpacket end=" in text[-40:] and
                  b"bytes=" not in text[:200], "metadata", "the packet is not wrapped as XMP wants it")
    try:
        packet = Packet(ElementTree.fromstring(text.decode("utf-8").lstrip("\ufeff")))
    except (ElementTree.ParseError, UnicodeDecodeError) as error:
        findings.want(False, "metadata", f"the packet is not well-formed: {error}")
        return None
    schemas = [len(description) == 1 and description[0].tag == EXTENSION + "schemas" for description in packet.descriptions]
    findings.want(schemas in ([False], [True, False]), "metadata", "the packet has not one description")
    return packet


def judge_packet(findings, pdf, packet):
    """Returns (part, level, whether PDF/UA-1 is claimed)."""
    part, level = packet.value(PDFA + "part"), packet.value(PDFA + "conformance")
    accessible = packet.value(PDFUA + "part") == "1"
    findings.want((part, level) in (("2", "U"), ("2", "A")), "claim", f"the packet claims part {part}, level {level}")
    described = packet.described()
    for property in packet.properties:
        space = property.tag[:property.tag.index("}") + 1]
        findings.want(space in PREDEFINED or property.tag in described, "schema", f"{property.tag} is not described")
    judge_information(findings, pdf.trailer.get("/Info", {}), packet)
    if level == "A" or accessible:
        findings.want((packet.value(DC + "title") or "").strip(), "title", "there is no dc:title")
        findings.want(pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False), "title",
                      "DisplayDocTitle is not set")
    return part, level, accessible


def judge_information(findings, information, packet):
    pairs = {"/Title": DC + "title", "/Author": DC + "creator", "/Subject": DC + "description",
             "/Keywords": PDF + "Keywords", "/Creator": XMP + "CreatorTool", "/Producer": PDF + "Producer"}
    for key, name in pairs.items():
        given = information.get(key)
        findings.want(given is None or str(given) == packet.value(name), "information",
                      f"{key} is {given}, in the packet {packet.value(name)}")
    for key, name in {"/CreationDate": XMP + "CreateDate", "/ModDate": XMP + "ModifyDate"}.items():
        given = information.get(key)
        if given is None:
            continue
        date = DATE.match(str(given))
        told = "{}-{}-{}T{}:{}:{}{}:{}".format(*date.groups()) if date else None
        findings.want(told == packet.value(name), "information", f"{key} is {given}, in the packet {packet.value(name)}")


def judge_output_intent(findings, pdf):
    intents = [intent for intent in pdf.Root.get("/OutputIntents", []) if intent.get("/S") == "/GTS_PDFA1"]
    if not findings.want(len(intents) == 1 and "/DestOutputProfile" in intents[0], "output-intent",
                         f"{len(intents)} output intents"):
        return
    profile = intents[0]["/DestOutputProfile"]
    data = profile.read_bytes()
    sound = len(data) > 128 and int.from_bytes(data[:4], "big") == len(data) and data[36:40] == b"acsp" and \
        data[8] <= 4 and data[12:16] in (b"mntr", b"prtr") and data[16:20] == b"RGB " and profile.get("/N") == 3
    findings.want(sound, "output-intent", "the profile is not one of RGB")
