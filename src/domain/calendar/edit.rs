//! Changing the calendar: what may be added, and which days of the plans move by it.
//!
//! A last valid day never moves: only the working day that is wise, and the count of working days.

use crate::domain::occurrence::Tracking;
use chrono::{Datelike, NaiveDate, Weekday};
use thiserror::Error;

use super::{Calendar, CalendarDay, DayKind, DayStatus};
use crate::domain::catalog::Catalog;
use crate::domain::decision::Duty;
use crate::domain::ids::PlanId;
use crate::domain::occurrence::{Term, last_day, terms};
use crate::domain::plan::{DocumentState, Plan};
use crate::domain::schedule::{Period, Rule};

/// A swap of days that lie farther apart is taken for a slip of the year. Our rule, of no law: swapped days lie
/// within weeks of each other.
const SWAP_WITHIN_DAYS: u64 = 60;

/// Why days cannot be added, or a proposal not decided.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CalendarFault {
    /// A day off on a Saturday or a Sunday, which is one already.
    #[error("{0} đã là ngày nghỉ cuối tuần")]
    Weekend(NaiveDate),
    /// Another entry says the same of the day.
    #[error("{date} đã có trong lịch: {name}")]
    Taken {
        /// The day.
        date: NaiveDate,
        /// Name of the entry that stands.
        name: String,
    },
    /// The calendar that comes with the program rests on this source: its days are not the user's to change.
    #[error("nguồn “{0}” là của lịch đi kèm chương trình")]
    SourceTaken(String),
    /// A make-up day on a day that is worked anyhow.
    #[error("{0} vốn là ngày làm việc, không làm bù được")]
    WorkedAnyhow(NaiveDate),
    /// A make-up day far from the day off that it stands for.
    #[error("{makeup} làm bù cách ngày nghỉ {off} đến {days} ngày")]
    FarApart {
        /// The day off.
        off: NaiveDate,
        /// The make-up day.
        makeup: NaiveDate,
        /// Days between them.
        days: u64,
    },
    /// No proposed day has this date or this source.
    #[error("không có mục dự kiến nào cho “{0}”")]
    NothingProposed(String),
}

/// A day of a plan that moved with the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The plan.
    pub plan: PlanId,
    /// What is due.
    pub duty: Duty,
    /// Its clause.
    pub clause: String,
    /// The period.
    pub period: Period,
    /// The last valid day, which stays.
    pub due_last: NaiveDate,
    /// The working day that was wise before.
    pub from: NaiveDate,
    /// The one that is wise now.
    pub to: NaiveDate,
}

impl Calendar {
    /// Whether these days can be added.
    ///
    /// # Errors
    /// The first day that contradicts the week or an entry that counts, or says again what is said; a swap of days
    /// far apart.
    pub fn admits(&self, days: &[CalendarDay]) -> Result<(), CalendarFault> {
        for day in days {
            let weekend = matches!(day.date.weekday(), Weekday::Sat | Weekday::Sun);
            let same = |entry: &CalendarDay| (entry.kind == DayKind::Makeup) == (day.kind == DayKind::Makeup);
            if let Some(entry) = self.on(day.date).into_iter().find(same) {
                return Err(CalendarFault::Taken { date: day.date, name: entry.name });
            }
            match day.kind {
                DayKind::Off if weekend => return Err(CalendarFault::Weekend(day.date)),
                DayKind::Makeup if self.is_working_day(day.date) => {
                    return Err(CalendarFault::WorkedAnyhow(day.date));
                }
                _ => {}
            }
        }
        far_apart(days).map_or(Ok(()), Err)
    }

