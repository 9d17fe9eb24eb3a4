//! Rules within the year in words, and what a rule says about its last valid day.

use chrono::{Datelike, NaiveDate};

use crate::domain::phrase::print_phrase;
use crate::domain::schedule::{Bound, CycleDay, Every, Period, Rule, YearPart, Years};
use crate::text::date::format_date;

use super::Lang;

impl Lang {
    /// What a rule says about its last valid day: "chậm nhất 29/10", "kể cả ngày đó"; `None`: it names no day.
    pub fn rule_limit(self, rule: &Rule) -> Option<String> {
        let before = rule.bound().is_some_and(|bound| bound == Bound::Before);
        match *rule {
            Rule::Annual { day, month, .. } if before => {
                let eve = |year| NaiveDate::from_ymd_opt(year, month, day).and_then(|day| day.pred_opt());
                // Before 1/3 lies the 28th or the 29th.
                let same =
                    eve(2023).zip(eve(2024)).filter(|(a, b)| (a.day(), a.month()) == (b.day(), b.month()));
                Some(match same {
                    Some((eve, _)) => {
                        let day = format!("{:02}/{:02}", eve.day(), eve.month());
                        self.pick(format!("chậm nhất {day}"), format!("{day} at the latest"))
                    }
                    None => self.eve(),
                })
            }
            Rule::Once { date, .. } if before => date
                .pred_opt()
                .map(format_date)
                .map(|day| self.pick(format!("chậm nhất {day}"), format!("{day} at the latest"))),
            Rule::Cycle { on: Some(CycleDay { day, .. }), .. } if before && day > 28 => Some(
                self.pick(format!("{}; {}", self.eve(), SHORT.0), format!("{}; {}", self.eve(), SHORT.1)),
            ),
            Rule::Cycle { on: Some(_), .. } if before => Some(self.eve()),
            Rule::Cycle { every, on: Some(CycleDay { day, .. }), .. } if every != Every::Week && day > 28 => {
                Some(self.pick(format!("{COUNTS_VI}; {}", SHORT.0), format!("{COUNTS_EN}; {}", SHORT.1)))
            }
            Rule::Annual { .. } | Rule::Once { .. } | Rule::Cycle { on: Some(_), .. } => {
                Some(self.pick(COUNTS_VI, COUNTS_EN).to_owned())
            }
            Rule::PartEnd { part: YearPart::FirstWeek(_), .. } => Some(
                self.pick(
                    "tuần có thứ Năm đầu tiên của tháng; chậm nhất Chủ nhật, không quá ngày 7",
                    "the week of the first Thursday of the month; by its Sunday, and by the 7th",
                )
                .to_owned(),
            ),
            Rule::PartEnd { part: YearPart::LastWeek(_), .. } => Some(
                self.pick(
                    "tuần có thứ Năm cuối cùng của tháng; chậm nhất Chủ nhật, không quá ngày cuối tháng",
                    "the week of the last Thursday of the month; by its Sunday, and by the end of the month",
                )
                .to_owned(),
            ),
            Rule::PeriodEnd { .. } | Rule::PartEnd { .. } => {
                Some(self.pick("kể cả ngày cuối kỳ", "the last day of the period still counts").to_owned())
            }
            _ => None,
        }
    }

    fn eve(self) -> String {
        self.pick("chậm nhất là hôm trước ngày đó", "the day before at the latest").to_owned()
    }

    /// A rule within the year in words.
    pub(super) fn cycle(self, rule: &Rule) -> String {
        if self == Self::Vi {
            let silent = matches!(rule, Rule::Cycle { on: None, .. });
            return format!("{}{}", print_phrase(rule), if silent { ", không nêu ngày" } else { "" });
        }
        match *rule {
            Rule::PartEnd { part, of } => {
                let part = part_in_english(part);
                match of {
                    Years::OfPlan => format!("to the end of {part} of the plan's year"),
                    Years::Every => format!("to the end of {part} every year"),
                    Years::From(year) => format!("to the end of {part} every year from {year}"),
                    Years::Only(year) => format!("to the end of {part} {year}"),
                }
            }
            Rule::Cycle { every, on, from_year } => {
                let from = from_year.map(|year| format!(" from {year}")).unwrap_or_default();
                match on {
                    None => format!("{}{from}, no day", often_in_english(every)),
                    Some(on) => format!("{}{from}", day_in_english(every, on)),
                }
            }
            _ => String::new(),
        }
    }

