//! What `tiendo receipt` says, in both languages.

use crate::text::words::Lang;

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
