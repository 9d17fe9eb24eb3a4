-- What the search finds, by its words: clauses, report obligations, tasks, targets and reports.

-- All of the index follows from the other tables and is made anew when the database is opened.
DELETE FROM shelf;
DELETE FROM shelf_held;
DELETE FROM shelf_due;
DELETE FROM shelf_idle;
DELETE FROM shelf_word;
DELETE FROM shelf_done;
DELETE FROM shelf_task;
DELETE FROM shelf_plan;

DROP TABLE shelf_text;

-- Two tables, not two columns of one: who types without marks would have every text looked at for a word with them.
-- No syllable is longer than seven letters, so that no beginning of one has to be put together from many words.
-- They keep no text.
CREATE VIRTUAL TABLE shelf_exact USING fts5 (
    text,
    content = '', contentless_delete = 1, prefix = '1 2 3 4 5 6 7', tokenize = 'unicode61 remove_diacritics 0'
);

CREATE VIRTUAL TABLE shelf_folded USING fts5 (
    text,
    content = '', contentless_delete = 1, prefix = '1 2 3 4 5 6 7', tokenize = 'unicode61 remove_diacritics 0'
);

-- The paths of clauses, folded: whoever types one in full gets it first.
CREATE TABLE shelf_name (
    no   INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE INDEX shelf_name_by_name ON shelf_name (name);
