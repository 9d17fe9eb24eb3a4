//! Decisions in words: extensions, days of one's own, what went on paper.

use chrono::{Datelike, NaiveDate};

use crate::domain::schedule::{Bound, Rule};
use crate::text::date::{format_date, format_short};

use super::Lang;

impl Lang {
    /// That a day is the last valid one, before any extension.
    pub fn original_day(self, day: NaiveDate) -> String {
        let day = format!("{} {}", self.weekday(day), format_date(day));
        self.pick(format!("Hạn cuối hợp lệ: {day}"), format!("Last valid day: {day}"))
    }

    /// "xin đến 05/12/2026".
    pub fn asked_until(self, day: NaiveDate) -> String {
        let day = format_date(day);
        self.pick(format!("đang xin đến {day}"), format!("asked until {day}"))
    }

    /// "gia hạn đến 05/12/2026".
    pub fn granted_until(self, day: NaiveDate) -> String {
        let day = format_date(day);
        self.pick(format!("gia hạn đến {day}"), format!("extended to {day}"))
    }

    /// Who asks for which day, and why.
    pub fn asked_by(self, who: &str, day: NaiveDate, reason: &str) -> String {
        let day = format_date(day);
        self.pick(format!("{who} xin gia hạn đến {day}: {reason}"), format!("{who} asks for {day}: {reason}"))
    }

    /// "Duyệt gia hạn: Sở Y tế xin đến 05/12/2026".
    pub fn answer_request(self, agency: &str, day: NaiveDate) -> String {
        let day = format_date(day);
        self.pick(
            format!("Trả lời xin gia hạn: {agency}, đến {day}"),
            format!("Answer a request: {agency}, until {day}"),
        )
    }

    /// "hạn nội bộ T6 27/11/26".
    pub fn internal_day(self, day: NaiveDate) -> String {
        let day = self.day_short(day);
        self.pick(
            format!("Hạn nội bộ (tự đặt, không phải của văn bản): {day}"),
            format!("Internal day (our own, not the document's): {day}"),
        )
    }

    /// The same for a narrow column: "nb 27/11/26".
    pub fn internal_short(self, day: NaiveDate) -> String {
        let day = format_short(day);
        self.pick(format!("nb {day}"), format!("own {day}"))
    }

    /// The document that opened a duty.
    pub fn opened_by(self, number: &str, dated: NaiveDate) -> String {
        let dated = format_date(dated);
        self.pick(format!("mở theo {number} ngày {dated}"), format!("opened by {number} of {dated}"))
    }

    /// What is written into a report that went on paper.
    pub fn sent_on_paper(self, day: NaiveDate, number: &str) -> String {
        let day = format_date(day);
        match (self, number.is_empty()) {
            (Self::Vi, true) => format!("Đã gửi ngày {day}, ngoài chương trình."),
            (Self::Vi, false) => format!("Đã gửi ngày {day} bằng văn bản {number}."),
            (Self::En, true) => format!("Sent on {day}, outside the program."),
            (Self::En, false) => format!("Sent on {day} as {number}."),
        }
    }

    /// "thứ Năm 29/10/2026".
    pub fn day_long(self, day: NaiveDate) -> String {
        const VI: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
        let name = self.pick(VI[day.weekday().num_days_from_monday() as usize % 7], self.weekday(day));
        format!("{name} {}", format_date(day))
    }

    /// How the rule leads to the last valid day.
    pub fn rule_way(self, rule: &Rule, printed: Option<NaiveDate>, bound: Option<Bound>) -> String {
        let rule = self.rule(rule);
        match (printed.map(format_date), bound) {
            (Some(day), Some(Bound::Before)) => self.pick(
                format!("{rule}: “trước ngày” nên chính ngày {day} đã là trễ"),
                format!("{rule}: “before”, so {day} itself is too late"),
            ),
            (Some(day), Some(Bound::By)) => self.pick(
                format!("{rule}: chính ngày {day} vẫn còn hạn"),
                format!("{rule}: {day} itself still counts"),
            ),
            _ => self.pick(
                format!("{rule}: ngày cuối của kỳ vẫn còn hạn"),
                format!("{rule}: the last day of the period still counts"),
            ),
        }
    }

    /// That the holidays of a year are not all announced.
    pub fn unpublished(self, year: i32) -> String {
        self.pick(
            format!("Lịch nghỉ {year} chưa công bố đủ: ngày nên gửi là tạm tính."),
            format!("The holidays of {year} are not all announced: the advice is provisional."),
        )
    }

    /// That a report is waived, and why.
    pub fn waived(self, reason: &str) -> String {
        self.pick(format!("Được miễn: {reason}"), format!("Waived: {reason}"))
    }

    /// Which years a first year can be.
    pub fn bad_first_year(self, earliest: i32) -> String {
        self.pick(
            format!("Phải là một năm từ {earliest} (năm ban hành), gõ như 2025; hoặc để trống."),
            format!("A year from {earliest} (year of issue), like 2025; or empty."),
        )
    }
}
