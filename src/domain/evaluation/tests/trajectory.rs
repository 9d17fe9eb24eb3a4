use super::*;

#[test]
fn the_nine_targets_of_kien_giang() {
    for (name, base, value, expected, pace) in [
        ("CCVC", 97.65, 100.0, 98.53, 0.36),
        ("GV", 97.39, 100.0, 98.36, 0.40),
        ("CĐ", 66.0, 100.0, 78.66, 5.19),
        ("CT trọng điểm", 18.0, 80.0, 41.09, 9.47),
        ("chuẩn đầu ra", 49.0, 100.0, 68.00, 7.79),
        ("LĐ qua ĐT", 72.0, 80.0, 74.98, 1.22),
        ("bằng cấp", 51.5, 55.0, 52.80, 0.53),
        ("CNTT", 53.0, 90.0, 66.78, 5.65),
        ("CBQL", 70.0, 90.0, 77.45, 3.05),
    ] {
        let evaluation = eval(&from(base, value), &[]);
        assert_near(evaluation.expected_today, expected, name);
        assert_near(evaluation.planned_per_year, pace, name);
        assert_near(evaluation.time_share.map(|share| share * 100.0), 37.25, name);
        assert_eq!(evaluation.verdict, Verdict::NoFigure);
    }
}

#[test]
fn an_older_figure_is_compared_at_its_own_day() {
    let evaluation = eval(&from(18.0, 80.0), &[counted(7.0, 20.0, day(2026, 9, 30))]);
    assert_near(evaluation.actual.map(|actual| actual.value), 35.0, "actual");
    assert_near(evaluation.expected_at_actual, 39.75, "expected then");
    assert_near(evaluation.expected_today, 41.09, "expected today");
    assert_near(evaluation.gap, -4.75, "gap");
    assert_near(evaluation.pace_per_year, 7.40, "pace");
    assert_near(evaluation.needed_per_year, 10.58, "needed");
    assert_near(evaluation.forecast, 66.47, "forecast");
    assert_near(evaluation.progress, 17.0 / 62.0, "progress");
    assert_eq!(evaluation.verdict, Verdict::Behind);
}

#[test]
fn the_baseline_counts_from_its_own_day() {
    let mut late = from(18.0, 80.0);
    late.baseline = Some(Baseline { as_of: Some(day(2025, 12, 31)), ..baseline(18.0) });
    assert_near(eval_on(&late, &[], day(2025, 12, 31)).expected_today, 18.0, "first day");
    assert_near(eval_on(&late, &[], day(2025, 1, 1)).expected_today, 18.0, "before");
    assert_near(eval_on(&late, &[], day(2030, 12, 31)).expected_today, 80.0, "last day");
    assert_near(eval_on(&late, &[], day(2033, 1, 1)).expected_today, 80.0, "after");
    let nowhere = evaluate(&from(18.0, 80.0), &[], &[], None, today(), Tolerance::default());
    assert_eq!((nowhere.expected_today, nowhere.time_share), (None, None));
}

fn by_steps() -> Target {
    let steps = [(2025, 30.0), (2027, 60.0), (2030, 100.0)];
    Target { milestones: steps.map(|(year, value)| Milestone { year, value }).to_vec(), ..from(10.0, 100.0) }
}

#[test]
fn milestones_bend_the_line() {
    for (on, expected) in [
        (issue(), 10.0),
        (day(2025, 12, 31), 30.0),
        (day(2026, 12, 31), 45.0),
        (day(2027, 12, 31), 60.0),
        (day(2030, 12, 31), 100.0),
    ] {
        assert_near(eval_on(&by_steps(), &[], on).expected_today, expected, &on.to_string());
    }
    let on = day(2027, 12, 31);
    assert_eq!(eval_on(&by_steps(), &[seen(60.0, on)], on).verdict, Verdict::OnTrack);
    assert_eq!(eval_on(&by_steps(), &[seen(50.0, on)], on).verdict, Verdict::SlightlyBehind);
}

#[test]
fn milestones_alone_judge_from_the_first_on() {
    let alone = Target { baseline: None, ..by_steps() };
    let early = eval_on(&alone, &[seen(50.0, day(2025, 6, 30))], day(2025, 6, 30));
    assert_eq!((early.verdict, early.expected_today), (Verdict::NoBaseline, None));
    let later = eval_on(&alone, &[seen(60.0, day(2027, 12, 31))], day(2028, 1, 5));
    assert_eq!((later.verdict, later.expected_at_actual), (Verdict::OnTrack, Some(60.0)));
    assert_eq!(later.pace_per_year, None);
}

#[test]
fn what_was_reached_from_the_start_is_to_be_kept() {
    let high = from(95.0, 90.0);
    assert_eq!(verdict(&high, 92.0), Verdict::Met);
    assert_eq!(verdict(&high, 87.0), Verdict::OnTrack);
    assert_eq!(verdict(&high, 75.0), Verdict::SlightlyBehind);
    assert_eq!(eval(&high, &[seen(87.0, today())]).progress, None);
}
