use super::*;
use crate::domain::calendar::Calendar;
use crate::domain::catalog::Catalog;
use crate::domain::indicator::{Comparator, Target};
use crate::domain::record::{Quality, Report, ReportState, ReportedFigure, Sealed};
use crate::domain::schedule::Period;
use crate::domain::testing::*;

/// S1 of the tests: IV.7.b of ubnd, drafted by nv, is compiled from IV.7.a of yt and tc (nv compiles).
fn compiling() -> Catalog {
    let mut plans = catalog().plans;
    let below = plans[0].obligations[0].id.clone();
    plans[0].obligations[1].consumes = vec![below];
    plans[0].targets = vec![target("II.1", "%"), target("II.2", "lớp")];
    Catalog::new(plans, catalog().agencies().to_vec())
}

fn target(clause: &str, unit: &str) -> Target {
    Target {
        id: ItemId::new(format!("s1/{clause}")),
        clause: clause.into(),
        indicator: clause.into(),
        short: clause.into(),
        comparator: Comparator::Reach,
        comparator_words: String::new(),
        value: Some(95.0),
        value_high: None,
        unit: unit.into(),
        per: None,
        population: String::new(),
        year: Some(2030),
        year_from: None,
        milestones: Vec::new(),
        baseline: None,
        parent: None,
        responsible: Vec::new(),
        note: None,
    }
}

fn key() -> ReportKey {
    let (obligation, agency) = (ItemId::new("s1/IV.7.b"), agency_id("ubnd"));
    ReportKey { obligation, period: Period::Year(2026), agency }
}

/// The version of an agency that stands at `number` of the ledger.
fn version(agency: &str, number: i64, version: u32, results: &str) -> Report {
    let sealed = Sealed { number, version, ..Sealed::asked("minh", None) };
    let report = sent("s1/IV.7.a", 2026, agency, "2026-10-20T08:00:00+07:00");
    Report { sealed: Some(sealed), results: results.into(), ..report }
}

fn figure(
    clause: &str,
    numerator: Option<f64>,
    denominator: Option<f64>,
    value: Option<f64>,
) -> ReportedFigure {
    ReportedFigure {
        target: ItemId::new(format!("s1/{clause}")),
        as_of: day("2026-09-30"),
        value,
        numerator,
        denominator,
        quality: Quality::Estimate,
    }
}

/// The catalogue with these versions in the ledger, and with these reports as they stand.
fn with_reports(sent: &[&Report], standing: &[&Report]) -> Catalog {
    let mut catalog = compiling();
    catalog.on_shelf(|memory| {
        sent.iter().for_each(|version| memory.send((*version).clone()));
        standing.iter().for_each(|report| memory.file((*report).clone()));
    });
    catalog
}

fn gathered(reports: &[Report]) -> Gathering {
    let reports: Vec<&Report> = reports.iter().collect();
    gather(&with_reports(&reports, &reports), &Calendar::default(), &key()).unwrap()
}

fn names(agencies: &[AgencyId]) -> Vec<&str> {
    agencies.iter().map(AgencyId::as_str).collect()
}

#[test]
fn what_came_in_counts_and_what_was_given_back_is_missing() {
    let returned = Report { state: ReportState::Returned, ..version("tc", 2, 1, "hai") };
    let gathering = gathered(&[version("yt", 1, 1, "một\n\nhai"), returned]);
    assert_eq!(names(&gathering.missing), ["tc"]);
    assert_eq!(gathering.total(), 2, "the compiler is not counted");
    let texts: Vec<_> = gathering.paragraphs().into_iter().map(|p| (p.text, p.source.place)).collect();
    assert_eq!(texts, [("một".to_owned(), 0), ("hai".to_owned(), 1)]);
}

#[test]
fn the_answer_that_there_is_nothing_is_no_paragraph() {
    let gathering =
        gathered(&[version("yt", 1, 1, "Không có.\nKhông có bác sĩ nào về xã.\n không có kiến nghị")]);
    let texts: Vec<_> = gathering.paragraphs().into_iter().map(|p| p.text).collect();
    assert_eq!(texts, ["Không có bác sĩ nào về xã."]);
}

#[test]
fn a_report_compiled_from_nothing_is_no_compilation() {
    let mut key = key();
    key.obligation = ItemId::new("s1/IV.7.a");
    assert_eq!(gather(&compiling(), &Calendar::default(), &key), None);
}

