#!/usr/bin/env python3
"""Writes data documents of assessment-letters with figures drawn by lot: by_lot.py FOLDER COUNT.

Every combination that a year can bring may come: any indicator reached, missed, missing or not applicable, with or
without a year before, returns late, returned, missing, officers at fault or not. The same files each time.
"""
import pathlib
import random
import sys
from xml.sax.saxutils import quoteattr

INDICATORS = [("award-coverage", "获奖企业首席质量官聘任率", "%"), ("large-coverage", "规模以上企业首席质量官聘任率", "%"),
              ("small-coverage", "中小企业首席质量官聘任率", "%"), ("managers-trained", "管理人员全面质量管理培训率", "%"),
              ("shop-floor-trained", "一线职工质量知识普及率", "%"), ("quality-staff-qualified", "质量岗位人员持证率", "%"),
              ("platforms-able", "中小企业服务平台达标率", "%"), ("enrolment", "质量管理专业自学考试报名完成率", "%"),
              ("policies-issued", "质量激励政策出台件数", "件")]
RETURNS = [("cqo-return", "企业首席质量官基本情况统计表"), ("methods-return", "先进质量方法推广情况"), ("policy-return", "质量激励政策出台情况")]
CONDITIONS = [("experience-years", "从事质量管理工作年限"), ("education", "学历"), ("class-2-hours", "二类培训学时"),
              ("expired", "任期已届满"), ("expiring", "任期即将届满")]
CITIES = [("武汉市", "武汉市质量强市工作委员会办公室"), ("恩施州", "恩施州市场监督管理局"), ("神农架林区", "神农架林区质量强区工作委员会"),
          ("样例地区", "样例地区质量强区工作领导小组")]


def row(**values):
    return "<row " + " ".join(f"{name}={quoteattr(str(value))}" for name, value in values.items() if value is not None) + "/>"


def indicator(lot, kind, states):
    code, name, unit = kind
    values = {"code": code, "name": name, "formula": code, "unit": unit, "weight": lot.choice([5, 10, 15]),
              "threshold": 1 if unit == "件" else lot.choice([50, 60, 80, 100]), "state": lot.choice(states)}
    if values["state"] == "measured":
        reached = lot.random() < 0.5
        values.update(numerator=lot.randrange(9), denominator=None if unit == "件" else lot.randrange(9, 20), value=lot.randrange(100),
                      reached=int(reached), answer="是" if reached else "否", score=f"{lot.randrange(10)}.00")
        if not reached:
            values.update(short_of=lot.randrange(1, 9), behind=lot.choice([None, "1"]) if unit == "%" else "1")
    else:
        values["remark"] = "没有数据" if values["state"] == "missing" else "不适用"
    return values


def letter(lot):
    city, office = lot.choice(CITIES)
    states = lot.choice([["measured"], ["missing"], ["measured", "missing", "not-applicable"], ["measured", "not-applicable"]])
    indicators = [indicator(lot, one, states) for one in lot.sample(INDICATORS, lot.randrange(1, 10))]
    missing = sum(one["state"] == "missing" for one in indicators)
    measured = sum(one["state"] == "measured" for one in indicators)
    scored = not missing and measured
    returns = [row(kind=kind, title=title, deadline="2025-01-10", state=(state := lot.choice(["sent", "sent", "sent", "returned", "missing"])),
                   late=int(state == "sent" and lot.random() < 0.3), sent="2025-01-11" if state == "sent" else None)
               for kind, title in RETURNS]
    breaches = [row(condition=name, title=title, officers=lot.randrange(1, 9), failing=lot.randrange(1, 20))
                for name, title in CONDITIONS if lot.random() < 0.4]
    before = lot.choice([None, {}, {"score": "80.00", "place": 3}])
    if before and scored:
        before.update(gained=lot.choice(["-1.02", "0.00", "3.50"]), risen=lot.choice([-2, 0, 2]))
    queries = {
        "scheme": [row(title="2024年度质量工作督察考核方案", document_number="样质强办〔2024〕12号", issuer="样例省质量强省工作委员会办公室",
                       reference_date="2024-12-31", letter_date="2025-01-24", answer_by="2025-03-31", expiry_days=90)],
        "standing": [row(code="420100", measured=measured, missing=missing, not_applicable=len(indicators) - measured - missing,
                         score="88.00" if scored else None, place=2 if scored else None, full_score=100, cities=17,
                         placed=lot.choice([15, 17]), sharing=lot.choice([None, "黄石市", "黄石市、襄阳市"]) if scored else None)],
        "before": [] if before is None else [row(code="420100", **before)],
        "indicators": [row(**one) for one in indicators],
        "indicators_before": [] if before is None else [row(code=one["code"], value=lot.choice([None, "50.0"])) for one in indicators],
        "returns": returns, "breaches": breaches}
    return (f'<data publication="assessment-letters"><parameter name="year" value="2024"/><each>'
            f'{row(code="420100", name=city, office=office, number="样质强办函〔2025〕5号", title="关于反馈2024年度质量工作督察考核结果的函")}</each>'
            + "".join(f'<query name="{name}">{"".join(rows)}</query>' for name, rows in queries.items()) + "</data>\n")


folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
for number in range(count):
    (folder / f"letter-{number:03}.xml").write_text(letter(random.Random(number)), encoding="utf-8")
