//! Cycles within the year, parts of a year, and what is refused about them.

use super::*;
use crate::domain::schedule::{CycleDay, Every, YearPart, Years};

fn cycle(every: Every) -> Rule {
    Rule::Cycle { every, on: None, from_year: None }
}

fn on(every: Every, month: u32, day: u32, bound: Bound) -> Rule {
    Rule::Cycle { every, on: Some(CycleDay { month, day, bound }), from_year: None }
}

fn part(part: YearPart, of: Years) -> Rule {
    Rule::PartEnd { part, of }
}

#[test]
fn cycles_without_a_day() {
    for (phrases, every) in [
        (&["hằng tuần", "mỗi tuần một lần", "01 tuần/lần", "định kỳ hàng tuần"][..], Every::Week),
        (
            &["hằng tháng", "Định kỳ hàng tháng báo cáo", "mỗi tháng", "1 tháng/lần", "định kỳ tháng"],
            Every::Month,
        ),
        (
            &["hằng quý", "hàng quí", "HẰNG QUÝ.", "03 tháng/lần", "báo cáo định kỳ quý", "mỗi quý một lần"],
            Every::Quarter,
        ),
        (
            &["06 tháng một lần", "6 tháng/lần", "định kì 6 tháng", "định kỳ 06\u{a0}tháng  một lần"],
            Every::HalfYear,
        ),
        (
            &["định kỳ 6 tháng, năm", "Định kỳ 06 tháng và hằng năm", "báo cáo 6 tháng, năm"],
            Every::HalfAndYear,
        ),
    ] {
        for phrase in phrases {
            assert_eq!(rule(phrase), cycle(every), "{phrase}");
        }
    }
    assert_eq!(
        rule("hằng quý, bắt đầu từ năm 2025"),
        Rule::Cycle { every: Every::Quarter, on: None, from_year: Some(2025) }
    );
    assert_eq!(rule("12 tháng/lần"), Rule::Yearly { from_year: None });
    assert_eq!(rule("24 tháng một lần"), Rule::EveryYears { years: 2, anchor: None });
}

#[test]
fn half_a_year_alone_is_the_name_of_a_period_but_other_months_may_be_a_length() {
    assert_eq!(rule("6 tháng"), cycle(Every::HalfYear));
    assert_eq!(rule("06 tháng"), cycle(Every::HalfYear));
    for phrase in ["3 tháng", "trong 6 tháng", "trong vòng 6 tháng", "6 tháng năm 2026"] {
        assert!(parse_phrase(phrase).is_err(), "{phrase}");
    }
}

#[test]
fn days_of_months_quarters_half_years_and_weeks() {
    for (phrase, expected) in [
        ("trước ngày 25 hằng tháng", on(Every::Month, 1, 25, Bound::Before)),
        ("Trước 25 hàng tháng", on(Every::Month, 1, 25, Bound::Before)),
        ("hằng tháng (trước ngày 25)", on(Every::Month, 1, 25, Bound::Before)),
        ("ngày 25 hằng tháng", on(Every::Month, 1, 25, Bound::By)),
        ("hằng tháng, trước ngày 05 của tháng sau", on(Every::Month, 2, 5, Bound::Before)),
        ("hằng tháng, chậm nhất ngày 05 tháng tiếp theo", on(Every::Month, 2, 5, Bound::By)),
        ("trước ngày 20 của tháng cuối quý", on(Every::Quarter, 3, 20, Bound::Before)),
        ("ngày 15 tháng cuối quý", on(Every::Quarter, 3, 15, Bound::By)),
        ("định kỳ hằng quý, trước ngày 20 tháng cuối của quý", on(Every::Quarter, 3, 20, Bound::Before)),
        ("trước ngày 20 tháng cuối hằng quý", on(Every::Quarter, 3, 20, Bound::Before)),
        ("trước ngày 05 tháng đầu quý sau", on(Every::Quarter, 4, 5, Bound::Before)),
        ("trước ngày 10 tháng đầu tiên của quý", on(Every::Quarter, 1, 10, Bound::Before)),
        ("trước thứ Sáu hằng tuần", on(Every::Week, 1, 5, Bound::Before)),
        ("thứ Sáu hằng tuần", on(Every::Week, 1, 5, Bound::By)),
        ("chậm nhất vào thứ 6 hằng tuần", on(Every::Week, 1, 5, Bound::By)),
        ("hằng tuần, vào Chủ nhật", on(Every::Week, 1, 7, Bound::By)),
        ("trước ngày thứ Năm hàng tuần", on(Every::Week, 1, 4, Bound::Before)),
        ("trước ngày 15/6 và 15/12 hằng năm", on(Every::HalfYear, 6, 15, Bound::Before)),
        ("06 tháng một lần, trước ngày 15/12 và ngày 15/6", on(Every::HalfYear, 6, 15, Bound::Before)),
    ] {
        assert_eq!(rule(phrase), expected, "{phrase}");
    }
}

