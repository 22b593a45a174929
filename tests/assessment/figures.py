"""The figures of one year's assessment, computed from the files sent in, with exact fractions.

Written from the scheme and the reference (document-format.md 6.1–6.3), not from the program: tests/assessment/
recompute.py holds everything published to this.
"""
import datetime
from collections import OrderedDict
from fractions import Fraction

from submissions import years_on

EDUCATION = ["高中及以下", "大专", "本科", "硕士", "博士"]
QUALIFICATION = {"无": 0, "初级资格": 1, "中级资格": 2, "高级资格": 3, "相关高级职称": 3}
AWARDS = ["中国质量奖", "中国质量奖提名奖", "长江质量奖", "长江质量奖提名奖", "市州政府质量奖"]
SCALES = ["规模以上企业", "中小企业"]
METHODS = ("enterprises managers managers-trained shop-floor shop-floor-trained quality-staff quality-staff-qualified "
           "platforms platforms-able quality-groups six-sigma suggestions lectures").split()
RATES = OrderedDict([("managers-trained", "managers"), ("shop-floor-trained", "shop-floor"),
                     ("quality-staff-qualified", "quality-staff"), ("platforms-able", "platforms")])
KIND_OF = {"award-coverage": "cqo-return", "large-coverage": "cqo-return", "small-coverage": "cqo-return",
           "managers-trained": "methods-return", "shop-floor-trained": "methods-return",
           "quality-staff-qualified": "methods-return", "platforms-able": "methods-return",
           "enrolment": "enrolment", "policies-issued": "policy-return"}


def rounded(value, decimals):
    """Half away from zero, as printed; None for None."""
    if value is None:
        return None
    scaled = value * 10 ** decimals
    whole = (abs(scaled) + Fraction(1, 2)).__floor__()
    sign = "-" if value < 0 and whole else ""
    if decimals == 0:
        return f"{sign}{whole}"
    return f"{sign}{whole // 10 ** decimals}.{whole % 10 ** decimals:0{decimals}}"


def percent(part, whole):
    return rounded(Fraction(100 * part, whole), 1) if whole else None


def hours(value):
    """As printed: 21, 20.5."""
    return str(value) if value.denominator == 1 else rounded(value, 1)


class Officer:
    def __init__(self, record, scheme):
        self.name = record.text("name")
        self.number = record.text("identity-number")
        self.education = record.text("education")
        self.years = record.number("quality-years")
        self.qualification = record.text("qualification")
        self.post = record.text("post")
        self.appointed = record.text("appointed")
        self.begin = record.text("term/from")
        self.until = record.text("term/until")
        self.initial_year = record.text("training/initial-hours@year")
        self.initial = Fraction(record.text("training/initial-hours"))
        self.continuing = Fraction(record.text("training/continuing-hours"))
        self.class_2 = Fraction(record.text("training/class-2-hours"))
        self.exclusions = [one.text("") for one in record.all("exclusion")]
        self.in_office = (bool(self.appointed) and self.begin <= scheme.reference_date <= self.until
                          and not self.exclusions)

    def shortcomings(self, scheme):
        """The conditions missed, as the names of the scheme."""
        missed = []

        def on_appointment(name):
            return scheme.condition(name, self.appointed)

        def at_the_end(name):
            return scheme.condition(name, scheme.reference_date)
        educated = qualified = True
        if (needed := on_appointment("education")) is not None:
            educated = EDUCATION.index(self.education) >= EDUCATION.index(needed)
        if (needed := on_appointment("qualification")) is not None:
            qualified = QUALIFICATION[self.qualification] >= QUALIFICATION[needed]
        if on_appointment("education-and-qualification") == "either":
            educated = qualified = educated or qualified
        if not educated:
            missed.append("education")
        if not qualified:
            missed.append("qualification")
        if (needed := on_appointment("experience-years")) is not None and self.years < int(needed):
            missed.append("experience-years")
        if (needed := on_appointment("term-years")) is not None and self.until > years_on(self.begin, int(needed)):
            missed.append("term-years")
        if (needed := at_the_end("initial-hours")) is not None and self.initial < int(needed):
            missed.append("initial-hours")
        if (needed := at_the_end("continuing-hours")) is not None and self.initial_year < scheme.year and self.continuing < int(needed):
            missed.append("continuing-hours")
        if (needed := at_the_end("class-2-hours")) is not None and self.class_2 < int(needed):
            missed.append("class-2-hours")
        return missed

    def days_left(self, scheme):
        return (datetime.date.fromisoformat(self.until) - datetime.date.fromisoformat(scheme.reference_date)).days

    def expires_soon(self, scheme):
        days = scheme.condition("expiry-days", scheme.reference_date)
        return days is not None and 0 <= self.days_left(scheme) <= int(days)


