//! Agencies from a table that a spreadsheet saved: `code;name;kind;from;to`, with `short` and `province` if wanted,
//! or with the Vietnamese names of these columns.
//!
//! Says what is wrong with every line; decides nothing about the database.

use std::collections::HashMap;

use chrono::NaiveDate;
use csv::{ReaderBuilder, StringRecord, Trim};
use unicode_normalization::UnicodeNormalization;

use crate::domain::agency::{Agency, AgencyKind};
use crate::domain::ids::AgencyId;
use crate::text::date::parse_full_date;
use crate::text::encoding::{first_line, legacy_place, text_of};
use crate::text::fold::fold;

mod kinds;
mod reason;

pub use reason::{CsvFault, CsvReason};

use reason::Faults;

/// Behind everything that the register brings along; then in the order of the file.
const FIRST_PLACE: u32 = 100_000;

/// The columns and the names by which a file may call them, with or without marks; the last two may be missing.
const COLUMNS: [(&str, &[&str]); 7] = [
    ("code", &["mã", "id"]),
    ("name", &["tên"]),
    ("kind", &["loại"]),
    ("from", &["từ", "từ ngày"]),
    ("to", &["đến", "đến ngày"]),
    ("short", &["tên ngắn"]),
    ("province", &["tỉnh"]),
];

/// How many of the columns must be there.
const NEEDED: usize = 5;

/// What a file is read against.
pub struct CsvContext<'a> {
    /// The register that holds already.
    pub register: &'a [Agency],
    /// Whether an agency came from such a file before: only then may a line have its code.
    pub is_own: &'a dyn Fn(&AgencyId) -> bool,
    /// Province of agencies whose line names none.
    pub province: Option<&'a str>,
}

/// Reads the agencies of a file in their order; separators `;`, `,` or tab, UTF-8 with or without a
/// byte order mark, or UTF-16 with one.
///
/// # Errors
/// Every bad line with its number, or one fault for the whole file where it cannot be read at all.
pub fn load_register_csv(bytes: &[u8], context: &CsvContext<'_>) -> Result<Vec<Agency>, Vec<CsvFault>> {
    let text = text_of(bytes).map_err(|refused| vec![CsvFault::of_file(refused)])?;
    if let Some(line) = legacy_place((1..).zip(text.lines())) {
        return Err(vec![CsvFault { line, reason: CsvReason::OldFont }]);
    }
    let mut faults = Faults::default();
    let agencies = read(&text, context, &mut faults);
    if faults.0.is_empty() { Ok(agencies) } else { Err(faults.0) }
}

fn read(text: &str, context: &CsvContext<'_>, faults: &mut Faults) -> Vec<Agency> {
    let head = text.lines().next().unwrap_or_default();
    let separator = [b';', b'\t'].into_iter().find(|sign| head.contains(char::from(*sign))).unwrap_or(b',');
    let mut reader =
        ReaderBuilder::new().delimiter(separator).flexible(true).trim(Trim::All).from_reader(text.as_bytes());
    let places = match reader.headers() {
        Ok(head) => columns(head, faults),
        Err(_) => None,
    };
    let Some(places) = places else { return Vec::new() };
    let width = places.iter().flatten().count();
    let mut lines = Lines { context, places, width, codes: HashMap::new(), names: HashMap::new() };
    let mut agencies = Vec::new();
    for (place, record) in (FIRST_PLACE..).zip(reader.records()) {
        match record {
            Ok(record) if record.iter().all(str::is_empty) => {}
            Ok(record) => {
                let line = record.position().map_or(0, |begin| first_line(text, begin.byte(), begin.line()));
                agencies.extend(lines.agency((line, place), &record, faults));
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                faults.at(line, CsvReason::Unreadable { message: error.to_string() });
            }
        }
    }
    if agencies.is_empty() && faults.0.is_empty() {
        faults.at(1, CsvReason::NoLines);
    }
    agencies
}

/// Where each column stands; `None` when one that is needed is missing.
fn columns(head: &StringRecord, faults: &mut Faults) -> Option<[Option<usize>; 7]> {
    let of = |name: &str, (column, names): &(&str, &[&str])| {
        let name = fold(name);
        name == *column || names.iter().any(|other| fold(other) == name)
    };
    let mut places = [None; 7];
    for (place, entry @ (column, _)) in places.iter_mut().zip(COLUMNS) {
        *place = head.iter().position(|name| of(name, &entry));
        let needed = COLUMNS.iter().take(NEEDED).any(|(name, _)| *name == column);
        if place.is_none() && needed {
            faults.at(1, CsvReason::MissingColumn { column });
        }
    }
    for name in head.iter().filter(|name| !COLUMNS.iter().any(|entry| of(name, entry))) {
        faults.at(1, CsvReason::UnknownColumn { name: name.to_owned() });
    }
    faults.0.is_empty().then_some(places)
}

