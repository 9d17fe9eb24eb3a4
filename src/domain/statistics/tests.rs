use super::*;
use crate::domain::change::Records;
use crate::domain::decision::{Answer, Decision, Extension, Ruling};
use crate::domain::occurrence::Tracking;
use crate::domain::record::{Report, ReportKey, ReportState, WorkState};
use crate::domain::task::Role;
use crate::domain::testing::*;

const TODAY: &str = "2026-11-21";

struct Case {
    catalog: Catalog,
    records: Records,
    tracked_from: BTreeMap<PlanId, Tracking>,
    scope: Scope,
}

impl Case {
    fn since(year: i32) -> Self {
        let tracked_from = [
            (PlanId::new("s1"), Tracking::since_year(year)),
            (PlanId::new("s3"), Tracking::since_year(year)),
        ]
        .into();
        Self { catalog: catalog(), records: Records::default(), tracked_from, scope: Scope::default() }
    }

    fn entries_on(&self, year: i32, today: &str) -> Vec<Entry> {
        let filter = StatisticsFilter {
            scope: self.scope.clone(),
            year,
            today: day(today),
            tracked_from: &self.tracked_from,
        };
        let mut catalog = self.catalog.clone();
        catalog.settle(&self.records.decisions, day(today));
        count(&catalog, &calendar(), &filter)
    }

    fn extend(&mut self, key: ReportKey) {
        let answer = Answer { granted: true, by: "cv-02".into(), on: day(TODAY), remark: String::new() };
        let asked_for = day("2099-12-31");
        let (reason, asked_by) = ("chờ số liệu".to_owned(), "cv-01".to_owned());
        let (answer, granted_before) = (Some(answer), None);
        self.decide(Ruling::Extension(Extension {
            key,
            reason,
            asked_for,
            asked_by,
            answer,
            granted_before,
        }));
    }

    fn waive(&mut self, key: ReportKey) {
        self.decide(Ruling::Waiver { key, reason: "miễn".into() });
    }

    fn decide(&mut self, ruling: Ruling) {
        self.records.decisions.push(Decision { stamp: stamp(1, "2026-11-01T08:00:00+07:00"), ruling });
    }

    fn entries(&self, year: i32) -> Vec<Entry> {
        self.entries_on(year, TODAY)
    }

    fn tally(&self, year: i32, counted: Counted) -> Tally {
        let entries = self.entries(year);
        Tally::of(entries.iter().filter(|entry| entry.counted == counted))
    }
}

fn report_key(agency: &str, year: i32) -> ReportKey {
    let (obligation, agency) = (ItemId::new("s1/IV.7.a"), agency_id(agency));
    ReportKey { obligation, period: Period::Year(year), agency }
}

/// The numbers in the order of the line: done (on time, late), not done (in time, overdue), extended, untracked.
fn line(tally: Tally) -> [usize; 9] {
    use Figure::{Done, Extended, InTime, Late, NotDone, OnTime, Overdue, Total, Untracked};
    [Total, Done, OnTime, Late, NotDone, InTime, Overdue, Extended, Untracked].map(|figure| tally.get(figure))
}

#[test]
fn drafts_open_ended_groups_and_the_desk_are_not_counted() {
    let mut case = Case::since(2026);
    case.catalog.plans[0].obligations[0].reporters.push(agency_id("lien-quan"));
    // Reports of yt and tc to nv, and of ubnd; the draft s3 asks for nothing.
    assert_eq!(line(case.tally(2026, Counted::Reports)), [3, 0, 0, 0, 3, 0, 3, 0, 0]);
    case.catalog.file(sent("s1/IV.7.a", 2026, "yt", "2026-10-29T23:59:59+07:00"));
    case.catalog.file(sent("s1/IV.7.a", 2026, "tc", "2026-10-30T00:00:00+07:00"));
    assert_eq!(line(case.tally(2026, Counted::Reports)), [3, 2, 1, 1, 1, 0, 1, 0, 0]);
    assert_eq!(case.tally(2026, Counted::Reports).punctual(), Some((1, 3)));
}

#[test]
fn a_host_on_utc_judges_by_the_day_of_viet_nam() {
    let mut case = Case::since(2024);
    // 17:00 UTC of the 29th is midnight of the 30th: too late for "trước ngày 30/10".
    case.catalog.file(sent("s1/IV.7.a", 2024, "yt", "2024-10-29T17:00:00+00:00"));
    case.catalog.file(sent("s1/IV.7.a", 2024, "tc", "2024-10-29T16:59:59+00:00"));
    let standings: Vec<_> = case.entries(2024).into_iter().take(2).map(|entry| entry.standing).collect();
    assert_eq!(standings, [Standing::Late(1), Standing::OnTime]);
}

