use super::*;

#[test]
fn the_share_of_the_expected_way_decides() {
    // Half of the time: 50 of 100 expected.
    let half = day(2028, 12, 31);
    let mut line = from(0.0, 100.0);
    line.baseline = Some(Baseline { as_of: Some(day(2026, 12, 31)), ..baseline(0.0) });
    let expected = eval_on(&line, &[], half).expected_today.unwrap();
    for (share, verdict) in [
        (1.10, Verdict::Ahead),
        (1.09, Verdict::OnTrack),
        (0.95, Verdict::OnTrack),
        (0.94, Verdict::SlightlyBehind),
        (0.80, Verdict::SlightlyBehind),
        (0.79, Verdict::Behind),
        (-0.5, Verdict::Behind),
    ] {
        assert_eq!(eval_on(&line, &[seen(expected * share, half)], half).verdict, verdict, "{share}");
    }
    assert_eq!(eval_on(&line, &[seen(100.0, half)], half).verdict, Verdict::Met);
}

#[test]
fn the_figures_of_the_screen() {
    assert_eq!(verdict(&from(97.65, 100.0), 98.90), Verdict::Ahead);
    assert_eq!(verdict(&from(66.0, 100.0), 66.0), Verdict::Behind);
    assert_eq!(verdict(&from(51.5, 55.0), 52.60), Verdict::SlightlyBehind);
    assert_eq!(verdict(&from(53.0, 90.0), 58.0), Verdict::Behind);
    assert_eq!(verdict(&target(Comparator::Reach, 50.0, 2030), 33.33), Verdict::NoBaseline);
}

#[test]
fn without_baseline_only_a_reached_value_is_green() {
    let bare = target(Comparator::AtLeast, 50.0, 2030);
    assert_eq!(verdict(&bare, 49.9), Verdict::NoBaseline);
    assert_eq!(verdict(&bare, 50.0), Verdict::Met);
    assert_eq!(eval(&bare, &[]).verdict, Verdict::NoFigure);
    assert_eq!(verdict(&Target { year: None, ..from(10.0, 50.0) }, 20.0), Verdict::NoYear);
}

#[test]
fn about_has_a_tolerance_and_range_has_two_ends() {
    let about = Target { comparator: Comparator::About, ..from(70.0, 90.0) };
    assert_eq!(verdict(&about, 85.5), Verdict::Met);
    assert_ne!(verdict(&about, 85.4), Verdict::Met);
    let range = Target { comparator: Comparator::Range, value_high: Some(30.0), ..from(10.0, 25.0) };
    assert_eq!(verdict(&range, 25.0), Verdict::Met);
    assert_eq!(verdict(&range, 30.0), Verdict::Met);
    assert_eq!(verdict(&range, 30.1), Verdict::AboveRange);
    assert_eq!(verdict(&range, 11.0), Verdict::Behind);
}

#[test]
fn a_year_that_is_over_wants_its_closing_figure() {
    let line = from(18.0, 80.0);
    let after = day(2031, 1, 2);
    assert_eq!(eval_on(&line, &[seen(79.0, day(2030, 12, 30))], after).verdict, Verdict::NoClosingFigure);
    assert_eq!(eval_on(&line, &[seen(79.0, day(2030, 12, 31))], after).verdict, Verdict::Missed);
    assert_eq!(eval_on(&line, &[seen(80.0, day(2030, 12, 30))], after).verdict, Verdict::Met);
    assert_eq!(eval_on(&line, &[seen(79.0, day(2030, 12, 31))], after).forecast, None);
}

#[test]
fn a_floor_is_judged_every_year() {
    let floor = target(Comparator::MaintainFloor, 80.0, 2030);
    let of = |value: f64, year: i32| seen(value, day(year, 12, 31));
    let kept = eval(&floor, &[of(81.0, 2024), of(80.0, 2025)]);
    assert_eq!(kept.years, [(2024, Some(true)), (2025, Some(true))]);
    assert_eq!((kept.verdict, kept.expected_today), (Verdict::OnTrack, None));
    let gap = eval(&floor, &[of(81.0, 2025)]);
    assert_eq!(gap.years, [(2024, None), (2025, Some(true))]);
    assert_eq!(gap.verdict, Verdict::NoFigure);
    let broken = eval(&floor, &[of(79.0, 2024), of(90.0, 2025)]);
    assert_eq!((broken.years[0], broken.verdict), ((2024, Some(false)), Verdict::Behind));
    let running = [of(81.0, 2024), of(81.0, 2025), seen(70.0, today())];
    assert_eq!(eval(&floor, &running).verdict, Verdict::SlightlyBehind);
    let all: Vec<_> = (2024..=2030).map(|year| of(80.0, year)).collect();
    assert_eq!(eval_on(&floor, &all, day(2031, 1, 1)).verdict, Verdict::Met);
    assert_eq!(eval(&floor, &[]).verdict, Verdict::NoFigure);
}

