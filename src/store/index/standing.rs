//! Writing how a task stands: on which days of whose agendas, and what was said of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{ALL, agency_number, day_no};
use crate::domain::agenda::{Left, LineDay, Lines, Word, done_for_all, lines, word};
use crate::domain::ids::AgencyId;
use crate::domain::occurrence::Tracking;
use crate::domain::plan::Plan;
use crate::domain::record::ProgressEntry;
use crate::domain::task::Task;

/// How a task stands by a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Still {
    Done = 0,
    ToDo = 1,
    /// Only the rules tell.
    Unsure = 2,
    /// Of a day: done, and another that had a word has not done it. Of what comes back: done in its turn.
    DoneButAsk = 3,
}

/// Notes how a task stands by all that was entered on it.
pub(super) fn add(
    conn: &Connection,
    no: i64,
    plan: &Plan,
    task: &Task,
    tracking: Tracking,
    entries: &[ProgressEntry],
) -> rusqlite::Result<()> {
    let place = Place::of(conn, no, task, lines(plan, task, tracking))?;
    let said = said(plan, task, tracking, entries);
    place.add_days(&said)?;
    place.add_words(&said)
}

/// Takes out what was noted, whatever was entered then.
pub(super) fn remove(
    conn: &Connection,
    no: i64,
    plan: &Plan,
    task: &Task,
    tracking: Tracking,
) -> rusqlite::Result<()> {
    for table in ["word", "told", "done"] {
        conn.prepare_cached(&format!("DELETE FROM shelf_{table} WHERE no = ?1"))?.execute([no])?;
    }
    Place::of(conn, no, task, lines(plan, task, tracking))?.drop_days()
}

/// What was said of a task: by whom each word is, and which days are done for all.
struct Said<'a> {
    words: Vec<(&'a AgencyId, Word)>,
    of_all: Option<Word>,
    done_for_all: Vec<(NaiveDate, bool)>,
}

fn said<'a>(plan: &Plan, task: &Task, tracking: Tracking, entries: &'a [ProgressEntry]) -> Said<'a> {
    let mut speakers: Vec<&AgencyId> = entries.iter().map(|entry| &entry.agency).collect();
    speakers.sort_unstable();
    speakers.dedup();
    let word_of = |speaker: Option<&AgencyId>| {
        let heard = entries.iter().filter(|entry| speaker.is_none_or(|speaker| entry.agency == *speaker));
        word(plan, task, tracking, &heard.collect::<Vec<_>>())
    };
    Said {
        words: speakers.into_iter().filter_map(|speaker| Some((speaker, word_of(Some(speaker))?))).collect(),
        of_all: word_of(None),
        done_for_all: done_for_all(plan, task, tracking, entries),
    }
}

impl Said<'_> {
    /// Whether others than this agency have said something.
    fn by_others(&self, agency: &AgencyId) -> bool {
        self.words.iter().any(|(speaker, _)| *speaker != agency)
    }

    /// How a day stands by the word of an agency; `None`: of all together.
    fn still(&self, agency: Option<&AgencyId>, day: NaiveDate) -> Still {
        let Some(agency) = agency else {
            let done = self.done_for_all.iter().find(|(done, _)| *done == day);
            return done.map_or(Still::ToDo, |(_, sure)| if *sure { Still::Done } else { Still::Unsure });
        };
        let done = |word: &Word| word.done.contains(&day);
        let own = self.words.iter().find(|(speaker, _)| *speaker == agency);
        match own.is_some_and(|(_, word)| done(word)) {
            true if self.words.iter().all(|(_, word)| done(word)) => Still::Done,
            true => Still::DoneButAsk,
            false => Still::ToDo,
        }
    }
}

/// Takes a day of a task out, however it stood. All that it may be is named: a range of it would be looked through.
pub(in crate::store) const DROP_DAY: &str =
    "DELETE FROM shelf_due WHERE agency = ?1 AND still IN (0, 1, 2, 3) AND day = ?2 AND no = ?3";

/// Where a task stands.
struct Place<'a> {
    conn: &'a Connection,
    no: i64,
    lines: Lines,
    /// Those on whose agendas it stands, by their numbers; `None`: all together.
    agencies: BTreeMap<i64, Option<&'a AgencyId>>,
    /// Whether several answer for it.
    shared: bool,
}

