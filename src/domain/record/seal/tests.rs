use super::*;
use crate::domain::record::ReportedFigure;
use crate::domain::terms::Terms;
use crate::domain::testing::{day, sent};

fn version() -> Report {
    let mut report = sent("s1/IV.7.a", 2026, "nv", "2026-10-20T08:00:00+07:00");
    report.enclosed.figures.push(ReportedFigure {
        target: crate::domain::ids::ItemId::new("s1/II.1"),
        as_of: day("2026-09-30"),
        value: None,
        numerator: Some(7.0),
        denominator: Some(20.0),
        quality: crate::domain::record::Quality::Final,
    });
    report
}

fn terms(phrase: &str) -> Terms {
    let [obligation, clause, plan, plan_short, agency, recipient] =
        ["Báo cáo năm", "IV.7.a", "Kế hoạch", "KH", "Sở Y tế", "Sở Nội vụ"].map(str::to_owned);
    let due_phrase = Some((phrase.to_owned(), clause.clone()));
    let (plan_issued, is_draft, via, due_last) = (None, false, None, None);
    Terms {
        obligation,
        clause,
        plan,
        plan_short,
        plan_issued,
        is_draft,
        agency,
        recipient,
        via,
        due_last,
        due_phrase,
    }
}

#[test]
fn a_seal_covers_every_word_figure_person_and_the_seal_before() {
    let sealed = Sealed { number: 2, version: 1, previous: "a".into(), ..Sealed::asked("minh", None) };
    let good = seal(&version(), &sealed);
    assert_eq!(good.len(), 64);
    assert_eq!(good, seal(&version(), &sealed), "the same twice");
    let mut changed: Vec<String> = Vec::new();
    let texts: [fn(&mut Report); 6] = [
        |r| r.results.push('.'),
        |r| r.evidence.push('x'),
        |r| r.enclosed.figures[0].numerator = Some(8.0),
        |r| r.enclosed.figures.clear(),
        |r| r.author = Some("lan".into()),
        |r| r.sent_at = None,
    ];
    for change in texts {
        let mut report = version();
        change(&mut report);
        changed.push(seal(&report, &sealed));
    }
    changed.push(seal(&version(), &Sealed { previous: "b".into(), ..sealed.clone() }));
    changed.push(seal(&version(), &Sealed { approved_by: "hoa".into(), ..sealed.clone() }));
    for text in ["trước ngày 30/10", "trước ngày 31/10"] {
        let terms = Some(std::sync::Arc::new(terms(text)));
        changed.push(seal(&version(), &Sealed { terms, ..sealed.clone() }));
    }
    changed.push(seal(&version(), &Sealed { number: 3, ..sealed }));
    changed.push(good);
    let all = changed.len();
    changed.sort();
    changed.dedup();
    assert_eq!(changed.len(), all);
}

#[test]
fn a_letter_moved_from_one_part_to_the_next_is_another_text() {
    let with = |results: &str, obstacles: &str| {
        let (results, obstacles) = (results.to_owned(), obstacles.to_owned());
        content_hash(&Report { results, obstacles, ..version() })
    };
    assert_ne!(with("ab", "c"), with("a", "bc"));
}
