#!/usr/bin/env python3
"""Holds every published figure of an assessment to the files that were sent in.

recompute.py PUBLISHED YEAR FILE…: the folder of what was published, and the XML files in the order in which they
were taken in. Every CSV table of the publications must be there and be, cell by cell, what figures.py makes of
the files (its way is another than the program's: exact fractions, no database); sums must agree across tables;
each row must stand in the text of the PDF, and so must sentences. Ends with 1 and says what differs. self_test.py
proves that a wrong figure is seen.
"""
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
from comparison import Comparison
from figures import of_year
from submissions import Inbox
from sums import disagreements

PUBLICATIONS = [tables_report, tables_letters, tables_officers, tables_compliance, tables_methods, tables_bonus,
                tables_yearbook]
SENTENCES = [sentences_letters, sentences_report]


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
