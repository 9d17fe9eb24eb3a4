//! From a byte offset to line, column and field name.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Line and column, both from 1; the column counts characters.
pub(super) fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
    let is_char_start = |byte: &&u8| **byte & 0xC0 != 0x80;
    let column =
        before.rsplit(|&byte| byte == b'\n').next().map_or(0, |row| row.iter().filter(is_char_start).count());
    (line, column + 1)
}

/// The keys of a text by place. Parsed again only when there is a fault to name.
pub(super) struct FieldMap<'t>(Spanned<DeTable<'t>>);

impl<'t> FieldMap<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self(DeTable::parse_recoverable(text).0)
    }

    /// The keys that lead to `offset`; with a missing key, those that would lead to it: below a table, beside a value.
    pub(super) fn field(&self, offset: usize, missing: Option<&str>) -> String {
        let mut found = in_table(self.0.get_ref(), offset).unwrap_or_default();
        if let Some(key) = missing {
            if found.on_value {
                found.keys.pop();
            }
            found.keys.push(key);
        }
        found.keys.join(".")
    }
}

/// Keys from the outside in, and whether they end at a value that is no table.
#[derive(Default)]
struct Place<'a> {
    keys: Vec<&'a str>,
    on_value: bool,
}

fn in_table<'a>(table: &'a DeTable<'_>, offset: usize) -> Option<Place<'a>> {
    table.iter().find_map(|(key, value)| {
        let name = key.get_ref().as_ref();
        if let Some(mut place) = in_value(value.get_ref(), offset) {
            place.keys.insert(0, name);
            return Some(place);
        }
        let on_value = !matches!(value.get_ref(), DeValue::Table(_));
        let here = key.span().contains(&offset) || value.span().contains(&offset);
        here.then(|| Place { keys: vec![name], on_value })
    })
}

/// The place within `value`; no keys when `offset` lies on the head of a table in a list.
fn in_value<'a>(value: &'a DeValue<'_>, offset: usize) -> Option<Place<'a>> {
    match value {
        DeValue::Table(table) => in_table(table, offset),
        DeValue::Array(items) => items.iter().find_map(|item| {
            let head = || item.get_ref().is_table() && item.span().contains(&offset);
            in_value(item.get_ref(), offset).or_else(|| head().then(Place::default))
        }),
        _ => None,
    }
}
