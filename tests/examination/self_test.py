#!/usr/bin/env python3
"""Proves that recompute.py sees what is wrong: self_test.py WORKSPACE YEAR FILE…, as recompute.py is called.

In copies of the tables one cell of every column is changed and a row left out; the ledger is asked about an examination in
which somebody did not pass, has another name, or all were issued on another day; a file is taken as sent back that was not.
Each must be found out.
"""
import csv
import pathlib
import sqlite3
import sys
import tempfile

import ledger
import returned
import tables_standing
from examination import Examination, Inbox
from comparison import Comparison


def changed_tables(published, examination):
    """Names of tables in which a mistake is not seen."""
    for name, expected in tables_standing.tables(examination):
        with (published / name).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        wrong = {"a row left out": rows[:-1]}
        for column, title in enumerate(rows[0]):
            wrong[title] = [row[:] for row in rows]
            wrong[title][1 + column % (len(rows) - 1)][column] += "7"
        for what, changed in wrong.items():
            with tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / name
                with path.open("w", encoding="utf-8", newline="") as file:
                    csv.writer(file).writerows(changed)
                comparison = Comparison()
                comparison.table(path, expected)
                yield f"{name}, {what}", comparison


def changed_examinations(workspace, year, files):
    """The ledger and the returned files beside an examination that went otherwise."""
    def fails(examination):
        next(one for one in examination.candidates if one.outcome.state == "passed" and one.number in
             {applicant.record.text("identity-number") for applicant in examination.certified()}).outcome.state = "failed"

    def issued_later(examination):
        examination.session.certificate_date = "2025-02-15"

    def renamed(examination):
        examination.certified()[0].candidate.name += "明"

    with sqlite3.connect(f"file:{workspace}/yinfa.db?mode=ro", uri=True) as database:
        for change in (fails, issued_later, renamed):
            examination = Examination(Inbox(files), year)
            change(examination)
            comparison = Comparison()
            ledger.compare(comparison, database, examination)
            yield f"ledger, {change.__name__}", comparison
        for name in list(Inbox(files).returned):
            inbox = Inbox(files)
            inbox.returned[name] = inbox.returned[name][1:]
            comparison = Comparison()
            returned.compare(comparison, database, inbox)
            yield f"{name}, one reason less", comparison
        inbox.returned.clear()
        comparison = Comparison()
        returned.compare(comparison, database, inbox)
        yield "no file went back", comparison


def main():
    workspace, year, files = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    examination = Examination(Inbox(files), year)
    trials = [*changed_tables(workspace / "published", examination), *changed_examinations(workspace, year, files)]
    unseen = [what for what, comparison in trials if not comparison.problems]
    for what in unseen:
        print(f"not seen: {what}")
    print(f"self-test: {len(trials)} mistakes, {len(unseen)} not seen")
    sys.exit(1 if unseen else 0)


if __name__ == "__main__":
    main()
