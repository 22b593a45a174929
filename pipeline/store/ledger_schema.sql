-- Step 4: the ledger of certificates. A row is written once, when its number is given; afterwards only its
-- state, its printed file and its successor may change, and no row is ever removed: a number is not used again.

-- The public halves of the keys that sign (the private ones lie in keys/). Signatures of a retired key hold.
CREATE TABLE signing_key (
    id         TEXT PRIMARY KEY CHECK (length(id) = 8),  -- first 8 hexadecimal digits of SHA-256 of public_key
    public_key TEXT NOT NULL,      -- SubjectPublicKeyInfo, base64
    made_on    TEXT NOT NULL,
    retired_on TEXT                -- NULL: this one signs
) WITHOUT ROWID;

CREATE TABLE certificate (
    number         TEXT PRIMARY KEY,   -- series, serial in six digits, check digit
    series         TEXT NOT NULL,
    serial         INTEGER NOT NULL CHECK (serial BETWEEN 1 AND 999999),
    publication    TEXT NOT NULL,      -- that prints it
    parameters     TEXT NOT NULL,      -- with which it was issued: "exam=2024"
    holder         TEXT NOT NULL,      -- who has at most one in force of a series
    content        TEXT NOT NULL,      -- the row it was issued from, a JSON object: content ->> '$.name'
    content_digest TEXT NOT NULL,      -- SHA-256 of content
    issued_on      TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('issued', 'printed', 'voided', 'replaced')),
    payload        TEXT,               -- what its QR code says, with the signature; NULL: issued unsigned
    signature      TEXT,
    key            TEXT REFERENCES signing_key (id),
    pdf_sha256     TEXT,               -- of the certificate as first printed; its bytes are in the archive
    replaces       TEXT REFERENCES certificate (number),
    replaced_by    TEXT REFERENCES certificate (number),
    UNIQUE (series, serial)
) WITHOUT ROWID;
CREATE UNIQUE INDEX certificate_in_force ON certificate (series, holder) WHERE state IN ('issued', 'printed');
CREATE INDEX certificate_by_holder ON certificate (series, holder);
CREATE INDEX certificate_by_publication ON certificate (publication, parameters);
CREATE INDEX certificate_by_pdf ON certificate (pdf_sha256);

CREATE TRIGGER certificate_unchanged BEFORE UPDATE OF number, series, serial, publication, parameters, holder,
    content, content_digest, issued_on, payload, signature, key, replaces ON certificate
BEGIN SELECT RAISE(ABORT, 'an issued certificate is not changed'); END;
CREATE TRIGGER certificate_printed_once BEFORE UPDATE OF pdf_sha256 ON certificate
WHEN old.pdf_sha256 IS NOT NULL AND new.pdf_sha256 IS NOT old.pdf_sha256
BEGIN SELECT RAISE(ABORT, 'a printed certificate keeps its file'); END;
CREATE TRIGGER certificate_kept BEFORE DELETE ON certificate
BEGIN SELECT RAISE(ABORT, 'a certificate stays in the ledger'); END;

-- What became of it, in order.
CREATE TABLE certificate_event (
    id     INTEGER PRIMARY KEY,
    number TEXT NOT NULL REFERENCES certificate (number),
    event  TEXT NOT NULL CHECK (event IN ('issued', 'printed', 'voided', 'replaced')),
    reason TEXT,
    day    TEXT NOT NULL,
    run    INTEGER REFERENCES run (id)
);
CREATE INDEX certificate_event_by_number ON certificate_event (number);

-- The files of a printed certificate, as they lie in the archive: an item that stands here is not made again.
CREATE TABLE certificate_file (
    item   TEXT NOT NULL,          -- whose file it is
    file   TEXT NOT NULL,          -- its name in the folder of what is published
    number TEXT NOT NULL REFERENCES certificate (number),
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size   INTEGER NOT NULL,
    mode   INTEGER NOT NULL,       -- permission bits
    PRIMARY KEY (item, file)
) WITHOUT ROWID;
