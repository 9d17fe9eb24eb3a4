-- Ways to tasks and progress entries, so that a screen costs what it shows and not what there is.

CREATE INDEX progress_by_task ON progress_entry (task, agency, as_of);
CREATE INDEX progress_by_agency ON progress_entry (agency, as_of);
CREATE INDEX link_to_task ON task_link (to_task);
CREATE INDEX role_by_agency ON task_role (agency, task);

-- What follows from plans and progress entries, in the order in which screens ask for it. Nothing of it is entered:
-- all of it is made anew when its form changes. Agencies, plans and tasks go by numbers here; those of the tasks
-- follow the order of the plans, and agency 0 stands for all. Days count from the year 1.

CREATE TABLE shelf (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    form INTEGER NOT NULL
) STRICT;

CREATE TABLE shelf_agency (
    no     INTEGER PRIMARY KEY,
    agency TEXT NOT NULL UNIQUE
) STRICT;

INSERT INTO shelf_agency (no, agency) VALUES (0, '');

CREATE TABLE shelf_plan (
    plan TEXT PRIMARY KEY,
    no   INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE shelf_task (
    no   INTEGER PRIMARY KEY,
    task TEXT NOT NULL UNIQUE
) STRICT;

-- Who is named by a task; `class`: 0 answers for it, 1 takes part, 2 anything else. All: it names nobody.
CREATE TABLE shelf_held (
    agency INTEGER NOT NULL,
    no     INTEGER NOT NULL,
    class  INTEGER NOT NULL,
    PRIMARY KEY (agency, no)
) STRICT, WITHOUT ROWID;

-- The days of tasks, for each that answers.
CREATE TABLE shelf_due (
    agency INTEGER NOT NULL,
    day    INTEGER NOT NULL,
    no     INTEGER NOT NULL,
    PRIMARY KEY (agency, day, no)
) STRICT, WITHOUT ROWID;

-- Tasks without a day, for each that answers.
CREATE TABLE shelf_idle (
    agency INTEGER NOT NULL,
    no     INTEGER NOT NULL,
    starts INTEGER, -- NULL: from the beginning
    PRIMARY KEY (agency, no)
) STRICT, WITHOUT ROWID;

-- What an agency has said of a task; `still`: 0 done, 1 to be done, 2 to be looked at.
CREATE TABLE shelf_word (
    no      INTEGER NOT NULL,
    agency  INTEGER NOT NULL,
    touched INTEGER NOT NULL,
    still   INTEGER NOT NULL,
    PRIMARY KEY (no, agency)
) STRICT, WITHOUT ROWID;

CREATE INDEX shelf_word_by_touch ON shelf_word (agency, touched, no) WHERE still > 0;

-- The days of a task that an agency has done; not sure: the task has to be looked at.
CREATE TABLE shelf_done (
    no     INTEGER NOT NULL,
    agency INTEGER NOT NULL,
    day    INTEGER NOT NULL,
    sure   INTEGER NOT NULL,
    PRIMARY KEY (no, agency, day)
) STRICT, WITHOUT ROWID;

-- The words of tasks: title, place and what was entered, with their marks and folded. It keeps no text.
CREATE VIRTUAL TABLE shelf_text USING fts5 (
    exact, folded,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
);
