"""Published tables and pages beside what they should be; used by recompute.py here and of tests/examination."""
import csv

from pages import Pages, Text


class Comparison:
    def __init__(self):
        self.problems = []
        self.cells = 0
        self.rows = 0

    def differs(self, text):
        self.problems.append(text)

    def table(self, path, expected):
        """The same columns, the same rows in the same order, the same cells."""
        if not path.exists():
            self.differs(f"{path.name}: is not there")
            return
        with path.open(encoding="utf-8-sig", newline="") as file:
            published = list(csv.DictReader(file))
        expected = list(expected)
        if len(published) != len(expected):
            self.differs(f"{path.name}: {len(published)} rows, expected {len(expected)}")
        for number, (row, wanted) in enumerate(zip(published, expected), 2):
            if number == 2 and list(row) != list(wanted):
                self.differs(f"{path.name}: columns {'、'.join(set(row) ^ set(wanted))} are not in both")
            for title, value in wanted.items():
                value = "" if value is None else str(value)
                self.cells += 1
                if row.get(title) != value:
                    self.differs(f"{path.name}, line {number} ({'，'.join(list(row.values())[:3])}): {title} is “{row.get(title)}”, expected “{value}”")

    def pages(self, path, expected):
        """Each row stands in the text of the PDF: (figures, names, whole words)."""
        if not path.exists():
            self.differs(f"{path.name}: is not there")
            return
        text = Pages(path)
        for figures, *words in expected:
            self.rows += 1
            figures = ["—" if figure is None else str(figure) for figure in figures]
            if not text.has_row(figures, *words):
                self.differs(f"{path.name}: no row {' '.join(figures)} of {words}")

    def sentences(self, path, expected):
        """Each stands in the text of the PDF, word for word."""
        if not path.exists():
            self.differs(f"{path.name}: is not there")
            return
        text = Text(path)
        for sentence in expected:
            self.rows += 1
            if not text.has(sentence):
                self.differs(f"{path.name}: does not say {sentence}")
