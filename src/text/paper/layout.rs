//! How a document stands on paper: sizes, distances and fixed words of Nghị định 30/2020/NĐ-CP.
//!
//! Only the values, each with its name and the range that is taken; `data/layout.toml` holds the numbers and
//! their sources, and who reads that file is not known here.

mod lazy;

pub use self::lazy::LazyLayout;

/// Every value of the layout. Lengths are millimetres, sizes of type are points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The page and its margins.
    pub page: Page,
    /// Sizes of type.
    pub size: Sizes,
    /// The body and what stands around it.
    pub body: Body,
    /// The typeface.
    pub font: String,
    /// The fixed words.
    pub words: FixedWords,
}

/// What may stand in a field that takes a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The least value.
    pub low: f64,
    /// The greatest value.
    pub high: f64,
}

/// A value of the layout by the table and the key that name it in a file.
#[derive(Debug)]
pub struct Entry<'l> {
    /// Table, such as `page`.
    pub table: &'static str,
    /// Key, such as `left`.
    pub key: &'static str,
    /// The value itself.
    pub slot: Slot<'l>,
}

/// Where a value goes.
#[derive(Debug)]
pub enum Slot<'l> {
    /// A number within limits.
    Number(&'l mut f64, Limits),
    /// A text of at least one letter.
    Text(&'l mut String),
}

macro_rules! numbers {
    ($(#[$doc:meta])* $name:ident $table:literal: $($(#[$field_doc:meta])* $field:ident $low:literal to $high:literal;)+) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: f64,)+
        }

        impl $name {
            fn entries(&mut self) -> Vec<Entry<'_>> {
                vec![$(Entry {
                    table: $table,
                    key: stringify!($field),
                    slot: Slot::Number(&mut self.$field, Limits { low: $low, high: $high }),
                },)+]
            }
        }
    };
}

macro_rules! texts {
    ($(#[$doc:meta])* $name:ident $table:literal: $($(#[$field_doc:meta])* $field:ident;)+) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: String,)+
        }

        impl $name {
            fn entries(&mut self) -> Vec<Entry<'_>> {
                vec![$(Entry { table: $table, key: stringify!($field), slot: Slot::Text(&mut self.$field) },)+]
            }
        }
    };
}

numbers! {
    /// The page and its margins, mm.
    Page "page":
    /// Width of an upright page.
    width 140.0 to 420.0;
    /// Height of an upright page.
    height 200.0 to 600.0;
    /// Upper margin.
    top 10.0 to 40.0;
    /// Lower margin.
    bottom 10.0 to 40.0;
    /// Left margin.
    left 10.0 to 40.0;
    /// Right margin.
    right 10.0 to 40.0;
    /// From the upper edge of the paper to the page number.
    number_from_edge 5.0 to 30.0;
    /// Width of the left part of the head.
    head_left 30.0 to 75.0;
    /// Length of the line under issuer and subject, percent of the text above it.
    line_percent 20.0 to 100.0;
}

numbers! {
    /// Sizes of type, pt.
    Sizes "size":
    /// Quốc hiệu.
    national_title 8.0 to 20.0;
    /// Tiêu ngữ.
    motto 8.0 to 20.0;
    /// Cơ quan chủ quản.
    superior 8.0 to 20.0;
    /// Cơ quan ban hành.
    issuer 8.0 to 20.0;
    /// Số, ký hiệu.
    number 8.0 to 20.0;
    /// Trích yếu of a letter, under its number.
    letter_subject 8.0 to 20.0;
    /// Địa danh, thời gian.
    place 8.0 to 20.0;
    /// Tên loại.
    title 8.0 to 20.0;
    /// Trích yếu under the tên loại.
    subject 8.0 to 20.0;
    /// Kính gửi.
    addressee 8.0 to 20.0;
    /// Nội dung.
    body 8.0 to 20.0;
    /// Tables.
    table 6.0 to 20.0;
    /// Quyền hạn, chức vụ, họ tên.
    signer 8.0 to 20.0;
    /// "Nơi nhận:".
    recipients_label 8.0 to 20.0;
    /// The list under it.
    recipients 8.0 to 20.0;
    /// "Phụ lục I".
    annex 8.0 to 20.0;
    /// Title of an annex.
    annex_title 8.0 to 20.0;
    /// To which document an annex belongs.
    annex_note 8.0 to 20.0;
    /// Page number.
    page_number 8.0 to 20.0;
}

numbers! {
    /// The body and what stands around it.
    Body "body":
    /// Indent of the first line of a paragraph, mm.
    indent 0.0 to 30.0;
    /// Between paragraphs, pt.
    spacing 0.0 to 24.0;
    /// Height of a line, as a multiple of a single one.
    line 1.0 to 2.0;
    /// From the left margin to the dashes of several addressees, mm.
    addressee_indent 20.0 to 80.0;
    /// The most addressees that are named one by one.
    most_addressees 1.0 to 100.0;
    /// Between position and name, mm.
    signature_room 10.0 to 60.0;
}

texts! {
    /// The fixed words of a document.
    FixedWords "words":
    /// Quốc hiệu, in capitals.
    national_title;
    /// Tiêu ngữ.
    motto;
    /// "Số:".
    number;
    /// The day, with `{day}`, `{month}` and `{year}`.
    date;
    /// "V/v".
    letter_subject;
    /// "Kính gửi:".
    to;
    /// In place of too many addressees.
    many_addressees;
    /// Title of the annex that lists them.
    list_title;
    /// Head of its ordinals.
    list_ordinal;
    /// Head of its names.
    list_name;
    /// "Nơi nhận:".
    recipients;
    /// "Như trên".
    as_above;
    /// "Lưu: VT".
    file;
    /// What ends the body: "./.".
    end;
    /// "Phụ lục".
    annex;
    /// To what an annex belongs, with `{document}` and `{issuer}`.
    annex_note;
    /// A document by kind and number, with `{kind}` and `{number}`.
    report_number;
    /// What a letter is called: it bears no name of its kind.
    letter_kind;
    /// What marks every file that is made of made-up data.
    made_up;
}

impl Layout {
    /// Every value with its name, in the order of the file.
    pub fn entries(&mut self) -> Vec<Entry<'_>> {
        let font = Entry { table: "font", key: "name", slot: Slot::Text(&mut self.font) };
        let mut entries = self.page.entries();
        entries.extend(self.size.entries());
        entries.extend(self.body.entries());
        entries.push(font);
        entries.extend(self.words.entries());
        entries
    }

    /// Width of the text of an upright page, mm.
    pub fn text_width(&self) -> f64 {
        self.page.width - self.page.left - self.page.right
    }

    /// Width of the text of a page that lies on its side, mm; the margins turn with the sheet.
    pub fn landscape_text_width(&self) -> f64 {
        self.page.height - self.page.top - self.page.bottom
    }
}