/// The lines read so far: codes and names may stand once.
struct Lines<'a> {
    context: &'a CsvContext<'a>,
    places: [Option<usize>; 7],
    width: usize,
    codes: HashMap<String, u64>,
    names: HashMap<String, u64>,
}

impl Lines<'_> {
    fn agency(
        &mut self,
        (line, place): (u64, u32),
        record: &StringRecord,
        faults: &mut Faults,
    ) -> Option<Agency> {
        let before = faults.0.len();
        if record.len() != self.width {
            faults.at(line, CsvReason::Fields { found: record.len(), wanted: self.width });
            return None;
        }
        let places = self.places;
        let cell = |column: usize| -> String {
            let at = places.get(column).copied().flatten();
            at.and_then(|at| record.get(at)).unwrap_or_default().nfc().collect()
        };
        let (code, name) = (cell(0), cell(1));
        self.check_code(line, &code, faults);
        self.check_name(line, &code, &name, faults);
        let kind = kind(line, &cell(2), faults);
        let valid_from = date(line, "from", &cell(3), faults);
        let valid_to = date(line, "to", &cell(4), faults);
        if let (Some(from), Some(to)) = (valid_from, valid_to)
            && to < from
        {
            faults.at(line, CsvReason::DatesReversed);
        }
        let own = Some(cell(6)).filter(|text| !text.is_empty());
        let short = Some(cell(5)).filter(|text| !text.is_empty());
        (faults.0.len() == before).then(|| Agency {
            id: AgencyId::new(code),
            short: short.unwrap_or_else(|| name.clone()),
            name,
            kind: kind.unwrap_or(AgencyKind::Other),
            province: own.or_else(|| self.context.province.map(str::to_owned)),
            order: place,
            aliases: Vec::new(),
            valid_from,
            valid_to,
            group: None,
            note: None,
        })
    }

    fn check_code(&mut self, line: u64, code: &str, faults: &mut Faults) {
        // The code stands in keys and in the address of a draft.
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if code.is_empty() {
            faults.at(line, CsvReason::Empty { column: "code" });
        } else if !code.chars().all(plain) {
            faults.at(line, CsvReason::BadCode { code: code.to_owned() });
        } else if let Some(first) = self.codes.insert(code.to_owned(), line) {
            faults.at(line, CsvReason::Twice { text: code.to_owned(), first });
        } else if let Some(taken) = self.taken(|agency| agency.id.as_str() == code) {
            faults.at(line, CsvReason::Taken { text: code.to_owned(), by: taken });
        }
    }

    fn check_name(&mut self, line: u64, code: &str, name: &str, faults: &mut Faults) {
        if name.is_empty() {
            faults.at(line, CsvReason::Empty { column: "name" });
        } else if let Some(first) = self.names.insert(name.to_owned(), line) {
            faults.at(line, CsvReason::Twice { text: name.to_owned(), first });
        } else if let Some(taken) = self.taken(|agency| agency.name == name && agency.id.as_str() != code) {
            faults.at(line, CsvReason::Taken { text: name.to_owned(), by: taken });
        }
    }

    /// The agency of the bundled register that is in the way.
    fn taken(&self, same: impl Fn(&Agency) -> bool) -> Option<String> {
        let mut others = self.context.register.iter().filter(|agency| !(self.context.is_own)(&agency.id));
        others.find(|agency| same(agency)).map(|agency| format!("{} ({})", agency.name, agency.id))
    }
}

fn kind(line: u64, text: &str, faults: &mut Faults) -> Option<AgencyKind> {
    let found = kinds::read(text);
    if found.is_none() {
        faults.at(line, CsvReason::Kind { text: text.to_owned() });
    }
    found
}

fn date(line: u64, column: &'static str, text: &str, faults: &mut Faults) -> Option<NaiveDate> {
    if text.is_empty() {
        return None;
    }
    let found = parse_full_date(text);
    if found.is_none() {
        faults.at(line, CsvReason::Date { column, text: text.to_owned() });
    }
    found
}

#[cfg(test)]
mod tests;
