use super::*;
use crate::domain::ids::{AgencyId, PlanId};
use crate::domain::schedule::Period;
use crate::domain::testing::day;

fn given(value: f64, before: f64, share: bool) -> Given {
    let target = ItemId::within(&PlanId::new("p"), "II.1");
    Given { target, value, as_of: day("2026-10-31"), before: Some(before), share }
}

#[test]
fn a_jump_is_more_than_twenty_points_of_a_share_or_half_of_anything_else() {
    for (value, before, share, jumps) in [
        (52.0, 30.0, true, true),
        (50.0, 30.0, true, false),
        (9.0, 30.0, true, true),
        (151.0, 100.0, false, true),
        (150.0, 100.0, false, false),
        (49.0, 100.0, false, true),
        (3.0, 0.0, false, true),
        (0.0, 0.0, false, false),
    ] {
        let found = against_before(&given(value, before, share));
        assert_eq!(matches!(found, Some(Finding::Jump { .. })), jumps, "{value} {before} {share} {found:?}");
        assert_eq!(found.is_some(), jumps);
    }
    assert_eq!(against_before(&Given { before: None, ..given(99.0, 0.0, true) }), None);
}

#[test]
fn a_slipped_unit_is_said_instead_of_a_jump() {
    for (value, before, slip) in [
        (1_210_000.0, 1_204.0, Some(1000)),
        (1.2, 1_204.0, Some(1000)),
        (0.3232, 30.1, Some(100)),
        (3010.0, 30.1, Some(100)),
        (0.0, 30.1, None),
        (301.0, 30.1, None),
    ] {
        let found = match against_before(&given(value, before, false)) {
            Some(Finding::UnitSlip { factor, .. }) => Some(factor),
            _ => None,
        };
        assert_eq!(found, slip, "{value} {before}");
    }
}

#[test]
fn another_figure_for_another_desk_is_found_and_the_same_one_is_not() {
    let mine = given(18.0, 18.0, false);
    let told = |value| Told {
        target: mine.target.clone(),
        report: ReportKey {
            obligation: ItemId::within(&PlanId::new("q"), "V.8"),
            period: Period::Year(2026),
            agency: AgencyId::new("syt"),
        },
        value,
        as_of: day("2026-10-15"),
    };
    let elsewhere = Told { target: ItemId::within(&PlanId::new("p"), "II.2"), ..told(7.0) };
    let found = told_otherwise(&mine, &[told(21.0), told(18.001), elsewhere]);
    assert_eq!(found, [Finding::ToldOtherwise { told: told(21.0), now: 18.0, as_of: mine.as_of }]);
}
