"""How the points of an examination are distributed: mean, median and quartiles, and how many in every ten points."""
from fractions import Fraction

MEASURES = {"total": "总分", "choice": "客观题", "open": "论述题"}


def rounded(value, decimals):
    """Half up, with exactly so many decimals."""
    scaled = int(value * 10 ** decimals + Fraction(1, 2))
    return f"{scaled // 10 ** decimals}.{scaled % 10 ** decimals:0{decimals}}"


def sat(candidates):
    return [one for one in candidates if one.outcome.state in ("passed", "failed")]


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


def tables(examination):
    yield f"mark-analysis-points-{examination.year}.csv", points(examination)
    yield f"mark-analysis-distribution-{examination.year}.csv", distribution(examination)
