#!/usr/bin/env python3
"""Proves that recompute.py sees a wrong figure: self_test.py PUBLISHED YEAR FILE…, as recompute.py is called.

In a copy of each CSV one cell of every column is changed, a row left out, two rows exchanged; of every PDF's
rows, some are asked for with one figure changed; a sum is changed in some tables. Each must be found out.
"""
import csv
import pathlib
import shutil
import sys
import tempfile

from pages import Pages, Text
from recompute import PUBLICATIONS, SENTENCES, Comparison, figures
from sums import disagreements

SUMMED = ["cqo-statistics-education-{year}.csv", "methods-summary-{year}-counties.csv", "bonus-points-{year}.csv",
          "cqo-compliance-regions-{year}.csv", "yearbook-{year}-bonus.csv"]


def changed(value):
    """Another figure of the same form."""
    digits = [place for place, character in enumerate(value) if character.isdigit()]
    if not digits:
        return value + "7"
    place = digits[-1]
    return value[:place] + str((int(value[place]) + 1) % 10) + value[place + 1:]


def mutations(rows):
    """(what, rows) with one mistake each; the first row is the head."""
    for column in range(len(rows[0])):
        line = 1 + column % (len(rows) - 1)
        wrong = [list(row) for row in rows]
        wrong[line][column] = changed(wrong[line][column])
        yield f"line {line + 1}, {rows[0][column]}", wrong
    yield "the last row left out", rows[:-1]
    if len(rows) > 2 and rows[1] != rows[2]:
        yield "two rows exchanged", [rows[0], rows[2], rows[1], *rows[3:]]


def sums_unseen(published, year):
    """Tables whose last row can be changed without any sum across the tables breaking."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for path in published.glob("*.csv"):
            shutil.copy(path, folder)
        for name in SUMMED:
            path = folder / name.format(year=year)
            sound = path.read_text(encoding="utf-8-sig")
            *rows, last = sound.rstrip("\n").split("\n")
            cells = last.split(",")
            place = max(number for number, cell in enumerate(cells) if cell.isdigit())
            cells[place] = changed(cells[place])
            path.write_text("\n".join([*rows, ",".join(cells)]) + "\n", encoding="utf-8-sig")
            if not disagreements(folder, year)[1]:
                yield f"{path.name}: {','.join(cells)} breaks no sum"
            path.write_text(sound, encoding="utf-8-sig")


def main():
    published, year = pathlib.Path(sys.argv[1]), sys.argv[2]
    now, last = figures(year, sys.argv[3:])
    tried, unseen = 0, []
    with tempfile.TemporaryDirectory() as folder:
        for publication in PUBLICATIONS:
            for name, expected in publication.tables(now, last):
                with (published / name).open(encoding="utf-8-sig", newline="") as file:
                    rows = list(csv.reader(file))
                expected = list(expected)
                for what, wrong in mutations(rows):
                    path = pathlib.Path(folder) / name
                    with path.open("w", encoding="utf-8-sig", newline="") as file:
                        csv.writer(file).writerows(wrong)
                    comparison = Comparison()
                    comparison.table(path, expected)
                    tried += 1
                    if not comparison.problems:
                        unseen.append(f"{name}: {what}")
            for name, expected in publication.pages(now, last):
                text = Pages(published / name)
                rows = [row for row in expected if sum(isinstance(figure, str) and "." in figure for figure in row[0]) > 1]
                for place, (figures_of_row, *words) in enumerate(rows[:40]):
                    wrong = ["—" if figure is None else str(figure) for figure in figures_of_row]
                    column = [number for number, figure in enumerate(wrong) if "." in figure][place % 2]
                    wrong[column] = changed(wrong[column])
                    tried += 1
                    if text.has_row(wrong, *words):
                        unseen.append(f"{name}: {' '.join(wrong)}")
    for publication in SENTENCES:
        for name, expected in publication.texts(now, last):
            text = Text(published / name)
            for sentence in expected:
                tried += 1
                if text.has(changed(sentence)):
                    unseen.append(f"{name}: {changed(sentence)}")
    unseen += sums_unseen(published, year)
    tried += len(SUMMED)
    print(*unseen, sep="\n")
    print(f"self-test: {tried} wrong figures, {len(unseen)} unseen")
    sys.exit(1 if unseen or not tried else 0)


if __name__ == "__main__":
    main()
