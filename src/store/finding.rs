//! Finding things by their words: only what can be listed is read. What stands in the index is written in `wording`.

use std::collections::HashSet;

use super::index::{KIND_SPAN, Kind, PLAN_SPAN};
use super::reader::{Reader, limit};
use super::wording::{name_of, report_of};
use crate::domain::record::ReportKey;
use crate::domain::shelf::{Hit, Thing};
use crate::text::fold::with_marks;

#[cfg(test)]
mod tests;

/// Numbers by words with their marks.
pub(super) const EXACT: &str =
    "SELECT rowid FROM shelf_exact hit WHERE shelf_exact MATCH ?1 ORDER BY rowid LIMIT ?2";

/// Numbers by folded words.
pub(super) const FOLDED: &str =
    "SELECT rowid FROM shelf_folded hit WHERE shelf_folded MATCH ?1 ORDER BY rowid LIMIT ?2";

/// Numbers by the whole path of a clause.
pub(super) const NAMED: &str = "SELECT no FROM shelf_name WHERE name = ?1 ORDER BY no LIMIT ?2";

pub(super) const CLAUSE: &str = "
    SELECT t.plan, t.path, t.heading FROM shelf_plan s JOIN clause t ON t.plan = s.plan AND t.place = ?2
    WHERE s.no = ?1";

pub(super) const OBLIGATION: &str = "
    SELECT t.id, t.clause, t.title FROM shelf_plan s JOIN obligation t ON t.plan = s.plan AND t.place = ?2
    WHERE s.no = ?1";

pub(super) const TASK: &str = "
    SELECT t.id, t.clause, t.title FROM shelf_plan s JOIN task t ON t.plan = s.plan AND t.place = ?2
    WHERE s.no = ?1";

pub(super) const TARGET: &str = "
    SELECT t.id, t.clause, t.indicator FROM shelf_plan s JOIN target t ON t.plan = s.plan AND t.place = ?2
    WHERE s.no = ?1";

pub(super) const REPORT: &str = "SELECT obligation, period, agency FROM report WHERE id = ?1";

impl Reader {
    /// What `Index::find` answers.
    pub(super) fn list_found(&self, words: &[(String, String)], most: usize) -> Vec<Hit> {
        let mut seen = HashSet::new();
        // Nearly every plan has a clause II.1: half of the room is for what has the words.
        let mut hits = self.hits(NAMED, Some(name_of(folded(words))), most / 2, &mut seen);
        let name = name_of(exact(words));
        for hit in &mut hits {
            (hit.named, hit.exact) = (true, with_marks(&hit.clause) == name);
        }
        let met = self.hits(EXACT, wanted(exact(words)), most, &mut seen);
        hits.extend(met.into_iter().map(|hit| Hit { exact: true, ..hit }));
        hits.extend(self.hits(FOLDED, wanted(folded(words)), most, &mut seen));
        hits
    }

    /// What a statement finds that is not `seen` yet: with that, at most `most`.
    fn hits(&self, sql: &str, wanted: Option<String>, most: usize, seen: &mut HashSet<i64>) -> Vec<Hit> {
        let room = most.saturating_sub(seen.len());
        let Some(wanted) = wanted.filter(|_| room > 0) else { return Vec::new() };
        let numbers: Vec<i64> = self.list(sql, (wanted, limit(most)), |row| row.get(0));
        let new = numbers.into_iter().filter(|no| seen.insert(*no)).take(room);
        new.filter_map(|no| self.hit(no)).collect()
    }

    fn hit(&self, no: i64) -> Option<Hit> {
        let found = |thing, clause, title| Hit { thing, clause, title, named: false, exact: false };
        if let Some(id) = report_of(no) {
            return self.one(REPORT, [id], |row| {
                let key = ReportKey { obligation: row.get(0)?, period: row.get(1)?, agency: row.get(2)? };
                Ok(found(Thing::Report(key), String::new(), String::new()))
            });
        }
        let kind = Kind::of(no);
        let sql = match kind {
            Kind::Clause => CLAUSE,
            Kind::Obligation => OBLIGATION,
            Kind::Task => TASK,
            Kind::Target => TARGET,
        };
        self.one(sql, (no / PLAN_SPAN, no % KIND_SPAN), |row| {
            let thing = match kind {
                Kind::Clause => Thing::Clause(row.get(0)?),
                Kind::Obligation => Thing::Obligation(row.get(0)?),
                Kind::Task => Thing::Task(row.get(0)?),
                Kind::Target => Thing::Target(row.get(0)?),
            };
            Ok(found(thing, row.get(1)?, row.get(2)?))
        })
    }
}

fn exact(words: &[(String, String)]) -> impl Iterator<Item = &str> {
    words.iter().map(|(exact, _)| exact.as_str())
}

fn folded(words: &[(String, String)]) -> impl Iterator<Item = &str> {
    words.iter().map(|(_, folded)| folded.as_str())
}

/// What the words are to SQLite: each begins a word; one with signs in it, such as a clause, stands in one piece.
/// `None`: there is no letter among them.
fn wanted<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let piece = |word: &str| {
        let parts: Vec<&str> =
            word.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
        (!parts.is_empty()).then(|| format!("\"{}\" *", parts.join(" ")))
    };
    let pieces: Vec<String> = words.filter_map(piece).collect();
    (!pieces.is_empty()).then(|| pieces.join(" AND "))
}
