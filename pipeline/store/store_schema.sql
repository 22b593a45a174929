-- The program's own tables. A kind's tables are made from its kind.xml (intake/kind_tables.c).
-- Times are text, ISO 8601; they are records of what happened and never reach an output.

-- A file that came in. Every one is archived under its digest before anything else; a row is never
-- deleted and never overwritten.
CREATE TABLE submission (
    id            INTEGER PRIMARY KEY,             -- also the arrival order
    kind          TEXT,                            -- NULL: not known
    sender        TEXT,                            -- who sent it, from the kind's sender path
    period        TEXT,                            -- for which period, from the kind's period path
    file          TEXT NOT NULL,                   -- name it came under, without folders
    sha256        TEXT NOT NULL,                   -- of its bytes; '' if it could not be read
    size          INTEGER NOT NULL,                -- bytes
    state         TEXT NOT NULL CHECK (state IN ('registered', 'accepted', 'returned')),
    superseded_by INTEGER REFERENCES submission (id), -- a later one, same kind, sender and period
    place         TEXT,                            -- path below the workspace where it now lies
    registered_at TEXT NOT NULL
);
CREATE INDEX submission_by_digest ON submission (sha256);
CREATE INDEX submission_by_sender ON submission (kind, period, sender);

-- What was found in a submission, or at a gate or in an output (then `item` is set).
CREATE TABLE finding (
    id         INTEGER PRIMARY KEY,
    submission INTEGER REFERENCES submission (id),
    item       TEXT,
    rule_id    TEXT NOT NULL,
    level      TEXT NOT NULL CHECK (level IN ('note', 'warning', 'error')),
    kind       TEXT,
    file       TEXT,
    sha256     TEXT,
    line       INTEGER,
    record     TEXT,
    path       TEXT,
    label      TEXT,
    value      TEXT,
    rule       TEXT NOT NULL,
    mend       TEXT
);
CREATE INDEX finding_by_submission ON finding (submission);
CREATE INDEX finding_by_item ON finding (item);

-- One thing a publication makes, "publication/params#row-key": its files share one input digest.
CREATE TABLE item (
    name         TEXT PRIMARY KEY,
    publication  TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('done', 'failed')),
    input_digest TEXT NOT NULL,   -- composed rows, stylesheet closure, fonts, format version
    reason       TEXT,            -- why it was made the last time: new, rows, stylesheet, fonts, program
    rows_digest       TEXT NOT NULL,
    stylesheet_digest TEXT NOT NULL,
    fonts_digest      TEXT NOT NULL,
    program_digest    TEXT NOT NULL,
    made_in_run  INTEGER REFERENCES run (id),
    date         TEXT             -- from the data; dates in the output come from here
) WITHOUT ROWID;

CREATE TABLE output (
    path   TEXT PRIMARY KEY,      -- below the workspace, or absolute when -o named another folder
    item   TEXT NOT NULL REFERENCES item (name),
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size   INTEGER NOT NULL,
    mode   INTEGER NOT NULL       -- permission bits
) WITHOUT ROWID;
CREATE INDEX output_by_item ON output (item);

-- One run of a job, or of a single verb that made something.
CREATE TABLE run (
    id         INTEGER PRIMARY KEY,
    job        TEXT NOT NULL,     -- job name, or "publish" / "ingest"
    parameters TEXT NOT NULL,     -- "year=2024", sorted by name, '&' between
    state      TEXT NOT NULL CHECK (state IN ('running', 'done', 'stopped', 'failed')),
    stage      INTEGER NOT NULL DEFAULT 0, -- stages finished
    made       INTEGER NOT NULL DEFAULT 0, -- items made anew
    kept       INTEGER NOT NULL DEFAULT 0, -- items that were up to date
    accepted   INTEGER NOT NULL DEFAULT 0, -- submissions
    returned   INTEGER NOT NULL DEFAULT 0,
    began_at   TEXT NOT NULL,
    ended_at   TEXT
);
