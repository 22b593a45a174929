"""What the tables of the yearbook must say. Its file for spreadsheets is held to these by spreadsheet.py."""
from figures import hours, percent
from tables_bonus import reason
from tables_compliance import breaches_of
from tables_methods import county_row as methods_row, summed
from tables_officers import GROUPS
from tables_report import KIND_TITLE, before, ranking as report_ranking, returns as report_returns

CONDITION_TITLE = {"experience-years": "从事质量管理工作的年限（年）", "education": "学历", "qualification": "职业资格或者职称",
                   "education-and-qualification": "学历与资格的关系", "term-years": "任期最长（年）", "initial-hours": "一类培训初次学时",
                   "continuing-hours": "一类培训继续教育学时（每年）", "class-2-hours": "二类培训学时（每年）",
                   "expiry-days": "任期届满前多少天内提醒", "courses": "全员报考合格课程门数"}
RESULT = {"missing": "没有数据", "not-applicable": "不适用"}
ARRIVAL = {"missing": "未报送", "returned": "退回未重报"}


def scheme(now, _last):
    sent = now.scheme.submission
    titles = {"年度": "@year", "方案名称": "title", "发文字号": "document-number", "印发单位": "issuer", "印发日期": "issued",
              "报送截止日期": "deadline", "统计截止日期": "reference-date", "报告发文字号": "report/document-number", "报告日期": "report/date"}
    yield {title: sent.text(path) for title, path in titles.items()}


def regions(now, _last):
    for number, one in enumerate(now.scheme.submission.all("region"), 1):
        yield {"序号": number, "地区代码": one.text("@code"), "地区": one.text(""), "地区质强办": one.text("@office")}


def indicators(now, _last):
    for number, one in enumerate(now.scheme.submission.all("indicator"), 1):
        yield {"序号": number, "指标代码": one.text("@code"), "指标": one.text("name"), "分值": one.text("@weight"),
               "目标值": one.text("@threshold"), "单位": one.text("@unit"), "说明": one.text("note")}


def conditions(now, _last):
    for number, (name, value, first, until) in enumerate(now.scheme.conditions, 1):
        yield {"序号": number, "条件": CONDITION_TITLE[name], "要求": {"both": "都要具备", "either": "具备其一"}.get(value, value),
               "生效日期": first, "失效日期": until}


def ranking(now, last):
    for row in report_ranking(now, last):
        standings = now.of(row["地区代码"])
        missing = [one.indicator.name for one in standings if one.state == "missing"]
        yield {"名次": row["名次"], "地区代码": row["地区代码"], "地区": row["地区"], "总分": row["总分"],
               "有数据的指标": sum(one.state == "measured" for one in standings), "不适用的指标": row["不适用的指标数"],
               "没有数据的指标": row["没有数据的指标数"], "没有数据的指标名称": "、".join(missing) or None}


def standings(now, last):
    for region, name in now.scheme.regions.items():
        for standing in now.of(region):
            one, previous = standing.indicator, before(last, region, standing.indicator)
            yield {"地区代码": region, "地区": name, "指标代码": one.code, "指标": one.name, "分值": one.weight, "目标值": one.threshold,
                   "单位": one.unit, "分子": standing.part, "分母": standing.whole, "指标值": standing.value, "得分": standing.score,
                   "上年指标值": previous.value if previous else None,
                   "结果": RESULT.get(standing.state, "达到" if standing.reached else "未达到")}


def province(now, last):
    for one in now.scheme.indicators:
        standing, states = now.province(one), [now.standings[region, one.code].state for region in now.scheme.regions]
        previous = [last.province(other).value for other in last.scheme.indicators if (other.formula, other.unit) == (one.formula, one.unit)]
        yield {"指标代码": one.code, "指标": one.name, "分值": one.weight, "目标值": one.threshold, "单位": one.unit,
               "分子": standing.part, "分母": standing.whole, "指标值": standing.value, "上年指标值": previous[0] if previous else None,
               "有数据的地区": states.count("measured"),
               "达到目标的地区": sum(bool(now.standings[region, one.code].reached) for region in now.scheme.regions),
               "不适用的地区": states.count("not-applicable"), "没有数据的地区": states.count("missing")}


def arrival(now, kind, region):
    state = now.inbox.state(kind, now.year, region)
    return ARRIVAL.get(state, "逾期报送" if now.late(kind, region) else "按期报送")


def returns(now, last):
    kinds = {title: kind for kind, title in KIND_TITLE.items()}
    order = list(now.scheme.regions)
    for row in sorted(report_returns(now, last), key=lambda row: (order.index(row["地区代码"]), kinds[row["报送材料"]])):
        kind = kinds[row["报送材料"]]
        sent = now.inbox.one(kind, now.year, row["地区代码"])
        yield {"地区代码": row["地区代码"], "地区": row["地区"], "报送材料": row["报送材料"], "截止日期": row["截止日期"],
               "报送日期": row["报送日期"], "结果": arrival(now, kind, row["地区代码"]), "文件": sent and sent.path.name}


