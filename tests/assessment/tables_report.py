"""What the tables of assessment-report must say."""
from figures import KIND_OF

KIND_TITLE = {"cqo-return": "企业首席质量官基本情况统计表", "methods-return": "先进质量方法推广情况",
              "policy-return": "质量激励政策出台情况", "enrolment": "自学考试报名情况"}


def tenths(value):
    return int(value.replace(".", "")) if "." in value else 10 * int(value)


def difference(now, before, unit="%"):
    """Between two figures as they are printed; None if one is not there."""
    if now is None or before is None:
        return None
    moved = tenths(now) - tenths(before)
    sign = "-" if moved < 0 else ""
    whole, rest = divmod(abs(moved), 10)
    return f"{sign}{whole}.{rest}" if unit == "%" else f"{sign}{whole}"


def before(last, region, indicator):
    """Last year's standing by the same formula, if that year's scheme had it."""
    found = [one for one in last.scheme.indicators if (one.formula, one.unit) == (indicator.formula, indicator.unit)]
    return last.standings.get((region, found[0].code)) if found else None


def place(figures, indicator, standing):
    """By the exact share; equal ones share a place."""
    if standing.state != "measured":
        return None
    return 1 + sum(other.exact > standing.exact for region in figures.scheme.regions
                   if (other := figures.standings[region, indicator.code]).state == "measured")


def indicators(now, last):
    for number, one in enumerate(now.scheme.indicators, 1):
        province = now.province(one)
        previous = [last.province(other) for other in last.scheme.indicators if (other.formula, other.unit) == (one.formula, one.unit)]
        states = [now.standings[region, one.code] for region in now.scheme.regions]
        value_before = previous[0].value if previous else None
        yield {"序号": number, "指标代码": one.code, "指标": one.name, "分值": one.weight, "目标值": one.threshold,
               "单位": one.unit, "分子": province.part, "分母": province.whole, "全省完成值": province.value,
               "上年完成值": value_before, "比上年增减": difference(province.value, value_before, one.unit),
               "有数据的市州数": sum(s.state == "measured" for s in states), "达标市州数": sum(bool(s.reached) for s in states),
               "没有数据的市州数": sum(s.state == "missing" for s in states),
               "不适用的市州数": sum(s.state == "not-applicable" for s in states)}


def ranking(now, last):
    order = list(now.scheme.regions)
    for region in sorted(order, key=lambda region: (now.places[region] or 99, order.index(region))):
        place_now, place_before = now.places[region], last.places.get(region)
        yield {"名次": place_now, "地区代码": region, "地区": now.scheme.regions[region], "总分": now.score(region),
               "达标指标数": sum(bool(one.reached) for one in now.of(region)),
               "没有数据的指标数": sum(one.state == "missing" for one in now.of(region)),
               "不适用的指标数": sum(one.state == "not-applicable" for one in now.of(region)),
               "上年总分": last.score(region), "上年名次": place_before,
               "名次上升": place_before - place_now if place_now and place_before else None}


def cells(now, last):
    for region, name in now.scheme.regions.items():
        for one in now.scheme.indicators:
            standing = now.standings[region, one.code]
            previous = before(last, region, one)
            value_before = previous.value if previous else None
            yield {"地区代码": region, "地区": name, "指标代码": one.code, "指标": one.name, "分值": one.weight, "目标值": one.threshold,
                   "单位": one.unit, "数据": standing.state, "分子": standing.part, "分母": standing.whole, "完成值": standing.value,
                   "达标": None if standing.reached is None else int(standing.reached), "得分": standing.score,
                   "位次": place(now, one, standing), "上年完成值": value_before,
                   "比上年增减": difference(standing.value, value_before, one.unit)}