#[test]
fn the_last_valid_day_itself_is_in_time() {
    let case = Case::since(2026);
    let standing = |today: &str| case.entries_on(2026, today)[0].standing;
    assert_eq!(standing("2026-10-29"), Standing::InTime);
    assert_eq!(standing("2026-10-30"), Standing::Overdue(1));
}

#[test]
fn what_comes_before_the_tracking_is_only_mentioned_unless_it_is_entered() {
    let mut case = Case::since(2026);
    case.catalog.file(sent("s1/IV.7.a", 2024, "yt", "2026-11-20T08:00:00+07:00"));
    let tally = case.tally(2024, Counted::Reports);
    // yt, tc and the two districts that existed then, and ubnd.
    // What was entered afterwards counts.
    assert_eq!(line(tally), [1, 1, 0, 1, 0, 0, 0, 0, 4]);
    assert!(case.entries(2027).is_empty(), "nothing is owed for a year that has not begun");
}

#[test]
fn an_extension_is_judged_by_the_original_day_and_a_waiver_leaves_the_total() {
    let mut case = Case::since(2026);
    case.extend(report_key("yt", 2026));
    case.waive(report_key("tc", 2026));
    case.catalog.file(sent("s1/IV.7.a", 2026, "yt", "2026-11-02T08:00:00+07:00"));
    let tally = case.tally(2026, Counted::Reports);
    assert_eq!(line(tally), [2, 1, 0, 1, 1, 0, 1, 1, 0]);
    assert_eq!(tally.get(Figure::Waived), 1);
}

#[test]
fn a_report_without_a_day_is_never_late_or_overdue() {
    let mut case = Case::since(2026);
    case.catalog.plans[0].obligations =
        vec![obligation(&case.catalog.plans[0], "III", "hằng năm", &["yt", "tc"], "nv")];
    case.catalog.file(sent("s1/III", 2026, "yt", "2026-12-31T08:00:00+07:00"));
    let tally = case.tally(2026, Counted::Reports);
    assert_eq!((line(tally), tally.undated), ([2, 1, 1, 0, 1, 1, 0, 0, 0], 2));
    assert_eq!(tally.punctual(), None, "without a day nothing is punctual");
}

#[test]
fn tasks_count_once_for_each_agency_that_answers() {
    let mut case = Case::since(2026);
    let plan = &case.catalog.plans[0];
    let tasks = vec![
        task(plan, "1", "trước ngày 30/10 hằng năm", &[("so", Role::Lead), ("ubnd", Role::Coordinating)]),
        task(plan, "2", "trước ngày 30/10 hằng năm", &[("yt", Role::Requested)]),
        task(plan, "3", "trước ngày 30/10 hằng năm", &[("lien-quan", Role::Lead)]),
        task(plan, "4", "trước ngày 15/12 hằng năm", &[]),
        task(plan, "5", "hằng năm", &[("yt", Role::Lead)]),
    ];
    case.catalog.assign("s1", tasks);
    let mut say = |task: &str, agency: &str, as_of: &str, state| {
        case.catalog.enter(progress(task, agency, as_of, state));
    };
    say("s1/1", "yt", "2026-10-29", WorkState::Done);
    say("s1/1", "tc", "2026-10-20", WorkState::Done);
    // Taken back and done again: the second day counts.
    say("s1/1", "tc", "2026-10-25", WorkState::InProgress);
    say("s1/1", "tc", "2026-11-03", WorkState::Done);
    say("s1/1", "nv", "2025-10-01", WorkState::Done);
    // nv, yt, tc of task 1 and nobody of task 4.
    assert_eq!(line(case.tally(2026, Counted::Tasks)), [4, 2, 1, 1, 2, 1, 1, 0, 0]);
    let rows = by_agency(&case.catalog, &case.entries(2026), Counted::Tasks);
    let names: Vec<_> = rows.iter().map(|(agency, _)| agency.as_ref().map(|id| id.as_str())).collect();
    assert_eq!(names, [Some("nv"), Some("yt"), Some("tc"), None]);
}

#[test]
fn a_scope_narrows_by_plan_agency_and_province() {
    let mut case = Case::since(2026);
    let total = |case: &Case| case.tally(2026, Counted::Reports).get(Figure::Total);
    for (plan, agency, province, wanted) in [
        (None, Some("yt"), None, 1),
        (Some("s1"), None, None, 3),
        (Some("s3"), None, None, 0),
        (None, None, Some("Lạng Sơn"), 3),
        (None, None, Some("Hà Tĩnh"), 0),
        (Some("s1"), Some("ubnd"), Some("Lạng Sơn"), 1),
    ] {
        case.scope = Scope {
            plan: plan.map(PlanId::new),
            agency: agency.map(agency_id),
            province: province.map(str::to_owned),
        };
        assert_eq!(total(&case), wanted, "{:?}", case.scope);
    }
}

/// Marsaglia's xorshift64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % n as u64).unwrap()
    }
}

