"""Candidates: those by chance, and those of CASES, each of which tries a rule at its limit or ends in its own way."""
import datetime
from dataclasses import dataclass, field, replace

from assessment.chance import Chance, Once, identity_check

from . import names
from .pictures import MEN, WOMEN
from .session import MODULES, OPEN_CHOSEN, OPEN_OFFERED, OPEN_POINTS

PAPERS = ["质量经理职业资格认证申请表", "职业经理人资格认证申报登记表", "身份证正反面扫描件", "二寸彩色照片", "工作业绩报告"]
NOT_YET_YEARS = "质量相关工作未满5年，待年限补足后再次申请"
NOT_YET_MANAGEMENT = "管理工作未满2年，待年限补足后再次申请"
PAPERS_MISSING = "缺职业经理人资格认证申报登记表和身份证扫描件，待补齐后再次申请"
UNTRUE = "工作业绩报告所述项目经核实不属实"


@dataclass
class Work:
    begin: str
    end: str | None
    quality: bool
    management: bool
    employer: str
    post: str


@dataclass
class Marks:
    """How it went: seated (with points), absent, breach, or unknown to the city's file of marks."""
    state: str = "seated"
    modules: list = field(default_factory=list)  # half points, in the order of MODULES
    open: list = field(default_factory=list)  # (number, half points)
    breach: str = "携带手机进入考场"

    @property
    def halves(self):
        return sum(self.modules) + self.open_halves

    @property
    def open_halves(self):
        return sum(points for _, points in self.open)


@dataclass
class Certification:
    """What was handed in and decided; result None: not decided yet."""
    result: str | None = "granted"
    reasons: tuple = ()
    papers: tuple = tuple(PAPERS)
    characters: int = 4000
    received: str | None = None  # None: by chance
    exam_year: int | None = None  # None: this year's


@dataclass
class Candidate:
    name: str
    pinyin: str
    gender: str
    number: str
    education: str
    school: str
    work: list
    photo: int
    employer: str
    post: str
    phone: str
    fee_class: str = "standard"
    first_year: int | None = None
    marks: Marks | None = None
    certification: Certification | None = None


