//! What can be wrong with a table, in both languages.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::text::date::format_date;
use crate::text::encoding::NotText;
use crate::text::number::NumberError;
use crate::text::words::Lang;

/// One fault.
#[derive(Clone, Debug, PartialEq)]
pub struct TableFault {
    /// The sheet of a workbook; `None`: a text, or the file as a whole.
    pub sheet: Option<Arc<str>>,
    /// Row of the sheet or line of the file, from 1; 0: the file as a whole.
    pub line: u64,
    /// The head of the column as the file has it, or the name of the column that it lacks.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: TableReason,
}

/// Why a cell, or a file, is not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum TableReason {
    /// More bytes, rows or unpacked bytes than any table has.
    TooLarge,
    /// The bytes are no text that is read here.
    NotText(NotText),
    /// Text that was typed with a font of the time before Unicode.
    OldFont,
    /// The reader of the format stops.
    Unreadable {
        /// Its remark, in English.
        message: String,
    },
    /// No row below the heads.
    NoRows,
    /// A column that is needed is not there.
    MissingColumn,
    /// A second column of the same name.
    Twice,
    /// More cells than there are heads.
    TooManyCells {
        /// What stands between the cells.
        separator: char,
    },
    /// The same key as in a row above.
    Repeated {
        /// The key.
        text: String,
    },
    /// No number, or one that can be read in two ways.
    Number {
        /// As written.
        text: String,
        /// Why it is none; `None` for a day.
        error: Option<NumberError>,
    },
    /// No day with its year.
    Day {
        /// As written.
        text: String,
    },
    /// Nothing where something is needed.
    Empty,
    /// A key or a word that means nothing here.
    Unknown {
        /// As written.
        text: String,
    },
    /// The agency does not owe this report.
    NotOwing,
    /// The numerator is above the denominator.
    AboveDenominator,
    /// The value is not what numerator and denominator make.
    Disagrees,
    /// No figure of this unit can be so.
    Impossible {
        /// The unit.
        unit: String,
    },
    /// A day that has not come yet.
    Future,
    /// A day outside the window of the report's figures.
    Outside {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// The report is submitted or sent: its text and its figures cannot change.
    Closed,
    /// The form was made of made-up data, and the database is a real one.
    MadeUp,
    /// A formula that shows an error.
    Broken {
        /// What it shows.
        text: String,
    },
}

impl TableFault {
    /// A fault of the file as a whole.
    pub(in crate::import) fn of_file(reason: TableReason) -> Self {
        Self { sheet: None, line: 0, column: None, reason }
    }

    /// The same fault on a sheet.
    pub(super) fn on(self, sheet: Option<&str>) -> Self {
        Self { sheet: sheet.map(Arc::from), ..self }
    }

    /// The fault as one line, with its sheet, row and column before it.
    pub fn text(&self, lang: Lang) -> String {
        let row = match self.line {
            0 => None,
            line => Some(lang.pick(format!("dòng {line}"), format!("row {line}"))),
        };
        let sheet =
            self.sheet.as_ref().map(|name| lang.pick(format!("trang “{name}”"), format!("sheet “{name}”")));
        let column =
            self.column.as_ref().map(|name| lang.pick(format!("cột “{name}”"), format!("column “{name}”")));
        let place: Vec<String> = sheet.into_iter().chain(row).chain(column).collect();
        let reason = lang.pick(self.reason.vietnamese(), self.reason.english());
        if place.is_empty() { reason } else { format!("{}: {reason}", place.join(", ")) }
    }
}

