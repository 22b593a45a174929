-- Step 2: pictures that lie beside a submission.

-- Where a submission lay when it came, resolved: the files it names lie there too. NULL: standard input.
ALTER TABLE submission ADD COLUMN folder TEXT;

-- A picture that an accepted submission names, once for each name and digest. Its bytes are in the
-- archive under the digest and the type's name.
CREATE TABLE attachment (
    submission INTEGER NOT NULL REFERENCES submission (id),
    ordinal    INTEGER NOT NULL,
    line       INTEGER NOT NULL,  -- where it is named first
    file       TEXT NOT NULL,     -- name, without folders
    sha256     TEXT NOT NULL,
    type       TEXT NOT NULL CHECK (type IN ('png', 'jpeg', 'svg')),
    size       INTEGER NOT NULL,  -- bytes
    PRIMARY KEY (submission, ordinal)
) WITHOUT ROWID;
CREATE INDEX attachment_by_digest ON attachment (sha256);
