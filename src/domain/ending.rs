//! What became of an agency that is no longer there, as the successions tell it.
//!
//! Knows no duties: who has them now is `heirs`.

use super::agency::Agency;
use super::catalog::Catalog;
use super::succession::{Share, Succession};

/// How an agency came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// It went into a new agency with others, or into that of a province that its own became part of.
    Merged,
    /// It went into an agency that was there before.
    Absorbed,
    /// It went on alone and whole under another name.
    Renamed,
    /// It went on in another form: with functions of others, or in parts.
    Reorganised,
    /// Its work is over, or no certain succession says what became of it.
    Ceased,
}

/// How an agency came to its end, by the successions that are certain.
pub fn ending(catalog: &Catalog, agency: &Agency) -> Ending {
    let certain: Vec<&Succession> = catalog.successors(&agency.id).filter(|s| s.certain).collect();
    let Some(last) = certain.iter().max_by_key(|s| (s.on, s.share != Share::Part)) else {
        return Ending::Ceased;
    };
    let Some(heir) = catalog.agency(&last.to) else { return Ending::Ceased };
    if last.share == Share::Part {
        return Ending::Reorganised;
    }
    if heir.province != agency.province {
        return Ending::Merged;
    }
    if heir.valid_from.is_none_or(|from| from < last.on) {
        return Ending::Absorbed;
    }
    let others = || catalog.predecessors(&last.to).filter(|s| s.certain && s.on == last.on);
    let others = || others().filter(|s| s.from != agency.id);
    match (others().any(|s| s.share != Share::Part), others().count(), last.share) {
        (true, ..) => Ending::Merged,
        (false, 0, Share::Whole) => Ending::Renamed,
        _ => Ending::Reorganised,
    }
}

#[cfg(test)]
mod tests;
