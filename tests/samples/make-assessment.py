#!/usr/bin/env python3
"""Writes the submissions of one year's supervision assessment: make-assessment.py YEAR FOLDER [--enterprises N] [--seed S].

A scheme, and what 17 cities and some enterprises send in: cqo-return, methods-return, policy-return (2024 with two
scans), award-application (2024 only, the examination began that year). 2023 is the smaller year before, under
another scheme. The same bytes each time: chance is a hash of the seed and of what is drawn for. samples/README.md
says which city is late, missing, superseded or wrong on purpose; assessment/cities.py holds the numbers, and the
cases at the very limit stand in LIMITS of assessment/enterprises.py. Who applies for bonus points is taken from samples/targets-2024.

All enterprises, persons, organs and numbers are invented: credit codes and identity numbers are of region 429999,
which GB/T 2260 assigns to no place.
"""
import argparse
import datetime
import pathlib

from assessment.applications import assign_applicants, write_application
from assessment.chance import years_on
from assessment.cities import CITIES
from assessment.enterprises import NORMAL_SIZE, Province
from assessment.returns import sent, write_cqo_return, write_methods_return, write_policy_return
from assessment.scheme import SCHEMES, write_scheme


def write_wrong(path, corrected):
    """孝感市's first sending: a credit code with two characters exchanged, and a term of six years."""
    text = corrected.read_text(encoding="utf-8").replace('sent="2024-12-20"', 'sent="2024-12-16"')
    code = text.split("<credit-code>", 2)[1].split("<")[0]
    text = text.replace(code, code[:11] + code[12] + code[11] + code[13:], 1)
    until = text.split("<until>", 2)[1].split("<")[0]
    begin = text.split("<from>", 2)[1].split("<")[0]
    longer = (years_on(begin, 6) - datetime.timedelta(days=1)).isoformat()
    path.write_text(text.replace(f"<until>{until}<", f"<until>{longer}<", 1), encoding="utf-8")


def write_cqo_returns(folder, year, city, enterprises):
    path = folder / f"cqo-return-{year}-{city.code}.xml"
    if year == 2024 and city.code == "420900":
        corrected = folder / "corrected" / path.name
        write_cqo_return(corrected, year, city, enterprises, "2024-12-20")
        write_wrong(path, corrected)
    elif year == 2024 and city.code == "420600":
        # sent twice: at first without the last enterprise and one officer
        first = [dict(one) for one in enterprises[:-1]]
        first[0]["officer"] = None
        write_cqo_return(folder / f"cqo-return-{year}-{city.code}-1.xml", year, city, first, "2024-12-06")
        write_cqo_return(folder / f"cqo-return-{year}-{city.code}-2.xml", year, city, enterprises, sent(year, city, "cqo-return"))
    else:
        write_cqo_return(path, year, city, enterprises, sent(year, city, "cqo-return"))


def write_year(year, folder, province):
    folder.mkdir(parents=True, exist_ok=True)
    write_scheme(year, folder)
    applications = assign_applicants(province)
    for city in CITIES:
        # 随州市 sends nothing in 2024, 天门市 nothing in 2023
        if (year, city.code) in ((2024, "421300"), (2023, "429006")):
            continue
        enterprises = [one for one in province.enterprises[city.code] if year == 2024 or one["in_2023"]]
        large = sum(one["scale"] == "规模以上企业" for one in province.enterprises[city.code])
        write_cqo_returns(folder, year, city, enterprises)
        if (year, city.code) != (2024, "421200"):  # 咸宁市 has not sent it
            write_methods_return(folder / f"methods-return-{year}-{city.code}.xml", year, city, large,
                                 sent(year, city, "methods-return"))
        write_policy_return(folder, year, city, sent(year, city, "policy-return"))
    if year == 2024:
        for number, application in enumerate(applications, 1):
            write_application(folder, number, application)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("year", type=int, choices=sorted(SCHEMES))
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--enterprises", type=int, default=NORMAL_SIZE)
    parser.add_argument("--seed", default="yinfa")
    arguments = parser.parse_args()
    write_year(arguments.year, arguments.folder, Province(arguments.seed, arguments.enterprises))


if __name__ == "__main__":
    main()
