-- Each line of a task knows whether others answer for the task too, and whether others have said something of it, so
-- that an agenda need not look that up for every line.

DELETE FROM shelf;
DROP TABLE shelf_due;
DROP TABLE shelf_idle;
DROP TABLE shelf_told;

-- The days of tasks, for each that answers. `still`, by its own word: 0 done, 1 to be done, 2 to be looked at,
-- 3 done, and another that had a word has not done it. `begins`: the first day as of which the period is on an agenda.
-- `shared`: the task names several that answer for it. `heard`: others than this agency have said something of it; never
-- set for all.
CREATE TABLE shelf_due (
    agency INTEGER NOT NULL,
    still  INTEGER NOT NULL,
    day    INTEGER NOT NULL,
    no     INTEGER NOT NULL,
    begins INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    heard  INTEGER NOT NULL,
    PRIMARY KEY (agency, still, day, no)
) STRICT, WITHOUT ROWID;

-- Tasks without a day, for each that answers. `spoken`: somebody has said something of the task.
CREATE TABLE shelf_idle (
    agency INTEGER NOT NULL,
    no     INTEGER NOT NULL,
    starts INTEGER, -- NULL: from the beginning
    shared INTEGER NOT NULL,
    spoken INTEGER NOT NULL,
    PRIMARY KEY (agency, no)
) STRICT, WITHOUT ROWID;

-- What was said of tasks without a day that may still be to be done, for each that answers and each that spoke, the
-- longest silent first. `still`: 1 to be done, 2 to be looked at, 3 done in its turn. What comes back is to be done again
-- behind the turn `since`..`until`. `heard`: others than the one that spoke have said something of it.
CREATE TABLE shelf_told (
    entry   INTEGER NOT NULL,
    agency  INTEGER NOT NULL,
    touched INTEGER NOT NULL,
    no      INTEGER NOT NULL,
    starts  INTEGER, -- NULL: from the beginning
    still   INTEGER NOT NULL,
    since   INTEGER,
    until   INTEGER,
    shared  INTEGER NOT NULL,
    heard   INTEGER NOT NULL,
    PRIMARY KEY (entry, agency, touched, no)
) STRICT, WITHOUT ROWID;

CREATE INDEX shelf_told_by_task ON shelf_told (no);
