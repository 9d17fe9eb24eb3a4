-- How tasks and reports stand, so that an agenda reads what is open, passes over what is done, and looks into no text.

-- All of the index follows from the other tables and is made anew when the database is opened.
DELETE FROM shelf;
DELETE FROM shelf_held;
DELETE FROM shelf_idle;
DELETE FROM shelf_done;
DELETE FROM shelf_task;
DELETE FROM shelf_plan;
DROP TABLE shelf_due;
DROP TABLE shelf_word;

-- The days of tasks, for each that answers. `still`, by its own word: 0 done, 1 to be done, 2 to be looked at,
-- 3 done, and others had a word too.
CREATE TABLE shelf_due (
    agency INTEGER NOT NULL,
    still  INTEGER NOT NULL,
    day    INTEGER NOT NULL,
    no     INTEGER NOT NULL,
    PRIMARY KEY (agency, still, day, no)
) STRICT, WITHOUT ROWID;

-- Who has said something of a task.
CREATE TABLE shelf_word (
    no     INTEGER NOT NULL,
    agency INTEGER NOT NULL,
    PRIMARY KEY (no, agency)
) STRICT, WITHOUT ROWID;

-- What was said of tasks without a day that may still be to be done, for each that answers and each that spoke, the
-- longest silent first. `still`: 1 to be done, 2 to be looked at, 3 done in its turn. What comes back is to be done again
-- behind the turn `since`..`until`.
CREATE TABLE shelf_told (
    entry   INTEGER NOT NULL,
    agency  INTEGER NOT NULL,
    touched INTEGER NOT NULL,
    no      INTEGER NOT NULL,
    starts  INTEGER, -- NULL: from the beginning
    still   INTEGER NOT NULL,
    since   INTEGER,
    until   INTEGER,
    PRIMARY KEY (entry, agency, touched, no)
) STRICT, WITHOUT ROWID;

CREATE INDEX shelf_told_by_task ON shelf_told (no);

-- All that an agenda asks of a report.
CREATE INDEX report_standing ON report
    (obligation, period, agency, state, sent_at, saved_at, sealed IS NOT NULL);
CREATE INDEX report_standing_by_agency ON report
    (agency, obligation, period, state, sent_at, saved_at, sealed IS NOT NULL);
