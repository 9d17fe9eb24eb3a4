//! Writing how a task stands: on which days of whose agendas, and what was said of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{ALL, agency_number, day_no};
use crate::domain::agenda::{Left, Lines, Word, done_for_all, lines, word};
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
    /// Of a day: done, and others had a word too. Of what comes back: done in its turn.
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
    let (lines, said) = (lines(plan, task, tracking), said(plan, task, tracking, entries));
    add_lines(conn, no, task, &lines, &said)?;
    add_words(conn, no, task, &lines, &said)
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
    drop_lines(conn, no, task, &lines(plan, task, tracking))
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
    /// How a day stands by the word of an agency; `None`: of all together.
    fn still(&self, agency: Option<&AgencyId>, day: NaiveDate) -> Still {
        let Some(agency) = agency else {
            let done = self.done_for_all.iter().find(|(done, _)| *done == day);
            return done.map_or(Still::ToDo, |(_, sure)| if *sure { Still::Done } else { Still::Unsure });
        };
        let own = self.words.iter().find(|(speaker, _)| *speaker == agency);
        match own.is_some_and(|(_, word)| word.done.contains(&day)) {
            true if self.words.len() == 1 => Still::Done,
            true => Still::DoneButAsk,
            false => Still::ToDo,
        }
    }
}

/// Those on whose agendas a task stands, with their numbers.
fn listed_for<'a>(
    conn: &Connection,
    task: &'a Task,
    lines: &Lines,
) -> rusqlite::Result<BTreeMap<i64, Option<&'a AgencyId>>> {
    let mut agencies = BTreeMap::new();
    if lines.for_all {
        agencies.insert(ALL, None);
    }
    for link in task.roles.iter().filter(|link| link.role.is_answerable()) {
        agencies.insert(agency_number(conn, &link.agency)?, Some(&link.agency));
    }
    Ok(agencies)
}

fn add_lines(
    conn: &Connection,
    no: i64,
    task: &Task,
    lines: &Lines,
    said: &Said<'_>,
) -> rusqlite::Result<()> {
    let mut due =
        conn.prepare_cached("INSERT INTO shelf_due (agency, still, day, no) VALUES (?1, ?2, ?3, ?4)")?;
    let mut idle =
        conn.prepare_cached("INSERT OR REPLACE INTO shelf_idle (agency, no, starts) VALUES (?1, ?2, ?3)")?;
    for (number, agency) in listed_for(conn, task, lines)? {
        for day in &lines.days {
            due.execute((number, said.still(agency, *day) as i64, day_no(*day), no))?;
        }
        if lines.undated {
            idle.execute((number, no, lines.starts_on.map(day_no)))?;
        }
    }
    Ok(())
}

/// Takes the days of a task out, however they stood.
fn drop_lines(conn: &Connection, no: i64, task: &Task, lines: &Lines) -> rusqlite::Result<()> {
    let mut drop = conn.prepare_cached(
        "DELETE FROM shelf_due WHERE agency = ?1 AND still BETWEEN 0 AND 3 AND day = ?2 AND no = ?3",
    )?;
    for number in listed_for(conn, task, lines)?.into_keys() {
        for day in &lines.days {
            drop.execute((number, day_no(*day), no))?;
        }
    }
    Ok(())
}

fn add_words(
    conn: &Connection,
    no: i64,
    task: &Task,
    lines: &Lines,
    said: &Said<'_>,
) -> rusqlite::Result<()> {
    let mut done = conn.prepare_cached(
        "INSERT OR REPLACE INTO shelf_done (no, agency, day, sure) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (day, sure) in &said.done_for_all {
        done.execute((no, ALL, day_no(*day), sure))?;
    }
    let words = said.words.iter().map(|(speaker, word)| Ok((agency_number(conn, speaker)?, word)));
    let words = words.collect::<rusqlite::Result<Vec<_>>>()?;
    let of_all = said.of_all.iter().map(|word| (ALL, word));
    for (agency, word) in words.into_iter().chain(of_all) {
        conn.prepare_cached("INSERT INTO shelf_word (no, agency) VALUES (?1, ?2)")?.execute((no, agency))?;
        for day in word.done.iter().filter(|_| agency != ALL) {
            done.execute((no, agency, day_no(*day), true))?;
        }
        if lines.undated {
            for entry in listed_for(conn, task, lines)?.into_keys() {
                add_told(conn, no, entry, agency, word, lines)?;
            }
        }
    }
    Ok(())
}

/// Notes a word on a task without a day, unless it is done for good.
fn add_told(
    conn: &Connection,
    no: i64,
    entry: i64,
    agency: i64,
    word: &Word,
    lines: &Lines,
) -> rusqlite::Result<()> {
    let still = match word.left {
        Left::Dated => return Ok(()),
        Left::Done if agency != ALL => return Ok(()),
        Left::Open | Left::InTurn { done: false, .. } => Still::ToDo,
        Left::InTurn { .. } if agency != ALL => Still::DoneButAsk,
        // Whether all have done it is told by who answers for it on the day.
        Left::Done | Left::InTurn { .. } => Still::Unsure,
    };
    let (since, until) = match word.left {
        Left::InTurn { first, last, .. } => (Some(day_no(first)), Some(day_no(last))),
        _ => (None, None),
    };
    let sql = "INSERT INTO shelf_told (entry, agency, touched, no, starts, still, since, until)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let starts = lines.starts_on.map(day_no);
    let params = (entry, agency, day_no(word.touched), no, starts, still as i64, since, until);
    conn.prepare_cached(sql)?.execute(params).map(drop)
}
