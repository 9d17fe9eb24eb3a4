//! Receipts and the ledger, in words.

use chrono::NaiveDate;

use super::Lang;
use crate::domain::ledger::LedgerFault;
use crate::text::date::format_date;
use crate::text::receipt::{Difference, Label};

impl Lang {
    /// What a line of a receipt is called.
    pub fn receipt_label(self, label: Label) -> &'static str {
        let (vi, en) = match label {
            Label::Report => ("Báo cáo", "Report"),
            Label::Plan => ("Kế hoạch", "Plan"),
            Label::Clause => ("Điều khoản", "Clause"),
            Label::Period => ("Kỳ báo cáo", "Period"),
            Label::Agency => ("Cơ quan báo cáo", "Agency"),
            Label::Recipient => ("Nơi nhận", "Recipient"),
            Label::Due => ("Hạn cuối", "Due"),
            Label::Why => ("Vì sao ngày này", "Why this day"),
            Label::SentAt => ("Gửi lúc", "Sent at"),
            Label::Verdict => ("Kết luận", "Verdict"),
            Label::Author => ("Người soạn", "Written by"),
            Label::Approved => ("Người duyệt", "Approved by"),
            Label::SentBy => ("Tài khoản gửi", "Sent by account"),
            Label::Version => ("Phiên bản", "Version"),
            Label::Number => ("Số trong sổ gửi", "Number in ledger"),
            Label::ReceivedAt => ("Nhận lúc", "Received at"),
            Label::Extension => ("Gia hạn", "Extension"),
            Label::Dispatch => ("Văn bản phát hành", "Dispatch"),
            Label::Afterwards => ("Sau khi gửi", "Afterwards"),
        };
        self.pick(vi, en)
    }

    /// "125/BC-SYT, ngày 20/10/2026".
    pub fn dispatched(self, number: &str, dated: NaiveDate) -> String {
        let day = format_date(dated);
        match number {
            "" => self.pick(format!("ngày {day}"), format!("of {day}")),
            number => self.pick(format!("{number}, ngày {day}"), format!("{number} of {day}")),
        }
    }

    /// On time or late, by days after the last valid day; negative: before it.
    pub fn receipt_verdict(self, days: i64) -> String {
        match days {
            1.. => self.pick(format!("TRỄ {days} ngày"), format!("LATE by {days} days")),
            0 => self.pick("ĐÚNG HẠN, vào ngày cuối".to_owned(), "ON TIME, on the last day".into()),
            _ => self
                .pick(format!("ĐÚNG HẠN, trước {} ngày", -days), format!("ON TIME, {} days before", -days)),
        }
    }

    /// Both days, and the verdict by the granted one.
    pub fn receipt_extension(self, from: NaiveDate, granted: NaiveDate, days: i64) -> String {
        let (from, granted) = (self.full_day(from), self.full_day(granted));
        let verdict = match days {
            1.. => self
                .pick(format!("trễ {days} ngày so với ngày gia hạn"), format!("late by {days} days even so")),
            _ => self.pick("đúng hạn theo ngày gia hạn".to_owned(), "on time by that day".into()),
        };
        self.pick(
            format!("từ {from} đến {granted}; {verdict}"),
            format!("from {from} to {granted}; {verdict}"),
        )
    }

    /// That a later version took the place of this one.
    pub fn replaced_by(self, version: u32) -> String {
        self.pick(
            format!("đã gửi lại, phiên bản {version}; biên nhận này vẫn có giá trị cho phiên bản của nó"),
            format!("sent again as version {version}; this receipt still holds for its own version"),
        )
    }

    /// That the desk gave it back.
    pub fn returned_with(self, remark: &str) -> String {
        self.pick(format!("trả lại: {remark}"), format!("given back: {remark}"))
    }

    /// "số 12, bản 1".
    pub fn receipt_number(self, number: i64, version: u32) -> String {
        self.pick(format!("số {number}, bản {version}"), format!("number {number}, version {version}"))
    }

    /// What is wrong with the ledger, and what to do.
    pub fn ledger_fault(self, fault: LedgerFault) -> String {
        let number = fault.number();
        let what = match fault {
            LedgerFault::Missing(_) => {
                self.pick(format!("sổ gửi thiếu dòng số {number}"), format!("the ledger lacks line {number}"))
            }
            LedgerFault::Changed(_) => self.pick(
                format!("dòng số {number} của sổ gửi đã bị sửa sau khi gửi"),
                format!("line {number} of the ledger was changed after sending"),
            ),
            LedgerFault::Unlinked(_) => self.pick(
                format!("dòng số {number} của sổ gửi không nối tiếp dòng trước: dòng trước đã bị thay"),
                format!("line {number} of the ledger does not follow the line before: that one was replaced"),
            ),
        };
        self.pick(
            format!("{what}. Giữ nguyên tệp dữ liệu, so với bản sao lưu và biên nhận đã in."),
            format!(
                "{what}. Keep the database as it is; compare it with a backup and with printed receipts."
            ),
        )
    }

    /// How many lines of the ledger are as they were sealed.
    pub fn ledger_good(self, lines: usize) -> String {
        self.pick(
            format!("Sổ gửi nguyên vẹn: {lines} dòng, mỗi dòng đúng dấu và nối tiếp dòng trước."),
            format!("The ledger is whole: {lines} lines, each with its seal and after the one before."),
        )
    }

    /// That lines of the ledger have times that run backwards.
    pub fn ledger_set_back(self, lines: &[i64]) -> String {
        let lines = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        self.pick(
            format!("Giờ gửi ở dòng số {lines} sớm hơn dòng trước: đồng hồ máy đã bị chỉnh lùi. Nội dung vẫn đúng, giờ gửi cần đối chiếu với công văn."),
            format!("The time of sending in line {lines} is before that of the line above: the clock was set back. The content holds; compare the times with the dispatches."),
        )
    }

    /// "Hạn cuối: giấy ghi “…”, sổ ghi “…”".
    pub fn receipt_difference(self, difference: &Difference) -> String {
        let Difference { line, printed, known, .. } = difference;
        let shown = |text: &str| {
            if text.is_empty() {
                self.pick("không có", "nothing").to_owned()
            } else {
                format!("“{text}”")
            }
        };
        let (printed, known) = (shown(printed), shown(known));
        self.pick(
            format!("{line}: biên nhận ghi {printed}, chương trình ghi {known}"),
            format!("{line}: the receipt says {printed}, the program has {known}"),
        )
    }
}
