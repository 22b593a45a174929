"""Sums that must agree across the published tables, computed from the tables alone: not from the files sent in."""
import csv
from collections import Counter
from fractions import Fraction


class Published:
    def __init__(self, folder, year):
        self.folder, self.year = folder, year

    def has(self, name):
        return (self.folder / name.format(year=self.year)).exists()

    def rows(self, name):
        with (self.folder / name.format(year=self.year)).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))


def total(rows, title):
    return sum(Fraction(row[title] or 0) for row in rows)


def disagreements(folder, year):
    """(what, one figure, the other) of each pair that differs; first how many pairs there are."""
    pairs = list(all_pairs(Published(folder, year)))
    return len(pairs), [pair for pair in pairs if pair[1] != pair[2]]


def all_pairs(published):
    if published.has("cqo-statistics-coverage-{year}.csv"):
        yield from officers(published)
        yield from coverage_in_report(published)
    yield from indicators(published)
    yield from methods(published)
    yield from bonus(published)


def officers(published):
    coverage = {row["代码"]: row for row in published.rows("cqo-statistics-coverage-{year}.csv")}
    regions = [row for code, row in coverage.items() if code.isdigit()]
    scales = [coverage["规模以上企业"], coverage["中小企业"]]
    for title in coverage["total"]:
        if title.endswith(("数", "在任")):
            whole = Fraction(coverage["total"][title])
            yield f"聘任情况：{title}，各地区之和与全省", total(regions, title), whole
            yield f"聘任情况：{title}，两种规模之和与全省", total(scales, title), whole
    yield "聘任情况：获奖企业与全省获奖企业", coverage["holders"]["企业数"], coverage["total"]["获奖企业数"]
    register = published.rows("cqo-statistics-{year}.csv")
    listed = [row for row in register if row["序号"]]
    yield "名册：企业数与全省", len(listed), Fraction(coverage["total"]["企业数"])
    yield "名册：在任与全省", sum(row["在任"] == "是" for row in listed), Fraction(coverage["total"]["聘任在任"])
    for region in regions:
        own = [row for row in listed if row["地区代码"] == region["代码"]]
        yield f"名册：{region['地区、规模或者奖项']}企业数", len(own), Fraction(region["企业数"] or 0)
    education = published.rows("cqo-statistics-education-{year}.csv")
    yield "学历：合计与全省在任", Fraction(education[-1]["人数"]), Fraction(coverage["total"]["聘任在任"])
    for title in list(education[0])[1:-1]:
        yield f"学历：{title}，各档之和与合计", total(education[:-1], title), Fraction(education[-1][title])
    yearbook = published.rows("yearbook-{year}-enterprises.csv")
    yield "年鉴：在任企业与名册", sum(row["在任情况"] == "在任" for row in yearbook), sum(row["在任"] == "是" for row in listed)
    per_region = published.rows("cqo-compliance-regions-{year}.csv")
    breaches = Counter(row["地区代码"] for row in published.rows("cqo-compliance-{year}.csv") if row["条件"] != "任期即将届满")
    for row in per_region[:-1]:
        yield f"任职条件：{row['地区']}不符合项数", breaches[row["地区代码"]], int(row["不符合项数"] or 0)
    for title in list(per_region[0])[3:-1]:
        if not title.endswith("（%）"):
            yield f"任职条件：{title}，各地区之和与合计", total(per_region[:-1], title), Fraction(per_region[-1][title])
    yield "任职条件：名单与年鉴", sum(breaches.values()), sum(
        row["条件"] != "任期即将届满" for row in published.rows("yearbook-{year}-breaches.csv"))
    named = sum(bool(row["首席质量官"]) for row in listed)
    yield "任职条件：首席质量官人数与名册", Fraction(per_region[-1]["首席质量官人数"]), named


def indicators(published):
    cells = published.rows("assessment-report-{year}-cells.csv")
    for row in published.rows("assessment-report-{year}-indicators.csv"):
        own = [cell for cell in cells if cell["指标代码"] == row["指标代码"]]
        for title in ("分子", "分母"):
            yield f"报告：{row['指标']}{title}之和与全省", total(own, title), Fraction(row[title] or 0)
        yield f"报告：{row['指标']}达标市州", sum(cell["达标"] == "1" for cell in own), int(row["达标市州数"])
    for row in published.rows("assessment-report-{year}-ranking.csv"):
        own = [cell for cell in cells if cell["地区代码"] == row["地区代码"]]
        letter = published.rows(f"assessment-letters-{{year}}-{row['地区代码']}.csv")
        yield f"函：{row['地区']}得分之和与报告", total(letter, "得分"), total(own, "得分")
        if row["总分"] and row["不适用的指标数"] == "0":
            yield f"报告：{row['地区']}得分之和与总分", total(own, "得分"), Fraction(row["总分"])
        yield f"报告：{row['地区']}达标指标数", sum(cell["达标"] == "1" for cell in own), int(row["达标指标数"])


def coverage_in_report(published):
    cells = published.rows("assessment-report-{year}-cells.csv")
    coverage = {row["代码"]: row for row in published.rows("cqo-statistics-coverage-{year}.csv")}
    for code, group in (("award-coverage", "获奖企业"), ("large-coverage", "规模以上企业"), ("small-coverage", "中小企业")):
        for cell in cells:
            if cell["指标代码"] == code:
                row = coverage[cell["地区代码"]]
                yield (f"统计表与报告：{cell['地区']}{group}", (row[group + "数"], row[group + "：聘任在任"], row[group + "：聘任率（%）"]),
                       (cell["分母"], cell["分子"], cell["完成值"]))


def methods(published):
    counties = published.rows("methods-summary-{year}-counties.csv")
    plain = [title for title in counties[0] if not title.endswith("（%）")][3:]
    regions = [row for row in counties if row["地区代码"] and not row["县（市、区）"]]
    for title in plain:
        yield f"方法：{title}，各地区之和与全省", total(regions, title), Fraction(counties[-1][title] or 0)
        for region in regions:
            own = [row for row in counties if row["地区代码"] == region["地区代码"] and row["县（市、区）"]]
            if own:
                yield f"方法：{region['市（州）']}{title}，各县之和与合计", total(own, title), Fraction(region[title] or 0)
    rates = published.rows("methods-summary-{year}-rates.csv")
    cells = {(cell["地区代码"], cell["指标"]): cell for cell in published.rows("assessment-report-{year}-cells.csv")}
    for row in rates:
        if row["地区代码"]:
            cell = cells[row["地区代码"], row["指标"]]
            yield (f"方法与报告：{row['地区']}{row['指标']}", (row["总数"], row["其中达到要求的"], row["比率（%）"]),
                   (cell["分母"], cell["分子"], cell["完成值"]))


def bonus(published):
    rows = published.rows("bonus-points-{year}.csv")
    if not rows:
        return
    claims = [row for row in rows if row["序号"]]
    refused = published.rows("bonus-points-{year}-refused.csv")
    for title in ("申报分值", "核定分值"):
        yield f"加分：{title}之和与合计", total(claims, title), Fraction(rows[-1][title])
        subtotals = [row for row in rows if row["企业名称"].endswith("小计")]
        yield f"加分：{title}，小计之和与合计", total(subtotals, title), Fraction(rows[-1][title])
    yearbook = published.rows("yearbook-{year}-bonus.csv")
    yield "加分：核定分值与年鉴", total(claims, "核定分值"), total(yearbook, "核定分值")
    yield "加分：未予加分与年鉴", total(refused, "未予加分"), total(yearbook, "申报分值") - total(yearbook, "核定分值")
