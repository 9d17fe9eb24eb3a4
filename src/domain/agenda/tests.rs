use super::*;
use crate::domain::agency::GroupExtent;
use crate::domain::occurrence::Tracking;
use crate::domain::record::{ReportState, WorkState};
use crate::domain::testing::*;

mod succession;

const TODAY: &str = "2026-11-21";

/// Clause, phrase and roles of a task.
type Wanted<'a> = (&'a str, &'a str, &'a [(&'a str, Role)]);

struct Case {
    catalog: Catalog,
    tracked_from: BTreeMap<PlanId, Tracking>,
}

impl Case {
    /// Both plans tracked from `year`.
    fn since(year: i32) -> Self {
        let tracked_from = ["s1", "s3", "s4"].map(|id| (PlanId::new(id), Tracking::since_year(year))).into();
        Self { catalog: catalog(), tracked_from }
    }

    fn tasks(tasks: &[Wanted<'_>]) -> Self {
        let mut case = Self::since(2026);
        let made =
            tasks.iter().map(|(clause, phrase, roles)| task(&case.catalog.plans[0], clause, phrase, roles));
        let made = made.collect();
        case.catalog.assign("s1", made);
        case
    }

    fn filter(&self, agency: &str, horizon: Horizon, shift: i32) -> AgendaFilter<'_> {
        AgendaFilter {
            agency: (!agency.is_empty()).then(|| agency_id(agency)),
            plan: None,
            horizon,
            shift,
            today: day(TODAY),
            tracked_from: &self.tracked_from,
        }
    }

    fn run(&self, agency: &str, horizon: Horizon, shift: i32) -> Vec<AgendaItem> {
        agenda(&self.catalog, &calendar(), &self.filter(agency, horizon, shift))
    }

    fn quarter(&self, agency: &str) -> Vec<AgendaItem> {
        self.run(agency, Horizon::Quarter, 0)
    }
}

fn lines(items: &[AgendaItem]) -> Vec<(AgendaGroup, &str, Option<Role>, ItemStatus)> {
    items.iter().map(|item| (item.group, item.clause.as_str(), item.role, item.status)).collect()
}

#[test]
fn the_compiler_chases_drafts_and_sees_previews() {
    use AgendaGroup::{Overdue, Preview};
    let case = Case::since(2026);
    let items = case.quarter("nv");
    assert_eq!(
        lines(&items),
        [
            (Overdue, "IV.7.a", Some(Role::Compiling), ItemStatus::NotOpened),
            (Overdue, "IV.7.b", Some(Role::Advising), ItemStatus::NotOpened),
            (Preview, "V.8", Some(Role::Reporting), ItemStatus::Preview),
        ]
    );
    let chase = AgendaKind::Chase {
        obligation: ItemId::new("s1/IV.7.a"),
        period: Period::Year(2026),
        owing: 2,
        total: 2,
    };
    assert_eq!(items[0].kind, chase);
    let since_issue = day(TODAY).signed_duration_since(day("2024-07-16")).num_days();
    assert_eq!(items[0].silent_days, Some(since_issue));
    assert_eq!(items[2].silent_days, None);
}

#[test]
fn a_reporter_owes_every_tracked_period_oldest_first() {
    let case = Case::since(2024);
    let items = case.quarter("yt");
    let overdue: Vec<_> = items.iter().filter(|item| item.group == AgendaGroup::Overdue).collect();
    let days: Vec<String> = overdue.iter().map(|item| item.due.unwrap().due_last.to_string()).collect();
    assert_eq!(days, ["2024-10-29", "2025-10-29", "2026-10-29"]);
    let rest: Vec<_> = items.iter().filter(|item| item.group != AgendaGroup::Overdue).collect();
    assert_eq!(
        rest.iter().map(|item| item.group).collect::<Vec<_>>(),
        [AgendaGroup::NoDate, AgendaGroup::Preview]
    );
}

#[test]
fn a_late_import_paints_nothing_red_that_came_before() {
    let case = Case::since(2026);
    assert_eq!(case.quarter("yt").iter().filter(|item| item.group == AgendaGroup::Overdue).count(), 1);
    // Members of an abolished group owe nothing after their membership ended.
    assert!(case.quarter("h1").is_empty());
    assert_eq!(Case::since(2024).quarter("h1").len(), 1);
}

#[test]
fn a_sent_report_leaves_the_overdue_and_the_chase_counts_it() {
    let mut case = Case::since(2026);
    case.catalog.file(sent("s1/IV.7.a", 2026, "yt", "2026-10-30T00:00:00+07:00"));
    let ours = |items: Vec<AgendaItem>| -> Vec<AgendaItem> {
        items.into_iter().filter(|item| item.clause == "IV.7.a").collect()
    };
    assert!(ours(case.quarter("yt")).is_empty());
    let back = ours(case.run("yt", Horizon::Month, -1));
    assert_eq!(back[0].status, ItemStatus::Sent { late_days: Some(1) });
    assert_eq!(back[0].group, AgendaGroup::Later);
    let chase = ours(case.quarter("nv"));
    assert!(matches!(chase[0].kind, AgendaKind::Chase { owing: 1, total: 2, .. }));
    assert_eq!((chase[0].status, chase[0].silent_days), (ItemStatus::InProgress, Some(22)));
    case.catalog.file(sent("s1/IV.7.a", 2026, "tc", "2026-10-29T00:00:00+07:00"));
    assert!(ours(case.quarter("nv")).is_empty());
}

#[test]
fn a_begun_report_stays_overdue_as_drafting() {
    let mut case = Case::since(2026);
    let mut report = sent("s1/IV.7.b", 2026, "ubnd", "2026-11-20T10:00:00+07:00");
    report.state = ReportState::Draft;
    report.sent_at = None;
    case.catalog.file(report);
    let items = case.quarter("nv");
    let prepare = items.iter().find(|item| item.clause == "IV.7.b").unwrap();
    assert_eq!((prepare.status, prepare.group), (ItemStatus::Drafting, AgendaGroup::Overdue));
    assert_eq!(prepare.silent_days, Some(1));
    assert!(matches!(&prepare.kind, AgendaKind::Prepare { reporter, .. } if *reporter == agency_id("ubnd")));
}

#[test]
fn without_an_agency_there_is_one_line_for_each_obligation_and_period() {
    let items = Case::since(2026).quarter("");
    let counts: Vec<_> = items
        .iter()
        .filter_map(|item| match item.kind {
            AgendaKind::Chase { owing, total, .. } => Some((item.clause.as_str(), owing, total)),
            _ => None,
        })
        .collect();
    assert_eq!(counts, [("IV.7.a", 2, 2), ("IV.7.b", 1, 1), ("V.8", 3, 3)]);
    // What waits for an event is owed by nobody yet: it is told, not counted.
    let waiting: Vec<_> =
        items.iter().filter(|item| !matches!(item.kind, AgendaKind::Chase { .. })).collect();
    assert_eq!(waiting.len(), 1);
    assert!(matches!(waiting[0].kind, AgendaKind::Submit { reporter: None, .. }));
}

#[test]
fn a_draft_is_only_a_preview_even_when_its_day_is_gone() {
    let case = Case::since(2020);
    let mut filter = case.filter("khcn", Horizon::Quarter, 0);
    filter.today = day("2026-12-20");
    let items = agenda(&case.catalog, &calendar(), &filter);
    assert_eq!(lines(&items), [(AgendaGroup::Preview, "V.8", Some(Role::Compiling), ItemStatus::Preview)]);
}

#[test]
fn a_utc_evening_is_already_the_day_after() {
    use crate::domain::clock::vn_date;
    let case = Case::since(2026);
    let overdue = |at: &str| {
        let mut filter = case.filter("yt", Horizon::Week, 0);
        filter.today = vn_date(instant(at).to_utc());
        let items = agenda(&case.catalog, &calendar(), &filter);
        items.iter().any(|item| item.group == AgendaGroup::Overdue)
    };
    assert!(!overdue("2026-10-29T16:59:59Z"));
    assert!(overdue("2026-10-29T18:00:00Z"));
}

#[test]
fn coming_days_are_soon_within_a_fortnight_and_bounded_by_the_horizon() {
    let case = Case::tasks(&[
        ("1", "trước ngày 06/12/2026", &[("tc", Role::Lead)]),
        ("2", "trước ngày 07/12/2026", &[("tc", Role::Lead)]),
        ("3", "trước ngày 15/01/2027", &[("tc", Role::Lead)]),
        ("4", "trước ngày 20/11/2026", &[("tc", Role::Lead)]),
    ]);
    let shown = |horizon, shift| -> Vec<(AgendaGroup, String)> {
        let items = case.run("tc", horizon, shift);
        let tasks = items.into_iter().filter(|item| item.plan.as_str() == "s1" && !item.clause.contains('7'));
        tasks.map(|item| (item.group, item.clause)).collect()
    };
    use AgendaGroup::{Later, Overdue, Soon};
    let line = |group, clause: &str| (group, clause.to_owned());
    assert_eq!(shown(Horizon::Quarter, 0), [line(Overdue, "4"), line(Soon, "1"), line(Later, "2")]);
    // What is due soon does not wait for its week or month to begin.
    assert_eq!(shown(Horizon::Week, 0), [line(Overdue, "4"), line(Soon, "1")]);
    assert_eq!(shown(Horizon::Week, 1), [line(Overdue, "4")]);
    assert_eq!(shown(Horizon::Quarter, 1), [line(Overdue, "4"), line(Later, "3")]);
}

#[test]
fn undated_tasks_sort_by_silence_and_say_what_they_wait_for() {
    use crate::domain::schedule::Condition;
    let mut case = Case::tasks(&[
        ("1", "Thường xuyên", &[("tc", Role::Lead)]),
        ("2", "Theo nhiệm vụ được giao", &[("so", Role::Advising)]),
        ("3", "", &[("tc", Role::Coordinating)]),
        ("4", "thường xuyên, bắt đầu từ Quý I năm 2027", &[("tc", Role::Lead)]),
        ("5", "", &[("lien-quan", Role::Lead)]),
        ("6", "", &[("tc", Role::Monitoring)]),
    ]);
    case.catalog.enter(progress("s1/1", "tc", "2026-07-02", WorkState::InProgress));
    case.catalog.enter(progress("s1/6", "tc", "2026-07-02", WorkState::Done));
    let items = case.quarter("tc");
    let undated: Vec<_> = items.iter().filter(|item| item.group == AgendaGroup::NoDate).collect();
    let told: Vec<_> = undated.iter().map(|item| (item.clause.as_str(), item.role, item.status)).collect();
    assert_eq!(
        told,
        [
            ("IV.7.c", Some(Role::Reporting), ItemStatus::Waiting(Condition::OnGuidance)),
            ("2", Some(Role::Advising), ItemStatus::Waiting(Condition::AsAssigned)),
            ("1", Some(Role::Lead), ItemStatus::InProgress),
        ]
    );
    assert_eq!(undated[2].silent_days, Some(142));
    let all = case.quarter("");
    let tasks: Vec<_> = all.iter().filter(|item| matches!(item.kind, AgendaKind::Task { .. })).collect();
    assert_eq!(tasks.len(), 1, "without an agency only dated and conditional tasks are shown");
}

#[test]
fn a_yearly_task_starts_anew_and_a_single_one_stays_done() {
    let mut case = Case::tasks(&[
        ("1", "trước ngày 15/11 hằng năm", &[("tc", Role::Lead)]),
        ("2", "Hằng năm", &[("tc", Role::Lead)]),
        ("3", "trước ngày 15/11/2026", &[("tc", Role::Lead)]),
        ("4", "trước ngày 15/11 hằng năm", &[("so", Role::Lead)]),
    ]);
    for id in ["s1/1", "s1/2", "s1/3"] {
        case.catalog.enter(progress(id, "tc", "2025-11-01", WorkState::Done));
    }
    let clauses = |case: &Case, agency| -> Vec<String> {
        let items = case.quarter(agency).into_iter();
        items.filter(|i| matches!(i.kind, AgendaKind::Task { .. })).map(|i| i.clause).collect()
    };
    assert_eq!(clauses(&case, "tc"), ["1", "4", "2"]);
    case.catalog.enter(progress("s1/4", "tc", "2026-11-01", WorkState::Done));
    assert_eq!(clauses(&case, "tc"), ["1", "2"]);
    // Seen from above, a task of a group is done when every member is.
    assert_eq!(clauses(&case, ""), ["1", "4"]);
    for agency in ["nv", "yt"] {
        case.catalog.enter(progress("s1/4", agency, "2026-11-01", WorkState::Done));
    }
    assert_eq!(clauses(&case, ""), ["1"]);
}

#[test]
fn what_is_only_requested_is_never_overdue() {
    let case = Case::tasks(&[
        ("1", "trước ngày 15/11/2026", &[("tc", Role::Requested)]),
        ("2", "trước ngày 15/11/2026", &[]),
    ]);
    let tasks = |agency| -> Vec<String> {
        let items = case.quarter(agency).into_iter();
        items.filter(|i| matches!(i.kind, AgendaKind::Task { .. })).map(|i| i.clause).collect()
    };
    assert!(tasks("tc").is_empty());
    assert_eq!(tasks(""), ["2"]);
}

#[test]
fn an_undated_obligation_is_never_overdue() {
    let mut case = Case::since(2026);
    let mut s4 = plan("s4", "2024-06-13");
    s4.obligations = vec![obligation(&s4, "III", "định kỳ hàng năm báo cáo", &["tc", "lien-quan"], "ubnd")];
    case.catalog =
        Catalog::new(vec![s4], vec![agency("tc"), group("lien-quan", GroupExtent::OpenEnded, &[])]);
    let items = case.quarter("tc");
    assert_eq!(lines(&items), [(AgendaGroup::NoDate, "III", Some(Role::Reporting), ItemStatus::NoDay)]);
    let all = case.quarter("");
    assert!(matches!(all[0].kind, AgendaKind::Chase { owing: 1, total: 1, .. }));
    case.catalog.file(sent("s4/III", 2026, "tc", "2026-11-01T08:00:00+07:00"));
    assert!(case.quarter("tc").is_empty());
}

#[test]
fn a_plan_can_be_singled_out() {
    let case = Case::since(2026);
    let mut filter = case.filter("nv", Horizon::Quarter, 0);
    filter.plan = Some(PlanId::new("s3"));
    let items = agenda(&case.catalog, &calendar(), &filter);
    assert_eq!(items.iter().map(|item| item.clause.as_str()).collect::<Vec<_>>(), ["V.8"]);
}

#[test]
fn windows_begin_on_mondays_and_step_over_years() {
    let window = |horizon, shift| {
        let window = Window::around(day(TODAY), horizon, shift);
        (window.from.to_string(), window.until.to_string())
    };
    let days = |from: &str, until: &str| (from.to_owned(), until.to_owned());
    assert_eq!(window(Horizon::Week, 0), days("2026-11-16", "2026-11-22"));
    assert_eq!(window(Horizon::Week, -1), days("2026-11-09", "2026-11-15"));
    assert_eq!(window(Horizon::Month, 2), days("2027-01-01", "2027-01-31"));
    assert_eq!(window(Horizon::Quarter, 1), days("2027-01-01", "2027-03-31"));
    assert_eq!(window(Horizon::Quarter, -4), days("2025-10-01", "2025-12-31"));
    assert_eq!(window(Horizon::Year, 0), days("2026-01-01", "2026-12-31"));
    for horizon in [Horizon::Week, Horizon::Month, Horizon::Quarter, Horizon::Year] {
        assert_eq!(window(horizon, i32::MAX), window(horizon, 0));
        assert_eq!(window(horizon, i32::MIN), window(horizon, 0));
    }
}

mod cycles;

#[test]
fn a_late_import_of_a_plan_with_many_reporters_has_no_red_line_from_before_it() {
    let ids: Vec<String> = (1..=150).map(|n| format!("r{n}")).collect();
    let names: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut agencies: Vec<_> = ids.iter().map(|id| agency(id)).collect();
    agencies.extend([group("all", GroupExtent::Enumerable, &names), agency("desk")]);
    let mut plan = plan("p", "2020-01-15");
    plan.obligations = vec![obligation(&plan, "1", "trước ngày 30/10 hằng năm", &["all"], "desk")];
    let catalog = Catalog::new(vec![plan], agencies);
    // Loaded in March 2026, six years after it was issued.
    let tracked_from = [(PlanId::new("p"), Tracking::since_year(2026))].into();
    let red = |agency: Option<&str>, today: &str| {
        let filter = AgendaFilter {
            agency: agency.map(agency_id),
            plan: None,
            horizon: Horizon::Year,
            shift: 0,
            today: day(today),
            tracked_from: &tracked_from,
        };
        let items = agenda(&catalog, &calendar(), &filter);
        let overdue = items.iter().filter(|item| item.group == AgendaGroup::Overdue);
        overdue.map(|item| item.due.unwrap().due_last.to_string()).collect::<Vec<_>>()
    };
    for agency in [None, Some("desk"), Some("r1"), Some("r150")] {
        assert_eq!(red(agency, "2026-03-02"), Vec::<String>::new(), "{agency:?}");
        // What was tracked and missed stays as a debt, alone.
        assert_eq!(red(agency, "2027-02-01"), ["2026-10-29"], "{agency:?}");
    }
}