    /// The same for a narrow column.
    pub(super) fn cycle_short(self, rule: &Rule) -> String {
        match *rule {
            Rule::PartEnd { part, of } => {
                let part = match part {
                    YearPart::Half(half) => self.pick(format!("6T{half}"), format!("H{half}")),
                    YearPart::Quarter(quarter) => format!("q{quarter}"),
                    YearPart::Month(month) => self.pick(format!("th.{month}"), format!("month {month}")),
                    YearPart::FirstWeek(month) => {
                        self.pick(format!("tuần1/{month}"), format!("week1/{month}"))
                    }
                    YearPart::LastWeek(month) => {
                        self.pick(format!("t.cuối/{month}"), format!("last wk/{month}"))
                    }
                };
                match of {
                    Years::Only(year) => format!("{part}/{}", year.rem_euclid(100)),
                    _ => self.pick(format!("hết {part}"), part),
                }
            }
            Rule::Cycle { every, on: Some(on), .. } => {
                let sign = if on.bound == Bound::Before { "<" } else { "≤" };
                let day = on.day;
                match every {
                    Every::Week => {
                        let (vi, en) =
                            WEEKDAYS_SHORT.get(day.saturating_sub(1) as usize).copied().unwrap_or_default();
                        self.pick(format!("{sign} {vi}/tuần"), format!("{sign} {en}/wk"))
                    }
                    Every::Month => {
                        self.pick(format!("{sign} {day:02}/tháng"), format!("{sign} {day:02}/month"))
                    }
                    Every::Quarter => {
                        self.pick(format!("{sign} {day:02}/quý"), format!("{sign} {day:02}/qtr"))
                    }
                    Every::HalfYear | Every::HalfAndYear => {
                        format!("{sign} {day:02}/{},{}", on.month, on.month.saturating_add(6))
                    }
                }
            }
            Rule::Cycle { every, on: None, .. } => self
                .pick(
                    match every {
                        Every::Week => "hằng tuần",
                        Every::Month => "hằng tháng",
                        Every::Quarter => "hằng quý",
                        Every::HalfYear => "6 tháng/lần",
                        Every::HalfAndYear => "6 th., năm",
                    },
                    match every {
                        Every::Week => "weekly",
                        Every::Month => "monthly",
                        Every::Quarter => "quarterly",
                        Every::HalfYear => "half-yearly",
                        Every::HalfAndYear => "half, year",
                    },
                )
                .to_owned(),
            _ => String::new(),
        }
    }

    /// "6 tháng đầu năm 2026", "first half of 2026"; "tuần 48/2026", "week 48/2026".
    pub(super) fn half_or_week(self, period: Period) -> String {
        match period {
            Period::Half(year, 1) => {
                self.pick(format!("6 tháng đầu năm {year}"), format!("first half of {year}"))
            }
            Period::Half(year, _) => {
                self.pick(format!("6 tháng cuối năm {year}"), format!("second half of {year}"))
            }
            Period::Week(year, week) => {
                self.pick(format!("tuần {week}/{year}"), format!("week {week}/{year}"))
            }
            _ => String::new(),
        }
    }
}

const COUNTS_VI: &str = "kể cả ngày đó";
const COUNTS_EN: &str = "that day still counts";
const SHORT: (&str, &str) =
    ("tháng không có ngày này thì ngày cuối tháng", "in a month without it, the end of the month");

const WEEKDAYS_SHORT: [(&str, &str); 7] =
    [("T2", "Mon"), ("T3", "Tue"), ("T4", "Wed"), ("T5", "Thu"), ("T6", "Fri"), ("T7", "Sat"), ("CN", "Sun")];

fn part_in_english(part: YearPart) -> String {
    match part {
        YearPart::Half(1) => "the first half".to_owned(),
        YearPart::Half(_) => "the second half".to_owned(),
        YearPart::Quarter(quarter) => format!("Q{quarter}"),
        YearPart::Month(month) => format!("month {month}"),
        YearPart::FirstWeek(month) => format!("the first week of month {month}"),
        YearPart::LastWeek(month) => format!("the last week of month {month}"),
    }
}

fn often_in_english(every: Every) -> &'static str {
    match every {
        Every::Week => "every week",
        Every::Month => "every month",
        Every::Quarter => "every quarter",
        Every::HalfYear => "every six months",
        Every::HalfAndYear => "every half-year and year",
    }
}

fn day_in_english(every: Every, on: CycleDay) -> String {
    let until = if on.bound == Bound::Before { "before" } else { "by" };
    let CycleDay { month, day, .. } = on;
    match every {
        Every::Week => {
            const NAMES: [&str; 7] =
                ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
            let name = NAMES.get(day.saturating_sub(1) as usize).copied().unwrap_or_default();
            format!("{until} {name} every week")
        }
        Every::Month if month > 1 => format!("{until} day {day} of the next month, every month"),
        Every::Month => format!("{until} day {day} of every month"),
        Every::Quarter if month > 3 => format!("{until} day {day} of the first month after every quarter"),
        Every::Quarter => format!("{until} day {day} of month {month} of every quarter"),
        Every::HalfYear | Every::HalfAndYear => {
            format!("{until} {day:02}/{month:02} and {day:02}/{:02} every year", month.saturating_add(6))
        }
    }
}

#[cfg(test)]
mod tests;