/// A case with random records, extensions and waivers, and a day at random.
fn random(dice: &mut Dice) -> (Case, String) {
    let mut case = Case::since(2024 + i32::try_from(dice.below(3)).unwrap());
    let plan = &case.catalog.plans[0];
    let tasks = vec![
        task(plan, "1", "trước ngày 30/10 hằng năm", &[("so", Role::Lead)]),
        task(plan, "2", "trước ngày 15/12 hằng năm", &[]),
    ];
    case.catalog.assign("s1", tasks);
    let agencies = ["yt", "tc", "nv", "ubnd", "h1", "h2"];
    for _ in 0..dice.below(25) {
        let agency = agencies[dice.below(6)];
        let year = 2024 + i32::try_from(dice.below(3)).unwrap();
        let at = format!("{year}-{:02}-{:02}", 9 + dice.below(4), 1 + dice.below(30));
        let key = report_key(agency, year);
        match dice.below(5) {
            0 => case.extend(key),
            1 => case.waive(key),
            2 => {
                let state = [WorkState::Done, WorkState::InProgress, WorkState::Suspended][dice.below(3)];
                case.catalog.enter(progress("s1/1", agency, &at, state));
            }
            n => {
                let obligation = if dice.below(2) == 0 { "s1/IV.7.a" } else { "s1/IV.7.b" };
                let state = if n == 3 { ReportState::Sent } else { ReportState::Draft };
                let report = sent(obligation, year, agency, &format!("{at}T20:00:00+00:00"));
                case.catalog.file(Report { state, ..report });
            }
        }
    }
    let today = format!("{}-{:02}-{:02}", 2024 + dice.below(3), 1 + dice.below(12), 1 + dice.below(28));
    (case, today)
}

#[test]
fn the_sums_tie_whatever_was_recorded() {
    use Figure::{Done, Extended, InTime, Late, NotDone, OnTime, Overdue, Total, Untracked, Waived};
    let mut dice = Dice(0x9E37_79B9);
    let mut seen = Tally::default();
    for _ in 0..400 {
        let (case, today) = random(&mut dice);
        for year in 2024..=2026 {
            let entries = case.entries_on(year, &today);
            for counted in [Counted::Reports, Counted::Tasks] {
                let of = || entries.iter().filter(|entry| entry.counted == counted);
                let tally = Tally::of(of());
                let n = |figure| tally.get(figure);
                assert_eq!(n(Total), n(Done) + n(NotDone));
                assert_eq!(n(Done), n(OnTime) + n(Late));
                assert_eq!(n(NotDone), n(InTime) + n(Overdue));
                assert!(n(Extended) <= n(Total) && tally.undated <= n(Total));
                assert_eq!(of().count(), n(Total) + n(Untracked) + n(Waived), "each entry has one place");
                let rows = by_agency(&case.catalog, &entries, counted);
                for figure in Figure::ALL {
                    assert_eq!(of().filter(|entry| figure.holds(entry)).count(), n(figure));
                    let sum: usize = rows.iter().map(|(_, tally)| tally.get(figure)).sum();
                    assert_eq!(sum, n(figure), "{figure:?} by agency");
                }
                for (sum, number) in seen.figures.iter_mut().zip(tally.figures) {
                    *sum += number;
                }
            }
        }
    }
    for figure in Figure::ALL {
        assert!(seen.get(figure) > 0, "{figure:?} never came up");
    }
}

#[test]
fn a_task_of_a_dissolved_agency_counts_for_the_one_that_took_it_over_with_what_was_done() {
    use crate::domain::succession::{Share, Succession};
    let mut case = Case::since(2026);
    let mut agencies = case.catalog.agencies().to_vec();
    let old = agency("old");
    agencies.push(crate::domain::agency::Agency { valid_to: Some(day("2025-02-28")), ..old });
    case.catalog.set_agencies(agencies);
    case.catalog = case.catalog.with_successions(vec![Succession {
        from: agency_id("old"),
        to: agency_id("tc"),
        on: day("2025-03-01"),
        functions: None,
        share: Share::Whole,
        source: "nghị quyết".into(),
        certain: true,
    }]);
    let plan = &case.catalog.plans[0];
    let tasks = vec![task(plan, "1", "trước ngày 15/11/2026", &[("old", Role::Lead)])];
    case.catalog.assign("s1", tasks);
    let holders = |case: &Case| -> Vec<_> {
        let tasks = case.entries(2026).into_iter().filter(|entry| entry.counted == Counted::Tasks);
        tasks.map(|entry| (entry.agency, entry.standing)).collect()
    };
    assert_eq!(holders(&case), [(Some(agency_id("tc")), Standing::Overdue(7))]);
    case.catalog.enter(progress("s1/1", "old", "2025-02-01", WorkState::Done));
    assert_eq!(holders(&case), [(Some(agency_id("tc")), Standing::OnTime)]);
}
