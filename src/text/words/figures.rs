//! What the checks of a report say about its figures and texts, in words.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::super::date::format_date;
use super::super::number::NumberError;
use super::Lang;

impl Lang {
    /// What is wrong with a number.
    pub fn number_error(self, error: &NumberError) -> String {
        let english = || match error {
            NumberError::Empty => "no number was given".to_owned(),
            NumberError::NotANumber(text) => format!("“{text}” is no number; write it like 97,65 or 12.239"),
            NumberError::Ambiguous { text, whole } => {
                format!(
                    "“{text}” can be read in two ways; write {whole} for the whole number, {text}0 for decimals"
                )
            }
            NumberError::DenominatorNotPositive => "the denominator must be above 0".to_owned(),
        };
        self.pick(error.to_string(), english())
    }

    /// Rows that must be filled in.
    pub fn figures_missing(self, rows: usize) -> String {
        self.pick(
            format!("{rows} dòng trống, kế hoạch bắt buộc: nhập số, hoặc phím cách: không có số."),
            format!("{rows} empty rows that the plan asks for: type a figure, or Space: no figure."),
        )
    }

    /// Rows that may be filled in.
    pub fn figures_empty(self, rows: usize) -> String {
        self.pick(
            format!("{rows} dòng trống; không có thì trả lời bằng phím cách."),
            format!("{rows} empty rows; Space answers that there is no figure."),
        )
    }

    /// "giống 92% báo cáo kỳ trước (b: xem khác biệt)".
    pub fn much_the_same(self, percent: u8) -> String {
        self.pick(
            format!("giống {percent}% báo cáo kỳ trước (b: xem khác biệt)."),
            format!("{percent}% the same as last period’s (b: what differs)."),
        )
    }

    /// A figure that is far from the one before.
    pub fn jump(self, now: &str, before: &str) -> String {
        self.pick(
            format!("{now}, kỳ trước {before}: chênh nhiều, xem lại."),
            format!("{now}, before {before}: a big step, look again."),
        )
    }

    /// A figure whose unit seems to be another one.
    pub fn unit_slip(self, now: &str, before: &str, factor: u32) -> String {
        self.pick(
            format!("{now}, kỳ trước {before}: lệch khoảng {factor} lần, xem lại đơn vị."),
            format!("{now}, before {before}: about {factor} times, look at the unit."),
        )
    }

    /// Two figures of one indicator, with their days and the other desk.
    pub fn told_otherwise(
        self,
        mine: (String, NaiveDate),
        desk: &str,
        theirs: (String, NaiveDate),
    ) -> String {
        let ((mine, my_day), (theirs, their_day)) = (mine, theirs);
        let why = match my_day == their_day {
            true => self.pick("cùng ngày chốt, hai số khác nhau", "same day, two figures"),
            false => self.pick("khác ngày chốt", "on another day"),
        };
        let (my_day, their_day) = (format_date(my_day), format_date(their_day));
        self.pick(
            format!("ở đây {mine} ({my_day}), đã gửi {desk} {theirs} ({their_day}): {why}."),
            format!("here {mine} ({my_day}), told {desk} {theirs} ({their_day}): {why}."),
        )
    }

    /// "đạt 32,32% (1.102/3.410), ước đến 30/9/2026".
    pub fn figure_in_words(self, figure: &str, quality: &str, day: &str) -> String {
        self.pick(format!("đạt {figure}, {quality} đến {day}"), format!("{figure}, {quality} as of {day}"))
    }

    /// A whole report as a choice.
    pub fn whole_report(self, parts: usize, name: &str) -> String {
        self.pick(
            format!("Cả báo cáo ({parts} phần): {name}"),
            format!("The whole report ({parts} parts): {name}"),
        )
    }

    /// Where an inserted text comes from; with the key that takes it out where one key does.
    pub fn inserted_from(self, source: &str, one_key: bool) -> String {
        let out = if one_key { self.pick(" ^Z: bỏ.", " ^Z: take it out.") } else { "" };
        self.pick(format!("Đã chèn từ {source}.{out}"), format!("Put in from {source}.{out}"))
    }

    /// Heading of a comparison with a version that was sent.
    pub fn against_version(self, version: u32, at: Option<DateTime<FixedOffset>>) -> String {
        let at = at.map(|at| at.format("%H:%M %d/%m/%Y").to_string()).unwrap_or_default();
        self.pick(
            format!("So với bản {version} đã gửi lúc {at}"),
            format!("Against version {version}, sent {at}"),
        )
    }

    /// Heading of a comparison with the period before.
    pub fn against_period(self, period: &str) -> String {
        self.pick(format!("So với báo cáo {period}"), format!("Against the report of {period}"))
    }
}