class Enterprise:
    def __init__(self, record, region, scheme):
        self.region = region
        self.name = record.text("name")
        self.code = record.text("credit-code")
        self.scale = record.text("scale")
        self.awards = [(one.text("@name"), one.text("@year")) for one in record.all("award")]
        officers = record.all("officer")
        self.officer = Officer(officers[0], scheme) if officers else None
        self.covered = bool(self.officer and self.officer.in_office)


class Scheme:
    def __init__(self, submission):
        self.year = submission.year
        self.submission = submission
        self.deadline = submission.text("deadline")
        self.reference_date = submission.text("reference-date")
        self.regions = OrderedDict((one.text("@code"), one.text("")) for one in submission.all("region"))
        self.indicators = [Indicator(one) for one in submission.all("indicator")]
        self.conditions = [[one.text(f"@{name}") for name in ("name", "value", "valid-from", "valid-until")]
                           for one in submission.all("condition")]
        self.bonus = {one.text("@code"): int(one.text("@points")) for one in submission.all("bonus")}

    def condition(self, name, day):
        found = [value for known, value, first, last in self.conditions
                 if known == name and first <= day and (last is None or day <= last)]
        assert len(found) < 2, f"two values of {name} on {day}"
        return found[0] if found else None


class Indicator:
    def __init__(self, record):
        self.code = record.text("@code")
        self.formula = record.text("@formula")
        self.weight = int(record.text("@weight"))
        self.threshold = int(record.text("@threshold"))
        self.unit = record.text("@unit")
        self.name = record.text("name")


class Standing:
    """One indicator of one city, or of the province: None in `part` where nothing was sent."""

    def __init__(self, indicator, part, whole):
        self.indicator, self.part, self.whole = indicator, part, whole
        counted = indicator.unit == "件"
        if part is None:
            self.state = "missing"
        elif whole == 0 and not counted:
            self.state = "not-applicable"
        else:
            self.state = "measured"
        self.exact = self.value = self.reached = self.score = None
        if self.state == "measured":
            self.exact = Fraction(part) if counted else Fraction(100 * part, whole)
            self.value = str(part) if counted else rounded(self.exact, 1)
            self.reached = self.exact >= indicator.threshold
            self.score = rounded(indicator.weight * min(Fraction(1), self.exact / indicator.threshold), 2)


