use chrono::Weekday;

use super::*;
use crate::domain::agency::{Agency, GroupExtent};
use crate::domain::phrase::parse_phrase;
use crate::domain::testing::*;

/// Phrase and month, then for 2024 to 2030 the last valid day and the last working day.
type Vector = (&'static str, u32, [(u32, u32); 7]);

/// The table of vectors.
const VECTORS: [Vector; 6] = [
    ("trước ngày 30/10 hằng năm", 10, [(29, 29), (29, 29), (29, 29), (29, 29), (29, 27), (29, 29), (29, 29)]),
    ("trước ngày 15/11 hằng năm", 11, [(14, 14), (14, 14), (14, 13), (14, 12), (14, 14), (14, 14), (14, 14)]),
    ("trước ngày 30/11 hằng năm", 11, [(29, 29), (29, 28), (29, 27), (29, 29), (29, 29), (29, 29), (29, 29)]),
    ("trước ngày 05/12 hằng năm", 12, [(4, 4), (4, 4), (4, 4), (4, 3), (4, 4), (4, 4), (4, 4)]),
    ("trước ngày 10/12 hằng năm", 12, [(9, 9), (9, 9), (9, 9), (9, 9), (9, 8), (9, 7), (9, 9)]),
    ("trước ngày 15/12 hằng năm", 12, [(14, 13), (14, 12), (14, 14), (14, 14), (14, 14), (14, 14), (14, 13)]),
];

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn list(id: &str, tracked_from: i32, today: &str) -> Vec<Occurrence> {
    occurrences(&catalog(), &calendar(), &ItemId::new(id), Tracking::since_year(tracked_from), day(today))
}

fn who(found: &[Occurrence], year: i32) -> Vec<&str> {
    found.iter().filter(|o| o.period == Period::Year(year)).map(|o| o.reporter.as_str()).collect()
}

#[test]
fn the_forty_two_vectors() {
    let calendar = calendar();
    for (phrase, month, days) in VECTORS {
        let rule = parse_phrase(phrase).unwrap();
        for (year, (last, advice)) in (2024..).zip(days) {
            let due = due(&rule, Period::Year(year), &calendar).unwrap();
            assert_eq!(due.printed, due.due_last.succ_opt(), "{phrase} {year}");
            assert_eq!(due.due_last, date(year, month, last), "{phrase} {year}");
            assert_eq!(due.due_advice, date(year, month, advice), "{phrase} {year}");
        }
    }
}

#[test]
fn an_approved_swap_moves_the_advice_to_saturday() {
    let rule = parse_phrase("trước ngày 30/11 hằng năm").unwrap();
    let due = due(&rule, Period::Year(2026), &calendar().if_approved(swap_source())).unwrap();
    assert_eq!(due.due_last, day("2026-11-29"));
    assert_eq!((due.due_advice, due.due_advice.weekday()), (day("2026-11-28"), Weekday::Sat));
}

#[test]
fn the_other_rules_give_their_days() {
    let last = |phrase: &str, period| due_last(&parse_phrase(phrase).unwrap(), period);
    assert_eq!(last("chậm nhất ngày 30/10 hằng năm", Period::Year(2026)), Some(day("2026-10-30")));
    assert_eq!(last("Đến hết Quý I/2024", Period::Quarter(2024, 1)), Some(day("2024-03-31")));
    assert_eq!(last("Đến hết Quý I/2024", Period::Quarter(2025, 1)), None);
    assert_eq!(last("hết tháng 2/2028", Period::Month(2028, 2)), Some(day("2028-02-29")));
    assert_eq!(last("trước ngày 15/11/2026", Period::Year(2026)), Some(day("2026-11-14")));
    assert_eq!(last("trước ngày 15/11/2026", Period::Year(2027)), None);
    assert_eq!(last("trước ngày 01/01 hằng năm", Period::Year(2026)), Some(day("2025-12-31")));
    assert_eq!(last("trước ngày 29/2 hằng năm", Period::Year(2028)), Some(day("2028-02-28")));
    assert_eq!(last("chậm nhất ngày 29/2 hằng năm", Period::Year(2027)), Some(day("2027-02-28")));
    assert_eq!(last("Hằng năm", Period::Year(2026)), None);
}

#[test]
fn the_first_occurrence_is_the_first_not_before_the_issue() {
    let first = |phrase: &str, issued| first_due(&parse_phrase(phrase).unwrap(), day(issued), Some(2024));
    let october = "trước ngày 30/10 hằng năm";
    assert_eq!(first(october, "2024-07-16"), Some(day("2024-10-29")));
    assert_eq!(first(october, "2024-10-29"), Some(day("2024-10-29")));
    assert_eq!(first(october, "2024-10-30"), Some(day("2025-10-29")));
    assert_eq!(
        first("trước ngày 30/10 hằng năm, bắt đầu từ năm 2026", "2024-07-16"),
        Some(day("2026-10-29"))
    );
    assert_eq!(first("Đến hết Quý I/2024", "2024-07-16"), None);
    assert_eq!(list("s1/IV.7.a", 2000, "2026-11-21").first().unwrap().period, Period::Year(2024));
}

#[test]
fn one_for_each_period_and_member_on_the_due_day_without_the_compiler() {
    let found = list("s1/IV.7.a", 2024, "2026-11-21");
    assert_eq!(who(&found, 2024), ["yt", "tc", "h1", "h2"]);
    assert_eq!(who(&found, 2025), ["yt", "tc"]);
    assert_eq!(who(&found, 2026), ["yt", "tc"]);
    assert_eq!(found.len(), 8);
    let catalog = catalog();
    let (_, obligation) = catalog.obligation(&ItemId::new("s1/IV.7.a")).unwrap();
    let left_out = reporters_on(&catalog, obligation, day("2026-10-29")).excluded;
    assert_eq!(left_out, [agency_id("nv")]);
}

#[test]
fn a_late_import_tracks_no_year_before_it() {
    let found = list("s1/IV.7.a", 2026, "2026-11-21");
    assert!(found.iter().all(|o| o.period == Period::Year(2026)));
    assert_eq!(found.len(), 2);
    assert!(list("s1/IV.7.a", 2027, "2026-11-21").is_empty());
}

#[test]
fn a_draft_previews_the_period_of_today_and_a_condition_gives_nothing() {
    let found = list("s3/V.8", 2020, "2026-11-21");
    assert_eq!(who(&found, 2026), ["nv", "yt", "tc"]);
    assert!(found.len() == 3 && found.iter().all(|o| o.preview));
    assert!(list("s1/IV.7.c", 2024, "2026-11-21").is_empty());
    assert!(list("s1/unknown", 2024, "2026-11-21").is_empty());
}

#[test]
fn a_draft_is_not_previewed_for_years_before_its_own() {
    let mut catalog = catalog();
    catalog.plans.iter_mut().for_each(|plan| plan.year = Some(2026));
    let list = |today| {
        occurrences(&catalog, &calendar(), &ItemId::new("s3/V.8"), Tracking::since_year(2020), day(today))
    };
    assert!(list("2025-02-28").is_empty());
    assert_eq!(list("2026-02-28").len(), 3);
}

#[test]
fn a_secondary_source_binds_nobody() {
    let mut catalog = catalog();
    catalog.plans[0].state = DocumentState::Secondary;
    let found = occurrences(
        &catalog,
        &calendar(),
        &ItemId::new("s1/IV.7.a"),
        Tracking::since_year(2024),
        day("2026-11-21"),
    );
    assert!(found.is_empty());
}

#[test]
fn groups_that_nobody_listed_stand_for_themselves_uncounted() {
    let mut s4 = plan("s4", "2024-06-13");
    s4.obligations =
        vec![obligation(&s4, "III", "định kỳ hàng năm báo cáo", &["xa", "lien-quan", "tc"], "ubnd")];
    let catalog = Catalog::new(
        vec![s4],
        vec![
            group("xa", GroupExtent::Enumerable, &[]),
            group("lien-quan", GroupExtent::OpenEnded, &["yt"]),
            Agency { valid_to: Some(day("2025-02-28")), ..agency("tc") },
        ],
    );
    let found = occurrences(
        &catalog,
        &calendar(),
        &ItemId::new("s4/III"),
        Tracking::since_year(2024),
        day("2025-05-01"),
    );
    assert_eq!(who(&found, 2024), ["xa", "lien-quan", "tc"]);
    assert_eq!(who(&found, 2025), ["xa", "lien-quan", "tc"]);
    let uncounted: Vec<bool> = found.iter().map(|o| o.uncounted).collect();
    assert_eq!(uncounted, [true, true, false, true, true, false], "a number of debtors is never guessed");
    let awaiting: Vec<bool> = found.iter().map(|o| o.awaiting).collect();
    assert_eq!(awaiting, [false, false, false, false, false, true], "who took over from tc is not known");
    assert!(found.iter().all(|o| o.due.is_none()));
}

#[test]
fn lateness_is_judged_in_vietnam_whatever_the_stamp() {
    let late = |at: &str| lateness(day("2024-10-29"), instant(at));
    assert_eq!(late("2024-10-29T23:59:59+07:00"), None);
    assert_eq!(late("2024-10-30T00:00:00+07:00"), Some(1));
    assert_eq!(late("2024-10-29T17:00:00+00:00"), Some(1));
    assert_eq!(late("2024-10-29T16:59:59+00:00"), None);
    assert_eq!(late("2024-10-30T08:00:00+09:00"), Some(1));
    assert_eq!(late("2024-10-30T01:59:59+09:00"), None);
    assert_eq!(late("2024-11-08T09:00:00+07:00"), Some(10));
}

#[test]
fn a_cycle_needs_its_anchor() {
    let rule = |anchor| Rule::EveryYears { years: 2, anchor };
    let plan = plan("s4", "2024-06-13");
    let years = |anchor| -> Vec<Period> {
        terms(&plan, &rule(anchor), &calendar(), Tracking::since_year(2024), day("2028-01-01"))
            .iter()
            .map(|t| t.period)
            .collect()
    };
    assert!(years(None).is_empty());
    assert_eq!(years(Some(2025)), [Period::Year(2025), Period::Year(2027)]);
    assert_eq!(years(Some(i32::MIN)).len(), 3, "a slip in the data does not panic");
}

mod within_year;

#[test]
fn a_period_is_there_from_the_day_on_which_it_begins() {
    let mut plan = catalog().plans.remove(0);
    plan.state = DocumentState::Issued;
    plan.issued_on = Some(day("2024-03-01"));
    plan.year = Some(2026);
    let phrases = [
        "trước ngày 30/10 hằng năm",
        "Đến hết Quý I/2026",
        "hằng tháng, trước ngày 25",
        "hằng quý, trước ngày 15 tháng đầu quý sau",
        "hằng tuần, trước thứ Sáu",
        "trước ngày 31/12/2026",
    ];
    let tracking = Tracking::since_year(2024);
    for phrase in phrases {
        let rule = parse_phrase(phrase).unwrap();
        let as_of = |today| terms(&plan, &rule, &calendar(), tracking, today);
        let all = as_of(day("2029-06-30"));
        assert!(!all.is_empty(), "{phrase}");
        for today in day("2025-11-20").iter_days().take(500) {
            let begun = |term: &&Term| begins(&rule, **term).is_some_and(|day| day <= today);
            let begun: Vec<Term> = all.iter().filter(begun).copied().collect();
            assert_eq!(begun, as_of(today), "{phrase} on {today}");
        }
    }
}
