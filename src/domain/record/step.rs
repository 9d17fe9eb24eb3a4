//! Which step a report may take from where it stands, and by whom.

use super::{Report, ReportState};

/// Why a report may not take a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepFault {
    /// What is sent is frozen: only the desk may take it or give it back.
    Frozen,
    /// Its author cannot approve it.
    OwnApproval,
    /// Nobody is named who approved it.
    NoApproval,
    /// It is given back without a word why.
    NoRemark,
    /// Only what was sent can be taken or given back.
    NotSent,
    /// Only what was submitted can be sent, word for word as it was submitted.
    NotSubmitted,
}

/// Whether a report may follow what stands.
///
/// What is approved is what was submitted, word for word, and the one who approves is not its author. The author is who
/// submitted it, and so answers for every word: a superior who mended a sentence may approve what somebody else then
/// submits, for two people have seen it. What is sent keeps its text, its enclosures and its seal; the desk takes it or
/// gives it back with a remark, and number and date of the dispatch may be added at any time. What was recorded as gone
/// on paper may be taken back.
///
/// # Errors
/// The rule that forbids it.
pub fn check_step(old: Option<&Report>, new: &Report) -> Result<(), StepFault> {
    let stood = old.map_or(ReportState::Draft, |old| old.state);
    match new.state {
        _ if old.is_some_and(|old| old.is_sent() && !old.is_on_paper()) => after_sending(old, new),
        ReportState::Received => Err(StepFault::NotSent),
        ReportState::Returned if stood != ReportState::Returned => Err(StepFault::NotSent),
        ReportState::Sent if new.sent_at.is_some() && new.sealed.is_none() => Ok(()),
        ReportState::Sent => approval(old, new),
        ReportState::Draft | ReportState::AwaitingApproval | ReportState::Returned => Ok(()),
    }
}

fn after_sending(old: Option<&Report>, new: &Report) -> Result<(), StepFault> {
    let kept = old.is_some_and(|old| {
        let same = old.says_the_same(new) && old.enclosed == new.enclosed && old.key() == new.key();
        same && old.sealed == new.sealed && old.author == new.author && old.sent_at == new.sent_at
    });
    match new.state {
        _ if !kept => Err(StepFault::Frozen),
        ReportState::Returned if new.remark.trim().is_empty() => Err(StepFault::NoRemark),
        ReportState::Returned | ReportState::Received | ReportState::Sent => Ok(()),
        ReportState::Draft | ReportState::AwaitingApproval => Err(StepFault::Frozen),
    }
}

fn approval(old: Option<&Report>, new: &Report) -> Result<(), StepFault> {
    let submitted = old.filter(|old| old.state == ReportState::AwaitingApproval);
    let submitted = submitted.filter(|old| old.says_the_same(new) && old.enclosed == new.enclosed);
    let author = submitted.and_then(|old| old.author.as_deref()).ok_or(StepFault::NotSubmitted)?;
    let approved_by = new.sealed.as_ref().map_or("", |sealed| sealed.approved_by.trim());
    match approved_by {
        "" => Err(StepFault::NoApproval),
        name if is_same_person(name, author) => Err(StepFault::OwnApproval),
        _ if new.author.as_deref() != Some(author) => Err(StepFault::NotSubmitted),
        _ => Ok(()),
    }
}

/// Whether two accounts or names mean one person, however they are capitalised and spaced.
pub fn is_same_person(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(one) == plain(other)
}

/// Whether a change of a report can be taken back: not once it was sent through the program, for others rely on it.
pub fn can_be_taken_back(old: Option<&Report>, new: &Report) -> bool {
    let out = |report: &Report| report.is_sent() && !report.is_on_paper();
    let step = old.is_none_or(|old| old.state != new.state);
    !(step && (out(new) || old.is_some_and(out)))
}

#[cfg(test)]
mod tests;