impl<'a> Place<'a> {
    fn of(conn: &'a Connection, no: i64, task: &'a Task, lines: Lines) -> rusqlite::Result<Self> {
        let mut agencies = BTreeMap::new();
        if lines.for_all {
            agencies.insert(ALL, None);
        }
        for link in task.roles.iter().filter(|link| link.role.is_answerable()) {
            agencies.insert(agency_number(conn, &link.agency)?, Some(&link.agency));
        }
        let shared = agencies.values().flatten().count() > 1;
        Ok(Self { conn, no, lines, agencies, shared })
    }

    fn add_days(&self, said: &Said<'_>) -> rusqlite::Result<()> {
        let mut due = self.conn.prepare_cached(
            "INSERT INTO shelf_due (agency, still, day, no, begins, shared, heard)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        let mut idle = self.conn.prepare_cached(
            "INSERT OR REPLACE INTO shelf_idle (agency, no, starts, shared, spoken) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        let spoken = said.of_all.is_some() || !said.words.is_empty();
        for (number, agency) in &self.agencies {
            let heard = agency.is_some_and(|agency| said.by_others(agency));
            for LineDay { day, begins } in &self.lines.days {
                let still = said.still(*agency, *day) as i64;
                due.execute((number, still, day_no(*day), self.no, day_no(*begins), self.shared, heard))?;
            }
            if self.lines.undated {
                let starts = self.lines.starts_on.map(day_no);
                idle.execute((number, self.no, starts, self.shared, spoken))?;
            }
        }
        Ok(())
    }

    fn drop_days(&self) -> rusqlite::Result<()> {
        let mut drop = self.conn.prepare_cached(DROP_DAY)?;
        for number in self.agencies.keys() {
            for line in &self.lines.days {
                drop.execute((number, day_no(line.day), self.no))?;
            }
        }
        Ok(())
    }

    fn add_words(&self, said: &Said<'_>) -> rusqlite::Result<()> {
        for (day, sure) in &said.done_for_all {
            self.add_done(ALL, *day, *sure)?;
        }
        for (speaker, word) in &said.words {
            let heard = said.by_others(speaker);
            let speaker = agency_number(self.conn, speaker)?;
            self.add_word(speaker, word, heard)?;
            for day in &word.done {
                self.add_done(speaker, *day, true)?;
            }
        }
        said.of_all.as_ref().map_or(Ok(()), |word| self.add_word(ALL, word, false))
    }

    fn add_done(&self, agency: i64, day: NaiveDate, sure: bool) -> rusqlite::Result<()> {
        let sql = "INSERT OR REPLACE INTO shelf_done (no, agency, day, sure) VALUES (?1, ?2, ?3, ?4)";
        self.conn.prepare_cached(sql)?.execute((self.no, agency, day_no(day), sure)).map(drop)
    }

    fn add_word(&self, speaker: i64, word: &Word, heard: bool) -> rusqlite::Result<()> {
        let sql = "INSERT INTO shelf_word (no, agency) VALUES (?1, ?2)";
        self.conn.prepare_cached(sql)?.execute((self.no, speaker))?;
        let still = match word.left {
            Left::Dated => return Ok(()),
            Left::Done if speaker != ALL => return Ok(()),
            Left::Open | Left::InTurn { done: false, .. } => Still::ToDo,
            Left::InTurn { .. } if speaker != ALL => Still::DoneButAsk,
            // Whether all have done it is told by who answers for it on the day.
            Left::Done | Left::InTurn { .. } => Still::Unsure,
        };
        let (since, until) = match word.left {
            Left::InTurn { first, last, .. } => (Some(day_no(first)), Some(day_no(last))),
            _ => (None, None),
        };
        let starts = self.lines.starts_on.map(day_no);
        let mut told = self.conn.prepare_cached(
            "INSERT INTO shelf_told (entry, agency, touched, no, starts, still, since, until, shared, heard)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?;
        for entry in self.agencies.keys().filter(|_| self.lines.undated) {
            let (touched, still) = (day_no(word.touched), still as i64);
            told.execute((
                entry,
                speaker,
                touched,
                self.no,
                starts,
                still,
                since,
                until,
                self.shared,
                heard,
            ))?;
        }
        Ok(())
    }
}
