"""The examination of a year: day, sites, outline, and the dated rules that hold on it."""
import datetime

from assessment.page import Page

# code, name, items, points: reference 6.4 row 4, 70 items and 90 points
MODULES = [("M1", "质量与质量管理", 3, 4), ("M2", "质量驱动力", 16, 20), ("M3", "卓越绩效模式", 5, 6), ("M4", "质量管理体系", 10, 12),
           ("M5", "管理技能和方法", 18, 24), ("M6", "质量管理工具", 18, 24)]
OPEN_OFFERED, OPEN_CHOSEN, OPEN_POINTS = 5, 3, 20

# total, open, from, until; what a year's session names is what held at any time
PASS_RULES = [("85", None, "2015-01-01", "2023-12-31"), ("90", "24", "2024-01-01", None)]
FEES = [("standard", 1500, "2015-01-01", "2022-12-31"), ("standard", 1600, "2023-01-01", None), ("member", 1200, "2015-01-01", None),
        ("trained", 1200, "2015-01-01", None), ("resit", 300, "2015-01-01", None), ("deferred", 0, "2015-01-01", None)]
REQUIREMENTS = [("education", "大专"), ("quality-years", "5"), ("management-years", "2"), ("completion-years", "3"), ("validity-years", "3"),
                ("report-minimum", "3000"), ("report-maximum", "5000"), ("results-days", "60"), ("certification-days", "30"),
                ("photo-width", "413"), ("photo-height-minimum", "579"), ("photo-height-maximum", "626")]
BODIES = [("样例质量协会", "Sample Association for Quality"), ("样例企业联合会", "Sample Enterprise Confederation")]
VERIFICATION = "https://zhengshu.example/verify.html"  # .example is nobody's (RFC 2606)
SITE_NAMES = ["样例职业技术学院", "样例第一中学", "样例考试中心", "样例开放大学"]

# rooms of the checked-in samples: sites of a city, seats of each room; 潜江市 has exactly as many seats as candidates
SMALL_ROOMS = {"420100": [[6, 5], [10]], "420500": [[12]], "420600": [[6, 6]], "421100": [[9]], "422800": [[10]], "429005": [[4, 2]]}
SHORT_CODES = {"420100": "WH", "420200": "HS", "420300": "SY", "420500": "YC", "420600": "XY", "420700": "EZ", "420800": "JM", "420900": "XG",
               "421000": "JZ", "421100": "HG", "421200": "XN", "421300": "SZ", "422800": "ES", "429004": "XT", "429006": "TM",
               "429005": "QJ", "429021": "SN"}


class Session:
    """The day is the third Saturday of October; results on the last day that is in time, papers until the last as well."""

    def __init__(self, year):
        self.year = year
        first = datetime.date(year, 10, 1)
        self.date = first + datetime.timedelta(days=(5 - first.weekday()) % 7 + 14)
        self.applications_until = datetime.date(year, 8, 31)
        self.results = self.date + datetime.timedelta(days=60)
        self.certification_until = self.results + datetime.timedelta(days=30)
        self.decided = self.certification_until + datetime.timedelta(days=5)
        self.certificates = datetime.date(year + 1, 2, 14)

    def at(self, table, name=None):
        """The row of a dated table that holds on the day."""
        day = self.date.isoformat()
        return next(row for row in table if (name is None or row[0] == name) and row[-2] <= day and (row[-1] is None or day <= row[-1]))

    def fee(self, name):
        return self.at(FEES, name)[1]


def rooms(code, candidates):
    """Seats: the small rooms if they suffice, otherwise rooms of 30, 20 in a site, with a few seats to spare."""
    if candidates <= sum(map(sum, SMALL_ROOMS.get(code, []))):
        return SMALL_ROOMS[code]
    needed = -(-(candidates + 5) // 30)
    return [[30] * min(20, needed - first) for first in range(0, needed, 20)]


def write_session(folder, session, candidates):
    """candidates: how many each city has."""
    page = Page("exam-session", year=session.year)
    page.element("title", f"{session.year}年质量经理职业资格考试")
    page.element("organiser", BODIES[0][0])
    page.element("date", session.date)
    page.element("begins", "09:00")
    page.element("minutes", 180)
    page.element("applications-until", session.applications_until)
    page.element("results-date", session.results)
    page.element("certification-until", session.certification_until)
    for city, count in candidates.items():
        for number, seats in enumerate(rooms(city.code, count), 1):
            page.open("site", code=f"{SHORT_CODES[city.code]}{number}", region=city.code)
            page.element("name", f"{city.short}{SITE_NAMES[(number - 1) % len(SITE_NAMES)]}" + (f"第{number}考点" if number > 4 else ""))
            page.element("address", f"{city.name}样例大道{number * 18}号")
            for room, size in enumerate(seats, 1):
                page.element("room", None, number=room, seats=size)
            page.close("site")
    for code, name, items, points in MODULES:
        page.open("module", code=code, items=items, points=points)
        page.element("name", name)
        page.close("module")
    page.element("open-questions", None, offered=OPEN_OFFERED, chosen=OPEN_CHOSEN, points=OPEN_POINTS)
    for total, least_open, begin, end in PASS_RULES:
        page.element("pass-rule", None, total=total, **({"open": least_open} if least_open else {}), **dated(begin, end))
    for name, amount, begin, end in FEES:
        page.element("fee", None, **{"class": name}, amount=amount, **dated(begin, end))
    for name, value in REQUIREMENTS:
        page.element("requirement", None, name=name, value=value, **dated("2010-01-01", None))
    page.open("certificate", prefix="CMQ", date=session.certificates, verification=VERIFICATION)
    page.element("title", "质量经理职业资格证书")
    page.element("english-title", "Certificate of Professional Qualification: Quality Manager")
    for name, english in BODIES:
        page.element("body", name, english=english, seal="sample")
    page.close("certificate")
    page.write(folder / f"exam-session-{session.year}.xml")


def dated(begin, end):
    return {"valid_from": begin, **({"valid_until": end} if end else {})}
