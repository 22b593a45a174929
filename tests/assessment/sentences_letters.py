"""What each city's letter must say in words: every sentence that holds a figure, as figures.py has it."""
from fractions import Fraction

from figures import rounded
from tables_compliance import CONDITIONS, missed

COUNTED = {"award-coverage": ("获奖企业", "聘任首席质量官的", "家"), "large-coverage": ("规模以上企业", "聘任首席质量官的", "家"),
           "small-coverage": ("中小企业", "聘任首席质量官的", "家"), "managers-trained": ("管理人员", "经过培训的", "人"),
           "shop-floor-trained": ("一线职工", "掌握基本知识的", "人"), "quality-staff-qualified": ("质量岗位人员", "具有职业资格的", "人"),
           "platforms-able": ("服务平台", "具备能力的", "个"), "enrolment": ("目标", "已报名的", "人")}


def moved(now, before, up, down, unit):
    return f"{up if now > before else down}{rounded(abs(now - before), 2 if unit == '分' else 0)}{unit}" if now != before else "持平"


def total(now, last, region):
    """The sentence about the total, without the words for the city."""
    same = [name for other, name in now.scheme.regions.items() if other != region and now.places[other] == now.places[region]]
    placed = [one for one in now.places.values() if one]
    among = "" if len(placed) == len(now.places) else "参加排名的"
    yield (f"得分{now.score(region)}分（满分{sum(one.weight for one in now.scheme.indicators)}分），在{among}{len(placed)}个市州中"
           f"{'与' + '、'.join(same) + '并' if same else ''}列第{now.places[region]}位。")
    if last.totals.get(region) is not None:
        yield (f"上年得分{last.score(region)}分，列第{last.places[region]}位；"
               f"得分{moved(Fraction(now.totals[region], 100), Fraction(last.totals[region], 100), '提高', '下降', '分')}，"
               f"名次{moved(-now.places[region], -last.places[region], '上升', '下降', '位')}。")


def below(standing):
    one = standing.indicator
    if one.unit == "件":
        return f"{one.name}为{standing.value}件，比目标值少{one.threshold - standing.part}件"
    everything, some, unit = COUNTED[one.formula]
    behind = one.threshold - Fraction(standing.value)
    short = next(more for more in range(standing.whole + 1) if 100 * (standing.part + more) >= standing.whole * one.threshold)
    return (f"{one.name}为{standing.value}%，" + (f"比目标值低{rounded(behind, 1)}个百分点" if behind > 0 else "略低于目标值")
            + f"（{everything}{standing.whole}{unit}，{some}{standing.part}{unit}，还差{short}{unit}）")


def officers(now, region):
    """Which conditions the officers of the city miss, in office or not."""
    those = [one.officer for one in now.enterprises if one.region == region and one.officer]
    breaches = [set(missed(one, now.scheme)) - {"expired", "expiring"} for one in those]
    failing = sum(bool(one) for one in breaches)
    if failing:
        counts = [(title, sum(name in one for one in breaches)) for name, (title, _) in CONDITIONS.items()]
        yield f"{failing}名首席质量官不符合任职条件。不符合条件的项目和人数为" + "、".join(f"{title}{count}人" for title, count in counts if count)
    expired = sum(one.until < now.scheme.reference_date for one in those)
    days = now.scheme.condition("expiry-days", now.scheme.reference_date)
    expiring = sum(one.expires_soon(now.scheme) for one in those)
    if expired or expiring:
        yield "，".join([f"任期已经届满的{expired}人"] * bool(expired) + [f"{days}日内任期届满的{expiring}人"] * bool(expiring)) + "，应当及时"


def said(now, last, region):
    """The letter's sentences that hold a figure."""
    standings = now.of(region)
    scheme = now.scheme.submission
    number = scheme.number("letters/first-number") + list(now.scheme.regions).index(region)
    yield f"{scheme.text('letters/number-prefix')}〔{scheme.text('letters/date')[:4]}〕{number}号"
    if all(one.state == "missing" for one in standings):
        yield f"考核的{len(standings)}项指标都没有数据，总分和名次不予计算。"
        return
    if now.totals[region] is None:
        yield "没有数据的是" + "、".join(one.indicator.name for one in standings if one.state == "missing") + "。因数据不全，总分和名次不予计算。"
    else:
        yield from total(now, last, region)
    failed = [one for one in standings if one.reached is False]
    if failed:
        yield f"{len(failed)}项指标没有达到目标。" + "；".join(map(below, failed)) + "。"
    yield from officers(now, region)


def texts(now, last):
    for region in now.scheme.regions:
        yield f"assessment-letters-{now.year}-{region}.pdf", said(now, last, region)