def months_before(day, months):
    month = day.year * 12 + day.month - 1 - months
    return day.replace(year=month // 12, month=month % 12 + 1)


class Case:
    """How a candidate departs from those by chance. Points are given in points; months end on the day of the examination."""

    def __init__(self, name=None, gender=None, choice=None, open=None, state="seated", certification=Certification(), quality=None, management=None,
                 fee="standard", first_year=None, education=None, employer=None):
        self.name, self.gender, self.choice, self.open, self.state, self.certification = name, gender, choice, open, state, certification
        self.quality, self.management, self.fee, self.first_year, self.education, self.employer = (
            quality, management, fee, first_year, education, employer)


NOBODY = None
CASES = {
    "420100": [
        Case(names.ONE, choice=70, open=45),
        Case(names.TWENTY, "男", choice=66, open=40.5, employer=names.LONG_EMPLOYER),
        Case(choice=66, open=24),  # exactly 90, and exactly 24 of the open questions
        Case(choice=60, open=29.5, certification=NOBODY),  # 89.5
        Case(choice=87, open=23.5, certification=NOBODY),  # 110.5, but the open part is half a point short
        Case(choice=90, open=60),  # all
        Case(choice=0, open=0, certification=NOBODY),  # nothing, which is not the same as no marks
        Case(state="absent", certification=NOBODY),
        Case(state="breach", certification=NOBODY),
        Case(state="no-marks", certification=NOBODY),
        Case(choice=68, open=36, quality=60, management=24),  # exactly
        Case(choice=68, open=36, quality=59, management=30),  # short on the day of the examination, met when it is decided
        Case(choice=72, open=38, quality=40, management=30, certification=Certification("deferred", (NOT_YET_YEARS,))),
        Case(choice=72, open=41, quality=80, management=20, certification=Certification("deferred", (NOT_YET_MANAGEMENT,))),
        Case(choice=75, open=44, certification=Certification("deferred", (PAPERS_MISSING,), ("质量经理职业资格认证申请表", "二寸彩色照片", "工作业绩报告"))),
        Case(choice=80, open=48, certification=Certification("refused", (UNTRUE,))),
        Case(names.TWICE, "女", choice=71, open=39.5, fee="member"),
        Case(names.TWICE, "女", choice=64.5, open=33, fee="trained"),
    ],
    "420500": [
        Case(names.RARE[0], choice=69, open=40, certification=Certification(characters=3000)),
        Case(names.RARE[1], choice=77, open=35, certification=Certification(characters=5000)),
        Case(names.RARE[2], choice=73.5, open=35.5, certification=Certification(received="last")),
        Case(names.RARE[3], choice=81, open=51),
        Case(choice=70, open=44, certification=Certification(None)),  # not decided yet
        Case(choice=79, open=42, certification=NOBODY),  # passed, has not applied
        Case(choice=55.5, open=30, certification=NOBODY),
        Case(names.RARE[9], choice=70, open=31, fee="member"),
    ],
    "420600": [
        Case(names.TWO_SURNAMES, choice=74, open=33),
        Case(names.APOSTROPHE, choice=70, open=37),
        Case(names.UMLAUT, "女", choice=62, open=31.5),
        Case(names.UMLAUT_AS_YU, choice=58, open=22, certification=NOBODY),
        Case(names.RARE[4], choice=68, open=35, fee="trained"),
    ],
    "421100": [
        Case(names.RARE[5], choice=66, open=39), Case(names.RARE[6], choice=69, open=45),
        Case(choice=50, open=20, certification=NOBODY), Case(state="absent", certification=NOBODY),
    ],
    "422800": [
        Case(names.DOTTED[0], "男", choice=66.5, open=41), Case(names.DOTTED[1], "女", choice=73, open=39),
        Case(names.DOTTED[2], "女", choice=61, open=28, certification=NOBODY), Case(names.RARE[7], choice=67, open=33, education="大专"),
    ],
    "429005": [Case(names.RARE[8], choice=76, open=47), Case(choice=65.5, open=24, certification=NOBODY)],
}
# Who sat in earlier years: year, city; `again` is how the candidate comes this year.
FORMER = [
    (2020, "420500", Case(choice=71, open=37, certification=NOBODY)),  # marks void by now
    (2023, "420600", Case(choice=72, open=40, certification=Certification("deferred", (PAPERS_MISSING,), ("质量经理职业资格认证申请表", "工作业绩报告")))),
    (2023, "420600", Case(choice=66, open=33, management=15, certification=Certification("deferred", (NOT_YET_MANAGEMENT,)))),
    (2023, "420600", Case(choice=69, open=38, certification=Certification("deferred", (PAPERS_MISSING,), ("质量经理职业资格认证申请表", "工作业绩报告")))),
    (2023, "420100", Case(choice=52, open=30, certification=NOBODY)),
    (2023, "420100", Case(choice=78, open=46)),  # certified then
    (2021, "420500", Case(choice=67, open=38, certification=NOBODY)),  # asks on the last day on which the marks hold
]
VOID, AGAIN, AGAIN_LATER, SITS_AGAIN, RESIT, CERTIFIED, LAST_DAY = range(len(FORMER))


def halves(points):
    return int(points * 2)


class People:
    """Makes candidates; identity numbers and telephones occur once."""

    def __init__(self, seed):
        self.seed = seed
        self.once = Once()
        self.telephones = 0

    def candidate(self, session, city, key, case=None):
        chance = Chance(self.seed, "candidate", session.year, city.code, key)
        plain = case or self.outcome(chance)
        name, pinyin = plain.name or names.name_by_chance(chance)
        gender = plain.gender or chance.one_of(["男", "女"])
        born = session.year - chance.between(30, 52)
        employer = plain.employer or self.employer(chance, city)
        self.telephones += 1
        candidate = Candidate(
            name, pinyin, gender, self.once(lambda: number(chance, born, gender)),
            plain.education or chance.one_of(["大专", "本科", "本科", "本科", "硕士"]), chance.one_of(names.SCHOOLS),
            self.work(chance, session, born, employer, city, plain), chance.one_of(MEN if gender == "男" else WOMEN), employer,
            chance.one_of(names.HEAD_POSTS), f"{self.telephones:011}", plain.fee, plain.first_year)
        candidate.marks = self.marks(chance, plain)
        if plain.certification:
            received = session.results + datetime.timedelta(days=chance.between(5, 28))
            if plain.certification.received == "last":
                received = session.certification_until
            candidate.certification = replace(plain.certification, received=received.isoformat())
        candidate.work[-1].post = candidate.post
        return candidate

    @staticmethod
    def employer(chance, city):
        return city.short + "样例" + chance.one_of(names.WORDS) + chance.one_of(names.TRADES) + chance.one_of(names.FORMS)

    @staticmethod
    def outcome(chance):
        """Most pass; a few are absent, in breach, unknown; most of those that pass apply and are granted."""
        draw = chance.below(1000)
        fee = ["standard"] * 14 + ["trained"] * 4
        if draw < 40:
            return Case(state="absent" if draw < 30 else "breach" if draw < 35 else "no-marks", certification=NOBODY, fee=chance.one_of(fee))
        choice, open_points = chance.between(44, 85), chance.between(18, 54) + chance.below(2) / 2
        certification = NOBODY
        if choice + open_points >= 90 and open_points >= 24:
            draw = chance.below(100)
            certification = (NOBODY if draw < 8 else Certification("deferred", (PAPERS_MISSING,), ("质量经理职业资格认证申请表", "工作业绩报告")) if draw < 12
                             else Certification("refused", (UNTRUE,)) if draw < 13 else Certification(characters=chance.between(3000, 5000)))
        return Case(choice=choice, open=open_points, certification=certification, fee=chance.one_of(fee))

    @staticmethod
    def work(chance, session, born, employer, city, case):
        """Other work first, then quality work, of which the last months in management."""
        management = case.management if case.management is not None else chance.between(26, 60)
        quality = case.quality if case.quality is not None else management + chance.between(36, 60)
        heads = months_before(session.date, management)
        staff = months_before(session.date, quality)
        before = datetime.date(born + chance.between(20, 22), 7, 1)
        day = datetime.timedelta(days=1)
        posts = chance.one_of(names.OTHER_POSTS), chance.one_of(names.STAFF_POSTS)
        periods = [Work(before.isoformat(), (staff - day).isoformat(), False, False, People.employer(chance, city), posts[0])] if before < staff else []
        if staff < heads:
            periods.append(Work(staff.isoformat(), (heads - day).isoformat(), True, False, employer, posts[1]))
        periods.append(Work(heads.isoformat(), None, True, True, employer, ""))
        return periods

    @staticmethod
    def marks(chance, case):
        if case.state != "seated":
            return Marks(case.state)
        limits = [2 * points for *_, points in MODULES]
        modules = share_out(chance, halves(case.choice), limits)
        chosen = sorted(range(1, OPEN_OFFERED + 1), key=lambda _: chance.below(1 << 30))[:OPEN_CHOSEN]
        answers = share_out(chance, halves(case.open), [2 * OPEN_POINTS] * OPEN_CHOSEN)
        return Marks("seated", modules, list(zip(sorted(chosen), answers)))


def share_out(chance, total, limits):
    """total over the limits, in their proportion, then some moved to and fro."""
    shares = [total * limit // sum(limits) for limit in limits]
    place = 0
    while sum(shares) < total:
        if shares[place % len(limits)] < limits[place % len(limits)]:
            shares[place % len(limits)] += 1
        place += 1
    for _ in range(2 * len(limits)):
        giver, taker = chance.below(len(limits)), chance.below(len(limits))
        moved = min(chance.between(0, 4), shares[giver], limits[taker] - shares[taker])
        shares[giver] -= moved
        shares[taker] += moved
    return shares


def number(chance, born, gender):
    """GB 11643, region 429999; the 17th digit is odd for men."""
    serial = chance.between(1, 499) * 2 + (gender == "男")
    digits = f"429999{born}{chance.between(1, 12):02}{chance.between(1, 28):02}{serial:03}"
    return digits + identity_check(digits)
