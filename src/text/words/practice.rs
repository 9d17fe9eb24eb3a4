//! Cascades, the year and the counts of what was done, in words.

use crate::domain::year::YearCalendar;
use chrono::{Datelike, NaiveDate};

use crate::domain::occurrence::Due;
use crate::text::date::format_date;

use super::Lang;

impl Lang {
    /// "20 báo cáo trước 05/12 (đã có 3)"; without a number where nobody can be counted.
    pub fn needed_first(self, reports: usize, sent: usize, due: Option<Due>) -> String {
        let count = match reports {
            0 => self.pick("báo cáo của cấp dưới".to_owned(), "the reports from below".into()),
            n => self.pick(format!("{n} báo cáo"), format!("{n} report{}", plural(n))),
        };
        let before = due.map(|due| format!(" {}", self.before(due))).unwrap_or_default();
        let sent = if reports == 0 {
            String::new()
        } else {
            self.pick(format!(" (đã có {sent})"), format!(" ({sent} in)"))
        };
        format!("{count}{before}{sent}")
    }

    /// "trước 05/12" where the plan prints a day that is too late, else "đến hết 04/12".
    fn before(self, due: Due) -> String {
        match due.printed.filter(|printed| *printed != due.due_last) {
            Some(printed) => {
                self.pick(format!("trước {}", day_month(printed)), format!("before {}", day_month(printed)))
            }
            None => self.pick(
                format!("đến hết {}", day_month(due.due_last)),
                format!("up to {}", day_month(due.due_last)),
            ),
        }
    }

    /// "3 ngày làm việc để tổng hợp".
    pub fn days_to_compile(self, working_days: i64) -> String {
        self.pick(
            format!("{working_days} ngày làm việc để tổng hợp"),
            format!("{working_days} working days to compile"),
        )
    }

    /// "cần 8".
    pub fn days_needed(self, needed: i64) -> String {
        self.pick(format!("cần {needed}"), format!("{needed} needed"))
    }

    /// "đề nghị hạn nội bộ T6 27/11".
    pub fn proposed_day(self, day: NaiveDate) -> String {
        let day = format!("{} {}", self.weekday(day), day_month(day));
        self.pick(format!("đề nghị hạn nội bộ {day}"), format!("proposed internal day {day}"))
    }

    /// The days between two levels: "5 ngày, 3 ngày làm việc".
    pub fn days_between(self, days: i64, working_days: i64) -> String {
        self.pick(
            format!("{days} ngày, {working_days} ngày làm việc"),
            format!("{days} days, {working_days} working"),
        )
    }

    /// How the need was reckoned, and that it is an assumption.
    pub fn pace_assumed(self, needed: i64, reports: usize, a_day: i64, least: i64) -> String {
        self.pick(
            format!(
                "{needed} ngày làm việc cho {reports} báo cáo. Giả định của chương trình, không phải của kế \
                 hoạch: đọc {a_day} báo cáo mỗi ngày làm việc, ít nhất {least} ngày."
            ),
            format!(
                "{needed} working days for {reports} reports. An assumption of this program, not of the plan: \
                 {a_day} reports read in a working day, {least} days at least."
            ),
        )
    }

    /// "phải gửi 20, đã gửi 3".
    pub fn sent_of(self, sent: usize, total: usize) -> String {
        self.pick(format!("phải gửi {total}, đã gửi {sent}"), format!("{total} to send, {sent} sent"))
    }

    /// "9 hạn · nhiều nhất tháng 12 (4) · 8 việc không có ngày".
    pub fn year_tally(self, found: &YearCalendar) -> String {
        let (due, undated) = (found.due(), found.undated);
        let mut parts = vec![self.pick(format!("{due} hạn"), format!("{due} due"))];
        if let Some((most, months)) = found.peak() {
            let months: Vec<String> = months.iter().map(u32::to_string).collect();
            let months = months.join(", ");
            parts.push(self.pick(
                format!("nhiều nhất tháng {months} ({most})"),
                format!("most in month {months} ({most})"),
            ));
        }
        if undated > 0 {
            parts.push(self.pick(format!("{undated} không có ngày"), format!("{undated} without a day")));
        }
        if found.cut {
            parts.push(
                self.pick("còn nữa, xem từng cơ quan (a)", "and more: choose an agency (a)").to_owned(),
            );
        }
        parts.join(" · ")
    }

    /// That a year has no days.
    pub fn year_empty(self, year: i32) -> String {
        self.pick(
            format!("Năm {year} không có hạn ngày nào được theo dõi."),
            format!("No day of {year} is tracked."),
        )
    }

    /// "T6 27/11/2026".
    pub fn full_day(self, day: NaiveDate) -> String {
        format!("{} {}", self.weekday(day), format_date(day))
    }
}

fn day_month(day: NaiveDate) -> String {
    format!("{:02}/{:02}", day.day(), day.month())
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
