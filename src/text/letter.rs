//! Đôn đốc: the letter that asks for reports, and the same in short for a phone, a calendar and a mail.
//!
//! Always Vietnamese, as an office writes it, whatever the language of the screen. Knows no catalogue: who asks whom
//! for what comes in as plain texts and days.

mod body;
mod short;

use chrono::{Datelike, NaiveDate};

use super::date::format_official;
use super::paper::{IssueDate, Kind, Paper, Recipients, Signature};
use crate::domain::occurrence::Due;
use crate::domain::reminder::{Level, Step};

pub use self::short::{LONGEST_CHAT, chat, event, mail};

/// Most names that stand in the text of a letter; more go into an annex.
const MOST_IN_TEXT: usize = 8;

/// What is asked for, of whom, until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// Who asks.
    pub desk: Desk,
    /// The day of the letter.
    pub today: NaiveDate,
    /// The plan in full: "Kế hoạch số 165/KH-UBND ngày 16/7/2024 của Ủy ban nhân dân tỉnh Lạng Sơn".
    pub plan: String,
    /// The plan by its number: "Kế hoạch số 165/KH-UBND".
    pub plan_short: String,
    /// The clause that asks for the report: "IV.7.a".
    pub clause: String,
    /// "năm 2026".
    pub period: String,
    /// When it is due; `None`: the plan names no day.
    pub due: Option<Due>,
    /// The last valid day that was granted to these instead.
    pub granted: Option<NaiveDate>,
    /// The day that is asked for.
    pub asked: Asked,
    /// How many reports are owed in all.
    pub total: usize,
    /// How many of them are not sent.
    pub missing: usize,
    /// The step of the ladder that they are at; `None`: before the first one, or there is no day.
    pub step: Option<Step>,
    /// Who is asked.
    pub to: Vec<Recipient>,
    /// How many were sent and given back; they count neither as sent nor as missing.
    pub given_back: usize,
    /// How many have not sent and were granted another day; they do not count as missing by the day of the plan.
    pub extended: usize,
    /// Whether these were sent and given back: a mended report is asked for.
    pub returned: bool,
}

/// One that is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Its name, as a letter writes it.
    pub name: String,
    /// Why its report was given back; empty: it was not.
    pub remark: String,
}

/// The day until which a report is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The day.
    pub day: NaiveDate,
    /// The advised day is past: "ngay", and this is a new internal day.
    pub at_once: bool,
}

/// The office that asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// "Sở Nội vụ".
    pub name: String,
    /// "UBND tỉnh Lạng Sơn".
    pub superior: Option<String>,
    /// "Lạng Sơn".
    pub place: String,
    /// "Giám đốc".
    pub position: String,
    /// The committee whose office is told at the last step: "UBND tỉnh".
    pub committee: Option<String>,
}

impl Desk {
    /// The sign of its letters: "SNV-…"; the drafting unit is for the office to fill in.
    fn symbol(&self) -> String {
        let words = self.name.split(|c: char| !c.is_alphanumeric()).filter(|word| *word != "và");
        let initials: String = words.filter_map(|word| word.chars().next()).collect();
        format!("{}-…", initials.to_uppercase())
    }
}

impl Asking {
    /// Whether those that are asked are listed in an annex.
    fn is_long(&self) -> bool {
        self.to.len() > MOST_IN_TEXT
    }

    /// Whom it turns to.
    fn level(&self) -> Level {
        self.step.map_or(Level::Specialist, Step::level)
    }

    /// The last valid day of those that are asked: the one granted to them, else that of the plan.
    fn due_last(&self) -> Option<NaiveDate> {
        self.granted.or(self.due.map(|due| due.due_last))
    }

    /// Days after the last valid day; `None`: it is not past, or there is none.
    fn late_days(&self) -> Option<i64> {
        let days = self.today.signed_duration_since(self.due_last()?).num_days();
        (days > 0).then_some(days)
    }

    /// The day of the plan, and the one that was granted instead: "trước ngày 30/10/2026, đã gia hạn đến ngày 05/12/2026".
    fn days(&self) -> Option<String> {
        let granted = self.granted.map(|day| format!("đã gia hạn đến ngày {}", format_official(day)));
        let days: Vec<String> = self.before().into_iter().chain(granted).collect();
        (!days.is_empty()).then(|| days.join(", "))
    }

    /// "trước ngày 30/10/2026", as the plan prints it; "chậm nhất ngày 31/3/2026" where it names the end of a period.
    fn before(&self) -> Option<String> {
        let due = self.due?;
        Some(match due.printed.filter(|printed| *printed != due.due_last) {
            Some(printed) => format!("trước ngày {}", format_official(printed)),
            None => format!("chậm nhất ngày {}", format_official(due.due_last)),
        })
    }

    /// "báo cáo năm 2026".
    fn report(&self) -> String {
        format!("báo cáo {}", self.period)
    }
}

/// The letter, laid out for paper. Its number and the name of its signer are left to the office.
pub fn letter(asking: &Asking) -> Paper {
    let desk = &asking.desk;
    let office =
        desk.committee.as_ref().map(|committee| format!("Văn phòng {committee} (để theo dõi, đôn đốc)"));
    let copies = office.into_iter().filter(|_| asking.level() == Level::CommitteeOffice);
    let subject = match asking.returned {
        true => format!("bổ sung, hoàn thiện {} thực hiện {}", asking.report(), asking.plan_short),
        false => format!("đôn đốc gửi {} thực hiện {}", asking.report(), asking.plan_short),
    };
    Paper {
        superior: desk.superior.clone(),
        issuer: desk.name.clone(),
        number: None,
        symbol: desk.symbol(),
        place: desk.place.clone(),
        date: IssueDate::Day(asking.today),
        kind: Kind::Letter { subject },
        addressees: asking.to.iter().map(|asked| asked.name.clone()).collect(),
        body: body::body(asking),
        signature: Signature { position: desk.position.clone(), ..Signature::default() },
        recipients: Recipients { copies: copies.collect(), drafting_unit: String::new() },
        annexes: body::annexes(asking),
    }
}

/// "thứ Sáu".
fn weekday(day: NaiveDate) -> &'static str {
    const NAMES: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
    NAMES.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
