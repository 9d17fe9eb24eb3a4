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

-- What an agency has said of a task; `still`: 0 done or told by its days, 1 to be done, 2 to be looked at, 3 done in
-- its turn. What comes back is to be done again behind its turn `since`..`until`.
CREATE TABLE shelf_word (
    no      INTEGER NOT NULL,
    agency  INTEGER NOT NULL,
    touched INTEGER NOT NULL,
    still   INTEGER NOT NULL,
    since   INTEGER,
    until   INTEGER,
    PRIMARY KEY (no, agency)
) STRICT, WITHOUT ROWID;

CREATE INDEX shelf_word_by_touch ON shelf_word (agency, touched, no) WHERE still > 0;

-- All that an agenda asks of a report.
CREATE INDEX report_standing ON report
    (obligation, period, agency, state, sent_at, saved_at, sealed IS NOT NULL);
CREATE INDEX report_standing_by_agency ON report
    (agency, obligation, period, state, sent_at, saved_at, sealed IS NOT NULL);
