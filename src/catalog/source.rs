//! From text to raw entries: each table of a list is read by itself, so that a fault in one hides no other.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error, ValueDeserializer};

use super::fault::{FaultReason, Faults};

/// The tables of one list that could be read.
pub(super) struct List<T> {
    /// The tables with their places, in the order of the file.
    pub(super) items: Vec<Spanned<T>>,
    /// Whether every table could be read: what is missing from a list that lost one is not known.
    pub(super) complete: bool,
}

impl<T> List<T> {
    /// The tables without their places.
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.items.iter().map(Spanned::get_ref)
    }
}

/// A parsed text, from which lists and at last the head are taken.
pub(super) struct Source<'t> {
    root: Spanned<DeTable<'t>>,
}

impl<'t> Source<'t> {
    /// Parses `text`; `None` when it is no TOML, with every syntax fault noted.
    pub(super) fn parse(text: &'t str, faults: &mut Faults) -> Option<Self> {
        let (root, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            faults.at(error.span().unwrap_or(0..0), syntax(text, error));
        }
        errors.is_empty().then_some(Self { root })
    }

    /// Takes the list of tables `[[name]]` out of the text.
    pub(super) fn list<T: DeserializeOwned>(&mut self, name: &str, faults: &mut Faults) -> List<T> {
        let mut list = List { items: Vec::new(), complete: true };
        let Some(value) = self.root.get_mut().remove(name) else { return list };
        let span = value.span();
        let DeValue::Array(tables) = value.into_inner() else {
            faults.at(span, FaultReason::WrongType { message: format!("expected [[{name}]]") });
            return List { complete: false, ..list };
        };
        for table in tables {
            match read(table, faults) {
                Some(item) => list.items.push(item),
                None => list.complete = false,
            }
        }
        list
    }

    /// Reads what is left once the lists are taken.
    pub(super) fn head<T: DeserializeOwned>(self, faults: &mut Faults) -> Option<Spanned<T>> {
        read(Spanned::new(self.root.span(), DeValue::Table(self.root.into_inner())), faults)
    }
}

fn read<T: DeserializeOwned>(value: Spanned<DeValue<'_>>, faults: &mut Faults) -> Option<Spanned<T>> {
    let span = value.span();
    match T::deserialize(ValueDeserializer::from(value)) {
        Ok(item) => Some(Spanned::new(span, item)),
        Err(error) => {
            shape(&error, span, faults);
            None
        }
    }
}

/// Sorts serde's remark into the reasons; the wording of serde's own messages is stable.
fn shape(error: &Error, table: std::ops::Range<usize>, faults: &mut Faults) {
    let message = error.message();
    let span = error.span().unwrap_or(table);
    let name = quoted(message).to_owned();
    if message.starts_with("missing field") {
        let field = name.clone();
        faults.lacks(span, &field, FaultReason::MissingField { name });
    } else if message.starts_with("unknown field") {
        faults.at(span, FaultReason::UnknownField { name });
    } else if message.starts_with("unknown variant") {
        let allowed = message.split_once("expected ").map_or("", |(_, rest)| rest);
        let allowed = allowed.trim_start_matches("one of ").replace('`', "").replace(" or ", ", ");
        faults.at(span, FaultReason::UnknownWord { word: name, allowed });
    } else if message.starts_with("impossible date") {
        faults.at(span, FaultReason::ImpossibleDate { date: name });
    } else {
        faults.at(span, FaultReason::WrongType { message: message.to_owned() });
    }
}

fn quoted(message: &str) -> &str {
    message.split('`').nth(1).unwrap_or("")
}

/// A day that no month has is a syntax error to the parser; a reader wants to know the day.
fn syntax(text: &str, error: &Error) -> FaultReason {
    let message = error.message().replace('\n', ", ");
    let written = error.span().and_then(|span| text.get(span)).unwrap_or("");
    if message.contains("date") && written.starts_with(|c: char| c.is_ascii_digit()) {
        return FaultReason::ImpossibleDate { date: written.to_owned() };
    }
    FaultReason::Syntax { message }
}
