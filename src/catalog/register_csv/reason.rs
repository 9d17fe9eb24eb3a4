//! What can be wrong with a line, in both languages.

use super::{COLUMNS, kinds};
use crate::text::encoding::NotText;

/// One bad line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvFault {
    /// Line of the file, from 1; 0: the file as a whole.
    pub line: u64,
    /// What is wrong.
    pub reason: CsvReason,
}

/// Faults in the order of the lines.
#[derive(Default)]
pub(super) struct Faults(pub(super) Vec<CsvFault>);

impl Faults {
    pub(super) fn at(&mut self, line: u64, reason: CsvReason) {
        self.0.push(CsvFault { line, reason });
    }
}

/// Why a line, or a file, is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CsvReason {
    /// Two bytes for a letter, and no mark that says so.
    Utf16,
    /// A legacy code page.
    NotUtf8,
    /// Text that was typed with a font of the time before Unicode.
    OldFont,
    /// A workbook, not a table of text.
    Workbook,
    /// No line beside the first.
    NoLines,
    /// The reader of the table stops.
    Unreadable {
        /// Its remark, in English.
        message: String,
    },
    /// A column that is needed is not there.
    MissingColumn {
        /// Its name.
        column: &'static str,
    },
    /// A column that nobody knows.
    UnknownColumn {
        /// As written.
        name: String,
    },
    /// More or fewer cells than the first line.
    Fields {
        /// Cells of the line.
        found: usize,
        /// Cells of the first line.
        wanted: usize,
    },
    /// A cell that must not be empty.
    Empty {
        /// Its column.
        column: &'static str,
    },
    /// A code with letters that cannot stand in one.
    BadCode {
        /// As written.
        code: String,
    },
    /// A code or name that stands in an earlier line.
    Twice {
        /// The code or the name.
        text: String,
        /// The earlier line.
        first: u64,
    },
    /// A code or name of the bundled register.
    Taken {
        /// The code or the name.
        text: String,
        /// Whose it is.
        by: String,
    },
    /// No kind of agency.
    Kind {
        /// As written.
        text: String,
    },
    /// No day.
    Date {
        /// Its column.
        column: &'static str,
        /// As written.
        text: String,
    },
    /// Ends before it begins.
    DatesReversed,
}

const KINDS: &str = "provincial_committee, council, department, district, commune, party, central, press, \
                     association, school, office, other";

/// The Vietnamese name of a column.
fn vi(column: &str) -> &str {
    let names = COLUMNS.iter().find(|(name, _)| *name == column).map(|(_, names)| *names);
    names.and_then(|names| names.first()).copied().unwrap_or(column)
}

impl CsvFault {
    /// Why the bytes of a file are no text.
    pub(super) fn of_file(refused: NotText) -> Self {
        let (line, reason) = match refused {
            NotText::Utf16 => (0, CsvReason::Utf16),
            NotText::NotUtf8 { line } => (line, CsvReason::NotUtf8),
            NotText::Workbook => (0, CsvReason::Workbook),
        };
        Self { line, reason }
    }

    /// The fault as one line.
    pub fn text(&self, vietnamese: bool) -> String {
        let place = match (self.line, vietnamese) {
            (0, _) => String::new(),
            (line, true) => format!("dòng {line}: "),
            (line, false) => format!("line {line}: "),
        };
        let reason = if vietnamese { self.reason.vietnamese() } else { self.reason.english() };
        place + &reason
    }
}

impl CsvReason {
    fn vietnamese(&self) -> String {
        match self {
            Self::Utf16 => "tệp lưu kiểu UTF-16; trong Excel chọn Lưu thành (Save As) › CSV UTF-8".into(),
            Self::NotUtf8 => "chữ không phải UTF-8; trong Excel chọn Lưu thành (Save As) › CSV UTF-8".into(),
            Self::OldFont => {
                "chữ gõ bằng phông cũ (TCVN3, VNI); đổi sang Unicode, ví dụ bằng Unikey (Ctrl+Shift+F6)"
                    .into()
            }
            Self::Workbook => "đây là tệp bảng tính; trong Excel chọn Lưu thành (Save As) › CSV UTF-8".into(),
            Self::NoLines => "tệp không có dòng nào dưới dòng tiêu đề".into(),
            Self::Unreadable { message } => format!("không đọc được dòng này ({message})"),
            Self::MissingColumn { column } => {
                format!(
                    "thiếu cột “{}”; dòng đầu phải có mã;tên;loại;từ;đến (hoặc code;name;kind;from;to)",
                    vi(column)
                )
            }
            Self::UnknownColumn { name } => {
                format!("không có cột “{name}”; dùng mã, tên, loại, từ, đến, tên ngắn, tỉnh")
            }
            Self::Fields { found, wanted } => format!("có {found} ô, cần {wanted} ô như dòng đầu"),
            Self::Empty { column } => format!("cột “{}” để trống", vi(column)),
            Self::BadCode { code } => {
                format!("mã “{code}” chỉ được gồm chữ không dấu, số và các dấu - _ .")
            }
            Self::Twice { text, first } => format!("“{text}” đã có ở dòng {first}"),
            Self::Taken { text, by } => format!("“{text}” là của {by} trong danh bạ; dùng mã hoặc tên khác"),
            Self::Kind { text } => format!("loại “{text}” không có; dùng một trong: {}", kinds::words()),
            Self::Date { column, text } => {
                format!("cột “{}”: “{text}” không phải ngày; ghi như 01/07/2025, hoặc để trống", vi(column))
            }
            Self::DatesReversed => "ngày cuối trước ngày đầu".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Utf16 => "the file is UTF-16; in Excel choose Save As › CSV UTF-8".into(),
            Self::NotUtf8 => "the text is not UTF-8; in Excel choose Save As › CSV UTF-8".into(),
            Self::OldFont => {
                "typed with an old font (TCVN3, VNI); convert it to Unicode, e.g. with Unikey".into()
            }
            Self::Workbook => "this is a workbook; in Excel choose Save As › CSV UTF-8".into(),
            Self::NoLines => "there is no line below the first".into(),
            Self::Unreadable { message } => format!("the line cannot be read ({message})"),
            Self::MissingColumn { column } => {
                format!("column `{column}` is missing; the first line must be code;name;kind;from;to")
            }
            Self::UnknownColumn { name } => {
                format!("there is no column `{name}`; use code, name, kind, from, to, short, province")
            }
            Self::Fields { found, wanted } => {
                format!("{found} cells, {wanted} are needed as in the first line")
            }
            Self::Empty { column } => format!("column `{column}` is empty"),
            Self::BadCode { code } => format!("code `{code}` may hold ASCII letters, digits and - _ . only"),
            Self::Twice { text, first } => format!("`{text}` stands in line {first} already"),
            Self::Taken { text, by } => format!("`{text}` belongs to {by} in the register; use another one"),
            Self::Kind { text } => format!("there is no kind `{text}`; use one of: {KINDS}"),
            Self::Date { column, text } => {
                format!("column `{column}`: `{text}` is no day; write it like 01/07/2025, or leave it empty")
            }
            Self::DatesReversed => "ends before it starts".into(),
        }
    }
}
