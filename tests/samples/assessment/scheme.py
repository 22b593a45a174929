"""The schemes of the two years, which differ in indicators, weights, thresholds and conditions."""
from .cities import CITIES, called, office
from .page import Page

SCHEMES = {
    2023: {
        "number": "样质强办〔2023〕9号", "issued": "2023-03-20", "report": ("样质强办〔2024〕2号", "2024-01-19"),
        "letters": ("样质强办函", 3, "2024-01-23", "2024-03-29"),
        "indicators": [("award-coverage", 20, 100), ("large-coverage", 15, 60), ("small-coverage", 10, 40),
                       ("managers-trained", 15, 75), ("shop-floor-trained", 10, 45), ("quality-staff-qualified", 10, 45),
                       ("platforms-able", 10, 90), ("policies-issued", 10, 1)],
        "conditions": [("experience-years", "3"), ("education", "本科"), ("qualification", "中级资格"),
                       ("education-and-qualification", "either"), ("term-years", "5"), ("initial-hours", "21"),
                       ("continuing-hours", "14"), ("class-2-hours", "24"), ("expiry-days", "60")],
        "bonus": [],
    },
    2024: {
        "number": "样质强办〔2024〕12号", "issued": "2024-03-15", "report": ("样质强办〔2025〕3号", "2025-01-20"),
        "letters": ("样质强办函", 5, "2025-01-24", "2025-03-31"),
        "indicators": [("award-coverage", 15, 100), ("large-coverage", 15, 100), ("small-coverage", 10, 60),
                       ("managers-trained", 10, 80), ("shop-floor-trained", 10, 50), ("quality-staff-qualified", 10, 50),
                       ("platforms-able", 10, 100), ("enrolment", 10, 100), ("policies-issued", 10, 1)],
        "conditions": [("experience-years", "3", "2018-01-01", "2022-06-30"), ("experience-years", "5", "2022-07-01"),
                       ("education", "本科"), ("qualification", "中级资格"), ("education-and-qualification", "both"),
                       ("term-years", "5"), ("initial-hours", "21"), ("continuing-hours", "14"), ("class-2-hours", "30"),
                       ("expiry-days", "90"), ("courses", "6")],
        "bonus": [("B1", 2), ("B2", 3)],
    },
}

INDICATORS = {
    "award-coverage": ("获奖企业首席质量官聘任率", "获得中国质量奖、长江质量奖（均含提名奖）和市州政府质量奖的企业中，在任首席质量官的企业所占比例。"),
    "large-coverage": ("规模以上企业首席质量官聘任率", "规模以上企业中，在任首席质量官的企业所占比例。"),
    "small-coverage": ("中小企业首席质量官聘任率", "中小企业中，在任首席质量官的企业所占比例。"),
    "managers-trained": ("管理人员全面质量管理培训率", "规模以上工业企业管理人员中，接受全面质量管理和管理体系培训的人员所占比例。"),
    "shop-floor-trained": ("一线职工质量知识普及率", "规模以上工业企业一线职工中，掌握全面质量管理基础知识的职工所占比例。"),
    "quality-staff-qualified": ("质量岗位人员持证率", "质量岗位的技术和管理人员中，取得质量专业职业资格的人员所占比例。"),
    "platforms-able": ("中小企业服务平台达标率", "中小企业服务平台中，具备质量培训、咨询能力的平台所占比例。"),
    "enrolment": ("质量管理专业自学考试报名完成率", "当年报名参加质量管理专业自学考试的人数占目标人数的比例。"),
    "policies-issued": ("质量激励政策出台件数", "当年出台的质量激励政策文件件数。"),
}


def write_scheme(year, folder):
    scheme = SCHEMES[year]
    page = Page("assessment-scheme", year=year)
    page.element("title", f"{year}年度质量工作督察考核方案")
    page.element("document-number", scheme["number"])
    page.element("issuer", "样例省质量强省工作委员会办公室")
    page.element("issued", scheme["issued"])
    page.element("deadline", f"{year}-12-20")
    page.element("reference-date", f"{year}-12-31")
    page.open("report")
    page.element("document-number", scheme["report"][0])
    page.element("date", scheme["report"][1])
    page.close("report")
    page.open("letters")
    for name, value in zip(("number-prefix", "first-number", "date", "answer-by"), scheme["letters"]):
        page.element(name, value)
    page.close("letters")
    for city in CITIES:
        page.element("region", called(city), code=city.code, office=office(city))
    for formula, weight, threshold in scheme["indicators"]:
        page.open("indicator", code=formula, formula=formula, weight=weight, threshold=threshold,
                  unit="件" if formula == "policies-issued" else "%")
        page.element("name", INDICATORS[formula][0])
        page.element("note", INDICATORS[formula][1])
        page.close("indicator")
    for name, value, *valid in scheme["conditions"]:
        days = dict(zip(("valid_from", "valid_until"), valid or ["2018-01-01"]))
        page.element("condition", name=name, value=value, **days)
    for code, points in scheme["bonus"]:
        page.element("bonus", code=code, points=points)
    page.write(folder / f"assessment-scheme-{year}.xml")