    /// The source of the proposal that is meant: by one of its days, or by its words.
    ///
    /// # Errors
    /// When nothing is proposed under that name.
    pub fn proposal(&self, meant: &str, day: Option<NaiveDate>) -> Result<String, CalendarFault> {
        let open = |entry: &&CalendarDay| entry.status == DayStatus::Proposed;
        let is_meant = |entry: &&CalendarDay| Some(entry.date) == day || entry.source == meant;
        let found = self.days().filter(open).find(is_meant);
        found
            .map(|entry| entry.source.clone())
            .ok_or_else(|| CalendarFault::NothingProposed(meant.to_owned()))
    }
}

/// A make-up day that is far from every day off beside it; make-up days alone say nothing of what they stand for.
fn far_apart(days: &[CalendarDay]) -> Option<CalendarFault> {
    let (makeups, offs): (Vec<_>, Vec<_>) = days.iter().partition(|day| day.kind == DayKind::Makeup);
    makeups.iter().find_map(|makeup| {
        let apart = |off: &NaiveDate| off.signed_duration_since(makeup.date).num_days().unsigned_abs();
        let off = offs.iter().map(|off| off.date).min_by_key(apart)?;
        let days = apart(&off);
        (days > SWAP_WITHIN_DAYS).then_some(CalendarFault::FarApart { off, makeup: makeup.date, days })
    })
}

/// The days of the plans that move from one calendar to the other, in the order of the plans.
pub fn moved(catalog: &Catalog, before: &Calendar, after: &Calendar) -> Vec<Moved> {
    let years = changed_years(before, after);
    let (Some(&first), Some(&last)) = (years.iter().min(), years.iter().max()) else { return Vec::new() };
    let mut found = Vec::new();
    for plan in catalog.plans.iter().filter(|plan| plan.state != DocumentState::Secondary) {
        for (duty, clause, rule) in duties(catalog, plan) {
            // A period may be due in the next year, and its advice may lie before the year begins.
            for year in first.saturating_sub(1)..=last.saturating_add(1) {
                let of_year = |calendar| terms_of(plan, &rule, calendar, year);
                let pairs = of_year(before).into_iter().zip(of_year(after));
                found.extend(pairs.filter_map(|pair| moved_term(plan, &duty, &clause, pair)));
            }
        }
    }
    found
}

/// The terms of the periods that end in a year; of a draft as well, which is previewed for one year at a time.
fn terms_of(plan: &Plan, rule: &Rule, calendar: &Calendar, year: i32) -> Vec<Term> {
    let Some(until) = NaiveDate::from_ymd_opt(year, 12, 31) else { return Vec::new() };
    let mut found = terms(plan, rule, calendar, Tracking::since_year(year), until);
    found.retain(|term| last_day(term.period).year() == year);
    found
}

fn moved_term(plan: &Plan, duty: &Duty, clause: &str, (old, new): (Term, Term)) -> Option<Moved> {
    let (from, to) = (old.due?, new.due?);
    (from.due_advice != to.due_advice).then(|| Moved {
        plan: plan.id.clone(),
        duty: duty.clone(),
        clause: clause.to_owned(),
        period: old.period,
        due_last: from.due_last,
        from: from.due_advice,
        to: to.due_advice,
    })
}

fn duties(catalog: &Catalog, plan: &Plan) -> impl Iterator<Item = (Duty, String, Rule)> {
    let tasks = catalog.tasks_of(&plan.id).into_iter();
    let tasks =
        tasks.map(|task| (Duty::Task(task.id.clone()), task.clause.clone(), task.schedule.rule.clone()));
    let owed = plan.obligations.iter();
    let owed = owed.map(|o| (Duty::Obligation(o.id.clone()), o.clause.clone(), o.schedule.rule.clone()));
    owed.chain(tasks)
}

fn changed_years(before: &Calendar, after: &Calendar) -> Vec<i32> {
    let differs = |day: &NaiveDate| before.is_working_day(*day) != after.is_working_day(*day);
    let days = before.days().chain(after.days()).map(|entry| entry.date);
    let mut years: Vec<i32> = days.filter(differs).map(|day| day.year()).collect();
    years.sort_unstable();
    years.dedup();
    years
}
