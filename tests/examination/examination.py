"""One year's examination, computed from the files that were sent in.

The other route of tests/examination: nothing here comes from the program, its database or its SQL; it is written from the
conditions (document-format.md 6.4) and the session's own data. recompute.py holds everything stored and published to it.
"""
import datetime
import hashlib
import pathlib
import struct
import sys
from dataclasses import dataclass, field
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "assessment"))
from submissions import Record, Submission, years_on  # noqa: E402

EDUCATION = ["高中及以下", "大专", "本科", "硕士", "博士"]
NEEDED_PAPERS = {"质量经理职业资格认证申请表", "职业经理人资格认证申报登记表", "身份证正反面扫描件", "二寸彩色照片", "工作业绩报告"}
WITHOUT_SENDER = ("exam-session", "membership")


def identity_number_right(number):
    """GB 11643."""
    return len(number) == 18 and number[17] == "10X98765432"[
        sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(number[:17])) % 11]


def pixels(folder, file):
    """Width and height of a PNG or JPEG beside a submission, or in the folder above."""
    content = next(path for path in (folder / file, folder.parent / file) if path.exists()).read_bytes()
    if content.startswith(b"\x89PNG"):
        return struct.unpack(">II", content[16:24])
    at = 2
    while content[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + struct.unpack(">H", content[at + 2:at + 4])[0]
    height, width = struct.unpack(">HH", content[at + 5:at + 9])
    return width, height


class Session:
    def __init__(self, submission):
        self.submission = submission
        self.year = submission.year
        self.date = submission.text("date")
        self.applications_until = submission.text("applications-until")
        self.results = submission.text("results-date")
        self.certification_until = submission.text("certification-until")
        self.modules = {one.text("@code"): Fraction(one.text("@points")) for one in submission.all("module")}
        self.chosen = int(submission.text("open-questions@chosen"))
        self.offered = int(submission.text("open-questions@offered"))
        self.open_points = Fraction(submission.text("open-questions@points"))
        self.certificate_prefix = submission.text("certificate@prefix")
        self.certificate_date = submission.text("certificate@date")

    def dated(self, element, **chosen):
        """The one element that holds on the day of the examination."""
        found = [one for one in self.submission.all(element)
                 if all(one.text(f"@{name.rstrip('_')}") == value for name, value in chosen.items())
                 and one.text("@valid-from") <= self.date <= (one.text("@valid-until") or "9999")]
        assert len(found) == 1, f"{len(found)} of {element} {chosen} hold on {self.date}"
        return found[0]

    def requirement(self, name):
        return self.dated("requirement", name=name).text("@value")

    def fee(self, name):
        return int(self.dated("fee", class_=name).text("@amount"))

    def rooms(self, region):
        """(site, room, seats) in the order in which they fill."""
        sites = sorted((one for one in self.submission.all("site") if one.text("@region") == region), key=lambda one: one.text("@code"))
        return [(site, int(room.text("@number")), int(room.text("@seats")))
                for site in sites for room in sorted(site.all("room"), key=lambda one: int(one.text("@number")))]


@dataclass
class Seat:
    site_code: str
    site_name: str
    room: int
    seat: int
    admission_number: str


@dataclass
class Outcome:
    state: str
    choice: Fraction | None = None
    open: Fraction | None = None
    modules: dict = field(default_factory=dict)
    questions: dict = field(default_factory=dict)

    @property
    def total(self):
        return None if self.choice is None else self.choice + self.open


class Candidate:
    def __init__(self, record, region, region_name, session):
        self.record, self.region, self.region_name, self.session = record, region, region_name, session
        self.name = record.text("name")
        self.pinyin = record.text("pinyin")
        self.gender = record.text("gender")
        self.number = record.text("identity-number")
        self.education = record.text("education")
        self.fee_class = record.text("fee-class")
        self.fee = int(record.text("fee"))
        self.employer = record.text("employer")
        self.phone = record.text("phone")
        self.photo_sha256 = record.text("photo@sha256")
        self.seat = None
        self.outcome = None

    def months(self, day, management=False):
        """Full months of quality-related work by the day; days that are left over of several stretches make a month for 31."""
        periods = sorted((one.text("from"), min(next_day(one.text("until", None)) or day, day)) for one in self.record.all("work")
                         if one.text("@quality") == "yes" and (not management or one.text("@management") == "yes"))
        stretches = []
        for begin, end in periods:
            if begin >= end:
                continue
            if stretches and begin <= stretches[-1][1]:
                stretches[-1][1] = max(stretches[-1][1], end)
            else:
                stretches.append([begin, end])
        counted = [full_months(begin, end) for begin, end in stretches]
        return sum(months for months, _ in counted) + sum(days for _, days in counted) // 31

    def shortcomings(self, day):
        """Which conditions are not met on a day."""
        asked = self.session.requirement
        missed = []
        if EDUCATION.index(self.education) < EDUCATION.index(asked("education")):
            missed.append("education")
        if self.months(day) < 12 * int(asked("quality-years")):
            missed.append("quality-years")
        if self.months(day, True) < 12 * int(asked("management-years")):
            missed.append("management-years")
        return missed


def next_day(day):
    return day and (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()


def full_months(begin, end):
    """Months from a day to the same day of later months (the last of a short month), and the days left over."""
    first, last = (datetime.date.fromisoformat(day) for day in (begin, end))
    months = (last.year - first.year) * 12 + last.month - first.month
    while (reached := months_later(first, months)) > last:
        months -= 1
    return months, (last - reached).days


def months_later(day, months):
    month = day.year * 12 + day.month - 1 + months
    year, month = divmod(month, 12)
    last = (datetime.date(year + month // 11, (month + 1) % 12 + 1, 1) - datetime.timedelta(days=1)).day
    return datetime.date(year, month + 1, min(day.day, last))


@dataclass
class Applicant:
    """Who asks for certification in a period."""
    record: Record
    candidate: Candidate | None  # of the year in which it sat
    region: str

    @property
    def result(self):
        return self.record.text("decision@result")

    @property
    def decided(self):
        return self.record.text("decision@date")

    @property
    def reasons(self):
        return [one.text("") for decision in self.record.all("decision") for one in decision.all("reason")]

    def objections(self, period):
        """Why there is no certificate although it was granted."""
        found = []
        if not self.candidate or self.candidate.outcome.state != "passed":
            return ["not-passed"]
        if years_on(self.candidate.session.date, int(self.candidate.session.requirement("validity-years"))) < self.record.text("received"):
            found.append("void")
        if self.record.text("received") > period.certification_until:
            found.append("late")
        if not NEEDED_PAPERS <= {one.text("") for one in self.record.all("paper")}:
            found.append("papers")
        if not int(period.requirement("report-minimum")) <= self.record.number("report-characters") <= int(period.requirement("report-maximum")):
            found.append("report")
        return found + self.candidate.shortcomings(self.decided or period.certification_until)

    def certified(self, period):
        return self.result == "granted" and not self.objections(period)


class Inbox:
    """What counts of the files, in the order in which they were taken in, and why others went back."""

    def __init__(self, paths):
        self.current, self.returned = {}, {}
        self.taken = {}  # as current, all that were, in order
        rank = ["regions", "exam-session", "membership", "exam-application", "exam-marks", "certification-application"]
        read = [submission for path in paths if (submission := ExamSubmission(path)).kind in rank]
        for submission in sorted(read, key=lambda one: rank.index(one.kind)):  # stable
            faults = submission.faults(self)
            if faults:
                self.returned[submission.path.name] = faults
            else:
                key = submission.kind, submission.year, submission.sender
                self.current[key] = submission
                self.taken.setdefault(key, []).append(submission)

    def all(self, kind, year):
        return [self.current[key] for key in sorted(self.current, key=str) if key[:2] == (kind, year)]

    def session(self, year):
        found = self.current.get(("exam-session", year, None))
        return found and Session(found)


class ExamSubmission(Submission):
    def __init__(self, path):
        super().__init__(path)
        if self.kind in WITHOUT_SENDER:
            self.sender = None

    def faults(self, inbox):
        """(whom it is about, what is wrong), for the mistakes that the samples hold."""
        if self.kind == "exam-application":
            return self.application_faults(inbox.session(self.year))
        if self.kind == "exam-marks":
            return self.marks_faults(inbox.session(self.year))
        if self.kind == "certification-application":
            return self.certification_faults(inbox)
        return []

    def application_faults(self, session):
        faults, numbers = [], set()
        for one in self.all("candidate"):
            name, number = one.text("name"), one.text("identity-number")
            if not identity_number_right(number):
                faults.append((name, "identity-number"))
            if number in numbers:
                faults.append((name, "twice"))
            numbers.add(number)
            if int(one.text("fee")) != session.fee(one.text("fee-class")):
                faults.append((name, "fee"))
            width, height = pixels(self.path.parent, one.text("photo@file"))
            least, most = (int(session.requirement(f"photo-height-{end}")) for end in ("minimum", "maximum"))
            if width != int(session.requirement("photo-width")) or not least <= height <= most:
                faults.append((name, "photo"))
        if self.number("summary") != len(self.all("candidate")):
            faults.append((None, "total"))
        return faults

    def marks_faults(self, session):
        faults = []
        for one in self.all("candidate"):
            if one.find("absent") or one.find("breach"):
                continue
            name = one.text("name")
            faults += [(name, "module-points") for module in one.all("module") if Fraction(module.text("")) > session.modules[module.text("@code")]]
            if len({question.text("@number") for question in one.all("open-question")}) != session.chosen:
                faults.append((name, "open-questions"))
        if self.number("summary") != len(self.all("candidate")):
            faults.append((None, "total"))
        return faults

    def certification_faults(self, inbox):
        period = inbox.session(self.year)
        faults = []
        for one in self.all("applicant"):
            name = one.text("name")
            sat = Examination(inbox, one.text("@exam-year"))
            applicant = Applicant(one, sat.by_number.get(one.text("identity-number")), self.sender)
            objections = applicant.objections(period)
            if applicant.result != "granted":
                objections = [what for what in objections if what in ("not-passed", "void", "report")]
            faults += [(name, what) for what in objections]
        return faults


class Examination:
    """A year: its candidates by city and seat, how they did, and who asked for certification in its period."""

    def __init__(self, inbox, year):
        self.inbox, self.year = inbox, year
        self.session = inbox.session(year)
        self.candidates = []
        if self.session:
            for sent in inbox.all("exam-application", year):
                of_city = [Candidate(one, sent.sender, sent.text("region"), self.session) for one in sent.all("candidate")]
                self.seat(of_city, inbox.taken["exam-application", year, sent.sender])
                self.candidates += of_city
        self.by_number = {one.number: one for one in self.candidates}
        marks = {one.text("identity-number"): one for sent in inbox.all("exam-marks", year) for one in sent.all("candidate")}
        for one in self.candidates:
            one.outcome = self.outcome(marks.get(one.number))

    def seat(self, of_city, files):
        """Who is in the next file too stays; who is new takes the first free seats, by sha256 of year and number, so that no
        name foretells one."""
        region = files[0].sender
        seats = [Seat(site.text("@code"), site.text("name"), room, seat, f"{self.year}{site.text('@code')}{room:02}{seat:02}")
                 for site, room, count in self.session.rooms(region) for seat in range(1, count + 1)]
        held = {}
        for file in files:
            listed = {one.text("identity-number") for one in file.all("candidate")}
            held = {number: seat for number, seat in held.items() if number in listed}
            taken = {seat.admission_number for seat in held.values()}
            free = [seat for seat in seats if seat.admission_number not in taken]
            new = sorted(listed - held.keys(), key=lambda number: hashlib.sha256(f"{self.year}:{number}".encode()).hexdigest())
            held.update(zip(new, free))
        for one in of_city:
            one.seat = held.get(one.number)

    def outcome(self, record):
        if record is None:
            return Outcome("no-marks")
        if record.find("breach"):
            return Outcome("breach")
        if record.find("absent"):
            return Outcome("absent")
        modules = {one.text("@code"): Fraction(one.text("")) for one in record.all("module")}
        questions = {one.text("@number"): Fraction(one.text("")) for one in record.all("open-question")}
        outcome = Outcome("failed", sum(modules.values(), Fraction()), sum(questions.values(), Fraction()), modules, questions)
        rule = self.session.dated("pass-rule")
        if all(value >= Fraction(rule.text(f"@{name}") or 0)
               for name, value in (("total", outcome.total), ("choice", outcome.choice), ("open", outcome.open))):
            outcome.state = "passed"
        return outcome

    def applicants(self):
        found = []
        for sent in self.inbox.all("certification-application", self.year):
            for one in sent.all("applicant"):
                sat = self if one.text("@exam-year") == self.year else Examination(self.inbox, one.text("@exam-year"))
                found.append(Applicant(one, sat.by_number.get(one.text("identity-number")), sent.sender))
        return found

    def certified(self):
        return [one for one in self.applicants() if one.certified(self.session)]
