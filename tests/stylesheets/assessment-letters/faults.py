#!/usr/bin/env python3
"""What is wrong with letters whatever their figures are: faults.py FILE…, each the text of a letter's pages.

Sections follow each other without gaps and none is empty; problems too, and a single one has no number; no mark is
left over where a figure or a name was not there.
"""
import pathlib
import re
import sys

NUMERALS = "一二三四五"
LEFT_OVER = re.compile(r"[、，；：（][、，；。）]|（）|《》|[为是有]。|第位|得分分|满分分|NaN|\s{2,}|的的")


def faults(lines):
    sections, problems, heading = [], [], None
    for line in lines:
        section, problem = re.match(r"([一二三四五])、", line), re.match(r"（([一二三四五])）", line)
        if section:
            if heading:
                yield f"nothing below {heading}"
            sections.append(section[1])
        elif problem:
            problems.append(problem[1])
        heading = line if section else None
        if LEFT_OVER.search(line):
            yield f"a mark left over: {line}"
    if heading:
        yield f"nothing below {heading}"
    if len(sections) < 2 or "".join(sections) != NUMERALS[:len(sections)]:
        yield f"sections {''.join(sections)}"
    if len(problems) == 1 or "".join(problems) != NUMERALS[:len(problems)]:
        yield f"problems {''.join(problems)}"


for path in sys.argv[1:]:
    for fault in faults(pathlib.Path(path).read_text(encoding="utf-8").splitlines()):
        print(f"{pathlib.Path(path).name}: {fault}")
