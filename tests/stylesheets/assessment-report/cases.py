#!/usr/bin/env python3
"""Writes data documents of assessment-report: cases.py FOLDER COUNT. First those named below, a case of sentences
each; then COUNT with figures drawn by lot, the same each time.

A case gives numerator and denominator of each indicator, a city after the other; None: no data. What the queries of
publication.xml make of them (values, places, changes) is computed here, with exact fractions.
"""
import pathlib
import random
import sys
from fractions import Fraction
from xml.sax.saxutils import quoteattr

CITIES = [("420100", "武汉市"), ("420200", "黄石市"), ("420300", "十堰市"), ("420500", "宜昌市"), ("420600", "襄阳市"),
          ("420700", "鄂州市"), ("420800", "荆门市"), ("420900", "孝感市"), ("421000", "荆州市")]
KINDS = {"cqo-return": "企业首席质量官基本情况统计表", "methods-return": "先进质量方法推广情况", "policy-return": "质量激励政策出台情况"}


class Indicator:
    def __init__(self, code, name, weight, threshold, unit, kind, note=None):
        self.code, self.name, self.weight, self.threshold, self.unit, self.kind, self.note = \
            code, name, weight, threshold, unit, kind, note
        self.decimals = 1 if unit == "%" else 0

    def exact(self, pair):
        """None without data, and where there is nothing to measure."""
        return Fraction(100 * pair[0], pair[1]) if self.unit == "%" and pair and pair[1] else \
            Fraction(pair[0]) if self.unit != "%" and pair else None

    def all(self, pairs):
        """The province's pair."""
        known = [pair for pair in pairs if pair]
        return (sum(pair[0] for pair in known), sum(pair[1] for pair in known)) if known else None


INDICATORS = [
    Indicator("large-coverage", "规模以上企业首席质量官聘任率", 50, 100, "%", "cqo-return", "规模以上企业中，在任首席质量官的企业所占比例"),
    Indicator("managers-trained", "管理人员全面质量管理培训率", 30, 80, "%", "methods-return", "规模以上工业企业管理人员中，接受培训的人员所占比例。"),
    Indicator("policies-issued", "质量激励政策出台件数", 20, 1, "件", "policy-return")]


def rounded(value, decimals):
    """As the SQL function rounded_ratio: half away from zero."""
    if value is None:
        return None
    scaled = (abs(value) * 10 ** decimals + Fraction(1, 2)).__floor__()
    digits = str(scaled).rjust(decimals + 1, "0")
    return ("-" if value < 0 and scaled else "") + (digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}")


def difference(one, other, decimals):
    """Between figures as printed."""
    return None if one is None or other is None else rounded(Fraction(rounded(one, decimals)) - Fraction(rounded(other, decimals)), decimals)


def rank(values):
    return [None if one is None else 1 + sum(other is not None and other > one for other in values) for one in values]


class Year:
    """What one year's figures come to; `pairs`: by indicator code, in the order of the cities."""

    def __init__(self, indicators, pairs, cities):
        self.pairs = {one.code: pairs.get(one.code, [None] * cities) for one in indicators}
        self.exact = {one.code: [one.exact(pair) for pair in self.pairs[one.code]] for one in indicators}
        self.points = {one.code: [None if value is None else rounded(one.weight * min(Fraction(1), value / one.threshold), 2)
                                  for value in self.exact[one.code]] for one in indicators}
        self.totals = [self.total(indicators, city) for city in range(cities)]
        self.places = rank(self.totals)

    def total(self, indicators, city):
        if any(self.pairs[one.code][city] is None for one in indicators):
            return None
        weight = sum(one.weight for one in indicators if self.exact[one.code][city] is not None)
        return Fraction(rounded(self.sum(indicators, city) * sum(one.weight for one in indicators) / weight, 2)) if weight else None

    def sum(self, indicators, city):
        return sum(Fraction(self.points[one.code][city]) for one in indicators if self.points[one.code][city])


def row(**columns):
    return "    <row " + " ".join(f"{name}={quoteattr(str(value))}" for name, value in columns.items() if value is not None) + "/>"


def scheme(last):
    yield row(title="2024年度质量工作督察考核方案", document_number="样质强办〔2024〕12号", issuer="样例省质量强省工作委员会办公室",
              issued="2024-03-01", deadline="2024-12-20", reference_date="2024-12-31", report_number="样质强办〔2025〕3号",
              report_date="2025-01-20", previous_year=last and 2023)


