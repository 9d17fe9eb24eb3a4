//! Compiled reports in words.

use super::Lang;
use crate::domain::settled::Pursued;
use crate::text::date::format_date;

impl Lang {
    /// "tổng hợp từ 31/78 báo cáo".
    pub fn compiled_basis(self, arrived: usize, total: usize) -> String {
        self.pick(
            format!("Tổng hợp từ báo cáo của {arrived}/{total} cơ quan"),
            format!("Compiled from the reports of {arrived} of {total} agencies"),
        )
    }

    /// The source of a figure of the province.
    pub fn compiled_of(self, reports: usize, total: usize) -> String {
        self.pick(
            format!("Tổng hợp từ {reports}/{total} báo cáo"),
            format!("Compiled from {reports} of {total} reports"),
        )
    }

    /// That reports came or were given back since the text was compiled, and what to do.
    pub fn sources_changed(self, came: usize, gone: usize) -> String {
        let mut parts = Vec::new();
        if came > 0 {
            parts.push(self.pick(format!("{came} báo cáo mới đến"), format!("{came} reports came")));
        }
        if gone > 0 {
            parts.push(self.pick(format!("{gone} báo cáo bị trả lại"), format!("{gone} were given back")));
        }
        let parts = parts.join(", ");
        self.pick(
            format!("Sau khi tổng hợp có {parts}: phím 6 rồi F10 để tổng hợp lại"),
            format!("{parts} since this was compiled: press 6, then F10 to compile it anew"),
        )
    }

    /// That it is not clear which report is to be compiled.
    pub fn which_compiled(self, count: usize) -> String {
        match count {
            0 => self
                .pick(
                    "Không có báo cáo tổng hợp nào như vậy; xem danh sách: tiendo compile",
                    "There is no such compiled report; for a list: tiendo compile",
                )
                .to_owned(),
            _ => self.pick(
                format!("Có {count} báo cáo tổng hợp; thêm --obligation và --period:"),
                format!("There are {count} compiled reports; add --obligation and --period:"),
            ),
        }
    }

    /// Paragraphs that were written out of reports which are not there any more.
    pub fn pieces_waiting(self, count: usize) -> String {
        self.pick(
            format!("! {count} đoạn đã viết lại, đã gộp đang chờ: báo cáo nguồn bị trả lại hoặc có bản mới."),
            format!("! {count} rewritten or joined paragraphs wait: a source was given back or sent anew."),
        )
    }

    /// A report that came after the compiled one was sent.
    pub fn late_arrival(self, agency: &str, version: u32) -> String {
        self.pick(
            format!("{agency}: bản gửi lần {version} đến sau khi đã gửi báo cáo tổng hợp"),
            format!("{agency}: version {version} came after the compiled report was sent"),
        )
    }

    /// What became of a proposal.
    pub fn pursued(self, pursued: &Pursued) -> String {
        let Pursued { addressee, answer, answered_on } = pursued;
        match answered_on {
            Some(day) => {
                let day = format_date(*day);
                self.pick(
                    format!("Gửi {addressee}; trả lời ngày {day}: {answer}"),
                    format!("To {addressee}; answered on {day}: {answer}"),
                )
            }
            None => {
                self.pick(format!("Gửi {addressee}; chưa trả lời"), format!("To {addressee}; no answer yet"))
            }
        }
    }
}
