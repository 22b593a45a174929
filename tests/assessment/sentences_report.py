"""What the assessment report must say in words: who leads, who lags, how many reached the target, what changed, as
figures.py has it."""
from datetime import date
from fractions import Fraction

from figures import KIND_OF, rounded
from tables_report import KIND_TITLE, difference

COUNTED = {"award-coverage": ("获奖企业", "聘任首席质量官的", "家", "中，"), "large-coverage": ("规模以上企业", "聘任首席质量官的", "家", "中，"),
           "small-coverage": ("中小企业", "聘任首席质量官的", "家", "中，"),
           "managers-trained": ("管理人员", "接受全面质量管理培训的", "人", "中，"),
           "shop-floor-trained": ("一线职工", "掌握质量管理基础知识的", "人", "中，"),
           "quality-staff-qualified": ("质量岗位人员", "取得职业资格的", "人", "中，"),
           "platforms-able": ("服务平台", "能够开展培训和咨询的", "个", "中，"), "enrolment": ("报名目标", "已报名", "人", "，")}
MOST = 5  # names in a sentence


def names(regions, now):
    listed = [now.scheme.regions[region] for region in regions]
    return "、".join(listed) if len(listed) <= MOST else f"{listed[0]}等{len(listed)}个市州"


def all_names(regions, now):
    return "、".join(now.scheme.regions[region] for region in regions)


def moved(change, unit):
    """提高3.5个百分点, 减少2件, 持平."""
    if Fraction(change) == 0:
        return "持平"
    up, down = ("提高", "下降") if unit == "%" else ("增加", "减少")
    return (down if change.startswith("-") else up) + change.lstrip("-") + ("个百分点" if unit == "%" else unit)


def against_last_year(change, unit, last):
    if not last.scheme.indicators:
        return ""
    if change is None:
        return f"，{last.year}年度没有可比数据"
    return f"，{'与' if Fraction(change) == 0 else '比'}{last.year}年度{moved(change, unit)}"


# --- the province

def overview(now, last):
    rated = [one for one in now.scheme.indicators if one.unit == "%"]
    with_value = lambda ones: "、".join(f"{one.name}（{now.province(one).value}%）" for one in ones)
    reached = [one for one in rated if now.province(one).reached]
    short = [one for one in rated if now.province(one).reached is False]
    if reached and short and len(reached) + len(short) == len(rated):
        yield (f"以比率考核的{len(rated)}项指标（表1）中，全省达到目标值的有{len(reached)}项：{with_value(reached)}；"
               f"没有达到的有{len(short)}项：{with_value(short)}。")
    regions = now.scheme.regions
    complete = [region for region in regions if all(one.reached or one.state == "not-applicable" for one in now.of(region))]
    if complete and len(complete) < len(regions):
        yield f"各项指标全部达到目标值的有{len(complete)}个市州：{all_names(sorted(complete, key=lambda one: (now.places[one], list(regions).index(one))), now)}。"
    elif not complete:
        yield "没有市州各项指标全部达到目标值。"
    if not last.scheme.indicators:
        yield f"{last.year}年度没有考核数据，本报告不作年度比较。"


def ranking(now):
    placed = sorted((region for region in now.places if now.places[region]), key=lambda one: now.places[one])
    without = [region for region in now.places if not now.places[region]]
    if placed and without:
        yield f"参加排名的有{len(placed)}个市州（表2、图"
        yield f"{all_names(without, now)}有指标没有数据，不计总分，不参加排名。"
    on = lambda number: [region for region in now.scheme.regions if now.places[region] == number]
    shown = lambda those: f"{names(those, now)}（{'并列，均为' if len(those) > 1 else ''}{now.score(those[0])}分）"
    if len(placed) > 1 and now.places[placed[-1]] > 1:
        yield f"总分最高的是{shown(on(1))}，最低的是{shown(on(now.places[placed[-1]]))}。"


# --- an indicator

def indicator(now, last, one):
    province = now.province(one)
    standings = {region: now.standings[region, one.code] for region in now.scheme.regions}
    measured = [region for region, standing in standings.items() if standing.state == "measured"]
    missing = [region for region, standing in standings.items() if standing.state == "missing"]
    previous = [other for other in last.scheme.indicators if (other.formula, other.unit) == (one.formula, one.unit)]
    change = difference(province.value, last.province(previous[0]).value if previous else None, one.unit)
    who = f"有数据的{len(standings) - len(missing)}个市州" if missing else "全省"
    if province.value is None:
        yield "没有可以考核的数据。"
    elif one.unit == "%":
        whole, part, counter, joint = COUNTED[one.formula]
        gap = Fraction(province.value) - one.threshold
        yield (f"{who}{whole}{province.whole}{counter}{joint}{part}{province.part}{counter}，完成值为{province.value}%，"
               + (f"{'高' if gap > 0 else '低'}于目标值{rounded(abs(gap), 1)}个百分点" if gap else "达到目标值" if province.reached else "")
               + against_last_year(change, one.unit, last))
    else:
        yield f"{who}共出台质量激励政策{province.part}件" + against_last_year(change, one.unit, last)
    short = [region for region in measured if not standings[region].reached]
    those = f"{len(measured)}个市州" if len(measured) == len(standings) else f"参加本项考核的{len(measured)}个市州"
    value = lambda region: f"{standings[region].value}{one.unit}"
    reached = [region for region in measured if region not in short]
    if reached and short:
        named = len(short) <= MOST and len(short) <= len(reached)
        few = len(reached) <= MOST and len(reached) < len(short)
        yield (f"{those}中，达到目标值的有{len(reached)}个" + (f"：{all_names(reached, now)}；" if few else "，") + f"没有达到的有{len(short)}个"
               + ("：" + "、".join(f"{now.scheme.regions[region]}（{value(region)}）" for region in short) if named else "") + "。")
    elif measured:
        yield f"{those}{'都没有' if short else '全部'}达到目标值。"
    if missing:
        yield f"{all_names(missing, now)}没有数据。"
    if measured:
        yield from extremes(now, one, standings, measured, short, reached)


