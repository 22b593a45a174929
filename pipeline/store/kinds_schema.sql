-- Step 3: from which kind.xml files the tables and views of the kinds were made last, so that who only
-- publishes sees whether they are still those of today.
CREATE TABLE kinds (
    digest TEXT NOT NULL   -- over all kind.xml; no row: none were made yet
);
