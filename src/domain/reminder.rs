//! Đôn đốc: batches of reminders, the rule that nobody is reminded twice on a day, and the ladder of days.
//!
//! The ladder counts calendar days from the last valid day of each agency: the one granted to it, else that of the
//! round. Which step a reminder did follows from its day, so that a day granted later begins the ladder anew. Knows no
//! clock.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::board::{Board, BoardRow, RoundKey};
use super::ids::{AgencyId, ItemId};
use super::record::Stamp;
use super::schedule::Period;

/// One batch of reminders: who was asked on one day for the report of one round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Who and when.
    pub stamp: Stamp,
    /// The obligation.
    pub obligation: ItemId,
    /// The period.
    pub period: Period,
    /// The day in Việt Nam.
    pub on: NaiveDate,
    /// Who was reminded.
    pub agencies: Vec<AgencyId>,
}

/// A step of the ladder: days before or after the last valid day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// T−15.
    Before15,
    /// T−7.
    Before7,
    /// T−3.
    Before3,
    /// T−1.
    Before1,
    /// T+1.
    After1,
    /// T+7.
    After7,
}

/// Whom a reminder turns to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Chuyên viên đầu mối.
    Specialist,
    /// Lãnh đạo đơn vị.
    Head,
    /// Lãnh đạo đơn vị, with word to the office of the provincial committee.
    CommitteeOffice,
}

/// Who of those that are wanted may be reminded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Those not yet reminded on the day.
    pub fresh: Vec<AgencyId>,
    /// Those that were, and are left out.
    pub already: Vec<AgencyId>,
}

impl Step {
    /// All of them, the first one first.
    pub const ALL: [Self; 6] =
        [Self::Before15, Self::Before7, Self::Before3, Self::Before1, Self::After1, Self::After7];

    /// Days after the last valid day; below zero before it.
    pub fn days(self) -> i64 {
        match self {
            Self::Before15 => -15,
            Self::Before7 => -7,
            Self::Before3 => -3,
            Self::Before1 => -1,
            Self::After1 => 1,
            Self::After7 => 7,
        }
    }

    /// The latest step that is reached on `day`; `None`: the first one is still to come.
    pub fn reached(day: NaiveDate, due_last: NaiveDate) -> Option<Self> {
        let days = day.signed_duration_since(due_last).num_days();
        Self::ALL.into_iter().rev().find(|step| step.days() <= days)
    }

    /// Whom it turns to.
    pub fn level(self) -> Level {
        match self {
            Self::Before15 | Self::Before7 | Self::Before3 => Level::Specialist,
            Self::Before1 | Self::After1 => Level::Head,
            Self::After7 => Level::CommitteeOffice,
        }
    }
}

impl Reminder {
    /// Whether it belongs to a round.
    pub fn is_of(&self, round: &RoundKey) -> bool {
        self.obligation == round.obligation && self.period == round.period
    }

    /// Whether both remind somebody for the same round on the same day.
    pub fn repeats(&self, other: &Self) -> bool {
        self.obligation == other.obligation
            && self.period == other.period
            && self.on == other.on
            && self.agencies.iter().any(|agency| other.agencies.contains(agency))
    }
}

/// Parts those that are wanted, each once: nobody is reminded twice for one round on one day.
pub fn batch(
    wanted: impl IntoIterator<Item = AgencyId>,
    reminders: &[Reminder],
    round: &RoundKey,
    on: NaiveDate,
) -> Batch {
    let today = reminders.iter().filter(|reminder| reminder.on == on && reminder.is_of(round));
    let done: BTreeSet<&AgencyId> = today.flat_map(|reminder| &reminder.agencies).collect();
    let mut batch = Batch::default();
    for agency in wanted {
        let part = if done.contains(&agency) { &mut batch.already } else { &mut batch.fresh };
        if !part.contains(&agency) {
            part.push(agency);
        }
    }
    batch
}

/// The step of the ladder that is due for one agency on `day`: the latest one reached, unless a reminder has done it.
///
/// `due_last` is the agency's own last valid day. A step that was missed is not made up for once a later one is reached.
pub fn step_due(
    day: NaiveDate,
    due_last: NaiveDate,
    reminders: &[Reminder],
    round: &RoundKey,
    agency: &AgencyId,
) -> Option<Step> {
    let reached = Step::reached(day, due_last)?;
    let of = reminders.iter().filter(|reminder| reminder.is_of(round) && reminder.on <= day);
    let of = of.filter(|reminder| reminder.agencies.contains(agency));
    let done = of.filter_map(|reminder| Step::reached(reminder.on, due_last)).max();
    (done < Some(reached)).then_some(reached)
}

/// Whom the ladder asks on `day`: those that owe the report and whose step is not done.
pub fn ladder<'a>(board: &'a Board, reminders: &[Reminder], day: NaiveDate) -> Vec<&'a BoardRow> {
    let owing = board.rows.iter().filter(|row| row.state.is_owed());
    let is_due = |row: &&BoardRow| {
        let step = |due_last| step_due(day, due_last, reminders, &board.key, &row.agency);
        board.holding_day(row).and_then(step).is_some()
    };
    owing.filter(is_due).collect()
}

#[cfg(test)]
mod tests;
