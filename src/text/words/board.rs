//! The board of a round and its reminders, in words.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::board::{BoardRow, BoardState, Punctuality};
use crate::domain::reminder::{Level, Step};
use crate::text::date::format_date;
use crate::text::number::format_decimals;

use super::Lang;

impl Lang {
    /// "ĐANG SOẠN 2/3", for a column of 14 cells.
    pub fn board_state(self, row: &BoardRow) -> String {
        let words = self.words();
        let late = row.late_days.is_some();
        match row.state {
            BoardState::NotOpened | BoardState::Extended if row.asked_for.is_some() => {
                words.status_extension_asked.to_owned()
            }
            BoardState::NotOpened => words.status_not_opened.to_owned(),
            BoardState::Extended => {
                let day = row.extended_to.map(|day| day.format("%d/%m").to_string()).unwrap_or_default();
                self.pick(format!("GIA HẠN {day}"), format!("UNTIL {day}"))
            }
            BoardState::Drafting if row.written.1 > 0 => {
                format!("{} {}/{}", words.status_drafting, row.written.0, row.written.1)
            }
            BoardState::Drafting => words.status_drafting.to_owned(),
            BoardState::AwaitingApproval => words.status_awaiting_approval.to_owned(),
            BoardState::Returned => words.status_returned.to_owned(),
            BoardState::Sent if late => words.status_sent_late.to_owned(),
            BoardState::Sent => words.status_sent.to_owned(),
            BoardState::Received if late => words.status_received_late.to_owned(),
            BoardState::Received => words.status_received.to_owned(),
            BoardState::Waived => words.status_waived.to_owned(),
        }
    }

    /// How many are in a state: "trả lại 2".
    pub fn board_count(self, state: BoardState, count: usize) -> String {
        let name = match state {
            BoardState::NotOpened => self.pick("chưa mở", "not opened"),
            BoardState::Extended => self.pick("gia hạn", "extended"),
            BoardState::Drafting => self.pick("soạn", "drafting"),
            BoardState::AwaitingApproval => self.pick("chờ duyệt", "to approve"),
            BoardState::Returned => self.pick("trả lại", "returned"),
            BoardState::Sent => self.pick("chờ nhận", "to receive"),
            BoardState::Received => self.pick("đã nhận", "received"),
            BoardState::Waived => self.pick("miễn", "waived"),
        };
        format!("{name} {count}")
    }

    /// "Đã nộp 31/78 (39,7%)".
    pub fn board_share(self, sent: usize, total: usize) -> String {
        let share = if total == 0 { 0.0 } else { sent as f64 * 100.0 / total as f64 };
        format!("{} ({}%)", self.board_sent(sent, total), format_decimals(share, 1))
    }

    /// "Đã nộp 31/78".
    pub fn board_sent(self, sent: usize, total: usize) -> String {
        self.pick(format!("Đã nộp {sent}/{total}"), format!("In: {sent} of {total}"))
    }

    /// "Phải nộp 78 = 13 Các sở, ban, ngành (trừ Sở KH&CN) + 65 UBND các xã, phường".
    pub fn board_denominator(self, total: usize, parts: &str, excluded: &str) -> String {
        let but = match excluded {
            "" => String::new(),
            names => self.pick(format!(" (trừ {names})"), format!(" (without {names})")),
        };
        let parts = if parts.is_empty() { String::new() } else { format!(" = {parts}") };
        self.pick(format!("Phải nộp {total}{parts}{but}"), format!("Owed {total}{parts}{but}"))
    }

    /// "không đếm: UBND cấp huyện".
    pub fn board_left_out(self, names: &str) -> String {
        self.pick(format!("không đếm: {names}"), format!("not counted: {names}"))
    }

    /// "đã chọn 9".
    pub fn board_selected(self, count: usize) -> String {
        self.pick(format!("đã chọn {count}"), format!("{count} selected"))
    }

    /// "2/2 năm", "mới lập".
    pub fn punctual_past(self, past: Punctuality) -> String {
        match past {
            Punctuality { of: 0, is_new: true, .. } => self.words().board_new.to_owned(),
            Punctuality { of: 0, .. } => "—".to_owned(),
            Punctuality { on_time, of, .. } => {
                self.pick(format!("{on_time}/{of} kỳ"), format!("{on_time} of {of}"))
            }
        }
    }

    /// "quá hạn 23 ngày", "nộp trễ 1 ngày".
    pub fn board_late(self, state: BoardState, days: i64) -> String {
        if state.is_owed() {
            self.pick(format!("quá hạn {days} ngày"), format!("{days} days overdue"))
        } else {
            self.pick(format!("nộp trễ {days} ngày"), format!("{days} days late"))
        }
    }