def coverage_row(number, region, name, those):
    row = {"序号": number, "地区代码": region, "地区": name}
    for _, title, chosen in GROUPS:
        group = None if those is None else [one for one in those if chosen(one)]
        covered = group and sum(one.covered for one in group)
        row[title + "数"] = None if group is None else len(group)
        row[title + "：聘任在任"] = None if group is None else covered or 0
        row[title + "：聘任率（%）"] = percent(covered, len(group)) if group else None
    return row


def coverage(now, _last):
    for number, (region, name) in enumerate(now.scheme.regions.items(), 1):
        sent = now.inbox.one("cqo-return", now.year, region)
        yield coverage_row(number, region, name, [one for one in now.enterprises if one.region == region] if sent else None)
    yield coverage_row(None, None, "全省", now.enterprises if now.any_sent("cqo-return") else None)


def enterprises(now, _last):
    for one in now.enterprises:
        officer = one.officer
        row = {"地区代码": one.region, "地区": now.scheme.regions[one.region], "企业名称": one.name, "统一社会信用代码": one.code,
               "企业规模": one.scale, "所获质量奖项": "、".join(f"{award}（{year}年）" for award, year in one.awards) or None,
               "首席质量官": None, "学历": None, "从事质量管理工作年限": None, "职业资格或者职称": None, "职务": None, "聘任日期": None,
               "任期开始日期": None, "任期截止日期": None, "初次培训年度": None, "一类培训初次学时": None, "一类培训继续教育学时": None,
               "二类培训学时": None, "在任情况": "在任" if one.covered else "不在任" if officer else "未聘"}
        if officer:
            row.update({"首席质量官": officer.name, "学历": officer.education, "从事质量管理工作年限": officer.years,
                        "职业资格或者职称": officer.qualification, "职务": officer.post, "聘任日期": officer.appointed,
                        "任期开始日期": officer.begin, "任期截止日期": officer.until, "初次培训年度": officer.initial_year,
                        "一类培训初次学时": hours(officer.initial), "一类培训继续教育学时": hours(officer.continuing),
                        "二类培训学时": hours(officer.class_2)})
        yield row


def breaches(now, _last):
    for one in now.enterprises:
        for condition, wanted, actual, day in breaches_of(one.officer, now.scheme) if one.officer else ():
            yield {"地区代码": one.region, "地区": now.scheme.regions[one.region], "企业名称": one.name, "统一社会信用代码": one.code,
                   "首席质量官": one.officer.name, "条件": condition, "要求": wanted, "实际": actual, "判定日期": day}


def methods(now, _last):
    for number, (region, name) in enumerate(now.scheme.regions.items(), 1):
        yield methods_sum(number, region, name, summed(now, [region]))
    yield methods_sum(None, None, "全省", summed(now, now.scheme.regions) or {})


def methods_sum(number, region, name, sums):
    row = methods_row(region, name, None, sums or {})
    del row["县（市、区）"]
    return {"序号": number, "地区代码": row.pop("地区代码"), "地区": row.pop("市（州）"), **row}


def counties(now, _last):
    for region, name in now.scheme.regions.items():
        for county, row in now.methods(region) or []:
            yield methods_row(region, name, county, row)


def policies(now, _last):
    for region, name in now.scheme.regions.items():
        sent = now.inbox.one("policy-return", now.year, region)
        for one in sent.all("policy") if sent else ():
            yield {"地区代码": region, "地区": name, "政策类型": one.text("type"), "政策名称": one.text("title"),
                   "发文字号": one.text("document-number"), "印发单位": one.text("issuer"), "印发日期": one.text("issued"),
                   "条款": one.text("clause"), "佐证材料": one.text("evidence")}


def enrolment(now, _last):
    if all(one.formula != "enrolment" for one in now.scheme.indicators):
        return  # the scheme does not ask for it
    rows = []
    for number, (region, name) in enumerate(now.scheme.regions.items(), 1):
        persons, target = now.measure(region, "enrolment")
        rows.append((persons, target))
        sent = now.inbox.one("enrolment", now.year, region)
        yield {"序号": number, "地区代码": region, "地区": name, "目标人数": target, "报名人数": persons,
               "完成率（%）": target and percent(persons, target), "截止日期": now.deadline("enrolment"), "报送日期": sent and sent.sent,
               "报送情况": arrival(now, "enrolment", region)}
    known = [row for row in rows if row[0] is not None]
    persons, target = (sum(row[place] for row in known) if known else None for place in (0, 1))
    yield {"序号": None, "地区代码": None, "地区": "全省", "目标人数": target, "报名人数": persons, "完成率（%）": target and percent(persons, target),
           "截止日期": None, "报送日期": None, "报送情况": None}


def bonus(now, _last):
    order = list(now.scheme.regions)
    for one in sorted(now.bonus(), key=lambda one: (order.index(one.region), one.credit_code, one.code)):
        yield {"地区代码": one.region, "地区": now.scheme.regions[one.region], "企业名称": one.enterprise, "统一社会信用代码": one.credit_code,
               "加分项": one.code, "申报分值": one.claimed, "符合条件的人数": len(one.counted), "核定分值": one.points, "依据": reason(one)}


def tables(now, last):
    for make in (scheme, regions, indicators, conditions, ranking, standings, province, returns, coverage, enterprises,
                 breaches, methods, counties, policies, enrolment, bonus):
        yield f"yearbook-{now.year}-{make.__name__}.csv", make(now, last)


def pages(_now, _last):
    return []
