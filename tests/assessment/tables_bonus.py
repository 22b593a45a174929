"""What the tables of bonus-points must say."""


def people(claim):
    """Who counts, by role: 质量部门负责人：任凤婷（8）；质量部门职工：李克岚（6）、宋雪远（7）."""
    roles = {}
    for person in claim.counted:
        papers = [title for name, title in (("diploma", "毕业证书"), ("degree", "学位证书")) if person.find(name)]
        if claim.code == "B2":
            papers = [person.text("passed-courses"), *(["毕业证书"] if person.find("diploma") else [])]
        roles.setdefault(person.text("role"), []).append(f"{person.text('name')}（{('，' if claim.code == 'B2' else '、').join(papers)}）")
    return "；".join(f"{role}：{'、'.join(names)}" for role, names in roles.items()) or None


def reason(claim):
    """Why it is worth what it is worth."""
    counted = len(claim.counted)
    if claim.code == "B1":
        if not counted:
            return "质量负责人员没有人取得毕业证书"
        degrees = sum(bool(one.find("degree")) for one in claim.counted)
        return f"质量负责人员{counted}人取得毕业证书，" + (f"其中{degrees}人取得学位证书，加倍" if degrees else "没有人取得学位证书")
    if len(claim.enrolled) < claim.staff:
        return f"质量部门职工{claim.staff}人，报考{len(claim.enrolled)}人，不是全员报考"
    if counted < len(claim.enrolled):
        return f"质量部门职工{claim.staff}人，{len(claim.enrolled) - counted}人合格课程不足{claim.courses}门"
    return f"质量部门职工{claim.staff}人全员合格{claim.courses}门以上" + ("并取得毕业证书，加倍" if claim.doubled else "，不是全员取得毕业证书")


def evidence(claim):
    return "；".join(f"{one.text('@type')}：{one.text('')}" for one in claim.application.all("evidence"))


def sums(title, region, claims):
    return {"序号": None, "地区": region, "企业名称": title, "统一社会信用代码": None, "加分项": None, "计入人员（证书或者合格课程门数）": None,
            "人数": None, "佐证材料": None, "加倍": None, "申报分值": sum(one.claimed for one in claims),
            "核定分值": sum(one.points for one in claims)}


def granted(now):
    claims = [one for one in now.bonus() if one.points]
    for number, one in enumerate(claims, 1):
        name = now.scheme.regions[one.region]
        yield {"序号": number, "地区": name, "企业名称": one.enterprise, "统一社会信用代码": one.credit_code, "加分项": one.code,
               "计入人员（证书或者合格课程门数）": people(one), "人数": len(one.counted), "佐证材料": evidence(one),
               "加倍": "加倍" if one.doubled else None, "申报分值": one.claimed, "核定分值": one.points}
        if number == len(claims) or claims[number].region != one.region:
            yield sums(name + "小计", name, [other for other in claims if other.region == one.region])
    if claims:
        yield sums("合计", None, claims)


def refused(now):
    for number, one in enumerate([one for one in now.bonus() if one.points < one.claimed], 1):
        yield {"序号": number, "地区": now.scheme.regions[one.region], "企业名称": one.enterprise, "统一社会信用代码": one.credit_code,
               "加分项": one.code, "计入人员（证书或者合格课程门数）": people(one), "人数": len(one.counted), "申报分值": one.claimed,
               "核定分值": one.points, "未予加分": one.claimed - one.points, "理由": reason(one)}


def printed(now):
    for row in granted(now):
        sums_only = row["序号"] is None
        yield ([] if sums_only else [row["加倍"]]) + [row["申报分值"], row["核定分值"]], [row["企业名称"], names(row)]
        if not sums_only:
            yield [row["人数"]], [row["企业名称"], names(row)]
    for row in refused(now):
        yield [row["申报分值"], row["核定分值"], row["未予加分"]], [row["企业名称"], row["理由"]]


def names(row):
    return (row["计入人员（证书或者合格课程门数）"] or "").replace("（", "").replace("）", "")


def tables(now, _last):
    yield f"bonus-points-{now.year}.csv", granted(now)
    yield f"bonus-points-{now.year}-refused.csv", refused(now)


def pages(now, _last):
    yield f"bonus-points-{now.year}.pdf", printed(now)