    /// "Đã nhắc 2 lần, lần cuối 20/11/2026".
    pub fn reminded(self, count: usize, last: Option<NaiveDate>) -> String {
        match last {
            None => self.pick("Chưa nhắc lần nào".to_owned(), "Not yet reminded".to_owned()),
            Some(last) => {
                let last = format_date(last);
                let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
                self.pick(
                    format!("Đã nhắc {count} lần, lần cuối {last}"),
                    format!("Reminded {times}, last on {last}"),
                )
            }
        }
    }

    /// "T-15".
    pub fn ladder_step(self, step: Step) -> String {
        let days = step.days();
        let sign = if days < 0 { "-" } else { "+" };
        format!("T{sign}{}", days.abs())
    }

    /// Whom a step turns to.
    pub fn ladder_level(self, level: Level) -> &'static str {
        match level {
            Level::Specialist => self.pick("chuyên viên đầu mối", "the specialist in charge"),
            Level::Head => self.pick("lãnh đạo đơn vị", "the head of the agency"),
            Level::CommitteeOffice => self.pick(
                "lãnh đạo đơn vị, đồng gửi Văn phòng UBND",
                "the head of the agency, with word to the office of the committee",
            ),
        }
    }

    /// "Thang đôn đốc: đến bậc T+7 → lãnh đạo đơn vị; chưa làm".
    pub fn ladder(self, step: Step, is_due: bool) -> String {
        let (name, level) = (self.ladder_step(step), self.ladder_level(step.level()));
        let done = match is_due {
            true => self.pick("chưa làm", "not done yet"),
            false => self.pick("đã làm", "done"),
        };
        self.pick(
            format!("Thang đôn đốc: bậc {name} → {level}; {done}"),
            format!("Ladder: step {name} → {level}; {done}"),
        )
    }

    /// Why the ladder asks for nothing today.
    pub fn no_step_due(self, reached: Option<Step>) -> String {
        match reached.map(|step| self.ladder_step(step)) {
            None => self.pick(
                "Không có gì phải làm: chưa đến bậc đầu của thang đôn đốc.".to_owned(),
                "Nothing to do: the first step of the ladder is still to come.".to_owned(),
            ),
            Some(step) => self.pick(
                format!("Không có gì phải làm: bậc {step} của thang đôn đốc đã làm."),
                format!("Nothing to do: step {step} of the ladder is done."),
            ),
        }
    }

    /// A batch of reminders by name: "đôn đốc báo cáo năm 2026 → Sở Nội vụ, 14 nơi, 21/11/2026".
    pub fn reminder_name(self, report: &str, count: usize, on: NaiveDate) -> String {
        let on = format_date(on);
        self.pick(
            format!("đôn đốc “{report}”, {count} nơi, ngày {on}"),
            format!("reminder “{report}”, {count} agencies, {on}"),
        )
    }

    /// What the ledger will say.
    pub fn ledger_line(self, count: usize, on: NaiveDate) -> String {
        let on = format_date(on);
        self.pick(
            format!("Ghi sổ đôn đốc: {count} nơi, ngày {on}; không nơi nào bị nhắc hai lần trong ngày."),
            format!("For the ledger: {count} agencies, {on}; nobody is reminded twice on a day."),
        )
    }

    /// Who is left out, because reminded today.
    pub fn left_out_today(self, names: &str, count: usize) -> String {
        self.pick(
            format!("Bỏ ra {count} nơi đã nhắc hôm nay: {names}"),
            format!("{count} left out, reminded today: {names}"),
        )
    }

    /// That all were reminded today.
    pub fn all_reminded_today(self, count: usize) -> String {
        self.pick(
            format!("Hôm nay đã nhắc cả {count} nơi này; không có gì mới. u: rút lại lần nhắc cuối."),
            format!("All {count} were reminded today; nothing new. u takes the last reminder back."),
        )
    }

    /// That somebody else reminded the same agencies meanwhile.
    pub fn reminded_meanwhile(self, who: &str, at: Option<DateTime<FixedOffset>>) -> String {
        let at = at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default();
        self.pick(
            format!("{who} vừa nhắc các nơi này lúc {at}: sổ giữ lần đó, tệp vừa ghi thì chưa ghi sổ."),
            format!(
                "{who} reminded them at {at}: the ledger keeps that; the files just written are not in it."
            ),
        )
    }

    /// "45 nơi nhận; bậc T-7 → chuyên viên đầu mối".
    pub fn letter_summary(self, count: usize, steps: &[Step]) -> String {
        let steps = steps.iter().map(|step| {
            let (name, level) = (self.ladder_step(*step), self.ladder_level(step.level()));
            self.pick(format!("; bậc {name} → {level}"), format!("; step {name} → {level}"))
        });
        let steps: String = steps.collect();
        self.pick(format!("{count} nơi nhận{steps}"), format!("{count} recipients{steps}"))
    }
}
