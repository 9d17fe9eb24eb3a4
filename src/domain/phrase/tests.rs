use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::schedule::{Bound, Condition, Period};
use crate::domain::testing::{any_rule, day};

mod cycles;

fn rule(phrase: &str) -> Rule {
    parse_phrase(phrase).unwrap_or_else(|error| panic!("{error}"))
}

fn reason(phrase: &str) -> PhraseReason {
    parse_phrase(phrase).unwrap_err().reason
}

fn annual(day: u32, month: u32, bound: Bound) -> Rule {
    Rule::Annual { day, month, bound, from_year: None }
}

fn continuous(yearly: bool, from: Option<NaiveDate>, phases: bool, on_event: bool) -> Rule {
    Rule::Continuous { yearly, from, phases, on_event }
}

#[test]
fn annual_days_of_the_plans() {
    for (phrase, day, month) in [
        ("trước ngày  30/10  hằng năm", 30, 10),
        ("trước ngày  15/11  hằng năm", 15, 11),
        ("Định kỳ hàng năm (trước ngày 05/12)", 5, 12),
        ("định kỳ hằng năm (trước ngày 10/12)", 10, 12),
        ("(trước ngày 10/12)", 10, 12),
        ("trước ngày 30/11 hằng năm", 30, 11),
        ("trước ngày 15/12 hằng năm", 15, 12),
        ("Trước 15/12 hàng năm.", 15, 12),
        ("trước ngày\u{a0}30/10\thằng nằm", 30, 10),
        ("trước ngày 30 tháng 10 hằng năm", 30, 10),
        ("TRƯỚC NGÀY 30/10 HẰNG NĂM", 30, 10),
    ] {
        assert_eq!(rule(phrase), annual(day, month, Bound::Before), "{phrase}");
    }
}

#[test]
fn a_decomposed_phrase_reads_like_a_composed_one() {
    use unicode_normalization::UnicodeNormalization;
    let decomposed: String = "trước ngày 30/10 hằng năm".nfd().collect();
    assert_eq!(rule(&decomposed), annual(30, 10, Bound::Before));
}

#[test]
fn the_other_bounds_include_the_day() {
    for phrase in [
        "chậm nhất ngày 30/10 hằng năm",
        "chậm nhất là ngày 30/10 hằng năm",
        "đến ngày 30/10 hằng năm",
        "không quá ngày 30/10 hàng năm",
    ] {
        assert_eq!(rule(phrase), annual(30, 10, Bound::By), "{phrase}");
    }
    let from = Rule::Annual { day: 30, month: 10, bound: Bound::Before, from_year: Some(2025) };
    assert_eq!(rule("trước ngày 30/10 hằng năm, bắt đầu từ năm 2025"), from);
}

#[test]
fn single_days() {
    let once = |bound| Rule::Once { date: day("2026-11-15"), bound };
    assert_eq!(rule("trước ngày 15/11/2026"), once(Bound::Before));
    assert_eq!(rule("hoàn thành trước ngày 15/11/2026"), once(Bound::Before));
    assert_eq!(rule("chậm nhất ngày 15/11/2026"), once(Bound::By));
    assert_eq!(rule("đến hết ngày 15 tháng 11 năm 2026"), once(Bound::By));
}

#[test]
fn ends_of_periods() {
    let end = |period| Rule::PeriodEnd { period };
    assert_eq!(rule("Đến hết Quý I/2024"), end(Period::Quarter(2024, 1)));
    assert_eq!(rule("trong quý II/2026"), end(Period::Quarter(2026, 2)));
    assert_eq!(rule("Trong Quý 3 năm 2026"), end(Period::Quarter(2026, 3)));
    assert_eq!(rule("Quý II/2026"), end(Period::Quarter(2026, 2)));
    assert_eq!(rule("đến hết năm 2025"), end(Period::Year(2025)));
    assert_eq!(rule("hết tháng 7/2025"), end(Period::Month(2025, 7)));
    assert_eq!(rule("trong tháng 12 năm 2026"), end(Period::Month(2026, 12)));
}

