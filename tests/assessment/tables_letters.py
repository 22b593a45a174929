"""What the table in each city's letter must say."""
from tables_report import before, compared


def letter(now, region):
    for standing in now.of(region):
        one = standing.indicator
        reached = None if standing.reached is None else "是" if standing.reached else "否"
        yield {"指标": one.name, "单位": one.unit, "基数": standing.whole, "完成数": standing.part, "完成值": standing.value,
               "目标值": one.threshold, "是否达标": reached, "分值": one.weight, "得分": standing.score,
               "备注": {"missing": "没有数据", "not-applicable": "不适用"}.get(standing.state)}


def printed(now, last, region):
    """The letter's table; a city without any data gets none."""
    if all(standing.state == "missing" for standing in now.of(region)):
        return
    for number, standing in enumerate(now.of(region), 1):
        one, previous = standing.indicator, before(last, region, standing.indicator)
        value = "不适用" if standing.state == "not-applicable" else standing.value
        reached = None if standing.reached is None else "是" if standing.reached else "否"
        yield [number, one.threshold, value, *compared(last, previous.value if previous else None), reached, one.weight, standing.score], [one.name]
    yield [sum(one.weight for one in now.scheme.indicators), now.score(region)], ["总分"]


def tables(now, last):
    for region in now.scheme.regions:
        yield f"assessment-letters-{now.year}-{region}.csv", letter(now, region)


def pages(now, last):
    for region in now.scheme.regions:
        yield f"assessment-letters-{now.year}-{region}.pdf", printed(now, last, region)
