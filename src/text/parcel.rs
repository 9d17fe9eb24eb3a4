//! Files on their way out of the program, before any of them is encoded: what they say and what they are called.
//!
//! Knows no file system and no format; `export` encodes a parcel, and whoever runs the program puts it on the disk.

use crate::domain::change::Failure;

use super::event::Event;
use super::paper::Paper;
use super::receipt::Receipt;
use super::sheet::Sheet;

/// Files that belong together, in a folder of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Parcel {
    /// Name of the folder, without a path; what no file system takes is replaced.
    pub folder: String,
    /// The files; their names are distinct.
    pub files: Vec<File>,
}

/// One file.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its name with its ending.
    pub name: String,
    /// What is in it.
    pub body: Body,
}

/// What a file says, and as what it is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// A document as .docx.
    Docx(Box<Paper>),
    /// A document as .html.
    Html(Box<Paper>),
    /// A document as plain text of 80 columns.
    Plain(Box<Paper>),
    /// Tables as .xlsx.
    Xlsx(Vec<Sheet>),
    /// A table as .csv.
    Csv(Sheet),
    /// Days as .ics.
    Ics(Vec<Event>),
    /// A draft of an e-mail as .eml.
    Eml(Mail),
    /// Text as it is.
    Text(String),
    /// A receipt as .html.
    Receipt(Box<Receipt>),
}

/// A mail to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// What tells this mail from any other: ASCII letters, digits, `-`, `_` and `.` count.
    pub key: String,
    /// Addresses; may be none.
    pub to: Vec<String>,
    /// One line.
    pub subject: String,
    /// Plain text of many lines.
    pub body: String,
    /// Names of files of the same parcel that go with it.
    pub attached: Vec<String>,
}

/// Where a parcel was put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// The folder with its whole path.
    pub folder: String,
    /// The names of the files in it.
    pub files: Vec<String>,
}

/// Why a parcel was not put on the disk; nothing of it was left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    /// The file or the folder.
    pub place: String,
    /// Why.
    pub failure: Failure,
}

impl Parcel {
    /// A name for a file or a folder out of any text: letters, digits, `-`, `_` and `.` stay, the rest becomes `-`.
    pub fn name_of(text: &str) -> String {
        let plain = |c: char| if c.is_alphanumeric() || matches!(c, '_' | '.') { c } else { '-' };
        let mut name = String::new();
        for c in super::fold::fold(text).chars().map(plain) {
            if !(c == '-' && name.ends_with('-')) {
                name.push(c);
            }
        }
        let name: String = name.trim_matches(['-', '.']).chars().take(80).collect();
        if name.is_empty() { "tep".to_owned() } else { name }
    }
}

#[cfg(test)]
mod tests {
    use super::Parcel;

    #[test]
    fn a_name_has_nothing_that_means_something_to_a_file_system() {
        assert_eq!(Parcel::name_of("Đôn đốc 165/KH-UBND, năm 2026"), "don-doc-165-kh-ubnd-nam-2026");
        for hostile in ["../../etc/passwd", "..", "/", "a\0b", "CON:", "\u{1b}[2J", "", "-rf"] {
            let name = Parcel::name_of(hostile);
            assert!(!name.is_empty() && !name.starts_with(['.', '-']), "{name}");
            assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)), "{name}");
        }
    }
}
