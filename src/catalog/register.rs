//! The register of agencies: its file, its checks, and the look-up of a spelling.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use toml::Spanned;

use super::check;
use super::fault::{Fault, FaultReason, Faults};
use super::raw::{Day, Text};
use super::source::{List, Source};
use crate::domain::agency::{Agency, AgencyKind, Group, GroupExtent, Membership};
use crate::domain::ids::AgencyId;
use crate::domain::succession::Succession;

mod spelling;
mod succession;

pub use spelling::resolve;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Text,
    name: Text,
    short: Text,
    kind: AgencyKind,
    province: Option<Text>,
    order: u32,
    #[serde(default)]
    aliases: Vec<Text>,
    valid_from: Option<Day>,
    valid_to: Option<Spanned<Day>>,
    group: Option<Members>,
    note: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Members {
    extent: GroupExtent,
    #[serde(default)]
    members: Vec<Member>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Member {
    agency: Text,
    valid_from: Option<Day>,
    valid_to: Option<Spanned<Day>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NothingElse {}

/// What the register says.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// Agencies and groups in the order of the file.
    pub agencies: Vec<Agency>,
    /// Who took over from whom, in the order of the file.
    pub successions: Vec<Succession>,
}

/// Reads the agencies of the register; the order of the file is kept.
///
/// # Errors
/// Every fault of the file, successions included, in the order of its lines.
pub fn load_agencies(file_name: &str, text: &str) -> Result<Vec<Agency>, Vec<Fault>> {
    load_register(file_name, text).map(|register| register.agencies)
}

/// Reads the register with its successions; the order of the file is kept.
///
/// # Errors
/// Every fault of the file, in the order of its lines.
pub fn load_register(file_name: &str, text: &str) -> Result<Register, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut register = Register::default();
    if let Some(mut source) = Source::parse(text, &mut faults) {
        let entries: List<Entry> = source.list("agency", &mut faults);
        let successions: List<succession::Raw> = source.list("succession", &mut faults);
        let _ = source.head::<NothingElse>(&mut faults);
        check_entries(&entries, &mut faults);
        succession::check(&successions, &entries, &mut faults);
        register.agencies = entries.iter().map(agency).collect();
        register.successions = succession::convert(&successions);
    }
    if faults.is_empty() { Ok(register) } else { Err(faults.finish(file_name, text)) }
}

fn check_entries(entries: &List<Entry>, faults: &mut Faults) {
    check::unique(entries.iter().map(|entry| &entry.id), faults);
    for entry in entries.iter() {
        texts(entry, faults);
        ordered(&entry.valid_from, &entry.valid_to, faults);
    }
    members(entries, faults);
    names(entries, faults);
    spellings(entries, faults);
}

fn texts(entry: &Entry, faults: &mut Faults) {
    let given = [&entry.id, &entry.name, &entry.short];
    let further = entry.aliases.iter().chain(&entry.province).chain(&entry.note);
    for text in given.into_iter().chain(further) {
        check::filled(text, faults);
    }
}

fn ordered(from: &Option<Day>, to: &Option<Spanned<Day>>, faults: &mut Faults) {
    if let (Some(from), Some(to)) = (from, to)
        && from.0 > to.get_ref().0
    {
        faults.at(to.span(), FaultReason::DatesReversed);
    }
}

fn members(entries: &List<Entry>, faults: &mut Faults) {
    let ids: HashSet<&str> = entries.iter().map(|entry| entry.id.get_ref().as_str()).collect();
    for entry in entries.iter() {
        for member in entry.group.iter().flat_map(|group| &group.members) {
            let id = member.agency.get_ref();
            if id == entry.id.get_ref() {
                faults.at(member.agency.span(), FaultReason::Cycle { id: id.clone() });
            } else if entries.complete && !ids.contains(id.as_str()) {
                faults.at(member.agency.span(), FaultReason::UnknownAgency { id: id.clone() });
            }
            ordered(&member.valid_from, &member.valid_to, faults);
        }
    }
}

fn names(entries: &List<Entry>, faults: &mut Faults) {
    let mut names: HashMap<&str, &str> = HashMap::new();
    for entry in entries.iter() {
        if let Some(by) = names.insert(entry.name.get_ref(), entry.id.get_ref()) {
            let spelling = entry.name.get_ref().clone();
            faults.at(entry.name.span(), FaultReason::SpellingTaken { spelling, by: by.to_owned() });
        }
    }
}

/// Within a province every spelling leads to one agency.
fn spellings(entries: &List<Entry>, faults: &mut Faults) {
    let mut owners: HashMap<(Option<&str>, String), &str> = HashMap::new();
    for entry in entries.iter() {
        let province = entry.province.as_ref().map(|province| province.get_ref().as_str());
        let id = entry.id.get_ref().as_str();
        for text in [&entry.name, &entry.short].into_iter().chain(&entry.aliases) {
            let owner = *owners.entry((province, spelling::fold(text.get_ref()))).or_insert(id);
            if owner != id {
                let spelling = text.get_ref().clone();
                faults.at(text.span(), FaultReason::SpellingTaken { spelling, by: owner.to_owned() });
            }
        }
    }
}

fn agency(entry: &Entry) -> Agency {
    Agency {
        id: AgencyId::new(entry.id.get_ref()),
        name: entry.name.get_ref().clone(),
        short: entry.short.get_ref().clone(),
        kind: entry.kind,
        province: entry.province.as_ref().map(|province| province.get_ref().clone()),
        order: entry.order,
        aliases: entry.aliases.iter().map(|alias| alias.get_ref().clone()).collect(),
        valid_from: entry.valid_from.map(|day| day.0),
        valid_to: entry.valid_to.as_ref().map(|day| day.get_ref().0),
        group: entry.group.as_ref().map(group),
        note: entry.note.as_ref().map(|note| note.get_ref().clone()),
    }
}

fn group(raw: &Members) -> Group {
    let member = |member: &Member| Membership {
        agency: AgencyId::new(member.agency.get_ref()),
        valid_from: member.valid_from.map(|day| day.0),
        valid_to: member.valid_to.as_ref().map(|day| day.get_ref().0),
    };
    Group { extent: raw.extent, members: raw.members.iter().map(member).collect() }
}

#[cfg(test)]
mod tests;
