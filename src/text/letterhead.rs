//! The head of a document of an agency: who stands above it, its sign, its place, and who signs.
//!
//! What the register does not tell (the name of the head, the number) is left to be filled in by hand. Documents are
//! written in Vietnamese whatever the language of the screen.

use chrono::Datelike;
use chrono::NaiveDate;

use super::paper::{IssueDate, Kind, Paper, Recipients, Signature};
use crate::domain::agency::{Agency, AgencyKind};
use crate::domain::catalog::Catalog;
use crate::domain::ids::AgencyId;

/// Words that carry no letter of a sign.
const SILENT: [&str; 2] = ["và", "các"];

/// A document of an agency without a body: day and number open, the month that of `today`.
pub fn letterhead(catalog: &Catalog, agency: &AgencyId, kind: Kind, today: NaiveDate) -> Paper {
    let known = catalog.agency(agency);
    let short = catalog.short_name(agency);
    let province = known.and_then(|agency| agency.province.as_deref()).unwrap_or_default();
    let own = known.map(sign).unwrap_or_default();
    let symbol = match &kind {
        Kind::Named { title, .. } => format!("{}-{own}", kind_sign(title)),
        // A letter has no sign of its kind; the unit that drafts it stands behind, by hand.
        Kind::Letter { .. } => own,
    };
    Paper {
        superior: known.and_then(superior),
        issuer: issuer(known, short),
        number: None,
        symbol,
        place: province.to_owned(),
        date: IssueDate::Month(today.month(), today.year()),
        kind,
        addressees: Vec::new(),
        body: Vec::new(),
        signature: signature(known),
        recipients: Recipients::default(),
        annexes: Vec::new(),
    }
}

fn issuer(agency: Option<&Agency>, short: &str) -> String {
    match agency {
        Some(agency) if agency.kind == AgencyKind::ProvincialCommittee => {
            format!("Ủy ban nhân dân tỉnh {}", agency.province.as_deref().unwrap_or_default())
                .trim()
                .to_owned()
        }
        Some(agency) if agency.kind == AgencyKind::Commune => short.replacen("UBND", "Ủy ban nhân dân", 1),
        _ => short.to_owned(),
    }
}

/// Cơ quan chủ quản: a department stands under the People's Committee of its province.
fn superior(agency: &Agency) -> Option<String> {
    let province = agency.province.as_deref()?;
    (agency.kind == AgencyKind::Department).then(|| format!("UBND tỉnh {province}"))
}

fn signature(agency: Option<&Agency>) -> Signature {
    let (authority, position) = match agency.map(|agency| agency.kind) {
        Some(AgencyKind::ProvincialCommittee | AgencyKind::Commune | AgencyKind::District) => {
            (vec!["TM. Ủy ban nhân dân".to_owned()], "Chủ tịch")
        }
        Some(AgencyKind::Department) => (Vec::new(), "Giám đốc"),
        _ => (Vec::new(), "Thủ trưởng cơ quan"),
    };
    Signature { authority, position: position.to_owned(), name: String::new() }
}

/// The sign of an agency: "SNV" of "Sở Nội vụ", "SKHCN" of "Sở KH&CN".
pub fn sign(agency: &Agency) -> String {
    if matches!(agency.kind, AgencyKind::ProvincialCommittee | AgencyKind::Commune | AgencyKind::District) {
        return "UBND".to_owned();
    }
    let words = agency.short.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.filter(|word| !SILENT.contains(&word.to_lowercase().as_str()));
    words.map(letters_of).collect()
}

/// An abbreviation stays, of any other word the first letter does.
fn letters_of(word: &str) -> String {
    match word.chars().all(char::is_uppercase) {
        true => word.to_owned(),
        false => word.chars().take(1).flat_map(char::to_uppercase).collect(),
    }
}

/// The sign of a kind of document: "BC" of "Báo cáo".
fn kind_sign(title: &str) -> String {
    title.split_whitespace().map(letters_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::{agency, day};

    fn signed(short: &str) -> String {
        sign(&Agency { short: short.into(), ..agency("a") })
    }

    #[test]
    fn signs_are_those_that_offices_use() {
        assert_eq!(signed("Sở Nội vụ"), "SNV");
        assert_eq!(signed("Sở KH&CN"), "SKHCN");
        assert_eq!(signed("Sở Giáo dục và Đào tạo"), "SGDĐT");
        assert_eq!(signed("Ban Quản lý các KCN"), "BQLKCN");
    }

    #[test]
    fn a_report_of_a_department_stands_under_its_province_and_leaves_the_number_open() {
        let own =
            Agency { short: "Sở Nội vụ".into(), province: Some("Lạng Sơn".into()), ..agency("nv") };
        let catalog = Catalog::new(Vec::new(), vec![own]);
        let kind = Kind::Named { title: "Báo cáo".into(), subject: "Kết quả năm 2026".into() };
        let paper = letterhead(&catalog, &AgencyId::new("nv"), kind, day("2026-11-21"));
        assert_eq!(
            (paper.superior.as_deref(), paper.symbol.as_str()),
            (Some("UBND tỉnh Lạng Sơn"), "BC-SNV")
        );
        assert_eq!((paper.number, paper.date), (None, IssueDate::Month(11, 2026)));
        assert_eq!((paper.place.as_str(), paper.signature.position.as_str()), ("Lạng Sơn", "Giám đốc"));
    }
}
