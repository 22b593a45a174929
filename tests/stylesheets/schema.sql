-- The tables and views that the program makes from the kinds regions, target-plan, enrolment and cqo-return, cut
-- down to what the publications and the job read, so that their SQL can be tried with sqlite3 alone.
CREATE TABLE submission (id INTEGER PRIMARY KEY, kind TEXT, sender TEXT, period TEXT, file TEXT,
    sha256 TEXT, size INTEGER, state TEXT, superseded_by INTEGER, place TEXT, registered_at TEXT);
CREATE TABLE finding (id INTEGER PRIMARY KEY, submission INTEGER, item TEXT, rule_id TEXT, level TEXT,
    kind TEXT, file TEXT, sha256 TEXT, line INTEGER, record TEXT, path TEXT, label TEXT, value TEXT,
    rule TEXT, mend TEXT);

CREATE TABLE region_list (submission INTEGER, ordinal INTEGER, parent INTEGER, line INTEGER,
    list TEXT, province TEXT, valid_from TEXT, source TEXT);
CREATE TABLE region (submission INTEGER, ordinal INTEGER, parent INTEGER, line INTEGER,
    code TEXT, name TEXT, level TEXT, parent_code TEXT);
CREATE TABLE target_plan (submission INTEGER, ordinal INTEGER, parent INTEGER, line INTEGER,
    year INTEGER, title TEXT, task TEXT, document_number TEXT, issuer TEXT, issued TEXT,
    deadline TEXT, total INTEGER);
CREATE TABLE target (submission INTEGER, ordinal INTEGER, parent INTEGER, line INTEGER,
    region_code TEXT, region_name TEXT, head_count INTEGER);
CREATE TABLE enrolment (submission INTEGER, ordinal INTEGER, parent INTEGER, line INTEGER,
    year INTEGER, sent TEXT, region_code TEXT, region_name TEXT, office TEXT, total INTEGER);
CREATE TABLE enrolment_person (submission INTEGER, ordinal INTEGER, parent INTEGER, line INTEGER,
    name TEXT, identity_number TEXT, major TEXT, employer TEXT, post TEXT);
CREATE TABLE cqo_enterprise (submission INTEGER, ordinal INTEGER, parent INTEGER, line INTEGER,
    name TEXT, credit_code TEXT, scale TEXT);

CREATE VIEW current_submission AS
    SELECT id, sender AS submission_sender, period AS submission_period, file AS submission_file
      FROM submission WHERE state = 'accepted' AND superseded_by IS NULL;
CREATE VIEW current_region AS SELECT t.*, submission_sender, submission_period, submission_file
    FROM region AS t JOIN current_submission AS s ON s.id = t.submission;
CREATE VIEW current_target_plan AS SELECT t.*, submission_sender, submission_period, submission_file
    FROM target_plan AS t JOIN current_submission AS s ON s.id = t.submission;
CREATE VIEW current_target AS SELECT t.*, submission_sender, submission_period, submission_file
    FROM target AS t JOIN current_submission AS s ON s.id = t.submission;
CREATE VIEW current_enrolment AS SELECT t.*, submission_sender, submission_period, submission_file
    FROM enrolment AS t JOIN current_submission AS s ON s.id = t.submission;
CREATE VIEW current_enrolment_person AS
    SELECT t.*, submission_sender, submission_period, submission_file
    FROM enrolment_person AS t JOIN current_submission AS s ON s.id = t.submission;
CREATE VIEW current_cqo_enterprise AS
    SELECT t.*, submission_sender, submission_period, submission_file
    FROM cqo_enterprise AS t JOIN current_submission AS s ON s.id = t.submission;
