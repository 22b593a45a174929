"""Which files went back, and for what."""

# reason of examination.py → the rule that says it
RULES = {}


def compare(comparison, database, inbox):
    """The files that the program sent back are those with faults, and each fault is told with the name it is about."""
    got = {}
    for file, in database.execute("SELECT DISTINCT file FROM submission WHERE state = 'returned'"):
        got[file.rsplit("/", 1)[-1]] = set()
    for file, record, rule in database.execute(
            "SELECT submission.file, finding.record, finding.rule_id FROM finding JOIN submission ON submission.id = finding.submission"
            " WHERE submission.state = 'returned' AND finding.level = 'error'"):
        got[file.rsplit("/", 1)[-1]].add((record, rule))
    for name in sorted(set(got) ^ set(inbox.returned)):
        comparison.differs(f"{name}: " + ("was returned, expected to be taken" if name in got else "was taken, expected to be returned"))
    for name, faults in inbox.returned.items():
        expected = {(record, RULES.get(what, what)) for record, what in faults}
        told = {(record if rule not in RULES.values() or any(rule == r and record == n for n, r in expected) else None, rule)
                for record, rule in got.get(name, set())}
        for record, rule in sorted(expected ^ told, key=str):
            comparison.differs(f"{name}: {record}: {rule} is " + ("told, not expected" if (record, rule) in told else "not told"))
