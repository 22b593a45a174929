"""What the tables of methods-summary must say."""
from figures import METHODS, RATES, percent
from tables_report import before, difference, place

COLUMNS = {"enterprises": "规模以上工业企业数", "managers": "管理人员数", "managers-trained": "接受全面质量管理培训的管理人员数",
           "shop-floor": "一线职工数", "shop-floor-trained": "掌握质量基础知识的一线职工数", "quality-staff": "质量岗位人员数",
           "quality-staff-qualified": "持有职业资格的质量岗位人员数", "platforms": "中小企业服务平台数",
           "platforms-able": "具备质量培训咨询能力的平台数", "quality-groups": "质量管理小组数", "six-sigma": "六西格玛项目数",
           "suggestions": "合理化建议数", "lectures": "质量专家宣讲场次"}
RATE_TITLES = {"managers-trained": "管理人员培训率（%）", "shop-floor-trained": "一线职工普及率（%）",
               "quality-staff-qualified": "质量岗位人员持证率（%）", "platforms-able": "服务平台达标率（%）"}
WORK = ("quality-groups", "six-sigma", "suggestions", "lectures")


def indicators(figures):
    return [one for one in figures.scheme.indicators if one.formula in RATES]


def province(now, last):
    for one in indicators(now):
        standing = now.province(one)
        states = [now.standings[region, one.code] for region in now.scheme.regions]
        previous = [last.province(other).value for other in indicators(last) if other.formula == one.formula]
        yield {"指标": one.name, "目标值（%）": one.threshold, "总数": standing.whole, "其中达到要求的": standing.part,
               "比率（%）": standing.value, "与目标相差（百分点）": difference(standing.value, str(one.threshold)),
               "有数据的地区": sum(state.state == "measured" for state in states),
               "达到目标的地区": sum(bool(state.reached) for state in states),
               "上年比率（%）": previous[0] if previous else None,
               "比上年增减（百分点）": difference(standing.value, previous[0] if previous else None)}


def rates(now, last):
    for one in indicators(now):
        for number, (region, name) in enumerate(now.scheme.regions.items(), 1):
            standing, previous = now.standings[region, one.code], before(last, region, one)
            row = rate_row(one, standing, previous, number, region, name, place(now, one, standing))
            if now.inbox.state("methods-return", now.year, region) == "returned":
                row["达到目标"] = "退回未重报"
            yield row
        previous = [last.province(other) for other in indicators(last) if other.formula == one.formula]
        yield rate_row(one, now.province(one), previous[0] if previous else None, None, None, "全省", None)


def rate_row(indicator, standing, previous, number, region, name, position):
    attained = {"missing": "未报送", "not-applicable": "不适用"}.get(standing.state, "是" if standing.reached else "否")
    value_before = previous.value if previous else None
    return {"指标": indicator.name, "目标值（%）": indicator.threshold, "序号": number, "地区代码": region, "地区": name,
            "总数": standing.whole, "其中达到要求的": standing.part, "比率（%）": standing.value, "达到目标": attained,
            "名次": position, "上年比率（%）": value_before, "比上年增减（百分点）": difference(standing.value, value_before)}


def summed(figures, regions):
    """The sums over the counties of the regions that sent; None if none did."""
    rows = [row for region in regions for _, row in figures.methods(region) or []]
    return {name: sum(row[name] for row in rows) for name in METHODS} if rows else None


def work(now, last):
    regions = [(number, region, name, [region]) for number, (region, name) in enumerate(now.scheme.regions.items(), 1)]
    for number, region, name, those in [*regions, (None, None, "全省", list(now.scheme.regions))]:
        sums = summed(now, those) or {}
        sums_before = summed(last, those if region else list(last.scheme.regions)) or {}
        row = {"序号": number, "地区代码": region, "地区": name, COLUMNS["enterprises"]: sums.get("enterprises")}
        for column in WORK:
            row[COLUMNS[column]] = sums.get(column)
            row["上年" + COLUMNS[column]] = sums_before.get(column)
        yield row


def county_row(region, name, county, row):
    line = {"地区代码": region, "市（州）": name, "县（市、区）": county}
    for column, title in COLUMNS.items():
        line[title] = row.get(column)
        if column in RATES:
            line[RATE_TITLES[column]] = percent(row[column], row[RATES[column]]) if row else None
    return line


def counties(now, _last):
    for region, name in now.scheme.regions.items():
        for county, row in now.methods(region) or []:
            if county != name:  # a city without counties is one row
                yield county_row(region, name, county, row)
        yield county_row(region, name, None, summed(now, [region]) or {})
    yield county_row(None, "全省", None, summed(now, now.scheme.regions) or {})


def tables(now, last):
    for name, make in (("province", province), ("rates", rates), ("work", work), ("counties", counties)):
        yield f"methods-summary-{now.year}-{name}.csv", make(now, last)


def printed(now, last):
    """The rows of the PDF's tables; without any return there are none."""
    if not now.any_sent("methods-return"):
        return
    for row in province(now, last):
        yield ([row[title] for title in ("目标值（%）", "总数", "其中达到要求的", "比率（%）", "与目标相差（百分点）", "上年比率（%）", "比上年增减（百分点）")]
               + [f"{row['达到目标的地区']}/{row['有数据的地区']}"], [row["指标"]])
    for row in rates(now, last):
        yield ([row["总数"], row["其中达到要求的"], row["比率（%）"], row["名次"],
                row["上年比率（%）"], row["比上年增减（百分点）"]], ["合计" if row["地区"] == "全省" else row["地区"]])
    for row in work(now, last):
        yield [row[COLUMNS[name]] for name in ("enterprises", *WORK)], ["合计" if row["地区"] == "全省" else row["地区"]]
    for row in counties(now, last):
        for column, title in RATE_TITLES.items():
            yield [row[COLUMNS[RATES[column]]], row[COLUMNS[column]], row[title]], [row["县（市、区）"] or row["市（州）"]]
        yield [row[COLUMNS[name]] for name in WORK], [row["县（市、区）"] or row["市（州）"]]


def pages(now, last):
    yield f"methods-summary-{now.year}.pdf", printed(now, last)
