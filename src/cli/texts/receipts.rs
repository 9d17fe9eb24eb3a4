//! What `tiendo receipt` says, in both languages.

use crate::text::sanitise::one_line;
use crate::text::width::{Ellipsis, truncate};
use crate::text::words::Lang;

/// Lines beside a receipt that are shown.
const OUTSIDE_SHOWN: usize = 5;
/// Cells of one of them.
const OUTSIDE_CELLS: usize = 60;

impl Lang {
    /// What a printed receipt is worth.
    pub(in crate::cli) fn receipt_valid(self, number: i64) -> String {
        self.pick(
            format!("Biên nhận hợp lệ: đúng dòng số {number} của sổ gửi, sổ nguyên vẹn đến dòng đó."),
            format!("The receipt is valid: it is line {number} of the ledger, which is whole up to it."),
        )
    }

    /// That a printed receipt says something else than the ledger.
    pub(in crate::cli) fn receipt_invalid(self) -> &'static str {
        self.pick("BIÊN NHẬN KHÔNG ĐÚNG với sổ gửi:", "THE RECEIPT DIFFERS from the ledger:")
    }

    /// That lines of a receipt are about what came later.
    pub(in crate::cli) fn receipt_later(self) -> &'static str {
        self.pick(
            "Đã thay đổi sau khi in (không làm mất giá trị):",
            "Changed since it was printed (no harm to it):",
        )
    }

    /// The lines that stand beside a receipt, the first few of them: nothing confirms what they say.
    pub(in crate::cli) fn outside_receipt(self, lines: &[String]) -> String {
        let shown = lines.iter().take(OUTSIDE_SHOWN);
        let shown =
            shown.map(|line| format!("“{}”", truncate(&one_line(line), OUTSIDE_CELLS, Ellipsis::Unicode)));
        let shown = shown.collect::<Vec<_>>().join(", ");
        let more = match lines.len().saturating_sub(OUTSIDE_SHOWN) {
            0 => String::new(),
            more => self.pick(format!(" và {more} dòng nữa"), format!(" and {more} more lines")),
        };
        self.pick(
            format!("Ngoài biên nhận còn có chữ, không được xác nhận: {shown}{more}"),
            format!("Beside the receipt stands what nothing confirms: {shown}{more}"),
        )
    }

    /// Which receipt of a file with several.
    pub(in crate::cli) fn receipt_of_several(self, at: usize, all: usize) -> String {
        self.pick(format!("Tờ {at}/{all}: "), format!("Receipt {at} of {all}: "))
    }

    /// That a receipt is of another ledger, or none at all.
    pub(in crate::cli) fn receipt_unknown(self, number: Option<i64>) -> String {
        match number {
            Some(number) => self.pick(
                format!("Sổ gửi của cơ sở dữ liệu này không có dòng số {number}: biên nhận của nơi khác, hoặc là giả."),
                format!("The ledger of this database has no line {number}: the receipt is of another place, or made up."),
            ),
            None => self.pick(
                "Tệp này không phải biên nhận: không thấy các dòng giữa BEGIN và END.".to_owned(),
                "This file is no receipt: there are no lines between BEGIN and END.".into(),
            ),
        }
    }

    /// That the ledger has no such line.
    pub(in crate::cli) fn no_ledger_line(self) -> String {
        self.pick(
            "không có bản nào đã gửi như vậy trong sổ gửi. Xem: tiendo report list.".to_owned(),
            "the ledger has no such version. See: tiendo report list.".into(),
        )
    }
}
