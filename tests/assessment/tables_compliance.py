"""What the tables of cqo-compliance must say: who misses which condition, and how many in each city."""
from collections import OrderedDict

from figures import hours, percent
from tables_officers import remark

# As printed, in the order of the columns: condition → title, whether it is judged on the day of appointment.
CONDITIONS = OrderedDict([
    ("experience-years", ("从事质量管理工作年限", True)), ("education", ("学历", True)),
    ("qualification", ("职业资格或者职称", True)), ("education-or-qualification", ("学历或者资格", True)),
    ("term-years", ("任期长度", True)), ("exclusion", ("不得聘任的情形", False)),
    ("initial-hours", ("一类培训初次学时", False)), ("continuing-hours", ("一类培训继续教育学时", False)),
    ("class-2-hours", ("二类培训学时", False)), ("expired", ("任期已届满", False)), ("expiring", ("任期即将届满", False))])
HOURS = {"initial-hours": "initial", "continuing-hours": "continuing", "class-2-hours": "class_2"}


def missed(officer, scheme):
    """The conditions an officer misses; where either of two is enough, both missed are one."""
    found = set(officer.shortcomings(scheme))
    if (scheme.condition("education-and-qualification", officer.appointed) == "either"
            and {"education", "qualification"} <= found):
        found = found - {"education", "qualification"} | {"education-or-qualification"}
    if officer.days_left(scheme) < 0:
        found.add("expired")
    if officer.expires_soon(scheme):
        found.add("expiring")
    if officer.exclusions:
        found.add("exclusion")
    return [condition for condition in CONDITIONS if condition in found]


def required_and_found(condition, officer, scheme, day):
    asked = scheme.condition("expiry-days" if condition == "expiring" else condition, day)
    if condition == "experience-years":
        return f"不少于{asked}年", f"{officer.years}年"
    if condition in ("education", "qualification"):
        return asked + "及以上", getattr(officer, condition)
    if condition == "education-or-qualification":
        return ("，或者".join(scheme.condition(one, day) + "及以上" for one in ("education", "qualification")),
                f"{officer.education}，{officer.qualification}")
    if condition == "term-years":
        return f"不超过{asked}年", f"{officer.begin}至{officer.until}"
    if condition in HOURS:
        return f"不少于{asked}学时", f"{hours(getattr(officer, HOURS[condition]))}学时"
    if condition == "expired":
        return f"{scheme.reference_date}仍在任期内", f"{officer.until}届满"
    return f"{asked}日内不届满", f"{officer.until}届满"


def breaches_of(officer, scheme):
    """(condition, what is asked, what is, the day it is judged on) for each that the officer misses."""
    for condition in missed(officer, scheme):
        title, at_appointment = CONDITIONS[condition]
        day = officer.appointed if at_appointment else scheme.reference_date
        if condition == "exclusion":
            for reason in sorted(officer.exclusions):
                yield title, "没有", reason, day
        else:
            yield title, *required_and_found(condition, officer, scheme, day), day


def breaches(now, _last):
    number = 0
    for region, name in now.scheme.regions.items():
        for one in sorted((one for one in now.enterprises if one.region == region and one.officer), key=lambda one: one.name):
            for title, required, found, day in breaches_of(one.officer, now.scheme):
                number += 1
                yield OrderedDict([("序号", number), ("地区代码", region), ("地区", name), ("企业名称", one.name),
                                   ("统一社会信用代码", one.code), ("首席质量官", one.officer.name), ("条件", title),
                                   ("要求", required), ("实际", found), ("核对日期", day)])


def counts(number, code, name, officers, scheme, note=None):
    """`officers` is None where nothing was sent."""
    row = OrderedDict([("序号", number), ("地区代码", code), ("地区", name)])
    each = officers and [missed(one, scheme) for one in officers]

    def count(chosen):
        return None if officers is None else sum(map(chosen, each or []))
    persons = count(lambda conditions: bool(set(conditions) - {"expiring"}))
    reasons = sum(max(0, len(one.exclusions) - 1) for one in officers or [])
    items = count(lambda conditions: len(set(conditions) - {"expiring"}))
    row.update([("首席质量官人数", None if officers is None else len(officers)), ("不符合人数", persons),
                ("不符合人数比例（%）", percent(persons, len(officers)) if officers else None),
                ("不符合项数", None if items is None else items + reasons)])
    for condition, (title, _) in CONDITIONS.items():
        row[title] = count(lambda conditions: condition in conditions)
    row["备注"] = note
    return row


def regions(now, _last):
    officers = {region: [one.officer for one in now.enterprises if one.region == region and one.officer]
                if now.inbox.one("cqo-return", now.year, region) else None for region in now.scheme.regions}
    for number, (region, name) in enumerate(now.scheme.regions.items(), 1):
        yield counts(number, region, name, officers[region], now.scheme, remark(now, region))
    yield counts(None, None, "合计", [one for those in officers.values() for one in those or []], now.scheme)


def tables(now, last):
    if not now.any_sent("cqo-return"):
        return  # then nothing is published
    yield f"cqo-compliance-{now.year}.csv", breaches(now, last)
    yield f"cqo-compliance-regions-{now.year}.csv", regions(now, last)


def printed(now, last):
    for row in regions(now, last):
        figures = [value for title, value in row.items()
                   if title not in ("序号", "地区代码", "地区", "不符合人数比例（%）", "不符合项数", "备注")]
        yield figures, [row["地区"]]
    for row in breaches(now, last):
        code = row["统一社会信用代码"]
        yield [row["序号"]], [row["企业名称"], row["首席质量官"], row["条件"], row["要求"], row["实际"]], [code[:8], code[8:]]


def pages(now, last):
    if not now.any_sent("cqo-return"):
        return  # then nothing is published
    yield f"cqo-compliance-{now.year}.pdf", printed(now, last)
