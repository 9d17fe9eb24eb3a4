-- Each day of a task knows when its period begins, so that an agenda need not look at those that have not begun.

DELETE FROM shelf;
DROP TABLE shelf_due;

-- The days of tasks, for each that answers. `still`, by its own word: 0 done, 1 to be done, 2 to be looked at,
-- 3 done, and another that had a word has not done it. `begins`: the first day as of which the period is on an agenda.
CREATE TABLE shelf_due (
    agency INTEGER NOT NULL,
    still  INTEGER NOT NULL,
    day    INTEGER NOT NULL,
    no     INTEGER NOT NULL,
    begins INTEGER NOT NULL,
    PRIMARY KEY (agency, still, day, no)
) STRICT, WITHOUT ROWID;

-- `report_standing_by_agency` begins with the same columns.
DROP INDEX report_by_agency;