#[test]
fn once_sent_it_keeps_what_counted_and_the_rest_is_a_supplement() {
    let first = version("yt", 1, 1, "bản một");
    let compiled = Report {
        sealed: Some(Sealed { number: 2, version: 1, ..Sealed::asked("minh", None) }),
        ..sent("s1/IV.7.b", 2026, "ubnd", "2026-11-10T08:00:00+07:00")
    };
    let (second, other) = (version("yt", 3, 2, "bản hai"), version("tc", 4, 1, "đến muộn"));
    let catalog = with_reports(&[&first, &compiled, &second, &other], &[&second, &other, &compiled]);
    let gathering = gather(&catalog, &Calendar::default(), &key()).unwrap();
    assert_eq!(gathering.closed, Some(ReportState::Sent));
    assert_eq!(gathering.arrived.iter().map(|a| a.report.results.as_str()).collect::<Vec<_>>(), ["bản một"]);
    assert_eq!(names(&gathering.missing), ["tc"]);
    let late: Vec<_> = gathering.late.iter().map(|a| a.report.results.as_str()).collect();
    assert_eq!(late, ["bản hai", "đến muộn"]);
}

#[test]
fn what_counts_is_what_it_was_made_of_whatever_came_or_went_before_the_sending() {
    let first = version("yt", 1, 1, "bản một");
    let made_of = gathered(std::slice::from_ref(&first)).counted();
    let mut compiled = Report {
        sealed: Some(Sealed { number: 3, version: 1, ..Sealed::asked("minh", None) }),
        ..sent("s1/IV.7.b", 2026, "ubnd", "2026-11-10T08:00:00+07:00")
    };
    compiled.enclosed.compiled_of.clone_from(&made_of);
    // One was given back, and another came, between the compiling and the sending.
    let other = version("tc", 2, 1, "đến sau khi lập");
    let returned = |report: &Report| Report { state: ReportState::Returned, ..report.clone() };
    let mut catalog = with_reports(&[&first, &other, &compiled], &[&returned(&first), &other, &compiled]);
    let texts = |arrived: &[Arrived]| arrived.iter().map(|a| a.report.results.clone()).collect::<Vec<_>>();
    let closed = gather(&catalog, &Calendar::default(), &key()).unwrap();
    assert_eq!((texts(&closed.arrived), names(&closed.missing)), (vec!["bản một".to_owned()], vec!["tc"]));
    assert_eq!(texts(&closed.late), ["đến sau khi lập"]);
    // Open again, what stands counts, and the change is known.
    catalog.file(returned(&compiled));
    let open = gather(&catalog, &Calendar::default(), &key()).unwrap();
    assert_eq!((texts(&open.arrived), open.since(&made_of)), (vec!["đến sau khi lập".to_owned()], (1, 1)));
    let paper = gather_made_of(&catalog, &Calendar::default(), &compiled).unwrap();
    assert_eq!(texts(&paper.arrived), ["bản một"]);
}

#[test]
fn the_figure_of_the_province_is_never_a_mean_of_shares() {
    let with = |agency: &str, number, figures: Vec<ReportedFigure>| {
        let mut report = version(agency, number, 1, "x");
        report.enclosed.figures = figures;
        report
    };
    let table = |one: Vec<ReportedFigure>, other: Vec<ReportedFigure>| {
        provincial_figures(&compiling(), &gathered(&[with("yt", 1, one), with("tc", 2, other)]))
    };
    let both = table(
        vec![figure("II.1", Some(1.0), Some(2.0), None)],
        vec![figure("II.1", Some(1.0), Some(8.0), None)],
    );
    assert_eq!((both[0].numerator, both[0].denominator, both[0].value), (Some(2.0), Some(10.0), Some(20.0)));

    let share =
        table(vec![figure("II.1", Some(1.0), Some(2.0), None)], vec![figure("II.1", None, None, Some(90.0))]);
    assert_eq!((share[0].value, names(&share[0].not_added)), (Some(50.0), vec!["tc"]));

    let shares =
        table(vec![figure("II.1", None, None, Some(10.0))], vec![figure("II.1", None, None, Some(90.0))]);
    assert_eq!((shares[0].value, shares[0].not_added.len()), (None, 2), "two shares cannot be added");

    let counts =
        table(vec![figure("II.2", None, None, Some(3.0))], vec![figure("II.2", None, None, Some(4.0))]);
    assert_eq!(counts[0].value, Some(7.0));
    let alone = table(vec![figure("II.1", None, None, Some(12.5))], vec![]);
    assert_eq!((alone[0].value, names(&alone[0].without)), (Some(12.5), vec!["tc"]));
    assert!(table(vec![], vec![]).is_empty());
}

