use super::*;

#[test]
fn the_unit_gives_the_scale() {
    for (unit, scale) in [
        ("%", 100.0),
        ("bác sĩ/10.000 dân", 10_000.0),
        ("người/1 vạn dân", 10_000.0),
        ("người/vạn dân", 10_000.0),
        ("giường/1.000 dân", 1000.0),
        ("chuyên gia", 1.0),
        ("người/năm", 1.0),
        ("", 1.0),
    ] {
        assert_eq!(scale_of(unit), scale, "{unit}");
    }
    let rate = Target { unit: "người/1 vạn dân".to_owned(), ..target(Comparator::AtLeast, 6.4, 2030) };
    let evaluation = eval(&rate, &[counted(512.0, 800_000.0, today())]);
    assert_near(evaluation.actual.map(|actual| actual.value), 6.4, "rate");
    assert_eq!(evaluation.verdict, Verdict::Met);
}

#[test]
fn the_latest_then_firmest_then_last_saved_counts() {
    let (old, new) = (day(2025, 12, 31), day(2026, 6, 30));
    let of = |value, as_of, quality| Observation { quality, ..seen(value, as_of) };
    let by_day = [of(1.0, old, Quality::Final), of(2.0, new, Quality::Estimate)];
    assert_eq!(current(&by_day), Some(2.0));
    let by_quality =
        [of(1.0, new, Quality::Provisional), of(2.0, new, Quality::Final), of(3.0, new, Quality::Estimate)];
    assert_eq!(current(&by_quality), Some(2.0));
    let saved = |value, at: &str| {
        let at: DateTime<FixedOffset> = at.parse().unwrap();
        let mut one = seen(value, new);
        one.stamp.at = Some(at);
        one
    };
    let by_save = [saved(1.0, "2026-07-02T08:00:00+07:00"), saved(2.0, "2026-07-01T08:00:00+07:00")];
    assert_eq!(current(&by_save), Some(1.0));
    let empty = Observation { value: None, ..seen(0.0, today()) };
    assert_eq!(current(&[seen(5.0, old), empty]), Some(5.0));
    assert_eq!(current(&[]), None);
}

fn current(observations: &[Observation]) -> Option<f64> {
    let observations: Vec<_> = observations.iter().collect();
    current_observation(&observations).and_then(|one| one.value)
}

#[test]
fn a_province_adds_before_it_divides() {
    assert_eq!(aggregate_ratio(&[(1.0, 2.0), (1.0, 8.0)]), Some(0.2));
    assert_eq!(aggregate_ratio(&[]), None);
    assert_eq!(aggregate_ratio(&[(1.0, 0.0)]), None);
}

fn ccvc(printed: f64) -> Target {
    let ratio = Baseline { numerator: Some(12_239.0), denominator: Some(12_533.0), ..baseline(printed) };
    Target { baseline: Some(ratio), ..from(printed, 100.0) }
}

#[test]
fn a_printed_value_is_its_ratio_to_the_decimals_printed() {
    for printed in [97.65, 97.7, 98.0, 97.654] {
        assert_eq!(quality_flags(&ccvc(printed), None, None), [], "{printed}");
    }
    for printed in [97.66, 97.6, 97.0] {
        let flags = quality_flags(&ccvc(printed), None, None);
        assert!(matches!(flags[..], [QualityFlag::BaselineDiffers { .. }]), "{printed}: {flags:?}");
    }
}

#[test]
fn an_entered_figure_is_checked_too() {
    let line = from(18.0, 80.0);
    let both = Observation { value: Some(35.0), ..counted(7.0, 20.0, today()) };
    assert_eq!(quality_flags(&line, None, Some(&both)), []);
    let wrong = Observation { value: Some(36.0), ..both };
    let differs = QualityFlag::FigureDiffers { printed: 36.0, computed: 35.0 };
    assert_eq!(quality_flags(&line, None, Some(&wrong)), [differs]);
    let above = QualityFlag::NumeratorAboveDenominator { numerator: 21.0, denominator: 20.0 };
    assert_eq!(quality_flags(&line, None, Some(&counted(21.0, 20.0, today()))), [above]);
}

