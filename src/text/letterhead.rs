//! The head of a document of an agency: who stands above it, its sign, its place, and who signs.
//!
//! What the register does not tell (the name of the head, the number) is left to be filled in by hand. Documents are
//! written in Vietnamese whatever the language of the screen.

use chrono::Datelike;
use chrono::NaiveDate;

use super::paper::{IssueDate, Kind, Paper, Recipients, Signature};
use crate::domain::agency::{Agency, AgencyKind};

/// A document of an agency without a body: day and number open, the month that of `today`.
pub fn letterhead(agency: &Agency, kind: Kind, today: NaiveDate) -> Paper {
    let own = abbreviation(agency);
    let symbol = match &kind {
        Kind::Named { title, .. } => format!("{}-{own}", kind_sign(title)),
        // A letter has no sign of its kind; the unit that drafts it stands behind, by hand.
        Kind::Letter { .. } => own,
    };
    Paper {
        superior: superior(agency),
        issuer: office_name(agency),
        number: None,
        symbol,
        place: place(agency),
        date: IssueDate::Month(today.month(), today.year()),
        kind,
        addressees: Vec::new(),
        body: Vec::new(),
        signature: signature(agency),
        recipients: Recipients::default(),
        annexes: Vec::new(),
    }
}

/// "SYT" from the register's other spellings, else the first letters of the words; "UBND" for a committee.
pub fn abbreviation(agency: &Agency) -> String {
    if is_committee(agency) {
        return "UBND".to_owned();
    }
    let short = |text: &&String| text.chars().count() > 1 && text.chars().all(char::is_uppercase);
    let initials = || {
        let name = abbreviated(&office_name(agency));
        let name = name.strip_suffix(" tỉnh").unwrap_or(&name);
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| *word != "và");
        words.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
    };
    agency.aliases.iter().find(short).cloned().unwrap_or_else(initials)
}

/// The sign of a kind of document: "BC" of "Báo cáo".
fn kind_sign(title: &str) -> String {
    title.split_whitespace().filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

fn is_committee(agency: &Agency) -> bool {
    matches!(agency.kind, AgencyKind::ProvincialCommittee | AgencyKind::District | AgencyKind::Commune)
}

/// Its name as its own paper has it, spelled out and without the province that stands above it: "Sở Y tế", "Thanh tra
/// tỉnh", "Văn phòng Ủy ban nhân dân tỉnh".
pub fn office_name(agency: &Agency) -> String {
    office_name_in(agency, agency.province.as_deref())
}

/// The same of an agency in this province, whether the register names one or not.
pub fn office_name_in(agency: &Agency, province: Option<&str>) -> String {
    let name = spelled_out(&agency.name);
    let province = province.filter(|_| agency.kind != AgencyKind::ProvincialCommittee);
    let Some(province) = province else { return name };
    // Of some the level is a part of the name.
    let level = if agency.short.ends_with(" tỉnh") { "" } else { " tỉnh" };
    name.strip_suffix(&format!("{level} {province}")).unwrap_or(&name).to_owned()
}

/// The name of a committee without its abbreviation, as a sentence has it: "Ủy ban nhân dân tỉnh" for "UBND tỉnh".
pub fn spelled_out(name: &str) -> String {
    name.replacen("UBND", "Ủy ban nhân dân", 1)
}

/// The name of a committee as a short message has it: "UBND tỉnh" for "Ủy ban nhân dân tỉnh".
pub fn abbreviated(name: &str) -> String {
    name.replacen("Ủy ban nhân dân", "UBND", 1)
}

/// Cơ quan chủ quản: what the province has stands under its People's Committee.
pub fn superior(agency: &Agency) -> Option<String> {
    let province = agency.province.as_deref()?;
    matches!(agency.kind, AgencyKind::Department | AgencyKind::Office | AgencyKind::School)
        .then(|| format!("UBND tỉnh {province}"))
}

/// Địa danh: the province, for a commune its own name.
pub fn place(agency: &Agency) -> String {
    let province = || agency.province.clone().unwrap_or_else(|| "Hà Nội".to_owned());
    if agency.kind != AgencyKind::Commune {
        return province();
    }
    let name = office_name(agency);
    let commune = ["xã ", "phường ", "đặc khu "].into_iter().find_map(|kind| name.split_once(kind));
    commune.map_or_else(province, |(_, name)| name.to_owned())
}

/// The head of the agency, without a name: who signs writes it.
pub fn signature(agency: &Agency) -> Signature {
    let (authority, position) = match agency.kind {
        _ if is_committee(agency) => (vec!["TM. Ủy ban nhân dân".to_owned()], "Chủ tịch"),
        AgencyKind::Department => (Vec::new(), "Giám đốc"),
        _ => (Vec::new(), "Thủ trưởng cơ quan"),
    };
    Signature { authority, position: position.to_owned(), name: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::{agency, day};

    fn sign(name: &str) -> String {
        abbreviation(&Agency { name: name.into(), ..agency("a") })
    }

    #[test]
    fn signs_are_those_that_offices_use() {
        assert_eq!(sign("Sở Nội vụ"), "SNV");
        assert_eq!(sign("Sở Giáo dục và Đào tạo"), "SGDĐT");
        let own = Agency { aliases: vec!["SKHCN".into()], ..agency("Sở Khoa học") };
        assert_eq!(abbreviation(&own), "SKHCN", "the register knows better");
    }

    #[test]
    fn an_office_is_named_in_full_with_the_level_that_belongs_to_its_name() {
        let named = |name: &str, short: &str| {
            let province = Some("Lạng Sơn".into());
            office_name(&Agency { name: name.into(), short: short.into(), province, ..agency("a") })
        };
        assert_eq!(named("Sở Y tế tỉnh Lạng Sơn", "Sở Y tế"), "Sở Y tế");
        assert_eq!(named("Thanh tra tỉnh Lạng Sơn", "Thanh tra tỉnh"), "Thanh tra tỉnh");
        let office = named("Văn phòng UBND tỉnh Lạng Sơn", "Văn phòng UBND tỉnh");
        assert_eq!(office, "Văn phòng Ủy ban nhân dân tỉnh");
    }

    #[test]
    fn a_report_of_a_department_stands_under_its_province_and_leaves_the_number_open() {
        let name = "Sở Nội vụ tỉnh Lạng Sơn".to_owned();
        let own = Agency { name, province: Some("Lạng Sơn".into()), ..agency("nv") };
        let kind = Kind::Named { title: "Báo cáo".into(), subject: "Kết quả năm 2026".into() };
        let paper = letterhead(&own, kind, day("2026-11-21"));
        assert_eq!(
            (paper.superior.as_deref(), paper.symbol.as_str()),
            (Some("UBND tỉnh Lạng Sơn"), "BC-SNV")
        );
        assert_eq!((paper.issuer.as_str(), paper.number), ("Sở Nội vụ", None));
        assert_eq!(paper.date, IssueDate::Month(11, 2026));
        assert_eq!((paper.place.as_str(), paper.signature.position.as_str()), ("Lạng Sơn", "Giám đốc"));
    }
}
