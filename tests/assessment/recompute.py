#!/usr/bin/env python3
"""Holds every published figure of an assessment to the files that were sent in.

recompute.py PUBLISHED YEAR FILE…: the folder of what was published, and the XML files in the order in which they
were taken in. Every CSV table of the publications must be there and be, cell by cell, what figures.py makes of
the files (its way is another than the program's: exact fractions, no database); sums must agree across tables;
each row must stand in the text of the PDF, and so must sentences. Ends with 1 and says what differs. self_test.py
proves that a wrong figure is seen.
"""
import csv
import pathlib
import sys

import sentences_letters
import sentences_report
import tables_bonus
import tables_compliance
import tables_letters
import tables_methods
import tables_officers
import tables_report
import tables_yearbook
from figures import of_year
from pages import Pages, Text
from submissions import Inbox
from sums import disagreements

PUBLICATIONS = [tables_report, tables_letters, tables_officers, tables_compliance, tables_methods, tables_bonus,
                tables_yearbook]
SENTENCES = [sentences_letters, sentences_report]


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


def figures(year, files):
    inbox = Inbox(files)
    return of_year(inbox, year), of_year(inbox, str(int(year) - 1))


def main():
    published, year = pathlib.Path(sys.argv[1]), sys.argv[2]
    now, last = figures(year, sys.argv[3:])
    comparison = Comparison()
    known = set()
    for publication in PUBLICATIONS:
        for name, rows in publication.tables(now, last):
            known.add(name)
            comparison.table(published / name, rows)
        for name, rows in publication.pages(now, last):
            comparison.pages(published / name, rows)
    for publication in SENTENCES:
        for name, sentences in publication.texts(now, last):
            comparison.sentences(published / name, sentences)
    for path in sorted(published.glob(f"*-{year}*.csv")):
        if path.name not in known:
            comparison.differs(f"{path.name}: nothing holds this table")
    sums, differing = disagreements(published, year)
    for what, one, other in differing:
        comparison.differs(f"{what}: {one} and {other}")
    for problem in comparison.problems[:60]:
        print(problem)
    print(f"recompute: {comparison.cells} cells of {len(known)} tables, {comparison.rows} rows on pages, {sums} sums, "
          f"{len(comparison.problems)} differences")
    sys.exit(1 if comparison.problems else 0)


if __name__ == "__main__":
    main()
