#!/usr/bin/env python3
"""Holds what the program says of an examination to the files that were sent in.

recompute.py WORKSPACE YEAR FILE…: a workspace, and the XML files in the order in which they were taken in. Who is seated
where, who passed, who is certified, deferred, refused, and which files went back for what is computed by another way
(examination.py) and compared: the stored views (published as tables by the definitions beside this file), the certificates
in the ledger, and every table of the publications, cell by cell. Ends with 1 and says what differs.
"""
import pathlib
import sqlite3
import sys

import ledger
import returned
import tables_analysis
import tables_published
import tables_standing
from examination import Examination, Inbox
from comparison import Comparison

PUBLICATIONS = [tables_standing, tables_published, tables_analysis]


def main():
    workspace, year = pathlib.Path(sys.argv[1]), sys.argv[2]
    inbox = Inbox(sys.argv[3:])
    examination = Examination(inbox, year)
    comparison = Comparison()
    published = workspace / "published"
    for publication in PUBLICATIONS:
        for name, rows in publication.tables(examination):
            comparison.table(published / name, rows)
    for name, sentences in tables_published.texts(examination):
        comparison.sentences(published / name, sentences)
    with sqlite3.connect(f"file:{workspace}/yinfa.db?mode=ro", uri=True) as database:
        returned.compare(comparison, database, inbox)
        certificates = ledger.compare(comparison, database, examination)
    for problem in comparison.problems[:60]:
        print(problem)
    states = [one.outcome.state for one in examination.candidates]
    results = [one.result or "pending" for one in examination.applicants()]
    print(f"recompute: {len(states)} candidates, {sum(one.seat is not None for one in examination.candidates)} seated, "
          + ", ".join(f"{states.count(state)} {state}" for state in sorted(set(states))) + "; of "
          + f"{len(results)} applicants " + ", ".join(f"{results.count(result)} {result}" for result in sorted(set(results)))
          + f"; {len(inbox.returned)} files returned; {certificates} certificates; {comparison.cells} cells, {comparison.rows} words on tickets, "
          f"{len(comparison.problems)} differences")
    sys.exit(1 if comparison.problems else 0)


if __name__ == "__main__":
    main()
