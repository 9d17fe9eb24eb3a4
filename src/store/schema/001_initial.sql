-- The catalogue. `place` keeps the order of a list; rules are JSON, everything else is rows.
-- Plans name agencies, and users name items and agencies, as plain text: a plan can be
-- replaced, and an agency can leave the register, without touching what users entered.

CREATE TABLE register (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE agency (
    id             TEXT PRIMARY KEY,
    place          INTEGER NOT NULL,
    name           TEXT NOT NULL,
    short          TEXT NOT NULL,
    kind           TEXT NOT NULL,
    province       TEXT,
    protocol_order INTEGER NOT NULL,
    valid_from     TEXT,
    valid_to       TEXT,
    group_extent   TEXT, -- NULL: not a group
    note           TEXT,
    origin         TEXT NOT NULL DEFAULT 'bundled' -- or 'user': loaded from a file, kept by updates
) STRICT, WITHOUT ROWID;

CREATE TABLE agency_alias (
    agency TEXT NOT NULL REFERENCES agency ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    alias  TEXT NOT NULL,
    PRIMARY KEY (agency, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_member (
    agency_group TEXT NOT NULL REFERENCES agency ON DELETE CASCADE,
    place        INTEGER NOT NULL,
    agency       TEXT NOT NULL,
    valid_from   TEXT,
    valid_to     TEXT,
    origin       TEXT NOT NULL DEFAULT 'bundled',
    PRIMARY KEY (agency_group, origin, place)
) STRICT, WITHOUT ROWID;

-- Who took over from whom; rewritten with the register.
CREATE TABLE succession (
    place       INTEGER PRIMARY KEY,
    from_agency TEXT NOT NULL,
    to_agency   TEXT NOT NULL,
    first_day   TEXT NOT NULL, -- of the new state
    share       TEXT NOT NULL,
    functions   TEXT,
    source      TEXT NOT NULL,
    certain     INTEGER NOT NULL,
    UNIQUE (from_agency, to_agency)
) STRICT;

CREATE TABLE plan (
    id               TEXT PRIMARY KEY,
    place            INTEGER NOT NULL,
    hash             TEXT NOT NULL,
    loaded_on        TEXT NOT NULL, -- first load; later loads of the same plan keep it
    source           TEXT NOT NULL,
    short            TEXT NOT NULL,
    province         TEXT NOT NULL,
    issuer           TEXT NOT NULL,
    number           TEXT,
    issued_on        TEXT,
    year             INTEGER,
    kind             TEXT NOT NULL,
    state            TEXT NOT NULL,
    title            TEXT NOT NULL,
    signer_name      TEXT, -- NULL: nobody is named
    signer_position  TEXT,
    signer_authority TEXT,
    signer_signed    INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE citation (
    plan      TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
    place     INTEGER NOT NULL,
    number    TEXT,
    issued_on TEXT,
    issuer    TEXT,
    title     TEXT NOT NULL,
    relation  TEXT NOT NULL,
    clause    TEXT,
    PRIMARY KEY (plan, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE recipient (
    plan       TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    agency     TEXT,
    as_printed TEXT NOT NULL,
    PRIMARY KEY (plan, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE clause (
    plan       TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    path       TEXT NOT NULL,
    heading    TEXT NOT NULL,
    first_line INTEGER NOT NULL,
    last_line  INTEGER NOT NULL,
    note       TEXT,
    PRIMARY KEY (plan, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
    id                   TEXT PRIMARY KEY,
    plan                 TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
    place                INTEGER NOT NULL,
    clause               TEXT NOT NULL,
    indicator            TEXT NOT NULL,
    short                TEXT NOT NULL,
    comparator           TEXT NOT NULL,
    comparator_words     TEXT NOT NULL,
    value                REAL,
    value_high           REAL,
    unit                 TEXT NOT NULL,
    per                  TEXT,
    population           TEXT NOT NULL,
    year                 INTEGER,
    year_from            TEXT,
    baseline_value       REAL, -- NULL: no baseline
    baseline_numerator   REAL,
    baseline_denominator REAL,
    baseline_as_of       TEXT,
    baseline_clause      TEXT,
    parent               TEXT,
    note                 TEXT,
    UNIQUE (plan, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone (
    target TEXT NOT NULL REFERENCES target ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    year   INTEGER NOT NULL,
    value  REAL NOT NULL,
    PRIMARY KEY (target, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE target_responsible (
    target TEXT NOT NULL REFERENCES target ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    agency TEXT NOT NULL,
    PRIMARY KEY (target, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
    id             TEXT PRIMARY KEY,
    plan           TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
    place          INTEGER NOT NULL,
    clause         TEXT NOT NULL,
    kind           TEXT NOT NULL,
    title          TEXT NOT NULL,
    phrase         TEXT NOT NULL,
    rule           TEXT NOT NULL, -- JSON
    inherited_from TEXT,
    note           TEXT,
    UNIQUE (plan, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_role (
    task   TEXT NOT NULL REFERENCES task ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    agency TEXT NOT NULL,
    role   TEXT NOT NULL,
    PRIMARY KEY (task, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_link (
    task    TEXT NOT NULL REFERENCES task ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    to_task TEXT NOT NULL,
    kind    TEXT NOT NULL,
    PRIMARY KEY (task, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE obligation (
    id             TEXT PRIMARY KEY,
    plan           TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
    place          INTEGER NOT NULL,
    clause         TEXT NOT NULL,
    kind           TEXT NOT NULL,
    title          TEXT NOT NULL,
    recipient      TEXT NOT NULL,
    via            TEXT,
    prepared_by    TEXT,
    phrase         TEXT NOT NULL,
    rule           TEXT NOT NULL, -- JSON
    inherited_from TEXT,
    content        TEXT NOT NULL, -- JSON list
    note           TEXT,
    UNIQUE (plan, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE obligation_reporter (
    obligation TEXT NOT NULL REFERENCES obligation ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    agency     TEXT NOT NULL,
    PRIMARY KEY (obligation, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE obligation_copy (
    obligation TEXT NOT NULL REFERENCES obligation ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    agency     TEXT NOT NULL,
    PRIMARY KEY (obligation, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE obligation_consumed (
    obligation TEXT NOT NULL REFERENCES obligation ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    consumed   TEXT NOT NULL,
    PRIMARY KEY (obligation, place)
) STRICT, WITHOUT ROWID;

-- What users entered. Ids are never used twice, so that the history stays unambiguous.

CREATE TABLE progress_entry (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL,
    saved_by TEXT NOT NULL,
    saved_at TEXT,
    task     TEXT NOT NULL,
    agency   TEXT NOT NULL,
    as_of    TEXT NOT NULL,
    state    TEXT NOT NULL,
    percent  INTEGER,
    result   TEXT NOT NULL,
    obstacle TEXT NOT NULL,
    proposal TEXT NOT NULL,
    evidence TEXT NOT NULL
) STRICT;

CREATE TABLE observation (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    revision    INTEGER NOT NULL,
    saved_by    TEXT NOT NULL,
    saved_at    TEXT,
    target      TEXT NOT NULL,
    agency      TEXT NOT NULL,
    as_of       TEXT NOT NULL,
    value       REAL,
    numerator   REAL,
    denominator REAL,
    quality     TEXT NOT NULL,
    source      TEXT NOT NULL
) STRICT;

CREATE TABLE report (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    revision   INTEGER NOT NULL,
    saved_by   TEXT NOT NULL,
    saved_at   TEXT,
    obligation TEXT NOT NULL,
    period     TEXT NOT NULL, -- 2026, 2026-Q4, 2026-10
    agency     TEXT NOT NULL,
    results    TEXT NOT NULL,
    obstacles  TEXT NOT NULL,
    proposals  TEXT NOT NULL,
    evidence   TEXT NOT NULL,
    state      TEXT NOT NULL,
    author     TEXT, -- NULL: nobody has asked for approval
    remark     TEXT NOT NULL,
    sent_at    TEXT,
    sealed     TEXT, -- JSON; NULL: not sent, or sent on paper
    received_at TEXT,
    issued     TEXT, -- JSON
    enclosed   TEXT NOT NULL, -- JSON
    UNIQUE (obligation, period, agency)
) STRICT;

-- Every version that was sent, as it was sent. Rows are only ever added: each one is sealed over the one before.
CREATE TABLE submission (
    number     INTEGER PRIMARY KEY,
    obligation TEXT NOT NULL,
    period     TEXT NOT NULL,
    agency     TEXT NOT NULL,
    version    INTEGER NOT NULL,
    body       TEXT NOT NULL, -- JSON of the report
    UNIQUE (obligation, period, agency, version)
) STRICT;

CREATE TRIGGER submission_is_kept BEFORE UPDATE ON submission
BEGIN SELECT raise(ABORT, 'a submission is never changed'); END;

CREATE TRIGGER submission_stays BEFORE DELETE ON submission
BEGIN SELECT raise(ABORT, 'a submission is never deleted'); END;

-- What users left out, joined or rewrote in compiled reports.
CREATE TABLE compilation (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    revision   INTEGER NOT NULL,
    saved_by   TEXT NOT NULL,
    saved_at   TEXT,
    obligation TEXT NOT NULL,
    period     TEXT NOT NULL,
    agency     TEXT NOT NULL,
    pieces     TEXT NOT NULL, -- JSON
    left_out   TEXT NOT NULL, -- JSON
    UNIQUE (obligation, period, agency)
) STRICT;

-- What users settle that no plan says; of each subject one, a later one takes its place.
CREATE TABLE decision (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL,
    saved_by TEXT NOT NULL,
    saved_at TEXT,
    subject  TEXT NOT NULL UNIQUE,
    ruling   TEXT NOT NULL -- JSON
) STRICT;

-- Batches of reminders: who was asked on one day for the report of one round.
CREATE TABLE reminder (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    revision   INTEGER NOT NULL,
    saved_by   TEXT NOT NULL,
    saved_at   TEXT,
    obligation TEXT NOT NULL,
    period     TEXT NOT NULL,
    day        TEXT NOT NULL,
    agencies   TEXT NOT NULL -- JSON
) STRICT;

CREATE INDEX reminder_by_round ON reminder (obligation, period, day);

CREATE TABLE draft (
    user     TEXT NOT NULL,
    key      TEXT NOT NULL,
    body     TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (user, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    user  TEXT NOT NULL,
    key   TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (user, key)
) STRICT, WITHOUT ROWID;

-- Undo and audit trail in one. Rows are only ever added: a change is undone
-- when another one names it in `undo_of`.

CREATE TABLE change (
    seq       INTEGER PRIMARY KEY AUTOINCREMENT,
    at        TEXT NOT NULL,
    user      TEXT NOT NULL,
    tbl       TEXT NOT NULL,
    row       TEXT NOT NULL,
    old_value TEXT, -- JSON; NULL: the row did not exist
    new_value TEXT, -- JSON; NULL: the row is gone
    undo_of   INTEGER UNIQUE REFERENCES change
) STRICT;

CREATE INDEX change_by_user ON change (user, seq);
CREATE INDEX change_by_row ON change (tbl, row, seq);
