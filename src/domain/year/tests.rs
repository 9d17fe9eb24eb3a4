use super::*;
use crate::domain::occurrence::Tracking;
use crate::domain::record::WorkState;
use crate::domain::task::Role;
use crate::domain::testing::*;

const TODAY: &str = "2026-11-21";

fn tracked() -> BTreeMap<PlanId, Tracking> {
    ["s1", "s3"].map(|id| (PlanId::new(id), Tracking::since_year(2024))).into()
}

fn with_tasks() -> Catalog {
    let mut catalog = catalog();
    let plan = &catalog.plans[0];
    let tasks = vec![
        task(plan, "III.1", "trước ngày 30/10 hằng năm", &[("nv", Role::Lead)]),
        task(plan, "III.2", "hằng năm", &[("nv", Role::Lead)]),
    ];
    catalog.assign("s1", tasks);
    catalog
}

fn year_of(catalog: &Catalog, agency: &str, year: i32) -> YearCalendar {
    let tracked = tracked();
    let agency = (!agency.is_empty()).then(|| agency_id(agency));
    let filter = YearFilter { agency, year, today: day(TODAY), tracked_from: &tracked, most: usize::MAX };
    year_calendar(catalog, &calendar(), &filter)
}

fn days(calendar: &YearCalendar) -> Vec<(String, Vec<(String, DayState)>)> {
    let day = |item: &AgendaItem| (item.due.unwrap().due_last.format("%d/%m").to_string(), day_state(item));
    calendar
        .rows
        .iter()
        .map(|row| (row.items[0].clause.clone(), row.items.iter().map(day).collect()))
        .collect()
}

#[test]
fn rows_stand_by_day_with_drafts_last_and_strict_days_as_last_valid_days() {
    use DayState::{Overdue, Preview};
    let found = year_of(&with_tasks(), "nv", 2026);
    let row = |clause: &str, day: &str, state| (clause.to_owned(), vec![(day.to_owned(), state)]);
    let wanted = [
        row("IV.7.a", "29/10", Overdue),
        row("III.1", "29/10", Overdue),
        row("IV.7.b", "14/11", Overdue),
        row("V.8", "29/11", Preview),
    ];
    assert_eq!(days(&found), wanted);
    assert_eq!(found.undated, 1);
    assert_eq!(found.load[9], Load { binding: 2, preview: 0 });
    assert_eq!(found.load[10], Load { binding: 1, preview: 1 });
    assert_eq!((found.due(), found.peak()), (4, Some((2, vec![10, 11]))));
}

#[test]
fn what_is_sent_or_done_stays_in_its_year() {
    let mut catalog = with_tasks();
    catalog.file(sent("s1/IV.7.b", 2026, "ubnd", "2026-11-10T08:00:00+07:00"));
    catalog.enter(progress("s1/III.1", "nv", "2026-10-01", WorkState::Done));
    let found = year_of(&catalog, "nv", 2026);
    let done = found.rows.iter().filter(|row| day_state(&row.items[0]) == DayState::Done);
    assert_eq!(done.map(|row| row.items[0].clause.as_str()).collect::<Vec<_>>(), ["III.1", "IV.7.b"]);
    assert_eq!(found.due(), 4, "what is done was due all the same");
}

#[test]
fn other_years_have_their_own_days_and_untracked_ones_none() {
    let catalog = with_tasks();
    let next = year_of(&catalog, "nv", 2027);
    assert!(next.rows.iter().all(|row| row.items.iter().all(|item| due_day(item).unwrap().year() == 2027)));
    assert_eq!(next.rows.len(), 4);
    assert_eq!(year_of(&catalog, "nv", 2025).rows.len(), 3, "a draft is not looked at backwards");
    let before = year_of(&catalog, "nv", 2023);
    assert!(before.rows.is_empty() && before.peak().is_none() && before.due() == 0);
}

#[test]
fn for_all_agencies_an_obligation_is_one_row() {
    let found = year_of(&with_tasks(), "", 2026);
    let clauses: Vec<_> = found.rows.iter().map(|row| row.items[0].clause.as_str()).collect();
    assert_eq!(clauses, ["IV.7.a", "III.1", "IV.7.b", "V.8"]);
}

#[test]
fn the_most_pressing_of_a_month_stands_for_it() {
    let mut catalog = catalog();
    // Two signers of one report: one has sent, the other one has not.
    catalog.plans[0].obligations[1].reporters.push(agency_id("yt"));
    catalog.file(sent("s1/IV.7.b", 2026, "ubnd", "2026-11-10T08:00:00+07:00"));
    let found = year_of(&catalog, "nv", 2026);
    let row = found.rows.iter().find(|row| row.items[0].clause == "IV.7.b").unwrap();
    assert_eq!(row.items.len(), 2);
    assert_eq!(day_state(row.pressing_in(11).unwrap()), DayState::Overdue);
    assert_eq!(row.in_month(11).count(), 2);
    assert!(row.pressing_in(10).is_none());
}
