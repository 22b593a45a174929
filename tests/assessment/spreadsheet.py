#!/usr/bin/python3
"""Holds the yearbook's spreadsheet file to its CSV files, cell by cell.

    spreadsheet.py YEARBOOK.xml SHEETS.xml      SHEETS.xml: stylesheets/yearbook/sheets.xml; the CSV files lie beside
                                                the yearbook as YEARBOOK-QUERY.csv

Reads XML Spreadsheet 2003 as a spreadsheet does: rows and cells by their place, type and value of each. One line a
finding; exit 1 if there is any.
"""
import csv
import pathlib
import re
import sys
from xml.etree import ElementTree

SHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
EXCEL = "{urn:schemas-microsoft-com:office:excel}"
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
IDENTITY_NUMBER = re.compile(r"429999[0-9]{11}[0-9X]")
LONGEST_NAME = 31


def cells(row):
    """Type and text of each; an empty cell is (None, "")."""
    found = []
    for cell in row.findall(SHEET + "Cell"):
        data = cell.find(SHEET + "Data")
        found.append((None, "") if data is None else (data.get(SHEET + "Type"), data.text or ""))
    return found


def rows_of_csv(path):
    """As a spreadsheet's user means them: without the apostrophe that guards long digits and formulas in CSV."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [[value[1:] if value.startswith("'") else value for value in row] for row in csv.reader(file)]


def judge_sheet(name, worksheet, wanted):
    rows = [cells(row) for row in worksheet.iter(SHEET + "Row")]
    if len(rows) != len(wanted):
        yield f"{name}: {len(rows)} rows, the CSV has {len(wanted)}"
    for number, (row, expected) in enumerate(zip(rows, wanted), 1):
        if [text for _, text in row] != expected:
            yield f"{name}, row {number}: {[text for _, text in row]}, the CSV has {expected}"
        for kind, text in row:
            if kind == "Number" and not NUMBER.fullmatch(text):
                yield f"{name}, row {number}: {text!r} is typed as a number"
            if kind == "Number" and len(text.replace(".", "")) > 15:
                yield f"{name}, row {number}: {text} has more digits than a spreadsheet keeps"
            if IDENTITY_NUMBER.search(text):
                yield f"{name}, row {number}: an identity number"
    for place, head in enumerate(wanted[0] if wanted else []):
        kinds = {row[place][0] for row in rows[1:] if row[place][0]}
        if len(kinds) > 1:
            yield f"{name}, {head}: numbers and text in one column"
        values = [row[place][1] for row in rows[1:] if row[place][0]]
        if kinds == {"String"} and all(NUMBER.fullmatch(value) for value in values) and "代码" not in head and head != "要求":
            yield f"{name}, {head}: numbers typed as text"
    if worksheet.find(f".//{EXCEL}FreezePanes") is None:
        yield f"{name}: the head does not stay in sight"


def judge(yearbook, sheets):
    yearbook = pathlib.Path(yearbook)
    book = ElementTree.parse(yearbook).getroot()
    worksheets = {sheet.get(SHEET + "Name"): sheet for sheet in book.findall(SHEET + "Worksheet")}
    if list(worksheets)[0] != "说明":
        yield "the first sheet is not 说明"
    if len(worksheets) != len(book.findall(SHEET + "Worksheet")):
        yield "two sheets of one name"
    tables = {path.name[len(yearbook.stem) + 1:-len(".csv")]: path
              for path in yearbook.parent.glob(f"{yearbook.stem}-*.csv")}
    names = {sheet.get("query"): sheet.get("name") for sheet in ElementTree.parse(sheets).getroot().findall("sheet")}
    if set(tables) != set(names):
        yield f"tables {sorted(tables)}, sheets {sorted(names)}"
    contents = [row[0][1] for row in map(cells, worksheets["说明"].iter(SHEET + "Row")) if row]
    for query, name in names.items():
        if len(name) > LONGEST_NAME or re.search(r"[\\/?*\[\]:]", name):
            yield f"{name} is no name for a sheet"
        if name not in contents:
            yield f"{name} is not listed in 说明"
        if name in worksheets and query in tables:
            yield from judge_sheet(name, worksheets[name], rows_of_csv(tables[query]))
        else:
            yield f"{name}: no sheet"
    if len(worksheets) != len(names) + 1:
        yield f"{len(worksheets)} sheets for {len(names)} tables"


def main():
    findings = list(judge(*sys.argv[1:]))
    print("\n".join(findings) if findings else "spreadsheet: every sheet is its CSV")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
