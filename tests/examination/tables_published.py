"""The tables of the publications: fees, who passed, how the examination went, the register as it is while nothing was
voided."""
from fractions import Fraction

from examination import Examination
from ledger import check_digit

FEE_CLASSES = {"standard": "普通", "member": "协会会员", "trained": "认可机构培训", "resit": "补考", "deferred": "缓评后再次申请"}


def masked(number):
    """First six and last four, as the public sees an identity number."""
    return number[:6] + "*" * (len(number) - 10) + number[-4:]


def fee_row(number, region, region_name, name, identity_number, employer, fee_class, candidates, amount):
    return {"序号": number, "地区代码": region, "地区": region_name, "姓名": name, "身份证件号码": identity_number, "工作单位": employer,
            "收费类别": fee_class, "人数": candidates, "金额（元）": amount}


def fees(examination):
    """Every candidate in the order of its city's file, a subtotal behind each city, the total."""
    session, rows = examination.session, []
    for region in sorted({one.region for one in examination.candidates}):
        of_city = [one for one in examination.candidates if one.region == region]
        for one in of_city:
            number = sum(row["序号"] is not None for row in rows) + 1
            rows.append(fee_row(number, region, one.region_name, one.name, masked(one.number), one.employer, FEE_CLASSES[one.fee_class],
                                None, session.fee(one.fee_class)))
        rows.append(fee_row(None, region, of_city[0].region_name, f"{of_city[0].region_name}小计", None, None, None, len(of_city),
                            sum(session.fee(one.fee_class) for one in of_city)))
    rows.append(fee_row(None, None, None, "合计", None, None, None, len(examination.candidates),
                        sum(session.fee(one.fee_class) for one in examination.candidates)))
    return rows


def fees_by_city(examination):
    def row(code, name, candidates):
        return {"地区代码": code, "地区": name,
                **{f"{title}（人）": sum(one.fee_class == fee_class for one in candidates) for fee_class, title in FEE_CLASSES.items()},
                "人数": len(candidates), "金额（元）": sum(examination.session.fee(one.fee_class) for one in candidates), "备注": None}
    names = {one.region: one.region_name for one in examination.candidates}
    return [row(code, names[code], [one for one in examination.candidates if one.region == code]) for code in sorted(names)] + [
        row("total", "合计", examination.candidates)]


def pass_list(examination):
    passed = sorted((one for one in examination.candidates if one.outcome.state == "passed"),
                    key=lambda one: (one.region, one.seat.admission_number))
    return [{"序号": number, "地区代码": one.region, "考试地区": one.region_name, "准考证号": one.seat.admission_number, "姓名": one.name,
             "身份证件号码（部分隐去）": masked(one.number)} for number, one in enumerate(passed, 1)]


def ratio(part, whole, decimals):
    """Half away from zero, as printed; None without a whole."""
    if not whole:
        return None
    scaled = int(Fraction(part) / Fraction(whole) * 10 ** decimals + Fraction(1, 2))
    return f"{scaled // 10 ** decimals}.{scaled % 10 ** decimals:0{decimals}}"


def outcomes_by_city(examination):
    """The rate is that of the candidates with marks; the year before stands beside it."""
    before = Examination(examination.inbox, str(int(examination.year) - 1))

    def states(year, code):
        return [one.outcome.state for one in year.candidates if code in (one.region, "total")]

    def rate(of):
        return ratio(100 * of.count("passed"), of.count("passed") + of.count("failed"), 1)
    names = {one.region: one.region_name for one in examination.candidates}
    for code, name in [*sorted(names.items()), ("total", "合计")]:
        of = states(examination, code)
        yield {"地区代码": code, "考试地区": name, "报名人数": len(of), "有成绩人数": of.count("passed") + of.count("failed"),
               "缺考人数": of.count("absent"), "违纪人数": of.count("breach"), "没有成绩人数": of.count("no-marks"),
               "合格人数": of.count("passed"), "合格率（%）": rate(of), "上年合格率（%）": rate(states(before, code))}


def modules(examination):
    session = examination.session
    sat = [one.outcome.modules for one in examination.candidates if one.outcome.modules]
    reached = {code: sum(one[code] for one in sat) for code in session.modules}
    for record in session.submission.all("module"):
        code = record.text("@code")
        most = session.modules[code]
        yield {"模块": code, "名称": record.text("name"), "题数": record.text("@items"), "满分": most,
               "占大纲分数（%）": ratio(100 * most, sum(session.modules.values()), 1), "有成绩人数": len(sat),
               "平均分": ratio(reached[code], len(sat), 2), "得分率（%）": ratio(100 * reached[code], len(sat) * most, 1),
               "占得分（%）": ratio(100 * reached[code], sum(reached.values()), 1)}


def register(examination):
    """Numbers in the order of cities and identity numbers, all given at once."""
    session = examination.session
    series = f"{session.certificate_prefix}{examination.year}"
    holders = sorted(examination.certified(), key=lambda one: (one.region, one.candidate.number))
    return [{"证书编号": f"{series}{serial:06}{check_digit(f'{examination.year}{serial:06}')}", "姓名": one.candidate.name,
             "通过认证日期": one.decided, "发证日期": session.certificate_date, "状态": "有效", "作废日期": None, "替代它的证书": None}
            for serial, one in enumerate(holders, 1)]


def tables(examination):
    yield f"fee-statement-{examination.year}.csv", fees(examination)
    yield f"fee-statement-cities-{examination.year}.csv", fees_by_city(examination)
    yield f"pass-list-{examination.year}.csv", pass_list(examination)
    yield f"mark-analysis-cities-{examination.year}.csv", outcomes_by_city(examination)
    yield f"mark-analysis-modules-{examination.year}.csv", modules(examination)
    yield "register.csv", register(examination)


def texts(examination):
    """What must stand in a file: every ticket has its seat, and its candidate's name, not the whole identity number."""
    for one in examination.candidates:
        if one.seat:
            yield f"admission-ticket-{one.seat.admission_number}.pdf", [one.name, one.seat.admission_number, one.seat.site_name,
                                                                        masked(one.number)]
