#!/usr/bin/env python3
"""Every piece of text of an official document must be in what was made of it.

every-word.py DOCUMENT TEXT, where DOCUMENT is the XML (alone or in a data document) and TEXT what a
reader reads. Prints the pieces that are missing. White space does not count; raised and lowered digits
are digits. Dates and the document number are written otherwise than they were sent, and are for the
golden files to hold.
"""
import sys
import unicodedata
import xml.etree.ElementTree as tree

DOCUMENT = "{urn:yinfa:official-document}"
WRITTEN_OTHERWISE = {"date", "printing-date", "document-number"}


def bare(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


def pieces(element):
    if element.tag.removeprefix(DOCUMENT) in WRITTEN_OTHERWISE:
        return
    yield element.text
    for child in element:
        yield from pieces(child)
        yield child.tail


def main():
    document, text = sys.argv[1:]
    root = tree.parse(document).getroot()
    if root.tag != DOCUMENT + "official-document":
        root = root.find(f".//{DOCUMENT}official-document")
    with open(text, encoding="utf-8") as file:
        read = bare(file.read())
    missing = [piece for piece in pieces(root) if piece and bare(piece) not in read]
    for piece in missing:
        print(" ".join(piece.split()))


main()
