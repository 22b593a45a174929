"""The certificates: who holds one, and that their numbers have no gap and stand once."""
import json


def check_digit(digits):
    """ISO 7064 MOD 11,10: the hybrid system."""
    product = 10
    for digit in digits:
        product = (product + int(digit)) % 10 or 10
        product = product * 2 % 11
    return str((11 - product) % 10)


def compare(comparison, database, examination):
    """The certificates in force of the year are those of the certified, and no others; every series runs 1, 2, 3 …"""
    if not database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'certificate'").fetchone():
        return 0
    prefix = f"{examination.session.certificate_prefix}{examination.year}"
    rows = database.execute("SELECT number, series, serial, holder, content, issued_on, state, payload, signature FROM certificate"
                            " ORDER BY series, serial").fetchall()
    last = {}
    for number, series, serial, *_ in rows:
        if serial != last.get(series, 0) + 1:
            comparison.differs(f"{series}: number {serial} follows {last.get(series, 0)}")
        last[series] = serial
        digits = "".join(character for character in f"{series}{serial:06}" if character.isdigit())
        if number != f"{series}{serial:06}{check_digit(digits)}":
            comparison.differs(f"{number}: is not {series}, {serial:06} and the check digit of {digits}")
    of_year = [row for row in rows if row[1] == prefix]
    if not of_year:
        return 0
    certified = {one.candidate.number: one for one in examination.certified()}
    in_force = [row for row in of_year if row[6] in ("issued", "printed")]
    holders = [row[3] for row in in_force]
    for holder in sorted(set(holders) ^ set(certified)):
        comparison.differs(f"{holder}: " + ("has a certificate and is not certified" if holder in holders else "is certified and has no certificate"))
    if len(holders) != len(set(holders)):
        comparison.differs("somebody holds two certificates in force")
    for number, _, _, holder, content, issued_on, _, payload, signature in in_force:
        if holder not in certified:
            continue
        candidate, content = certified[holder].candidate, json.loads(content)
        for name, value in (("name", candidate.name), ("pinyin", candidate.pinyin), ("identity_number", candidate.number)):
            comparison.cells += 1
            if content.get(name) != value:
                comparison.differs(f"{number}: {name} is “{content.get(name)}”, expected “{value}”")
        if issued_on != examination.session.certificate_date:
            comparison.differs(f"{number}: issued on {issued_on}, expected {examination.session.certificate_date}")
        wanted = f"YF1|{number}|{candidate.name}|{issued_on}|{holder[-4:]}|"
        if payload is not None and not (payload.startswith(wanted) and payload.endswith(f"|{signature}")):
            comparison.differs(f"{number}: its payload is {payload}, expected {wanted}…")
    return len(of_year)
