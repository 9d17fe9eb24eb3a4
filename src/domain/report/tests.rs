use super::*;
use crate::domain::ids::{AgencyId, PlanId};
use crate::domain::record::ReportKey;
use crate::domain::schedule::Period;
use crate::domain::testing::{day, obligation, plan};

fn asked(content: &[ContentItem]) -> ReportingObligation {
    let plan = plan("p", "2024-07-16");
    let asked = obligation(&plan, "IV.7.a", "trước ngày 30/10 hằng năm", &["syt"], "snv");
    ReportingObligation { content: content.to_vec(), ..asked }
}

fn report(texts: [&str; 3]) -> Report {
    let key = ReportKey {
        obligation: ItemId::within(&PlanId::new("p"), "IV.7.a"),
        period: Period::Year(2026),
        agency: AgencyId::new("syt"),
    };
    let [results, obstacles, proposals] = texts.map(str::to_owned);
    Report { results, obstacles, proposals, ..Report::blank(&key) }
}

fn typed(clause: &str, numerator: Option<f64>, denominator: Option<f64>, none: bool) -> TypedFigure {
    let target = ItemId::within(&PlanId::new("p"), clause);
    TypedFigure { target, numerator: Ok(numerator), denominator: Ok(denominator), none }
}

fn found(content: &[ContentItem], texts: [&str; 3], beside: &Beside) -> Vec<Finding> {
    check(&asked(content), &report(texts), beside, day("2026-12-15"))
}

#[test]
fn only_what_the_clause_asks_for_blocks() {
    use ContentItem::{Figures, Obstacles, Proposals, Results};
    let nothing = found(&[Results], ["", "", ""], &Beside::default());
    let parts = [Finding::MissingPart(Results), Finding::EmptyPart(Obstacles), Finding::EmptyPart(Proposals)];
    assert_eq!(nothing, parts);
    let beside = Beside { typed: vec![typed("a", None, None, false); 2], ..Beside::default() };
    let full = ["x", "x", "x"];
    assert_eq!(found(&[Results], full, &beside), [Finding::EmptyFigures(2)]);
    assert_eq!(found(&[Results, Figures], full, &beside), [Finding::MissingFigures(2)]);
    assert!(Finding::MissingFigures(2).blocks() && !Finding::EmptyFigures(2).blocks());
}

#[test]
fn no_figure_and_nought_are_answers_and_an_empty_row_is_none() {
    let answered = vec![typed("a", None, None, true), typed("b", Some(0.0), None, false)];
    let beside = Beside { typed: answered, ..Beside::default() };
    assert_eq!(found(&[ContentItem::Figures], ["x", "x", "x"], &beside), []);
}

#[test]
fn what_may_be_wrong_stands_before_what_is_empty() {
    let beside = Beside {
        typed: vec![typed("a", Some(50.0), Some(40.0), false), typed("b", None, None, false)],
        same: vec![(ContentItem::Results, 90), (ContentItem::Obstacles, 89)],
        ..Beside::default()
    };
    let said = check(&asked(&[]), &report(["x", "x", ""]), &beside, day("2026-12-14"));
    let target = ItemId::within(&PlanId::new("p"), "a");
    let wanted = [
        Finding::NumeratorAboveDenominator(target),
        Finding::MuchTheSame(ContentItem::Results, 90),
        Finding::EmptyPart(ContentItem::Proposals),
        Finding::EmptyFigures(1),
        Finding::PeriodStillOpen { from: day("2025-12-15"), to: day("2026-12-14") },
    ];
    assert_eq!(said, wanted);
}