#[test]
fn every_year_and_every_few_years() {
    let yearly = |from_year| Rule::Yearly { from_year };
    for phrase in ["Hằng năm", "hằng nằm", "định kỳ hàng năm báo cáo", "Định kỳ hằng năm", "mỗi năm một lần"]
    {
        assert_eq!(rule(phrase), yearly(None), "{phrase}");
    }
    assert_eq!(rule("Hằng năm, bắt đầu từ năm 2025"), yearly(Some(2025)));
    assert_eq!(rule("01 năm/lần"), yearly(None));
    for phrase in ["02 năm/lần", "(02) năm một lần", "định kỳ 2 năm/lần"] {
        assert_eq!(rule(phrase), Rule::EveryYears { years: 2, anchor: None }, "{phrase}");
    }
}

#[test]
fn continuous_phrases() {
    let from = Some(day("2024-07-01"));
    assert_eq!(
        rule("thực hiện thường xuyên hằng năm, bắt đầu từ Quý III năm 2024"),
        continuous(true, from, false, false)
    );
    assert_eq!(
        rule("Thực hiện thường xuyên hằng năm và theo giai đoạn"),
        continuous(true, None, true, false)
    );
    for phrase in [
        "Thường xuyên hằng năm hoặc khi có phát sinh nhiệm vụ",
        "Thời gian thực hiện: Thường xuyên hằng năm hoặc khi có phát sinh nhiệm vụ.",
    ] {
        assert_eq!(rule(phrase), continuous(true, None, false, true), "{phrase}");
    }
    assert_eq!(rule("Thường xuyên"), continuous(false, None, false, false));
    assert_eq!(rule("định kỳ hoặc đột xuất kiểm tra, giám sát"), continuous(false, None, false, true));
}

#[test]
fn phases_and_spans() {
    let phases = Rule::Phases { years: 5, yearly: true, until: Some(2030), vision: Some(2045) };
    for phrase in [
        "từng giai đoạn 05 năm và có kế hoạch cụ thể của từng năm, bắt đầu từ nay đến năm 2030 và tầm nhìn 2045",
        "từng giai đoạn 05 năm và … từng năm, bắt đầu từ nay đến năm 2030 và tầm nhìn 2045",
    ] {
        assert_eq!(rule(phrase), phases, "{phrase}");
    }
    let span = |open_end| Rule::Span { from_year: 2023, to_year: 2027, open_end };
    assert_eq!(rule("giai đoạn 2023 - 2027 và những năm tiếp theo"), span(true));
    assert_eq!(rule("giai đoạn 2023–2027"), span(false));
}

#[test]
fn conditions_wait_for_something() {
    for (phrase, condition) in [
        ("thực hiện theo hướng dẫn của Ban Tổ chức Tỉnh ủy", Condition::OnGuidance),
        ("Sau khi có hướng dẫn của Trung ương", Condition::OnGuidance),
        ("Theo nhiệm vụ được giao", Condition::AsAssigned),
        ("kịp thời báo cáo", Condition::Promptly),
        ("kịp thời phản ánh", Condition::Promptly),
        ("khi cấp có thẩm quyền hoặc cơ quan liên quan có nhu cầu", Condition::OnDemand),
        ("khi có phát sinh", Condition::OnEvent),
        ("phù hợp với yêu cầu tình hình thực tiễn", Condition::AsFits),
        ("theo quy định", Condition::AsRegulated),
        ("theo hướng dẫn tại Công văn số 12/HD-BTC ngày 03/4/2024", Condition::OnGuidance),
    ] {
        assert_eq!(rule(phrase), Rule::Conditional { condition }, "{phrase}");
    }
}

#[test]
fn nothing_means_unspecified() {
    for phrase in ["", "  ", "\u{a0}", "."] {
        assert_eq!(rule(phrase), Rule::Unspecified);
    }
}

