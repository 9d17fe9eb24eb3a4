-- The calendar of working days that comes with the program, as the register and the plans: what the database holds need
-- not be read from its file at every start. What users decided about it stands among the decisions.

-- What comes with the program is loaded anew.
DELETE FROM register;

CREATE TABLE calendar_day (
    place  INTEGER PRIMARY KEY,
    day    TEXT NOT NULL,
    kind   TEXT NOT NULL,
    status TEXT NOT NULL,
    name   TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;

-- Years whose official notices are all in.
CREATE TABLE published_year (
    year INTEGER PRIMARY KEY
) STRICT;
