//! An administrative document before it is typeset: what it says, not how it looks.
//!
//! `layout` holds how it looks, `parts` puts both together, `plain` draws the result for a terminal; the
//! exporters draw the same parts. Nothing here knows a file format, a plan or a database.

use chrono::NaiveDate;

pub mod layout;
mod metrics;
mod parts;
mod plain;
mod table;

pub use layout::{Layout, LazyLayout};
pub use metrics::text_width_pt;
pub use parts::{Addressed, AnnexParts, Parts, parts};
pub use plain::plain;

/// A document with everything that Nghị định 30/2020/NĐ-CP, Phụ lục I, asks for.
///
/// Texts may hold anything: what is not fit for print is dropped on the way to paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Cơ quan chủ quản, with its common words abbreviated, such as "UBND tỉnh Lạng Sơn" (Phụ lục I, Phần I, mục
    /// II.2.a); printed in capitals.
    pub superior: Option<String>,
    /// Cơ quan ban hành; printed in capitals.
    pub issuer: String,
    /// Number; `None` leaves room to write it by hand.
    pub number: Option<u32>,
    /// Ký hiệu, such as "BC-SNV" or "SNV-CCVC".
    pub symbol: String,
    /// Địa danh, such as "Lạng Sơn".
    pub place: String,
    /// Day of issue.
    pub date: IssueDate,
    /// Tên loại and trích yếu.
    pub kind: Kind,
    /// Kính gửi, in the order of protocol; none leaves the line out.
    pub addressees: Vec<String>,
    /// The body; its end mark is put by the program.
    pub body: Vec<Block>,
    /// Who signs.
    pub signature: Signature,
    /// Nơi nhận.
    pub recipients: Recipients,
    /// Annexes, each on pages of its own.
    pub annexes: Vec<Annex>,
}

/// Day of issue; what is not known yet is printed as "…".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssueDate {
    /// The whole day.
    Day(NaiveDate),
    /// Month from 1 to 12, and year.
    Month(u32, i32),
    /// Only the year.
    Year(i32),
}

/// What kind of document it is; that decides where its subject stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A document with a name for its kind: báo cáo, tờ trình, thông báo.
    Named {
        /// Tên loại, such as "Báo cáo"; printed in capitals.
        title: String,
        /// Trích yếu under it.
        subject: String,
    },
    /// Công văn.
    Letter {
        /// Trích yếu without its "V/v".
        subject: String,
    },
}

/// A piece of the body.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading with the number that the caller gives it, such as "I. KẾT QUẢ" or "1. Chỉ tiêu".
    Heading(Level, String),
    /// Text; each of its lines is a paragraph, and one that begins with "- " an item.
    Paragraph(String),
    /// An item behind a dash, without the dash.
    Dash(String),
    /// A table.
    Table(Table),
    /// The next block begins a page.
    PageBreak,
}

impl Block {
    /// A paragraph.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Paragraph(text.into())
    }
}

/// Rank of a heading: Phần (I.), khoản (1.), điểm (a).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// "I. …"
    One,
    /// "1. …"
    Two,
    /// "a) …"
    Three,
}

/// A table; its head is printed again on every page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Columns from the left.
    pub columns: Vec<Column>,
    /// Rows; a row that is too short is filled, one that is too long is cut.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Width beside the other columns: one of 2 is twice as wide as one of 1. 0 is taken as 1.
    pub share: u16,
    /// Where its texts stand.
    pub align: Align,
}

impl Table {
    /// A table of rows that are counted: the first column holds their ordinals, the rows the cells behind it.
    pub fn counted(columns: Vec<Column>, rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        let counted = (1..).zip(rows).map(|(at, row): (usize, _)| [vec![at.to_string()], row].concat());
        Self { columns, rows: counted.collect() }
    }
}

impl Column {
    /// A column with its head, its width beside the others, and where its texts stand.
    pub fn new(head: &str, share: u16, align: Align) -> Self {
        Self { head: head.to_owned(), share, align }
    }
}

/// Where a text stands in its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left, for words.
    #[default]
    Left,
    /// In the middle, for ordinals and days.
    Center,
    /// At the right, for numbers.
    Right,
}

/// Who signs, and for whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// Quyền hạn, such as "TM. Ủy ban nhân dân" or "KT. Giám đốc"; printed in capitals.
    pub authority: Vec<String>,
    /// Chức vụ, such as "Giám đốc"; printed in capitals.
    pub position: String,
    /// Name, without a title before it.
    pub name: String,
}

/// Nơi nhận between "Như trên" and "Lưu".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipients {
    /// Who gets a copy, such as "Lãnh đạo Sở".
    pub copies: Vec<String>,
    /// The drafting unit behind "Lưu: VT", such as "CCVC"; may be empty.
    pub drafting_unit: String,
}

/// Phụ lục.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annex {
    /// Its title; printed in capitals.
    pub title: String,
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Whether its pages lie on their side.
    pub landscape: bool,
}

#[cfg(test)]
pub mod samples;
#[cfg(test)]
mod tests;
