//! Days, periods, rules and the calendar in words.

use chrono::{Datelike, NaiveDate};

use crate::domain::agenda::{Horizon, Window};
use crate::domain::calendar::{CalendarDay, DayKind, DayStatus};
use crate::domain::explain::Countdown;
use crate::domain::phrase::print_phrase;
use crate::domain::schedule::{Bound, Condition, Period, Rule};
use crate::text::date::{DateError, format_date, format_short, format_weekday};
use crate::text::width::{Ellipsis, truncate};

use super::Lang;

/// Cells of what was typed that a message repeats: the rest of it must be seen beside them.
const MOST_QUOTED: usize = 16;

impl Lang {
    /// A day with its weekday, short: "T5 29/10/26", "Thu 29/10/26".
    pub fn day_short(self, day: NaiveDate) -> String {
        format!("{} {}", self.weekday(day), format_short(day))
    }

    /// "T5", "Thu".
    pub fn weekday(self, day: NaiveDate) -> &'static str {
        const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        self.pick(format_weekday(day), EN[day.weekday().num_days_from_monday() as usize % 7])
    }

    /// Why a typed day was not taken, as the end of a sentence that fits a line.
    pub fn date_error(self, error: &DateError) -> String {
        let cut = |text: &str| truncate(text, MOST_QUOTED, Ellipsis::Unicode).into_owned();
        match (self, error) {
            (Self::Vi, DateError::NotADate(text)) => DateError::NotADate(cut(text)).to_string(),
            (Self::Vi, _) => error.to_string(),
            (Self::En, DateError::Empty) => "no day was given".to_owned(),
            (Self::En, DateError::NotADate(text)) => {
                format!("`{}` is no day; write it like 30/10 or 30/10/2026", cut(text))
            }
            (Self::En, DateError::NoSuchDay { day, month, year }) => {
                format!("there is no {day}/{month}/{year}")
            }
            (Self::En, DateError::NoSuchDayOfYear { day, month }) => format!("there is no {day}/{month}"),
            (Self::En, DateError::YearOutOfRange(year)) => {
                format!("the year {year} is not between 1900 and 2100")
            }
        }
    }

    /// "còn 8 ngày, 4 ngày LV", "quá 23 ngày", "hôm nay".
    pub fn countdown(self, left: Countdown) -> String {
        match (self, left.days) {
            (Self::Vi, 0) => "hôm nay".into(),
            (Self::En, 0) => "today".into(),
            (_, days) if days < 0 => self.over(-days),
            (Self::Vi, days) => format!("còn {days} ngày, {} ngày LV", left.working_days),
            (Self::En, days) => format!("{days} days, {} working", left.working_days),
        }
    }

    /// "quá 23 ngày".
    pub fn over(self, days: i64) -> String {
        self.pick(format!("quá {days} ngày"), format!("{days} days over"))
    }

    /// The same for a narrow column: "8 ngày/4 LV".
    pub fn countdown_short(self, left: Countdown) -> String {
        match (self, left.days) {
            (Self::Vi, days) if days > 0 => format!("{days} ngày/{} LV", left.working_days),
            (Self::En, days) if days > 0 => format!("{days} d/{} wd", left.working_days),
            _ => self.countdown(left),
        }
    }

    /// "142 ngày", under a heading that says days since the last word.
    pub fn silent(self, days: i64) -> String {
        self.pick(format!("{days} ngày"), format!("{days} days"))
    }

    /// "năm 2026", "quý IV/2026", "tháng 10/2026".
    pub fn period(self, period: Period) -> String {
        const ROMAN: [&str; 5] = ["", "I", "II", "III", "IV"];
        match period {
            Period::Year(year) => self.pick(format!("năm {year}"), format!("{year}")),
            Period::Quarter(year, quarter) => {
                let roman = ROMAN.get(quarter as usize).copied().unwrap_or_default();
                self.pick(format!("quý {roman}/{year}"), format!("Q{quarter} {year}"))
            }
            Period::Month(year, month) => {
                self.pick(format!("tháng {month}/{year}"), format!("{month}/{year}"))
            }
            Period::Half(..) | Period::Week(..) => self.half_or_week(period),
        }
    }

    /// The window of the agenda: "tháng này", "tháng 12/2026".
    pub fn window(self, today: NaiveDate, horizon: Horizon, shift: i32) -> String {
        let unit = match horizon {
            Horizon::Week => self.pick("tuần", "week"),
            Horizon::Month => self.pick("tháng", "month"),
            Horizon::Quarter => self.pick("quý", "quarter"),
            Horizon::Year => self.pick("năm", "year"),
        };
        let days = Window::around(today, horizon, shift);
        let name = match horizon {
            Horizon::Week => format!("{} – {}", format_short(days.from), format_short(days.until)),
            Horizon::Month => self.period(Period::Month(days.from.year(), days.from.month())),
            Horizon::Quarter => self.period(Period::Quarter(days.from.year(), days.from.month0() / 3 + 1)),
            Horizon::Year => self.period(Period::Year(days.from.year())),
        };
        match (shift, horizon) {
            (0, _) => self.pick(format!("{unit} này"), format!("this {unit}")),
            (_, Horizon::Week) => format!("{unit} {name}"),
            _ => name,
        }
    }

    /// A rule in words.
    pub fn rule(self, rule: &Rule) -> String {
        match *rule {
            Rule::Annual { day, month, bound, from_year } => {
                let from = from_year.map(|year| format!(" from {year}")).unwrap_or_default();
                let until = if bound == Bound::Before { "before" } else { "by" };
                self.pick(print_phrase(rule), format!("{until} {day:02}/{month:02} every year{from}"))
            }
            Rule::Yearly { from_year: None } => {
                self.pick("hằng năm, không nêu ngày", "every year, no day").into()
            }
            Rule::Yearly { from_year: Some(year) } => self.pick(
                format!("hằng năm từ {year}, không nêu ngày"),
                format!("every year from {year}, no day"),
            ),
            Rule::EveryYears { years, anchor: None } => self.pick(
                format!("{years} năm một lần, chưa rõ năm đầu"),
                format!("every {years} years, first year unknown"),
            ),
            Rule::EveryYears { years, anchor: Some(year) } => self
                .pick(format!("{years} năm một lần từ {year}"), format!("every {years} years from {year}")),
            Rule::Once { date, bound } => {
                let until = if bound == Bound::Before { "before" } else { "by" };
                self.pick(print_phrase(rule), format!("{until} {}", format_date(date)))
            }
            Rule::PeriodEnd { period } => self.pick(
                format!("đến hết {}", self.period(period)),
                format!("to the end of {}", self.period(period)),
            ),
            Rule::PartEnd { .. } | Rule::Cycle { .. } => self.cycle(rule),
            Rule::Continuous { .. } => self.pick("thường xuyên, không có ngày", "continuous, no day").into(),
            Rule::Phases { years, .. } => {
                self.pick(format!("theo giai đoạn {years} năm"), format!("in phases of {years} years"))
            }
            Rule::Span { from_year, to_year, open_end } => {
                let on = if open_end { self.pick(" và tiếp theo", " and on") } else { "" };
                self.pick(
                    format!("giai đoạn {from_year}-{to_year}{on}"),
                    format!("{from_year}-{to_year}{on}"),
                )
            }
            Rule::Conditional { condition } => self.condition(condition).into(),
            Rule::Unspecified => self.pick("không tự đặt ngày thay văn bản", "no day is made up").into(),
        }
    }

    /// A schedule for a narrow column.
    pub fn rule_short(self, rule: &Rule) -> String {
        match rule {
            Rule::Continuous { .. } => self.pick("th.xuyên", "contin.").into(),
            Rule::Yearly { .. } => self.pick("hằng năm", "yearly").into(),
            Rule::EveryYears { years, .. } => {
                self.pick(format!("{years} năm/lần"), format!("{years}-yearly"))
            }
            Rule::Conditional { condition } => match condition {
                Condition::OnEvent => self.pick("phát sinh", "on event").into(),
                Condition::OnGuidance => self.pick("chờ h.dẫn", "guidance").into(),
                Condition::AsAssigned => self.pick("khi giao", "assigned").into(),
                Condition::OnDemand => self.pick("khi cần", "on demand").into(),
                Condition::Promptly => self.pick("kịp thời", "promptly").into(),
                Condition::AsFits => self.pick("thực tiễn", "as fits").into(),
                Condition::AsRegulated => self.pick("quy định", "regulated").into(),
            },
            Rule::Annual { day, month, bound, .. } => {
                let sign = if *bound == Bound::Before { "<" } else { "≤" };
                format!("{sign} {day:02}/{month:02}")
            }
            Rule::Once { date, .. } => crate::text::date::format_short(*date),
            Rule::PeriodEnd { period } => {
                self.pick(format!("hết {}", short_period(*period)), short_period(*period))
            }
            Rule::PartEnd { .. } | Rule::Cycle { .. } => self.cycle_short(rule),
            Rule::Phases { .. } => self.pick("giai đoạn", "phases").into(),
            Rule::Span { from_year, to_year, .. } => format!("{from_year}-{}", to_year % 100),
            Rule::Unspecified => "—".into(),
        }
    }

    /// What a condition waits for.
    pub fn condition(self, condition: Condition) -> &'static str {
        match condition {
            Condition::OnEvent => self.pick("khi có phát sinh", "on event"),
            Condition::OnGuidance => self.pick("chờ hướng dẫn", "on guidance"),
            Condition::AsAssigned => self.pick("theo nhiệm vụ được giao", "as assigned"),
            Condition::OnDemand => self.pick("khi có nhu cầu", "on demand"),
            Condition::Promptly => self.pick("kịp thời", "promptly"),
            Condition::AsFits => self.pick("theo thực tiễn", "as fits"),
            Condition::AsRegulated => self.pick("theo quy định", "as regulated"),
        }
    }

    /// An entry of the calendar with its status.
    pub fn calendar_entry(self, entry: &CalendarDay) -> String {
        let day = self.day_short(entry.date);
        // Names such as "Nghỉ hoán đổi" say it themselves.
        let says_it = entry.name.starts_with("Nghỉ") || entry.name.starts_with("Làm bù");
        let kind = match entry.kind {
            _ if says_it => "",
            DayKind::Holiday | DayKind::Off => self.pick("nghỉ ", "off "),
            DayKind::Makeup => self.pick("làm bù ", "worked "),
        };
        let status = match entry.status {
            DayStatus::Law => self.pick("luật", "law"),
            DayStatus::Approved => self.pick("đã duyệt", "approved"),
            DayStatus::Proposed => self.pick("DỰ KIẾN", "PROPOSED"),
        };
        format!("{day} {kind}{} ({status})", entry.name)
    }

    /// "nếu duyệt: nên gửi T7 28/11".
    pub fn if_approved(self, day: NaiveDate) -> String {
        let day = self.day_short(day);
        self.pick(format!("nếu duyệt: nên gửi {day}"), format!("if approved: better by {day}"))
    }

    /// That the figures are estimates.
    pub fn period_open(self, from: NaiveDate, to: NaiveDate) -> String {
        let (from, to) = (format_date(from), format_date(to));
        self.pick(
            format!("Kỳ số liệu {from}–{to} chưa hết (NĐ 09/2019): số chỉ là “ước”."),
            format!("The period {from}–{to} is not over: figures are estimates."),
        )
    }
}

fn short_period(period: Period) -> String {
    match period {
        Period::Year(year) => format!("{year}"),
        Period::Quarter(year, quarter) => format!("q{quarter}/{}", year % 100),
        Period::Month(year, month) => format!("{month}/{}", year % 100),
        Period::Half(year, half) => format!("6T{half}/{}", year % 100),
        Period::Week(year, week) => format!("t{week}/{}", year % 100),
    }
}
