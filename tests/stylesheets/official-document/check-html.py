#!/usr/bin/env python3
"""What must hold of a document's HTML beyond its syntax (which tidy reads).

check-html.py FILE TEXT prints what is wrong with FILE and writes what a reader reads to TEXT: links
that lead nowhere, names given twice, anything fetched from elsewhere, scripts, pictures without words,
table heads that do not say what they head. (The stylesheet names archived pictures by digest; the
program puts them in.)
"""
import re
import sys
from html.parser import HTMLParser

FETCHING = {"src", "srcset", "data", "poster", "action", "background"}


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.text, self.problems, self.names, self.targets = [], [], set(), []
        self.in_style = False
        self.in_drawing = False  # just begun: its title comes first

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.in_style = tag == "style"
        if tag in ("script", "iframe", "object", "embed", "link", "base", "form"):
            self.problems.append(f"<{tag}>")
        for name, value in attributes:
            if name.startswith("on"):
                self.problems.append(f"script in {name}")
            if name in FETCHING and not re.match("data:image/|archive:[0-9a-f]{64}$", value):
                self.problems.append(f"{name}={value}")
            if name == "id":
                if value in self.names:
                    self.problems.append(f"id {value} twice")
                self.names.add(value)
        if tag == "a":
            self.link(given.get("href", ""))
        if tag == "img" and not given.get("alt"):
            self.problems.append("a picture without words")
        if self.in_drawing and tag != "title":
            self.problems.append("a drawing without words")
        self.in_drawing = tag == "svg"
        if tag == "th" and given.get("scope") not in ("col", "colgroup", "row", "rowgroup"):
            self.problems.append("a table head without scope")
        if tag == "html" and given.get("lang") != "zh-CN":
            self.problems.append("language not said")
        if tag == "img":
            self.text.append(given.get("alt", ""))

    def link(self, address):
        if address.startswith("#"):
            self.targets.append(address[1:])
        elif not re.fullmatch(r"[a-z0-9-]+\.pdf", address):
            self.problems.append(f"a link to {address}")

    def handle_endtag(self, tag):
        self.in_style = False

    def handle_data(self, data):
        if not self.in_style:
            self.text.append(data)
        elif re.search(r"url\(|@import|//", data):
            self.problems.append("the style sheet fetches something")


def main():
    file, text = sys.argv[1:]
    reader = Reader()
    with open(file, encoding="utf-8") as page:
        reader.feed(page.read())
    reader.close()
    for target in reader.targets:
        if target not in reader.names:
            reader.problems.append(f"no id {target}")
    with open(text, "w", encoding="utf-8") as words:
        words.write("".join(reader.text))
    print("\n".join(reader.problems), end="")


main()
