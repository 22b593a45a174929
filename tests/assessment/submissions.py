"""Reads what cities and enterprises sent in, straight from the XML files, and says what of it counts.

The other route of tests/assessment: nothing here comes from the program, its database or its SQL. Of the same kind,
sender and year the later accepted file counts, in the order in which the files are given. Which mistakes send a
file back is said here a second time, for those that the samples hold.
"""
import datetime
import pathlib
from xml.etree import ElementTree


def local(element):
    return element.tag.rsplit("}", 1)[1]


def years_on(day, years):
    """The same day some years on, 28 February where there is no 29th."""
    day = datetime.date.fromisoformat(day)
    try:
        return day.replace(year=day.year + years).isoformat()
    except ValueError:
        return day.replace(year=day.year + years, day=28).isoformat()


class Record:
    """An element by its paths: text("region"), text("region@code"), all("enterprise")."""

    def __init__(self, element):
        self.element = element

    def find(self, path):
        places = [self.element]
        for step in path.split("/"):
            places = [child for place in places for child in place if local(child) == step]
        return places

    def text(self, path, default=None):
        path, _, attribute = path.partition("@")
        found = self.find(path) if path else [self.element]
        if not found:
            return default
        return found[0].get(attribute) if attribute else (found[0].text or "").strip()

    def number(self, path):
        return int(self.text(path))

    def all(self, path):
        return [Record(element) for element in self.find(path)]


def credit_code_right(code):
    """GB 32100: the weighted sum of all 18 characters is a multiple of 31."""
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    return len(code) == 18 and all(c in letters for c in code) and sum(
        letters.index(c) * pow(3, place) for place, c in enumerate(code[:17])) % 31 + letters.index(code[17]) in (0, 31)


class Submission(Record):
    def __init__(self, path):
        super().__init__(ElementTree.parse(path).getroot())
        self.path = pathlib.Path(path)
        self.kind = local(self.element)
        self.year = self.element.get("year")
        self.sender = {"award-application": self.text("enterprise/credit-code"), "assessment-scheme": None,
                       "target-plan": None}.get(self.kind, self.text("region@code"))
        self.sent = self.element.get("sent")

    def faulty(self):
        if self.kind == "enrolment":
            return self.number("summary/total") != len(self.all("person"))
        if self.kind == "cqo-return":
            return any(not credit_code_right(one.text("credit-code")) for one in self.all("enterprise")) or any(
                one.text("term/until") > years_on(one.text("term/from"), 5) for one in self.all("enterprise/officer"))
        return False


class Inbox:
    """What counts after the files were taken in, and what was sent back."""

    def __init__(self, paths):
        self.current = {}
        self.returned = set()
        for path in paths:
            submission = Submission(path)
            key = (submission.kind, submission.year, submission.sender)
            if submission.faulty():
                self.returned.add(key)
            else:
                self.current[key] = submission

    def one(self, kind, year, sender=None):
        return self.current.get((kind, year, sender))

    def state(self, kind, year, sender):
        key = (kind, year, sender)
        return "sent" if key in self.current else "returned" if key in self.returned else "missing"

    def all(self, kind, year):
        return [submission for key, submission in self.current.items() if key[:2] == (kind, year)]