#[test]
fn what_is_not_understood_says_why() {
    use PhraseReason::{
        BadNumber, BadYear, Contradiction, ImpossibleDate, NoYear, ReversedSpan, TargetYear, Unknown,
    };
    for (phrase, why) in [
        ("trước ngày 31/2 hằng năm", ImpossibleDate { day: 31, month: 2 }),
        ("trước ngày 29/2/2025", ImpossibleDate { day: 29, month: 2 }),
        ("trước ngày 10/13", ImpossibleDate { day: 10, month: 13 }),
        ("trong năm", NoYear),
        ("tuần 48", NoYear),
        ("trong quý II năm", NoYear),
        ("trong quý 5/2026", BadNumber(5)),
        ("00 năm/lần", BadNumber(0)),
        ("trước ngày 15/11/202", BadYear(202)),
        ("đến năm 2030", TargetYear),
        ("2045", TargetYear),
        ("giai đoạn 2027 - 2023", ReversedSpan),
        ("trước ngày 30/10/2026 hằng năm", Contradiction),
        ("không theo quy định", Unknown),
        ("Sau khi có hướng dẫn của Trung ương, trước ngày 30/6", Unknown),
        ("giai đoạn tiếp theo", Unknown),
    ] {
        assert_eq!(reason(phrase), why, "{phrase}");
    }
    let error = parse_phrase("Khi Nào  Rảnh").unwrap_err();
    assert_eq!((error.folded.as_str(), error.reason), ("khi nào rảnh", Unknown));
}

#[test]
fn a_day_with_words_behind_it_is_not_half_read() {
    assert_eq!(reason("trước ngày 30/10 hoặc theo quy định"), PhraseReason::Unknown);
    assert_eq!(reason("trước ngày 30/10 hằng năm và ngày 30/4"), PhraseReason::TwoDays);
    for phrase in [
        "định kỳ hằng năm báo cáo vào quý IV",
        "định kỳ hằng tháng báo cáo kết quả tuần",
        "khi có phát sinh, báo cáo định kỳ hằng quý",
        "từng giai đoạn 05 năm, báo cáo trước 30/6",
        "thường xuyên hằng quý",
        "thường xuyên hoặc",
        "khi có phát sinh, trước 30/10",
        "theo quy định, vào thứ Sáu",
        "theo hướng dẫn, trong quý II",
        "theo nhiệm vụ được giao, 2 năm một lần",
        "định kỳ hằng năm báo cáo khi có yêu cầu",
    ] {
        assert_eq!(reason(phrase), PhraseReason::Unknown, "{phrase}");
    }
}

proptest! {
    #[test]
    fn what_is_printed_parses_back_to_the_same_rule(rule in any_rule()) {
        let phrase = print_phrase(&rule);
        prop_assert_eq!(parse_phrase(&phrase), Ok(rule.clone()), "{}", phrase);
        let shouted = format!("\u{a0} {}  ", phrase.to_uppercase().replace(' ', "\u{a0} "));
        prop_assert_eq!(parse_phrase(&shouted), Ok(rule), "{}", shouted);
    }

    #[test]
    fn no_text_panics(phrase in "\\PC{0,40}") {
        let _ = parse_phrase(&phrase);
    }

    #[test]
    fn no_mix_of_known_words_panics(
        words in prop::collection::vec(prop::sample::select(vec![
            "trước", "ngày", "30", "/", "10", "2026", "hằng", "năm", "quý", "IV", "tháng", "đến", "hết",
            "giai", "đoạn", "-", "từng", "lần", "bắt", "đầu", "từ", "thường", "xuyên", "khi", "có", "0",
            "99999", "định", "kỳ", "và", "hoặc", "tuần", "thứ", "6", "sau", "một", "cuối", "của", "vào", "chậm", "nhất",
        ]), 0..12)
    ) {
        let phrase = words.join(" ");
        // Folding twice changes nothing, so a stored folded phrase reads like the printed one.
        let folded = fold_phrase(&phrase);
        prop_assert_eq!(fold_phrase(&folded), folded.clone());
        let read = parse_phrase(&phrase).ok();
        prop_assert_eq!(parse_phrase(&folded).ok(), read.clone());
        // Whatever can be read can be written so that it is read again.
        if let Some(rule) = read {
            prop_assert_eq!(parse_phrase(&print_phrase(&rule)), Ok(rule));
        }
    }

    #[test]
    fn every_real_day_reads_back(day in 1u32..=31, month in 1u32..=12) {
        let read = parse_phrase(&format!("trước ngày {day:02}/{month:02} hằng năm"));
        match NaiveDate::from_ymd_opt(2024, month, day) {
            Some(_) => prop_assert_eq!(read.unwrap(), annual(day, month, Bound::Before)),
            None => prop_assert_eq!(read.unwrap_err().reason, PhraseReason::ImpossibleDate { day, month }),
        }
    }
}
