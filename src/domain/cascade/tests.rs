use super::*;
use crate::domain::agency::GroupExtent;
use crate::domain::record::{Report, ReportState};
use crate::domain::testing::*;

/// A plan of two levels: `below` from the members of "so" and an open-ended group, `above` compiled by "nv".
fn two_levels(below: &str, above: &str, members: usize) -> Catalog {
    let mut plan = plan("ht", "2024-07-16");
    plan.obligations = vec![
        ReportingObligation {
            consumes: vec![ItemId::new("ht/low")],
            ..obligation(&plan, "high", above, &["nv"], "ubnd")
        },
        ReportingObligation {
            via: Some(agency_id("nv")),
            ..obligation(&plan, "low", below, &["so", "lien-quan"], "ubnd")
        },
    ];
    let names: Vec<String> = (0..members).map(|n| format!("so-{n}")).collect();
    let mut listed: Vec<&str> = names.iter().map(String::as_str).collect();
    listed.push("nv");
    let mut agencies: Vec<_> = listed.iter().map(|id| agency(id)).collect();
    agencies.push(agency("ubnd"));
    agencies.push(group("so", GroupExtent::Enumerable, &listed));
    agencies.push(group("lien-quan", GroupExtent::OpenEnded, &[]));
    Catalog::new(vec![plan], agencies)
}

fn gap(below: &str, above: &str, members: usize, year: i32) -> Gap {
    let catalog = two_levels(below, above, members);
    let found = cascade(&catalog, &calendar(), &ItemId::new("ht/high"), Period::Year(year)).unwrap();
    assert_eq!(found.reports(), members, "neither the desk nor an open-ended group is counted");
    found.gap.unwrap()
}

#[test]
fn the_windows_of_2026() {
    let ha_tinh = gap("trước ngày 05/12 hằng năm", "trước ngày 10/12 hằng năm", 80, 2026);
    assert_eq!((ha_tinh.days, ha_tinh.working_days, ha_tinh.needed), (5, 3, 8));
    assert_eq!(ha_tinh.proposal, Some(day("2026-11-27")));
    let s1 = gap("trước ngày 30/10 hằng năm", "trước ngày 15/11 hằng năm", 20, 2026);
    assert_eq!((s1.days, s1.working_days, s1.needed, s1.proposal), (16, 11, 5, None));
    let s3 = gap("trước ngày 30/11 hằng năm", "trước ngày 15/12 hằng năm", 78, 2026);
    assert_eq!((s3.days, s3.working_days, s3.needed, s3.proposal), (15, 11, 8, None));
}

#[test]
fn few_reports_still_take_a_week() {
    let vectors = [
        (0, 5),
        (1, 5),
        (50, 5),
        (51, 6),
        (80, 8),
        (81, 9),
        (150, 15),
        (usize::MAX, 922_337_203_685_477_581),
    ];
    for (reports, days) in vectors {
        assert_eq!(needed_working_days(reports), days, "{reports}");
    }
    let small = gap("trước ngày 05/12 hằng năm", "trước ngày 10/12 hằng năm", 3, 2026);
    assert_eq!((small.needed, small.proposal), (5, Some(day("2026-12-02"))));
}

#[test]
fn from_a_proposed_day_exactly_as_many_working_days_are_left_as_are_needed() {
    let calendar = calendar();
    for reports in [0, 60, 80, 150, 400] {
        for year in 2026..=2030 {
            for (month, last) in [(1, 5), (2, 22), (11, 25), (12, 9)] {
                let until = NaiveDate::from_ymd_opt(year, month, last).unwrap();
                let gap = Gap::between(&calendar, until, until, reports);
                let proposed = gap.proposal.unwrap();
                let left = |day| calendar.working_days_between(day, until);
                assert!(calendar.is_working_day(proposed));
                assert_eq!(left(proposed), gap.needed, "{until} {reports}");
            }
        }
    }
}

#[test]
fn days_in_the_wrong_order_are_no_time_at_all() {
    let gap = gap("trước ngày 10/12 hằng năm", "trước ngày 05/12 hằng năm", 3, 2026);
    assert_eq!((gap.days, gap.working_days), (-5, 0));
    assert!(gap.proposal.unwrap() < gap.until);
}

#[test]
fn it_says_who_has_sent_and_what_comes_next() {
    let mut catalog = two_levels("trước ngày 05/12 hằng năm", "trước ngày 10/12 hằng năm", 3);
    let top = ReportingObligation {
        consumes: vec![ItemId::new("ht/high")],
        ..obligation(&catalog.plans[0], "top", "trước ngày 31/12 hằng năm", &["ubnd"], "tw")
    };
    catalog.plans[0].obligations.push(top);
    for report in [
        sent("ht/low", 2026, "so-1", "2026-12-01T08:00:00+07:00"),
        sent("ht/low", 2025, "so-0", "2025-12-01T08:00:00+07:00"),
        Report { state: ReportState::Draft, ..sent("ht/low", 2026, "so-2", "2026-12-01T08:00:00+07:00") },
    ] {
        catalog.file(report);
    }
    let of = |obligation: &str| cascade(&catalog, &calendar(), &ItemId::new(obligation), Period::Year(2026));
    let found = of("ht/high").unwrap();
    assert_eq!((found.reports(), found.sent()), (3, 1));
    assert_eq!(found.below[0].owing, ["so-0", "so-2"].map(agency_id));
    assert_eq!(found.above[0].obligation, ItemId::new("ht/top"));
    assert_eq!(found.above[0].due.unwrap().due_last, day("2026-12-30"));
    assert!(of("ht/top").unwrap().above.is_empty());
    assert_eq!(of("ht/low"), None);
}

#[test]
fn what_is_chased_leads_to_the_step_above_and_a_plain_report_to_none() {
    let catalog = two_levels("trước ngày 05/12 hằng năm", "trước ngày 10/12 hằng năm", 80);
    let of = |kind| cascade_of(&catalog, &calendar(), &kind);
    let (low, period) = (ItemId::new("ht/low"), Period::Year(2026));
    let chase = AgendaKind::Chase { obligation: low.clone(), period, owing: 80, total: 80 };
    assert_eq!(of(chase).unwrap().step.obligation, ItemId::new("ht/high"));
    assert_eq!(of(AgendaKind::Submit { obligation: low, period, reporter: None }), None);
    let high = ItemId::new("ht/high");
    let drafted = AgendaKind::Prepare { obligation: high, period, reporter: agency_id("ubnd") };
    assert!(of(drafted).unwrap().is_too_short());
    assert_eq!(of(AgendaKind::Task { task: ItemId::new("ht/x") }), None);
}

#[test]
fn a_year_before_the_plan_binds_has_nothing_to_compile() {
    let catalog = two_levels("trước ngày 05/12 hằng năm", "trước ngày 10/12 hằng năm", 2);
    let high = ItemId::new("ht/high");
    assert_eq!(cascade(&catalog, &calendar(), &high, Period::Year(2023)), None);
}

#[test]
fn a_period_lies_within_the_one_that_compiles_it() {
    use Period::{Month, Quarter, Year};
    for (outer, inner) in [(Year(2026), Quarter(2026, 4)), (Quarter(2026, 2), Month(2026, 4))] {
        assert!(covers(outer, inner) && covers(outer, outer) && !covers(inner, outer));
    }
    assert!(!covers(Quarter(2026, 2), Month(2026, 3)) && !covers(Year(2025), Month(2026, 1)));
}