#[test]
fn a_cohort_waits_for_its_time() {
    let cohort = target(Comparator::CohortRetention, 80.0, 2030);
    assert_eq!(verdict(&cohort, 95.0), Verdict::NotDueYet);
    assert_eq!(eval(&cohort, &[]).verdict, Verdict::NotDueYet);
    let after = day(2031, 1, 2);
    assert_eq!(eval_on(&cohort, &[], after).verdict, Verdict::NoFigure);
    assert_eq!(eval_on(&cohort, &[seen(80.0, after)], after).verdict, Verdict::Met);
    assert_eq!(eval_on(&cohort, &[seen(79.0, after)], after).verdict, Verdict::Missed);
    assert_eq!(eval(&Target { year: None, ..cohort }, &[]).verdict, Verdict::NotDueYet);
}

#[test]
fn lists_are_met_when_all_members_are_done() {
    let list = target(Comparator::SetCoverage, 100.0, 2030);
    let part = eval(&list, &[counted(13.0, 14.0, today())]);
    assert_eq!((part.verdict, part.progress), (Verdict::NoBaseline, Some(13.0 / 14.0)));
    assert_eq!(eval(&list, &[counted(14.0, 14.0, today())]).verdict, Verdict::Met);
    let each = Target { unit: "chuyên gia".to_owned(), ..target(Comparator::CountPer, 2.0, 2030) };
    assert_eq!(eval(&each, &[counted(4.0, 5.0, today())]).verdict, Verdict::NoBaseline);
    assert_eq!(eval(&each, &[counted(5.0, 5.0, today())]).verdict, Verdict::Met);
    assert_eq!(verdict(&each, 2.0), Verdict::Met);
}

#[test]
fn words_are_judged_in_words() {
    for comparator in [Comparator::Binary, Comparator::Rank, Comparator::Qualitative] {
        assert_eq!(verdict(&target(comparator, 1.0, 2030), 1.0), Verdict::InWords);
    }
    assert_eq!(verdict(&Target { value: None, ..from(1.0, 2.0) }, 5.0), Verdict::InWords);
}

fn comparators() -> impl Strategy<Value = Comparator> {
    prop::sample::select(vec![
        Comparator::AtLeast,
        Comparator::Reach,
        Comparator::About,
        Comparator::Range,
        Comparator::RaiseTo,
        Comparator::Toward,
        Comparator::MaintainFloor,
        Comparator::CohortRetention,
        Comparator::SetCoverage,
        Comparator::CountPer,
        Comparator::Binary,
        Comparator::Rank,
        Comparator::Qualitative,
    ])
}

proptest! {
    #[test]
    fn nothing_is_green_without_a_figure(
        comparator in comparators(),
        base in prop::option::of(0.0..100.0f64),
        value in prop::option::of(0.0..100.0f64),
        days in 0i64..4000,
    ) {
        let bare = target(comparator, 1.0, 2030);
        let aimed = Target { value, baseline: base.map(baseline), ..bare };
        let evaluation = eval_on(&aimed, &[], issue() + chrono::Duration::days(days));
        prop_assert!(!is_green(evaluation.verdict), "{:?}", evaluation.verdict);
    }

    #[test]
    fn a_higher_figure_is_never_judged_worse(
        base in 0.0..90.0f64, value in 0.0..100.0f64, low in 0.0..100.0f64, more in 0.0..20.0f64, days in 0i64..2400,
    ) {
        let rank = |figure: f64, on: NaiveDate| match eval_on(&from(base, value), &[seen(figure, on)], on).verdict {
            Verdict::Behind | Verdict::Missed => 0,
            Verdict::SlightlyBehind => 1,
            Verdict::OnTrack => 2,
            Verdict::Ahead => 3,
            Verdict::Met => 4,
            other => panic!("{other:?}"),
        };
        let on = issue() + chrono::Duration::days(days);
        prop_assert!(rank(low, on) <= rank(low + more, on));
    }
}