def province(indicators, now, last):
    for number, one in enumerate(indicators, 1):
        pairs, exact = now.pairs[one.code], now.exact[one.code]
        everything = one.all(pairs)
        value = one.exact(everything)
        before = one.exact(one.all(last.pairs[one.code])) if last else None
        share = one.unit == "%"
        measured = [figure for figure in exact if figure is not None]
        yield row(number=number, code=one.code, name=one.name, formula=one.code, note=one.note, weight=one.weight,
                  threshold=one.threshold, unit=one.unit, numerator=everything and everything[0],
                  denominator=everything[1] if everything and share else None, value=rounded(value, one.decimals),
                  reached=int(value >= one.threshold) if share and value is not None else None,
                  gap=difference(value, Fraction(one.threshold), 1) if share else None, previous=rounded(before, one.decimals),
                  change=difference(value, before, one.decimals), measured=len(measured),
                  reached_regions=sum(figure >= one.threshold for figure in measured),
                  missing=sum(pair is None for pair in pairs), not_applicable=len(pairs) - len(measured) - pairs.count(None))


def ranking(indicators, now, last, cities):
    for city in sorted(range(len(cities)), key=lambda city: (now.places[city] is None, now.places[city], city)):
        place, before = now.places[city], last and last.places[city]
        exact = [now.exact[one.code][city] for one in indicators]
        missing = sum(now.pairs[one.code][city] is None for one in indicators)
        measured = sum(figure is not None for figure in exact)
        yield row(region_code=cities[city][0], region_name=cities[city][1], region_ordinal=city + 1, place=place,
                  score=rounded(now.totals[city], 2), sharing=place and now.places.count(place), indicators=len(indicators),
                  reached=sum(figure is not None and figure >= one.threshold for figure, one in zip(exact, indicators)),
                  points=rounded(now.sum(indicators, city), 2) if measured else None, measured=measured, missing=missing,
                  not_applicable=len(indicators) - measured - missing, previous_score=rounded(last.totals[city], 2) if last else None,
                  previous_place=before, rise=before - place if before and place else None)


def cells(indicators, now, last, cities):
    for city, (code, name) in enumerate(cities):
        for number, one in enumerate(indicators, 1):
            pair, value = now.pairs[one.code][city], now.exact[one.code][city]
            before = last and last.exact[one.code][city]
            points = now.points[one.code][city]
            yield row(cell=f"{code}-{one.code}", region_code=code, region_name=name, region_ordinal=city + 1, code=one.code,
                      indicator_ordinal=number, indicator_name=one.name, formula=one.code, kind=one.kind, weight=one.weight,
                      threshold=one.threshold, unit=one.unit,
                      state="missing" if pair is None else "not-applicable" if value is None else "measured",
                      numerator=pair and pair[0], denominator=pair[1] if pair and one.unit == "%" else None,
                      value=rounded(value, one.decimals), reached=None if value is None else int(value >= one.threshold),
                      score=points, place=rank(now.exact[one.code])[city],
                      sharing=None if value is None else now.exact[one.code].count(value),
                      gap=difference(value, Fraction(one.threshold), one.decimals),
                      lost=points and rounded(one.weight - Fraction(points), 2),
                      previous=rounded(before, one.decimals), change=difference(value, before, one.decimals))


def returns(indicators, cities, late, returned, now):
    for city, (code, name) in enumerate(cities):
        for one in indicators:
            days = late.get((city, one.kind))
            state = "sent" if now.pairs[one.code][city] else "returned" if (city, one.kind) in returned else "missing"
            yield row(**{"return": f"{code}-{one.kind}"}, region_code=code, region_name=name, kind=one.kind, kind_title=KINDS[one.kind],
                      state=state, sent=f"2024-12-{20 + days if days else 18}" if state == "sent" else None, deadline="2024-12-20",
                      late=int(bool(days)), days_late=days,
                      remark={"missing": "未报送", "returned": "退回未重报"}.get(state, "逾期" if days else None))


def conditions():
    yield row(number=1, name="experience-years", value=5, valid_from="2022-07-01")
    yield row(number=2, name="education-and-qualification", value="both", valid_from="2018-01-01", valid_until="2022-06-30")


