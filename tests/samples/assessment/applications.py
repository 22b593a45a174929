"""Applications for bonus points of 2024, by people of samples/targets-2024."""
import pathlib
from xml.etree import ElementTree

from . import words
from .chance import Chance
from .cities import CITIES
from .page import Page

ENROLMENTS = pathlib.Path(__file__).parents[3] / "samples/targets-2024"

LEADER, OFFICER, HEAD, DEPUTY, STAFF = "质量分管领导", "首席质量官", "质量部门负责人", "质量部门副职", "质量部门职工"

# city, staff of the department, claims, persons: role, passed, exempted, certificates (diploma 1, with degree 2);
# and whether the officer is another than the city's cqo-return says
APPLICATIONS = [
    ("420100", 9, [("B1", 2)], [(LEADER, 12, 0, 1)], False),
    ("420100", 7, [("B1", 4)], [(OFFICER, 14, 1, 2)], False),  # a degree: double
    ("420100", 5, [("B2", 3)], [(HEAD, 6, 0, 0), (STAFF, 7, 0, 0), (STAFF, 6, 2, 0), (STAFF, 9, 0, 0), (STAFF, 6, 0, 0)], False),
    ("420500", 4, [("B2", 3)], [(HEAD, 8, 0, 0), (STAFF, 6, 0, 0), (STAFF, 5, 3, 0), (STAFF, 7, 0, 0)], False),  # 5 + 3 exempted
    ("420500", 2, [("B1", 2), ("B2", 6)], [(OFFICER, 13, 0, 1), (STAFF, 12, 1, 1), (STAFF, 12, 0, 1)], True),  # all with diploma
    ("420600", 6, [("B2", 3)], [(HEAD, 6, 0, 0), (DEPUTY, 6, 0, 0), (STAFF, 7, 0, 0), (STAFF, 8, 0, 0), (STAFF, 6, 0, 0)], False),
    ("420600", 8, [("B1", 2)], [(HEAD, 4, 0, 0)], False),  # no diploma yet
    ("420200", 10, [("B1", 2)], [(DEPUTY, 12, 0, 1), (HEAD, 13, 0, 1)], False),  # two diplomas count once
    ("420300", 2, [("B1", 2), ("B2", 3)], [(HEAD, 12, 0, 1), (STAFF, 6, 1, 0)], False),
    ("420800", 6, [("B1", 4)], [(LEADER, 13, 0, 1)], False),  # claims double without a degree
    ("421000", 12, [("B1", 4)], [(DEPUTY, 15, 0, 2)], False),
    ("422800", 1, [("B2", 3)], [(HEAD, 6, 0, 0)], False),
]


def enrolled(code):
    """Persons that the city enrolled in 2024, those of enterprises first."""
    root = ElementTree.parse(ENROLMENTS / f"enrolment-{code}.xml").getroot()
    persons = [{element.tag.split("}")[1]: element.text for element in person} for person in root if person.tag.endswith("person")]
    return sorted(persons, key=lambda person: not person["employer"].endswith(("公司", "厂")))


def assign_applicants(province):
    """Gives each application an enterprise with an officer in office, and persons of the city's enrolment; who
    studies and is officer becomes the officer of the enterprise."""
    pools = {city.code: enrolled(city.code) for city in CITIES if any(city.code == one[0] for one in APPLICATIONS)}
    applications = []
    for code, staff, claims, roles, other_officer in APPLICATIONS:
        enterprise = next(one for one in province.enterprises[code]
                          if one["officer"] and not one["officer"]["case"] and not one["in_2023"] and "applies" not in one)
        enterprise["applies"] = True
        persons = [pools[code].pop(0) for _ in roles]
        for other in province.enterprises[code]:  # if one was given the employer's name by chance, they change names
            if other["name"] == persons[0]["employer"]:
                other["name"] = enterprise["name"]
        enterprise["name"] = persons[0]["employer"]
        for person, (role, *_) in zip(persons, roles):
            if role == OFFICER and not other_officer:
                enterprise["officer"].update(name=person["name"], number=person["identity-number"])
        applications.append((code, enterprise, staff, claims, list(zip(persons, roles))))
    return applications


def write_application(folder, number, application):
    code, enterprise, staff, claims, persons = application
    city = next(city for city in CITIES if city.code == code)
    page = Page("award-application", year=2024, sent=Chance("application", number).day("2024-12-02", "2024-12-18"))
    page.open("enterprise")
    page.element("name", enterprise["name"])
    page.element("credit-code", enterprise["code"])
    page.element("region", city.name, code=code)
    page.close("enterprise")
    page.open("department")
    page.element("name", "质量管理部" if number % 2 else "质量安全部")
    page.element("staff", staff)
    page.close("department")
    evidence = ["企业激励政策文件", "社会保险缴纳证明", "成绩单"]
    for serial, (person, (role, passed, exempted, certificates)) in enumerate(persons, 1):
        page.open("person")
        page.element("name", person["name"])
        page.element("identity-number", person["identity-number"])
        page.element("role", role)
        page.element("major", person["major"])
        page.element("passed-courses", passed)
        page.element("exempted-courses", exempted)
        for level, name, date in ((1, "diploma", "2024-06-30"), (2, "degree", "2024-07-10")):
            if certificates >= level:
                page.element(name, number=f"样例{'毕' if level == 1 else '学'}字第2024{number:03}{serial:02}号", date=date)
                evidence.append("毕业证书" if level == 1 else "学位证书")
        page.close("person")
    for kind in dict.fromkeys(evidence):
        page.element("evidence", words.EVIDENCE[kind], type=kind)
    wanted = "毕业证书" if ("B1", 2) in claims else "学位证书" if ("B1", 4) in claims else None
    if wanted and wanted not in evidence:
        page.element("evidence", words.EVIDENCE_TO_COME, type=wanted)
    for claim, points in claims:
        page.element("claim", points, code=claim)
    page.write(folder / f"award-application-2024-{enterprise['code']}.xml")
