"""What the tables of cqo-statistics must say."""
from collections import OrderedDict

from figures import AWARDS, EDUCATION, SCALES, hours, percent

GROUPS = [("holders", "获奖企业", lambda one: one.awards), ("large", "规模以上企业", lambda one: one.scale == SCALES[0]),
          ("small", "中小企业", lambda one: one.scale == SCALES[1])]


def remark(now, region):
    state = now.inbox.state("cqo-return", now.year, region)
    return {"missing": "未报送", "returned": "退回未重报"}.get(state, "逾期" if now.late("cqo-return", region) else None)


def coverage_row(key, name, those, sent=None, note=None):
    """`those` are the enterprises; None where nothing was sent."""
    row = OrderedDict([("代码", key), ("地区、规模或者奖项", name)])

    def figures(chosen, titles):
        chosen = those and [one for one in those if chosen(one)]
        covered = those if chosen is None else sum(one.covered for one in chosen)
        whole = None if chosen is None else len(chosen)
        row.update(zip(titles, (whole, covered, whole and percent(covered, whole))))
    figures(lambda one: True, ("企业数", "聘任在任", "聘任率（%）"))
    for _, title, chosen in GROUPS:
        figures(chosen, (title + "数", title + "：聘任在任", title + "：聘任率（%）"))
    if those == []:
        row.update((title, 0) for title in row if title.endswith(("数", "在任")))
    row.update([("报送日期", sent), ("备注", note)])
    return {title: None if title.endswith("（%）") and not value else value for title, value in row.items()}


def coverage(now, _last):
    for region, name in now.scheme.regions.items():
        sent = now.inbox.one("cqo-return", now.year, region)
        those = [one for one in now.enterprises if one.region == region] if sent else None
        yield coverage_row(region, name, those, sent and sent.sent, remark(now, region))
    yield coverage_row("total", "全省", now.enterprises)
    for scale in SCALES:
        yield coverage_row(scale, scale, [one for one in now.enterprises if one.scale == scale])
    for award in AWARDS:
        yield coverage_row(award, award, [one for one in now.enterprises if award in [name for name, _ in one.awards]])
    yield coverage_row("holders", "获奖企业", [one for one in now.enterprises if one.awards])


def education(now, _last):
    officers = [one.officer for one in now.enterprises if one.covered]
    for grade in [*reversed(EDUCATION), "合计"]:
        those = [one for one in officers if grade in (one.education, "合计")]
        row = {"学历": grade}
        for qualification in ("相关高级职称", "高级资格", "中级资格", "初级资格", "无"):
            row[qualification] = sum(one.qualification == qualification for one in those)
        yield {**row, "人数": len(those), "比例（%）": percent(len(those), len(officers))}


REGISTER = ("序号 地区代码 地区 企业名称 统一社会信用代码 企业规模 所获质量奖项 首席质量官 学历 从事质量管理工作年限 职业资格或者职称 职务 聘任日期 "
            "任期开始日期 任期截止日期 初次培训年度 一类培训初次学时 一类培训继续教育学时 二类培训学时 在任 企业数 在任人数 聘任率（%）").split()


def register_row(**values):
    return {title: values.get(title) for title in REGISTER}


def register(now, _last):
    number = 0
    for region, name in now.scheme.regions.items():
        state = now.inbox.state("cqo-return", now.year, region)
        if state != "sent":
            yield register_row(地区代码=region, 地区=name, 企业名称={"missing": "未报送", "returned": "退回未重报"}[state])
            continue
        those = [one for one in now.enterprises if one.region == region]
        for one in sorted(those, key=lambda one: (SCALES.index(one.scale), one.name)):
            number += 1
            row = register_row(序号=number, 地区代码=region, 地区=name, 企业名称=one.name, 统一社会信用代码=one.code, 企业规模=one.scale,
                               所获质量奖项="、".join(f"{award}（{year}年）" for award, year in one.awards) or None,
                               在任="未聘" if not one.officer else "是" if one.covered else "否")
            if officer := one.officer:
                row.update({"首席质量官": officer.name, "学历": officer.education, "从事质量管理工作年限": officer.years,
                            "职业资格或者职称": officer.qualification, "职务": officer.post, "聘任日期": officer.appointed,
                            "任期开始日期": officer.begin, "任期截止日期": officer.until, "初次培训年度": officer.initial_year,
                            "一类培训初次学时": hours(officer.initial), "一类培训继续教育学时": hours(officer.continuing),
                            "二类培训学时": hours(officer.class_2)})
            yield row
        yield sum_row(those, 地区代码=region, 地区=name, 企业名称=name + "小计")
    yield sum_row(now.enterprises, 企业名称="合计")


def sum_row(those, **values):
    covered = sum(one.covered for one in those)
    return {**register_row(**values), "企业数": len(those), "在任人数": covered, "聘任率（%）": percent(covered, len(those))}


def tables(now, last):
    if not now.any_sent("cqo-return"):
        return  # then nothing is published
    yield f"cqo-statistics-{now.year}.csv", register(now, last)
    yield f"cqo-statistics-coverage-{now.year}.csv", coverage(now, last)
    yield f"cqo-statistics-education-{now.year}.csv", education(now, last)


def printed(now, last):
    """The rows of the PDF's tables: coverage, education, and the list with every enterprise."""
    for row in coverage(now, last):
        figures = [value for title, value in row.items() if title not in ("代码", "地区、规模或者奖项", "报送日期", "备注")]
        figures = ["不适用" if value is None and whole == 0 else value for value, whole in zip(figures, [None, None] + figures)]
        if row["代码"] in now.scheme.regions:
            yield figures, [row["地区、规模或者奖项"], row["备注"] or ""], [row["报送日期"]] if row["报送日期"] else []
        elif row["代码"] == "total":
            yield figures, ["合计"]
        else:  # by scale: all and award holders; by award: all, 规模以上, 中小
            yield figures[:6] if row["代码"] in SCALES else figures[:3] + figures[6:], ["合计" if row["代码"] == "holders" else row["代码"]]
    for row in education(now, last):
        yield list(row.values())[1:], [row["学历"]]
    for row in register(now, last):
        if row["首席质量官"]:
            dates = [row["聘任日期"], row["任期开始日期"], row["任期截止日期"]]
            yield ([row["从事质量管理工作年限"]], [row["企业名称"], row["首席质量官"], row["职务"], row["职业资格或者职称"]],
                   [row["统一社会信用代码"][:8], row["统一社会信用代码"][8:], *dates])
            yield [row["一类培训初次学时"], row["一类培训继续教育学时"], row["二类培训学时"]], [row["企业名称"], row["在任"]], dates
        elif row["序号"]:
            yield [row["序号"]], [row["企业名称"]], [row["统一社会信用代码"][:8], row["统一社会信用代码"][8:]]


def pages(now, last):
    if not now.any_sent("cqo-return"):
        return  # then nothing is published
    yield f"cqo-statistics-{now.year}.pdf", printed(now, last)
