use super::*;
use crate::domain::phrase::parse_phrase;
use crate::text::width::width;

fn rule(phrase: &str) -> Rule {
    parse_phrase(phrase).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_strict_day_is_explained_by_the_day_before() {
    for (phrase, vi, en) in [
        ("trước ngày 30/10 hằng năm", "chậm nhất 29/10", "29/10 at the latest"),
        ("trước ngày 01/01 hằng năm", "chậm nhất 31/12", "31/12 at the latest"),
        ("trước ngày 01/3 hằng năm", "chậm nhất là hôm trước ngày đó", "the day before at the latest"),
        ("trước ngày 15/11/2026", "chậm nhất 14/11/2026", "14/11/2026 at the latest"),
        ("chậm nhất ngày 15/11", "kể cả ngày đó", "that day still counts"),
        ("trước thứ Sáu hằng tuần", "chậm nhất là hôm trước ngày đó", "the day before at the latest"),
        (
            "chậm nhất ngày 31 hằng tháng",
            "kể cả ngày đó; tháng không có ngày này thì ngày cuối tháng",
            "that day still counts; in a month without it, the end of the month",
        ),
        ("đến hết năm 2025", "kể cả ngày cuối kỳ", "the last day of the period still counts"),
    ] {
        assert_eq!(Lang::Vi.rule_limit(&rule(phrase)).as_deref(), Some(vi), "{phrase}");
        assert_eq!(Lang::En.rule_limit(&rule(phrase)).as_deref(), Some(en), "{phrase}");
    }
    assert_eq!(Lang::Vi.rule_limit(&rule("hằng quý")), None);
}

#[test]
fn rules_within_the_year_have_words_and_short_ones_that_fit_a_column() {
    for (phrase, short, en) in [
        ("hằng quý", "hằng quý", "every quarter, no day"),
        ("định kỳ 6 tháng, năm", "6 th., năm", "every half-year and year, no day"),
        ("trước ngày 25 hằng tháng", "< 25/tháng", "before day 25 of every month"),
        (
            "trước ngày 05 tháng đầu quý sau",
            "< 05/quý",
            "before day 5 of the first month after every quarter",
        ),
        ("chậm nhất thứ Sáu hằng tuần", "≤ T6/tuần", "by Friday every week"),
        ("trước ngày 15/6 và 15/12 hằng năm", "< 15/6,12", "before 15/06 and 15/12 every year"),
        ("trong quý IV hằng năm", "hết q4", "to the end of Q4 every year"),
        ("trong quý II", "hết q2", "to the end of Q2 of the plan's year"),
        ("tuần đầu tháng 12/2026", "tuần1/12/26", "to the end of the first week of month 12 2026"),
    ] {
        let rule = rule(phrase);
        assert_eq!(Lang::Vi.rule_short(&rule), short);
        assert_eq!(Lang::En.rule(&rule), en);
        for lang in [Lang::Vi, Lang::En] {
            assert!(width(&lang.rule_short(&rule)) <= 11, "{}", lang.rule_short(&rule));
        }
    }
    assert_eq!(Lang::Vi.rule(&rule("hàng quý")), "hằng quý, không nêu ngày");
    assert_eq!(Lang::Vi.period(Period::Half(2026, 1)), "6 tháng đầu năm 2026");
    assert_eq!(Lang::En.period(Period::Week(2026, 48)), "week 48/2026");
}
