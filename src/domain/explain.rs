//! Why this day: from the printed phrase to the last valid day and the day that is wise.
//!
//! Gives typed data; the words are made elsewhere.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::calendar::{Calendar, CalendarDay, DayStatus};
use super::occurrence::Due;
use super::schedule::{Bound, Schedule};

/// The way from a phrase to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The clause in which the phrase stands: the item's own, or the one that it is inherited from.
    pub clause: String,
    /// The phrase as printed.
    pub phrase: String,
    /// The day as printed.
    pub printed: Option<NaiveDate>,
    /// Whether the printed day still counts; `None` where the phrase names the end of a period.
    pub bound: Option<Bound>,
    /// The last valid day.
    pub due_last: NaiveDate,
    /// The last working day not after it.
    pub due_advice: NaiveDate,
    /// Entries that moved the advice, or lie between today and the last valid day; by day.
    pub entries: Vec<CalendarDay>,
    /// What the advice would be if a proposal were approved: the entry that decides it, and the day.
    pub if_approved: Vec<(CalendarDay, NaiveDate)>,
}

/// How long there is; negative when the last valid day is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// Days from today to the last valid day.
    pub days: i64,
    /// Working days after today, up to and including the last valid day.
    pub working_days: i64,
}

/// Explains a due day of an item that stands in `clause`.
pub fn explain(
    calendar: &Calendar,
    clause: &str,
    schedule: &Schedule,
    due: &Due,
    today: NaiveDate,
) -> Explanation {
    let from = today.min(due.due_advice);
    let from = if today <= due.due_last { from } else { due.due_advice };
    Explanation {
        clause: schedule.inherited_from.as_deref().unwrap_or(clause).to_owned(),
        phrase: schedule.phrase.clone(),
        printed: due.printed,
        bound: schedule.rule.bound(),
        due_last: due.due_last,
        due_advice: due.due_advice,
        entries: calendar.entries_near(from, due.due_last),
        if_approved: proposals(calendar, due),
    }
}

/// How long from `today` to `due_last`.
pub fn countdown(today: NaiveDate, due_last: NaiveDate, calendar: &Calendar) -> Countdown {
    let working_days = if today <= due_last {
        calendar.working_days_between(today, due_last)
    } else {
        -calendar.working_days_between(due_last, today)
    };
    Countdown { days: due_last.signed_duration_since(today).num_days(), working_days }
}

/// The proposals that would move the advice, each taken whole: a swap is approved with both its days.
fn proposals(calendar: &Calendar, due: &Due) -> Vec<(CalendarDay, NaiveDate)> {
    let open = |entry: &&CalendarDay| entry.status == DayStatus::Proposed && entry.date <= due.due_last;
    let mut seen = BTreeSet::new();
    let mut moved = Vec::new();
    for entry in calendar.days().filter(open).filter(|entry| entry.date >= due.due_advice) {
        if !seen.insert(entry.source.as_str()) {
            continue;
        }
        let advice = calendar.if_approved(&entry.source).last_working_day_until(due.due_last);
        if advice != due.due_advice {
            let same = calendar.days().filter(open).filter(|other| other.source == entry.source);
            // The make-up day on which the advice comes to lie, or the day off from which it had to leave.
            let decides =
                same.max_by_key(|other| (other.date == advice, other.date <= due.due_advice, other.date));
            moved.push((decides.unwrap_or(entry).clone(), advice));
        }
    }
    moved
}

#[cfg(test)]
mod tests;
