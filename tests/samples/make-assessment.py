#!/usr/bin/env python3
"""Writes the submissions of one year's supervision assessment: make-assessment.py YEAR FOLDER [--enterprises N] [--seed S].

A scheme, and what 17 cities and some enterprises send in: cqo-return, methods-return, policy-return (2024 with two
scans), award-application (2024 only, the examination began that year). 2023 is the smaller year before, under
another scheme. The same bytes each time: chance is a hash of the seed and of what is drawn for. samples/README.md
says which city is late, missing, superseded or wrong on purpose; assessment_cities.py holds the numbers, and the
cases at the very limit stand in LIMITS below. Who applies for bonus points is taken from samples/targets-2024.

All enterprises, persons, organs and numbers are invented: credit codes and identity numbers are of region 429999,
which GB/T 2260 assigns to no place.
"""
import argparse
import datetime
import hashlib
import pathlib
import struct
import zlib
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import assessment_words as words
from assessment_cities import CITIES, City, called, counties, office

ENROLMENTS = pathlib.Path(__file__).parents[2] / "samples/targets-2024"
NORMAL_SIZE = sum(city.large + city.small for city in CITIES)
SHARE_OF_2023 = 0.4


class Chance:
    """Draws that depend on the seed and the names given, on nothing drawn before elsewhere."""

    def __init__(self, *names):
        self.name = "/".join(str(name) for name in names)
        self.count = 0

    def below(self, limit):
        self.count += 1
        digest = hashlib.sha256(f"{self.name}#{self.count}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % limit

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def one_of(self, choices):
        return choices[self.below(len(choices))]

    def day(self, first, last):
        first, last = (datetime.date.fromisoformat(day) for day in (first, last))
        return (first + datetime.timedelta(days=self.below((last - first).days + 1))).isoformat()


# --- numbers with check digits

def identity_check(digits):
    """GB 11643: ISO 7064 MOD 11-2."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(digits, weights)) % 11]


def identity_number(chance, born):
    digits = f"429999{born}{chance.between(1, 12):02}{chance.between(1, 28):02}{chance.between(1, 999):03}"
    return digits + identity_check(digits)


CREDIT_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code_check(code):
    """GB 32100, 17 characters: weights are the powers of 3 modulo 31."""
    total = sum(CREDIT_CODE_CHARACTERS.index(character) * pow(3, place, 31) for place, character in enumerate(code))
    return CREDIT_CODE_CHARACTERS[-total % 31]


def credit_code(chance):
    body = "MA" + "".join(chance.one_of(CREDIT_CODE_CHARACTERS) for _ in range(6))
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    values = (ord(character) - (48 if character.isdigit() else 55) for character in body)
    inner = (11 - sum(value * weight for value, weight in zip(values, weights)) % 11) % 11  # GB 11714
    code = f"91429999{body}{'X' if inner == 10 else inner}"
    return code + credit_code_check(code)


class Once:
    """Makes something by chance until it is one that has not been made before."""

    def __init__(self):
        self.made = set()

    def __call__(self, make):
        while (thing := make()) in self.made:
            pass
        self.made.add(thing)
        return thing


# --- enterprises and their officers

# What is exactly at a limit, or just beyond it, in 2024; one officer in office each, whose other conditions are met.
# Conditions of 2024: 5 years for who is appointed from 2022-07-01 on, 3 before; 本科 and 中级资格; hours 21, 14, 30;
# 90 days after 2024-12-31 are 2025-03-31.
LIMITS = [
    {"initial_hours": "21"}, {"initial_hours": "20.5"}, {"initial_hours": "21.0"},
    {"continuing_hours": "14"}, {"continuing_hours": "13.5"},
    {"class_2_hours": "30"}, {"class_2_hours": "29.5"},
    {"appointed": "2023-03-01", "quality_years": 5}, {"appointed": "2023-03-01", "quality_years": 4},
    {"appointed": "2022-06-30", "quality_years": 3}, {"appointed": "2022-06-30", "quality_years": 2},
    {"appointed": "2022-07-01", "quality_years": 4}, {"appointed": "2022-07-01", "quality_years": 5},
    {"education": "本科", "qualification": "中级资格"}, {"education": "大专", "qualification": "相关高级职称"},
    {"education": "本科", "qualification": "初级资格"}, {"education": "高中及以下", "qualification": "无"},
    {"appointed": "2020-03-20", "term": ("2020-03-31", "2025-03-31")},  # five years to the day; the 90th day
    {"appointed": "2020-03-20", "term": ("2020-04-01", "2025-04-01")},  # the 91st
    {"appointed": "2020-02-20", "term": ("2020-02-29", "2025-02-28")},  # from a leap day
    {"appointed": "2019-12-25", "term": ("2020-01-01", "2024-12-31")},  # ends on the last day that counts
    {"appointed": "2024-12-20", "term": ("2024-12-31", "2029-12-31")},  # begins on it
    {"appointed": "2024-02-01", "initial_year": 2024, "continuing_hours": "0"},  # continuing hours not yet asked
    {"appointed": "2023-12-01", "initial_year": 2023, "continuing_hours": "0"},  # asked
]

# Why an enterprise that has named an officer has none in office on 2024-12-31.
NOT_IN_OFFICE = [
    {"appointed": "2019-12-20", "term": ("2019-12-31", "2024-12-30")},
    {"exclusion": "质量岗位严重失职受处分或者处罚"},
    {"appointed": "2024-12-18", "term": ("2025-01-01", "2029-12-31")},
    {"exclusion": "对较大以上质量安全事故负有责任"},
]


def years_on(day, years):
    """The same day some years on; 29 February becomes 28 February where there is none."""
    day = datetime.date.fromisoformat(day)
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


class Province:
    """The enterprises of all cities as they are in 2024; 2023 is a part of them. Names and numbers occur once."""

    def __init__(self, seed, size):
        self.seed = seed
        self.factor = size / NORMAL_SIZE
        self.once = Once()
        self.rare = list(words.RARE_NAMES)
        self.limits = list(LIMITS)
        self.not_in_office = 0
        self.enterprises = {city.code: self.of_city(city) for city in CITIES}

    def scaled(self, number, at_most=None):
        number = round(number * self.factor)
        return number if at_most is None else min(number, at_most)

    def of_city(self, city: City):
        """Award holders first, then other large ones, then small ones; the last of each have no officer in office."""
        large, small = self.scaled(city.large), self.scaled(city.small)
        holders = self.scaled(city.holders, large)
        holders_bare = self.scaled(city.holders_bare, holders)
        large_bare = self.scaled(city.large_bare, large - holders + holders_bare) - holders_bare
        small_holders = 1 if city.holders > 4 else 0
        holders -= small_holders
        groups = [("规模以上企业", True, holders, holders_bare), ("规模以上企业", False, large - holders, large_bare),
                  ("中小企业", True, small_holders, 0), ("中小企业", False, small - small_holders, self.scaled(city.small_bare))]
        return [self.enterprise(city, scale, holder, number, count, bare)
                for scale, holder, count, bare in groups for number in range(count)]

    def enterprise(self, city, scale, holder, number, count, bare):
        chance = Chance(self.seed, city.code, scale, holder, number)
        before = -int(-count * SHARE_OF_2023 // 1)  # how many of the group there were in 2023 …
        covered_before = before * 4 // 5 if before > 1 else before  # … and had an officer then
        enterprise = {
            "name": self.enterprise_name(chance, city, scale, holder, number),
            "code": self.once(lambda: credit_code(chance)),
            "scale": scale,
            "awards": self.awards(chance, city) if holder else [],
            "in_2023": number < before,
            "officer_in_2023": number < min(covered_before, count - bare),
            "order": chance.below(1 << 30),
        }
        if number < count - bare:
            case = self.limits.pop(0) if self.limits and not enterprise["in_2023"] and not holder else None
            enterprise["officer"] = self.officer(chance, enterprise, case)
        else:
            self.not_in_office += 1
            reason = self.not_in_office // 2 % len(NOT_IN_OFFICE) if self.not_in_office % 2 == 0 else None
            enterprise["officer"] = None if reason is None else self.officer(chance, enterprise, NOT_IN_OFFICE[reason])
        return enterprise

    def enterprise_name(self, chance, city, scale, holder, number):
        if (scale, holder, number) == ("规模以上企业", True, 0) and city.code in ("420100", "420500"):
            return words.LONG_NAME if city.code == "420100" else words.SHORT_NAME
        size = NORMAL_SIZE * self.factor

        def make():
            serial = "第" + "一二三四五六七八九十"[chance.below(10)] if size > 1000 else ""
            return (city.short + "样例" + chance.one_of(words.WORDS) + serial + chance.one_of(words.TRADES)
                    + chance.one_of(words.FORMS))
        return self.once(make)

    def awards(self, chance, city):
        if city.code == "420100" and chance.below(6) == 0:
            return [("中国质量奖提名奖", 2021), ("长江质量奖", 2019)]
        name = chance.one_of(["长江质量奖", "长江质量奖提名奖"] + ["市州政府质量奖"] * 4)
        awards = [(name, chance.between(2018, 2022))]
        if name == "长江质量奖":
            awards.append(("市州政府质量奖", awards[0][1] - 2))
        return awards

    def officer(self, chance, enterprise, case):
        if enterprise["officer_in_2023"]:
            appointed = chance.day("2020-02-01", "2023-11-30")
        elif enterprise["in_2023"]:
            appointed = chance.day("2024-01-08", "2024-11-20")
        else:
            appointed = chance.day("2020-02-01", "2024-11-20")
        years = chance.between(6, 25)
        officer = {
            "name": self.person_name(chance, enterprise),
            "education": chance.one_of(words.EDUCATION) if not case else "本科",
            "quality_years": chance.between(2, 4) if not case and chance.below(12) == 0 else years,
            "qualification": chance.one_of(words.QUALIFICATION) if not case else "高级资格",
            "post": chance.one_of(words.LARGE_POSTS if enterprise["scale"] == "规模以上企业" else words.SMALL_POSTS),
            "appointed": appointed,
            "exclusion": None,
            "seed": chance.below(1 << 30),
            "case": case or {},
        }
        officer["number"] = self.once(lambda: identity_number(chance, 1998 - years - chance.below(8)))
        officer.update(case or {})
        if "term" not in officer:
            begin = officer["appointed"]
            length = chance.one_of([3, 5, 5, 5]) if years_on(begin, 3).isoformat() > "2024-12-31" else 5
            officer["term"] = (begin, (years_on(begin, length) - datetime.timedelta(days=1)).isoformat())
        return officer

    def person_name(self, chance, enterprise):
        if self.rare and not enterprise["in_2023"] and chance.below(5) == 0:
            return self.rare.pop(0)
        return self.once(lambda: chance.one_of(words.SURNAMES) + chance.one_of(words.FIRST) + (
            chance.one_of(words.SECOND) if chance.below(5) else ""))


def training(officer, year):
    """Hours of the year: most meet the conditions of 2024, about one in eight misses each."""
    chance = Chance(officer["seed"], year)

    def hours(limit):
        short = chance.below(8) == 0 and not officer["case"]
        half = ".5" if chance.below(4) == 0 else ""
        return f"{chance.between(limit // 2, limit - 1) if short else chance.between(limit, limit + 16)}{half}"
    initial_year = officer.get("initial_year", int(officer["appointed"][:4]))
    first, continuing, class_2 = hours(21), hours(14), hours(30)
    if initial_year >= year:
        continuing = "0"
    return {"initial_year": initial_year, "initial_hours": officer.get("initial_hours", first),
            "continuing_hours": officer.get("continuing_hours", continuing),
            "class_2_hours": officer.get("class_2_hours", class_2)}


# --- writing

class Page:
    """Lines of XML, indented by their depth."""

    def __init__(self, kind, /, **attributes):
        self.kind = kind
        self.lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{kind} xmlns="urn:yinfa:{kind}"{self.written(attributes)}>']
        self.depth = 1

    @staticmethod
    def written(attributes):
        return "".join(f' {name.replace("_", "-")}="{escape(str(value))}"' for name, value in attributes.items())

    def element(self, tag, text=None, /, **attributes):
        start = "  " * self.depth + f"<{tag}{self.written(attributes)}"
        self.lines.append(start + ("/>" if text is None else f">{escape(str(text))}</{tag}>"))

    def open(self, tag, /, **attributes):
        self.lines.append("  " * self.depth + f"<{tag}{self.written(attributes)}>")
        self.depth += 1

    def close(self, name):
        self.depth -= 1
        self.lines.append("  " * self.depth + f"</{name}>")

    def write(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([*self.lines, f"</{self.kind}>"]) + "\n", encoding="utf-8")


SCHEMES = {
    2023: {
        "number": "样质强办〔2023〕9号", "issued": "2023-03-20", "report": ("样质强办〔2024〕2号", "2024-01-19"),
        "letters": ("样质强办函", 3, "2024-01-23", "2024-03-29"),
        "indicators": [("award-coverage", 20, 100), ("large-coverage", 15, 60), ("small-coverage", 10, 40),
                       ("managers-trained", 15, 75), ("shop-floor-trained", 10, 45), ("quality-staff-qualified", 10, 45),
                       ("platforms-able", 10, 90), ("policies-issued", 10, 1)],
        "conditions": [("experience-years", "3"), ("education", "本科"), ("qualification", "中级资格"),
                       ("education-and-qualification", "either"), ("term-years", "5"), ("initial-hours", "21"),
                       ("continuing-hours", "14"), ("class-2-hours", "24"), ("expiry-days", "60")],
        "bonus": [],
    },
    2024: {
        "number": "样质强办〔2024〕12号", "issued": "2024-03-15", "report": ("样质强办〔2025〕3号", "2025-01-20"),
        "letters": ("样质强办函", 5, "2025-01-24", "2025-03-31"),
        "indicators": [("award-coverage", 15, 100), ("large-coverage", 15, 100), ("small-coverage", 10, 60),
                       ("managers-trained", 10, 80), ("shop-floor-trained", 10, 50), ("quality-staff-qualified", 10, 50),
                       ("platforms-able", 10, 100), ("enrolment", 10, 100), ("policies-issued", 10, 1)],
        "conditions": [("experience-years", "3", "2018-01-01", "2022-06-30"), ("experience-years", "5", "2022-07-01"),
                       ("education", "本科"), ("qualification", "中级资格"), ("education-and-qualification", "both"),
                       ("term-years", "5"), ("initial-hours", "21"), ("continuing-hours", "14"), ("class-2-hours", "30"),
                       ("expiry-days", "90"), ("courses", "6")],
        "bonus": [("B1", 2), ("B2", 3)],
    },
}

INDICATORS = {
    "award-coverage": ("获奖企业首席质量官聘任率", "获得中国质量奖、长江质量奖（均含提名奖）和市州政府质量奖的企业中，在任首席质量官的企业所占比例。"),
    "large-coverage": ("规模以上企业首席质量官聘任率", "规模以上企业中，在任首席质量官的企业所占比例。"),
    "small-coverage": ("中小企业首席质量官聘任率", "中小企业中，在任首席质量官的企业所占比例。"),
    "managers-trained": ("管理人员全面质量管理培训率", "规模以上工业企业管理人员中，接受全面质量管理和管理体系培训的人员所占比例。"),
    "shop-floor-trained": ("一线职工质量知识普及率", "规模以上工业企业一线职工中，掌握全面质量管理基础知识的职工所占比例。"),
    "quality-staff-qualified": ("质量岗位人员持证率", "质量岗位的技术和管理人员中，取得质量专业职业资格的人员所占比例。"),
    "platforms-able": ("中小企业服务平台达标率", "中小企业服务平台中，具备质量培训、咨询能力的平台所占比例。"),
    "enrolment": ("质量管理专业自学考试报名完成率", "当年报名参加质量管理专业自学考试的人数占目标人数的比例。"),
    "policies-issued": ("质量激励政策出台件数", "当年出台的质量激励政策文件件数。"),
}


def write_scheme(year, folder):
    scheme = SCHEMES[year]
    page = Page("assessment-scheme", year=year)
    page.element("title", f"{year}年度质量工作督察考核方案")
    page.element("document-number", scheme["number"])
    page.element("issuer", "样例省质量强省工作委员会办公室")
    page.element("issued", scheme["issued"])
    page.element("deadline", f"{year}-12-20")
    page.element("reference-date", f"{year}-12-31")
    page.open("report")
    page.element("document-number", scheme["report"][0])
    page.element("date", scheme["report"][1])
    page.close("report")
    page.open("letters")
    for name, value in zip(("number-prefix", "first-number", "date", "answer-by"), scheme["letters"]):
        page.element(name, value)
    page.close("letters")
    for city in CITIES:
        page.element("region", called(city), code=city.code, office=office(city))
    for formula, weight, threshold in scheme["indicators"]:
        page.open("indicator", code=formula, formula=formula, weight=weight, threshold=threshold,
                  unit="件" if formula == "policies-issued" else "%")
        page.element("name", INDICATORS[formula][0])
        page.element("note", INDICATORS[formula][1])
        page.close("indicator")
    for name, value, *valid in scheme["conditions"]:
        days = dict(zip(("valid_from", "valid_until"), valid or ["2018-01-01"]))
        page.element("condition", name=name, value=value, **days)
    for code, points in scheme["bonus"]:
        page.element("bonus", code=code, points=points)
    page.write(folder / f"assessment-scheme-{year}.xml")


def sent(year, city, kind):
    if year == 2024 and city.code == "421100" and kind == "cqo-return":
        return "2024-12-23"  # three days late
    if year == 2024 and city.code == "420500":
        return "2024-12-20"  # on the last day
    return Chance("sent", year, city.code).day(f"{year}-12-09", f"{year}-12-19")


def city_page(kind, year, city, day):
    page = Page(kind, year=year, sent=day)
    page.element("region", city.name, code=city.code)
    page.element("office", office(city))
    return page


def write_officer(page, officer, year):
    page.open("officer")
    page.element("name", officer["name"])
    page.element("identity-number", officer["number"])
    page.element("education", officer["education"])
    page.element("quality-years", officer["quality_years"] - (2024 - year))
    page.element("qualification", officer["qualification"])
    page.element("post", officer["post"])
    page.element("appointed", officer["appointed"])
    page.open("term")
    page.element("from", officer["term"][0])
    page.element("until", officer["term"][1])
    page.close("term")
    hours = training(officer, year)
    page.open("training")
    page.element("initial-hours", hours["initial_hours"], year=hours["initial_year"])
    page.element("continuing-hours", hours["continuing_hours"])
    page.element("class-2-hours", hours["class_2_hours"])
    page.close("training")
    if officer["exclusion"]:
        page.element("exclusion", officer["exclusion"])
    page.close("officer")


def write_cqo_return(path, year, city, enterprises, day):
    page = city_page("cqo-return", year, city, day)
    officers = 0
    for enterprise in sorted(enterprises, key=lambda one: one["order"]):
        page.open("enterprise")
        page.element("name", enterprise["name"])
        page.element("credit-code", enterprise["code"])
        page.element("scale", enterprise["scale"])
        for name, awarded in enterprise["awards"]:
            page.element("award", name=name, year=awarded)
        if enterprise["officer"] and (year == 2024 or enterprise["officer_in_2023"]):
            officers += 1
            write_officer(page, enterprise["officer"], year)
        page.close("enterprise")
    page.open("summary")
    page.element("enterprises", len(enterprises))
    page.element("officers", officers)
    page.close("summary")
    page.write(path)


def shares(total, weights):
    """Whole numbers in proportion to weights whose sum is the total (largest remainder)."""
    whole = [total * weight // sum(weights) for weight in weights]
    order = sorted(range(len(weights)), key=lambda place: (-(total * weights[place] % sum(weights)), place))
    for place in order[:total - sum(whole)]:
        whole[place] += 1
    return whole


def unequal_shares(chance, part, wholes):
    """Of each whole a part, about in proportion; the parts add up."""
    parts = shares(part, wholes) if sum(wholes) else [0] * len(wholes)
    for _ in wholes:
        giver, taker = chance.below(len(wholes)), chance.below(len(wholes))
        moved = min(parts[giver] // 20, wholes[taker] - parts[taker])
        parts[giver] -= moved
        parts[taker] += moved
    return parts


def write_methods_return(path, year, city, large, day, factor):
    chance = Chance("methods", year, city.code)
    names = counties(city)
    weights = [chance.between(60, 180) for _ in names]
    # 鄂州市 2024 contradicts its own cqo-return: fewer industrial enterprises than enterprises of that scale there
    enterprises = large - 1 if (year, city.code) == (2024, "420700") else large + chance.between(1, 4)
    columns = {"enterprises": shares(enterprises, weights)}
    rates = (("managers", "managers-trained", city.managers), ("shop-floor", "shop-floor-trained", city.shop_floor),
             ("quality-staff", "quality-staff-qualified", city.quality_staff), ("platforms", "platforms-able", city.platforms))
    for all_name, part_name, (part, whole) in rates:
        if year == 2023:
            whole = whole * 19 // 20 if whole > 30 else whole
            part = part * chance.between(80, 92) // 100
        columns[all_name] = shares(whole, weights)
        columns[part_name] = unequal_shares(chance, part, columns[all_name])
    for name, per_enterprise in (("quality-groups", 9), ("six-sigma", 1), ("suggestions", 140), ("lectures", 1)):
        total = large * per_enterprise + chance.below(large * per_enterprise + 2)
        columns[name] = shares(total, [chance.between(20, 180) for _ in names])
    page = city_page("methods-return", year, city, day)
    order = ("enterprises managers managers-trained shop-floor shop-floor-trained quality-staff quality-staff-qualified "
             "platforms platforms-able quality-groups six-sigma suggestions lectures").split()
    for place, name in enumerate(names):
        page.open("district", name=name)
        for column in order:
            page.element(column, columns[column][place])
        page.close("district")
    page.open("summary")
    for column in order:
        page.element(column, sum(columns[column]))
    page.close("summary")
    page.write(path)


def scan(width, height, seed):
    """A PNG that looks like a typed page from afar: bars for words. Stored, not deflated, so that no version of a
    compressor changes its bytes."""
    chance = Chance("scan", seed)
    rows = [bytearray(b"\xff" * (width // 8)) for _ in range(height)]
    for top in range(height // 8, height * 7 // 8, 14):
        column = width // 8 // 8
        while column < width // 8 * 7 // 8:
            length = chance.between(2, 6)
            for y in range(top, top + 6):
                for x in range(column, min(column + length, width // 8 * 7 // 8)):
                    rows[y][x] = 0
            column += length + 1
    raw = b"".join(b"\0" + bytes(row) for row in rows)
    blocks = b"\x78\x01"
    for start in range(0, len(raw), 65535):
        part = raw[start:start + 65535]
        blocks += struct.pack("<BHH", start + 65535 >= len(raw), len(part), len(part) ^ 0xFFFF) + part
    blocks += struct.pack(">I", zlib.adler32(raw))

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", blocks) + chunk(b"IEND", b"")


def write_policy_return(folder, year, city, day):
    page = city_page("policy-return", year, city, day)
    chance = Chance("policies", year, city.code)
    first = chance.below(len(words.POLICIES))
    for number in range(city.policies if year == 2024 else min(city.policies, chance.between(0, 2))):
        kind, title, clause = words.POLICIES[(first + number) % len(words.POLICIES)]
        document = f"样{city.short}质强办〔{year}〕{chance.between(2, 9) + 10 * number}号"
        page.open("policy")
        page.element("type", kind)
        page.element("title", title.format(city=called(city)))
        page.element("document-number", document)
        page.element("issuer", office(city))
        page.element("issued", chance.day(f"{year}-02-01", f"{year}-11-30"))
        page.element("clause", clause)
        page.element("evidence", f"{document}原文及印发稿")
        if (year, city.code) == (2024, "420100") and number < 2:
            name = f"policy-{year}-{city.code}-{number + 1}.png"
            picture = scan(400, 560, number)
            (folder / name).write_bytes(picture)
            page.element("scan", file=name, sha256=hashlib.sha256(picture).hexdigest())
        page.close("policy")
    page.write(folder / f"policy-return-{year}-{city.code}.xml")


# --- applications for bonus points (2024)

LEADER, OFFICER, HEAD, DEPUTY, STAFF = "质量分管领导", "首席质量官", "质量部门负责人", "质量部门副职", "质量部门职工"

# city, staff of the department, claims, persons: role, passed, exempted, certificates (diploma 1, with degree 2);
# and whether the officer is another than the city's cqo-return says
APPLICATIONS = [
    ("420100", 9, [("B1", 2)], [(LEADER, 12, 0, 1)], False),
    ("420100", 7, [("B1", 4)], [(OFFICER, 14, 1, 2)], False),  # a degree: double
    ("420100", 5, [("B2", 3)], [(HEAD, 6, 0, 0), (STAFF, 7, 0, 0), (STAFF, 6, 2, 0), (STAFF, 9, 0, 0), (STAFF, 6, 0, 0)], False),
    ("420500", 4, [("B2", 3)], [(HEAD, 8, 0, 0), (STAFF, 6, 0, 0), (STAFF, 5, 3, 0), (STAFF, 7, 0, 0)], False),  # 5 + 3 exempted
    ("420500", 3, [("B1", 2), ("B2", 6)], [(OFFICER, 13, 0, 1), (STAFF, 12, 1, 1), (STAFF, 12, 0, 1)], True),  # all with diploma
    ("420600", 6, [("B2", 3)], [(HEAD, 6, 0, 0), (DEPUTY, 6, 0, 0), (STAFF, 7, 0, 0), (STAFF, 8, 0, 0), (STAFF, 6, 0, 0)], False),
    ("420600", 8, [("B1", 2)], [(HEAD, 4, 0, 0)], False),  # no diploma yet
    ("420200", 10, [("B1", 2)], [(DEPUTY, 12, 0, 1), (HEAD, 13, 0, 1)], False),  # two diplomas count once
    ("420300", 2, [("B1", 2), ("B2", 3)], [(HEAD, 12, 0, 1), (STAFF, 6, 1, 0)], False),
    ("420800", 6, [("B1", 4)], [(LEADER, 13, 0, 1)], False),  # claims double without a degree
    ("421000", 12, [("B1", 4)], [(DEPUTY, 15, 0, 2)], False),
    ("422800", 1, [("B2", 3)], [(HEAD, 6, 0, 0)], False),
]


def enrolled(code):
    """Persons that the city enrolled in 2024, those of enterprises first."""
    root = ElementTree.parse(ENROLMENTS / f"enrolment-{code}.xml").getroot()
    persons = [{element.tag.split("}")[1]: element.text for element in person} for person in root if person.tag.endswith("person")]
    return sorted(persons, key=lambda person: not person["employer"].endswith(("公司", "厂")))


def assign_applicants(province):
    """Gives each application an enterprise with an officer in office, and persons of the city's enrolment; who
    studies and is officer becomes the officer of the enterprise."""
    pools = {city.code: enrolled(city.code) for city in CITIES if any(city.code == one[0] for one in APPLICATIONS)}
    applications = []
    for code, staff, claims, roles, other_officer in APPLICATIONS:
        enterprise = next(one for one in province.enterprises[code]
                          if one["officer"] and not one["officer"]["case"] and not one["in_2023"] and "applies" not in one)
        enterprise["applies"] = True
        persons = [pools[code].pop(0) for _ in roles]
        enterprise["name"] = persons[0]["employer"]
        for person, (role, *_) in zip(persons, roles):
            if role == OFFICER and not other_officer:
                enterprise["officer"].update(name=person["name"], number=person["identity-number"])
        applications.append((code, enterprise, staff, claims, list(zip(persons, roles))))
    return applications


def write_application(folder, number, application):
    code, enterprise, staff, claims, persons = application
    city = next(city for city in CITIES if city.code == code)
    page = Page("award-application", year=2024, sent=Chance("application", number).day("2024-12-02", "2024-12-18"))
    page.open("enterprise")
    page.element("name", enterprise["name"])
    page.element("credit-code", enterprise["code"])
    page.element("region", city.name, code=code)
    page.close("enterprise")
    page.open("department")
    page.element("name", "质量管理部" if number % 2 else "质量安全部")
    page.element("staff", staff)
    page.close("department")
    evidence = ["企业激励政策文件", "社会保险缴纳证明", "成绩单"]
    for serial, (person, (role, passed, exempted, certificates)) in enumerate(persons, 1):
        page.open("person")
        page.element("name", person["name"])
        page.element("identity-number", person["identity-number"])
        page.element("role", role)
        page.element("major", person["major"])
        page.element("passed-courses", passed)
        page.element("exempted-courses", exempted)
        for level, name, date in ((1, "diploma", "2024-06-30"), (2, "degree", "2024-07-10")):
            if certificates >= level:
                page.element(name, number=f"样例{'毕' if level == 1 else '学'}字第2024{number:03}{serial:02}号", date=date)
                evidence.append("毕业证书" if level == 1 else "学位证书")
        page.close("person")
    for kind in dict.fromkeys(evidence):
        page.element("evidence", words.EVIDENCE[kind], type=kind)
    for claim, points in claims:
        page.element("claim", points, code=claim)
    page.write(folder / f"award-application-2024-{enterprise['code']}.xml")


# --- a year

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
        large = sum(one["scale"] == "规模以上企业" for one in enterprises)
        write_cqo_returns(folder, year, city, enterprises)
        if (year, city.code) != (2024, "421200"):  # 咸宁市 has not sent it
            write_methods_return(folder / f"methods-return-{year}-{city.code}.xml", year, city, large,
                                 sent(year, city, "methods-return"), province.factor)
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