impl TableReason {
    fn vietnamese(&self) -> String {
        match self {
            Self::TooLarge => "tệp quá lớn; chỉ gửi lại bảng số liệu".into(),
            Self::NotText(NotText::Workbook) => {
                "tệp .xls cũ, hoặc có mật khẩu; trong Excel chọn Lưu thành (Save As) › .xlsx".into()
            }
            Self::NotText(_) => {
                "chữ không phải Unicode (UTF-8); trong Excel chọn Lưu thành (Save As) › CSV UTF-8".into()
            }
            Self::OldFont => {
                "chữ gõ bằng phông cũ (TCVN3, VNI); đổi sang Unicode, ví dụ bằng Unikey (Ctrl+Shift+F6)"
                    .into()
            }
            Self::Unreadable { message } => format!("không đọc được ({message})"),
            Self::NoRows => "không có dòng nào dưới dòng tiêu đề".into(),
            Self::MissingColumn => "thiếu cột này".into(),
            Self::Twice => "cột này có hai lần".into(),
            Self::TooManyCells { separator } => {
                let sign = if *separator == '\t' {
                    "dấu tab".to_owned()
                } else {
                    format!("dấu “{separator}”")
                };
                format!("nhiều ô hơn dòng tiêu đề; chữ hay số có {sign} thì đặt trong ngoặc kép \"…\"")
            }
            Self::MadeUp => {
                "tệp này từ dữ liệu mẫu (--demo), không ghi vào cơ sở dữ liệu thật; xuất lại mẫu không có \
                             --demo"
                    .into()
            }
            Self::Repeated { text } => format!("“{text}” đã có ở dòng trên"),
            Self::Number { error: Some(error), .. } => Lang::Vi.number_error(error),
            Self::Number { text, error: None } => format!("“{text}” là ngày, không phải số"),
            Self::Day { text } => format!("“{text}” không phải ngày; ghi như 29/10/2026"),
            Self::Broken { text } => format!("công thức báo lỗi {text}"),
            meaning => meaning.meaning(Lang::Vi),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::TooLarge => "the file is too large; send the table alone".into(),
            Self::NotText(NotText::Workbook) => {
                "an old .xls, or one with a password; in Excel choose Save As › .xlsx".into()
            }
            Self::NotText(_) => "the text is not Unicode (UTF-8); in Excel choose Save As › CSV UTF-8".into(),
            Self::OldFont => {
                "typed with an old font (TCVN3, VNI); convert it to Unicode, e.g. with Unikey".into()
            }
            Self::Unreadable { message } => format!("cannot be read ({message})"),
            Self::NoRows => "there is no row below the heads".into(),
            Self::MissingColumn => "this column is missing".into(),
            Self::Twice => "this column is there twice".into(),
            Self::TooManyCells { separator } => {
                let sign = if *separator == '\t' { "a tab".to_owned() } else { format!("“{separator}”") };
                format!("more cells than heads; put what has {sign} in it between quotes \"…\"")
            }
            Self::MadeUp => {
                "this form is of made-up data (--demo) and does not go into a real database; export the \
                             form again without --demo"
                    .into()
            }
            Self::Repeated { text } => format!("“{text}” stands in a row above"),
            Self::Number { error: Some(error), .. } => Lang::En.number_error(error),
            Self::Number { text, error: None } => format!("“{text}” is a day, not a number"),
            Self::Day { text } => format!("“{text}” is no day; write it like 29/10/2026"),
            Self::Broken { text } => format!("a formula shows {text}"),
            meaning => meaning.meaning(Lang::En),
        }
    }

    /// Why a cell that can be read cannot be taken.
    fn meaning(&self, lang: Lang) -> String {
        let (vi, en) = match self {
            Self::Empty => ("ô này không được để trống", "this cell must not be empty"),
            Self::NotOwing => (
                "cơ quan này không phải gửi báo cáo này trong kỳ này",
                "this agency does not owe this report",
            ),
            Self::AboveDenominator => ("tử số lớn hơn mẫu số", "the numerator is above the denominator"),
            Self::Disagrees => (
                "giá trị khác với tử số chia mẫu số; xóa một trong hai",
                "the value is not numerator by denominator; leave one out",
            ),
            Self::Future => ("ngày này chưa tới", "this day has not come yet"),
            Self::Closed => (
                "báo cáo đã trình hoặc đã gửi, nội dung và số liệu không sửa được nữa; trả lại (tiendo report return) rồi ghi lại",
                "the report is submitted or sent, its text and figures cannot change; give it back (tiendo report return), then import again",
            ),
            Self::Impossible { unit } => {
                let english = format!("no figure in “{unit}” can be this");
                return lang.pick(format!("số này không thể có với đơn vị “{unit}”"), english);
            }
            Self::Outside { from, to } => {
                let (from, to) = (format_date(*from), format_date(*to));
                let english = format!("outside the window of the report, {from} to {to}");
                return lang.pick(format!("ngoài kỳ số liệu của báo cáo, {from} đến {to}"), english);
            }
            Self::Unknown { text } => {
                return lang.pick(format!("không có “{text}” ở đây"), format!("there is no “{text}” here"));
            }
            _ => ("", ""),
        };
        lang.pick(vi, en).to_owned()
    }
}
