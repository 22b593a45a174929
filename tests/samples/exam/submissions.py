"""What the association, the cities and the examiners send in, written from the candidates."""
import datetime
import pathlib

from assessment.cities import office
from assessment.page import Page

from .session import MODULES

TRAINER = "样例质量培训中心"


def points(halves):
    return f"{halves // 2}.5" if halves % 2 else str(halves // 2)


def write_membership(folder, session, members):
    page = Page("membership", year=session.year)
    page.element("issued", f"{session.year}-06-30")
    for serial, candidate in enumerate(members, 1):
        page.open("member", number=member_number(serial), valid_from=f"{session.year}-01-01", valid_until=f"{session.year}-12-31")
        page.element("name", candidate.name)
        page.element("identity-number", candidate.number)
        page.close("member")
    page.write(folder / f"membership-{session.year}.xml")


def member_number(serial):
    return f"HY{serial:05}"


def head(kind, session, city, sent):
    page = Page(kind, year=session.year, sent=sent)
    page.element("region", city.name, code=city.code)
    page.element("office", office(city))
    return page


def write_applications(path, session, city, candidates, photos, members, sent):
    """members: identity number → member number."""
    page = head("exam-application", session, city, sent)
    for candidate in candidates:
        page.open("candidate")
        for tag in ("name", "pinyin", "gender"):
            page.element(tag, getattr(candidate, tag))
        page.element("identity-number", candidate.number)
        page.element("education", candidate.education)
        page.element("school", candidate.school)
        for work in candidate.work:
            page.open("work", quality="yes" if work.quality else "no", management="yes" if work.management else "no")
            page.element("from", work.begin)
            if work.end:
                page.element("until", work.end)
            page.element("employer", work.employer)
            page.element("post", work.post)
            page.close("work")
        photo = photos[candidate.photo]
        page.element("photo", None, file=photo.file, sha256=photo.sha256)
        page.element("fee-class", candidate.fee_class)
        page.element("fee", session.fee(candidate.fee_class))
        if candidate.fee_class == "member":
            page.element("member-number", members[candidate.number])
        if candidate.fee_class == "trained":
            page.element("trainer", TRAINER)
        if candidate.first_year:
            page.element("first-year", candidate.first_year)
        page.element("employer", candidate.employer)
        page.element("post", candidate.post)
        page.element("phone", candidate.phone)
        page.element("statement", f"{session.year}-08-{1 + int(candidate.phone) % 15:02}")
        page.close("candidate")
    page.element("summary", len(candidates))
    page.write(path)


def write_marks(path, session, city, candidates, sent):
    page = head("exam-marks", session, city, sent)
    known = [candidate for candidate in candidates if candidate.marks.state != "no-marks"]
    for candidate in known:
        page.open("candidate")
        page.element("name", candidate.name)
        page.element("identity-number", candidate.number)
        if candidate.marks.state == "absent":
            page.element("absent", "yes")
        if candidate.marks.state == "breach":
            page.element("breach", candidate.marks.breach)
        for (code, *_), got in zip(MODULES, candidate.marks.modules):
            page.element("module", points(got), code=code)
        for number, got in candidate.marks.open:
            page.element("open-question", points(got), number=number)
        page.close("candidate")
    page.element("summary", len(known))
    page.write(path)


def write_certification(path, session, city, candidates, sent):
    page = head("certification-application", session, city, sent)
    for candidate in candidates:
        asked = candidate.certification
        page.open("applicant", exam_year=asked.exam_year or session.year)
        page.element("name", candidate.name)
        page.element("identity-number", candidate.number)
        page.element("received", asked.received)
        page.element("report-characters", asked.characters)
        for paper in asked.papers:
            page.element("paper", paper)
        if asked.result:
            page.open("decision", result=asked.result, date=session.decided)
            for reason in asked.reasons:
                page.element("reason", reason)
            page.close("decision")
        page.close("applicant")
    page.write(path)


# --- first sendings that go back: each made from the right one


def spoil(path: pathlib.Path, corrected: pathlib.Path, *changes):
    """changes: text found, put in its place; the first occurrence of each, which must be there."""
    text = corrected.read_text(encoding="utf-8")
    for found, instead in changes:
        assert found in text, f"{corrected}: no {found}"
        text = text.replace(found, instead, 1)
    path.write_text(text, encoding="utf-8")


def spoil_applications(path, corrected, candidates, photos, too_small):
    """A wrong fee, a photo of one inch, an identity number with another check character, a person twice, a wrong total."""
    second, third = candidates[1:3]
    text = corrected.read_text(encoding="utf-8")
    record = text[text.index("  <candidate>"):text.index("  </candidate>") + len("  </candidate>\n")]
    photo = photos[second.photo]
    digit = "X" if third.number[-1] != "X" else "1"
    before_second = text.index(second.number)
    spoil(path, corrected,
          ("<fee>1600<", "<fee>1500<"),
          (text[before_second:text.index("/>", before_second)],
           text[before_second:text.index("/>", before_second)].replace(photo.file, too_small.file).replace(photo.sha256, too_small.sha256)),
          (third.number, third.number[:-1] + digit),
          (f"  <summary>{len(candidates)}<", f"{record}  <summary>{len(candidates) + 2}<"))


def spoil_marks(path, corrected, candidates):
    """More points than a module has, two open questions answered instead of three, a wrong total."""
    text = corrected.read_text(encoding="utf-8")
    module = text[text.index('<module code="M1">'):text.index("</module>")]
    second = text.index(candidates[1].number)
    question = text[text.index("    <open-question", second):text.index("</open-question>\n", second) + len("</open-question>\n")]
    number = f"    <identity-number>{candidates[1].number}</identity-number>\n"
    body = text[text.index(number):text.index(question, second) + len(question)]
    spoil(path, corrected, (module, '<module code="M1">4.5'), (body, body.replace(question, "")), ("<summary>", "<summary>1"))


def spoil_certification(path, corrected, void, last, session):
    """Marks of four years ago, and of three years and a day; a report one character short, a paper that is not there although
    it was granted."""
    applicant = (f'  <applicant exam-year="{session.year - 4}">\n    <name>{void.name}</name>\n    <identity-number>{void.number}</identity-number>\n'
                 f"    <received>{session.certification_until}</received>\n    <report-characters>3600</report-characters>\n"
                 "    <paper>质量经理职业资格认证申请表</paper>\n    <paper>职业经理人资格认证申报登记表</paper>\n    <paper>身份证正反面扫描件</paper>\n"
                 f'    <paper>二寸彩色照片</paper>\n    <paper>工作业绩报告</paper>\n    <decision result="granted" date="{session.decided}"/>\n  </applicant>\n')
    text = corrected.read_text(encoding="utf-8")
    day = text[text.index(last.number):]
    day = day[day.index("<received>") + len("<received>"):day.index("</received>")]
    next_day = datetime.date.fromisoformat(day) + datetime.timedelta(days=1)
    spoil(path, corrected, (f"<received>{day}<", f"<received>{next_day}<"), ("<report-characters>3000<", "<report-characters>2999<"), ("    <paper>二寸彩色照片</paper>\n", ""),
          ("</certification-application>", applicant + "</certification-application>"))
