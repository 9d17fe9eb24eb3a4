//! The reports that plans ask for, and those that were written.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate};

use super::dice::Dice;
use super::plans::REPORT_CLAUSES;
use super::provinces::Staff;
use super::{at, schedules, texts};
use crate::domain::calendar::Calendar;
use crate::domain::catalog::Catalog;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::obligation::{ContentItem, ReportKind, ReportingObligation};
use crate::domain::occurrence::{Occurrence, Tracking, occurrences};
use crate::domain::record::{Report, ReportKey, ReportState, Sealed};
use crate::domain::schedule::Schedule;

const AUTHOR: &str = "Trần Thị Mẫu";
const APPROVER: &str = "Lê Văn Mẫu";
const REMARK: &str = "Đề nghị bổ sung số liệu của từng đơn vị trực thuộc.";

/// Nothing that is due so few days after its plan was written about yet.
const FIRST_DAYS: i64 = 30;

/// What is owed in which order: one or two reports of agencies to a desk, and that of the desk to the committee.
pub(super) fn obligations(plan: &PlanId, staff: &Staff<'_>, dice: &mut Dice) -> Vec<ReportingObligation> {
    let [(below, _), (above, _)] = REPORT_CLAUSES;
    let titles = ["Báo cáo hằng năm kết quả thực hiện Kế hoạch", "Báo cáo hằng năm về kinh phí và nhân lực"];
    let count = if dice.percent(50) { 2 } else { 1 };
    let mut owed: Vec<ReportingObligation> = Vec::new();
    for (number, title) in (1..=count).zip(titles) {
        // One report in three comes together elsewhere than the others.
        let desk =
            if dice.percent(67) { staff.desk.clone() } else { dice.pick(&staff.departments).id.clone() };
        let wanted = dice.between(5, 15) as usize;
        let others: Vec<_> = staff.departments.iter().filter(|agency| agency.id != desk).collect();
        let reporters = dice.some(&others, wanted).into_iter().map(|agency| agency.id.clone()).collect();
        let clause = format!("{below}#{number}");
        let schedule = schedules::annual_report(dice);
        let content = vec![ContentItem::Results, ContentItem::Obstacles, ContentItem::Proposals];
        owed.push(ReportingObligation {
            content,
            ..obligation(plan, (&clause, below), title, (reporters, desk), schedule)
        });
    }
    let title = "Báo cáo tổng hợp hằng năm việc thực hiện Kế hoạch";
    let schedule = schedules::compiled_report();
    let (clause, consumes) = (format!("{above}#1"), owed.iter().map(|owed| owed.id.clone()).collect());
    let parties = (vec![staff.desk.clone()], staff.committee.clone());
    owed.push(ReportingObligation {
        consumes,
        ..obligation(plan, (&clause, above), title, parties, schedule)
    });
    owed
}

fn obligation(
    plan: &PlanId,
    (local, clause): (&str, &str),
    title: &str,
    (reporters, recipient): (Vec<AgencyId>, AgencyId),
    schedule: Schedule,
) -> ReportingObligation {
    ReportingObligation {
        id: ItemId::within(plan, local),
        clause: clause.to_owned(),
        kind: ReportKind::Periodic,
        title: title.to_owned(),
        reporters,
        recipient,
        also_to: Vec::new(),
        via: None,
        prepared_by: None,
        consumes: Vec::new(),
        schedule,
        content: vec![ContentItem::Results],
        note: None,
    }
}

/// A report and the last step that it took.
pub(super) struct Written {
    draft: Report,
    /// When it was sent, or saved where it never was.
    pub(super) at: DateTime<FixedOffset>,
    fate: ReportState,
}

impl Written {
    /// The report as it is first saved.
    pub(super) fn draft(&self) -> Report {
        self.draft.clone()
    }

