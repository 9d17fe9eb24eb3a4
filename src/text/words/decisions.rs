//! Decisions in words: extensions, days of one's own, what went on paper.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

use crate::domain::calendar::{CalendarFault, DayKind, DayStatus};
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

    /// How long a request has waited for its answer.
    pub fn waiting_for_answer(self, days: i64) -> String {
        match days {
            0 => self.pick("hỏi hôm nay".to_owned(), "asked today".to_owned()),
            _ => self.pick(format!("chờ trả lời {days} ngày"), format!("waiting {days} days")),
        }
    }

    /// The same for a narrow column, beside a title that says what is waited for: "chờ 12 ngày".
    pub fn waiting_short(self, days: i64) -> String {
        match days {
            0 => self.waiting_for_answer(0),
            _ => self.pick(format!("chờ {days} ngày"), format!("waits {days} d")),
        }
    }

    /// "hạn nội bộ T6 27/11/26".
    pub fn internal_day(self, day: NaiveDate) -> String {
        let day = self.day_short(day);
        self.pick(
            format!("Hạn nội bộ (tự đặt, không phải của văn bản): {day}"),
            format!("Internal day (our own, not the document's): {day}"),
        )
    }

    /// The day of the desk above, beside a request for a later one.
    pub fn compiled_by(self, day: NaiveDate) -> String {
        let day = self.day_short(day);
        self.pick(
            format!("Nơi tổng hợp phải gửi tiếp chậm nhất {day}: ngày xin nên trước ngày này"),
            format!("The desk above has to send its own by {day}: ask for a day before it"),
        )
    }

    /// Who settled what holds for everybody.
    pub fn set_by(self, who: &str, at: DateTime<FixedOffset>) -> String {
        let at = at.format("%H:%M %d/%m/%Y");
        self.pick(
            format!("{who} ghi lúc {at}; áp dụng cho mọi cơ quan báo cáo theo mục này"),
            format!("recorded by {who} at {at}; holds for everybody who reports under this clause"),
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

    /// How firm the holidays of a year are: not all announced, so many days only proposed, or all announced.
    pub fn calendar_state(self, year: i32, published: bool, proposed: usize) -> String {
        match (published, proposed) {
            (false, _) => self.unpublished(year),
            (true, 0) => self.pick(
                format!("Lịch nghỉ {year}: đã có đủ thông báo chính thức."),
                format!("The holidays of {year} are all announced."),
            ),
            (true, days) => self.pick(
                format!("Lịch nghỉ {year}: {days} ngày còn là dự kiến, chưa tính."),
                format!("The holidays of {year}: {days} only proposed and not counted."),
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

    /// That a document set the day.
    pub fn day_set_by(self, number: &str) -> String {
        self.pick(
            format!("ngày do {number} ấn định, ghi khi mở việc này"),
            format!("the day was set by {number}"),
        )
    }

    /// That a report is waived, and why.
    pub fn waived(self, reason: &str) -> String {
        self.pick(format!("Được miễn: {reason}"), format!("Waived: {reason}"))
    }

    /// A line that gives the duties of a group to somebody.
    pub fn hand_over(self, heirs: &str) -> String {
        self.pick(format!("Chuyển cho {heirs}"), format!("Hand over to {heirs}"))
    }

    /// A line that gives one duty of an agency that ended, or all of them, to somebody.
    pub fn settle_heir(self, one: bool, heirs: &str) -> String {
        let what = match one {
            true => self.pick("Việc này", "This one"),
            false => self.pick("Mọi việc", "Everything"),
        };
        format!("{what} → {heirs}")
    }

    /// That a period was opened by another document already.
    pub fn opened_already(self, period: &str, number: &str) -> String {
        self.pick(
            format!("Kỳ {period} đã mở theo {number}: sửa văn bản đó, mỗi kỳ một báo cáo."),
            format!("{period} was opened by {number} already: change that one."),
        )
    }

    /// That a draft counts from now on.
    pub fn plan_issued(self, plan: &str, number: &str, day: NaiveDate) -> String {
        let day = format_date(day);
        self.pick(
            format!("{plan}: {number}, ban hành ngày {day}; nghĩa vụ tính từ ngày đó."),
            format!("{plan}: {number} of {day}; what it asks for counts from that day on."),
        )
    }

    /// That number and date of a draft are entered already, and how to take them back.
    pub fn issued_already(self, plan: &str, id: &str, number: &str, day: NaiveDate) -> String {
        let day = format_date(day);
        self.pick(
            format!("{plan} đã có số {number}, ngày {day}. Nếu sai, bỏ trước rồi nhập lại: tiendo plan withdraw {id}"),
            format!("{plan} is {number} of {day} already. If that is wrong, take it back first: tiendo plan withdraw {id}"),
        )
    }

    /// That a date of issue lies long before the year of the plan.
    pub fn long_before_its_year(self, year: i32) -> String {
        self.pick(
            format!("Ngày này quá xa trước năm {year} của văn bản; kiểm tra lại năm."),
            format!("This day is long before {year}, the year of the document; check the year."),
        )
    }

    /// That a plan is a draft again.
    pub fn plan_withdrawn(self, plan: &str) -> String {
        self.pick(format!("{plan}: trở lại dự thảo."), format!("{plan}: a draft again."))
    }

    /// "nghỉ lễ".
    pub fn day_kind(self, kind: DayKind) -> &'static str {
        match kind {
            DayKind::Holiday => self.pick("lễ", "holiday"),
            DayKind::Off => self.pick("nghỉ", "off"),
            DayKind::Makeup => self.pick("làm bù", "worked"),
        }
    }

    /// That a word names no kind of a day.
    pub fn no_day_kind(self, typed: &str) -> String {
        self.pick(
            format!("--kind: không có loại “{typed}”; dùng: lễ (holiday), nghỉ (off), làm bù (makeup)."),
            format!("--kind: there is no `{typed}`; use: holiday (lễ), off (nghỉ), makeup (làm bù)."),
        )
    }

    /// "dự kiến".
    pub fn day_status(self, status: DayStatus) -> &'static str {
        match status {
            DayStatus::Law => self.pick("luật", "law"),
            DayStatus::Approved => self.pick("đã duyệt", "approved"),
            DayStatus::Proposed => self.pick("dự kiến", "proposed"),
        }
    }

    /// "Làm bù cho 23/11".
    pub fn makeup_for(self, day: NaiveDate) -> String {
        let day = format!("{:02}/{:02}", day.day(), day.month());
        self.pick(format!("Làm bù cho {day}"), format!("Worked for {day}"))
    }

    /// A date of a plan that moved with the calendar.
    pub fn moved_day(self, place: &str, due_last: NaiveDate, from: NaiveDate, to: NaiveDate) -> String {
        let (last, from, to) = (self.day_short(due_last), self.day_short(from), self.day_short(to));
        self.pick(
            format!("{place}: nên gửi {from} → {to} (ngày cuối hợp lệ vẫn {last})"),
            format!("{place}: better by {from} → {to} (the last valid day stays {last})"),
        )
    }

    /// Why the calendar cannot be changed so, and what to do.
    pub fn calendar_fault(self, fault: &CalendarFault) -> String {
        match fault {
            CalendarFault::Weekend(day) => {
                let day = self.day_short(*day);
                self.pick(
                    format!("{day} đã là ngày nghỉ cuối tuần; chọn một ngày làm việc."),
                    format!("{day} is a weekend already; choose a working day."),
                )
            }
            CalendarFault::Taken { date, name } => {
                let day = self.day_short(*date);
                self.pick(
                    format!("{day} đã có trong lịch: {name}. Duyệt hoặc bỏ mục đó trước."),
                    format!("{day} is in the calendar: {name}. Approve or drop that first."),
                )
            }
            CalendarFault::SourceTaken(source) => self.pick(
                format!("Nguồn “{source}” là của lịch đi kèm chương trình; ghi nguồn khác."),
                format!("`{source}` is a source of the bundled calendar; name another one."),
            ),
            CalendarFault::WorkedAnyhow(day) => {
                let day = self.day_short(*day);
                self.pick(
                    format!("{day} vốn là ngày làm việc; ngày làm bù phải là thứ Bảy hoặc Chủ nhật."),
                    format!("{day} is a working day; a make-up day is a Saturday or a Sunday."),
                )
            }
            CalendarFault::FarApart { off, makeup, days } => {
                let (off, makeup) = (self.day_short(*off), self.day_short(*makeup));
                self.pick(
                    format!("{off} và {makeup} cách nhau {days} ngày: kiểm tra lại năm của hai ngày."),
                    format!("{off} and {makeup} are {days} days apart: check the years of both."),
                )
            }
            CalendarFault::NothingProposed(meant) => self.pick(
                format!("Không có mục dự kiến nào cho “{meant}”. Xem: tiendo calendar list."),
                format!("Nothing is proposed for `{meant}`. See: tiendo calendar list."),
            ),
        }
    }

    /// Which years a first year can be.
    pub fn bad_first_year(self, earliest: i32) -> String {
        self.pick(
            format!("Phải là một năm từ {earliest} (năm ban hành), gõ như 2025; hoặc để trống."),
            format!("A year from {earliest} (year of issue), like 2025; or empty."),
        )
    }
}