def write(folder, name, pairs, before=None, late={}, returned=()):
    """`before`: the same of the year before; None: it was not assessed."""
    indicators = [one for one in INDICATORS if one.code in pairs]
    cities = CITIES[:len(next(iter(pairs.values())))]
    now = Year(indicators, pairs, len(cities))
    last = Year(indicators, before, len(cities)) if before is not None else None
    queries = {"scheme": scheme(last), "indicators": province(indicators, now, last),
               "ranking": ranking(indicators, now, last, cities), "cells": cells(indicators, now, last, cities),
               "returns": returns(indicators, cities, late, returned, now), "conditions": conditions()}
    with (folder / f"{name}.xml").open("w", encoding="utf-8") as file:
        print('<data publication="assessment-report">\n  <parameter name="year" value="2024"/>', file=file)
        for query, rows in queries.items():
            print(f'  <query name="{query}">', *rows, "  </query>", sep="\n", file=file)
        print("</data>", file=file)


def figures(large, managers, policies=None):
    named = {"large-coverage": large, "managers-trained": managers}
    return named if policies is None else named | {"policies-issued": [None if one is None else (one, 1) for one in policies]}


def named(folder):
    # Two cities share a place, one misses a target by less than its value shows, one return is late.
    write(folder, "full", figures([(2499, 2500), (18, 20), (18, 20), (6, 10)], [(90, 100), (85, 100), (85, 100), (60, 100)], [3, 1, 1, 0]),
          figures([(2000, 2500), (20, 20), (10, 20), (6, 10)], [(80, 100), (80, 100), (60, 100), (50, 100)], [1, 1, 2, 0]),
          {(1, "cqo-return"): 3})
    # One city lacks a return, to one an indicator does not apply, one had a return sent back, one sent nothing.
    write(folder, "missing", figures([(20, 20), (0, 0), None, None], [None, (85, 100), (60, 100), None], [3, 1, 0, None]),
          figures([(10, 20), (20, 20), (10, 20), (6, 10)], [(80, 100), (90, 100), None, (50, 100)], [1, 1, 0, 0]),
          {(2, "methods-return"): 5}, {(2, "cqo-return")})
    write(folder, "nothing", figures([None] * 4, [None] * 4, [None] * 4), figures([(10, 20)] * 4, [(80, 100)] * 4, [1] * 4))
    # The first year; every city reached everything, and all share a place.
    write(folder, "first", figures([(20, 20), (5, 5), (7, 7), (1, 1)], [(85, 100), (80, 100), (99, 100), (80, 100)], [2, 1, 1, 1]))
    # No city reached any target; nothing and nobody moved.
    short = figures([(19, 20), (8, 10), (7, 10), (6, 10)], [(75, 100), (70, 100), (60, 100), (50, 100)], [0] * 4)
    write(folder, "short", short, short, {(city, "methods-return"): 1 for city in range(4)})
    # One city alone has data, and nothing of the year before can be compared.
    write(folder, "one", figures([(19, 20), None, None, None], [(90, 100), None, None, None], [1, None, None, None]), {},
          returned={(1, kind) for kind in KINDS})
    # To one city no indicator applies, to another only one; no target is reached; one return was sent back.
    write(folder, "exempt", figures([(0, 0), (10, 20), (0, 0), (9, 10)], [(0, 0), (60, 100), (70, 100), None]),
          figures([None, (10, 20), None, (6, 10)], [None, (60, 100), None, (50, 100)]), returned={(3, "methods-return")})
    write(folder, "none-apply", figures([(0, 0)] * 4, [(0, 0)] * 4), {})


def by_lot(folder, number):
    lot = random.Random(number)
    cities = lot.randint(1, len(CITIES))
    chosen = INDICATORS[:lot.randint(1, len(INDICATORS))]
    largest = lot.choice([2, 20, 10000])  # few: many ties

    def drawn(missing, empty):
        def pair(one):
            if lot.random() < missing:
                return None
            if one.unit != "%":
                return lot.randint(0, 3), 1
            whole = 0 if lot.random() < empty else lot.randint(1, largest)
            return lot.choice([whole, lot.randint(0, whole)]), whole
        return {one.code: [pair(one) for _ in range(cities)] for one in chosen}

    everywhere = [(city, one.kind) for city in range(cities) for one in chosen]
    now = drawn(lot.choice([0, 0, .2, .9]), lot.choice([0, .1, .9]))
    before = drawn(lot.choice([0, .3, 1]), 0) if lot.random() < .8 else None
    sent = [(city, one.kind) for city in range(cities) for one in chosen if now[one.code][city]]
    write(folder, f"lot-{number}", now, before, {place: lot.randint(1, 9) for place in sent if lot.random() < .2},
          {place for place in everywhere if lot.random() < .5})


folder = pathlib.Path(sys.argv[1])
folder.mkdir(exist_ok=True)
named(folder)
for number in range(int(sys.argv[2])):
    by_lot(folder, number)
