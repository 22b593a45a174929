#!/usr/bin/env python3
"""Writes one year's examination: make-exam.py YEAR FOLDER [--candidates N] [--seed S] [--previous].

A session, the members, and of each city the applications, the marks and the applications for certification, with
portraits. With --previous also what earlier years have left: marks that are void by now, applicants deferred who come
again, one who resits. With the normal number of candidates six cities send in, three of them something wrong at first
(corrected/ holds the right ones and what can only follow them); with another number all 17 cities do, and everything is
right at once.
The same bytes each time: chance is a hash of the seed and of what is drawn for. samples/README.md says what is there on
purpose; the cases stand in CASES of exam/candidates.py.

All candidates, employers, bodies and telephone numbers are invented; identity numbers are of region 429999, which GB/T
2260 assigns to no place. The portraits are shapes.
"""
import argparse
import copy
import pathlib
from dataclasses import replace

from assessment.cities import CITIES
from exam.candidates import (AGAIN, AGAIN_LATER, CASES, FORMER, LAST_DAY, RESIT, SITS_AGAIN, VOID, Case, Certification, People)
from exam.pictures import PORTRAITS, TOO_SMALL, portrait
from exam.session import Session, write_session
from exam.submissions import (member_number, spoil_applications, spoil_certification, spoil_marks, write_applications,
                              write_certification, write_marks, write_membership)

NORMAL = {"420100": 19, "420500": 10, "420600": 12, "421100": 8, "422800": 7, "429005": 6}


class Year:
    """One examination: its candidates by city, and who asks for certification in its period."""

    def __init__(self, year, cities, photos):
        self.session = Session(year)
        self.cities = cities
        self.photos = photos
        self.candidates = {city: [] for city in cities}
        self.applicants = {city: [] for city in cities}

    def add(self, city, candidate):
        self.candidates[city].append(candidate)
        if candidate.certification:
            self.applicants[city].append(candidate)

    def members(self):
        return [one for of_city in self.candidates.values() for one in of_city if one.fee_class == "member"]

    def sent(self, kind):
        return {"exam-application": f"{self.session.year}-08-20", "exam-marks": f"{self.session.year}-12-12",
                "certification-application": f"{self.session.year + 1}-01-30"}[kind]

    def write(self, folder, corrected=None):
        """corrected: kind and city code of what goes to corrected/: its first sending is wrong, or what it builds on was."""
        write_session(folder, self.session, {city: len(of_city) for city, of_city in self.candidates.items()})
        members = self.members()
        write_membership(folder, self.session, members)
        numbers = {one.number: member_number(serial) for serial, one in enumerate(members, 1)}
        for city in self.cities:
            def path(kind, city=city):
                name = f"{kind}-{self.session.year}-{city.code}.xml"
                return folder / "corrected" / name if corrected and (kind, city.code) in corrected else folder / name
            write_applications(path("exam-application"), self.session, city, self.candidates[city], self.photos, numbers,
                               self.sent("exam-application"))
            write_marks(path("exam-marks"), self.session, city, self.candidates[city], self.sent("exam-marks"))
            if self.applicants[city]:
                write_certification(path("certification-application"), self.session, city, self.applicants[city],
                                    self.sent("certification-application"))


def former_candidates(people, photos, folder, year):
    """Those of earlier years, whose files are written; returns them in the order of FORMER."""
    city_of = {city.code: city for city in CITIES}
    made, years = [], {}
    for serial, (when, code, case) in enumerate(FORMER):
        when += year - 2024
        session = Session(when)
        candidate = people.candidate(session, city_of[code], f"former-{serial}", case)
        years.setdefault(when, Year(when, sorted({city_of[one] for then, one, _ in FORMER if then + year - 2024 == when}), photos))
        years[when].add(city_of[code], candidate)
        made.append((city_of[code], candidate))
    for one in years.values():
        one.write(folder)
    return made


def marks_hold_until(year):
    return Session(year).date.replace(year=year + 3)


def come_again(year, people, former):
    """Two were deferred and hand in again, without fee; one asks when the marks are three years old; one of the deferred sits
    again without fee; one resits."""
    session = year.session
    for place, ago, received in ((AGAIN, 1, session.results), (AGAIN_LATER, 1, session.results),
                                 (LAST_DAY, 3, marks_hold_until(session.year - 3))):
        city, candidate = former[place]
        again = copy.copy(candidate)
        again.certification = Certification(exam_year=session.year - ago, received=received.isoformat())
        year.applicants[city].append(again)
    for place, fee_class, case in ((SITS_AGAIN, "deferred", Case(choice=76, open=43)), (RESIT, "resit", Case(choice=63, open=32.5))):
        city, before = former[place]
        candidate = people.candidate(session, city, f"again-{place}", case)
        again = replace(before, marks=candidate.marks, certification=candidate.certification, fee_class=fee_class, first_year=session.year - 1)
        year.add(city, again)


def shares(cities, candidates):
    """How many each city has: in proportion to its enterprises, all of them in all."""
    weights = [city.large + city.small for city in cities]
    counts = [candidates * weight // sum(weights) for weight in weights]
    counts[0] += candidates - sum(counts)
    return dict(zip(cities, counts))


def write_year(year, folder, candidates, seed, previous):
    folder.mkdir(parents=True, exist_ok=True)
    photos = [portrait(*one) for one in PORTRAITS]
    for photo in photos:
        (folder / photo.file).write_bytes(photo.content)
    normal = candidates == sum(NORMAL.values())
    cities = [city for city in CITIES if not normal or city.code in NORMAL]
    counts = {city: NORMAL[city.code] for city in cities} if normal else shares(cities, candidates)
    people = People(seed)
    former = former_candidates(people, photos, folder, year) if previous else None
    this = Year(year, cities, photos)
    if former:
        come_again(this, people, former)
    for city in cities:
        cases = CASES.get(city.code, [])
        for serial in range(counts[city] - len(this.candidates[city])):
            this.add(city, people.candidate(this.session, city, serial, cases[serial] if serial < len(cases) else None))
    if not normal:
        this.write(folder)
        return
    wrong = {("exam-application", "421100"), ("exam-marks", "420600"), ("certification-application", "420500")}
    follow = {("exam-marks", "421100"), ("certification-application", "421100"), ("certification-application", "420600")}
    this.write(folder, wrong | follow)
    too_small = portrait(*TOO_SMALL, width=295)
    (folder / too_small.file).write_bytes(too_small.content)
    of_code = {city.code: this.candidates[city] for city in cities}
    for kind, code in wrong:
        right = folder / "corrected" / f"{kind}-{year}-{code}.xml"
        path = folder / right.name
        if kind == "exam-application":
            spoil_applications(path, right, of_code[code], photos, too_small)
        elif kind == "exam-marks":
            spoil_marks(path, right, of_code[code])
        elif former:
            spoil_certification(path, right, former[VOID][1], former[LAST_DAY][1], this.session)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("year", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--candidates", type=int, default=sum(NORMAL.values()))
    parser.add_argument("--seed", default="yinfa")
    parser.add_argument("--previous", action="store_true")
    arguments = parser.parse_args()
    write_year(arguments.year, arguments.folder, arguments.candidates, arguments.seed, arguments.previous)


if __name__ == "__main__":
    main()