    /// The states that it came to one after the other, each with its day counted from the sending.
    pub(super) fn steps(&self) -> &'static [(i64, ReportState)] {
        use ReportState::{AwaitingApproval, Draft, Received, Returned, Sent};
        match self.fate {
            Draft => &[],
            AwaitingApproval => &[(0, AwaitingApproval)],
            Sent => &[(0, AwaitingApproval), (0, Sent)],
            Received => &[(0, AwaitingApproval), (0, Sent), (2, Received)],
            Returned => &[(0, AwaitingApproval), (0, Sent), (2, Returned)],
        }
    }
}

/// What stands, taken one step on at an instant.
pub(super) fn step(standing: Report, state: ReportState, at: DateTime<FixedOffset>) -> Report {
    let standing = Report { state, ..standing };
    match state {
        ReportState::Draft => standing,
        ReportState::AwaitingApproval => Report { author: Some(AUTHOR.to_owned()), ..standing },
        ReportState::Sent => Report { sealed: Some(Sealed::asked(APPROVER, None)), ..standing },
        ReportState::Received => Report { received_at: Some(at), ..standing },
        ReportState::Returned => Report { remark: REMARK.to_owned(), ..standing },
    }
}

/// At most so many reports of what was owed by `today`, in the order in which they were sent.
pub(super) fn all(
    catalog: &Catalog,
    calendar: &Calendar,
    today: NaiveDate,
    most: usize,
    dice: &mut Dice,
) -> Vec<Written> {
    let mut slots: Vec<(ReportKey, NaiveDate)> = Vec::new();
    for plan in &catalog.plans {
        let issued = plan.issued_on.unwrap_or(today);
        let tracking = Tracking::since(issued);
        for obligation in &plan.obligations {
            let owed = occurrences(catalog, calendar, &obligation.id, tracking, today);
            slots.extend(owed.into_iter().filter(|owed| !owed.awaiting && !owed.uncounted).filter_map(
                |owed| {
                    let due = owed.due?.due_last;
                    let Occurrence { obligation, period, reporter: agency, .. } = owed;
                    let key = ReportKey { obligation, period, agency };
                    ((due - issued).num_days() > FIRST_DAYS).then_some((key, due))
                },
            ));
        }
    }
    let chosen = dice.some(&slots, most);
    let mut written: Vec<Written> =
        chosen.into_iter().filter_map(|(key, due)| write(key, *due, today, dice)).collect();
    written.sort_by_key(|written| (written.at, written.draft.key()));
    written
}

/// Nothing for one report in ten; of what is not due yet mostly a draft.
fn write(key: &ReportKey, due: NaiveDate, today: NaiveDate, dice: &mut Dice) -> Option<Written> {
    use ReportState::{AwaitingApproval, Draft, Received, Returned, Sent};
    let is_past = due < today;
    let fate = match dice.between(1, 100) {
        1..=10 => return None,
        11..=16 => Draft,
        17..=19 => AwaitingApproval,
        20..=23 if is_past => Returned,
        24..=40 if is_past => Sent,
        41.. if is_past => Received,
        20..=60 => return None,
        61..=80 => Draft,
        _ => Sent,
    };
    let before = Days::new(u64::from(dice.between(0, 12)));
    let day = match is_past && dice.percent(12) {
        true => due.checked_add_days(before),
        false => due.min(today).checked_sub_days(before),
    };
    let latest = today.checked_sub_days(Days::new(3)).unwrap_or(today);
    let day = day.unwrap_or(due).min(latest);
    let draft = Report {
        results: paragraphs(texts::result, dice),
        obstacles: paragraphs(texts::obstacle, dice),
        proposals: if fate == Draft { String::new() } else { texts::proposal(dice) },
        ..Report::blank(key)
    };
    Some(Written { draft, at: at(day, 15 + day.day() % 2), fate })
}

fn paragraphs(text: impl Fn(&mut Dice) -> String, dice: &mut Dice) -> String {
    let count = dice.between(1, 4);
    (0..count).map(|_| text(dice)).collect::<Vec<_>>().join("\n")
}
