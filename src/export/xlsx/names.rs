//! Names of sheets, as workbooks allow them.

use std::collections::HashSet;

use crate::text::sanitise::one_line;
use crate::text::sheet::Sheet;

/// Characters (in UTF-16) of a name.
const LIMIT: usize = 31;

/// A name for each table: its own without what a workbook refuses, cut, and numbered where it stands already.
pub(super) fn sheet_names(sheets: &[Sheet]) -> Vec<String> {
    // Excel keeps this name for itself.
    let mut taken: HashSet<String> = HashSet::from(["history".to_owned()]);
    sheets.iter().map(|sheet| free(&allowed(&sheet.name), &mut taken)).collect()
}

fn allowed(name: &str) -> String {
    let forbidden = |c: char| matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\');
    let plain: String = one_line(name).chars().map(|c| if forbidden(c) { '-' } else { c }).collect();
    plain.trim_matches(['\'', ' ']).to_owned()
}

fn free(name: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (1..).map(|number| match (number, name.is_empty()) {
        (1, false) => cut(name, ""),
        (number, true) => format!("{number}"),
        (number, false) => cut(name, &format!(" {number}")),
    });
    let mut fresh = numbered.skip_while(|name| taken.contains(&name.to_lowercase()));
    let chosen = fresh.next().unwrap_or_default();
    taken.insert(chosen.to_lowercase());
    chosen
}

/// The start of a name with room for an ending.
fn cut(name: &str, ending: &str) -> String {
    let mut units = ending.encode_utf16().count();
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= LIMIT
    };
    let start: String = name.chars().take_while(fits).collect();
    format!("{}{ending}", start.trim_end_matches(['\'', ' ']))
}
