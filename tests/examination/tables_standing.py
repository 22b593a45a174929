"""The stored views of an examination, as the definitions beside this file publish them."""


def marks(value):
    """As printed: 90, 89.5; empty where there are none."""
    return None if value is None else str(value) if value.denominator == 1 else f"{float(value):.1f}"


def personal(number):
    """A number as a cell that spreadsheets leave alone."""
    return "'" + number if number.isdigit() else number


def tables(examination):
    year, session = examination.year, examination.session
    candidates = sorted(examination.candidates, key=lambda one: (one.region, one.number))
    seated = sorted((one for one in candidates if one.seat), key=lambda one: (one.region, one.seat.admission_number))
    yield f"standing-{year}-seats.csv", [
        {"region_code": one.region, "region_name": one.region_name, "identity_number": personal(one.number), "name": one.name,
         "site_code": one.seat.site_code, "site_name": one.seat.site_name, "room": one.seat.room, "seat": one.seat.seat,
         "admission_number": one.seat.admission_number} for one in seated]
    yield f"standing-{year}-eligibility.csv", [
        {"region_code": one.region, "identity_number": personal(one.number),
         "education_ok": int("education" not in one.shortcomings(session.date)), "quality_months": one.months(session.date),
         "management_months": one.months(session.date, True), "eligible": int(not one.shortcomings(session.date))}
        for one in candidates]
    yield f"standing-{year}-outcomes.csv", [
        {"region_code": one.region, "identity_number": personal(one.number), "choice": marks(one.outcome.choice),
         "open": marks(one.outcome.open), "total": marks(one.outcome.total), "state": one.outcome.state} for one in candidates]
    applicants = sorted(examination.applicants(), key=lambda one: (one.region, one.record.text("identity-number")))
    yield f"standing-{year}-standings.csv", [
        {"region_code": one.region, "identity_number": personal(one.record.text("identity-number")),
         "state": one.result or "pending", "reasons": "；".join(one.reasons)} for one in applicants]
    yield f"standing-{year}-certified.csv", [
        {"region_code": one.region, "identity_number": personal(one.candidate.number), "name": one.candidate.name,
         "pinyin": one.candidate.pinyin, "gender": one.candidate.gender, "exam_year": one.candidate.session.year,
         "decided": one.decided, "employer": one.candidate.employer, "photo_sha256": one.candidate.photo_sha256}
        for one in applicants if one.certified(session)]