#[test]
fn everything_is_taken_until_somebody_chooses() {
    let paragraphs = gathered(&[version("yt", 1, 1, "một\nhai"), version("tc", 2, 1, "ba")]).paragraphs();
    let mut choice = Compilation::new(key());
    let texts = |choice: &Compilation| {
        choice.composed(Section::Results, &paragraphs).into_iter().map(|c| c.text).collect::<Vec<_>>()
    };
    assert_eq!(texts(&choice), ["một", "hai", "ba"]);
    choice.toggle(&paragraphs[1].source);
    assert_eq!(texts(&choice), ["một", "ba"]);
    choice.rewrite(&paragraphs[0].source, "MỘT".into());
    choice.join(&paragraphs[0], &paragraphs[2]);
    assert_eq!(texts(&choice), ["MỘT ba"]);
    let composed = &choice.composed(Section::Results, &paragraphs)[0];
    assert_eq!(
        names(&composed.sources.iter().map(|s| s.report.agency.clone()).collect::<Vec<_>>()),
        ["yt", "tc"]
    );
    assert_eq!(choice.fate(&paragraphs[2].source), Fate::Joined(0));
    choice.toggle(&paragraphs[2].source);
    assert_eq!(texts(&choice), ["MỘT ba", "ba"], "it stands for itself again; what was written stays");
    choice.toggle(&paragraphs[0].source);
    assert_eq!(texts(&choice), ["một", "ba"]);
    let all: Vec<Source> = paragraphs.iter().map(|p| p.source.clone()).collect();
    choice.take_all(&all, false);
    assert!(texts(&choice).is_empty());
    choice.take_all(&all, true);
    assert_eq!(texts(&choice), ["một", "hai", "ba"]);
}

#[test]
fn a_paragraph_is_never_in_two_pieces_and_none_is_lost() {
    let paragraphs =
        gathered(&[version("yt", 1, 1, "một\nhai\nbốn"), version("tc", 2, 1, "ba")]).paragraphs();
    let mut choice = Compilation::new(key());
    choice.join(&paragraphs[0], &paragraphs[1]);
    choice.join(&paragraphs[2], &paragraphs[1]);
    choice.join(&paragraphs[2], &paragraphs[0]);
    let composed = choice.composed(Section::Results, &paragraphs);
    let mut sources: Vec<_> = composed.iter().flat_map(|c| &c.sources).collect();
    let count = sources.len();
    sources.sort();
    sources.dedup();
    assert_eq!((count, sources.len()), (4, 4), "{composed:#?}");
}

#[test]
fn near_copies_of_one_obstacle_are_found() {
    let one = "Chưa có công chức phụ trách khoa học và công nghệ ở xã.";
    let other = "Xã chưa có công chức phụ trách khoa học, công nghệ.";
    let alike = |one: &str, other: &str| Gist::of(one).is_like(&Gist::of(other));
    assert!(alike(one, other));
    assert!(!alike(one, "Thiếu kinh phí đánh giá ngoài cho các trường nghề."));
    assert!(alike("Không có.", "không có") && !alike("Không có.", "Có."));
    assert!(!alike("", ""));
}

#[test]
fn what_was_joined_to_a_report_that_was_given_back_stands_for_itself_again() {
    let both = gathered(&[version("yt", 1, 1, "một"), version("tc", 2, 1, "ba")]).paragraphs();
    let mut choice = Compilation::new(key());
    choice.join(&both[0], &both[1]);
    let left: Vec<_> = both.iter().filter(|p| p.agency().as_str() == "tc").cloned().collect();
    let kept = choice.take_stale(&left);
    let texts: Vec<_> = choice.composed(Section::Results, &left).into_iter().map(|c| c.text).collect();
    assert_eq!((texts, kept.len()), (vec!["ba".to_owned()], 1));
}

#[test]
fn a_piece_of_an_older_version_is_told() {
    let mut choice = Compilation::new(key());
    let old = gathered(&[version("yt", 1, 1, "một")]).paragraphs();
    choice.rewrite(&old[0].source, "viết lại".into());
    let new = gathered(&[version("yt", 2, 2, "hai")]).paragraphs();
    assert_eq!(choice.clone().take_stale(&old), []);
    assert_eq!(choice.take_stale(&new).len(), 1);
}
