"""Which files went back, and for what."""
from collections import Counter

# kind, reason of examination.py → the rule that says it
RULES = {
    ("exam-application", "identity-number"): "exam-application.identity",
    ("exam-application", "twice"): "exam-application.person-twice",
    ("exam-application", "fee"): "exam-application.fee",
    ("exam-application", "photo"): "exam-application.photo-size",
    ("exam-application", "total"): "exam-application.total",
    ("exam-marks", "module-points"): "exam-marks.points",
    ("exam-marks", "open-questions"): "exam-marks.answers",
    ("exam-marks", "total"): "exam-marks.total",
    ("certification-application", "papers"): "certification-application.granted-without",
    ("certification-application", "report"): "certification-application.granted-without",
    ("certification-application", "void"): "certification-application.marks-void",
}


def compare(comparison, database, inbox):
    """The files that went back are those with faults; each fault is told of its person, and no error besides."""
    told = {}
    for file, record, rule in database.execute(
            "SELECT submission.file, finding.record, finding.rule_id FROM submission"
            " JOIN finding ON finding.submission = submission.id AND finding.level = 'error' WHERE submission.state = 'returned'"):
        told.setdefault(file.rsplit("/", 1)[-1], Counter())[record, rule] += 1
    for name in sorted(set(told) ^ set(inbox.returned)):
        comparison.differs(f"{name}: " + ("was returned, expected to be taken" if name in told else "was taken, expected to be returned"))
    for name in sorted(set(told) & set(inbox.returned)):
        expected = Counter((record, RULES[name.rsplit("-", 2)[0], what]) for record, what in inbox.returned[name])
        for record, rule in sorted(set(expected) | set(told[name]), key=str):
            if (times := told[name][record, rule]) != (wanted := expected[record, rule]):
                comparison.differs(f"{name}: {record}: {rule} is told {times} times, expected {wanted}")
