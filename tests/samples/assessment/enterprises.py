"""The enterprises of a province and their chief quality officers, as cities.py asks for them."""
import datetime

from . import words
from .chance import Chance, Once, credit_code, identity_number, years_on
from .cities import CITIES, City

NORMAL_SIZE = sum(city.large + city.small for city in CITIES)
SHARE_OF_2023 = 0.4

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
    {"appointed": "2024-12-05", "term": ("2024-12-31", "2029-12-31")},  # begins on it
    {"appointed": "2024-02-01", "initial_year": 2024, "continuing_hours": "0"},  # continuing hours not yet asked
    {"appointed": "2023-12-01", "initial_year": 2023, "continuing_hours": "0"},  # asked
]

# Why an enterprise that has named an officer has none in office on 2024-12-31.
NOT_IN_OFFICE = [
    {"appointed": "2019-12-20", "term": ("2019-12-31", "2024-12-30")},
    {"appointed": "2019-05-27", "term": ("2019-06-01", "2024-05-31")},
    {"exclusion": "质量岗位严重失职受处分或者处罚"},
    {"appointed": "2024-12-05", "term": ("2025-01-01", "2029-12-31")},
    {"appointed": "2021-09-01", "term": ("2021-09-01", "2024-08-31")},
    {"appointed": "2019-11-08", "term": ("2019-11-15", "2024-11-14")},
    {"exclusion": "对较大以上质量安全事故负有责任"},
    {"appointed": "2019-12-20", "term": ("2020-01-01", "2024-12-30")},
]


class Province:
    """The enterprises of all cities as they are in 2024; 2023 is a part of them. Names and numbers occur once."""

    def __init__(self, seed, size=NORMAL_SIZE, cities=CITIES):
        self.seed = seed
        self.factor = size / NORMAL_SIZE
        self.once = Once()
        self.rare = list(words.RARE_NAMES)
        self.limits = list(LIMITS)
        self.not_in_office = 0
        self.enterprises = {city.code: self.of_city(city) for city in cities}

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
        share = 4 if scale == "规模以上企业" or holder else 3
        covered_before = before * share // 5 if before > 1 else before  # … and had an officer then
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
            "quality_years": chance.between(2, 4) if not case and chance.below(20) == 0 else years,
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
    """Hours of the year: most meet the conditions of 2024, about one in twenty misses each."""
    chance = Chance(officer["seed"], year)

    def hours(limit):
        short = chance.below(20) == 0 and not officer["case"]
        half = ".5" if chance.below(4) == 0 else ""
        return f"{chance.between(limit // 2, limit - 1) if short else chance.between(limit, limit + 16)}{half}"
    initial_year = officer.get("initial_year", int(officer["appointed"][:4]))
    first, continuing, class_2 = hours(21), hours(14), hours(30)
    if initial_year >= year:
        continuing = "0"
    return {"initial_year": initial_year, "initial_hours": officer.get("initial_hours", first),
            "continuing_hours": officer.get("continuing_hours", continuing),
            "class_2_hours": officer.get("class_2_hours", class_2)}