def returns(now, _last):
    needed = sorted({KIND_OF[one.formula] for one in now.scheme.indicators}, key=lambda kind: (KIND_TITLE[kind].encode(), kind))
    for region, name in now.scheme.regions.items():
        for kind in needed:
            state = now.inbox.state(kind, now.year, region)
            sent = now.inbox.one(kind, now.year, region)
            remark = {"missing": "未报送", "returned": "退回未重报"}.get(state, "逾期" if now.late(kind, region) else None)
            yield {"地区代码": region, "地区": name, "报送材料": KIND_TITLE[kind], "报送日期": sent and sent.sent,
                   "截止日期": now.deadline(kind), "情况": remark}


def conditions(now, _last):
    for name, value, first, until in now.scheme.conditions:
        yield {"条件": name, "内容": value, "生效日期": first, "失效日期": until}


def tables(now, last):
    for make in (indicators, ranking, cells, returns, conditions):
        yield f"assessment-report-{now.year}-{make.__name__}.csv", make(now, last)


def signed(change):
    return change if change is None or change.startswith("-") or not any("1" <= digit <= "9" for digit in change) else "+" + change


def compared(last, *figures):
    """Columns that are printed only where there is a year before."""
    return figures if last.scheme.indicators else ()


def printed_cell(row):
    return "不适用" if row["数据"] == "not-applicable" else row["完成值"]


def printed(now, last):
    """The rows of the PDF's tables: the province, the ranking, each indicator, each city, who sent when, the appendix.
    In the first year there are no columns for the year before."""
    provinces = {row["指标代码"]: row for row in indicators(now, last)}
    for row in provinces.values():
        yield ([row["分值"], row["目标值"], row["全省完成值"], *compared(last, row["上年完成值"], signed(row["比上年增减"])),
                row["达标市州数"], row["没有数据的市州数"], row["不适用的市州数"]], [row["指标"]])
        counts = [row["分母"], row["分子"]] if row["单位"] == "%" else []
        yield [*counts, row["全省完成值"]], ["全省"]
    for row in ranking(now, last):
        rise = row["名次上升"]
        moved = None if rise is None else "持平" if rise == 0 else f"上升{rise}" if rise > 0 else f"下降{-rise}"
        yield [row["名次"]], [row["地区"]], [row["总分"] or "—"]
        yield ([row["总分"], row["达标指标数"], row["没有数据的指标数"], row["不适用的指标数"], *compared(last, row["上年名次"], moved)],
               [row["地区"]])
    for row in cells(now, last):
        counts = [row["分母"], row["分子"]] if row["单位"] == "%" else []
        attained = None if row["达标"] is None else "是" if row["达标"] else "否"
        before_and_change = compared(last, row["上年完成值"], signed(row["比上年增减"]))
        value = printed_cell(row)
        yield [*counts, value, attained, row["得分"], row["位次"], *before_and_change], [row["地区"]]
        if any(standing.state != "missing" for standing in now.of(row["地区代码"])):
            # What is counted in 件 has a sum, which is no value of the province.
            province = provinces[row["指标代码"]]["全省完成值"] if row["单位"] == "%" else None
            yield [row["目标值"], value, province, *before_and_change, attained, row["得分"], row["位次"]], [row["指标"]]
    yield from appendix(now, last)
    yield from dates(now, last)


def appendix(now, last):
    rows = list(cells(now, last))
    for region, name in now.scheme.regions.items():
        figures = [figure for row in rows if row["地区代码"] == region for figure in (printed_cell(row), row["得分"])]
        yield [*figures, now.score(region), now.places[region]], [name]


def dates(now, last):
    rows = list(returns(now, last))
    for region, name in now.scheme.regions.items():
        yield [sent_on(row) for row in rows if row["地区代码"] == region], [name]


def sent_on(row):
    if not row["报送日期"]:
        return row["情况"]
    day = f"{int(row['报送日期'][5:7])}月{int(row['报送日期'][8:])}日"
    return f"{day}（{row['情况']}）" if row["情况"] else day


def pages(now, last):
    yield f"assessment-report-{now.year}.pdf", printed(now, last)
