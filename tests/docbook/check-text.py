#!/usr/bin/env python3
"""check-text.py BOOK.fo BOOK.pdf: whether the PDF shows the flow's blocks, each and in their order.

Of every innermost fo:block of the flows its first characters are looked for after those of the block
before, in what `pdftotext -raw` says (the order in which the pages are painted). Footnotes, floats and
table footers leave the flow's order and are looked for anywhere; markers and static content not at all.
"""
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

FO = "{http://www.w3.org/1999/XSL/Format}"
LENGTH = 16  # characters looked for: fewer than any line has
AHEAD = 6000  # how far on they may stand: what a page and its footnotes hold
APART = {FO + "footnote-body", FO + "float", FO + "table-footer"}
UNSEEN = {FO + "marker", FO + "static-content", FO + "instream-foreign-object"}


def squeezed(text):
    return "".join(letter for letter in text if not letter.isspace() and letter not in "\u200b\u00ad\ufeff")


def opening(block):
    """The block's text up to the first thing that is made while formatting, and whether it ends there."""
    text = [block.text or ""]
    for child in block:
        if child.tag not in (FO + "inline", FO + "wrapper", FO + "basic-link"):
            if child.tag in APART or child.tag in UNSEEN or len(squeezed("".join(text))) >= LENGTH:
                break
            return "".join(text)
        inner = opening(child)
        text.append(inner)
        if list(child) or child.tag == FO + "footnote":
            break
        text.append(child.tail or "")
    return "".join(text)


def innermost(node, apart=False):
    """(text, whether it leaves the flow) of each innermost block below the node."""
    if node.tag in UNSEEN:
        return
    apart = apart or node.tag in APART
    if node.tag == FO + "block" and node.find(f".//{FO}block") is None:
        yield opening(node), apart
    for child in node:
        yield from innermost(child, apart)


def main(book, pdf):
    shown = squeezed(subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode())
    position, count, missing = 0, 0, []
    for flow in ElementTree.parse(book).iter(FO + "flow"):
        for text, apart in innermost(flow):
            wanted = squeezed(text)[:LENGTH]
            if len(wanted) < 4:
                continue
            count += 1
            found = shown.find(wanted) if apart else shown.find(wanted, position, position + AHEAD)
            if found < 0:
                missing.append(wanted + (" (not in its place)" if wanted in shown else " (nowhere)"))
            elif not apart:
                position = found + len(wanted)
    print(f"{count - len(missing)} of {count} blocks stand in their order")
    for text in missing[:20]:
        print("  missing:", text)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