def extremes(now, one, standings, measured, short, reached):
    best, worst = max(standings[region].exact for region in measured), min(standings[region].exact for region in measured)
    if best == worst:
        return
    at = lambda exact: [region for region in measured if standings[region].exact == exact]
    shown = lambda those: f"{names(those, now)}（{'均为' if len(those) > 1 else ''}{standings[those[0]].value}{one.unit}）"
    named = 0 < len(short) <= MOST and len(short) <= len(reached)
    if named and len(at(best)) > MOST and rounded(best, 1) == rounded(Fraction(one.threshold), 1):
        return  # the sentence before has said it
    highest, lowest = ("最高", "最低") if one.unit == "%" else ("最多", "最少")
    yield f"{highest}的是{shown(at(best))}" + ("。" if named else f"，{lowest}的是{shown(at(worst))}。")


# --- a city

def city(now, last, region):
    standings, name = now.of(region), now.scheme.regions[region]
    measured = [one for one in standings if one.state == "measured"]
    missing = [one for one in standings if one.state == "missing"]
    placed = [one for one in now.places.values() if one]
    if now.places[region]:
        points = rounded(sum(Fraction(one.score) for one in measured), 2)
        folded = f"（适用指标得{points}分，按分值折算）" if len(measured) < len(standings) else ""
        same = [other for other in sorted(now.places, key=list(now.scheme.regions).index)
                if other != region and now.places[other] == now.places[region]]
        yield (f"{name}总分{now.score(region)}分{folded}，在参加排名的{len(placed)}个市州中列第{now.places[region]}名"
               + (f"（与{names(same, now)}并列）" if same else "") + placed_before(now, last, region))
    elif len(missing) == len(standings):
        yield f"{name}各项指标都没有数据，不计总分，不参加排名"
    else:
        yield f"{name}有{len(missing)}项指标没有数据，不计总分，不参加排名"
        yield "没有数据的指标：" + "、".join(one.indicator.name for one in missing) + "。"
    yield from shortfalls(standings, measured, missing)


def placed_before(now, last, region):
    if not last.scheme.indicators:
        return ""
    if not last.places.get(region):
        return f"；{last.year}年度没有名次"
    rise = last.places[region] - now.places[region]
    return f"，名次与{last.year}年度相同" if rise == 0 else f"，名次比{last.year}年度{'上升' if rise > 0 else '下降'}{abs(rise)}位"


def shortfalls(standings, measured, missing):
    if not measured:
        return
    short = sorted((one for one in measured if not one.reached), key=lambda one: Fraction(one.score) - one.indicator.weight)
    those = f"{'有数据的' if missing else '适用的' if len(measured) < len(standings) else ''}{len(measured)}项指标"
    if not short:
        yield f"{those}全部达到目标值。"
        return
    says = "都没有达到目标值"[len(measured) == 1:] if len(short) == len(measured) else \
        f"中，达到目标值的有{len(measured) - len(short)}项，没有达到的有{len(short)}项"
    how = "，失分最多的是" if len(short) > 3 else "，按失分多少依次是" if len(short) > 1 else "，是"
    yield f"{those}{says}{how}" + "、".join(map(shortfall, short[:3])) + "。"


def shortfall(standing):
    one = standing.indicator
    gap = one.threshold - Fraction(standing.value)
    lost = one.weight - Fraction(standing.score)
    behind = "不到0.1个百分点" if gap <= 0 else f"{rounded(gap, 1)}个百分点" if one.unit == "%" else f"{gap}{one.unit}"
    return f"{one.name}（差{behind}，失{rounded(lost, 2) if lost else '不到0.01'}分）"


# --- what was sent

def returns(now):
    for kind in {KIND_OF[one.formula] for one in now.scheme.indicators}:
        states = {region: now.inbox.state(kind, now.year, region) for region in now.scheme.regions}
        late = [region for region in states if now.late(kind, region)]
        in_time = [region for region, state in states.items() if state == "sent" and region not in late]
        if len(in_time) == len(states):
            yield f"{KIND_TITLE[kind]}，{len(states)}个市州全部按期报送。"
            continue
        days = lambda region: date.fromisoformat(now.inbox.one(kind, now.year, region).sent)
        deadline = date.fromisoformat(now.deadline(kind))
        lateness = "、".join(f"{now.scheme.regions[region]}（{days(region).month}月{days(region).day}日，逾期{(days(region) - deadline).days}天）"
                            for region in late)
        of = lambda state, words: (f"；{words}有{len(those)}个：{all_names(those, now)}"
                                   if (those := [region for region in states if states[region] == state]) else "")
        yield (f"{KIND_TITLE[kind]}，按期报送的有{len(in_time)}个市州" + (f"；逾期报送的有{len(late)}个：{lateness}" if late else "")
               + of("returned", "被退回、没有重新报送的") + of("missing", "没有报送的") + "。")


def said(now, last):
    yield from overview(now, last)
    yield from ranking(now)
    for one in now.scheme.indicators:
        yield from indicator(now, last, one)
    for region in now.scheme.regions:
        yield from city(now, last, region)
    yield from returns(now)


def texts(now, last):
    """What is said of nobody, or of a single city, is other prose: the golden texts in tests/stylesheets hold it."""
    if sum(any(one.state == "measured" for one in now.of(region)) for region in now.scheme.regions) > 1:
        yield f"assessment-report-{now.year}.pdf", said(now, last)
