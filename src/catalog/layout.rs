//! The layout of documents: the file that comes with the program, and what an office changes in it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Place;

use toml::{Spanned, Value};

use super::fault::{Fault, FaultReason, Faults};
use super::source::Source;
use crate::text::paper::layout::{Entry, Layout, Limits, Slot};
use crate::text::sanitise;

const BUNDLED: (&str, &str) = ("data/layout.toml", include_str!("../../data/layout.toml"));

type Table = BTreeMap<String, Spanned<Value>>;

/// The layout that comes with the program: Nghị định 30/2020/NĐ-CP.
///
/// # Errors
/// The faults of the bundled file; a test keeps it faultless.
pub fn bundled_layout() -> Result<Layout, Vec<Fault>> {
    read(BUNDLED.0, BUNDLED.1, Layout::default(), true)
}

/// Reads a file that changes values of the bundled layout; what it leaves out stays.
///
/// # Errors
/// Every fault of the file, in the order of its lines.
pub fn load_layout(file_name: &str, text: &str) -> Result<Layout, Vec<Fault>> {
    read(file_name, text, bundled_layout()?, false)
}

/// Puts the values of `text` over `layout`; a `complete` file has to hold them all.
fn read(file_name: &str, text: &str, mut layout: Layout, complete: bool) -> Result<Layout, Vec<Fault>> {
    let mut faults = Faults::default();
    let tables = Source::parse(text, &mut faults)
        .and_then(|source| source.head::<BTreeMap<String, Spanned<Table>>>(&mut faults));
    if let Some(tables) = tables {
        let mut tables = tables.into_inner();
        for entry in layout.entries() {
            match take(&mut tables, entry.table, entry.key) {
                Some(value) => fill(entry, value, &mut faults),
                None if complete => missing(&entry, &mut faults),
                None => {}
            }
        }
        unknown(tables, &mut faults);
    }
    if faults.is_empty() { Ok(layout) } else { Err(faults.finish(file_name, text)) }
}

fn take(tables: &mut BTreeMap<String, Spanned<Table>>, table: &str, key: &str) -> Option<Spanned<Value>> {
    match tables.entry(table.to_owned()) {
        Place::Occupied(mut found) => found.get_mut().get_mut().remove(key),
        Place::Vacant(_) => None,
    }
}

fn missing(entry: &Entry<'_>, faults: &mut Faults) {
    let name = format!("{}.{}", entry.table, entry.key);
    faults.lacks(0..0, &name, FaultReason::MissingField { name: name.clone() });
}

/// Notes every key that nothing has taken, and every table that the format does not have.
fn unknown(tables: BTreeMap<String, Spanned<Table>>, faults: &mut Faults) {
    let known: Vec<&str> = Layout::default().entries().iter().map(|entry| entry.table).collect();
    for (name, table) in tables {
        if !known.contains(&name.as_str()) {
            faults.at(table.span(), FaultReason::UnknownField { name });
            continue;
        }
        for (name, value) in table.into_inner() {
            faults.at(value.span(), FaultReason::UnknownField { name });
        }
    }
}

fn fill(entry: Entry<'_>, value: Spanned<Value>, faults: &mut Faults) {
    let span = value.span();
    let result = match (entry.slot, value.into_inner()) {
        (Slot::Number(slot, limits), Value::Float(number)) => set(slot, number, limits),
        (Slot::Number(slot, limits), Value::Integer(number)) => set(slot, number as f64, limits),
        (Slot::Number(..), other) => Err(wrong(&other, "a number")),
        (Slot::Text(slot), Value::String(text)) => write(slot, &text),
        (Slot::Text(_), other) => Err(wrong(&other, "a text in quotes")),
    };
    if let Err(reason) = result {
        faults.at(span, reason);
    }
}

fn set(slot: &mut f64, number: f64, limits: Limits) -> Result<(), FaultReason> {
    let Limits { low, high } = limits;
    if !(low..=high).contains(&number) {
        return Err(FaultReason::OutsideLimits { value: number, low, high });
    }
    *slot = number;
    Ok(())
}

fn write(slot: &mut String, text: &str) -> Result<(), FaultReason> {
    let clean = sanitise::one_line(text);
    if clean.trim().is_empty() {
        return Err(FaultReason::Empty);
    }
    clean.trim().clone_into(slot);
    Ok(())
}

fn wrong(found: &Value, wanted: &str) -> FaultReason {
    FaultReason::WrongType { message: format!("{} instead of {wanted}", found.type_str()) }
}

#[cfg(test)]
mod tests;