#[test]
fn a_part_above_its_whole_asks_for_denominators() {
    let whole = from(72.0, 80.0);
    let part = Target { parent: Some(whole.id.clone()), ..from(53.0, 90.0) };
    let above = QualityFlag::ChildAboveParent { child: 90.0, parent: 80.0 };
    assert_eq!(quality_flags(&part, Some(&whole), None), [above]);
    let small = Target { parent: Some(whole.id.clone()), ..from(51.5, 55.0) };
    assert_eq!(quality_flags(&small, Some(&whole), None), []);
    let stranger = Target { parent: None, ..from(53.0, 90.0) };
    assert_eq!(quality_flags(&stranger, Some(&whole), None), []);
}

fn by(agency: &str, one: Observation) -> Observation {
    Observation { agency: AgencyId::new(agency), ..one }
}

fn whose(target: &Target, observations: &[Observation], desks: &[&str]) -> (f64, Whose) {
    let observations: Vec<_> = observations.iter().collect();
    let desks: Vec<_> = desks.iter().map(|desk| AgencyId::new(*desk)).collect();
    let found = evaluate(target, &observations, &desks, Some(issue()), today(), Tolerance::default());
    (found.actual.unwrap().value, found.whose.unwrap())
}

#[test]
fn the_figure_of_one_agency_is_not_that_of_the_whole_unless_it_answers_alone() {
    let target = target(Comparator::AtLeast, 100.0, 2030);
    let yt = AgencyId::new("yt");
    let half = [by("yt", counted(1.0, 2.0, today()))];
    assert_eq!(whose(&target, &half, &[]), (50.0, Whose::One(yt.clone())));
    assert_eq!(whose(&target, &half, &["yt"]), (50.0, Whose::Whole(yt.clone())));
    let answers = Target { responsible: vec![yt.clone()], ..target.clone() };
    assert_eq!(whose(&answers, &half, &[]).1, Whose::Whole(yt.clone()));
    let several = Target { responsible: vec![yt.clone(), AgencyId::new("nv")], ..target };
    assert_eq!(whose(&several, &half, &[]).1, Whose::One(yt));
}

#[test]
fn figures_of_several_agencies_are_added_and_what_cannot_be_is_named() {
    let target = target(Comparator::AtLeast, 100.0, 2030);
    let id = |name: &str| AgencyId::new(name);
    let mut given = vec![
        by("yt", counted(1.0, 2.0, day(2026, 6, 30))),
        by("nv", counted(30.0, 98.0, today())),
        // Of an older state of things, and of a day that has a later one.
        by("gd", counted(900.0, 900.0, day(2025, 12, 31))),
        by("yt", counted(2.0, 2.0, day(2026, 3, 31))),
    ];
    let sum = |not_added: &[&str]| Whose::Sum {
        of: vec![id("nv"), id("yt")],
        not_added: not_added.iter().map(|name| id(name)).collect(),
    };
    assert_eq!(whose(&target, &given, &[]), (31.0, sum(&[])));
    given.push(by("tp", seen(90.0, today())));
    assert_eq!(whose(&target, &given, &[]), (31.0, sum(&["tp"])));
    // A desk that gathers the reports has the figure of the whole.
    given.push(by("desk", counted(40.0, 100.0, day(2026, 2, 1))));
    assert_eq!(whose(&target, &given, &["desk"]), (40.0, Whose::Whole(id("desk"))));
    // Of shares alone there is no sum: the latest one stands, and stands for itself.
    let shares = [by("yt", seen(10.0, day(2026, 6, 30))), by("nv", seen(20.0, today()))];
    assert_eq!(whose(&target, &shares, &[]), (20.0, Whose::One(id("nv"))));
}
