//! A document with its fixed words and the decree's rules of writing put in: every line as it is printed.
//!
//! All texts come out clean and in NFC; who draws them has only to escape them. "Mục II.9.d" is Mục II, khoản 9,
//! điểm d of Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I.

use chrono::Datelike;

use super::layout::FixedWords;
use super::{Block, IssueDate, Kind, Layout, Paper};
use crate::text::date::official_month;
use crate::text::sanitise;

mod annexes;
mod body;
mod numerals;

/// The lines of a document, place by place.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// Cơ quan chủ quản in capitals.
    pub superior: Option<String>,
    /// Cơ quan ban hành in capitals.
    pub issuer: String,
    /// "Số: 05/BC-SNV".
    pub number: String,
    /// "V/v …" of a letter.
    pub letter_subject: Option<String>,
    /// "Lạng Sơn, ngày 05 tháng 02 năm 2026".
    pub place_and_date: String,
    /// Tên loại in capitals, and trích yếu.
    pub title: Option<(String, String)>,
    /// Kính gửi.
    pub addressed: Addressed,
    /// The body with its end mark. A paragraph is one line of text.
    pub body: Vec<Block>,
    /// Quyền hạn and chức vụ in capitals.
    pub signer: Vec<String>,
    /// Who signs.
    pub name: String,
    /// The lines under "Nơi nhận:", with their dashes.
    pub recipients: Vec<String>,
    /// Annexes.
    pub annexes: Vec<AnnexParts>,
    /// What the document is called in one line, such as for the properties of a file.
    pub called: String,
}

/// Kính gửi.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Addressed {
    /// To nobody by name.
    Nobody,
    /// On the line of "Kính gửi:"; of very many, a word that leads to the annex that lists them.
    One(String),
    /// Each on a line of its own, with dash and stop.
    Several(Vec<String>),
}

/// The lines of an annex.
#[derive(Clone, Debug, PartialEq)]
pub struct AnnexParts {
    /// "Phụ lục I"; without a numeral when it is the only one.
    pub label: String,
    /// Title in capitals.
    pub title: String,
    /// To which document it belongs.
    pub note: String,
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Whether its pages lie on their side.
    pub landscape: bool,
}

/// Writes out every line of `paper`.
pub fn parts(paper: &Paper, layout: &Layout) -> Parts {
    let words = &layout.words;
    let (title, letter_subject) = titles(&paper.kind, words);
    Parts {
        superior: paper.superior.as_deref().map(capitals).filter(|name| !name.is_empty()),
        issuer: capitals(&paper.issuer),
        called: called(&paper.kind, words),
        letter_subject,
        place_and_date: place_and_date(paper, words),
        addressed: addressed(&paper.addressees, layout),
        body: body::ended(&paper.body, &words.end),
        signer: paper
            .signature
            .authority
            .iter()
            .chain([&paper.signature.position])
            .map(|line| capitals(line))
            .filter(|line| !line.is_empty())
            .collect(),
        name: clean(&paper.signature.name),
        recipients: recipients(paper, words),
        annexes: annexes::annexes(paper, layout),
        number: format!("{} {}", words.number, number(paper)),
        title,
    }
}

fn titles(kind: &Kind, words: &FixedWords) -> (Option<(String, String)>, Option<String>) {
    match kind {
        Kind::Named { title, subject } => (Some((capitals(title), clean(subject))), None),
        Kind::Letter { subject } => (None, Some(format!("{} {}", words.letter_subject, clean(subject)))),
    }
}

fn called(kind: &Kind, words: &FixedWords) -> String {
    match kind {
        Kind::Named { title, subject } => clean(&format!("{title} {subject}")),
        Kind::Letter { subject } => {
            clean(&format!("{} {} {subject}", words.letter_kind, words.letter_subject))
        }
    }
}

/// "05/BC-SNV"; a number below 10 has a leading zero (mục II.3.c).
fn number(paper: &Paper) -> String {
    // Room for a number that is written by hand; no-break spaces, for others fall together.
    let number = paper.number.map_or("\u{a0}".repeat(6), |number| format!("{number:02}"));
    format!("{number}/{}", clean(&paper.symbol))
}

fn place_and_date(paper: &Paper, words: &FixedWords) -> String {
    format!("{}, {}", clean(&paper.place), date(paper.date, words))
}

/// Days below 10 and months 1 and 2 have a leading zero (mục II.4.b).
fn date(date: IssueDate, words: &FixedWords) -> String {
    let (day, month, year) = match date {
        IssueDate::Day(day) => (Some(day.day()), Some(day.month()), day.year()),
        IssueDate::Month(month, year) => (None, Some(month), year),
        IssueDate::Year(year) => (None, None, year),
    };
    let day = day.map_or("…".to_owned(), |day| format!("{day:02}"));
    let month = month.map_or("…".to_owned(), official_month);
    words.date.replace("{day}", &day).replace("{month}", &month).replace("{year}", &year.to_string())
}

/// One stands beside "Kính gửi:", several under it with ";" and at last "." (mục II.9.d).
fn addressed(addressees: &[String], layout: &Layout) -> Addressed {
    let names = names(addressees);
    match names.as_slice() {
        [] => Addressed::Nobody,
        [name] => Addressed::One(name.clone()),
        many if is_list(many, layout) => Addressed::One(layout.words.many_addressees.clone()),
        several => Addressed::Several(stopped(several)),
    }
}

/// Whether so many are addressed that they stand in an annex.
fn is_list(names: &[String], layout: &Layout) -> bool {
    names.len() > 1 && names.len() as f64 > layout.body.most_addressees
}

/// Names of a list without dashes and stops, empty ones left out.
fn names(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| unstopped(text)).filter(|name| !name.is_empty()).collect()
}

/// "- Như trên;" when the document is addressed, the copies, and "- Lưu: VT, CCVC." at last (mục II.9.d).
fn recipients(paper: &Paper, words: &FixedWords) -> Vec<String> {
    let as_above = (!names(&paper.addressees).is_empty()).then(|| words.as_above.clone());
    let copies = names(&paper.recipients.copies);
    let unit = unstopped(&paper.recipients.drafting_unit);
    let file = if unit.is_empty() { words.file.clone() } else { format!("{}, {unit}", words.file) };
    stopped(&as_above.into_iter().chain(copies).chain([file]).collect::<Vec<_>>())
}

fn clean(text: &str) -> String {
    sanitise::one_line(text).trim().to_owned()
}

fn capitals(text: &str) -> String {
    clean(text).to_uppercase()
}

/// Without a dash before it and a stop after it, which the list puts itself.
fn unstopped(text: &str) -> String {
    let clean = clean(text);
    clean.trim_start_matches("- ").trim_end_matches([';', '.', ',', ' ']).to_owned()
}

/// Lines of a list: a dash before each, ";" after each and "." after the last.
fn stopped(lines: &[String]) -> Vec<String> {
    let last = lines.len().saturating_sub(1);
    let line = |(at, line): (usize, &String)| format!("- {line}{}", if at == last { "." } else { ";" });
    lines.iter().enumerate().map(line).collect()
}