class Figures:
    def __init__(self, inbox, year):
        self.inbox = inbox
        self.year = year
        self.scheme = Scheme(inbox.one("assessment-scheme", year))
        self.enterprises = [Enterprise(record, region, self.scheme) for region in self.scheme.regions
                            if (sent := inbox.one("cqo-return", year, region)) for record in sent.all("enterprise")]
        self.standings = {(region, one.code): Standing(one, *self.measure(region, one.formula))
                          for region in self.scheme.regions for one in self.scheme.indicators}
        self.totals = {region: self.total(region) for region in self.scheme.regions}
        ordered = sorted((total for total in self.totals.values() if total is not None), reverse=True)
        self.places = {region: None if total is None else ordered.index(total) + 1 for region, total in self.totals.items()}

    # --- indicators

    def measure(self, region, formula):
        if self.inbox.state(KIND_OF[formula], self.year, region) != "sent":
            return None, None
        sent = self.inbox.one(KIND_OF[formula], self.year, region)
        if formula in RATES:
            return (sum(one.number(formula) for one in sent.all("district")),
                    sum(one.number(RATES[formula]) for one in sent.all("district")))
        if formula == "enrolment":
            target = next(one.number("head-count") for one in self.inbox.one("target-plan", self.year).all("target")
                          if one.text("region@code") == region)
            return len(sent.all("person")), target
        if formula == "policies-issued":
            return len(sent.all("policy")), None
        chosen = {"award-coverage": lambda one: one.awards, "large-coverage": lambda one: one.scale == "规模以上企业",
                  "small-coverage": lambda one: one.scale == "中小企业"}[formula]
        return self.coverage(lambda one: one.region == region and chosen(one))

    def coverage(self, chosen):
        """Enterprises with an officer in office, and all of the chosen."""
        those = [one for one in self.enterprises if chosen(one)]
        return sum(one.covered for one in those), len(those)

    def of(self, region):
        return [self.standings[region, one.code] for one in self.scheme.indicators]

    def total(self, region):
        """In hundredths of a point; None with any indicator missing."""
        standings = self.of(region)
        if any(one.state == "missing" for one in standings):
            return None
        applicable = [one for one in standings if one.state == "measured"]
        if not applicable:
            return None
        points = sum(Fraction(one.score) for one in applicable)
        all_weights = sum(one.indicator.weight for one in standings)
        return int(rounded(100 * points * all_weights / sum(one.indicator.weight for one in applicable), 0))

    def score(self, region):
        total = self.totals[region]
        return None if total is None else f"{total // 100}.{total % 100:02}"

    def province(self, indicator):
        measured = [one for region in self.scheme.regions
                    if (one := self.standings[region, indicator.code]).state != "missing"]
        if not measured:
            return Standing(indicator, None, None)
        return Standing(indicator, sum(one.part for one in measured),
                        None if indicator.unit == "件" else sum(one.whole for one in measured))

    # --- senders

    def any_sent(self, kind):
        return any(self.inbox.state(kind, self.year, region) == "sent" for region in self.scheme.regions)

    def late(self, kind, region):
        sent = self.inbox.one(kind, self.year, region)
        return bool(sent and sent.sent > self.deadline(kind))

    def deadline(self, kind):
        return self.inbox.one("target-plan", self.year).text("deadline") if kind == "enrolment" else self.scheme.deadline

    # --- methods

    def methods(self, region):
        sent = self.inbox.one("methods-return", self.year, region)
        return sent and [(one.text("@name"), {name: one.number(name) for name in METHODS}) for one in sent.all("district")]

    # --- bonus points

    def bonus(self):
        """What each claim is worth, by the scheme's order of cities, then enterprise and code."""
        order = list(self.scheme.regions)
        claims = [Claim(application, claim, self.scheme) for application in self.inbox.all("award-application", self.year)
                  for claim in application.all("claim")]
        return sorted(claims, key=lambda one: (order.index(one.region), one.enterprise, one.credit_code, one.code))


class NoYear:
    """The year before the first: a scheme without indicators, in which nobody was assessed."""

    def __init__(self, year):
        self.year = year
        self.scheme = Nothing()
        self.standings, self.places, self.totals = {}, {}, {}

    def score(self, _region):
        return None

    def methods(self, _region):
        return None


class Nothing:
    regions, indicators = {}, []


def of_year(inbox, year):
    return Figures(inbox, year) if inbox.one("assessment-scheme", year) else NoYear(year)


class Claim:
    """B1: who leads in quality has a diploma; with a degree double. B2: the whole quality department has passed the
    courses asked for, exempted ones not counted; all with a diploma double."""

    LEADING = ("质量分管领导", "首席质量官", "质量部门负责人", "质量部门副职")

    def __init__(self, application, claim, scheme):
        self.application = application
        self.region = application.text("enterprise/region@code")
        self.enterprise = application.text("enterprise/name")
        self.credit_code = application.text("enterprise/credit-code")
        self.code = claim.text("@code")
        self.claimed = int(claim.text(""))
        self.courses = int(scheme.condition("courses", scheme.reference_date))
        self.staff = application.number("department/staff")
        persons = application.all("person")
        if self.code == "B1":
            self.enrolled = [one for one in persons if one.text("role") in self.LEADING]
            self.counted = [one for one in self.enrolled if one.find("diploma")]
            held = bool(self.counted)
            self.doubled = any(one.find("degree") for one in self.counted)
        else:
            self.enrolled = [one for one in persons if one.text("role").startswith("质量部门")]
            self.counted = [one for one in self.enrolled if one.number("passed-courses") >= self.courses]
            held = len(self.counted) == len(self.enrolled) >= self.staff
            self.doubled = held and all(one.find("diploma") for one in self.counted)
        self.points = scheme.bonus[self.code] * (2 if self.doubled else 1) if held else 0