#[test]
fn parts_of_a_year() {
    for (phrase, expected) in [
        ("trong quý II", part(YearPart::Quarter(2), Years::OfPlan)),
        ("hoàn thành trong Quý 2", part(YearPart::Quarter(2), Years::OfPlan)),
        ("trong quý IV hằng năm", part(YearPart::Quarter(4), Years::Every)),
        ("định kỳ trong quý IV", part(YearPart::Quarter(4), Years::Every)),
        ("hằng năm, vào quý IV", part(YearPart::Quarter(4), Years::Every)),
        ("trong tháng 12 hằng năm", part(YearPart::Month(12), Years::Every)),
        ("tháng 12 hằng năm, bắt đầu từ năm 2025", part(YearPart::Month(12), Years::From(2025))),
        ("6 tháng đầu năm", part(YearPart::Half(1), Years::OfPlan)),
        ("trong 06 tháng cuối năm hằng năm", part(YearPart::Half(2), Years::Every)),
        ("trong 6 tháng đầu năm 2026", Rule::PeriodEnd { period: Period::Half(2026, 1) }),
        ("vào tuần đầu tháng 12", part(YearPart::FirstWeek(12), Years::OfPlan)),
        ("tuần đầu tiên của tháng 12 hằng năm", part(YearPart::FirstWeek(12), Years::Every)),
        ("tuần cuối tháng 11 hằng năm", part(YearPart::LastWeek(11), Years::Every)),
        ("vào tuần đầu tháng 12/2026", part(YearPart::FirstWeek(12), Years::Only(2026))),
        ("tuần 48 năm 2026", Rule::PeriodEnd { period: Period::Week(2026, 48) }),
    ] {
        assert_eq!(rule(phrase), expected, "{phrase}");
    }
}

#[test]
fn what_no_cycle_can_mean_says_why() {
    use PhraseReason::*;
    for (phrase, why) in [
        ("trước ngày 32 hằng tháng", BadNumber(32)),
        ("trước ngày 0 hằng tháng", BadNumber(0)),
        ("ngày 40 tháng cuối quý", BadNumber(40)),
        ("trước thứ 9 hằng tuần", BadNumber(9)),
        ("trước thứ 1 hằng tuần", BadNumber(1)),
        ("trong quý V", BadNumber(5)),
        ("trong quý 5", BadNumber(5)),
        ("trong quý 5 hằng năm", BadNumber(5)),
        ("trong tháng 13 hằng năm", BadNumber(13)),
        ("tuần đầu tháng 13", BadNumber(13)),
        ("tuần 53 năm 2025", BadNumber(53)),
        ("trước ngày 30/2 hằng năm", ImpossibleDate { day: 30, month: 2 }),
        ("trước ngày 31/11 hằng năm", ImpossibleDate { day: 31, month: 11 }),
        ("trước ngày 31/6 và 31/12 hằng năm", ImpossibleDate { day: 31, month: 6 }),
        ("2 tuần/lần", OddCycle),
        ("4 tháng một lần", OddCycle),
        ("0 tháng/lần", BadNumber(0)),
        ("hằng tháng, hằng quý", SeveralCycles),
        ("định kỳ tháng, quý, năm", SeveralCycles),
        ("hằng năm, trước ngày 25 hằng tháng", SeveralCycles),
        ("trước ngày 30/10 hằng quý", CycleMismatch),
        ("trước thứ Sáu hằng tháng", CycleMismatch),
        ("trong tháng 12 hằng quý", CycleMismatch),
        ("trước ngày 25 hằng năm", CycleMismatch),
        ("02 năm một lần, trước ngày 15/11", DayOfYears),
        ("trước ngày 25", NoMonth(25)),
        ("trước ngày 20 hằng quý", NoMonth(20)),
        ("trước thứ Sáu", NoCycle),
        ("trước ngày 30/6 và 31/12 hằng năm", TwoDays),
        ("trước ngày 15/6 và 15/11 hằng năm", TwoDays),
        ("trước ngày 15/6 và 15/12/2026", TwoDays),
        ("tuần thứ hai tháng 12", WeekOfMonth),
        ("tuần 3 tháng 12", WeekOfMonth),
        ("trong quý II/2026 hằng năm", Contradiction),
        ("trước thứ Sáu hằng tuần hoặc khi có phát sinh", Unknown),
        ("trước 17 giờ thứ Sáu hằng tuần", Unknown),
        ("trước ngày 20 tháng cuối quý sau", Unknown),
        ("hằng ngày", Unknown),
        ("trước ngày 05 tháng sau", NoCycle),
        ("hằng tháng, trước 6 tháng sau", Unknown),
        ("trước 30/10 năm", NoYear),
        ("hằng tháng báo cáo năm", Unknown),
        ("định kỳ trong quý II/2026", Contradiction),
        ("báo cáo quý II", Unknown),
        ("định kỳ quý IV", Unknown),
        ("báo cáo năm học", Unknown),
        ("báo cáo quý II/2026", Unknown),
        ("tháng 6, 12 hằng năm", Unknown),
        ("Quý II, III năm 2026", Unknown),
        ("trước ngày 15 và 30 hằng tháng", TwoDays),
        ("thứ Ba và thứ Năm hằng tuần", TwoDays),
    ] {
        assert_eq!(reason(phrase), why, "{phrase}");
        assert!(!why.to_string().is_empty() && !why.english().is_empty());
    }
}
