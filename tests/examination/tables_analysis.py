"""The tables of the analysis of marks: who sat and passed by city, the distribution of points, the modules."""
from fractions import Fraction

from examination import Examination

MEASURES = {"total": "总分", "choice": "客观题", "open": "论述题"}


def rounded(value, decimals):
    """Half up, with exactly so many decimals."""
    scaled = int(value * 10 ** decimals + Fraction(1, 2))
    return f"{scaled // 10 ** decimals}.{scaled % 10 ** decimals:0{decimals}}"


def percent(part, whole):
    return rounded(Fraction(100 * part) / whole, 1) if whole else None


def sat(candidates):
    return [one for one in candidates if one.outcome.state in ("passed", "failed")]


def rate(candidates):
    return percent(sum(one.outcome.state == "passed" for one in candidates), len(sat(candidates)))


def cities(examination):
    before = str(int(examination.year) - 1)
    previous = Examination(examination.inbox, before).candidates if examination.inbox.session(before) else []

    def row(code, name, candidates, earlier):
        states = [one.outcome.state for one in candidates]
        return {"地区代码": code, "考试地区": name, "报名人数": len(states), "有成绩人数": len(sat(candidates)),
                "缺考人数": states.count("absent"), "违纪人数": states.count("breach"), "没有成绩人数": states.count("no-marks"),
                "合格人数": states.count("passed"), "合格率（%）": rate(candidates), "上年合格率（%）": rate(earlier)}
    names = {one.region: one.region_name for one in examination.candidates}
    return [row(code, names[code], [one for one in examination.candidates if one.region == code],
                [one for one in previous if one.region == code]) for code in sorted(names)] + [
        row("total", "合计", examination.candidates, previous)]


def full(session):
    choice, opened = sum(session.modules.values()), session.chosen * session.open_points
    return {"total": choice + opened, "choice": choice, "open": opened}


def points(examination):
    for measure, name in MEASURES.items():
        marks = sorted(getattr(one.outcome, measure) for one in sat(examination.candidates))
        n = len(marks)
        middle = marks[n // 2] if n % 2 else (marks[n // 2 - 1] + marks[n // 2]) / 2
        yield {"题型": name, "满分": full(examination.session)[measure], "有成绩人数": n, "平均分": rounded(sum(marks) / n, 2),
               "最低分": rounded(marks[0], 1), "下四分位数": rounded(marks[-(-n // 4) - 1], 1), "中位数": rounded(middle, 2),
               "上四分位数": rounded(marks[-(-3 * n // 4) - 1], 1), "最高分": rounded(marks[-1], 1)}


def distribution(examination):
    for measure, name in MEASURES.items():
        most = full(examination.session)[measure]
        marks = [getattr(one.outcome, measure) for one in sat(examination.candidates)]
        for floor in range(0, int(most), 10):
            last = floor + 10 >= most
            yield {"题型": name, "分数段": f"{floor}至{most}" if last else f"{floor}至不足{floor + 10}",
                   "人数": sum(floor <= mark and (last or mark < floor + 10) for mark in marks)}


def modules(examination):
    of = [one.outcome.modules for one in sat(examination.candidates)]
    everything = sum(sum(one.values()) for one in of)
    for module in examination.session.submission.all("module"):
        code = module.text("@code")
        most, reached = examination.session.modules[code], sum(one[code] for one in of)
        yield {"模块": code, "名称": module.text("name"), "题数": module.text("@items"), "满分": most,
               "占大纲分数（%）": percent(most, full(examination.session)["choice"]), "有成绩人数": len(of),
               "平均分": rounded(reached / len(of), 2), "得分率（%）": percent(reached, len(of) * most),
               "占得分（%）": percent(reached, everything)}


def tables(examination):
    yield f"mark-analysis-cities-{examination.year}.csv", cities(examination)
    yield f"mark-analysis-points-{examination.year}.csv", points(examination)
    yield f"mark-analysis-distribution-{examination.year}.csv", distribution(examination)
    yield f"mark-analysis-modules-{examination.year}.csv", modules(examination)
