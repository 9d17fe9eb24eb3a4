//! A rule as the phrase that an office would write for it; read back, it gives the same rule.

use chrono::{Datelike, NaiveDate};

use crate::domain::schedule::{Bound, Condition, CycleDay, Every, Period, Rule, YearPart, Years};

/// The phrase of a rule in Vietnamese; empty where the plan says nothing about time.
///
/// [`parse_phrase`](super::parse_phrase) gives the rule back, as long as its numbers are such as a phrase can name:
/// days, months and quarters of the calendar, years of four digits from 1945 to 2199.
pub fn print_phrase(rule: &Rule) -> String {
    match rule {
        Rule::Annual { day, month, bound, from_year } => {
            format!("{} ngày {day:02}/{month:02} hằng năm{}", until(*bound), from(*from_year))
        }
        Rule::Yearly { from_year } => format!("hằng năm{}", from(*from_year)),
        Rule::EveryYears { years, anchor } => format!("{years:02} năm một lần{}", from(*anchor)),
        Rule::Once { date, bound } => format!("{} ngày {}", until(*bound), full(*date)),
        Rule::PeriodEnd { period } => format!("đến hết {}", named(*period)),
        Rule::PartEnd { part, of } => part_end(*part, *of),
        Rule::Cycle { every, on: None, from_year } => format!("{}{}", cycle(*every), from(*from_year)),
        Rule::Cycle { every, on: Some(on), from_year } => {
            format!("{}{}", cycle_day(*every, *on), from(*from_year))
        }
        Rule::Continuous { yearly, from, phases, on_event } => continuous(*yearly, *from, *phases, *on_event),
        Rule::Phases { years, yearly, until, vision } => {
            let yearly = if *yearly { " và từng năm" } else { "" };
            let until = until.map(|year| format!(", đến năm {year}")).unwrap_or_default();
            let vision = vision.map(|year| format!(", tầm nhìn {year}")).unwrap_or_default();
            format!("từng giai đoạn {years:02} năm{yearly}{until}{vision}")
        }
        Rule::Span { from_year, to_year, open_end } => {
            let on = if *open_end { " và những năm tiếp theo" } else { "" };
            format!("giai đoạn {from_year} - {to_year}{on}")
        }
        Rule::Conditional { condition } => waiting(*condition).to_owned(),
        Rule::Unspecified => String::new(),
    }
}

fn until(bound: Bound) -> &'static str {
    match bound {
        Bound::Before => "trước",
        Bound::By => "chậm nhất",
    }
}

fn from(year: Option<i32>) -> String {
    year.map(|year| format!(", bắt đầu từ năm {year}")).unwrap_or_default()
}

fn full(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

fn roman(quarter: u32) -> String {
    ["I", "II", "III", "IV"]
        .get(quarter.saturating_sub(1) as usize)
        .map_or_else(|| quarter.to_string(), |roman| (*roman).to_owned())
}

fn named(period: Period) -> String {
    match period {
        Period::Year(year) => format!("năm {year}"),
        Period::Half(year, half) => format!("{} {year}", part(YearPart::Half(half))),
        Period::Quarter(year, quarter) => format!("quý {}/{year}", roman(quarter)),
        Period::Month(year, month) => format!("tháng {month}/{year}"),
        Period::Week(year, week) => format!("tuần {week}/{year}"),
    }
}

fn part(part: YearPart) -> String {
    match part {
        YearPart::Half(1) => "6 tháng đầu năm".to_owned(),
        YearPart::Half(_) => "6 tháng cuối năm".to_owned(),
        YearPart::Quarter(quarter) => format!("quý {}", roman(quarter)),
        YearPart::Month(month) => format!("tháng {month}"),
        YearPart::FirstWeek(month) => format!("tuần đầu tháng {month}"),
        YearPart::LastWeek(month) => format!("tuần cuối tháng {month}"),
    }
}

fn part_end(which: YearPart, years: Years) -> String {
    let part = part(which);
    match years {
        Years::OfPlan => format!("trong {part}"),
        Years::Every => format!("trong {part} hằng năm"),
        Years::From(year) => format!("trong {part} hằng năm{}", from(Some(year))),
        Years::Only(year) => format!("trong {part}/{year}"),
    }
}

fn cycle(every: Every) -> &'static str {
    match every {
        Every::Week => "hằng tuần",
        Every::Month => "hằng tháng",
        Every::Quarter => "hằng quý",
        Every::HalfYear => "06 tháng một lần",
        Every::HalfAndYear => "định kỳ 6 tháng, năm",
    }
}

fn cycle_day(every: Every, on: CycleDay) -> String {
    const WEEKDAYS: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
    let CycleDay { month, day, bound } = on;
    let until = until(bound);
    let of_quarter = match month {
        1 => "tháng đầu quý",
        2 => "tháng thứ hai của quý",
        3 => "tháng cuối quý",
        _ => "tháng đầu quý sau",
    };
    match every {
        Every::Week => {
            let weekday = WEEKDAYS.get(day.saturating_sub(1) as usize).copied().unwrap_or_default();
            format!("{until} {weekday} hằng tuần")
        }
        Every::Month if month == 1 => format!("{until} ngày {day:02} hằng tháng"),
        Every::Month => format!("{until} ngày {day:02} tháng sau, hằng tháng"),
        Every::Quarter => format!("{until} ngày {day:02} {of_quarter}"),
        Every::HalfYear | Every::HalfAndYear => {
            format!("{until} ngày {day:02}/{month:02} và {day:02}/{:02} hằng năm", month.saturating_add(6))
        }
    }
}

fn continuous(yearly: bool, from: Option<NaiveDate>, phases: bool, on_event: bool) -> String {
    let mut phrase = "thường xuyên".to_owned();
    if yearly {
        phrase.push_str(" hằng năm");
    }
    if let Some(from) = from {
        phrase.push_str(&format!(", bắt đầu từ ngày {}", full(from)));
    }
    if phases {
        phrase.push_str(" và theo giai đoạn");
    }
    if on_event {
        phrase.push_str(" hoặc khi có phát sinh");
    }
    phrase
}

fn waiting(condition: Condition) -> &'static str {
    match condition {
        Condition::OnEvent => "khi có phát sinh",
        Condition::OnGuidance => "theo hướng dẫn",
        Condition::AsAssigned => "theo nhiệm vụ được giao",
        Condition::OnDemand => "khi có nhu cầu",
        Condition::Promptly => "kịp thời",
        Condition::AsFits => "phù hợp với tình hình thực tiễn",
        Condition::AsRegulated => "theo quy định",
    }
}
