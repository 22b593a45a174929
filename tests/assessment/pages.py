"""The text of a PDF as it lies on the page, and whether a row of a table stands in it."""
import re
import subprocess

PAGE_NUMBER = re.compile(r"\s*— ?\d+ ?—\s*$")
DATE = re.compile(r"\d{4}-\d\d-\d\d")
UNIT = re.compile(r"(?<=\d)[%件](?= |$)")


class Pages:
    """Lines as pdftotext -layout gives them. A cell may be set in several lines, above and below the one that has
    the figures: names are looked for around it, character by character."""

    def __init__(self, pdf):
        text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
        text = text.replace("−", "-").replace("▼", " ").replace("▲", " ").replace("*", " ")
        # page numbers stand across the rows of pages that lie sideways
        self.lines = [line for line in text.replace("\f", "\n").split("\n") if line.strip() and not PAGE_NUMBER.match(line)]
        self.around = ["".join("".join(self.lines[max(0, place - 4):place + 5]).split()) for place in range(len(self.lines))]
        # a unit stands with a figure or in the head of its column
        self.figures = [f" {UNIT.sub('', ' '.join(DATE.sub(' ', line).split()))} " for line in self.lines]

    def has_row(self, figures, names=(), whole=()):
        """The figures in this order on one line, words but no other figures between them; all characters of `names`
        and the whole words of `whole` on it or near it."""
        between = r" (?:[^\d\s—][^\s—]* )*"
        pattern = re.compile(" " + between.join(re.escape(figure) for figure in figures) + " ")
        wanted = set("".join(names))
        for line, near in zip(self.figures, self.around):
            if pattern.search(line) and wanted <= set(near) and all(word in near for word in whole):
                return True
        return False


class Text:
    """The words of a PDF in the order in which they were drawn, without spaces and page numbers: for sentences, which
    run on over lines and pages."""

    def __init__(self, pdf):
        text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
        lines = text.replace("\f", "\n").split("\n")
        self.text = "".join("".join(line for line in lines if not PAGE_NUMBER.match(line)).split())

    def has(self, sentence):
        return sentence in self.text
